"""Files that people send: each kind of fault that was met once comes back marked, asked or read right."""

import csv
import re
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any
from xml.sax.saxutils import escape

import openpyxl
import pytest
from docx import Document
from openpyxl.cell.rich_text import CellRichText, TextBlock
from openpyxl.cell.text import InlineFont

from hoctap.check.gate import check
from hoctap.cli import main
from hoctap.contribute.intake import FormOutcome, marked_copy, outcome_lines, read_form
from hoctap.contribute.marks import ANSWER, Mark
from hoctap.contribute.naming.called import called_by_words
from hoctap.contribute.sandbox import RefusedError
from hoctap.contribute.template import template, unit_named
from hoctap.load import load
from hoctap.load.names import Named, Register, register_of
from hoctap.load.web_address import likely_address, written_address
from hoctap.model.catalog import Catalog
from opendocument import EMPTY, ods_cell, ods_of, ods_row

pytestmark = pytest.mark.usefixtures("read_here")

UNIT, SHEET = "so-giao-duc-tinh-dong-lau", "Số liệu"
HEAD = ["Đơn vị", "Chỉ tiêu", "Thời kỳ", "Giá trị", "Cách nói", "Nguồn", "Vị trí trong nguồn"]
ROW = [UNIT, "staff-total", "2024", "118", "", "dong-lau-2025-03-01", "mục 4"]
MONEY = ["hoi-khuyen-hoc-tinh-dong-lau", "fund-raised-vnd", "2021", "150", "", "dong-lau-2025-03-01", "mục 4"]
RATE = ["tinh-dong-lau", "learning-citizens-rate", "2026", "0.615", "", "binh-ho-2026-05", "đoạn 6"]
Change = Callable[[Any], object]


@pytest.fixture
def repository(packages: Path) -> Path:
    return packages


@pytest.fixture
def form(data: Catalog, tmp_path: Path) -> Path:
    path = tmp_path / "form.xlsx"
    path.write_bytes(template(data, UNIT))
    return path


def sheet_of(path: Path, head: list[object], *rows: list[object], change: Change | None = None) -> Path:
    """Write a workbook of one sheet with a table that is not our form."""
    book = openpyxl.Workbook()
    sheet = book.worksheets[0]
    for row in (head, *rows):
        sheet.append(row)
    if change:
        change(sheet)
    book.save(path)
    return path


def changed(path: Path, change: Change) -> Path:
    """Change the figures of a form as a person would."""
    book = openpyxl.load_workbook(path)
    change(book[SHEET])
    book.save(path)
    return path


def column(sheet: Any, title: str) -> int:
    return next(cell.column for cell in sheet[1] if str(cell.value).rstrip(" *") == title)


def line(sheet: Any, indicator: str) -> int:
    at = column(sheet, "Chỉ tiêu")
    return next(n for n in range(2, 300) if f"[{indicator}]" in str(sheet.cell(n, at).value))


def values(outcome: FormOutcome, data: Catalog) -> list[str]:
    """Return value and qualifier of every row that is new."""
    old = {row.cells for row in data.tables["observations"].rows}
    at = data.tables["observations"].positions
    rows = [tuple(row) for text in outcome.trial.files.values() for row in csv.reader(text.splitlines()[1:])]
    return [f"{row[at['value']]} {row[at['qualifier']]}" for row in rows if row not in old]


def with_value(value: object, row: list[str] = ROW) -> list[object]:
    return [value if at == 3 else cell for at, cell in enumerate(row)]


def test_a_column_of_measures_scales_the_figures(data: Catalog, tmp_path: Path) -> None:
    path = sheet_of(tmp_path / "a.xlsx", [*HEAD, "Đơn vị tính"], [*with_value(150, MONEY), "triệu đồng"])
    outcome = read_form(data, path)
    assert outcome.marks == ()
    assert values(outcome, data) == ["150000000 exact"]


@pytest.mark.parametrize(
    ("head", "cell"),
    [
        ("Đơn vị tính", "tá"),
        ("Đơn vị tính", "đồng"),
        ("Hệ số", 1000),
        (None, 42),
        ("Giá trị", 119),
        ("Loại số", "kế hoạch"),
    ],
)
def test_a_filled_column_that_is_not_understood_stops_the_file(
    data: Catalog, tmp_path: Path, head: str | None, cell: object
) -> None:
    outcome = read_form(data, sheet_of(tmp_path / "a.xlsx", [*HEAD, head], [*with_value(118), cell]))
    assert outcome.marks
    assert any(mark.spot in ("H1", "H2", "D2") for mark in outcome.marks), outcome.marks


def test_numbers_of_lines_are_no_column_to_ask_about(data: Catalog, tmp_path: Path) -> None:
    path = sheet_of(tmp_path / "a.xlsx", ["STT", *HEAD], [1, *with_value(118)])
    assert read_form(data, path).marks == ()


@pytest.mark.parametrize("head", ["Số liệu", "Kết quả", "Năm 2024", ""])
def test_a_table_without_its_value_column_is_named_with_what_was_not_understood(
    data: Catalog, tmp_path: Path, head: str
) -> None:
    heads: list[object] = [head if each == "Giá trị" else each for each in HEAD]
    outcome = read_form(data, sheet_of(tmp_path / "a.xlsx", [*heads, "Ghi chú"], [*with_value(118), "theo báo cáo"]))
    assert outcome.trial.files == {}
    assert "«Giá trị»" in outcome.marks[0].must
    assert head in outcome.marks[0].cure


SEEN: dict[str, Change] = {
    "struck through": lambda sheet: setattr(sheet["D2"], "font", openpyxl.styles.Font(strike=True)),
    "hidden row": lambda sheet: setattr(sheet.row_dimensions[2], "hidden", True),
    "comment": lambda sheet: setattr(sheet["D2"], "comment", openpyxl.comments.Comment("số ước", "A")),
    "measure above": lambda sheet: (sheet.insert_rows(1), sheet.cell(1, 1, "Đơn vị tính: nghìn người")),
    "table beside": lambda sheet: (sheet.cell(1, 10, "Bảng khác"), sheet.cell(2, 10, 55)),
}


WORDS_OF_MARKS = {
    "struck through": ("D2", "dòng bị gạch ngang", "bỏ gạch ngang"),
    "hidden row": ("D2", "dòng đang ẩn", "bỏ lọc hoặc bỏ ẩn dòng"),
    "comment": ("D2", "số ước", "chép lời ấy vào cột «Ghi chú»"),
    "measure above": ("A1", "«Đơn vị tính: nghìn người»", "thêm cột «Đơn vị tính»"),
    "table beside": ("J1", "«Bảng khác»", "xóa cột"),
}


@pytest.mark.parametrize("name", SEEN)
def test_what_is_seen_in_the_sheet_is_not_ignored(data: Catalog, tmp_path: Path, name: str) -> None:
    outcome = read_form(data, sheet_of(tmp_path / "a.xlsx", list(HEAD), with_value(118), change=SEEN[name]))
    (mark,), (spot, must, cure) = outcome.marks, WORDS_OF_MARKS[name]
    assert (mark.spot, must in mark.must, cure in mark.cure) == (spot, True, True), mark


def test_a_part_above_its_whole_is_told_which_whole(data: Catalog, tmp_path: Path) -> None:
    part = [UNIT, "staff-online", "2024", "119", "", "dong-lau-2025-03-01", "mục 4"]
    outcome = read_form(data, sheet_of(tmp_path / "a.xlsx", list(HEAD), with_value(118), [*part]))
    assert [mark.must for mark in outcome.marks] == ["phải không quá «Tổng số cán bộ» là 118"]


def formatted(number_format: str) -> Change:
    return lambda sheet: setattr(sheet["D2"], "number_format", number_format)


@pytest.mark.parametrize(
    ("row", "value", "number_format", "read"),
    [
        (RATE, 0.615, "0.0%", "61.5 exact"),
        (RATE, 61.5, '0.0"%"', "61.5 exact"),
        (RATE, 61.5, "0.0\\%", "61.5 exact"),
        (MONEY, 150, '#,##0 "triệu đồng"', "150000000 exact"),
        (MONEY, 150000000, '#,##0,, "triệu đồng"', "150000000 exact"),
        (MONEY, 150000000, '#,##0 "₫"', "150000000 exact"),
        (MONEY, 12.5, '0.0 "tỷ"', "12500000000 exact"),
        (ROW, 0.118, '0.000 "nghìn"', "118 exact"),
        (ROW, 118.5, '0.0 "người"', ""),
        (MONEY, 150000000, "#,##0 [$₫-42A]", "150000000 exact"),
        (ROW, 118, '0 "người"', "118 exact"),
        (ROW, 0.85, "0%", ""),
        (ROW, 118, '0 "đồng"', ""),
        (ROW, 341.25, "General", ""),
        (RATE, 0.615, "General", ""),
    ],
)
def test_number_formats_are_understood_as_a_spreadsheet_does(
    data: Catalog, tmp_path: Path, row: list[str], value: float, number_format: str, read: str
) -> None:
    path = sheet_of(tmp_path / "a.xlsx", list(HEAD), with_value(value, row), change=formatted(number_format))
    outcome = read_form(data, path)
    assert values(outcome, data) == ([read] if read else [])
    assert bool(outcome.marks) is not bool(read), outcome.marks


