"""The texts that a finished file holds: its own, or those of what is packed in it, tables and databases included."""

import gzip
import shutil
import sqlite3
import zipfile
import zlib
from array import array
from collections import Counter
from collections.abc import Container, Iterator
from contextlib import closing, contextmanager
from hashlib import sha256
from io import BytesIO
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import BinaryIO, NamedTuple

from hoctap.load.column import array_of
from hoctap.site.changed_text import changed

_ZIPS, _GZIP, _DATABASE, _COLUMNS = (".zip", ".xlsx"), ".gz", ".sqlite", ".parquet"
_PACKED_BY_GZIP = b"\x1f\x8b"
# Rows of a database that are held at once.
_ROWS = 5_000
# Bytes unpacked at once.
_UNPACKED = 1_000_000
# Bytes of a text that is decoded to be looked at; of more Arrow tells it faster, which takes its time to be there.
_DECODED = 50_000
# A part of an archive: how it is packed, and its packed bytes.
Packed = tuple[int, bytes]
# Parts that were met, by their names and a checksum of how they are packed: all their bytes would be much to keep.
Met = set[tuple[str, bytes]]


class Text(NamedTuple):
    """A text in UTF-8 of the file `name`, at the place `part` of it if it is packed there; what of it is `new`."""

    name: str
    part: str
    whole: bytes
    new: bytes

    @property
    def kind(self) -> str:
        """The name whose ending tells what kind of text it is."""
        return self.part or self.name


def texts_of(name: str, own: bytes, before: bytes, met: Met | None = None) -> Iterator[Text]:
    """Yield the texts of a file that are not, word for word, in the good file that was there `before`.

    `met` are parts of other archives: one that is packed there under its name in the same bytes is not yielded again.
    """
    same = frozenset[str]()
    if before and name.endswith((*_ZIPS, _COLUMNS)):
        same = (same_columns if name.endswith(_COLUMNS) else same_parts)(own, before)
    if before and name.removesuffix(_GZIP).endswith(_DATABASE):
        good, parts = {}, _database_texts(own, before)
    else:
        good, parts = dict(_parts(name, before, same)) if before else {}, _parts(name, own, same, met)
    for part, data in parts:
        text = data if _is_utf8(data) else data.decode("utf-8", "replace").encode()
        new = changed(text, good[part]) if part in good else text
        if new:
            yield Text(name, part, text, new)


def _is_utf8(data: bytes) -> bool:
    try:
        if len(data) <= _DECODED:
            data.decode()
        else:
            import pyarrow as pa  # noqa: PLC0415 - long to load, and a small site needs none

            ends = pa.py_buffer(array("q", (0, len(data))))
            pa.Array.from_buffers(pa.large_string(), 1, [None, ends, pa.py_buffer(data)]).validate(full=True)
    except ValueError:  # Arrow's is one of these, too
        return False
    return True


def same_parts(one: bytes, other: bytes) -> frozenset[str]:
    """Return the parts of two archives that are the same, byte for byte as they are packed."""
    parts, before = list(_packed(one)), set(_packed(other))
    names = Counter(name for name, _ in parts)
    return frozenset(name for name, packed in parts if (name, packed) in before and names[name] == 1)


def same_columns(one: bytes, other: bytes) -> frozenset[str]:
    """Return the columns of two Parquet files that are the same, byte for byte as they are packed."""
    before = dict(_packed_columns(other))
    return frozenset(name for name, packed in _packed_columns(one) if before.get(name) == packed)


def _packed_columns(data: bytes) -> Iterator[tuple[str, tuple[object, ...]]]:
    """Yield the name of each column of Parquet with its type, how it is packed and its packed bytes.

    None of a file in which columns have columns of their own, or a name together.
    """
    from pyarrow.parquet import ParquetFile  # noqa: PLC0415 - as below

    file = ParquetFile(BytesIO(data))
    if len(set(file.schema_arrow.names)) < file.metadata.num_columns:
        return
    groups = [file.metadata.row_group(at) for at in range(file.metadata.num_row_groups)]
    for at, field in enumerate(file.schema_arrow):
        chunks = [group.column(at) for group in groups]
        starts = [min(filter(None, (each.dictionary_page_offset, each.data_page_offset))) for each in chunks]
        packed = (
            (each.compression, data[start : start + each.total_compressed_size])
            for each, start in zip(chunks, starts, strict=True)
        )
        yield field.name, (field.type, field.nullable, *packed)


def _packed(data: bytes) -> Iterator[tuple[str, Packed]]:
    """Yield the name of each part of an archive with how it is packed and its packed bytes."""
    with zipfile.ZipFile(BytesIO(data)) as archive:
        for part in archive.infolist():
            yield part.filename, _as_packed(part, data)


def _as_packed(part: zipfile.ZipInfo, data: bytes) -> Packed:
    lengths = data[part.header_offset + 26 : part.header_offset + 30]
    start = part.header_offset + 30 + int.from_bytes(lengths[:2], "little") + int.from_bytes(lengths[2:], "little")
    return part.compress_type, data[start : start + part.compress_size]


