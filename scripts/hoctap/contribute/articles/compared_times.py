"""The time of a figure that another one is compared with: «so với năm 2023 (85%)», «trong khi năm trước đó là …»."""

import re

from hoctap.contribute.articles.article_times import When
from hoctap.contribute.naming.periods import periods_in
from hoctap.contribute.naming.times_of_title import with_span
from hoctap.model.period_kinds import HALF, MOMENT, MONTHS, QUARTER, YEAR

# «so với năm 2023 (85%)», «so với ngày 31/12/2023 (900 hội viên)»: what stands in the brackets is of that time.
_TIME_BEFORE = re.compile(
    r"((?:năm|(?:ngày|tháng|quý|cuối)\s[^(),;]{1,16})\s?[/.-]?(?:19|20)\d\d)\s*\(\s*"
    r"(?:(?:là|đạt|chỉ|hơn|trên|gần|khoảng)\s+)*$"
)
# «gia đình học tập năm 2024 là 289.640, trong khi năm trước đó là 281.033»
_YEAR_BEFORE = re.compile(r"(?<!với )\bnăm trước đó,? (?:(?:chỉ|mới|đã) )*(?:là|đạt|có)\b")


def _year_before_that(before: str) -> str:
    """Return the year before the one that a sentence names, where it goes on with «năm trước đó là»; else nothing."""
    hit = next(reversed(list(_YEAR_BEFORE.finditer(before.lower()))), None)
    if hit is None or any(each.kind == YEAR for each in periods_in(before[hit.end() :])):
        return ""
    years = [each.period for each in periods_in(before[: hit.start()]) if each.kind == YEAR]
    return str(int(years[-1]) - 1) if years else ""


def _before_brackets(time: str, *, flow: bool) -> When | None:
    """Return the time that stands before brackets; None of a day for what is done in a time."""
    named = periods_in(time if time.startswith("năm") else f"đến {time}")
    return When(named[0].period, named[0].kind, "stated") if named and not (flow and named[0].kind == MOMENT) else None


# «10 tháng năm 2024, … 118 lớp. Cùng kỳ năm 2023, … 102 lớp»
_SAME_EARLIER = re.compile(r"(?:^|[.;,]\s)\W*(cùng kỳ(?: năm (?:trước|ngoái|(?:19|20)\d\d))?)\b[^;]*$")


def of_same_part(before: str, earlier: str) -> When | None:
    """Return the part of a year before that «cùng kỳ năm 2023» means: the one named last before it; None of others."""
    hit = _SAME_EARLIER.search(before.lower())
    named = periods_in(f"{earlier} {before[: hit.start()]}") if hit else ()
    parts = [each for each in named if each.kind in (HALF, QUARTER, MONTHS)]
    spans = periods_in(with_span(hit[1], parts[-1])) if hit and parts else ()
    return When(spans[0].period, spans[0].kind, "stated") if spans else None


def of_compared(before: str, *, flow: bool) -> When | None:
    """Return the time that stands before the brackets of a figure, or the year before that of the figure before it."""
    if (bracket := _TIME_BEFORE.search(before)) and (found := _before_brackets(bracket[1], flow=flow)):
        return found
    year = _year_before_that(before)
    return When(year, YEAR, "stated") if year else None
