"""One row of a sent table as the data writes it, and the marks of the cells that cannot be read. Guesses nothing."""

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field

from hoctap.contribute.cell_values import of_cell
from hoctap.contribute.columns import TableFound
from hoctap.contribute.form import register
from hoctap.contribute.grid import Cell
from hoctap.contribute.marks import Mark, letters
from hoctap.contribute.naming.called import called, called_unit
from hoctap.contribute.sent_sources import source_code, wrong_with_source
from hoctap.contribute.tables.labels import is_measure, label
from hoctap.load.measures import ANY, Measure, measure_of
from hoctap.load.names import Found, Named, Register
from hoctap.load.periods import read_period
from hoctap.load.unusual_numbers import is_ditto
from hoctap.load.values import Reading, agreed, is_missing, read_value
from hoctap.load.web_address import written_address
from hoctap.model.canonical import canonical_cell
from hoctap.model.catalog import Catalog
from hoctap.model.descriptor import Field

# Forms of before 25 November 2026 may hold this code for «gần»; since then it means «dưới».
_LINKED = re.compile(r"""=HYPERLINK\(\s*"([^"]+)\"""", re.IGNORECASE)
_TWO_MEANINGS, _WHICH = "under", "mã under trước 25/11/2026 là «gần», nay là «dưới»"


@dataclass(slots=True)
class Line:
    """A filled row of a table, what it says as the data writes it, and what is wrong with it."""

    table: TableFound
    row: int
    cells: dict[str, str]
    marks: list[Mark] = field(default_factory=list)
    row_id: str = ""
    is_struck: bool = False

    @property
    def is_hidden(self) -> bool:
        """Return whether the row cannot be seen in the sheet."""
        return self.row in self.table.sheet.hidden_rows

    @property
    def value_above(self) -> str:
        """Return the first cell of those with which the value is merged down; empty if it is not."""
        spot = (self.row, self.table.found.columns.get("value", 0))
        first = self.table.sheet.merged.get(spot)
        return f"{letters(first[1])}{first[0]}" if first else ""

    def mark(
        self, name: str, must: str, cure: str, rule: str, answers: tuple[str, ...] = (), subject: str = ""
    ) -> Mark:
        """Return a mark at a column of this row; at the value, or the first column, where it has none of that name."""
        columns = self.table.found.columns
        at = columns.get(name) or columns.get("value") or min(columns.values())
        cell = self.table.sheet.cells.get((self.row, at))
        return Mark(self.table.sheet.name, self.row, at, cell.text if cell else "", must, cure, rule, answers, subject)


# A scope that says so dates what was done on one day: nothing is counted since another one.
_ONE_OCCASION = "một đợt"


