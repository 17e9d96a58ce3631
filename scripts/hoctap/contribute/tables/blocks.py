"""Where the tables stand on a sheet: header rows, body rows, the columns of each, and the title lines above."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise

from hoctap.contribute.naming.figures import is_number
from hoctap.contribute.naming.periods import periods_in
from hoctap.contribute.naming.words import marked_again, spelled
from hoctap.contribute.tables.labels import is_measure
from hoctap.contribute.tables.opening import Cell, Grid

_NUMBERED = re.compile(r"\(?\s*(\d{1,2}|[a-h])\s*(=.*)?\)?")
_COUNT = re.compile(r"\(?\d{1,2}\)?")
_YEAR = re.compile(r"(?:năm\s*)?(?:19|20)\d\d")
_ORDINAL = re.compile(r"stt|tt|số tt|số thứ tự|số\s+tt|mã(?: số| chỉ tiêu)?|ms")
_SIGNED = re.compile(
    r"người lập|ký tên|ký, |ghi rõ họ tên|thủ trưởng|chủ tịch$|hiệu trưởng|giám đốc$|"
    r"trưởng ban$|nơi nhận|ngày\s*[….\d]*\s*tháng|^tm\.|^kt\."
)
_NOTE = re.compile(r"^(\(\*|\*|ghi chú\b|nguồn\b|chú thích\b|lưu ý\b)")
_PLANNED = re.compile(r"kh\b|kế hoạch")
# «15-60 tuổi», «6 tháng đầu năm»: numbers in a header that count nothing.
_NO_COUNT = re.compile(
    r"^(?:từ )?\d+\s*(?:-|–|đến)\s*\d+\s*tuổi|^\d+ tháng(?: đầu| cuối|$)|\d tuổi trở lên$|^\d{1,2}[.)]\s+[^\W\d]"
)
_DONE = re.compile(r"(?:kq |kết quả )?th(?=$|\s+(?:năm |6 |9 )?\d|\s+(?:6|9|sáu|chín) tháng|\s+quý)", re.IGNORECASE)
_HEADER_DEPTH = 5


@dataclass(frozen=True, slots=True)
class Block:
    """One table: `columns` are those it covers, `titles` the lines above it, the nearest last.

    `earlier` are the lines above the tables before it on the same sheet.
    """

    grid: Grid
    header: tuple[int, ...]
    body: tuple[int, ...]
    columns: tuple[int, ...]
    titles: tuple[str, ...]
    earlier: tuple[str, ...] = ()

    def header_path(self, column: int) -> tuple[str, ...]:
        """Return the texts above a column, from the top, each merged cell once; «TH» beside «KH» is written out."""
        path = self._texts_above(column)
        done = _DONE.match(path[-1]) if path else None  # alone it may be «tiểu học»
        if done and any(
            _PLANNED.match(spelled(texts[-1])) for each in self.columns if (texts := self._texts_above(each))
        ):
            return (*path[:-1], f"Thực hiện{path[-1][done.end() :]}")
        return path

    def _texts_above(self, column: int) -> tuple[str, ...]:
        path: list[str] = []
        for row in self.header:
            text = marked_again(" ".join(self.grid.text((row, column)).split()))
            if text and not _NUMBERED.fullmatch(spelled(text)) and (not path or path[-1] != text):
                path.append(text)
        return tuple(path)


def is_figure(grid: Grid, row: int, column: int) -> bool:
    """Return whether a cell holds a number, typed as one or as text with a word or two."""
    spot = (row, column)
    if (known := grid.figures.get(spot)) is None:
        known = grid.figures[spot] = _holds_a_figure(grid.cells.get(spot))
    return known


def _holds_a_figure(cell: Cell | None) -> bool:
    if cell is None:
        return False
    if cell.kind in ("number", "percent", "formula", "error"):
        return True
    if len(cell.text) > 40 or cell.kind == "date" or periods_in(cell.text) or _NO_COUNT.search(spelled(cell.text)):
        return False
    return is_number(cell.text) or re.match(r"[<>≈~≥(]?\s*\d", cell.text) is not None


def blocks(grid: Grid) -> Iterator[Block]:
    """Yield the tables of a sheet from the top; a column left empty all along parts two tables side by side."""
    last_row, last_column = grid.size
    filled: dict[int, list[int]] = {row: [] for row in range(1, last_row + 1)}
    for at, column in sorted(grid.cells):
        filled[at].append(column)
    row, since = 1, 0
    earlier: tuple[str, ...] = grid.above
    while row <= last_row:
        header = _header(grid, row, filled)
        listed = () if header else _list(grid, row, last_row, filled)
        if listed:
            titles = tuple(_lines(grid, since + 1, row - 1, filled))
            yield Block(grid, (), listed, tuple(range(1, last_column + 1)), titles, earlier)
            earlier += titles
            since, row = listed[-1], listed[-1] + 1
            continue
        if not header:
            row += 1
            continue
        body = _body(grid, header[-1] + 1, last_row, filled)
        if not body:
            row += 1
            continue
        titles = tuple(_lines(grid, since + 1, header[0] - 1, filled))
        rows = (*header, *body)
        for columns in _segments(grid, rows, last_column):
            yield Block(grid, header, body, columns, titles, earlier)
        earlier += titles
        since = row = body[-1]
        row += 1


def _list(grid: Grid, first: int, last: int, filled: dict[int, list[int]]) -> tuple[int, ...]:
    """Return the rows of a list that has no header: each with a running number or none, what, how much, in what."""
    spot = _listed(grid, first, filled[first])
    rows = [] if spot is None else [first]
    for row in range(first + 1, last + 1) if rows else ():
        if _listed(grid, row, filled[row]) != spot:
            break
        rows.append(row)
    return tuple(rows) if len(rows) > 1 else ()


def _listed(grid: Grid, row: int, columns: Sequence[int]) -> tuple[int, int] | None:
    """Return the columns of the name and of the one figure of a row of such a list."""
    texts = {c: grid.text((row, c)).strip() for c in columns}
    numbered = bool(columns) and _NUMBERED.fullmatch(spelled(texts[columns[0]]).strip(" .)")) is not None
    bare = list(columns[numbered:])
    if not 2 <= len(bare) <= 3 or is_figure(grid, row, bare[0]) or not is_figure(grid, row, bare[1]):
        return None
    return (bare[0], bare[1]) if len(bare) == 2 or is_measure(texts[bare[2]]) else None


def _lines(grid: Grid, first: int, last: int, filled: dict[int, list[int]]) -> list[str]:
    lines = []
    for row in range(first, last + 1):
        texts = [grid.cells[row, column].text for column in filled[row]]
        lines += [" ".join(line.split()) for text in texts for line in text.splitlines() if line.strip()]
    return lines


def _is_header_text(grid: Grid, row: int, column: int) -> bool:
    text = spelled(grid.text((row, column)))
    return bool(text) and (
        bool(_YEAR.fullmatch(text)) or bool(_NUMBERED.fullmatch(text)) or not is_figure(grid, row, column)
    )


def _header(grid: Grid, row: int, filled: dict[int, list[int]]) -> tuple[int, ...]:
    """Return the header rows that start at `row`; nothing if no table starts there."""
    columns = filled[row]
    if len(columns) < 2 or not all(_is_header_text(grid, row, column) for column in columns):
        return ()
    if all(
        _NUMBERED.fullmatch(spelled(grid.text((row, c)))) or _YEAR.fullmatch(spelled(grid.text((row, c))))
        for c in columns
    ):
        return ()
    if any(_SIGNED.search(spelled(grid.text((row, c)))) for c in columns) or _is_title(grid, row, filled):
        return ()
    if any(_COUNT.fullmatch(grid.text((row, c)).strip()) for c in columns):
        return ()
    rows = [row]
    for below in range(row + 1, row + _HEADER_DEPTH):
        if not _goes_on(grid, rows, below, filled):
            break
        rows.append(below)
    width = max(len(filled.get(each, ())) for each in rows)
    following = [each for each in range(rows[-1] + 1, rows[-1] + 5) if filled.get(each)]
    figures = max((sum(is_figure(grid, each, c) for c in filled[each]) for each in following), default=0)
    return tuple(rows) if figures >= 1 and width >= 2 and _is_wide(grid, rows, following, filled) else ()


def _is_title(grid: Grid, row: int, filled: dict[int, list[int]]) -> bool:
    """Return whether a row is a title that a comma cut in two: the row below begins where it does and says more."""
    here, below = filled[row], filled.get(row + 1, [])
    if len(here) != 2 or len(below) <= len(here) or here[0] not in below or any(t == row for t, *_ in grid.merged):
        return False
    texts = [spelled(grid.text((row + 1, c))) for c in below]
    is_header = all(_is_header_text(grid, row + 1, c) for c in below) and not any(map(_NUMBERED.fullmatch, texts))
    return is_header and bool(periods_in(" ".join(grid.text((row, c)) for c in here)))


def _is_wide(grid: Grid, rows: Sequence[int], following: Sequence[int], filled: dict[int, list[int]]) -> bool:
    headed = {c for row in rows for c in _covered(grid, row)}
    return any(
        sum(c in headed for c in filled[row] if is_figure(grid, row, c)) >= 1 and len(filled[row]) >= 2
        for row in following
    )


def _covered(grid: Grid, row: int) -> set[int]:
    return {c for c in range(1, grid.size[1] + 1) if grid.text((row, c))}


def _goes_on(grid: Grid, rows: Sequence[int], below: int, filled: dict[int, list[int]]) -> bool:
    columns = filled.get(below, [])
    if not columns:
        return False
    texts = [spelled(grid.text((below, c))) for c in columns]
    if all(_NUMBERED.fullmatch(text) for text in texts) and len(columns) >= 3:
        return _counts_up(texts)
    if not all(_is_header_text(grid, below, c) for c in columns):
        return False
    top = rows[-1]
    spanned = any(t <= top and b >= below for t, _, b, _ in grid.merged)
    inside = any(t == top and r > left for t, left, _, r in grid.merged if left <= columns[-1])
    first = min(c for row in rows for c in filled[row])
    if all(_YEAR.fullmatch(text) for text in texts):
        return True
    deep = spanned and any(t < below <= b for t, _, b, _ in grid.merged)
    return (spanned or inside or first not in columns) and (len(columns) >= 2 or deep) and first not in columns


def _counts_up(texts: Sequence[str]) -> bool:
    numbers = [int(found[1]) for text in texts if (found := _NUMBERED.fullmatch(text)) and found[1].isdecimal()]
    return len(numbers) >= 2 and all(b - a == 1 for a, b in pairwise(numbers)) and numbers[0] in (1, 2, 3)


def _body(grid: Grid, first: int, last: int, filled: dict[int, list[int]]) -> tuple[int, ...]:
    rows: list[int] = []
    blank = 0
    for row in range(first, last + 1):
        columns = filled[row]
        if not columns:
            blank += 1
            continue
        texts = [spelled(grid.text((row, c))) for c in columns]
        if blank > 1 and not any(is_figure(grid, row, c) for c in columns):
            break
        if any(_SIGNED.search(text) for text in texts) or (
            len(columns) <= 2 and any(_NOTE.search(text) for text in texts)
        ):
            break
        if rows and blank and _header(grid, row, filled):
            break
        if rows and len(columns) >= 3 and _ORDINAL.fullmatch(texts[0]) and _header(grid, row, filled):
            break
        if blank and len(columns) == 1 and not is_figure(grid, row, columns[0]):
            break
        blank = 0
        rows.append(row)
    while rows and not any(is_figure(grid, rows[-1], c) for c in filled[rows[-1]]):
        rows.pop()
    return tuple(rows)


def _segments(grid: Grid, rows: Sequence[int], last_column: int) -> Iterator[tuple[int, ...]]:
    used = [c for c in range(1, last_column + 1) if any(grid.text((row, c)) for row in rows)]
    start = 0
    for at in range(1, len(used) + 1):
        if at == len(used) or used[at] != used[at - 1] + 1:
            if at - start >= 2:
                yield tuple(used[start:at])
            start = at


def is_ordinal(text: str) -> bool:
    """Return whether a header is the one of the running numbers."""
    return _ORDINAL.fullmatch(spelled(text)) is not None
