"""A figure that an article seems to state."""

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
    """Yield the proposals; a headline has the period of the same figure further down, where one is stated."""
    for each in proposals:
        same = (
            other
            for other in proposals
            if each.paragraph == "1" != other.paragraph
            and (other.unit_id, other.indicator_id, other.kind) == (each.unit_id, each.indicator_id, each.kind)
            and abs(Decimal(other.value) - Decimal(each.value)) * 20 <= Decimal(each.value)
        )
        below = next(same, each)
        yield replace(each, period=below.period, period_kind=below.period_kind, period_status=below.period_status)
