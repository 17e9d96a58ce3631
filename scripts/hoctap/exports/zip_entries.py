"""Files of a zip archive packed one by one, so that a file which many archives share is packed only once.

`zipfile` always packs anew, and by zlib. But for the packed bytes, what is written here is what it would write.
"""

import struct
from collections.abc import Iterable
from dataclasses import dataclass
from functools import lru_cache

from hoctap.exports.deflate import LEVEL, checksum, deflated

_DEFLATED, _VERSION, _UNIX, _UTF_8 = 8, 20, 3, 0x800
# The first moment there is in a zip, as its time and day.
FIRST = 0, 1 << 5 | 1
_READABLE = 0o600
_LOCAL, _CENTRAL, _END = struct.Struct("<4s5H3L2H"), struct.Struct("<4s4B4H3L5H2L"), struct.Struct("<4s4H2LH")


@dataclass(frozen=True, slots=True)
class Entry:
    """A file of an archive."""

    name: str
    checksum: int
    size: int
    packed: bytes


def entry(name: str, data: bytes, level: int = LEVEL) -> Entry:
    """Return a file packed."""
    return Entry(name, checksum(data), len(data), deflated(data, level))


@lru_cache(maxsize=4096)
def shared_entry(name: str, text: str) -> Entry:
    """Return a file packed, which many archives may hold."""
    return entry(name, text.encode())


def archive(entries: Iterable[Entry], moment: tuple[int, int] = FIRST, rights: int = _READABLE) -> bytes:
    """Return the archive of these files, in this order, all of one moment, its time and day as a zip has them."""
    out, index, at, count = list[bytes](), list[bytes](), 0, 0
    for count, one in enumerate(entries, 1):  # noqa: B007 - how many there were
        name, flags = one.name.encode(), 0 if one.name.isascii() else _UTF_8
        head = (flags, _DEFLATED, *moment, one.checksum, len(one.packed), one.size, len(name), 0)
        out += (_LOCAL.pack(b"PK\3\4", _VERSION, *head), name, one.packed)
        index += (_CENTRAL.pack(b"PK\1\2", _VERSION, _UNIX, _VERSION, 0, *head, 0, 0, 0, rights << 16, at), name)
        at += _LOCAL.size + len(name) + len(one.packed)
    length = sum(map(len, index))
    return b"".join((*out, *index, _END.pack(b"PK\5\6", 0, 0, count, count, length, at, 0)))
