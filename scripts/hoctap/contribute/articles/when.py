"""When a figure of an article holds, and whether it is a result or a goal."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from hoctap.contribute.naming.indicators import is_flow
from hoctap.contribute.naming.periods import NamedPeriod, periods_in
from hoctap.model.period_kinds import CUMULATIVE, HALF, MOMENT, MONTHS, TERM, YEAR
from hoctap.model.record import Indicator

_DATE = re.compile(r"(?<!\d)(\d{1,2})\s?[/.-]\s?(\d{1,2})\s?[/.-]\s?((?:19|20)\d\d)(?!\d)")
_EVENT = re.compile(
    r"(?:^|[-–—)]\s*)(?:[Nn]gày|[Ss]áng|[Cc]hiều|"
    r"[Tt]ối)\s+(?:ngày\s+)?(\d{1,2})\s?[/.-]\s?(\d{1,2})(?:\s?[/.-]\s?((?:19|"
    r"20)\d\d))?(?!\s*(?:của|về)|\d)"
)
_GOAL = re.compile(
    r"(?<!đăng ký )(?<!đăng kí )phấn đấu|mục tiêu|chỉ tiêu đặt ra|đề ra chỉ tiêu|dự kiến|"
    r"chỉ tiêu đến|đưa tỷ lệ|kế hoạch năm tới|nhiệm kỳ tới|\bsẽ\b"
)
_NOW = re.compile(r"hiện nay|hiện có|hiện tại|đến nay|nhân dịp này|tại (?:hội nghị|lễ|chương trình|buổi lễ|đại hội)")
_HALF = re.compile(r"(?:6|sáu) tháng đầu năm(?! \d)|9 tháng(?: đầu năm)?(?! năm)")
_TERM_AGO = re.compile(r"nhiệm kỳ (?:qua|vừa qua)|trong (?:5|năm) năm(?: qua)?|sau (?:5|năm) năm|(?:5|năm) năm qua")


@dataclass(frozen=True, slots=True)
class When:
    period: str
    kind: str
    status: str


def article_date(lines: Sequence[str]) -> str:
    """Return when an article speaks: the day of its event, else the month it was published; empty if not known."""
    published = next(
        (day for line in lines[:6] for hit in _DATE.finditer(line) if (day := _iso(hit[3], hit[2], hit[1]))), ""
    )
    for line in lines[:5]:
        hit = _EVENT.search(line)
        if hit and (hit[3] or published):
            day = _iso(hit[3] or published[:4], hit[2], hit[1])
            if day and (not published or day[:4] == published[:4]):
                return day
    return published[:7]


def _iso(year: str, month: str, day: str) -> str:
    try:
        return date(int(year), int(month), int(day)).isoformat()
    except ValueError:
        return ""


def is_goal(sentence: str, lead: str, periods: Sequence[NamedPeriod], earlier: str, day: str) -> bool:
    """Return whether a figure is what is to be reached: the words say so, or its period has not come yet."""
    if re.search(r"kế hoạch\s*(?:là\s*)?\(\s*$|kế hoạch (?:đề ra |là )$", lead.lower()):
        return True
    if _GOAL.search(sentence.lower()) or (periods and day and periods[-1].period[:4] > day[:4]):
        return True
    if (
        not periods
        and day
        and (carried := [each for each in periods_in(_without_documents(earlier)) if each.kind == YEAR])
        and carried[-1].period > day[:4]
    ):
        return True
    return bool(day) and (span := _phase(sentence)) != "" and span >= day[:4]


def _phase(sentence: str) -> str:
    """Return the last year of the phase a sentence opens with: «Giai đoạn 1 (2024 - 2025): …»."""
    found = re.match(r"\W*giai đoạn\s*\d?\s*\(?\s*(?:19|20)\d\d\s*[-–]\s*((?:19|20)\d\d)\s*\)?\s*:", sentence.lower())
    return found[1] if found else ""


def when_of(
    indicator: Indicator, before: str, sentence: str, paragraph: str, lines: Sequence[str], day: str, *, goal: bool
) -> When:
    """Return the period of a figure: told in its sentence, in its paragraph before, or the day of the article."""
    flow = is_flow(indicator)
    if goal and (phase := _phase(before)):
        return When(phase, YEAR, "stated")
    now = When(day, MOMENT, "inferred") if day else When("", "", "")
    if not goal and _NOW.search(before.lower()) and not _since(before):
        return now
    period = _named_period(before, sentence, paragraph, lines, day, flow=flow, goal=goal)
    if period is not None and goal and day and period.period[:7] <= day and period.kind == MOMENT:
        period = None  # a goal is not of the day it was set
    if period is None:
        return When("", "", "") if goal else _of_the_article(lines, day) or now if flow else now
    if flow and period.kind == MOMENT and not goal:
        return When(period.period[:4], YEAR, "stated")
    return When(period.period, period.kind, "stated")


def _named_period(
    before: str, sentence: str, paragraph: str, lines: Sequence[str], day: str, *, flow: bool, goal: bool
) -> NamedPeriod | None:
    own = _in_own_words(before, flow=flow) or (_relative(before, day, lines) if flow else None)
    own = own or _in_own_words(sentence, flow=flow, first=True)
    if own is None and (flow or goal):
        carried = re.sub(r"riêng (?:năm|trong)[^,;.]*", " ", paragraph)
        return _in_own_words(carried, flow=flow) or _relative(carried, day, lines)
    return own


def _of_the_article(lines: Sequence[str], day: str) -> When | None:
    """Return the first span of time that the article names, unless it is still to come."""
    for line in lines:
        for each in periods_in(line):
            if each.kind not in (MOMENT, CUMULATIVE, TERM) and (not day or each.period[:4] <= day[:4]):
                return When(each.period, each.kind, "stated")
    return None


def _since(before: str) -> bool:
    """Return whether a period is named after the «hiện nay» of a sentence."""
    low = before.lower()
    at = max(low.rfind(word) for word in ("hiện", "đến nay", "nhân dịp", "tại "))
    return any(low.rfind(each.words) > at for each in periods_in(before))


def _in_own_words(text: str, *, flow: bool, first: bool = False) -> NamedPeriod | None:
    found = [(text.lower().find(each.words), each) for each in periods_in(_without_documents(text))]
    found = [
        (at, each)
        for at, each in found
        if each.kind != CUMULATIVE
        and (flow or each.kind != TERM)
        and not (
            each.kind == YEAR
            and re.search(rf"(?:so với|sinh|từ|thành lập)\s+(?:cùng kỳ\s+)?{re.escape(each.words)}", text.lower())
        )
    ]
    found = [
        (at, each)
        for at, each in found
        if not (
            each.kind == MOMENT
            and not re.search(r"đến|hết|cuối|thời điểm", each.words + text.lower()[max(0, at - 14) : at])
        )
    ]
    if not found:
        return None
    return (min if first else max)(found, key=lambda each: each[0])[1]


def _without_documents(text: str) -> str:
    return re.sub(
        r"(?:số|Số)\s+\d+[^\s]*(?:\s+ngày\s+\d{1,2}/\d{1,2}/\d{4})?|ngày\s+\d{1,2}/\d{1,2}/\d{4}(?=\s+(?:của|về))",
        " ",
        text,
    )


def _relative(before: str, day: str, lines: Sequence[str]) -> NamedPeriod | None:
    low = before.lower()
    year = day[:4]
    if year and (hit := _HALF.search(low)):
        last = 6 if hit[0][0] in "6s" else 9
        return NamedPeriod(f"{year}-01/{year}-{last:02d}", HALF if last == 6 else MONTHS, hit[0])
    if _TERM_AGO.search(low) and not re.search(r"năm \d{4}", low[_TERM_AGO.search(low).end() :]):  # type: ignore[union-attr]
        for line in lines[:4]:
            for each in periods_in(line):
                if each.kind == TERM:
                    first, last_year = each.period.split("/")
                    past = first[:4] < year if year else True
                    span = each.period if past and last_year <= (year or "9999") else f"{int(first) - 5}/{first}"
                    return NamedPeriod(span, TERM, each.words)
    return None
