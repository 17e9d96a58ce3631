"""What a sent table asks to be written, and what is told of it: entries, corrections, additions, marks."""

from collections.abc import Mapping

from hoctap.contribute.differences import difference
from hoctap.contribute.doubts import doubt_of
from hoctap.contribute.form_words import FormWords
from hoctap.contribute.marks import Mark, settled
from hoctap.contribute.origin import Cells
from hoctap.contribute.placing import Entry
from hoctap.contribute.reading import Line
from hoctap.model.catalog import Catalog


class Wanted:
    """The entries to be written, the line of each, what is told of corrections and additions, and the marks.

    `known` names what the file changes or adds and the data hold just so: it was taken in before.
    """

    def __init__(self, catalog: Catalog, table: str, answers: Mapping[str, str]) -> None:
        self._catalog, self._table, self._answers = catalog, table, answers
        self._key = catalog.tables[table].resource.primary_key
        self.words = FormWords(catalog)
        self.entries: list[tuple[Entry, Line | None]] = []
        self.corrections: list[str] = []
        self.additions: list[str] = []
        self.known: list[str] = []
        self.marks: list[Mark] = []

    def name(self, cells: Cells) -> str:
        """Return what a row is called: what its figure is of, else its key."""
        return self.words.figure(cells) or " · ".join(filter(None, (cells.get(each, "") for each in self._key)))

    def answer(self, question: Mark) -> str:
        """Return the answer to a question; empty if it has none."""
        return settled(question, self._answers)

    def settled(self, question: Mark) -> str:
        """Return the answer to a question, which is a mark as long as it has none."""
        answer = self.answer(question)
        if not answer:
            self.marks.append(question)
        return answer

    def know(self, cells: Cells) -> None:
        """Note that the data hold a row of the file just so."""
        self.known.append(self._with_value(cells))

    def remove(self, cells: Cells) -> None:
        """Take a row out of the data."""
        self.entries.append((Entry(self._table, dict(cells), is_removal=True), None))
        self.corrections.append(f"bỏ: {self._with_value(cells)}")

    def write(self, line: Line, cells: Cells, old: Cells) -> None:
        """Write a row in the place of an old one, or of none, unless its figure may be mistyped and nobody said."""
        is_figure = self._table == "observations"
        doubt = doubt_of(self._catalog, line, cells, old, self.name(cells)) if is_figure else None
        if doubt and not self.settled(doubt):
            return
        self.entries.append((Entry(self._table, dict(cells)), line))
        if old:
            changes = self.words.changes(old, cells, difference(old, cells), self._table)
            self.corrections.append(f"sửa: {self.name(cells)}: {changes}")
        elif is_figure:
            self.additions.append(f"thêm: {self._with_value(cells)}")

    def _with_value(self, cells: Cells) -> str:
        return ": ".join(filter(None, (self.name(cells), self.words.hedged_value(cells))))
