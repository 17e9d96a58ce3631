"""Everything the data says, in memory, with the indexes that checks and views ask for.

The one object handed around after loading. It computes look-ups only; what they mean is for views.
"""

from collections import defaultdict
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path
from typing import Any

from hoctap.model import record
from hoctap.model.descriptor import Package, Resource
from hoctap.model.table import SourceFile, Table


@dataclass(frozen=True)
class Catalog:
    """`tables` are raw rows by resource name; `records` the typed rows of those that could be read."""

    root: Path
    packages: tuple[Package, ...]
    files: tuple[SourceFile, ...]
    tables: Mapping[str, Table]
    records: Mapping[str, tuple[Any, ...]]

    def resources(self) -> Iterable[Resource]:
        """Yield every resource of every package, in descriptor order."""
        for package in self.packages:
            yield from package.resources

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
        return self._by_key("areas", "area_id")

    @cached_property
    def units(self) -> dict[str, record.Unit]:
        return self._by_key("units", "unit_id")

    @cached_property
    def indicators(self) -> dict[str, record.Indicator]:
        return self._by_key("indicators", "indicator_id")

    @cached_property
    def sources(self) -> dict[str, record.Source]:
        return self._by_key("sources", "source_id")

    @cached_property
    def documents(self) -> dict[str, record.Document]:
        return self._by_key("documents", "document_id")

    @cached_property
    def campaigns(self) -> dict[str, record.Campaign]:
        return self._by_key("campaigns", "campaign_id")

    @cached_property
    def titles(self) -> dict[str, record.Title]:
        return self._by_key("titles", "title_id")

    @cached_property
    def terms(self) -> dict[str, record.Term]:
        return self._by_key("terms", "term_id")

    @cached_property
    def codes(self) -> dict[tuple[str, str], record.Code]:
        return {(code.list, code.code): code for code in self.all_of("codes")}

    @cached_property
    def observations(self) -> tuple[record.Observation, ...]:
        return self.all_of("observations")

    @cached_property
    def observations_by_unit(self) -> Mapping[str, list[record.Observation]]:
        return self.grouped("observations", "unit_id")

    @cached_property
    def observations_by_indicator(self) -> Mapping[str, list[record.Observation]]:
        return self.grouped("observations", "indicator_id")

    @cached_property
    def compositions(self) -> Mapping[str, list[record.Composition]]:
        return self.grouped("compositions", "composition_id")

    @cached_property
    def _groups(self) -> dict[tuple[str, str], Mapping[str, list[Any]]]:
        return {}

    def all_of(self, table: str) -> tuple[Any, ...]:
        """Return the typed rows of a table, in file order; empty if the table is not there."""
        return self.records.get(table, ())

    def grouped(self, table: str, column: str) -> Mapping[str, list[Any]]:
        """Return the typed rows of a table by the value of one column; made once for each pair."""
        if (table, column) not in self._groups:
            groups: defaultdict[str, list[Any]] = defaultdict(list)
            for row in self.all_of(table):
                groups[getattr(row, column)].append(row)
            groups.default_factory = None
            self._groups[table, column] = groups
        return self._groups[table, column]

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
            if area is None or area.level in ("tinh", "quoc-gia"):
                return area_id if area else ""
            area_id = area.parent_area_id
        return ""

    def _by_key(self, table: str, key: str) -> dict[str, Any]:
        read: Callable[[Any], str] = lambda row: str(getattr(row, key))  # noqa: E731 - typed in place
        return {read(row): row for row in self.all_of(table)}
