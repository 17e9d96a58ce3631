"""One column of a large table: its different cells, each kept once, and for each row the number of its cell.

A column of numbers, which mostly differ, stays as it was read until somebody asks for its different cells.
numpy and pyarrow are imported late: the page's Python has neither.
"""

from collections.abc import Container, Sequence
from functools import cached_property
from itertools import pairwise
from typing import TYPE_CHECKING, Any

from hoctap.model.canonical import sortable

if TYPE_CHECKING:
    import numpy as np

    Numbers = np.ndarray[Any, np.dtype[Any]]


class Column:
    """The cells of a column, one a row; `array` is a string array of pyarrow, or one in which each cell stands once."""

    def __init__(self, array: Any) -> None:
        self._array = array

    @cached_property
    def cells(self) -> list[str]:
        """The different cells, in the order of their numbers."""
        cells: list[str] = self._dictionary.to_pylist()
        return cells

    @cached_property
    def codes(self) -> "Numbers":
        """The number of the cell of each row."""
        return _as_numbers(self._numbered.indices, "int32")

    @property
    def width(self) -> int:
        """How many different cells there are."""
        return len(self._dictionary)

    @cached_property
    def distinct(self) -> frozenset[str]:
        """The different cells, to look up."""
        return frozenset(self.cells)

    def distinct_beyond(self, plain: str) -> frozenset[str]:
        """Return the different cells without those that match the simple pattern `plain`, which may be empty."""
        import pyarrow.compute as pc  # noqa: PLC0415 - late, as above

        if not plain:
            return self.distinct
        cells = self._but_whole_numbers
        return frozenset(cells.filter(pc.invert(pc.match_substring_regex(cells, f"^(?:{plain})$"))).to_pylist())

    def has_any_matching(self, pattern: str) -> bool:
        """Return whether a simple pattern, which no whole number matches, is found in a cell."""
        import pyarrow.compute as pc  # noqa: PLC0415 - late, as above

        return bool(pc.any(pc.match_substring_regex(self._but_whole_numbers, pattern)).as_py())

    @cached_property
    def _but_whole_numbers(self) -> Any:
        """The different cells without the whole numbers, which every plain pattern admits."""
        import pyarrow.compute as pc  # noqa: PLC0415 - late, as above

        is_number = pc.match_substring_regex(self._written, "^(?:0|[1-9][0-9]{0,14})$")
        return pc.unique(self._written.filter(pc.invert(is_number)))

    @property
    def has_empty(self) -> bool:
        """Whether a row has an empty cell."""
        import pyarrow.compute as pc  # noqa: PLC0415 - late, as above

        # Not by comparing with a text: to make a value of one, pyarrow would load pandas.
        return bool(pc.min(pc.binary_length(self._written)).as_py() == 0)

    def numbers(self) -> "Numbers":
        """Return the cell of each row as a floating number; not a number where there is none."""
        import numpy as np  # noqa: PLC0415 - late, as above
        import pyarrow.compute as pc  # noqa: PLC0415 - late, as above

        is_number = pc.match_substring_regex(self._written, r"^-?[0-9]{1,15}(\.[0-9]{1,15})?$")
        numbers = np.full(len(is_number), np.nan)
        numbers[_as_bools(is_number)] = _as_numbers(pc.cast(self._written.filter(is_number), "float64"), "float64")
        return self._by_row(numbers)

    def holding(self, text: str) -> "Numbers":
        """Return for each row whether its cell has the text in it."""
        import pyarrow.compute as pc  # noqa: PLC0415 - late, as above

        return self._by_row(_as_bools(pc.match_substring(self._written, text)))

    def matching(self, pattern: str) -> "Numbers":
        """Return for each row whether a simple pattern is found in its cell."""
        import pyarrow.compute as pc  # noqa: PLC0415 - late, as above

        return self._by_row(_as_bools(pc.match_substring_regex(self._written, pattern)))

    def among(self, cells: Container[str]) -> "Numbers":
        """Return for each row whether its cell is one of `cells`; asked once for each different cell."""
        import numpy as np  # noqa: PLC0415 - late, as above

        is_among = np.fromiter((cell in cells for cell in self.cells), bool, self.width)
        return np.asarray(is_among[self.codes])

    def ranks(self) -> "Numbers":
        """Return the rank of the cell of each row in canonical order, the same for cells that sort alike."""
        import numpy as np  # noqa: PLC0415 - late, as above

        keys = [sortable(cell) for cell in self.cells]
        ranks, rank = np.zeros(len(keys), np.int32), 0
        ordered = sorted(range(len(keys)), key=keys.__getitem__)
        for before, at in pairwise(ordered):
            rank += keys[before] != keys[at]
            ranks[at] = rank
        return np.asarray(ranks[self.codes])

    def cells_at(self, places: "Numbers") -> list[str]:
        """Return the cells of the rows at these places."""
        if not self._is_numbered:
            written: list[str] = self._array.take(indices_of(places)).to_pylist()
            return written
        codes = self.codes[places]
        if self.width > 2 * len(places):
            few: list[str] = self._dictionary.take(indices_of(codes)).to_pylist()
            return few
        return list(map(self.cells.__getitem__, codes.tolist()))

    @property
    def _written(self) -> Any:
        """The different cells; of a column that was not numbered yet the cells of all rows."""
        return getattr(self._array, "dictionary", self._array)

    def _by_row(self, answers: "Numbers") -> "Numbers":
        """Return for each row the answer to its cell, given the answers to what `_written` returns."""
        import numpy as np  # noqa: PLC0415 - late, as above

        return np.asarray(answers[self.codes] if self._is_numbered else answers)

    @property
    def _is_numbered(self) -> bool:
        return hasattr(self._array, "dictionary")

    @property
    def _numbered(self) -> Any:
        if not self._is_numbered:
            self._array = self._array.dictionary_encode()
        return self._array

    @property
    def _dictionary(self) -> Any:
        return self._numbered.dictionary


def _as_bools(array: Any) -> "Numbers":
    """Return an array of yes and no as numpy has it."""
    return _as_numbers(array.cast("uint8"), "uint8").view("bool")


def _as_numbers(array: Any, kind: str) -> "Numbers":
    """Return an array of numbers, none missing, as numpy has it: pyarrow itself would load pandas for that."""
    import numpy as np  # noqa: PLC0415 - late, as above

    return np.frombuffer(array.buffers()[1], kind, len(array), array.offset * np.dtype(kind).itemsize)


def indices_of(numbers: "Numbers") -> Any:
    """Return numbers of cells as an array of pyarrow; given them as they are, it would load pandas for it."""
    import numpy as np  # noqa: PLC0415 - late, as above
    import pyarrow as pa  # noqa: PLC0415 - late, as above

    data = np.ascontiguousarray(numbers, np.int32)
    return pa.Int32Array.from_buffers(pa.int32(), len(data), [None, pa.py_buffer(data)])


def array_of(texts: Sequence[bytes]) -> Any:
    """Return texts, UTF-8, as an array of pyarrow; made of a list, it would load pandas for it. One is not copied."""
    import numpy as np  # noqa: PLC0415 - late, as above
    import pyarrow as pa  # noqa: PLC0415 - late, as above

    ends = np.cumsum([0, *map(len, texts)], dtype=np.int32)
    data = texts[0] if len(texts) == 1 else b"".join(texts)
    return pa.StringArray.from_buffers(len(texts), pa.py_buffer(ends), pa.py_buffer(data))
