"""A large table in columns: each different cell once, and for each row the numbers of its cells.

Read by pyarrow where a file is plainly written; whatever is not is read row by row, which tells why. Rows are made of
the columns only for those that somebody asks for. numpy and pyarrow are imported late: the page's Python has neither.
"""

from collections.abc import Container, Iterator, Sequence
from functools import cached_property
from importlib.util import find_spec
from itertools import pairwise
from math import prod
from typing import TYPE_CHECKING, Any

from hoctap.model.canonical import canonical_cell, sortable
from hoctap.model.descriptor import Field, Resource
from hoctap.model.table import Row, SourceFile, Table

if TYPE_CHECKING:
    import numpy as np

    Numbers = np.ndarray[Any, np.dtype[Any]]

# Below this rows are as quick as the import of pyarrow.
FEWEST_BYTES = 4_000_000
_QUOTE, _COMMA, _LINE = 34, 44, 10
_SLICE, _BLOCK = 1 << 22, 1 << 21


class ColumnTable(Table):
    """A table of plainly written files. `codes` number the cells of a column, `cells` are the cells so numbered."""

    def __init__(self, resource: Resource, files: Sequence["PlainFile"]) -> None:
        import pyarrow as pa  # noqa: PLC0415 - late, as above

        for name, value in (
            ("resource", resource),
            ("positions", {name: n for n, name in enumerate(resource.header)}),
            ("_distinct", {}),
            ("_codes", {}),
            ("_cells", {}),
            ("_files", [(file.path, file.columns.num_rows) for file in files]),
            ("_quoted", sum(file.quoted for file in files)),
            ("_columns", {}),
            ("_few", {}),
        ):
            object.__setattr__(self, name, value)
        read = pa.concat_tables([file.columns for file in files])
        for file in files:
            file.columns = None
        for name in resource.header:  # one after the other: all of them twice would fill the memory
            column = read.column(name).unify_dictionaries().combine_chunks()
            self._columns[name] = column.combine_chunks() if isinstance(column, pa.ChunkedArray) else column
            read = read.drop_columns([name])

    _columns: dict[str, Any]
    _few: dict[str, Any]
    _files: list[tuple[str, int]]
    _quoted: int
    _codes: dict[str, "Numbers"]
    _cells: dict[str, list[str]]

    def __len__(self) -> int:
        return sum(count for _, count in self._files)

    @cached_property
    def rows(self) -> tuple[Row, ...]:
        """All rows, made when first asked for."""
        import numpy as np  # noqa: PLC0415 - late, as above

        return tuple(self._rows(np.arange(len(self))))

    def cells(self, name: str) -> list[str]:
        """Return the different cells of a column in the order of their numbers."""
        if name not in self._cells:
            self._cells[name] = self._dictionary(name).to_pylist()
        return self._cells[name]

    def codes(self, name: str) -> "Numbers":
        """Return the number of the cell of each row in a column; `path` is the file it stands in."""
        if name not in self._codes:
            self._codes[name] = self._files_of_rows() if name == "path" else self._column(name).indices.to_numpy()
        return self._codes[name]

    def width(self, name: str) -> int:
        """Return how many different cells a column has."""
        return len(self._files) if name == "path" else len(self._dictionary(name))

    def distinct(self, name: str) -> frozenset[str]:
        if name not in self._distinct:
            self._distinct[name] = frozenset(self.cells(name))
        return self._distinct[name]

    def distinct_beyond(self, name: str, plain: str) -> frozenset[str]:
        import pyarrow.compute as pc  # noqa: PLC0415 - late, as above

        if not plain:
            return self.distinct(name)
        cells = self._but_whole_numbers(name)
        return frozenset(cells.filter(pc.invert(pc.match_substring_regex(cells, f"^(?:{plain})$"))).to_pylist())

    def _but_whole_numbers(self, name: str) -> Any:
        """Return the different cells of a column without the whole numbers, which every plain pattern admits."""
        import pyarrow.compute as pc  # noqa: PLC0415 - late, as above

        if name not in self._few:
            cells = self._written(name)
            is_number = pc.match_substring_regex(cells, "^(?:0|[1-9][0-9]{0,14})$")
            self._few[name] = pc.unique(cells.filter(pc.invert(is_number)))
        return self._few[name]

    def numbers(self, name: str) -> "Numbers":
        """Return the cells of a column as floating numbers; not a number where there is none."""
        import pyarrow.compute as pc  # noqa: PLC0415 - late, as above

        cells = self._written(name)
        is_number = pc.match_substring_regex(cells, r"^-?[0-9]{1,15}(\.[0-9]{1,15})?$")
        return self._of_rows(name, pc.cast(pc.if_else(is_number, cells, None), "float64"))

    def matching(self, name: str, pattern: str) -> "Numbers":
        """Return for each row whether a simple pattern is found in its cell in a column."""
        import pyarrow.compute as pc  # noqa: PLC0415 - late, as above

        return self._of_rows(name, pc.match_substring_regex(self._written(name), pattern))

    def _written(self, name: str) -> Any:
        """Return the different cells of a column; of one that was not numbered yet the cells of all rows."""
        return getattr(self._columns[name], "dictionary", self._columns[name])

    def _of_rows(self, name: str, answers: Any) -> "Numbers":
        """Return for each row the answer to its cell, given answers to what `_written` returns."""
        import numpy as np  # noqa: PLC0415 - late, as above

        found = answers.to_numpy(zero_copy_only=False)
        return np.asarray(found[self.codes(name)] if self._is_numbered(name) else found)

    def _is_numbered(self, name: str) -> bool:
        return hasattr(self._columns[name], "dictionary")

    def holding(self, name: str, cells: Container[str]) -> Iterator[tuple[Row, str]]:
        import numpy as np  # noqa: PLC0415 - late, as above

        wanted = np.fromiter((cell in cells for cell in self.cells(name)), bool, self.width(name))
        at = self.positions[name]
        for row in self.rows_at(np.flatnonzero(wanted[self.codes(name)])):
            yield row, row.cells[at]

    def group(self, names: Sequence[str]) -> "Numbers":
        """Return one number a row that is the same in rows whose cells in the named columns are."""
        import numpy as np  # noqa: PLC0415 - late, as above

        small = prod(self.width(name) for name in names) < _MOST_SMALL
        made, size = np.zeros(len(self), np.int32 if small else np.int64), 1
        for name in names:
            if size * self.width(name) > _MOST:
                made = np.unique(made, return_inverse=True)[1]
                size = int(made.max()) + 1
            if self.width(name) > 1:
                made, size = made * self.width(name) + self.codes(name), size * self.width(name)
        return made

    def rows_at(self, at: "Numbers") -> tuple[Row, ...]:
        """Return the rows at the given places, counted from 0 over all files."""
        return tuple(self._rows(at))

    def place_of(self, path: str, line: int) -> int:
        """Return the place of the row on a line of a file."""
        before = 0
        for name, count in self._files:
            if name == path:
                return before + line - 2
            before += count
        raise KeyError(path)

    def has_each_once(self, names: Sequence[str]) -> bool:
        import numpy as np  # noqa: PLC0415 - late, as above

        if tuple(names) == self.resource.primary_key and len(self._files) == 1 and self._is_in_order:
            return True
        return len(np.unique(self.group(names))) == len(self)

    @cached_property
    def is_canonical(self) -> bool:
        import pyarrow.compute as pc  # noqa: PLC0415 - late, as above

        in_need = 0
        for name in self.resource.header:
            if any(canonical_cell(cell) != cell for cell in self.distinct_beyond(name, "[A-Za-z0-9./-]*")):
                return False
            if pc.any(pc.match_substring_regex(self._but_whole_numbers(name), '[,"]')).as_py():
                in_need += int(self.matching(name, '[,"]').sum())
        return in_need == self._quoted and self._is_in_order

    @property
    def has_blank_row(self) -> bool:
        """Return whether all cells of a row are empty."""
        import pyarrow.compute as pc  # noqa: PLC0415 - late, as above

        blank: Any = True
        for name in self.resource.header:
            if pc.index(self._written(name), "").as_py() < 0:
                return False
            blank = blank & self.matching(name, "^$")
        return bool(blank.any())

    @cached_property
    def _is_in_order(self) -> bool:
        """Whether in each file every row stands after the one before, by the key."""
        import numpy as np  # noqa: PLC0415 - late, as above

        later, same = np.zeros(len(self) - 1, bool), np.ones(len(self) - 1, bool)
        for name in self.resource.primary_key:
            if self.width(name) > 1:
                rank = self._ranks(name)[self.codes(name)]
                later |= same & (rank[1:] > rank[:-1])
                same &= rank[1:] == rank[:-1]
        starts = np.cumsum([count for _, count in self._files])[:-1] - 1
        later[starts] = True
        return bool(later.all())

    def _ranks(self, name: str) -> "Numbers":
        import numpy as np  # noqa: PLC0415 - late, as above

        keys = [sortable(cell) for cell in self.cells(name)]
        ranks, rank = np.zeros(len(keys), np.int32), 0
        ordered = sorted(range(len(keys)), key=keys.__getitem__)
        for before, at in pairwise(ordered):
            rank += keys[before] != keys[at]
            ranks[at] = rank
        return ranks

    def _rows(self, at: "Numbers") -> Iterator[Row]:
        cells = zip(*(self._cells_at(name, at) for name in self.resource.header), strict=True)
        files = iter(self._files)
        path, end, before = "", 0, 0
        for n, row in zip(at.tolist(), cells, strict=True):
            while n >= end:
                before = end
                path, count = next(files)
                end += count
            yield Row(path, n - before + 2, row)

    def _cells_at(self, name: str, at: "Numbers") -> list[str]:
        codes = self.codes(name)[at]
        if self.width(name) > 2 * len(at):
            few: list[str] = self._dictionary(name).take(codes).to_pylist()
            return few
        return list(map(self.cells(name).__getitem__, codes.tolist()))

    def _files_of_rows(self) -> "Numbers":
        import numpy as np  # noqa: PLC0415 - late, as above

        return np.repeat(np.arange(len(self._files)), [count for _, count in self._files])

    def _column(self, name: str) -> Any:
        if not self._is_numbered(name):
            self._columns[name] = self._columns[name].dictionary_encode()
        return self._columns[name]

    def _dictionary(self, name: str) -> Any:
        return self._column(name).dictionary


