"""Files replaced in one step, several of a folder together: all or none; what a sudden end left is finished later."""

import os
import shutil
from collections.abc import Mapping
from pathlib import Path

STAGED = ".hoctap-writing"


def write_together(root: Path, files: Mapping[str, bytes]) -> None:
    """Replace the files of `root` by path. Before the last moment an end changes nothing; after it `finish` goes on."""
    finish(root)
    unready = root / f"{STAGED}.unready"
    shutil.rmtree(unready, ignore_errors=True)
    try:
        for path, data in files.items():
            staged = unready / path
            staged.parent.mkdir(parents=True, exist_ok=True)
            with staged.open("wb") as out:
                out.write(data)
                out.flush()
                os.fsync(out.fileno())
        # From here on the change is decided: moving files needs no room on the disk.
        unready.rename(root / STAGED)
    except OSError:
        shutil.rmtree(unready, ignore_errors=True)
        raise
    finish(root)


def replace_file(path: Path, data: bytes) -> None:
    """Replace one file in one step; where the machine refuses, it stays as it was and nothing lies beside it."""
    unready = path.with_name(f".{path.name}.new")
    try:
        unready.write_bytes(data)
        unready.replace(path)
    except OSError:
        unready.unlink(missing_ok=True)
        raise


def is_unfinished(root: Path) -> bool:
    """Return whether a change was decided and not carried through."""
    return (root / STAGED).is_dir()


def finish(root: Path) -> bool:
    """Carry through a change that a sudden end left; return whether there was one."""
    staged = root / STAGED
    if staged.is_symlink() or not staged.is_dir():
        return False
    for path in sorted(staged.rglob("*")):
        relative = path.relative_to(staged)
        if path.is_file() and not path.is_symlink() and not any(part.startswith(".") for part in relative.parts):
            target = root / relative
            target.parent.mkdir(parents=True, exist_ok=True)
            path.replace(target)
    shutil.rmtree(staged)
    return True
