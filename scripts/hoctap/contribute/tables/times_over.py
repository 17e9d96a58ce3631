"""A time in a head under another head that says more of it: «Nhiệm kỳ» over «2015-2020», «Lũy kế» over «Quý II»."""

import re
from collections.abc import Sequence

from hoctap.contribute.naming.forms_of_periods import QUARTERS
from hoctap.contribute.naming.periods import NamedPeriod, periods_in
from hoctap.contribute.naming.times_of_title import with_year
from hoctap.contribute.naming.words import spelled
from hoctap.model.period_kinds import CUMULATIVE, YEAR

# A word of time over the times themselves: «Năm học» over «2020-2021», «Quý» over «I».
_WORD = re.compile(r"(?:các )?(năm học|nhiệm kỳ|năm|quý|tháng)")
_UNDER = re.compile(
    r"(?:19|20)\d\d(?:\s*[-–—/]\s*(?:19|20)\d\d)?|(?:i|ii|iii|iv)(?:/(?:19|20)\d\d)?|\d{1,2}/(?:19|20)\d\d"
)
# «Thực hiện (lũy kế từ đầu năm)»; «Cộng dồn».
_SINCE = re.compile(
    r"\(?\s*(?:số )?(?:(?:lũy|luỹ) kế|cộng dồn)(?: (?:số liệu|thực hiện|kết quả))?"
    r"(?P<start> (?:tính )?(?:từ|kể từ) (?:đầu năm|(?:ngày )?0?1[/-]0?1(?:[/-]\d{4})?))?"
    r"(?: (?:đến|tới)(?: hết| cuối| nay)?)?\s*\)?",
    re.IGNORECASE,
)
_MONTHS = re.compile(r"(\d{1,2}) ?(?:t|tháng)(?: đầu năm)?(?=$| (?:năm )?(?:19|20)\d\d$)")
_FROM_JANUARY = re.compile(r"(?:cả|toàn) năm\b.*|(?:cả |toàn )?năm (?:19|20)\d\d")
_QUARTER = re.compile(r"(?:hết |cuối )?quý (i{1,3}|iv|[1-4])\b(.*)")
_MONTH = re.compile(r"(?:hết |cuối )?tháng (\d{1,2})\b(.*)")
_ALL_MONTHS = 12
_OVER_YEARS = re.compile(
    r"(?:lũy|luỹ) kế:? (?:(?:từ |giai đoạn )?(?:năm )?)((?:19|20)\d\d)\s*(?:[-–—]|đến)\s*(?:năm )?((?:19|20)\d\d)"
)


def so_far(text: str) -> tuple[NamedPeriod, ...]:
    """Return the years over which a row adds up what was done: «Lũy kế 2003-2024»; nothing for any other text."""
    found = _OVER_YEARS.fullmatch(spelled(text))
    return (NamedPeriod(f"{found[1]}/{found[2]}", CUMULATIVE, found[0]),) if found and found[1] < found[2] else ()


def timed(path: Sequence[str]) -> tuple[str, ...]:
    """Return the texts over a column, from the top, with each time as the text over it completes it.

    «Năm học», «2020-2021» are «Năm học 2020-2021», «6 tháng» under «Năm 2023» is of that year.
    """
    joined: list[str] = []
    for each in path:
        over, text = joined[-1] if joined else "", _in_months(each)
        word = _WORD.fullmatch(spelled(over))
        if word and _UNDER.fullmatch(spelled(text)):
            joined[-1] = f"{word[1].capitalize()} {text}"
        elif since := since_start(over, text):
            rest = " ".join(_SINCE.sub(" ", over).split())
            joined[-1:] = [*filter(None, (rest,)), with_year(since, _year_of(rest))]
        else:  # «Dư cuối năm» under «Năm 2022» says no more than the year
            joined.append(text if "cuối năm" in spelled(text) else with_year(text, _year_of(over)))
    return tuple(joined)


def since_start(over: str, text: str) -> str:
    """Return a time from the start of the year that a head calls cumulative; empty where nobody says of when it is.

    «Quý II» of what is counted «từ đầu năm» is the first half of the year.
    """
    found = _SINCE.search(over)
    if found is None:
        return ""
    words = spelled(text)
    if _MONTHS.match(words) or _FROM_JANUARY.fullmatch(words):
        return _in_months(text)
    quarter, month = _QUARTER.fullmatch(words), _MONTH.fullmatch(words)
    if not found["start"] or not (quarter or month):
        return ""
    months = 3 * QUARTERS[quarter[1]] if quarter else int(month[1]) if month else 0
    rest = (quarter or month or ("", "", ""))[2]
    return _in_months(f"{months} tháng{rest}") if months > 1 else text


def _in_months(text: str) -> str:
    """Return «6T» as «6 tháng», «12 tháng» as all of the year; any other text as it is."""
    found = _MONTHS.match(spelled(text))
    if found is None:
        return text
    year = spelled(text)[found.end() :].removeprefix(" năm")
    return f"Cả năm{year}" if int(found[1]) == _ALL_MONTHS else f"{found[1]} tháng đầu năm{year}"


def _year_of(over: str) -> str:
    """Return the year that a head is of and nothing else is; empty for any other."""
    found = periods_in(over)
    return found[0].period if len(found) == 1 and found[0].kind == YEAR else ""
