"""The rows of the long table, and all that was understood of a file."""

from collections.abc import Iterator, Mapping, Sequence
from collections.abc import Set as AbstractSet
from dataclasses import dataclass, field

# In an answer about a name: its figures are left out.
SKIP = "bỏ qua"
# In an answer about a part that is an indicator of its own: it stays a part.
KEEP = "giữ phạm vi"
# What an answer can be about: a header or row, a name, a column across, a time, the unit of sums, one cell.
INDICATOR, UNIT, COLUMN, PERIOD, MEASURE, PART, CELL = KINDS = (
    "chỉ tiêu", "đơn vị", "cột", "thời kỳ", "đơn vị tính", "phạm vi", "ô",
)  # fmt: skip
Answers = Mapping[tuple[str, str], str]


@dataclass(frozen=True, slots=True)
class Row:
    """A figure as it would stand in the data; `question` is empty when nothing is open. Its fields are the columns.

    `note` is what the file says of the figure besides: in its column of notes, behind a sign, in brackets of the title.
    """

    unit_id: str = ""
    indicator_id: str = ""
    period: str = ""
    period_kind: str = ""
    value: str = ""
    qualifier: str = ""
    breakdown: str = ""
    cell: str = ""
    question: str = ""
    typed: str = ""
    note: str = ""


@dataclass(slots=True)
class Understood:
    """The rows of a file, what was left out and why, what does not add up, and the names that are open."""

    rows: list[Row] = field(default_factory=list)
    left_out: list[tuple[str, str]] = field(default_factory=list)
    remarks: list[str] = field(default_factory=list)
    open_names: dict[tuple[str, str], str] = field(default_factory=dict)
    cells_of: dict[tuple[str, str], list[str]] = field(default_factory=dict)

    def open(self, kind: str, words: str, cell: str, hint: str = "") -> None:
        """Note that one answer, about a name of a kind, would settle the figure of a cell."""
        name = (kind, words)
        self.open_names.setdefault(name, hint)
        cells = self.cells_of.setdefault(name, [])
        if not cells or cells[-1] != cell:
            cells.append(cell)

    def settle(self, cells: AbstractSet[str]) -> None:
        """Ask no longer about what the other figures of a table settled."""
        for name in [name for name, asked in self.cells_of.items() if not cells.isdisjoint(asked)]:
            self.cells_of[name] = [cell for cell in self.cells_of[name] if cell not in cells]
            if not self.cells_of[name]:
                del self.cells_of[name], self.open_names[name]


def as_records(rows: Sequence[Row]) -> Iterator[tuple[str, ...]]:
    """Yield the rows as they are printed, the header first."""
    columns = tuple(Row.__dataclass_fields__)
    yield columns
    for row in rows:
        yield tuple(getattr(row, name) for name in columns)
