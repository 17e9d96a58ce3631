"""Whole packages in one zip each: the combined one and every source package."""

from collections.abc import Iterator

from hoctap.exports import combined, csvw, source_packages
from hoctap.exports.zipped import zipped
from hoctap.model.catalog import Catalog


def files(catalog: Catalog, epoch: int) -> Iterator[tuple[str, bytes]]:
    """Yield `hoctap.zip` and `<package>.zip`; paths inside start with the folder of the package."""
    yield "hoctap.zip", zipped([*combined.files(catalog, epoch), *csvw.files(catalog, epoch)], epoch)
    sources = list(source_packages.files(catalog, epoch))
    for package in catalog.packages:
        own = [(path, data) for path, data in sources if path.startswith(f"{package.name}/")]
        yield f"{package.name}.zip", zipped(own, epoch)
