"""What can be read of a catalog: the name of each read, and look-ups that say which of their rows were read.

A read is named by its sort and by which one of the sort: a table, the figures of a unit. `model.traced` collects them,
`model.fingerprints` tells what each stood for.
"""

from collections.abc import Callable, Iterator, Mapping
from typing import TypeVar

from hoctap.model.record import TABLE_OF, Observation

Value = TypeVar("Value")
Read = tuple[str, str]
Note = Callable[[Read], None]
TABLE, FILES = "table", "files"
# Of files: every one of the repository, or those that are neither tables nor pages, as records of releases are.
ALL, OTHER = "", "neither tables nor pages"
UNIT, INDICATOR, SOURCE, IS_THERE = "unit", "indicator", "source", "is there: "
# Of figures by a column: the years in which they end, which do not change with a value.
YEARS = "years by "
_EVERY_FIGURE = (TABLE, TABLE_OF[Observation])


class NotedKeys(Mapping[str, Value]):
    """A look-up by identifier that notes which were looked up, and whether all were."""

    def __init__(self, note: Note, sort: str, found: Mapping[str, Value]) -> None:
        self._note, self._sort, self._values = note, sort, found

    def __getitem__(self, key: str) -> Value:
        self._note((self._sort, key))
        return self._values[key]

    def __contains__(self, key: object) -> bool:
        self._note((IS_THERE + self._sort, str(key)))
        return key in self._values

    def __iter__(self) -> Iterator[str]:
        self._note(_EVERY_FIGURE)
        return iter(self._values)

    def __len__(self) -> int:
        self._note(_EVERY_FIGURE)
        return len(self._values)


class NotedTables(Mapping[str, Value]):
    """Tables by name, each noted when it is read."""

    def __init__(self, note: Note, tables: Mapping[str, Value]) -> None:
        self._note, self._tables = note, tables

    def __getitem__(self, name: str) -> Value:
        self._note((TABLE, name))
        return self._tables[name]

    def __iter__(self) -> Iterator[str]:
        return iter(self._tables)

    def __len__(self) -> int:
        return len(self._tables)
