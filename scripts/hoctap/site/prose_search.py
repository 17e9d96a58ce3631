"""What search shall know of prose pages, read from their finished HTML, and of the terms explained there."""

from functools import partial
from html.parser import HTMLParser
from pathlib import Path

from hoctap.model.catalog import Catalog
from hoctap.site.search import Entry
from hoctap.system.processes import parallel_map

_SKIPPED = ("script", "style", "table", "form", "svg", "nav")
_VOID = frozenset({"area", "br", "col", "hr", "img", "input", "link", "meta", "wbr"})


class _Article(HTMLParser):
    """Collects title, description and the words of <article>, without tables and forms."""

    def __init__(self) -> None:
        super().__init__()
        self.title = self.description = ""
        self.words: list[str] = []
        self._open: list[str] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        values = dict(attrs)
        if tag == "meta" and values.get("name") == "description":
            self.description = values.get("content") or ""
        if tag not in _VOID:
            self._open.append(tag)

    def handle_endtag(self, tag: str) -> None:
        if tag in self._open:
            while self._open.pop() != tag:
                pass

    def handle_data(self, data: str) -> None:
        text = " ".join(data.split())
        if "h1" in self._open:
            self.title += text.replace("#", "")
        elif text and "article" in self._open and not any(tag in self._open for tag in _SKIPPED):
            self.words.append(text)


def prose_entries(site: Path) -> list[Entry]:
    """Return one entry for each prose page under `site`, shells and 404 left out."""
    pages = [path for path in sorted(site.rglob("index.html")) if not path.is_relative_to(site / "_shell")]
    return parallel_map(partial(_entry, site), pages)


def _entry(site: Path, path: Path) -> Entry:
    address = path.relative_to(site).as_posix().removesuffix("index.html")
    article = _Article()
    article.feed(path.read_text(encoding="utf-8"))
    kind = "English" if address.startswith("en/") else "Trang"
    return Entry(address, article.title, kind, article.description, [" ".join(article.words)])


def term_entries(catalog: Catalog) -> list[Entry]:
    """Return one entry for each term, leading to its place on the page of terms."""
    return [
        Entry(
            "thuat-ngu/", term.term, "Thuật ngữ", term.definition_vi, [term.name_en], term.term_id, [term.abbreviation]
        )
        for term in catalog.terms.values()
    ]
