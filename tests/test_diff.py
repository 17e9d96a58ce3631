"""What differs between two packages, and which number of the version must rise for it."""

import json
from collections.abc import Callable
from decimal import Decimal

import pytest

from hoctap.exports import archive, combined
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
        told = json.loads(files["p/datapackage.json"])
        told["resources"][0]["schema"]["primaryKey"] = names
        return files | {"p/datapackage.json": json.dumps(told).encode()}

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
