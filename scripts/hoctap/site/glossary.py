"""Terms of the glossary marked where a prose page first uses them, each leading to its explanation.

Reads finished pages and changes nothing in them but text it wraps; every other byte stays. Each page is read once.
"""

import re
import unicodedata
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from html.parser import HTMLParser
from itertools import accumulate

from markupsafe import Markup

from hoctap.check.allowed_html import VOID
from hoctap.model.record import Term

# Text of these is a name, a control or a figure from the data, not prose.
_NAMES = re.compile(r"a|button|code|form|h[1-6]|kbd|label|nav|pre|script|style|summary|svg")
_CLASSES = re.compile(r"sht-(breadcrumb|cards|chart|doors|figures|meta|rule|status|table|terms|tilemap)")
_ADDRESS = "thuat-ngu/"


@dataclass(frozen=True, slots=True)
class Glossary:
    """The terms by each way of writing them, and the pattern that finds any of them, longest first."""

    terms: Mapping[str, Term]
    pattern: re.Pattern[str]


def glossary_of(terms: Iterable[Term]) -> Glossary:
    """Return the glossary: words in any case, abbreviations only as they are written."""
    known: dict[str, Term] = {}
    written: dict[str, str] = {}
    for term in terms:
        for text, pattern in ((term.term, "(?i:{})"), (term.abbreviation, "{}")):
            if text:
                known.setdefault(_key(text), term)
                written.setdefault(_key(text), pattern.format(re.escape(text)))
    longest_first = sorted(written, key=lambda key: (-len(key), key))
    either = "|".join(written[key] for key in longest_first) or r"(?!)"
    # A hyphen joins a word to its neighbour, so «KH» is not marked inside «KH-CN».
    return Glossary(known, re.compile(rf"(?<![\w-])(?:{either})(?!\w|-\w)"))


def _key(text: str) -> str:
    return unicodedata.normalize("NFC", text).lower()


@dataclass
class _Prose(HTMLParser):
    """Collects the runs of prose inside <article>, each with its place in the page."""

    page: str
    runs: list[tuple[int, str]] = field(default_factory=list)

    def __post_init__(self) -> None:
        super().__init__(convert_charrefs=False)
        self._lines = [0, *accumulate(len(line) for line in self.page.split("\n"))]
        self._open: list[tuple[str, bool]] = []
        self.feed(self.page)
        self.close()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        if tag not in VOID:
            classes = (dict(attrs).get("class") or "").split()
            self._open.append((tag, bool(_NAMES.fullmatch(tag)) or any(map(_CLASSES.fullmatch, classes))))

    def handle_endtag(self, tag: str) -> None:
        if any(tag == name for name, _ in self._open):
            while self._open.pop()[0] != tag:
                pass

    def handle_data(self, data: str) -> None:
        inside = any(name == "article" for name, _ in self._open)
        if inside and not any(skipped for _, skipped in self._open):
            line, column = self.getpos()
            # `split` dropped one line break for each line before this one.
            self.runs.append((self._lines[line - 1] + line - 1 + column, data))


def marked(page: str, glossary: Glossary, root: str) -> str:
    """Return the page with the first use of each term linked; `root` leads from it to the site's root."""
    seen: set[str] = set()
    out: list[str] = []
    done = 0
    for start, text in _Prose(page).runs:
        for found in glossary.pattern.finditer(text):
            if (key := _key(found[0])) not in seen:
                seen.add(key)
                out += (page[done : start + found.start()], _link(found[0], glossary.terms[key], root))
                done = start + found.end()
    return "".join([*out, page[done:]])


def _link(text: str, term: Term, root: str) -> str:
    anchor = Markup('<a class="sht-term" href="{}{}#{}" title="{}">{}</a>')
    return anchor.format(root, _ADDRESS, term.term_id, term.definition_vi, Markup(text))  # noqa: S704 - text of the page
