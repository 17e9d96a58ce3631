"""The combined package in one zip. Entries carry the epoch of the data, never the clock."""

import io
import zipfile
from collections.abc import Iterator
from datetime import UTC, datetime

from hoctap.exports import combined
from hoctap.model.catalog import Catalog


def files(catalog: Catalog, epoch: int) -> Iterator[tuple[str, bytes]]:
    """Yield `hoctap.zip` with the files of the combined package under `hoctap/`."""
    at = datetime.fromtimestamp(epoch, UTC)
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED, compresslevel=9) as archive:
        for path, data in sorted(combined.files(catalog, epoch)):
            entry = zipfile.ZipInfo(path, (at.year, at.month, at.day, at.hour, at.minute, at.second))
            entry.compress_type, entry.create_system, entry.external_attr = zipfile.ZIP_DEFLATED, 3, 0o644 << 16
            archive.writestr(entry, data)
    yield "hoctap.zip", out.getvalue()
