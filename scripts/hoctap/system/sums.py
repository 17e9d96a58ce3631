"""Checksums of files, each read once: a file whose size and time are those of the last time is not read again."""

import hashlib
import os
from dataclasses import dataclass, field
from pathlib import Path


@dataclass(frozen=True, slots=True)
class Sums:
    """`known` are sha256 sums by path, those of the last time and those found since; `files` how each file looked."""

    files: dict[str, tuple[int, int]] = field(default_factory=dict)
    known: dict[str, str] = field(default_factory=dict)

    def of(self, path: Path, name: str) -> str:
        """Return the sum of a file, known as `name` in the whole."""
        seen = os.lstat(path)
        looks = seen.st_size, seen.st_mtime_ns
        if name not in self.known or self.files.get(name) != looks:
            self.files[name], self.known[name] = looks, hashlib.sha256(path.read_bytes()).hexdigest()
        return self.known[name]

    def learn(self, other: "Sums") -> None:
        """Take over what another process found."""
        self.files.update(other.files)
        self.known.update(other.known)
