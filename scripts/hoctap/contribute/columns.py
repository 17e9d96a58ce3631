"""The columns of a sent table: those of ours, the one that names the measure, and whatever else is filled.

Nothing filled is ignored: a column, a cell above the table, a hidden or struck row that is not understood is marked.
"""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from hoctap.contribute.form import DEFAULTS, DERIVED, TABLES, columns_of, header_words
from hoctap.contribute.grid import Cell, Found, Sheet, table_in, without_brackets
from hoctap.contribute.marks import Mark, letters
from hoctap.contribute.origin import ROW_ID
from hoctap.load.names import Named, Register
from hoctap.model.catalog import Catalog
from hoctap.model.descriptor import Resource
from hoctap.vietnamese.writing import letters_and_digits

_UNIT_HEADERS = {"don vi tinh", "dvt", "don vi do", "don vi tinh so lieu", "don vi do luong", "unit", "unit of measure"}
_NUMBERING = {"stt", "tt", "so tt", "so thu tu", "no", "#", ""}
_NEEDED = {"observations": ("indicator_id", "period", "value"), "sources": ("source_id", "title")}
_OUR_COMMENT = "→ "


@dataclass(frozen=True, slots=True)
class TableFound:
    """A table of ours in a sheet, with the columns of measures and of row identifiers, where it has them."""

    sheet: Sheet
    table: str
    found: Found
    unit_column: int = 0
    id_column: int = 0

    def cell(self, row: int, name: str) -> Cell | None:
        """Return the cell of a column in a row, if it is filled; one merged down holds for each row, a value once."""
        spot = (row, self.found.columns.get(name, 0))
        first = spot if name == "value" else self.sheet.merged.get(spot, spot)
        return self.sheet.cells.get(first if first[0] > self.found.header_row else spot)

    def filled(self, row: int) -> dict[str, Cell]:
        """Return the filled cells of our columns in a row."""
        return {name: cell for name in self.found.columns if (cell := self.cell(row, name)) and cell.text.strip()}

    def measure(self, row: int) -> str:
        """Return the measure that a row, or the header of the values in brackets, names for the number."""
        cell = self.sheet.cells.get((row, self.unit_column))
        head = self.sheet.cells.get((self.found.header_row, self.found.columns.get("value", 0)))
        in_head = head.text[len(without_brackets(head.text)) :].strip(" ()*:") if head else ""
        return cell.text if cell else in_head

    def rows(self) -> Iterator[int]:
        """Yield the rows below the header that have any cell and are not the header once more."""
        head = self._titles(self.found.header_row)
        return (row for row in self.sheet.rows() if row > self.found.header_row and self._titles(row) != head)

    def _titles(self, row: int) -> list[str]:
        return [cell.text if (cell := self.cell(row, name)) else "" for name in self.found.columns]


def headers_of(catalog: Catalog) -> Mapping[str, str]:
    """Return every plain word that heads a column of the tables a form has."""
    return {
        word: name for table in TABLES.values() for word, name in header_words(catalog.tables[table].resource).items()
    }


def tables_in(catalog: Catalog, sheet: Sheet) -> tuple[TableFound | None, tuple[Mark, ...]]:
    """Return the table of ours that a sheet holds, or the marks that say which of its columns are missing."""
    best: TableFound | None = None
    for name in TABLES.values():
        found = table_in(sheet, header_words(catalog.tables[name].resource))
        if found and (best is None or len(found.columns) > len(best.found.columns)):
            best = TableFound(sheet, name, found, *_unit_and_row_columns(sheet, found))
    if best is None:
        return None, ()
    resource = catalog.tables[best.table].resource
    missing = [resource.field_named(name) for name in _NEEDED[best.table] if name not in best.found.columns]
    if not missing:
        return best, ()
    known = {*best.found.columns.values(), best.unit_column, best.id_column}
    unknown = [cell for cell in _header(best) if cell.column not in known]
    if len(missing) == len(_NEEDED[best.table]):
        return None, ()
    titles = ", ".join(f"«{column.title}»" for column in missing)
    at = unknown[0] if unknown else _header(best)[0]
    named = "; ".join(f"«{cell.text or 'không tên'}» (ô {letters(cell.column)}{cell.row})" for cell in unknown)
    cure = f"đổi tên cột đúng như mẫu: {titles}" + (f"; cột chưa hiểu: {named}" if named else "")
    return None, (Mark(sheet.name, at.row, at.column, at.text, f"bảng phải có cột {titles}", cure, "column-is-known"),)


def titles_lacking(catalog: Catalog, table: TableFound) -> str:
    """Return the titles of the columns that a table needs and has not, but for those that may be supposed."""
    name = table.table
    supposed = {*table.found.columns, *DEFAULTS.get(name, ()), *DERIVED.get(name, ())}
    fields = catalog.tables[name].resource.fields
    lacking = (each for each in fields if each.constraints.get("required") and each.name not in supposed)
    return ", ".join(f"«{each.title}»" for each in lacking)


