"""The same indicator in units of the same kind: what a figure that stands alone can be read beside."""

from collections.abc import Sequence
from dataclasses import dataclass

from hoctap.model.catalog import Catalog
from hoctap.model.figure_row import FigureRow
from hoctap.views.figure import Figure, figure_of
from hoctap.views.link import Link, indicator_link
from hoctap.views.statements.series import may_share_axis

MOST = 8


@dataclass(frozen=True, slots=True)
class Sisters:
    """Figures of other units that may stand beside one, by how near they are in value; `others` may not, a number."""

    indicator: Link
    figures: Sequence[Figure]
    others: int


def sisters_of(catalog: Catalog, rows: Sequence[FigureRow]) -> list[Sisters]:
    """Return, for each row of one unit with a value, the figures of other units on the same axis."""
    found = [_sisters(catalog, row) for row in rows if row.observation.value is not None]
    return [one for one in found if one.figures or one.others]


def _sisters(catalog: Catalog, row: FigureRow) -> Sisters:
    seen = row.observation
    known = catalog.rows_by_indicator.get(seen.indicator_id, ())
    others = [one for one in known if one.observation.unit_id != seen.unit_id and one.observation.value is not None]
    fitting = [one for one in others if may_share_axis(row, one)]
    fitting.sort(key=lambda one: (abs((one.observation.value or 0) - (seen.value or 0)), one.row_id))
    units = {one.observation.unit_id for one in others} - {one.observation.unit_id for one in fitting}
    figures = [figure_of(catalog, one.observation) for one in fitting[:MOST]]
    return Sisters(indicator_link(catalog, seen.indicator_id), figures, len(units))
