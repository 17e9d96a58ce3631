"""What a function finds for each different text, found once: most cells of a table stand in many rows.

Of very many texts all are forgotten now and then, and found again.
"""

from collections.abc import Callable
from typing import TypeVar

Found = TypeVar("Found")
# Texts that are kept: files, and rows of a file, have many cells in common, and all of a million rows would be much.
_MOST_KEPT = 65_536


class EachOnce(dict[str, Found]):
    """What `find` returns for each text that was looked up; `.__getitem__` of it is faster than any other memory."""

    def __init__(self, find: Callable[[str], Found]) -> None:
        self._find = find

    def __missing__(self, text: str) -> Found:
        if len(self) >= _MOST_KEPT:
            self.clear()
        self[text] = found = self._find(text)
        return found
