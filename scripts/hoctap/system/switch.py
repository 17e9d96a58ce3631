"""A folder made beside another and put in its place at once. Never replaces or removes what this program did not make.

A folder that this program made holds the file MARKER. The folders it works in carry its name and that file too.
"""

import ctypes
import json
import os
import re
import shutil
import stat
import sys
from collections.abc import Callable, Iterable, Iterator
from pathlib import Path

from hoctap.system.folder_record import Files, looks, names_of

MARKER = ".hoctap-site"
# Every file of a whole site, by its path.
MANIFEST = "SITE-MANIFEST.json"
# What stands in a folder without anybody putting it there: ours, and what systems leave that show folders.
_BY_THEMSELVES = frozenset({MARKER, MANIFEST, ".DS_Store", "Thumbs.db", "desktop.ini"})
_MARKER_TEXT = "Made by `hoctap build`, which replaces this whole folder. Keep nothing else in it.\n"
_WORKING = "hoctap-build-"
_AT_FDCWD, _RENAME_EXCHANGE = -100, 2
_FOLDER_MODE, _FILE_MODE = 0o755, 0o644


class NotOursError(Exception):
    """A place that must not be replaced; the text says why, in Vietnamese."""


def refuse_unless_ours(out: Path, root: Path) -> None:
    """Raise NotOursError unless `out` is free, empty, or made by this program, and apart from the repository `root`.

    Only `root`/site may lie inside the repository. A site of an older version has no marker: there its list of
    published files will do.
    """
    here, home = out.resolve(), root.resolve()
    usual = here == home / "site"
    if out.is_symlink():
        raise NotOursError(f"{out}: là liên kết, không phải thư mục; hãy cho đường dẫn thật")
    if out.exists() and not out.is_dir():
        raise NotOursError(f"{out}: là tệp, không phải thư mục")
    if here == home or home.is_relative_to(here):
        raise NotOursError(f"{out}: là chính kho dữ liệu hoặc thư mục chứa kho, không được thay")
    if here.is_relative_to(home) and not usual:
        raise NotOursError(f"{out}: nằm trong kho dữ liệu; trong kho chỉ được dùng thư mục site")
    if out.exists() and any(out.iterdir()) and not (_is_marked(out) or (usual and _is_an_older_site(out))):
        raise NotOursError(f"{out}: có tệp không do hoctap tạo; hãy chọn thư mục trống hoặc tự dọn thư mục này")
    if around := next((each for each in here.parents if _is_marked(each)), None):
        raise NotOursError(f"{out}: nằm trong trang đã dựng ở {around}; hãy chọn thư mục khác")
    if added := _added(out):
        raise NotOursError(f"{out}: có {added}, không do hoctap tạo; hãy chuyển đi nơi khác rồi dựng lại")


def _added(out: Path) -> str:
    """Return a file that somebody put into a site since it was built; empty if there is none or no list tells."""
    if (out / ".git").exists():
        return ".git"
    try:
        listed = json.loads((out / MANIFEST).read_bytes())["files"]
        known = {each["path"] for each in listed}
    except (OSError, ValueError, TypeError, KeyError):
        return ""
    return next((path for path in names_of(out) if path not in known and _name(path) not in _BY_THEMSELVES), "")


def _name(path: str) -> str:
    return path.rpartition("/")[2]


def _is_marked(folder: Path) -> bool:
    marker = folder / MARKER
    return marker.is_file() and not marker.is_symlink()


def _is_an_older_site(folder: Path) -> bool:
    return (folder / "data" / "MANIFEST.json").is_file() and not (folder / ".git").exists()


def mark_as_ours(folder: Path) -> None:
    """Write the marker into a folder that this program made."""
    (folder / MARKER).write_text(_MARKER_TEXT, encoding="utf-8")


