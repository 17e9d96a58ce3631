"""Finished HTML judged before it goes out: only elements, attributes and addresses that we make ourselves.

It reads more strictly than a browser: a page it accepts has no `<` that is not a whole tag in one plain form, so no
browser reads it otherwise. What a page's writer made is judged by the shorter list, before slots are opened.
"""

import re
from collections import defaultdict
from collections.abc import Hashable, Iterable, Iterator
from pathlib import Path

from hoctap.check.allowed_html import PAGE, PROSE, PROSE_CLASSES, VOID
from hoctap.check.html_tags import ENDLESS, tag_fault
from hoctap.site.slot import without_slots
from hoctap.system.folder_record import names_of
from hoctap.vietnamese.characters import HIDDEN, described

_PIECE = re.compile(r"<[^>]*>?")
_DOCTYPE = b"!doctype html>"
_ARTICLE = re.compile(r'<article class="md-content__inner md-typeset">(.*)</article>', re.DOTALL)
# ASCII that can be seen is most of a page, and bytes lose it faster than a set is made of every letter.
_PLAIN = bytes(code for code in range(128) if not HIDDEN.match(chr(code)))
_SEEN: set[str] = set()  # other characters that were looked at before and can be seen
_MOST_FAULTS = 50
# Pieces of good pages that are known: what many pages have is soon met again, and all of very many would be much.
_MOST_MET = 100_000


class UnsafePageError(Exception):
    """What pages must not hold, one line for each place."""


class Pages:
    """Finished pages judged one after the other; what stood in a good one is not judged again."""

    def __init__(self) -> None:
        self._met: defaultdict[Hashable, set[bytes]] = defaultdict(lambda: {_DOCTYPE})
        self._faults: list[str] = []

    def new_in(self, name: str, page: bytes, alike: Hashable = None) -> bytes:
        """Judge a page; return what of it no good page before had: its tags, each with the text after it.

        Pages of another `alike` do not count: who reads what is returned reads them otherwise.
        """
        if len(self._met[alike]) > _MOST_MET:
            del self._met[alike]
        new, faults = _judged(page, self._met[alike])
        self._faults += (f"{name}: {fault}" for fault in faults)
        return new

    @property
    def error(self) -> UnsafePageError | None:
        """What the pages hold and must not, as what is to be raised; None if there is nothing."""
        return UnsafePageError("\n".join(self._faults[:_MOST_FAULTS])) if self._faults else None


def refuse_unsafe_prose(site: Path) -> None:
    """Raise UnsafePageError with all that writers put into pages under `site` and may not; slots are still closed."""
    pages = [name for name in sorted(names_of(site)) if name.endswith(".html")]
    found = [f"{name}: {fault}" for name in pages for fault in prose_faults((site / name).read_bytes().decode())]
    if found:
        raise UnsafePageError("\n".join(found[:_MOST_FAULTS]))


def _judged(page: bytes, met: set[bytes]) -> tuple[bytes, list[str]]:
    """Return what of a page is not among what was `met` in good ones, a tag or one with its text, and each fault."""
    # As bytes, between one `<` and the next: to read all of it as text takes longer than to judge what is new in it.
    before, *pieces = page.split(b"<")
    new = [piece for piece in pieces if piece not in met]
    tags = {piece[: piece.find(b">") + 1] for piece in new} - met
    text = b"<".join([before, *new])
    faults = list(hidden_faults(text))
    if any(tag_fault(f"<{tag.decode()}", PAGE) for tag in tags):
        # Whatever is no tag is told from its `<` to the next `>`.
        whole = set(_PIECE.findall(page.decode())) - {f"<{_DOCTYPE.decode()}"}
        faults += filter(None, (tag_fault(tag, PAGE) for tag in whole))
    if not faults:
        met.update(new, tags)
    return text, faults


def hidden_faults(text: bytes) -> Iterator[str]:
    """Yield a fault for each character of a text in UTF-8 that nobody sees; a replacement character is seen."""
    for char in sorted(set(text.translate(None, _PLAIN).decode()) - _SEEN):
        if HIDDEN.match(char) and char != "\ufffd":
            yield f"có ký tự ẩn {described(char)}"
        else:
            _SEEN.add(char)


def prose_faults(page: str) -> Iterator[str]:
    """Yield what a writer put into the article of a page and may not."""
    found = _ARTICLE.search(page)
    if not found:
        yield "không tìm thấy phần bài"
        return
    text = without_slots(found[1])
    yield from hidden_faults(text.encode())
    if ENDLESS.search(text):
        yield "có số của một ký tự dài hơn mọi ký tự"
    tags = _PIECE.findall(text)
    faults = [fault for tag in dict.fromkeys(tags) if (fault := tag_fault(tag, PROSE, PROSE_CLASSES))]
    yield from faults or _unbalanced(tags)


def _unbalanced(tags: Iterable[str]) -> Iterator[str]:
    """Yield a fault where elements do not close in order: what stays open would swallow the rest of the page."""
    stack: list[str] = []
    for tag in tags:
        name = tag.strip("</>").split(maxsplit=1)[0].lower()
        if name in VOID:
            continue
        if not tag.startswith("</"):
            stack.append(name)
        elif not stack or stack.pop() != name:
            yield f"thẻ {tag} đóng không đúng chỗ"
            return
    if stack:
        yield f"thẻ <{stack[-1]}> mở mà không đóng"
