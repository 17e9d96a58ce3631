"""Vietnamese words as concepts: abbreviations written out, then the longest known phrases turned into one name each.

Tone marks are kept: «Cộng đồng» and «Công dân», «hộ» and «họ» are different things.
"""

import itertools
import math
import re
import unicodedata
from collections.abc import Container, Iterable, Iterator, Mapping, Sequence
from functools import lru_cache

from hoctap.contribute.naming.relations import COUNTED, IMPLIED
from hoctap.contribute.naming.vocabulary import CONCEPTS, IGNORED, UNMARKED
from hoctap.vietnamese.abbreviations import Abbreviations, in_full
from hoctap.vietnamese.writing import fold

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
# Words spelled with i and with y, as one of the two.
_SPELLINGS = {"kí": "ký", "kĩ": "kỹ", "kì": "kỳ", "lí": "lý", "mĩ": "mỹ", "quí": "quý", "sỹ": "sĩ", "tỉ": "tỷ"}
_TWO_SPELLINGS = re.compile(rf"\b(?:{'|'.join(_SPELLINGS)})\b")
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
# Who is meant by «HV» there is one who learns, no member.
OF_COURSES = re.compile(
    r"(?i)đào tạo|bồi dưỡng|\b(?:ĐT|BD|ĐTBD)\b|\blớp\b|xóa mù|\bXMC\b|chứng nhận|chứng chỉ|"
    r"trung tâm học tập cộng đồng|\bTT\W?HTC[ĐD]"
)
_TOTAL = re.compile(r"^[\s.:()\d–-]*\bTS(?=\s+[^\W\d_])")
# «C.hội», «Đ/ký», «T.lệ»: two words, the first cut short.
_CUT_SHORT = re.compile(r"(?<![\w.])([A-ZĐ][a-zđ]{0,2}[./]|[a-zđ]\.)([a-zà-ỹđ]{2,})(?![\w.])")
_LEARNERS = re.compile(r"\bHV\b")
# The levels of political theory, under its own heading: «LLCT / TC»; «CC» may be a certificate.
_OF_THEORY = re.compile(r"\bLLCT\b|(?i:lý luận chính trị)")
_THEORY = {"TC": "trung cấp", "SC": "sơ cấp"}
_LEVEL_OF_THEORY = re.compile(r"\b(?:TC|SC)\b")
# Who is meant by «ĐV» in the party, whose admission of others is said of «đoàn viên» too.
_OF_PARTY = re.compile(r"(?i)(?<!cấp )\bđảng\b|\b(?:chi bộ|đảng bộ|cấp ủy|TCCSĐ)\b")
_PARTY_MEMBERS = re.compile(
    r"(?<!(?i:kết nạp) )(?<!(?i:của) )(?<!(?i:các) )(?<!(?i:tại) )(?<!(?i:theo) )(?<!(?i:từng) )(?<!(?i:mỗi) )"
    r"(?<!(?i:thuộc) )\bĐV\b(?!\s+(?:trực thuộc|sự nghiệp|hành chính|học tập|HT)\b)"  # «Số chi bộ của ĐV»: offices
)
_LONGEST = 12  # words in a phrase
_Phrases = Mapping[tuple[str, ...], str]


@lru_cache(maxsize=16384)
def spelled(text: str) -> str:
    """Return the text composed, in lower case, with tone marks where the old spelling puts them, «sỹ» as «sĩ»."""
    text = unicodedata.normalize("NFC", text).lower()
    text = _TWO_SPELLINGS.sub(lambda found: _SPELLINGS[found[0]], text)
    return _NEW_TONES.sub(lambda found: _OLD[found[1]], " ".join(text.split()))


def written_out(text: str, more: Abbreviations = ()) -> str:
    """Return the text with the abbreviations of offices written out, spelled as `spelled` does."""
    text = unicodedata.normalize("NFC", text)
    if (total := _TOTAL.search(text)) and first_concepts(written_out(text[total.end() :])) & COUNTED:
        text = f"Tổng số{text[total.end() :]}"  # «TS hộ» is the total, «TS, ThS» are not
    text = _CUT_SHORT.sub(_with_first_word, text) if "." in text or "/" in text else text
    return spelled(in_full(among(text, text), more))


def _with_first_word(found: re.Match[str]) -> str:
    """Return two words of which the first is cut short as they are: «C.hội» is «chi hội»; «H.viên» may be two."""
    words = {first for first in _firsts().get(spelled(found[2]), ()) if first.startswith(found[1][:-1].lower())}
    return f"{words.pop()} {found[2]}" if len(words) == 1 else found[0]


@lru_cache(maxsize=1)
def _firsts() -> Mapping[str, Sequence[str]]:
    """Return the first word of every phrase of two by its second."""
    table: dict[str, list[str]] = {}
    for phrase in (*_phrases(), *map(_words_in, UNMARKED)):
        if len(phrase) == len(("chi", "hội")) and _phrases().get(phrase[:1]) != "":  # «của hội» is never cut short
            table.setdefault(phrase[1], []).append(phrase[0])
    return table


