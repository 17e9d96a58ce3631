"""What a function finds for each different text, found once: most cells of a table stand in many rows."""

from collections.abc import Callable
from typing import TypeVar

Found = TypeVar("Found")
# Texts that are kept from one file to the next: thousands of small ones have many cells in common.
_MOST_KEPT = 65_536


class EachOnce(dict[str, Found]):
    """What `find` returns for each text that was looked up; `.__getitem__` of it is faster than any other memory."""

    def __init__(self, find: Callable[[str], Found]) -> None:
        self._find = find

    def __missing__(self, text: str) -> Found:
        self[text] = found = self._find(text)
        return found

    def let_go(self) -> None:
        """Forget everything, if that is much: to be called after each file by who keeps this for many."""
        if len(self) > _MOST_KEPT:
            self.clear()
