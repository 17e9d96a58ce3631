"""The lines of an article, from plain text or from a page saved by a browser."""

import re
from collections.abc import Sequence
from html.parser import HTMLParser

from hoctap.contribute.articles.place_names import UPPER

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
    "figcaption",
    "blockquote",
    "header",
}


_HEADINGS = {"h1", "h2", "h3"}
_LINK, _END = "\ue000", "\ue001"
CELL = " | "  # before each cell of a row
_FIRST_CELL = re.compile(r"^\s*\|\s")
_LINKED = re.compile(f"{_LINK}[^{_END}]*{_END}")
_ON_ONE_LINE = str.maketrans({"\n": " ", "\r": " ", _LINK: "", _END: ""})


class _Lines(HTMLParser):
    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.parts: list[str] = []
        self._hidden: list[str] = []
        self._links = self._headings = 0

    def handle_starttag(self, tag: str, _attrs: Sequence[tuple[str, str | None]]) -> None:
        if tag in _HIDDEN:
            self._hidden.append(tag)
        if tag in _BLOCKS:
            self.parts.append("\n")
        if tag in ("td", "th"):
            self.parts.append(CELL)
        self._links += tag == "a"
        self._headings += tag in _HEADINGS

    def handle_endtag(self, tag: str) -> None:
        if self._hidden and tag == self._hidden[-1]:
            self._hidden.pop()
        if tag in _BLOCKS:
            self.parts.append("\n")
        self._links -= tag == "a" and self._links > 0
        self._headings -= tag in _HEADINGS and self._headings > 0

    def handle_data(self, data: str) -> None:
        if not self._hidden:
            text = data.translate(_ON_ONE_LINE)
            self.parts.append(f"{_LINK}{text}{_END}" if self._links and not self._headings else text)


def paragraphs(text: str) -> tuple[str, ...]:
    """Return the non-empty lines of a text or of the body of a saved page; the first is the headline."""
    if text.lstrip("\ufeff \n\r\t")[:1] == "<" and "</" in text:
        reader = _Lines()
        reader.feed(text)
        reader.close()
        blocks = "".join(reader.parts).splitlines()
        # A line of links and nothing else leads to other pages: menus, tags, articles beside.
        own = (line for line in blocks if _LINK not in line or re.search(r"\w", re.sub(_LINKED, " ", line)))
        text = "\n".join(_FIRST_CELL.sub("", line.replace(_LINK, "").replace(_END, "")) for line in own)
    lines = (_own_words(line) for line in text.replace("\ufeff", "").splitlines())
    return tuple(line for line in lines if line)


# Who publishes it, before the first words of a lead: «(Dân trí) - Họ Đào ở xã A …»; a place stays: «(Bến Tre) - …».
_PLACE = rf"(?:TP(?:\W|HCM)|(?:{UPPER}(?!{UPPER})\w*[ -]?)+\))"
_PUBLISHER = re.compile(rf"^\((?!\d+\)|{_PLACE})[\w&. ]{{2,20}}\)\s*[-–]+\s*(?=\w)")


_GLUED = re.compile(r"\b([Nn]ăm)(?=(?:19|20)\d\d\b)")  # «Năm2012»


# The dots of a form between which somebody wrote: «Chi hội khuyến học: …. 215 …. chi hội».
_DOTS = r"(?:…|\.{3}|_{3})[…._]*"
_FILLED_IN = re.compile(rf"\s*{_DOTS}\s*(\d[\w., ]{{0,30}}?)\s*{_DOTS}")


def _own_words(line: str) -> str:
    line = _FILLED_IN.sub(r" \1", " ".join(line.replace("\u00ad", "").split()))
    return _GLUED.sub(r"\1 ", _PUBLISHER.sub("", line))


# A menu, the way to a page, today's date: «Trang chủ | Giới thiệu | Tin tức», «Trang chủ » Xã hội » Khuyến học».
_FURNITURE = re.compile(
    r"(?:[^|»›]*[|»›]){2}|(?:Thứ (?:[Hh]ai|[Bb]a|[Tt]ư|[Nn]ăm|[Ss]áu|[Bb]ảy)|Chủ [Nn]hật)\W+(?:ngày )?"
    r"\d{1,2}(?:\s?[/.-]\s?|\s+tháng\s+)\d|Trang chủ\b"
)


def headline_at(lines: Sequence[str]) -> int:
    """Return at which line an article begins, behind what a page saved as text has above its headline."""
    return next((at for at, line in enumerate(lines) if not _FURNITURE.match(line)), 0)
