"""The figures of a table with what its notes say: as the note of a row, or as a question before anything is written."""

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace

from hoctap.contribute.naming.words import spelled
from hoctap.contribute.tables.labels import COUNTED
from hoctap.contribute.tables.notes import doubt_of_line, doubt_of_lines, sign_of, without_sign
from hoctap.contribute.tables.opening import Grid
from hoctap.contribute.tables.plans import doubt_of_plan
from hoctap.contribute.tables.roles import Roles
from hoctap.contribute.tables.rows import CELL, SKIP, Row
from hoctap.contribute.tables.setting import Setting
from hoctap.contribute.tables.shares import spot_of

# What a title says that the figures leave out: «chưa kể huyện đảo».
_EXCEPT = re.compile(
    r"(?i)(?:\b(?:chưa|không|đã trừ|trừ)(?: bao)? (?:gồm|kể|tính)|"
    r"(?<=\()(?:(?:đã |ngoại )?trừ|không có|(?:còn )?thiếu(?! số| báo cáo| nhi| niên)))\b[^()]*"
)
# What a program says of a record as it should be, which is nothing to know of its figure.
_APPROVED = re.compile(r"(?:đã )?(?:phê duyệt|duyệt|chốt|hoàn thành)")
# A line of a sheet that explains something: «Ghi chú: …», «(*) …».
_NOTE = re.compile(r"(?i)\W*(?:ghi chú|chú thích|lưu ý)\b\W*\w|\(\*+\)\s*\w|\*+\s*[^\W\d]")
# One that speaks of all figures, or of those of a year: «Số liệu trên là ước thực hiện», «* Năm 2024 là số ước».
_OF_ALL = re.compile(
    r"\W*(?:(?:ghi chú|chú thích|lưu ý)\W+)?(?:(?:các|toàn bộ|mọi|những|riêng) )?"
    r"(?:số (?:liệu|trên|ước|tạm|sơ|chưa)|(?:năm )?(?:19|20)\d\d)\b"
)


def noted(setting: Setting, roles: Roles, rows: Sequence[Row]) -> list[Row]:
    """Return the figures of a table with their notes, those that a note makes doubtful with a question."""
    lines, titles = _of_lines(setting, roles), setting.context.titles
    left_out = [found[0].strip() for title in titles for found in _EXCEPT.finditer(title)]
    of_all = (*titles, *(text for text in _lines_below(setting) if _is_of_all(setting.grid, text)))
    tab = "" if setting.grid.word_table else setting.grid.name
    of_plan = doubt_of_plan(setting.block, tab)
    doubts = {period: doubt_of_lines(of_all, period) or of_plan for period in {row.period for row in rows}}
    return [_noted(setting, roles, row, lines, left_out, doubts[row.period]) for row in rows]


def _is_of_all(grid: Grid, text: str) -> bool:
    """Return whether a note speaks of all figures: «* Số ước» does not where a head, «2024*», ends with its sign."""
    sign = sign_of(text)
    texts = (cell.text.strip() for cell in grid.cells.values() if sign)
    return _OF_ALL.match(spelled(text)) is not None and not any(each.endswith(sign) for each in texts)


def of_no_figure(grid: Grid, rows: Sequence[Row]) -> list[str]:
    """Return a remark for each note of a sheet that no row carries: a person decides of which figures it is."""
    carried = " ".join({row.note for row in rows})
    notes = dict.fromkeys(" ".join(text.split()) for text in _texts(grid) if _NOTE.match(text))
    return [f"«{note}»: ghi chú này chưa vào dòng nào" for note in notes if without_sign(note) not in carried]


def _texts(grid: Grid) -> tuple[str, ...]:
    return (*(cell.text for cell in grid.cells.values() if cell.kind == "text"), *grid.below)


def _lines_below(setting: Setting) -> Iterator[str]:
    """Yield the lines below the head of a table that hold no figure, each by its first cell."""
    grid, first = setting.grid, setting.block.body[0]
    firsts: dict[int, int] = {}
    for row, column in grid.cells:
        if row > first:
            firsts[row] = min(column, firsts.get(row, column))
    for row, column in sorted(firsts.items()):
        if not setting.figures(row, setting.block.columns):
            yield grid.line((row, column))
    yield from grid.below


def _of_lines(setting: Setting, roles: Roles) -> Mapping[str, str]:
    """Return what the column of notes says of each row, by the number of the row as addresses write it."""
    notes = ((row, [setting.text(row, column) for column in roles.notes]) for row in setting.block.body)
    stated = (
        (row, [text for text in texts if text and not _APPROVED.fullmatch(spelled(text))]) for row, texts in notes
    )
    return {str(row): "; ".join(texts) for row, texts in stated if texts}


def _of_count(setting: Setting, row: Row, note: str) -> str:
    """Return a question where the note of a row begins with what one of its figures counts: «lượt học viên ngoài»."""
    indicator = setting.catalog.indicators.get(row.indicator_id)
    counted = COUNTED.get(indicator.unit_measure.partition("-")[0], "") if indicator else ""
    is_of_people = indicator is not None and indicator.unit_measure == "nguoi"
    is_of_it = counted and not is_of_people and re.match(rf"(?:{counted})\b", spelled(note))
    return f"ghi chú «{note}» có nói về số này không?" if is_of_it else ""


def _noted(
    setting: Setting, roles: Roles, row: Row, lines: Mapping[str, str], left_out: Sequence[str], doubt: str
) -> Row:
    line = spot_of(row)[0]
    own = lines.get(line, "")
    is_open = not row.question and (CELL, row.cell) not in setting.answers
    why = doubt if is_open else ""
    if is_open and own and row.period:
        gap = len(setting.figures(int(line), roles.values)) < len(roles.values)
        if of_count := _of_count(setting, row, own):
            why = of_count
            setting.out.open(CELL, row.cell, row.cell, f"con số đúng của ô, hoặc «{SKIP}»: {why}")
        elif of_line := doubt_of_line(own, row.period, has_gap=gap):
            why = of_line
            setting.out.open(CELL, row.cell, row.cell, f"con số đúng của ô, hoặc «{SKIP}»: {why}")
    notes = dict.fromkeys(filter(None, (row.note, own, *left_out)))
    return replace(row, question=row.question or why, note="; ".join(notes))
