"""DataCite metadata (kernel 4) for libraries and repositories, made from the descriptors."""

from collections.abc import Iterator
from typing import Any

from hoctap.exports.combined import NAME, NAME_EN
from hoctap.exports.edition import Edition
from hoctap.exports.json_text import as_json
from hoctap.exports.kinds import listed
from hoctap.model.catalog import Catalog

KERNEL = "http://datacite.org/schema/kernel-4"


def files(catalog: Catalog, edition: Edition) -> Iterator[tuple[str, bytes]]:
    """Yield `datacite.json`."""
    yield "datacite.json", as_json(metadata(catalog, edition))


def metadata(catalog: Catalog, edition: Edition) -> dict[str, Any]:
    """Return the record; there is no DOI, so the address of the data is its identifier."""
    first = catalog.packages[0]
    data = [entry for entry in listed(catalog, edition) if entry.kind.holds_data]
    licence = first.licence
    return {
        "schemaVersion": KERNEL,
        "alternateIdentifiers": [
            {"alternateIdentifier": f"{edition.base}du-lieu/", "alternateIdentifierType": "URL"},
        ],
        "url": f"{edition.base}du-lieu/",
        "types": {"resourceTypeGeneral": "Dataset", "resourceType": "Dataset"},
        "titles": [
            {"title": NAME, "lang": "vi"},
            {"title": NAME_EN, "titleType": "TranslatedTitle", "lang": "en"},
        ],
        "creators": [{"name": name, "nameType": "Organizational"} for name in first.contributors],
        "publisher": {"name": first.contributors[0]},
        "publicationYear": str(edition.day.year),
        "dates": [{"date": edition.day.isoformat(), "dateType": "Updated"}],
        "language": "vi",
        "version": catalog.version,
        "subjects": [{"subject": keyword} for keyword in first.keywords],
        "descriptions": [
            {"description": package.description, "descriptionType": "Abstract", "lang": "vi"}
            for package in catalog.packages
        ],
        "rightsList": [
            {
                "rights": licence.title,
                "rightsUri": licence.path,
                "rightsIdentifier": licence.name,
                "rightsIdentifierScheme": "SPDX",
                "schemeUri": "https://spdx.org/licenses/",
            }
        ],
        "geoLocations": [{"geoLocationPlace": "Việt Nam"}],
        "formats": sorted({entry.kind.media_type for entry in data}),
        "sizes": [f"{sum(entry.file.size for entry in data)} bytes"],
    }
