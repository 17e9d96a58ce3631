"""The last gate: finished bytes that would publish a secret or something about a private person.

Looks at what is about to go out, whatever made it: pages, tables, workbooks, databases, archives. Addresses and
checksums are left out, since their digits mean nobody. What people wrote is also checked on its way in.
"""

import gzip
import re
import sqlite3
import zipfile
import zlib
from array import array
from collections import Counter
from collections.abc import Callable, Container, Iterable, Iterator
from contextlib import closing
from io import BytesIO
from pathlib import Path

from hoctap.check.html_tags import unescaped
from hoctap.check.personal import windows
from hoctap.check.personal_form import Form
from hoctap.check.personal_forms import FORMS
from hoctap.check.personal_scan import suspected
from hoctap.check.secret import SECRET
from hoctap.load.column import array_of
from hoctap.site.changed_text import changed

_ZIPS, _GZIP = (".zip", ".xlsx"), ".gz"
_MARKED_UP = (".html", ".xml", ".svg", ".rels")
# Code of the theme, libraries and the program: names its authors, but is no place for a secret either.
_CODE = (".js", ".mjs", ".py", ".css", ".wasm", ".woff2", ".png", ".ico", ".map")
# What comes with Python for browsers: its list of packages, the licences with their holders.
_THEIRS = re.compile(r"assets/py/(?:[0-9.]+/|LICENSES\.txt$)")
_CHECKSUM = re.compile(r"\b[0-9a-f]{32,}\b|\b[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}\b")
_FOREIGN = re.compile(rf"https?://\S+|{_CHECKSUM.pattern}")
_MARKUP = re.compile(r"<[^>]*>")
_DRAWN_OR_ADDRESS = re.compile(r'\s(?:d|points|viewBox|transform|href|src)="[^"]*"')
_ATTRIBUTE = re.compile(r'\s[\w-]+="([^"]*)"')


# Bytes of texts looked at together; of what was read before more may be held.
_AT_ONCE, _MORE_WHOLE = 16_000_000, 8
# Returns what stood in the place of a file, if that was found good; nothing known if empty.
Before = Callable[[Path], bytes]
# A text of a file: the file, the place in an archive, all of it, and what of it is new.
_Text = tuple[Path, str, bytes, bytes]


class LeakError(Exception):
    """What must not be published, one line for each file and kind."""


def _nothing(_path: Path) -> bytes:
    return b""


def refuse_leaks(folder: Path, own: str = "", only: Iterable[Path] | None = None, before: Before = _nothing) -> None:
    """Raise LeakError with every leak in the files under `folder`, or in `only` those.

    `own` is the site's address for letters, if any. A file in whose place a good one stood `before` is read where it
    differs from that; where something is suspected there, all of it.
    """
    files = (path for path in sorted(folder.rglob("*") if only is None else only) if path.is_file())
    found = list(_leaks((text for path in files for text in _texts(path, before(path))), folder, own))
    if found:
        raise LeakError("\n".join(found))


def _leaks(texts: Iterable[_Text], folder: Path, own: str) -> Iterator[str]:
    """Yield the leaks in texts."""
    for some in _batches(texts):
        for (path, part, data, new), worth in zip(some, suspected([new for *_, new in some]), strict=True):
            name = path.relative_to(folder).as_posix()
            if worth and is_suspected(part or name, new.decode("utf-8"), own):
                yield from _leaks_in(name, part, data.decode("utf-8"), own)


def is_suspected(name: str, new: str, own: str) -> bool:
    """Return whether what is new of a text holds a secret or something personal beside addresses and checksums.

    Within markup an address ends where nobody can tell before the markup is read, so there it stays.
    """
    foreign = _CHECKSUM if name.endswith(_MARKED_UP) else _FOREIGN
    return bool(SECRET.search(new) or _found(FORMS, foreign.sub(" ", new.replace(own, "") if own else new)))


