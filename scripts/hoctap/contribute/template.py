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
    MARK,
    NEW_SOURCES,
    POINTERS,
    VERSION,
    Choice,
    choices,
)
from hoctap.model.catalog import Catalog
from hoctap.model.descriptor import Field, Resource

EMPTY_ROWS = {FIGURES: 200, NEW_SOURCES: 20}
_WIDTHS = {"indicator_id": 50, "source_id": 46, "unit_id": 24, "note": 40, "title": 60, "url": 40, "caveat": 50}
_WIDTHS |= dict.fromkeys(("period", "period_status", "value", "qualifier"), 13)
_HELP = (
    "Cách điền",
    "1. Mở trang «Số liệu». Ô màu xám là dòng đã có trong sổ; chỉ sửa các ô trắng: giá trị, cách nói, vị trí, ghi chú.",
    "2. Số liệu mới điền vào các dòng trắng bên dưới. Mỗi dòng một con số.",
    "3. Ô có mũi tên thì chọn trong danh sách. Rê chuột vào tên cột để đọc giải thích.",
    "4. Thời kỳ viết 2024, 2024-06, 2024-06-30 (tính đến ngày) hoặc 2023/2024.",
    "5. Con số viết bằng chữ số. Tiền tính bằng đồng. Tỷ lệ là phần trăm, viết 12,5 chứ không viết 0,125.",
    "6. Nguồn chưa có trong danh sách: điền vào trang «Nguồn mới», rồi ghi mã nguồn ấy ở cột Nguồn.",
    "7. Nguồn không nêu con số thì không có dòng. Không ghi số căn cước, điện thoại hay dữ liệu riêng của ai.",
    "8. Lưu lại dạng .xlsx rồi gửi. Chỗ nào chưa đúng, tệp được trả lại với ô tô màu và lời chỉ cách sửa.",
)


def template(catalog: Catalog, unit_id: str) -> bytes:
    """Return the workbook for a unit; KeyError if there is no such unit."""
    unit = catalog.units[unit_id]
    out = io.BytesIO()
    book = xlsxwriter.Workbook(
        out, {"in_memory": True, "strings_to_formulas": False, "strings_to_urls": False, "strings_to_numbers": False}
    )
    # A fixed day, so that the same data gives the same bytes.
    book.set_properties({"title": f"Số liệu: {unit.name_vi}", "created": datetime(2025, 1, 1, tzinfo=UTC)})
    formats = _Formats(book)
    help_sheet = book.add_worksheet(HELP)
    figures, sources = book.add_worksheet(FIGURES), book.add_worksheet(NEW_SOURCES)
    lists = _Lists(book)
    observations, source_table = catalog.tables["observations"].resource, catalog.tables["sources"].resource
    rows = [row for row in catalog.tables["observations"].rows if row.cells[0] == unit_id]
    own = [dict(zip(observations.header, row.cells, strict=True)) for row in rows]
    _fill(_Sheet(catalog, figures, lists, formats, FIGURES, observations, unit_id), own)
    _fill(_Sheet(catalog, sources, lists, formats, NEW_SOURCES, source_table, unit_id), [])
    _help(help_sheet, formats, unit.name_vi)
    hidden = book.add_worksheet(HIDDEN)
    hidden.write_row(0, 0, [MARK, VERSION, unit_id])
    hidden.very_hidden()
    figures.activate()
    book.close()
    return out.getvalue()


class _Formats:
    def __init__(self, book: Any) -> None:
        edge = {"border": 1, "border_color": "#B8C2CC", "valign": "top"}
        self.header = book.add_format(
            {**edge, "bold": True, "bg_color": "#0B5D3B", "font_color": "#FFFFFF", "text_wrap": True}
        )
        self.locked = book.add_format({**edge, "bg_color": "#E7EBEF", "text_wrap": True, "num_format": "@"})
        self.text = book.add_format({**edge, "locked": False, "num_format": "@"})
        self.number = book.add_format({**edge, "locked": False, "num_format": "#,##0.########"})
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
        self.sheet, self.lists, self.formats, self.name = sheet, lists, formats, name
        self.table, self.unit_id = table, unit_id
        self.offered = {column.name: choices(catalog, column, table.name) for column in table.fields}

    def shown(self, column: Field, cell: str) -> str:
        named = (choice.label for choice in self.offered[column.name] if choice.code == cell)
        return next(named, cell)


def _fill(form: _Sheet, rows: Sequence[dict[str, str]]) -> None:
    sheet, last = form.sheet, len(rows) + EMPTY_ROWS[form.name]
    for at, column in enumerate(form.table.fields):
        star = " *" if column.constraints.get("required") else ""
        sheet.write_string(0, at, column.title + star, form.formats.header)
        sheet.write_comment(0, at, f"{column.description}\nVí dụ: {column.example}", {"x_scale": 2})
        sheet.set_column(at, at, _WIDTHS.get(column.name, 18))
        _offer(form, at, column, last)
        for n in range(last):
            _cell(form, n, at, column, rows[n] if n < len(rows) else None)
    sheet.set_row(0, 32)
    sheet.freeze_panes(1, 2)
    sheet.set_landscape()
    sheet.fit_to_pages(1, 0)
    sheet.autofilter(0, 0, last, len(form.table.fields) - 1)
    sheet.protect("", {"format_columns": True, "format_rows": True, "autofilter": True, "sort": True})


def _offer(form: _Sheet, at: int, column: Field, last: int) -> None:
    offered = form.offered[column.name]
    if offered:
        # Sources may be new: a warning, not a stop.
        kind = "warning" if column.name in POINTERS else "stop"
        source = form.lists.range_of(column.code_list or column.name, offered)
        told = {"error_title": "Chưa có trong danh sách", "error_message": f"Hãy chọn {column.title} trong danh sách."}
        form.sheet.data_validation(1, at, last, at, {"validate": "list", "source": source, "error_type": kind, **told})
    elif column.is_numeric:
        rule = {"validate": "decimal", "criteria": ">=", "value": 0, "error_type": "warning"}
        told = {
            "error_title": "Phải là con số",
            "error_message": "Chỉ viết chữ số; phần lẻ ngăn như trong máy của bạn.",
        }
        form.sheet.data_validation(1, at, last, at, {**rule, **told})


def _cell(form: _Sheet, n: int, at: int, column: Field, row: dict[str, str] | None) -> None:
    sheet, formats = form.sheet, form.formats
    is_unit = column.name == "unit_id"
    cell = row[column.name] if row else (form.unit_id if is_unit else "")
    locked = is_unit or (row is not None and column.name in form.table.primary_key)
    if column.is_numeric and not locked:
        if cell:
            sheet.write_number(n + 1, at, float(cell), formats.number)
        else:
            sheet.write_blank(n + 1, at, None, formats.number)
    elif cell:
        sheet.write_string(n + 1, at, form.shown(column, cell), formats.locked if locked else formats.text)
    else:
        sheet.write_blank(n + 1, at, None, formats.locked if locked else formats.text)


def _help(sheet: Any, formats: _Formats, name: str) -> None:
    sheet.set_column(0, 0, 110)
    sheet.write_string(0, 0, f"Sổ Học Tập: số liệu của {name}", formats.title)
    for n, line in enumerate(_HELP):
        sheet.write_string(n + 2, 0, line, formats.title if n == 0 else formats.line)
    sheet.protect()
