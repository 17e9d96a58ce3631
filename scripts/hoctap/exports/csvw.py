"""CSV on the Web: the combined CSVs described as the W3C has it, from the descriptors."""

from collections.abc import Iterator
from datetime import UTC, datetime
from typing import Any

from hoctap.exports.combined import NAME
from hoctap.exports.json_text import as_json
from hoctap.model.catalog import Catalog
from hoctap.model.descriptor import Field, ForeignKey, Resource

_TYPES = {"number": "decimal", "integer": "integer", "year": "gYear", "date": "date", "boolean": "boolean"}


def files(catalog: Catalog, epoch: int) -> Iterator[tuple[str, bytes]]:
    """Yield `hoctap/csv-metadata.json`, beside the CSVs it describes."""
    first = catalog.packages[0]
    group = {
        "@context": ["http://www.w3.org/ns/csvw", {"@language": "vi"}],
        "dc:title": NAME,
        "dc:license": {"@id": first.licence.path},
        "dc:modified": {"@value": datetime.fromtimestamp(epoch, UTC).date().isoformat(), "@type": "xsd:date"},
        "dialect": {"encoding": "utf-8", "delimiter": ",", "header": True},
        "tables": [_table(resource) for resource in catalog.resources()],
    }
    yield "hoctap/csv-metadata.json", as_json(group)


def _table(resource: Resource) -> dict[str, Any]:
    schema: dict[str, Any] = {
        "columns": [_column(field) for field in resource.fields],
        "primaryKey": list(resource.primary_key),
    }
    if resource.foreign_keys:
        schema["foreignKeys"] = [_foreign_key(key) for key in resource.foreign_keys]
    return {
        "url": f"{resource.name}.csv",
        "dc:title": resource.title,
        "dc:description": resource.description,
        "tableSchema": schema,
    }


def _column(field: Field) -> dict[str, Any]:
    return {
        "name": field.name,
        "titles": field.name,
        "dc:title": field.title,
        "dc:description": field.description,
        "required": bool(field.constraints.get("required")),
        "datatype": _datatype(field),
    }


def _datatype(field: Field) -> Any:
    base = _TYPES.get(field.type, "string")
    described: dict[str, Any] = {"base": base}
    if base == "string" and "pattern" in field.constraints:
        described["format"] = field.constraints["pattern"]
    for name in ("minimum", "maximum"):
        if base != "string" and name in field.constraints:
            described[name] = field.constraints[name]
    return described if len(described) > 1 else base


def _foreign_key(key: ForeignKey) -> dict[str, Any]:
    return {
        "columnReference": list(key.fields),
        "reference": {"resource": f"{key.resource}.csv", "columnReference": list(key.target_fields)},
    }
