"""Published files, one module for each format. A format yields paths and bytes; writing is done here.

To add one: write `files(catalog, epoch)` in a module of its own, name the module in FORMATS, and say in `kinds`
what the file is. What speaks of finished files (their sizes, checksums, addresses) is metadata: it takes an
Edition instead and stands in METADATA, whose files are made after all formats.
"""

import hashlib
from collections.abc import Callable, Iterator
from datetime import date
from pathlib import Path

from hoctap.exports import (
    archive,
    atom,
    by_province,
    calendar,
    citation,
    combined,
    croissant,
    csvw,
    datacite,
    dcat,
    excel_csv,
    figures,
    figures_dataset,
    gaps,
    json_api,
    markdown,
    openapi,
    page_feeds,
    page_workbook,
    parquet,
    releases,
    slices,
    source_packages,
    sqlite,
    statements,
    workbook,
)
from hoctap.exports.edition import Edition, Published
from hoctap.model.catalog import Catalog
from hoctap.system.processes import parallel_map

Files = Iterator[tuple[str, bytes]]
FORMATS: tuple[Callable[[Catalog, int], Files], ...] = (
    combined.files,
    csvw.files,
    source_packages.files,
    excel_csv.files,
    slices.files,
    by_province.files,
    archive.files,
    workbook.files,
    parquet.files,
    sqlite.files,
    json_api.files,
    figures.files,
    figures_dataset.files,
    statements.files,
)
METADATA: tuple[Callable[[Catalog, Edition], Files], ...] = (
    calendar.files,
    releases.files,
    atom.files,
    page_feeds.files,
    gaps.files,
    openapi.files,
    croissant.files,
    citation.files,
    datacite.files,
    dcat.files,
)
HERE = "http://127.0.0.1:8000/"


def write_exports(catalog: Catalog, folder: Path, epoch: int, base: str = HERE, today: date | None = None) -> Edition:
    """Write every format, then all metadata, under `folder`; return what was written.

    `epoch` is the one moment that files may carry (seconds since 1970); `base` is the address of the site; `today` the
    day that its pages speak of, by which the list of what is missing is made.
    """

    def write(make: Callable[[Catalog, int], Files]) -> list[Published]:
        return [_written(folder, path, data) for path, data in make(catalog, epoch)]

    slices.cells_of_figures(catalog)  # once, before the work is shared
    public = "" if base == HERE else base
    formats = [*page_workbook.formats(public), *markdown.formats(public), *FORMATS]
    published = [file for files in parallel_map(write, formats) for file in files]
    for tell in METADATA:
        edition = Edition(base, epoch, tuple(published), today)
        published += [_written(folder, path, data) for path, data in tell(catalog, edition)]
    return Edition(base, epoch, tuple(published), today)


def _written(folder: Path, path: str, data: bytes) -> Published:
    target = folder / path
    target.parent.mkdir(parents=True, exist_ok=True)
    target.write_bytes(data)
    return Published(path, len(data), hashlib.sha256(data).hexdigest())
