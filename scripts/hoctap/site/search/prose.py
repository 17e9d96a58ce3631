"""What search has to know of pages of text, read from their HTML sentence by sentence, and of the terms explained."""

import re
from collections import defaultdict
from collections.abc import Iterable
from html import unescape

from hoctap.check.allowed_html import VOID
from hoctap.model.catalog import Catalog
from hoctap.site.search.entry import Entry
from hoctap.views.page_kinds import ENGLISH, PROSE, TERM

_SKIPPED = ("form", "svg", "nav", "button")
_TOKEN = re.compile(
    r"<!--.*?-->|<(?:script|style)\b.*?</(?:script|style)>|<(/?)([a-z][a-z0-9-]*)([^>]*)>|<[!?][^>]*>|([^<]+)",
    re.DOTALL,
)
_ATTRIBUTE = re.compile(r'\s([\w-]+)="([^"]*)"')
# Elements inside a sentence; every other one begins a new one.
_INLINE = frozenset({"a", "abbr", "b", "code", "em", "i", "kbd", "small", "span", "strong", "sub", "sup"})
_END = re.compile(r"(?<=[.?!;]) (?=[^a-zà-ỹđ])")
# Rows of a table that are read; a longer one is a list of things that search knows by themselves.
_ROWS = 30
# Pages for those who write the data, and the page of results itself: nobody else means them.
_LAST = ("huong-dan/quy-tac/", "huong-dan/duyet/", "en/dictionary/", "en/labels/", "tim/")


class _Page:
    """Collects the description, keywords, heading and sentences of a page or of a part of one, forms left out.

    Every tag of a page is plain (`judge` sees to it): no parser of all HTML is needed, which took three times as long.
    """

    def __init__(self, html: str, *, inside: str) -> None:
        self.title = self.description = self.keywords = ""
        self.blocks: list[str] = [""]
        self._inside = inside
        self._open: list[str] = []
        self._around = defaultdict[str, int](int)
        self._rows = 0
        for end, tag, rest, text in _TOKEN.findall(html):
            if text:
                self._text(unescape(text) if "&" in text else text)
            elif not tag:
                self.blocks.append("")  # a comment or a script
            elif end:
                self._end(tag)
            else:
                self._begin(tag, rest)

    def _begin(self, tag: str, attributes: str) -> None:
        if tag == "meta":
            self._head(dict(_ATTRIBUTE.findall(attributes)))
        if tag not in _INLINE:
            self.blocks.append("")
        elif " class=" in attributes and self.blocks[-1][-1:].isalnum():
            self.blocks[-1] += " "  # set apart by how it looks: «cấp thôn», then a mark «chưa đọc được»
        self._rows = 0 if tag == "table" else self._rows + (tag == "tr")
        if tag not in VOID and not attributes.endswith("/"):
            self._open.append(tag)
            self._around[tag] += 1

    def _head(self, values: dict[str, str]) -> None:
        if values.get("name") == "description":
            self.description = unescape(values.get("content", ""))
        if values.get("name") == "keywords":
            self.keywords = unescape(values.get("content", ""))

    def _end(self, tag: str) -> None:
        if tag not in _INLINE:
            self.blocks.append("")
        while self._around[tag]:
            last = self._open.pop()
            self._around[last] -= 1
            if last == tag:
                return

    def _text(self, text: str) -> None:
        if self._around["h1"]:
            self.title += text.replace("#", "")
        elif (not self._inside or self._around[self._inside]) and not self._is_skipped:
            self.blocks[-1] += text

    @property
    def _is_skipped(self) -> bool:
        in_list = self._around["table"] and self._rows > _ROWS
        return bool(in_list) or any(map(self._around.__getitem__, _SKIPPED))

    @property
    def sentences(self) -> list[str]:
        """Return the sentences once each, in order; a single word or number is none."""
        texts = (" ".join(block.replace("#", "").split()) for block in self.blocks)
        return list(dict.fromkeys(part for text in texts for part in _END.split(text) if " " in part))


def sentences_of(body: str) -> list[str]:
    """Return the sentences of the body of a data page."""
    return _Page(body, inside="").sentences


def prose_entry(address: str, html: str) -> Entry:
    """Return the entry of a prose page."""
    page = _Page(html, inside="article")
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
