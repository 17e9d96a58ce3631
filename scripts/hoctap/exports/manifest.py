"""What was published, with size and checksum. Written after every other file it tells of."""

import hashlib
from collections.abc import Container
from pathlib import Path
from typing import Any

from hoctap.exports.json_text import as_json


def write_manifest(folder: Path) -> None:
    """Write MANIFEST.json and SHA256SUMS for all files under `folder`; paths are relative to it."""
    files = _files(folder, ())
    (folder / "MANIFEST.json").write_bytes(as_json({"files": files}))
    sums = "".join(f"{file['sha256']}  {file['path']}\n" for file in files)
    (folder / "SHA256SUMS").write_text(sums, encoding="utf-8")


def write_site_manifest(site: Path, but: Container[str]) -> None:
    """Write SITE-MANIFEST.json for every file of a whole site, pages and data, except those named."""
    (site / "SITE-MANIFEST.json").write_bytes(as_json({"files": _files(site, but)}))


def _files(folder: Path, but: Container[str]) -> list[dict[str, Any]]:
    files = []
    for path in sorted(path for path in folder.rglob("*") if path.is_file()):
        name = path.relative_to(folder).as_posix()
        if name not in but:
            data = path.read_bytes()
            files.append({"path": name, "bytes": len(data), "sha256": hashlib.sha256(data).hexdigest()})
    return files
