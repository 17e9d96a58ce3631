"""The cells of very many figures, each different text once: as rows of texts they would fill the memory.

They are told by shares of the figures, in each of which texts are numbered anew, so that numbers are small.
"""

from array import array
from bisect import bisect_right
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import accumulate

from hoctap.model.catalog import Catalog
from hoctap.model.figure_row import FigureRow

# The cells of a figure, for programs and in words.
Both = tuple[Sequence[str], Sequence[str]]
Reads = tuple[tuple[str, str], ...]
# The cells of a figure with what they were made from.
Noted = tuple[Both, Iterable[tuple[str, str]]]
_QUESTION = "the cells of very many figures"
_MOST_SMALL = 1 << 16


@dataclass(frozen=True, slots=True)
class Share:
    """Cells of some figures: of each cell, figure by figure, the number of its text in `texts`.

    So it is with what each figure was made from. The first `plain` of the `width` cells of a figure are for programs.
    """

    texts: list[str]
    cells: "array[int]"
    reads: list[Reads]
    reads_of_each: "array[int]"
    plain: int
    width: int

    def at(self, place: int) -> tuple[Both, Reads]:
        """Return the cells of a figure of the share and what they were made from."""
        first = place * self.width
        cells = tuple(map(self.texts.__getitem__, self.cells[first : first + self.width]))
        return (cells[: self.plain], cells[self.plain :]), self.reads[self.reads_of_each[place]]


def share_of(found: Iterable[Noted]) -> Share:
    """Return cells as a share."""
    texts, reads = dict[str, int](), dict[frozenset[tuple[str, str]], int]()
    cells, reads_of_each = list[int](), list[int]()
    plain = width = 0
    for both, needs in found:
        plain, width = len(both[0]), len(both[0]) + len(both[1])
        cells += [texts.setdefault(cell, len(texts)) for part in both for cell in part]
        reads_of_each.append(reads.setdefault(frozenset(needs), len(reads)))
    size = "H" if len(texts) <= _MOST_SMALL else "I"
    return Share(list(texts), array(size, cells), list(map(tuple, reads)), array("I", reads_of_each), plain, width)


class ManyCells:
    """The cells of all figures of a catalog, in the shares of `rows` that they were found in."""

    def __init__(self, rows: Iterable[FigureRow], shares: Sequence[Share]) -> None:
        # A row is known by being the same object, as in `model.once`; the catalog keeps it.
        self._places = {id(row): place for place, row in enumerate(rows)}
        self._shares = shares
        self._starts = list(accumulate((len(share.reads_of_each) for share in shares), initial=0))

    def of(self, row: FigureRow) -> tuple[Both, Reads]:
        """Return the cells of a figure and what they were made from."""
        place = self._places[id(row)]
        share = bisect_right(self._starts, place) - 1
        return self._shares[share].at(place - self._starts[share])


def know_cells(catalog: Catalog, cells: ManyCells) -> None:
    """Let a catalog know the cells of its figures."""
    catalog.knows(_QUESTION, cells, ())


def many_cells(catalog: Catalog) -> ManyCells | None:
    """Return what a catalog knows of the cells of very many figures; None if it was told nothing."""
    return catalog.answer(_QUESTION, _none)


def _none() -> ManyCells | None:
    return None