@pytest.mark.parametrize(
    ("number_format", "period"), [("mm/yyyy", "2024-06"), ("yyyy", "2024"), ("dd/mm/yyyy", "2024-06-30")]
)
def test_a_date_is_as_long_as_its_format_shows(data: Catalog, tmp_path: Path, number_format: str, period: str) -> None:
    import datetime as dt

    row = [dt.date(2024, 6, 30) if at == 2 else cell for at, cell in enumerate(ROW)]
    path = sheet_of(
        tmp_path / "a.xlsx",
        list(HEAD),
        list(row),
        change=lambda sheet: setattr(sheet["C2"], "number_format", number_format),
    )
    assert f",{period}," in "".join(read_form(data, path).trial.files.values())


@pytest.mark.parametrize(
    ("head", "value", "read"),
    [
        ("Giá trị (triệu đồng)", 150, "150000000 exact"),
        ("Giá trị (nghìn đồng) *", 150_000, "150000000 exact"),
        ("Giá trị (1.000 đồng)", 150_000, "150000000 exact"),
        ("Giá trị (trăm ngàn đồng)", 1_500, "150000000 exact"),
        ("GIÁ TRỊ (đồng)", 150_000_000, "150000000 exact"),
        ("GIÁ TRỊ (*):", 150_000_000, "150000000 exact"),
        ("Giá trị (triệu đồng):", 150, "150000000 exact"),
        ("Giá trị (kế hoạch)", 150, ""),
        ("Giá trị (người)", 150, ""),
    ],
)
def test_a_measure_in_the_header_of_the_values_scales_them_or_stops_them(
    data: Catalog, tmp_path: Path, head: str, value: int, read: str
) -> None:
    heads: list[object] = [head if each == "Giá trị" else each for each in HEAD]
    outcome = read_form(data, sheet_of(tmp_path / "a.xlsx", heads, with_value(value, MONEY)))
    assert values(outcome, data) == ([read] if read else [])
    assert bool(outcome.marks) is not bool(read)


@pytest.mark.parametrize("words", ["nghìn người", "nghìn em", "Lượt người", "%", "trăm triệu đồng", "tr.đồng"])
def test_a_measure_in_the_column_of_units_is_told_where_it_belongs(data: Catalog, tmp_path: Path, words: str) -> None:
    outcome = read_form(data, sheet_of(tmp_path / "a.xlsx", list(HEAD), [words, *ROW[1:]]))
    assert "«Đơn vị tính»" in outcome.marks[0].cure


def test_a_row_that_was_not_taken_apart_is_not_ignored(data: Catalog, tmp_path: Path) -> None:
    path = tmp_path / "a.csv"
    path.write_text(f"{';'.join(HEAD)}\n{','.join(ROW)}\n", "utf-8")
    assert [mark.spot for mark in read_form(data, path).marks] == ["A2"]


@pytest.mark.parametrize("text", ["nt", "Như trên", "//", '"'])
def test_words_for_what_stands_above_are_asked_about_in_every_column(data: Catalog, tmp_path: Path, text: str) -> None:
    marks = read_form(data, sheet_of(tmp_path / "a.xlsx", list(HEAD), [*ROW[:6], text])).marks
    assert [(mark.spot, mark.cure) for mark in marks] == [("G2", "ghi lại đủ như dòng trên")]


def test_words_of_a_hedge_win_over_exactly_and_stop_another(data: Catalog, tmp_path: Path) -> None:
    cells = [("hơn 1.180" if at == 3 else "đúng" if at == 4 else cell) for at, cell in enumerate(ROW)]
    outcome = read_form(data, sheet_of(tmp_path / "a.xlsx", list(HEAD), list(cells)))
    assert values(outcome, data) == ["1180 over"]
    cells[4] = "gần"
    outcome = read_form(data, sheet_of(tmp_path / "b.xlsx", list(HEAD), list(cells)))
    assert [mark.spot for mark in outcome.marks] == ["E2"]
    assert "«hơn»" in outcome.marks[0].cure


@pytest.mark.parametrize("mark", [";", "\t", "|"])
def test_the_separator_is_the_one_under_which_our_headers_stand(data: Catalog, tmp_path: Path, mark: str) -> None:
    path = tmp_path / "a.csv"
    title = "Báo cáo, của Sở, năm 2024, a,b,c,d,e,f,g,h,i,k,l,m,n,o"
    path.write_text(
        f"{title}\n{mark.join([*HEAD, 'Ghi chú'])}\n{mark.join([*ROW, '1, 2, 3, 4, 5, 6, 7, 8'])}\n", "utf-8"
    )
    assert values(read_form(data, path), data) == ["118 exact"]


def in_quotes(line: str) -> str:
    return '"' + line.replace('"', '""') + '"'


def in_markdown(line: str) -> str:
    return f"| {' | '.join(next(csv.reader([line])))} |"


@pytest.mark.parametrize("way", [in_quotes, in_markdown])
def test_a_csv_of_an_odd_making_is_read(data: Catalog, tmp_path: Path, way: Callable[[str], str]) -> None:
    lines = [way(",".join(HEAD)), way(",".join(ROW))]
    if way is in_markdown:
        lines.insert(1, "|" + "---|" * len(HEAD))
    path = tmp_path / "a.csv"
    path.write_text("\n".join(lines), encoding="utf-8")
    assert values(read_form(data, path), data) == ["118 exact"]


def test_a_number_that_its_comma_parted_into_two_cells_is_told_by_its_line(data: Catalog, tmp_path: Path) -> None:
    path = tmp_path / "a.csv"
    path.write_text(",".join(HEAD) + "\n" + ",".join(with_value("371,250")), encoding="utf-8")
    with pytest.raises(RefusedError, match=r"dòng 2 có 8 ô mà dòng tên cột có 7: .*«371,250».*dấu nháy kép"):
        read_form(data, path)


@pytest.mark.parametrize(
    "lines",
    [
        (";".join(HEAD), ";".join(ROW) + ";;;;"),
        (";".join(HEAD), ";".join(ROW) + ";12;30"),  # what the sender counted beside the table, parted by no comma
        (",".join([*HEAD, "Nam", "Nữ"]), ",".join([*ROW, "12", "30"]) + ",,"),
        (",".join(HEAD), ",".join(ROW), ",".join([*HEAD, "Nam", "Nữ"]), ",".join([*ROW, "12", "30"])),
    ],
)
def test_two_numbers_side_by_side_in_a_csv_are_no_number_that_a_comma_parted(
    data: Catalog, tmp_path: Path, lines: tuple[str, ...]
) -> None:
    path = tmp_path / "a.csv"
    path.write_text("\n".join(lines), encoding="utf-8")
    assert "ngăn thành hai ô" not in "".join(outcome_lines(read_form(data, path)))


def test_a_file_that_cannot_be_read_is_answered_with_what_works(data: Catalog, tmp_path: Path) -> None:
    path = sheet_of(tmp_path / "a.xlsx", list(HEAD), with_value(118), change=lambda sheet: sheet.cell(65536, 1, "x"))
    with pytest.raises(RefusedError, match="A65536"):
        read_form(data, path)


def in_parts(*parts: tuple[str, dict[str, Any]]) -> Change:
    """Put a text of several looks into the value."""
    text = CellRichText(*(TextBlock(InlineFont(**look), part) for part, look in parts))
    return lambda sheet: setattr(sheet["D2"], "value", text)


@pytest.mark.parametrize(
    ("parts", "rule"),
    [
        ((("118", {}), ("1", {"vertAlign": "superscript"})), "value-is-one-number"),
        ((("118", {}), ("2", {"vertAlign": "subscript"})), "value-is-one-number"),
        ((("9", {"strike": True}), ("118", {})), "row-is-seen"),
    ],
)
def test_a_part_of_a_text_with_a_look_of_its_own_is_no_digit_of_the_number(
    data: Catalog, tmp_path: Path, parts: tuple[tuple[str, dict[str, Any]], ...], rule: str
) -> None:
    path = sheet_of(tmp_path / "a.xlsx", list(HEAD), with_value(118), change=in_parts(*parts))
    outcome = read_form(data, path)
    assert [(mark.spot, mark.rule) for mark in outcome.marks] == [("D2", rule)]
    assert outcome.trial.files == {}
    plain = sheet_of(tmp_path / "b.xlsx", list(HEAD), with_value(118), change=in_parts(("1", {"b": True}), ("18", {})))
    assert values(read_form(data, plain), data) == ["118 exact"]


def test_a_raised_digit_in_word_and_libreoffice_is_no_digit_of_the_number(data: Catalog, tmp_path: Path) -> None:
    document = Document()
    table = document.add_table(2, len(HEAD))
    for at, (head, cell) in enumerate(zip(HEAD, ROW, strict=True)):
        table.rows[0].cells[at].text, table.rows[1].cells[at].text = head, cell
    table.rows[1].cells[3].paragraphs[0].add_run("1").font.superscript = True
    document.save(str(tmp_path / "a.docx"))
    super_style = (
        '<style:style style:name="T1" style:family="text"><style:text-properties style:text-position="super 58%"/>'
        "</style:style>"
    )
    raised = f'{ROW[3]}<text:span text:style-name="T1">1</text:span>'
    cells = [ods_cell(raised if at == 3 else escape(cell)) for at, cell in enumerate(ROW)]
    rows = ods_row(*(ods_cell(escape(head)) for head in HEAD)) + ods_row(*cells)
    for path in (tmp_path / "a.docx", ods_of(tmp_path / "a.ods", {"Trang": rows}, super_style)):
        (mark,) = read_form(data, path).marks
        assert (mark.spot, "«¹»" in mark.must) == ("D2", True), path


