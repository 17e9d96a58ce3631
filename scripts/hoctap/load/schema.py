"""Rows held against their Table Schema by frictionless; its errors told in our words.

The only module that imports frictionless. It is given fields made here from known keys, and cells: nothing in a
data package can make it open an address, a profile or another file. Each different cell of a column is judged once.
"""

from collections.abc import Callable, Iterator, Mapping
from typing import Any

from hoctap.load.file_rules import breach
from hoctap.load.measures import ANY, Measure
from hoctap.load.suggestions import cure_for
from hoctap.load.typed import Kind, kinds_of
from hoctap.load.valid_cells import doubt, surely_valid
from hoctap.model.descriptor import Field
from hoctap.model.finding import Finding, Place
from hoctap.model.table import Row, Table

_TYPE_WORDS = {
    "integer": "phải là số nguyên",
    "number": "phải là số, dấu chấm ngăn phần thập phân",
    "date": "phải là ngày dạng năm-tháng-ngày",
    "year": "phải là năm bốn chữ số",
}
_WHOLE_NUMBER = "|0|-?[1-9][0-9]{0,14}"
_KNOWN_KEYS = ("name", "type", "format", "constraints")
Notes = Mapping[str, str]


def schema_problems(table: Table, measures: Mapping[str, Measure] | None = None) -> Iterator[Finding]:
    """Yield a finding for each cell or row of `table` that breaks its schema; `measures` are those of indicators."""
    kinds = kinds_of(table.resource)
    for column in table.resource.fields:
        kind = kinds.get(column.name)
        wrong = _judged(column, table.distinct_beyond(column.name, _valid_pattern(column)), kind)
        if wrong:
            for row, cell in table.holding(column.name, wrong):
                yield _finding(row.place, column, cell, wrong[cell], _measure(table, row, measures or {}))
    yield from _repeated_keys(table)


def _valid_pattern(column: Field) -> str:
    """Return a simple pattern of cells that need no look, for columns of a million different ones; empty if none."""
    if column.type == "number" and not column.constraints and not column.descriptor.get("format"):
        return _WHOLE_NUMBER
    return ""


def _measure(table: Table, row: Row, measures: Mapping[str, Measure]) -> Measure:
    at = table.positions.get("indicator_id")
    return ANY if at is None else measures.get(row.cells[at], ANY)


def _judged(column: Field, cells: frozenset[str], kind: Kind | None) -> dict[str, Notes]:
    """Return what is wrong with each of the cells that are not right."""
    is_valid = surely_valid(column)
    doubtful = [cell for cell in cells if not is_valid(cell)]
    read = _reader(column) if doubtful else None
    wrong: dict[str, Notes] = {cell: notes for cell in doubtful if read and (notes := read(cell)[1])}
    # What frictionless takes and we cannot read (2024-1-1, month 13) must not drop out of the tables in silence.
    for cell in cells if kind else ():
        if kind and cell not in wrong and not kind.reads(cell):
            wrong[cell] = {"kind": kind.must}
    return wrong


def _reader(column: Field) -> Callable[[str], tuple[Any, Notes | None]]:
    try:
        from frictionless import Field as SchemaField  # noqa: PLC0415 - a second to load, needed for a doubtful cell
    except ModuleNotFoundError:  # in a page
        why = doubt(column)
        return lambda cell: (None, {name: ""} if (name := why(cell)) else None)
    descriptor = {key: column.descriptor[key] for key in _KNOWN_KEYS if key in column.descriptor}
    read = SchemaField.from_descriptor(descriptor).create_cell_reader()

    def notes_of(cell: str) -> tuple[Any, Notes | None]:
        try:
            return read(cell)
        except ArithmeticError:  # «sNaN» is a Decimal that cannot be compared with a limit
            return None, {"type": ""}

    return notes_of


def _finding(place: Place, column: Field, cell: str, notes: Notes, measure: Measure) -> Finding:
    if "required" in notes:
        return breach("required-value-is-there", place, "phải có giá trị", field=column.name)
    if "type" in notes or "kind" in notes:
        words = notes.get("kind") or _TYPE_WORDS.get(column.type) or _format_words(column)
        hint = cure_for(cell, column, measure)
        return breach("value-has-its-type", place, words, field=column.name, value=cell, hint=hint)
    message = _limit_words(column, cell, notes)
    hint = cure_for(cell, column, measure)
    return breach("value-within-constraints", place, message, field=column.name, value=cell, hint=hint)


def _format_words(column: Field) -> str:
    if column.is_period:
        return "phải là thời kỳ có thật, như 2024, 2024-06, 2024-06-30 hoặc 2023/2024"
    if column.descriptor.get("format") == "uri":
        return "phải là địa chỉ đầy đủ, bắt đầu bằng https://"
    return f"phải đúng kiểu {column.type}"


def _limit_words(column: Field, cell: str, notes: Notes) -> str:
    limits = column.constraints
    if "minLength" in notes:
        return f"phải dài từ {limits['minLength']} ký tự trở lên, đang dài {len(cell)}"
    if "maxLength" in notes:
        return f"phải dài không quá {limits['maxLength']} ký tự, đang dài {len(cell)}"
    if "minimum" in notes:
        return f"phải từ {limits['minimum']} trở lên"
    if "maximum" in notes:
        return f"phải không quá {limits['maximum']}"
    return f"phải viết theo mẫu như «{column.example}»"


def _repeated_keys(table: Table) -> Iterator[Finding]:
    """Yield a finding for each row whose key an earlier row of the same file has."""
    if table.has_each_once(table.resource.primary_key):
        return
    for rows in table.by_file().values():
        at = [table.positions[name] for name in table.resource.primary_key]
        keys = [tuple([row.cells[n] for n in at]) for row in rows]
        if len(set(keys)) == len(keys):
            continue
        first: dict[tuple[str, ...], int] = {}
        for row, key in zip(rows, keys, strict=True):
            line = first.setdefault(key, row.line)
            if line != row.line:
                message = f"khóa của dòng phải khác mọi dòng khác trong bảng, đã có ở dòng {line}"
                yield breach("key-is-unique", row.place, message, value=" · ".join(key))
