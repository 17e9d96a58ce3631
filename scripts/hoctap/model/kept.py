"""Properties found once and kept in a slot: where there are hundreds of thousands of objects, a dict in each is much.

A class keeps the value of a property `name` in a field `_name` that is neither given nor compared: `field(init=False,
repr=False, compare=False)`.
"""

from collections.abc import Callable
from typing import Any, Generic, TypeVar

Of = TypeVar("Of")
Found = TypeVar("Found")


class kept(Generic[Of, Found]):  # noqa: N801 - used as `property` is
    """As `functools.cached_property`, for classes with slots."""

    def __init__(self, find: Callable[[Of], Found]) -> None:
        self._find, self._slot, self.__doc__ = find, f"_{find.__name__}", find.__doc__

    def __get__(self, one: Of, _of: type[Any] | None = None) -> Found:
        try:
            found: Found = getattr(one, self._slot)
        except AttributeError:
            found = self._find(one)
            object.__setattr__(one, self._slot, found)  # a frozen one as well
        return found
