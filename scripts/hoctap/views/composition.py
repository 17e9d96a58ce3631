"""Parts and wholes of a unit's figures, for charts of shares. Uses the same declarations as the check."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from decimal import Decimal

from hoctap.model.catalog import Catalog
from hoctap.model.record import Observation
from hoctap.views.figure import Figure, figure_of


@dataclass(frozen=True, slots=True)
class Whole:
    """Parts of one whole, for one period and source; `total` is the whole in the parts' own unit."""

    name: str
    whole: Figure | None
    total: Decimal
    parts: Sequence[Figure]
    complete: bool


def wholes_of(catalog: Catalog, rows: Iterable[Observation]) -> list[Whole]:
    """Return each declared composition of which `rows` (of one unit) hold at least two parts and the whole."""
    by_key = {(row.indicator_id, row.period.text, row.breakdown, row.source_id): row for row in rows}
    settings = dict.fromkeys((key[1], key[2], key[3]) for key in by_key)
    wholes = []
    for parts in catalog.compositions.values():
        for setting in settings:
            found = [by_key[part.indicator_id, *setting] for part in parts if (part.indicator_id, *setting) in by_key]
            total_row = by_key.get((parts[0].total_indicator_id, *setting))
            whole = _whole(catalog, found, total_row, parts[0].rule, bool(parts[0].total_indicator_id), len(parts))
            if whole:
                wholes.append(whole)
    return wholes


def _whole(
    catalog: Catalog, found: list[Observation], total_row: Observation | None, rule: str, needs_total: bool, size: int
) -> Whole | None:
    if len(found) < 2 or any(row.value is None for row in found) or (needs_total and total_row is None):
        return None
    figures = sorted((figure_of(catalog, row) for row in found), key=lambda figure: -(figure.value or 0))
    total = total_row.value if total_row else Decimal(100)
    if total is None or total <= 0:
        return None
    whole = figure_of(catalog, total_row) if total_row else None
    name = f"{whole.indicator.text}: {whole.value_with_qualifier}" if whole else "Cơ cấu (phần trăm)"
    return Whole(name, whole, total, figures, rule == "sum-equals" and len(found) == size)
