"""The cells of all figures, for which several formats ask: found by all processors before formats are shared out."""

from collections.abc import Sequence
from functools import partial

from hoctap.exports.slices import cells_of_figure
from hoctap.model.catalog import Catalog
from hoctap.model.once import know_of_row
from hoctap.system.processes import parallel_map
from hoctap.system.reuse import Task, Work

# The cells of a figure, for programs and in words, with what they were made from.
Noted = tuple[tuple[Sequence[str], Sequence[str]], frozenset[tuple[str, str]]]
# Of more figures the note would take longer to read than all this to make.
_MOST_KEPT = 20_000
# Units whose cells go together from one process to another: what many of them have is then told once.
_TOGETHER = 500


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
    units = list(catalog.rows_by_unit)
    shares = [units[at : at + _TOGETHER] for at in range(0, len(units), _TOGETHER)]
    for share, found in zip(shares, parallel_map(partial(_cells_of_all, catalog), shares, fewest=1), strict=True):
        for unit, cells in zip(share, found, strict=True):
            _know(catalog, unit, cells)


def _piece(catalog: Catalog, unit: str) -> tuple[list[str], list[Noted]]:
    return [], _cells_of(catalog, unit)


def _cells_of_all(catalog: Catalog, units: Sequence[str]) -> list[list[Noted]]:
    return [_cells_of(catalog, unit) for unit in units]


def _cells_of(catalog: Catalog, unit: str) -> list[Noted]:
    return [catalog.noted(partial(cells_of_figure, catalog, row)) for row in catalog.rows_by_unit[unit]]


def _know(catalog: Catalog, unit: str, found: Sequence[Noted]) -> None:
    for row, (cells, reads) in zip(catalog.rows_by_unit[unit], found, strict=True):
        know_of_row(cells_of_figure, catalog, row, cells, reads)
