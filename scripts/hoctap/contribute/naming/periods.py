"""Periods inside titles, headers and sentences: «6 tháng đầu năm 2025», «tính đến 31/12/2024»."""

import calendar
import re
from dataclasses import dataclass
from functools import lru_cache
from itertools import pairwise

from hoctap.contribute.naming.words import spelled
from hoctap.model.period import parse_period
from hoctap.model.period_kinds import CUMULATIVE, HALF, MOMENT, MONTHS, QUARTER, SCHOOL_YEAR, TERM, YEAR, kind_of_span
from hoctap.vietnamese.numerals import value_of

_YEAR = r"((?:19|20)\d\d)"
# Numbers of months in words; the longest first, since a pattern takes the first that fits.
MONTHS_NAMED = r"0?[2-9]|1[01]|mười một|mười|chín|tám|bảy|sáu|năm|bốn|ba|hai"
QUARTERS = {"i": 1, "ii": 2, "iii": 3, "iv": 4, "1": 1, "2": 2, "3": 3, "4": 4}


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


def _months(first: int, last: int, year: str) -> str:
    return f"{year}-{first:02d}/{year}-{last:02d}"


def _half(found: re.Match[str]) -> tuple[str, str]:
    return (_months(1, 6, found["y"]) if found["h"] == "đầu" else _months(7, 12, found["y"])), HALF


def _first_quarters(found: re.Match[str]) -> tuple[str, str]:
    return _of_months(1, 3 * how_many(found["n"]), found["y"])


def _of_months(first: int, last: int, year: str) -> tuple[str, str]:
    span = _months(first, last, year)
    return span, _kind(span)


def _kind(span: str) -> str:
    return (is_period(span) and kind_of_span(span)) or MONTHS


def _day(found: re.Match[str]) -> tuple[str, str]:
    return f"{found['y']}-{int(found['m']):02d}-{int(found['d']):02d}", MOMENT


def _quarter(found: re.Match[str]) -> tuple[str, str]:
    last = 3 * QUARTERS[found["q"].lstrip("0")]
    return _months(last - 2, last, found["y"]), QUARTER


def _last_quarters(found: re.Match[str]) -> tuple[str, str]:
    return _of_months(13 - 3 * how_many(found["n"]), 12, found["y"])


def _several(found: re.Match[str]) -> tuple[str, str]:
    """Return the time that months or quarters make which follow each other; nothing where one between is left out."""
    numbers = [QUARTERS.get(each) or int(each) for each in re.findall(r"\b(?:[ivx]+|0?\d\d?)\b", found["all"])]
    length = 3 if "quý" in found[0] else 1
    is_range = len(numbers) == 2 and numbers[0] < numbers[1] and re.search("đến|[-–]", found["all"]) is not None
    is_row = is_range or all(after - number == 1 for number, after in pairwise(numbers))
    if not is_row or numbers[-1] * length > 12:
        return "", MONTHS
    return _of_months((numbers[0] - 1) * length + 1, numbers[-1] * length, found["y"])


def how_many(months: str) -> int:
    """Return a number of months told in digits or in words."""
    return int(months) if months.isdigit() else int(value_of(months))


def _first_months(found: re.Match[str]) -> tuple[str, str]:
    return _of_months(1, how_many(found["n"]), found["y"])


def _last_months(found: re.Match[str]) -> tuple[str, str]:
    return _of_months(13 - how_many(found["n"]), 12, found["y"])


def _from_month_to_month(found: re.Match[str]) -> tuple[str, str]:
    span = f"{found['b'] or found['y']}-{int(found['a']):02d}/{found['y']}-{int(found['m']):02d}"
    return span, _kind(span)


def _from_day_to_day(found: re.Match[str]) -> tuple[str, str]:
    """Return the months that two days are the first and the last of; of any others no one code tells: nothing."""
    first, last = int(found["a"]), int(found["m"])
    end = calendar.monthrange(int(found["y"]), last)[1] if 1 <= last <= 12 else 0
    if int(found["d"]) != 1 or int(found["e"]) != end:
        return "", MONTHS
    begun = found["b"] or found["y"]
    if (first, last, begun) == (1, 12, found["y"]):
        return begun, YEAR
    span = (
        f"{begun}-{first:02d}/{found['y']}-{last:02d}"
        if (begun, first) != (found["y"], last)
        else f"{begun}-{last:02d}"
    )
    return span, _kind(span)


def _up_to_month(found: re.Match[str]) -> tuple[str, str]:
    """Return the months of one year, or the years from one to a month of another."""
    if found["a"] != found["y"]:
        return f"{found['a']}/{found['y']}-{int(found['m']):02d}", CUMULATIVE
    return _of_months(1, int(found["m"]), found["y"])


def _year_named(prefix: str) -> str:
    return prefix + _YEAR.replace("(", "(?P<y>", 1)


def _written_span(found: re.Match[str]) -> tuple[str, str]:
    return found[0], _kind(found[0])


