"""Sheets of Excel workbooks: typed cells, frozen heads, filters; nothing is a formula or a link, no clock is read.

xlsxwriter makes the workbook. Only the cells, which are most of its bytes, are written as text here: it would look at
each of them again for all that a cell might be.
"""

from collections.abc import Iterable, Sequence
from datetime import UTC, date, datetime
from functools import cache
from io import BytesIO
from itertools import chain
from typing import Any

import xlsxwriter
from xlsxwriter.utility import xl_col_to_name
from xlsxwriter.worksheet import Worksheet

from hoctap.exports.cells import value_of
from hoctap.model.descriptor import Field

MOST_ROWS = 1_048_576
# Excel counts days from 1900 and believes in 29 February 1900; earlier days stay text.
FIRST_DAY = date(1900, 3, 1)
_DAY_ZERO = date(1899, 12, 30)
_MOST_LETTERS = 32_767  # of UTF-16, in one cell
_OPTIONS = {
    "in_memory": True,
    "strings_to_formulas": False,
    "strings_to_urls": False,
    "strings_to_numbers": False,
}
_NARROWEST, _WIDEST, _WIDEST_ON_PAPER, _SAMPLE, _LINE = 8, 48, 24, 100, 15
_MOST_DECIMALS = 6
_PAPER_A4 = 9
_LONGEST_NAME = 31
_FORMATS: dict[str, dict[str, Any]] = {
    "head": {"bold": True, "bg_color": "#E3EEF0", "bottom": 1, "text_wrap": True, "valign": "top"},
    "title": {"bold": True, "font_size": 14},
    "text": {"num_format": "@", "valign": "top"},
    "wrapped": {"num_format": "@", "text_wrap": True, "valign": "top"},
    "day": {"num_format": "dd/mm/yyyy", "valign": "top"},
    "year": {"num_format": "0", "valign": "top"},
    # Digits in groups of three, as many decimals as the number has.
    **{f"number{n}": {"num_format": f"#,##0{'.' * bool(n)}{'0' * n}", "valign": "top"} for n in range(7)},
}


def _free_name(title: str, used: set[str]) -> str:
    """Return a name that Excel takes and no other sheet has: any title may have letters that a name may not."""
    plain = "".join(" " if char in "[]:*?/\\" else char for char in title)[:_LONGEST_NAME].strip("' ") or "Bảng"
    others = (f"{plain[: _LONGEST_NAME - 5]} ({n})" for n in range(2, MOST_ROWS))
    return next(name for name in chain((plain,), others) if name.lower() not in {*used, "history"})


class Sheet(Worksheet):  # type: ignore[misc]
    """A sheet whose cells are texts of XML by row, rows and cells in order; `heights` are those of rows in points."""

    def __init__(self) -> None:
        super().__init__()
        self.rows: dict[int, list[str]] = {}
        self.heights: dict[int, int] = {}

    def reaches(self, row: int, column: int) -> None:
        """Take a cell into what the sheet says of its size."""
        if self._check_dimensions(row, column):
            raise ValueError(f"{self.get_name()}: Excel has no row {row}, column {column}")

    def _write_sheet_data(self) -> None:
        self.fh.write("<sheetData>")
        for row, cells in sorted(self.rows.items()):
            height = self.heights.get(row, _LINE)
            high = f' ht="{height}" customHeight="1"' if height != _LINE else ""
            self.fh.write(f'<row r="{row + 1}"{high}>{"".join(cells)}</row>')
        self.fh.write("</sheetData>")


