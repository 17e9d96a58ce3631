"""What search shall know of pages of text, read from their HTML sentence by sentence, and of the terms explained."""

import re
from collections.abc import Iterable
from html.parser import HTMLParser

from hoctap.check.allowed_html import VOID
from hoctap.model.catalog import Catalog
from hoctap.site.search.entry import Entry
from hoctap.views.page_kinds import ENGLISH, PROSE, TERM

_SKIPPED = ("script", "style", "form", "svg", "nav", "button")
# Elements inside a sentence; every other one begins a new one.
_INLINE = frozenset({"a", "abbr", "b", "code", "em", "i", "kbd", "small", "span", "strong", "sub", "sup"})
_END = re.compile(r"(?<=[.?!;]) (?=[^a-zà-ỹđ])")
# Rows of a table that are read; a longer one is a list of things that search knows by themselves.
_ROWS = 30
# Pages for those who write the data, and the page of results itself: nobody else means them.
_LAST = ("huong-dan/quy-tac/", "huong-dan/duyet/", "en/dictionary/", "en/labels/", "tim/")


class _Page(HTMLParser):
    """Collects the description, keywords, heading and sentences of a page or of a part of one, forms left out."""

    def __init__(self, *, inside: str) -> None:
        super().__init__()
        self.title = self.description = self.keywords = ""
        self.blocks: list[str] = [""]
        self._inside = inside
        self._open: list[str] = []
        self._rows = 0

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        values = dict(attrs)
        if tag == "meta" and values.get("name") == "description":
            self.description = values.get("content") or ""
        if tag == "meta" and values.get("name") == "keywords":
            self.keywords = values.get("content") or ""
        if tag not in _INLINE:
            self.blocks.append("")
        elif "class" in values and self.blocks[-1][-1:].isalnum():
            self.blocks[-1] += " "  # set apart by how it looks: «cấp thôn», then a mark «chưa đọc được»
        self._rows = 0 if tag == "table" else self._rows + (tag == "tr")
        if tag not in VOID:
            self._open.append(tag)

    def handle_endtag(self, tag: str) -> None:
        if tag not in _INLINE:
            self.blocks.append("")
        if tag in self._open:
            while self._open.pop() != tag:
                pass

    def handle_data(self, data: str) -> None:
        if "h1" in self._open:
            self.title += data.replace("#", "")
        elif (not self._inside or self._inside in self._open) and not self._is_skipped:
            self.blocks[-1] += data

    @property
    def _is_skipped(self) -> bool:
        in_list = "table" in self._open and self._rows > _ROWS
        return in_list or any(tag in self._open for tag in _SKIPPED)

    @property
    def sentences(self) -> list[str]:
        """Return the sentences once each, in order; a single word or number is none."""
        texts = (" ".join(block.replace("#", "").split()) for block in self.blocks)
        return list(dict.fromkeys(part for text in texts for part in _END.split(text) if " " in part))


def sentences_of(body: str) -> list[str]:
    """Return the sentences of the body of a data page."""
    page = _Page(inside="")
    page.feed(body)
    return page.sentences


def prose_entry(address: str, html: str) -> Entry:
    """Return the entry of a prose page."""
    page = _Page(inside="article")
    page.feed(html)
    kind = ENGLISH if address.startswith("en/") else PROSE
    title = " ".join(page.title.split())
    names = [name for name in page.keywords.split(", ") if name]
    return Entry(address, title, kind, page.description, page.sentences, names=names, last=address in _LAST)


def term_entries(catalog: Catalog) -> Iterable[Entry]:
    """Return one entry for each term, leading to its place on the page of terms."""
    return [
        Entry("thuat-ngu/", term.term, TERM, term.definition_vi, [term.name_en], term.term_id, [term.abbreviation])
        for term in catalog.terms.values()
    ]
