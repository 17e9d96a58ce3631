"""What the figures of one table say of each other: a share told by its arithmetic, a column that cannot be counts."""

import re
from collections import defaultdict
from collections.abc import Callable, Hashable, Sequence
from dataclasses import replace
from decimal import Decimal
from functools import lru_cache
from operator import attrgetter

from hoctap.contribute.tables.cells import NO_MEASURE
from hoctap.contribute.tables.rows import Row
from hoctap.model.catalog import Catalog

WHOLE = "số đếm phải là số nguyên"
_NEAR = Decimal("0.06")
_TITLED = re.compile(r"(learning-\w+?|studious-\w+?)-rate")
_Key = Callable[[Row], Hashable]


def doubted(catalog: Catalog, rows: Sequence[Row], *, by_column: bool) -> list[Row]:
    """Return the rows of one table, with a question at each that the others contradict."""
    found = _shares_of_registered(catalog, rows)
    found = _no_counts(found, by_column=by_column)
    found = _no_measure(found, by_column=by_column)
    return _stated_twice(found)


def _spot(row: Row) -> tuple[str, str]:
    return _place_of(row.cell)


@lru_cache(maxsize=200_000)
def _place_of(address: str) -> tuple[str, str]:
    """Return row and column of a cell, as its address writes them."""
    if "!" in address:
        letters = re.fullmatch(r"([A-Z]+)(\d+)", address.rpartition("!")[2])
        return (letters[2], letters[1]) if letters else ("", "")
    places = address.split("/")
    return (places[1], places[2]) if len(places) == 3 else ("", "")


def _groups(rows: Sequence[Row], key: _Key, among: Callable[[Row], bool]) -> list[list[int]]:
    found: defaultdict[Hashable, list[int]] = defaultdict(list)
    for at, row in enumerate(rows):
        if among(row):
            found[key(row)].append(at)
    return list(found.values())


def _no_counts(rows: list[Row], *, by_column: bool) -> list[Row]:
    """Ask about every figure of a column, or of a line, of counts in which one is no whole number."""
    broken = {row.indicator_id for row in rows if row.question == WHOLE}
    key, among = lambda row: (row.indicator_id, _spot(row)[by_column]), lambda row: row.indicator_id in broken
    for group in _groups(rows, key, among):
        if any(rows[at].question == WHOLE for at in group):
            for at in group:
                if not rows[at].question:
                    rows[at] = replace(rows[at], question=f"{WHOLE}; cùng {'cột' if by_column else 'dòng'} có số lẻ")
    return rows


def _no_measure(rows: list[Row], *, by_column: bool) -> list[Row]:
    """Ask about every sum of a column, or of a line, in which one does not say whether it is đồng or millions."""

    def key(row: Row) -> tuple[str, str]:
        return row.indicator_id, _spot(row)[by_column]

    broken = {key(row) for row in rows if row.question == NO_MEASURE}
    return [
        replace(row, question=NO_MEASURE)
        if not row.question and broken and key(row) in broken and not re.search(r"[^\W\d_]", row.typed)
        else row
        for row in rows
    ]


def _stated_twice(rows: list[Row]) -> list[Row]:
    """Ask about figures of one unit, indicator, period and scope that differ: the headers do not tell them apart."""
    key = attrgetter("unit_id", "indicator_id", "period", "breakdown")
    for silent in _groups(rows, key, lambda row: bool(row.unit_id) and not row.question):
        if len({rows[at].value for at in silent}) > 1:
            cells = ", ".join(rows[at].cell for at in silent)
            for at in silent:
                rows[at] = replace(rows[at], question=f"các ô {cells} cùng chỉ tiêu, cùng thời kỳ mà khác số")
    return rows


def _shares_of_registered(catalog: Catalog, rows: Sequence[Row]) -> list[Row]:
    """Give a share beside the registered and the recognised its own indicator where the division says so."""
    found = list(rows)
    titles = {each: title for each in {row.indicator_id for row in rows} if (title := _TITLED.fullmatch(each))}
    groups = _groups(rows, lambda row: (row.indicator_id, _spot(row)[1]), lambda row: row.indicator_id in titles)
    values = {
        (row.unit_id, row.indicator_id, row.period, row.breakdown): Decimal(row.value)
        for row in (rows if groups else ())
        if row.value
    }
    for group in groups:
        title = titles[rows[group[0]].indicator_id]
        divided = [_divided(values, rows[at], title[1]) for at in group if rows[at].value]
        known = [near for near in divided if near is not None]
        if known and all(known):
            other = f"{title[1]}-of-registered-rate"
            for at in group:
                found[at] = _of_registered(found[at], other if other in catalog.indicators else "")
    return found


def _divided(values: dict[tuple[str, str, str, str], Decimal], row: Row, title: str) -> bool | None:
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
