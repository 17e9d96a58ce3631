"""Sites of very many units: figures by province instead of files for each unit; pages make what they need."""

import csv
import gzip
import json
import re
import subprocess
import sys
import zipfile
from collections.abc import Iterator
from datetime import date
from pathlib import Path
from typing import Any

import openpyxl
import pytest
from playwright.sync_api import Browser

from browsing import page_at, served
from building import command, environ
from hoctap.exports import by_province, openapi, packed, slices
from hoctap.exports.kinds import kind_of, of_page, of_provinces
from hoctap.exports.publishing import write_exports
from hoctap.exports.rows_of_area import rows_of_area
from hoctap.model import large_site
from hoctap.model.catalog import Catalog
from hoctap.model.once import question_of
from hoctap.model.traced import TracedCatalog
from hoctap.render.environment import environment
from hoctap.render.fragments import Fragments
from hoctap.site.search import index
from hoctap.site.unit_files import SHARDS, shard_of, write_unit_files
from hoctap.system.reuse import anew
from hoctap.views import first_of_many
from hoctap.views.area_page import area_page
from hoctap.views.borders import on_borders
from hoctap.views.english_subjects import area_in_english, indicator_in_english
from hoctap.views.figures_in_order import figures_of
from hoctap.views.indicator import indicator_page
from hoctap.views.quality import quality
from hoctap.views.source import source_page
from hoctap.views.statements.by_subject import statements_of_indicator
from hoctap.views.statements.figure import figure_statement
from hoctap.views.statements.rows import rows_of_unit
from hoctap.views.unit import unit_profile
from miniature import EPOCH, REAL, SITE, TODAY, assembled, with_former_borders

FEW = 3
ASSOCIATION = "hoi-khuyen-hoc-tinh-dong-lau"
# The program as it is, with lower numbers of units from which figures are bundled and lists parted.
BUILD = f"""
import sys
from hoctap.model import large_site
large_site.MOST_UNITS = {FEW}
from hoctap.views import list_page
list_page.MOST_ROWS, list_page.FIRST_ROWS = {FEW}, 2
from hoctap.views import area_page
area_page.MOST_LISTED = 1
from hoctap.views import first_of_many
first_of_many.MOST_FIGURES = 2
from hoctap.cli import main
sys.exit(main(sys.argv[1:]))
"""
# Pixels between the header and the sections of the site.
BELOW_HEADER = """() => document.querySelector("nav.md-tabs").getBoundingClientRect().top
    - document.querySelector(".md-header").getBoundingClientRect().bottom"""