_MOST, _MOST_SMALL = 1 << 62, 1 << 31


class PlainFile:
    """A file as columns, and how many of its cells stand in quotes."""

    def __init__(self, path: str, columns: Any, quoted: int) -> None:
        self.path, self.columns, self.quoted = path, columns, quoted


def table_in_columns(resource: Resource, files: Sequence[SourceFile]) -> ColumnTable | None:
    """Return the table of large and plainly written files; None if they are to be read row by row."""
    if sum(len(file.data) for file in files) < FEWEST_BYTES or not files or find_spec("pyarrow") is None:
        return None
    plain = []
    for file in files:
        read = _read_plain_file(resource, file.path, file.data)
        if read is None:
            return None
        plain.append(read)
    table = ColumnTable(resource, plain)
    return None if table.has_blank_row else table


def in_columns(table: Table) -> bool:
    """Return whether a table is held in columns."""
    return isinstance(table, ColumnTable)


def _read_plain_file(resource: Resource, path: str, data: bytes) -> PlainFile | None:
    """Return the UTF-8 file `data` in columns; None unless every line of it is plainly a sound row."""
    import pyarrow as pa  # noqa: PLC0415 - late, as above
    from pyarrow import csv  # noqa: PLC0415 - late, as above

    start = ",".join(resource.header).encode() + b"\n"
    if not data.startswith(start) or len(data) == len(start) or b"\r" in data or b"\0" in data or data[-1] != _LINE:
        return None
    quoted = _quoted_cells(data)
    if quoted is None:
        return None
    try:
        columns = csv.read_csv(
            pa.BufferReader(data),
            csv.ReadOptions(use_threads=False, block_size=_BLOCK, column_names=list(resource.header), skip_rows=1),
            csv.ParseOptions(ignore_empty_lines=False),
            csv.ConvertOptions(
                check_utf8=False,
                strings_can_be_null=False,
                column_types={field.name: _kind(field) for field in resource.fields},
            ),
        )
    except pa.ArrowInvalid:
        return None
    if columns.num_rows != data.count(b"\n") - 1:
        return None
    return PlainFile(path, columns, quoted)