def test_a_struck_part_of_a_word_file_is_asked_about(data: Catalog, tmp_path: Path) -> None:
    document = Document()
    table = document.add_table(2, len(HEAD))
    for at, (head, cell) in enumerate(zip(HEAD, ROW, strict=True)):
        table.rows[0].cells[at].text, table.rows[1].cells[at].text = head, cell
    table.rows[1].cells[3].paragraphs[0].runs[0].font.strike = True
    document.save(str(tmp_path / "a.docx"))
    assert [mark.rule for mark in read_form(data, tmp_path / "a.docx").marks] == ["row-is-seen"]


def test_a_header_that_is_repeated_below_is_no_row(data: Catalog, tmp_path: Path) -> None:
    other = ["2023" if at == 2 else cell for at, cell in enumerate(ROW)]
    path = sheet_of(tmp_path / "a.xlsx", list(HEAD), list(ROW), [], list(HEAD), list(other))
    outcome = read_form(data, path)
    assert (outcome.marks, values(outcome, data)) == ((), ["118 exact", "118 exact"])


def test_what_is_merged_down_holds_for_every_row_but_a_value_only_once(data: Catalog, tmp_path: Path) -> None:
    below = [None if at == 0 else "2023" if at == 2 else cell for at, cell in enumerate(ROW)]

    def path(columns: str) -> Path:
        merged = lambda sheet: [sheet.merge_cells(f"{column}2:{column}3") for column in columns]  # noqa: E731
        return sheet_of(tmp_path / f"{columns}.xlsx", list(HEAD), list(ROW), list(below), change=merged)

    outcome = read_form(data, path("A"))
    assert (outcome.marks, values(outcome, data)) == ((), ["118 exact", "118 exact"])
    marks = read_form(data, path("AD")).marks
    assert [(mark.spot, "gộp với ô D2" in mark.must) for mark in marks] == [("D3", True)]
    marked_copy(path("AD"), tmp_path / "marked.xlsx", marks)
    (sheet,) = [each for each in openpyxl.load_workbook(tmp_path / "marked.xlsx") if each.title != "Lỗi cần sửa"]
    assert "gộp" in sheet["D2"].comment.text  # of merged cells only the first can carry a note


def test_all_that_is_wrong_in_merged_cells_is_said_once_in_the_first(tmp_path: Path) -> None:
    path = sheet_of(tmp_path / "a.xlsx", list(HEAD), list(ROW), list(ROW), change=lambda it: it.merge_cells("D2:D3"))
    places = ((2, "một"), (2, "hai"), (3, "ba"))
    marks = [Mark("Sheet", row, 4, "", must, "sửa", "value-is-one-number") for row, must in places]
    marked_copy(path, tmp_path / "b.xlsx", marks)
    note = openpyxl.load_workbook(tmp_path / "b.xlsx")["Sheet"]["D2"].comment.text
    assert note.split("\n") == ["một", "→ sửa", "hai", "→ sửa", "ba", "→ sửa"]


@pytest.mark.parametrize(
    ("last", "must"),
    [
        (["(*) Số liệu tính bằng nghìn"], "dòng chỉ có chữ"),
        (["Tổng cộng", None, None, 118], "dòng tổng"),
        (["Toàn tỉnh", "staff-total", "2024", 118], "dòng tổng"),
    ],
)
def test_a_line_below_the_table_is_called_what_it_is(
    data: Catalog, tmp_path: Path, last: list[object], must: str
) -> None:
    outcome = read_form(data, sheet_of(tmp_path / "a.xlsx", list(HEAD), list(ROW), last))
    assert next(mark.must for mark in outcome.marks if mark.spot == "A3").startswith(must)


def test_a_sheet_of_figures_beside_our_table_is_asked_about(data: Catalog, tmp_path: Path) -> None:
    def with_sheet(number: object) -> Change:
        return lambda sheet: sheet.parent.create_sheet("Phụ lục").append(["Hội viên", number])

    path = sheet_of(tmp_path / "a.xlsx", list(HEAD), list(ROW), change=with_sheet(99))
    outcome = read_form(data, path)
    assert [(mark.sheet, mark.spot) for mark in outcome.marks] == [("Phụ lục", "B1")]
    answer = read_form(data, answered(path, tmp_path / "b.xlsx", outcome, "bỏ qua"))
    assert (answer.marks, values(answer, data)) == ((), ["118 exact"])
    words = sheet_of(tmp_path / "c.xlsx", list(HEAD), list(ROW), change=with_sheet("xem công văn"))
    assert read_form(data, words).marks == ()
    for text in ("Đơn vị tính", "ĐVT: nghìn người"):
        measure = sheet_of(tmp_path / "d.xlsx", list(HEAD), list(ROW), change=with_sheet(text))
        assert [(mark.sheet, text in mark.must) for mark in read_form(data, measure).marks] == [("Phụ lục", True)]


@pytest.mark.parametrize("number", ["120", 120])
def test_a_row_typed_below_the_guide_of_the_form_is_asked_about(data: Catalog, form: Path, number: object) -> None:
    untouched = read_form(data, form)
    typed = read_form(data, changed(form, lambda sheet: sheet.parent["Hướng dẫn"].append([UNIT, "2025", number])))
    assert (untouched.marks, [mark.sheet for mark in typed.marks]) == ((), ["Hướng dẫn"])


def test_a_row_of_the_data_is_not_blamed_for_the_one_that_was_sent(data: Catalog, tmp_path: Path) -> None:
    sent = ["hoi-khuyen-hoc-tinh-dong-lau", "fund-raised-vnd", "2022", "4", *MONEY[4:]]
    path = sheet_of(tmp_path / "a.xlsx", list(HEAD), list(sent))
    marks = read_form(data, path).marks
    assert {mark.rule for mark in marks} == {"value-not-a-thousandfold-slip"}
    assert all(mark.row for mark in marks)


# ── the form knows what it was made from ─────────────────────────────────────────────────────────────────────────


def correct(repository: Path, old: str, new: str) -> Catalog:
    """Change the data after a form was given out."""
    path = repository / "datapackages/unit-statistics/data/observations/dong-lau.csv"
    text = path.read_text(encoding="utf-8")
    assert old in text
    path.write_text(text.replace(old, new), encoding="utf-8")
    return load(repository, validate=False).catalog


def test_a_form_that_is_older_than_a_correction_does_not_undo_it(repository: Path, form: Path) -> None:
    later = correct(repository, ",95,exact,", ",96,about,")
    outcome = read_form(later, form)
    assert outcome.marks == ()
    assert outcome.trial.files == {}


def test_a_row_removed_meanwhile_does_not_come_back(repository: Path, form: Path) -> None:
    path = repository / "datapackages/unit-statistics/data/observations/dong-lau.csv"
    rows = [row for row in path.read_text(encoding="utf-8").splitlines(keepends=True) if "staff-online" not in row]
    path.write_text("".join(rows), encoding="utf-8")
    outcome = read_form(load(repository, validate=False).catalog, form)
    assert (outcome.marks, outcome.trial.files) == ((), {})


def put(title: str, value: object, indicator: str = "staff-online") -> Change:
    return lambda sheet: setattr(sheet.cell(line(sheet, indicator), column(sheet, title)), "value", value)


def test_a_new_row_is_named_with_its_number_as_an_office_writes_it(data: Catalog, tmp_path: Path) -> None:
    outcome = read_form(data, sheet_of(tmp_path / "a.xlsx", list(HEAD), with_value("hơn 1.180")))
    assert "thêm: Tổng số cán bộ · 2024: hơn 1.180" in outcome_lines(outcome)


def test_a_changed_row_is_a_correction_told_old_and_new(data: Catalog, form: Path) -> None:
    outcome = read_form(data, changed(form, put("Giá trị", "117")))
    assert outcome.marks == ()
    assert values(outcome, data) == ["117 exact"]
    assert "118 → 117" in outcome.corrections[0]


def test_a_row_changed_on_both_sides_comes_back_with_three_columns(repository: Path, form: Path) -> None:
    later = correct(repository, ",118,exact,", ",119,exact,")
    outcome = read_form(later, changed(form, put("Giá trị", "117")))
    (mark,) = outcome.marks
    assert outcome.trial.files == {}
    assert ("Giá trị: 117" in mark.must, mark.given, mark.now) == (True, "Giá trị: 118", "Giá trị: 119")


def answered(path: Path, out: Path, outcome: FormOutcome, answer: str) -> Path:
    """Answer every question in the marked copy, as its sender would."""
    marked_copy(path, out, outcome.marks)
    book = openpyxl.load_workbook(out)
    sheet = book["Lỗi cần sửa"]
    at = next(cell.column for cell in sheet[1] if cell.value == ANSWER)
    for n in range(2, sheet.max_row + 1):
        sheet.cell(n, at).value = answer
    book.save(out)
    return out


