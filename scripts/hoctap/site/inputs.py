"""What decides a site, as one fingerprint: data, pages, templates, configuration, program, locks, settings, the day.

Reads files and loads nothing of what makes a site, so that a build without news ends at once.
"""

import os
import re
import sys
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from hoctap.system.clock import epoch_of, setting, today_of
from hoctap.system.folder_record import checksums_of, fingerprint, fingerprint_of

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
_WAYS = re.compile(r"overrides/.*|mkdocs\.yml|datapackages/[^/]+/datapackage\.json")
_SETTING = re.compile(r"!ENV\s*\[?\s*([A-Z_, ]+)")


@dataclass(frozen=True, slots=True)
class Inputs:
    """Fingerprints of what a build on one `day` reads, as it was before; all are empty if they cannot be told.

    `ways` stands for all that decides how pages and files are made, whatever data and prose say: the program, its
    settings and templates, the day, and what the data describes itself by. `but_tables` leaves out what tables hold, of
    the repository alone, whose names, folders and links count as well; `others` is what is neither table nor page:
    records of releases, the licence, descriptors.
    """

    day: date
    everything: str = ""
    program: str = ""
    ways: str = ""
    but_tables: str = ""
    others: str = ""


def inputs_of(root: Path, today: date | None) -> Inputs:
    """Return the fingerprints of everything a build of `root` on this day reads, each file of which is read once."""
    day = today or today_of(root)
    try:
        found, program = checksums_of(_of_the_repository(root)), fingerprint(files_of_the_program(), ())
        settings = [program, sys.version, str(root.resolve()), str(day)]
        settings += [f"{name}={setting(name)}" for name in _names(root)]
        but_tables = {name: each for name, each in found.items() if not _TABLE.fullmatch(name)}
        return Inputs(
            day=day,
            everything=fingerprint_of(found, [*settings, str(epoch_of(root))]),
            program=program,
            ways=fingerprint_of({name: each for name, each in found.items() if _WAYS.fullmatch(name)}, settings),
            but_tables=fingerprint_of(but_tables, sorted(_there(root))),
            others=fingerprint_of({name: but_tables[name] for name in but_tables if not name.startswith("docs/")}, ()),
        )
    except OSError:
        return Inputs(day)


def _there(root: Path) -> Iterator[str]:
    """Yield every name in the repository, with whether it is a link."""
    with os.scandir(root) as entries:
        yield from (f"{entry.name} {entry.is_symlink()}" for entry in entries)
    for place in FOLDERS:
        for at, folders, names in os.walk(root / place):
            paths = (os.path.join(at, name) for name in folders + names)
            yield from (f"{path} {os.path.islink(path)}" for path in paths)


def inputs_anywhere(root: Path, today: date) -> str:
    """Return the same for the same data, pages, program, settings and day, wherever `root` lies."""
    settings = [str(epoch_of(root)), str(today), *(f"{name}={setting(name)}" for name in _names(root))]
    return fingerprint((*_of_the_repository(root), *files_of_the_program()), settings)


def _names(root: Path) -> list[str]:
    """Return the names of the environment that mkdocs.yml reads."""
    path = root / "mkdocs.yml"
    found = _SETTING.findall(path.read_text(encoding="utf-8", errors="replace") if path.is_file() else "")
    return sorted({name for names in found for name in re.findall(r"[A-Z_]{2,}", names)})


def _of_the_repository(root: Path) -> Iterator[tuple[str, Path]]:
    places = [path for path in root.iterdir() if path.is_file() or path.name.startswith(".hoctap-")]
    for place in (*places, *(root / name for name in FOLDERS)):
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
