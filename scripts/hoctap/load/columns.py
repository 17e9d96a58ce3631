"""A large table in columns: each different cell once, and for each row the numbers of its cells.

Read by pyarrow where a file is plainly written; whatever is not is read row by row, which says why. Rows are made of
the columns only for those that somebody asks for. numpy and pyarrow are imported late: the page's Python has neither.
"""

from collections.abc import Container, Iterator, Sequence
from functools import cached_property
from importlib.util import find_spec
from math import prod
from typing import TYPE_CHECKING, Any

from hoctap.load.column import Column, array_of, indices_of
from hoctap.load.plain_file import PlainFile, read_plain_file
from hoctap.model.canonical import are_canonical
from hoctap.model.descriptor import Resource
from hoctap.model.table import Row, SourceFile, Table

if TYPE_CHECKING:
    import numpy as np

    Numbers = np.ndarray[Any, np.dtype[Any]]

# Below this rows are as quick as the import of pyarrow.
FEWEST_BYTES = 4_000_000
# How far numbers of groups may grow in 64 bits, and in 32.
_MOST, _MOST_SMALL = 1 << 62, 1 << 31


class ColumnTable(Table):
    """A table of plainly written files, held in columns."""

    _files: list[tuple[str, int]]
    _quoted: int
    _columns: dict[str, Column]

    def __init__(self, resource: Resource, files: Sequence[PlainFile]) -> None:
        import pyarrow as pa  # noqa: PLC0415 - late, as above

        for name, value in (
            ("resource", resource),
            ("positions", {name: n for n, name in enumerate(resource.header)}),
            ("_files", [(file.path, file.columns.num_rows) for file in files]),
            ("_quoted", sum(file.quoted for file in files)),
            ("_columns", {}),
        ):
            object.__setattr__(self, name, value)  # the class it extends is frozen
        read = pa.concat_tables([file.columns for file in files])
        for file in files:
            file.columns = None
        for name in resource.header:  # one after the other: all of them twice would fill the memory
            array = read.column(name).unify_dictionaries().combine_chunks()
            self._columns[name] = Column(array.combine_chunks() if isinstance(array, pa.ChunkedArray) else array)
            read = read.drop_columns([name])

    def __len__(self) -> int:
        return sum(count for _, count in self._files)

    @cached_property
    def rows(self) -> tuple[Row, ...]:
        """All rows, made when first asked for."""
        import numpy as np  # noqa: PLC0415 - late, as above

        return tuple(self._rows(np.arange(len(self))))

    def column_named(self, name: str) -> Column:
        """Return a column; `path` is the file that each row stands in."""
        if name not in self._columns:
            self._columns[name] = self._paths()
        return self._columns[name]

    def distinct(self, name: str) -> frozenset[str]:
        """Return each different cell of a column."""
        return self._columns[name].distinct

    def distinct_beyond(self, name: str, plain: str) -> frozenset[str]:
        """Return each different cell of a column that the simple pattern `plain` does not match."""
        return self._columns[name].distinct_beyond(plain)

    def holding(self, name: str, cells: Container[str]) -> Iterator[tuple[Row, str]]:
        """Yield each row whose cell in the column is one of `cells`, with that cell."""
        at = self.positions[name]
        for row in self.rows_at(self._columns[name].among(cells).nonzero()[0]):
            yield row, row.cells[at]

    def group(self, names: Sequence[str]) -> "Numbers":
        """Return one number a row that is the same in rows whose cells in the named columns are."""
        import numpy as np  # noqa: PLC0415 - late, as above

        columns = [self.column_named(name) for name in names]
        small = prod(column.width for column in columns) < _MOST_SMALL
        groups, size = np.zeros(len(self), np.int32 if small else np.int64), 1
        for column in columns:
            if size * column.width > _MOST:
                groups = np.unique(groups, return_inverse=True)[1]
                size = int(groups.max()) + 1
            if column.width > 1:
                groups, size = groups * column.width + column.codes, size * column.width
        return groups

    def rows_at(self, places: "Numbers") -> tuple[Row, ...]:
        """Return the rows at the given places, counted from 0 over all files."""
        return tuple(self._rows(places))

    def place_of(self, path: str, line: int) -> int:
        """Return the place of the row on a line of a file."""
        before = 0
        for name, count in self._files:
            if name == path:
                return before + line - 2
            before += count
        raise KeyError(path)

    def has_each_once(self, names: Sequence[str]) -> bool:
        """Return whether no two rows have the same cells in the named columns."""
        import numpy as np  # noqa: PLC0415 - late, as above

        if tuple(names) == self.resource.primary_key and len(self._files) == 1 and self._is_in_order:
            return True
        return len(np.unique(self.group(names))) == len(self)

    @cached_property
    def is_canonical(self) -> bool:
        """Whether the files stand as `fix` would write them: cells, quotes and the order of rows."""
        in_need = 0
        for name in self.resource.header:
            column = self._columns[name]
            if not are_canonical(column.distinct_beyond("[A-Za-z0-9./-]*")):
                return False
            if column.has_any_matching('[,"]'):
                in_need += int(column.matching('[,"]').sum())
        return in_need == self._quoted and self._is_in_order

    @property
    def has_blank_row(self) -> bool:
        """Return whether all cells of a row are empty."""
        blank: Any = True
        for name in self.resource.header:
            if not self._columns[name].has_empty:
                return False
            blank = blank & self._columns[name].matching("^$")
        return bool(blank.any())

    @cached_property
    def _is_in_order(self) -> bool:
        """Whether in each file every row stands after the one before, by the key."""
        import numpy as np  # noqa: PLC0415 - late, as above

        later, same = np.zeros(len(self) - 1, bool), np.ones(len(self) - 1, bool)
        for name in self.resource.primary_key:
            column = self._columns[name]
            if column.width > 1:
                rank = column.ranks()
                later |= same & (rank[1:] > rank[:-1])
                same &= rank[1:] == rank[:-1]
        starts = np.cumsum([count for _, count in self._files])[:-1] - 1
        later[starts] = True
        return bool(later.all())

    def _rows(self, places: "Numbers") -> Iterator[Row]:
        cells = zip(*(self._columns[name].cells_at(places) for name in self.resource.header), strict=True)
        files = iter(self._files)
        path, end, before = "", 0, 0
        for place, row in zip(places.tolist(), cells, strict=True):
            while place >= end:
                before = end
                path, count = next(files)
                end += count
            yield Row(path, place - before + 2, row)

    def _paths(self) -> Column:
        import numpy as np  # noqa: PLC0415 - late, as above
        import pyarrow as pa  # noqa: PLC0415 - late, as above

        codes = np.repeat(np.arange(len(self._files), dtype=np.int32), [count for _, count in self._files])
        return Column(
            pa.DictionaryArray.from_arrays(indices_of(codes), array_of([path.encode() for path, _ in self._files]))
        )


def surely_utf8(data: bytes) -> bool:
    """Return whether a large file is UTF-8, told ten times as fast as by Python; no where that cannot be told."""
    if len(data) < FEWEST_BYTES or find_spec("pyarrow") is None:
        return False
    import pyarrow as pa  # noqa: PLC0415 - late, as above

    try:
        array_of([data]).validate(full=True)
    except pa.ArrowInvalid:
        return False
    return True


def table_in_columns(resource: Resource, files: Sequence[SourceFile]) -> ColumnTable | None:
    """Return the table of large and plainly written files; None if they are to be read row by row."""
    if sum(len(file.data) for file in files) < FEWEST_BYTES or not files or find_spec("pyarrow") is None:
        return None
    plain = []
    for file in files:
        read = read_plain_file(resource, file.path, file.data)
        if read is None:
            return None
        plain.append(read)
    table = ColumnTable(resource, plain)
    return None if table.has_blank_row else table


def in_columns(table: Table) -> bool:
    """Return whether a table is held in columns."""
    return isinstance(table, ColumnTable)