@pytest.mark.parametrize("title", ["Ghi chú", "Phạm vi", "Độ rõ của thời kỳ", "Cách nói", "Vị trí trong nguồn"])
def test_a_column_taken_out_of_the_form_takes_nothing_out_of_the_data(repository: Path, form: Path, title: str) -> None:
    later = correct(
        repository, ",95,exact,,,dong-lau-2025-03-01,mục 5,", ",95,over,cấp tỉnh,,dong-lau-2025-03-01,mục 5,xem"
    )
    form.write_bytes(template(later, UNIT))
    outcome = read_form(later, changed(form, lambda sheet: sheet.delete_cols(column(sheet, title))))
    assert (outcome.marks, outcome.trial.files) == ((), {})


def test_a_table_that_is_no_form_asks_before_it_changes_a_row_and_keeps_its_notes(
    repository: Path, tmp_path: Path
) -> None:
    later = correct(
        repository, ",118,exact,,,dong-lau-2025-03-01,mục 4,", ",118,exact,,,dong-lau-2025-03-01,mục 4,số ước"
    )
    row = [UNIT, "staff-online", "2025-03-01", "117", "", "dong-lau-2025-03-01", "mục 4"]
    path = sheet_of(tmp_path / "a.xlsx", list(HEAD), list(row))
    outcome = read_form(later, path)
    assert outcome.trial.files == {}
    assert [(mark.rule, mark.now) for mark in outcome.marks] == [("newer-truth-is-kept", "Giá trị: 118")]
    outcome = read_form(later, answered(path, tmp_path / "b.xlsx", outcome, "đúng"))
    assert outcome.marks == ()
    assert ",117,exact,,,dong-lau-2025-03-01,mục 4,số ước" in "".join(outcome.trial.files.values())


def test_a_form_copied_into_a_new_workbook_does_not_undo_a_correction(
    repository: Path, form: Path, tmp_path: Path
) -> None:
    rows = [list(row[:-1]) for row in openpyxl.load_workbook(form)[SHEET].iter_rows(values_only=True) if row[1]]
    later = correct(repository, ",118,exact,", ",119,exact,")
    outcome = read_form(later, sheet_of(tmp_path / "a.xlsx", *rows))
    assert outcome.trial.files == {}
    assert [mark.rule for mark in outcome.marks] == ["newer-truth-is-kept"]


def saved_as(path: Path, ending: str) -> Path:
    """Save a form as another program would: every sheet of it as .ods, its figures as a table of Word."""
    book, out = openpyxl.load_workbook(path), path.with_suffix(ending)
    if ending == ".ods":
        sheets = {
            sheet.title: "".join(
                ods_row(*(ods_cell(escape(str(value))) if value is not None else EMPTY for value in row))
                for row in sheet.iter_rows(values_only=True)
            )
            for sheet in book.worksheets
        }
        return ods_of(out, sheets)
    rows = [row for row in book[SHEET].iter_rows(values_only=True) if row[1]]
    document = Document()
    table = document.add_table(len(rows), len(rows[0]))
    for n, row in enumerate(rows):
        for at, cell in enumerate(table.rows[n].cells):
            cell.text = str(row[at] or "")
    document.save(str(out))
    return out


@pytest.mark.parametrize("ending", [".ods", ".docx"])
def test_a_form_saved_in_another_format_is_still_the_form(data: Catalog, form: Path, ending: str) -> None:
    outcome = read_form(data, saved_as(form, ending))
    assert (outcome.marks, outcome.trial.files) == ((), {})
    outcome = read_form(data, saved_as(changed(form, put("Giá trị", "117")), ending))
    if ending == ".docx":  # a table of Word does not say what it was made from
        assert [(mark.rule, mark.now) for mark in outcome.marks] == [("newer-truth-is-kept", "Giá trị: 118")]
    else:
        assert (outcome.marks, values(outcome, data)) == ((), ["117 exact"])
    outcome = read_form(data, saved_as(changed(form, put("Giá trị", "120\n150")), ending))
    assert "nhiều dòng" in outcome.marks[0].must


def test_a_marked_copy_of_another_format_is_a_workbook(data: Catalog, form: Path, tmp_path: Path) -> None:
    path = saved_as(changed(form, put("Giá trị", "mười")), ".ods")
    outcome = read_form(data, path)
    marked_copy(path, tmp_path / "b.xlsx", outcome.marks)
    assert openpyxl.load_workbook(tmp_path / "b.xlsx")[SHEET][outcome.marks[0].spot].comment is not None


GONE: dict[str, Change] = {
    "deleted": lambda sheet: sheet.delete_rows(line(sheet, "staff-online")),
    "cleared": lambda sheet: [setattr(cell, "value", None) for cell in sheet[line(sheet, "staff-online")]],
    "value cleared": put("Giá trị", None),
    "«bỏ» for the value": put("Giá trị", "bỏ"),
    "«không còn» for the value": put("Giá trị", "không còn"),
    "no figure, in words": put("Giá trị", "Không có số liệu"),
    "«xin xóa dòng này» in the note": put("Ghi chú", "Xin xóa dòng này."),
    "struck": lambda sheet: setattr(
        sheet.cell(line(sheet, "staff-online"), column(sheet, "Giá trị")), "font", openpyxl.styles.Font(strike=True)
    ),
}


@pytest.mark.parametrize("name", GONE)
def test_a_row_taken_out_of_the_form_is_a_removal_that_is_asked(
    data: Catalog, form: Path, tmp_path: Path, name: str
) -> None:
    outcome = read_form(data, changed(form, GONE[name]))
    assert outcome.trial.files == {}
    assert [mark.rule for mark in outcome.marks] == ["removal-is-meant"]
    kept = read_form(data, answered(form, tmp_path / "b.xlsx", outcome, "giữ"))
    assert (kept.marks, kept.trial.files) == ((), {})
    gone = read_form(data, answered(form, tmp_path / "c.xlsx", outcome, "xoa"))
    assert gone.marks == ()
    assert "staff-online" not in "".join(gone.trial.files.values())


def test_many_rows_that_are_gone_are_asked_about_once(data: Catalog, form: Path, tmp_path: Path) -> None:
    def clear(sheet: Any) -> None:
        for row in range(2, 9):
            sheet.cell(row, column(sheet, "Giá trị")).value = None

    outcome = read_form(data, changed(form, clear))
    assert [mark.rule for mark in outcome.marks] == ["removal-is-meant"]
    assert "7 dòng của mẫu" in outcome.marks[0].must
    kept = read_form(data, answered(form, tmp_path / "b.xlsx", outcome, "giữ"))
    assert (kept.marks, kept.trial.files) == ((), {})
    gone = read_form(data, answered(form, tmp_path / "c.xlsx", outcome, "xoa"))
    assert len(gone.corrections) == 7


@pytest.mark.parametrize(("title", "given"), [("Độ rõ của thời kỳ", "chưa chắc"), ("Cách nói", "hơn")])
def test_a_doubt_that_is_cleared_is_not_supposed_away(repository: Path, tmp_path: Path, title: str, given: str) -> None:
    later = correct(
        repository,
        "staff-online,2025-03-01,moment,inferred,118,exact",
        "staff-online,2025-03-01,moment,uncertain,118,over",
    )
    path = tmp_path / "form.xlsx"
    path.write_bytes(template(later, UNIT))
    outcome = read_form(later, changed(path, put(title, None)))
    assert [(mark.rule, given in mark.must) for mark in outcome.marks] == [("required-value-is-there", True)]
    assert outcome.trial.files == {}


def test_a_removal_tells_the_number_with_its_hedge(data: Catalog, tmp_path: Path) -> None:
    form = tmp_path / "form.xlsx"
    form.write_bytes(template(data, "so-giao-duc-tinh-suoi-bac"))
    at = column(openpyxl.load_workbook(form)[SHEET], "Giá trị")
    rows = [n for n in range(2, 9) if openpyxl.load_workbook(form)[SHEET].cell(n, at).value in (88, "88", "hơn 88")]
    outcome = read_form(data, changed(form, lambda sheet: sheet.delete_rows(rows[0])))
    assert [mark.must.rpartition(" = ")[2] for mark in outcome.marks] == ["hơn 88"]
    gone = read_form(data, answered(form, tmp_path / "b.xlsx", outcome, "xoa"))
    assert [text.rpartition(": ")[2] for text in gone.corrections] == ["hơn 88"]


def test_a_figure_taken_out_of_a_row_with_a_note_is_asked_about_unless_the_note_says_why(
    repository: Path, form: Path
) -> None:
    later = correct(
        repository, "mục 4,\nso-giao-duc-tinh-dong-lau,staff-total", "mục 4,cũ\nso-giao-duc-tinh-dong-lau,staff-total"
    )
    form.write_bytes(template(later, UNIT))
    outcome = read_form(later, changed(form, put("Giá trị", None)))
    assert ([mark.rule for mark in outcome.marks], outcome.trial.files) == (["removal-is-meant"], {})
    outcome = read_form(later, changed(form, put("Ghi chú", "nguồn đã rút con số này")))
    assert outcome.marks == ()
    assert "Giá trị: 118 → (trống)" in outcome.corrections[0]


def test_corrections_are_told_with_the_thousands_apart(data: Catalog, tmp_path: Path) -> None:
    path = tmp_path / "form.xlsx"
    path.write_bytes(template(data, MONEY[0]))
    outcome = read_form(data, changed(path, put("Giá trị", "9.500.000.000", "fund-raised-vnd")))
    assert re.search(r"Giá trị: \d{1,3}(\.\d{3})+ → 9\.500\.000\.000$", outcome.corrections[0])
    path.write_bytes(template(data, MONEY[0]))
    gone = read_form(data, changed(path, put("Giá trị", None, "fund-raised-vnd"))).marks[0]
    assert re.search(r"= \d{1,3}(\.\d{3})+$", gone.must)


