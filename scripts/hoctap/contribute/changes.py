"""What a change does to the published data: rows, cells old and new, what looks odd, pages touched, the version.

Computes; `effect_formats` writes it.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from decimal import Decimal, InvalidOperation

from hoctap.exports import combined
from hoctap.model.catalog import Catalog
from hoctap.releases.diff import (
    Change,
    Difference,
    Key,
    PublishedPackage,
    PublishedTable,
    difference,
    package_of,
    raised,
)
from hoctap.views import link
from hoctap.views.page_kinds import KINDS

# A figure that more than doubles or halves is looked at again; so is a new one ten times off its own series.
_ODD_PERCENT, _ODD_TIMES = (Decimal(-50), Decimal(100)), 10


@dataclass(frozen=True, slots=True)
class Odd:
    """A figure to look at again, and why (Vietnamese)."""

    table: str
    key: Key
    why: str


@dataclass(frozen=True, slots=True)
class Effect:
    """Everything a change does; `pages` are addresses relative to the site's root."""

    difference: Difference
    columns: Mapping[str, tuple[str, ...]]
    titles: Mapping[str, str]
    odd: tuple[Odd, ...]
    pages: tuple[str, ...]
    version: str


def effect(before: Catalog, after: Catalog) -> Effect:
    """Return what leads from one catalog to the other."""
    old, new = _published(before), _published(after)
    found = difference(old, new)
    tables = {**old.tables, **new.tables}
    return Effect(
        difference=found,
        columns={name: table.key for name, table in tables.items()},
        titles={name: table.title for name, table in tables.items()},
        odd=tuple(_odd(found, after)),
        pages=tuple(sorted(set(_pages(found, tables, after)))),
        version=raised(found.before, found.bump),
    )


def _published(catalog: Catalog) -> PublishedPackage:
    return package_of(dict(combined.files(catalog, 0)))


def _odd(found: Difference, after: Catalog) -> Iterator[Odd]:
    low, high = _ODD_PERCENT
    for table in found.tables:
        for change in table.changed:
            if change.percent is not None and not low < change.percent < high:
                yield Odd(table.name, change.key, f"{change.old} → {change.new} ({format_percent(change)})")
        if table.name == "observations":
            for key, row in table.added.items():
                near = _own_series(after, row)
                value = _number(row["value"])
                if value and near and any(value > other * _ODD_TIMES or value * _ODD_TIMES < other for other in near):
                    yield Odd(table.name, key, f"{row['value']}, các kỳ khác: {', '.join(map(str, near[:5]))}")


def _own_series(after: Catalog, row: Mapping[str, str]) -> list[Decimal]:
    return [
        other.value
        for other in after.observations_by_unit.get(row["unit_id"], ())
        if other.indicator_id == row["indicator_id"] and other.breakdown == row["breakdown"] and other.value
        if other.period.text != row["period"]
    ]


def _number(text: str) -> Decimal | None:
    try:
        return Decimal(text)
    except InvalidOperation:
        return None


def format_percent(change: Change) -> str:
    """Return the percentage of a change with its sign; empty where there is none."""
    return "" if change.percent is None else f"{change.percent:+f}".rstrip("0").rstrip(".") + " %"


def _pages(found: Difference, tables: Mapping[str, PublishedTable], after: Catalog) -> Iterator[str]:
    folders = {after.tables[kind.table].resource.primary_key[0]: kind.folder for kind in KINDS if kind.table}
    for table in found.tables:
        columns = tables[table.name].key
        rows = [*table.added.values(), *table.removed.values()]
        rows += [dict(zip(columns, change.key, strict=False)) for change in table.changed]
        for row in rows:
            for name, folder in folders.items():
                if row.get(name):
                    yield link.page_address(folder, row[name])
            unit = after.units.get(row.get("unit_id", ""))
            province = after.province_of(unit.area_id) if unit else ""
            if province:
                yield link.page_address(link.AREA, province)
