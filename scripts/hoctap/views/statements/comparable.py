"""The only judge of what may be compared: names every reason why two rows cannot stand together.

Rows of one unit are compared in time, rows of two units side by side. No word of growth, no place in a ranking, no
line and no bar is made of rows that have a reason against them.
"""

import re
from functools import cache
from typing import cast

from hoctap.model.figure_row import FigureRow
from hoctap.model.period_kinds import MOMENT, SCHOOL_YEAR, TERM
from hoctap.views.statements.reasons import Reason, in_order

_PLANNED = re.compile(r"\b(dự kiến|kế hoạch|ước|phấn đấu|mục tiêu|mới đề nghị)\b", re.IGNORECASE)
_CUMULATIVE = re.compile(r"\b(lũy kế|cộng dồn|từ trước đến nay)\b", re.IGNORECASE)
# Notes that say what was counted, and how; not «chỉ tiêu», «nguồn chỉ nói …», «chỉ khoảng …», «do báo … dẫn lại»,
# «không nêu tính …».
_COUNTING = re.compile(
    r"\b(chỉ(?! (?:tiêu|nói|nhắc|khoảng)\b)|gồm|(?<!không nêu )tính|đếm|lượt|trừ|riêng|theo|mẫu số|do(?! báo\b)"
    r"|bình quân|mỗi)\b",
    re.IGNORECASE,
)
_NEVER_AGAINST_A_CHART = frozenset([Reason.RANGES_OVERLAP, Reason.OTHER_BORDER, Reason.UNKNOWN_BORDER])
_READ_OFF_THE_AXIS = frozenset([Reason.OTHER_END, Reason.NOT_RANKED, Reason.UNKNOWN_PLACE])


def comparable(one: FigureRow, other: FigureRow) -> tuple[Reason, ...]:
    """Return every reason against comparing two rows, in the order of the enum; empty if they are comparable."""
    against = {*_alone(one), *_alone(other), *_of_pair(one, other)}
    if one.observation.unit_id == other.observation.unit_id:
        against |= _in_time(one, other)
    else:
        against |= _side_by_side(one, other)
    return in_order(against)


def against_one_chart(one: FigureRow, other: FigureRow) -> tuple[Reason, ...]:
    """Return every reason why two rows may not be drawn on one chart of several units and times; empty if they may.

    Times may differ there, since the axis tells them; borders are the choice of the reader, who is told which are
    shown; and the ranges of hedges may overlap, since each mark shows its hedge.
    """
    against = {*_alone(one), *_alone(other), *_of_pair(one, other)}
    if one.observation.unit_id == other.observation.unit_id:
        against |= _in_time(one, other)
    else:
        against |= _side_by_side(one, other) - _READ_OFF_THE_AXIS
    return in_order(against - _NEVER_AGAINST_A_CHART)


@cache  # as `_in_order`
def on_one_chart(against: tuple[Reason, ...]) -> frozenset[Reason]:
    """Return which of the reasons against two units side by side speak against one chart of them too."""
    return frozenset(against) - _READ_OFF_THE_AXIS - _NEVER_AGAINST_A_CHART


def against_side_by_side(one: FigureRow, other: FigureRow) -> tuple[Reason, ...]:
    """Return every reason against reading rows side by side in a table, where each keeps its hedge.

    They are judged as rows of two units are, whosesoever they be.
    """
    against = {*_alone(one), *_alone(other), *_of_pair(one, other), *_side_by_side(one, other)}
    against.discard(Reason.RANGES_OVERLAP)
    return in_order(against)


def judged_alike(row: FigureRow) -> tuple[object, ...]:
    """Return what `against_side_by_side` looks at: rows for which it is equal get equal reasons beside any other."""
    seen, unit = row.observation, row.unit
    whose = (unit.unit_kind, unit.level) if unit else None
    may = _may_be_compared(row)
    when = (seen.period.end, row.months, row.period_kind)
    what = (seen.indicator_id, may, seen.breakdown, row.is_stock, _counted(row))
    return *what, *when, row.border, whose, row.area is not None, *unfit(row)


def unfit(row: FigureRow) -> tuple[Reason, ...]:
    """Return the reasons why a row can be compared with no other at all."""
    return in_order(_alone(row))


def _judged(row: FigureRow) -> tuple[frozenset[Reason], str]:
    """Return what speaks against a row by itself and what it counts, found once and remembered with the row."""
    try:
        judged = row.judged
    except AttributeError:
        judged = _as_one(frozenset(_against(row)), _counted_by(row))
        object.__setattr__(row, "judged", judged)
    return cast("tuple[frozenset[Reason], str]", judged)


