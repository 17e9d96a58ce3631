"""The forms in which words name a period, and the code and kind that each stands for: «6 tháng đầu năm 2025»."""

import calendar
import re
from collections.abc import Callable, Sequence
from itertools import pairwise

from hoctap.model.period import parse_period
from hoctap.model.period_kinds import CUMULATIVE, HALF, MOMENT, MONTHS, QUARTER, SCHOOL_YEAR, TERM, YEAR, kind_of_span
from hoctap.vietnamese.numerals import value_of

Times = Sequence[tuple[str, str]]  # codes, each with its kind; a code may be none that the data write
_YEAR = r"((?:19|20)\d\d)"
# Numbers of months in words; the longest first, since a pattern takes the first that fits.
MONTHS_NAMED = r"0?[2-9]|1[01]|mười một|mười|chín|tám|bảy|sáu|năm|bốn|ba|hai"
QUARTERS = {"i": 1, "ii": 2, "iii": 3, "iv": 4, "1": 1, "2": 2, "3": 3, "4": 4}


def is_period(text: str) -> bool:
    """Return whether a text is a period as the data write it: no «2023-02-30»."""
    try:
        parse_period(text)
    except ValueError:
        return False
    return True


def _months(first: int, last: int, year: str) -> str:
    return f"{year}-{first:02d}/{year}-{last:02d}"


def _half(found: re.Match[str]) -> tuple[str, str]:
    return (_months(1, 6, found["y"]) if found["h"] == "đầu" else _months(7, 12, found["y"])), HALF


def _first_quarters(found: re.Match[str]) -> tuple[str, str]:
    return _of_months(1, 3 * how_many(found["n"]), found["y"])


def _of_months(first: int, last: int, year: str) -> tuple[str, str]:
    span = _months(first, last, year) if first != last else f"{year}-{last:02d}"
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


def _in_a_row(found: re.Match[str]) -> Times:
    """Return the time that months or quarters make which follow each other; each where one between is left out."""
    numbers = [QUARTERS.get(each) or int(each) for each in re.findall(r"\b(?:[ivx]+|0?\d\d?)\b", found["all"])]
    length = 3 if "quý" in found[0] else 1
    is_range = len(numbers) == 2 and numbers[0] < numbers[1] and re.search("đến|[-–]", found["all"]) is not None
    is_row = is_range or all(after - number == 1 for number, after in pairwise(numbers))
    spans = [(numbers[0], numbers[-1])] if is_row else [(number, number) for number in numbers]
    return tuple(_of_months((first - 1) * length + 1, last * length, found["y"]) for first, last in spans)


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
_AND = r"(?:\s?[,&+–-]\s?(?:và )?| và | đến (?:hết )?)"
# Months or quarters together, without their year: «quý I, II», «tháng 1 đến hết tháng 9».
QUARTERS_NAMED = rf"quý {_QUARTER}\b(?:{_AND}(?:quý )?{_QUARTER}\b)*"
MONTHS_NUMBERED = rf"tháng \d{{1,2}}(?:{_AND}(?:tháng )?\d{{1,2}})*"
_NUMBERED = r"(?:(?:thứ |lần thứ |khóa )?[ivx]+\s*)?"  # «nhiệm kỳ III (2008-2013)»
_FROM = r"(?:từ )?(?:đầu )?"
# Several that follow each other, or do not.
_TOGETHER = (
    _year_named(rf"{_FROM}quý (?P<all>{_QUARTER}(?:{_AND}(?:quý )?{_QUARTER})+)\s?[/.-]?\s?(?:của )?(?:năm )?"),
    _year_named(rf"{_FROM}tháng (?P<all>\d{{1,2}}(?:{_AND}(?:tháng )?\d{{1,2}})+)\s?(?:[/.-]|(?:của )?năm)\s?"),
)
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
            rf"{_FROM}tháng (?P<a>\d{{1,2}})(?:\s?(?:[/.-]|năm)\s?(?P<b>(?:19|20)\d\d))?\s?(?:đến|tới|[-–—])\s?"
            r"(?:hết |cuối )?(?:tháng )?(?P<m>\d{1,2})\s?(?:[/.-]|năm)\s?"
        ),
        _from_month_to_month,
    ),
    (
        (
            r"(?:lũy kế )?(?:giai đoạn|từ năm)\s*(?P<y>(?:19|20)\d\d)\s*"
            r"(?:[-–—/]|đến(?: hết| cuối)?(?: năm)?)\s*(?P<b>(?:19|20)\d\d)"
        ),
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


def _one(read: Callable[[re.Match[str]], tuple[str, str]]) -> Callable[[re.Match[str]], Times]:
    return lambda found: (read(found),)


FORMS: Sequence[tuple[re.Pattern[str], Callable[[re.Match[str]], Times]]] = tuple(
    (re.compile(rf"(?<!\w){form}(?!\d)" if not form.startswith("^") else form), read)
    for form, read in (*((form, _in_a_row) for form in _TOGETHER), *((form, _one(read)) for form, read in _FORMS))
)
