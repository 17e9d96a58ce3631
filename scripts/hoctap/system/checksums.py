"""Checksums of files, each read at most once: not again if its size and time are those of the last time."""

import hashlib
from collections.abc import Iterable
from dataclasses import dataclass, field
from pathlib import Path

from hoctap.system.folder_record import Files, files_of


@dataclass(frozen=True, slots=True)
class Sums:
    """`known` are sha256 sums by path, those of the last time and those found since; `files` how each file looked."""

    files: dict[str, tuple[int, int]] = field(default_factory=dict)
    known: dict[str, str] = field(default_factory=dict)

    def take(self, sums: Iterable[tuple[str, int, str]], there: Files) -> None:
        """Take path, size and sum of files from who has just written them; `there` is how files look now."""
        for name, size, sha256 in sums:
            if name in there and there[name][0] == size:
                self.files[name], self.known[name] = there[name], sha256

    def under(self, folder: Path, at: str = "", there: Files | None = None) -> dict[str, tuple[int, str]]:
        """Return size and sum of every file under a folder by path, in order; `at` is where it is in the whole.

        `there` are the files of the folder, if somebody has looked.
        """
        seen = files_of(folder) if there is None else there
        # Folder by folder: no name has a zero, which is before all else.
        found = sorted(seen.items(), key=lambda one: one[0].replace("/", "\0"))
        return {name: (looks[0], self._of(folder, name, at, looks)) for name, looks in found}

    def _of(self, folder: Path, name: str, at: str, looks: tuple[int, int]) -> str:
        whole = f"{at}{name}"
        if whole not in self.known or self.files.get(whole) != looks:
            self.files[whole], self.known[whole] = looks, hashlib.sha256((folder / name).read_bytes()).hexdigest()
        return self.known[whole]
