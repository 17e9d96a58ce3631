"""Figures of one thing from several sources: which agree, which differ, which one is preferred and why.

The written rule, in this order: the body's own source before the press, the press before reposts; an exact
figure before a hedged one; a later source before an earlier one.
"""

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from decimal import Decimal

from hoctap.model.catalog import Catalog
from hoctap.model.record import Observation
from hoctap.views.figure import Figure, figure_of

_SOURCE_ORDER = {"chinh-chu": 0, "bao-chi": 1, "khac": 2, "dang-lai": 3}
_REASONS = ("nguồn của chính đơn vị hoặc gần gốc hơn", "số đúng, không nói chừng", "nguồn đăng sau")
Rank = tuple[int, int, int]


@dataclass(frozen=True, slots=True)
class Conflict:
    """Figures that differ, the preferred one first; `difference` is the spread in percent of the preferred."""

    figures: Sequence[Figure]
    reason: str
    difference: Decimal | None


def conflicts_of(catalog: Catalog, rows: Iterable[Observation]) -> list[Conflict]:
    """Return every unit, indicator, period and breakdown for which sources give different values."""
    groups: dict[tuple[str, str, str, str], list[Observation]] = defaultdict(list)
    for row in rows:
        if row.value is not None:
            groups[row.unit_id, row.indicator_id, row.period.text, row.breakdown].append(row)
    return [_conflict(catalog, group) for group in groups.values() if len({row.value for row in group}) > 1]


def _conflict(catalog: Catalog, group: list[Observation]) -> Conflict:
    ordered = sorted(group, key=lambda row: rank(catalog, row))
    preferred, second = rank(catalog, ordered[0]), rank(catalog, ordered[1])
    differing = [n for n, (one, other) in enumerate(zip(preferred, second, strict=True)) if one != other]
    reason = _REASONS[differing[0]] if differing else "các nguồn ngang nhau, giữ thứ tự mã nguồn"
    values = [row.value or Decimal(0) for row in ordered]
    spread = (max(values) - min(values)) / values[0] * 100 if values[0] else None
    figures = [figure_of(catalog, row) for row in ordered]
    return Conflict(figures, reason, round(spread, 1) if spread is not None else None)


def rank(catalog: Catalog, row: Observation) -> Rank:
    """Return what a figure is preferred by, smallest first."""
    source = catalog.sources.get(row.source_id)
    published = source.published_on.end.toordinal() if source and source.published_on else 0
    kind = _SOURCE_ORDER.get(source.kind, 2) if source else 2
    return kind, 0 if row.qualifier == "exact" else 1, -published
