"""Workbooks that a spreadsheet opens are read, whatever their looks: links, odd styles, strict names, far formats."""

import re
import zipfile
from collections.abc import Callable
from pathlib import Path

import openpyxl
import pytest
from openpyxl.styles import Font

from hoctap.contribute import sandbox, workbook_limits
from hoctap.contribute.grid import Cell, read_sheets
from hoctap.contribute.tables.opening import grids
from hoctap.contribute.workbooks import plain_workbook

pytestmark = pytest.mark.usefixtures("read_here")

CELLS = {(1, 1): "Đơn vị", (2, 1): "Hội A", (2, 2): 341250, (3, 2): 0.525, (4, 2): "118"}


@pytest.fixture
def book(tmp_path: Path) -> Path:
    workbook = openpyxl.Workbook()
    sheet = workbook.active
    assert sheet is not None
    for (row, column), value in CELLS.items():
        sheet.cell(row, column, value)
    sheet["B3"].number_format = "0.0%"
    sheet["B4"].font = Font(strike=True)
    path = tmp_path / "bảng.xlsx"
    workbook.save(path)
    return path


def rewritten(path: Path, change: Callable[[str, bytes], bytes]) -> None:
    with zipfile.ZipFile(path) as archive:
        parts = {name: change(name, archive.read(name)) for name in archive.namelist()}
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, data in parts.items():
            archive.writestr(name, data)


def in_styles(old: bytes, new: bytes) -> Callable[[Path], None]:
    def spoil(path: Path) -> None:
        def change(name: str, data: bytes) -> bytes:
            if name != "xl/styles.xml":
                return data
            assert re.search(old, data), data
            return re.sub(old, new, data, count=1)

        rewritten(path, change)

    return spoil


def strict(path: Path) -> None:
    names = (
        (
            b"http://schemas.openxmlformats.org/spreadsheetml/2006/main",
            b"http://purl.oclc.org/ooxml/spreadsheetml/main",
        ),
        (
            b"http://schemas.openxmlformats.org/officeDocument/2006/relationships",
            b"http://purl.oclc.org/ooxml/officeDocument/relationships",
        ),
    )

    def change(_name: str, data: bytes) -> bytes:
        for ordinary, other in names:
            data = data.replace(ordinary, other)
        return data

    rewritten(path, change)


def far_format(spot: bytes) -> Callable[[Path], None]:
    row = re.sub(rb"\D", b"", spot)

    def change(name: str, data: bytes) -> bytes:
        more = b'<row r="%s"><c r="%s" s="1"/></row></sheetData>' % (row, spot)
        return data.replace(b"</sheetData>", more) if "worksheets" in name else data

    return lambda path: rewritten(path, change)


def outside_link(path: Path) -> None:
    with zipfile.ZipFile(path, "a") as archive:
        archive.writestr("xl/externalLinks/externalLink1.xml", b"<externalLink/>")


HEALTHY: dict[str, Callable[[Path], None]] = {
    "as it was": lambda _path: None,
    "link to another workbook": outside_link,
    "font family out of range": in_styles(rb'<family val="\d+"\s*/>', b'<family val="99"/>'),
    "colour of five digits": in_styles(rb"<fonts[^>]*><font>", b'<fonts><font><color rgb="12345"/>'),
    "colour that is none": in_styles(rb"<fonts[^>]*><font>", b'<fonts><font><color rgb="xanh"/>'),
    "empty fill": in_styles(rb"<fill>.*?</fill>", b"<fill/>"),
    "border of an unknown style": in_styles(rb"<border><left\s*/>", b'<border><left style="luon song"/>'),
    "style with an unknown alignment": in_styles(
        rb"(<cellXfs[^>]*><xf [^>]*?)\s*/>", rb'\1><alignment horizontal="giua"/></xf>'
    ),
    "strict": strict,
    "format down to the old last row": far_format(b"A65536"),
    "format down to the last row and column": far_format(b"XFD1048576"),
}