def _batches(texts: Iterable[_Text]) -> Iterator[list[_Text]]:
    batch: list[_Text] = []
    size = 0
    for one in texts:
        batch.append(one)
        size += max(len(one[3]), len(one[2]) // _MORE_WHOLE)
        if size > _AT_ONCE:
            yield batch
            batch, size = [], 0
    yield batch


def _leaks_in(name: str, part: str, text: str, own: str) -> Iterator[str]:
    where = f"{name}: {part}" if part else name
    if SECRET.search(text):
        yield f"{where}: khóa bí mật"
    if not (part or name).endswith(_CODE) and not _THEIRS.match(name):
        yield from (f"{where}: {what}" for what in _personal(part or name, text.replace(own, "") if own else text))


def _personal(name: str, text: str) -> list[str]:
    # Most files hold nothing of the kind even with markup, addresses and checksums in them; those are done.
    text = _DRAWN_OR_ADDRESS.sub("", text) if name.endswith(_MARKED_UP) else text
    suspected = _found(FORMS, text)
    return list(dict.fromkeys(form.what for form in _found(suspected, _readable(name, text)))) if suspected else []


def _found(forms: Iterable[Form], text: str) -> list[Form]:
    numbers, lowered = windows(text), text.lower()
    return [
        form
        for form in forms
        if (form.found_in(numbers, numbers.lower()) if form.has_digits else form.found_in(text, lowered))
    ]


def _texts(path: Path, before: bytes) -> Iterator[_Text]:
    """Yield the texts of a file as UTF-8 that are not, word for word, in the good file that was there `before`."""
    own = path.read_bytes()
    same = same_parts(own, before) if before and path.name.endswith(_ZIPS) else frozenset[str]()
    good = dict(_parts(path.name, before, same)) if before else {}
    for part, data in _parts(path.name, own, same):
        text = data if _is_utf8(data) else data.decode("utf-8", "replace").encode()
        new = changed(text, good[part]) if part in good else text
        if new:
            yield path, part, text, new


def _is_utf8(data: bytes) -> bool:
    try:
        data.decode("utf-8")
    except UnicodeDecodeError:
        return False
    return True


def same_parts(one: bytes, other: bytes) -> frozenset[str]:
    """Return the parts of two archives that are the same, byte for byte as they are packed."""
    parts, before = list(_packed(one)), set(_packed(other))
    names = Counter(name for name, _ in parts)
    return frozenset(name for name, packed in parts if (name, packed) in before and names[name] == 1)


def _packed(data: bytes) -> Iterator[tuple[str, tuple[int, bytes]]]:
    """Yield the name of each part of an archive with how it is packed and its packed bytes."""
    with zipfile.ZipFile(BytesIO(data)) as archive:
        for part in archive.infolist():
            lengths = data[part.header_offset + 26 : part.header_offset + 30]
            start = (
                part.header_offset + 30 + int.from_bytes(lengths[:2], "little") + int.from_bytes(lengths[2:], "little")
            )
            yield part.filename, (part.compress_type, data[start : start + part.compress_size])


def _parts(name: str, data: bytes, but: Container[str] = ()) -> Iterator[tuple[str, bytes]]:
    """Yield the texts of a file by their place in it, those of an archive but for some of its parts."""
    name, data = name.removesuffix(_GZIP), _unpacked(data)
    if name.endswith(_ZIPS):
        with zipfile.ZipFile(BytesIO(data)) as archive:
            for part in (part for part in archive.namelist() if part not in but):
                for _, text in _parts(part, archive.read(part)):
                    yield part, text
    elif name.endswith(".parquet"):
        yield "", b"\n".join(_columns_of_parquet(data))
    elif name.endswith(".sqlite"):
        yield from _database_texts(data)
    else:
        yield "", data


def _columns_of_parquet(data: bytes) -> Iterator[bytes]:
    """Yield the cells of each column, one a line."""
    # Long to load, and most folders hold no such file; `read_table`, a list or a text as argument load pandas too.
    import pyarrow as pa  # noqa: PLC0415
    import pyarrow.compute as pc  # noqa: PLC0415
    from pyarrow.parquet import ParquetFile  # noqa: PLC0415

    line_end = array_of([b"\n"])[0]
    for column in ParquetFile(BytesIO(data)).read(use_threads=False).columns:
        if column.null_count == len(column):
            yield b""
        elif pa.types.is_floating(column.type):  # as people would write it, never 1e10
            yield "\n".join(map(str, column.drop_null().to_pylist())).encode()
        else:
            cells = pc.cast(column.drop_null(), pa.string()).combine_chunks()
            ends = pa.Array.from_buffers(pa.int32(), 2, [None, pa.py_buffer(array("i", (0, len(cells))))])
            lines = pc.binary_join(pa.ListArray.from_arrays(ends, cells), line_end)
            yield lines[0].as_buffer().to_pybytes()


def _database_texts(data: bytes) -> Iterator[tuple[str, bytes]]:
    """Yield the texts of each column, one a line, by the table and the column."""
    with closing(sqlite3.connect(":memory:")) as database:
        database.deserialize(data)
        names = database.execute("SELECT name FROM sqlite_master WHERE type = 'table' AND sql IS NOT NULL").fetchall()
        for (name,) in names:
            columns = [one[0] for one in database.execute(f'SELECT * FROM "{name}" LIMIT 0').description]  # noqa: S608
            # To go through a table anew for each column takes most of the time, and all at once much memory.
            step = len(columns) if len(data) < _AT_ONCE else 1
            for some in (columns[at : at + step] for at in range(0, len(columns), step)):
                texts = (f"""group_concat(CASE typeof("{it}") WHEN 'text' THEN "{it}" END, char(10))""" for it in some)
                (found,) = database.execute(f'SELECT {", ".join(texts)} FROM "{name}"')  # noqa: S608 - the database's own names
                yield from ((f"{name} {it}", text.encode()) for it, text in zip(some, found, strict=True) if text)


def _unpacked(data: bytes) -> bytes:
    if data[:2] == b"\x1f\x8b":
        try:
            return gzip.decompress(data)
        except (OSError, EOFError, zlib.error):
            return data
    return data


def _readable(name: str, text: str) -> str:
    if name.endswith(_MARKED_UP):
        attributes = "\n".join(_ATTRIBUTE.findall(text))
        text = unescaped(_MARKUP.sub("\n", text) + attributes)
    return _FOREIGN.sub(" ", text)
