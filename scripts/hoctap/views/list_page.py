"""A list page: rows of links with cells, the filters over them, and what rows need not say again.

`views/listing.py` and `list_of_places.py` make one of each kind of page; templates lay it out, docs/assets/js/lists.js
filters its rows.
"""

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from hoctap.vietnamese.writing import sort_key
from hoctap.views.link import Link

FORMER = "Trước 01/7/2025"
FIGURES = ("Số liệu",)  # the column that counts figures


@dataclass(frozen=True, slots=True)
class Entry:
    """A row of a list: cells under the list's columns, `facets` for filters.

    `more` are words of names people may type that the row does not show; `sort_keys` by column, where text sorts
    wrongly; `unit_id` is of whom the figures of the row can be downloaded. `limits` are what limits the figure in the
    last cell, where a `*` stands for its remarks; `repeated` is the column that the name says already.
    """

    link: Link
    cells: Sequence[str]
    facets: Sequence[str]
    more: str
    sort_keys: Mapping[str, str] = field(default_factory=dict)
    unit_id: str = ""
    limits: str = ""
    repeated: str = ""


@dataclass(frozen=True, slots=True)
class Border:
    """A province as a choice of a filter: the title of today's province it lies in, and words of its other names."""

    today: str
    more: str


@dataclass(frozen=True, slots=True)
class Listing:
    """A list page: `facets` are the names of the filters, in the order of each entry's facets.

    `borders` are the provinces among the choices, by title. `numeric` are the columns that count; the first column is
    the link. What is left out stands on the list page `rest`: `left_out` rows, some with figures to download.
    """

    name: str
    caption: str
    columns: Sequence[str]
    facets: Sequence[str]
    entries: Sequence[Entry]
    numeric: Sequence[str] = ()
    rest: str = ""
    left_out: int = 0
    with_figures_left_out: int = 0
    borders: Mapping[str, Border] = field(default_factory=dict)

    @property
    def has_marks(self) -> bool:
        """Return whether a figure in the rows has a mark that there is more to know."""
        return any("*" in entry.cells[-1] for entry in self.entries)

    @property
    def total(self) -> int:
        """Return how many rows there are, with those on the other page."""
        return len(self.entries) + self.left_out

    def year_column(self, facet: str) -> int | None:
        """Return the column whose dates end with the year that a facet holds, so that rows need not say it again."""
        dated = [at for at, column in enumerate(self.columns) if column.startswith("Ngày")]
        return dated[0] if facet == "Năm" and dated else None

    def usual(self, facet: int) -> str:
        """Return the value most rows have of a facet, which need not stand in each of them; empty if any has none."""
        counts = Counter(entry.facets[facet] for entry in self.entries)
        return "" if not counts or "" in counts else counts.most_common(1)[0][0]

    @property
    def facets_in_rows(self) -> list[tuple[str, int, str]]:
        """Return the facets that rows must say themselves: name, place among the facets, what most rows have."""
        return [
            (facet, at, self.usual(at))
            for at, facet in enumerate(self.facets)
            if facet not in self.columns and self.year_column(facet) is None
        ]

    def choices(self, facet: int) -> list[str]:
        """Return the values a filter offers, in Vietnamese order."""
        return sorted({entry.facets[facet] for entry in self.entries if entry.facets[facet]}, key=sort_key)

    def groups(self, facet: int) -> list[tuple[str, list[str]]]:
        """Return the values a filter offers under their headings: provinces of today, then those that have ended."""
        choices = self.choices(facet)
        former = [choice for choice in choices if choice in self.borders and self.borders[choice].today != choice]
        today = {choice for choice in choices if choice in self.borders} - set(former)
        today |= {self.borders[choice].today for choice in former} - {""}
        others = [choice for choice in choices if choice not in self.borders]
        groups = [("", others), ("Hiện nay, gồm cả phần cũ", sorted(today, key=sort_key)), (FORMER, former)]
        return [(label, values) for label, values in groups if values]
