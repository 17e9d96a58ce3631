"""Each source package as it stands in the repository, descriptor and files unchanged."""

from collections.abc import Iterator

from hoctap.model.catalog import Catalog
from hoctap.model.large_site import has_many_units


def files(catalog: Catalog, _epoch: int) -> Iterator[tuple[str, bytes]]:
    """Yield the files of every package; none on a site of very many units, which has the archives of packages alone."""
    if not has_many_units(catalog):
        yield from files_of_packages(catalog)


def files_of_packages(catalog: Catalog) -> Iterator[tuple[str, bytes]]:
    """Yield `<package>/datapackage.json` and its data files, byte for byte."""
    for package in catalog.packages:
        yield f"{package.name}/datapackage.json", (catalog.root / package.path).read_bytes()
        for file in catalog.files:
            if file.path.startswith(f"{package.folder}/"):
                yield f"{package.name}/{file.path.removeprefix(package.folder + '/')}", file.data
