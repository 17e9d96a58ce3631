"""What the numbers of a paragraph leave to those that follow."""

from collections.abc import Mapping
from dataclasses import dataclass, field

from hoctap.contribute.articles.proposal import Proposal
from hoctap.contribute.articles.titles import TITLES
from hoctap.contribute.articles.words import Meaning
from hoctap.model.record import Indicator


@dataclass(slots=True)
class SoFar:
    """What the numbers before one in its paragraph leave to it."""

    concepts: frozenset[str] = frozenset()
    title: frozenset[str] = frozenset()
    first: Proposal | None = None
    last: Proposal | None = None
    lower: Indicator | None = None
    turns: Mapping[int, Meaning] = field(default_factory=dict)

    def begin_sentence(self, turns: Mapping[int, Meaning]) -> None:
        """Forget what the last sentence spoke of; `turns` are those of «A, B lần lượt là 1, 2» in the new one."""
        self.concepts = self.title = frozenset()
        self.first, self.turns = None, turns

    def hears(self, concepts: frozenset[str]) -> None:
        """Remember what a number counts, for those that say less after it."""
        if "rate" not in concepts:
            self.concepts = concepts
        if concepts & TITLES:
            self.title = concepts - {"rate"}
