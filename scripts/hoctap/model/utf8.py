"""Many texts as one file in UTF-8."""

import io
from collections.abc import Iterable
from itertools import islice

# Texts that are put together before they are encoded. All of a large file would take up to four bytes for each letter.
_AT_ONCE = 1_000


def in_utf8(texts: Iterable[str]) -> bytes:
    """Return texts one behind the other in UTF-8; each is let go as soon as it is encoded."""
    out, left = io.BytesIO(), iter(texts)
    while some := list(islice(left, _AT_ONCE)):
        out.write("".join(some).encode())
    return out.getvalue()
