"""Zip archives whose bytes depend on their contents only: fixed order, owner, moment and compression."""

import io
import zipfile
from collections.abc import Iterable
from datetime import UTC, datetime


def zipped(files: Iterable[tuple[str, bytes]], epoch: int, level: int = 9) -> bytes:
    """Return a zip of `files`, sorted by path, every entry of the moment `epoch` (never before 1980)."""
    at = datetime.fromtimestamp(epoch, UTC)
    moment = (max(at.year, 1980), at.month, at.day, at.hour, at.minute, at.second)
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED, compresslevel=level) as archive:
        for path, data in sorted(files):
            entry = zipfile.ZipInfo(path, moment)
            entry.compress_type, entry.create_system, entry.external_attr = zipfile.ZIP_DEFLATED, 3, 0o644 << 16
            archive.writestr(entry, data)
    return out.getvalue()
