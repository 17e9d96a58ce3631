"""Days and months that an article tells without their year: the last ones before it speaks."""

import re
from collections.abc import Iterator
from datetime import date, timedelta

from hoctap.contribute.naming.periods import NamedPeriod
from hoctap.model.period import parse_period
from hoctap.model.period_kinds import MOMENT, MONTHS

_NO_YEAR = r"(?!\d|\s?[/.-]\s?\d| (?:của )?(?:năm )?(?:19|20)\d\d| (?:của )?(?:hằng|hàng|mỗi|các) (?:năm|tháng))"
# «tính đến hết ngày 30/6», «đến cuối tháng 9»; not «từ tháng 1 đến tháng 9»
_UP_TO = re.compile(
    r"(?:\b(?:đến|tới) (?:hết |cuối |giữa |thời điểm )?|(?:^|[.;,] )\W*hết )"
    rf"(?:(?:ngày )?(?P<d>\d{{1,2}})/|(?P<only>tháng ))(?P<m>\d{{1,2}}){_NO_YEAR}"
)
_SINCE = re.compile(r"\btừ (?:đầu )?(?:ngày|tháng|năm)[^,;.]{0,16}$")
# «Trong tháng 9, …», «Tháng 9/2024, …»; when what came before was reviewed is no time of it.
_IN_MONTH = re.compile(
    r"(?:(?:^|[.;:,]\s)\W*(?:(?:trong|riêng|vào) )*|\b(?:trong|riêng|vào) )tháng (?P<m>\d{1,2})"
    rf"(?:\s?(?:[/.-]|năm)\s?(?P<y>(?:19|20)\d\d)(?!\d)|{_NO_YEAR})(?! (?:đến|tới|này năm|năm)\b|\s?[-–])"
    r"(?![^.;]*\b(?:tổng kết|sơ kết|hội nghị|đại hội|báo cáo)\b)"
)
_SOON = timedelta(days=31)


def up_to_day(text: str, day: str) -> tuple[int, NamedPeriod] | None:
    """Return the last day, or month, that a text counts up to without its year, and where it stands."""
    hits = [hit for hit in _UP_TO.finditer(text.lower()) if not _SINCE.search(hit.string[: hit.start()])]
    if not hits or not day:
        return None
    last = hits[-1]
    found = the_last(last["m"], last["d"] or "1", day)
    found = found[:7] if last["only"] else found
    return (last.start(), NamedPeriod(found, MOMENT, last[0])) if found else None


def months_named(low: str, day: str) -> Iterator[tuple[int, NamedPeriod]]:
    """Yield the months in which a text in small letters says that something was done, and where it names them."""
    for hit in _IN_MONTH.finditer(low):
        year = hit["y"] or day
        if year and (found := the_last(hit["m"], "1", year)) and (not day or found <= day):
            yield hit.start(), NamedPeriod(found[:7], MONTHS, hit[0])


def lacks_year(low: str) -> bool:
    """Return whether a text in small letters names a day or a month of a year that it does not name."""
    month = _IN_MONTH.search(low)
    return _UP_TO.search(low) is not None or (month is not None and not month["y"])


def the_last(month: str, of_month: str, day: str) -> str:
    """Return the day of a year that is the last one before `day`, or comes right after it; empty if there is none.

    Of a bare year as `day` it is the day in that year.
    """
    now = parse_period(day).start
    try:
        if day.isdigit():
            return date(int(day), int(month), int(of_month)).isoformat()
        found = date(now.year, int(month), int(of_month))
        return (found if found - now <= _SOON else found.replace(year=now.year - 1)).isoformat()
    except ValueError:
        return ""