def new_working_folder(out: Path) -> Path:
    """Return a new empty working folder beside `out` for this process, clearing those of builds that died."""
    out.parent.mkdir(parents=True, exist_ok=True)
    named = re.compile(rf"\.{re.escape(out.name)}\.{_WORKING}(?:old-)?(\d{{1,10}})")
    for left in out.parent.iterdir():
        found = named.fullmatch(left.name)
        if found and _is_leftover(left) and not _alive(int(found[1])):
            shutil.rmtree(left, ignore_errors=True)
    folder = out.parent / f".{out.name}.{_WORKING}{os.getpid()}"
    if folder.exists():
        shutil.rmtree(folder)
    folder.mkdir()
    mark_as_ours(folder)
    return folder


def _is_leftover(folder: Path) -> bool:
    return folder.is_dir() and not folder.is_symlink() and (_is_marked(folder) or not any(folder.iterdir()))


def _removed(folder: Path) -> None:
    shutil.rmtree(folder, ignore_errors=True)


def put_in_place(
    folder: Path, out: Path, root: Path, put_aside: Callable[[Path], None] = _removed, readable: Files | None = None
) -> Files:
    """Make `folder`, marked and readable for all, the folder `out`; what was there is put aside after.

    `readable` are its files if it is so already. Returns how they look. No moment sees a half of either.
    NotOursError if `out` became someone else's meanwhile.
    """
    if not _is_marked(folder):
        mark_as_ours(folder)
    files = opened_to_readers(folder) if readable is None else readable
    refuse_unless_ours(out, root)
    if not out.exists():
        os.rename(folder, out)
    elif _exchanged(folder, out):
        put_aside(folder)
    else:
        old = out.with_name(f".{out.name}.{_WORKING}old-{os.getpid()}")
        os.rename(out, old)
        os.rename(folder, out)
        put_aside(old)
    return files


def opened_to_readers(folder: Path, names: Iterable[str] | None = None) -> Files:
    """Open all that a folder holds, or the named files, to readers; return how the files look."""
    if names is None:
        return dict(_opened_to_readers(os.fspath(folder), ""))
    seen = {name: (folder / name).lstat() for name in names}
    for name, found in seen.items():
        _set_mode(folder / name, found, _FILE_MODE)
    return {name: looks(found) for name, found in seen.items()}


def _opened_to_readers(folder: str, at: str) -> Iterator[tuple[str, tuple[int, int]]]:
    """Open each file and folder to readers; yield how the files look."""
    # A web server runs as another user; the mask of whoever built the site must not hide it.
    _set_mode(folder, os.lstat(folder), _FOLDER_MODE)
    with os.scandir(folder) as entries:
        for entry in entries:
            if entry.is_dir(follow_symlinks=False):
                yield from _opened_to_readers(entry.path, f"{at}{entry.name}/")
                continue
            seen = entry.stat(follow_symlinks=False)
            yield f"{at}{entry.name}", looks(seen)
            if not entry.is_symlink():
                _set_mode(entry.path, seen, _FILE_MODE)


def _set_mode(path: Path | str, seen: os.stat_result, mode: int) -> None:
    # Most files are those of the last time, and asking costs less than setting.
    if stat.S_IMODE(seen.st_mode) != mode:
        os.chmod(path, mode)


def _exchanged(one: Path, other: Path) -> bool:
    # Linux swaps two names in one step; elsewhere two renames follow each other closely.
    if not sys.platform.startswith("linux"):
        return False
    try:
        swap = ctypes.CDLL(None, use_errno=True).renameat2
    except (OSError, AttributeError):
        return False
    return bool(swap(_AT_FDCWD, os.fsencode(one), _AT_FDCWD, os.fsencode(other), _RENAME_EXCHANGE) == 0)


def _alive(process: int) -> bool:
    if os.name != "posix":
        return True
    try:
        os.kill(process, 0)
    except (ProcessLookupError, OverflowError):
        return False
    except PermissionError:
        return True
    return True
