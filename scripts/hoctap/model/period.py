"""Periods as the data writes them: `2024`, `2024-06`, `2025-02-21`, `2007/2009`, `2025-01/2025-09`.

Owns their meaning as spans of days, and which kinds of period a text can be. It must not know how one is shown.
"""

import calendar
from dataclasses import dataclass
from datetime import date
from functools import lru_cache


@dataclass(frozen=True, slots=True, order=True)
class Period:
    """A span of days, both ends included; `text` is how the data writes it."""

    start: date
    end: date
    text: str

    @property
    def is_interval(self) -> bool:
        """Return whether the data writes it as `A/B`."""
        return "/" in self.text


@lru_cache(maxsize=4096)
def parse_period(text: str) -> Period:
    """Return the period that `text` writes; ValueError if it writes none or its end is before its start."""
    first, slash, last = text.partition("/")
    start, end = _span(first)
    if slash:
        end = _span(last)[1]
    if end < start:
        raise ValueError(f"period ends before it starts: {text}")
    return Period(start, end, text)


def _span(text: str) -> tuple[date, date]:
    parts = text.split("-")
    if [len(part) for part in parts] not in ([4], [4, 2], [4, 2, 2]) or not text.replace("-", "").isascii():
        raise ValueError(f"not a period: {text!r}")
    numbers = [int(part) for part in parts]
    if len(numbers) == 1:
        return date(numbers[0], 1, 1), date(numbers[0], 12, 31)
    if len(numbers) == 2:
        year, month = numbers
        first = date(year, month, 1)
        return first, first.replace(day=calendar.monthrange(year, month)[1])
    day = date(*numbers)
    return day, day


def kinds_of(period: Period) -> frozenset[str]:
    """Return the kinds that a period so written can be; a moment or a cumulative figure can be written in any way."""
    first, slash, last = period.text.partition("/")
    shapes = {len(first), len(last)}
    if not slash:
        return _ANY | {{4: "calendar-year", 7: "months"}.get(len(first), "moment")}
    if shapes == {4}:
        years = period.end.year - period.start.year
        return _ANY | {"term"} | ({"school-year"} if years == 1 else set())
    months = (period.end.year - period.start.year) * 12 + period.end.month - period.start.month + 1
    kinds = _ANY | {"months"}
    if period.start.day == 1 and shapes == {7}:
        begins = period.start.month
        kinds |= {"half-year"} if months == 6 and begins in (1, 7) else set()
        kinds |= {"quarter"} if months == 3 and begins % 3 == 1 else set()
        kinds |= {"school-year"} if 8 <= months <= 12 and begins in (8, 9) else set()
    return kinds


_ANY = frozenset({"moment", "cumulative"})
