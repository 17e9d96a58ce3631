"""A figure that an article seems to state."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from decimal import Decimal

COLUMNS = (
    "unit_id",
    "indicator_id",
    "period",
    "period_kind",
    "period_status",
    "value",
    "qualifier",
    "breakdown",
    "paragraph",
    "exact",
    "kind",
    "confidence",
    "words",
)


_YEAR = re.compile(r"(?:19|20)\d\d")


@dataclass(frozen=True, slots=True)
class Proposal:
    """A figure that an article seems to state; `confidence` is high, medium or low; `words` are the sentence."""

    unit_id: str
    indicator_id: str
    period: str
    period_kind: str
    period_status: str
    value: str
    qualifier: str
    breakdown: str
    paragraph: str
    exact: str
    kind: str
    confidence: str
    words: str


def as_stated_below(proposals: Sequence[Proposal]) -> Iterator[Proposal]:
    """Yield the proposals; a headline has the one period of the same figure further down, where one is stated."""
    for each in proposals:
        same = [other for other in proposals if each.paragraph == "1" != other.paragraph and _is_alike(each, other)]
        exact = [other for other in same if Decimal(other.value) == Decimal(each.value)]
        yield _dated_as(each, exact or same)


def _is_alike(headline: Proposal, other: Proposal) -> bool:
    """Return whether a figure further down may be what a headline rounds."""
    whose = (headline.unit_id, headline.indicator_id, headline.kind)
    is_near = abs(Decimal(other.value) - Decimal(headline.value)) * 20 <= Decimal(headline.value)
    return is_near and whose == (other.unit_id, other.indicator_id, other.kind)


def _dated_as(headline: Proposal, same: Sequence[Proposal]) -> Proposal:
    """Return a figure with the period of those that say the same; with none where they are of several times.

    Where they are of no time that anybody names, it has only one that it names itself.
    """
    dated = [each for each in same if each.period]
    if not same or (not dated and _YEAR.search(headline.words)):
        return headline
    if len({each.period for each in dated}) != 1:
        sure = "medium" if headline.confidence == "high" else headline.confidence
        return replace(headline, period="", period_kind="", period_status="", confidence=sure)
    below = dated[0]
    return replace(headline, period=below.period, period_kind=below.period_kind, period_status=below.period_status)
