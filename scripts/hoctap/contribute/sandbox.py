"""A child process with little memory and little time, for files that strangers sent.

Where the system has no such limits, or refuses them, the clock and the look at the file beforehand remain.
In a page there are no processes: the person's own file is read at once, inside what the browser allows a page.
"""

import contextlib
import json
import sys
from collections.abc import Callable, Collection, Sequence
from pathlib import Path
from typing import Any

from hoctap.system.input_files import fault_of

MOST_MEMORY = 512 << 20
# Of the processor; a busy machine may take longer by the clock.
MOST_SECONDS = 5
_MOST_SECONDS_BY_THE_CLOCK = 20
IN_PAGE = sys.platform == "emscripten"
_PACKAGES = Path(__file__).resolve().parents[2]


# What works for any workbook that a spreadsheet still opens.
CURE = "hãy chép vùng số liệu, dán giá trị («Dán giá trị») sang mẫu trống rồi lưu .xlsx"
UNREADABLE = f"không đọc được tệp (hỏng, quá lớn hoặc định dạng lạ); {CURE}"


class RefusedError(ValueError):
    """A file that was not opened, or whose opening took too much; the message is for people, in Vietnamese."""


def refuse_unless_file(path: Path, most_bytes: int) -> None:
    """Raise RefusedError unless `path` is an ordinary file of at most so many bytes; never opens it, never waits."""
    if fault := fault_of(path, most_bytes):
        raise RefusedError(fault)


def read(path: Path) -> dict[str, Any]:
    """Return the cells of a workbook as `child` tells them; RefusedError if it takes too much or breaks."""
    return _ask_child("read", str(path))


def read_csv(path: Path, headers: Collection[str]) -> list[list[Any]]:
    """Return the cells of a CSV file as (row, column, text); RefusedError as in `read`."""
    cells: list[list[Any]] = _ask_child("csv", str(path), given=sorted(headers))["cells"]
    return cells


def read_article(path: Path) -> tuple[str, ...]:
    """Return the lines of an article; RefusedError as in `read`."""
    return tuple(_ask_child("article", str(path))["lines"])


def read_tables(path: Path) -> dict[str, Any]:
    """Return the grids of a workbook or Word file as `tables.reading` tells them; RefusedError as in `read`."""
    return _ask_child("tables", str(path))


def mark(path: Path, out: Path, request: dict[str, Any]) -> None:
    """Save a marked copy of a workbook; RefusedError if it takes too much or breaks."""
    _ask_child("mark", str(path), str(out), given=request)


def _ask_child(*words: str, given: Any = None) -> dict[str, Any]:
    answer = _at_once(words, given) if IN_PAGE else _apart(words, given)
    if why := answer.get("refused"):
        raise RefusedError(why)
    return answer


def _at_once(words: Sequence[str], given: Any) -> dict[str, Any]:
    from hoctap.contribute import child  # noqa: PLC0415 - elsewhere the other process alone needs all that reads files

    try:
        return child.answer(words, given)
    except Exception as error:  # whatever a reader says of a broken file, the file is refused
        raise RefusedError(UNREADABLE) from error


def _apart(words: Sequence[str], given: Any) -> dict[str, Any]:
    import subprocess  # noqa: PLC0415 - a page has none

    environment = {"PYTHONPATH": str(_PACKAGES), "PYTHONUTF8": "1", "OPENBLAS_NUM_THREADS": "1"}
    command = [sys.executable, "-m", "hoctap.contribute.child", *words]
    try:
        done = subprocess.run(
            command,
            input=json.dumps(given),
            capture_output=True,
            text=True,
            timeout=_MOST_SECONDS_BY_THE_CLOCK,
            env=environment,
            preexec_fn=_limits(),
            check=True,
        )
        answer: dict[str, Any] = json.loads(done.stdout)
    except subprocess.TimeoutExpired as error:
        raise RefusedError(f"tệp đọc quá {_MOST_SECONDS_BY_THE_CLOCK} giây vẫn chưa xong; {CURE}") from error
    except (subprocess.SubprocessError, ValueError) as error:
        raise RefusedError(UNREADABLE) from error
    return answer


def _limits() -> Callable[[], None] | None:
    """Return what limits a child's memory and processor time; None on systems that cannot (Windows)."""
    try:
        import resource  # noqa: PLC0415 - not on Windows: there the clock and the limits of workbooks must do
    except ImportError:
        return None
    limits = (
        (resource.RLIMIT_AS, MOST_MEMORY),
        (resource.RLIMIT_CPU, MOST_SECONDS),
        (resource.RLIMIT_CORE, 0),
    )

    def with_little() -> None:
        for kind, most in limits:
            # Some systems (macOS) refuse a limit of memory; the others are still worth having.
            with contextlib.suppress(ValueError, OSError):
                resource.setrlimit(kind, (most, most))

    return with_little
