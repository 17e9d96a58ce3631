"""A report that the site made, as it comes back: its table, its period, whose it is, and what it carries unseen.

The words of its files are those of `views.report_words`, of which the page makes them. A file that has lost what it
carries is still known by these words; a table of a stranger, however like it, is none.
"""

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field

from hoctap.contribute.form import ERRORS, HIDDEN
from hoctap.contribute.grid import Sheet, table_in
from hoctap.load.periods import read_period
from hoctap.vietnamese.writing import letters_and_digits
from hoctap.views.report_spans import Span, span_called
from hoctap.views.report_words import HEAD, MARK, SUBJECT, SUBJECT_OF_OFFICES, VERSION

_NEEDED = ("name", "measure", "now", "before", "change")
_NUMBER_LINE = re.compile(r"số\s*:", re.IGNORECASE)
# The line of a date, also where only dots stand for it, and a date in it.
_DAY_LINE = re.compile(r"\bngày .+ tháng .+ năm .+$", re.IGNORECASE)
_DAY = re.compile(r"\bngày \d{1,2} tháng \d{1,2} năm \d{4}$", re.IGNORECASE)
_MOST_LINES_OF_A_NAME = 3


@dataclass(frozen=True, slots=True)
class Place:
    """A line of a file and the cell it stands in; row 0 for a line between tables."""

    sheet: str
    row: int
    column: int
    text: str


@dataclass(frozen=True, slots=True)
class Carried:
    """What a file was made from: the identifier of its unit, the code of its period.

    `units` are the names of those lines that are of another unit (the area of an association), `given` what the
    register filled in, both by indicator; a line that was typed was given nothing.
    """

    unit_id: str
    code: str
    units: Mapping[str, str] = field(default_factory=dict)
    given: Mapping[str, str] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Report:
    """The table of a report with its columns by the names of `HEAD`, and what stands above it.

    `titles` are the lines that say what it is of, `names` the ways to read whose it is, `day` the line with its date.
    """

    sheet: Sheet
    header_row: int
    columns: Mapping[str, int]
    carried: Carried | None
    titles: tuple[Place, ...]
    names: tuple[Place, ...]
    day: Place | None

    @property
    def span(self) -> Span | None:
        """Return the period that the file was made for; without what it carries, that of its title."""
        if self.carried:
            return span_called(self.carried.code)
        return span_of_title(self.titles[0].text) if self.titles else None

    @property
    def subject(self) -> str:
        """Return what the report is of; without a title, what an association or a committee reports."""
        return _subject(self.titles[0].text)[0] if self.titles else SUBJECT

    @property
    def published_on(self) -> str:
        """Return the day of the report as the data writes it; empty if it has none."""
        found = _DAY.search(" ".join(self.day.text.split())) if self.day else None
        return read_period(found[0]).period if found else ""


def heads() -> frozenset[str]:
    """Return the plain words that head no other table than that of a report."""
    return frozenset(letters_and_digits(HEAD[name]) for name in ("now", "before", "change"))


def report_in(sheets: Sequence[Sheet]) -> Report | None:
    """Return the report that a file holds; None if it is none of ours."""
    carried = _carried_in(sheets)
    words = {letters_and_digits(title): name for name, title in HEAD.items()}
    for sheet in (each for each in sheets if each.visible):
        found = table_in(sheet, words)
        if not found or not set(_NEEDED) <= set(found.columns):
            continue
        lines = list(_lines(sheets, sheet, found.header_row))
        titles = tuple(line for line in lines if _subject(line.text)[0])
        if carried or titles:
            day = next((line for line in lines if _DAY_LINE.search(" ".join(line.text.split()))), None)
            names = tuple(_names(lines, titles))
            return Report(sheet, found.header_row, found.columns, carried, titles, names, day)
    return None


def _carried_in(sheets: Sequence[Sheet]) -> Carried | None:
    for sheet in sheets:
        rows = [{cell.column: cell.text for cell in cells} for cells in sheet.rows().values()]
        if sheet.name != HIDDEN or not rows or (rows[0].get(1), rows[0].get(2)) != (MARK, VERSION):
            continue
        units = {row[1]: row[2] for row in rows[1:] if row.get(1) and row.get(2)}
        given = {row[1]: row.get(3, "") for row in rows[1:] if row.get(1)}
        return Carried(rows[0].get(3, ""), rows[0].get(4, ""), units, given)
    return None


def _lines(sheets: Sequence[Sheet], table: Sheet, header_row: int) -> Iterator[Place]:
    """Yield the lines above the table: those between tables of a text, those in cells of its other tables too."""
    for sheet in sheets:
        if not sheet.visible or sheet.name == ERRORS:
            continue
        for (row, column), cell in sorted(sheet.cells.items()):
            if sheet is not table or row < header_row:
                yield from (Place(sheet.name, row, column, text) for text in cell.text.splitlines() if text.strip())
        if sheet is table:
            yield from (Place(sheet.name, 0, 0, text) for text in sheet.above)


def span_of_title(text: str) -> Span | None:
    """Return the period of a title; None where it has none that a report is of."""
    return span_called(_subject(text)[1])


def _subject(text: str) -> tuple[str, str]:
    """Return the subject that a title begins with and what it says behind that; two empty texts for any other line."""
    line = " ".join(text.split()).casefold()
    subjects = (subject for subject in (SUBJECT, SUBJECT_OF_OFFICES) if line.startswith(f"{subject.casefold()} "))
    return next(((subject, line.removeprefix(f"{subject.casefold()} ")) for subject in subjects), ("", ""))


def _names(lines: Sequence[Place], titles: Sequence[Place]) -> Iterator[Place]:
    """Yield how the name of the unit may be read: the line below the title, and those before the number of a letter.

    In a letter what is above it may stand there as well, and a long name takes several lines.
    """
    for at, line in enumerate(lines):
        before = lines[at - 1] if at else None
        if before in titles and before and before.row and line.row > before.row:
            yield line
        if _NUMBER_LINE.match(line.text.strip()):
            own = [each for each in lines[max(0, at - _MOST_LINES_OF_A_NAME) : at] if each.row == line.row]
            for first in range(len(own) - 1, -1, -1):
                text = " ".join(each.text.strip() for each in own[first:])
                yield Place(own[first].sheet, own[first].row, own[first].column, text)