def without_header(catalog: Catalog, sheet: Sheet) -> Mark:
    """Return the mark of our sheet of figures whose row of headers is gone: its cells are nobody's."""
    titles = "; ".join(column.title for column in columns_of(catalog.tables[TABLES[sheet.name]].resource))
    must = f"trang «{sheet.name}» không còn dòng tên cột, nên chưa đọc được dòng nào"
    at = min(sheet.cells.values(), key=lambda cell: (cell.row, cell.column))
    cure = f"thêm lại dòng đầu với tên các cột: {titles}"
    return Mark(sheet.name, at.row, at.column, at.text, must, cure, "column-is-known")


def _unit_and_row_columns(sheet: Sheet, found: Found) -> tuple[int, int]:
    unit = row_id = 0
    for (row, at), cell in sheet.cells.items():
        if row == found.header_row and at not in found.columns.values():
            unit = at if letters_and_digits(cell.text) in _UNIT_HEADERS else unit
            row_id = at if cell.text == ROW_ID else row_id
    return unit, row_id


def _header(table: TableFound) -> list[Cell]:
    row = table.found.header_row
    return sorted((cell for (at, _), cell in table.sheet.cells.items() if at == row), key=lambda cell: cell.column)


def not_understood(table: TableFound, resource: Resource) -> Iterator[Mark]:
    """Yield a mark for each filled column that is not ours, for comments and for a measure named above the table."""
    sheet, known = table.sheet, {*table.found.columns.values(), table.unit_column, table.id_column}
    heads = {cell.column: cell for cell in _header(table)}
    below: dict[int, list[Cell]] = {}
    for (row, at), cell in sorted(sheet.cells.items()):
        if row > table.found.header_row and cell.text.strip():
            below.setdefault(at, []).append(cell)
        elif row < table.found.header_row and (word := _measure_above(cell)):
            must = f"«{word}» ghi ở trên bảng, không rõ áp dụng cho ô nào"
            cure = "thêm cột «Đơn vị tính» cạnh cột «Giá trị», hoặc ghi cả đơn vị trong ô giá trị, rồi xóa ô này"
            yield Mark(sheet.name, row, at, cell.text, must, cure, "column-is-known")
        if row > table.found.header_row and cell.comment and _OUR_COMMENT not in cell.comment:
            cure = "chép lời ấy vào cột «Ghi chú» nếu cần giữ, rồi xóa lời nhận xét"
            must = f"ô có lời nhận xét chưa đọc được: {cell.comment[:200]}"
            yield Mark(sheet.name, row, at, cell.text, must, cure, "column-is-known", ("bỏ qua",), cell.comment)
    for at, cells in below.items():
        if at not in known and not _is_numbering(heads.get(at), cells):
            yield _unknown(sheet, table, resource, heads.get(at), cells)


def _measure_above(cell: Cell) -> str:
    found = re.search(r"(?:đơn vị tính|đvt|đơn vị)\s*:\s*(.+)", cell.text, re.IGNORECASE)
    return found[0].strip(" ()") if found and re.search(r"nghìn|ngàn|triệu|tỷ|tỉ|đồng|%|người|suất", found[1]) else ""


def names_a_measure(cell: Cell) -> bool:
    """Return whether a cell heads a column of measures, or names the measure of a table («ĐVT: nghìn đồng»)."""
    return letters_and_digits(cell.text) in _UNIT_HEADERS or bool(_measure_above(cell))


def _is_numbering(head: Cell | None, cells: list[Cell]) -> bool:
    return letters_and_digits(head.text if head else "") in _NUMBERING and [cell.text for cell in cells] == [
        str(n) for n in range(1, len(cells) + 1)
    ]


def _unknown(sheet: Sheet, table: TableFound, resource: Resource, head: Cell | None, cells: list[Cell]) -> Mark:
    at = head or cells[0]
    subject = f"{sheet.name} {at.text}"
    if head is None:
        must = f"cột {letters(at.column)} không có tên mà có {len(cells)} ô đã điền"
        cure = "chuyển vào cột của mẫu, hoặc xóa các ô ấy"
        return Mark(sheet.name, at.row, at.column, at.text, must, cure, "column-is-known", ("bỏ qua",), subject)
    same = header_words(resource).get(letters_and_digits(head.text), "")
    if same in table.found.columns:
        first = f"{letters(table.found.columns[same])}{table.found.header_row}"
        must = f"bảng có hai cột «{resource.field_named(same).title}» (ô {first} và ô này)"
        return Mark(sheet.name, at.row, at.column, at.text, must, "chỉ giữ một cột", "column-is-known")
    near = Register(Named(column.name, column.title, (column.title_en,)) for column in resource.fields).nearest(
        head.text, 2
    )
    must = f"cột «{head.text}» không có trong mẫu mà có {len(cells)} ô đã điền"
    cure = (
        "đổi tên thành cột của mẫu" + (f" ({'; '.join(each.name for each in near)})" if near else "") + ", hoặc xóa cột"
    )
    return Mark(sheet.name, at.row, at.column, at.text, must, cure, "column-is-known", ("bỏ qua",), subject)
