"""What checks found the last time, kept as long as it holds: only those are asked again whose data changed.

Each rule keeps a record of what it read. One that judges each file of a table by itself is shown the files alone in
which it has not found nothing before. The outcome is that of all checks of all rows; a note may be lost at any time.
"""

from collections.abc import Mapping, Sequence
from collections.abc import Set as AbstractSet
from dataclasses import dataclass, field, replace
from functools import cached_property, partial
from hashlib import sha256
from pathlib import Path

from hoctap.check.definition import Check
from hoctap.check.rules import CHECKS, findings_of, found_by
from hoctap.check.suspects import suspects
from hoctap.load.columns import in_columns
from hoctap.load.descriptors import Described, described
from hoctap.model.catalog import Catalog
from hoctap.model.finding import Finding
from hoctap.model.fingerprints import Prints
from hoctap.model.table import Table, table_of
from hoctap.model.traced import TracedCatalog
from hoctap.system.piece import Outcome, Past, Piece, recall, remember
from hoctap.system.reuse import Work

_GOOD, _DESCRIPTOR = "files good by ", "descriptor "


@dataclass(frozen=True)
class Verdicts:
    """Where verdicts are kept; `ways` decides how data is judged, `others` tells all that is no table.

    Both are texts; `ways` stands for the program, the day, the settings and what the data describes itself by.
    """

    place: Path
    ways: str
    others: str
    _described: dict[str, Piece] = field(default_factory=dict)

    @cached_property
    def _past(self) -> Past:
        return recall(self.place, self.ways)

    def described(self, data: bytes) -> Described:
        """Return what `load.descriptors` does: to read and judge descriptors, which change seldom, takes long."""
        name = f"{_DESCRIPTOR}{sha256(data).hexdigest()}"
        piece = self._past.pieces.get(name) or Piece("", (), (), Outcome(described(data)))
        self._described[name] = piece
        found: Described = piece.outcome
        return found

    def findings_of(self, catalog: Catalog) -> Sequence[Finding]:
        """Return what every check finds in the catalog, as `rules.findings_of` does."""
        if catalog.unread:  # which rules are silent about what was not read is no part of their records
            return findings_of(catalog)
        traced = TracedCatalog(catalog, catalog.today)
        work = Work(self._past, Path(), Path(), traced.reading, Prints(catalog, self.others).of)
        work.done.update(self._described)
        files = {file.path: sha256(file.path.encode() + b"\0" + file.data).digest() for file in catalog.files}
        found = [each for check in CHECKS for each in _verdict(check, traced, work, files)]
        remember(self.place, work.as_past(self.ways, {}))
        return found


def _verdict(check: Check, traced: TracedCatalog, work: Work, files: Mapping[str, bytes]) -> Sequence[Finding]:
    if not check.file_by_file:
        return work.value(check.rule.id, partial(_found, check, traced))
    name = f"{_GOOD}{check.rule.id}"
    good: AbstractSet[bytes] = work.past.pieces[name].outcome if name in work.past.pieces else frozenset()
    unknown = _of_files(traced, frozenset(path for path, what in files.items() if what not in good))
    found = found_by(check, suspects(check, unknown))
    wrong = {each.path for each in found}
    kept = frozenset(what for path, what in files.items() if path not in wrong)
    work.done[name] = Piece("", (), (), Outcome(kept))
    return found


def _found(check: Check, traced: TracedCatalog) -> tuple[Finding, ...]:
    few = suspects(check, traced.plain)
    if few is traced.plain:
        return tuple(found_by(check, traced))
    # Which rows were chosen depends on all of them.
    traced.reads_everything()
    traced.reads_all_tables()
    return tuple(found_by(check, few))


def _of_files(traced: TracedCatalog, paths: frozenset[str]) -> Catalog:
    """Return the catalog with no rows but those of these files; made once for the same files."""
    return traced.plain.answer((_of_files, paths), _with_rows_of, traced.plain, paths)


def _with_rows_of(catalog: Catalog, paths: frozenset[str]) -> Catalog:
    files = tuple(file for file in catalog.files if file.path in paths)
    tables = {name: _rows_of(catalog, table, paths) for name, table in catalog.tables.items()}
    return replace(catalog, files=files, tables=tables)


def _rows_of(catalog: Catalog, table: Table, paths: frozenset[str]) -> Table:
    own = {file.path for file in catalog.files_of(table.resource)}
    if own <= paths:
        return table
    if own.isdisjoint(paths):
        return table_of(table.resource, ())
    if in_columns(table):
        return table
    return table_of(table.resource, tuple(row for row in table.rows if row.path in paths))
