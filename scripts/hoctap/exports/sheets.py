"""Sheets of Excel workbooks: typed cells, frozen heads, filters; nothing is a formula or a link, no clock is read.

What is the same in many workbooks is made by xlsxwriter (`workbook_parts`). Cells, texts and widths of columns, which
are most of a workbook's bytes, are written as text here: it would look at each of them again for all it might be.
"""

from collections.abc import Callable, Iterable, Iterator, Sequence
from copy import copy
from dataclasses import dataclass, field, replace
from datetime import UTC, date, datetime
from functools import cache, lru_cache, partial
from html import escape
from itertools import chain, groupby, islice

from xlsxwriter.utility import xl_col_to_name
from xlsxwriter.xmlwriter import XMLwriter

from hoctap.exports.cells import value_of
from hoctap.exports.sheet_sizes import LINE, SAMPLE, WIDEST, WIDEST_ON_PAPER, characters, height_of, widths_of
from hoctap.exports.workbook_parts import MARK, Frame, parts, styles
from hoctap.exports.zip_entries import Entry, archive, entry, shared_entry
from hoctap.model.descriptor import Field
from hoctap.model.each_once import EachOnce
from hoctap.model.utf8 import in_utf8

MOST_ROWS, MOST_COLUMNS = 1_048_576, 16_384
# Excel counts days from 1900 and believes in 29 February 1900; earlier days stay text.
FIRST_DAY = date(1900, 3, 1)
_DAY_ZERO = date(1899, 12, 30)
_MOST_LETTERS = 32_767  # of UTF-16, in one cell
_MOST_DECIMALS = 6
_LONGEST_NAME = 31
_SHEET, _TEXTS, _STYLES, _CORE = "xl/worksheets/sheet", "xl/sharedStrings.xml", "xl/styles.xml", "docProps/core.xml"
_XML = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
_MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"


def _free_name(title: str, used: set[str]) -> str:
    """Return a name that Excel takes and no other sheet has: any title may have letters that a name may not."""
    plain = "".join(" " if char in "[]:*?/\\" else char for char in title)[:_LONGEST_NAME].strip("' ") or "Bảng"
    others = (f"{plain[: _LONGEST_NAME - 5]} ({n})" for n in range(2, MOST_ROWS))
    return next(name for name in chain((plain,), others) if name.lower() not in {*used, "history"})


class _Numbers(dict[str, int]):
    """Numbers given to texts in the order in which they are met, from `first`; ValueError if Excel cannot hold one."""

    def __init__(self, first: int) -> None:
        self._first = first

    def __missing__(self, text: str) -> int:
        if len(text) > _MOST_LETTERS // 2 and len(text.encode("utf-16-le")) // 2 > _MOST_LETTERS:
            raise ValueError(f"Excel cannot hold this text in one cell: {text[:40]}…")
        self[text] = number = len(self) + self._first
        return number


@dataclass(slots=True)
class Sheet:
    """A sheet whose cells are a text of XML by row, rows and cells in order.

    `heights` are those of rows in points, `widths` those of columns in letters; the rest is as in Frame.
    """

    name: str
    rows: dict[int, str] = field(default_factory=dict)
    heights: dict[int, int] = field(default_factory=dict)
    widths: Sequence[int] = ()
    row: int = 0
    column: int = 0
    head: int | None = None
    filtered: int | None = None
    is_repeated: bool = False
    printed: int = 0

    def reaches(self, row: int, column: int) -> None:
        """Take a cell into what the sheet says of its size; ValueError if Excel has no such cell."""
        if row >= MOST_ROWS or column >= MOST_COLUMNS:
            raise ValueError(f"{self.name}: Excel has no row {row}, column {column}")
        self.row, self.column = max(self.row, row), max(self.column, column)

    def add(self, row: int, cell: str) -> None:
        """Put a cell, as XML, behind those of its row."""
        self.rows[row] = self.rows.get(row, "") + cell

    @property
    def frame(self) -> Frame:
        """Return what the sheet has in common with others."""
        return Frame(self.name, self.row, self.column, self.head, self.filtered, self.is_repeated, self.printed)

    def xml(self) -> Iterator[str]:
        """Yield the columns, then the cells."""
        # A list of no columns is against the format.
        yield "<cols>" if self.widths else ""
        for width, run in groupby(enumerate(self.widths, 1), key=lambda column: column[1]):
            (first, _), *more = run
            last = more[-1][0] if more else first
            yield f'<col min="{first}" max="{last}" width="{characters(width)}" customWidth="1"/>'
        yield "</cols>" if self.widths else ""
        yield "<sheetData>"
        for row, cells in sorted(self.rows.items()):
            height = self.heights.get(row, LINE)
            high = f' ht="{height}" customHeight="1"' if height != LINE else ""
            yield f'<row r="{row + 1}"{high}>{cells}</row>'
        yield "</sheetData>"


