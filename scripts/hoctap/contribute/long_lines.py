"""The long table of a file of ours, a form or a report: a row for each figure, as for tables of strangers."""

from pathlib import Path

from hoctap.contribute.intake import read_lines
from hoctap.contribute.reading import Line, spot
from hoctap.contribute.tables.rows import Row
from hoctap.model.catalog import Catalog

_COPIED = ("unit_id", "indicator_id", "period", "period_kind", "value", "qualifier", "breakdown")


def rows_of_ours(catalog: Catalog, path: Path) -> list[Row]:
    """Return the figures of a form or a report with their cells and what is wrong; NoTableError if it is neither."""
    return [_row(line) for line in read_lines(catalog, path)]


def _row(line: Line) -> Row:
    cell = line.table.cell(line.row, "value")
    cells = {name: line.cells.get(name, "") for name in _COPIED}
    question = "; ".join(f"{mark.must}: {mark.cure}" for mark in line.marks)
    place = f"{line.table.sheet.name}!{spot(line, 'value')}"
    return Row(**cells, cell=place, question=question, typed=cell.text if cell else "")
