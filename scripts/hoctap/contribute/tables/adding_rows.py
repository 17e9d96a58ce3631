"""Rows that add up to another one in every column; the sums run along, so that each cell is read once."""

from collections.abc import Iterator, Sequence
from decimal import Decimal
from itertools import accumulate
from operator import add

from hoctap.contribute.tables.setting import Setting
from hoctap.contribute.tables.sums import values_of

Numbers = tuple[Decimal, ...]  # one of each column
_FEWEST = 2  # rows: one alone adds up nothing


def ends_below(setting: Setting, rows: Sequence[int], columns: Sequence[int]) -> list[int]:
    """Return for each row the place behind those right below it, two or more, that add up to it; else its own."""
    sums, ends = _running(numbers_of(setting, rows, columns)), list(range(len(rows)))
    for at, row in enumerate(rows):
        wanted = values_of(setting, row, columns)
        if any(wanted) and (found := _ends(sums, at + 1, wanted)):
            ends[at] = found[0]
    return ends


def tops(some: range, ends: Sequence[int]) -> Iterator[int]:
    """Yield the places among some whose rows add up to none before them; `ends` is what `ends_below` returned."""
    until = some.start
    for at in some:
        if at >= until:
            yield at
        if ends[at] <= some.stop:
            until = max(until, ends[at])


def numbers_of(setting: Setting, rows: Sequence[int], columns: Sequence[int]) -> list[Numbers]:
    """Return the numbers of rows, 0 for what is none or can be read two ways."""
    return [tuple(each or Decimal(0) for each in values_of(setting, row, columns)) for row in rows]


def added(numbers: Sequence[Numbers]) -> Numbers:
    """Return the sum of each column."""
    return tuple(sum(column, Decimal(0)) for column in zip(*numbers, strict=True))


def _running(numbers: Sequence[Numbers]) -> list[Numbers]:
    """Return the sums of the first row, of the first two, …, before them the zeros of none."""
    zeros = tuple(Decimal(0) for _ in (numbers or [()])[0])
    return [*accumulate(numbers, lambda before, each: tuple(map(add, before, each)), initial=zeros)]


def _ends(sums: Sequence[Numbers], start: int, wanted: Sequence[Decimal | None]) -> list[int]:
    """Return behind which rows those from `start` on, two or more, add up to what is wanted."""
    known = [each for each in wanted if each is not None]
    if len(known) < len(wanted) or start >= len(sums):
        return []
    target = tuple(map(add, sums[start], known))
    return [end for end in range(start + _FEWEST, len(sums)) if sums[end] == target]