class Book:
    """A workbook being written; `bytes_of` ends it."""

    def __init__(self, title: str, epoch: int) -> None:
        """Begin a workbook of the moment `epoch`."""
        self._out = BytesIO()
        self._book = xlsxwriter.Workbook(self._out, _OPTIONS)
        moment = datetime.fromtimestamp(epoch, UTC).replace(tzinfo=None)
        properties = {"title": title, "author": "Sổ Học Tập", "created": moment, "comments": "CC BY 4.0"}
        self._book.set_properties(properties)
        self._styles: dict[str, int] = {}
        self._number_of = self._book.str_table._get_shared_string_index  # noqa: SLF001 - the writer of its cells

    def sheet(self, title: str) -> Sheet:
        """Return a new sheet named after a title, to be printed on A4, as wide as its columns need."""
        used = {each.name.lower() for each in self._book.worksheets()}
        sheet: Sheet = self._book.add_worksheet(_free_name(title, used), Sheet)
        sheet.set_landscape()
        sheet.set_paper(_PAPER_A4)
        sheet.fit_to_pages(1, 0)
        return sheet

    def text(self, sheet: Sheet, row: int, at: int, text: str, form: str = "text") -> None:
        """Write a text; ValueError if Excel cannot hold it."""
        sheet.reaches(row, at)
        sheet.rows.setdefault(row, []).append(self._text(f"{_letters(at)}{row + 1}", text, form))

    def whole(self, sheet: Sheet, row: int, at: int, number: int) -> None:
        """Write a whole number."""
        sheet.reaches(row, at)
        sheet.rows.setdefault(row, []).append(self._number(f"{_letters(at)}{row + 1}", number, "number0"))

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
        rows: Sequence[Sequence[str]],
        first: int = 0,
        printed: int | None = None,
    ) -> None:
        """Write rows under a frozen head at row `first`, typed, with filters; ValueError for more than Excel holds.

        With `printed`, so many columns are printed: they are narrow, and their long texts wrapped.
        """
        if len(rows) + first >= MOST_ROWS:
            raise ValueError(f"{sheet.get_name()}: Excel holds {MOST_ROWS} rows at most")
        sheet.freeze_panes(first + 1, 0)
        sheet.repeat_rows(first)
        widths = [_width(field, at, rows, _WIDEST_ON_PAPER if printed else _WIDEST) for at, field in enumerate(fields)]
        for at, width in enumerate(widths):
            sheet.set_column(at, at, width)
        self.lines(sheet, first, [[field.title for field in fields]], "head")
        sheet.reaches(first + len(rows), len(fields) - 1)
        forms = ["wrapped" if at < (printed or 0) else "text" for at in range(len(fields))]
        columns = [(field, _letters(at), forms[at]) for at, field in enumerate(fields)]
        for line, cells in enumerate(rows, first + 1):
            if printed:
                sheet.heights[line] = _height(cells[:printed], widths)
            sheet.rows[line] = [
                self._cell(f"{letters}{line + 1}", field, cell, form)
                for (field, letters, form), cell in zip(columns, cells, strict=True)
                if cell
            ]
        if printed:
            sheet.print_area(0, 0, first + len(rows), printed - 1)
        sheet.autofilter(first, 0, first + max(len(rows), 1), len(fields) - 1)

    def bytes_of(self) -> bytes:
        """Return the finished workbook."""
        self._book.close()
        return self._out.getvalue()

    def _cell(self, spot: str, field: Field, cell: str, form: str) -> str:
        if field.type == "string":  # most cells are texts
            return self._text(spot, cell, form)
        value = value_of(field, cell)
        if isinstance(value, bool):
            return f'<c r="{spot}" t="b"><v>{value:d}</v></c>'
        if isinstance(value, int | float):
            decimals = min(len(cell.partition(".")[2]), _MOST_DECIMALS)
            return self._number(spot, value, "year" if field.type == "year" else f"number{decimals}")
        if isinstance(value, date) and value >= FIRST_DAY:
            return self._number(spot, (value - _DAY_ZERO).days, "day")
        return self._text(spot, cell, form)

    def _text(self, spot: str, text: str, form: str) -> str:
        if len(text) > _MOST_LETTERS // 2 and len(text.encode("utf-16-le")) // 2 > _MOST_LETTERS:
            raise ValueError(f"Excel cannot hold the text of {spot}: {text[:40]}…")
        return f'<c r="{spot}" s="{self._style(form)}" t="s"><v>{self._number_of(text)}</v></c>'

    def _number(self, spot: str, number: float, form: str) -> str:
        return f'<c r="{spot}" s="{self._style(form)}"><v>{number:.16G}</v></c>'

    def _style(self, form: str) -> int:
        """Return the number of a form, which only those have that are used."""
        if form not in self._styles:
            self._styles[form] = self._book.add_format(_FORMATS[form])._get_xf_index()  # noqa: SLF001 - the same
        return self._styles[form]


_letters = cache(xl_col_to_name)


def _width(field: Field, at: int, rows: Sequence[Sequence[str]], widest: int) -> int:
    """Return how wide a column has to be for its title and its first cells, between the narrowest and `widest`."""
    cells = (len(row[at]) + (len(row[at]) // 3 if field.is_numeric else 0) for row in rows[:_SAMPLE])
    longest = max(chain([min(len(field.title), 2 * _NARROWEST)], cells))
    return min(max(longest + 2, _NARROWEST), widest)


def _height(cells: Sequence[str], widths: Sequence[int]) -> int:
    """Return how high a row has to be for its wrapped texts: programs do not find that out by themselves."""
    return _LINE * max(1, *(-(-len(cell) // (width - 1)) for cell, width in zip(cells, widths, strict=False)))
