"""The periods that a half-year or year report can be of, their codes and their words."""

import re
from dataclasses import dataclass
from datetime import date

from hoctap.model.figure_row import NEW_BORDERS

_YEARS_BACK = 2


@dataclass(frozen=True, slots=True)
class Span:
    """A period that a report can be of; `before` is the code of the same period a year earlier."""

    code: str
    words: str
    start: date
    end: date
    before: str

    @property
    def months(self) -> int:
        """Return its length."""
        return self.end.month - self.start.month + 1

    @property
    def before_words(self) -> str:
        """Return the same period of the year before in words."""
        return self.words.replace(str(self.start.year), str(self.start.year - 1))

    @property
    def crossed_by(self) -> str:
        """Return which figures changed borders since the year before: none, `flow` or `all` (stocks too)."""
        last, first = self.end.replace(year=self.end.year - 1), self.start.replace(year=self.start.year - 1)
        if last < NEW_BORDERS <= self.end:
            return "all"
        return "flow" if first < NEW_BORDERS <= self.end else ""


def spans_of(today: date) -> list[Span]:
    """Return the periods a report can be of, the newest begun first."""
    years = range(today.year, today.year - _YEARS_BACK - 1, -1)
    return [span for year in years for span in _spans_in(year) if span.start <= today]


def _spans_in(year: int) -> list[Span]:
    return [
        Span(f"{year}", f"năm {year}", date(year, 1, 1), date(year, 12, 31), f"{year - 1}"),
        Span(f"{year}-h1", f"6 tháng đầu năm {year}", date(year, 1, 1), date(year, 6, 30), f"{year - 1}-h1"),
    ]


def span_called(text: str) -> Span | None:
    """Return the period of a code such as `2026-h1`, or of the words «6 tháng đầu năm 2026»; None for all others."""
    plain = " ".join(text.split()).casefold()
    year = re.search(r"\b(?:19|20)\d\d\b", plain, re.ASCII)
    known = _spans_in(int(year[0])) if year else []
    return next((span for span in known if plain in (span.code, span.words)), None)


def year_before(span: Span) -> Span:
    """Return the same period of the year before."""
    year = span.start.year - 1
    return Span(span.before, span.before_words, span.start.replace(year=year), span.end.replace(year=year), "")
