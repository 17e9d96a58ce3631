"""Pagefind's files set right after it has written them: the same every time, and told what readers see of a page.

Pagefind indexes every word of what a page tells of itself, marks and all, a third more for a reader to load; so
pages tell nothing in the corpus, and it is written into the finished fragments. And it writes filters, and their
values, in an order of the moment. A file is a mark and then, gzipped: a fragment in JSON; a filter in CBOR,
[name, [[value, [page, …]], …]]; the file of everything in CBOR, [version, pages, chunks, [[filter, file], …], …].
Files are named after their contents, and the file of everything speaks of them by name.
"""

import gzip
import json
import re
from collections.abc import Callable, Mapping
from hashlib import sha256
from pathlib import Path

_MARK = b"pagefind_dcd"
_VALUES_IN_FILTER, _FILTERS_IN_META = 1, 3


def set_right(folder: Path, told: Mapping[str, Mapping[str, str]]) -> None:
    """Put what is `told` of each page, by its address in the corpus, into the index in `folder`; sort and rename."""
    renamed = _rewritten(folder / "fragment", lambda data: _told(data, told))
    renamed |= _rewritten(folder / "filter", lambda data: _sorted(data, _VALUES_IN_FILTER))
    for path in sorted(folder.glob("*.pf_meta")):
        data = _renamed(gzip.decompress(path.read_bytes()), renamed)
        old_name = path.stem.removeprefix("pagefind.")
        new_name = _replaced(path, _sorted(data, _FILTERS_IN_META)).removeprefix("pagefind.")
        entry = folder / "pagefind-entry.json"
        entry.write_text(entry.read_text(encoding="utf-8").replace(old_name, new_name), encoding="utf-8")


def _rewritten(folder: Path, change: Callable[[bytes], bytes]) -> dict[bytes, bytes]:
    """Change every file of a folder and return the old and new names."""
    paths = sorted(path for path in folder.iterdir() if path.suffix.startswith(".pf_"))
    return {path.stem.encode(): _replaced(path, change(gzip.decompress(path.read_bytes()))).encode() for path in paths}


def _renamed(data: bytes, names: Mapping[bytes, bytes]) -> bytes:
    """Return the data with every old name replaced, in one pass over it however many names there are."""
    # A name may be followed by any byte, a digit among them, so its length is part of what is looked for.
    split = {(before, len(digits)) for before, _, digits in (name.rpartition(b"_") for name in names)}
    forms = [re.escape(before) + b"_[0-9a-f]{%d}" % length for before, length in sorted(split)]
    return re.sub(b"|".join(forms), lambda found: names.get(found[0], found[0]), data) if forms else data


def _told(data: bytes, told: Mapping[str, Mapping[str, str]]) -> bytes:
    fragment = json.loads(data.removeprefix(_MARK))
    fragment["meta"] = told[fragment["url"]]
    return _MARK + json.dumps(fragment, ensure_ascii=False, separators=(",", ":")).encode()


def _replaced(path: Path, data: bytes) -> str:
    """Write `data` in place of the file, under a name of the same length made from it; return the new stem."""
    before, _, old = path.stem.rpartition("_")
    stem = f"{before}_{sha256(data).hexdigest()[: len(old)]}"
    # Overwritten, since a file system that has just lost a file is slow to make another.
    with path.open("r+b") as file:
        file.truncate(file.write(gzip.compress(data, mtime=0)))
    path.rename(path.with_name(stem + path.suffix))
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