def test_corrections_are_told_in_the_words_of_the_form(data: Catalog, form: Path) -> None:
    outcome = read_form(data, changed(form, put("Cách nói", "hơn")))
    assert outcome.corrections == ("sửa: Cán bộ học trực tuyến · 1/3/2025: Cách nói: đúng → hơn",)
    outcome = read_form(data, changed(form, put("Nguồn", "binh-ho-2026-05")))
    assert "Nguồn: " in outcome.marks[0].must.split("; nay là ")[1]


def test_this_years_figure_over_last_years_is_recognised_by_its_period(
    data: Catalog, form: Path, tmp_path: Path
) -> None:
    def over(sheet: Any) -> None:
        put("Thời kỳ", "2024")(sheet)
        put("Giá trị", "121")(sheet)

    outcome = read_form(data, changed(form, over))
    (mark,) = outcome.marks
    assert (mark.rule, outcome.trial.files) == ("correction-keeps-its-key", {})
    added = read_form(data, answered(form, tmp_path / "b.xlsx", outcome, "thêm dòng mới"))
    assert values(added, data) == ["121 exact"]
    assert ",118,exact," in "".join(added.trial.files.values())
    replaced = read_form(data, answered(form, tmp_path / "c.xlsx", outcome, "sửa dòng cũ"))
    assert ",118,exact," not in "".join(replaced.trial.files.values())


def test_a_sorted_form_is_still_unchanged(data: Catalog, form: Path) -> None:
    def turned_over(sheet: Any) -> None:
        rows = [[cell.value for cell in row] for row in sheet.iter_rows(min_row=2, max_row=8)]
        for n, row in enumerate(reversed(rows), 2):
            for at, value in enumerate(row, 1):
                sheet.cell(n, at).value = value

    outcome = read_form(data, changed(form, turned_over))
    assert (outcome.marks, outcome.trial.files) == ((), {})


def test_a_correction_to_the_number_of_another_row_is_asked_about(data: Catalog, tmp_path: Path) -> None:
    path = tmp_path / "form.xlsx"
    path.write_bytes(template(data, MONEY[0]))

    def moved(sheet: Any) -> None:
        sheet.cell(line(sheet, "fund-raised-vnd"), column(sheet, "Giá trị")).value = "1.875.500.000"

    outcome = read_form(data, changed(path, moved))
    (mark,) = outcome.marks
    assert "là số của dòng khác trong sổ (Số tiền vận động được cho quỹ khuyến học · 2024)" in mark.must
    assert outcome.trial.files == {}


def with_copy(path: Path, change: Change) -> Path:
    """Copy the sheet of figures within the form, as a person does who keeps the old one, and change the copy."""
    book = openpyxl.load_workbook(path)
    copy = book.copy_worksheet(book[SHEET])
    copy.title = f"{SHEET} (2)"
    change(copy)
    book.save(path)
    return path


def test_a_copied_sheet_says_what_it_says_again_once(data: Catalog, form: Path) -> None:
    assert read_form(data, with_copy(form, lambda _: None)).marks == ()


def test_a_new_row_on_a_copied_sheet_is_read(data: Catalog, form: Path) -> None:
    def one_more(sheet: Any) -> None:
        at = next(n for n in range(2, 300) if not sheet.cell(n, column(sheet, "Giá trị")).value)
        for title, text in zip(HEAD, ROW, strict=True):
            sheet.cell(at, column(sheet, title)).value = text

    outcome = read_form(data, with_copy(form, one_more))
    assert (outcome.marks, values(outcome, data)) == ((), ["118 exact"])


def test_a_row_changed_on_a_copied_sheet_is_not_taken_for_the_untouched_one_in_its_place(
    data: Catalog, form: Path
) -> None:
    def another_time(sheet: Any) -> None:
        at = line(sheet, "staff-total")
        sheet.cell(at, column(sheet, "Thời kỳ")).value = "2024"
        sheet.cell(at, column(sheet, "Giá trị")).value = "117"

    assert values(read_form(data, with_copy(form, another_time)), data) == ["117 exact"]


def test_a_form_without_its_value_header_is_told_so_and_not_that_its_sheet_is_to_go(data: Catalog, form: Path) -> None:
    def bare(sheet: Any) -> None:
        at = next(n for n in range(2, 300) if not sheet.cell(n, column(sheet, "Giá trị")).value)
        for title, text in zip(HEAD, with_value(118), strict=True):
            sheet.cell(at, column(sheet, title)).value = text
        sheet.cell(1, column(sheet, "Giá trị")).value = None

    (mark,) = read_form(data, changed(form, bare)).marks
    assert "cột chưa hiểu: «không tên» (ô E1)" in mark.cure


def test_a_form_used_for_another_unit_is_refused_once(data: Catalog, form: Path) -> None:
    def rename(sheet: Any) -> None:
        for row in range(2, 300):
            if sheet.cell(row, column(sheet, "Chỉ tiêu")).value:
                sheet.cell(row, column(sheet, "Đơn vị"), "Sở Giáo dục và Đào tạo tỉnh Suối Bạc")

    with pytest.raises(RefusedError, match=r"mẫu này chỉ của Sở Giáo dục và Đào tạo tỉnh Đông Lâu, mà cả \d+ dòng ghi"):
        read_form(data, changed(form, rename))


def test_a_note_of_a_later_year_beside_a_changed_number_is_asked_about(
    data: Catalog, form: Path, tmp_path: Path
) -> None:
    def over(sheet: Any) -> None:
        put("Giá trị", "121")(sheet)
        put("Ghi chú", "số năm 2026")(sheet)

    outcome = read_form(data, changed(form, over))
    assert [(mark.rule, "năm 2026" in mark.must) for mark in outcome.marks] == [("correction-keeps-its-key", True)]
    assert outcome.trial.files == {}
    kept = read_form(data, answered(form, tmp_path / "b.xlsx", outcome, "đúng"))
    assert values(kept, data) == ["121 exact"]


def test_the_number_of_a_document_is_no_year_of_a_note(data: Catalog, form: Path) -> None:
    def over(sheet: Any) -> None:
        put("Giá trị", "121")(sheet)
        put("Ghi chú", "sửa theo Quyết định số 2026/QĐ-SGD")(sheet)

    assert values(read_form(data, changed(form, over)), data) == ["121 exact"]


def test_another_units_name_in_the_form_is_refused(data: Catalog, form: Path) -> None:
    other = "Trường THPT Hồ Sen [truong-thpt-ho-sen]"
    outcome = read_form(data, changed(form, put("Đơn vị", other)))
    assert "form-is-of-its-unit" in {mark.rule for mark in outcome.marks}
    assert outcome.trial.files == {}


def test_a_form_of_the_old_kind_asks_instead_of_undoing(repository: Path, data: Catalog, form: Path) -> None:
    book = openpyxl.load_workbook(form)
    hidden = book["_hoctap"]
    hidden.delete_rows(2, 50)
    hidden["B1"] = 1
    book.save(form)
    assert read_form(data, form).trial.files == {}
    outcome = read_form(correct(repository, ",95,exact,", ",96,about,"), form)
    assert outcome.trial.files == {}
    assert [mark.rule for mark in outcome.marks] == ["newer-truth-is-kept"]


OBSERVATIONS = "datapackages/unit-statistics/data/observations/dong-lau.csv"
Later = Callable[[Path], object]


def replaced(old: str, new: str) -> Later:
    """Return the change of one text in every table: a code that is called otherwise from now on."""

    def change(root: Path) -> None:
        for path in (root / "datapackages").rglob("*.csv"):
            path.write_text(path.read_text(encoding="utf-8").replace(old, new), encoding="utf-8")

    return change


def without_row(root: Path) -> None:
    path = root / OBSERVATIONS
    rows = path.read_text(encoding="utf-8").splitlines(keepends=True)
    path.write_text("".join(row for row in rows if "staff-online" not in row), encoding="utf-8")


def with_row(root: Path) -> None:
    path = root / OBSERVATIONS
    row = f"{UNIT},staff-total,2023,moment,stated,116,exact,,,dong-lau-2025-03-01,mục 9,\n"
    path.write_text(path.read_text(encoding="utf-8") + row, encoding="utf-8")


def with_the_same_row(root: Path) -> None:
    with_row(root)
    replaced(",116,", ",115,")(root)


def keep(*_: object) -> None:
    """Change nothing."""


def below(sheet: Any) -> None:
    """Type a new figure into the first blank line."""
    n = next(n for n in range(2, 300) if not sheet.cell(n, column(sheet, "Chỉ tiêu")).value)
    typed = {"Chỉ tiêu": "staff-total", "Thời kỳ": "2023", "Giá trị": "115"}
    for title, value in (typed | {"Nguồn": "dong-lau-2025-03-01", "Vị trí trong nguồn": "mục 9"}).items():
        sheet.cell(n, column(sheet, title)).value = value


def head_of_new(sheet: Any) -> None:
    """Correct the figure that was typed into the first blank line."""
    n = next(n for n in range(2, 300) if sheet.cell(n, column(sheet, "Giá trị")).value == "115")
    sheet.cell(n, column(sheet, "Giá trị")).value = "116"


