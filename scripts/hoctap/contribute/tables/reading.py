"""Runs in the child process: opens a workbook or a text with tables and tells its cells, merged ranges and lines."""

import zipfile
from collections.abc import Iterable, Iterator, Sequence
from itertools import takewhile
from pathlib import Path
from typing import Any

from hoctap.contribute.number_formats import is_struck, kind_and_text
from hoctap.contribute.tables import old_excel, opendocument
from hoctap.contribute.tables.carried import carried_lines
from hoctap.contribute.tables.text_document import blocks_of_text
from hoctap.contribute.tables.web_pages import page_in, tables_of_page
from hoctap.contribute.tables.word_document import Table, blocks_of_word
from hoctap.contribute.text_file import STRUCK, NotReadError
from hoctap.contribute.workbook_limits import MOST_COLUMNS, MOST_MERGED
from hoctap.model.carrier import CARRIER

_LONGEST = 2000
_MOST_ABOVE = 12  # first lines of a text, its letterhead and title, and as many right above a table
_MOST_BELOW = 12  # lines of text below a table in which its notes may stand


def read_tables(path: Path) -> dict[str, Any]:
    """Return the grids of a file as plain lists, fit for JSON."""
    ending = path.suffix.lower()
    if ending in (".docx", ".odt"):
        texts = blocks_of_word(path) if ending == ".docx" else blocks_of_text(path)
        return {"grids": [*_from_text(texts), *_carried(path)]}
    return {"grids": [_sheet(**found) for found in _sheets(path, ending)]}


def _sheets(path: Path, ending: str) -> Iterator[dict[str, Any]]:
    """Return the sheets of a workbook, whatever it is called: some programs call an .xlsx file, or a page, .xls."""
    if ending == ".ods":
        return opendocument.sheets_of(path)
    if zipfile.is_zipfile(path):
        return _from_xlsx(path)
    page = page_in(path.read_bytes())
    return tables_of_page(page) if page else old_excel.sheets_of(path)


def _carried(path: Path) -> Iterator[dict[str, Any]]:
    """Yield what a document of ours carries unseen, as the sheet that a workbook of ours has for it."""
    if lines := carried_lines(path):
        filled = ((row, at, text) for row, line in enumerate(lines, 1) for at, text in enumerate(line, 1) if text)
        cells = [[row, at, "text", text, False, ""] for row, at, text in filled]
        yield _sheet(CARRIER, cells, visible=False)


def _sheet(name: str, cells: Iterable[Sequence[Any]], **more: Any) -> dict[str, Any]:
    """Return a sheet with what it leaves out, its texts and the lines above it no longer than anybody reads."""
    merged = more.get("merged", ())
    if sum((bottom - top + 1) * (right - left + 1) for top, left, bottom, right in merged) > MOST_MERGED:
        raise NotReadError("tệp có ô gộp quá rộng; hãy bỏ gộp các ô trống")
    short = [[row, column, kind, text[:_LONGEST], *rest] for row, column, kind, text, *rest in cells]
    plain_sheet = {"merged": [], "below": [], "word_table": 0, "visible": True}
    return {"name": name, "cells": short, **plain_sheet, **more, "above": first_and_last(more.get("above", ()))}


def _from_xlsx(path: Path) -> Iterator[dict[str, Any]]:
    from hoctap.contribute.workbooks import filled_cells, workbook

    values = workbook(path, data_only=True)
    formulas = workbook(path) if _has_formulas(path) else values  # opening it again takes as long
    for sheet in values.worksheets:
        typed = formulas[sheet.title]
        rows = {at for at, each in sheet.row_dimensions.items() if each.hidden}
        columns = _hidden_columns(sheet)
        cells = [
            [*cell_, cell.row in rows or cell.column in columns, _doubt(cell)]
            for cell in filled_cells(sheet)
            if (cell_ := _cell(cell, typed.cell(cell.row, cell.column)))
        ]
        merged = [[each.min_row, each.min_col, each.max_row, each.max_col] for each in sheet.merged_cells.ranges]
        visible = sheet.sheet_state == "visible"
        yield {"name": sheet.title, "cells": cells, "merged": merged, "visible": visible}


def _has_formulas(path: Path) -> bool:
    with zipfile.ZipFile(path) as file:
        return any(b"<f" in file.read(name) for name in file.namelist() if "worksheets/" in name)


def _hidden_columns(sheet: Any) -> set[int]:
    hidden: set[int] = set()
    for each in sheet.column_dimensions.values():
        if each.hidden and each.min:
            hidden.update(range(each.min, min(each.max, MOST_COLUMNS) + 1))
    return hidden


def _cell(cell: Any, typed: Any) -> list[Any] | None:
    if cell.value is None or cell.value == "":
        return [cell.row, cell.column, "formula", "=…"] if typed is not None and typed.data_type == "f" else None
    kind, text, words = kind_and_text(cell, cell.value)
    if words and kind == "number":
        return [cell.row, cell.column, "text", f"{text.replace('.', ',')} {words}"]
    return [cell.row, cell.column, kind, text]


def _doubt(cell: Any) -> str:
    if cell.comment is not None:
        return f"ô có chú thích: «{str(cell.comment.text).strip()[:200]}»"
    return STRUCK if is_struck(cell) else ""


def _from_text(blocks: Sequence[str | list[Table]]) -> Iterator[dict[str, Any]]:
    """Yield the tables of a text with the lines before and behind them; `blocks` are its paragraphs and tables."""
    above: list[str] = []
    at = 0
    for place, block in enumerate(blocks, 1):
        if isinstance(block, str):
            above += _lines(block)
            continue
        behind = takewhile(lambda each: isinstance(each, str), blocks[place : place + _MOST_BELOW])
        below = [line for each in behind if isinstance(each, str) for line in _lines(each)]
        for table, merged in block:
            at += 1
            yield _sheet(f"bảng {at}", table, merged=merged, above=above, below=below, word_table=at)
            if len(table) < 9:
                above += [line for cell in table for line in _lines(cell[3])]


def first_and_last(lines: Sequence[str]) -> list[str]:
    """Return the lines that a text begins with, its letterhead and title, and those right above a table."""
    return [*lines[:_MOST_ABOVE], *lines[_MOST_ABOVE:][-_MOST_ABOVE:]]


def _lines(text: str) -> list[str]:
    return [line.strip()[:_LONGEST] for line in text.splitlines() if line.strip()]
