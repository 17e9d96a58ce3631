"""The time of one figure beside those of others: what is in brackets, of a plan, behind it, compared with it."""

import re
from dataclasses import replace

from hoctap.contribute.articles.article_times import When
from hoctap.contribute.articles.events import ACHIEVED, is_handed_over
from hoctap.contribute.articles.named_times import Spoken
from hoctap.contribute.naming.periods import NamedPeriod, periods_in, without_periods
from hoctap.contribute.naming.times_of_title import with_span
from hoctap.model.period_kinds import HALF, MOMENT, MONTHS, QUARTER, YEAR
from hoctap.model.record import Indicator

# The year of what has grown since is of that figure alone: «từ 812 (năm 2022) lên 905», «từ 812 năm 2022, nay là 905».
_OF_OLDER = re.compile(
    r"(?<=từ )[\d.,]+\s?%?(?:\s[^\W\d]+){0,4}?\s\(?(?:(?:trong|vào|của) )?năm \d{4}\)?"
    r"(?=,?\s+(?:(?:tăng|giảm|nâng|đã|đến|hiện) )*(?:lên|xuống|còn|nay)\b)",
    re.IGNORECASE,
)
_OF_PLAN = re.compile(
    r"(?<=% )(?:so với )?(?:kế hoạch|chỉ tiêu|mục tiêu|dự toán)(?: được giao| giao| đề ra| đặt ra)*(?: của)?"
    r"(?: cả)? năm(?: (?:nay|học (?:19|20)\d\d ?[-–] ?(?:19|20)\d\d|(?:19|20)\d\d))?\b"
)


YEAR_BEHIND = re.compile(
    r"(?!\s*(?:so với|của|từ|kế hoạch|chỉ tiêu))(?:\s*(?!so\b|của\b|từ\b|kế\b|với\b|đến\b|thì\b)[^\W\d]++){0,3}\s+"
    r"(?:trong |vào )?năm ((?:19|20)\d\d)\b(?!\s*(?:\(|đạt|là|có))"
)
# «175 dòng họ (tháng 9/2015)»
_MONTH_IN_BRACKETS = re.compile(
    r"[\d.,/]+\s?%?(?:\s*[^\W\d]+){0,4}\s*\((?:vào |tính đến )?tháng (\d{1,2})\s?[/.-]\s?((?:19|20)\d\d)\)"
)


def with_own_times(indicator: Indicator, around: Spoken, *, goal: bool) -> Spoken:
    """Return what stands around a figure without times of others; when pupils achieved is not when they get it."""
    rest = _without_asides(around.sentence[len(around.before) :])
    rest = rest if goal else _OF_PLAN.sub(lambda hit: hit[0] if hit[0][-4:].isdigit() else " ", rest)
    before, paragraph = (_with_own_times(part, goal=goal) for part in (around.before, around.paragraph))
    if not goal and is_handed_over(indicator):
        before, rest, paragraph = (ACHIEVED.sub(" ", part) for part in (before, rest, paragraph))
    return replace(around, before=before, sentence=before + rest, paragraph=paragraph)


def _with_own_times(text: str, *, goal: bool) -> str:
    """Return the text without the times of other figures: of brackets, and of the plan of which a result is a share."""
    text = _OF_OLDER.sub(" ", _without_asides(text))
    return text if goal else _OF_PLAN.sub(" ", text)


def _without_asides(text: str) -> str:
    """Return the text without brackets that hold another figure: «(năm 2023 là 25,1%)»."""

    def kept(found: re.Match[str]) -> str:
        others = re.sub(r"(?:19|20)\d\d", " ", without_periods(found[0]))
        return " " if re.search(r"\d", others) else found[0]

    return re.sub(r"\([^()]*\)", kept, text)


# «346.210 người (năm 2023)»
_YEAR_IN_BRACKETS = re.compile(r"[\d.,/]+\s?%?(?:\s*[^\W\d]+){0,4}\s*\((?:trong )?năm ((?:19|20)\d\d)\)")


