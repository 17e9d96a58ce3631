"""Fingerprints of what was read of a catalog, each a short text: the same text means that the data read is the same."""

import hashlib
from collections.abc import Iterable, Mapping, Sequence
from functools import cached_property

from hoctap.model.catalog import Catalog
from hoctap.model.figure_row import FigureRow
from hoctap.model.reads import ALL, FILES, INDICATOR, IS_THERE, SOURCE, TABLE, UNIT, YEARS, Read

Known = tuple[dict[Read, str], dict[int, bytes]]


class Prints:
    """The prints of one catalog, each made once."""

    def __init__(self, plain: Catalog, others: str, other_files: str | None = None) -> None:
        """`others` tells everything in the repository, `other_files` what is read there that is no table and no page.

        Without the latter whoever reads there depends on everything.
        """
        self._plain, self._others = plain, others
        self._other_files = others if other_files is None else other_files
        # What was found is known to the catalog, whoever asks next.
        found: Known = plain.answer(Prints, lambda: ({}, {}))
        self._known, self._records = found

    def of(self, read: Read) -> str:
        """Return what a read stands for, a table that is not there for nothing."""
        if read[0] == FILES:
            return self._others if read[1] == ALL else self._other_files
        if read not in self._known:
            self._known[read] = self._print(*read)
        return self._known[read]

    def _print(self, sort: str, key: str) -> str:
        if sort == TABLE:
            table = self._plain.tables.get(key)
            files = self._plain.files_of(table.resource) if table else ()
            return _hashed(file.path.encode() + file.data for file in files)
        if sort.startswith(IS_THERE):
            return str(key in self._group(sort.removeprefix(IS_THERE)))
        if sort.startswith(YEARS):
            return _hashed([str(self._group(sort).get(key, ())).encode()])
        return _hashed(map(self._print_of_row, self._groups[sort].get(key, ())))

    def _group(self, sort: str) -> Mapping[str, Sequence[object]]:
        return self._plain.years_by(sort.removeprefix(YEARS)) if sort.startswith(YEARS) else self._groups[sort]

    @cached_property
    def _groups(self) -> Mapping[str, Mapping[str, Sequence[FigureRow]]]:
        by_source: dict[str, list[FigureRow]] = {}
        for row in self._plain.figure_rows:
            by_source.setdefault(row.observation.source_id, []).append(row)
        return {UNIT: self._plain.rows_by_unit, INDICATOR: self._plain.rows_by_indicator, SOURCE: by_source}

    def _print_of_row(self, row: FigureRow) -> bytes:
        if id(row) not in self._records:
            joined = (row.unit, row.area, row.province_now, row.indicator, row.source, row.preference)
            own = repr((row.observation, row.borders_changed)).encode()
            self._records[id(row)] = hashlib.sha256(own + b"".join(map(self._print_of_record, joined))).digest()
        return self._records[id(row)]

    def _print_of_record(self, one: object) -> bytes:
        if id(one) not in self._records:
            self._records[id(one)] = hashlib.sha256(repr(one).encode()).digest()
        return self._records[id(one)]


def _hashed(parts: Iterable[bytes]) -> str:
    found = hashlib.sha256()
    for part in parts:
        found.update(len(part).to_bytes(8, "big") + part)
    return found.hexdigest()
