"""DCAT-AP 3 for open data portals, in JSON-LD and Turtle. Every node has an address of its own, none is blank."""

from collections.abc import Iterator
from typing import Any

from hoctap.exports.combined import NAME, NAME_EN
from hoctap.exports.edition import Edition
from hoctap.exports.json_text import as_json
from hoctap.exports.kinds import Listed, kind_of, listed
from hoctap.exports.temporal import Span, temporal_coverage
from hoctap.exports.turtle import turtle
from hoctap.model.catalog import Catalog
from hoctap.model.descriptor import Resource

_VI = "http://publications.europa.eu/resource/authority/language/VIE"
_THEME = "http://publications.europa.eu/resource/authority/data-theme/EDUC"
_THEMES = "http://publications.europa.eu/resource/authority/data-theme"
_PUBLIC = "http://publications.europa.eu/resource/authority/access-right/PUBLIC"
_PLACE = "http://publications.europa.eu/resource/authority/country/VNM"
_MEDIA = "http://www.iana.org/assignments/media-types/"
CONTEXT: dict[str, Any] = {
    "dcat": "http://www.w3.org/ns/dcat#",
    "dct": "http://purl.org/dc/terms/",
    "foaf": "http://xmlns.com/foaf/0.1/",
    "rdfs": "http://www.w3.org/2000/01/rdf-schema#",
    "skos": "http://www.w3.org/2004/02/skos/core#",
    "spdx": "http://spdx.org/rdf/terms#",
    "xsd": "http://www.w3.org/2001/XMLSchema#",
}


def files(catalog: Catalog, edition: Edition) -> Iterator[tuple[str, bytes]]:
    """Yield `dcat.jsonld`, and `dcat.ttl`, which says the same."""
    nodes = list(_nodes(catalog, edition))
    yield "dcat.jsonld", as_json({"@context": CONTEXT, "@graph": nodes})
    yield "dcat.ttl", turtle(CONTEXT, nodes)


def _nodes(catalog: Catalog, edition: Edition) -> Iterator[dict[str, Any]]:
    downloads = [entry for entry in listed(catalog, edition) if entry.kind.holds_data]
    yield _catalogue(catalog, edition)
    yield from _dataset(catalog, edition, [entry for entry in downloads if not _table_of(entry)])
    for resource in catalog.resources():
        yield from _of_table(catalog, edition, resource, [one for one in downloads if _table_of(one) == resource.name])
    yield from (_distribution(catalog, edition, entry) for entry in downloads)
    yield from (_checksum(edition, entry) for entry in downloads)
    yield from _things(catalog, edition, {entry.kind.media_type for entry in downloads})


def _text(value: str, language: str = "vi") -> dict[str, str]:
    return {"@value": value, "@language": language}


def _id(address: str) -> dict[str, str]:
    return {"@id": address}


def _catalogue(catalog: Catalog, edition: Edition) -> dict[str, Any]:
    return {
        "@id": f"{edition.base}#catalog",
        "@type": "dcat:Catalog",
        "dct:title": [_text(NAME), _text(NAME_EN, "en")],
        "dct:description": _text("Dữ liệu mở về xã hội học tập, khuyến học, khuyến tài ở Việt Nam."),
        "dct:publisher": _id(f"{edition.base}#publisher"),
        "dct:language": _id(_VI),
        "dct:license": _id(_licence(catalog)),
        "dct:spatial": _id(_PLACE),
        "dct:modified": _day(edition),
        "dcat:themeTaxonomy": _id(_THEMES),
        "dcat:dataset": [
            _id(f"{edition.base}du-lieu/#dataset"),
            *(_id(_table_id(edition, resource)) for resource in catalog.resources()),
        ],
        "foaf:homepage": _id(edition.base),
    }


def _dataset(catalog: Catalog, edition: Edition, downloads: list[Listed]) -> Iterator[dict[str, Any]]:
    """Yield the dataset of all tables, and the time that its figures cover."""
    name, time = f"{edition.base}du-lieu/#dataset", temporal_coverage(catalog, catalog.resource("observations"))
    yield {
        "@id": name,
        **_common(catalog, edition, downloads),
        "dct:title": [_text(NAME), _text(NAME_EN, "en")],
        "dct:description": [_text(package.description) for package in catalog.packages],
        "dct:identifier": f"{edition.base}du-lieu/",
        "dcat:keyword": [_text(keyword) for keyword in catalog.packages[0].keywords],
        "dct:hasPart": [_id(_table_id(edition, resource)) for resource in catalog.resources()],
        **_when(name, time),
    }
    yield from _period(name, time)


