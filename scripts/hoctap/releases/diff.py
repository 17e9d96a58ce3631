"""What differs between two combined packages: tables, columns, rows and cells, and the version number that they need.

Pure: bytes in, values out. A package is what `hoctap/` publishes, as files, as a zip or straight from a catalog
(`package_of(dict(combined.files(catalog, 0)))`). Other modules put it into words.
"""

import csv
import io
import json
import zipfile
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from decimal import Decimal, InvalidOperation
from enum import IntEnum
from typing import Any

from hoctap.exports.packed import is_long
from hoctap.model.large_site import are_many

DESCRIPTOR, UNITS = "datapackage.json", "units"
Key = tuple[str, ...]


class Bump(IntEnum):
    """Which number of a version must rise; a greater one covers the smaller."""

    NONE = 0
    PATCH = 1
    MINOR = 2
    MAJOR = 3


@dataclass(frozen=True, slots=True)
class PublishedTable:
    """A table of a combined package: `fields` as the descriptor says, by column; `rows` by primary key."""

    name: str
    title: str
    fields: Mapping[str, Mapping[str, Any]]
    key: tuple[str, ...]
    rows: Mapping[Key, Mapping[str, str]]


@dataclass(frozen=True, slots=True)
class PublishedPackage:
    """A published package as it was read: its version, and each table by its name."""

    version: str
    tables: Mapping[str, PublishedTable]


@dataclass(frozen=True, slots=True)
class Change:
    """One cell that is not what it was; `percent` from old to new where both are numbers and old is not zero."""

    table: str
    key: Key
    column: str
    old: str
    new: str
    percent: Decimal | None = None

    @property
    def is_correction(self) -> bool:
        """Return whether something that had been published was taken back; a cell filled in is none."""
        return self.old != ""


@dataclass(frozen=True, slots=True)
class TableDifference:
    """What differs in a table both packages have; `redefined` columns changed type, `key_changed` the primary key."""

    name: str
    added_columns: tuple[str, ...] = ()
    removed_columns: tuple[str, ...] = ()
    redefined_columns: tuple[str, ...] = ()
    retold_columns: tuple[str, ...] = ()
    key_changed: bool = False
    added: Mapping[Key, Mapping[str, str]] = field(default_factory=dict)
    removed: Mapping[Key, Mapping[str, str]] = field(default_factory=dict)
    changed: tuple[Change, ...] = ()

    @property
    def bump(self) -> Bump:
        """Return the least rise of the version that this difference allows."""
        if self.removed_columns or self.redefined_columns or self.key_changed:
            return Bump.MAJOR
        if self.added_columns or self.added or self.removed:
            return Bump.MINOR
        return Bump.PATCH if self.changed or self.retold_columns else Bump.NONE


@dataclass(frozen=True, slots=True)
class Difference:
    """Everything that differs; `tables` holds only tables with a difference, in the order of the newer package.

    `moved` are tables whose files are published at other addresses, since there are many more or fewer rows or units.
    """

    before: str
    after: str
    added_tables: tuple[str, ...]
    removed_tables: tuple[str, ...]
    tables: tuple[TableDifference, ...]
    moved: tuple[str, ...] = ()

    @property
    def bump(self) -> Bump:
        """Return the least rise of the version that this difference allows."""
        if self.removed_tables or self.moved:
            return Bump.MAJOR
        least = Bump.MINOR if self.added_tables else Bump.NONE
        return max([least, *(table.bump for table in self.tables)])

    @property
    def corrections(self) -> tuple[Change, ...]:
        """Return the cells that took back something published, in the order of tables and keys."""
        return tuple(change for table in self.tables for change in table.changed if change.is_correction)


def package_of(files: Mapping[str, bytes]) -> PublishedPackage:
    """Return the package in `files` (path to bytes; a folder before the names is allowed); KeyError if one lacks."""
    (path,) = [name for name in files if name.rpartition("/")[2] == DESCRIPTOR]
    folder = path.removesuffix(DESCRIPTOR)
    descriptor = json.loads(files[path])
    tables = [_table(entry, files[folder + entry["path"]]) for entry in descriptor["resources"]]
    return PublishedPackage(str(descriptor["version"]), {table.name: table for table in tables})


def package_of_zip(data: bytes) -> PublishedPackage:
    """Return the package in a published `hoctap.zip`."""
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        return package_of({name: archive.read(name) for name in archive.namelist()})


