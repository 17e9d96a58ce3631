"""Files of sites of very many units, packed: as text they would fill the host, and no phone would fetch them.

What programs read goes out as gzip, under its name and `.gz`, which pandas, DuckDB and R read as it is; what people
open as a zip of the one file, which Windows and phones open. Other sites publish all of it as it is.
"""

from collections.abc import Iterator

from hoctap.exports.deflate import gzip_of
from hoctap.exports.edition import Edition
from hoctap.exports.slices import Slice
from hoctap.exports.zipped import zipped
from hoctap.model.canonical import csv_file
from hoctap.model.catalog import Catalog
from hoctap.model.descriptor import Resource
from hoctap.model.large_site import has_many_units

GZIP, ZIP = ".gz", ".zip"
# Rows from which a table is packed.
FEWEST_ROWS = 5_000


def is_packed(catalog: Catalog, resource: Resource) -> bool:
    """Return whether the files of a table are packed."""
    # In this order: the files of a short table do not depend on how many units there are.
    return is_long(len(catalog.tables[resource.name].rows)) and has_many_units(catalog)


def is_long(rows: int) -> bool:
    """Return whether a table has so many rows that its files are packed on a site of very many units."""
    return rows >= FEWEST_ROWS


def for_programs(catalog: Catalog, path: str, data: bytes) -> tuple[str, bytes]:
    """Return a file of all figures as it is published: packed by gzip on a site of very many units."""
    return gzipped(path, data) if has_many_units(catalog) else (path, data)


def for_people(catalog: Catalog, path: str, data: bytes, epoch: int) -> tuple[str, bytes]:
    """Return a file of all figures as it is published: in a zip on a site of very many units."""
    return in_zip(path, data, epoch) if has_many_units(catalog) else (path, data)


def gzipped(path: str, data: bytes) -> tuple[str, bytes]:
    """Return the path and the bytes of a packed file; the same whenever it is packed."""
    return f"{path}{GZIP}", gzip_of(data)


def in_zip(path: str, data: bytes, epoch: int) -> tuple[str, bytes]:
    """Return the path and the bytes of a zip that holds a file alone."""
    return f"{path.rpartition('.')[0]}{ZIP}", zipped([(path.rpartition("/")[2], data)], epoch)


def files_of_page(_catalog: Catalog, part: Slice, _edition: Edition) -> Iterator[tuple[str, bytes]]:
    """Yield `<folder>/<key>.csv.gz` of a page."""
    rows = csv_file([field.name for field in part.fields], part.cells)
    yield gzipped(f"{part.kind.folder}/{part.key}.csv", rows)