_OF_DAY = r"(?:\s?[/.-]\s?| tháng | năm )"  # between a day, its month and its year
_QUARTER = r"(?:iv|iii|ii|i|0?[1-4])"
_AND = r"(?:\s?[,–-]\s?(?:và )?| và | đến )"
_NUMBERED = r"(?:(?:thứ |lần thứ |khóa )?[ivx]+\s*)?"  # «nhiệm kỳ III (2008-2013)»
# The first that fits a text wins; each leaves the rest of the text for the others.
_FORMS = (
    (_year_named(r"nửa (?P<h>đầu|cuối)(?: của)? (?:năm )?"), _half),
    (_year_named(r"(?P<n>[23]|hai|ba) quý đầu(?: của)? (?:năm )?"), _first_quarters),
    (_year_named(rf"(?P<n>{MONTHS_NAMED}) tháng cuối (?:của )?(?:năm )?"), _last_months),
    (_year_named(rf"(?P<n>{MONTHS_NAMED}) tháng (?:đầu )?(?:của )?(?:năm )?"), _first_months),
    (_year_named(r"(?P<n>0?[2-9]|1[01])\s?t(?:háng)?\s?(?:đầu )?(?:năm |[/.-]\s?)"), _first_months),
    (r"(?P<a>(?:19|20)\d\d)-(?P<b>\d\d)/(?P<c>(?:19|20)\d\d)-(?P<e>\d\d)", _written_span),
    (_year_named(r"(?P<n>[23]|hai|ba) quý cuối(?: của)? (?:năm )?"), _last_quarters),
    (
        _year_named(rf"quý (?P<all>{_QUARTER}(?:{_AND}(?:quý )?{_QUARTER})+)\s?[/.-]?\s?(?:của )?(?:năm )?"),
        _several,
    ),
    (
        _year_named(rf"tháng (?P<all>\d{{1,2}}(?:{_AND}(?:tháng )?\d{{1,2}})+)\s?(?:[/.-]|(?:của )?năm)\s?"),
        _several,
    ),
    (
        _year_named(
            rf"(?:từ )?(?:ngày )?(?P<d>\d{{1,2}}){_OF_DAY}(?P<a>\d{{1,2}})(?:{_OF_DAY}(?P<b>(?:19|20)\d\d))?"
            rf"\s?(?:đến|tới|[-–—])\s?(?:hết )?(?:ngày )?(?P<e>\d{{1,2}}){_OF_DAY}(?P<m>\d{{1,2}}){_OF_DAY}"
        ),
        _from_day_to_day,
    ),
    (
        _year_named(
            r"(?:tính )?(?:đến )?(?:thời điểm )?(?:hết )?(?:(?:ngày )?(?:mồng |mùng )?)"
            rf"(?P<d>\d{{1,2}}){_OF_DAY}(?P<m>\d{{1,2}}){_OF_DAY}"
        ),
        _day,
    ),
    (_year_named(rf"quý (?P<q>{_QUARTER})\s?[/.-]?\s?(?:của )?(?:năm )?"), _quarter),
    (
        r"(?:năm học|nh)\s*:?\s*(?P<y>(?:19|20)\d\d)\s*[-–—/]\s*(?P<b>(?:19|20)\d\d)",
        lambda f: (f"{f['y']}/{f['b']}", SCHOOL_YEAR),
    ),
    (
        rf"(?:nhiệm kỳ|nk)\s*{_NUMBERED}[(,:]?\s*(?P<y>(?:19|20)\d\d)\s*[-–—/]\s*(?P<b>(?:19|20)\d\d)\)?",
        lambda f: (f"{f['y']}/{f['b']}", TERM),
    ),
    (
        _year_named(
            r"từ (?:đầu )?tháng (?P<a>\d{1,2})(?:\s?(?:[/.-]|năm)\s?(?P<b>(?:19|20)\d\d))? (?:đến|tới) "
            r"(?:hết |cuối )?tháng (?P<m>\d{1,2})\s?(?:[/.-]|năm)\s?"
        ),
        _from_month_to_month,
    ),
    (
        r"(?:giai đoạn|từ năm)\s*(?P<y>(?:19|20)\d\d)\s*(?:[-–—/]|đến(?: hết| cuối)?(?: năm)?)\s*(?P<b>(?:19|20)\d\d)",
        lambda f: (f"{f['y']}/{f['b']}", CUMULATIVE),
    ),
    (
        _year_named(
            r"từ (?:đầu )?(?:năm )?(?P<a>(?:19|20)\d\d) (?:đến|tới) (?:hết )?tháng (?P<m>\d{1,2})\s?(?:[/.-]|năm)\s?"
        ),
        _up_to_month,
    ),
    (
        _year_named(r"(?:(?:tính )?đến (?:hết )?)?tháng (?P<m>\d{1,2})\s?(?:[/.-]|năm)\s?"),
        lambda f: (f"{f['y']}-{int(f['m']):02d}", MOMENT),
    ),
    (_year_named(r"(?:tính )?(?:đến )(?:cuối|hết) năm "), lambda f: (f"{f['y']}-12-31", MOMENT)),
    (_year_named(r"cuối năm "), lambda f: (f"{f['y']}-12-31", MOMENT)),
    (_year_named(r"(?:^|(?<=\W))(?:cả |trong |kết thúc |riêng |đến |hết )?năm "), lambda f: (f["y"], YEAR)),
    (r"^\s*(?P<y>(?:19|20)\d\d)\s*$", lambda f: (f["y"], YEAR)),
)
_COMPILED = tuple(
    (re.compile(rf"(?<!\w){form}(?!\d)" if not form.startswith("^") else form), read) for form, read in _FORMS
)


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
    for form, read in _COMPILED:
        for hit in list(form.finditer(left)):
            period, kind = read(hit)
            if is_period(period):
                found.append(NamedPeriod(period, kind, hit[0].strip()))
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


def is_period(text: str) -> bool:
    """Return whether a text is a period as the data write it: no «2023-02-30»."""
    try:
        parse_period(text)
    except ValueError:
        return False
    return True
