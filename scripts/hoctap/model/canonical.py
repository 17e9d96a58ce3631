"""The one right way to write a data file; `fix` writes it and a check compares with it.

UTF-8 without BOM, NFC, LF, one space between words, minimal quotes, rows sorted by key.
Owns form only: it must never change what a cell means.
"""

import csv
import io
import re
import unicodedata
from collections.abc import Callable, Collection, Iterable, Iterator, Sequence
from functools import lru_cache
from itertools import chain, pairwise

from hoctap.model.descriptor import Resource
from hoctap.model.each_once import EachOnce
from hoctap.model.utf8 import in_utf8

# Spaces that look like one and are none; tabs and line breaks inside cells are left for people to judge.
_OTHER_SPACES = ("\u00a0", *map(chr, range(0x2000, 0x200B)), "\u202f", "\u205f", "\u3000")
_SPACES = re.compile(f"[ {''.join(_OTHER_SPACES)}]+")
SortKey = tuple[tuple[int, int, str], ...]


@lru_cache(maxsize=65536)
def canonical_cell(text: str) -> str:
    """Return the cell in NFC with single ordinary spaces and none at the ends."""
    return _SPACES.sub(" ", unicodedata.normalize("NFC", text)).strip(" ")


def are_canonical(cells: Collection[str]) -> bool:
    """Return whether each cell is in canonical form, told by one look at all of them; unsure means one by one."""
    text = "\n".join(["", *cells, ""])
    odd = ("  ", "\n ", " \n", *(() if text.isascii() else _OTHER_SPACES))
    if unicodedata.is_normalized("NFC", text) and not any(map(text.__contains__, odd)):
        return True
    return all(canonical_cell(cell) == cell for cell in cells)


def key_in(resource: Resource) -> Callable[[Sequence[str]], SortKey]:
    """Return what tells what a row of `resource` is sorted by, to be asked of many."""
    at = _key_positions(resource)
    return lambda cells: tuple([sortable(cells[position]) for position in at])


def _key_positions(resource: Resource) -> list[int]:
    header = resource.header
    return [header.index(name) for name in resource.primary_key]


@lru_cache(maxsize=65536)
def sortable(cell: str) -> tuple[int, int, str]:
    """Return what a cell of a key is sorted by."""
    return (0, int(cell), "") if cell.isascii() and cell.isdigit() and len(cell) < _LONGEST else (1, 0, cell)


# Python refuses to read whole numbers of more digits; no key is one.
_LONGEST = 4000


def write_rows(header: Sequence[str], rows: Iterable[Sequence[str]]) -> str:
    """Return the CSV text of `rows` under `header`, quoted only where it must be."""
    return "".join(_lines(header, rows))


def csv_file(header: Sequence[str], rows: Iterable[Sequence[str]]) -> bytes:
    """Return the CSV text of `rows` as a file has it."""
    return in_utf8(_lines(header, rows))


def _lines(header: Sequence[str], rows: Iterable[Sequence[str]]) -> Iterator[str]:
    # What csv writes, in a quarter of the time: it looks at every letter, and most cells stand in many rows.
    written = _WRITTEN.__getitem__
    return (f"{','.join(map(written, row)) or _EMPTY}\n" for row in chain((header,), rows))


# A line of one empty cell; without quotes it would be no row.
_EMPTY = '""'


_QUOTED = re.compile(r"[,\r\n]")


def _written(cell: str) -> str:
    if '"' in cell:
        return '"' + cell.replace('"', '""') + '"'
    return f'"{cell}"' if _QUOTED.search(cell) else cell


_WRITTEN = EachOnce(_written)


def canonical_text(resource: Resource, text: str) -> str:
    """Return the file `text` of `resource` in canonical form; csv.Error or ValueError if it is not such a CSV."""
    return canonical_form(resource, csv.reader(io.StringIO(text.removeprefix("\ufeff"), newline=""), strict=True))


def canonical_form(resource: Resource, records: Iterable[Sequence[str]]) -> str:
    """Return the canonical file of `records`, the header first; ValueError if they are not rows of `resource`."""
    right = EachOnce(canonical_cell)
    rows = [row for record in records if any(row := tuple([right[cell] for cell in record]))]
    if not rows or rows[0] != resource.header:
        raise ValueError("the header is not the descriptor's")
    if any(len(row) != len(resource.header) for row in rows):
        raise ValueError("not every row has as many cells as the header")
    if any("\r" in cell for cell in right):
        raise ValueError("a cell holds a line break, which csv would write unquoted")
    own = [row for row in rows[1:] if row != resource.header]  # files that were joined have it once more
    return write_rows(resource.header, _in_order(resource, own))


def is_canonical(resource: Resource, data: bytes, rows: Sequence[tuple[str, ...]]) -> bool:
    """Return whether the file `data`, whose sound rows are `rows`, is written as `canonical_text` would write it."""
    if not are_canonical(set(chain.from_iterable(rows))):
        return False
    same = _Same(data)
    writer = csv.writer(same, lineterminator="\n")
    writer.writerow(resource.header)
    writer.writerows(rows)
    return same.so_far and same.at == len(data) and _is_in_order(resource, rows)


def _is_in_order(resource: Resource, rows: Sequence[tuple[str, ...]]) -> bool:
    at, rank = _key_positions(resource), EachOnce(sortable)
    keys = ([rank[row[position]] for position in at] for row in rows)
    pairs = zip(pairwise(keys), pairwise(rows), strict=True)
    return all(before < after or (before == after and one <= other) for (before, after), (one, other) in pairs)


class _Same:
    """A file that compares what is written to it with what is there."""

    def __init__(self, data: bytes) -> None:
        self._data, self.at, self.so_far = data, 0, True

    def write(self, text: str) -> None:
        end = self.at + len(written := text.encode())
        self.so_far = self.so_far and self._data[self.at : end] == written
        self.at = end


def _in_order(resource: Resource, rows: list[tuple[str, ...]]) -> list[tuple[str, ...]]:
    at = _key_positions(resource)

    def place(row: tuple[str, ...]) -> tuple[SortKey, tuple[str, ...]]:
        return tuple([sortable(row[n]) for n in at]), row

    # Most files are in order already, and sorting holds a key for every row.
    return rows if all(before <= after for before, after in pairwise(map(place, rows))) else sorted(rows, key=place)
