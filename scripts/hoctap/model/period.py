"""Periods as the data writes them: `2024`, `2024-06`, `2025-02-21`, `2007/2009`, `2025-01/2025-09`.

Owns their meaning as spans of days. It must not know how one is shown.
"""

import calendar
from datetime import date
from functools import lru_cache

from hoctap.model.frozen import dataclass


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
