"""Periods inside titles, headers and sentences: «6 tháng đầu năm 2025», «tính đến 31/12/2024»."""

import re
from dataclasses import dataclass
from functools import lru_cache

from hoctap.contribute.naming.forms_of_periods import FORMS, is_period
from hoctap.contribute.naming.words import spelled
from hoctap.model.period_kinds import MOMENT


@dataclass(frozen=True, slots=True)
class NamedPeriod:
    """A period read from words: the code the data writes, its kind, and the words it came from."""

    period: str
    kind: str
    words: str

    @property
    def is_end_of_year(self) -> bool:
        """Whether the words name no day: beside the year itself, «Tồn quỹ cuối năm» says no more than the year."""
        return self.kind == MOMENT and self.words.startswith("cuối năm")

    @property
    def is_day(self) -> bool:
        """Whether it is one day, and no month."""
        return self.kind == MOMENT and len(self.period) == len("2024-06-30")


# What is counted from a beginning that nobody states, so that no year is its time.
OPEN_START = r"(?:từ khi|kể từ|từ ngày) (?:thành lập|ra đời|có)|từ trước (?:đến|tới) nay|lũy kế|luỹ kế"


# «Tính đến 31/12 hằng năm»: the day of the year that each row names.
EACH_YEAR = re.compile(
    r"\b(?:đến|tới|thời điểm|số liệu)(?: hết)?(?: ngày)? (\d{1,2})(?:\s?[/.-]\s?| tháng )(\d{1,2}) "
    r"(?:của )?(?:hằng|hàng|các|mỗi|từng) năm"
)


@lru_cache(maxsize=1024)  # each figure of an article asks about its paragraph and the first lines again
def periods_in(text: str) -> tuple[NamedPeriod, ...]:
    """Return the periods that a text names, each word used once; those of a document's own date are left out."""
    left = spelled(text)
    found: list[NamedPeriod] = []
    for form, read in FORMS:
        for hit in list(form.finditer(left)):
            named = [NamedPeriod(period, kind, hit[0].strip()) for period, kind in read(hit) if is_period(period)]
            if named:
                found += named
                left = left[: hit.start()] + " " * (hit.end() - hit.start()) + left[hit.end() :]
    return tuple(found)


def dates_in(text: str) -> tuple[NamedPeriod, ...]:
    """Return the day, or the month of one so formatted, that a cell of a spreadsheet holds: «2024-10-31», «2024-10»."""
    is_date = re.fullmatch(r"(?:19|20)\d\d-\d\d(?:-\d\d)?", text) is not None and is_period(text)
    return (NamedPeriod(text, MOMENT, "/".join(reversed(text.split("-")))),) if is_date else ()


# «2021-2022», «2021-22»: a school year where the table is of school years; else nobody knows.
_TWO_YEARS = re.compile(r"(?:năm )?((?:19|20)\d\d)\s*[-–—/]\s*((?:19|20)?\d\d)")


def two_years(text: str) -> tuple[int, int] | None:
    """Return the first and the last year of a text that names two and nothing else; None for any other."""
    found = _TWO_YEARS.fullmatch(spelled(text))
    if found is None:
        return None
    first, is_short = int(found[1]), len(found[2]) == 2
    last = int(f"{found[1][:2]}{found[2]}" if is_short else found[2])
    return None if is_short and last != first + 1 else (first, last)  # «2023-05» is a month


def without_periods(text: str) -> str:
    """Return the text, spelled, without the words of its periods."""
    left = spelled(text)
    for period in periods_in(text):
        left = left.replace(period.words, " ", 1)
    return " ".join(left.split())
