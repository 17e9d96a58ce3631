"""Whether a copy of the published files is whole: every file of the manifest there, of its size and checksum."""

import hashlib
import json
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import IO, Any
from urllib.error import URLError
from urllib.parse import quote
from urllib.request import urlopen

MANIFEST, SUMS = "MANIFEST.json", "SHA256SUMS"
_CHUNK = 1 << 20
Open = Callable[[str], IO[bytes]]


class VerifyError(Exception):
    """There is no manifest to verify against."""


@dataclass(frozen=True, slots=True)
class Verified:
    """How many files were read, and what is wrong with which."""

    files: int
    faults: tuple[str, ...]


def verify(place: str) -> Verified:
    """Verify the folder or http(s) address `place`, the site's own or that of its `data/`."""
    opened, raw = _manifest(place)
    files = raw["files"]
    faults = [fault for file in files for fault in _faults(opened, file)]
    faults += _unlisted(place, {str(file["path"]) for file in files})
    return Verified(len(files), tuple(faults))


def _unlisted(place: str, known: set[str]) -> list[str]:
    """Return a fault for each file in a folder that the manifest does not name; an address cannot be listed."""
    folder = next((part for part in (Path(place), Path(place, "data")) if (part / MANIFEST).is_file()), None)
    if folder is None:
        return []
    found = {path.relative_to(folder).as_posix() for path in folder.rglob("*") if path.is_file()}
    return [f"{path}: không có trong {MANIFEST}" for path in sorted(found - known - {MANIFEST, SUMS})]


def _manifest(place: str) -> tuple[Open, dict[str, Any]]:
    for folder in ("", "data/"):
        opened = _opener(place.rstrip("/") + "/" + folder)
        try:
            with opened(MANIFEST) as file:
                raw = json.load(file)
        except (OSError, ValueError):
            continue
        if isinstance(raw, dict) and isinstance(raw.get("files"), list):
            return opened, raw
    raise VerifyError(f"no {MANIFEST} at {place} or in its data/")


def _opener(base: str) -> Open:
    if base.startswith(("http://", "https://")):
        return lambda path: urlopen(base + quote(path), timeout=60)  # noqa: S310 - https or the loopback
    return lambda path: Path(base, path).open("rb")


def _faults(opened: Open, file: dict[str, Any]) -> Iterator[str]:
    path = str(file["path"])
    if path.startswith("/") or ".." in path.split("/"):
        yield f"{path}: đường dẫn không hợp lệ"
        return
    try:
        size, digest = _measured(opened, path)
    except (OSError, URLError):
        yield f"{path}: thiếu"
        return
    if size != file["bytes"]:
        yield f"{path}: {size} byte, phải là {file['bytes']}"
    elif digest != file["sha256"]:
        yield f"{path}: mã kiểm không khớp"


def _measured(opened: Open, path: str) -> tuple[int, str]:
    size, digest = 0, hashlib.sha256()
    with opened(path) as stream:
        while chunk := stream.read(_CHUNK):
            size += len(chunk)
            digest.update(chunk)
    return size, digest.hexdigest()
