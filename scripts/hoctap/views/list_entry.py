"""Rows of lists as every list makes them: dates short, sorted by name, found by other names too."""

import re
from collections.abc import Mapping, Sequence
from dataclasses import replace

from hoctap.model.period import Period
from hoctap.vietnamese.writing import moment, sort_key
from hoctap.views.link import Link
from hoctap.views.list_page import Entry
from hoctap.views.list_words import words_beyond

_UNIT_OF_TIME = re.compile(r"^(?:năm|tháng|ngày) ")


def entry_of(href: str, name: str, cells: Sequence[str], facets: Sequence[str], *more: str) -> Entry:
    """Return the row of the page at `href`; `more` are other names by which it is found."""
    return Entry(Link(href, name), cells, facets, words_beyond(name, cells, more))


def date_of(period: Period) -> str:
    """Return a date for a column that is called so: `09/02/2026`, `7/2024`, `2020`."""
    return _UNIT_OF_TIME.sub("", moment(period))


def sorted_by_date(entry: Entry, dates: Mapping[str, Period | None]) -> Entry:
    """Return the row with what its columns of dates are sorted by."""
    # Single dates sort by what is written; of a span that is not so.
    keys = {column: date.start.isoformat() for column, date in dates.items() if date and date.is_interval}
    return replace(entry, sort_keys=keys)


def newest_year(years: Sequence[int]) -> str:
    """Return the last of the years in which figures end; empty without any."""
    return str(max(years, default=""))


def by_name(entries: list[Entry]) -> list[Entry]:
    """Return rows in the order of the Vietnamese alphabet."""
    return sorted(entries, key=lambda entry: sort_key(entry.link.text))
