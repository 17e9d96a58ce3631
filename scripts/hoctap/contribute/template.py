"""The Excel form of one unit: its last figures, room for new ones, lists to choose from. Returns bytes."""

import io
from collections.abc import Sequence
from datetime import UTC, datetime
from typing import Any

import xlsxwriter

from hoctap.contribute.form import (
    FIGURES,
    HELP,
    HIDDEN,
    LISTS,
    NEW_SOURCES,
    Choice,
    choices,
    columns_of,
    format_cell,
)
from hoctap.contribute.head_notes import NUMBERS, head_note
from hoctap.contribute.naming.called import called_by_words
from hoctap.contribute.origin import ROW_ID, hidden_rows, row_id
from hoctap.load.names import Found, register_of
from hoctap.load.unread_periods import EXAMPLES
from hoctap.model.catalog import Catalog
from hoctap.model.descriptor import Field, Resource
from hoctap.views.statements.words import name_within

EMPTY_ROWS = {FIGURES: 200, NEW_SOURCES: 20}
_WIDTHS = {"indicator_id": 50, "source_id": 46, "unit_id": 24, "note": 40, "title": 60, "url": 40, "caveat": 50}
_WIDTHS |= dict.fromkeys(("period", "period_status", "value", "qualifier"), 13)
_HELP = (
    "Cách điền",
    "1. Mở trang «Số liệu». Dòng có ô màu xám là số đã có trong sổ; sửa giá trị, cách nói, vị trí, ghi chú nếu sai.",
    "2. Số liệu mới điền vào các dòng trắng bên dưới. Mỗi dòng một con số. Không ghi số năm nay đè lên số năm trước.",
    "3. Ô có mũi tên thì chọn trong danh sách. Rê chuột vào tên cột để đọc giải thích.",
    f"4. Thời kỳ viết như {EXAMPLES}, hoặc «từ đầu năm 2025 đến 30/6/2025», «lũy kế đến 31/12/2024».",
    "5. Con số viết như 341.250 hoặc 341250; tỷ lệ phần trăm như 12,5; tiền như 150.000.000, 150 triệu hoặc 7,5 tỷ.",
    "   Nguồn nói «hơn», «gần», «khoảng» thì viết cả chữ ấy: hơn 341.000.",
    "6. Nguồn chưa có trong danh sách: điền vào trang «Nguồn mới», rồi ghi mã nguồn ấy ở cột Nguồn.",
    "7. Nguồn có nói mà không nêu con số: để trống «Giá trị», ghi ở «Ghi chú». Nguồn không nói tới thì không có dòng.",
    "   Không ghi số căn cước, điện thoại hay dữ liệu riêng của ai.",
    "8. Muốn bỏ một số đã có: xóa cả dòng; tệp được trả lại để hỏi lại một lần.",
    "9. Lưu dạng .xlsx, thả vào trang «Gửi số liệu» để kiểm, rồi gửi. Ô chưa đúng được tô màu, kèm cách sửa.",
)


def template(catalog: Catalog, unit_id: str) -> bytes:
    """Return the workbook for a unit, KeyError if there is none; without a unit, one whose rows may name any."""
    name = catalog.units[unit_id].name_vi if unit_id else "đơn vị ghi ở cột đầu"
    out = io.BytesIO()
    book = xlsxwriter.Workbook(
        out, {"in_memory": True, "strings_to_formulas": False, "strings_to_urls": False, "strings_to_numbers": False}
    )
    # A fixed day, so that the same data gives the same bytes.
    book.set_properties({"title": f"Số liệu: {name}", "created": datetime(2025, 1, 1, tzinfo=UTC)})
    formats = _Formats(book)
    help_sheet = book.add_worksheet(HELP)
    figures, sources = book.add_worksheet(FIGURES), book.add_worksheet(NEW_SOURCES)
    lists = _Lists(book)
    observations, source_table = catalog.resource("observations"), catalog.resource("sources")
    rows = catalog.cells_by("observations", "unit_id").get(unit_id, ())
    own = [dict(zip(observations.header, cells, strict=True)) for cells in rows]
    _fill(_Sheet(catalog, figures, lists, formats, FIGURES, observations, unit_id), own)
    _fill(_Sheet(catalog, sources, lists, formats, NEW_SOURCES, source_table, unit_id), [])
    _help(help_sheet, formats, name)
    hidden = book.add_worksheet(HIDDEN)
    for at, line in enumerate(hidden_rows(unit_id, catalog.version, observations, own)):
        for n, text in enumerate(line):
            hidden.write_string(at, n, text)
    hidden.very_hidden()
    figures.activate()
    book.close()
    return out.getvalue()


def unit_named(catalog: Catalog, name: str) -> Found:
    """Return the unit that was meant by a name, a short name, an alias or words of one name only; never a tie."""
    return called_by_words(register_of(catalog, "units"), name)


