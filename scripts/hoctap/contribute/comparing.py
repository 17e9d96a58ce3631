"""What each row of a returned form means, compared with the row that was given out and the row in the data now.

An unchanged row does nothing, whatever happened to the data meanwhile; a changed one is a correction; a new one an
addition; one that is missing is a removal, which is asked about. Where the data changed too, the row comes back with
all three: what was given out, what was sent back, what the data hold now.
"""

from collections.abc import Iterable, Mapping, Sequence

from hoctap.contribute import row_questions
from hoctap.contribute.differences import difference, one_line, same
from hoctap.contribute.form_rows import FormRows
from hoctap.contribute.origin import Cells, Origin, row_id
from hoctap.contribute.reading import Line
from hoctap.contribute.removals import cells_cleared, removal_words
from hoctap.contribute.row_questions import REMOVE, REPLACE
from hoctap.contribute.wanted import Wanted
from hoctap.load.values import is_missing
from hoctap.model.catalog import Catalog

Key = tuple[str, ...]
_MANY = 5


class Comparison:
    """Holds the rows of a sent table against those given out and those of today."""

    def __init__(self, catalog: Catalog, table: str, origin: Origin, answers: Mapping[str, str]) -> None:
        self._catalog, self._table, self._origin = catalog, table, origin
        self.resource = catalog.tables[table].resource
        self.wanted = Wanted(catalog, table, answers)
        self._words = self.wanted.words
        key = self.resource.primary_key
        header = self.resource.header
        self._now: dict[Key, Cells] = {
            k: dict(zip(header, row.cells, strict=True)) for row, k in catalog.tables[table].keys(key)
        }
        self._given = self._given_out()
        self._form_rows = FormRows(catalog, table, self._given)
        self._in_place: set[str] = set()
        self._lost: list[tuple[Cells, Line | None]] = []

    def _given_out(self) -> Mapping[str, Cells]:
        if self._table != "observations":
            return {}
        if self._origin.rows is not None:
            return {name: self._as_of_today(cells) for name, cells in self._origin.rows.items()}
        # A form too old to say what it was given: what the data hold now, and every difference is asked about.
        own = (cells for cells in self._now.values() if cells["unit_id"] == self._origin.unit_id)
        return {row_id(self.resource, cells): cells for cells in own}

    def _as_of_today(self, cells: Cells) -> Cells:
        """Return a row given out in the columns of today: what the form did not carry, it says nothing of."""
        now = self._now.get(self._key(cells), {})
        return {name: cells.get(name, now.get(name, "")) for name in self.resource.header}

    def _named_after(self, lines: Sequence[Line]) -> Mapping[str, Cells]:
        """Return the rows that lines of a form are named after which lost its hidden sheet, as CSV does."""
        names = {line.row_id for line in lines if line.row_id}
        if not names or self._origin.is_form:
            return {}
        named = ((row_id(self.resource, cells), cells) for cells in self._now.values())
        return {name: cells for name, cells in named if name in names}

    def compare(self, lines: Sequence[Line]) -> Wanted:
        """Return what the lines ask for; `lines` are those of one kind of table, in their order."""
        if named := self._named_after(lines):
            self._form_rows = FormRows(self._catalog, self._table, named)
        # Two sheets of a file have lines of the same number.
        unchanged = {id(line): name for line in lines if (name := self._form_rows.row_of(line))}
        met = set(unchanged.values())
        self._in_place = {line.row_id for line in lines if line.row_id == row_id(self.resource, line.cells)}
        for line in lines:
            if id(line) in unchanged:
                if line.is_struck:
                    self._ask_of_struck(line)
                continue
            own = self._of_given(line, met)
            if own:
                met.add(own)
                self._changed(line, own)
            else:
                self._new(line)
        for name, cells in self._given.items():
            if name not in met:
                self._gone(cells)
        self._ask_of_lost()
        return self.wanted

    def _of_given(self, line: Line, met: Iterable[str]) -> str:
        """Return the row given out that a changed line was: by its hidden name, or by its key."""
        if line.row_id in self._given and line.row_id not in met:
            return line.row_id
        by_key = row_id(self.resource, line.cells)
        return by_key if by_key in self._given and by_key not in met else ""

    def _key(self, cells: Cells) -> Key:
        return tuple(cells.get(name, "") for name in self.resource.primary_key)

    def _ask_of_struck(self, line: Line) -> None:
        cells = self._form_rows.rows[self._form_rows.row_of(line)]
        if self.wanted.settled(row_questions.struck_out(line, self.wanted.name(cells))) == REMOVE:
            self.wanted.remove(cells)

    def _changed(self, line: Line, name: str) -> None:
        given = self._given[name]
        if words := removal_words(line, given):
            if self.wanted.settled(row_questions.removal_in_words(line, *words, self.wanted.name(given))) == REMOVE:
                self.wanted.remove(given)
            return
        if self._emptied(line, given):
            self._gone(given, line)
            return
        cleared = (row_questions.cleared(line, name, given, self._words) for name in cells_cleared(line, given))
        if marks := [*line.marks, *cleared]:
            self.wanted.marks += marks
            return
        yours = self._kept(line, given)
        if self._key(yours) != self._key(given):
            self._other_key(line, given, yours)
            return
        now = self._now.get(self._key(given))
        if same(yours, given):
            return
        if now is not None and same(yours, now):
            self.wanted.know(yours)
        elif self._origin.rows is None:
            self._ask_of_old_form(line, yours, now or {})
        elif now is None or not same(now, given):
            self._conflict(line, yours, given, now)
        else:
            self.wanted.write(line, yours, given)

    def _kept(self, line: Line, given: Cells) -> dict[str, str]:
        """Return the line with what its table does not show of the row it was given.

        A column that was taken out of the sheet says nothing of what stood in it. The kind follows the period, and a
        figure of another period keeps of what is not shown only whose and of what it is.
        """
        own_columns = set(line.table.found.columns)
        if line.cells.get("period") != given.get("period"):
            own_columns |= set(self.resource.header) - set(self.resource.primary_key)
        if line.cells.get("value") != given.get("value") or line.cells.get("qualifier") != "exact":
            own_columns.add("qualifier")  # the words of the value, or a new number, say how it is meant
        return {**line.cells, **{name: text for name, text in given.items() if name not in own_columns and text}}

    def _emptied(self, line: Line, given: Cells) -> bool:
        """Return whether a line has lost its figure and has no new note that says why."""
        value, note = (one_line(cell.text if (cell := line.table.cell(line.row, n)) else "") for n in ("value", "note"))
        is_old_note = bool(given.get("value")) and note == one_line(given.get("note", ""))
        return (not value or is_missing(value)) and (not note or is_old_note)

    def _other_key(self, line: Line, given: Cells, yours: Cells) -> None:
        column = next(n for n in self.resource.primary_key if yours.get(n, "") != given.get(n, ""))
        question = row_questions.other_key(line, column, given, yours, self.wanted.name(given), self._words)
        now, is_there = self._now.get(self._key(yours)), self._key(given) in self._now
        if not self.wanted.answer(question) and now is not None and same(yours, now):
            self.wanted.know(yours)
        elif now is not None and not is_there:
            self._met_again(line, yours, now)
        elif answer := self.wanted.settled(question):
            if answer == REPLACE and is_there:
                self.wanted.remove(given)
            self.wanted.write(line, yours, {})

    def _conflict(self, line: Line, yours: Cells, given: Cells, now: Cells | None) -> None:
        if self.wanted.settled(row_questions.conflict(line, yours, given, now, self.wanted.name(yours), self._words)):
            # What the sender left as it was given stays as the data hold it now.
            touched = difference(given, yours) if given and now else set(yours)
            self.wanted.write(line, {**(now or {}), **{name: yours.get(name, "") for name in touched}}, now or {})

    def _ask_of_old_form(self, line: Line, yours: Cells, now: Cells) -> None:
        if self.wanted.settled(row_questions.of_old_form(line, yours, now, self.wanted.name(yours), self._words)):
            self.wanted.write(line, yours, now)

    def _new(self, line: Line) -> None:
        if self._is_untouched(line):
            return
        self.wanted.marks += line.marks
        if line.marks:
            return
        unseen = line.is_struck or line.is_hidden
        if unseen and not self.wanted.settled(row_questions.hard_to_see(line, self.wanted.name(line.cells))):
            return
        was = self._form_rows.rows.get("" if self._is_copy(line) else line.row_id)
        yours = self._kept(line, was) if was else line.cells
        now = self._now.get(self._key(yours))
        yours = yours if now is None else self._kept(line, now)
        if was and self._key(yours) != self._key(was):
            self._other_key(line, was, yours)
        elif now is None:
            if self._is_new(line):
                self.wanted.write(line, yours, {})
        else:
            self._met_again(line, yours, now)

    def _is_copy(self, line: Line) -> bool:
        """Return whether a line was made of another, which is still there under its own name."""
        return self._origin.is_form or (
            line.row_id in self._in_place and line.row_id != row_id(self.resource, line.cells)
        )

    def _is_new(self, line: Line) -> bool:
        """Return whether a row that the data lack is one more: not where it is named after one that was given out."""
        if not line.row_id or self._is_copy(line):
            return True
        return bool(self.wanted.settled(row_questions.no_more(line, self.wanted.name(line.cells))))

    def _met_again(self, line: Line, yours: Cells, now: Cells) -> None:
        """Ask of a new line whose row the data have otherwise, unless that is the row that was given out."""
        given = self._given.get(row_id(self.resource, yours), {})
        if same(yours, now):
            self.wanted.know(yours)
        elif given and same(given, now):
            self.wanted.write(line, yours, now)
        elif self._origin.is_form and self._origin.rows is not None:
            self._conflict(line, yours, given, now)
        elif self.wanted.settled(
            row_questions.of_a_plain_table(line, yours, now, self.wanted.name(yours), self._words)
        ):
            self.wanted.write(line, yours, now)

    def _is_untouched(self, line: Line) -> bool:
        """Return whether a line of a form is one of its empty ones, which name only the unit."""
        typed = line.marks or line.cells.get("note") or not set(line.cells) <= {"unit_id"}
        return self._table == "observations" and self._origin.is_form and not typed

    def _gone(self, cells: Cells, line: Line | None = None) -> None:
        if self._key(cells) in self._now:
            self._lost.append((cells, line))

    def _ask_of_lost(self) -> None:
        """Ask about each row that is gone or emptied; once about many of them, since one slip takes a whole column."""
        names = [self.wanted.name(cells) for cells, _ in self._lost]
        if len(names) >= _MANY:
            if self.wanted.settled(row_questions.many_gone(names, self._lost[0][1])) == REMOVE:
                for cells, _ in self._lost:
                    self.wanted.remove(cells)
            return
        for name, (cells, line) in zip(names, self._lost, strict=True):
            if self.wanted.settled(row_questions.gone(cells, line, name, self._words)) == REMOVE:
                self.wanted.remove(cells)
