"""openapi.json: the JSON files as an interface, every column typed from the descriptors. OpenAPI 3.1."""

from collections.abc import Iterator
from typing import Any

from hoctap.exports.edition import Edition
from hoctap.exports.json_api import API, table_path
from hoctap.exports.json_text import as_json
from hoctap.exports.packed import GZIP
from hoctap.exports.slices import FIELDS_OF_JSON, FIGURES, SliceKind, kinds_with_json, pointing_at
from hoctap.model.catalog import Catalog
from hoctap.model.descriptor import Field, Resource
from hoctap.model.record import Code

# Generators of clients make names of it, so it keeps to ASCII.
TITLE = "So Hoc Tap"
_JSON, _PACKED = "application/json", "application/gzip"
_TYPES = {"number": "number", "integer": "integer", "year": "integer", "boolean": "boolean"}


def files(catalog: Catalog, _edition: Edition) -> Iterator[tuple[str, bytes]]:
    """Yield `api/v1/openapi.json`."""
    yield f"{API}/openapi.json", as_json(document(catalog))


def document(catalog: Catalog) -> dict[str, Any]:
    """Return the description of all JSON files; the server is the folder `data/`, wherever this lies."""
    first = catalog.packages[0]
    paths = {f"/{API}/index.json": _get("Mục lục các bảng", "index", "Index")}
    for resource in catalog.resources():
        path = table_path(catalog, resource)
        media_type = _PACKED if path.endswith(GZIP) else _JSON
        paths[f"/{path}"] = _get(resource.title, resource.name, f"{resource.name}_table", media_type)
    for kind in kinds_with_json(catalog):
        title = catalog.tables[kind.owners].resource.title
        paths[f"/{kind.folder}/{{id}}.json"] = _get(
            f"Mọi bảng nói về một trang: {title}", f"{kind.owners}_page", f"{kind.owners}_page"
        )
    return {
        "openapi": "3.1.0",
        "info": {
            "title": TITLE,
            "version": catalog.version,
            "description": "Tệp JSON tĩnh, chỉ đọc. Ô trống trong bảng là null.",
            "license": {"name": first.licence.title, "identifier": first.licence.name},
        },
        "servers": [{"url": "../..", "description": "Thư mục data/ của trang"}],
        "paths": paths,
        "components": {"schemas": _schemas(catalog)},
    }


def _get(summary: str, name: str, schema: str, media_type: str = _JSON) -> dict[str, Any]:
    found = {
        "description": "Có" if media_type == _JSON else "Có; giải nén bằng gzip thì được JSON",
        "content": {media_type: {"schema": {"$ref": f"#/components/schemas/{schema}"}}},
    }
    missing = {"description": "Không có trang này"}
    one = {"name": "id", "in": "path", "required": True, "schema": {"type": "string", "pattern": "^[a-z0-9-]+$"}}
    is_page = schema.endswith("_page")
    get: dict[str, Any] = {"operationId": name, "summary": summary, "responses": {"200": found}}
    if is_page:
        get["parameters"], get["responses"] = [one], {"200": found, "404": missing}
    return {"get": get}


def _schemas(catalog: Catalog) -> dict[str, Any]:
    figure = _object({field.name: _value(catalog, field) for field in FIELDS_OF_JSON})
    schemas: dict[str, Any] = {"Index": _index(), "figure": {"title": "Số liệu kèm tên gọi và nguồn", **figure}}
    for kind in kinds_with_json(catalog):
        schemas[f"{kind.owners}_page"] = _page(catalog, kind)
    for resource in catalog.resources():
        schemas[resource.name] = _row(catalog, resource)
        rows = {"type": "array", "items": {"$ref": f"#/components/schemas/{resource.name}"}}
        table = {"table": {"const": resource.name}, "version": {"type": "string"}, "rows": rows}
        schemas[f"{resource.name}_table"] = _object(table)
    return schemas


def _index() -> dict[str, Any]:
    text = {"type": "string"}
    table = _object({"name": text, "title": text, "title_en": text, "rows": {"type": "integer"}, "path": text})
    page = _object({"table": text, "path": text})
    parts = {"tables": {"type": "array", "items": table}, "pages": {"type": "array", "items": page}}
    return _object({"version": text, "license": text, **parts})


def _page(catalog: Catalog, kind: SliceKind) -> dict[str, Any]:
    """Return what the JSON of a page may hold: its own row, and the rows of each table that point at it."""
    owner = catalog.tables[kind.owners].resource
    tables = {name: resource.name for name, resource, _ in pointing_at(catalog, owner)} | {kind.owners: kind.owners}
    if kind.rows == FIGURES:
        tables[FIGURES] = "figure"
    rows = {name: {"type": "array", "items": {"$ref": f"#/components/schemas/{row}"}} for name, row in tables.items()}
    return {
        "type": "object",
        "required": ["id", kind.owners],
        "properties": {"id": {"type": "string"}, **rows},
        "additionalProperties": False,
        "description": "Tên bảng; bảng trỏ tới bằng cột khác tên khóa thì viết bảng.cột. Bảng không có dòng thì vắng.",
    }


def _row(catalog: Catalog, resource: Resource) -> dict[str, Any]:
    schema = _object({field.name: _value(catalog, field) for field in resource.fields})
    return {"title": resource.title, "description": resource.description, **schema}


def _object(properties: dict[str, Any]) -> dict[str, Any]:
    return {"type": "object", "properties": properties, "required": list(properties), "additionalProperties": False}


def _value(catalog: Catalog, field: Field) -> dict[str, Any]:
    kind = _TYPES.get(field.type, "string")
    needed = bool(field.constraints.get("required"))
    schema: dict[str, Any] = {"title": field.title, "description": field.description}
    schema["type"] = kind if needed else [kind, "null"]
    if field.type == "date":
        schema["format"] = "date"
    if field.code_list:
        codes = sorted(code.code for code in catalog.grouped(Code, "list").get(field.code_list, ()))
        schema["enum"] = codes if needed else [*codes, None]
    return schema
