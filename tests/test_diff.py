"""What differs between two packages, and which number of the version must rise for it."""

import csv
import json
from collections.abc import Callable
from decimal import Decimal

import pytest

from hoctap.exports import archive, combined, packed
from hoctap.model import large_site
from hoctap.model.catalog import Catalog
from hoctap.releases.diff import Bump, bump_between, difference, package_of, package_of_zip, raised

FIELDS = [
    {"name": "id", "type": "string", "title": "Mã", "description": "Mã."},
    {"name": "value", "type": "number", "title": "Giá trị", "description": "Giá trị."},
    {"name": "note", "type": "string", "title": "Ghi chú", "description": "Ghi chú."},
]


ROWS = "id,value,note\na,10,\nb,20,x\n"
MORE = {"name": "more", "type": "string"}
AMOUNT = {**FIELDS[1], "name": "amount"}


def _files(text: str = ROWS, fields: list[dict[str, str]] | None = None) -> dict[str, bytes]:
    schema = {"fields": fields or FIELDS, "primaryKey": ["id"]}
    table = {"name": "t", "title": "T", "path": "t.csv", "schema": schema}
    descriptor = json.dumps({"version": "1.2.3", "resources": [table]})
    return {"p/datapackage.json": descriptor.encode(), "p/t.csv": text.encode()}


@pytest.mark.parametrize(
    ("after", "bump"),
    [
        (_files(), Bump.NONE),
        (_files("id,value,note\nb,20,x\na,10,\n"), Bump.NONE),
        (_files("id,value,note\na,12,\nb,20,x\n"), Bump.PATCH),
        (_files("id,value,note\na,10,y\nb,20,x\n"), Bump.PATCH),
        (_files(fields=[FIELDS[0], FIELDS[1], {**FIELDS[2], "title": "Chú"}]), Bump.PATCH),
        (_files("id,value,note\na,10,\nb,20,x\nc,1,\n"), Bump.MINOR),
        (_files("id,value,note\na,10,\n"), Bump.MINOR),
        (_files("id,value,note,more\na,10,,\nb,20,x,\n", [*FIELDS, MORE]), Bump.MINOR),
        (_files("id,value\na,10\nb,20\n", FIELDS[:2]), Bump.MAJOR),
        (
            _files("id,amount,note\na,10,\nb,20,x\n", [FIELDS[0], AMOUNT, FIELDS[2]]),
            Bump.MAJOR,
        ),
        (_files(fields=[FIELDS[0], {**FIELDS[1], "type": "string"}, FIELDS[2]]), Bump.MAJOR),
        ({"datapackage.json": b'{"version": "2.0.0", "resources": []}'}, Bump.MAJOR),
    ],
)
def test_each_kind_of_change_asks_for_its_number(after: dict[str, bytes], bump: Bump) -> None:
    assert difference(package_of(_files()), package_of(after)).bump is bump


def test_a_table_with_a_broken_quote_is_not_read_as_if_it_were_whole() -> None:
    with pytest.raises(csv.Error):
        package_of(_files('id,value,note\na,"1"0,\n'))


def test_a_changed_value_is_told_with_old_new_and_percent() -> None:
    changed = difference(package_of(_files()), package_of(_files("id,value,note\na,12.5,\nb,20,x\n")))
    (change,) = changed.corrections
    assert (change.key, change.column, change.old, change.new) == (("a",), "value", "10", "12.5")
    assert change.percent == Decimal("25.00")


def test_a_cell_filled_in_is_no_correction() -> None:
    changed = difference(package_of(_files()), package_of(_files("id,value,note\na,10,y\nb,20,x\n")))
    assert changed.corrections == ()


def test_a_change_of_key_is_major_and_rows_are_still_matched() -> None:
    def with_key(names: list[str]) -> dict[str, bytes]:
        files = _files()
        descriptor = json.loads(files["p/datapackage.json"])
        descriptor["resources"][0]["schema"]["primaryKey"] = names
        return files | {"p/datapackage.json": json.dumps(descriptor).encode()}

    changed = difference(package_of(with_key(["id"])), package_of(with_key(["id", "note"])))
    assert changed.bump is Bump.MAJOR
    assert not changed.tables[0].added


