"""Judges many rows by few pairs: rows that `comparable` cannot tell apart are one sort, each pair of sorts judged once.

What comes out is what `comparable` says of every pair; only the time that it takes does not grow with their number.
"""

from collections.abc import Sequence
from itertools import combinations

from hoctap.model.catalog import Catalog
from hoctap.model.figure_row import FigureRow
from hoctap.model.once import once
from hoctap.views.statements.comparable import against_side_by_side, comparable, is_hedged, judged_alike, on_one_chart
from hoctap.views.statements.reasons import Reason


class Pairs:
    """What speaks against rows of two units side by side, hedges apart, by the sorts of both."""

    def __init__(self) -> None:
        self._numbers: dict[tuple[object, ...], int] = {}
        self._firsts: list[FigureRow] = []
        self._known: dict[tuple[int, int], tuple[Reason, ...]] = {}
        # By the number of the row as an object; it is kept, so that no other takes its number.
        self._of_row: dict[int, tuple[FigureRow, int]] = {}

    def sort_of(self, row: FigureRow) -> int:
        """Return the number that all rows have which the judge cannot tell from this one."""
        known = self._of_row.get(id(row))
        if known is None:
            number = self._numbers.setdefault(judged_alike(row), len(self._firsts))
            if number == len(self._firsts):
                self._firsts.append(row)
            known = self._of_row[id(row)] = row, number
        return known[1]

    def against(self, one: int, other: int) -> tuple[Reason, ...]:
        """Return every reason against a row of one sort beside a row of another unit, hedges apart."""
        pair = (one, other) if one <= other else (other, one)
        if pair not in self._known:
            # The first rows of two sorts may be of one unit; there are rows of other units all the same.
            self._known[pair] = against_side_by_side(self._firsts[one], self._firsts[other])
        return self._known[pair]

    def against_one_chart(self, one: int, other: int) -> frozenset[Reason]:
        """Return every reason against drawing a row of one sort on one chart with a row of another unit."""
        return on_one_chart(self.against(one, other))

    def are_comparable(self, one: FigureRow, other: FigureRow) -> bool:
        """Return whether rows of two different units may be compared at all: no reason, no overlap of hedges."""
        return not self.against(self.sort_of(one), self.sort_of(other)) and not hedges_overlap(one, other)


@once
def pairs_of(_catalog: Catalog) -> Pairs:
    """Return the pairs judged so far among all rows of a catalog."""
    return Pairs()


def hedges_overlap(one: FigureRow, other: FigureRow) -> bool:
    """Return whether a hedge leaves open which of two rows is the larger."""
    return (is_hedged(one) or is_hedged(other)) and one.range.overlaps(other.range)


def some_hedges_overlap(rows: Sequence[FigureRow]) -> bool:
    """Return whether hedges leave the order of any two rows open."""
    hedged = [row for row in rows if is_hedged(row)]
    return any(one is not other and one.range.overlaps(other.range) for one in hedged for other in rows)


def against_any(rows: Sequence[FigureRow]) -> set[Reason]:
    """Return every reason that speaks against any two of several rows, hedges apart."""
    pairs, units, sorts = Pairs(), dict[str, list[FigureRow]](), dict[int, set[str]]()
    for row in rows:
        units.setdefault(row.observation.unit_id, []).append(row)
        sorts.setdefault(pairs.sort_of(row), set()).add(row.observation.unit_id)
    found: set[Reason] = set()
    for at, one in enumerate(sorts):
        for other in list(sorts)[at:]:
            if len(sorts[one] | sorts[other]) > 1:
                found.update(pairs.against(one, other))
    for own in units.values():
        found.update(reason for one, other in combinations(own, 2) for reason in comparable(one, other))
    return found - {Reason.RANGES_OVERLAP}