class RowReader:
    """Reads the rows of one kind of table; `others` are sources that the same file adds."""

    def __init__(self, catalog: Catalog, table: str, unit_id: str, others: Iterable[Named] = ()) -> None:
        self._catalog, self._unit_id = catalog, unit_id
        self.resource = catalog.tables[table].resource
        others = tuple(others)
        self._registers = {
            column.name: register(catalog, column, table, others if column.name == "source_id" else ())
            for column in self.resource.fields
        }

    def read(self, table: TableFound, row: int) -> Line | None:
        """Return what a row says; None for a row with nothing of its own."""
        filled = table.filled(row)
        if not set(filled) - {"unit_id"} and not self._is_no_unit(filled):
            return None
        id_cell = table.sheet.cells.get((row, table.id_column))
        struck = any(cell.struck for cell in filled.values())
        line = Line(table, row, {}, row_id=id_cell.text if id_cell else "", is_struck=struck)
        for name, cell in filled.items():
            if name not in ("value", "period"):
                line.cells[name] = self._cell(line, self.resource.field_named(name), cell)
        if table.table == "sources":
            line.marks += [line.mark(*wrong) for wrong in wrong_with_source(self._catalog, line.cells)]
            # Figures that name a source without a code by its title are not asked about, too.
            line.cells["source_id"] = source_code(self._catalog, line.cells)
        if "value" in self.resource.header and table.table == "observations":
            line.cells.setdefault("unit_id", self._unit_id)
            self._figure(line, filled, table.measure(row))
        line.cells = {name: text for name, text in line.cells.items() if text}
        return line

    def _is_no_unit(self, filled: Mapping[str, Cell]) -> bool:
        """Return whether the one filled cell, that of the unit, holds something else, such as a row not taken apart."""
        known = self._registers["unit_id"] if "unit_id" in filled else None
        if known is None or filled["unit_id"].text.endswith(f" [{self._unit_id}]"):  # a blank line of the form
            return False
        return not known.find(filled["unit_id"].text).code

    def _cell(self, line: Line, column: Field, cell: Cell) -> str:
        text = canonical_cell(" ".join(cell.text.split()))
        if column.descriptor.get("format") == "uri":
            return _address(line, column, cell, text)
        if cell.kind in ("formula", "error"):
            line.marks.append(_calculated(line, column.name, cell))
            return text
        known = self._registers[column.name]
        if known is not None:
            found = (called_unit if column.name == "unit_id" else called)(known, text)
            if column.name == "qualifier" and text.lower() == _TWO_MEANINGS:
                line.marks.append(line.mark(column.name, _WHICH, "ghi «gần» hoặc «dưới»", "hedge-agrees"))
            if not found.code and column.name == "unit_id" and set(line.table.filled(line.row)) == {"unit_id"}:
                line.marks.append(_no_row(line, text))
            elif not found.code:
                line.marks.append(_unknown_name(line, column, text, found, known))
            return found.code or text
        if is_missing(text):
            return ""
        if is_ditto(text):
            must = f"«{text}» là như dòng trên"
            line.marks.append(line.mark(column.name, must, "ghi lại đủ như dòng trên", "value-within-constraints"))
        if column.type == "date" or column.is_period:
            read = read_period(text)
            return read.period if read.period and not (read.must and text.isdecimal()) else text
        return read_value(cell.text, ANY).value or text if column.is_numeric else text

    def _figure(self, line: Line, filled: Mapping[str, Cell], unit: str) -> None:
        measure = measure_of(self._catalog, line.cells.get("indicator_id", ""))
        if "period" in filled:
            self._period(line, filled["period"])
        if "value" not in filled:
            if first := line.value_above:
                must = f"ô giá trị bị gộp với ô {first}, không rõ con số là của dòng nào"
                cure = "bỏ gộp ô rồi ghi con số của từng dòng"
                line.marks.append(line.mark("value", must, cure, "value-is-one-number"))
            return
        reading = self._value(line, filled["value"], measure, unit)
        if reading is None:
            return
        both = agreed(reading.qualifier, line.cells.get("qualifier", ""))
        if both.must:
            line.marks.append(line.mark("qualifier", both.must, both.cure, "hedge-agrees"))
        line.cells["value"] = reading.value
        line.cells["qualifier"] = both.qualifier

    def _period(self, line: Line, cell: Cell) -> None:
        if cell.kind in ("formula", "error"):
            line.marks.append(_calculated(line, "period", cell))
            return
        indicator = self._catalog.indicators.get(line.cells.get("indicator_id", ""))
        stock_flow = indicator.stock_flow if indicator else ""
        read = read_period(cell.text, stock_flow)
        if read.is_question and line.cells.get("breakdown", "").lower().startswith(_ONE_OCCASION):
            at_once = read_period(f"{_ONE_OCCASION} ngày {cell.text}", stock_flow)
            read = read if at_once.must else at_once
        chosen = line.cells.get("period_kind", "")
        line.cells["period"] = read.period or canonical_cell(" ".join(cell.text.split()))
        has_kinds = "period_kind" in self.resource.header
        if has_kinds:
            line.cells["period_kind"] = chosen or read.kind
        # A period that is known and lacks only its kind is no question where kinds are chosen or not kept.
        only_kind = read.period and read.is_question and not cell.text.strip().isdecimal()
        if read.must and not (only_kind and (chosen or not has_kinds)):
            line.marks.append(line.mark("period", read.must, read.cure, "period-is-known"))

    def _value(self, line: Line, cell: Cell, measure: Measure, unit: str) -> Reading | None:
        if cell.kind in ("formula", "error"):
            line.marks.append(_calculated(line, "value", cell))
            return None
        reading = of_cell(cell, measure, unit)
        if reading.must:
            line.marks.append(line.mark("value", reading.must, reading.cure, "value-is-one-number"))
            return None
        return reading


