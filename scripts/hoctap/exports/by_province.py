"""On sites of very many units: the figures of all units of a province as one file, where no host holds five for each.

A page makes its own Excel file from it; without scripts the whole province is there to filter. Pages of places lead to
the same files: each figure stands once in them, where files of places would repeat it. Other sites get nothing.
"""

from collections.abc import Iterator

from hoctap.exports.excel_csv import excel_csv
from hoctap.exports.figures_in_words import figures_in_words
from hoctap.exports.packed import GZIP, ZIP, gzipped, in_zip
from hoctap.exports.rows_of_area import areas_of
from hoctap.exports.slices import SLICE_KINDS, cells_of_figure, is_bundled
from hoctap.model.canonical import csv_file
from hoctap.model.catalog import Catalog
from hoctap.model.figure_row import FigureRow
from hoctap.model.figures import figures_table

FOLDER = "don-vi-theo-tinh"
UNKNOWN = "chua-ro-tinh"


def files(catalog: Catalog, epoch: int) -> Iterator[tuple[str, bytes]]:
    """Yield `excel/don-vi-theo-tinh/<province>.zip` in words and `don-vi-theo-tinh/<province>.csv.gz` for programs."""
    if not any(is_bundled(catalog, kind) for kind in SLICE_KINDS):
        return
    groups: dict[str, list[FigureRow]] = {}
    for row in catalog.figure_rows:
        groups.setdefault(province_file(catalog, row.observation.unit_id), []).append(row)
    head = [field.name for field in figures_table().fields]
    for province, rows in sorted(groups.items()):
        plain, words = ([cells_of_figure(catalog, row)[which] for row in rows] for which in (0, 1))
        yield in_zip(f"excel/{FOLDER}/{province}.csv", excel_csv(figures_in_words().fields, words), epoch)
        yield gzipped(f"{FOLDER}/{province}.csv", csv_file(head, plain))


def paths_of(province: str) -> tuple[str, str]:
    """Return the files of a province: in words, for programs."""
    return f"excel/{FOLDER}/{province}{ZIP}", f"{FOLDER}/{province}.csv{GZIP}"


def provinces_of_area(catalog: Catalog, area_id: str) -> list[str]:
    """Return the names of the files that hold the figures of an area: also of the provinces it was made of."""
    return sorted({catalog.province_of(each) or UNKNOWN for each in areas_of(catalog, area_id)})


def province_file(catalog: Catalog, unit_id: str) -> str:
    """Return the name of the file that holds a unit: its province, in the borders it has."""
    unit = catalog.units.get(unit_id)
    return (catalog.province_of(unit.area_id) if unit else "") or UNKNOWN
