"""Runs in the child process: the sheets of an .ods file; the tables of it and of an .odt file are read alike."""

import re
import zipfile
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from decimal import Decimal
from pathlib import Path
from typing import Any
from xml.etree.ElementTree import Element, iterparse

from hoctap.contribute.number_formats import plain, raised
from hoctap.contribute.tables.word_document import Table
from hoctap.contribute.text_file import STRUCK, NotReadError
from hoctap.contribute.workbook_limits import MOST_CELLS, MOST_COLUMNS, MOST_ROWS, TOO_LARGE
from hoctap.load.amounts import readings

OFFICE = "{urn:oasis:names:tc:opendocument:xmlns:office:1.0}"
_STYLE = "{urn:oasis:names:tc:opendocument:xmlns:style:1.0}"
TEXT = "{urn:oasis:names:tc:opendocument:xmlns:text:1.0}"
TABLE = "{urn:oasis:names:tc:opendocument:xmlns:table:1.0}"
PARAGRAPHS = (f"{TEXT}p", f"{TEXT}h")
_ROWS = tuple(f"{TABLE}table-{each}" for each in ("header-rows", "rows", "row-group"))
_COLUMNS = tuple(f"{TABLE}table-{each}" for each in ("header-columns", "columns", "column-group"))
_CELLS = (f"{TABLE}table-cell", f"{TABLE}covered-table-cell")
# What stands between letters, and what is no text of the line it stands in.
_SIGNS = {f"{TEXT}tab": "\t", f"{TEXT}line-break": "\n", f"{TEXT}s": " "}
_APART = (f"{OFFICE}annotation", f"{TEXT}note", f"{TABLE}table")


@dataclass(slots=True)
class Styles:
    """The styles of a file that strike letters through, raise or lower them (which, by name), or hide a sheet."""

    struck: set[str] = field(default_factory=set)
    raises: dict[str, str] = field(default_factory=dict)
    hidden: set[str] = field(default_factory=set)

    def add(self, style: Element) -> None:
        """Note what a style does."""
        name = style.get(f"{_STYLE}name", "")
        for each in style:
            if each.get(f"{_STYLE}text-line-through-style", "none") != "none":
                self.struck.add(name)
            if (where := each.get(f"{_STYLE}text-position", "")).startswith(("super", "sub")):
                self.raises[name] = "superscript" if where.startswith("super") else "subscript"
            if each.get(f"{TABLE}display") == "false":
                self.hidden.add(name)


def styles_in(content: Element) -> Styles:
    """Return what the styles of a whole file do."""
    found = Styles()
    for each in content.iter(f"{_STYLE}style"):
        found.add(each)
    return found


def sheets_of(path: Path) -> Iterator[dict[str, Any]]:
    """Yield each sheet: name, cells as (row, column, kind, text, hidden, doubt), merged ranges, whether it is shown."""
    styles = Styles()
    with zipfile.ZipFile(path) as file, file.open("content.xml") as content:
        for _, element in iterparse(content, events=("end",)):  # noqa: S314 - see `workbook_limits`
            if element.tag == f"{_STYLE}style":
                styles.add(element)
            elif element.tag == f"{TABLE}table":
                cells, merged = table_in(element, styles)
                visible = element.get(f"{TABLE}style-name", "") not in styles.hidden
                yield {"name": element.get(f"{TABLE}name", ""), "cells": cells, "merged": merged, "visible": visible}
                element.clear()


def table_in(table: Element, styles: Styles) -> Table:
    """Return the cells of a table as (row, column, kind, text, hidden, doubt), and its merged ranges."""
    cells, merged = list[Any](), list[Any]()
    columns = {at for at, each in _placed(_inside(table, _COLUMNS, "column"), "columns", MOST_COLUMNS) if _is_out(each)}
    for row, line in _placed(_inside(table, _ROWS, "row"), "rows", MOST_ROWS):
        for column, cell in _placed((each for each in line if each.tag in _CELLS), "columns", MOST_COLUMNS):
            down, right = _count(cell, "number-rows-spanned"), _count(cell, "number-columns-spanned")
            if down > 1 or right > 1:
                merged.append([row, column, row + down - 1, column + right - 1])
            if found := _kind_and_text(cell, styles.raises):
                cells.append([row, column, *found, _is_out(line) or column in columns, _doubt(cell, styles.struck)])
        if len(cells) > MOST_CELLS:
            raise NotReadError(TOO_LARGE)
    return cells, merged