@cache  # one object for the many rows that are judged alike
def _as_one(against: frozenset[Reason], counted: str) -> tuple[frozenset[Reason], str]:
    return against, counted


def _alone(row: FigureRow) -> frozenset[Reason]:
    """Return what speaks against a row whatever it stands beside."""
    return _judged(row)[0]


def _counted(row: FigureRow) -> str:
    return _judged(row)[1]


def _against(row: FigureRow) -> set[Reason]:
    seen = row.observation
    against: set[Reason] = set()
    if seen.value is None:
        against.add(Reason.NO_NUMBER)
    if seen.period_status != "stated":
        against.add(Reason.DOUBTFUL_PERIOD)
    if row.is_accumulated or _CUMULATIVE.search(f"{seen.note} {seen.breakdown}"):
        against.add(Reason.CUMULATIVE)
    if row.is_unfinished:
        against.add(Reason.UNFINISHED)
    if row.border == "unknown":
        against.add(Reason.UNKNOWN_BORDER)
    if not row.preference.is_preferred:
        against.add(Reason.NOT_FOLLOWED)
    if _PLANNED.search(seen.note):
        against.add(Reason.PLANNED)
    if not row.is_stock and row.period_kind == MOMENT:
        against.add(Reason.UNKNOWN_START)
    years = seen.period.end.year - seen.period.start.year
    if row.is_stock and (years > 1 or (row.months is None and not row.is_accumulated)):
        against.add(Reason.OTHER_LENGTH)
    return against


def _of_pair(one: FigureRow, other: FigureRow) -> set[Reason]:
    against: set[Reason] = set()
    if one.observation.indicator_id != other.observation.indicator_id:
        against.add(Reason.OTHER_INDICATOR)
    if one.observation.breakdown != other.observation.breakdown:
        against.add(Reason.OTHER_SCOPE)
    # A place whose borders never changed is what it was, before and after.
    if one.border and other.border and one.border != other.border:
        against.add(Reason.OTHER_BORDER)
    # What is there at a moment does not depend on how long one looked; what happens does.
    if not (one.is_stock and other.is_stock):
        if one.months != other.months:
            against.add(Reason.OTHER_LENGTH)
        if one.period_kind != other.period_kind:
            against.add(Reason.OTHER_KIND_OF_PERIOD)
    if _counted(one) != _counted(other):
        against.add(Reason.OTHER_COUNT)
    if is_hedged(one) + is_hedged(other) and one.range.overlaps(other.range):
        against.add(Reason.RANGES_OVERLAP)
    return against


def _in_time(one: FigureRow, other: FigureRow) -> set[Reason]:
    against: set[Reason] = set()
    first, second = one.observation.period, other.observation.period
    # School years share the year in which one ends and the next begins.
    shared = one.period_kind == other.period_kind and one.period_kind in (SCHOOL_YEAR, TERM)
    if first.start.year == second.start.year if shared else first.start <= second.end and second.start <= first.end:
        against.add(Reason.SAME_TIME)
    if not same_definition(one, other):
        against.add(Reason.OTHER_SOURCE)
    return against


def _side_by_side(one: FigureRow, other: FigureRow) -> set[Reason]:
    against: set[Reason] = set()
    if not (_may_be_compared(one) and _may_be_compared(other)):
        against.add(Reason.NOT_RANKED)
    if one.unit is None or other.unit is None or one.unit.unit_kind != other.unit.unit_kind:
        against.add(Reason.OTHER_KIND_OF_UNIT)
    if one.unit is None or other.unit is None or one.unit.level != other.unit.level:
        against.add(Reason.OTHER_LEVEL)
    if not one.area or not other.area:
        against.add(Reason.UNKNOWN_PLACE)
    if one.observation.period.end != other.observation.period.end:
        against.add(Reason.OTHER_END)
    return against


def _may_be_compared(row: FigureRow) -> bool:
    return row.indicator is not None and row.indicator.comparison != "none"


def same_definition(one: FigureRow, other: FigureRow) -> bool:
    """Return whether two rows of a unit were surely counted in one way: one source, or reports of one body itself."""
    if one.observation.source_id == other.observation.source_id:
        return True
    sources = (one.source, other.source)
    if any(source is None or source.kind != "chinh-chu" or not source.publisher for source in sources):
        return False
    return one.source is not None and other.source is not None and one.source.publisher == other.source.publisher


def _counted_by(row: FigureRow) -> str:
    """Return the note of a row if it says how was counted; empty otherwise."""
    return row.observation.note if _COUNTING.search(row.observation.note) else ""


def is_hedged(row: FigureRow) -> bool:
    """Return whether the source says the number with a hedge."""
    return row.observation.qualifier != "exact"
