"""The lines of an article, from plain text or from a page saved by a browser."""

from collections.abc import Sequence
from html.parser import HTMLParser

_HIDDEN = {
    "script",
    "style",
    "noscript",
    "template",
    "nav",
    "footer",
    "aside",
    "form",
    "button",
    "svg",
    "head",
    "select",
}
_BLOCKS = {
    "p",
    "div",
    "br",
    "li",
    "tr",
    "h1",
    "h2",
    "h3",
    "h4",
    "h5",
    "h6",
    "section",
    "article",
    "td",
    "th",
    "figcaption",
    "blockquote",
    "header",
}


class _Lines(HTMLParser):
    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.parts: list[str] = []
        self._hidden: list[str] = []

    def handle_starttag(self, tag: str, _attrs: Sequence[tuple[str, str | None]]) -> None:
        if tag in _HIDDEN:
            self._hidden.append(tag)
        if tag in _BLOCKS:
            self.parts.append("\n")

    def handle_endtag(self, tag: str) -> None:
        if self._hidden and tag == self._hidden[-1]:
            self._hidden.pop()
        if tag in _BLOCKS:
            self.parts.append("\n")

    def handle_data(self, data: str) -> None:
        if not self._hidden:
            self.parts.append(data.replace("\n", " ").replace("\r", " "))


def paragraphs(text: str) -> tuple[str, ...]:
    """Return the non-empty lines of a text or of the body of a saved page; the first is the headline."""
    if text.lstrip("\ufeff \n\r\t")[:1] == "<" and "</" in text:
        reader = _Lines()
        reader.feed(text)
        reader.close()
        text = "".join(reader.parts)
    lines = (" ".join(line.replace("\u00ad", "").split()) for line in text.replace("\ufeff", "").splitlines())
    return tuple(line for line in lines if line)
