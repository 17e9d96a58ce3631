"""What stands in brackets after a result: its plan, the year before, the whole country."""

import re

from hoctap.contribute.articles.article_times import When
from hoctap.contribute.articles.nearby_times import SAME
from hoctap.contribute.articles.proposal import Proposal
from hoctap.contribute.articles.words import Meaning, Reading, known, one
from hoctap.contribute.naming.indicators import Indicators
from hoctap.contribute.naming.periods import NamedPeriod, periods_in
from hoctap.contribute.naming.times_of_title import with_span
from hoctap.model.period_kinds import HALF, MOMENT, MONTHS, QUARTER, YEAR
from hoctap.model.record import Indicator

_PLAN = re.compile(
    r"(?:kế hoạch|chỉ tiêu|nghị quyết)[^(),;]{0,16}\(\s*(?:cả năm|năm|là)?\s*$|[(,]\s*(?:kế hoạch|kh)\s*(?:là\s*)?$|"
    r"\(\s*(?:kế hoạch|chỉ tiêu|mục tiêu)(?: (?:được )?giao| đề ra| đặt ra| năm)*(?: là)?\s*$"
)
_OTHER_YEAR = re.compile(
    r"(?:(?:so với|của|gấp [\d.,]+ lần) năm ((?:19|20)\d\d) \(|"
    r"\((?:[^()]*[;,] )?(?:còn )?năm ((?:19|20)\d\d)(?: chỉ| mới)?(?: là| đạt| có|:))\s*$"
)
_SAME_EARLIER = re.compile(rf"({SAME})(?: chỉ)?(?: đạt| là| được)?:?\s*\(?\s*$")
_COUNTRY = re.compile(r"cả nước \(\s*$")
_PROVINCE = re.compile(r"(?:so với|bằng|hơn)[^(;]*(?:của tỉnh|toàn tỉnh|cả tỉnh) \(\s*$")


def is_in_brackets(reading: Reading) -> bool:
    """Return whether a number stands in brackets."""
    return reading.before.count("(") > reading.before.count(")")


def is_plan(before: str) -> bool:
    """Return whether what comes is the plan of what was reached: «vượt kế hoạch (80%)»; `before` stands before it."""
    return _PLAN.search(before.lower()[-40:]) is not None


# «So với kế hoạch tỉnh giao, tỷ lệ gia đình học tập vượt 0,6 điểm phần trăm (kế hoạch …)»
_GOES_BEYOND = re.compile(
    r"(?:^|[.,;]\s)\W*((?:tỷ lệ|tỉ lệ|số|tổng số|quỹ|tiền) [^.,;()\d]{3,70}?)\s"
    r"(?:vượt|đạt|tăng|bằng|hoàn thành|thấp hơn|cao hơn|chưa đạt|không đạt)\b[^.;()]*"
    r"(?:\(\s*(?:kế hoạch|chỉ tiêu)[^()]*|(?:kế hoạch|chỉ tiêu)[^().;]{0,24}\(\s*)$",
    re.IGNORECASE,
)


_MEASURES = {"percent": "rate", "money": "money"}


def plan_of_another(indicators: Indicators, reading: Reading, before: str, result: Proposal) -> Meaning | None:
    """Return what a plan in brackets is of that is not the result before it; None where it is of that result.

    «…, tỷ lệ gia đình học tập vượt 0,6 điểm phần trăm (kế hoạch»: its own clause names it, and states no figure of it.
    """
    clause = _GOES_BEYOND.search(before.rpartition(". ")[2])
    if clause is None or result.exact in clause[0]:
        return None
    measure = _MEASURES.get(reading.number.kind)
    return one(indicators, set(known(indicators.concepts(clause[1]))) | ({measure} if measure else set()))


def due(result: Proposal, before: str) -> When:
    """Return when the plan of a result was due: its own period, or the year that a part of it or a day lies in."""
    year = result.period[:4]
    if result.period_kind == MOMENT or re.search(
        r"(?:kế hoạch|chỉ tiêu)(?: cả)? năm[^(]{0,8}\(\s*$|\(\s*cả năm\s*$", before.lower()
    ):
        return When(year, YEAR if year else "", result.period_status)
    return When(result.period, result.period_kind, result.period_status)


def compared_with(before: str, result: Proposal, province: str = "") -> tuple[When, str] | None:
    """Return when and whose the figure is that a result is compared with; None if it is compared with none."""
    if year := _OTHER_YEAR.search(before):
        return When(year[1] or year[2], YEAR, "stated"), result.unit_id
    if (earlier := _SAME_EARLIER.search(before.lower())) and result.period_kind in (YEAR, HALF, QUARTER, MONTHS):
        spans = periods_in(with_span(earlier[1], NamedPeriod(result.period, result.period_kind, "")))
        return (When(spans[0].period, spans[0].kind, result.period_status), result.unit_id) if spans else None
    if _COUNTRY.search(before):
        return When(result.period, result.period_kind, result.period_status), "viet-nam"
    if province and _PROVINCE.search(before):
        return When(result.period, result.period_kind, result.period_status), province
    return None


def kind_of(indicator: Indicator) -> str:
    """Return how a number of the indicator is written: as a count, a percent or money."""
    return {"phan-tram": "percent", "dong": "money"}.get(indicator.unit_measure, "count")
