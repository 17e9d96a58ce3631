"""What the numbers of a paragraph leave to those that follow."""

from collections.abc import Mapping
from dataclasses import dataclass, field, replace

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
    inside: Proposal | None = None
    whole: Proposal | None = None
    parts: Mapping[int, str] = field(default_factory=dict)
    stated: list[Proposal] = field(default_factory=list)
    rate: Indicator | None = None
    sums: set[str] = field(default_factory=set)

    def begin_sentence(self, turns: Mapping[int, Meaning]) -> None:
        """Forget what the last sentence spoke of; `turns` are those of «A, B lần lượt là 1, 2» in the new one."""
        self.concepts = self.title = frozenset()
        self.first, self.turns = None, turns
        self.whole, self.parts = None, {}
        self.stated = []

    def states(self, found: Proposal, parts: Mapping[int, str], *, in_brackets: bool) -> None:
        """Remember a figure: the last one, outside brackets or in them, and which numbers are `parts` of it."""
        if self.last is None or not in_brackets:
            self.last = found
        self.inside = found if in_brackets else None
        self.first = self.first or found
        self.sums |= {found.indicator_id} if found.indicator_id.endswith("-vnd") else set()
        self.stated.append(found)
        if parts:
            self.whole, self.parts = found, parts

    def as_counted(self, found: Proposal) -> Proposal:
        """Return «mỗi suất 1 triệu đồng» as what those who gave the grants, counted before it, gave then."""
        thing = found.indicator_id.removesuffix("-unit-value-vnd")
        if thing == found.indicator_id:
            return found
        counted = (each for each in reversed(self.stated) if each.indicator_id.startswith(f"{thing}s-"))
        last = next(counted, None)
        return replace(found, unit_id=last.unit_id, period=last.period, period_kind=last.period_kind) if last else found

    def whole_of(self, place: int, indicator: Indicator | None) -> Proposal | None:
        """Return the figure that a number is a part of, unless its own words name another indicator."""
        if place not in self.parts or self.whole is None:
            return None
        return self.whole if indicator is None or indicator.indicator_id == self.whole.indicator_id else None

    def hears(self, concepts: frozenset[str]) -> None:
        """Remember what a number counts, for those that say less after it."""
        if "rate" not in concepts:
            self.concepts = concepts
        if concepts & TITLES:
            self.title = concepts - {"rate"}
