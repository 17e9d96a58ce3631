"""What was published, with size and checksum. Written after every other file it tells of."""

import json
from collections.abc import Container, Mapping
from pathlib import Path

from hoctap.system.checksums import Sums
from hoctap.system.folder_record import Files
from hoctap.system.switch import MANIFEST

# What it is written into, below the folder.
OWN = ("MANIFEST.json", "SHA256SUMS")


def write_manifest(folder: Path, sums: Sums | None = None, at: str = "", there: Files | None = None) -> None:
    """Write MANIFEST.json and SHA256SUMS for all files under `folder`; paths are relative to it.

    `sums` may know some of the files, whose paths there begin with `at`; `there` are they, if somebody has looked.
    """
    files = (sums or Sums()).under(folder, at, there)
    (folder / OWN[0]).write_bytes(_manifest(files))
    lines = "".join(f"{sha256}  {path}\n" for path, (_, sha256) in files.items())
    (folder / OWN[1]).write_text(lines, encoding="utf-8")


def write_site_manifest(site: Path, sums: Sums, but: Container[str], there: Files | None = None) -> None:
    """Write SITE-MANIFEST.json for every file of a whole site, pages and data, except those named."""
    files = sums.under(site, there=there).items()
    (site / MANIFEST).write_bytes(_manifest({name: found for name, found in files if name not in but}))


def _manifest(files: Mapping[str, tuple[int, str]]) -> bytes:
    """Return the list as JSON for people to read, as `json` would write it, which takes ten times as long."""
    entries = (
        f'    {{\n      "path": {json.dumps(path, ensure_ascii=False)},\n      "bytes": {size},\n'
        f'      "sha256": "{sha256}"\n    }}'
        for path, (size, sha256) in files.items()
    )
    listed = ",\n".join(entries)
    return ('{\n  "files": [' + (f"\n{listed}\n  " if listed else "") + "]\n}\n").encode()