def other_columns(sheet: Any) -> None:
    """Make the hidden sheet that of a form with one column less, one more, and the value changed."""
    hidden = sheet.parent["_hoctap"]
    for n, text in enumerate(("estimated", "yes", "yes", "yes"), 2):
        hidden.cell(n, 12).value = text
    put("Giá trị", "117")(sheet)


def head_renamed(sheet: Any) -> None:
    sheet.cell(1, column(sheet, "Giá trị")).value = "Số lượng"


ASKED, REMOVAL, KEY = "newer-truth-is-kept", "removal-is-meant", "correction-keeps-its-key"
# What befell the data since the form was given out, what its sender did, the rules of the questions, the new values.
STALE: dict[str, tuple[Later, Change, list[str], list[str]]] = {
    "another code of an indicator": (replaced("staff-online", "staff-distance"), keep, [], []),
    "another code of a source": (replaced("dong-lau-2025-03-01", "dong-lau-2025-03-02"), keep, [], []),
    "another code of the unit": (replaced(UNIT, "so-gddt-dong-lau"), keep, [], []),
    "a new code, and its row changed": (
        replaced("staff-online", "staff-distance"),
        put("Giá trị", "117"),
        ["reference-exists"],
        [],
    ),
    "a new name of a unit, and a row more": (replaced("Sở Giáo dục", "Sở Học"), below, [], ["115 exact"]),
    "a row that is in the data by now, otherwise": (with_row, below, [ASKED], []),
    "a row that is in the data by now, the same": (with_the_same_row, below, [], []),
    "a removed row, changed": (without_row, put("Giá trị", "117"), [ASKED], []),
    "a dash over a figure": (keep, put("Giá trị", "–"), [REMOVAL], []),
    "other columns in the form": (keep, other_columns, [], ["117 exact"]),
    "a head that is not known": (replaced(",118,exact,", ",119,exact,"), head_renamed, ["column-is-known"], []),
}


@pytest.mark.parametrize("name", STALE)
def test_a_form_is_held_against_what_it_was_given(repository: Path, form: Path, name: str) -> None:
    change, act, rules, new_values = STALE[name]
    changed(form, act)
    change(repository)
    later = load(repository, validate=False).catalog
    outcome = read_form(later, form)
    assert [mark.rule for mark in outcome.marks] == rules
    assert values(outcome, later) == new_values


def test_what_the_sender_left_alone_stays_as_the_data_hold_it(repository: Path, form: Path, tmp_path: Path) -> None:
    later = correct(
        repository, "mục 4,\nso-giao-duc-tinh-dong-lau,staff-total", "mục 4,chưa đủ\n" + f"{UNIT},staff-total"
    )
    outcome = read_form(later, changed(form, put("Giá trị", "117")))
    assert [mark.rule for mark in outcome.marks] == [ASKED]
    outcome = read_form(later, answered(form, tmp_path / "b.xlsx", outcome, "đúng"))
    assert outcome.corrections == ("sửa: Cán bộ học trực tuyến · 1/3/2025: Giá trị: 118 → 117",)
    assert ",117,exact,,,dong-lau-2025-03-01,mục 4,chưa đủ" in "".join(outcome.trial.files.values())


def as_csv(path: Path) -> Path:
    """Save the figures of a form as CSV: the hidden sheet is lost, the hidden column stays."""
    rows = openpyxl.load_workbook(path)[SHEET].iter_rows(values_only=True)
    with path.with_suffix(".csv").open("w", encoding="utf-8", newline="") as file:
        csv.writer(file).writerows(["" if cell is None else cell for cell in row] for row in rows if any(row[1:]))
    return path.with_suffix(".csv")


def after_writing(repository: Path, outcome: FormOutcome) -> Catalog:
    """Write what a form brings, and read the data again."""
    assert outcome.marks == ()
    for path, text in outcome.trial.files.items():
        (repository / path).write_text(text, encoding="utf-8")
    return load(repository, validate=False).catalog


def moved(sheet: Any) -> None:
    put("Thời kỳ", "2024")(sheet)
    put("Giá trị", "121")(sheet)


# What the sender did, the answer where one was asked for, and what the second sending is told to be.
TWICE: dict[str, tuple[Change, str, str]] = {
    "a correction": (put("Giá trị", "117"), "", "Cán bộ học trực tuyến · 1/3/2025: 117"),
    "a row more": (below, "", "2023: 115"),
    "another year over the old": (moved, "sửa dòng cũ", "2024: 121"),
    "another year as a row more": (moved, "thêm dòng mới", "2024: 121"),
}


@pytest.mark.parametrize("name", TWICE)
@pytest.mark.parametrize("saved", [Path, as_csv], ids=["form", "csv"])
def test_a_form_sent_twice_is_told_to_be_known_already(
    repository: Path, data: Catalog, form: Path, tmp_path: Path, name: str, saved: Callable[[Path], Path]
) -> None:
    act, answer, known = TWICE[name]
    path = saved(changed(form, act))
    outcome = read_form(data, path)
    if outcome.marks:
        outcome = read_form(data, answered(path, tmp_path / "b.xlsx", outcome, answer or "đúng"))
    later = after_writing(repository, outcome)
    again = read_form(later, path)
    assert (again.marks, again.corrections, again.trial.files) == ((), (), {})
    # A line of CSV that shows what the data hold says no more than that.
    assert known in again.what_is_known or (name, saved) == ("a correction", as_csv)


@pytest.mark.parametrize(("act", "once_more"), [(put("Giá trị", "117"), put("Giá trị", "116")), (below, head_of_new)])
def test_a_form_corrected_and_sent_again_is_not_called_somebody_elses_change(
    repository: Path, data: Catalog, form: Path, tmp_path: Path, act: Change, once_more: Change
) -> None:
    later = after_writing(repository, read_form(data, changed(form, act)))
    outcome = read_form(later, changed(form, once_more))
    (mark,) = outcome.marks
    assert "lần gửi trước của đơn vị" in mark.must
    assert "nếu tệp ghi đúng" in mark.cure_with_answers
    outcome = read_form(later, answered(form, tmp_path / "b.xlsx", outcome, "đúng"))
    assert (outcome.marks, [value.split()[0] for value in values(outcome, later)]) == ((), ["116"])


def a_copy_below(sheet: Any) -> None:
    n, of = sheet.max_row + 1, line(sheet, "staff-online")
    n = next(n for n in range(2, 300) if not sheet.cell(n, column(sheet, "Chỉ tiêu")).value)
    for at in range(1, sheet.max_column + 1):
        sheet.cell(n, at).value = sheet.cell(of, at).value
    sheet.cell(n, column(sheet, "Thời kỳ")).value = "1/3/2024"


# The same of a form saved as CSV, whose lines are still named after the rows that they were.
STALE_CSV: dict[str, tuple[Later, Change, list[str], list[str]]] = {
    "nothing": (keep, keep, [], []),
    "a column taken out": (keep, lambda sheet: sheet.delete_cols(1), [], []),
    "a row that was removed": (without_row, keep, [ASKED], []),
    "a row of another period by now": (replaced("staff-online,2025-03-01", "staff-online,2025-03"), keep, [ASKED], []),
    "a corrected row": (replaced(",118,exact,", ",119,exact,"), keep, [ASKED], []),
    "this year over last year": (keep, put("Thời kỳ", "1/3/2024"), [KEY], []),
    "another source over the old": (keep, put("Nguồn", "binh-ho-2026-05"), [KEY], []),
    "another unit": (keep, put("Đơn vị", "Trường THPT Hồ Sen [truong-thpt-ho-sen]"), [KEY], []),
    "a copy of a line, of another day": (keep, a_copy_below, [], ["118 exact"]),
    "a new line": (keep, below, [], ["115 exact"]),
}


@pytest.mark.parametrize("name", STALE_CSV)
def test_a_form_saved_as_csv_undoes_nothing(repository: Path, form: Path, name: str) -> None:
    change, act, rules, new_values = STALE_CSV[name]
    changed(form, act)
    change(repository)
    later = load(repository, validate=False).catalog
    outcome = read_form(later, as_csv(form))
    assert [mark.rule for mark in outcome.marks] == rules
    assert values(outcome, later) == new_values


def test_a_time_that_is_asked_about_is_not_asked_of_a_row_nobody_touched(repository: Path, tmp_path: Path) -> None:
    later = correct(repository, "fund-raised-vnd,2022,calendar-year", "fund-raised-vnd,2022-10-15,moment")
    path = tmp_path / "form.xlsx"
    path.write_bytes(template(later, "hoi-khuyen-hoc-tinh-dong-lau"))
    outcome = read_form(later, as_csv(path))
    assert (outcome.marks, outcome.trial.files) == ((), {})


# ── names ────────────────────────────────────────────────────────────────────────────────────────────────────────


def new(root: Path, kind: str, **cells: str) -> int:
    answers = [word for name, text in cells.items() for word in ("--set", f"{name}={text}")]
    return main(["new", kind, "--no-input", "--root", str(root), *answers])


def twins(repository: Path) -> Catalog:
    for name in ("Xã Thạnh Phú, tỉnh Đông Lâu", "Xã Thanh Phú, tỉnh Đông Lâu"):
        code = "thanh-1" if "Thạnh" in name else "thanh-2"
        given = {"unit_kind": "Địa bàn", "level": "xa", "area_id": "dong-lau"}
        assert new(repository, "unit", name_vi=name, unit_id=code, **given) == 0
    return load(repository, validate=False).catalog


