"""A column in which names and times stand under each other, as a pivot table has them, parted into a column of each.

«Ba Đình», «2022», «2023» below it become «Ba Đình | 2022», «Ba Đình | 2023»; so do names below a year.
What a row over others adds up of them is left out.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from hoctap.contribute.tables.block import is_figure
from hoctap.contribute.tables.labels import label
from hoctap.contribute.tables.opening import Cell, Grid, Spot, covered

SUBTOTAL = "dòng cộng các dòng dưới nó của bảng tổng hợp, không phải số của một năm"
_YEAR = re.compile(r"(?:19|20)\d\d")
_NAMED = re.compile(r"năm|quý|tháng|kỳ|\d/\d{4}", re.IGNORECASE)
_LONGEST = 40
_FIRST_COLUMNS = 3
_FEWEST = 2
# In the column of times of a row that has none: nobody knows of which time it is.
_OPEN = "?"


@dataclass(frozen=True, slots=True)
class _Outline:
    """`names` and `times` tell whose row each is and where that is written; `over` are the rows over others."""

    column: int
    head: int
    names: dict[int, int]
    times: dict[int, int]
    over: frozenset[int]


def parted(grid: Grid) -> tuple[Grid, list[Spot]]:
    """Return a sheet with such a column as two, and the figures that only add up others; any other sheet as it is."""
    found = next(_outlines(grid), None)
    if found is None:
        return grid, []
    sums = [(row, column) for row, column in sorted(grid.cells) if row in found.over and is_figure(grid, row, column)]
    return _with_two(grid, found), [spot for spot in sums if spot[1] != found.column]


def _outlines(grid: Grid) -> Iterator[_Outline]:
    last = grid.size[0]
    for column in range(1, _FIRST_COLUMNS + 1):
        rows = [row for row in range(1, last + 1) if grid.text((row, column)).strip()]
        times = [row for row in rows if _is_time(grid.text((row, column)))]
        if len(times) < _FEWEST:
            continue
        first = next(at for at, row in enumerate(rows) if row == times[0])
        begin = _begin(grid, rows, first)
        if begin and (found := _outline(grid, column, rows[begin:], rows[begin - 1])):
            yield found


def _begin(grid: Grid, rows: Sequence[int], first: int) -> int:
    """Return the place of the first row of an outline, right under a head of several texts; 0 where there is none."""
    for begin in (first - 1, first):
        above = [each for row, each in grid.cells if begin > 0 and row == rows[begin - 1]]
        if len(above) > 1 and not any(is_figure(grid, rows[begin - 1], each) for each in above):
            return begin
    return 0


def _outline(grid: Grid, column: int, rows: Sequence[int], head: int) -> _Outline | None:
    """Return which row is of which name and time; None where these do not stand under each other."""
    kinds = {row: _is_time(grid.text((row, column))) for row in rows}
    is_of_names = not kinds[rows[0]]  # the names stand over the times
    if any(_YEAR.search(grid.text((row, column))) for row, is_time in kinds.items() if not is_time):
        return None  # «Ước 2025», «2021 (*)» among years
    if not is_of_names and not all(is_figure(grid, row, column) for row, is_time in kinds.items() if is_time):
        return None  # «NĂM 2021» over names is read as a group
    names, times, over = dict[int, int](), dict[int, int](), set[int]()
    above = 0
    for row in rows:
        if kinds[row] != is_of_names:
            above = row
        elif above:
            over.add(above)
        text = grid.text((row, column))
        if not kinds[row] and label(text).total:
            above = 0
        name, time = (above, row) if is_of_names else (row, above)
        if above and (kinds[row] == is_of_names):
            names[row], times[row] = name, time
    is_one = len(over) >= _FEWEST and len(names) > len(over)
    return _Outline(column, head, names, times, frozenset(over)) if is_one else None


def _is_time(text: str) -> bool:
    if _YEAR.fullmatch(text.strip()):
        return True
    if len(text) > _LONGEST or not _NAMED.search(text):  # most names of a long table need no closer look
        return False
    parsed = label(text)
    return bool(parsed.periods and not parsed.text)


def _with_two(grid: Grid, outline: _Outline) -> Grid:
    """Return the sheet with the names in the column of the outline, the times in a new one beside it."""
    at = outline.column
    cells, origin = dict[Spot, Cell](), dict[Spot, Spot]()

    def put(spot: Spot, cell: Cell, where: Spot) -> None:
        cells[spot], origin[spot] = cell, where

    for (row, column), cell in grid.cells.items():
        if column != at:
            if row not in outline.over:
                put((row, column + (column > at)), cell, (row, column))
        elif row in outline.names:
            put((row, at), grid.cells[outline.names[row], at], (row, at))
            put((row, at + 1), replace(grid.cells[outline.times[row], at], kind="text"), (row, at))
        elif row not in outline.over:
            put((row, at), cell, (row, at))
            if row > outline.head and not label(cell.text).total:
                put((row, at + 1), Cell("text", _OPEN), (row, at))
    put((outline.head, at + 1), Cell("text", "Năm"), (outline.head, at))
    merged = tuple((top, left + (left > at), bottom, right + (right > at)) for top, left, bottom, right in grid.merged)
    return grid.laid_out(cells, merged=merged, owner=covered(merged), origin=origin)
