"""When a figure of an article holds."""

import re
from collections.abc import Sequence

from hoctap.contribute.articles.article_times import (
    GIVEN_YEARLY,
    OPEN_SPAN,
    When,
    at_first,
    is_title_of_year,
    looks_back,
    of_the_article,
    once,
    since_beginning,
    summed_up,
    term_of_years,
    undated,
    year_of_aims,
)
from hoctap.contribute.articles.campaigns import of_campaign
from hoctap.contribute.articles.events import (
    day_of_deed,
    is_at_event,
    is_handed_over,
    names_time_after,
    opens_with_day,
    tells_of_giving,
)
from hoctap.contribute.articles.goals import AT_PRESENT, due_behind, phase
from hoctap.contribute.articles.mergers import before_merger
from hoctap.contribute.articles.named_times import EVENTS, Spoken, carried_period, in_own_words, named_above, own_period
from hoctap.contribute.articles.nearby_times import (
    YEAR_BEHIND,
    named_behind,
    of_compared,
    of_same_behind,
    of_same_part,
    with_own_times,
)
from hoctap.contribute.articles.numbers import is_from, numbers
from hoctap.contribute.articles.results import ASSESSED, of_result, when_due
from hoctap.contribute.articles.spans import relative
from hoctap.contribute.articles.yearless import lacks_year
from hoctap.contribute.naming.indicators import is_flow
from hoctap.contribute.naming.periods import periods_in
from hoctap.model.period_kinds import HALF, MOMENT, MONTHS, QUARTER, SCHOOL_YEAR, TERM, YEAR
from hoctap.model.record import Indicator

_NOW = re.compile(
    rf"{AT_PRESENT}|đến nay|(?:đến|tại|tới) thời điểm (?:này|hiện tại)|nhân dịp này|[;,]\s*nay\b|tại {EVENTS}"
)
# «Tính đến ngày 31/12/2024, quỹ hiện có …», «Tính đến 30/9, …»
_DATED = re.compile(
    r"\W*(?:(?:tính )?đến|tại thời điểm)\s(?:(?:thời điểm|hết|cuối)\s)*"
    r"(?:(?:ngày|tháng|quý|(?<=cuối )năm|(?<=hết )năm)\b[^,;]{0,20}\d{4}|(?:ngày\s)?\d{1,2}/\d{1,2}|"
    r"tháng \d{1,2})\b[^;]*$"
)
_AFTER = re.compile(r"\s*(?:\w+\s+){0,2}?(?:hiện nay|hiện tại|đến nay)\b")
_NO_PERIOD = re.compile(
    r"năm học (?:này|tới|sau|qua|vừa qua|trước)|thời gian (?:qua|tới)|"
    r"(?<!so với )(?<!cùng kỳ )năm (?:tới|sau|trước|ngoái)\b"
)
_THIS_YEAR = re.compile(r"năm học (?:này|mới)|năm nay")
# «Quỹ đầu năm dư 3 triệu đồng», «tồn đầu kỳ 3 triệu đồng»
_AT_START = re.compile(r"\bđầu (?:năm học|năm|kỳ)(?: (?:còn|dư|tồn|có|là))* $")
_OF_A_YEAR = re.compile(r"\b(?:trong|cả|suốt) năm\b|\bnăm học\b")


def when_of(indicator: Indicator, around: Spoken, lines: Sequence[str], day: str, *, goal: bool) -> When:
    """Return the period of a figure: told in its sentence, in its paragraph before, or the day of the article."""
    if not goal and (own := _of_its_own(indicator, around, lines, day)) is not None:
        return own
    if (goal or is_flow(indicator)) and (months := of_campaign(around, lines, day)) is not None:
        return months
    found = _of_whole_year(indicator, _when(indicator, around, lines, day, goal=goal))
    rest = around.sentence[len(around.before) :]
    is_older = (
        not goal
        and around.before.lower().endswith("từ ")
        and is_from(rest, next((each.end for each in numbers(rest)), 0))
    )
    found = found if goal else of_same_behind(around.before, around.after, found)
    return _year_earlier(found, around, rest, lines) if is_older else found


def _of_its_own(indicator: Indicator, around: Spoken, lines: Sequence[str], day: str) -> When | None:
    """Return the day of a deed, the time when something began, or the years since then; None of any other."""
    low, flow = around.before.lower(), is_flow(indicator)
    if flow and (given_on := day_of_deed(indicator, around, day)):
        return When(given_on, MOMENT, "stated")
    if (
        first := at_first(low, (around.paragraph.lower(), *(line.lower() for line in lines[-2:])), flow=flow)
    ) is not None:
        return first
    if not flow and _AT_START.search(low):
        spoken = of_the_article(lines, day)
        begins = spoken.period[:4] if spoken and spoken.kind in (YEAR, SCHOOL_YEAR) else ""
        month = "09" if spoken and spoken.kind == SCHOOL_YEAR else "01"
        return When(f"{begins}-{month}", MOMENT, "inferred") if begins else When("", "", "")
    if not flow and (merged := before_merger(low, around.paragraph.lower(), lines, day)) is not None:
        return merged
    if not flow and once(low, around.sentence[len(low) :].lower()) and not YEAR_BEHIND.match(around.after):
        return When("", "", "")
    same = of_same_part(around.before, around.paragraph) if flow else None
    return same or (since_beginning(low, around.paragraph.lower(), day, lines) if flow else None)


def _of_whole_year(indicator: Indicator, found: When) -> When:
    """Return the year of a part of it that is named, of what is registered: titles are registered for a year."""
    is_registered = "-registered" in indicator.indicator_id and "of-registered" not in indicator.indicator_id
    return (
        When(found.period[:4], YEAR, found.status)
        if is_registered and found.kind in (HALF, QUARTER, MONTHS) and found.status == "stated"
        else found
    )


