"""Files for people: words first, codes last, one workbook a page, nothing empty on offer."""

import csv
import io
import json
import zipfile
from collections.abc import Sequence
from pathlib import Path
from typing import Any

import openpyxl
import pytest

from hoctap.exports.edition import Edition, Published
from hoctap.exports.figures_in_words import cells_in_words, figures_in_words
from hoctap.exports.kinds import of_page
from hoctap.exports.markdown import plain
from hoctap.exports.rows_of_area import rows_of_area
from hoctap.exports.sheets import Book
from hoctap.exports.tables_in_words import in_words
from hoctap.model.catalog import Catalog
from hoctap.model.record import Observation, Participant, Phase, Target
from hoctap.views.figure import figure_of
from hoctap.views.page_kinds import KINDS
from hoctap.views.statements.figure import figure_statement
from miniature import EPOCH

WORDS = (
    *("Đơn vị", "Chỉ tiêu", "Giá trị", "Đơn vị tính", "Cách nói", "Thời kỳ", "Phạm vi", "Ranh giới", "Lưu ý"),
    *("Nguồn", "Ngày đăng nguồn", "Địa chỉ nguồn", "Chỗ trong nguồn"),
)


def excel_csv_of(path: Path) -> list[list[str]]:
    with path.open(encoding="utf-8-sig", newline="") as file:
        return list(csv.reader(file, delimiter=";"))


def table_of(path: Path) -> tuple[list[Any], list[list[Any]]]:
    """Return the head and the rows of the first sheet of a page's workbook."""
    sheet = openpyxl.load_workbook(path).worksheets[0]
    head, *rows = [[cell.value for cell in row] for row in sheet.iter_rows(min_row=4)]
    return head, rows


def words_before_codes(head: Sequence[str]) -> bool:
    places = [at for at, title in enumerate(head) if title.endswith(" (mã)")]
    return bool(places) and all(at > head.index("Chỗ trong nguồn") for at in places)


def test_figures_open_as_words_with_codes_last(published: Path, catalog: Catalog) -> None:
    unit = next(iter(catalog.rows_by_unit))
    heads = [
        excel_csv_of(published / "excel/observations.csv")[0],
        excel_csv_of(published / f"excel/don-vi/{unit}.csv")[0],
        table_of(published / f"don-vi/{unit}.xlsx")[0],
        [cell.value for cell in openpyxl.load_workbook(published / "hoctap.xlsx")["Số liệu"][1]],
    ]
    for head in heads:
        assert [title for title in head if title in WORDS] == list(WORDS)
        assert words_before_codes(head)


def test_the_workbook_of_a_page_has_title_typed_values_sources_and_a_citation(
    published: Path, catalog: Catalog
) -> None:
    for unit, figures in catalog.rows_by_unit.items():
        book = openpyxl.load_workbook(published / f"don-vi/{unit}.xlsx")
        assert book.sheetnames == ["Số liệu", "Nguồn và cách dẫn"]
        assert book["Số liệu"]["A1"].value == catalog.units[unit].name_vi
        head, rows = table_of(published / f"don-vi/{unit}.xlsx")
        at, period = head.index("Giá trị"), head.index("Thời kỳ")
        numbers = sorted(str(row.observation.value or "") for row in figures)
        assert len(rows) == len(numbers)
        assert all(row[at] is None or isinstance(row[at], int | float) for row in rows)
        assert all(isinstance(row[period], str) for row in rows)
        cells_of_sources = [cell.value for row in book["Nguồn và cách dẫn"].iter_rows() for cell in row if cell.value]
        assert {row.source.title for row in figures if row.source} <= set(cells_of_sources)
        # Nobody has said where this site stands, and an address of this machine is none.
        assert f"«{catalog.units[unit].name_vi}», dữ liệu phiên bản" in cells_of_sources[-1]
        assert "CC BY 4.0, xem ngày" in cells_of_sources[-1]
        assert "127.0.0.1" not in " ".join(cells_of_sources)


def test_the_workbook_of_a_campaign_has_its_phases_targets_and_participants(published: Path, catalog: Catalog) -> None:
    found = set()
    for path in (published / "phong-trao").glob("*.xlsx"):
        book = openpyxl.load_workbook(path)
        for kind, title in ((Phase, "Giai đoạn"), (Target, "Chỉ tiêu phong trào"), (Participant, "Đơn vị tham gia")):
            rows = catalog.grouped(kind, "campaign_id").get(path.stem, ())
            assert (title in book.sheetnames) is bool(rows)
            if rows:
                assert book[title].max_row == len(rows) + 1
                found.add(title)
    assert found == {"Giai đoạn", "Chỉ tiêu phong trào", "Đơn vị tham gia"}


def test_a_hedge_a_doubt_and_a_scope_are_in_the_row(catalog: Catalog) -> None:
    titles = [field.title for field in figures_in_words().fields]
    for row, cells in zip(catalog.figure_rows, cells_in_words(catalog, catalog.figure_rows), strict=True):
        by_title = dict(zip(titles, cells, strict=True))
        assert by_title["Phạm vi"] == row.observation.breakdown
        assert by_title["Cách nói"] == catalog.code_title("qualifier", row.observation.qualifier)
        if row.observation.period_status == "inferred":
            assert "suy ra" in by_title["Lưu ý"]
        assert row.observation.note in by_title["Lưu ý"]


