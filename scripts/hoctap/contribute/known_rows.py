"""Rows that the data have already: what a new one only says again, and what it would take the place of."""

from collections.abc import Iterator, Sequence

from hoctap.contribute.differences import difference, same
from hoctap.contribute.form_words import FormWords
from hoctap.contribute.origin import Cells
from hoctap.contribute.placing import Entry
from hoctap.model.catalog import Catalog
from hoctap.model.finding import QUESTION, Finding

# What a figure says; where it was found and what else is known of it were told better by whoever entered it.
_STATED = ("value", "qualifier", "operator", "mode")


class KnownRows:
    """The rows of a table, found by their key."""

    def __init__(self, catalog: Catalog, table: str) -> None:
        self._words = FormWords(catalog)
        self._table = catalog.tables[table]
        at = [self._table.column(name) for name in self._table.resource.primary_key]
        self._rows = {tuple(row.cells[n] for n in at): row.cells for row in self._table.rows}

    def of(self, entry: Entry) -> Cells | None:
        """Return the row of the same key; None if there is none."""
        resource = self._table.resource
        cells = self._rows.get(entry.key(resource))
        return None if cells is None else dict(zip(resource.header, cells, strict=True))

    def changes(self, old: Cells, entry: Entry) -> str:
        """Return what the entry would change, in words."""
        return self._words.changes(old, entry.cells, difference(old, entry.cells), entry.table)


def is_repeated(old: Cells, entry: Entry) -> bool:
    """Return whether a row says what the entry does: its number and hedge, and the note if it has one."""
    is_same = all(same({name: old.get(name, "")}, {name: entry.cells.get(name, "")}) for name in _STATED)
    return is_same and entry.cells.get("note", "") in old.get("note", "")


def unknown(catalog: Catalog, entries: Sequence[Entry]) -> list[Entry]:
    """Return the entries that say something which no row of the data does."""
    known = _known(catalog, entries)
    return [each for each in entries if (old := known[each.table].of(each)) is None or not is_repeated(old, each)]


def replaced(catalog: Catalog, entries: Sequence[Entry]) -> Iterator[tuple[Finding, Entry]]:
    """Yield the question about each row of the data whose key an entry has, and whose place it takes."""
    known, cure = _known(catalog, entries), "nếu là sửa thì để nguyên; nếu là số khác thì ghi rõ phạm vi"
    for entry in entries:
        rows = known[entry.table]
        old = rows.of(entry)
        if old is not None and not same(old, entry.cells):
            message = f"sổ đã có dòng này: {rows.changes(old, entry)}"
            yield Finding("", 0, 0, "", "newer-truth-is-kept", message, cure, level=QUESTION), entry


def _known(catalog: Catalog, entries: Sequence[Entry]) -> dict[str, KnownRows]:
    """Return the rows of each table that entries are of, so that it is gone through once."""
    return {table: KnownRows(catalog, table) for table in {each.table for each in entries}}
