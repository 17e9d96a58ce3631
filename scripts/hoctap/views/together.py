"""May two figures of one indicator stand on one chart? Reasons against it in words for readers; none means yes.

Borders are not judged here: they are a choice of the reader, who is told on which side each figure stands.
"""

from dataclasses import dataclass

from hoctap.model.catalog import Catalog
from hoctap.model.record import Indicator, Observation


@dataclass(frozen=True, slots=True)
class Row:
    """An observation with what the judgement needs of it."""

    catalog: Catalog
    observation: Observation
    indicator: Indicator

    @property
    def kind(self) -> tuple[str, str]:
        unit = self.catalog.units.get(self.observation.unit_id)
        return (unit.unit_kind, unit.level) if unit else ("", "")

    @property
    def months(self) -> int:
        """Return the length of the period in months; 0 for a single day."""
        period = self.observation.period
        if period.start == period.end:
            return 0
        return (period.end.year - period.start.year) * 12 + period.end.month - period.start.month + 1


def reasons(one: Row, other: Row) -> tuple[str, ...]:
    """Return why two figures may not share a chart; empty if they may."""
    found = {
        "khác loại hoặc khác cấp đơn vị": one.kind != other.kind,
        "phạm vi khác": one.observation.breakdown != other.observation.breakdown,
        "khác độ dài thời kỳ": one.months != other.months,
        "thời kỳ chưa chắc": one.observation.period_status != other.observation.period_status
        and "uncertain" in (one.observation.period_status, other.observation.period_status),
    }
    return tuple(words for words, holds in found.items() if holds)
