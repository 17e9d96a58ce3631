"""Sheets of Excel workbooks: typed cells, frozen heads, filters; nothing is a formula or a link, no clock is read."""

from collections.abc import Iterable, Sequence
from datetime import UTC, date, datetime
from io import BytesIO
from itertools import chain
from typing import Any

import xlsxwriter
from xlsxwriter.worksheet import Worksheet

from hoctap.exports.cells import value_of
from hoctap.model.descriptor import Field

MOST_ROWS = 1_048_576
# Excel counts days from 1900 and believes in 29 February 1900; earlier days stay text.
FIRST_DAY = date(1900, 3, 1)
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


class Book:
    """A workbook being written; `bytes_of` ends it."""

    def __init__(self, title: str, epoch: int, *, one_row_at_a_time: bool = False) -> None:
        """Begin a workbook of the moment `epoch`; rows one at a time take no memory, and must come in order."""
        self._out = BytesIO()
        self._book = xlsxwriter.Workbook(self._out, {**_OPTIONS, "constant_memory": one_row_at_a_time})
        moment = datetime.fromtimestamp(epoch, UTC).replace(tzinfo=None)
        properties = {"title": title, "author": "Sổ Học Tập", "created": moment, "comments": "CC BY 4.0"}
        self._book.set_properties(properties)
        self._formats = {name: self._book.add_format(form) for name, form in _FORMATS.items()}

    def sheet(self, title: str) -> Worksheet:
        """Return a new sheet named after a title, to be printed on A4, as wide as its columns need."""
        sheet = self._book.add_worksheet(_free_name(title, {each.name.lower() for each in self._book.worksheets()}))
        sheet.set_landscape()
        sheet.set_paper(_PAPER_A4)
        sheet.fit_to_pages(1, 0)
        return sheet

    def text(self, sheet: Worksheet, row: int, at: int, text: str, form: str = "text") -> None:
        """Write a text; ValueError if Excel cannot hold it."""
        # xlsxwriter reports what it cut off by a number and goes on; silence would lose text.
        if sheet.write_string(row, at, text, self._formats[form]):
            raise ValueError(f"Excel cannot hold the text of row {row}, column {at}: {text[:40]}…")

    def whole(self, sheet: Worksheet, row: int, at: int, number: int) -> None:
        """Write a whole number."""
        sheet.write_number(row, at, number, self._formats["number0"])

    def lines(self, sheet: Worksheet, first: int, lines: Iterable[Sequence[str]], form: str = "text") -> int:
        """Write rows of texts from row `first`; return the row after them."""
        at = first
        for at, line in enumerate(lines, first + 1):
            for column, text in enumerate(line):
                self.text(sheet, at - 1, column, text, form)
        return at

    def table(
        self,
        sheet: Worksheet,
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
        for line, cells in enumerate(rows, first + 1):
            if printed:
                sheet.set_row(line, _height(cells[:printed], widths))
            for at, (field, cell) in enumerate(zip(fields, cells, strict=True)):
                form = "wrapped" if at < (printed or 0) else "text"
                if field.type != "string":
                    self._cell(sheet, (line, at), field, cell, form)
                elif cell:  # most cells are texts
                    self.text(sheet, line, at, cell, form)
        if printed:
            sheet.print_area(0, 0, first + len(rows), printed - 1)
        sheet.autofilter(first, 0, first + max(len(rows), 1), len(fields) - 1)

    def bytes_of(self) -> bytes:
        """Return the finished workbook."""
        self._book.close()
        return self._out.getvalue()

    def _cell(self, sheet: Worksheet, spot: tuple[int, int], field: Field, cell: str, form: str) -> None:
        value = value_of(field, cell)
        if value is None:
            return
        if isinstance(value, bool):
            sheet.write_boolean(*spot, value)
        elif isinstance(value, int | float):
            decimals = min(len(cell.partition(".")[2]), _MOST_DECIMALS)
            sheet.write_number(*spot, value, self._formats["year" if field.type == "year" else f"number{decimals}"])
        elif isinstance(value, date) and value >= FIRST_DAY:
            sheet.write_datetime(*spot, value, self._formats["day"])
        else:
            self.text(sheet, *spot, cell, form)


def _width(field: Field, at: int, rows: Sequence[Sequence[str]], widest: int) -> int:
    """Return how wide a column has to be for its title and its first cells, between the narrowest and `widest`."""
    cells = (len(row[at]) + (len(row[at]) // 3 if field.is_numeric else 0) for row in rows[:_SAMPLE])
    longest = max(chain([min(len(field.title), 2 * _NARROWEST)], cells))
    return min(max(longest + 2, _NARROWEST), widest)


def _height(cells: Sequence[str], widths: Sequence[int]) -> int:
    """Return how high a row has to be for its wrapped texts: programs do not find that out by themselves."""
    return _LINE * max(1, *(-(-len(cell) // (width - 1)) for cell, width in zip(cells, widths, strict=False)))
