"""The source packages and the package that would be published, judged by frictionless. Leaves nothing behind."""

from collections.abc import Iterator
from pathlib import Path
from tempfile import TemporaryDirectory

from hoctap.exports import combined
from hoctap.load.second_opinion import frictionless_faults
from hoctap.model.catalog import Catalog


def second_opinion(catalog: Catalog) -> Iterator[str]:
    """Yield a line for each fault that frictionless finds; `catalog` must have no findings of ours."""
    for package in catalog.packages:
        yield from frictionless_faults(catalog.root / package.folder / "datapackage.json")
    with TemporaryDirectory() as folder:
        for path, data in combined.files(catalog, 0):
            target = Path(folder, path)
            target.parent.mkdir(parents=True, exist_ok=True)
            target.write_bytes(data)
        yield from frictionless_faults(Path(folder, "hoctap", "datapackage.json"))
