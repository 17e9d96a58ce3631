"""A list page: rows of links with cells, the filters over them, and what rows need not say again.

`views/listing.py` and `list_of_places.py` make one of each kind of page; templates lay it out, docs/assets/js/lists.js
filters its rows.
"""

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace

from hoctap.vietnamese.writing import slug, sort_key
from hoctap.views.link import Link

FORMER = "Trước 01/7/2025"
# Of a list with more rows than the first number, its page shows as many as the second; all stand on further pages.
MOST_ROWS, FIRST_ROWS = 1_000, 100
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

    area_id: str
    today: str
    more: str


@dataclass(frozen=True, slots=True)
class Part:
    """A page of a long list: the rows that have one value of a filter, its name."""

    address: str
    name: str
    entries: Sequence[Entry]


@dataclass(frozen=True, slots=True)
class Listing:
    """A list page: `facets` are the names of the filters, in the order of each entry's facets.

    `borders` are the provinces among the choices, by title. `numeric` are the columns that count; the first column is
    the link. What is left out stands on the list page `rest`: `left_out` rows, some with figures to download.
    `address` is where the list stands; a very long one is parted by the filter `parted_by`, a page for each value.
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
    address: str = ""
    parted_by: str = ""

    @property
    def is_long(self) -> bool:
        """Return whether there are so many rows that only the first stand on the page of the list."""
        return bool(self.parted_by) and len(self.entries) > MOST_ROWS

    @property
    def first(self) -> Sequence[Entry]:
        """Return the rows that stand on the page of the list."""
        return self.entries[:FIRST_ROWS] if self.is_long else self.entries

    @property
    def parts(self) -> list[Part]:
        """Return the pages that together hold all rows of a long list; none where the list is a page itself."""
        groups: dict[str, list[Entry]] = {}
        at = self.facets.index(self.parted_by) if self.is_long else 0
        for entry in self.entries if self.is_long else ():
            groups.setdefault(entry.facets[at] or "chưa rõ", []).append(entry)
        # As deep as all pages of the kind, whose shell they share.
        head = self.address.rstrip("/")
        head += f"{'-' if '/' in head else '/'}theo-{slug(self.parted_by)}"
        return [Part(f"{head}-{self._key_of(name)}/", name, groups[name]) for name in sorted(groups, key=sort_key)]

    def _key_of(self, choice: str) -> str:
        """Return what an address calls a choice: provinces by their identifier, which stays when a title changes."""
        return self.borders[choice].area_id if choice in self.borders else slug(choice)

    @property
    def elsewhere(self) -> list[str]:
        """Return the pages that hold the rows which this one does not show."""
        return [*(part.address for part in self.parts), *([self.rest] if self.rest else [])]

    def part_page(self, part: Part) -> "Listing":
        """Return the list of one part, whole."""
        caption, name = f"{self.caption}: {part.name}", f"{self.name}-{slug(part.name)}"
        return replace(
            self,
            name=name,
            caption=caption,
            entries=part.entries,
            rest="",
            left_out=0,
            with_figures_left_out=0,
            parted_by="",
        )

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
