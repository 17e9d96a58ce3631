"""The cells of all figures, for which several formats ask: found by all processors before formats are shared out."""

from collections.abc import Iterable, Sequence
from functools import partial

from hoctap.exports.many_cells import ManyCells, Noted, Share, know_cells, share_of
from hoctap.exports.slices import find_cells, found_cells
from hoctap.model.catalog import Catalog
from hoctap.model.figure_row import FigureRow
from hoctap.model.large_site import keeping_few_of_many
from hoctap.model.once import know_of_row
from hoctap.system.processes import parallel_map
from hoctap.system.reuse import Task, Work

# Of more figures the note would take longer to read than all this to make.
_MOST_KEPT = 20_000
# Figures whose cells go together from one process to another: what many of them have is then told once.
_TOGETHER = 3_000


def are_kept(catalog: Catalog) -> bool:
    """Return whether there are so few figures that what was found of them is kept for the next time."""
    return len(catalog.figure_rows) <= _MOST_KEPT


def know_kept_cells(work: Work, catalog: Catalog) -> None:
    """Let the catalog know the cells, of which only those of changed units are made; not of very many figures."""
    if not are_kept(catalog):
        return
    units = list(catalog.rows_by_unit)
    tasks: list[Task] = [(f"cells {unit}", "", partial(_piece, catalog, unit)) for unit in units]
    for unit, found in zip(units, work.pieces(tasks), strict=True):
        _know(catalog, unit, found)


def know_many_cells(catalog: Catalog) -> None:
    """Let the catalog know the cells of very many figures, which no work keeps."""
    if are_kept(catalog):
        return
    rows = [row for unit in catalog.rows_by_unit.values() for row in unit]
    shares = [rows[at : at + _TOGETHER] for at in range(0, len(rows), _TOGETHER)]
    with keeping_few_of_many(catalog):
        found = parallel_map(partial(_share, catalog), shares, fewest=1)
    know_cells(catalog, ManyCells(rows, found))


def _piece(catalog: Catalog, unit: str) -> tuple[list[str], list[Noted]]:
    return [], _cells_of(catalog, unit)


def _share(catalog: Catalog, rows: Iterable[FigureRow]) -> Share:
    # Not as answers of the catalog: it would keep them.
    return share_of(catalog.noted(partial(find_cells, catalog, row)) for row in rows)


def _cells_of(catalog: Catalog, unit: str) -> list[Noted]:
    return [catalog.noted(partial(found_cells, catalog, row)) for row in catalog.rows_by_unit[unit]]


def _know(catalog: Catalog, unit: str, found: Sequence[Noted]) -> None:
    for row, (cells, reads) in zip(catalog.rows_by_unit[unit], found, strict=True):
        know_of_row(found_cells, catalog, row, cells, reads)