def _parts(name: str, data: bytes, but: Container[str] = (), met: Met | None = None) -> Iterator[tuple[str, bytes]]:
    """Yield the texts of a file by their place in it, those of an archive but for some of its parts and those `met`."""
    name = name.removesuffix(_GZIP)
    if name.endswith(_DATABASE):
        yield from _database_texts(data)
        return
    data = _unpacked(data)
    if name.endswith(_ZIPS):
        with zipfile.ZipFile(BytesIO(data)) as archive:
            for part in archive.infolist():
                if part.filename in but or (met is not None and _is_met(part, data, met)):
                    continue
                for _, text in _parts(part.filename, archive.read(part)):
                    yield part.filename, text
    elif name.endswith(_COLUMNS):
        yield from _columns_of_parquet(data, but)
    else:
        yield "", data


def _is_met(part: zipfile.ZipInfo, data: bytes, met: Met) -> bool:
    """Return whether a part of an archive was met in another; it is from now on."""
    how, packed = _as_packed(part, data)
    found = part.filename, sha256(b"%d " % how + packed).digest()
    before = len(met)
    met.add(found)
    return len(met) == before


def _columns_of_parquet(data: bytes, but: Container[str]) -> Iterator[tuple[str, bytes]]:
    """Yield the name of each column but some with its different cells, one a line.

    One column after the other is in memory.
    """
    # Long to load, and most folders hold no such file; `read_table`, a list or a text as argument load pandas too.
    import pyarrow as pa  # noqa: PLC0415
    import pyarrow.compute as pc  # noqa: PLC0415
    from pyarrow.parquet import ParquetFile  # noqa: PLC0415

    line_end = array_of([b"\n"])[0]
    file = ParquetFile(BytesIO(data))
    for name in (name for name in file.schema_arrow.names if name not in but):
        column = file.read([name], use_threads=False).column(0).unique()
        if column.null_count == len(column):
            continue
        if pa.types.is_floating(column.type):  # as people would write it, never 1e10
            yield name, "\n".join(map(str, column.drop_null().to_pylist())).encode()
        else:
            cells = pc.cast(column.drop_null(), pa.string())
            ends = pa.Array.from_buffers(pa.int32(), 2, [None, pa.py_buffer(array("i", (0, len(cells))))])
            lines = pc.binary_join(pa.ListArray.from_arrays(ends, cells), line_end)
            yield name, lines[0].as_buffer().to_pybytes()


def _database_texts(data: bytes, before: bytes = b"") -> Iterator[tuple[str, bytes]]:
    """Yield the different texts of each column, one a line, by the table and the column: of rows not in `before`.

    Of a large table those of some rows after those of others.
    """
    with _database(data, before) as database:
        known = "sql IN (SELECT sql FROM before.sqlite_master)"
        tables = f"SELECT name, {known} FROM main.sqlite_master WHERE type = 'table' AND sql IS NOT NULL"  # noqa: S608
        for name, is_known in database.execute(tables).fetchall():
            new = f' EXCEPT SELECT * FROM before."{name}"' if is_known else ""  # noqa: S608 - the database's own names
            rows = database.execute(f'SELECT * FROM main."{name}"{new}')  # noqa: S608 - as above
            while some := rows.fetchmany(_ROWS):
                for (it, *_), cells in zip(rows.description, zip(*some, strict=True), strict=True):
                    if texts := [cell for cell in dict.fromkeys(cells) if isinstance(cell, str)]:
                        yield f"{name} {it}", "\n".join(texts).encode()


@contextmanager
def _database(data: bytes, before: bytes) -> Iterator[sqlite3.Connection]:
    """Yield a database, and as `before` the one there was, or an empty one."""
    # As files, of which SQLite reads what it needs: that of ten thousand units is 100 MB, twice in memory.
    with TemporaryDirectory(prefix="hoctap-") as folder:
        for name, packed in (("main", data), ("before", before)):
            with Path(folder, name).open("wb") as file:
                _unpack(packed, file)
        with closing(sqlite3.connect(Path(folder, "main"))) as database:
            database.execute("ATTACH ? AS before", (str(Path(folder, "before")),))
            yield database


def _unpacked(data: bytes) -> bytes:
    if data[:2] != _PACKED_BY_GZIP:
        return data
    unpacked = BytesIO()
    _unpack(data, unpacked)
    return unpacked.getvalue()


def _unpack(data: bytes, into: BinaryIO) -> None:
    """Write what gzip packed, part after part; as it is if it cannot be unpacked, or is not packed."""
    try:
        with gzip.open(BytesIO(data)) as packed:
            shutil.copyfileobj(packed, into, _UNPACKED)
    except (OSError, EOFError, zlib.error):
        into.seek(0)
        into.truncate()
        into.write(data)
