"""The last gate: finished bytes that would publish a secret or something about a private person.

Looks at what is about to go out, whatever made it: pages, tables, workbooks, databases, archives. Addresses and
checksums are left out, since their digits mean nobody. What people wrote is also checked on its way in.
"""

import re
from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Sequence
from itertools import compress
from pathlib import Path

from hoctap.check.html_tags import unescaped
from hoctap.check.personal import windows
from hoctap.check.personal_form import Form
from hoctap.check.personal_forms import FORMS
from hoctap.check.personal_scan import suspected
from hoctap.check.secret import SECRET
from hoctap.site.changed_text import AROUND
from hoctap.site.file_texts import Met, Text, texts_of
from hoctap.site.judge import Pages
from hoctap.system.folder_record import names_of

_PAGE = ".html"
_MARKED_UP = (_PAGE, ".xml", ".svg", ".rels")
# Code of the theme, libraries and the program: names its authors, but is no place for a secret either.
_CODE = (".js", ".mjs", ".py", ".css", ".wasm", ".woff2", ".png", ".ico", ".map")
# What comes with Python for browsers: its list of packages, the licences with their holders.
_THEIRS = re.compile(r"assets/py/(?:[0-9.]+/|LICENSES\.txt$)")
_DATA = "data/"
_CHECKSUM = re.compile(r"\b[0-9a-f]{32,}\b|\b[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}\b")
_FOREIGN = re.compile(rf"https?://\S+|{_CHECKSUM.pattern}")
_MARKUP = re.compile(r"<[^>]*>")
_DRAWN_OR_ADDRESS = re.compile(r'\s(?:d|points|viewBox|transform|href|src)="[^"]*"')
_ATTRIBUTE = re.compile(r'\s[\w-]+="([^"]*)"')


# Of so few bytes the faster engine, which takes a fifth of a second to be there, is not asked.
_FEW = 50_000
# Bytes of texts looked at together; of what was read before more may be held.
_AT_ONCE, _MORE_WHOLE = 16_000_000, 8
# Bytes of a text looked at together.
_LONGEST = 4_000_000
# Returns what stood in the place of a file, if that was found good; nothing known if empty.
Before = Callable[[str], bytes]


class LeakError(Exception):
    """What must not be published, one line for each file and kind."""


def _nothing(_name: str) -> bytes:
    return b""


def refuse_leaks(
    folder: Path,
    own: str = "",
    only: Iterable[str] | None = None,
    before: Before = _nothing,
    pages: Pages | None = None,
) -> None:
    """Raise LeakError with every leak in the files under `folder`, or in `only` those.

    `own` is the site's address for letters, if any, which all but the data may name. A file in whose place a good one
    stood `before` is read where it differs from that; where something is suspected there, all of it. A part that
    several archives have is told of one. `pages` judges all HTML on the way; what it has met is not read again.
    """
    names = sorted(names_of(folder) if only is None else only)
    found = list(_leaks(folder, own, names, before, pages))
    if found and pages:  # so that every page is told that has it
        found = list(_leaks(folder, own, names, before))
    if found:
        raise LeakError("\n".join(dict.fromkeys(found)))


def _leaks(folder: Path, own: str, names: Iterable[str], before: Before, pages: Pages | None = None) -> Iterator[str]:
    texts = (part for text in _texts(folder, own, names, before, pages) for part in _parts(text))
    for some in _batches(texts):
        for text in _suspected(some, own):
            yield from _leaks_in(text, own)


def _texts(folder: Path, own: str, names: Iterable[str], before: Before, pages: Pages | None) -> Iterator[Text]:
    """Yield the texts of files; with `pages`, of HTML in whose place there was none what is new to them.

    That is as good as all: what is found stands so with tags and with the end of a line for each, so between two.
    """
    met: defaultdict[tuple[bool, str], Met] = defaultdict(set)  # in archives that are read alike
    for name in names:
        data, alike = (folder / name).read_bytes(), (bool(_THEIRS.match(name)), _own_of(name, own))
        new = pages.new_in(name, data, alike) if pages and name.endswith(_PAGE) else None
        good = before(name)
        if new is not None and not good:
            yield Text(name, "", new, new)
        else:
            yield from texts_of(name, data, good, met[alike])


