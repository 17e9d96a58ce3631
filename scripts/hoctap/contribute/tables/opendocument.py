"""Runs in the child process: what an .ods file says around its values, which the reader of values leaves out."""

import re
import zipfile
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from decimal import Decimal
from pathlib import Path
from typing import Any
from xml.etree.ElementTree import Element, iterparse

from hoctap.contribute.number_formats import raised
from hoctap.contribute.text_file import STRUCK
from hoctap.contribute.workbook_limits import MOST_COLUMNS, MOST_ROWS
from hoctap.load.amounts import readings

_TABLE = "{urn:oasis:names:tc:opendocument:xmlns:table:1.0}"
_OFFICE = "{urn:oasis:names:tc:opendocument:xmlns:office:1.0}"
_STYLE = "{urn:oasis:names:tc:opendocument:xmlns:style:1.0}"
_PARAGRAPH = "{urn:oasis:names:tc:opendocument:xmlns:text:1.0}p"
_SPAN = "{urn:oasis:names:tc:opendocument:xmlns:text:1.0}span"
_SPAN_STYLE = "{urn:oasis:names:tc:opendocument:xmlns:text:1.0}style-name"
_CELLS = (f"{_TABLE}table-cell", f"{_TABLE}covered-table-cell")


@dataclass(slots=True)
class Marks:
    """Of one sheet: merged ranges, rows and columns out of sight, cells in percent, and why a cell is in doubt.

    `displayed` is what people see of numbers and dates whose format adds words or leaves something out, `texts` are
    those with raised or lowered digits, with these as such.
    """

    merged: list[list[int]] = field(default_factory=list)
    rows: set[int] = field(default_factory=set)
    columns: set[int] = field(default_factory=set)
    percents: set[tuple[int, int]] = field(default_factory=set)
    displayed: dict[tuple[int, int], str] = field(default_factory=dict)
    doubts: dict[tuple[int, int], str] = field(default_factory=dict)
    texts: dict[tuple[int, int], str] = field(default_factory=dict)


def marks_of(path: Path) -> dict[str, Marks]:
    """Return the marks of each sheet of an .ods file by its name."""
    with zipfile.ZipFile(path) as file, file.open("content.xml") as content:
        return dict(_sheets(content))


def _sheets(content: Any) -> Iterator[tuple[str, Marks]]:
    struck: set[str] = set()
    raises: dict[str, str] = {}
    for _, element in iterparse(content, events=("end",)):  # noqa: S314 - see `workbook_limits`
        if element.tag == f"{_STYLE}style":
            struck |= struck_styles(element)
            raises |= _raises(element)
        elif element.tag == f"{_TABLE}table":
            yield element.get(f"{_TABLE}name", ""), _marks(element, struck, raises)
            element.clear()


def struck_styles(style: Element) -> set[str]:
    """Return the name of a style that strikes letters through, as a set; an empty one for another."""
    lines = {each.get(f"{_STYLE}text-line-through-style", "none") for each in style}
    return {style.get(f"{_STYLE}name", "")} if lines - {"none"} else set()


def _raises(style: Element) -> dict[str, str]:
    """Return whether a style puts letters above or below the line, by its name."""
    where = next((each.get(f"{_STYLE}text-position", "") for each in style if each.get(f"{_STYLE}text-position")), "")
    position = "superscript" if where.startswith("super") else "subscript" if where.startswith("sub") else ""
    return {style.get(f"{_STYLE}name", ""): position} if position else {}


def _marks(table: Element, struck: set[str], raises: Mapping[str, str]) -> Marks:
    marks, column, row = Marks(), 0, 0
    for each in table.iter(f"{_TABLE}table-column"):
        many = repeated(each, "columns", MOST_COLUMNS)
        if each.get(f"{_TABLE}visibility", "visible") != "visible":
            marks.columns.update(range(column + 1, min(column + many, MOST_COLUMNS) + 1))
        column += many
    for each in table.iter(f"{_TABLE}table-row"):
        many = repeated(each, "rows", MOST_ROWS)
        if each.get(f"{_TABLE}visibility", "visible") != "visible":
            marks.rows.update(range(row + 1, min(row + many, MOST_ROWS) + 1))
        _cells(each, row + 1, marks, struck, raises)
        row += many
    return marks


def _cells(row: Element, at: int, marks: Marks, struck: set[str], raises: Mapping[str, str]) -> None:
    column = 0
    for cell in row:
        if cell.tag not in _CELLS:
            continue
        spot = (at, column + 1)
        down, right = count(cell, "number-rows-spanned"), count(cell, "number-columns-spanned")
        if down > 1 or right > 1:
            marks.merged.append([at, column + 1, at + down - 1, column + right])
        if cell.get(f"{_OFFICE}value-type") == "percentage":
            marks.percents.add(spot)
        elif cell.get(f"{_OFFICE}value-type") in ("float", "currency", "date"):
            marks.displayed[spot] = " ".join("".join(each.itertext()) for each in cell.iterfind(_PARAGRAPH)).strip()
        if (note := cell.find(f"{_OFFICE}annotation")) is not None:
            marks.doubts[spot] = f"ô có chú thích: «{' '.join(''.join(note.itertext()).split())[:200]}»"
        elif struck & styles_of(cell):
            marks.doubts[spot] = STRUCK
        if raises and not raises.keys().isdisjoint(styles_of(cell)):
            marks.texts[spot] = "\n".join("".join(_raised(each, raises)) for each in cell.iterfind(_PARAGRAPH))
        column += repeated(cell, "columns", MOST_COLUMNS)


def styles_of(cell: Element) -> set[str]:
    """Return the styles of a cell and of the letters in it."""
    return {cell.get(f"{_TABLE}style-name", ""), *(each.get(_SPAN_STYLE, "") for each in cell.iter(_SPAN))}


def _raised(element: Element, raises: Mapping[str, str], position: str = "") -> Iterator[str]:
    yield raised(element.text or "", position)
    for each in element:
        yield from _raised(each, raises, raises.get(each.get(_SPAN_STYLE, ""), position))
        yield raised(each.tail or "", position)


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
    near = any(abs(each - Decimal(number)) <= allowed for each in readings(digits))
    return words if near else ""


def repeated(element: Element, what: str, most: int) -> int:
    """Return how many columns or rows an element stands for."""
    return min(count(element, f"number-{what}-repeated"), most)


def count(element: Element, name: str) -> int:
    """Return the number that an attribute of tables has; 1 without it."""
    text = element.get(f"{_TABLE}{name}", "1")
    return int(text) if text.isascii() and text.isdigit() and len(text) < 9 else 1
