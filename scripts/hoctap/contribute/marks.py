"""What is wrong with a sent file, cell by cell; the copy that says so in the file itself; the answers given in it.

A question is a mark that a person settles in words: in the column ANSWER of the list in the marked copy.
"""

import hashlib
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from hoctap.contribute import sandbox
from hoctap.contribute.form import ERRORS
from hoctap.contribute.grid import Sheet, read_sheets
from hoctap.vietnamese.writing import fold

COLUMNS = ("Trang", "Ô", "Đang ghi", "Phải sửa gì", "Cách sửa", "Lúc phát mẫu", "Nay trong sổ", "Quy tắc")
ANSWER, IDENTIFIER = "Trả lời", "Mã"
# The answer that leaves what the file says as it is.
WRITE = "đúng"


@dataclass(frozen=True, slots=True)
class Mark:
    """A cell that is wrong; `column` 0 stands for the whole row or sheet.

    `answers` are the words that settle it (none: the cell must be mended), `subject` is what it asks about in
    whatever row. `given` and `now` tell what the form was given and what the data say now, where that matters.
    """

    sheet: str
    row: int
    column: int
    value: str
    must: str
    cure: str
    rule: str
    answers: tuple[str, ...] = ()
    subject: str = ""
    given: str = ""
    now: str = ""

    @property
    def spot(self) -> str:
        """Return the cell as spreadsheets name it."""
        return f"{letters(self.column)}{self.row}" if self.column else (f"{self.row}" if self.row else "")

    @property
    def address(self) -> str:
        """Return where the mark stands, before what it says: «Số liệu!E16: »; empty for what stands in no row."""
        return f"{self.sheet}!{self.spot}: " if self.spot else ""

    @property
    def identifier(self) -> str:
        """Return what an answer to this question refers to; it does not depend on the row."""
        text = f"{self.rule}\n{self.subject}\n{self.value}\n{self.now}"
        return hashlib.sha256(text.encode()).hexdigest()[:10] if self.answers else ""

    @property
    def cure_with_answers(self) -> str:
        """Return the cure, and how to answer a question in the marked copy."""
        words = " hoặc ".join(f"«{word}»" for word in self.answers)
        if not words:
            return self.cure
        when = " nếu tệp ghi đúng" if self.answers == (WRITE,) else ""
        return f"{self.cure}; hoặc ghi {words} ở cột {ANSWER} của trang «{ERRORS}»{when}"


def letters(column: int) -> str:
    """Return the name of a column as spreadsheets write it: 1 is A, 28 is AB."""
    name = ""
    while column:
        column, at = divmod(column - 1, 26)
        name = chr(65 + at) + name
    return name


def first_of_each_cell(marks: Sequence[Mark]) -> Iterator[Mark]:
    """Yield one mark for each cell: a formula or an unknown name before what follows from it."""
    ranks = {"cell-is-not-a-formula": 0, "reference-exists": 1, "code-is-in-its-list": 1}
    seen = set()
    for mark in sorted(marks, key=lambda mark: (mark.sheet, mark.row, mark.column, ranks.get(mark.rule, 2))):
        if (mark.sheet, mark.row, mark.column) not in seen or not mark.column:
            seen.add((mark.sheet, mark.row, mark.column))
            yield mark


def answers_in(sheets: Sequence[Sheet]) -> Mapping[str, str]:
    """Return the answers, without marks, by the identifier of their question, that a marked copy brings back."""
    given: dict[str, str] = {}
    for sheet in sheets:
        heads = {cell.text: at for (row, at), cell in sheet.cells.items() if row == 1}
        if sheet.name != ERRORS or not {ANSWER, IDENTIFIER} <= set(heads):
            continue
        for row in sheet.rows():
            answer, name = sheet.cells.get((row, heads[ANSWER])), sheet.cells.get((row, heads[IDENTIFIER]))
            if row > 1 and answer and name:
                given[name.text] = fold(" ".join(answer.text.split()))
    return given


def settled(mark: Mark, answers: Mapping[str, str]) -> str:
    """Return the word that settles a question; empty while there is none."""
    answer = answers.get(mark.identifier, "")
    return next((word for word in mark.answers if fold(word) == answer), "") if answer else ""


def marked_copy(path: Path, out: Path, marks: Sequence[Mark]) -> None:
    """Save a copy of the file at `out` with every wrong cell coloured, explained and listed; CSV becomes a workbook."""
    source = path
    if path.suffix.lower() != ".xlsx":
        source = out.with_name(f".{out.name}")
        _as_workbook(read_sheets(path), source)
    cells = [mark for mark in marks if mark.row and mark.column]
    request = {
        "list": ERRORS,
        "marks": [
            {"sheet": m.sheet, "row": m.row, "column": m.column, "comment": f"{m.must}\n→ {m.cure_with_answers}"}
            for m in cells
        ],
        "head": [*COLUMNS, ANSWER, IDENTIFIER],
        "rows": [
            [m.sheet, m.spot, m.value, m.must, m.cure_with_answers, m.given, m.now, m.rule, "", m.identifier]
            for m in marks
        ],
    }
    try:
        sandbox.mark(source, out, request)
    finally:
        if source != path:
            source.unlink()


def _as_workbook(sheets: Sequence[Sheet], out: Path) -> None:
    from openpyxl import Workbook  # noqa: PLC0415 - needed for a wrong CSV file only

    book = Workbook()
    book.remove(book.worksheets[0])
    for sheet in sheets:
        page = book.create_sheet(sheet.name)
        page.sheet_state = "visible" if sheet.visible else "hidden"
        for cell in sheet.cells.values():
            target = page.cell(cell.row, cell.column, "".join(c for c in cell.text if c.isprintable()))
            target.data_type = "s"
    book.save(out)