def difference(before: PublishedPackage, after: PublishedPackage) -> Difference:
    """Return what differs from `before` to `after`."""
    both = [table for name, table in after.tables.items() if name in before.tables]
    compared = (_table_difference(before.tables[table.name], table) for table in both)
    return Difference(
        before=before.version,
        after=after.version,
        added_tables=tuple(name for name in after.tables if name not in before.tables),
        removed_tables=tuple(name for name in before.tables if name not in after.tables),
        tables=tuple(found for found in compared if found.bump),
        moved=tuple(table.name for table in both if _is_at(before, table.name) != _is_at(after, table.name)),
    )


def _is_at(package: PublishedPackage, name: str) -> tuple[bool, bool]:
    """Return whether the files of a table are packed, and if it is that of units, whether none of them has its own."""
    units = package.tables.get(UNITS)
    many = units is not None and are_many(len(units.rows))
    return many and is_long(len(package.tables[name].rows)), many and name == UNITS


def raised(version: str, bump: Bump) -> str:
    """Return `version` with the number of `bump` raised and those after it at zero."""
    major, minor, patch = (int(part) for part in version.split("."))
    return {
        Bump.NONE: version,
        Bump.PATCH: f"{major}.{minor}.{patch + 1}",
        Bump.MINOR: f"{major}.{minor + 1}.0",
        Bump.MAJOR: f"{major + 1}.0.0",
    }[bump]


def bump_between(before: str, after: str) -> Bump:
    """Return which number rises from one version to another; ValueError if `after` is not later."""
    old, new = (tuple(int(part) for part in version.split(".")) for version in (before, after))
    if new <= old:
        raise ValueError(f"version {after} does not come after {before}")
    return (Bump.MAJOR, Bump.MINOR, Bump.PATCH)[next(n for n in range(3) if new[n] != old[n])]


def _table(descriptor: Mapping[str, Any], data: bytes) -> PublishedTable:
    fields = {entry["name"]: entry for entry in descriptor["schema"]["fields"]}
    key = tuple(descriptor["schema"]["primaryKey"])
    header, *records = csv.reader(io.StringIO(data.decode("utf-8-sig"), newline=""), strict=True)
    cells = [dict(zip(header, record, strict=True)) for record in records]
    return PublishedTable(descriptor["name"], descriptor["title"], fields, key, _by_key(cells, key))


def _by_key(rows: list[dict[str, str]], key: tuple[str, ...]) -> dict[Key, Mapping[str, str]]:
    found: dict[Key, Mapping[str, str]] = {}
    for row in rows:
        name = tuple(row[column] for column in key)
        while name in found:  # a key that is unique no more must lose no row
            name = (*name, "+")
        found[name] = row
    return found


def _table_difference(before: PublishedTable, after: PublishedTable) -> TableDifference:
    shared = [name for name in after.fields if name in before.fields]
    key_changed = before.key != after.key
    # Rows are matched by a key both sides have; without one, by everything they share.
    key = next((k for k in (after.key, before.key) if set(k) <= set(shared)), tuple(shared))
    old, new = ((_by_key([dict(row) for row in t.rows.values()], key)) for t in (before, after))
    plain = [name for name in shared if name not in key]
    return TableDifference(
        name=after.name,
        added_columns=tuple(name for name in after.fields if name not in before.fields),
        removed_columns=tuple(name for name in before.fields if name not in after.fields),
        redefined_columns=tuple(n for n in shared if before.fields[n]["type"] != after.fields[n]["type"]),
        retold_columns=tuple(n for n in shared if _texts_of(before.fields[n]) != _texts_of(after.fields[n])),
        key_changed=key_changed,
        added={name: new[name] for name in new if name not in old},
        removed={name: old[name] for name in old if name not in new},
        changed=tuple(_changes(after, old, new, plain)),
    )


def _texts_of(column: Mapping[str, Any]) -> tuple[Any, ...]:
    return tuple(column.get(name) for name in ("title", "title_en", "description", "description_en"))


def _changes(
    table: PublishedTable,
    old: Mapping[Key, Mapping[str, str]],
    new: Mapping[Key, Mapping[str, str]],
    columns: list[str],
) -> Iterator[Change]:
    for key, row in new.items():
        for name in columns if key in old else ():
            was, now = old[key][name], row[name]
            if was != now:
                numeric = table.fields[name]["type"] in ("number", "integer")
                yield Change(table.name, key, name, was, now, _percent(was, now) if numeric else None)


def _percent(old: str, new: str) -> Decimal | None:
    try:
        before, after = Decimal(old), Decimal(new)
    except InvalidOperation:
        return None
    return round((after - before) / before * 100, 2) if before else None
