"""CITATION.cff, made from the descriptors. The copy at the root of the repository is written by `hoctap release`."""

from collections.abc import Iterator

import yaml

from hoctap.exports.edition import Edition
from hoctap.load.releases import read_releases
from hoctap.model.catalog import Catalog

MESSAGE = "Khi dùng dữ liệu này, xin dẫn như dưới đây. / If you use these data, please cite them as below."


def files(catalog: Catalog, edition: Edition) -> Iterator[tuple[str, bytes]]:
    """Yield `CITATION.cff` with the address of the data."""
    yield "CITATION.cff", citation(catalog, edition.page("du-lieu/"))


def citation(catalog: Catalog, url: str = "") -> bytes:
    """Return the citation file; without `url` it says nothing of where the data are published."""
    first = catalog.packages[0]
    fields = {
        "cff-version": "1.2.0",
        "message": MESSAGE,
        "type": "dataset",
        "title": "Sổ Học Tập",
        "abstract": " ".join(package.description for package in catalog.packages),
        "authors": [{"name": name} for name in first.contributors],
        "version": catalog.version,
        "license": first.licence.name,
        "keywords": list(first.keywords),
    }
    known = [release for release in read_releases(catalog.root) if release.version == catalog.version]
    if known:
        fields["date-released"] = known[0].released_on.isoformat()
    if url:
        fields["url"] = url
    return yaml.safe_dump(fields, allow_unicode=True, sort_keys=False, width=110).encode()
