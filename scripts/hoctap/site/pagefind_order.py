"""Pagefind's files made the same every time: it writes filters, and their values, in an order of the moment.

A filter file is gzipped CBOR after a mark: [name, [[value, [page, …]], …]]; the file of everything is
[version, pages, chunks, [[filter, file], …], sorts, fields]. Values and filters are sorted here, the files are named
after their contents again, and so is the file that speaks of them.
"""

import gzip
from hashlib import sha256
from pathlib import Path

_MARK = b"pagefind_dcd"
_VALUES_IN_FILTER, _FILTERS_IN_META = 1, 3


def in_order(folder: Path) -> None:
    """Sort the filters of the index in `folder` and rename what is named after their contents."""
    renamed = {}
    for path in sorted((folder / "filter").glob("*.pf_filter")):
        data = gzip.decompress(path.read_bytes())
        renamed[path.stem] = _replaced(path, _sorted(data, _VALUES_IN_FILTER))
    for path in sorted(folder.glob("*.pf_meta")):
        data = gzip.decompress(path.read_bytes())
        for old, new in renamed.items():
            data = data.replace(old.encode(), new.encode())
        old_name = path.stem.removeprefix("pagefind.")
        new_name = _replaced(path, _sorted(data, _FILTERS_IN_META)).removeprefix("pagefind.")
        entry = folder / "pagefind-entry.json"
        entry.write_text(entry.read_text(encoding="utf-8").replace(old_name, new_name), encoding="utf-8")


def _replaced(path: Path, data: bytes) -> str:
    """Write `data` in place of the file, under a name of the same length made from it; return the new stem."""
    before, _, old = path.stem.rpartition("_")
    stem = f"{before}_{sha256(data).hexdigest()[: len(old)]}"
    path.unlink()
    path.with_name(stem + path.suffix).write_bytes(gzip.compress(data, mtime=0))
    return stem


def _sorted(data: bytes, place: int) -> bytes:
    """Return the list with the items of the list at `place` in the order of their bytes."""
    _, _, at = _item(data, len(_MARK))
    for _ in range(place):
        at = _end(data, at)
    _, count, start = _item(data, at)
    items, at = [], start
    for _ in range(count):
        end = _end(data, at)
        items.append(data[at:end])
        at = end
    return data[:start] + b"".join(sorted(items)) + data[at:]


def _item(data: bytes, at: int) -> tuple[int, int, int]:
    """Return kind, number and end of the head at `at` (RFC 8949, section 3)."""
    kind, small = data[at] >> 5, data[at] & 31
    if small < 24:
        return kind, small, at + 1
    size = 1 << (small - 24)
    return kind, int.from_bytes(data[at + 1 : at + 1 + size], "big"), at + 1 + size


def _end(data: bytes, at: int) -> int:
    """Return where the item at `at` ends: a number, a text or a list."""
    kind, number, at = _item(data, at)
    if kind == 3:
        return at + number
    for _ in range(number if kind == 4 else 0):
        at = _end(data, at)
    return at
