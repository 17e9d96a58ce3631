"""Cells as values of their column's type, and rows in published order. What every typed format shares.

An empty cell is not known: None, never an empty text or a zero.
"""

from collections.abc import Iterator, Sequence
from datetime import date
from typing import Any

from hoctap.model.canonical import key_in
from hoctap.model.catalog import Catalog
from hoctap.model.descriptor import Field, Resource
from hoctap.model.once import once_for_each

Value = str | int | float | bool | date | None
# Columns that name a row to people, best first; one of them is the label of a table.
_LABELS = ("name_vi", "title_vi", "title", "term", "text_vi", "subject_vi")


def ordered_rows(catalog: Catalog, resource: Resource) -> Sequence[Sequence[str]]:
    """Return the cells of all rows of a table, sorted by key over all its files."""
    return _ordered_rows(catalog, resource.name)


@once_for_each
def _ordered_rows(catalog: Catalog, name: str) -> Sequence[Sequence[str]]:
    table = catalog.tables[name]
    return sorted((row.cells for row in table.rows), key=key_in(table.resource))


def value_of(column: Field, cell: str) -> Value:
    """Return the cell as its type; ValueError if it is none, or a number a computer's float cannot hold."""
    if not cell:
        return None
    if column.type in ("integer", "year", "number"):
        return number_of(cell)
    if column.type == "date":
        return date.fromisoformat(cell)
    return cell == "true" if column.type == "boolean" else cell


def number_of(cell: str) -> int | float:
    """Return a number exactly as written; ValueError beyond fifteen digits, which floats and Excel cut off."""
    whole, _, part = cell.lstrip("-").partition(".")
    if len((whole + part).strip("0")) > 15:
        raise ValueError(f"more than fifteen digits: {cell}")
    return float(cell) if part.strip("0") else int(whole) * (-1 if cell.startswith("-") else 1)


def plain_value(column: Field, cell: str) -> Any:
    """Return the cell as JSON and SQL have it: dates as text."""
    value = value_of(column, cell)
    return cell if isinstance(value, date) else value


def label_column(resource: Resource) -> str:
    """Return the column that names a row of this table to people; empty if none does."""
    header = set(resource.header)
    return next((name for name in _LABELS if name in header), "")


def labels(catalog: Catalog, resource: Resource) -> Iterator[tuple[str, str]]:
    """Yield the key and the label of each row of a table with a key of one column and a label."""
    name = label_column(resource)
    if name and len(resource.primary_key) == 1:
        for _, (key, label) in catalog.tables[resource.name].keys((*resource.primary_key, name)):
            yield key, label
