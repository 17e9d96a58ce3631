"""What Python looks for in memory while much is kept there for long, and what is given back of it."""

import ctypes
import gc
import sys
from collections.abc import Iterator
from contextlib import contextmanager

# New objects after which cycles are looked for; Python's own 700 suit programs that keep little.
_MANY = (200_000, 20, 20)


@contextmanager
def much_kept() -> Iterator[None]:
    """Look seldom for unused cycles in this block, and never among what is there now: that took a tenth of a build."""
    usual = gc.get_threshold()
    gc.freeze()
    gc.set_threshold(*_MANY)
    try:
        yield
    finally:
        gc.set_threshold(*usual)
        gc.unfreeze()


@contextmanager
def cycles_left(*, wanted: bool) -> Iterator[None]:
    """Look for no unused cycles in this block, if that is `wanted`: few are made, and who looks takes time for it.

    What is there after it is looked at no sooner than what was there before `much_kept`.
    """
    usual = gc.isenabled()
    if wanted:
        gc.disable()
    try:
        yield
    finally:
        if wanted:
            gc.freeze()  # all of it is new, and the next object made would have it looked through
        if usual:
            gc.enable()


def give_back() -> None:
    """Give the machine what lies unused: what the C library keeps for later, and pyarrow where it is loaded.

    Where the C library has no such call, nothing is given back.
    """
    if "pyarrow" in sys.modules:
        sys.modules["pyarrow"].default_memory_pool().release_unused()
    if sys.platform.startswith("linux"):
        trim = getattr(ctypes.CDLL(None), "malloc_trim", None)  # of the GNU library alone
        if trim:
            trim(0)
