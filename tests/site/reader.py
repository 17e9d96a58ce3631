"""What tests of the site share: which pages to open, and what opening them weighs."""

import gzip
from functools import cache
from pathlib import Path

from playwright.sync_api import Page, Request

from hoctap.views.page_kinds import KINDS

FOLDERS = tuple(kind.folder for kind in KINDS) + tuple(f"en/{kind.folder}" for kind in KINDS if kind.english)


def pages_of_every_kind(site: Path) -> list[str]:
    """Return the largest page of each kind of data page, every prose page, and the page for lost readers."""
    kinds = {folder: list((site / folder).glob("*/index.html")) for folder in FOLDERS}
    largest = [max(pages, key=_size) for pages in kinds.values()]
    data = {path for pages in kinds.values() for path in pages}
    prose = sorted(path for path in site.rglob("index.html") if path not in data)
    return ["404.html", *(f"{path.parent.relative_to(site)}/".removeprefix("./") for path in [*prose, *largest])]


def _size(path: Path) -> tuple[int, str]:
    return path.stat().st_size, path.as_posix()


class Scales:
    """Weighs what a page asks for, as a server that compresses would send it."""

    def __init__(self, page: Page, site: Path, address: str) -> None:
        self._site, self._address = site, address
        self.asked: dict[str, int] = {}
        page.on("request", self._weigh)

    def _weigh(self, request: Request) -> None:
        path = request.url.removeprefix(self._address).partition("?")[0].partition("#")[0]
        if request.url.startswith(self._address):
            self.asked[path] = compressed(
                self._site / (f"{path}index.html" if path.endswith("/") or not path else path)
            )

    def weight(self, *, fonts: bool = False) -> int:
        """Return the bytes asked for so far."""
        return sum(size for path, size in self.asked.items() if fonts or not path.endswith(".woff2"))


@cache
def compressed(path: Path) -> int:
    """Return the size of a file with gzip."""
    return len(gzip.compress(path.read_bytes(), 9)) if path.is_file() else 0
