"""What was published, with size and checksum. Written after every other file it tells of."""

from collections.abc import Container
from pathlib import Path
from typing import Any

from hoctap.exports.json_text import as_json
from hoctap.system.checksums import Sums
from hoctap.system.switch import MANIFEST


def write_manifest(folder: Path, sums: Sums | None = None, at: str = "") -> None:
    """Write MANIFEST.json and SHA256SUMS for all files under `folder`; paths are relative to it.

    `sums` may know some of the files, whose paths there begin with `at`.
    """
    files = _files(folder, sums or Sums(), at)
    (folder / "MANIFEST.json").write_bytes(as_json({"files": files}))
    lines = "".join(f"{file['sha256']}  {file['path']}\n" for file in files)
    (folder / "SHA256SUMS").write_text(lines, encoding="utf-8")


def write_site_manifest(site: Path, sums: Sums, but: Container[str]) -> None:
    """Write SITE-MANIFEST.json for every file of a whole site, pages and data, except those named."""
    (site / MANIFEST).write_bytes(as_json({"files": _files(site, sums, "", but)}))


def _files(folder: Path, sums: Sums, at: str, but: Container[str] = ()) -> list[dict[str, Any]]:
    found = sums.under(folder, at).items()
    return [{"path": name, "bytes": size, "sha256": sha256} for name, (size, sha256) in found if name not in but]
