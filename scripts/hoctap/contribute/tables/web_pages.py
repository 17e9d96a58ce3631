"""Runs in the child process: the tables of a web page that a program gave out as .xls, as many systems do."""

import re
from collections.abc import Iterator
from typing import Any

from hoctap.contribute.text_file import NotReadError, text_of
from hoctap.contribute.workbook_limits import MOST_CELLS, MOST_COLUMNS, MOST_ROWS, TOO_LARGE

_ROWS = "./tr|./thead/tr|./tbody/tr|./tfoot/tr"
_WORDS = "text()[normalize-space() and not(ancestor::head or ancestor::script or ancestor::style or ancestor::table)]"
_LINES, _NO_WORDS = {"br", "p", "div", "li"}, {"table", "script", "style"}
_HIDDEN = re.compile(r"display\s*:\s*none", re.IGNORECASE)
_WORKBOOK = (b"\xd0\xcf\x11\xe0", b"\x09")
_TABLE = re.compile(r"<table\b", re.IGNORECASE)


def page_in(data: bytes) -> str:
    """Return the text of a file that is a web page with a table; empty for a workbook, in XML too."""
    if data.startswith(_WORKBOOK):
        return ""
    text = text_of(data, "không đọc được chữ trong tệp .xls")
    begin = text.lstrip("\ufeff \t\r\n")[:2000].lower()
    return text if begin.startswith("<") and "<workbook" not in begin and _TABLE.search(text) else ""


def tables_of_page(text: str) -> Iterator[dict[str, Any]]:
    """Yield each table: name, cells as (row, column, kind, text, hidden, doubt), merged ranges, lines before it."""
    from lxml import html  # noqa: PLC0415 - only for pages

    page = html.document_fromstring(text.encode("utf-8"), parser=html.HTMLParser(encoding="utf-8"))
    for at, table in enumerate(page.iter("table"), 1):
        cells, merged = _cells(table)
        above = [line for words in table.xpath(f"preceding::{_WORDS}") if (line := " ".join(words.split()))]
        yield {"name": f"bảng {at}", "cells": cells, "merged": merged, "above": above}


def _cells(table: Any) -> tuple[list[list[Any]], list[list[int]]]:
    covered: set[tuple[int, int]] = set()
    cells: list[list[Any]] = []
    merged: list[list[int]] = []
    for row, line in enumerate(table.xpath(_ROWS), 1):
        column = 1
        for cell in line.xpath("./td|./th"):
            while (row, column) in covered:
                column += 1
            down, right = _span(cell, "rowspan", MOST_ROWS), _span(cell, "colspan", MOST_COLUMNS)
            if len(covered) + down * right > MOST_CELLS or row > MOST_ROWS or column > MOST_COLUMNS:
                raise NotReadError(TOO_LARGE)
            covered.update((row + below, column + over) for below in range(down) for over in range(right))
            if text := _text(cell):
                cells.append([row, column, "text", text, _is_hidden(line) or _is_hidden(cell), ""])
            if down > 1 or right > 1:
                merged.append([row, column, row + down - 1, column + right - 1])
            column += right
    return cells, merged


def _span(cell: Any, name: str, most: int) -> int:
    written = (cell.get(name) or "1").strip()
    return min(max(int(written), 1), most) if written.isdecimal() else 1


def _is_hidden(element: Any) -> bool:
    return _HIDDEN.search(element.get("style") or "") is not None


def _text(cell: Any) -> str:
    """Return the words of a cell, each of its lines on one of its own, without those of a table inside it."""
    lines = (" ".join(line.split()) for line in "".join(_words(cell)).split("\n"))
    return "\n".join(line for line in lines if line)


def _words(element: Any) -> Iterator[str]:
    yield " ".join((element.text or "").split("\n"))
    for child in element:
        if child.tag in _LINES:
            yield "\n"
        if isinstance(child.tag, str) and child.tag not in _NO_WORDS:
            yield from _words(child)
        yield " ".join((child.tail or "").split("\n"))
