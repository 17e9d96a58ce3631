"""What a function finds for each different text, found once: most cells of a table stand in many rows."""

from collections.abc import Callable
from typing import TypeVar

Found = TypeVar("Found")


class EachOnce(dict[str, Found]):
    """What `find` returns for each text that was looked up; `.__getitem__` of it is faster than any other memory."""

    def __init__(self, find: Callable[[str], Found]) -> None:
        self._find = find

    def __missing__(self, text: str) -> Found:
        self[text] = found = self._find(text)
        return found
