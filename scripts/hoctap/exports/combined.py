"""The combined data package: every table in one folder, with real foreign keys, valid on its own.

What source packages say with keys across packages and code lists becomes plain Table Schema here: foreign
keys, enum and categories, so that any Frictionless client can validate it without knowing this project.
"""

import hashlib
from collections.abc import Iterator, Mapping
from typing import Any

from hoctap.exports.cells import ordered_rows
from hoctap.exports.json_text import as_json
from hoctap.model.canonical import csv_file
from hoctap.model.catalog import Catalog
from hoctap.model.descriptor import Field, Package, Resource
from hoctap.model.large_site import has_many_units
from hoctap.model.once import once
from hoctap.model.record import Code

NAME, NAME_EN = "Sổ Học Tập", "So Hoc Tap: open data on Vietnam's learning-society movement"
PROFILE = "https://datapackage.org/profiles/2.0/datapackage.json"


def files(catalog: Catalog, _epoch: int) -> Iterator[tuple[str, bytes]]:
    """Yield `hoctap/<table>.csv` for every table and `hoctap/datapackage.json`."""
    # They go out both loose and in an archive; of very many units they would be much to keep.
    yield from _written(catalog) if has_many_units(catalog) else _kept(catalog)


@once
def _kept(catalog: Catalog) -> tuple[tuple[str, bytes], ...]:
    return tuple(_written(catalog))


def _written(catalog: Catalog) -> Iterator[tuple[str, bytes]]:
    tables = {resource.name: table_csv(catalog, resource) for resource in catalog.resources()}
    for name, data in tables.items():
        yield f"hoctap/{name}.csv", data
    yield "hoctap/datapackage.json", as_json(descriptor(catalog, tables))


def table_csv(catalog: Catalog, resource: Resource) -> bytes:
    """Return all rows of a table as one canonical CSV, sorted by key over all its files."""
    return csv_file(resource.header, ordered_rows(catalog, resource))


def descriptor(catalog: Catalog, tables: Mapping[str, bytes]) -> dict[str, Any]:
    """Return the descriptor of the combined package, made from those of the source packages."""
    first = catalog.packages[0].descriptor
    return {
        "$schema": PROFILE,
        "name": "hoctap",
        "title": NAME,
        "title_en": NAME_EN,
        "description": " ".join(package.description for package in catalog.packages),
        "version": catalog.version,
        "keywords": first["keywords"],
        "licenses": first["licenses"],
        "contributors": first["contributors"],
        "sources": first["sources"],
        "resources": [
            _resource(catalog, package, resource, tables[resource.name])
            for package in catalog.packages
            for resource in package.resources
        ],
    }


def _resource(catalog: Catalog, package: Package, resource: Resource, data: bytes) -> dict[str, Any]:
    schema: dict[str, Any] = {
        "fields": [_field(catalog, column) for column in resource.fields],
        "primaryKey": list(resource.primary_key),
    }
    if resource.foreign_keys:
        schema["foreignKeys"] = [_foreign_key(resource, key) for key in resource.foreign_keys]
    return {
        "name": resource.name,
        "title": resource.title,
        "title_en": resource.title_en,
        "description": resource.description,
        **({"description_en": resource.description_en} if resource.description_en else {}),
        "path": f"{resource.name}.csv",
        "format": "csv",
        "mediatype": "text/csv",
        "encoding": "utf-8",
        **measures(data),
        "licenses": package.descriptor["licenses"],
        "sources": package.descriptor["sources"],
        "schema": schema,
    }


def measures(data: bytes) -> dict[str, Any]:
    """Return what a descriptor says of the bytes of a file."""
    return {"bytes": len(data), "hash": f"sha256:{hashlib.sha256(data).hexdigest()}"}


def _field(catalog: Catalog, column: Field) -> dict[str, Any]:
    copied = {name: value for name, value in column.descriptor.items() if name != "code_list"}
    codes = catalog.grouped(Code, "list").get(column.code_list, ()) if column.code_list else ()
    if codes:
        ordered = sorted(codes, key=lambda code: code.order)
        copied["categories"] = [{"value": code.code, "label": code.title_vi} for code in ordered]
        copied["constraints"] = {**column.constraints, "enum": [code.code for code in ordered]}
    return copied


def _foreign_key(resource: Resource, key: Any) -> dict[str, Any]:
    target = "" if key.resource == resource.name else key.resource
    return {"fields": list(key.fields), "reference": {"resource": target, "fields": list(key.target_fields)}}
