"""What workbooks have in common is made once; where their sheets end is put in for each."""

from datetime import datetime
from io import BytesIO

import openpyxl
import pytest

from hoctap.exports.sheets import Book
from hoctap.exports.workbook_parts import Frame, parts
from hoctap.model.descriptor import Field

FIELDS = [Field(name, "string", title, "", "", "", "") for name, title in (("a", "Đơn vị"), ("b", "Số"), ("c", "Mã"))]
EPOCH = 1795305600


@pytest.mark.parametrize("rows", [0, 1, 2, 9, 10, 1234])
@pytest.mark.parametrize("first", [0, 3])
def test_a_sheet_ends_is_filtered_and_printed_where_its_rows_end(rows: int, first: int) -> None:
    book = Book("Một bảng", EPOCH)
    for times in (1, 2):
        book.table(book.sheet(f"Tờ {times}"), FIELDS, [("xã", "1", "xa")] * rows * times, first, 2)
    read = openpyxl.load_workbook(BytesIO(book.bytes_of()))
    for times, sheet in zip((1, 2), read, strict=True):
        head, last = first + 1, first + 1 + rows * times
        assert sheet.max_row == last
        assert sheet.auto_filter.ref == f"A{head}:C{max(last, head + 1)}"
        assert sheet.print_area == f"'{sheet.title}'!$A$1:$B${last}"


def test_workbooks_that_differ_in_the_number_of_rows_alone_are_laid_out_once() -> None:
    one, other = (parts((Frame("Tờ", rows, 2, 0, rows),), datetime(2026, 1, 1)) for rows in (5, 77))  # noqa: DTZ001 - a file has no zone
    assert {name for name in one if one[name] != other[name]} == {"xl/workbook.xml", "xl/worksheets/sheet1.xml"}
    assert other["xl/theme/theme1.xml"] is one["xl/theme/theme1.xml"]
