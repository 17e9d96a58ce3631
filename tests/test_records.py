"""Records and descriptors say the same: columns, order, types, what may be empty."""

import csv
import json
from dataclasses import fields
from datetime import date
from decimal import Decimal
from types import NoneType
from typing import Any, get_args, get_type_hints

import pytest

from hoctap.model import codes, period_kinds
from hoctap.model.period import Period
from hoctap.model.record import RECORD_OF
from miniature import REAL, Descriptor

TYPES = {"integer": int, "year": int, "number": Decimal, "date": date, "string": str}
TABLES: dict[str, Descriptor] = {
    resource["name"]: resource
    for path in sorted((REAL / "datapackages").glob("*/datapackage.json"))
    for resource in json.loads(path.read_bytes())["resources"]
}


def test_every_table_has_a_record_and_every_record_a_table() -> None:
    assert sorted(RECORD_OF) == sorted(TABLES)


@pytest.mark.parametrize("name", sorted(TABLES))
def test_a_record_has_the_columns_of_its_table_in_their_order(name: str) -> None:
    columns = [column.name for column in fields(RECORD_OF[name]) if column.name != "place"]
    assert columns == [field["name"] for field in TABLES[name]["schema"]["fields"]]


@pytest.mark.parametrize("name", sorted(TABLES))
def test_a_record_types_its_columns_as_the_descriptor_does(name: str) -> None:
    hints = get_type_hints(RECORD_OF[name])
    for field in TABLES[name]["schema"]["fields"]:
        _fits(field, hints[field["name"]])


def _fits(field: Descriptor, hint: Any) -> None:
    options = get_args(hint) or (hint,)
    (kind,) = [option for option in options if option is not NoneType]
    limits = field.get("constraints", {})
    assert kind in (TYPES[field["type"]], Period), field
    # Text that is not known is empty; all else that may be unknown is None.
    if kind is not str:
        assert (NoneType in options) == (not limits.get("required", False)), field
    if kind is Period:
        assert field["type"] == "string", field
        assert limits["pattern"].startswith("[0-9]{4}"), field


def test_codes_that_the_program_names_are_in_the_table_of_codes() -> None:
    path = REAL / "datapackages" / "reference" / "data" / "codes.csv"
    with path.open(encoding="utf-8") as file:
        known = {row["code"] for row in csv.DictReader(file)}
    public = [
        (name, value) for module in (codes, period_kinds) for name, value in vars(module).items() if name[0] != "_"
    ]
    assert {value for name, value in public if name.isupper()} <= known
