"""Whether «2021-2022» of a table is a school year: its lines or heads say so, or its spans follow as only these do."""

from collections.abc import Iterator, Sequence

from hoctap.contribute.naming.periods import two_years
from hoctap.contribute.naming.words import spelled
from hoctap.contribute.tables.block import Block


def is_of_school_years(block: Block, lines: Sequence[str]) -> bool:
    """Return whether two years, one after the other, are a school year wherever a table names them alone.

    «2021-2022» beside «2022-2023» share a year, as no two calendar years, terms or stages do.
    """
    heads = [block.grid.text((row, column)) for row in block.header for column in block.columns]
    if any("năm học" in spelled(text) for text in (*(block.titles or lines), *heads)):
        return True
    first_years = set(_first_years([*heads, *_cells(block)]))
    return any(year + 1 in first_years for year in first_years)


def _cells(block: Block) -> Iterator[str]:
    cells = (block.grid.cells.get((row, column)) for row in block.body for column in block.columns)
    return (cell.text for cell in cells if cell is not None and cell.kind == "text")


def _first_years(texts: Sequence[str]) -> Iterator[int]:
    return (years[0] for text in texts if (years := two_years(text)) and years[1] == years[0] + 1)
