"""The data as it was read: its tables, their typed rows, and look-ups by identifier. Nothing is joined here."""

from collections import defaultdict
from collections.abc import Callable, Hashable, Iterable, Mapping
from contextlib import AbstractContextManager, nullcontext
from dataclasses import dataclass
from datetime import date
from functools import cached_property
from pathlib import Path
from typing import TypeVar, TypeVarTuple, cast

from hoctap.model import record
from hoctap.model.codes import COUNTRY, PROVINCE
from hoctap.model.descriptor import Package, Resource
from hoctap.model.table import SourceFile, Table

Record = TypeVar("Record")
Value = TypeVar("Value")
Of = TypeVarTuple("Of")


@dataclass(frozen=True)
class Dataset:
    """`tables` are raw rows by resource name; `records` the typed rows, by the name of their table.

    `unread` names the tables some of whose rows could not be read, so that nobody counts them as missing.
    `today` is the day after which nothing has happened yet.
    """

    root: Path
    packages: tuple[Package, ...]
    files: tuple[SourceFile, ...]
    tables: Mapping[str, Table]
    records: Mapping[str, tuple[object, ...]]
    unread: frozenset[str] = frozenset()
    today: date = date.max

    @cached_property
    def found_by_rules(self) -> dict[object, dict[str, object]]:
        """Return what rules found on their way, by the function that did, then by identifier; the gate lets it go."""
        return {}

    def reads_everything(self) -> None:
        """Say that what is being made depends on the whole repository; only who keeps a record listens."""

    def answer(self, question: Hashable, ask: Callable[[*Of], Value], *of: *Of) -> Value:
        """Return `ask(*of)`, the answer to a question about this catalog, computed once."""
        if question not in self._known:
            self._known[question] = ask(*of)
        return cast("Value", self._known[question])

    def noted(self, ask: Callable[[], Value]) -> tuple[Value, frozenset[tuple[str, str]]]:
        """Return `ask()` and what it read of the data; of the latter only who keeps a record tells."""
        return ask(), frozenset()

    def knows(self, question: Hashable, value: object, _reads: Iterable[tuple[str, str]]) -> None:
        """Take the answer to a question from elsewhere; what it was made from is for who keeps a record."""
        self._known[question] = value

    def keeping_few(self) -> AbstractContextManager[None]:
        """Keep few answers about single units and figures in this block; only who keeps many needs to."""
        return nullcontext()

    def depends_on(self, _reads: Iterable[tuple[str, str]]) -> None:
        """Say that what is being made depends on what was noted before; only who keeps a record listens."""

    @cached_property
    def _known(self) -> dict[Hashable, object]:
        return {}

    def resources(self) -> Iterable[Resource]:
        """Yield every resource of every package, in descriptor order."""
        for package in self.packages:
            yield from package.resources

    def resource(self, table: str) -> Resource:
        """Return the description of a table; KeyError if there is none."""
        return self._resources[table]

    @cached_property
    def _resources(self) -> dict[str, Resource]:
        return {resource.name: resource for resource in self.resources()}

    def files_of(self, resource: Resource) -> Iterable[SourceFile]:
        """Yield the files of a resource that could be opened."""
        (folder,) = (package.folder for package in self.packages if package.name == resource.package)
        paths = {f"{folder}/{path}" for path in resource.paths}
        return (file for file in self.files if file.path in paths)

    @property
    def version(self) -> str:
        """Return the version of the data as a whole: the newest of its packages."""
        versions = [package.version for package in self.packages]
        return max(versions, key=lambda version: [int(part) for part in version.split(".")])

    @cached_property
    def areas(self) -> dict[str, record.Area]:
        """The areas by identifier."""
        return {row.area_id: row for row in self.all_of(record.Area)}

    @cached_property
    def units(self) -> dict[str, record.Unit]:
        """The units by identifier."""
        return {row.unit_id: row for row in self.all_of(record.Unit)}

    @cached_property
    def indicators(self) -> dict[str, record.Indicator]:
        """The indicators by identifier."""
        return {row.indicator_id: row for row in self.all_of(record.Indicator)}

    @cached_property
    def sources(self) -> dict[str, record.Source]:
        """The sources by identifier."""
        return {row.source_id: row for row in self.all_of(record.Source)}

    @cached_property
    def documents(self) -> dict[str, record.Document]:
        """The documents by identifier."""
        return {row.document_id: row for row in self.all_of(record.Document)}

    @cached_property
    def campaigns(self) -> dict[str, record.Campaign]:
        """The campaigns by identifier."""
        return {row.campaign_id: row for row in self.all_of(record.Campaign)}

    @cached_property
    def titles(self) -> dict[str, record.Title]:
        """The titles by identifier."""
        return {row.title_id: row for row in self.all_of(record.Title)}

    @cached_property
    def terms(self) -> dict[str, record.Term]:
        """The terms of the glossary by identifier."""
        return {row.term_id: row for row in self.all_of(record.Term)}

    @cached_property
    def codes(self) -> dict[tuple[str, str], record.Code]:
        """The codes by list and code."""
        return {(code.list, code.code): code for code in self.all_of(record.Code)}

    @cached_property
    def observations(self) -> tuple[record.Observation, ...]:
        """All observations, in file order."""
        return self.all_of(record.Observation)

    @cached_property
    def observations_by_unit(self) -> Mapping[str, list[record.Observation]]:
        """The observations of each unit, in file order."""
        return self.grouped(record.Observation, "unit_id")

    @cached_property
    def observations_by_indicator(self) -> Mapping[str, list[record.Observation]]:
        """The observations of each indicator, in file order."""
        return self.grouped(record.Observation, "indicator_id")

    def years_by(self, column: str) -> Mapping[str, tuple[int, ...]]:
        """Return the years in which figures end by the value of a text column, in file order: when, and how many."""
        return self.answer(f"years by {column}", self._years_by, column)

    def _years_by(self, column: str) -> Mapping[str, tuple[int, ...]]:
        groups = {
            "unit_id": self.observations_by_unit,
            "indicator_id": self.observations_by_indicator,
            "source_id": self.grouped(record.Observation, "source_id"),
        }[column]
        return {key: tuple([row.period.end.year for row in rows]) for key, rows in groups.items()}

    @cached_property
    def compositions(self) -> Mapping[str, list[record.Composition]]:
        """The parts of each whole, by the identifier of the composition."""
        return self.grouped(record.Composition, "composition_id")

    @cached_property
    def _groups(self) -> dict[tuple[type[object], str], object]:
        return {}

    def all_of(self, kind: type[Record]) -> tuple[Record, ...]:
        """Return the typed rows of one class, in file order; empty if its table is not there."""
        return cast("tuple[Record, ...]", self.records.get(record.TABLE_OF[kind], ()))

    def grouped(self, kind: type[Record], column: str) -> Mapping[str, list[Record]]:
        """Return the typed rows of one class by the value of a text column; made once for each pair.

        KeyError if the class has no such column: the name is a text, so no type checker can see it.
        """
        if (kind, column) not in self._groups:
            self._groups[kind, column] = self._group(kind, column)
        return cast("Mapping[str, list[Record]]", self._groups[kind, column])

    def _group(self, kind: type[Record], column: str) -> Mapping[str, list[Record]]:
        if column not in record.columns_of(kind):
            raise KeyError(f"{kind.__name__} has no column {column!r}")
        groups: defaultdict[str, list[Record]] = defaultdict(list)
        for row in self.all_of(kind):
            groups[getattr(row, column)].append(row)
        groups.default_factory = None
        return groups

    @cached_property
    def _cells(self) -> dict[tuple[str, str], Mapping[str, list[tuple[str, ...]]]]:
        return {}

    def cells_by(self, table: str, column: str) -> Mapping[str, list[tuple[str, ...]]]:
        """Return the cells of a table's rows by the cell of one column, in file order; made once for each pair."""
        if (table, column) not in self._cells:
            groups: defaultdict[str, list[tuple[str, ...]]] = defaultdict(list)
            at = self.tables[table].column(column)
            for row in self.tables[table].rows:
                groups[row.cells[at]].append(row.cells)
            self._cells[table, column] = dict(groups)
        return self._cells[table, column]

    def code_title(self, code_list: str, code: str) -> str:
        """Return the Vietnamese title of a code; the code itself if the list does not have it."""
        known = self.codes.get((code_list, code))
        return known.title_vi if known else code

    def province_of(self, area_id: str) -> str:
        """Return the area of provincial (or national) level that holds `area_id`; empty if unknown."""
        seen: set[str] = set()
        while area_id and area_id not in seen:
            seen.add(area_id)
            area = self.areas.get(area_id)
            if area is None or area.level in (PROVINCE, COUNTRY):
                return area_id if area else ""
            area_id = area.parent_area_id
        return ""
