"""Days, periods and where today lies, in English; the same cases as `statements/periods` has in Vietnamese."""

from datetime import date

from hoctap.model.figure_row import FigureRow
from hoctap.model.period import Period
from hoctap.model.period_kinds import CUMULATIVE, MOMENT, SCHOOL_YEAR, TERM
from hoctap.views.campaign import InTime
from hoctap.views.statements.periods import years_of

_MONTHS = (
    *("January", "February", "March", "April", "May", "June"),
    *("July", "August", "September", "October", "November", "December"),
)
_QUARTERS = ("first", "second", "third", "fourth")
STANDINGS = {
    InTime.FUTURE: "to come",
    InTime.NOW: "under way",
    InTime.PAST: "over",
}


def english_day(day: date) -> str:
    """Return a day: `30 June 2025`."""
    return f"{day.day} {_MONTHS[day.month - 1]} {day.year}"


def day_of_year(month_day: str) -> str:
    """Return a day that returns every year: `31 March`."""
    month, day = month_day.split("-")
    return f"{int(day)} {_MONTHS[int(month) - 1]}"


def span(period: Period) -> str:
    """Return a time as it is written: `2024`, `June 2024`, `21 February 2025`, `2007–2009`."""
    return "–".join(_format_part(part) for part in period.text.split("/"))


def _format_part(part: str) -> str:
    year, *rest = part.split("-")
    month = [_MONTHS[int(rest[0]) - 1]] if rest else []
    day = [str(int(rest[1]))] if len(rest) == 2 else []
    return " ".join([*day, *month, year])


def from_to(start: Period | None, end: Period | None) -> str:
    """Return from when to when; one time where it begins and ends with it; empty if neither is known."""
    if start and start == end:
        return span(start)
    parts = [f"from {span(start)}"] if start else []
    parts += [f"to {span(end)}" if _is_day(end) else f"to the end of {span(end)}"] if end else []
    return " ".join(parts)


def _is_day(period: Period) -> bool:
    return period.start == period.end


def english_period(row: FigureRow) -> str:
    """Return the period of a figure: `2024`, `as of 21 February 2025`, `first 9 months of 2025`."""
    period, kind = row.observation.period, row.period_kind
    if kind == CUMULATIVE and not row.is_accumulated:
        return span(period)
    if kind == CUMULATIVE:
        return f"cumulative, {span(period)}" if period.is_interval else f"cumulative to {span(period)}"
    if kind in (TERM, SCHOOL_YEAR):
        return f"{'term' if kind == TERM else 'school year'} {years_of(period)}"
    if kind == MOMENT:
        return _moment(row, period)
    if not period.is_interval:
        return span(period)
    return _interval(period, uncertain=row.observation.period_status == "uncertain")


def _moment(row: FigureRow, period: Period) -> str:
    if period.is_interval:
        return _interval(period, uncertain=True)
    # What happened on a day is not what happened up to it.
    happened = (row.indicator is not None and "flow" in row.stock_flow) or "-" not in period.text
    return span(period) if happened else f"as of {span(period)}"


def _interval(period: Period, *, uncertain: bool) -> str:
    start, end = period.start, period.end
    if "-" not in period.text:
        return f"some time in {span(period)}" if uncertain else span(period)
    if start.year != end.year:
        return span(period)
    length = end.month - start.month + 1
    if start.month == 1:
        return f"first {length} months of {end.year}" if length < 12 else str(end.year)
    if length == 3 and end.month % 3 == 0:
        return f"{_QUARTERS[end.month // 3 - 1]} quarter of {end.year}"
    if end.month == 12:
        return f"last {length} months of {end.year}"
    return f"{_MONTHS[start.month - 1]}–{_MONTHS[end.month - 1]} {end.year}"
