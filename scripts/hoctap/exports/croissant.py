"""Croissant metadata for machine learning tools. It points at Parquet: read as CSV, codes lose their zeros.

Keys between tables are left to the data package: readers of Croissant take a reference for an inner join and drop
the rows whose cell is empty.
"""

from collections.abc import Iterator
from typing import Any

from hoctap.exports.combined import NAME
from hoctap.exports.edition import Edition
from hoctap.exports.json_text import as_json
from hoctap.model.catalog import Catalog
from hoctap.model.descriptor import Field, Resource

_TYPES = {
    "number": "sc:Float",
    "integer": "sc:Integer",
    "year": "sc:Integer",
    "date": "sc:Date",
    "boolean": "sc:Boolean",
}
# The context of Croissant 1.0, whole, so that nobody has to fetch it.
CONTEXT: dict[str, Any] = {
    "@language": "vi",
    "@vocab": "https://schema.org/",
    "sc": "https://schema.org/",
    "cr": "http://mlcommons.org/croissant/",
    "rai": "http://mlcommons.org/croissant/RAI/",
    "dct": "http://purl.org/dc/terms/",
    "citeAs": "cr:citeAs",
    "column": "cr:column",
    "conformsTo": "dct:conformsTo",
    "data": {"@id": "cr:data", "@type": "@json"},
    "dataType": {"@id": "cr:dataType", "@type": "@vocab"},
    "equivalentProperty": "cr:equivalentProperty",
    "examples": {"@id": "cr:examples", "@type": "@json"},
    "extract": "cr:extract",
    "field": "cr:field",
    "fileProperty": "cr:fileProperty",
    "fileObject": "cr:fileObject",
    "fileSet": "cr:fileSet",
    "format": "cr:format",
    "includes": "cr:includes",
    "isLiveDataset": "cr:isLiveDataset",
    "jsonPath": "cr:jsonPath",
    "key": "cr:key",
    "md5": "cr:md5",
    "parentField": "cr:parentField",
    "path": "cr:path",
    "recordSet": "cr:recordSet",
    "references": "cr:references",
    "regex": "cr:regex",
    "repeated": "cr:repeated",
    "replace": "cr:replace",
    "samplingRate": "cr:samplingRate",
    "separator": "cr:separator",
    "source": "cr:source",
    "subField": "cr:subField",
    "transform": "cr:transform",
}


def files(catalog: Catalog, edition: Edition) -> Iterator[tuple[str, bytes]]:
    """Yield `croissant.json`."""
    first = catalog.packages[0]
    creator = {"@type": "sc:Organization", "name": first.contributors[0]}
    node = {
        "@context": CONTEXT,
        "@type": "sc:Dataset",
        "conformsTo": "http://mlcommons.org/croissant/1.0",
        "name": "so-hoc-tap",
        "alternateName": NAME,
        "description": " ".join(package.description for package in catalog.packages),
        "url": f"{edition.base}du-lieu/",
        "version": catalog.version,
        "license": first.licence.path,
        "datePublished": edition.day.isoformat(),
        "inLanguage": "vi",
        "keywords": list(first.keywords),
        "creator": creator,
        "publisher": creator,
        "citeAs": ", ".join(filter(None, (NAME, f"phiên bản {catalog.version}", edition.page("du-lieu/")))),
        "distribution": [_file(resource, edition) for resource in catalog.resources()],
        "recordSet": [_record_set(resource) for resource in catalog.resources()],
    }
    yield "croissant.json", as_json(node)


def file_id(resource: Resource) -> str:
    """Return the identifier of the file that holds a table."""
    return f"{resource.name}.parquet"


def _file(resource: Resource, edition: Edition) -> dict[str, Any]:
    file = edition.by_path[f"hoctap.parquet/{resource.name}.parquet"]
    return {
        "@type": "cr:FileObject",
        "@id": file_id(resource),
        "name": file_id(resource),
        "description": resource.title,
        "contentUrl": edition.url(file.path),
        "contentSize": f"{file.size} B",
        "encodingFormat": "application/x-parquet",
        "sha256": file.sha256,
    }


def _record_set(resource: Resource) -> dict[str, Any]:
    return {
        "@type": "cr:RecordSet",
        "@id": resource.name,
        "name": resource.name,
        "description": f"{resource.title}. {resource.description}",
        "key": [{"@id": f"{resource.name}/{name}"} for name in resource.primary_key],
        "field": [_field(resource, field) for field in resource.fields],
    }


def _field(resource: Resource, field: Field) -> dict[str, Any]:
    return {
        "@type": "cr:Field",
        "@id": f"{resource.name}/{field.name}",
        "name": field.name,
        "description": f"{field.title}. {field.description}",
        "dataType": _TYPES.get(field.type, "sc:Text"),
        "source": {"fileObject": {"@id": file_id(resource)}, "extract": {"column": field.name}},
    }
