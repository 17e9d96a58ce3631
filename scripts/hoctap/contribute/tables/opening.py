"""The sheets of a stranger's file as cells with their place, merged ranges and the lines around them.

Workbooks and Word files are opened by `reading`, in the child process with little memory and time.
"""

import re
import unicodedata
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import Any

from openpyxl.utils import get_column_letter

from hoctap.contribute import sandbox
from hoctap.contribute.grid import read_sheets
from hoctap.contribute.other_files import tables_of
from hoctap.load import no_collection
from hoctap.model.carrier import CARRIER
from hoctap.vietnamese.encodings import decoder_of

KINDS = (".xlsx", ".xls", ".ods", ".csv", ".tsv", ".txt", ".docx", ".odt")
Spot = tuple[int, int]
_LEAD = re.compile(r"^\s*(?:ghi chú|chú thích|lưu ý)\s*[:.]?\s*", re.IGNORECASE)
_SMALL = re.compile(r"\([¹²³⁴-⁹]{1,2}\)")
_NEXT_NOTE = re.compile(r"(?<=[;.\n])\s*(?=(?:\(\d{1,2}\)|\(?\*+\)?)\s)")
_NOTE = re.compile(r"(?:^|[:;.]\s*)(\(\d{1,2}\))\s")


@dataclass(frozen=True, slots=True)
class Cell:
    """`kind` is text, number, percent, date, formula or error; `doubt` says why a person has to look at it."""

    kind: str
    text: str
    hidden: bool = False
    doubt: str = ""


@dataclass(frozen=True, slots=True)
class Grid:
    """A sheet, a CSV file or a table of a Word file; `above` and `below` are lines that stand before and behind it."""

    name: str
    cells: Mapping[Spot, Cell]
    merged: tuple[tuple[int, int, int, int], ...] = ()
    above: tuple[str, ...] = ()
    below: tuple[str, ...] = ()
    word_table: int = 0
    visible: bool = True
    owner: Mapping[Spot, Spot] = field(default_factory=dict)
    # Of a grid that was laid out anew: where each cell stands in the file.
    origin: Mapping[Spot, Spot] = field(default_factory=dict)
    _lines: dict[Spot, str] = field(default_factory=dict, compare=False, repr=False)
    figures: dict[Spot, bool] = field(default_factory=dict, compare=False, repr=False)
    _notes: list[frozenset[str]] = field(default_factory=list, compare=False, repr=False)

    def address(self, spot: Spot) -> str:
        """Return the cell as people find it again: `Sheet!C7`, `csv!C7`, `2/5/4` in Word."""
        row, column = self.origin.get(spot, spot)
        return (
            f"{self.word_table}/{row}/{column}" if self.word_table else f"{self.name}!{get_column_letter(column)}{row}"
        )

    def text(self, spot: Spot) -> str:
        """Return what stands in the cell, or in the merged range that covers it."""
        cell = self.cells.get(self.owner.get(spot, spot))
        return cell.text if cell else ""

    def line(self, spot: Spot) -> str:
        """Return the same text on one line; asked for many times of each cell, so it is kept."""
        if (known := self._lines.get(spot)) is None:
            known = self._lines[spot] = " ".join(self.text(spot).split())
        return known

    def laid_out(self, cells: Mapping[Spot, Cell], **more: Any) -> "Grid":
        """Return the sheet with other cells: some of its own, or all of them in other places."""
        return replace(self, cells=cells, figures={}, _lines={}, _notes=[], **more)

    @property
    def notes(self) -> frozenset[str]:
        """The numbers in brackets that cells, or lines below a table, explain: «(1)» of «Ghi chú: (1) Số ước tính»."""
        if not self._notes:
            texts = (*(cell.text for cell in self.cells.values() if "(" in cell.text), *self.below)
            self._notes.append(frozenset(found[1] for text in texts for found in _NOTE.finditer(text)))
        return self._notes[0]

    def notes_of(self, sign: str) -> tuple[str, ...]:
        """Return the notes, in cells and lines below a table, that begin with a sign: «* Số ước», «Ghi chú: (1) …»."""
        texts = (*(cell.text for cell in self.cells.values() if cell.kind == "text"), *self.below)
        notes = (note.strip() for text in texts if sign in text for note in _NEXT_NOTE.split(_LEAD.sub("", text)))
        return tuple(note for note in notes if note.startswith(sign) and len(note) > len(sign) + 2)

    @property
    def size(self) -> Spot:
        """The last row and the last column that have a cell; 0 where there is none."""
        return max((row for row, _ in self.cells), default=0), max((column for _, column in self.cells), default=0)


def grids(path: Path) -> tuple[Grid, ...]:
    """Return every sheet or table of the file; RefusedError if it is not to be opened."""
    ending = path.suffix.lower()
    if ending in (".csv", ".tsv", ".txt"):
        cells = {(c.row, c.column): Cell("text", c.text) for sheet in read_sheets(path) for c in sheet.cells.values()}
        return (Grid("csv", cells),)
    if ending not in KINDS:
        raise sandbox.RefusedError(f"tệp phải là một trong các loại {', '.join(KINDS)}")
    with no_collection():
        # What a file of ours carries unseen is no table.
        return tuple(_grid(each) for each in tables_of(path) if each["visible"] or each["name"] != CARRIER)


def _grid(read: Mapping[str, Any]) -> Grid:
    decode = decoder_of([*read["above"], *(text for _, _, kind, text, *_ in read["cells"] if kind == "text")])
    cells = {
        (row, column): Cell(kind, _signed(decode(text)), *more) for row, column, kind, text, *more in read["cells"]
    }
    merged = tuple((top, left, bottom, right) for top, left, bottom, right in read["merged"])
    above, below = tuple(map(decode, read["above"])), tuple(map(decode, read["below"]))
    return Grid(decode(read["name"]), cells, merged, above, below, read["word_table"], read["visible"], covered(merged))


def _signed(text: str) -> str:
    """Return a text with the small number of a note in brackets as it stands before the note: «41.206(¹)»."""
    return _SMALL.sub(lambda hit: unicodedata.normalize("NFKC", hit[0]), text)


def covered(merged: Iterable[tuple[int, int, int, int]]) -> dict[Spot, Spot]:
    """Return for each spot that a merged range covers where the text of the range stands."""
    return {
        (row, column): (top, left)
        for top, left, bottom, right in merged
        for row in range(top, min(bottom, top + 2000) + 1)
        for column in range(left, min(right, left + 200) + 1)
    }
