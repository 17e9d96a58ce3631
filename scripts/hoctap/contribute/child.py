"""Runs in a process of its own: opens a file that a stranger sent. Speaks JSON over standard output.

`read FILE` tells every cell, `tables FILE` those of a file that is not our form, `csv FILE` those of text (headers of
ours on standard input), `article FILE` its lines; `mark FILE OUT` colours the cells named on standard input.
`refused` tells why not. Called by `sandbox` only.
"""

import gc
import json
import sys
from collections.abc import Sequence
from pathlib import Path
from typing import Any

from hoctap.contribute.article_file import article_lines
from hoctap.contribute.number_formats import is_struck, kind_and_text
from hoctap.contribute.tables.reading import read_tables
from hoctap.contribute.text_file import NotReadError, csv_cells
from hoctap.contribute.workbook_limits import MOST_COLUMNS, MOST_ROWS, TOO_LARGE
from hoctap.contribute.workbooks import filled_cells, workbook

_LONGEST = 4000


def main(words: Sequence[str]) -> None:
    """Print what the words ask for; what they need besides is JSON on standard input."""
    json.dump(answer(words, json.load(sys.stdin)), sys.stdout)


def answer(words: Sequence[str], given: Any) -> dict[str, Any]:
    """Return what the first word asks about the file named by the second."""
    what, path = words[0], Path(words[1])
    try:
        if what == "csv":
            return {"cells": csv_cells(path, given)}
        if what == "article":
            return {"lines": article_lines(path)}
        if what == "mark":
            mark(path, Path(words[2]), given)
            return {}
        return read(path) if what == "read" else read_tables(path)
    except NotReadError as error:
        return {"refused": str(error)}


def read(path: Path) -> dict[str, Any]:
    """Return the sheets with their cells as (row, column, kind, text, words of the number format, struck, comment)."""
    book = workbook(path)
    sheets = [
        {
            "name": sheet.title,
            "visible": sheet.sheet_state == "visible",
            "cells": [found for cell in filled_cells(sheet) if (found := _cell(cell)) is not None],
            "merged": [[each.min_row, each.min_col, each.max_row, each.max_col] for each in sheet.merged_cells.ranges],
            "hidden_rows": [at for at, row in sheet.row_dimensions.items() if row.hidden],
            "hidden_columns": [
                at
                for name, column in sheet.column_dimensions.items()
                if column.hidden
                for at in range(column.min or _number(name), min(column.max or _number(name), MOST_COLUMNS) + 1)
            ],
        }
        for sheet in book.worksheets
    ]
    return {"sheets": sheets}


def _number(letters: str) -> int:
    from openpyxl.utils import column_index_from_string  # noqa: PLC0415 - rare

    return int(column_index_from_string(letters))


def _cell(cell: Any) -> list[Any] | None:
    value = cell.value
    note = cell.comment.text[:_LONGEST] if getattr(cell, "comment", None) else ""
    if (value is None or value == "") and not note:
        return None
    if cell.row > MOST_ROWS or cell.column > MOST_COLUMNS:
        raise NotReadError(TOO_LARGE)
    kind, text, words = ("text", "", "") if value is None else kind_and_text(cell, value)
    struck = is_struck(cell) if hasattr(cell, "font") else False
    return [cell.row, cell.column, kind, text[:_LONGEST], words, struck, note]


def mark(path: Path, out: Path, request: dict[str, Any]) -> None:
    """Save a copy with each wrong cell coloured and explained, and a sheet that lists them all."""
    from openpyxl.styles import Alignment, Font  # noqa: PLC0415 - text and articles are read without it

    book = workbook(path)
    _explain(book, request["marks"])
    if request["list"] in book.sheetnames:
        del book[request["list"]]
    listing = book.create_sheet(request["list"], 0)
    for row in [request["head"], *request["rows"]]:
        listing.append([_printable(word) for word in row])
    for letter, width in zip("ABCDEFGHIJ", (18, 8, 30, 50, 60, 30, 30, 26, 16, 14), strict=True):
        listing.column_dimensions[letter].width = width
    for cell in listing[1]:
        cell.font = Font(bold=True)
    for row in listing.iter_rows(min_row=2):
        for cell in row:
            cell.alignment = Alignment(wrap_text=True, vertical="top")
            cell.data_type = "s" if cell.data_type == "f" else cell.data_type
    book.active = 0
    for sheet in book.worksheets:
        sheet.sheet_view.tabSelected = sheet is listing
    book.save(out)


def _explain(book: Any, marks: Sequence[dict[str, Any]]) -> None:
    """Colour each wrong cell and say in a note what is wrong with it."""
    from openpyxl.comments import Comment  # noqa: PLC0415 - as above
    from openpyxl.styles import PatternFill  # noqa: PLC0415

    red = PatternFill("solid", start_color="FFC7CE", end_color="FFC7CE")
    texts: dict[tuple[str, int, int], list[str]] = {}
    for each in marks:
        spot = _first_of_merged(book[each["sheet"]], each["row"], each["column"])
        texts.setdefault((each["sheet"], *spot), []).append(each["comment"])
    for (name, row, column), comments in texts.items():
        cell = book[name].cell(row, column)
        if hasattr(cell, "fill"):
            cell.fill = red
            cell.comment = Comment("\n".join(comments), "Sổ Học Tập", width=360, height=140)


def _first_of_merged(sheet: Any, row: int, column: int) -> tuple[int, int]:
    """Return the cell that holds what a cell shows: of merged cells only the first can be written to."""
    from openpyxl.cell import MergedCell  # noqa: PLC0415 - as above

    if not isinstance(sheet.cell(row, column), MergedCell):  # a file may have ten thousand marks
        return row, column
    for each in sheet.merged_cells:
        if each.min_row <= row <= each.max_row and each.min_col <= column <= each.max_col:
            return each.min_row, each.min_col
    return row, column


def _printable(word: str) -> str:
    return "".join(char if char.isprintable() else " " for char in word)


if __name__ == "__main__":
    # openpyxl loads numpy where there is one; cells need none, and loading it takes longer than reading most files.
    sys.modules["numpy"] = None  # type: ignore[assignment]
    gc.disable()  # it lives for one file
    main(sys.argv[1:])