def _kind(field: Field) -> Any:
    """Return how the cells of a column are kept: each different one once, but for numbers, which mostly differ."""
    import pyarrow as pa  # noqa: PLC0415 - late, as above

    return pa.string() if field.type == "number" else pa.dictionary(pa.int32(), pa.string())


def _quoted_cells(data: bytes) -> int | None:
    """Return how many cells stand in quotes; None unless each quote begins or ends a cell or is doubled in one."""
    import numpy as np  # noqa: PLC0415 - late, as above

    letters = np.frombuffer(data, np.uint8)
    at = _places(letters, _QUOTE)
    if len(at) % 2:
        return None
    opened, closed = at[0::2], at[1::2]
    doubled = closed[:-1] + 1 == opened[1:]
    opened = opened[np.concatenate(([True], ~doubled))] if len(opened) else opened
    closed = closed[np.concatenate((~doubled, [True]))] if len(closed) else closed
    lines = _places(letters, _LINE)
    edges = (_COMMA, _LINE)
    sound = (
        np.isin(letters[opened - 1], edges).all()
        and np.isin(letters[closed + 1], edges).all()
        and (np.searchsorted(lines, opened) == np.searchsorted(lines, closed)).all()
    )
    return len(opened) if sound else None


def _places(letters: "Numbers", letter: int) -> "Numbers":
    import numpy as np  # noqa: PLC0415 - late, as above

    parts = (np.flatnonzero(letters[at : at + _SLICE] == letter) + at for at in range(0, len(letters), _SLICE))
    return np.concatenate([np.zeros(0, np.int64), *parts])