def _year_earlier(later: When, around: Spoken, rest: str, lines: Sequence[str]) -> When:
    """Return when what has grown since was counted: a year before, if the words compare the two; else nobody says."""
    if named_behind(around.after, rest) is not None:
        return later
    year = str(int(later.period) - 1) if later.kind == YEAR else ""
    compared = year and year in f"{around.paragraph} {around.sentence} {' '.join(lines[:3])}"
    return When(year, YEAR, "stated") if compared else When("", "", "")


def _when(indicator: Indicator, around: Spoken, lines: Sequence[str], day: str, *, goal: bool) -> When:
    flow = is_flow(indicator)
    around = with_own_times(indicator, around, goal=goal)
    rest = around.sentence[len(around.before) :]
    if goal and (last := phase(around.before) or due_behind(around.after)):
        return When(last, YEAR, "stated")
    now = When(day, MOMENT, "inferred") if day else undated(lines)
    if not (goal or day) and flow and is_at_event(around, day) and not _OF_A_YEAR.search(around.before.lower()):
        return When("", "", "")  # of the day of an event that nobody tells
    if not goal and (_AFTER.match(around.after.lower()) or _is_now(around, day, flow=flow)):
        return now
    if not goal and (behind := named_behind(around.after, rest)) is not None:
        return behind
    if (compared := of_compared(around.before, flow=flow)) is not None and (not goal or "(" in around.before):
        return compared
    if _NO_PERIOD.search(around.before.lower()) and not in_own_words(around.before, flow=flow):
        spans = flow or goal or indicator.indicator_id == "students-total"  # pupils are counted by years of school
        return _relative_year(around.before, now, day, (around.paragraph, *lines), spans=spans, goal=goal)
    yearly = indicator.indicator_id.startswith(GIVEN_YEARLY)
    lasts = not (flow or goal or yearly)
    named = own_period(around, day, lines, flow=flow, goal=goal)
    low = around.before.lower()
    if flow and not goal and (_is_since_unnamed(around) if named is None else not day and _UP_TO_NOW.search(low)):
        return term_of_years(low, lines, day) or When("", "", "")
    named = named or carried_period(around, day, lines, flow=flow, goal=goal, lasts=lasts)
    if named is None and (above := named_above(around, day, lines, flow=flow, goal=goal)) is not None:
        is_done = flow or is_title_of_year(indicator, around, lines, day)
        # «(đến 30/6/2026)» over a list dates what there is, not what was done
        named = None if above.kind == MOMENT and is_done and not goal else above
    named = when_due(named, day, lasts=not flow) if goal and named is not None else named
    if named is None:
        return _unnamed(indicator, around, now, lines, day, goal=goal)
    return (
        When(named.period, named.kind, "stated")
        if goal
        else of_result(named, around, now, day, flow=flow, yearly=yearly)
    )


def _is_since_unnamed(around: Spoken) -> bool:
    """Return whether a sentence counts over years that begin, or end, nobody says when: «Trong 5 năm, …»."""
    return OPEN_SPAN.search(around.before.lower().rpartition(";")[2]) is not None


# «Từ năm 2004 đến nay, …» in an article of which nobody knows when «nay» is.
_UP_TO_NOW = re.compile(r"\btừ (?:năm )?(?:19|20)\d\d (?:đến|tới) nay\b[^;]*$")


def _unnamed(indicator: Indicator, around: Spoken, now: When, lines: Sequence[str], day: str, *, goal: bool) -> When:
    """Return the period of a figure whose words, and those above them, name none."""
    flow, low = is_flow(indicator), around.before.lower()
    if goal:
        term = None if flow else _end_of_term(around)
        return term or year_of_aims(lines, day, around.sentence)
    if not day and (lacks_year(low) or opens_with_day(low)):
        return When("", "", "")  # of a year that nobody names, not that of the headline
    if flow and OPEN_SPAN.search(low):
        return term_of_years(low, lines, day) or When("", "", "")
    is_of_year = (
        flow or ASSESSED.search(low) or looks_back(lines, day) or is_title_of_year(indicator, around, lines, day)
    )
    if not is_of_year:
        return now
    spoken = of_the_article(lines, day, flow=flow)
    is_of_name = spoken is not None and spoken.kind == YEAR and flow and is_handed_over(indicator)
    if day and is_of_name and tells_of_giving(lines):
        return now
    return spoken or summed_up(lines, day) or now


def _relative_year(before: str, now: When, day: str, lines: Sequence[str], *, spans: bool, goal: bool) -> When:
    """Return the year that «năm học này», «năm ngoái» mean: a span, or the day of the article for what there is."""
    if not spans:
        return now if _THIS_YEAR.search(before.lower()) else When("", "", "")
    counted = relative(before, day, lines, goal=goal)
    return When(counted[1].period, counted[1].kind, "stated") if counted else When("", "", "")


def _is_now(around: Spoken, day: str, *, flow: bool) -> bool:
    """Return whether a sentence speaks of the day itself: what there is «hiện nay», what is given at the event."""
    if not flow:
        low = around.before.lower()
        return _NOW.search(low) is not None and not (_DATED.match(low) or names_time_after(around.before, _NOW))
    return is_at_event(around, day)


def _end_of_term(around: Spoken) -> When | None:
    """Return the last year of the term that a goal is set for: what is to be reached in it is reached at its end."""
    for text in (around.before, around.paragraph, *around.heads):
        terms = [each for each in periods_in(text) if each.kind == TERM]
        if terms:
            return When(terms[-1].period.split("/")[1], YEAR, "stated")
    return None
