"""Makes typed records of rows. A row with a cell that does not parse is left out: a finding of the schema tells why.

The parsers are stricter than frictionless, which takes `NaN`, `1_000`, `+5` and digits of any script for numbers.
"""

import re
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, fields
from datetime import date
from decimal import Decimal
from functools import lru_cache
from operator import itemgetter
from types import NoneType
from typing import Any, get_args, get_type_hints

from hoctap.model.descriptor import Resource
from hoctap.model.period import Period, parse_period
from hoctap.model.record import RECORD_OF
from hoctap.model.table import Table

# Nothing is below zero by nothing: «-0» is a slip for another number.
_MINUS_ZERO = r"(?!-0(?:\.0+)?\Z)"
_INTEGER = re.compile(rf"{_MINUS_ZERO}-?(0|[1-9][0-9]{{0,14}})")
# Spreadsheets and floating point keep fifteen digits.
_NUMBER = re.compile(rf"{_MINUS_ZERO}(?=(?:\D*\d){{1,15}}\D*$)-?(0|[1-9][0-9]*)(\.[0-9]+)?", re.ASCII)
_DAY = re.compile(r"[0-9]{4}-[0-9]{2}-[0-9]{2}")


@dataclass(frozen=True, slots=True)
class Kind:
    """How the cells of a column are read, and what must hold of those that cannot be (Vietnamese)."""

    parse: Callable[[str], Any]
    must: str

    def reads(self, cell: str) -> bool:
        """Return whether the cell can be read."""
        try:
            self.parse(cell)
        except ValueError:
            return False
        return True


def _matching(pattern: re.Pattern[str], parse: Callable[[str], Any]) -> Callable[[str], Any]:
    @lru_cache(maxsize=65536)
    def parsed(cell: str) -> Any:
        if not pattern.fullmatch(cell):
            raise ValueError(cell)
        return parse(cell)

    return parsed


_KINDS: dict[Any, Kind] = {
    int: Kind(_matching(_INTEGER, int), "phải là số nguyên viết bằng chữ số"),
    Decimal: Kind(_matching(_NUMBER, Decimal), "phải là số viết bằng chữ số, nhiều nhất 15 chữ số"),
    date: Kind(_matching(_DAY, date.fromisoformat), "phải là ngày có thật, dạng năm-tháng-ngày"),
    Period: Kind(parse_period, "phải là thời kỳ có thật: năm, năm-tháng, năm-tháng-ngày, hoặc từ/đến"),
}


def kinds_of(resource: Resource) -> dict[str, Kind]:
    """Return how each column that is not plain text is read; empty for a table without a record class."""
    record = RECORD_OF.get(resource.name)
    hints = get_type_hints(record) if record else {}
    kinds = {}
    for name in resource.header:
        inner = [option for option in get_args(hints.get(name)) or (hints.get(name),) if option is not NoneType]
        if inner and inner[0] in _KINDS:
            kind = _KINDS[inner[0]]
            kinds[name] = kind if inner[0] is hints[name] else Kind(_optional(kind.parse), kind.must)
    return kinds


def _optional(parse: Callable[[str], Any]) -> Callable[[str], Any]:
    return lambda cell: parse(cell) if cell else None


class Records(Mapping[str, tuple[Any, ...]]):
    """The typed rows of tables by name, those of each table made when first asked for."""

    def __init__(self, tables: Mapping[str, Table], known: Mapping[str, tuple[Any, ...]] | None = None) -> None:
        self._tables = tables
        self._records = dict(known or {})

    def __getitem__(self, name: str) -> tuple[Any, ...]:
        if name not in self._records:
            self._records[name] = records_of(self._tables[name])
        return self._records[name]

    def __iter__(self) -> Iterator[str]:
        return iter(self._tables)

    def __len__(self) -> int:
        return len(self._tables)

    def with_rows_of(self, table: Table) -> "Records":
        """Return these with the rows of one table instead of its own; those of the others stay as far as made."""
        name = table.resource.name
        known = {other: rows for other, rows in self._records.items() if other != name}
        return Records({**self._tables, name: table}, known)


def records_of(table: Table) -> tuple[Any, ...]:
    """Return the typed rows of a table; empty for a table without a record class."""
    record = RECORD_OF.get(table.resource.name)
    if record is None:
        return ()
    names = [column.name for column in fields(record) if column.name != "place"]
    pick = itemgetter(*(table.column(name) for name in names))
    parsed = [(name, kind.parse) for name, kind in kinds_of(table.resource).items() if name in names]
    records = []
    for row in table.rows:
        cells: dict[str, Any] = dict(zip(names, pick(row.cells), strict=True))
        try:
            for name, parse in parsed:
                cells[name] = parse(cells[name])
        except ValueError:
            continue
        records.append(record(place=row.place, **cells))
    return tuple(records)
