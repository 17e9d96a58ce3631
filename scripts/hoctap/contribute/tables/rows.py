"""The rows of the long table, and all that was understood of a file."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field

# In an answer about a name: its figures are left out.
SKIP = "bỏ qua"
Answers = Mapping[tuple[str, str], str]


@dataclass(frozen=True, slots=True)
class Row:
    """A figure as it would stand in the data; `question` is empty when nothing is open. Its fields are the columns."""

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


@dataclass(slots=True)
class Understood:
    """The rows of a file, what was left out and why, what does not add up, and the names that are open."""

    rows: list[Row] = field(default_factory=list)
    left_out: list[tuple[str, str]] = field(default_factory=list)
    remarks: list[str] = field(default_factory=list)
    open_names: dict[tuple[str, str], str] = field(default_factory=dict)


def as_records(rows: Sequence[Row]) -> Iterator[tuple[str, ...]]:
    """Yield the rows as they are printed, the header first."""
    columns = tuple(Row.__dataclass_fields__)
    yield columns
    for row in rows:
        yield tuple(getattr(row, name) for name in columns)
