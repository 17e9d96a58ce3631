"""Every cell asked a question, each different cell of a column once. What checks of text go through."""

from collections.abc import Callable, Iterator
from typing import TypeVar

from hoctap.model.catalog import Catalog
from hoctap.model.descriptor import Field
from hoctap.model.table import Row

Answer = TypeVar("Answer")


def any_column(_column: Field) -> bool:
    """Return yes: ask the cells of every column."""
    return True


def cells_where(
    catalog: Catalog, ask: Callable[[str], Answer | None], wanted: Callable[[Field], bool] = any_column
) -> Iterator[tuple[Row, Field, str, Answer]]:
    """Yield each cell of the wanted columns for which `ask` has an answer: its row, column, text and the answer."""
    for table in catalog.tables.values():
        for column in table.resource.fields:
            if wanted(column):
                asked = ((cell, ask(cell)) for cell in table.distinct(column.name) if cell)
                answers = {cell: answer for cell, answer in asked if answer is not None}
                for row, cell in table.holding(column.name, answers) if answers else ():
                    yield row, column, cell, answers[cell]
