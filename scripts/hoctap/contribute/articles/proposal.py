"""A figure that an article seems to state."""

from dataclasses import dataclass

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