def _of_table(
    catalog: Catalog, edition: Edition, resource: Resource, downloads: list[Listed]
) -> Iterator[dict[str, Any]]:
    """Yield the dataset of one table, and the time it covers where its rows tell."""
    name, time = _table_id(edition, resource), temporal_coverage(catalog, resource)
    described = [_text(resource.description)]
    if resource.description_en:
        described.append(_text(resource.description_en, "en"))
    yield {
        "@id": name,
        **_common(catalog, edition, downloads),
        "dct:title": [_text(f"{NAME}: {resource.title}"), _text(f"So Hoc Tap: {resource.title_en}", "en")],
        "dct:description": described,
        "dct:identifier": name,
        "dct:isPartOf": _id(f"{edition.base}du-lieu/#dataset"),
        **_when(name, time),
    }
    yield from _period(name, time)


def _when(name: str, time: Span | None) -> dict[str, Any]:
    return {"dct:temporal": _id(f"{name}-thoi-gian")} if time else {}


def _period(name: str, time: Span | None) -> Iterator[dict[str, Any]]:
    if time:
        start, end = ({"@value": day.isoformat(), "@type": "xsd:date"} for day in time)
        yield {
            "@id": f"{name}-thoi-gian",
            "@type": "dct:PeriodOfTime",
            "dcat:startDate": start,
            "dcat:endDate": end,
        }


def _common(catalog: Catalog, edition: Edition, downloads: list[Listed]) -> dict[str, Any]:
    return {
        "@type": "dcat:Dataset",
        "dct:publisher": _id(f"{edition.base}#publisher"),
        "dct:accessRights": _id(_PUBLIC),
        "dct:language": _id(_VI),
        "dct:spatial": _id(_PLACE),
        "dct:modified": _day(edition),
        "dcat:version": catalog.version,
        "dcat:theme": _id(_THEME),
        "dcat:landingPage": _id(f"{edition.base}du-lieu/"),
        "dcat:distribution": [_id(_distribution_id(edition, entry)) for entry in downloads],
    }


def _table_of(entry: Listed) -> str:
    return kind_of(entry.file.path)[1].get("table", "")


def _table_id(edition: Edition, resource: Resource) -> str:
    return f"{edition.base}du-lieu/#bang-{resource.name}"


def _distribution(catalog: Catalog, edition: Edition, entry: Listed) -> dict[str, Any]:
    title = f"{entry.kind.label}: {entry.title}" if entry.title else entry.kind.label
    return {
        "@id": _distribution_id(edition, entry),
        "@type": "dcat:Distribution",
        "dct:title": _text(title),
        "dct:license": _id(_licence(catalog)),
        "dct:modified": _day(edition),
        "dcat:accessURL": _id(f"{edition.base}du-lieu/"),
        "dcat:downloadURL": _id(edition.url(entry.file.path)),
        "dcat:mediaType": _id(_MEDIA + entry.kind.media_type),
        "dcat:byteSize": {"@value": str(entry.file.size), "@type": "xsd:nonNegativeInteger"},
        "spdx:checksum": _id(_checksum_id(edition, entry)),
    }


def _checksum(edition: Edition, entry: Listed) -> dict[str, Any]:
    return {
        "@id": _checksum_id(edition, entry),
        "@type": "spdx:Checksum",
        "spdx:algorithm": _id("http://spdx.org/rdf/terms#checksumAlgorithm_sha256"),
        "spdx:checksumValue": {"@value": entry.file.sha256, "@type": "xsd:hexBinary"},
    }


def _things(catalog: Catalog, edition: Edition, media_types: set[str]) -> Iterator[dict[str, Any]]:
    publisher = catalog.packages[0].contributors[0]
    yield {"@id": f"{edition.base}#publisher", "@type": "foaf:Agent", "foaf:name": _text(publisher)}
    yield {"@id": _licence(catalog), "@type": "dct:LicenseDocument"}
    yield {"@id": _VI, "@type": "dct:LinguisticSystem"}
    yield {"@id": _PUBLIC, "@type": "dct:RightsStatement"}
    yield {"@id": _PLACE, "@type": "dct:Location"}
    yield {"@id": _THEMES, "@type": "skos:ConceptScheme", "dct:title": _text("Data theme", "en")}
    yield {"@id": _THEME, "@type": "skos:Concept", "skos:prefLabel": _text("Education, culture and sport", "en")}
    yield {"@id": f"{edition.base}du-lieu/", "@type": "foaf:Document"}
    yield {"@id": edition.base, "@type": "foaf:Document"}
    yield {"@id": "http://spdx.org/rdf/terms#checksumAlgorithm_sha256", "@type": "spdx:ChecksumAlgorithm"}
    for media_type in sorted(media_types):
        yield {"@id": _MEDIA + media_type, "@type": "dct:MediaType"}


def _day(edition: Edition) -> dict[str, str]:
    return {"@value": edition.day.isoformat(), "@type": "xsd:date"}


def _licence(catalog: Catalog) -> str:
    return catalog.packages[0].licence.path


def _distribution_id(edition: Edition, entry: Listed) -> str:
    return f"{edition.url(entry.file.path)}#distribution"


def _checksum_id(edition: Edition, entry: Listed) -> str:
    return f"{edition.url(entry.file.path)}#checksum"
