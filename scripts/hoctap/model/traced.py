"""A catalog that keeps a record of what is read of it, so that what was made from it is made again only if need be.

The record names tables, and figures more closely: those of one unit, one indicator, one source. What a name stood for
is told by `model.fingerprints`, the same for the same data; what was answered is kept by `model.answers`. Whoever reads
a catalog need not know that it is traced.
"""

from collections.abc import Callable, Hashable, Iterable, Iterator, Mapping
from contextlib import AbstractContextManager, contextmanager
from dataclasses import replace
from datetime import date
from typing import TypeVar, TypeVarTuple, cast

from hoctap.model import record
from hoctap.model.answers import Answers
from hoctap.model.catalog import Catalog
from hoctap.model.dataset import Record
from hoctap.model.descriptor import Resource
from hoctap.model.figure_row import FigureRow
from hoctap.model.reads import (
    ALL,
    FILES,
    INDICATOR,
    OTHER,
    SOURCE,
    TABLE,
    UNIT,
    YEARS,
    NotedKeys,
    NotedTables,
    Read,
)
from hoctap.model.record import Observation
from hoctap.model.table import SourceFile

Value = TypeVar("Value")
Of = TypeVarTuple("Of")
# Look-ups of a catalog: the whole tables they are made from; and those that are read key by key.
_JOINED = ("observations", "units", "areas", "area_successions", "indicators", "sources", "codes")
_TABLES = ("areas", "units", "indicators", "sources", "documents", "campaigns", "titles", "terms", "codes")
_WHOLE: dict[str, tuple[str, ...]] = {name: (name,) for name in (*_TABLES, "observations", "compositions")}
_WHOLE.update(figure_rows=_JOINED, figures=_JOINED)
_BY_KEY = {
    "observations_by_unit": UNIT,
    "rows_by_unit": UNIT,
    "observations_by_indicator": INDICATOR,
    "rows_by_indicator": INDICATOR,
}
_KEYS = {"unit_id": UNIT, "indicator_id": INDICATOR, "source_id": SOURCE}
_CODES = TABLE, "codes"


