"""The body of a page as Markdown, for programs that read text: the words of the page itself, none of its own.

What is only to be seen or pressed is left out: drawings, menus, buttons, fields. What the page folds stands open.
The HTML is that of our templates: every value escaped, every element closed.
"""

import html
import re
from dataclasses import dataclass, field

from hoctap.check.allowed_html import VOID
from hoctap.exports.markdown import escaped

_TOKEN = re.compile(r"<(/?)([a-z][a-z0-9]*)([^>]*)>|([^<]+)")
_ATTRIBUTE = re.compile(r'\b(class|href)="([^"]*)"')
_SKIPPED = frozenset({"button", "label", "nav", "noscript", "script", "select", "style", "svg", "template", "textarea"})
_SKIPPED_CLASSES = frozenset({"headerlink", "print-only", "sht-qr", "sht-report", "visually-hidden"})
_HEADINGS = {f"h{level}": f"{'#' * level} " for level in range(1, 7)}
_BLOCKS = frozenset(
    {*_HEADINGS, "caption", "details", "div", "fieldset", "figcaption", "figure", "form", "legend", "ol", "p"}
    | {"section", "summary", "table", "ul"}
)
_CELLS = frozenset({"dd", "dt", "td", "th"})
_MARKS = {"em": "*", "legend": "**", "strong": "**", "summary": "**"}
# Small words beside others, which the page sets apart by how they look; one row of a form.
_NOTES, _ROW = frozenset({"sht-chip", "sht-note", "sht-status"}), "sht-assess__row"
# What a page sets apart by its place is set apart by a point on a line; this stands for it until the line is whole.
_APART = "\0"
_GAPS = re.compile(f" ?{_APART}[ {_APART}]*")
_LIKE_AN_ITEM = re.compile(r"^(\d*)([-+.)] )")
_WITHIN_BRACKETS = re.compile(r"[()\s]")


def markdown(body: str) -> str:
    """Return the body of a page as Markdown; links keep their address, those within the page are plain text."""
    writer = _Writer()
    for closing, tag, attributes, text in _TOKEN.findall(body):
        if text:
            writer.words(text)
        elif closing:
            writer.close(tag)
        elif tag not in VOID:
            writer.open(tag, dict(_ATTRIBUTE.findall(attributes)) if attributes else {})
        else:
            writer.words(" ")
    return writer.whole()


def _as_percent(found: re.Match[str]) -> str:
    return f"%{ord(found[0]):02X}"


@dataclass
class _Writer:
    """Takes the tags and texts of a page one by one.

    `_run` is what the line being written has so far, `_begin` what it begins with; `_open` are the elements around,
    each with where its link leads and how long the run was before it.
    """

    _lines: list[str] = field(default_factory=list)
    _run: list[str] = field(default_factory=list)
    _begin: str = ""
    _open: list[tuple[str, str, int]] = field(default_factory=list)
    _rows: list[list[str]] = field(default_factory=list)
    _skipped: int = 0
    _cells: int = 0
    _items: int = 0

    def words(self, text: str) -> None:
        """Take a piece of text as it stands in HTML."""
        if not self._skipped:
            # Half of all pieces are the spaces between two tags.
            self._run.append(" " if text.isspace() else escaped(html.unescape(text)))

    def open(self, tag: str, attributes: dict[str, str]) -> None:
        """Take a tag that opens an element."""
        classes = attributes.get("class", "").split()
        if self._skipped or tag in _SKIPPED or not _SKIPPED_CLASSES.isdisjoint(classes):
            self._skipped += 1
        elif tag in _CELLS:
            self._open_cell(tag)
        elif tag == "li" or _ROW in classes:
            tag = "li"
            self._open_item()
        elif tag == "tr":
            self._rows.append([])
        elif tag in _BLOCKS:
            self._set_apart()
            self._begin = _HEADINGS.get(tag, self._begin)
        elif not _NOTES.isdisjoint(classes):
            self._run.append(_APART)
        self._open.append((tag, attributes.get("href", ""), len(self._run)))

    def close(self, _: str) -> None:
        """Take a tag that closes the last element opened."""
        tag, address, at = self._open.pop()
        if self._skipped:
            self._skipped -= 1
            return
        if tag == "a" and address and not address.startswith("#"):
            self._link(at, html.unescape(address))
        elif tag in _MARKS and not self._begin.startswith("#"):
            self._wrap(at, _MARKS[tag], _MARKS[tag])
        if tag in _CELLS:
            self._close_cell(tag)
        elif tag == "li":
            self._close_item()
        elif tag == "table":
            self._write_table()
        elif tag in _BLOCKS:
            self._set_apart()

    def whole(self) -> str:
        """Return what was written."""
        self._end_line()
        return "\n".join(self._lines).strip() + "\n"

    def _wrap(self, at: int, before: str, after: str) -> None:
        inside = "".join(self._run[at:])
        if words := inside.strip():
            space = " " if inside[:1].isspace() else ""
            self._run[at:] = [space, before, words, after, " " if inside[-1:].isspace() else ""]

    def _link(self, at: int, address: str) -> None:
        if "".join(self._run[at:]).strip() == escaped(address):
            self._run[at:] = [f"<{address}>"]
        else:
            self._wrap(at, "[", f"]({_WITHIN_BRACKETS.sub(_as_percent, address)})")

    def _set_apart(self) -> None:
        if self._cells or self._items:
            self._run.append(_APART)
        else:
            self._end_line()

    def _end_words(self) -> str:
        """Return the words of the line being written, of which nothing is left."""
        words = " ".join("".join(self._run).split())
        self._run.clear()
        return _GAPS.sub(" · ", words.strip(f" {_APART}")) if _APART in words else words

    def _end_line(self) -> None:
        begin, self._begin = self._begin, "  " * self._items
        if words := self._end_words():
            is_item = begin.lstrip().startswith("- ") or begin.startswith("  ")
            if not (is_item and self._lines[-1:] and self._lines[-1].lstrip().startswith("- ")):
                self._lines.append("")
            self._lines.append(begin + (words if begin else _LIKE_AN_ITEM.sub(r"\1\\\2", words)))
        elif begin.endswith("- "):
            self._begin = begin  # an item that begins with another block

    def _open_item(self) -> None:
        if self._cells:
            self._run.append(_APART)
            return
        self._end_line()
        self._begin = "  " * self._items + "- "
        self._items += 1

    def _close_item(self) -> None:
        if not self._cells:
            self._end_line()
            self._items -= 1
            self._begin = "  " * self._items

    def _open_cell(self, tag: str) -> None:
        if tag != "dd":
            self._end_line()
        self._cells += 1

    def _close_cell(self, tag: str) -> None:
        self._cells -= 1
        if tag == "dt":
            self._begin, self._run = f"- {self._end_words()}: ", []
        elif tag == "dd":
            self._end_line()
            self._begin = ""
        else:
            self._rows[-1].append(self._end_words())

    def _write_table(self) -> None:
        self._end_line()
        rows, self._rows = self._rows, []
        width = max((len(row) for row in rows), default=0)
        if rows:
            self._lines.append("")
            for at, row in enumerate(rows):
                self._lines.append(f"| {' | '.join(row + [''] * (width - len(row)))} |")
                if at == 0:
                    self._lines.append("| --- " * width + "|")
