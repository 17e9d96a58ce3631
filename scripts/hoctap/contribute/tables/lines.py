"""The lines of text on a sheet, as people write them; two of which one goes on with the other are one."""

import re
from collections.abc import Callable, Iterable, Iterator

from hoctap.contribute.naming.words import spelled
from hoctap.contribute.tables.headers import Filled
from hoctap.contribute.tables.opening import Cell, Grid

_SINCE_DAY = re.compile(r"từ ngày\W+\d[\d/.-]+")


def lines_of(grid: Grid) -> list[str]:
    """Return all lines of a sheet: what its cover says of the sheets behind it."""
    return [" ".join(line.split()) for _, cell in sorted(grid.cells.items()) for line in cell.text.splitlines() if line]


def lines_between(grid: Grid, first: int, last: int, filled: Filled) -> list[str]:
    """Return the lines of some rows; `filled` are the columns of each that count."""
    lines = []
    for row in range(first, last + 1):
        texts = joined((_written(grid.cells[row, column]) for column in filled[row]), _answered)
        lines += [" ".join(line.split()) for text in texts for line in text.splitlines() if line.strip()]
    return list(joined(lines, _of_one_span))


def joined(lines: Iterable[str], as_one: Callable[[str, str], str]) -> Iterator[str]:
    """Yield lines, for two of which `as_one` returns a text that one instead."""
    before = ""
    for line in lines:
        if one := as_one(before, line) if before else "":
            before = one
            continue
        if before:
            yield before
        before = line
    if before:
        yield before


def _answered(asked: str, text: str) -> str:
    """Return what a form asks for with its answer beside it: «Đơn vị báo cáo:», «Tỉnh đoàn Cà Mau»."""
    is_answer = asked.rstrip().endswith(":") and not text.rstrip().endswith(":")
    return f"{asked.rstrip()} {text}" if is_answer else ""


def _of_one_span(begun: str, line: str) -> str:
    """Return «Từ ngày: 01/6/2024» and «Đến ngày: 31/8/2024» after it as one."""
    is_one = _SINCE_DAY.fullmatch(spelled(begun)) and spelled(line).startswith("đến ngày")
    return f"{begun} {line}".replace(":", "") if is_one else ""


def _written(cell: Cell) -> str:
    """Return the text of a cell, a day as people write it."""
    is_day = cell.kind == "date" and len(cell.text) == len("2024-06-30")
    return "/".join(reversed(cell.text.split("-"))) if is_day else cell.text
