"""The whole data as one SQLite database: keys, indexes, views with labels joined, full-text search, dictionary.

Tables have the names and columns of the descriptors; an unknown cell is NULL. `v_<table>` repeats a table with a
`…_label` beside every coded column and every key into another table. `search` finds rows with or without marks.
"""

import io
import sqlite3
from collections.abc import Iterable, Iterator, Sequence
from contextlib import closing
from dataclasses import replace
from functools import partial
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import BinaryIO

from hoctap.exports.cells import label_column, ordered_rows, plain_value
from hoctap.exports.figures import ordered_figures
from hoctap.exports.packed import for_programs
from hoctap.exports.slices import FIGURES as OBSERVATIONS
from hoctap.model.catalog import Catalog
from hoctap.model.descriptor import Field, ForeignKey, Resource
from hoctap.model.each_once import EachOnce
from hoctap.model.figures import NAME as FIGURES
from hoctap.model.figures import figures_table
from hoctap.model.once import once_for_each
from hoctap.vietnamese.writing import fold

_TYPES = {"integer": "INTEGER", "year": "INTEGER", "number": "NUMERIC", "boolean": "INTEGER"}
_APPLICATION_ID = 0x48544150  # "HTAP"
_FILE_HEADER = 100
# Where it tells who wrote the file: how often it was changed, of which of these times the version is, the version.
_OF_WRITER = ((24, 28), (92, 100))
# The length of the header by the kind of page: inner and outer ones of indexes and tables. Others begin with a zero.
_PAGE_HEADERS = {2: 12, 5: 12, 10: 8, 13: 8}
_DICTIONARY = (
    "table_name, column_name, title, title_en, description, description_en, example, code_list",
    "?, ?, ?, ?, ?, ?, ?, ?",
)


def files(catalog: Catalog, epoch: int) -> Iterator[tuple[str, bytes]]:
    """Yield `hoctap.sqlite`."""
    # In a file: in memory, a database of very many figures would stand there several times.
    with TemporaryDirectory(prefix="hoctap-") as folder:
        path = Path(folder, "hoctap.sqlite")
        _write_with_figures(catalog, epoch, path)
        with path.open("rb") as database:
            cleaned = without_remains(database)
    yield for_programs(catalog, "hoctap.sqlite", cleaned)


def _write_with_figures(catalog: Catalog, epoch: int, path: Path) -> None:
    with closing(sqlite3.connect(path, isolation_level=None)) as database:
        with _in_memory() as begun:
            begun.deserialize(all_but_figures(catalog, epoch))
            begun.backup(database)
        # Nobody needs it after an accident.
        database.execute("PRAGMA journal_mode = OFF")
        database.execute("PRAGMA synchronous = OFF")
        database.execute("BEGIN")
        _fill(database, catalog, catalog.resource(OBSERVATIONS))
        _figures(database, catalog)
        database.execute("COMMIT")
        database.execute("VACUUM")


@once_for_each
def all_but_figures(catalog: Catalog, _epoch: int) -> bytes:
    """Return the database before figures are put into it: most changes are of a figure."""
    with _in_memory() as database:
        database.execute(f"PRAGMA application_id = {_APPLICATION_ID}")
        database.execute("BEGIN")
        for resource in catalog.resources():
            _make_table(database, catalog, resource)
        _dictionary(database, catalog)
        _search(database, catalog)
        for resource in catalog.resources():
            database.execute(view_sql(catalog, resource))
        database.execute("COMMIT")
        return database.serialize()


def _in_memory() -> "closing[sqlite3.Connection]":
    return closing(sqlite3.connect(":memory:", isolation_level=None))


def without_remains(database: BinaryIO) -> bytes:
    """Return a vacuumed database with zeros in the unused parts of its pages: versions of SQLite leave different bytes.

    Between the pointers to its cells and the cells a page is empty (sqlite.org/fileformat2.html, «B-tree Pages»). Nor
    does it say which version wrote it, and how often («The Database Header»).
    """
    cleaned, header = io.BytesIO(), _FILE_HEADER
    size = int.from_bytes(database.read(_FILE_HEADER)[16:18], "big")
    database.seek(0)
    while data := database.read(size):  # a page at a time: of very many figures a second copy is much
        page = bytearray(data)
        if header:
            for start, end in _OF_WRITER:
                page[start:end] = bytes(end - start)
        if length := _PAGE_HEADERS.get(page[header]):
            cells, content = (int.from_bytes(page[at : at + 2], "big") for at in (header + 3, header + 5))
            first = header + length + 2 * cells
            page[first:content] = bytes(content - first)
        cleaned.write(page)
        header = 0
    return cleaned.getvalue()


def _figures(database: sqlite3.Connection, catalog: Catalog) -> None:
    """Make the table `figures`, and `so_lieu_day_du`: the same under Vietnamese headers, without codes."""
    table = figures_table()
    columns = ", ".join(_column(field) for field in table.fields)
    database.execute(f"CREATE TABLE figures ({columns}, PRIMARY KEY (row_id))")
    _insert(database, "figures", table, ordered_figures(catalog))
    names = ", ".join(f"{quoted(field.name)} AS {quoted(field.title)}" for field in table.fields if not field.code_list)
    name = quoted(FIGURES.replace("-", "_"))
    database.execute(f"CREATE VIEW {name} AS SELECT {names} FROM figures")  # noqa: S608 - our names


def quoted(name: str) -> str:
    """Return a name as SQL writes it, whatever it is: `group` and `order` are columns of ours."""
    return '"' + name.replace('"', '""') + '"'


