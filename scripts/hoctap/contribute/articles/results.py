"""The period of a result, or of an aim, whose words name a time: up to a day, at the end of months, of a year."""

import re

from hoctap.contribute.articles.article_times import OPEN_SPAN, When
from hoctap.contribute.articles.named_times import Spoken
from hoctap.contribute.naming.periods import NamedPeriod, periods_in
from hoctap.model.period import parse_period
from hoctap.model.period_kinds import CUMULATIVE, HALF, MOMENT, MONTHS, QUARTER, SCHOOL_YEAR, TERM, YEAR, kind_of_span

ASSESSED = re.compile(r"bình xét|(?:trong|cuối|cả) năm(?! \d)")
_MONTH = 31  # days


def of_result(named: NamedPeriod, around: Spoken, now: When, day: str, *, flow: bool, yearly: bool) -> When:
    """Return the period of a result whose words name one; the year of a programme to come is none."""
    if day and named.period[:4] > day[:4]:
        return When("", "", "") if flow else now
    if named.words.startswith("cuối năm") and ASSESSED.search(around.before.lower()):
        return When(named.period[:4], YEAR, "stated")  # «kết quả bình xét cuối năm 2023» is of the year
    if flow and named.kind == MOMENT:
        return _counted_up_to(named, around.before)
    if yearly and named.period.endswith("-12-31"):
        return When(named.period[:4], YEAR, "stated")  # titles of «cuối năm 2023» are those of the year
    if not flow and named.kind in (HALF, QUARTER, MONTHS):
        return _at_its_end(named, now)
    return When(named.period, named.kind, "stated")


_GROWN = re.compile(r"\b(?:tăng|giảm)(?: thêm| hơn| trên| gần)* $")
_EARLY = 3  # in the first months of a year what is counted up to then may have begun before it


def _counted_up_to(named: NamedPeriod, before: str) -> When:
    """Return the time up to a day that something was done in: a span named beside it, else the year so far."""
    end = parse_period(named.period).end
    spans = [each for each in periods_in(before) if each.kind in (SCHOOL_YEAR, TERM)]
    if spans and parse_period(spans[-1].period).start < end <= parse_period(spans[-1].period).end:
        return When(spans[-1].period, spans[-1].kind, "stated")
    if named.period.endswith("-12-31"):
        return When(named.period[:4], YEAR, "stated")
    if _GROWN.search(before.lower()):
        return When(named.period[:4], YEAR, "inferred")  # «…, tăng 2.300 hội viên so với cùng kỳ»
    if OPEN_SPAN.search(before.lower()) or end.month < _EARLY:
        return When("", "", "")
    span = f"{end.year}-01/{end.year}-{end.month:02d}"
    return When(span, kind_of_span(span) or MONTHS, "inferred")


def _at_its_end(span: NamedPeriod, now: When) -> When:
    """Return when there was what a text tells beside months: «6 tháng đầu năm, kết nạp 312 người, nâng lên 9.620»."""
    end = parse_period(span.period).end
    if now.period and (parse_period(now.period).end - end).days < 3 * _MONTH:
        return now  # the article of a report on the months just over, or that looks ahead to those to come
    return When(end.isoformat()[:7], MOMENT, "inferred")


def when_due(named: NamedPeriod, day: str, *, lasts: bool) -> NamedPeriod | None:
    """Return when a goal is to be reached: «đến cuối năm 2026» is the year; the day it was set is none.

    What lasts is to be there at the end of a span: «Giai đoạn 2026 - 2030, phấn đấu hội viên đạt 25% dân số».
    """
    if lasts and named.kind in (CUMULATIVE, TERM):
        return NamedPeriod(named.period.partition("/")[2][:4], YEAR, named.words)
    at_the_end = lasts and named.kind in (HALF, QUARTER, MONTHS) and named.period.endswith("-12")
    if at_the_end or named.period.endswith("-12-31"):
        return NamedPeriod(named.period[:4], YEAR, named.words)
    return None if day and named.period[:7] <= day and named.kind == MOMENT else named
