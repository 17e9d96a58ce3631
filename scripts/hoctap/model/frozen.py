"""`dataclass` for what is made by the hundred thousand: mypy, which reads all of the program, holds it frozen.

For Python it is not: a class frozen there sets each field by a call and takes three times as long to make, which came
to a tenth of a build.
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
