"""The parts of an Excel file that hold no cells, made by xlsxwriter once for all workbooks whose frames are alike.

A page's workbook differs from the next in its texts, the widths of its columns and little else: styles, theme, names
of sheets, what is frozen, filtered and printed are the same in hundreds. What differs is put in where MARK stands.
"""

import io
import re
import zipfile
from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import datetime
from functools import lru_cache
from typing import Any

import xlsxwriter
from xlsxwriter.worksheet import Worksheet

# Private use: the checks refuse it in the data, so no title and no name of a sheet has it.
MARK = "\ue000"
_OPTIONS = {"in_memory": True}
_PAPER_A4 = 9
# How far down sheets end that differ in the number of their rows alone, which is put in afterwards.
_FAR = 1_000_000
_FAR_ROW = re.compile(r"(?<=[A-Z$])10000\d\d\b")
_WITH_ROWS = ("xl/workbook.xml", "xl/worksheets/")
FORMS: dict[str, dict[str, Any]] = {
    "head": {"bold": True, "bg_color": "#E3EEF0", "bottom": 1, "text_wrap": True, "valign": "top"},
    "title": {"bold": True, "font_size": 14},
    "text": {"num_format": "@", "valign": "top"},
    "wrapped": {"num_format": "@", "text_wrap": True, "valign": "top"},
    "day": {"num_format": "dd/mm/yyyy", "valign": "top"},
    "year": {"num_format": "0", "valign": "top"},
    # Digits in groups of three, as many decimals as the number has.
    **{f"number{n}": {"num_format": f"#,##0{'.' * bool(n)}{'0' * n}", "valign": "top"} for n in range(7)},
}


@dataclass(frozen=True, slots=True)
class Frame:
    """A sheet without its cells: last row and column, the row of its head if it has one, and what is done with it.

    Rows of the head are frozen; `filtered` is the last row with a filter, `printed` how many columns are printed.
    """

    name: str
    row: int
    column: int
    head: int | None = None
    filtered: int | None = None
    is_repeated: bool = False
    printed: int = 0


class _Hollow(Worksheet):  # type: ignore[misc]
    """A sheet with MARK in place of its columns and cells."""

    def _write_cols(self) -> None:
        self.fh.write(MARK)

    def _write_sheet_data(self) -> None:
        return


def parts(frames: tuple[Frame, ...], moment: datetime) -> Mapping[str, str]:
    """Return the parts of a workbook of these sheets in their order, by name; MARK stands for its title, too."""
    far, rows = list[Frame](), dict[str, str]()
    for at, frame in enumerate(frames):
        row, filtered = _FAR + 2 * at, _FAR + 2 * at + 1
        has_rows, has_filter = frame.row > 0, frame.filtered is not None
        far.append(replace(frame, row=row if has_rows else 0, filtered=filtered if has_filter else None))
        rows |= {f"{row + 1}": f"{frame.row + 1}", f"{filtered + 1}": f"{(frame.filtered or 0) + 1}"}
    known = _parts(tuple(far), moment)
    return {
        name: _FAR_ROW.sub(lambda found: rows[found[0]], text) if name.startswith(_WITH_ROWS) else text
        for name, text in known.items()
    }


@lru_cache(maxsize=1024)
def _parts(frames: tuple[Frame, ...], moment: datetime) -> Mapping[str, str]:
    out = io.BytesIO()
    book = xlsxwriter.Workbook(out, _OPTIONS)
    book.set_properties({"title": MARK, "author": "Sổ Học Tập", "created": moment, "comments": "CC BY 4.0"})
    for frame in frames:
        _lay_out(book.add_worksheet(frame.name, _Hollow), frame)
    book.close()
    with zipfile.ZipFile(out) as archive:
        return {entry.filename: archive.read(entry).decode() for entry in archive.infolist()}


def _lay_out(sheet: _Hollow, frame: Frame) -> None:
    sheet.set_landscape()
    sheet.set_paper(_PAPER_A4)
    sheet.fit_to_pages(1, 0)
    sheet.write_string(0, 0, MARK)  # so that there is a part for texts
    sheet.write_string(frame.row, frame.column, MARK)
    if frame.head is not None:
        sheet.freeze_panes(frame.head + 1, 0)
        if frame.is_repeated:
            sheet.repeat_rows(frame.head)
        if frame.filtered is not None:
            sheet.autofilter(frame.head, 0, frame.filtered, frame.column)
    if frame.printed:
        sheet.print_area(0, 0, frame.row, frame.printed - 1)


@lru_cache(maxsize=256)
def styles(forms: tuple[str, ...]) -> str:
    """Return the part that holds the styles of cells: each form has its place in the order, counted from one."""
    out = io.BytesIO()
    book = xlsxwriter.Workbook(out, _OPTIONS)
    sheet = book.add_worksheet()
    for at, form in enumerate(forms):
        sheet.write_blank(0, at, None, book.add_format(FORMS[form]))
    book.close()
    with zipfile.ZipFile(out) as archive:
        return archive.read("xl/styles.xml").decode()
