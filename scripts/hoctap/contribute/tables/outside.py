"""Figures that stand in no table that was found: each is asked about, none is dropped in silence."""

import re
from collections import defaultdict
from collections.abc import Iterator, Sequence

from hoctap.contribute.naming.figures import is_number
from hoctap.contribute.naming.words import spelled
from hoctap.contribute.tables.block import NUMBERED, Block, is_figure
from hoctap.contribute.tables.opening import Grid
from hoctap.contribute.tables.rows import CELL, SKIP, Answers, Row

_YEAR = re.compile(r"(?:19|20)\d\d")
_FEWEST = 3
_ASKED = f"số không đứng trong bảng nào đọc được: thêm dòng tiêu đề cho bảng, hoặc trả lời «{SKIP}»"


def outside(grid: Grid, tables: Sequence[Block], answers: Answers) -> list[Row]:
    """Return a question for each figure of a sheet in no row of its tables; a stray number or two are no figures."""
    within = {row for table in tables for row in (*table.header, *table.body)}
    spots = list(_figures(grid, within))
    if len(spots) < _FEWEST:
        return []
    return [
        Row(cell=address, question=_ASKED, typed=grid.text(spot))
        for spot in spots
        if answers.get((CELL, address := grid.address(spot))) != SKIP
    ]


def _figures(grid: Grid, within: set[int]) -> Iterator[tuple[int, int]]:
    rows: defaultdict[int, list[int]] = defaultdict(list)
    for row, column in sorted(grid.cells):
        rows[row].append(column)
    for row, columns in rows.items():
        texts = [spelled(grid.text((row, column))) for column in columns]
        if row in within or not any(re.search(r"[^\W\d]", text) for text in texts):
            continue
        for column, text in zip(columns, texts, strict=True):
            is_other = _YEAR.fullmatch(text) or (column == columns[0] and NUMBERED.fullmatch(text))
            if is_figure(grid, row, column) and is_number(text) and not is_other:
                yield row, column