def test_a_package_equals_its_own_zip(catalog: Catalog) -> None:
    plain = package_of(dict(combined.files(catalog, 0)))
    packed = package_of_zip(dict(archive.files(catalog, 1795305600))["hoctap.zip"])
    assert difference(plain, packed).bump is Bump.NONE


@pytest.mark.parametrize(
    ("version", "bump", "expected"),
    [("0.9.9", Bump.PATCH, "0.9.10"), ("0.9.9", Bump.MINOR, "0.10.0"), ("0.9.9", Bump.MAJOR, "1.0.0")],
)
def test_versions_rise_by_numbers_not_letters(version: str, bump: Bump, expected: str) -> None:
    assert raised(version, bump) == expected
    assert bump_between(version, expected) is bump


@pytest.mark.parametrize("after", ["0.9.9", "0.9.8", "0.8.10"])
def test_a_version_must_come_after(after: str) -> None:
    with pytest.raises(ValueError, match="after"):
        bump_between("0.9.9", after)


def test_all_tables_take_part(catalog: Catalog) -> None:
    files = dict(combined.files(catalog, 0))
    spoil: Callable[[bytes], bytes] = lambda data: data[: data.rstrip(b"\n").rfind(b"\n") + 1]  # noqa: E731
    before = package_of(files)
    after = package_of({path: spoil(data) if path.endswith(".csv") else data for path, data in files.items()})
    changed = difference(before, after)
    assert {table.name for table in changed.tables} == set(catalog.tables)
    assert all(len(table.removed) == 1 for table in changed.tables)


@pytest.mark.parametrize(
    ("name", "bump"),
    [
        *((name, Bump.PATCH) for name in ("title", "title_en", "description", "description_en")),
        ("example", Bump.NONE),
    ],
)
def test_a_column_told_otherwise_in_either_language_asks_for_the_last_number(name: str, bump: Bump) -> None:
    found = difference(package_of(_files()), package_of(_files(fields=[*FIELDS[:2], {**FIELDS[2], name: "Khác"}])))
    assert found.bump is bump
    assert [table.retold_columns for table in found.tables] == ([("note",)] if bump else [])


@pytest.mark.parametrize(
    ("units", "rows", "moved"),
    [
        (1, (2, 9), ()),  # a long table of few units stands where it stood
        (3, (2, 9), ("t",)),
        (3, (9, 2), ("t",)),
        (3, (2, 3), ()),
    ],
)
def test_a_table_that_is_published_elsewhere_asks_for_the_first_number(
    monkeypatch: pytest.MonkeyPatch, units: int, rows: tuple[int, int], moved: tuple[str, ...]
) -> None:
    monkeypatch.setattr(large_site, "MOST_UNITS", 2)
    monkeypatch.setattr(packed, "FEWEST_ROWS", 5)
    before, after = (package_of(_files_of({"units": units, "t": count})) for count in rows)
    found = difference(before, after)
    assert found.moved == moved
    assert found.bump is (Bump.MAJOR if moved else Bump.MINOR)


@pytest.mark.parametrize(("before", "after"), [(2, 3), (3, 2)])
def test_a_register_that_comes_to_hold_very_many_units_asks_for_the_first_number(
    monkeypatch: pytest.MonkeyPatch, before: int, after: int
) -> None:
    monkeypatch.setattr(large_site, "MOST_UNITS", 2)
    found = difference(*(package_of(_files_of({"units": count, "t": 1})) for count in (before, after)))
    assert (found.moved, found.bump) == (("units",), Bump.MAJOR)


def _files_of(rows: dict[str, int]) -> dict[str, bytes]:
    schema = {"fields": FIELDS[:1], "primaryKey": ["id"]}
    tables = [{"name": name, "title": name, "path": f"{name}.csv", "schema": schema} for name in rows]
    files = {f"{name}.csv": "id\n" + "".join(f"{n}\n" for n in range(count)) for name, count in rows.items()}
    files["datapackage.json"] = json.dumps({"version": "1.2.3", "resources": tables})
    return {path: text.encode() for path, text in files.items()}