def test_figures_of_units_stand_by_province_and_nothing_is_lost(
    catalog: Catalog, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(large_site, "MOST_UNITS", FEW)
    edition = write_exports(catalog, tmp_path, EPOCH)
    assert [path for path in edition.by_path if "don-vi/" in path] == []
    rows, in_words = [], 0
    for path in (tmp_path / by_province.FOLDER).glob("*.csv.gz"):
        rows += list(csv.DictReader(gzip.decompress(path.read_bytes()).decode().splitlines()))
        with zipfile.ZipFile(tmp_path / "excel" / by_province.FOLDER / path.name.replace(".csv.gz", ".zip")) as packed:
            (name,) = packed.namelist()
            in_words += len(packed.read(name).decode("utf-8-sig").splitlines()) - 1
    assert sorted(row["row_id"] for row in rows) == sorted(row.row_id for row in catalog.figure_rows)
    assert in_words == len(rows)
    index = json.loads((tmp_path / "api/v1/index.json").read_bytes())
    assert {page["table"] for page in index["pages"]} == {"campaigns"}
    described = json.loads((tmp_path / "api/v1/openapi.json").read_bytes())["paths"]
    assert not [path for path in described if path.startswith(("/don-vi/", "/dia-phuong/", "/chi-tieu/"))]
    assert of_page(edition, "don-vi", ASSOCIATION) == []
    offered = of_provinces(catalog, edition, "don-vi", ASSOCIATION)
    assert [entry.file.path for entry in offered] == list(by_province.paths_of("dong-lau"))
    assert all(kind_of(path)[0].is_of_a_province for path in edition.by_path if by_province.FOLDER in path)


def test_a_place_is_offered_the_files_of_every_province_it_was_made_of(
    catalog: Catalog, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(large_site, "MOST_UNITS", FEW)
    edition = write_exports(catalog, tmp_path, EPOCH)
    for area in catalog.areas:
        known = {entry.file.path for entry in of_provinces(catalog, edition, "dia-phuong", area)}
        needed = {
            path
            for row in rows_of_area(catalog, area)
            for path in by_province.paths_of(by_province.province_file(catalog, row.observation.unit_id))
        }
        assert needed <= known, area
    assert [path for path in edition.by_path if "dia-phuong/" in path and not path.endswith(".atom")] == []
    assert any(path.startswith("dia-phuong/") for path in edition.by_path), "places keep their feeds"


def test_what_is_packed_is_what_other_sites_publish(
    catalog: Catalog, published: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(large_site, "MOST_UNITS", FEW)
    monkeypatch.setattr(packed, "FEWEST_ROWS", 0)
    edition = write_exports(catalog, tmp_path, EPOCH)
    unpacked = {path.removesuffix(".gz") for path in edition.by_path if path.endswith(".gz")}
    assert {"so-lieu-day-du.csv", "statements.csv", "hoctap.sqlite", "api/v1/tables/units.json"} <= unpacked
    for name in unpacked:
        if not name.startswith(by_province.FOLDER):
            assert gzip.decompress((tmp_path / f"{name}.gz").read_bytes()) == (published / name).read_bytes(), name
    with zipfile.ZipFile(tmp_path / "so-lieu-day-du-excel.zip") as archive:
        assert archive.read("so-lieu-day-du-excel.csv") == (published / "so-lieu-day-du-excel.csv").read_bytes()
    index = json.loads((tmp_path / "api/v1/index.json").read_bytes())
    assert all((tmp_path / table["path"]).is_file() for table in index["tables"])
    loose = json.loads((tmp_path / "hoctap/datapackage.json").read_bytes())["resources"]
    assert {resource["path"] for resource in loose} == {f"{resource['name']}.csv.gz" for resource in loose}
    # On its own: frictionless leaves packed files open, which warns here.
    ask = "import sys, pathlib; from hoctap.load import second_opinion as it"
    ask += "; print(it.frictionless_faults(pathlib.Path(sys.argv[1])))"
    words = [sys.executable, "-c", ask, str(tmp_path / "hoctap/datapackage.json")]
    assert subprocess.run(words, capture_output=True, encoding="utf-8", check=True).stdout.strip() == "[]"
    assert (tmp_path / "hoctap.zip").read_bytes() == (published / "hoctap.zip").read_bytes()
    assert not (tmp_path / "unit-statistics").exists()
    assert (tmp_path / "unit-statistics.zip").read_bytes() == (published / "unit-statistics.zip").read_bytes()
    for key in catalog.rows_by_indicator:
        kinds = {entry.file.path.rpartition(".")[2] for entry in of_page(edition, "chi-tieu", key)}
        assert {"xlsx", "gz"} <= kinds <= {"xlsx", "gz", "atom"}


def test_a_usual_site_keeps_the_files_of_each_unit(catalog: Catalog) -> None:
    assert list(by_province.files(catalog, EPOCH)) == []
    assert slices.kinds_with_json(catalog) == list(slices.SLICE_KINDS)
    assert {kind for kind, _ in slices.pages_with_files(catalog)} == set(slices.SLICE_KINDS)


def test_files_of_pages_are_shared_by_their_identifier(tmp_path: Path) -> None:
    units = {f"don-vi-{n}": {"n": n} for n in range(50)}
    for name, shards in (("one", 0), ("many", 7)):
        work = anew(tmp_path / name)
        write_unit_files(work, list(units), units.__getitem__, lambda _: "", shards)
    assert len(list((tmp_path / "one").iterdir())) == 50
    for unit_id, value in units.items():
        assert json.loads((tmp_path / "one" / f"{unit_id}.json").read_bytes()) == value
        shared = gzip.decompress((tmp_path / "many" / f"nhom-{shard_of(unit_id, 7)}.json.gz").read_bytes())
        assert json.loads(shared)[unit_id] == value
    assert {shard_of(unit_id, 7) for unit_id in units} == set(range(7))


def test_the_parts_of_the_index_grow_where_there_would_be_too_many_files(monkeypatch: pytest.MonkeyPatch) -> None:
    groups = {"words": [(str(n), str(n)) for n in range(1000)], "texts": [("a", "1")], "articles": []}
    members = {name: index.Members(each) for name, each in groups.items()}
    monkeypatch.setattr(index, "PART", 100)
    assert index._counts_of_parts(members) == {"words": 88, "texts": 1, "articles": 0}
    monkeypatch.setattr(index, "MOST_FILES", 20)
    counts = index._counts_of_parts(members)
    assert counts == {"words": 20, "texts": 1, "articles": 0}
    words = list(index._parted(members["words"], counts["words"]))
    for key in ("0", "7", "999"):
        assert json.loads(words[index.part_of(key, 20)])[key] == int(key)
    assert list(index._parted(members["articles"], counts["articles"])) == []


# ── In the browser ─────────────────────────────────────────────────────────────────────────────────────────────


@pytest.fixture(scope="module")
def large(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    folder = tmp_path_factory.mktemp("large")
    root, out = assembled(folder / "repository", *SITE), folder / "site"
    words = [sys.executable, "-c", BUILD, *command(root, out)[3:]]
    done = subprocess.run(words, capture_output=True, encoding="utf-8", env=environ(), check=False)
    assert done.returncode == 0, done.stdout + done.stderr
    with served(out) as address:
        yield address


def test_of_single_figures_and_units_few_answers_are_kept(catalog: Catalog, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("hoctap.model.answers._FEW", 5)
    traced = TracedCatalog(catalog, date.fromisoformat(TODAY))
    traced.knows(question_of(rows_of_unit, ASSOCIATION), "from the last time", [("table", "units")])
    before = statements_of_indicator(traced, "members")
    with traced.keeping_few(), traced.reading() as reads:
        statements = [figure_statement(traced, row) for row in traced.figure_rows]
    assert statements == [figure_statement(catalog, row) for row in catalog.figure_rows]
    assert len(traced._memory.found) < len(statements)
    assert {("table", "units"), ("table", "sources")} <= reads
    assert statements_of_indicator(traced, "members") is before
    assert rows_of_unit(traced, ASSOCIATION) == "from the last time"
    row, found = traced.figure_rows[0], len(traced._memory.found)
    assert figure_statement(traced, row) is figure_statement(traced, row)
    assert len(traced._memory.found) >= found


@pytest.mark.build
@pytest.mark.browser
@pytest.mark.filterwarnings("ignore:Workbook contains no default style")
def test_a_page_makes_the_excel_file_of_its_unit_from_its_province(
    browser: Browser, large: str, catalog: Catalog, tmp_path: Path
) -> None:
    with page_at(browser, large, accept_downloads=True) as page:
        page.goto(f"{large}don-vi/{ASSOCIATION}/", wait_until="networkidle")
        with page.expect_download() as found:
            page.get_by_role("button", name="Tải Excel của đơn vị này").click()
        found.value.save_as(tmp_path / "own.xlsx")
        assert page.evaluate("fetch('../../data/don-vi-theo-tinh/dong-lau.csv.gz').then((answer) => answer.ok)")
    sheet: Any = openpyxl.load_workbook(tmp_path / "own.xlsx")["Số liệu"]
    (title, *_), _, head, *rows = list(sheet.iter_rows(values_only=True))
    assert title == "Hội Khuyến học tỉnh Đông Lâu"
    values = [row[head.index("Giá trị")] for row in rows]
    own = [
        float(row.observation.value) for row in catalog.rows_by_unit[ASSOCIATION] if row.observation.value is not None
    ]
    assert sorted(values) == sorted(own)


@pytest.mark.build
@pytest.mark.browser
def test_pages_find_a_unit_in_a_shared_file(browser: Browser, large: str, catalog: Catalog) -> None:
    with page_at(browser, large) as page:
        page.goto(f"{large}so-sanh/?don-vi={ASSOCIATION},so-giao-duc-tinh-dong-lau", wait_until="networkidle")
        page.get_by_text("Hội Khuyến học tỉnh Đông Lâu").first.wait_for()
        found = page.evaluate(
            "([module, folder, id]) => import(module).then(({ unitFile }) => unitFile(folder, id))",
            [f"{large}assets/js/unit-file.js", f"{large}so-sanh/don-vi/", ASSOCIATION],
        )
        assert found["name"] == "Hội Khuyến học tỉnh Đông Lâu"
        for kind, shards in SHARDS.items():
            counted = page.evaluate(
                "([module, ids, kind]) => import(module).then(({ shardOf }) => ids.map((id) => shardOf(id, kind)))",
                [f"{large}assets/js/unit-file.js", list(catalog.units), kind],
            )
            assert counted == [shard_of(unit_id, shards) for unit_id in catalog.units]
        page.goto(f"{large}bao-cao/", wait_until="networkidle")
        page.click("[data-unit] button")
        page.fill("#don-vi-bao-cao", "hoi khuyen hoc tinh dong lau")
        page.keyboard.press("Enter")
        page.get_by_text("Đang dùng số liệu trong sổ của: Hội Khuyến học tỉnh Đông Lâu").wait_for()


@pytest.mark.build
@pytest.mark.browser
def test_a_browser_that_cannot_unpack_is_told_so_wherever_packed_files_are_asked_for(
    browser: Browser, large: str
) -> None:
    message = "Trình duyệt này cũ quá"
    with page_at(browser, large) as page:
        page.add_init_script("delete globalThis.DecompressionStream")
        for address in ("kham-pha/", "so-sanh/", "tim/?q=1.250.000.000"):
            page.goto(large + address, wait_until="networkidle")
            page.get_by_text(message).first.wait_for()
        page.goto(f"{large}bao-cao/", wait_until="networkidle")
        page.click("[data-unit] button")
        page.get_by_text(message).wait_for()
        page.goto(f"{large}don-vi/{ASSOCIATION}/", wait_until="networkidle")
        for name in ("Tải Excel của đơn vị này", "Câu viết sẵn để chép, báo sai từng con số"):
            page.get_by_role("button", name=name).click()
        # Both say so, each in its own time.
        page.get_by_role("button", name=message).nth(1).wait_for()


@pytest.mark.build
@pytest.mark.browser
def test_an_old_link_to_the_file_of_a_unit_leads_to_its_page(browser: Browser, large: str) -> None:
    context = browser.new_context()
    page = context.new_page()
    gone = context.request.get(f"{large}404.html").text()  # what a host answers for an address that is not there
    page.route("**/data/don-vi/**", lambda route: route.fulfill(status=404, content_type="text/html", body=gone))
    page.route("**/data/hoctap.sqlite", lambda route: route.fulfill(status=404, content_type="text/html", body=gone))
    page.goto(f"{large}data/hoctap.sqlite")
    page.wait_for_url(f"{large}du-lieu/")
    for name in (f"data/don-vi/{ASSOCIATION}.csv", f"data/don-vi/{ASSOCIATION}.json"):
        page.goto(large + name)
        page.wait_for_url(f"{large}don-vi/{ASSOCIATION}/#tai-ve")
    page.goto(f"{large}data/don-vi/khong-co-don-vi-nay.csv", wait_until="networkidle")
    assert page.get_by_role("heading", name="Không tìm thấy trang này").is_visible()
    context.close()


@pytest.mark.build
@pytest.mark.browser
def test_a_long_list_shows_its_first_rows_and_filters_and_sorts_all(
    browser: Browser, large: str, catalog: Catalog
) -> None:
    every = {unit.name_vi for unit in catalog.units.values()}
    context = browser.new_context()
    page = context.new_page()
    unit = context.request.get(f"{large}don-vi/{ASSOCIATION}/").text()
    assert "\n\n" not in unit.partition("<body")[0]  # no indents in what all pages share
    sent = context.request.get(f"{large}don-vi/").text()
    assert sent.count("<tr") == 1 + 2  # the head and the first two rows
    page.goto(f"{large}don-vi/", wait_until="networkidle")
    assert f"trên {len(every)} mục" in page.locator(".sht-filter__count").inner_text()
    page.get_by_label("Lọc theo chữ").fill("ho sen")
    page.locator(".sht-filter__count", has_text=f"1 trên {len(every)} mục").wait_for()
    row = page.locator("#danh-sach-units tbody tr:visible")
    assert row.locator("th a").inner_text() == "Trường Trung học phổ thông Hồ Sen"
    assert row.locator("th a").evaluate("(link) => link.href") == f"{large}don-vi/truong-thpt-ho-sen/"
    page.goto(f"{large}don-vi/?xep=don-vi", wait_until="networkidle")
    page.locator("[data-more-for=danh-sach-units]").wait_for(state="hidden")
    names = page.locator("#danh-sach-units tbody tr th a").all_inner_texts()
    assert (len(names), set(names)) == (len(every), every)
    context.close()


@pytest.mark.build
@pytest.mark.browser
def test_without_scripts_a_long_list_is_read_by_province(browser: Browser, large: str, catalog: Catalog) -> None:
    with page_at(browser, large, java_script_enabled=False) as page:
        page.goto(f"{large}don-vi/")
        parts = page.locator("main li a[href*='theo-tinh-thanh-pho']")
        addresses = parts.evaluate_all("(links) => links.map((link) => link.href)")
        assert len(addresses) > 1
        named: set[str] = set()
        for address in addresses:
            page.goto(address)
            named.update(page.locator(".sht-table--list tbody th a").all_inner_texts())
        page.goto(f"{large}don-vi/den-2017/")
        named.update(page.locator(".sht-table--list tbody th a").all_inner_texts())
    assert named == {unit.name_vi for unit in catalog.units.values()}


@pytest.mark.build
@pytest.mark.browser
def test_a_place_of_very_many_units_shows_some_and_leads_to_all(browser: Browser, large: str, catalog: Catalog) -> None:
    count = sum(unit.area_id == "dong-lau" for unit in catalog.units.values()) - 1  # one is the place itself
    with page_at(browser, large) as page:
        page.goto(f"{large}en/dia-phuong/dong-lau/")
        assert page.get_by_text(f"and {count - 1} more:").get_by_role("link").is_visible()
        page.goto(f"{large}dia-phuong/dong-lau/")
        assert page.get_by_text(f"{count} đơn vị, dưới đây là hội và những đơn vị nhiều số liệu nhất (1)").is_visible()
        page.get_by_role("link", name="danh sách các đơn vị").click()
        page.locator(".sht-filter__count", has_text=f"trên {len(catalog.units)} mục").wait_for()
        assert page.get_by_label("Tỉnh, thành phố").input_value() == "Tỉnh Đông Lâu"


@pytest.mark.build
@pytest.mark.browser
def test_an_indicator_of_very_many_figures_shows_some_and_leads_to_all(
    browser: Browser, large: str, catalog: Catalog
) -> None:
    context = browser.new_context()
    seen = set()
    for indicator_id, rows in catalog.rows_by_indicator.items():
        html = context.request.get(f"{large}chi-tieu/{indicator_id}/").text()
        is_long = len(rows) > FEW
        assert ("quá nhiều cho một trang" in html) == is_long
        if is_long:
            assert f'href="../../kham-pha/?chi-tieu={indicator_id}"' in html
            assert f"data/chi-tieu/{indicator_id}.xlsx" in html
            assert f"data/chi-tieu/{indicator_id}.csv.gz" in html
            assert "bang-so-lieu-con-lai" not in html
            assert "bang-so-lieu-khac" not in html
        english = context.request.get(f"{large}en/chi-tieu/{indicator_id}/").text()
        assert ("Too many for one page" in english) == is_long
        assert (f'href="../../../kham-pha/?chi-tieu={indicator_id}"' in english) == is_long
        seen.add(is_long)
    assert seen == {True, False}
    context.close()


@pytest.mark.build
@pytest.mark.browser
def test_the_page_of_a_unit_holds_its_figures_and_fetches_their_sentences(
    browser: Browser, large: str, catalog: Catalog
) -> None:
    rows = catalog.rows_by_unit[ASSOCIATION]
    with page_at(browser, large) as page:
        page.goto(f"{large}don-vi/{ASSOCIATION}/", wait_until="networkidle")
        text = page.locator("main").inner_text()
        for figure in figures_of(catalog, (row.observation for row in rows)):
            assert figure.value_with_qualifier in text
            assert figure.source.text in text
        assert page.locator(".sht-sentences li").count() == len(
            unit_profile(catalog, ASSOCIATION, date.fromisoformat(TODAY)).changes
        )
        page.get_by_role("button", name="Câu viết sẵn để chép, báo sai từng con số").click()
        page.locator("#cau-1").wait_for()
        spoken = page.locator(".sht-sentences li > span[id^=cau]").all_inner_texts()
        assert {figure_statement(catalog, row).text for row in rows} <= {" ".join(one.split()) for one in spoken}
        assert page.get_by_role("link", name="Báo sai").first.get_attribute("href")


@pytest.mark.build
@pytest.mark.browser
def test_the_explorer_reads_packed_files(browser: Browser, large: str) -> None:
    with page_at(browser, large) as page:
        page.goto(f"{large}kham-pha/", wait_until="networkidle")
        page.locator("[data-explorer] svg").first.wait_for()
        assert page.request.get(f"{large}kham-pha/index.json").status == 404


@pytest.mark.build
@pytest.mark.browser
def test_the_example_that_opens_the_database_tells_where_it_is_packed(browser: Browser, large: str) -> None:
    with page_at(browser, large) as page:
        page.goto(f"{large}du-lieu/")
        assert page.request.get(f"{large}data/hoctap.sqlite").status == 404
        assert page.request.get(f"{large}data/hoctap.sqlite.gz").ok
        assert page.locator("code", has_text="hoctap.sqlite.gz").first.is_visible()


@pytest.mark.parametrize(("fewest", "named"), [(10, True), (10_000, False)])
def test_the_data_pages_tell_what_is_packed_and_nothing_else_in_both_languages(
    catalog: Catalog, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, fewest: int, named: bool
) -> None:
    monkeypatch.setattr(large_site, "MOST_UNITS", FEW)
    monkeypatch.setattr(packed, "FEWEST_ROWS", fewest)
    edition = write_exports(catalog, tmp_path, EPOCH)
    fragments = Fragments(catalog, environment(REAL), date.fromisoformat(TODAY), edition)
    for text in (fragments.packed_database(), fragments.packed_tables_en()):
        packed_files = set(re.findall(r"(?:hoctap/)?[a-z-]+[.](?:csv|sqlite)[.]gz", text)) - {"hoctap.sqlite.gz"}
        assert packed_files <= set(edition.by_path)
        assert ("hoctap/observations.csv.gz" in packed_files) is named


def test_a_packed_table_is_described_as_what_it_is(catalog: Catalog, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(large_site, "MOST_UNITS", FEW)
    monkeypatch.setattr(packed, "FEWEST_ROWS", 10)
    paths = openapi.document(catalog)["paths"]
    kinds = {path: set(item["get"]["responses"]["200"]["content"]) for path, item in paths.items()}
    assert kinds["/api/v1/tables/observations.json.gz"] == {"application/gzip"}
    assert all(kind == {"application/json"} for path, kind in kinds.items() if not path.endswith(".gz"))


def test_the_page_of_a_source_of_very_many_figures_shows_some_and_counts_the_others(
    catalog: Catalog, monkeypatch: pytest.MonkeyPatch
) -> None:
    key = max(catalog.sources, key=lambda one: len(source_page(catalog, one).figures))
    assert source_page(catalog, key).left_out == 0
    monkeypatch.setattr(first_of_many, "MOST_FIGURES", 1)
    assert source_page(catalog, key).left_out == 0
    monkeypatch.setattr(large_site, "MOST_UNITS", FEW)
    found = source_page(catalog, key)
    assert found.left_out == len(found.figures) - 1 > 0
    assert found.first == found.figures[:1]


def test_pages_that_grow_with_all_units_show_the_first_figures_of_each_kind_and_where_the_others_are(
    catalog: Catalog, monkeypatch: pytest.MonkeyPatch
) -> None:
    day = date.fromisoformat(TODAY)
    catalog = with_former_borders(catalog)
    merged = next(key for key in catalog.areas if any(one.figures for one in on_borders(catalog, key)))
    key = max(catalog.rows_by_indicator, key=lambda one: len(catalog.rows_by_indicator[one]))
    assert not indicator_page(catalog, key).is_long
    assert all(one.first == one.figures for one in on_borders(catalog, merged))
    assert quality(catalog).first_conflicts == quality(catalog).conflicts
    usual = area_in_english(catalog, merged, area_page(catalog, merged, day))
    monkeypatch.setattr(first_of_many, "MOST_FIGURES", 0)
    assert not indicator_page(catalog, key).is_long
    monkeypatch.setattr(large_site, "MOST_UNITS", FEW)
    assert indicator_page(catalog, key).is_long
    assert not any(one.first for one in on_borders(catalog, merged))
    found = quality(catalog)
    assert found.conflicts
    assert not [*found.first_conflicts, *found.first_accepted]
    brief = area_in_english(catalog, merged, area_page(catalog, merged, day))
    left = sum(len(group.rows) for group in usual.groups) - sum(len(group.rows) for group in brief.groups)
    assert (usual.lines, left > 0) == ([], True)
    ((first, where),) = brief.lines
    assert first.text.startswith(f"{left} figure"), first
    assert where.href == "en/du-lieu/"


def test_an_english_page_never_says_that_no_other_figures_are_elsewhere(
    catalog: Catalog, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(large_site, "MOST_UNITS", FEW)
    for most in range(5):
        monkeypatch.setattr(first_of_many, "MOST_FIGURES", most)
        for key in catalog.rows_by_indicator:
            view = indicator_page(catalog, key)
            found = indicator_in_english(catalog, key, view)
            count = sum(len(group.rows) for group in found.groups)
            texts = [cell[0].text for cell in found.lines if "Too many" in cell[0].text]
            assert count <= most or not view.is_long
            assert bool(texts) == view.is_long
            assert all(f"the other {len(view.figures) - count} figure" in text for text in texts), texts


@pytest.mark.build
@pytest.mark.browser
def test_search_reads_packed_parts(browser: Browser, large: str) -> None:
    with page_at(browser, large) as page:
        asked: list[str] = []
        page.on("response", lambda answer: asked.append(answer.url) if answer.ok else None)
        page.goto(f"{large}tim/?q=hoi+vien+hoi+khuyen+hoc+dong+lau", wait_until="networkidle")
        page.locator(f"main a[href*='don-vi/{ASSOCIATION}/']").first.wait_for()
    assert [url for url in asked if "/search/" in url and url.endswith(".json.gz")]
    assert not [url for url in asked if "/search/figures/" in url and url.endswith(".json")]


def test_a_catalog_forgets_what_it_can_find_again_and_nothing_else(catalog: Catalog) -> None:
    traced = TracedCatalog(catalog, date.fromisoformat(TODAY))
    row = catalog.figure_rows[0]
    before = figure_statement(traced, row)
    question = question_of(rows_of_unit, ASSOCIATION)
    traced.knows(question, "from the last time", [("table", "units")])
    traced.forget()
    again = figure_statement(traced, row)
    assert again == before
    assert again is not before
    assert rows_of_unit(traced, ASSOCIATION) == "from the last time"


@pytest.mark.build
@pytest.mark.browser
def test_the_page_of_a_unit_leads_to_every_section_on_a_phone_without_scripts(browser: Browser, large: str) -> None:
    phone = {"width": 360, "height": 740}
    with page_at(browser, large, java_script_enabled=False, viewport=phone) as page:
        page.goto(f"{large}don-vi/{ASSOCIATION}/")
        links = page.locator("nav.md-tabs a")
        assert links.first.is_visible()
        assert page.evaluate(BELOW_HEADER) == 0
        page.emulate_media(media="print")
        assert not links.first.is_visible()
        page.emulate_media(media="screen")
        seen = set(links.evaluate_all("(all) => all.map((link) => link.href)"))
        page.goto(f"{large}nguon/")
        assert seen == set(page.locator("nav.md-tabs a").evaluate_all("(all) => all.map((link) => link.href)"))
        assert page.locator("body").evaluate("(body) => body.scrollWidth") <= phone["width"]
