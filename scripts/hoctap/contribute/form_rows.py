"""Rows as the form shows them, to tell a line that nobody touched: it does nothing, whatever the data say today."""

from collections.abc import Iterator, Mapping
from decimal import Decimal

from hoctap.contribute.differences import one_line
from hoctap.contribute.form import choices, columns_of, format_cell, pointed_at
from hoctap.contribute.origin import Cells
from hoctap.contribute.reading import Line
from hoctap.load.wording import FORM
from hoctap.model.catalog import Catalog
from hoctap.model.descriptor import Field


class FormRows:
    """`rows` by the names that lines of a form have, and what each of their cells shows."""

    def __init__(self, catalog: Catalog, table: str, rows: Mapping[str, Cells]) -> None:
        self.rows = rows
        columns = columns_of(catalog.tables[table].resource) if rows else ()
        labels = {c.name: {x.code: x.label for x in choices(catalog, c, table)} for c in columns}
        self._pointers = {c.name for c in columns if pointed_at(catalog, c, table)}
        self._texts = {
            name: {c.name: tuple(_texts(catalog, c, cells, labels[c.name])) for c in columns}
            for name, cells in rows.items()
        }

    def row_of(self, line: Line) -> str:
        """Return the name of the row that the line shows, cell by cell, unchanged; empty if none."""
        there = {
            name: one_line(cell.text if (cell := line.table.cell(line.row, name)) else "")
            for name in line.table.found.columns
        }
        first = [line.row_id] if line.row_id in self._texts else []
        for name in (*first, *self._texts):
            if all(self._shows(there.get(column, ""), column, name) for column in self._texts[name]):
                return name
        return ""

    def _shows(self, there: str, column: str, name: str) -> bool:
        """Return whether a cell shows what the row was given, also under a name that was changed since."""
        code = self.rows[name].get(column, "")
        return there in self._texts[name][column] or (column in self._pointers and there.endswith(f" [{code}]"))


def _texts(catalog: Catalog, column: Field, cells: Cells, labels: Mapping[str, str]) -> Iterator[str]:
    """Yield how a form shows a cell, and a number without points too, as older forms and other programs do."""
    yield one_line(format_cell(catalog, column, cells, labels))
    if column.is_numeric and (cell := cells.get(column.name, "")):
        yield FORM.number(Decimal(cell))