class TracedCatalog(Catalog):
    """`plain`, whose every look-up is noted in the record of whoever reads, on the day that pages speak of.

    `plain` was checked on the day of the clock; what is made of it must not depend on that.
    """

    def __init__(self, plain: Catalog, today: date) -> None:
        own = {"plain": plain, "today": today, "_reads": set(), "_keyed": {}, "_memory": Answers(plain)}
        kept = {name: getattr(plain, name) for name in ("packages", "unread")}
        self.__dict__.update(own, **kept)

    plain: Catalog
    _reads: set[Read]
    _keyed: dict[str, NotedKeys[object]]
    _memory: Answers

    @contextmanager
    def reading(self) -> Iterator[set[Read]]:
        """Keep a record of its own for what is read in this block; whoever reads outside does not depend on it."""
        before, own = self._reads, set[Read]()
        self.__dict__["_reads"] = own
        try:
            yield own
        finally:
            self.__dict__["_reads"] = before

    def note(self, read: Read) -> None:
        """Add to the record."""
        self._reads.add(read)

    def reads_everything(self) -> None:
        """Note that whoever reads depends on every file of the data."""
        self.note((FILES, ALL))

    def reads_all_tables(self) -> None:
        """Note that whoever reads depends on the files of every table."""
        self._reads.update((TABLE, name) for name in self.plain.tables)

    def files_of(self, resource: Resource) -> Iterable[SourceFile]:
        """Return the files as `plain` does; their table is noted."""
        self.note((TABLE, resource.name))
        return self.plain.files_of(resource)

    @property
    def files(self) -> tuple[SourceFile, ...]:
        """Return the files of all tables; those are noted."""
        self.reads_all_tables()
        return self.plain.files

    def answer(self, question: Hashable, ask: Callable[[*Of], Value], *of: *Of) -> Value:
        """Return the answer; whoever asks depends on all that it was made from."""
        known = self._memory.found.get(question)
        if known is None:
            known = self._asked(ask, *of)
            self._memory.keep(question, known)
        self._reads.update(known[1])
        return cast("Value", known[0])

    def depends_on(self, reads: Iterable[Read]) -> None:
        """Add what was noted before to the record."""
        self._reads.update(reads)

    def noted(self, ask: Callable[[], Value]) -> tuple[Value, frozenset[Read]]:
        """Return `ask()` and what it read; whoever asks depends on that."""
        value, needs = self._asked(ask)
        self._reads.update(needs)
        return value, needs

    def _asked(self, ask: Callable[[*Of], Value], *of: *Of) -> tuple[Value, frozenset[Read]]:
        """Return `ask(*of)` and what it read, of which the record of whoever asks is not told here."""
        # As `reading` does, which is slower: this is done hundreds of thousands of times.
        before, reads = self._reads, set[Read]()
        self.__dict__["_reads"] = reads
        try:
            value = ask(*of)
        finally:
            self.__dict__["_reads"] = before
        return value, self._memory.alike(reads)

    def knows(self, question: Hashable, value: object, reads: Iterable[Read]) -> None:
        """Take the answer to a question from the last time; whoever asks depends on what it was made from."""
        self._memory.take(question, (value, frozenset(reads)))

    def forget(self, *, given: bool = False) -> None:
        """Give back the memory of answers about single figures, units and the like; who asks again has them anew.

        What was learnt from elsewhere stays unless what was `given` goes as well.
        """
        self._memory.forget(given=given)

    def keeping_few(self) -> AbstractContextManager[None]:
        """Keep few answers about single units and figures in this block: pages about them ask for most of them once."""
        return self._memory.keeping_few()

    def all_of(self, kind: type[Record]) -> tuple[Record, ...]:
        """Return the rows as `plain` does; the table is noted."""
        self.note((TABLE, record.TABLE_OF[kind]))
        return self.plain.all_of(kind)

    def grouped(self, kind: type[Record], column: str) -> Mapping[str, list[Record]]:
        """Return the rows as `plain` does; noted are the keys that are looked up, or the table."""
        if kind is Observation and column in _KEYS:
            found = self.by_key(f"grouped by {column}", _KEYS[column], self.plain.grouped(kind, column))
            return cast("Mapping[str, list[Record]]", found)
        self.note((TABLE, record.TABLE_OF[kind]))
        return self.plain.grouped(kind, column)

    def years_by(self, column: str) -> Mapping[str, tuple[int, ...]]:
        """Return the years as `plain` does; noted are those of the keys that are looked up."""
        return self.by_key(f"{YEARS}{column}", f"{YEARS}{column}", self.plain.years_by(column))

    def with_rows(self, kind: type[Record], rows: tuple[Record, ...]) -> Catalog:
        """Return the catalog as `plain` does, of the day that pages speak of; whoever asks depends on every table."""
        self.reads_all_tables()
        return replace(self.plain, today=self.today).with_rows(kind, rows)

    def join(self) -> None:
        """Join as `plain` does: nothing is read by that."""
        self.plain.join()

    def code_title(self, code_list: str, code: str) -> str:
        """Return the title as `plain` does, for which cells ask a million times; the table is noted."""
        self._reads.add(_CODES)
        return self.plain.code_title(code_list, code)

    def row_of(self, observation: Observation) -> FigureRow:
        """Return the row as `plain` does: who has the observation has noted it."""
        return self.plain.row_of(observation)

    def cells_by(self, table: str, column: str) -> Mapping[str, list[tuple[str, ...]]]:
        """Return the cells as `plain` does; noted are the keys that are looked up, or the table."""
        found = self.plain.cells_by(table, column)
        if table == record.TABLE_OF[Observation] and column in _KEYS:
            return self.by_key(f"cells by {column}", _KEYS[column], found)
        self.note((TABLE, table))
        return found

    def by_key(self, name: str, sort: str, found: Mapping[str, Value]) -> NotedKeys[Value]:
        """Return a look-up of which each key is noted when it is read."""
        if name not in self._keyed:
            self._keyed[name] = cast("NotedKeys[object]", NotedKeys(self.note, sort, found))
        return cast("NotedKeys[Value]", self._keyed[name])


def _whole(name: str, tables: tuple[str, ...]) -> property:
    reads = frozenset((TABLE, table) for table in tables)

    def look_up(self: TracedCatalog) -> object:
        self._reads.update(reads)
        return getattr(self.plain, name)

    return property(look_up)


def _keyed(name: str, sort: str) -> property:
    return property(lambda self: self.by_key(name, sort, getattr(self.plain, name)))


def _of_tables(name: str) -> property:
    return property(lambda self: NotedTables(self.note, getattr(self.plain, name)))


def _of_files(name: str) -> property:
    def look_up(self: TracedCatalog) -> object:
        self.note((FILES, OTHER))
        return getattr(self.plain, name)

    return property(look_up)


for _name, _names in _WHOLE.items():
    setattr(TracedCatalog, _name, _whole(_name, _names))
for _name, _sort in _BY_KEY.items():
    setattr(TracedCatalog, _name, _keyed(_name, _sort))
for _name in ("tables", "records"):
    setattr(TracedCatalog, _name, _of_tables(_name))
setattr(TracedCatalog, "root", _of_files("root"))  # noqa: B010 - a field of the class it extends
