"""The steps of a command that is mostly short: shown from its third second on. Part of the command line's edge.

What shows them is loaded only then, by a thread of its own; a command that ends before costs and prints nothing.
"""

import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager
from typing import TYPE_CHECKING

from hoctap.system.steps import Steps

if TYPE_CHECKING:
    from hoctap.cli.progress import PrintedSteps

_LONG = 2.0


class LateSteps(Steps):
    """Tells nobody for two seconds, then what `PrintedSteps` tells."""

    def __init__(self, first: str) -> None:
        self._lock = threading.Lock()
        self._name, self._since = first, time.perf_counter()
        self._printed: PrintedSteps | None = None
        self._timer = threading.Timer(_LONG, self._show)
        self._timer.daemon = True
        self._timer.start()

    def step(self, name: str) -> None:
        """Keep the name of the step that begins, or show it."""
        with self._lock:
            self._name, self._since = name, time.perf_counter()
            if self._printed:
                self._printed.step(name)

    def count(self, done: int, total: int, long: int = 0) -> None:
        """Show how much is done, if anything is shown."""
        if self._printed:
            self._printed.count(done, total, long)

    def finish(self) -> None:
        """Show nothing from now on."""
        self._timer.cancel()
        with self._lock:
            if self._printed:
                self._printed.finish()
            self._name = ""

    def _show(self) -> None:
        from hoctap.cli.progress import printed_steps

        with self._lock:
            if self._name:
                printed = printed_steps()
                printed.step(self._name, since=self._since)
                self._printed = printed  # only now: counts are told without waiting for this thread


@contextmanager
def late_steps(first: str) -> Iterator[Steps]:
    """Yield what shows the steps of a command that takes longer than two seconds; `first` is the name of the first."""
    steps = LateSteps(first)
    try:
        yield steps
    finally:
        steps.finish()
