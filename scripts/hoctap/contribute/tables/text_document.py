"""Runs in the child process: the paragraphs and tables of an .odt file, in the order of the page."""

import zipfile
from collections.abc import Iterator
from pathlib import Path
from typing import Any
from xml.etree.ElementTree import Element, fromstring

from hoctap.contribute.tables.opendocument import count, repeated, struck_styles, styles_of
from hoctap.contribute.tables.word_document import Table
from hoctap.contribute.text_file import STRUCK, NotReadError
from hoctap.contribute.workbook_limits import MOST_CELLS, MOST_COLUMNS, MOST_ROWS

_OFFICE = "{urn:oasis:names:tc:opendocument:xmlns:office:1.0}"
_STYLE = "{urn:oasis:names:tc:opendocument:xmlns:style:1.0}style"
_TEXT = "{urn:oasis:names:tc:opendocument:xmlns:text:1.0}"
_TABLE = "{urn:oasis:names:tc:opendocument:xmlns:table:1.0}"
_PARAGRAPHS = (f"{_TEXT}p", f"{_TEXT}h")
_GROUPS = (f"{_TEXT}list", f"{_TEXT}list-item", f"{_TEXT}list-header", f"{_TEXT}section")
_ROWS = (f"{_TABLE}table-header-rows", f"{_TABLE}table-rows", f"{_TABLE}table-row-group")
_CELLS = (f"{_TABLE}table-cell", f"{_TABLE}covered-table-cell")
# What stands between letters, and what is no text of the line it stands in.
_SIGNS = {f"{_TEXT}tab": "\t", f"{_TEXT}line-break": "\n", f"{_TEXT}s": " "}
_APART = (f"{_OFFICE}annotation", f"{_TEXT}note", f"{_TABLE}table")


def blocks_of_text(path: Path) -> list[str | list[Table]]:
    """Return the text of each paragraph, and of each table itself and those inside its cells."""
    with zipfile.ZipFile(path) as file:
        content = fromstring(file.read("content.xml"))  # noqa: S314 - see `workbook_limits`
    struck = {name for style in content.iter(_STYLE) for name in struck_styles(style)}
    body = content.find(f"{_OFFICE}body/{_OFFICE}text")
    return list(_blocks(body, struck)) if body is not None else []


def _blocks(body: Element, struck: set[str]) -> Iterator[str | list[Table]]:
    for each in body:
        if each.tag in _PARAGRAPHS:
            yield _text(each)
        elif each.tag in _GROUPS:
            yield from _blocks(each, struck)
        elif each.tag == f"{_TABLE}table":
            yield [_table(table, struck) for table in each.iter(f"{_TABLE}table")]


def _text(element: Element) -> str:
    parts = [element.text or ""]
    for each in element:
        parts.append(_SIGNS[each.tag] if each.tag in _SIGNS else "" if each.tag in _APART else _text(each))
        parts.append(each.tail or "")
    return "".join(parts)


def _table(table: Element, struck: set[str]) -> Table:
    cells: list[Any] = []
    merged: list[Any] = []
    row = 0
    for line in _rows(table):
        column = 0
        for cell in (each for each in line if each.tag in _CELLS):
            down, right = count(cell, "number-rows-spanned"), count(cell, "number-columns-spanned")
            if down > 1 or right > 1:
                merged.append([row + 1, column + 1, row + down, column + right])
            if text := "\n".join(_text(each) for each in cell if each.tag in _PARAGRAPHS).strip():
                cells.append([row + 1, column + 1, "text", text, False, _doubt(cell, struck)])
            column += repeated(cell, "columns", MOST_COLUMNS)
        row += repeated(line, "rows", MOST_ROWS)
        if len(cells) > MOST_CELLS:
            raise NotReadError(f"bảng phải có không quá {MOST_CELLS} ô")
    return cells, merged


def _rows(table: Element) -> Iterator[Element]:
    for each in table:
        if each.tag == f"{_TABLE}table-row":
            yield each
        elif each.tag in _ROWS:
            yield from _rows(each)


def _doubt(cell: Element, struck: set[str]) -> str:
    if (note := cell.find(f".//{_OFFICE}annotation")) is not None:
        return f"ô có chú thích: «{' '.join(''.join(note.itertext()).split())[:200]}»"
    return STRUCK if struck & styles_of(cell) else ""
