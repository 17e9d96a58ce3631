"""Lists without a header, alone or side by side: a running number or none, what is counted, how many, in what.

«01 | Chi hội | 14 | chi hội | | 16 | Học bổng | 58 | suất»; headings stand over the rows of each list.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from hoctap.contribute.naming.words import spelled
from hoctap.contribute.tables.block import NUMBERED, is_figure
from hoctap.contribute.tables.headers import Filled
from hoctap.contribute.tables.labels import is_measure
from hoctap.contribute.tables.opening import Grid

_NUMBER = re.compile(r"(?:\d{1,2}\.)*\d{1,3}")
_FEWEST = 2  # rows of a list


@dataclass(frozen=True, slots=True)
class Part:
    """Where one of the lists side by side begins, and which of its columns hold the names and the figures."""

    start: int
    name: int
    figure: int


@dataclass(frozen=True, slots=True)
class Lists:
    """The rows of lists side by side, and the columns of each."""

    rows: tuple[int, ...]
    columns: tuple[tuple[int, ...], ...]


def lists_at(grid: Grid, first: int, last: int, filled: Filled) -> Lists | None:
    """Return the lists that begin in a row, or with the headings over them; None where none do."""
    parts = _parts(grid, first, filled[first])
    if not parts and first < last and len(filled[first]) >= _FEWEST:
        below = _parts(grid, first + 1, filled[first + 1])
        parts = below if len(below) >= _FEWEST and _goes_on(grid, first, filled[first], below) else ()
    rows: list[int] = []
    for row in range(first, last + 1) if parts else ():
        if not filled[row] or not _goes_on(grid, row, filled[row], parts):
            break
        rows.append(row)
    if sum(any(is_figure(grid, row, part.figure) for part in parts) for row in rows) < _FEWEST:
        return None
    ends = [part.start for part in parts[1:]] + [max(c for row in rows for c in filled[row]) + 1]
    starts = [1, *(part.start for part in parts[1:])]
    return Lists(tuple(rows), tuple(tuple(range(*each)) for each in zip(starts, ends, strict=True)))


def _parts(grid: Grid, row: int, columns: Sequence[int]) -> tuple[Part, ...]:
    """Return the lists that a row holds a line of each of; nothing where it holds anything else."""
    found, left = list[Part](), list(columns)
    while left:
        start = left[0]
        if len(left) > 1 and _is_number(grid, row, start) and not is_figure(grid, row, left[1]):
            left.pop(0)
        if len(left) < 2 or is_figure(grid, row, left[0]) or not is_figure(grid, row, left[1]):
            return ()
        found.append(Part(start, left[0], left[1]))
        left = left[3:] if len(left) > 2 and is_measure(grid.text((row, left[2])).strip()) else left[2:]
    return tuple(found)


def _is_number(grid: Grid, row: int, column: int) -> bool:
    text = spelled(grid.text((row, column))).strip(" .)")
    return _NUMBER.fullmatch(text) is not None or NUMBERED.fullmatch(text) is not None


def _goes_on(grid: Grid, row: int, columns: Sequence[int], parts: Sequence[Part]) -> bool:
    """Return whether a row goes on with each list: by a line of it, a heading over those below, or nothing."""
    if len(parts) == 1:
        return [(each.name, each.figure) for each in _parts(grid, row, columns)] == [(parts[0].name, parts[0].figure)]
    within = list(_within(columns, parts))
    return sum(map(len, within)) == len(columns) and all(
        _is_line(grid, row, own, part) for own, part in zip(within, parts, strict=True) if own
    )


def _within(columns: Sequence[int], parts: Sequence[Part]) -> Iterator[list[int]]:
    for part, after in zip(parts, (*(each.start for each in parts[1:]), None), strict=True):
        yield [column for column in columns if part.start <= column and (after is None or column < after)]


def _is_line(grid: Grid, row: int, columns: Sequence[int], part: Part) -> bool:
    """Return whether the cells of one list are a line of it, with a figure or a mark for one, or a heading."""
    if len(columns) == 1 and columns[0] in (part.start, part.name):
        return not is_figure(grid, row, columns[0])
    before = [column for column in columns if column < part.name]
    is_numbered = all(_is_number(grid, row, column) for column in before)
    after = [column for column in columns if column > part.figure]
    is_named = part.name in columns and not is_figure(grid, row, part.name)
    return is_named and is_numbered and all(is_measure(grid.text((row, column)).strip()) for column in after)
