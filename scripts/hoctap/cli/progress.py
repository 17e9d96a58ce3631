"""The steps of a long command, printed while they run, with their times. Part of the command line's edge.

On a terminal the step under way is shown with a spinner, its count, rate and remaining time; elsewhere, in a log, a
line when it is over, and one every few seconds while it lasts.
"""

import os
import sys
import time
from collections import deque
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass

from rich.console import Console
from rich.progress import BarColumn, MofNCompleteColumn, Progress, SpinnerColumn, TaskID, TextColumn

from hoctap.system.steps import Steps

_LONG = 2.0  # seconds after which a step shows its count, and knows its rate
_LATELY = 10.0  # seconds of which the rate is: what a step begins with may be quicker or slower than the rest
_LINE_EVERY = 10.0
_SLOW = 10.0  # so many in a second are told with a decimal


@dataclass(frozen=True, slots=True)
class Spent:
    """What a step took: seconds on the clock, seconds of processors, and the most memory of one process so far."""

    name: str
    seconds: float
    processor: float
    megabytes: float


class PrintedSteps(Steps):
    """Prints each step with its time on `console`; `spent` holds what each one took."""

    def __init__(self, console: Console) -> None:
        self.spent: list[Spent] = []
        self._console = console
        self._name = ""
        self._since = self._printed = time.perf_counter()
        self._processor = _processor()
        columns = (SpinnerColumn(), TextColumn("{task.description}"), BarColumn(), MofNCompleteColumn())
        self._bar = Progress(*columns, TextColumn("{task.fields[rate]}"), console=console, transient=True)
        self._task: TaskID | None = None
        self._counted: deque[tuple[float, int]] = deque()

    def step(self, name: str, since: float | None = None) -> None:
        """Show that a step begins, or began at `since`."""
        self.finish()
        self._name, self._printed = name, time.perf_counter()
        self._since = self._printed if since is None else since
        self._processor = _processor()
        self._counted.clear()
        if self._console.is_terminal:
            self._bar.start()
            self._task = self._bar.add_task(name, total=None, rate="")

    def count(self, done: int, total: int, long: int = 0) -> None:
        """Show how far the step is, how fast, and how long it will still take once the longest pieces are done."""
        now = time.perf_counter()
        if self._counted and self._counted[-1][1] < long <= done:
            self._counted.clear()  # at another rate from here on
        self._counted.append((now, done))
        while now - self._counted[0][0] > _LATELY and len(self._counted) > 2:
            self._counted.popleft()
        since, before = self._counted[0]
        if now - since < _LONG or done <= before:
            return
        rate = (done - before) / (now - since)
        words = f"{rate:.1f}/s" if rate < _SLOW else f"{rate:.0f}/s"
        words += f", còn {(total - done) / rate:.0f} s" if done >= long else ""
        if self._task is not None:
            self._bar.update(self._task, completed=done, total=total, rate=words)
        elif now - self._printed > _LINE_EVERY:
            self._printed = now
            self._console.print(f"  {self._name}: {done}/{total}, {words}", highlight=False)

    def finish(self) -> None:
        """Show that the step under way is over."""
        if self._task is not None:
            self._bar.remove_task(self._task)
            self._bar.stop()
            self._task = None
        if self._name:
            seconds = time.perf_counter() - self._since
            self.spent.append(Spent(self._name, seconds, _processor() - self._processor, _megabytes()))
            self._console.print(f"  {self._name}: {seconds:.1f} s", highlight=False)
            self._name = ""


def printed_steps() -> PrintedSteps:
    """Return what shows steps beside the output of a command."""
    return PrintedSteps(Console(stderr=True))


@contextmanager
def progress_steps(*, quiet: bool = False, profile: bool = False) -> Iterator[Steps]:
    """Yield what shows the steps of a command; with `profile`, what each took stands in a table at the end."""
    console = Console(file=sys.stderr, quiet=quiet and not profile)
    steps = PrintedSteps(console)
    try:
        yield steps
    finally:
        steps.finish()
        if profile:
            _print_table(console, steps.spent)


def _print_table(console: Console, spent: list[Spent]) -> None:
    console.print(f"{'Bước':<48}{'giây':>8}{'giây xử lý':>12}{'MB':>8}", highlight=False)
    for one in spent:
        line = f"{one.name:<48}{one.seconds:>8.2f}{one.processor:>12.2f}{one.megabytes:>8.0f}"
        console.print(line, highlight=False)


def _processor() -> float:
    """Return the seconds of processors used so far, by this process and by those that it has waited for."""
    times = os.times()
    return times.user + times.system + times.children_user + times.children_system


def _megabytes() -> float:
    """Return the most memory that this process, or one that it has waited for, has had; 0 where nobody can tell."""
    try:
        import resource
    except ImportError:
        return 0.0
    peaks = (resource.getrusage(who).ru_maxrss for who in (resource.RUSAGE_SELF, resource.RUSAGE_CHILDREN))
    return max(peaks) / (1024 * 1024 if sys.platform == "darwin" else 1024)