def _inside(element: Element, groups: tuple[str, ...], what: str) -> Iterator[Element]:
    """Yield the rows or the columns of a table, out of the groups that they stand in."""
    for each in element:
        if each.tag == f"{TABLE}table-{what}":
            yield each
        elif each.tag in groups:
            yield from _inside(each, groups, what)


def _placed(elements: Iterable[Element], what: str, most: int) -> Iterator[tuple[int, Element]]:
    """Yield elements that hold something or are out of sight with their number, each as often as it stands for."""
    at = 0
    for element in elements:
        many = _count(element, f"number-{what}-repeated")
        is_filled = any(each.tag in PARAGRAPHS or each.get(f"{OFFICE}value-type") for each in element.iter())
        if is_filled and at + many > most:
            raise NotReadError(TOO_LARGE)
        if is_filled or _is_out(element):
            yield from ((number, element) for number in range(at + 1, min(at + many, most) + 1))
        at += many


def _is_out(element: Element) -> bool:
    """Return whether a row or a column is out of sight."""
    return element.get(f"{TABLE}visibility", "visible") != "visible"


def _count(element: Element, name: str) -> int:
    """Return the number that an attribute of tables has; 1 without it."""
    text = element.get(f"{TABLE}{name}", "1")
    return int(text) if text.isascii() and text.isdigit() and len(text) < 9 else 1


def _doubt(cell: Element, struck: set[str]) -> str:
    if (note := cell.find(f".//{OFFICE}annotation")) is not None:
        return f"ô có chú thích: «{' '.join(''.join(note.itertext()).split())[:200]}»"
    styles = {cell.get(f"{TABLE}style-name", ""), *(each.get(f"{TEXT}style-name", "") for each in cell.iter())}
    return STRUCK if struck & styles else ""


def text_in(element: Element, raises: Mapping[str, str], position: str = "") -> str:
    """Return the text of a paragraph as it is seen, raised and lowered digits as such."""
    parts = [raised(element.text or "", position)]
    for each in element:
        if each.tag in _SIGNS:
            parts.append(_SIGNS[each.tag])
        elif each.tag not in _APART:
            parts.append(text_in(each, raises, raises.get(each.get(f"{TEXT}style-name", ""), position)))
        parts.append(raised(each.tail or "", position))
    return "".join(parts)


def _kind_and_text(cell: Element, raises: Mapping[str, str]) -> tuple[str, str] | None:
    """Return what a cell holds; of a number with words in its format what people see, of a day as much as they do."""
    text = "\n".join(text_in(each, raises) for each in cell if each.tag in PARAGRAPHS).strip()
    kind = cell.get(f"{OFFICE}value-type")
    if kind in ("float", "currency", "percentage") and (value := cell.get(f"{OFFICE}value")):
        number = plain(float(value))
        words = words_of_format(number, text) if kind != "percentage" else ""
        if words:
            return "text", f"{number.replace('.', ',')} {words}"
        return "percent" if kind == "percentage" else "number", number
    if kind == "date" and (day := cell.get(f"{OFFICE}date-value")):
        return "date", day[: _visible_length(text)]
    return ("text", text) if text else None


def _visible_length(displayed: str) -> int:
    """Return how much of a day is seen: a month «06/2024» and a year «2024» are no days."""
    if re.fullmatch(r"\d{4}", displayed):
        return len("2024")
    return len("2024-06") if re.fullmatch(r"(?:\w+ )?\d{1,2}[/.-]\d{4}", displayed) else len("2024-06-30")


def words_of_format(number: str, displayed: str) -> str:
    """Return the words that a format shows beside a number; none where it shows another number than the cell holds.

    A format that divides («150 triệu» of 150000000) has its words applied already.
    """
    found = re.fullmatch(r"([^\d-]*)(-?\d[\d.,  ]*)(.*)", displayed)
    words = " ".join(f"{found[1]} {found[3]}".split()) if found else ""
    if not found or not words:
        return ""
    digits = found[2].strip(" .,")
    allowed = (
        Decimal(5).scaleb(-1 - len(re.split(r"[.,]", digits)[-1])) if re.search(r"[.,]", digits) else Decimal("0.5")
    )
    return words if any(abs(each - Decimal(number)) <= allowed for each in readings(digits)) else ""