def among(text: str, others: str) -> str:
    """Return the text with the abbreviations written out whose meaning is told by what stands around it.

    «HV» of a class is one who learns, «ĐV» of a branch of the party one of its members, «TC» of theory a level.
    """
    if OF_COURSES.search(others):
        text = _LEARNERS.sub("học viên", text)
    if _OF_THEORY.search(others) and not _OF_THEORY.search(text):
        text = _LEVEL_OF_THEORY.sub(lambda short: _THEORY[short[0]], text)
    return _PARTY_MEMBERS.sub("đảng viên", text) if _OF_PARTY.search(others) else text


@lru_cache(maxsize=8192)
def first_concepts(text: str) -> frozenset[str]:
    """Return the concepts of the first phrase of a text written out."""
    first = next(iter(_parted(_words_in(text), _phrases())), ())
    return frozenset(_phrases().get(first, "").split())


@lru_cache(maxsize=1)
def _phrases() -> _Phrases:
    table: dict[tuple[str, ...], str] = {}
    for concept, phrases in CONCEPTS.items():
        for phrase in phrases:
            table[_words_in(phrase)] = concept  # one concept, or two with a space between
    for phrase in IGNORED:
        table.setdefault(_words_in(phrase), "")
    return table


def _words_in(text: str) -> tuple[str, ...]:
    return tuple(_WORD.findall(spelled(text)))


@lru_cache(maxsize=1)
def _unmarked() -> dict[tuple[str, ...], str]:
    """Return the phrases as typed without tone marks, each with its marked one; those that mean two things left out."""
    table: dict[tuple[str, ...], dict[str, str]] = {}
    known = _phrases()
    phrases = [(phrase, concept) for phrase, concept in known.items() if len(phrase) > 1 or not concept]
    for phrase, concept in (*((each, known.get(each, "")) for each in map(_words_in, UNMARKED)), *phrases):
        table.setdefault(tuple(map(fold, phrase)), {}).setdefault(concept, " ".join(phrase))
    return {key: next(iter(found.values())) for key, found in table.items() if len(found) == 1}


@lru_cache(maxsize=8192)
def marked_again(text: str) -> str:
    """Return a header typed without tone marks («So hoi vien») with the marks of the words that can mean one thing."""
    words = re.findall(r"[A-Za-z]+|[^A-Za-z]+", text)
    if (
        not text.isascii()
        or not written_out(text).isascii()
        or sum(len(each) > 1 and each.isalpha() for each in words) < 2
    ):
        return text
    table = _unmarked()
    spots = [at for at, each in enumerate(words) if each.isalpha()]
    for phrase in _parted(tuple(words[at].lower() for at in spots), table):
        here, spots = spots[: len(phrase)], spots[len(phrase) :]
        for at, word in zip(here, table[phrase].split() if phrase in table else (), strict=False):
            words[at] = word
    return "".join(words)


_MOST_WAYS = 512


@lru_cache(maxsize=1)
def _marked_words() -> dict[str, tuple[str, ...]]:
    """Return each word of the phrases as typed without marks, with the words it may stand for."""
    table: dict[str, dict[str, None]] = {}
    for word in (word for phrase in _phrases() for word in phrase):
        table.setdefault(fold(word), {})[word] = None
    return {bare: tuple(words) for bare, words in table.items()}


def marked_ways(text: str) -> Iterator[str]:
    """Yield the ways to put marks on the words of a header that still have none: «so xe đạp tang»."""
    table = _marked_words()
    words = [(each,) if not each.isascii() else table.get(each, (each,)) for each in spelled(text).split()]
    if math.prod(map(len, words)) <= _MOST_WAYS:
        yield from (" ".join(way) for way in itertools.product(*words))


@lru_cache(maxsize=8192)
def concepts(text: str) -> frozenset[str]:
    """Return the concepts that a text written out names; a word that is not known is a concept `?word` of its own."""
    table, found = _phrases(), set[str]()
    for part in text.split("(") if "," in text.partition("(")[2] else (text,):  # «Hội cơ sở (xã, cơ quan)»
        for phrase in _parted(_words_in(part), table):
            found.update(table[phrase].split() if phrase in table else [f"?{phrase[0]}"])
    return without_weak(found)


def without_weak(found: Iterable[str]) -> frozenset[str]:
    """Return the concepts without those that a stronger one beside them makes superfluous."""
    left = frozenset(found)
    for strong, weak in IMPLIED.items():
        if strong in left:
            left -= weak
    return left


def _parted(words: tuple[str, ...], table: Container[tuple[str, ...]]) -> list[tuple[str, ...]]:
    """Return the words as phrases of the table: as few unknown words as can be, as few phrases, the longest.

    «tổng số chi hội» is «tổng số», «chi hội», not «tổng số chi» and something called «hội».
    """
    longest = _LONGEST
    # From the end: cost and first phrase of the best way to part what follows each word.
    best: list[tuple[int, int, int, tuple[str, ...]]] = [(0, 0, 0, ())] * (len(words) + 1)
    for at in range(len(words) - 1, -1, -1):
        ways = []
        for size in range(1, min(longest, len(words) - at) + 1):
            unknown, phrases, squares, _ = best[at + size]
            if (phrase := words[at : at + size]) in table:
                ways.append((unknown, phrases + 1, squares - size * size, phrase))
            elif size == 1:
                ways.append((unknown + 1, phrases + 1, squares, phrase))
        best[at] = min(ways, key=lambda way: way[:3])
    found, at = [], 0
    while at < len(words):
        found.append(best[at][3])
        at += len(best[at][3])
    return found
