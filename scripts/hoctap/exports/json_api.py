"""The JSON interface, version 1: an index and every table as typed rows. Static files, described by openapi.json.

What a page is about stands beside its CSV (`don-vi/<id>.json`), made by `slices`.
"""

from collections.abc import Iterator

from hoctap.exports.cells import ordered_rows
from hoctap.exports.json_text import as_json, lined
from hoctap.exports.packed import GZIP, gzipped, is_packed
from hoctap.exports.slices import kinds_with_json, record
from hoctap.model.catalog import Catalog
from hoctap.model.descriptor import Resource

API = "api/v1"


def files(catalog: Catalog, _epoch: int) -> Iterator[tuple[str, bytes]]:
    """Yield `api/v1/index.json`."""
    tables = [
        {
            "name": resource.name,
            "title": resource.title,
            "title_en": resource.title_en,
            "rows": len(catalog.tables[resource.name].rows),
            "path": table_path(catalog, resource),
        }
        for resource in catalog.resources()
    ]
    pages = [{"table": kind.owners, "path": f"{kind.folder}/{{id}}.json"} for kind in kinds_with_json(catalog)]
    yield (
        f"{API}/index.json",
        as_json({"version": catalog.version, "license": "CC-BY-4.0", "tables": tables, "pages": pages}),
    )


def files_of_table(catalog: Catalog, resource: Resource) -> Iterator[tuple[str, bytes]]:
    """Yield `api/v1/tables/<table>.json`, or the same packed."""
    rows = (record(resource, cells) for cells in ordered_rows(catalog, resource))
    data = lined({"table": resource.name, "version": catalog.version, "rows": rows})
    path = f"{API}/tables/{resource.name}.json"
    yield gzipped(path, data) if is_packed(catalog, resource) else (path, data)


def table_path(catalog: Catalog, resource: Resource) -> str:
    """Return the path of the JSON of a table."""
    return f"{API}/tables/{resource.name}.json{GZIP if is_packed(catalog, resource) else ''}"
