"""The miniature repository itself: clean, complete and described by the real descriptors."""

import csv
import io
import json

import pytest

from hoctap.check.gate import Checked
from miniature import BASE, REAL, Descriptor, aligned, descriptors


def _real() -> list[Descriptor]:
    return [json.loads(path.read_bytes()) for path in sorted((REAL / "datapackages").glob("*/datapackage.json"))]


def _without_file_lists(packages: list[Descriptor]) -> list[Descriptor]:
    for package in packages:
        for resource in package["resources"]:
            if isinstance(resource["path"], list):
                resource["path"] = []
    return packages


def test_base_has_no_findings(checked: Checked) -> None:
    assert checked.findings == ()


def test_base_is_described_by_the_real_descriptors_but_for_file_lists() -> None:
    assert _without_file_lists(descriptors()) == _without_file_lists(_real())


def test_every_table_has_a_row(checked: Checked) -> None:
    empty = [name for name, table in checked.catalog.tables.items() if not table.rows]
    assert empty == []


TABLES = [
    pytest.param(package["name"], resource, id=resource["name"])
    for package in descriptors()
    for resource in package["resources"]
    if resource["name"] != "codes"
]


@pytest.mark.parametrize(("package", "resource"), TABLES)
def test_base_has_every_column_of_the_descriptor(package: str, resource: Descriptor, accept: bool) -> None:
    paths = resource["path"] if isinstance(resource["path"], list) else [resource["path"]]
    for path in paths:
        file = BASE / "datapackages" / package / path
        text = file.read_text(encoding="utf-8")
        if accept and aligned(text, resource) != text:
            file.write_text(aligned(text, resource), encoding="utf-8")
        header = next(csv.reader(io.StringIO(file.read_text(encoding="utf-8"))))
        assert header == [field["name"] for field in resource["schema"]["fields"]], f"{file}: add the new columns"


@pytest.mark.parametrize(
    ("table", "column"),
    [
        ("observations", "qualifier"),
        ("observations", "period_status"),
        ("compositions", "rule"),
        ("indicators", "value_type"),
        ("documents", "confidence"),
        ("targets", "confidence"),
    ],
)
def test_base_uses_every_code_of_a_telling_column(checked: Checked, table: str, column: str) -> None:
    tables = checked.catalog.tables
    code_list = tables[table].resource.field_named(column).code_list
    known = {code for name, code in checked.catalog.codes if name == code_list}
    assert {cell for _, (cell,) in tables[table].keys((column,))} == known
