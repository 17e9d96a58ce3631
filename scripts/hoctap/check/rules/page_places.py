"""The places inside a page that a link may lead to: its headings, and what is given a name of its own.

Markdown itself is not asked: a stranger's page can keep it busy for minutes.
"""

import re
import unicodedata
from collections import Counter
from collections.abc import Iterator
from functools import lru_cache
from html import unescape

from hoctap.check.rules.code_rows import rows_with_code
from hoctap.check.rules.front_matter import FRONT
from hoctap.check.rules.near import Near

_NAMED = re.compile(r"\{[^{}\n]*#([\w:.-]+)|\b(?:id|name)=[\"']([^\"']+)[\"']")
_FOOTNOTE = re.compile(r"fn(?:ref)?:([\w.-]+)")
_HEADING = re.compile(r"[\s>]*(?:[-*+]\s+)?#{1,6}(.*)")
_UNDERLINE = re.compile(r"\s*(?:-+|=+)\s*")
# Tags, attributes, marks at the end, notes, signs of emphasis: no part of the words of a heading.
_NO_WORDS = re.compile(r"<[^<>]*>|\s*\{[^{}]*\}\s*$|\s+#+\s*$|\[\^[^\]]+\]|(?<!\w)_+|_+(?!\w)")
_LINKED = re.compile(r"!?\[([^\]\[]*)\](?:\([^()]*\)|\[[^\]\[]*\])")


def has_place(text: str, name: str) -> bool:
    """Return whether the page has a place of that name."""
    footnote = _FOOTNOTE.fullmatch(name)
    return name in _named(text) or name in _of_headings(text) or (footnote is not None and f"[^{footnote[1]}]" in text)


def near_place(text: str, name: str, nearest: Near, page: str) -> str:
    """Return how to mend a link whose place is not in the `text` of a page."""
    near = nearest.of(name, sorted(_named(text) | _of_headings(text)), 0.7, among=page)
    return f"có phải là #{near}?" if near else "đặt tên cho mục ấy: «## Tên mục { #ten-muc }»; hoặc bỏ phần sau dấu #"


@lru_cache(maxsize=256)
def _named(text: str) -> frozenset[str]:
    return frozenset(found[1] or found[2] for found in _NAMED.finditer(text))


@lru_cache(maxsize=256)
def _of_headings(text: str) -> frozenset[str]:
    """Return the names that the generator makes of headings without one of their own, one after the other."""
    names = Counter(_slug(heading) for heading in _headings(text))
    return frozenset(f"{name}_{n}" if n else name for name, times in names.items() for n in range(times))


def _slug(heading: str) -> str:
    plain = unicodedata.normalize("NFKD", heading).encode("ascii", "ignore").decode("ascii")
    return re.sub(r"[-\s]+", "-", re.sub(r"[^\w\s-]", "", plain).strip().lower())


def _headings(text: str) -> Iterator[str]:
    before = ""
    for _, row, is_code in rows_with_code(FRONT.sub("", text)):
        found = None if is_code else _HEADING.match(row)
        is_underlined = not is_code and before.strip() and _UNDERLINE.fullmatch(row)
        heading = found[1] if found else before if is_underlined else ""
        if heading and "#" not in (heading.partition("{")[2]):
            yield _LINKED.sub(r"\1", _NO_WORDS.sub("", unescape(heading)))
        before = "" if is_code else row
