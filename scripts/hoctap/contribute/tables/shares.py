"""What a share is of, told by its arithmetic beside the figures of the same table."""

import re
from collections import defaultdict
from collections.abc import Callable, Hashable, Mapping, Sequence
from dataclasses import replace
from decimal import Decimal
from functools import lru_cache

from hoctap.contribute.tables.cells import OR_PERCENT
from hoctap.contribute.tables.rows import Row
from hoctap.model.catalog import Catalog

_NEAR = Decimal("0.06")
_TITLED = re.compile(r"(learning-\w+?|studious-\w+?)-rate")
_Key = Callable[[Row], Hashable]
_Values = Mapping[tuple[str, str, str, str], Decimal]


def with_shares(catalog: Catalog, rows: Sequence[Row]) -> list[Row]:
    """Return the rows with the shares that the division of two others explains."""
    if not any(_TITLED.fullmatch(row.indicator_id) or OR_PERCENT in row.question for row in rows):
        return list(rows)
    values = {
        (row.unit_id, row.indicator_id, row.period, row.breakdown): Decimal(row.value) for row in rows if row.value
    }
    return _small(catalog, _shares_of_registered(catalog, rows, values), values)


def _small(catalog: Catalog, rows: list[Row], values: _Values) -> list[Row]:
    """Answer «0,3% hay 30%?» where the part and its whole stand in the table too."""
    for at, row in enumerate(rows):
        part = catalog.indicators.get(row.indicator_id.removesuffix("-rate"))
        if OR_PERCENT not in row.question or part is None or not (row.unit_id and row.period):
            continue
        place = (row.period, row.breakdown)
        count = values.get((row.unit_id, part.indicator_id, *place))
        whole = values.get((row.unit_id, part.parent_indicator_id, *place))
        typed = Decimal(row.typed)
        if count is None or not whole:
            continue
        for value in (typed, typed * 100):
            if abs(count / whole * 100 - value) <= min(_NEAR, typed / 2):
                rows[at] = replace(row, value=f"{value:f}", qualifier=row.qualifier or "exact", question="")
    return rows


def spot_of(row: Row) -> tuple[str, str]:
    """Return row and column of the cell of a figure."""
    return _place_of(row.cell)


@lru_cache(maxsize=200_000)
def _place_of(address: str) -> tuple[str, str]:
    """Return row and column of a cell, as its address writes them."""
    if "!" in address:
        letters = re.fullmatch(r"([A-Z]+)(\d+)", address.rpartition("!")[2])
        return (letters[2], letters[1]) if letters else ("", "")
    places = address.split("/")
    return (places[1], places[2]) if len(places) == 3 else ("", "")


def groups_of(rows: Sequence[Row], key: _Key, among: Callable[[Row], bool]) -> list[list[int]]:
    """Return the places of the rows that have the same key, of those that count."""
    found: defaultdict[Hashable, list[int]] = defaultdict(list)
    for at, row in enumerate(rows):
        if among(row):
            found[key(row)].append(at)
    return list(found.values())


def _shares_of_registered(catalog: Catalog, rows: Sequence[Row], values: _Values) -> list[Row]:
    """Give a share beside the registered and the recognised its own indicator where the division says so."""
    found = list(rows)
    titles = {each: title for each in {row.indicator_id for row in rows} if (title := _TITLED.fullmatch(each))}
    groups = groups_of(rows, lambda row: (row.indicator_id, spot_of(row)[1]), lambda row: row.indicator_id in titles)
    for group in groups:
        title = titles[rows[group[0]].indicator_id]
        divided = [_divided(values, rows[at], title[1]) for at in group if rows[at].value]
        known = [near for near in divided if near is not None]
        if known and all(known):
            other = f"{title[1]}-of-registered-rate"
            for at in group:
                found[at] = _of_registered(found[at], other if other in catalog.indicators else "")
    return found


def _divided(values: _Values, row: Row, title: str) -> bool | None:
    """Return whether a share is the recognised over the registered; None if the table does not hold both."""
    place = (row.period, row.breakdown)
    recognised = values.get((row.unit_id, title, *place))
    registered = values.get((row.unit_id, f"{title}-registered", *place))
    if recognised is None or not registered:
        return None
    return abs(recognised / registered * 100 - Decimal(row.value)) <= _NEAR


def _of_registered(row: Row, indicator_id: str) -> Row:
    if indicator_id:
        return replace(row, indicator_id=indicator_id)
    return replace(row, question=row.question or "tỷ lệ tính trên số đăng ký: chưa có chỉ tiêu nào như vậy")