class Book:
    """A workbook being written; `bytes_of` ends it."""

    def __init__(self, title: str, epoch: int) -> None:
        """Begin a workbook of the moment `epoch`."""
        self._title, self._moment = title, datetime.fromtimestamp(epoch, UTC).replace(tzinfo=None)
        self.sheets: list[Sheet] = []
        self._styles, self._texts = _Numbers(1), _Numbers(0)

    def copy(self) -> "Book":
        """Return the same workbook, to be written on without a change of this one."""
        sheets = [replace(each, rows=dict(each.rows), heights=dict(each.heights)) for each in self.sheets]
        other = copy(self)
        vars(other).update(sheets=sheets, _styles=copy(self._styles), _texts=copy(self._texts))
        return other

    def sheet(self, title: str) -> Sheet:
        """Return a new sheet named after a title, to be printed on A4, as wide as its columns need."""
        sheet = Sheet(_free_name(title, {each.name.lower() for each in self.sheets}))
        self.sheets.append(sheet)
        return sheet

    def text(self, sheet: Sheet, row: int, at: int, text: str, form: str = "text") -> None:
        """Write a text, a wrapped one in a row as high as it needs; ValueError if Excel cannot hold it."""
        sheet.reaches(row, at)
        if form == "wrapped":
            sheet.heights[row] = max(sheet.heights.get(row, LINE), height_of([text], sheet.widths[at : at + 1]))
        sheet.add(row, f"{_begun(at)}{row + 1}{self._text(text, form)}")

    def whole(self, sheet: Sheet, row: int, at: int, number: int) -> None:
        """Write a whole number."""
        sheet.reaches(row, at)
        sheet.add(row, f"{_begun(at)}{row + 1}{self._number(number, 'number0')}")

    def lines(self, sheet: Sheet, first: int, lines: Iterable[Sequence[str]], form: str = "text") -> int:
        """Write rows of texts from row `first`; return the row after them."""
        at = first
        for at, line in enumerate(lines, first + 1):
            for column, text in enumerate(line):
                self.text(sheet, at - 1, column, text, form)
        return at

    def table(
        self,
        sheet: Sheet,
        fields: Sequence[Field],
        rows: Iterable[Sequence[str]],
        first: int = 0,
        printed: int | None = None,
    ) -> None:
        """Write rows under a frozen head at row `first`, typed, with filters; ValueError for more than Excel holds.

        With `printed`, so many columns are printed: they are narrow, and their long texts wrapped.
        """
        left = iter(rows)
        sample = list(islice(left, SAMPLE))
        sheet.widths = widths = widths_of(fields, sample, WIDEST_ON_PAPER if printed else WIDEST)
        self.lines(sheet, first, [[each.title for each in fields]], "head")
        line = first
        forms = ["wrapped" if at < (printed or 0) else "text" for at in range(len(fields))]
        columns = [
            (_begun(at), self._ending(each, form)) for at, (each, form) in enumerate(zip(fields, forms, strict=True))
        ]
        for line, cells in enumerate(chain(sample, left), first + 1):
            if line >= MOST_ROWS:
                raise ValueError(f"{sheet.name}: Excel holds {MOST_ROWS} rows at most")
            if printed:
                sheet.heights[line] = height_of(cells[:printed], widths)
            sheet.rows[line] = "".join(
                [
                    f"{begun}{line + 1}{ending(cell)}"
                    for (begun, ending), cell in zip(columns, cells, strict=True)
                    if cell
                ]
            )
        sheet.reaches(line, len(fields) - 1)
        sheet.head, sheet.filtered, sheet.is_repeated = first, max(line, first + 1), True
        sheet.printed = printed or 0

    def bytes_of(self) -> bytes:
        """Return the finished workbook."""
        known = parts(tuple(sheet.frame for sheet in self.sheets), self._moment)
        return archive(self._part(name, text) for name, text in known.items())

    def _part(self, name: str, text: str) -> Entry:
        if name.startswith(_SHEET):
            sheet = self.sheets[int(name.removeprefix(_SHEET).removesuffix(".xml")) - 1]
            before, _, after = text.partition(MARK)
            return entry(name, in_utf8(chain((before,), sheet.xml(), (after,))))
        if name == _TEXTS:
            count = sum(cells.count(' t="s"') for sheet in self.sheets for cells in sheet.rows.values())
            head = f'{_XML}<sst xmlns="{_MAIN}" count="{count}" uniqueCount="{len(self._texts)}">'
            return entry(name, in_utf8(chain((head,), map(_shared_text, self._texts), ("</sst>",))))
        if name == _CORE:
            return entry(name, text.replace(MARK, _escaped(self._title)).encode())
        return shared_entry(name, styles(tuple(self._styles)) if name == _STYLES else text)

    def _ending(self, column: Field, form: str) -> Callable[[str], str]:
        """Return what tells how a cell of a column ends, behind the number of its row; each value is found once."""
        if column.type == "string":  # texts differ from row to row
            return partial(self._text, form=form)
        return EachOnce(partial(self._value, column, form=form)).__getitem__

    def _value(self, column: Field, cell: str, form: str) -> str:
        value = value_of(column, cell)
        if isinstance(value, bool):
            return f'" t="b"><v>{value:d}</v></c>'
        if isinstance(value, int | float):
            decimals = min(len(cell.partition(".")[2]), _MOST_DECIMALS)
            return self._number(value, "year" if column.type == "year" else f"number{decimals}")
        if isinstance(value, date) and value >= FIRST_DAY:
            return self._number((value - _DAY_ZERO).days, "day")
        return self._text(cell, form)

    def _text(self, text: str, form: str) -> str:
        return f'" s="{self._styles[form]}" t="s"><v>{self._texts[text]}</v></c>'

    def _number(self, number: float, form: str) -> str:
        return f'" s="{self._styles[form]}"><v>{number:.16G}</v></c>'


@cache
def _begun(at: int) -> str:
    """Return how a cell of column `at` begins, before the number of its row."""
    return f'<c r="{xl_col_to_name(at)}'


@lru_cache(maxsize=16_384)
def _shared_text(text: str) -> str:
    """Return a text as an entry of the list that cells name."""
    kept = ' xml:space="preserve"' if text[:1].isspace() or text[-1:].isspace() else ""
    return f"<si><t{kept}>{_escaped(text)}</t></si>"


def _escaped(text: str) -> str:
    return escape(XMLwriter._escape_control_characters(text), quote=False)  # noqa: SLF001 - Excel's own signs
