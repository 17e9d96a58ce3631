"""Figures that no table took: each is asked about or said to be left out, none is dropped in silence.

What counts nothing is passed over: running numbers and codes of rows, the numbers of columns, years.
"""

import re
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from collections.abc import Set as AbstractSet
from dataclasses import dataclass
from itertools import count, pairwise, takewhile

from hoctap.contribute.naming.figures import is_number
from hoctap.contribute.naming.words import spelled
from hoctap.contribute.tables.block import NUMBERED, Block, is_figure, is_ordinal, numbers_of_columns
from hoctap.contribute.tables.labels import label
from hoctap.contribute.tables.opening import Grid, Spot
from hoctap.contribute.tables.roles import Roles
from hoctap.contribute.tables.rows import CELL, SKIP, Answers, Row, Understood

_YEAR = re.compile(r"(?:19[4-9]|20[0-4])\d")
_TIME = re.compile(r"\b(?:năm|kỳ|khóa|khoá|quý|tháng|ngày|thời|niên)\b")
_FIRST = re.compile(r"(?:\d{1,3}\.)*1")
_FEWEST = 3
_ASKED = f"số không đứng trong bảng nào đọc được: thêm dòng tiêu đề cho bảng, hoặc trả lời «{SKIP}»"
_STRAY = "số lẻ đứng ngoài bảng, không đọc"


def outside(grid: Grid, tables: Sequence[tuple[Block, Roles]], answers: Answers, out: Understood, since: Spot) -> None:
    """Ask about each figure of a sheet that its tables neither took nor left out; a stray one or two are left out.

    `since` is how many rows, and how many figures left out, there were before the sheet was read.
    """
    addresses = {row.cell for row in out.rows[since[0] :]} | {cell for cell, _ in out.left_out[since[1] :]}
    within = {row for table, _ in tables for row in table.body}
    spots = [spot for spot in _Loose(grid, _passed_over(grid, tables)).figures() if grid.address(spot) not in addresses]
    is_few = sum(row not in within for row, _ in spots) < _FEWEST
    for spot in spots:
        address = grid.address(spot)
        if answers.get((CELL, address)) == SKIP:
            out.left_out.append((address, "bỏ qua theo trả lời"))
        elif is_few and spot[0] not in within:
            out.left_out.append((address, _STRAY))
        else:
            out.rows.append(Row(cell=address, question=_ASKED, typed=grid.text(spot)))


def _passed_over(grid: Grid, tables: Sequence[tuple[Block, Roles]]) -> set[Spot]:
    """Return the cells of tables whose numbers count nothing: heads, running numbers and codes under theirs, times."""
    found: set[Spot] = set()
    for table, roles in tables:
        found |= {(row, column) for row in table.header for column in table.columns}
        ordinals = [at for at in roles.ordinals if (path := table.header_path(at)) and all(map(is_ordinal, path))]
        found |= {(row, column) for row in table.body for column in ordinals}
        times = ((row, column) for row in table.body for column in roles.periods)
        found |= {spot for spot in times if _is_time(grid.text(spot))}
    return found | _numbers_of_lists(grid, tables)


def _numbers_of_lists(grid: Grid, tables: Sequence[tuple[Block, Roles]]) -> set[Spot]:
    """Return the running numbers of lists without a header, which those side by side share: «1» beside «2»."""
    lists = ((table, at) for table, roles in tables if not table.header for at in roles.ordinals)
    spots = {(row, at): _bare(grid.text((row, at))) for table, at in lists for row in table.body}
    running = set(_running({*spots.values()}))
    return {spot for spot, number in spots.items() if number in running}


def _is_time(text: str) -> bool:
    """Return whether a number in a column of times is one: «5» under «Tháng», «2025 (dự kiến)» under «Năm»."""
    return bool(NUMBERED.fullmatch(text) or re.match(rf"{_YEAR.pattern}(?!\d)", text) or label(text).periods)


@dataclass(frozen=True, slots=True)
class _Loose:
    """The figures of a sheet but for those that are passed over."""

    grid: Grid
    passed_over: AbstractSet[Spot]

    def figures(self) -> Iterator[Spot]:
        """Yield the cells that hold a number of something, from the top."""
        rows: defaultdict[int, list[int]] = defaultdict(list)
        for row, column in sorted(self.grid.cells):
            rows[row].append(column)
        numbers = self._numbers_of_rows(rows)
        for row, columns in rows.items():
            texts = [spelled(self.grid.text((row, column))) for column in columns]
            if _are_numbers_of_columns(texts) or all(map(_YEAR.fullmatch, texts)):
                continue
            for at, column in enumerate(columns):
                is_year = _YEAR.fullmatch(texts[at]) and (at == 0 or _TIME.search(texts[at - 1]))
                is_of_row = at == 0 and _bare(texts[0]) in numbers[column] and _has_words(texts[1:])
                if self._holds_one((row, column)) and not (is_year or is_of_row):
                    yield row, column

    def _holds_one(self, spot: Spot) -> bool:
        if spot in self.passed_over or not is_figure(self.grid, *spot):
            return False
        return self.grid.cells[spot].kind in ("formula", "error") or is_number(self.grid.text(spot))

    def _numbers_of_rows(self, rows: Mapping[int, Sequence[int]]) -> Mapping[int, AbstractSet[str]]:
        """Return the running numbers that stand first in their rows, for each column."""
        found: defaultdict[int, set[str]] = defaultdict(set)
        for row, (first, *_) in rows.items():
            found[first].add(_bare(self.grid.text((row, first))))
        return {column: set(_running(numbers)) for column, numbers in found.items()}


def _running(numbers: AbstractSet[str]) -> Iterator[str]:
    """Yield the numbers that count up from 1: «1», «2»; «4.1», «4.2»."""
    for number in numbers:
        if _FIRST.fullmatch(number):
            over = number[:-1]
            yield from takewhile(numbers.__contains__, map(f"{over}{{}}".format, count(1)))


def _has_words(texts: Sequence[str]) -> bool:
    return any(re.search(r"[^\W\d]", text) for text in texts)


def _bare(number: str) -> str:
    return re.sub(r"(?<!\d)0+(?=\d)", "", number.strip(" .)("))


def _are_numbers_of_columns(texts: Sequence[str]) -> bool:
    """Return whether a row numbers the columns: «(1) | (2) | (3)», «A | B | 1 | 2»."""
    if len(texts) < 2 or not all(map(NUMBERED.fullmatch, texts)):
        return False
    numbers = numbers_of_columns(texts)
    return all(b - a == 1 for a, b in pairwise(numbers)) and numbers[:1] in ([], [1], [2], [3])
