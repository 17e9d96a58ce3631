"""Pages as bytes: which there are, and why one cannot be read at all."""

from collections.abc import Iterator
from typing import NamedTuple

from hoctap.load.merge_marks import MUST, merge_marks
from hoctap.model.catalog import Catalog
from hoctap.vietnamese.encodings import decoded

DOCS = "docs"
MOST_BYTES = 200_000


def page_files(catalog: Catalog) -> Iterator[tuple[str, bytes]]:
    """Yield the path and the bytes of each page that is a plain file and not too large."""
    for path in sorted((catalog.root / DOCS).rglob("*.md")):
        if path.is_file() and not path.is_symlink() and path.stat().st_size <= MOST_BYTES:
            yield path.relative_to(catalog.root).as_posix(), path.read_bytes()


class Unreadable(NamedTuple):
    """The line at which a page cannot be read on, what must hold, and how to mend it."""

    line: int
    must: str
    cure: str


_SAVE_AGAIN = "mở trang rồi lưu lại bằng UTF-8"


def why_unreadable(data: bytes) -> Unreadable | None:
    """Return why a page cannot be read; None if all of it can be."""
    if data.startswith((b"\xff\xfe", b"\xfe\xff")) or data.count(0) > len(data) // 4:
        return Unreadable(1, "phải là UTF-8, đang là UTF-16", _SAVE_AGAIN)
    try:
        data.decode("utf-8")
    except UnicodeDecodeError as error:
        line = data.count(b"\n", 0, error.start)
        return Unreadable(line + 1, "phải là UTF-8", _cure_of(data.split(b"\n")[line].rstrip(b"\r")))
    for line, _ in merge_marks(data, in_prose=True):
        return Unreadable(line, MUST, "giữ lại dòng đúng, xóa các dòng <<<<<<<, =======, >>>>>>>")
    return None


def _cure_of(row: bytes) -> str:
    readable = decoded(row)
    if readable is None:
        return _SAVE_AGAIN
    return f"lưu lại bằng UTF-8; đọc theo {readable[0]} thì dòng này là: {readable[1][:200]}"
