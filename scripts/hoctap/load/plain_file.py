"""A plainly written CSV file in columns: read by pyarrow, each different cell kept once.

In come the bytes of a file in UTF-8, out come its columns, or None where a line is not plainly a row of its table (a
carriage return, a quote within an unquoted cell, a line of another width): then the reader of rows says what is wrong.
numpy and pyarrow are imported late: the page's Python has neither.
"""

from typing import TYPE_CHECKING, Any

from hoctap.model.descriptor import Field, Resource

if TYPE_CHECKING:
    import numpy as np

    Numbers = np.ndarray[Any, np.dtype[Any]]

_QUOTE, _COMMA, _LINE = 34, 44, 10
_SLICE, _BLOCK = 1 << 22, 1 << 23


class PlainFile:
    """A file as columns, and how many of its cells stand in quotes."""

    def __init__(self, path: str, columns: Any, quoted: int) -> None:
        self.path, self.columns, self.quoted = path, columns, quoted


def read_plain_file(resource: Resource, path: str, data: bytes) -> PlainFile | None:
    """Return the UTF-8 file `data` in columns; None unless every line of it is plainly a sound row."""
    import pyarrow as pa  # noqa: PLC0415 - late, as above
    from pyarrow import csv  # noqa: PLC0415 - late, as above

    start = ",".join(resource.header).encode() + b"\n"
    if not data.startswith(start) or len(data) == len(start) or b"\r" in data or b"\0" in data or data[-1] != _LINE:
        return None
    if b"\n" + start in data:
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
    starts, ends = at[0::2], at[1::2]
    doubled = ends[:-1] + 1 == starts[1:]
    starts = starts[np.concatenate(([True], ~doubled))] if len(starts) else starts
    ends = ends[np.concatenate((~doubled, [True]))] if len(ends) else ends
    lines = _places(letters, _LINE)
    edges = (_COMMA, _LINE)
    is_plain = (
        np.isin(letters[starts - 1], edges).all()
        and np.isin(letters[ends + 1], edges).all()
        and (np.searchsorted(lines, starts) == np.searchsorted(lines, ends)).all()
    )
    return len(starts) if is_plain else None


def _places(letters: "Numbers", letter: int) -> "Numbers":
    import numpy as np  # noqa: PLC0415 - late, as above

    parts = (np.flatnonzero(letters[at : at + _SLICE] == letter) + at for at in range(0, len(letters), _SLICE))
    return np.concatenate([np.zeros(0, np.int64), *parts])
