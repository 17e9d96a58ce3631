"""Vietnamese words as concepts: abbreviations written out, then the longest known phrases turned into one name each.

Tone marks are kept: «Cộng đồng» and «Công dân», «hộ» and «họ» are different things.
"""

import re
import unicodedata
from collections.abc import Mapping
from functools import lru_cache

from hoctap.contribute.naming.vocabulary import ABBREVIATIONS, CONCEPTS, IGNORED, IMPLIED

_TONES = {
    "òa": "oà",
    "óa": "oá",
    "ỏa": "oả",
    "õa": "oã",
    "ọa": "oạ",
    "òe": "oè",
    "óe": "oé",
    "ỏe": "oẻ",
    "ọe": "oẹ",
    "ùy": "uỳ",
    "úy": "uý",
    "ủy": "uỷ",
    "ũy": "uỹ",
    "ụy": "uỵ",
}
_OLD = {new: old for old, new in _TONES.items()}
_NEW_TONES = re.compile(r"(?<!q)(" + "|".join(_OLD) + r")(?=$|[^\w])")
_WORD = re.compile(r"[\w&]+|%")
# Concepts of a title, and those that say what a share is taken of.
TITLES = frozenset({"learning-family", "learning-clan", "learning-community", "learning-unit", "learning-citizen"}) | {
    "studious-family",
    "studious-clan",
    "studious-community",
}
# What each title of learning is given to.
TITLED = {
    "family": "learning-family",
    "household": "learning-family",
    "clan": "learning-clan",
    "village": "learning-community",
    "community": "learning-community",
    "agency": "learning-unit",
    "school": "learning-unit",
}
SHARES = frozenset({"rate", "population", "of-registered", "registered", "recognised", "total", "household"})
_Phrases = Mapping[tuple[str, ...], str]


def spelled(text: str) -> str:
    """Return the text composed, in lower case, with tone marks where the old spelling puts them."""
    text = unicodedata.normalize("NFC", text).lower()
    return _NEW_TONES.sub(lambda found: _OLD[found[1]], " ".join(text.split()))


def written_out(text: str, more: Mapping[str, str] | None = None) -> str:
    """Return the text with the abbreviations of offices written out, spelled as `spelled` does."""
    text = unicodedata.normalize("NFC", text)
    known = {**ABBREVIATIONS, **(more or {})}
    for short, full in known.items():
        if short in text:
            text = re.sub(rf"(?<!\w){re.escape(short)}(?!\w)", f" {full} ", text)
    return spelled(text)


@lru_cache(maxsize=1)
def _phrases() -> tuple[_Phrases, int]:
    table: dict[tuple[str, ...], str] = {}
    for concept, phrases in CONCEPTS.items():
        for phrase in phrases:
            table[tuple(_WORD.findall(spelled(phrase)))] = concept  # one concept, or two with a space between
    for phrase in IGNORED:
        table.setdefault(tuple(_WORD.findall(spelled(phrase))), "")
    return table, max(map(len, table))


def concepts(text: str) -> frozenset[str]:
    """Return the concepts that a text written out names; a word that is not known is a concept `?word` of its own."""
    table, longest = _phrases()
    words = _WORD.findall(text)
    found: set[str] = set()
    at = 0
    while at < len(words):
        for size in range(min(longest, len(words) - at), 0, -1):
            if (key := tuple(words[at : at + size])) in table:
                found.update(filter(None, table[key].split()))
                at += size
                break
        else:
            found.add(f"?{words[at]}")
            at += 1
    for strong, weak in IMPLIED.items():
        if strong in found:
            found -= weak
    return frozenset(found)
