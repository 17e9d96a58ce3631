"""Pages as bytes: which there are, and why one cannot be read at all."""

import re
from collections.abc import Iterator

from hoctap.model.catalog import Catalog

DOCS = "docs"
MOST_BYTES = 200_000
# A row of `=======` alone underlines a heading.
_CONFLICT = re.compile(rb"^(?:<{7} |>{7} )", re.MULTILINE)


def page_files(catalog: Catalog) -> Iterator[tuple[str, bytes]]:
    """Yield the path and the bytes of each page that is a plain file and not too large."""
    for path in sorted((catalog.root / DOCS).rglob("*.md")):
        if path.is_file() and not path.is_symlink() and path.stat().st_size <= MOST_BYTES:
            yield path.relative_to(catalog.root).as_posix(), path.read_bytes()


def why_unreadable(data: bytes) -> tuple[int, str] | None:
    """Return the line at which a page cannot be read on, and what must hold; None if all of it can be."""
    if data.startswith((b"\xff\xfe", b"\xfe\xff")):
        return 1, "phải là UTF-8, đang là UTF-16"
    try:
        data.decode("utf-8")
    except UnicodeDecodeError as error:
        return data.count(b"\n", 0, error.start) + 1, "phải là UTF-8"
    found = _CONFLICT.search(data)
    return (data.count(b"\n", 0, found.start()) + 1, "phải chọn xong một bên của chỗ xung đột") if found else None
