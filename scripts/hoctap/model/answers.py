"""The memory of a traced catalog: answers by question, each with what it was made from, until they are let go.

Answers about single units and figures are many and mostly asked for once, so they can be let go while all others stay.
"""

from collections.abc import Hashable, Iterable, Iterator
from contextlib import contextmanager

from hoctap.model.catalog import Catalog
from hoctap.model.reads import Read

Known = tuple[object, frozenset[Read]]
# Answers after which those about single units and figures are let go, where few are kept.
_FEW = 20_000


class Answers:
    """What was answered about `catalog`; `found` is for looking up, all else goes through the methods."""

    def __init__(self, catalog: Catalog) -> None:
        self._catalog = catalog
        self.found: dict[Hashable, Known] = {}
        # Of what was found, all but answers about single units and figures.
        self._lasting: dict[Hashable, Known] = {}
        self._given: set[Hashable] = set()
        self._alike: dict[frozenset[Read], frozenset[Read]] = {}
        self._few: int | None = None

    def alike(self, reads: Iterable[Read]) -> frozenset[Read]:
        """Return the reads as one object for all answers that have the same: they are hundreds of thousands."""
        needs = frozenset(reads)
        return self._alike.setdefault(needs, needs)

    def keep(self, question: Hashable, known: Known) -> None:
        """Keep what was found here."""
        if self._few is not None and len(self.found) > self._few:
            self._forget_single()
        self.found[question] = known
        if not self._is_single(question):
            self._lasting[question] = known

    def take(self, question: Hashable, known: Known) -> None:
        """Keep what was found elsewhere, which is let go only by name: it may not be found again here."""
        self.found[question] = self._lasting[question] = known
        self._given.add(question)

    def forget(self, *, given: bool = False) -> None:
        """Let go of answers about single figures, units and the like; of what was taken only if it is `given` up."""
        stays = set[Hashable]() if given else self._given
        self._lasting = {one: self._lasting[one] for one in self._lasting if not isinstance(one, tuple) or one in stays}
        self._forget_single()

    @contextmanager
    def keeping_few(self) -> Iterator[None]:
        """Keep few answers about single units and figures in this block."""
        before, self._few = self._few, len(self.found) + _FEW
        try:
            yield
        finally:
            self._few = before

    def _is_single(self, question: Hashable) -> bool:
        """Return whether a question is about one unit, or one figure, of which it names the number of the object."""
        return isinstance(question, tuple) and (isinstance(question[1], int) or question[1] in self._catalog.units)

    def _forget_single(self) -> None:
        self.found = dict(self._lasting)
        # What is needed by answers that are left stays one object.
        self._alike = {needs: needs for _, needs in self._lasting.values()}
        if self._few is not None:
            self._few = len(self.found) + _FEW
