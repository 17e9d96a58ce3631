"""Runs in the child process: the sheets of an .xls file, with what is hidden, struck, noted and in percent."""

import io
from collections.abc import Iterator
from pathlib import Path
from types import SimpleNamespace
from typing import Any

from hoctap.contribute.number_formats import kind_and_text
from hoctap.contribute.text_file import STRUCK, NotReadError
from hoctap.contribute.workbook_limits import MOST_CELLS, MOST_COLUMNS, MOST_ROWS, TOO_LARGE


def sheets_of(path: Path) -> Iterator[dict[str, Any]]:
    """Yield each sheet: name, cells as (row, column, kind, text, hidden, doubt), merged ranges, whether it is shown."""
    import xlrd  # noqa: PLC0415 - only for .xls

    try:
        book = xlrd.open_workbook(str(path), logfile=io.StringIO(), formatting_info=True)
    except xlrd.XLRDError as error:
        raise NotReadError(_why(str(error))) from error
    for sheet in book.sheets():
        if sheet.nrows > MOST_ROWS or sheet.ncols > MOST_COLUMNS or sheet.nrows * sheet.ncols > MOST_CELLS:
            raise NotReadError(TOO_LARGE)
        merged = [[top + 1, left + 1, bottom, right] for top, bottom, left, right in sheet.merged_cells]
        cells = list(_cells(book, sheet))
        yield {"name": sheet.name, "cells": cells, "merged": merged, "visible": sheet.visibility == 0}


def _why(error: str) -> str:
    if "encrypted" in error.lower():
        return "tệp .xls có mật khẩu; hãy bỏ mật khẩu rồi lưu lại dạng .xlsx"
    if "html" in error.lower() or "xml" in error.lower():
        return "tệp .xls này thực ra là trang web hoặc văn bản; hãy mở bằng Excel rồi lưu lại dạng .xlsx"
    return "tệp .xls bị hỏng hoặc không phải tệp Excel; hãy mở bằng Excel rồi lưu lại dạng .xlsx"


def _cells(book: Any, sheet: Any) -> Iterator[list[Any]]:
    rows = {at for at, row in sheet.rowinfo_map.items() if row.hidden}
    columns = {at for at, column in sheet.colinfo_map.items() if column.hidden}
    for row in range(sheet.nrows):
        for column in range(sheet.row_len(row)):
            found = _kind_and_text(book, sheet, row, column)
            if found is not None:
                doubt = _doubt(book, sheet, row, column)
                yield [row + 1, column + 1, *found, row in rows or column in columns, doubt]


def _kind_and_text(book: Any, sheet: Any, row: int, column: int) -> tuple[str, str] | None:
    import xlrd  # noqa: PLC0415 - only for .xls

    cell = sheet.cell(row, column)
    if cell.ctype in (xlrd.XL_CELL_EMPTY, xlrd.XL_CELL_BLANK) or cell.value == "":
        return None
    if cell.ctype == xlrd.XL_CELL_ERROR:
        return "error", xlrd.error_text_from_code.get(cell.value, "#ERR")
    number_format = book.format_map[book.xf_list[cell.xf_index].format_key].format_str
    value = cell.value
    if cell.ctype == xlrd.XL_CELL_DATE:
        value = xlrd.xldate_as_datetime(cell.value, book.datemode)
    elif cell.ctype == xlrd.XL_CELL_BOOLEAN:
        value = bool(cell.value)
    kind, text, words = kind_and_text(SimpleNamespace(number_format=number_format, data_type="n"), value)
    return ("text", f"{text.replace('.', ',')} {words}") if words and kind == "number" else (kind, text)


def _doubt(book: Any, sheet: Any, row: int, column: int) -> str:
    note = sheet.cell_note_map.get((row, column))
    if note is not None:
        return f"ô có chú thích: «{note.text.strip()[:200]}»"
    font = book.font_list[book.xf_list[sheet.cell(row, column).xf_index].font_index]
    return STRUCK if font.struck_out else ""
