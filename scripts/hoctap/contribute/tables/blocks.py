"""Where the tables stand on a sheet: header rows, body rows, the columns of each, and the title lines above."""

import re
from collections.abc import Iterator, Sequence

from hoctap.contribute.naming.figures import is_nothing
from hoctap.contribute.naming.periods import periods_in
from hoctap.contribute.naming.words import spelled
from hoctap.contribute.tables.block import Block, is_figure, is_ordinal
from hoctap.contribute.tables.forms import Forms
from hoctap.contribute.tables.headers import SIGNED, Filled, begins_form, header_at
from hoctap.contribute.tables.lines import lines_between
from hoctap.contribute.tables.lists import lists_at
from hoctap.contribute.tables.opening import Grid

_NOTE = re.compile(r"^(\(\*|\*|ghi chú\b|nguồn\b|chú thích\b|lưu ý\b)")


def blocks(grid: Grid) -> Iterator[Block]:
    """Yield the tables of a sheet from the top; a column left empty all along parts two tables side by side."""
    last_row, last_column = grid.size
    filled: dict[int, list[int]] = {row: [] for row in range(1, last_row + 1)}
    for at, column in sorted(grid.cells):
        filled[at].append(column)
    row, since = 1, 0
    earlier: tuple[str, ...] = grid.above
    forms = Forms(grid, filled, lambda first, last: lines_between(grid, first, last, filled))
    while row <= last_row:
        lists = lists_at(grid, row, last_row, filled)
        header = () if lists and len(lists.columns) > 1 else header_at(grid, row, filled)
        if lists and not header:
            earlier, more = forms.above(range(since + 1, row), earlier)
            titles = (*lines_between(grid, since + 1, row - 1, filled), *more)
            for columns in lists.columns:
                yield Block(grid, (), lists.rows, columns, titles, earlier)
            earlier += titles
            since, row = lists.rows[-1], lists.rows[-1] + 1
            continue
        if not header:
            row += 1
            continue
        body = _body(grid, header, last_row, filled)
        if not body:
            row += 1
            continue
        above = range(since + 1, header[0])
        earlier, more = forms.above(above, earlier)
        found = list(_segments(grid, (*header, *body), last_column))
        segments = [each for one in _joined(grid, body, found) for each in _again(grid, header, one)]
        for at, columns in enumerate(segments):
            titles = (*lines_between(grid, since + 1, header[0] - 1, _over(grid, filled, above, segments, at)), *more)
            yield Block(grid, header, body, columns, titles, earlier)
        earlier += (*lines_between(grid, since + 1, header[0] - 1, filled), *more)
        since = row = body[-1]
        row += 1


def _over(grid: Grid, filled: Filled, rows: range, segments: Sequence[Sequence[int]], at: int) -> Filled:
    """Return the filled columns without the times that stand over another of the tables side by side."""

    def own(row: int) -> Sequence[int]:
        dated = [column for column in filled[row] if periods_in(grid.text((row, column)))]
        own = [column for column in dated if sum(each[0] <= column for each in segments) == at + 1]
        return [column for column in filled[row] if column not in dated or column in own]

    return {row: own(row) if len(filled[row]) >= len(segments) > 1 else filled[row] for row in rows}


def _body(grid: Grid, header: Sequence[int], last: int, filled: Filled) -> tuple[int, ...]:
    rows: list[int] = []
    blank, first = 0, header[0]
    for row in range(header[-1] + 1, last + 1):
        columns = filled[row]
        if not columns:
            blank += 1
            continue
        texts = [spelled(grid.text((row, c))) for c in columns]
        has_figures = any(is_figure(grid, row, c) for c in columns)  # «Hiệu trưởng | 1 | 0» signs nothing
        if blank > 1 and not has_figures:
            break
        if (not has_figures and any(SIGNED.search(text) for text in texts)) or (
            len(columns) <= 2 and any(_NOTE.search(text) for text in texts)
        ):
            break
        if rows and not has_figures and _begins_anew(grid, row, first, filled):
            break
        if rows and blank and header_at(grid, row, filled):
            break
        if rows and len(columns) >= 3 and is_ordinal(texts[0]) and header_at(grid, row, filled):
            break
        if blank and len(columns) == 1 and not is_figure(grid, row, columns[0]):
            break
        blank = 0
        rows.append(row)
    while rows and not any(is_figure(grid, rows[-1], c) for c in filled[rows[-1]]):
        rows.pop()
    return tuple(rows)


def _begins_anew(grid: Grid, row: int, first: int, filled: Filled) -> bool:
    """Return whether a form begins, or a row says the same as the first one of the header: another table, or a page."""
    if begins_form(grid, row, filled) or begins_form(grid, row + 1, filled):
        return True
    same = filled[row] == filled[first] and len(filled[row]) > 1
    return same and all(grid.text((row, c)) == grid.text((first, c)) for c in filled[row])


def _joined(grid: Grid, body: Sequence[int], found: Sequence[tuple[int, ...]]) -> list[tuple[int, ...]]:
    """Return the segments with those that hold no words joined to the one before: an empty column parts no table."""
    joined: list[tuple[int, ...]] = []
    for columns in found:
        texts = [(row, c) for row in body for c in columns if grid.text((row, c)) and not is_figure(grid, row, c)]
        if joined and not any(not is_nothing(grid.text(spot)) for spot in texts):
            joined[-1] += columns
        else:
            joined.append(columns)
    return joined


def _again(grid: Grid, header: Sequence[int], columns: tuple[int, ...]) -> list[tuple[int, ...]]:
    """Return the columns of each table side by side without a gap: «TT | Nội dung | Số liệu» again and again."""
    heads = [tuple(grid.text((row, column)) for row in header) for column in columns]
    for width in range(2, len(columns) // 2 + 1):
        if heads == heads[:width] * (len(columns) // width) and len(set(heads[:width])) == width:
            return [columns[at : at + width] for at in range(0, len(columns), width)]
    return [columns]


def _segments(grid: Grid, rows: Sequence[int], last_column: int) -> Iterator[tuple[int, ...]]:
    used = [c for c in range(1, last_column + 1) if any(grid.text((row, c)) for row in rows)]
    start = 0
    for at in range(1, len(used) + 1):
        if at == len(used) or used[at] != used[at - 1] + 1:
            if at - start >= 2:
                yield tuple(used[start:at])
            start = at
