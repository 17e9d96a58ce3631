"""What a reader reads of a page: its words, one line a block, cells of a row side by side, where links lead."""

import re
from html.parser import HTMLParser
from urllib.parse import unquote_plus

_CELLS = {"td", "th"}
_LINES = {
    *("article", "aside", "blockquote", "caption", "desc", "details", "dd", "div", "dl", "fieldset", "figcaption"),
    *("figure", "form", "g", "h1", "h2", "h3", "h4", "label", "legend", "li", "nav", "ol", "option", "p", "section"),
    *("select", "summary", "svg", "table", "tbody", "text", "thead", "title", "tr", "ul", "br", "dt"),
}
_DOTS = re.compile(r"(?: ·)+(?= ·| \||$)|(?<=\|)(?: ·)+")
_UNREAD = {"script", "style", "template"}


class _Reader(HTMLParser):
    def __init__(self) -> None:
        super().__init__()
        self.parts: list[str] = []
        self.links: list[str] = []
        self.unread = self.cells = 0

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.unread += tag in _UNREAD
        self._part(tag)
        self.cells += tag in _CELLS
        if tag == "a":
            self.links.append(unquote_plus(dict(attrs).get("href") or ""))

    def handle_endtag(self, tag: str) -> None:
        self.unread -= tag in _UNREAD
        self.cells -= tag in _CELLS
        if tag == "a":
            self.parts.append(f" <{self.links.pop()}>")
        if tag not in _CELLS and tag != "dt":
            self._part(tag)

    def _part(self, tag: str) -> None:
        if tag in _CELLS:
            self.parts.append(" | ")
        elif tag in _LINES:
            self.parts.append(" · " if self.cells else "\n")

    def handle_data(self, data: str) -> None:
        if not self.unread:
            self.parts.append(data.replace("\n", " "))


def words_of(html: str) -> str:
    """Return the words of a piece of HTML as lines."""
    reader = _Reader()
    reader.feed(html)
    reader.close()
    lines = (" ".join(line.split()).removeprefix("| ") for line in "".join(reader.parts).split("\n"))
    return "".join(f"{_DOTS.sub(' ', line).strip()}\n" for line in lines if line)
