"""A merged place: what each of its parts last reported, and of which indicators these may be added."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from hoctap.model.catalog import Catalog
from hoctap.model.codes import AREA_UNIT, ASSOCIATION
from hoctap.model.figure_row import FigureRow, formed_of
from hoctap.model.record import Unit
from hoctap.vietnamese.writing import sort_key
from hoctap.views.figure import Figure, figure_of
from hoctap.views.link import Link, area_link, indicator_link
from hoctap.views.reporters import is_of_the_whole, reporter_of, reports_for
from hoctap.views.statements.reasons import Reason
from hoctap.views.statements.statement import Statement
from hoctap.views.statements.sums import sum_of

KINDS = (AREA_UNIT, ASSOCIATION)


@dataclass(frozen=True, slots=True)
class PartsLine:
    """The last figure of each part, in their order; `total` is the sum that may be said, or `refused` why none may."""

    indicator: Link
    figures: Sequence[Figure | None]
    total: Statement | None
    refused: str


@dataclass(frozen=True, slots=True)
class MergedParts:
    """The parts of a place and the indicators that at least two of them have figures of."""

    parts: Sequence[Link]
    lines: Sequence[PartsLine]


def merged_parts(catalog: Catalog, area_id: str, kinds: Sequence[str] = KINDS) -> MergedParts | None:
    """Return what the parts of an area have, told by bodies of `kinds`; None if fewer than two have the same."""
    parts = [row.from_area_id for row in formed_of(catalog, area_id)]
    rows = [_by_indicator(catalog, part, kinds) for part in parts]
    counts = [key for part in rows for key in part]
    shared = sorted({key for key in counts if counts.count(key) > 1}, key=lambda key: _order(catalog, key))
    lines = [_line(catalog, key, [part.get(key, []) for part in rows]) for key in shared]
    return MergedParts([area_link(catalog, part) for part in parts], lines) if lines else None


def merged_parts_of_unit(catalog: Catalog, unit: Unit) -> MergedParts | None:
    """Return what the parts of a unit's area have, if the unit is one that speaks for its whole area."""
    area = catalog.areas.get(unit.area_id)
    if area is None or unit.unit_kind not in KINDS or not reports_for(unit, area):
        return None
    return merged_parts(catalog, area.area_id, (unit.unit_kind,))


def _by_indicator(catalog: Catalog, area_id: str, kinds: Sequence[str]) -> Mapping[str, list[FigureRow]]:
    """Return the rows that tell of a whole area, by indicator, the oldest first."""
    units = filter(None, (reporter_of(catalog, area_id, kind) for kind in kinds))
    rows = [row for unit in units for row in catalog.rows_by_unit.get(unit.unit_id, ())]
    found: dict[str, list[FigureRow]] = {}
    for row in sorted(rows, key=lambda row: row.observation.period.end):
        if is_of_the_whole(row) and row.preference.is_preferred:
            found.setdefault(row.observation.indicator_id, []).append(row)
    return found


def _line(catalog: Catalog, indicator_id: str, rows: Sequence[Sequence[FigureRow]]) -> PartsLine:
    last = [part[-1] if part else None for part in rows]
    result = sum_of(catalog, _of_one_time(rows) or [row for row in last if row])
    total = result if isinstance(result, Statement) and all(rows) else None
    reasons = [] if isinstance(result, Statement) else [reason.words for reason in result.reasons]
    missing = [] if all(rows) else [Reason.PARTS_MISSING.words]
    figures = [figure_of(catalog, row.observation) if row else None for row in last]
    return PartsLine(indicator_link(catalog, indicator_id), figures, total, "; ".join(missing + reasons))


def _of_one_time(rows: Sequence[Sequence[FigureRow]]) -> list[FigureRow]:
    """Return a row of each part of the last time that all of them have a figure of; none if there is no such time."""
    times = [{(row.observation.period.text, row.observation.period_kind): row for row in part} for part in rows]
    common = [time for time in times[0] if all(time in part for part in times)]
    return [part[common[-1]] for part in times] if common else []


def _order(catalog: Catalog, indicator_id: str) -> tuple[str, object]:
    indicator = catalog.indicators[indicator_id]
    return indicator.topic, sort_key(indicator.name_vi)
