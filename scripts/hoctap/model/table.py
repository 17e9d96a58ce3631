"""Rows as they stand in the files: text cells with their line. Owns no meaning of any cell."""

from collections.abc import Container, Iterator, Sequence
from dataclasses import dataclass, field
from operator import itemgetter
from typing import NamedTuple

from hoctap.model.descriptor import Resource
from hoctap.model.finding import Place


@dataclass(frozen=True, slots=True)
class SourceFile:
    """A data file: its bytes, and whether they are UTF-8."""

    path: str
    data: bytes
    is_text: bool

    @property
    def text(self) -> str | None:
        """Return the text, decoded anew each time: a file is large and rarely asked for; None if it is no UTF-8."""
        return self.data.decode("utf-8-sig") if self.is_text else None


class Row(NamedTuple):
    """One record of a CSV file; `line` is the line it starts on, 1-based. A tuple, because there may be a million."""

    path: str
    line: int
    cells: tuple[str, ...]

    @property
    def place(self) -> Place:
        """Return where the row stands."""
        return Place(self.path, self.line)


@dataclass(frozen=True, slots=True)
class Table:
    """All rows of a resource, over all its files, that have as many cells as the header."""

    resource: Resource
    rows: tuple[Row, ...]
    positions: dict[str, int] = field(default_factory=dict)
    _distinct: dict[str, frozenset[str]] = field(default_factory=dict, compare=False, repr=False)

    def column(self, name: str) -> int:
        """Return the position of the column called `name`."""
        return self.positions[name]

    def keys(self, names: tuple[str, ...]) -> Iterator[tuple[Row, tuple[str, ...]]]:
        """Return each row with its cells in the named columns."""
        at = [self.positions[name] for name in names]
        if len(at) < 2:  # of one, `itemgetter` returns no tuple
            return ((row, tuple([row.cells[position] for position in at])) for row in self.rows)
        pick = itemgetter(*at)
        return ((row, pick(row.cells)) for row in self.rows)

    def by_file(self) -> dict[str, list[Row]]:
        """Return the rows of each file, in the order they stand there."""
        files: dict[str, list[Row]] = {}
        for row in self.rows:
            files.setdefault(row.path, []).append(row)
        return files

    def distinct(self, name: str) -> frozenset[str]:
        """Return the different cells of a column: few, where rows are many; found once."""
        if name not in self._distinct:
            at = self.positions[name]
            self._distinct[name] = frozenset({row.cells[at] for row in self.rows})
        return self._distinct[name]

    def distinct_beyond(self, name: str, plain: str) -> frozenset[str]:  # noqa: ARG002 - for tables of many rows
        """Return the different cells of a column, maybe without those that match the simple pattern `plain` in full.

        If not empty, `plain` matches every whole number.
        """
        return self.distinct(name)

    def has_each_once(self, names: Sequence[str]) -> bool:
        """Return whether no two rows have the same cells in the named columns."""
        at = [self.positions[name] for name in names]
        return len({tuple([row.cells[n] for n in at]) for row in self.rows}) == len(self.rows)

    @property
    def is_canonical(self) -> bool:
        """Return whether it is known already that all files are in canonical form."""
        return False

    def holding(self, name: str, cells: Container[str]) -> Iterator[tuple[Row, str]]:
        """Yield each row whose cell in the named column is one of `cells`, with that cell."""
        at = self.positions[name]
        for row in self.rows:
            if row.cells[at] in cells:
                yield row, row.cells[at]


def table_of(resource: Resource, rows: tuple[Row, ...]) -> Table:
    """Return the table with its columns indexed."""
    return Table(resource, rows, {name: n for n, name in enumerate(resource.header)})
