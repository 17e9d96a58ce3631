"""What has been released, as `releases.json` records it: newest first. `hoctap release` writes it, nobody by hand.

The combined package of each release lies beside it as releases/<version>.zip; later data cannot make it again.
"""

import json
from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from pathlib import Path
from typing import Any

FILE, FOLDER = "releases.json", "releases"


@dataclass(frozen=True, slots=True)
class Correction:
    """A published value taken back: `column` is empty where the whole row was; `reason` is in Vietnamese."""

    table: str
    key: tuple[str, ...]
    column: str
    old: str
    new: str
    reason: str


@dataclass(frozen=True, slots=True)
class TableCount:
    """How many rows of a table a release added, removed and changed."""

    added: int
    removed: int
    changed: int


@dataclass(frozen=True, slots=True)
class StoryChapter:
    """A chapter of a release's story: its statements word for word, in parts (text, address it leads to)."""

    chapter: str
    title: str
    count: int
    statements: tuple[tuple[tuple[str, str], ...], ...]

    @property
    def texts(self) -> list[str]:
        """Return the statements as plain sentences."""
        return ["".join(text for text, _ in parts) for parts in self.statements]


@dataclass(frozen=True, slots=True)
class Release:
    """One release; `hashes` are the SHA-256 of each table's combined CSV, `changes` only of tables that changed."""

    version: str
    released_on: date
    summary: str
    hashes: Mapping[str, str] = field(default_factory=dict)
    changes: Mapping[str, TableCount] = field(default_factory=dict)
    corrections: tuple[Correction, ...] = ()
    story: tuple[StoryChapter, ...] = ()


def read_releases(root: Path) -> tuple[Release, ...]:
    """Return the releases recorded under `root`, newest first; none if there is no record."""
    path = root / FILE
    if not path.exists():
        return ()
    return tuple(_release(entry) for entry in json.loads(path.read_bytes())["releases"])


def zip_of(root: Path, version: str) -> Path:
    """Return where the combined package of a release lies."""
    return root / FOLDER / f"{version}.zip"


def as_record(releases: tuple[Release, ...]) -> dict[str, Any]:
    """Return the releases as `releases.json` has them."""
    return {"releases": [_entry(release) for release in releases]}


def _release(record: Mapping[str, Any]) -> Release:
    return Release(
        version=record["version"],
        released_on=date.fromisoformat(record["released_on"]),
        summary=record["summary"],
        hashes=record["hashes"],
        changes={name: TableCount(**counts) for name, counts in record["changes"].items()},
        corrections=tuple(Correction(**{**entry, "key": tuple(entry["key"])}) for entry in record["corrections"]),
        story=tuple(_chapter(entry) for entry in record.get("story", ())),
    )


def _chapter(record: Mapping[str, Any]) -> StoryChapter:
    sentences = tuple(tuple((text, href) for text, href in parts) for parts in record["statements"])
    return StoryChapter(record["chapter"], record["title"], record["count"], sentences)


def _entry(release: Release) -> dict[str, Any]:
    return {
        "version": release.version,
        "released_on": release.released_on.isoformat(),
        "summary": release.summary,
        "hashes": dict(release.hashes),
        "changes": {
            name: {"added": count.added, "removed": count.removed, "changed": count.changed}
            for name, count in release.changes.items()
        },
        "corrections": [
            {
                "table": correction.table,
                "key": list(correction.key),
                "column": correction.column,
                "old": correction.old,
                "new": correction.new,
                "reason": correction.reason,
            }
            for correction in release.corrections
        ],
        "story": [
            {"chapter": one.chapter, "title": one.title, "count": one.count, "statements": one.statements}
            for one in release.story
        ],
    }
