"""The database: its keys hold, its views name what codes mean, and search works without marks."""

import io
import sqlite3
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

import pytest

from hoctap.exports.sqlite import without_remains
from hoctap.model.catalog import Catalog
from hoctap.model.figures import figures_table


@pytest.fixture
def database(published: Path) -> Iterator[sqlite3.Connection]:
    with closing(sqlite3.connect(f"file:{published}/hoctap.sqlite?mode=ro", uri=True)) as connection:
        yield connection


def test_it_is_sound_and_its_foreign_keys_hold(database: sqlite3.Connection) -> None:
    assert database.execute("PRAGMA integrity_check").fetchall() == [("ok",)]
    assert database.execute("PRAGMA foreign_key_check").fetchall() == []


def test_its_bytes_do_not_depend_on_what_a_version_of_sqlite_leaves_in_unused_parts_of_pages(published: Path) -> None:
    data = (published / "hoctap.sqlite").read_bytes()
    size = int.from_bytes(data[16:18], "big")
    dirty = bytearray(data)
    changed = 0
    for page in range(size, len(data), size):
        if data[page] == 13:  # a leaf of a table: 8 bytes, a pointer to each cell, nothing, the cells
            first = page + 8 + 2 * int.from_bytes(data[page + 3 : page + 5], "big")
            content = page + int.from_bytes(data[page + 5 : page + 7], "big")
            changed += content > first
            dirty[first:content] = b"?" * (content - first)
    assert changed > 50
    with closing(sqlite3.connect(":memory:")) as copy:
        copy.deserialize(bytes(dirty))
        assert copy.execute("PRAGMA integrity_check").fetchall() == [("ok",)]
    assert without_remains(io.BytesIO(dirty)) == data


def test_every_foreign_key_into_a_primary_key_is_declared(database: sqlite3.Connection, catalog: Catalog) -> None:
    for resource in catalog.resources():
        declared = {row[0] for row in database.execute(f"PRAGMA foreign_key_list({resource.name})")}
        keys = [
            key
            for key in resource.foreign_keys
            if key.resource in catalog.tables and catalog.tables[key.resource].resource.primary_key == key.target_fields
        ]
        assert len(declared) == len(keys)


def test_a_key_with_an_unknown_part_is_still_unique(published: Path) -> None:
    with closing(sqlite3.connect(":memory:")) as copy:
        copy.deserialize((published / "hoctap.sqlite").read_bytes())
        row = copy.execute("SELECT * FROM observations WHERE breakdown IS NULL").fetchone()
        with pytest.raises(sqlite3.IntegrityError):
            copy.execute(f"INSERT INTO observations VALUES ({', '.join('?' * len(row))})", row)


def test_views_have_the_rows_of_their_tables_and_labels(database: sqlite3.Connection, catalog: Catalog) -> None:
    for resource in catalog.resources():
        count = f"SELECT count(*) FROM {resource.name} UNION ALL SELECT count(*) FROM v_{resource.name}"
        assert len({number for (number,) in database.execute(count)}) == 1
    labels = database.execute(
        "SELECT unit_id_label, indicator_id_label, qualifier_label FROM v_observations"
    ).fetchall()
    assert all(all(row) for row in labels)


@pytest.mark.parametrize("marks", [True, False])
def test_a_unit_is_found_with_and_without_marks(database: sqlite3.Connection, catalog: Catalog, marks: bool) -> None:
    from hoctap.vietnamese.writing import fold

    unit = next(unit for unit in catalog.units.values() if "đ" in unit.name_vi.lower())
    words = unit.name_vi if marks else fold(unit.name_vi)
    phrase = '"' + words.replace('"', "") + '"'
    found = database.execute("SELECT id FROM search WHERE search MATCH ?", (phrase,)).fetchall()
    assert (unit.unit_id,) in found


def test_the_dictionary_names_every_column(database: sqlite3.Connection, catalog: Catalog) -> None:
    (count,) = database.execute("SELECT count(*) FROM dictionary").fetchone()
    tables = (*catalog.resources(), figures_table())
    assert count == sum(len(resource.fields) for resource in tables)


def test_the_table_of_figures_has_a_row_an_observation_and_a_view_in_vietnamese(
    database: sqlite3.Connection, catalog: Catalog
) -> None:
    rows = database.execute("SELECT row_id, unit_name, value FROM figures").fetchall()
    assert {row[0] for row in rows} == set(catalog.figures["row_id"])
    assert len(rows) == len(catalog.observations)
    seen = database.execute('SELECT "Đơn vị", "Chỉ tiêu", "Giá trị" FROM so_lieu_day_du').fetchall()
    assert sorted(row[0] for row in seen) == sorted(row[1] for row in rows)
