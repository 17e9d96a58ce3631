"""Figures of one thing from several sources: which agree, which differ, which one is followed and why.

The rule itself is data (`is_preferred`, `preferred_because` in the table of figures); this only sets the figures
side by side for readers.
"""

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from decimal import Decimal

from hoctap.model.catalog import Catalog
from hoctap.model.figure_row import FigureRow
from hoctap.model.preference import Thing, thing_of
from hoctap.views.figure import Figure, figure_of


@dataclass(frozen=True, slots=True)
class Conflict:
    """Figures that differ, the preferred one first; `difference` is the spread in percent of the preferred."""

    figures: Sequence[Figure]
    reason: str
    difference: Decimal | None


def conflicts_of(catalog: Catalog, rows: Iterable[FigureRow]) -> list[Conflict]:
    """Return every unit, indicator, period, scope and border for which sources give different values."""
    groups: dict[Thing, list[FigureRow]] = defaultdict(list)
    for row in rows:
        if row.observation.value is not None:
            groups[thing_of(row.observation)].append(row)
    return [_conflict(catalog, group) for group in groups.values() if len({r.observation.value for r in group}) > 1]


def _conflict(catalog: Catalog, group: list[FigureRow]) -> Conflict:
    ordered = sorted(group, key=lambda row: not row.preference.is_preferred)
    values = [row.observation.value or Decimal(0) for row in ordered]
    spread = (max(values) - min(values)) / values[0] * 100 if values[0] else None
    figures = [figure_of(catalog, row.observation) for row in ordered]
    return Conflict(figures, ordered[0].preference.because, round(spread, 1) if spread is not None else None)
