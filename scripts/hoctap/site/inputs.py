"""What decides a site, as one fingerprint: data, pages, templates, configuration, program, locks, settings, the day.

Reads files and loads nothing of what makes a site, so that a build without news ends at once.
"""

import os
import re
import sys
from collections.abc import Iterable, Iterator
from datetime import date
from pathlib import Path

from hoctap.system.clock import epoch_of, setting, today_of
from hoctap.system.folder_record import fingerprint

PROGRAM = Path(__file__).resolve().parents[3]
NOTES = PROGRAM / ".cache" / "sites"
PIECES = PROGRAM / ".cache" / "pieces"
SPARES = PROGRAM / ".cache" / "spares"
VERDICTS = PROGRAM / ".cache" / "verdicts"
# Of the repository (folders, and a file that a note of the build speaks of); files that lie beside them count too.
FOLDERS = ("datapackages", "docs", "overrides", "releases", ".github/CODEOWNERS")
# Of the program, which may stand elsewhere; the lock says which versions of others it runs with.
_OF_THE_PROGRAM = ("scripts", "requirements", "package.json", "package-lock.json", ".npmrc", "pyproject.toml")
_TABLE = re.compile(r"datapackages/.*\.csv")
_SETTING = re.compile(r"!ENV\s*\[?\s*([A-Z_, ]+)")


def inputs_of(root: Path, today: date | None) -> str:
    """Return the fingerprint of everything a build of `root` on this day reads; empty if it cannot be told."""
    try:
        settings = [sys.version, str(root.resolve()), str(epoch_of(root)), str(today or today_of(root))]
        settings += [f"{name}={setting(name)}" for name in _names(root)]
        return fingerprint((*_of_the_repository(root), *files_of_the_program()), settings)
    except OSError:
        return ""


def ways_of(root: Path, today: date) -> str:
    """Return the fingerprint of all that decides how pages and files are made, whatever data and prose say.

    That is the program, its settings and templates, the day, and what the data describes itself by.
    """
    settings = [sys.version, str(root.resolve()), str(today), *(f"{name}={setting(name)}" for name in _names(root))]
    described = (path for path in (root / "datapackages").glob("*/datapackage.json"))
    places = (root / "overrides", root / "mkdocs.yml", *described)
    files = (found for place in places for found in _files(place, root))
    return fingerprint((*files, *files_of_the_program()), settings)


def all_but_tables(root: Path) -> str:
    """Return the fingerprint of the repository but for what its tables hold; names, folders and links count as well."""
    files = (found for found in _of_the_repository(root) if not _TABLE.fullmatch(found[0]))
    with os.scandir(root) as entries:
        there = [f"{entry.name} {entry.is_symlink()}" for entry in entries]
    for place in FOLDERS:
        for at, folders, names in os.walk(root / place):
            there += [f"{path} {os.path.islink(path)}" for path in (os.path.join(at, name) for name in folders + names)]
    return fingerprint(files, sorted(there))


def all_but_tables_and_pages(root: Path) -> str:
    """Return the fingerprint of what is neither table nor page: records of releases, the licence, descriptors."""
    folders = (name for name in FOLDERS if name != "docs")
    files = (found for found in _of_the_repository(root, folders) if not _TABLE.fullmatch(found[0]))
    return fingerprint(files, ())


def inputs_anywhere(root: Path, today: date) -> str:
    """Return the same for the same data, pages, program, settings and day, wherever `root` lies."""
    settings = [str(epoch_of(root)), str(today), *(f"{name}={setting(name)}" for name in _names(root))]
    return fingerprint((*_of_the_repository(root), *files_of_the_program()), settings)


def _names(root: Path) -> list[str]:
    """Return the names of the environment that mkdocs.yml reads."""
    path = root / "mkdocs.yml"
    found = _SETTING.findall(path.read_text(encoding="utf-8", errors="replace") if path.is_file() else "")
    return sorted({name for names in found for name in re.findall(r"[A-Z_]{2,}", names)})


def _of_the_repository(root: Path, folders: Iterable[str] = FOLDERS) -> Iterator[tuple[str, Path]]:
    places = [path for path in root.iterdir() if path.is_file() or path.name.startswith(".hoctap-")]
    for place in (*places, *(root / name for name in folders)):
        yield from _files(place, root)


def files_of_the_program() -> Iterator[tuple[str, Path]]:
    """Yield what decides how this program works, each file with its name."""
    for name in _OF_THE_PROGRAM:
        yield from ((f"program/{path}", file) for path, file in _files(PROGRAM / name, PROGRAM))


def _files(place: Path, root: Path) -> Iterator[tuple[str, Path]]:
    if place.is_file():
        yield place.relative_to(root).as_posix(), place
    for at, folders, names in os.walk(place, followlinks=True):
        folders[:] = sorted(name for name in folders if name != "__pycache__")
        for name in names:
            path = Path(at, name)
            yield path.relative_to(root).as_posix(), path
