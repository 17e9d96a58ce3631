"""What notes below a table say of the sign behind a header, a name or a figure: «2024*», «1.902,4 (3)»."""

import re

from hoctap.contribute.naming.periods import NamedPeriod
from hoctap.contribute.naming.unit_names import FOOTNOTE
from hoctap.contribute.naming.words import spelled
from hoctap.contribute.tables.labels import PLANNED
from hoctap.contribute.tables.opening import Grid
from hoctap.contribute.tables.times import times_in

_NOTED = re.compile(rf"{PLANNED}|chưa (?:chính thức|đầy đủ|quyết toán)")


def _notes_behind(grid: Grid, text: str) -> tuple[str, ...]:
    sign = FOOTNOTE.search(text)
    return grid.notes_of(sign[0].strip()) if sign and sign[0].strip() != text.strip() else ()


def is_noted_as_plan(grid: Grid, text: str) -> bool:
    """Return whether a note says of the sign behind a text that its figures are no results."""
    return any(_NOTED.search(spelled(note)) for note in _notes_behind(grid, text))


def noted_times(grid: Grid, text: str) -> tuple[NamedPeriod, ...]:
    """Return the times that notes on a text say its figures are of: «(3) Số liệu đến hết ngày 30/11/2022»."""
    return tuple(time for note in _notes_behind(grid, text) for time in times_in(f"Ghi chú: {note}"))


def doubt_of_notes(grid: Grid, texts: tuple[str, ...], period: str) -> str:
    """Return a question where a note on a figure or its name says another time, or that it is no result."""
    for text in texts:
        notes = "; ".join(_notes_behind(grid, text))
        if notes and is_noted_as_plan(grid, text):
            return f"ghi chú nói «{notes}»: đã là kết quả chính thức chưa?"
        if notes and any(time.period != period for time in noted_times(grid, text)):
            return f"ghi chú nói «{notes}»: có phải là số của thời kỳ {period} không?"
    return ""
