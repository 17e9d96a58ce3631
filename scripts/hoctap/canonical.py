"""The one right way to write a data file; `fix` writes it and a check compares with it.

UTF-8 without BOM, NFC, LF, one space between words, minimal quotes, rows sorted by key.
Owns form only: it must never change what a cell means.
"""

import csv
import io
import re
import unicodedata
from collections.abc import Iterable, Sequence

from hoctap.model.descriptor import Resource

# Spaces that look like one and are none; tabs and line breaks inside cells are left for people to judge.
_SPACES = re.compile("[ \u00a0\u2000-\u200a\u202f\u205f\u3000]+")
SortKey = tuple[tuple[int, int, str], ...]


def canonical_cell(text: str) -> str:
    """Return the cell in NFC with single ordinary spaces and none at the ends."""
    return _SPACES.sub(" ", unicodedata.normalize("NFC", text)).strip(" ")


def key_of(resource: Resource, cells: Sequence[str]) -> SortKey:
    """Return what rows of `resource` are sorted by: its primary key, whole numbers by value."""
    by_name = dict(zip(resource.header, cells, strict=True))
    return tuple(_sortable(by_name[name]) for name in resource.primary_key)


def _sortable(cell: str) -> tuple[int, int, str]:
    return (0, int(cell), "") if cell.isascii() and cell.isdigit() else (1, 0, cell)


def write_rows(header: Sequence[str], rows: Iterable[Sequence[str]]) -> str:
    """Return the CSV text of `rows` under `header`, quoted only where it must be."""
    out = io.StringIO()
    writer = csv.writer(out, lineterminator="\n")
    writer.writerow(header)
    writer.writerows(rows)
    return out.getvalue()


def canonical_text(resource: Resource, text: str) -> str:
    """Return the file `text` of `resource` in canonical form; csv.Error or ValueError if it is not such a CSV."""
    records = list(csv.reader(io.StringIO(text.removeprefix("\ufeff"), newline=""), strict=True))
    rows = [[canonical_cell(cell) for cell in record] for record in records if record]
    if not rows or any(len(row) != len(resource.header) for row in rows):
        raise ValueError("not every row has as many cells as the header")
    if any("\r" in cell for row in rows for cell in row):
        raise ValueError("a cell holds a line break, which csv would write unquoted")
    if tuple(rows[0]) != resource.header:
        raise ValueError("the header is not the descriptor's")
    body = sorted(rows[1:], key=lambda row: (key_of(resource, row), row))
    return write_rows(resource.header, body)
