"""Rows into typed records. A row with a cell that does not parse is left out: its schema finding tells why."""

from collections.abc import Callable
from dataclasses import fields
from datetime import date
from decimal import Decimal, InvalidOperation
from types import NoneType, UnionType
from typing import Any, get_args, get_type_hints

from hoctap.model.period import Period, parse_period
from hoctap.model.record import RECORD_OF
from hoctap.model.table import Table

Parser = Callable[[str], Any]
_PARSERS: dict[Any, Parser] = {
    str: str,
    int: int,
    Decimal: Decimal,
    date: date.fromisoformat,
    Period: parse_period,
}


def records_of(table: Table) -> tuple[Any, ...]:
    """Return the typed rows of a table; empty for a table without a record class."""
    kind = RECORD_OF.get(table.resource.name)
    if kind is None:
        return ()
    parsers = _parsers(kind)
    columns = [(name, table.positions.get(name), parse) for name, parse in parsers.items()]
    made = []
    for row in table.rows:
        try:
            cells = {name: parse(row.cells[at]) for name, at, parse in columns if at is not None}
            made.append(kind(place=row.place, **cells))
        except (ValueError, InvalidOperation, TypeError):
            continue
    return tuple(made)


def _parsers(kind: type) -> dict[str, Parser]:
    hints = get_type_hints(kind)
    return {column.name: _parser(hints[column.name]) for column in fields(kind) if column.name != "place"}


def _parser(hint: Any) -> Parser:
    if isinstance(hint, UnionType):
        (inner,) = [option for option in get_args(hint) if option is not NoneType]
        parse = _PARSERS[inner]
        return lambda cell: parse(cell) if cell else None
    return _PARSERS[hint]