class _Formats:
    def __init__(self, book: Any) -> None:
        edge = {"border": 1, "border_color": "#B8C2CC", "valign": "top"}
        self.header = book.add_format(
            {**edge, "bold": True, "bg_color": "#0B5D3B", "font_color": "#FFFFFF", "text_wrap": True}
        )
        self.locked = book.add_format({**edge, "bg_color": "#E7EBEF", "text_wrap": True, "num_format": "@"})
        self.text = book.add_format({**edge, "locked": False, "num_format": "@"})
        self.title = book.add_format({"bold": True, "font_size": 14})
        self.line = book.add_format({"text_wrap": True, "valign": "top"})


class _Lists:
    """The hidden sheet of choices, one column for each list."""

    def __init__(self, book: Any) -> None:
        self._sheet = book.add_worksheet(LISTS)
        self._sheet.hide()
        self._ranges: dict[str, str] = {}

    def range_of(self, name: str, offered: Sequence[Choice]) -> str:
        if name not in self._ranges:
            at = len(self._ranges)
            self._sheet.write_column(0, at, [choice.label for choice in offered])
            letter = xlsxwriter.utility.xl_col_to_name(at)
            self._ranges[name] = f"='{LISTS}'!${letter}$1:${letter}${len(offered)}"
        return self._ranges[name]


class _Sheet:
    def __init__(
        self, catalog: Catalog, sheet: Any, lists: _Lists, formats: _Formats, name: str, table: Resource, unit_id: str
    ) -> None:
        self.catalog, self.sheet, self.lists, self.formats, self.name = catalog, sheet, lists, formats, name
        self.table, self.unit_id = table, unit_id
        self.columns = columns_of(table)
        self.offered = {column.name: choices(catalog, column, table.name) for column in self.columns}
        self.labels = {name: {each.code: each.label for each in offered} for name, offered in self.offered.items()}


def _fill(form: _Sheet, rows: Sequence[dict[str, str]]) -> None:
    sheet, last = form.sheet, len(rows) + EMPTY_ROWS[form.name]
    for at, column in enumerate(form.columns):
        star = " *" if column.constraints.get("required") else ""
        sheet.write_string(0, at, column.title + star, form.formats.header)
        sheet.write_comment(0, at, head_note(column, form.offered[column.name]), {"x_scale": 2})
        sheet.set_column(at, at, _WIDTHS.get(column.name, 18))
        _offer(form, at, column, last)
        for n in range(last):
            _cell(form, n, at, column, rows[n] if n < len(rows) else None)
    if rows:
        _name_rows(form, rows)
    sheet.ignore_errors(
        {"number_stored_as_text": f"A1:{xlsxwriter.utility.xl_rowcol_to_cell(last, len(form.columns))}"}
    )
    sheet.set_row(0, 32)
    sheet.freeze_panes(1, 2)
    sheet.set_landscape()
    sheet.fit_to_pages(1, 0)
    sheet.autofilter(0, 0, last, len(form.columns) - (0 if rows else 1))
    sheet.protect("", {"format_columns": True, "format_rows": True, "autofilter": True, "sort": True})


def _offer(form: _Sheet, at: int, column: Field, last: int) -> None:
    offered = form.offered[column.name]
    if offered:
        # Sources may be new: a warning, not a stop.
        kind = "stop" if column.code_list else "warning"
        source = form.lists.range_of(column.code_list or column.name, offered)
        texts = {
            "error_title": "Chưa có trong danh sách",
            "error_message": f"Hãy chọn {column.title} trong danh sách.",
        }
        form.sheet.data_validation(1, at, last, at, {"validate": "list", "source": source, "error_type": kind, **texts})
    elif column.is_numeric:
        # Cells are text, so that no spreadsheet makes 0,855 of «85,5%» or a date of «1/5».
        texts = {"input_title": column.title, "input_message": NUMBERS}
        form.sheet.data_validation(1, at, last, at, {"validate": "any", **texts})


def _name_rows(form: _Sheet, rows: Sequence[dict[str, str]]) -> None:
    """Write which row of the data each line was, in a hidden column after the others."""
    at = len(form.columns)
    form.sheet.write_string(0, at, ROW_ID, form.formats.header)
    for n, row in enumerate(rows):
        form.sheet.write_string(n + 1, at, row_id(form.table, row), form.formats.locked)
    form.sheet.set_column(at, at, 14, None, {"hidden": True})


def _cell(form: _Sheet, n: int, at: int, column: Field, row: dict[str, str] | None) -> None:
    sheet, formats = form.sheet, form.formats
    is_unit = column.name == "unit_id"
    cell = row[column.name] if row else (form.unit_id if is_unit else "")
    locked = (is_unit and bool(form.unit_id)) or (row is not None and column.name in form.table.primary_key)
    if cell:
        text = format_cell(form.catalog, column, row or {column.name: cell}, form.labels[column.name])
        sheet.write_string(n + 1, at, text, formats.locked if locked else formats.text)
    else:
        sheet.write_blank(n + 1, at, None, formats.locked if locked else formats.text)


def _help(sheet: Any, formats: _Formats, name: str) -> None:
    sheet.set_column(0, 0, 110)
    sheet.write_string(0, 0, f"Sổ Học Tập: số liệu của {name_within(name)}", formats.title)
    for n, line in enumerate(_HELP):
        sheet.write_string(n + 2, 0, line, formats.title if n == 0 else formats.line)
    sheet.protect()
