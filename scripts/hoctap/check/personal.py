"""Finds what identifies a private person, in the ways Vietnamese people write it. For cells, pages and finished bytes.

Money, numbers of documents, tax codes and telephones of offices (02…, 1800, 1900) are not personal. Each form has
words without which it is not looked for, or begins so rarely that the search skips: it runs over every published byte.
"""

import re
from bisect import bisect
from collections.abc import Callable, Collection, Iterable, Iterator, Sequence
from functools import partial
from importlib.util import find_spec
from itertools import accumulate

from hoctap.check.at_once import places_matching
from hoctap.check.personal_form import AFTER, BEFORE, Form
from hoctap.check.personal_forms import FORMS

# A run of digits long enough for a number of a person.
_RUN = re.compile(r"\d[\dlIO .,/()_\-\u00a0\u2010-\u2014\uff10-\uff19]{4,}\d")


# Digits, dashes and signs of other widths, as the forms expect them.
_USUAL = (
    {0xFF10 + n: str(n) for n in range(10)} | dict.fromkeys(range(0x2010, 0x2015), "-") | {0xFF0E: ".", 0xFF20: "@"}
)
_UNUSUAL = re.compile(f"[{''.join(map(chr, _USUAL))}]")


def windows(text: str) -> str:
    """Return the parts of a long text in which a number of a person could stand: one line each, each once."""
    spans = dict.fromkeys(text[max(0, at.start() - BEFORE) : at.end() + AFTER] for at in _RUN.finditer(text))
    return "\n".join(span.replace("\n", "\u2028") for span in spans)


# Fewer digits tell nobody. Without one of the words it takes more of them, the more without a capital beside them.
_DIGITS, _FEWEST, _FEWEST_WITH_CAPITALS, _FEWEST_ALONE = re.compile(r"\d"), 4, 6, 9
_CAPITAL = re.compile(r"[A-ZĐ]|\dl")
_WORDS = tuple({word: None for form in FORMS if form.has_digits for word in form.words})
_OTHER_WORDS = tuple({word: None for form in FORMS if not form.has_digits for word in form.words})
_PATTERNS = tuple(form.pattern for form in FORMS)
# So many texts are first read all at once: for fewer that takes longer to begin than to do.
_MANY = 20_000


def personal_in(text: str) -> Iterator[str]:
    """Yield each kind of personal thing in the text, once."""
    text = _usual(text)
    lowered = text.lower()
    enough = _has_enough_digits(text, len(_DIGITS.findall(text)), lambda: any(map(lowered.__contains__, _WORDS)))
    forms = (form for form in FORMS if enough or not form.has_digits)
    yield from dict.fromkeys(form.what for form in forms if form.found_in(text, lowered))


def personal_in_each(texts: Iterable[str]) -> dict[str, tuple[str, ...]]:
    """Return the kinds of personal things in each of many lines of text that has any.

    What each form needs is looked for in all lines at once, then the form itself in those that have it.
    """
    texts = worth_reading(tuple(texts), _usual)
    lines = "\n".join(map(_usual, texts)).split("\n")
    lowered = "\n".join(lines).lower()
    if len(lines) != len(texts):  # a line end within a text
        return {text: kinds for text in texts if (kinds := tuple(personal_in(text)))}
    small = lowered.split("\n")
    worth = _worth_of_forms(lines, small)
    found: dict[int, dict[str, None]] = {}
    for form in FORMS:
        among = worth(form)
        for at in [among[n] for n in places_matching(form.pattern, [lines[at] for at in among])]:
            if form.found_in(lines[at], small[at]):
                found.setdefault(at, {})[form.what] = None
    return {texts[at]: tuple(kinds) for at, kinds in found.items()}


def _worth_of_forms(lines: Sequence[str], small: Sequence[str]) -> Callable[[Form], Sequence[int]]:
    """Return what says at which of the lines, `small` in small letters, there is what a form needs."""
    digits = [len(_DIGITS.findall(line)) for line in lines]
    with_word = {
        True: _lines_with(_WORDS, small, [at for at, count in enumerate(digits) if count >= _FEWEST]),
        False: _lines_with(_OTHER_WORDS, small, range(len(small))),
    }
    telling = set().union(*with_word[True].values())
    without_word = {
        True: [
            at for at, n in enumerate(digits) if _has_enough_digits(lines[at], n, partial(telling.__contains__, at))
        ],
        False: [at for at, count in enumerate(digits) if count],
    }

    def worth(form: Form) -> Sequence[int]:
        if not form.words:
            return without_word[form.has_digits]
        return sorted(set().union(*(with_word[form.has_digits][word] for word in form.words)))

    return worth


def worth_reading(
    texts: Sequence[str],
    as_written: Callable[[str], str] = str,
    patterns: tuple[re.Pattern[str], ...] = _PATTERNS,
) -> Sequence[str]:
    """Return those of many texts, `as_written` for the patterns, in which one of these may be found; all of few.

    Many are read all at once, by a faster engine, which a page has not.
    """
    if len(texts) < _MANY or find_spec("pyarrow") is None:
        return texts
    from hoctap.check.personal_scan import suspected  # noqa: PLC0415 - imports what a page has not

    worth = suspected([as_written(text).encode("utf-8", "replace") for text in texts], patterns)
    return [text for text, is_worth in zip(texts, worth, strict=True) if is_worth]


def _lines_with(words: Collection[str], lines: Sequence[str], places: Iterable[int]) -> dict[str, set[int]]:
    """Return for each word which of the lines at these places have it."""
    found: dict[str, set[int]] = {word: set() for word in words}
    places = tuple(places)
    for is_ascii in (True, False):  # text of one byte a letter is searched in half the time, and holds fewer words
        among = [at for at in places if lines[at].isascii() is is_ascii]
        block = "\n".join([lines[at] for at in among])
        starts = [0, *accumulate(len(lines[at]) + 1 for at in among)]
        for word in words if block else ():
            at = block.find(word) if word.isascii() or not is_ascii else -1
            while at >= 0:
                line = bisect(starts, at) - 1
                found[word].add(among[line])
                at = block.find(word, starts[line + 1])
    return found


def _usual(text: str) -> str:
    # To translate takes ten times as long as to look, and hardly any text needs it.
    return text.translate(_USUAL) if not text.isascii() and _UNUSUAL.search(text) else text


def _has_enough_digits(text: str, digits: int, has_word: Callable[[], bool]) -> bool:
    """Return whether a text with so many digits may hold a number of a person."""
    if digits < _FEWEST or digits >= _FEWEST_ALONE or has_word():
        return digits >= _FEWEST
    return digits >= _FEWEST_WITH_CAPITALS and bool(_CAPITAL.search(text))
