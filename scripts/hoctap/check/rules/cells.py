"""Asks a question of every cell, once for each different cell of a column. Checks of text use it."""

from collections.abc import Callable, Iterable, Iterator
from typing import TypeVar, cast

from hoctap.model.catalog import Catalog
from hoctap.model.descriptor import Field
from hoctap.model.table import Row, Table
from hoctap.vietnamese.clean_text import is_clean

Answer = TypeVar("Answer")
# Numbers and days; most of the different cells of a large table are such.
NUMBERS = "[0-9]+(?:[./-][0-9]+)*"


def any_column(_column: Field) -> bool:
    """Return yes: ask the cells of every column."""
    return True


def cells_where(
    catalog: Catalog,
    ask: Callable[[str], Answer | None],
    wanted: Callable[[Field], bool] = any_column,
    plain: str = "",
    sift: Callable[[Iterable[str]], Iterable[str]] = iter,
) -> Iterator[tuple[Row, Field, str, Answer]]:
    """Yield each cell of the wanted columns for which `ask` has an answer: its row, column, text and the answer.

    `plain` is a simple pattern of cells to which it has none; `sift` leaves out others to which it has none.
    """
    for table in catalog.tables.values():
        for column in table.resource.fields:
            if wanted(column):
                cells = table.distinct_beyond(column.name, plain)
                yield from _answered(table, column, sift(cell for cell in cells if cell), ask)


def unusual_cells_where(
    catalog: Catalog, ask: Callable[[str], Answer | None]
) -> Iterator[tuple[Row, Field, str, Answer]]:
    """Yield what `cells_where` would, for an `ask` that never has an answer to ordinary text (`clean_text.is_clean`).

    Cells of nothing but usual letters, digits and signs are not asked: most are, and this is the faster way.
    """
    for table in catalog.tables.values():
        for column in table.resource.fields:
            yield from _answered(table, column, _unusual(catalog, table, column.name), ask)


def _answered(
    table: Table, column: Field, cells: Iterable[str], ask: Callable[[str], Answer | None]
) -> Iterator[tuple[Row, Field, str, Answer]]:
    asked = ((cell, ask(cell)) for cell in cells)
    answers = {cell: answer for cell, answer in asked if answer is not None}
    for row, cell in table.holding(column.name, answers) if answers else ():
        yield row, column, cell, answers[cell]


def _unusual(catalog: Catalog, table: Table, column: str) -> Iterable[str]:
    known = cast("dict[str, list[str]]", catalog.found_by_rules.setdefault(_unusual, {}))
    key = f"{table.resource.name}.{column}"
    if key not in known:
        known[key] = [cell for cell in table.distinct_beyond(column, NUMBERS) if cell and not is_clean(cell)]
    return known[key]
