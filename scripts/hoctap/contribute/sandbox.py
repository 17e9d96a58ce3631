"""A child process with little memory and little time, for files that strangers sent.

In a page there are no processes: the person's own file is read at once, inside what the browser allows a page.
"""

import json
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any, TypeVar

from hoctap.contribute import child

MOST_MEMORY = 1 << 30
MOST_SECONDS = 30
IN_PAGE = sys.platform == "emscripten"
_PACKAGES = Path(__file__).resolve().parents[2]


# What works for any workbook that a spreadsheet still opens.
CURE = "hãy chép vùng số liệu, dán giá trị («Dán giá trị») sang mẫu trống rồi lưu .xlsx"
UNREADABLE = f"không đọc được tệp (hỏng, quá lớn hoặc định dạng lạ); {CURE}"
Answer = TypeVar("Answer")


class RefusedError(ValueError):
    """A file that was not opened, or whose opening took too much; the message is for people, in Vietnamese."""


def read(path: Path) -> dict[str, Any]:
    """Return the cells of a workbook as `child` tells them; RefusedError if it takes too much or breaks."""
    if IN_PAGE:
        return _at_once(lambda: child.read(path))
    told: dict[str, Any] = json.loads(_run("read", str(path)))
    return told


def read_tables(path: Path) -> dict[str, Any]:
    """Return the grids of a workbook or Word file as `tables.reading` tells them; RefusedError as in `read`."""
    told: dict[str, Any] = json.loads(_run("tables", str(path)))
    return told


def mark(path: Path, out: Path, told: dict[str, Any]) -> None:
    """Save a marked copy of a workbook; RefusedError if it takes too much or breaks."""
    if IN_PAGE:
        _at_once(lambda: child.mark(path, out, told))
    else:
        _run("mark", str(path), str(out), told=json.dumps(told))


def _at_once(work: Callable[[], Answer]) -> Answer:
    try:
        return work()
    except Exception as error:  # whatever a reader says of a broken file, the file is refused
        raise RefusedError(UNREADABLE) from error


def _run(*words: str, told: str = "") -> str:
    import subprocess  # noqa: PLC0415 - a page has none

    environment = {"PYTHONPATH": str(_PACKAGES), "PYTHONUTF8": "1"}
    command = [sys.executable, "-m", "hoctap.contribute.child", *words]
    try:
        done = subprocess.run(
            command,
            input=told,
            capture_output=True,
            text=True,
            timeout=MOST_SECONDS,
            env=environment,
            preexec_fn=_limits(),
            check=True,
        )
    except subprocess.TimeoutExpired as error:
        raise RefusedError(f"tệp đọc quá {MOST_SECONDS} giây vẫn chưa xong") from error
    except subprocess.CalledProcessError as error:
        raise RefusedError(UNREADABLE) from error
    return done.stdout


def _limits() -> Callable[[], None] | None:
    """Return what limits a child's memory and processor time; None on systems that cannot (Windows)."""
    try:
        import resource  # noqa: PLC0415 - not on Windows: there the clock and the limits of workbooks must do
    except ImportError:
        return None

    def with_little() -> None:
        resource.setrlimit(resource.RLIMIT_AS, (MOST_MEMORY, MOST_MEMORY))
        resource.setrlimit(resource.RLIMIT_CPU, (MOST_SECONDS, MOST_SECONDS))
        resource.setrlimit(resource.RLIMIT_CORE, (0, 0))

    return with_little
