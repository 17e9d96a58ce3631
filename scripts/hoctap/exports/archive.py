"""Whole packages in one zip each: the combined one and every source package, each with its descriptor at the root.

Beside the data lie a README, the citation and the licence, so that a copy explains itself.
"""

from collections.abc import Iterable, Iterator

from hoctap.exports import combined, csvw, source_packages
from hoctap.exports.citation import citation
from hoctap.exports.package_readme import readme
from hoctap.exports.zipped import zipped
from hoctap.model.catalog import Catalog

LICENCE = "LICENSE-DATA"


def files(catalog: Catalog, epoch: int) -> Iterator[tuple[str, bytes]]:
    """Yield `hoctap.zip` and `<package>.zip`; `datapackage.json` stands at the root of each, beside the data."""
    whole = [*combined.files(catalog, epoch), *csvw.files(catalog, epoch)]
    yield "hoctap.zip", _zipped(catalog, "hoctap", whole, epoch)
    sources = list(source_packages.files_of_packages(catalog))
    for package in catalog.packages:
        own = [(path, data) for path, data in sources if path.startswith(f"{package.name}/")]
        yield f"{package.name}.zip", _zipped(catalog, package.name, own, epoch)


def _zipped(catalog: Catalog, folder: str, contents: Iterable[tuple[str, bytes]], epoch: int) -> bytes:
    extras = [("README.md", readme(catalog, folder, epoch)), ("CITATION.cff", citation(catalog))]
    licence = catalog.root / LICENCE
    if licence.is_file():
        extras.append((LICENCE, licence.read_bytes()))
    return zipped([*((path.removeprefix(f"{folder}/"), data) for path, data in contents), *extras], epoch)