def test_names_that_differ_by_a_mark_are_two_units(repository: Path) -> None:
    catalog = twins(repository)
    assert unit_named(catalog, "Xã Thanh Phú, tỉnh Đông Lâu").code == "thanh-2"
    assert unit_named(catalog, "Xã Thạnh Phú, tỉnh Đông Lâu").code == "thanh-1"
    assert unit_named(catalog, "xa thanh phu, tinh dong lau").is_tie


def test_an_alias_a_short_name_and_words_find_their_unit(data: Catalog) -> None:
    for alias in data.tables["unit_aliases"].rows:
        assert unit_named(data, alias.cells[1]).code in (alias.cells[0], "")
    assert unit_named(data, "so giao duc dong lau").code == UNIT


@pytest.mark.parametrize(
    ("name", "code", "is_tie"),
    [
        ("Bình Hồ", "binh-ho", False),
        ("thành phố Bình Hồ", "binh-ho", False),
        ("TP Binh Ho", "binh-ho", False),
        ("TP. Bình Hồ", "binh-ho", False),
        ("tỉnh Đông Lâu", "", True),
    ],
)
def test_an_area_is_found_with_its_kind_before_its_name(data: Catalog, name: str, code: str, *, is_tie: bool) -> None:
    found = register_of(data, "areas").find(name)
    assert (found.code, found.is_tie) == (code, is_tie)


def test_a_unit_of_a_known_name_is_not_made_twice(repository: Path, capsys: pytest.CaptureFixture[str]) -> None:
    given = {"unit_kind": "Sở, ngành", "level": "tinh", "area_id": "dong-lau"}
    assert new(repository, "unit", name_vi="Sở Giáo dục và Đào tạo tỉnh Đông Lâu", **given) == 1
    out = capsys.readouterr().out
    assert f"[{UNIT}]" in out
    assert "--set 'name_vi=Sở Giáo dục và Đào tạo tỉnh Đông Lâu'" in out


@pytest.mark.parametrize(
    ("name", "cure"),
    [
        ("Hội Khuyến học xã Mẫu, tỉnh Bình Hồ", "ghi area_id=binh-ho;"),
        ("Hội Khuyến học xã Mẫu, tỉnh Đông Lâu", "ghi area_id=dong-lau hoặc area_id=dong-lau-truoc-2025;"),
        ("Trường Tiểu học Mẫu", "ghi area_id=tên địa phương;"),
    ],
)
def test_a_unit_of_which_nobody_says_where_it_is_is_asked_about(
    repository: Path, capsys: pytest.CaptureFixture[str], name: str, cure: str
) -> None:
    given = {"unit_kind": "Hội khuyến học", "level": "xa"}
    assert new(repository, "unit", name_vi=name, **given) == 1
    assert cure in capsys.readouterr().out
    assert new(repository, "unit", name_vi=name, area_id="", **given) == 0  # that it is not known is an answer


@pytest.mark.parametrize(
    "name",
    [
        "So Giao duc va Dao tao tinh Dong Lau",
        "Sở Giáo dục và Đào tạo tinh Dong Lau",
        "Sở Giáo dục và Đào tạo tỉnh Đông Lâu (Đông Lâu)",
        "Sở GD&ĐT tỉnh Đông Lâu (tỉnh Đông Lâu)",
    ],
)
def test_a_unit_typed_without_its_marks_is_not_made_twice(
    repository: Path, capsys: pytest.CaptureFixture[str], name: str
) -> None:
    given = {"unit_kind": "Sở, ngành", "level": "tinh", "area_id": "dong-lau"}
    assert new(repository, "unit", name_vi=name, **given) == 1
    assert f"[{UNIT}]" in capsys.readouterr().out


@pytest.mark.parametrize("name", ["Hội KHVN tỉnh Đông Lâu", "Hội Khuyến học Việt Nam tỉnh Đông Lâu"])
def test_the_association_of_a_place_is_known_with_the_country_in_its_name(
    repository: Path, capsys: pytest.CaptureFixture[str], name: str
) -> None:
    given = {"unit_kind": "Hội khuyến học", "level": "tinh", "area_id": "dong-lau"}
    assert new(repository, "unit", name_vi=name, **given) == 1
    assert "[hoi-khuyen-hoc-tinh-dong-lau]" in capsys.readouterr().out


