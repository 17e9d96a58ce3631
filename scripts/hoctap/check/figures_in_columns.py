"""The columns of all figures of a large table, and what several sieves ask of them, found once.

Every answer is a numpy array with one entry a figure, in the order of the table. Imported only where numpy is there.
"""

from collections.abc import Callable
from functools import cached_property
from typing import Any

import numpy as np

from hoctap.load.columns import ColumnTable
from hoctap.model.catalog import Catalog
from hoctap.model.period import parse_period

Mask = np.ndarray[Any, np.dtype[np.bool_]]
Numbers = np.ndarray[Any, np.dtype[Any]]


class Figures:
    """All figures of a catalog, held in columns."""

    def __init__(self, catalog: Catalog, table: ColumnTable) -> None:
        self.catalog, self.table = catalog, table
        self._found: dict[Callable[[Figures], Mask], Mask] = {}

    def each(self, name: str, answer: Callable[[str], Any], kind: Any = bool) -> Numbers:
        """Return for each figure what is answered to its cell in the named column; asked once for each other cell."""
        column = self.table.column_named(name)
        return np.fromiter(map(answer, column.cells), kind, column.width)[column.codes]

    @cached_property
    def value(self) -> Numbers:
        """The values; not a number where there is none or it cannot be read."""
        return self.table.column_named("value").numbers()

    @cached_property
    def has_size(self) -> Mask:
        """Whether a value is there, not zero, and written without a point."""
        return np.asarray(~self.has_point & ~np.isnan(self.value) & (self.value != 0))

    @cached_property
    def has_point(self) -> Mask:
        """Whether the value is written with a point."""
        return self.table.column_named("value").holding(".")

    @cached_property
    def start(self) -> Numbers:
        """The first day of each period, as a number."""
        return self.each("period", lambda cell: _days(cell)[0], np.int32)

    @cached_property
    def end(self) -> Numbers:
        """The last day of each period, as a number."""
        return self.each("period", lambda cell: _days(cell)[1], np.int32)

    def once(self, find: Callable[["Figures"], Mask]) -> Mask:
        """Return what `find` finds among these figures, found once for all rules that ask it."""
        if find not in self._found:
            self._found[find] = find(self)
        return self._found[find]

    def of(self, *value_types: str) -> Mask:
        """Return which figures are of an indicator with one of these types of value."""
        known = self.catalog.indicators
        return self.each("indicator_id", lambda cell: cell in known and known[cell].value_type in value_types)

    def with_indicators(self, indicator_ids: set[str]) -> Mask:
        """Return which figures are of one of these indicators."""
        return self.each("indicator_id", indicator_ids.__contains__)

    def whole_groups(self, mask: Mask, *names: str) -> Mask:
        """Return the mask grown to all figures that share the named cells with one in it."""
        if not mask.any():
            return mask
        group = self.table.group(names)
        return np.isin(group, np.unique(group[mask]))


def _days(cell: str) -> tuple[int, int]:
    try:
        period = parse_period(cell)
    except ValueError:
        return 0, -1
    return period.start.toordinal(), period.end.toordinal()