def table_sql(catalog: Catalog, resource: Resource) -> str:
    """Return the statement that makes a table, with its keys."""
    lines = [_column(field) for field in resource.fields]
    lines.append(f"PRIMARY KEY ({_names(resource.primary_key)})")
    lines += [
        f"FOREIGN KEY ({_names(key.fields)}) REFERENCES {quoted(key.resource)} ({_names(key.target_fields)})"
        for key in resource.foreign_keys
        if _points_at_key(catalog, key)
    ]
    return f"CREATE TABLE {quoted(resource.name)} (\n  " + ",\n  ".join(lines) + "\n)"


def view_sql(catalog: Catalog, resource: Resource) -> str:
    """Return the statement of `v_<table>`: every column, and a label after each that has one."""
    columns, joins = [], []
    target_of = {key.fields[0]: key for key in resource.foreign_keys if len(key.fields) == 1}
    for at, field in enumerate(resource.fields):
        columns.append(f"t.{quoted(field.name)}")
        join = _label_join(catalog, field, target_of.get(field.name), f"j{at}")
        if join:
            columns.append(f"{join[0]} AS {quoted(field.name + '_label')}")
            joins.append(join[1])
    body = f"SELECT {', '.join(columns)}\nFROM {quoted(resource.name)} AS t\n" + "\n".join(joins)
    return f"CREATE VIEW {quoted('v_' + resource.name)} AS\n{body}".rstrip()


def _label_join(catalog: Catalog, field: Field, key: ForeignKey | None, name: str) -> tuple[str, str] | None:
    own = f"t.{quoted(field.name)}"
    if field.code_list:
        on = f"{name}.list = '{field.code_list}' AND {name}.code = {own}"
        return f"{name}.title_vi", f"LEFT JOIN codes AS {name} ON {on}"
    if key and _points_at_key(catalog, key):
        label = label_column(catalog.tables[key.resource].resource)
        if label:
            on = f"{name}.{quoted(key.target_fields[0])} = {own}"
            return f"{name}.{quoted(label)}", f"LEFT JOIN {quoted(key.resource)} AS {name} ON {on}"
    return None


def _names(names: tuple[str, ...]) -> str:
    return ", ".join(quoted(name) for name in names)


def _points_at_key(catalog: Catalog, key: ForeignKey) -> bool:
    target = catalog.tables.get(key.resource)
    return target is not None and target.resource.primary_key == key.target_fields


def _column(field: Field) -> str:
    needed = " NOT NULL" if field.constraints.get("required") else ""
    return f"{quoted(field.name)} {_TYPES.get(field.type, 'TEXT')}{needed}"


def _make_table(database: sqlite3.Connection, catalog: Catalog, resource: Resource) -> None:
    """Make a table with its rows, unless they are figures."""
    database.execute(table_sql(catalog, resource))
    if resource.name != OBSERVATIONS:
        _fill(database, catalog, resource)


def _fill(database: sqlite3.Connection, catalog: Catalog, resource: Resource) -> None:
    """Put its rows into a table, then make its indexes, which takes half as long as to keep them from the start."""
    _insert(database, resource.name, resource, ordered_rows(catalog, resource))
    if any(not resource.field_named(name).constraints.get("required") for name in resource.primary_key):
        # SQLite takes two NULLs in a key for two different keys; ours are the same.
        names = ", ".join(f"ifnull({quoted(name)}, '')" for name in resource.primary_key)
        database.execute(f"CREATE UNIQUE INDEX {quoted('u_' + resource.name)} ON {quoted(resource.name)} ({names})")
    for key in resource.foreign_keys:
        index = quoted(f"i_{resource.name}_{'_'.join(key.fields)}")
        database.execute(f"CREATE INDEX {index} ON {quoted(resource.name)} ({_names(key.fields)})")


def _insert(database: sqlite3.Connection, name: str, resource: Resource, rows: Iterable[Sequence[str]]) -> None:
    marks = ", ".join("?" * len(resource.fields))
    # Most cells are texts, which stay as they are.
    known = [None if field.type == "string" else EachOnce(partial(plain_value, field)) for field in resource.fields]
    values = (
        [cell or None if found is None else found[cell] for found, cell in zip(known, cells, strict=True)]
        for cells in rows
    )
    database.executemany(f"INSERT INTO {quoted(name)} VALUES ({marks})", values)  # noqa: S608 - our names


def _dictionary(database: sqlite3.Connection, catalog: Catalog) -> None:
    names, marks = _DICTIONARY
    database.execute(f"CREATE TABLE dictionary ({names}, PRIMARY KEY (table_name, column_name))")
    for resource in (*catalog.resources(), replace(figures_table(), name="figures")):
        for field in resource.fields:
            texts = (field.title, field.title_en, field.description, field.description_en, field.example)
            row = (resource.name, field.name, *texts, field.code_list or None)
            database.execute(f"INSERT INTO dictionary VALUES ({marks})", row)  # noqa: S608 - only question marks


def _search(database: sqlite3.Connection, catalog: Catalog) -> None:
    # SQLite folds marks but not đ, so the folded text is indexed beside the text itself.
    database.execute(
        "CREATE VIRTUAL TABLE search USING fts5(table_name UNINDEXED, id UNINDEXED, title, body, folded,"
        " tokenize = 'unicode61 remove_diacritics 2')"
    )
    for resource in catalog.resources():
        name = label_column(resource)
        if name and len(resource.primary_key) == 1:
            title, key = (resource.header.index(column) for column in (name, resource.primary_key[0]))
            texts = [
                at for at, field in enumerate(resource.fields) if field.type == "string" and at not in (title, key)
            ]
            for cells in ordered_rows(catalog, resource):
                body = "\n".join(cells[at] for at in texts if cells[at])
                row = (resource.name, cells[key], cells[title], body, fold(f"{cells[title]}\n{body}"))
                database.execute("INSERT INTO search VALUES (?, ?, ?, ?, ?)", row)
