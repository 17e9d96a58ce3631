"""Rows into typed records. A row with a cell that does not parse is left out, and a finding tells why.

The parsers are stricter than frictionless, which takes `NaN`, `1_000`, `+5` and digits of any script for numbers.
"""

import re
from collections.abc import Callable
from dataclasses import dataclass, fields
from datetime import date
from decimal import Decimal
from types import NoneType
from typing import Any, get_args, get_type_hints

from hoctap.load.cures import cure_for
from hoctap.load.rules import breach
from hoctap.model.finding import Finding
from hoctap.model.period import Period, parse_period
from hoctap.model.record import RECORD_OF
from hoctap.model.table import Row, Table

_INTEGER = re.compile(r"-?(0|[1-9][0-9]{0,14})")
# Spreadsheets and floating point keep fifteen digits.
_NUMBER = re.compile(r"(?=(?:\D*\d){1,15}\D*$)-?(0|[1-9][0-9]*)(\.[0-9]+)?", re.ASCII)
_DAY = re.compile(r"[0-9]{4}-[0-9]{2}-[0-9]{2}")


@dataclass(frozen=True, slots=True)
class Typed:
    """The typed rows of a table, and a finding for each cell that kept a row out."""

    records: tuple[Any, ...]
    findings: tuple[Finding, ...]


@dataclass(frozen=True, slots=True)
class _Kind:
    parse: Callable[[str], Any]
    must: str


def _matching(pattern: re.Pattern[str], parse: Callable[[str], Any]) -> Callable[[str], Any]:
    def parsed(cell: str) -> Any:
        if not pattern.fullmatch(cell):
            raise ValueError(cell)
        return parse(cell)

    return parsed


_KINDS: dict[Any, _Kind] = {
    str: _Kind(str, ""),
    int: _Kind(_matching(_INTEGER, int), "phải là số nguyên viết bằng chữ số"),
    Decimal: _Kind(_matching(_NUMBER, Decimal), "phải là số viết bằng chữ số, nhiều nhất 15 chữ số"),
    date: _Kind(_matching(_DAY, date.fromisoformat), "phải là ngày có thật, dạng năm-tháng-ngày"),
    Period: _Kind(parse_period, "phải là thời kỳ có thật: năm, năm-tháng, năm-tháng-ngày, hoặc từ/đến"),
}


@dataclass(frozen=True, slots=True)
class _Column:
    name: str
    at: int
    kind: _Kind
    optional: bool


def typed(table: Table) -> Typed:
    """Return the typed rows of a table; none for a table without a record class."""
    record = RECORD_OF.get(table.resource.name)
    if record is None:
        return Typed((), ())
    columns = _columns(table, record)
    records: list[Any] = []
    findings: list[Finding] = []
    for row in table.rows:
        cells: dict[str, Any] = {}
        for column in columns:
            cell = row.cells[column.at]
            try:
                cells[column.name] = None if column.optional and not cell else column.kind.parse(cell)
            except ValueError:
                findings.append(_finding(table, row, column, cell))
        if len(cells) == len(columns):
            records.append(record(place=row.place, **cells))
    return Typed(tuple(records), tuple(findings))


def _columns(table: Table, record: type) -> list[_Column]:
    hints = get_type_hints(record)
    columns = []
    for field in fields(record):
        if field.name != "place":
            hint = hints[field.name]
            (inner,) = [option for option in get_args(hint) or (hint,) if option is not NoneType]
            columns.append(_Column(field.name, table.column(field.name), _KINDS[inner], inner is not hint))
    return columns


def _finding(table: Table, row: Row, column: _Column, cell: str) -> Finding:
    hint = cure_for(cell, table.resource.field_named(column.name))
    return breach("value-has-its-type", row.place, column.kind.must, field=column.name, value=cell[:120], hint=hint)
