"""Whether a copy of the published files is whole: every file of the manifest there, of its size and checksum.

A whole site is told by SITE-MANIFEST.json at its top, pages included; a copy of the data alone by data/MANIFEST.json.
A manifest may come from a stranger, so nothing in it is trusted when it is read, shown or followed.
"""

import hashlib
import json
import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from http.client import HTTPException
from pathlib import Path
from typing import IO, Any
from urllib.error import HTTPError
from urllib.parse import quote
from urllib.request import urlopen

from hoctap.system.steps import Steps
from hoctap.system.switch import MANIFEST as SITE_MANIFEST
from hoctap.system.switch import MARKER

MANIFEST, SUMS = "MANIFEST.json", "SHA256SUMS"
# Settings for the host of a site: some hosts obey the file and do not hand it out.
HEADERS = "_headers"
_CHUNK = 1 << 20
_MOST_MANIFEST = 50_000_000
Open = Callable[[str], IO[bytes]]
_UNREADABLE = (OSError, ValueError, HTTPException)


class VerifyError(Exception):
    """There is no manifest to verify against, or it is damaged; the text says which."""


@dataclass(frozen=True, slots=True)
class Verified:
    """How many files were read, what is wrong with which, and what was not covered."""

    files: int
    faults: tuple[str, ...]
    not_covered: tuple[str, ...] = ()


def verify(place: str, steps: Steps | None = None) -> Verified:
    """Verify the folder or http(s) address `place`: a whole site, its `data/`, or a folder with such a `data/`."""
    steps = steps or Steps()
    open_file, name, content, folder = _manifest(place)
    files = _entries(name, content)
    if folder is None:
        files = [file for file in files if file["path"] != HEADERS]
    faults: list[str] = []
    for done, file in enumerate(files, 1):
        faults += _faults(open_file, file)
        steps.count(done, len(files))
    known = {str(file["path"]) for file in files}
    if name == MANIFEST:
        faults += _sums_faults(open_file, files)
        if folder and folder != Path(place) and Path(place, "index.html").is_file():
            faults.append(f"{SITE_MANIFEST}: thiếu, mà ở đây có trang")
    faults += _unlisted(folder, known, name)
    return Verified(len(files), tuple(faults), tuple(_not_covered(place, name, folder)))


def _manifest(place: str) -> tuple[Open, str, Any, Path | None]:
    """Return how to open files, the name and content of the first manifest there is, and its folder.

    A damaged one is an error, even where a smaller one stands whole: that would leave the pages unread.
    """
    for inside, name in (("", SITE_MANIFEST), ("", MANIFEST), ("data/", MANIFEST)):
        open_file = _opener(place.rstrip("/") + "/" + inside)
        try:
            with open_file(name) as file:
                data = file.read(_MOST_MANIFEST + 1)
        except _UNREADABLE:
            continue
        if _is_on_the_web(place) and data.lstrip().startswith(b"<"):
            continue  # some hosts answer any address with a page
        try:
            content = json.loads(data)
        except (ValueError, RecursionError) as error:
            raise VerifyError(f"{inside}{name} at {place} is damaged: it is no JSON") from error
        return open_file, name, content, None if _is_on_the_web(place) else Path(place, inside)
    raise VerifyError(f"no {SITE_MANIFEST} or {MANIFEST} at {place} or in its data/")


def _entries(name: str, content: Any) -> list[dict[str, Any]]:
    files = content.get("files") if isinstance(content, dict) else None
    if not isinstance(files, list) or not files:
        raise VerifyError(f"{name} is damaged: it lists no files")
    for at, file in enumerate(files):
        right = (
            isinstance(file, dict)
            and isinstance(file.get("path"), str)
            and isinstance(file.get("bytes"), int)
            and isinstance(file.get("sha256"), str)
            and re.fullmatch("[0-9a-f]{64}", file["sha256"])
        )
        if not right:
            raise VerifyError(f"{name} is damaged: its entry {at + 1} needs path, bytes and sha256")
    return files


def _is_on_the_web(place: str) -> bool:
    return place.startswith(("http://", "https://"))


def _opener(base: str) -> Open:
    if _is_on_the_web(base):
        return lambda path: _fetched(base + quote(path))
    return lambda path: _regular(Path(base, path)).open("rb")


def _fetched(address: str) -> IO[bytes]:
    try:
        answer: IO[bytes] = urlopen(address, timeout=60)  # noqa: S310 - https or the loopback
    except HTTPError as error:
        error.close()  # a refusal has a page of its own, which nobody reads
        raise
    return answer


def _regular(path: Path) -> Path:
    """Return the path if a file stands there; OSError for anything else, such as a pipe, which would never end."""
    if not path.is_file():
        raise FileNotFoundError(path)
    return path


def _faults(open_file: Open, file: dict[str, Any]) -> Iterator[str]:
    path = file["path"]
    if path.startswith(("/", "\\")) or ".." in re.split(r"[/\\]", path) or "\0" in path or ":" in path:
        yield f"{_printable(path)}: đường dẫn không hợp lệ"
        return
    try:
        size, digest = _measured(open_file, path)
    except _UNREADABLE:
        yield f"{_printable(path)}: thiếu"
        return
    if size != file["bytes"]:
        yield f"{_printable(path)}: {size} byte, phải là {file['bytes']}"
    elif digest != file["sha256"]:
        yield f"{_printable(path)}: mã kiểm không khớp"


def _printable(path: str) -> str:
    """Return the path as a terminal may show it: what cannot be printed, or would steer the terminal, is escaped."""
    return path if path.isprintable() and path else ascii(path)


def _measured(open_file: Open, path: str) -> tuple[int, str]:
    size, digest = 0, hashlib.sha256()
    with open_file(path) as stream:
        while chunk := stream.read(_CHUNK):
            size += len(chunk)
            digest.update(chunk)
    return size, digest.hexdigest()


def _sums_faults(open_file: Open, files: list[dict[str, Any]]) -> list[str]:
    """Return a fault if SHA256SUMS is missing or says other than the manifest."""
    try:
        with open_file(SUMS) as file:
            data = file.read(_MOST_MANIFEST)
    except _UNREADABLE:
        return [f"{SUMS}: thiếu"]
    right = "".join(f"{file['sha256']}  {file['path']}\n" for file in files)
    return [] if data == right.encode() else [f"{SUMS}: không khớp với {MANIFEST}"]


def _unlisted(folder: Path | None, known: set[str], name: str) -> list[str]:
    """Return a fault for each file in a folder that the manifest does not name; an address cannot be listed."""
    if folder is None:
        return []
    found = {
        path.relative_to(folder).as_posix() for path in folder.rglob("*") if path.is_symlink() or not path.is_dir()
    }
    own = {name, MARKER} | ({SUMS} if name == MANIFEST else set())
    return [f"{_printable(path)}: không có trong {name}" for path in sorted(found - known - own)]


def _not_covered(place: str, name: str, folder: Path | None) -> Iterator[str]:
    if name == MANIFEST:
        yield f"chỉ soát các tệp trong data/ theo {MANIFEST}, không soát các trang (cần {SITE_MANIFEST} của cả trang)"
    elif folder is None:
        yield f"{HEADERS}: cài đặt cho nơi lưu trang, có nơi không đưa ra"
    else:
        yield f"{MARKER}: dấu của máy dựng, không phải phần công bố"
    if folder is None:
        yield f"tệp thừa ở {place} không thấy được qua mạng"
    yield f"chính {name}: bản này đúng như {name} nói; {name} có đúng hay không thì phải so với bản công bố"
