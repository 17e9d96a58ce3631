"""The steps of a long command shown while they run, with their times. Part of the command line's edge."""

import sys
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager

from rich.console import Console


@contextmanager
def progress_steps() -> Iterator[Callable[[str], None]]:
    """Yield a function that names the next step; on a terminal the step under way is shown with a spinner."""
    console = Console(file=sys.stderr)
    started: list[tuple[str, float]] = []

    def finish() -> None:
        if started:
            name, since = started.pop()
            console.print(f"  {name}: {time.perf_counter() - since:.1f} s", highlight=False)

    with console.status("") as status:

        def tell(name: str) -> None:
            finish()
            started.append((name, time.perf_counter()))
            status.update(name)

        yield tell
        finish()
