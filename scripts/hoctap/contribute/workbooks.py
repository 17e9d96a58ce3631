"""Workbooks opened as a spreadsheet would open them: looks that openpyxl stumbles over are left out, values never.

Runs in the child process only. What is kept of looks is what changes a value's meaning: number formats and strikes.
"""

import io
import re
import xml.etree.ElementTree as ET  # the limits on workbooks refuse entities and document types before
import zipfile
from collections.abc import Iterator
from contextlib import suppress
from pathlib import Path
from typing import Any

_MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
# «Strict Open XML Spreadsheet» says the same under other names.
_STRICT = (
    (b"http://purl.oclc.org/ooxml/spreadsheetml/main", _MAIN.encode()),
    (
        b"http://purl.oclc.org/ooxml/officeDocument/relationships",
        b"http://schemas.openxmlformats.org/officeDocument/2006/relationships",
    ),
    (b"http://purl.oclc.org/ooxml/drawingml/", b"http://schemas.openxmlformats.org/drawingml/2006/"),
)
_STYLES = re.compile(r"xl/styles\d*\.xml", re.IGNORECASE)
_THEMES = re.compile(r"xl/theme/[^/]+\.xml", re.IGNORECASE)


def workbook(path: Path, *, data_only: bool = False) -> Any:
    """Return the workbook of openpyxl, opened without its looks if they keep it from being opened."""
    from openpyxl import load_workbook  # noqa: PLC0415 - large, and only for workbooks

    with suppress(ValueError, TypeError, KeyError, AttributeError, IndexError):
        # By its bytes: of a path, openpyxl believes the ending.
        book = load_workbook(io.BytesIO(path.read_bytes()), data_only=data_only, keep_links=False, rich_text=True)
        if book.worksheets:
            return book
    return load_workbook(
        io.BytesIO(plain_workbook(path.read_bytes())), data_only=data_only, keep_links=False, rich_text=True
    )


def filled_cells(sheet: Any) -> Iterator[Any]:
    """Yield the cells that stand in the file, row by row; a far formatted one makes no others, as iter_rows would."""
    cells = sheet._cells  # noqa: SLF001 - no public way tells only what is there
    return (cells[spot] for spot in sorted(cells))


def plain_workbook(data: bytes) -> bytes:
    """Return the workbook under the names of ordinary ones, with no more style than number formats and strikes."""
    out = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(data)) as source, zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as target:
        for part in source.infolist():
            if not _THEMES.fullmatch(part.filename):
                target.writestr(part.filename, _plain_part(part.filename, source.read(part)))
    return out.getvalue()


def _plain_part(name: str, data: bytes) -> bytes:
    if not name.endswith((".xml", ".rels")):
        return data
    for strict, ordinary in _STRICT:
        data = data.replace(strict, ordinary)
    if _STYLES.fullmatch(name):
        return _plain_styles(data)
    return re.sub(rb"<Relationship\b[^>]*/theme\"[^>]*/>", b"", data) if name.endswith(".rels") else data


def _plain_styles(data: bytes) -> bytes:
    """Return a style sheet with the same numbers of fonts and formats, of which only what matters is kept."""
    was = ET.fromstring(data)  # noqa: S314 - no entities, see above
    sheet = ET.Element(f"{{{_MAIN}}}styleSheet")
    formats = was.find(f"{{{_MAIN}}}numFmts")
    if formats is not None:
        sheet.append(formats)
    fonts = _list(sheet, "fonts")
    for font in was.iterfind(f"{{{_MAIN}}}fonts/{{{_MAIN}}}font"):
        strike = font.find(f"{{{_MAIN}}}strike")
        kept = ET.SubElement(fonts, f"{{{_MAIN}}}font")
        if strike is not None:
            kept.append(strike)
    fills, borders = _list(sheet, "fills"), _list(sheet, "borders")
    ET.SubElement(ET.SubElement(fills, f"{{{_MAIN}}}fill"), f"{{{_MAIN}}}patternFill")
    ET.SubElement(borders, f"{{{_MAIN}}}border")
    ET.SubElement(_list(sheet, "cellStyleXfs"), f"{{{_MAIN}}}xf")
    formats_of_cells = _list(sheet, "cellXfs")
    for style in was.iterfind(f"{{{_MAIN}}}cellXfs/{{{_MAIN}}}xf"):
        kept = ET.SubElement(formats_of_cells, f"{{{_MAIN}}}xf", numFmtId=style.get("numFmtId", "0"), xfId="0")
        if int(style.get("fontId", "0")) < len(fonts):
            kept.set("fontId", style.get("fontId", "0"))
    for group in (fonts, formats_of_cells):
        if not len(group):
            ET.SubElement(group, f"{{{_MAIN}}}{'font' if group is fonts else 'xf'}")
    return bytes(ET.tostring(sheet, encoding="utf-8", xml_declaration=True))


def _list(sheet: ET.Element, name: str) -> ET.Element:
    return ET.SubElement(sheet, f"{{{_MAIN}}}{name}")
