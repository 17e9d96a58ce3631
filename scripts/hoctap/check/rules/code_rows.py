"""Which lines of a page are code between fences, and the code inside a line.

A fence counts only as the generator takes it: it begins a line, says no more than a language, and the same marks alone
close it. A line is text where that is in doubt, since text is judged more strictly.
"""

import re
from collections.abc import Iterator
from functools import lru_cache

CODE_SPAN = re.compile(r"(`+)(?!`).*?(?<!`)\1(?!`)")
_FENCE = re.compile(r"(`{3,}|~{3,})[ \t]*[\w+#.-]*[ \t]*")
_CLOSING = re.compile(r"(?:`{3,}|~{3,})")


def rows_with_code(text: str) -> Iterator[tuple[int, str, bool]]:
    """Yield each line with its number, from 1, and whether it is code or a fence of code."""
    rows = text.split("\n")
    last = {mark: at for at, row in enumerate(rows) if _CLOSING.fullmatch(mark := row.rstrip(" \t"))}
    mark = ""
    for at, row in enumerate(rows):
        if mark:
            yield at + 1, row, True
            mark = "" if row.rstrip(" \t") == mark else mark
            continue
        fence = _FENCE.fullmatch(row)
        mark = fence[1] if fence and last.get(fence[1], -1) > at else ""
        yield at + 1, row, bool(mark)


@lru_cache(maxsize=64)
def prose_rows(text: str) -> tuple[tuple[int, str], ...]:
    """Return each line that is no code with its number, without the code in it; several rules ask for them."""
    return tuple(
        (line, CODE_SPAN.sub("", row) if "`" in row else row)
        for line, row, is_code in rows_with_code(text)
        if not is_code
    )