def test_a_word_that_is_in_no_list_of_codes_is_answered_with_the_list(
    repository: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    figure = {"unit_id": UNIT, "indicator_id": "staff-total", "period": "2024", "value": "118"}
    new(repository, "observation", **figure, source_id="dong-lau-2025-03-01", locator="mục 4", qualifier="abcxyz")
    out = capsys.readouterr().out
    assert "ghi mã; chọn một: " in out
    assert "đúng [exact]" in out


def test_a_row_without_what_must_be_there_is_told_so_and_nothing_else(
    repository: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert new(repository, "indicator", name_vi="Số tủ sách", unit_measure="nguoi") == 1
    out = capsys.readouterr().out
    assert "(name_en): phải có giá trị" in out
    assert set(re.findall(r"\[([a-z-]+)\]", out)) == {"required-value-is-there"}


def test_a_column_may_be_given_by_its_title(repository: Path, capsys: pytest.CaptureFixture[str]) -> None:
    titles = {"Đơn vị": UNIT, "Chỉ tiêu": "staff-total", "Thời kỳ": "2024", "Giá trị": "hơn 118", "Nguồn": ROW[5]}
    assert new(repository, "observation", **titles, locator="mục 4") == 0
    assert "staff-total,2024,moment,stated,118,over," in capsys.readouterr().out


@pytest.mark.parametrize(
    ("given", "why"), [(["name_vi"], "thiếu dấu «=»"), (["name_vi=A", "name_vi=B"], "«name_vi» ghi hai lần")]
)
def test_an_answer_that_would_be_lost_is_misuse(
    repository: Path, capsys: pytest.CaptureFixture[str], given: list[str], why: str
) -> None:
    words = [word for each in given for word in ("--set", each)]
    assert main(["new", "unit", "--no-input", "--root", str(repository), *words]) == 2
    assert why in capsys.readouterr().err


def test_an_answer_to_a_column_that_is_not_there_is_told(repository: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert new(repository, "source", title="Bài", don_vi_tinh="nghìn") == 1
    assert "không có cột «don_vi_tinh»" in capsys.readouterr().out


@pytest.mark.parametrize(("value", "cure"), [("85%", "viết 85"), ("1,234", "viết là 1234"), ("12 15", "")])
def test_new_reads_a_value_as_the_form_does(
    repository: Path, capsys: pytest.CaptureFixture[str], value: str, cure: str
) -> None:
    options = dict(zip(("unit_id", "indicator_id", "period"), ROW, strict=False))
    assert new(repository, "observation", **options, value=value, source_id=ROW[5], locator="mục 4") == 1
    assert cure in capsys.readouterr().out


@pytest.mark.parametrize(
    ("typed", "written", "likely"),
    [
        ("https://a.vn/1 https://b.vn/2", "", ""),
        ("bao.vn/bai-1", "", "https://bao.vn/bai-1"),
        ("https:/bao.vn/bai-1", "https://bao.vn/bai-1", "https://bao.vn/bai-1"),
        ("“https://bao.vn/bai-1”", "https://bao.vn/bai-1", "https://bao.vn/bai-1"),
        (
            "<https://bao.vn/bài viết>",
            "https://bao.vn/b%C3%A0i%20vi%E1%BA%BFt",
            "https://bao.vn/b%C3%A0i%20vi%E1%BA%BFt",
        ),
        ("https://bao.vn/bai-1, truy cập 5/2024", "", "https://bao.vn/bai-1"),
        ("Xem tại: https://bao.vn/bai-1.", "", "https://bao.vn/bai-1"),
        ("[bài](https://bao.vn/bai-1)", "", "https://bao.vn/bai-1"),
        ("https://bao.vn/b,1;2", "https://bao.vn/b,1;2", "https://bao.vn/b,1;2"),
        ("https://bao.vn/bai).", "", "https://bao.vn/bai"),
        ("https://bao.vn/a_(b)", "https://bao.vn/a_(b)", "https://bao.vn/a_(b)"),
        ("https//bao.vn/a", "", "https://bao.vn/a"),
        ("http:bao.vn/a", "", "http://bao.vn/a"),
        ("htps://bao.vn/a", "", "https://bao.vn/a"),
        ("file:///c:/bai", "", ""),
        ("javascript:alert(1)", "", ""),
    ],
)
def test_an_address_is_written_as_machines_do_or_proposed(typed: str, written: str, likely: str) -> None:
    assert (written_address(typed), likely_address(typed)) == (written, likely)


# ── the machine ──────────────────────────────────────────────────────────────────────────────────────────────────

WITHOUT = "import sys; sys.modules['resource'] = None; from hoctap.cli import main; sys.exit(main())"


def without_unix(*words: str) -> subprocess.CompletedProcess[str]:
    return subprocess.run([sys.executable, "-c", WITHOUT, *words], capture_output=True, text=True, check=False)


def _without_steps(output: str) -> str:
    """Return what was said on a terminal but for steps that took long, on a busy machine."""
    return re.sub(r"^  [^:\n]+: \d+\.\d s\n", "", output, flags=re.MULTILINE)


def test_the_ways_in_work_where_python_has_no_resource_module(repository: Path, tmp_path: Path) -> None:
    form = tmp_path / "a.xlsx"
    assert without_unix("template", UNIT, "--out", str(form), "--root", str(repository)).returncode == 0
    done = without_unix("intake", str(form), "--root", str(repository))
    assert (done.returncode, _without_steps(done.stderr)) == (0, "")
    done = without_unix("new", "source", "--no-input", "--set", "title=Bài", "--root", str(repository))
    assert (done.returncode, done.stderr) == (0, "")


def test_two_at_once_lose_nobodys_rows(repository: Path, tmp_path: Path) -> None:
    commands = []
    for n in range(3):
        path = sheet_of(
            tmp_path / f"{n}.xlsx", list(HEAD), [str(2020 + n) if at == 2 else c for at, c in enumerate(ROW)]
        )
        commands.append([sys.executable, "-m", "hoctap", "intake", str(path), "--root", str(repository)])
    begun = [subprocess.Popen(command, stdout=subprocess.DEVNULL) for command in commands]
    assert [each.wait() for each in begun] == [0, 0, 0]
    text = (repository / "datapackages/unit-statistics/data/observations/dong-lau.csv").read_text(encoding="utf-8")
    assert all(f"staff-total,{2020 + n}," in text for n in range(3))
    assert check(repository).findings == ()


@pytest.mark.parametrize(
    ("name", "code"),
    [
        ("Sở GD&ĐT tỉnh Đông Lâu", UNIT),
        ("HKH tỉnh Đông Lâu", "hoi-khuyen-hoc-tinh-dong-lau"),
        ("Hội KH Đông Lâu", "hoi-khuyen-hoc-tinh-dong-lau"),
        ("hội kh đông lâu", "hoi-khuyen-hoc-tinh-dong-lau"),
        ("hkh t. đông lâu", "hoi-khuyen-hoc-tinh-dong-lau"),
        ("sở gd-đt tỉnh đông lâu", UNIT),
        ("Khê Đá", ""),  # only a district's name holds it, and a district is no smaller word of something else
        ("", ""),
    ],
)
def test_a_unit_is_found_by_abbreviations_and_never_by_words_of_a_smaller_place(
    data: Catalog, name: str, code: str
) -> None:
    assert unit_named(data, name).code == code


NAMED = Register(
    Named(code, name)
    for code, name in (
        ("cong-an-xa", "Công an cấp xã tỉnh Đông Lâu"),
        ("dai-hoc-tra-vinh", "Trường Đại học Trà Vinh"),
        ("dong-ho-vang", "Dòng họ Vàng, xã Khê Đá, tỉnh Đông Lâu"),
        ("hoi-xa-khe-da", "Hội Khuyến học xã Khê Đá, tỉnh Đông Lâu"),
        ("so-giao-duc", "Sở Giáo dục và Đào tạo tỉnh Đông Lâu"),
        ("tinh-nam-dinh", "Tỉnh Nam Định"),
        ("tinh-nghe-an", "Tỉnh Nghệ An"),
        ("tinh-quang-nam", "Tỉnh Quảng Nam"),
        ("truong-khe-da", "Trường THCS Khê Đá, tỉnh Đông Lâu"),
        ("uy-ban", "Ủy ban nhân dân tỉnh Quảng Nam"),
        ("xa-tan-hoa", "Xã Tân Hòa, tỉnh Đông Lâu"),
    )
)


@pytest.mark.parametrize(
    ("text", "code", "near"),
    [
        ("xa nam dan", "", ()),  # «xã» is a kind, and neither «nam» nor «dan» alone is its name
        ("hoi khuyen hoc xa nam dan", "", ()),
        ("Xã Nam Đàn", "", ()),
        ("tinh nge an", "", ("tinh-nghe-an",)),
        ("xa tan hao", "", ("xa-tan-hoa",)),
        ("huyen tan hoa", "", ("xa-tan-hoa",)),  # of another kind, and of that very name
        ("xa khe da", "", ("dong-ho-vang", "hoi-xa-khe-da")),
        ("truong dai hoc vinh", "", ("dai-hoc-tra-vinh",)),  # the whole name of another university
        ("cong an xa", "", ("cong-an-xa",)),  # of which province nobody said
        ("so giao duc dong lau", "so-giao-duc", ()),
        ("truong thcs khe da, tinh dong lau", "truong-khe-da", ()),
        ("HKH xa khe da", "hoi-xa-khe-da", ()),
        ("hkh x. khê đá", "hoi-xa-khe-da", ()),
        ("hkh xã nam đàn", "", ()),
        # What stands in another place is not near: of Nghệ An no such office is known.
        ("sở gd&đt nghe an", "", ("tinh-nghe-an",)),
        ("truong mam non khe da", "", ("truong-khe-da", "dong-ho-vang", "hoi-xa-khe-da")),
        ("hoi khuyen hoc huyen nam dan nghe an", "", ("tinh-nghe-an",)),
        ("sở gd&đt nghe anh", "", ("so-giao-duc", "tinh-nghe-an")),  # no place of that name
    ],
)
def test_a_name_typed_in_a_hurry_is_never_a_longer_name_and_a_kind_of_place_is_no_name(
    text: str, code: str, near: tuple[str, ...]
) -> None:
    found = called_by_words(NAMED, text)
    assert (found.code, tuple(each.code for each in found.near)) == (code, near)


@pytest.mark.parametrize(
    ("typed", "rules"),
    [
        ("1,18", ["value-is-one-number"]),
        ("1", ["value-not-a-thousandfold-slip"]),
        ("118 nghìn", ["value-not-a-thousandfold-slip"]),
        ("117", []),
        ("0", []),
    ],
)
def test_a_correction_that_moves_a_figure_a_hundredfold_is_asked_about(
    data: Catalog, form: Path, tmp_path: Path, typed: str, rules: list[str]
) -> None:
    outcome = read_form(data, changed(form, put("Giá trị", typed)))
    assert [mark.rule for mark in outcome.marks] == rules
    if rules == ["value-not-a-thousandfold-slip"]:
        assert "trước là 118, nay là " in outcome.marks[0].must
        assert "đồng" not in outcome.marks[0].cure
        assert outcome.trial.files == {}
        again = read_form(data, answered(form, tmp_path / "b.xlsx", outcome, "đúng"))
        assert again.corrections


def test_a_sum_moved_a_hundredfold_is_asked_about_with_its_unit_of_money(data: Catalog, tmp_path: Path) -> None:
    path = tmp_path / "form.xlsx"
    path.write_bytes(template(data, MONEY[0]))
    (mark,) = read_form(data, changed(path, put("Giá trị", "12 triệu đồng", "fund-raised-vnd"))).marks
    assert mark.rule == "value-not-a-thousandfold-slip"
    assert "triệu đồng" in mark.cure


def test_what_is_asked_of_a_row_that_nobody_sent_names_its_figure_and_no_file(data: Catalog, tmp_path: Path) -> None:
    row = [*ROW[:2], "2023", "2", *ROW[4:]]
    outcome = read_form(data, sheet_of(tmp_path / "a.xlsx", list(HEAD), row))
    texts = [mark.must for mark in (*outcome.marks, *outcome.questions)]
    assert not [line for line in outcome_lines(outcome) if "!: " in line]  # no place is named where there is none
    assert texts
    assert not [text for text in texts if ".csv" in text]


def test_a_source_that_is_not_held_is_sent_to_the_sheet_of_new_ones(data: Catalog, tmp_path: Path) -> None:
    row = [*ROW[:5], "Báo cáo số 12/BC-HKH", ROW[6]]
    (mark,) = read_form(data, sheet_of(tmp_path / "a.xlsx", list(HEAD), row)).marks
    assert "trang «Nguồn mới»" in mark.cure


def test_a_figure_is_not_blamed_for_its_new_source_which_is_marked_itself(data: Catalog, tmp_path: Path) -> None:
    def with_source(sheet: Any) -> None:
        new = sheet.parent.create_sheet("Nguồn mới")
        new.append(["Mã nguồn", "Tựa đề", "Nơi đăng", "Ngày đăng", "Loại nguồn", "Quyền sử dụng"])
        new.append(["bc-2024", "Báo cáo năm 2024", "Sở", "15/01/2025", "của cơ quan", "trang chính thức"])

    row = [*ROW[:5], "bc-2024", ROW[6]]
    marks = read_form(data, sheet_of(tmp_path / "a.xlsx", list(HEAD), list(row), change=with_source)).marks
    assert [(mark.sheet, mark.spot) for mark in marks] == [("Nguồn mới", "E2")]


def test_an_alias_of_a_unit_before_a_merger_is_that_of_its_namesake_too(repository: Path) -> None:
    before = "Hội Khuyến học tỉnh Đông Lâu (trước 01/7/2025)"
    given = {"unit_kind": "Hội khuyến học", "level": "tinh", "area_id": "dong-lau-truoc-2025", "status": "ended"}
    assert new(repository, "unit", name_vi=before, unit_id="hkh-truoc", **given) == 0
    path = repository / "datapackages/reference/data/unit_aliases.csv"
    path.write_text(path.read_text(encoding="utf-8") + "hkh-truoc,HKH cũ Đông Lâu\n", encoding="utf-8")
    found = unit_named(load(repository, validate=False).catalog, "HKH cũ Đông Lâu")
    assert (found.code, found.is_tie, len(found.near)) == ("", True, 2)
