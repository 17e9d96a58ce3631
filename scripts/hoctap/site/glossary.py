"""Terms of the glossary marked where a prose page first uses them, each leading to its explanation.

Reads finished pages and changes nothing in them but text it wraps; every other byte stays. Each page is read once.
"""

import re
import unicodedata
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

from markupsafe import Markup

from hoctap.check.allowed_html import VOID
from hoctap.model.record import Term

# Text of these is a name, a control or a figure from the data, not prose.
_NAMES = re.compile(r"a|button|code|form|h[1-6]|kbd|label|nav|pre|script|style|summary|svg")
_CLASSES = re.compile(r"sht-(breadcrumb|cards|chart|doors|figures|meta|rule|status|table|terms|tilemap)")
_ADDRESS = "thuat-ngu/"
# What stands between runs of text: comments, whole scripts and styles, tags, references to characters.
_TOKEN = re.compile(
    r"<!--.*?-->|<(?P<code>script|style)\b[^>]*>.*?</(?P=code)>|&#?\w+;"
    r"|<(?P<end>/?)(?P<tag>[a-zA-Z][a-zA-Z0-9-]*)(?P<rest>[^>]*)>|<[!?][^>]*>",
    re.DOTALL,
)
_CLASS_ATTRIBUTE = re.compile(r'\sclass="([^"]*)"')


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


def _runs(page: str) -> Iterator[tuple[int, str]]:
    """Yield the runs of prose inside <article>, each with its place in the page.

    Every tag of a page is plain (`judge` sees to it), so no parser of all HTML is needed, which took 3.5 times as long.
    """
    tags: list[tuple[str, bool]] = []
    done = max(0, page.find("<article"))
    for found in _TOKEN.finditer(page, done):
        if found.start() > done and any(name == "article" for name, _ in tags) and not any(over for _, over in tags):
            yield done, page[done : found.start()]
        done = found.end()
        name = (found["tag"] or "").lower()
        if found["end"]:
            _close(tags, name)
        elif name and name not in VOID and not found["rest"].endswith("/"):
            tags.append((name, _is_passed_over(name, found["rest"])))


def _is_passed_over(tag: str, attributes: str) -> bool:
    classes = _CLASS_ATTRIBUTE.search(attributes)
    return bool(_NAMES.fullmatch(tag)) or any(map(_CLASSES.fullmatch, classes[1].split() if classes else ()))


def _close(tags: list[tuple[str, bool]], tag: str) -> None:
    if any(tag == name for name, _ in tags):
        while tags.pop()[0] != tag:
            pass


def marked(page: str, glossary: Glossary, root: str) -> str:
    """Return the page with the first use of each term linked; `root` leads from it to the site's root."""
    seen: set[str] = set()
    out: list[str] = []
    done = 0
    for start, text in _runs(page):
        for found in glossary.pattern.finditer(text):
            if (key := _key(found[0])) not in seen:
                seen.add(key)
                out += (page[done : start + found.start()], _link(found[0], glossary.terms[key], root))
                done = start + found.end()
    return "".join([*out, page[done:]])


def _link(text: str, term: Term, root: str) -> str:
    anchor = Markup('<a class="sht-term" href="{}{}#{}" title="{}">{}</a>')
    return anchor.format(root, _ADDRESS, term.term_id, term.definition_vi, Markup(text))  # noqa: S704 - text of the page