def test_what_differs_is_named_by_table_column_and_key() -> None:
    after = _files("id,value,more\nb,20,\nc,,\n", [FIELDS[0], {**FIELDS[1], "type": "integer"}, MORE])
    found = difference(package_of(_files()), package_of(after))
    (table,) = found.tables
    assert (found.before, found.after, found.added_tables, found.removed_tables) == ("1.2.3", "1.2.3", (), ())
    assert (table.name, table.key_changed) == ("t", False)
    assert (table.added_columns, table.removed_columns) == (("more",), ("note",))
    assert (table.redefined_columns, table.retold_columns) == (("value",), ())
    assert (dict(table.added), dict(table.removed)) == (
        {("c",): {"id": "c", "value": "", "more": ""}},
        {("a",): {"id": "a", "value": "10", "note": ""}},
    )
    none = {"datapackage.json": b'{"version": "2.0.0", "resources": []}'}
    gone, new = difference(package_of(_files()), package_of(none)), difference(package_of(none), package_of(_files()))
    assert (gone.before, gone.after, gone.removed_tables, gone.bump) == ("1.2.3", "2.0.0", ("t",), Bump.MAJOR)
    assert (new.added_tables, new.removed_tables, new.bump) == (("t",), (), Bump.MINOR)


@pytest.mark.parametrize(
    ("cell", "old", "new", "percent", "is_correction"),
    [
        ("12", "10", "12", "20.00", True),
        ("9", "10", "9", "-10.00", True),
        ("10.05", "10", "10.05", "0.50", True),
        ("", "10", "", None, True),
        ("nhiều", "10", "nhiều", None, True),
    ],
)
def test_a_cell_that_changed_says_by_how_much_where_both_are_numbers(
    cell: str, old: str, new: str, percent: str | None, is_correction: bool
) -> None:
    (table,) = difference(package_of(_files()), package_of(_files(f"id,value,note\na,{cell},\nb,20,x\n"))).tables
    (change,) = table.changed
    assert (change.table, change.key, change.column, change.old, change.new) == ("t", ("a",), "value", old, new)
    assert change.percent == (percent and Decimal(percent))
    assert change.is_correction is is_correction


def test_a_number_that_was_zero_has_no_percent_and_a_text_has_none() -> None:
    before = package_of(_files("id,value,note\na,0,7\n"))
    (table,) = difference(before, package_of(_files("id,value,note\na,5,8\n"))).tables
    assert [(change.column, change.percent) for change in table.changed] == [("value", None), ("note", None)]


def test_rows_of_one_key_are_all_kept() -> None:
    before = package_of(_files("id,value,note\na,1,\na,2,\na,3,\n"))
    assert [*before.tables["t"].rows] == [("a",), ("a", "+"), ("a", "+", "+")]
    (table,) = difference(before, package_of(_files("id,value,note\na,1,\n"))).tables
    assert [row["value"] for row in table.removed.values()] == ["2", "3"]


def test_a_cell_keeps_its_line_ends_and_a_row_of_another_width_is_an_error() -> None:
    rows = package_of(_files('id,value,note\r\na,1,"một\r\nhai"\r\n')).tables["t"].rows
    assert rows[("a",)]["note"] == "một\r\nhai"
    for line in ("a,1", "a,1,x,y"):
        with pytest.raises(ValueError, match="zip"):
            package_of(_files(f"id,value,note\n{line}\n"))


def test_rows_without_a_key_that_both_sides_have_are_matched_by_all_they_share() -> None:
    before = _files("id,value,note\na,1,x\nb,2,y\n")
    after = {name: data.replace(b'"id"', b'"code"') for name, data in _files("code,value,note\nc,1,x\nd,3,z\n").items()}
    (table,) = difference(package_of(before), package_of(after)).tables
    assert table.key_changed
    assert (set(table.added), set(table.removed), table.changed) == ({("3", "z")}, {("2", "y")}, ())
