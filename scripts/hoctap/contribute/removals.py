"""What a sender took out of a row of the form: the row itself, in words, or a cell that has to say something."""

import re
from collections.abc import Sequence

from hoctap.contribute.differences import one_line
from hoctap.contribute.form import DEFAULTS
from hoctap.contribute.origin import Cells
from hoctap.contribute.reading import Line

_REMOVAL = re.compile(
    r"(?:(?:xin|đề nghị|cần) )?(?:bỏ|xóa|xoá|hủy|huỷ|loại bỏ)(?: (?:dòng|số|số liệu|con số))?(?: (?:này|ấy|đi))?[.!]*"
    r"|(?:nay )?không còn(?: nữa| dùng)?[.!]*",
    re.IGNORECASE,
)


def removal_words(line: Line, given: Cells) -> tuple[str, str] | None:
    """Return the column and the words («bỏ», «xin xóa dòng này») by which a row is to go; None if there are none."""
    for column in ("value", "note"):
        cell = line.table.cell(line.row, column)
        text = one_line(cell.text) if cell else ""
        if text != one_line(given.get(column, "")) and _REMOVAL.fullmatch(text):
            return column, text
    return None


def cells_cleared(line: Line, given: Cells) -> Sequence[str]:
    """Return the columns emptied where the form gave another word than the one supposed for a new row."""
    supposed = DEFAULTS[line.table.table] if line.table.table == "observations" else {}
    return [
        name
        for name, word in supposed.items()
        if line.cells.get(name) == word != given.get(name)
        and name in line.table.found.columns
        and line.table.cell(line.row, name) is None
    ]
