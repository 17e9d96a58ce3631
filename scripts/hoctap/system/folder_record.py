"""What a folder was made from and what it looked like then, kept beside the program, to tell whether that still holds.

A note may be lost at any time; then the answer is no. Must not know what the folder holds.
"""

import hashlib
import json
import os
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from tempfile import NamedTemporaryFile
from typing import Any

_MOST = 20  # folders that are remembered
Files = Mapping[str, tuple[int, int]]


@dataclass(frozen=True, slots=True)
class Kept:
    """`inputs` stands for what a folder was made from, `files` for their size and age; `outcome` was printed."""

    inputs: str
    files: Files
    outcome: Sequence[str]


def fingerprint(files: Iterable[tuple[str, Path]], settings: Iterable[str]) -> str:
    """Return one text for the names and bytes of all files and for all settings; OSError if one cannot be read."""
    return fingerprint_of(checksums_of(files), settings)


def checksums_of(files: Iterable[tuple[str, Path]]) -> dict[str, str]:
    """Return a text for the bytes of each file by its name; OSError if one cannot be read."""
    return {name: hashlib.sha256(path.read_bytes()).hexdigest() for name, path in files}


def fingerprint_of(checksums: Mapping[str, str], settings: Iterable[str]) -> str:
    """Return one text for files, each with a text for its bytes, and for all settings."""
    parts = (*settings, "", *(part for each in sorted(checksums.items()) for part in each))
    return hashlib.sha256("\0".join(parts).encode("utf-8", "surrogateescape")).hexdigest()


def files_of(folder: Path | str) -> dict[str, tuple[int, int]]:
    """Return size and time of change of every file under a folder, by path; empty if there is no folder."""
    return {name: looks(seen) for name, seen in seen_in(folder)}


def seen_in(folder: Path | str) -> Iterator[tuple[str, os.stat_result]]:
    """Yield the path of every file under a folder with what the machine says of it, links not followed."""
    return ((name, entry.stat(follow_symlinks=False)) for name, entry in _entries(folder))


def names_of(folder: Path | str) -> Iterator[str]:
    """Yield the path of every file under a folder, which costs less than how each looks; nothing without a folder."""
    return (name for name, _ in _entries(folder))


def _entries(folder: Path | str) -> Iterator[tuple[str, os.DirEntry[str]]]:
    """Yield whatever is no folder, links to folders too."""
    return _walk(os.fspath(folder), "") if os.path.isdir(folder) else iter(())


def _walk(folder: str, at: str) -> Iterator[tuple[str, os.DirEntry[str]]]:
    with os.scandir(folder) as entries:
        for entry in entries:
            if entry.is_dir(follow_symlinks=False):
                yield from _walk(entry.path, f"{at}{entry.name}/")
            else:
                yield f"{at}{entry.name}", entry


def looks(seen: os.stat_result) -> tuple[int, int]:
    """Return what of a file is remembered: size and time of change."""
    return seen.st_size, seen.st_mtime_ns


def recalled(cache: Path, folder: Path, inputs: str) -> Sequence[str] | None:
    """Return what was printed about `folder`; None unless it was made from `inputs` and nobody has touched it since."""
    try:
        note = json.loads(place_of(cache, folder).read_bytes())
        kept = Kept(note["inputs"], {name: tuple(seen) for name, seen in note["files"].items()}, note["outcome"])
        same = kept.inputs == inputs and bool(kept.files) and kept.files == files_of(folder)
    except (OSError, ValueError, KeyError, TypeError, AttributeError):
        return None
    return kept.outcome if same else None


def keep(cache: Path, folder: Path, kept: Kept) -> None:
    """Remember a folder; where nothing can be written, nothing is remembered. The oldest notes are let go."""
    place = place_of(cache, folder)
    note: dict[str, Any] = {"inputs": kept.inputs, "files": kept.files, "outcome": list(kept.outcome)}
    replace_note(place, [json.dumps(note).encode()])


def replace_note(place: Path, data: Iterable[bytes | memoryview]) -> None:
    """Write a note whole or not at all; where nothing can be written, none is. The oldest of its folder are let go."""
    try:
        place.parent.mkdir(parents=True, exist_ok=True)
        with NamedTemporaryFile(dir=place.parent, delete=False) as out:
            out.writelines(data)
        os.replace(out.name, place)
        notes = sorted(place.parent.iterdir(), key=lambda path: path.stat().st_mtime_ns, reverse=True)
        for old in notes[_MOST:]:
            old.unlink(missing_ok=True)
    except OSError:
        return


def place_of(cache: Path, folder: Path) -> Path:
    """Return where a note on a folder is kept."""
    return cache / hashlib.sha256(os.fsencode(folder.absolute())).hexdigest()[:16]
