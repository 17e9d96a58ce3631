"""Forms filled in one below another on a sheet: what one says of itself, its unit above all, is of no other."""

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass

from hoctap.contribute.naming.words import spelled
from hoctap.contribute.tables.headers import Filled, begins_form
from hoctap.contribute.tables.letterheads import asked_in
from hoctap.contribute.tables.opening import Grid

# What stands in for the name of a form that others beside it have: nobody knows whose its figures are.
_NO_NAME = "Tên đơn vị: không ghi"
Lines = tuple[str, ...]


@dataclass(slots=True)
class Forms:
    """The forms of a sheet from the top; `lines` returns those of the rows from one to another."""

    grid: Grid
    filled: Filled
    lines: Callable[[int, int], Sequence[str]]
    _kept: int = -1  # how many lines stand before the first form
    _mark: str = ""
    _is_named: bool = False

    def above(self, rows: range, earlier: Lines) -> tuple[Lines, Lines]:
        """Return which of the earlier lines hold for a table under some rows, and what these rows should have said."""
        start = self._start(rows)
        if start is None:
            return earlier, ()
        is_named = bool(asked_in(self.lines(start, rows[-1])))
        if self._kept < 0:
            self._kept = len(earlier) + len(self.lines(rows[0], start - 1))
            self._mark, self._is_named = self._mark_of(start), is_named
            return earlier, ()
        return earlier[: self._kept], () if is_named or not self._is_named else (_NO_NAME,)

    def _start(self, rows: range) -> int | None:
        """Return the row that a form begins with: over its first question, or with the words that the first one had."""
        asked = next((row for row in rows if begins_form(self.grid, row, self.filled)), None)
        if asked is not None:
            return asked - 1 if asked - 1 in rows and self.filled[asked - 1] else asked
        return next((row for row in rows if self._mark and self._mark_of(row) == self._mark), None)

    def _mark_of(self, row: int) -> str:
        first = self.filled[row][:1]
        return re.sub(r"\d+", "#", spelled(self.grid.text((row, first[0])))) if first else ""
