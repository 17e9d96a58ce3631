"""A sheet as cells with their place, from a workbook or from CSV of any making. Finds the table in it."""

import re
from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import Any

from hoctap.contribute import sandbox, workbook_limits
from hoctap.contribute.file_kinds import what_it_is
from hoctap.contribute.other_files import KINDS, tables_of
from hoctap.contribute.text_file import STRUCK
from hoctap.vietnamese.characters import printable
from hoctap.vietnamese.writing import letters_and_digits

MOST_CSV_BYTES = 5_000_000
_LOOK_FOR_HEADER = 40
_FEWEST_HEADERS = 3


@dataclass(frozen=True, slots=True)
class Cell:
    """What stands in a cell: `kind` is text, number, percent, date, formula or error.

    `words` are those its number format shows beside a number, `struck` is struck through, `comment` a note on it.
    """

    row: int
    column: int
    kind: str
    text: str
    words: str = ""
    struck: bool = False
    comment: str = ""


@dataclass(frozen=True, slots=True)
class Sheet:
    """A sheet of a workbook, or a CSV file as one: its filled cells by row and column, both counted from 1.

    `merged` leads from each cell below the first of a range that is merged down to that first one. A table of a text
    document is `of_text`, and `above` are the lines before it.
    """

    name: str
    visible: bool
    cells: Mapping[tuple[int, int], Cell]
    hidden_rows: frozenset[int] = frozenset()
    hidden_columns: frozenset[int] = frozenset()
    merged: Mapping[tuple[int, int], tuple[int, int]] = field(default_factory=dict)
    above: tuple[str, ...] = ()
    of_text: bool = False

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


def read_sheets(path: Path, headers: Collection[str] = ()) -> tuple[Sheet, ...]:
    """Return the sheets of a workbook or CSV file; RefusedError if it is not to be opened, OSError if it is not there.

    `headers` are plain words that a table of ours may have at its top: they tell what separates the cells of a CSV.
    """
    is_text = path.suffix.lower() in (".csv", ".txt", ".tsv")
    sandbox.refuse_unless_file(path, MOST_CSV_BYTES if is_text else workbook_limits.MOST_BYTES)
    if is_text and (why := what_it_is(path)):
        raise sandbox.RefusedError(why)
    if is_text:
        return (_from_csv(path, headers),)
    if path.suffix.lower() in KINDS:
        return tuple(_from_table(each) for each in tables_of(path))
    why = workbook_limits.refusal(path)
    if why:
        raise sandbox.RefusedError(why)
    if _has_no_table(path, headers):
        return ()
    sheets = sandbox.read(path)["sheets"]
    if not sheets:
        raise sandbox.RefusedError(
            "không thấy trang tính nào (tệp kiểu Strict?); hãy lưu lại là «Excel Workbook (.xlsx)»"
        )
    return tuple(
        _sheet(
            each["name"],
            each["visible"],
            (Cell(*values) for values in each["cells"]),
            frozenset(each["hidden_rows"]),
            frozenset(each["hidden_columns"]),
            each["merged"],
        )
        for each in sheets
    )


def _has_no_table(path: Path, headers: Collection[str]) -> bool:
    """Return whether a workbook names too few headers of ours anywhere: then it need not be opened for a table."""
    texts = workbook_limits.words_in(path) if headers else None
    return (
        texts is not None
        and len({letters_and_digits(without_brackets(text)) for text in texts} & set(headers)) < _FEWEST_HEADERS
    )


def _from_table(table: Mapping[str, Any]) -> Sheet:
    """Return a table of an .ods, .xls or Word file as a sheet; what its cells are in doubt for is kept as a note."""
    cells = [
        (Cell(row, at, kind, text, "", *_seen(doubt)), hidden) for row, at, kind, text, hidden, doubt in table["cells"]
    ]
    visible_rows = {cell.row for cell, hidden in cells if not hidden}
    rows = frozenset(cell.row for cell, _ in cells) - visible_rows
    sheet = _sheet(table["name"], table["visible"], (cell for cell, _ in cells), rows, merged=table["merged"])
    return replace(sheet, above=tuple(table["above"]), of_text=bool(table["word_table"]))


def _seen(doubt: str) -> tuple[bool, str]:
    """Return whether a cell is struck through, and the note on it."""
    return (True, "") if doubt == STRUCK else (False, doubt)


def _sheet(
    name: str,
    visible: bool,
    cells: Iterable[Cell],
    rows: frozenset[int] = frozenset(),
    columns: frozenset[int] = frozenset(),
    merged: Iterable[tuple[int, int, int, int]] = (),
) -> Sheet:
    first_of = {
        (row, left): (top, left)
        for top, left, bottom, right in merged
        if left == right
        for row in range(top + 1, bottom + 1)
    }
    return Sheet(name, visible, {(cell.row, cell.column): cell for cell in cells}, rows, columns, first_of)


def _from_csv(path: Path, headers: Collection[str]) -> Sheet:
    cells = (Cell(row, column, "text", text) for row, column, text in sandbox.read_csv(path, headers))
    return _sheet(_sheet_name(path), visible=True, cells=cells)


def _sheet_name(path: Path) -> str:
    """Return the name of a file as spreadsheets allow it for a sheet."""
    return re.sub(r"[\[\]:*?/\\']", "_", printable(path.stem))[:31] or "csv"


def without_brackets(head: str) -> str:
    """Return a header without the measure that its end may tell in brackets: «Giá trị (triệu đồng)»."""
    return head[: head.rindex("(")] if re.search(r"\([^()]*\)[\s*:]*$", head) else head


def table_in(sheet: Sheet, words: Mapping[str, str]) -> Found | None:
    """Return where the table of the headers `words` stands: the row among the first that names most columns."""
    best: Found | None = None
    for row, cells in list(sheet.rows().items())[:_LOOK_FOR_HEADER]:
        columns: dict[str, int] = {}
        ordered = sorted(cells, key=lambda cell: cell.column)
        for cell in ordered:
            if name := words.get(letters_and_digits(cell.text)):
                columns.setdefault(name, cell.column)
        for cell in ordered:
            if (name := words.get(letters_and_digits(without_brackets(cell.text)))) == "value":
                columns.setdefault(name, cell.column)
        if len(columns) > (len(best.columns) if best else _FEWEST_HEADERS - 1):
            best = Found(row, columns)
    return best