@pytest.mark.parametrize("name", HEALTHY)
def test_what_a_spreadsheet_opens_is_read_with_every_value_format_and_strike(book: Path, name: str) -> None:
    HEALTHY[name](book)
    (sheet,) = read_sheets(book)
    assert {spot: cell.text for spot, cell in sheet.cells.items()} == {at: str(value) for at, value in CELLS.items()}
    assert sheet.cells[3, 2] == Cell(3, 2, "percent", "0.525")
    assert [spot for spot, cell in sheet.cells.items() if cell.struck] == [(4, 2)]


@pytest.mark.parametrize("name", HEALTHY)
def test_tables_of_another_making_are_read_too_and_a_marked_copy_is_made(book: Path, tmp_path: Path, name: str) -> None:
    HEALTHY[name](book)
    (grid,) = grids(book)
    assert grid.text((2, 2)) == "341250"
    out = tmp_path / "đánh dấu.xlsx"
    wrong = {"sheet": "Sheet", "row": 2, "column": 1, "comment": "sai"}
    page = {"list": "Lỗi", "head": ["Ô"], "rows": [["A2"]], "marks": [wrong]}
    sandbox.mark(book, out, page)
    marked = openpyxl.load_workbook(out)["Sheet"]
    assert (marked["A2"].comment.text, marked["B2"].value) == ("sai", 341250)


def test_a_far_cell_that_holds_something_is_named_and_refused(book: Path) -> None:
    rewritten(
        book,
        lambda name, data: (
            data.replace(b"</sheetData>", b'<row r="65536"><c r="A65536"><v>1</v></c></row></sheetData>')
            if "worksheets" in name
            else data
        ),
    )
    assert "ô A65536 nằm quá xa" in workbook_limits.refusal(book)


@pytest.mark.apart
def test_a_plain_workbook_has_the_values_and_formats_of_the_first(book: Path, tmp_path: Path) -> None:
    plain = tmp_path / "plain.xlsx"
    plain.write_bytes(plain_workbook(book.read_bytes()))
    (first,), (second,) = read_sheets(book), read_sheets(plain)
    assert first.cells == second.cells


def test_a_workbook_without_headers_of_ours_is_not_opened_for_a_table_of_ours(
    book: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    texts = workbook_limits.words_in(book)
    assert texts is not None
    assert {"Đơn vị", "Hội A"} <= texts
    monkeypatch.setattr(sandbox, "read", lambda _path: pytest.fail("opened"))
    assert read_sheets(book, {"don vi": "unit_id", "chi tieu": "indicator_id", "thoi ky": "period"}) == ()


def test_a_formula_without_end_is_refused_wherever_a_piece_of_the_file_ends(book: Path) -> None:
    with zipfile.ZipFile(book) as archive:
        parts = {name: archive.read(name) for name in archive.namelist()}
    head, body, rest = parts["xl/worksheets/sheet1.xml"].partition(b"<sheetData>")
    begins = (1 << 20) - 10_000  # the first piece has too few letters of it, the second no beginning
    row = b'<row r="1"><c r="A1"><f>' + b"1+" * 12_000 + b"1</f></c></row>"
    parts["xl/worksheets/sheet1.xml"] = head.ljust(begins) + body + row + rest
    with zipfile.ZipFile(book, "w", zipfile.ZIP_STORED) as archive:
        for name, data in parts.items():
            archive.writestr(name, data)
    assert workbook_limits.refusal(book) == "tệp có công thức hoặc kiểu số dài bất thường"


@pytest.mark.parametrize("part", ["<si><r><t>Chỉ</t></r><r><t> tiêu</t></r></si>", '<c r="A1" t="str"><v>x</v></c>'])
def test_texts_that_are_not_plainly_written_are_left_to_the_reader(part: str, tmp_path: Path) -> None:
    with zipfile.ZipFile(tmp_path / "a.xlsx", "w") as archive:
        archive.writestr("xl/sharedStrings.xml", part)
    assert workbook_limits.words_in(tmp_path / "a.xlsx") is None
