"""What two years of a table, «2021-2022», «2015-2020», are: a school year or a term, by its lines, heads or spans."""

import re
from collections.abc import Iterator, Sequence

from hoctap.contribute.naming.periods import two_years
from hoctap.contribute.naming.times_of_title import with_term
from hoctap.contribute.naming.words import spelled
from hoctap.contribute.tables.block import Block


def is_of_school_years(block: Block, lines: Sequence[str]) -> bool:
    """Return whether two years, one after the other, are a school year wherever a table names them alone.

    «2021-2022» beside «2022-2023» share a year, as no two calendar years, terms or stages do.
    """
    if any("năm học" in spelled(text) for text in _lines(block, lines)):
        return True
    first_years = set(_first_years([*_heads(block), *_cells(block)]))
    return any(year + 1 in first_years for year in first_years)


def is_of_terms(block: Block, lines: Sequence[str]) -> bool:
    """Return whether two years that are five apart are a term: lines or heads speak of terms, and not of stages.

    Where a head names another time, «trong nhiệm kỳ» may be of either.
    """
    texts = [spelled(text) for text in _lines(block, lines)]
    heads = [text for text in _heads(block) if re.search(r"(?:19|20)\d\d", text)]
    terms = [text for text in (*heads, *_cells(block)) if with_term(text) != text]
    is_named = any("nhiệm kỳ" in text for text in texts) and not any("giai đoạn" in text for text in texts)
    return is_named and bool(terms) and set(heads) <= set(terms)


def _lines(block: Block, lines: Sequence[str]) -> Iterator[str]:
    yield from block.titles or lines
    yield from _heads(block)


def _heads(block: Block) -> list[str]:
    return [block.grid.text((row, column)) for row in block.header for column in block.columns]


def _cells(block: Block) -> Iterator[str]:
    cells = (block.grid.cells.get((row, column)) for row in block.body for column in block.columns)
    return (cell.text for cell in cells if cell is not None and cell.kind == "text")


def _first_years(texts: Sequence[str]) -> Iterator[int]:
    return (years[0] for text in texts if (years := two_years(text)) and years[1] == years[0] + 1)
