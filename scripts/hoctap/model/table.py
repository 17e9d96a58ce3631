"""Rows as they stand in the files: text cells with their line. Owns no meaning of any cell."""

from collections.abc import Iterator
from dataclasses import dataclass, field

from hoctap.model.descriptor import Resource
from hoctap.model.finding import Place


@dataclass(frozen=True, slots=True)
class SourceFile:
    """A data file: its bytes, and its text unless the bytes are not UTF-8."""

    path: str
    data: bytes
    text: str | None


@dataclass(frozen=True, slots=True)
class Row:
    """One record of a CSV file; `line` is the line it starts on, 1-based."""

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

    def column(self, name: str) -> int:
        """Return the position of the column called `name`."""
        return self.positions[name]

    def keys(self, names: tuple[str, ...]) -> Iterator[tuple[Row, tuple[str, ...]]]:
        """Yield each row with its cells in the named columns."""
        at = [self.positions[name] for name in names]
        for row in self.rows:
            yield row, tuple(row.cells[position] for position in at)


def table_of(resource: Resource, rows: tuple[Row, ...]) -> Table:
    """Return the table with its columns indexed."""
    return Table(resource, rows, {name: n for n, name in enumerate(resource.header)})
