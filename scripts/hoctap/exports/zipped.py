"""Zip archives whose bytes depend on their contents only: fixed order, owner, moment and compression."""

from collections.abc import Iterable
from datetime import UTC, datetime

from hoctap.exports.deflate import LEVEL
from hoctap.exports.zip_entries import FIRST, archive, entry

_FIRST_YEAR = 1980
_READABLE_BY_ALL = 0o644


def zipped(files: Iterable[tuple[str, bytes]], epoch: int, level: int = LEVEL) -> bytes:
    """Return a zip of `files`, sorted by path, every entry of the moment `epoch` (never before 1980)."""
    entries = (entry(path, data, level) for path, data in sorted(files))
    return archive(entries, _moment(epoch), _READABLE_BY_ALL)


def _moment(epoch: int) -> tuple[int, int]:
    """Return a moment as a zip has it: its time by two seconds, and its day."""
    at = datetime.fromtimestamp(epoch, UTC)
    if at.year < _FIRST_YEAR:
        return FIRST
    return at.hour << 11 | at.minute << 5 | at.second // 2, (at.year - _FIRST_YEAR) << 9 | at.month << 5 | at.day
