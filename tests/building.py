"""`hoctap build` run as its own process, and finished sites looked at."""

import hashlib
import os
import subprocess
import sys
from html.parser import HTMLParser
from pathlib import Path

from miniature import EPOCH, REAL, TODAY


def environ(**more: str) -> dict[str, str]:
    """Return a small environment in which builds are reproducible."""
    kept = ("PATH", "HOME", "TMPDIR", "VIRTUAL_ENV", "NODE_EXTRA_CA_CERTS")
    known = {name: os.environ[name] for name in kept if name in os.environ}
    return {**known, "PYTHONPATH": str(REAL / "scripts"), "SOURCE_DATE_EPOCH": str(EPOCH), **more}


def command(root: Path, out: Path, *, anew: bool = True) -> list[str]:
    """Return the words that build `root` into `out`, even if nothing has changed since the last time."""
    words = [sys.executable, "-m", "hoctap", "build", "--root", str(root), "--out", str(out), "--today", TODAY]
    return [*words, "--anew"] if anew else words


def build(root: Path, out: Path, *, anew: bool = True, **more: str) -> subprocess.CompletedProcess[str]:
    """Build and return how it went."""
    env = environ(**more)
    return subprocess.run(command(root, out, anew=anew), capture_output=True, encoding="utf-8", env=env, check=False)


def tree(folder: Path) -> dict[str, str]:
    """Return the checksum of every file by its path."""
    files = (path for path in sorted(folder.rglob("*")) if path.is_file())
    return {path.relative_to(folder).as_posix(): hashlib.sha256(path.read_bytes()).hexdigest() for path in files}


def empty_folders(folder: Path) -> list[Path]:
    """Return the folders that hold nothing."""
    return [path for path in folder.rglob("*") if path.is_dir() and not any(path.iterdir())]


def pages(site: Path) -> dict[str, str]:
    """Return the HTML of every page by its path."""
    return {path.relative_to(site).as_posix(): path.read_text(encoding="utf-8") for path in site.rglob("*.html")}


class Page(HTMLParser):
    """The ids and addresses of a page, and its tags with their attributes."""

    def __init__(self, html: str) -> None:
        super().__init__()
        self.ids: list[str] = []
        self.addresses: list[str] = []
        self.tags: list[tuple[str, dict[str, str]]] = []
        self.feed(html)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        values = {name: value or "" for name, value in attrs}
        self.tags.append((tag, values))
        if "id" in values:
            self.ids.append(values["id"])
        self.addresses += [values[name] for name in ("href", "src", "action", "poster") if name in values]
