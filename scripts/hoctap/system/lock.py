"""One writer at a time: two commands that read, decide and write must not overlap, or the later undoes the earlier."""

import hashlib
import os
import tempfile
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

_LONGEST_WAIT = 60.0
_PAUSE = 0.1


class BusyError(Exception):
    """Another command is writing and did not end in time; the text says so, in Vietnamese."""


@contextmanager
def only_writer(root: Path, wait: float = _LONGEST_WAIT) -> Iterator[None]:
    """Hold the right to write under `root` until the block ends; BusyError if another keeps it longer than `wait`.

    The lock is a file outside the repository that the system frees when its holder dies; it holds nothing.
    """
    name = hashlib.sha256(f"{Path.home()} {root.resolve()}".encode("utf-8", "surrogateescape")).hexdigest()[:16]
    flags = os.O_RDWR | os.O_CREAT | getattr(os, "O_NOFOLLOW", 0)
    handle = os.open(Path(tempfile.gettempdir()) / f"hoctap-{name}.lock", flags, 0o600)
    try:
        _wait_for(handle, wait)
        yield
    finally:
        os.close(handle)


def _wait_for(handle: int, wait: float) -> None:
    until = time.monotonic() + wait
    while not _try_lock(handle):
        if time.monotonic() > until:
            raise BusyError("một lệnh khác đang ghi dữ liệu của kho này; hãy đợi lệnh ấy xong rồi chạy lại")
        time.sleep(_PAUSE)


def _try_lock(handle: int) -> bool:
    try:
        import fcntl  # noqa: PLC0415 - not on Windows
    except ImportError:
        return _try_lock_on_windows(handle)
    try:
        fcntl.flock(handle, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except OSError:
        return False
    return True


def _try_lock_on_windows(handle: int) -> bool:
    import msvcrt  # noqa: PLC0415 - only on Windows

    try:
        msvcrt.locking(handle, msvcrt.LK_NBLCK, 1)  # type: ignore[attr-defined,unused-ignore]
    except OSError:
        return False
    return True
