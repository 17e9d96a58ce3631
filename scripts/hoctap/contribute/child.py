"""Runs in a process of its own: opens a workbook that a stranger sent. Speaks JSON over standard output.

`read FILE` tells every cell; `mark FILE OUT` colours the cells named on standard input. Called by `sandbox` only.
"""

import datetime as dt
import json
import sys
from collections.abc import Sequence
from pathlib import Path
from typing import Any

from openpyxl import load_workbook
from openpyxl.comments import Comment
from openpyxl.styles import Alignment, Font, PatternFill

_RED = PatternFill("solid", start_color="FFC7CE", end_color="FFC7CE")
_LONGEST = 4000


def main(words: Sequence[str]) -> None:
    """Do what the first word says."""
    if words[0] == "read":
        json.dump(read(Path(words[1])), sys.stdout)
    else:
        mark(Path(words[1]), Path(words[2]), json.load(sys.stdin))


def read(path: Path) -> dict[str, Any]:
    """Return the sheets with their cells as (row, column, kind, text)."""
    book = load_workbook(path, data_only=False, keep_links=False)
    sheets = [
        {
            "name": sheet.title,
            "visible": sheet.sheet_state == "visible",
            "cells": [told for row in sheet.iter_rows() for cell in row if (told := _told(cell)) is not None],
        }
        for sheet in book.worksheets
    ]
    return {"sheets": sheets}


def _told(cell: Any) -> list[Any] | None:
    value = cell.value
    if value is None or value == "":
        return None
    kind, text = _kind_and_text(cell, value)
    return [cell.row, cell.column, kind, text[:_LONGEST]]


def _kind_and_text(cell: Any, value: Any) -> tuple[str, str]:
    if cell.data_type == "f" or not isinstance(value, str | int | float | dt.date | dt.time):
        return "formula", str(value if isinstance(value, str) else "=…")
    if cell.data_type == "e":
        return "error", str(value)
    if isinstance(value, bool):
        return "text", str(value)
    if isinstance(value, int | float):
        return ("percent" if "%" in str(cell.number_format) else "number"), plain(value)
    if isinstance(value, dt.datetime):
        return "date", value.date().isoformat()
    if isinstance(value, dt.date):
        return "date", value.isoformat()
    return "text", str(value)


def plain(value: float) -> str:
    """Return a number of a spreadsheet as people see it: fifteen digits, no exponent."""
    if isinstance(value, int) or value == int(value):
        return str(int(value))
    text = f"{value:.15g}"
    return text if "e" not in text else f"{value:.12f}".rstrip("0")


def mark(path: Path, out: Path, told: dict[str, Any]) -> None:
    """Save a copy with each wrong cell coloured and explained, and a sheet that lists them all."""
    book = load_workbook(path, keep_links=False)
    for each in told["marks"]:
        sheet = book[each["sheet"]]
        cell = sheet.cell(each["row"], each["column"])
        if hasattr(cell, "fill"):
            cell.fill = _RED
            cell.comment = Comment(each["told"], "Sổ Học Tập", width=360, height=140)
    if told["list"] in book.sheetnames:
        del book[told["list"]]
    listing = book.create_sheet(told["list"], 0)
    for row in [["Trang", "Ô", "Đang ghi", "Phải sửa gì", "Cách sửa", "Quy tắc"], *told["rows"]]:
        listing.append([_shown(word) for word in row])
    for letter, width in zip("ABCDEF", (18, 8, 30, 50, 60, 26), strict=True):
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


def _shown(word: str) -> str:
    return "".join(char if char.isprintable() else " " for char in word)


if __name__ == "__main__":
    main(sys.argv[1:])
