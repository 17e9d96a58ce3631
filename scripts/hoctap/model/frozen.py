"""`dataclass` for what is made by the hundred thousand: mypy, which reads all of the program, holds it frozen.

Python itself does not stop who writes to one: a class frozen there sets each field by a call and takes three times as
long to make, which came to a tenth of a build. Templates and what is of type Any, which mypy cannot follow, are held by
tests/test_frozen.py: it builds a site with classes that Python freezes as well.
"""

from collections.abc import Callable
from typing import TYPE_CHECKING

__all__ = ["dataclass"]

if TYPE_CHECKING:
    from dataclasses import dataclass
else:
    import dataclasses

    def dataclass(*, frozen: bool, **how: bool) -> Callable[[type], type]:
        """Return what makes a class of records, equal and hashed as frozen ones are."""
        return dataclasses.dataclass(unsafe_hash=frozen, **how)