def test_one_figure_has_the_same_words_in_every_file(published: Path, catalog: Catalog) -> None:
    with (published / "statements.csv").open(encoding="utf-8", newline="") as file:
        listed = {row["rows"]: row for row in csv.DictReader(file) if row["kind"] in ("figure", "absence")}
    for unit, rows in catalog.rows_by_unit.items():
        in_files = {
            one["row_id"]: one for one in json.loads((published / f"don-vi/{unit}.json").read_text())["observations"]
        }
        twin = (published / f"don-vi/{unit}.md").read_text(encoding="utf-8")
        head, lines = table_of(published / f"don-vi/{unit}.xlsx")
        sheet = [dict(zip(head, line, strict=True)) for line in lines]
        for row in rows:
            statement = figure_statement(catalog, row)
            assert listed[row.row_id]["text"] == in_files[row.row_id]["statement"] == statement.text
            assert f"- {plain(statement.text)}" in twin
            caveats = "; ".join(caveat.words for caveat in statement.caveats)
            assert (in_files[row.row_id]["caveats"] or "") == caveats
            (line,) = [one for one in sheet if _is_of(one, row.observation)]
            page = " ".join(
                str(line[name]) for name in ("Giá trị", "Cách nói", "Phạm vi", "Ranh giới", "Lưu ý")
            ).lower()
            brief = figure_of(catalog, row.observation).brief
            for caveat in statement.caveats:
                known = caveat.words.removeprefix("ranh giới ").lower()
                assert known in page, caveat
                assert known in f"nguồn {brief}".lower(), caveat


def _is_of(line: dict[str, Any], seen: Observation) -> bool:
    names = ("Chỉ tiêu (mã)", "Thời kỳ (mã)", "Phạm vi", "Nguồn (mã)")
    wanted = (seen.indicator_id, seen.period.text, seen.breakdown, seen.source_id)
    return all(str(line[name] or "") == text for name, text in zip(names, wanted, strict=True))


def test_every_table_in_words_keeps_every_cell_and_repeats_no_title(catalog: Catalog) -> None:
    for resource in catalog.resources():
        rows = [row.cells for row in catalog.tables[resource.name].rows]
        fields, cells = in_words(catalog, resource, rows)
        titles = [field.title for field in fields]
        assert len(titles) == len(set(titles)), resource.name
        last = {field.name: at for at, field in enumerate(fields)}
        assert [tuple(row[last[name]] for name in resource.header) for row in cells] == [tuple(row) for row in rows]


def test_no_page_offers_an_empty_file(published: Path, catalog: Catalog) -> None:
    files = [Published(path.relative_to(published).as_posix(), 1, "") for path in published.rglob("*.*")]
    edition = Edition("", 0, tuple(files))
    seen = set()
    for folder, keys in (("don-vi", catalog.units), ("dia-phuong", catalog.areas), ("chi-tieu", catalog.indicators)):
        for key in keys:
            offered = of_page(edition, folder, key)
            with (published / folder / f"{key}.csv").open(encoding="utf-8") as file:
                has_rows = len(list(csv.reader(file))) > 1
            assert bool(offered) is has_rows
            seen.add(has_rows)
            if offered:
                assert offered[0].file.path.endswith(".xlsx")
    assert seen == {True, False}


def test_an_area_has_the_figures_of_what_it_was_made_of_with_their_borders(published: Path, catalog: Catalog) -> None:
    from hoctap.model.record import AreaSuccession

    found = 0
    for change in catalog.all_of(AreaSuccession):
        before = {row.row_id for row in rows_of_area(catalog, change.from_area_id)}
        assert before <= {row.row_id for row in rows_of_area(catalog, change.to_area_id)}
        with (published / f"dia-phuong/{change.to_area_id}.csv").open(encoding="utf-8") as file:
            rows = {row["row_id"]: row for row in csv.DictReader(file)}
        assert before <= set(rows)
        assert all(rows[name]["border"] for name in before)
        document = json.loads((published / f"dia-phuong/{change.to_area_id}.json").read_bytes())
        assert {row["row_id"] for row in document.get("observations", ())} == set(rows)
        found += len(before)
    assert found


def test_one_file_of_a_page_is_enough(published: Path, catalog: Catalog) -> None:
    unit, figures = next(iter(catalog.rows_by_unit.items()))
    document = json.loads((published / f"don-vi/{unit}.json").read_bytes())
    by_id = {row["row_id"]: row for row in document["observations"]}
    for row in figures:
        assert row.indicator is not None
        assert row.source is not None
        entry = by_id[row.row_id]
        assert entry["indicator_name"] == row.indicator.name_vi
        assert entry["unit_measure_label"]
        assert (entry["source_title"], entry["source_url"]) == (row.source.title, row.source.url or None)