def named_behind(after: str, rest: str) -> When | None:
    """Return the year or month right behind a figure, «264.902 người năm 2022»; `rest` begins with the figure."""
    if year := YEAR_BEHIND.match(after) or _YEAR_IN_BRACKETS.match(rest):
        return When(year[1], YEAR, "stated")
    month = _MONTH_IN_BRACKETS.match(rest)
    return When(f"{month[2]}-{int(month[1]):02d}", MOMENT, "stated") if month else None


# «gia đình học tập năm 2024 là 289.640, trong khi năm trước đó là 281.033»
_YEAR_BEFORE = re.compile(r"(?<!với )\bnăm trước đó,? (?:(?:chỉ|mới|đã) )*(?:là|đạt|có)\b")


# «so với năm 2023 (85%)», «so với ngày 31/12/2023 (900 hội viên)»: what stands in the brackets is of that time.
_TIME_BEFORE = re.compile(
    r"((?:năm|(?:ngày|tháng|quý|cuối)\s[^(),;]{1,16})\s?[/.-]?(?:19|20)\d\d)\s*\(\s*"
    r"(?:(?:là|đạt|chỉ|hơn|trên|gần|khoảng)\s+)*$"
)


def of_compared(before: str, *, flow: bool) -> When | None:
    """Return the time that stands before the brackets of a figure, or the year before that of the figure before it."""
    if (bracket := _TIME_BEFORE.search(before)) and (found := _before_brackets(bracket[1], flow=flow)):
        return found
    return _year_before(before)


def _before_brackets(time: str, *, flow: bool) -> When | None:
    """Return the time that stands before brackets; None of a day for what is done in a time."""
    named = periods_in(time if time.startswith("năm") else f"đến {time}")
    return When(named[0].period, named[0].kind, "stated") if named and not (flow and named[0].kind == MOMENT) else None


def _year_before(before: str) -> When | None:
    """Return the year before the one that a sentence names, where it goes on with «năm trước đó là»; else None."""
    hit = next(reversed(list(_YEAR_BEFORE.finditer(before.lower()))), None)
    if hit is None or any(each.kind == YEAR for each in periods_in(before[hit.end() :])):
        return None
    years = [each.period for each in periods_in(before[: hit.start()]) if each.kind == YEAR]
    return When(str(int(years[-1]) - 1), YEAR, "stated") if years else None


# The same part of the year before, or of one that is named.
SAME = r"cùng kỳ(?: (?:của )?năm (?:trước|ngoái)| (?:(?:của )?năm )?(?:19|20)\d\d)?"
# «10 tháng năm 2024, … 118 lớp. Cùng kỳ năm 2023, … 102 lớp»
_SAME_EARLIER = re.compile(rf"(?:^|[.;,]\s)\W*({SAME})\b[^;]*$")


def of_same_part(before: str, earlier: str) -> When | None:
    """Return the part of a year before that «cùng kỳ năm 2023» means: the one named last before it; None of others."""
    hit = _SAME_EARLIER.search(before.lower())
    named = periods_in(f"{earlier} {before[: hit.start()]}") if hit else ()
    parts = [each for each in named if each.kind in (HALF, QUARTER, MONTHS)]
    spans = periods_in(with_span(hit[1], parts[-1])) if hit and parts else ()
    return When(spans[0].period, spans[0].kind, "stated") if spans else None


# «so với 20,1 tỷ đồng của cùng kỳ»
_OF_SAME_EARLIER = re.compile(rf"[^,;.\d()]{{0,24}}\b({SAME})\b")


def of_same_behind(before: str, after: str, found: When) -> When:
    """Return the time of a figure that «so với» and «của cùng kỳ» stand around, `found` that of what is compared.

    Of any other figure that is `found`; of a time that is no part of a year there is no earlier one that all know.
    """
    hit = _OF_SAME_EARLIER.match(after.lower()) if before.lower().endswith("so với ") else None
    if hit is None:
        return found
    is_part = found.kind in (YEAR, HALF, QUARTER, MONTHS)
    spans = periods_in(with_span(hit[1], NamedPeriod(found.period, found.kind, ""))) if is_part else ()
    return When(spans[0].period, spans[0].kind, found.status) if spans else When("", "", "")
