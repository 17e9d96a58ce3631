"""The folder that stood before the last one, brought up to date by what differs, to stand in its place the next time.

Most files of a site are those of the one before: to link all of them anew and to remove as many links costs more than
to make the few that changed. A spare may be lost at any time and may hold anything: what is not a link to the very file
that stands now is taken out of it. A process takes it by a rename, so no two ever work in one.
"""

import os
import shutil
from collections.abc import Mapping
from pathlib import Path

_MOST = 2  # folders that are spared, of the places that were built last


def take_spare(place: Path, folder: Path) -> None:
    """Make the spare at `place` the new folder `folder`; an empty one where there is none to be had."""
    try:
        place.rename(folder)
    except OSError:
        folder.mkdir()
    if folder.is_symlink() or not folder.is_dir():  # what it leads to is not ours
        folder.unlink()
        folder.mkdir()


def put_aside(folder: Path, place: Path) -> None:
    """Keep `folder` as the spare at `place`, or remove it where that cannot be; only those of the last places stay."""
    try:
        place.parent.mkdir(parents=True, exist_ok=True)
        _remove(place)
        folder.rename(place)
        os.utime(place)
        spares = sorted(place.parent.iterdir(), key=lambda path: path.stat().st_mtime_ns, reverse=True)
        for old in spares[_MOST:]:
            _remove(old)
    except OSError:
        shutil.rmtree(folder, ignore_errors=True)


def _remove(place: Path) -> None:
    # Under another name first: who took it by then has all of it, who comes later has nothing.
    gone = place.with_name(f"{place.name}.{os.getpid()}")
    try:
        place.rename(gone)
    except FileNotFoundError:
        return
    shutil.rmtree(gone, ignore_errors=True)


def bring_up_to_date(folder: Path, fresh: Path, old: Path, kept: Mapping[str, int]) -> None:
    """Let `folder` hold the files of `fresh`, which are moved there, those of `old` that are `kept`, and no others.

    `kept` are paths with the number of the file (inode) that stands in `old`. OSError if one is not there any more.
    """
    there = set[str]()
    _clear(os.fspath(folder), "", kept, there)
    folders = set[str]()
    for name in kept.keys() - there:
        _make_folder(folder, os.path.dirname(name), folders)
        os.link(os.path.join(old, name), os.path.join(folder, name))
    for at, _, names in os.walk(fresh):
        inside = os.path.relpath(at, fresh)
        _make_folder(folder, inside, folders)
        for name in names:
            os.replace(os.path.join(at, name), os.path.join(folder, inside, name))


def _clear(folder: str, at: str, kept: Mapping[str, int], there: set[str]) -> bool:
    """Remove what is not kept, naming in `there` what is; return whether anything is left."""
    left = False
    with os.scandir(folder) as entries:
        for entry in entries:
            name = f"{at}{entry.name}"
            if entry.is_dir(follow_symlinks=False):
                if _clear(entry.path, f"{name}/", kept, there):
                    left = True
                else:
                    os.rmdir(entry.path)
            elif kept.get(name) == entry.inode():
                there.add(name)
                left = True
            else:
                os.unlink(entry.path)
    return left


def _make_folder(folder: Path, inside: str, folders: set[str]) -> None:
    if inside not in folders:
        os.makedirs(os.path.join(folder, inside), exist_ok=True)
        folders.add(inside)
