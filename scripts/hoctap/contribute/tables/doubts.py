"""What the figures of one table say of each other: a column that cannot be counts, sums without a measure."""

import re
from collections.abc import Sequence
from dataclasses import replace
from decimal import Decimal
from operator import attrgetter

from hoctap.contribute.naming.figures import plain_number
from hoctap.contribute.tables.cells import NO_MEASURE
from hoctap.contribute.tables.rows import Row
from hoctap.contribute.tables.shares import groups_of, spot_of, with_shares
from hoctap.model.catalog import Catalog

DIFFERING = "các ô {} cùng chỉ tiêu, cùng thời kỳ mà khác số"
WHOLE = "số đếm phải là số nguyên"
_ENOUGH, _RANGE = 3, 50  # sums that say their measure, how far apart they may be
_TWO_LINES = "đơn vị này có hai dòng của cùng thời kỳ mà có số khác nhau: dòng nào đúng?"


def doubted(catalog: Catalog, rows: Sequence[Row], *, by_column: bool) -> list[Row]:
    """Return the rows of one table, with a question at each that the others contradict."""
    found = with_shares(catalog, rows)
    found = _no_counts(found, by_column=by_column)
    found = _no_measure(_in_measure_of_others(found, by_column=by_column), by_column=by_column)
    return _stated_twice(found, by_column=by_column)


def _no_counts(rows: list[Row], *, by_column: bool) -> list[Row]:
    """Ask about every figure of a column, or of a line, of counts in which one is no whole number."""
    broken = {row.indicator_id for row in rows if row.question == WHOLE}
    key, among = lambda row: (row.indicator_id, spot_of(row)[by_column]), lambda row: row.indicator_id in broken
    for group in groups_of(rows, key, among):
        if any(rows[at].question == WHOLE for at in group):
            for at in group:
                if not rows[at].question:
                    rows[at] = replace(rows[at], question=f"{WHOLE}; cùng {'cột' if by_column else 'dòng'} có số lẻ")
    return rows


def _in_measure_of_others(rows: list[Row], *, by_column: bool) -> list[Row]:
    """Return the rows with sums that say no measure in the one that makes them like those that do: «23.500», «15.400đ».

    Of numbers within one range no other power of a thousand fits.
    """

    def key(row: Row) -> tuple[str, str]:
        return row.indicator_id, spot_of(row)[by_column]

    for group in groups_of(rows, key, lambda row: row.question == NO_MEASURE or _says_measure(row)):
        stated = [Decimal(rows[at].value) for at in group if _says_measure(rows[at])]
        bare = {at: plain_number(rows[at].typed, share=False) for at in group if rows[at].question == NO_MEASURE}
        values = [value for value in bare.values() if value]
        if len(stated) < _ENOUGH or len(values) < len(bare) or max(stated) > min(stated) * _RANGE:
            continue
        fitting = [power for power in (0, 3, 6, 9) if all(_is_like(each.scaleb(power), stated) for each in values)]
        for at, value in bare.items() if len(fitting) == 1 else ():
            written = f"{value.scaleb(fitting[0]):f}" if value else ""
            rows[at] = replace(rows[at], value=written, question="")
    return rows


def _says_measure(row: Row) -> bool:
    return bool(row.value) and not row.question and re.search(r"[^\W\d_]", row.typed) is not None


def _is_like(value: Decimal, others: Sequence[Decimal]) -> bool:
    return min(others) / 2 <= value <= max(others) * 2


def _no_measure(rows: list[Row], *, by_column: bool) -> list[Row]:
    """Ask about every sum of a column, or of a line, in which one does not say whether it is đồng or millions."""

    def key(row: Row) -> tuple[str, str]:
        return row.indicator_id, spot_of(row)[by_column]

    broken = {key(row) for row in rows if row.question == NO_MEASURE}
    return [
        replace(row, question=NO_MEASURE)
        if not row.question and broken and key(row) in broken and not re.search(r"[^\W\d_]", row.typed)
        else row
        for row in rows
    ]


def _stated_twice(rows: list[Row], *, by_column: bool) -> list[Row]:
    """Ask about figures of one unit, indicator, period and scope that differ: the headers do not tell them apart.

    Of two lines of one unit that differ in one figure nobody knows which holds: both are asked about whole.
    """
    groups = stated_again(rows)
    differing = stated_differently(rows)
    for group in differing:
        cells = ", ".join(rows[at].cell for at in group)
        for at in group:
            rows[at] = replace(rows[at], question=DIFFERING.format(cells))
    lines = [{spot_of(rows[at])[0] for at in group} for group in differing] if by_column else []
    for group in groups:
        both = {spot_of(rows[at])[0] for at in group}
        if len(both) > 1 and any(both <= each for each in lines):
            for at in (at for at in group if not rows[at].question):
                rows[at] = replace(rows[at], question=_TWO_LINES)
    return rows


def stated_differently(rows: Sequence[Row]) -> list[list[int]]:
    """Return the places of figures without a question that are of one unit, indicator, period and scope and differ."""
    return [group for group in stated_again(rows) if len({rows[at].value for at in group}) > 1]


def stated_again(rows: Sequence[Row]) -> list[list[int]]:
    """Return the places of figures without a question that are of one unit, indicator, period and scope."""
    key = attrgetter("unit_id", "indicator_id", "period", "breakdown")
    return list(groups_of(rows, key, lambda row: bool(row.unit_id) and not row.question))
