"""Published files, one module for each format. A format yields paths and bytes; writing is done here.

To add one: write `files(catalog, epoch)` in a module of its own and name the module in FORMATS.
"""

from collections.abc import Callable, Iterator
from pathlib import Path

from hoctap.exports import archive, combined, excel_csv, slices, source_packages
from hoctap.model.catalog import Catalog

Files = Iterator[tuple[str, bytes]]
FORMATS: tuple[Callable[[Catalog, int], Files], ...] = (
    combined.files,
    source_packages.files,
    excel_csv.files,
    slices.files,
    archive.files,
)


def write_exports(catalog: Catalog, folder: Path, epoch: int) -> None:
    """Write every format under `folder`; `epoch` is the one moment that files may carry (seconds since 1970)."""
    for make in FORMATS:
        for path, data in make(catalog, epoch):
            target = folder / path
            target.parent.mkdir(parents=True, exist_ok=True)
            target.write_bytes(data)
