"""What Python looks for in memory while much is kept there for long."""

import gc
from collections.abc import Iterator
from contextlib import contextmanager

# New objects after which cycles are looked for; Python's own 700 suit programs that keep little.
_MANY = (50_000, 20, 20)


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