def _parts(text: Text) -> Iterator[Text]:
    """Yield a text, of a long one that is all new part after part: to look at all of it at once takes much memory."""
    if text.new is not text.whole or len(text.whole) <= _LONGEST:
        yield text
        return
    for at in range(0, len(text.whole), _LONGEST):
        # What is looked for may lie across the end of a part; a letter that is cut there is in the next one.
        part = text.whole[at : at + _LONGEST + AROUND].decode("utf-8", "ignore")
        yield text._replace(new=part.encode())


def _batches(texts: Iterable[Text]) -> Iterator[list[Text]]:
    batch: list[Text] = []
    size = 0
    for one in texts:
        batch.append(one)
        size += max(len(one.new), len(one.whole) // _MORE_WHOLE)
        if size > _AT_ONCE:
            yield batch
            batch, size = [], 0
    yield batch


def _suspected(texts: Sequence[Text], own: str) -> Iterator[Text]:
    """Yield the texts to be read whole: those of whose new part the faster engine suspects something, and so do we."""
    code: Iterable[Text] = [text for text in texts if _is_code(text)]
    words: Iterable[Text] = [text for text in texts if not _is_code(text)]
    if sum(len(text.new) for text in texts) > _FEW:
        code = compress(code, suspected([text.new for text in code], (SECRET,)))
        words = compress(words, suspected([text.new for text in words]))
    yield from code
    yield from (text for text in words if is_suspected(text.kind, text.new.decode("utf-8"), _own_of(text.name, own)))


def _is_code(text: Text) -> bool:
    return text.kind.endswith(_CODE) or bool(_THEIRS.match(text.name))


def is_suspected(name: str, new: str, own: str) -> bool:
    """Return whether what is new of a text holds a secret or something personal beside addresses and checksums.

    Within markup an address ends where nobody can tell before the markup is read, so there it stays.
    """
    foreign = _CHECKSUM if name.endswith(_MARKED_UP) else _FOREIGN
    return bool(SECRET.search(new) or _found(FORMS, foreign.sub(" ", new.replace(own, "") if own else new)))


def _leaks_in(text: Text, own: str) -> Iterator[str]:
    where, whole = f"{text.name}: {text.part}" if text.part else text.name, text.whole.decode("utf-8")
    if SECRET.search(whole):
        yield f"{where}: khóa bí mật"
    if not _is_code(text):
        mine = _own_of(text.name, own)
        yield from (f"{where}: {what}" for what in _personal(text.kind, whole.replace(mine, "") if mine else whole))


def _own_of(name: str, own: str) -> str:
    """Return the address for letters if a file may name it: nobody who copies the data knows whose it is."""
    return "" if name.startswith(_DATA) else own


def _personal(name: str, text: str) -> list[str]:
    # Most files hold nothing of the kind even with markup, addresses and checksums in them; those are done.
    text = _DRAWN_OR_ADDRESS.sub("", text) if name.endswith(_MARKED_UP) else text
    suspected = _found(FORMS, text)
    return list(dict.fromkeys(form.what for form in _found(suspected, _readable(name, text)))) if suspected else []


def _found(forms: Iterable[Form], text: str) -> list[Form]:
    numbers, lowered = windows(text), text.lower()
    return [
        form
        for form in forms
        if (form.found_in(numbers, numbers.lower()) if form.has_digits else form.found_in(text, lowered))
    ]


def _readable(name: str, text: str) -> str:
    if name.endswith(_MARKED_UP):
        attributes = "\n".join(_ATTRIBUTE.findall(text))
        text = unescaped(_MARKUP.sub("\n", text) + attributes)
    return _FOREIGN.sub(" ", text)
