"""The JSON interface keeps what its description promises."""

import json
from pathlib import Path
from typing import Any

import jsonschema
import pytest

from hoctap.exports import openapi
from hoctap.model.catalog import Catalog


def _schema(catalog: Catalog, name: str) -> dict[str, Any]:
    return {"$ref": f"#/components/schemas/{name}", "components": openapi.document(catalog)["components"]}


def test_every_path_without_an_id_is_a_file_of_its_schema(published: Path, catalog: Catalog) -> None:
    for path, item in openapi.document(catalog)["paths"].items():
        reference = item["get"]["responses"]["200"]["content"]["application/json"]["schema"]["$ref"]
        name = reference.rpartition("/")[2]
        folder, _, file = path.lstrip("/").rpartition("/")
        files = list((published / folder).glob(file.replace("{id}", "*")))
        assert files
        for found in files:
            jsonschema.validate(json.loads(found.read_bytes()), _schema(catalog, name))


def test_every_json_file_of_the_interface_is_described(published: Path, catalog: Catalog) -> None:
    described = set(openapi.document(catalog)["paths"])
    for path in published.glob("api/v1/**/*.json"):
        name = f"/{path.relative_to(published).as_posix()}"
        assert name in described or path.name == "openapi.json"


def test_a_row_with_a_column_too_many_breaks_the_promise(published: Path, catalog: Catalog) -> None:
    document = json.loads((published / "api/v1/tables/units.json").read_bytes())
    document["rows"][0]["surplus"] = 1
    with pytest.raises(jsonschema.ValidationError):
        jsonschema.validate(document, _schema(catalog, "units_table"))


def test_a_page_holds_every_row_that_points_at_it(published: Path, catalog: Catalog) -> None:
    for unit in catalog.units:
        document = json.loads((published / f"don-vi/{unit}.json").read_bytes())
        assert len(document.get("observations", [])) == len(catalog.observations_by_unit.get(unit, ()))