@pytest.mark.parametrize(("folder", "table"), [(kind.folder, kind.table) for kind in KINDS if kind.table])
def test_every_list_is_a_workbook(published: Path, catalog: Catalog, folder: str, table: str) -> None:
    _, rows = table_of(published / f"danh-sach/{folder}.xlsx")
    assert len(rows) == len(catalog.tables[table].rows)


@pytest.mark.parametrize("name", ["hoctap", "reference", "unit-statistics", "campaign-guidelines"])
def test_a_zip_opens_as_a_package(published: Path, name: str) -> None:
    import zipfile

    from frictionless import Package

    with zipfile.ZipFile(published / f"{name}.zip") as archive:
        assert {"datapackage.json", "README.md", "CITATION.cff"} <= set(archive.namelist())
        tables = json.loads(archive.read("datapackage.json"))["resources"]
        assert f'Package("{name}.zip")' in archive.read("README.md").decode()
    package = Package(str(published / f"{name}.zip"))
    assert package.resource_names == [table["name"] for table in tables]
    table = package.resources[-1]
    assert table.read_rows()


def test_examples_have_the_address_of_the_site_where_there_is_one(tmp_path: Path) -> None:
    from hoctap.site.samples import PAGE, PLACEHOLDER, fill_samples

    page = tmp_path / PAGE
    page.parent.mkdir()
    page.write_text(f'home = "{PLACEHOLDER}"', encoding="utf-8")
    fill_samples(tmp_path, "")
    assert PLACEHOLDER in page.read_text(encoding="utf-8")
    fill_samples(tmp_path, "https://so.example/hoc/")
    assert page.read_text(encoding="utf-8") == 'home = "https://so.example/hoc"'


def test_every_table_is_a_dataset_of_its_own_with_the_time_it_covers(published: Path, catalog: Catalog) -> None:
    nodes = {node["@id"]: node for node in json.loads((published / "dcat.jsonld").read_bytes())["@graph"]}
    for resource in catalog.resources():
        (name,) = [each for each in nodes if each.endswith(f"#bang-{resource.name}")]
        files = [each["@id"] for each in nodes[name]["dcat:distribution"]]
        assert any(f"/hoctap/{resource.name}.csv#" in each for each in files)
    (time,) = [node for name, node in nodes.items() if name.endswith("#bang-observations-thoi-gian")]
    days = [row.period for row in catalog.observations]
    assert time["dcat:startDate"]["@value"] == min(day.start for day in days).isoformat()
    assert time["dcat:endDate"]["@value"] == max(day.end for day in days).isoformat()


def test_the_interface_has_an_ascii_name_and_types_every_row_of_a_page(catalog: Catalog) -> None:
    from hoctap.exports import openapi

    document = openapi.document(catalog)
    assert document["info"]["title"].isascii()
    page = document["components"]["schemas"]["units_page"]
    assert page["properties"]["observations"]["items"]["$ref"].endswith("/figure")
    assert page["additionalProperties"] is False


@pytest.mark.parametrize("title", ["'Bảng'", "Tỉnh/thành [2025]: a*b?", "History", "", "a" * 40, "'" * 40])
def test_a_sheet_is_named_after_any_title_even_twice(title: str) -> None:
    book = Book("Sổ", EPOCH)
    names = [book.sheet(title).name for _ in range(3)]
    assert len({name.lower() for name in names}) == 3
    assert all(0 < len(name) <= 31 for name in names)
    assert len(openpyxl.load_workbook(io.BytesIO(book.bytes_of())).sheetnames) == 3


def test_a_row_is_as_high_as_its_longest_wrapped_text() -> None:
    book = Book("Sổ", EPOCH)
    sheet = book.sheet("Nguồn")
    sheet.widths = (11, 21)
    lines = [("một dòng", "một dòng"), ("a" * 25, "a" * 25), ("ngắn", "a" * 90)]
    book.lines(sheet, book.lines(sheet, 0, [["a" * 90]]), lines, "wrapped")
    (read,) = openpyxl.load_workbook(io.BytesIO(book.bytes_of())).worksheets
    assert [read.row_dimensions[row].height for row in range(1, 5)] == [None, None, 45, 75]


@pytest.mark.parametrize(("widths", "lists"), [((), 0), ((8,), 1), ((8, 8, 12), 1)])
def test_a_sheet_has_a_list_of_columns_where_it_says_how_wide_they_are(widths: Sequence[int], lists: int) -> None:
    book = Book("Sổ", EPOCH)
    sheet = book.sheet("Một tờ")
    sheet.widths = widths
    book.text(sheet, 0, 0, "chữ")
    data = book.bytes_of()
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        text = archive.read("xl/worksheets/sheet1.xml").decode()
    # The format wants a column at least in such a list.
    assert (text.count("<cols>"), text.count("<cols></cols>")) == (lists, 0)
    assert text.count("<col ") == len(set(widths))
    assert openpyxl.load_workbook(io.BytesIO(data)).worksheets[0]["A1"].value == "chữ"