def _address(line: Line, column: Field, cell: Cell, text: str) -> str:
    """Return the address that a cell holds, also as a link of a spreadsheet under another text."""
    if linked := _LINKED.match(cell.text):
        return written_address(linked[1]) or linked[1]
    if cell.kind in ("formula", "error"):
        line.marks.append(_calculated(line, column.name, cell))
    elif "\n" in cell.text.strip():
        must, cure = "địa chỉ đứng trên nhiều dòng, không rõ có liền nhau không", "ghi một địa chỉ, trên một dòng"
        line.marks.append(line.mark(column.name, must, cure, "address-is-on-the-web"))
    return "" if is_missing(text) else written_address(text) or text


# What to do about one that is in no list yet.
_NOT_THERE = {
    "unit_id": " (đơn vị chưa có: hoctap new unit)",
    "source_id": " (nguồn chưa có: điền ở trang «Nguồn mới» của mẫu, rồi ghi mã nguồn ấy)",
}


def _calculated(line: Line, name: str, cell: Cell) -> Mark:
    must = "phải là chữ hoặc số, không phải công thức" if cell.kind == "formula" else "công thức đang báo lỗi"
    return line.mark(name, must, "chép ô rồi dán lại bằng «Dán giá trị»", "cell-is-not-a-formula")


def _no_row(line: Line, text: str) -> Mark:
    """Return the mark of a line that holds nothing but words where the unit belongs: a note, a title, a signature."""
    must = f"dòng chỉ có chữ «{text[:60]}», không có chỉ tiêu và con số"
    cure = "ghi chú thì chép vào cột «Ghi chú» của con số rồi xóa dòng này; số liệu thì điền vào từng cột"
    return line.mark("unit_id", must, cure, "reference-exists")


def _unknown_name(line: Line, column: Field, text: str, found: Found, known: Register) -> Mark:
    rule = "code-is-in-its-list" if column.code_list else "reference-exists"
    near = "; ".join(f"{each.name} [{each.code}]" for each in found.near)
    if found.is_tie:
        return line.mark(column.name, f"«{text}» là tên của nhiều dòng", f"chọn một: {near}", rule)
    if rule == "code-is-in-its-list":
        names = "; ".join(each.name for each in known.things.values())
        return line.mark(column.name, "phải chọn trong danh sách", f"chọn một: {names}", rule)
    if column.name == "unit_id" and is_measure(text):
        must = "cột «Đơn vị» phải là tên nơi có số liệu"
        return line.mark(column.name, must, "cột này ghi đơn vị tính thì đổi tên thành «Đơn vị tính»", rule)
    if column.name == "unit_id" and label(text).total:
        must = "dòng tổng không phải là số của một đơn vị"
        return line.mark(column.name, must, "bỏ dòng này; số của cả tỉnh, cả huyện thì ghi tên nơi ấy", rule)
    cure = f"chọn trong danh sách; gần giống: {near}" if near else "chọn trong danh sách"
    return line.mark(column.name, f"{column.title} phải có trong sổ", cure + _NOT_THERE.get(column.name, ""), rule)


def spot(line: Line, name: str) -> str:
    """Return the cell of a column in this row, as spreadsheets name it."""
    return f"{letters(line.table.found.columns.get(name, 1))}{line.row}"
