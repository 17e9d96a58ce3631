"""Files of a zip archive packed one by one, so that a file which many archives share is packed only once.

`zipfile` always packs anew. What is written here is what it would write, of any moment after 1980 the first.
"""

import struct
import zlib
from collections.abc import Iterable
from dataclasses import dataclass
from functools import lru_cache

_DEFLATED, _VERSION, _UNIX, _FIRST_DAY = zlib.DEFLATED, 20, 3, 1 << 5 | 1
_READABLE = 0o600 << 16
_LOCAL, _CENTRAL, _END = struct.Struct("<4s5H3L2H"), struct.Struct("<4s4B4H3L5H2L"), struct.Struct("<4s4H2LH")


@dataclass(frozen=True, slots=True)
class Entry:
    """A file of an archive; its name is in ASCII."""

    name: bytes
    checksum: int
    size: int
    packed: bytes


def entry(name: str, data: bytes) -> Entry:
    """Return a file packed."""
    packer = zlib.compressobj(zlib.Z_DEFAULT_COMPRESSION, _DEFLATED, -zlib.MAX_WBITS)
    return Entry(name.encode("ascii"), zlib.crc32(data), len(data), packer.compress(data) + packer.flush())


@lru_cache(maxsize=4096)
def shared_entry(name: str, text: str) -> Entry:
    """Return a file packed, which many archives may hold."""
    return entry(name, text.encode())


def archive(entries: Iterable[Entry]) -> bytes:
    """Return the archive of these files, in this order."""
    out, index, at, count = list[bytes](), list[bytes](), 0, 0
    for count, one in enumerate(entries, 1):  # noqa: B007 - how many there were
        head = (0, _DEFLATED, 0, _FIRST_DAY, one.checksum, len(one.packed), one.size, len(one.name), 0)
        out += (_LOCAL.pack(b"PK\3\4", _VERSION, *head), one.name, one.packed)
        index += (
            _CENTRAL.pack(b"PK\1\2", _VERSION, _UNIX, _VERSION, 0, *head, 0, 0, 0, _READABLE, at),
            one.name,
        )
        at += _LOCAL.size + len(one.name) + len(one.packed)
    length = sum(map(len, index))
    return b"".join((*out, *index, _END.pack(b"PK\5\6", 0, 0, count, count, length, at, 0)))
