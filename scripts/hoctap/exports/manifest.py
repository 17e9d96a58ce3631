"""What was published, with size and checksum. Written after every other file under data/."""

import hashlib
from pathlib import Path

from hoctap.exports.json_text import as_json


def write_manifest(folder: Path) -> None:
    """Write MANIFEST.json and SHA256SUMS for all files under `folder`; paths are relative to it."""
    files = []
    for path in sorted(path for path in folder.rglob("*") if path.is_file()):
        data = path.read_bytes()
        name = path.relative_to(folder).as_posix()
        files.append({"path": name, "bytes": len(data), "sha256": hashlib.sha256(data).hexdigest()})
    (folder / "MANIFEST.json").write_bytes(as_json({"files": files}))
    sums = "".join(f"{file['sha256']}  {file['path']}\n" for file in files)
    (folder / "SHA256SUMS").write_text(sums, encoding="utf-8")
