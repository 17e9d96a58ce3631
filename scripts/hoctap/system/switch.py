"""A folder made beside another and put in its place at once."""

import ctypes
import os
import shutil
import sys
from pathlib import Path

_AT_FDCWD, _RENAME_EXCHANGE = -100, 2


def fresh_beside(out: Path) -> Path:
    """Return a new empty folder beside `out` for this process, clearing those of builds that died."""
    out.parent.mkdir(parents=True, exist_ok=True)
    for left in out.parent.glob(f".{out.name}.*"):
        if left.is_dir() and not _alive(left.name.rpartition(".")[2]):
            shutil.rmtree(left, ignore_errors=True)
    folder = out.parent / f".{out.name}.{os.getpid()}"
    shutil.rmtree(folder, ignore_errors=True)
    folder.mkdir()
    return folder


def put_in_place(made: Path, out: Path) -> None:
    """Make `made` the folder `out`; what was there is removed after. No moment sees a half of either."""
    if not out.exists():
        os.rename(made, out)
    elif _exchanged(made, out):
        shutil.rmtree(made)
    else:
        old = out.with_name(f".{out.name}.old.{os.getpid()}")
        os.rename(out, old)
        os.rename(made, out)
        shutil.rmtree(old)


def _exchanged(one: Path, other: Path) -> bool:
    # Linux swaps two names in one step; elsewhere two renames follow each other closely.
    if not sys.platform.startswith("linux"):
        return False
    try:
        swap = ctypes.CDLL(None, use_errno=True).renameat2
    except (OSError, AttributeError):
        return False
    return bool(swap(_AT_FDCWD, os.fsencode(one), _AT_FDCWD, os.fsencode(other), _RENAME_EXCHANGE) == 0)


def _alive(process: str) -> bool:
    if not process.isdigit() or os.name != "posix":
        return os.name != "posix"
    try:
        os.kill(int(process), 0)
    except ProcessLookupError:
        return False
    except PermissionError:
        return True
    return True
