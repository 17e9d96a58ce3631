"""A sheet as cells with their place, from a workbook or from CSV of any making. Finds the table in it."""

import csv
import io
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from pathlib import Path

from hoctap.contribute import sandbox, workbook_limits
from hoctap.contribute.form import plain
from hoctap.vietnamese.encodings import decoded

MOST_CSV_BYTES = 5_000_000
_LOOK_FOR_HEADER = 40


@dataclass(frozen=True, slots=True)
class Cell:
    """What stands in a cell: `kind` is text, number, percent, date, formula or error."""

    row: int
    column: int
    kind: str
    text: str


@dataclass(frozen=True, slots=True)
class Sheet:
    name: str
    visible: bool
    cells: Mapping[tuple[int, int], Cell]

    def rows(self) -> dict[int, list[Cell]]:
        """Return the cells of each row that has any."""
        rows: dict[int, list[Cell]] = {}
        for cell in self.cells.values():
            rows.setdefault(cell.row, []).append(cell)
        return dict(sorted(rows.items()))


@dataclass(frozen=True, slots=True)
class Found:
    """A table found in a sheet: the row of its header and the column of each field."""

    header_row: int
    columns: Mapping[str, int]


def opened(path: Path) -> tuple[Sheet, ...]:
    """Return the sheets of a workbook or CSV file; RefusedError if it is not to be opened."""
    if path.suffix.lower() in (".csv", ".txt", ".tsv"):
        return (_from_csv(path),)
    why = workbook_limits.refusal(path)
    if why:
        raise sandbox.RefusedError(why)
    return tuple(
        _sheet(each["name"], each["visible"], (Cell(*told) for told in each["cells"]))
        for each in sandbox.read(path)["sheets"]
    )


def _sheet(name: str, visible: bool, cells: Iterable[Cell]) -> Sheet:
    return Sheet(name, visible, {(cell.row, cell.column): cell for cell in cells})


def _from_csv(path: Path) -> Sheet:
    if path.stat().st_size > MOST_CSV_BYTES:
        raise sandbox.RefusedError("tệp CSV phải nhỏ hơn 5 MB")
    text = _text(path.read_bytes())
    head = text[:5000]
    mark = max(",;\t|", key=head.count)
    cells = []
    try:
        for row, record in enumerate(csv.reader(io.StringIO(text, newline=""), delimiter=mark), 1):
            cells += [Cell(row, at, "text", word) for at, word in enumerate(record, 1) if word.strip()]
    except csv.Error as error:
        raise sandbox.RefusedError(f"tệp CSV hỏng ở dòng {row + 1 if cells else 1}") from error
    return _sheet(path.stem[:31], visible=True, cells=cells)


def _text(data: bytes) -> str:
    for start, encoding in ((b"\xef\xbb\xbf", "utf-8-sig"), (b"\xff\xfe", "utf-16"), (b"\xfe\xff", "utf-16")):
        if data.startswith(start):
            return data.decode(encoding, "replace")
    try:
        return data.decode("utf-8")
    except UnicodeDecodeError:
        meant = decoded(data)
        if meant is None:
            raise sandbox.RefusedError("tệp CSV phải là UTF-8 hoặc Windows-1258") from None
        return meant[1]


def table_in(sheet: Sheet, words: Mapping[str, str]) -> Found | None:
    """Return where the table of the headers `words` stands: the row among the first that names most columns."""
    best: Found | None = None
    for row, cells in list(sheet.rows().items())[:_LOOK_FOR_HEADER]:
        columns: dict[str, int] = {}
        for cell in sorted(cells, key=lambda cell: cell.column):
            name = words.get(plain(cell.text))
            if name:
                columns.setdefault(name, cell.column)
        if len(columns) > (len(best.columns) if best else 2):
            best = Found(row, columns)
    return best
