"""The same indicator in units of the same kind: a figure that stands alone can be read beside them."""

from bisect import bisect_left
from collections.abc import Hashable, Iterator, Sequence
from dataclasses import dataclass, field
from decimal import Decimal

from hoctap.model.catalog import Catalog
from hoctap.model.figure_row import FigureRow
from hoctap.model.once import once_for_each
from hoctap.views.figure import Figure, figure_of
from hoctap.views.link import Link
from hoctap.views.statements.alike import Pairs
from hoctap.views.statements.comparable import unfit

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
    seen, known = row.observation, _known(catalog, row.observation.indicator_id)
    fitting = known.on_axis_of(row)
    figures = [figure_of(catalog, one.observation) for one in fitting.nearest(seen.value or Decimal(0), seen.unit_id)]
    others = len(known.units) - len(fitting.units) - (seen.unit_id in known.units) + (seen.unit_id in fitting.units)
    return Sisters(figure_of(catalog, seen).indicator, figures, others)


@dataclass(slots=True)
class _Rows:
    """Rows by value: `values` in order, and for each its rows by identifier; `units` they are of."""

    values: list[Decimal] = field(default_factory=list)
    rows: dict[Decimal, list[FigureRow]] = field(default_factory=dict)
    units: set[str] = field(default_factory=set)

    def nearest(self, value: Decimal, but: str) -> list[FigureRow]:
        """Return the rows nearest in value, but those of one unit."""
        found: list[FigureRow] = []
        for near in self._outwards(value):
            found += sorted((row for one in near for row in self._first(one, but)), key=lambda row: row.row_id)
            if len(found) >= MOST:
                break
        return found[:MOST]

    def _first(self, value: Decimal, but: str) -> Iterator[FigureRow]:
        others = (row for row in self.rows[value] if row.observation.unit_id != but)
        return (row for _, row in zip(range(MOST), others, strict=False))

    def _outwards(self, value: Decimal) -> Iterator[tuple[Decimal, ...]]:
        """Yield the values from near to far, two together where they are equally far."""
        above = bisect_left(self.values, value)
        below = above - 1
        while below >= 0 or above < len(self.values):
            down = value - self.values[below] if below >= 0 else None
            up = self.values[above] - value if above < len(self.values) else None
            takes_down = down is not None and (up is None or down <= up)
            takes_up = up is not None and (down is None or up <= down)
            yield (*([self.values[below]] if takes_down else ()), *([self.values[above]] if takes_up else ()))
            below -= takes_down
            above += takes_up


class _Known:
    """The rows of an indicator that have a value, by what may stand beside them."""

    def __init__(self, rows: Sequence[FigureRow]) -> None:
        self.units = {row.observation.unit_id for row in rows}
        self._pairs, self._sorts = Pairs(), dict[Hashable, dict[int, list[FigureRow]]]()
        for row in rows:
            self._sorts.setdefault(_what(row), {}).setdefault(self._pairs.sort_of(row), []).append(row)
        self._found: dict[tuple[int, ...], _Rows] = {}

    def on_axis_of(self, row: FigureRow) -> _Rows:
        """Return the rows that may stand beside this one on an axis; those of its own unit are among them."""
        own, alike = self._pairs.sort_of(row), self._sorts.get(_what(row), {})
        sorts = () if unfit(row) else tuple(sort for sort in alike if not self._pairs.against(own, sort))
        if sorts not in self._found:
            self._found[sorts] = _by_value([one for sort in sorts for one in alike[sort]])
        return self._found[sorts]


def _what(row: FigureRow) -> Hashable:
    """Return some of what rows on one axis share, so that few are looked at."""
    seen, unit = row.observation, row.unit
    return seen.breakdown, seen.period.end, unit and (unit.unit_kind, unit.level)


def _by_value(rows: Sequence[FigureRow]) -> _Rows:
    found = _Rows()
    for row in sorted(rows, key=lambda row: row.row_id):
        found.rows.setdefault(row.observation.value or Decimal(0), []).append(row)
        found.units.add(row.observation.unit_id)
    found.values = sorted(found.rows)
    return found


@once_for_each
def _known(catalog: Catalog, indicator_id: str) -> _Known:
    rows = catalog.rows_by_indicator.get(indicator_id, ())
    return _Known([row for row in rows if row.observation.value is not None])
