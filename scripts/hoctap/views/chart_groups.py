"""Figures of an indicator in groups that may share one chart, or be shaded on one map."""

from collections.abc import Collection, Iterable, Sequence

from hoctap.model.catalog import Catalog
from hoctap.model.figure_row import FigureRow
from hoctap.model.record import Indicator
from hoctap.views.statements.alike import Pairs
from hoctap.views.statements.comparable import against_one_chart, on_one_chart, unfit
from hoctap.views.statements.reasons import Reason


def not_compared(catalog: Catalog, indicator: Indicator) -> str:
    """Return why figures of two units must not share a chart; empty if they may."""
    return catalog.code_title("comparison", indicator.comparison) if indicator.comparison == "none" else ""


class Group:
    """Rows that may be drawn on one chart; the first, of the sort `sort`, stands for the rest beside other units."""

    def __init__(self, first: FigureRow, sort: int) -> None:
        self.first, self.sort, self.rows = first, sort, [first]
        self._by_unit = {first.observation.unit_id: [first]}

    @property
    def units(self) -> Iterable[str]:
        return self._by_unit

    def add(self, row: FigureRow) -> None:
        self.rows.append(row)
        self._by_unit.setdefault(row.observation.unit_id, []).append(row)

    def of_unit_of(self, row: FigureRow) -> Sequence[FigureRow]:
        return self._by_unit.get(row.observation.unit_id, ())

    def against(self, row: FigureRow, sort: int, pairs: Pairs) -> Collection[Reason]:
        """Return what speaks against drawing a row with the group: with its first row, and with its own unit's."""
        own = self.of_unit_of(row)
        if not own:
            return pairs.against_one_chart(self.sort, sort)
        found = {reason for one in own for reason in against_one_chart(one, row)}
        return found if self.first in own else found | pairs.against_one_chart(self.sort, sort)


def chart_groups(rows: Iterable[FigureRow], pairs: Pairs) -> list[Group]:
    """Return the rows in groups whose rows may be drawn on one chart, the largest group first."""
    groups: list[Group] = []
    open_groups: list[Group] = []
    for row in rows:
        sort = pairs.sort_of(row)
        # What speaks against a row itself keeps it alone, so that there is no need to look.
        fits = not on_one_chart(unfit(row))
        fitting = next((group for group in open_groups if not group.against(row, sort, pairs)), None) if fits else None
        if fitting is None:
            groups.append(Group(row, sort))
            open_groups += groups[-1:] if fits else ()
        else:
            fitting.add(row)
    return sorted(groups, key=lambda group: -len(group.rows))
