"""Headlines in capitals, written as the lines below them write the same words: «HỌ BÙI ĐỨC» is «họ Bùi Đức»."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from hoctap.contribute.articles.proposal import Proposal
from hoctap.vietnamese.writing import capitalize_first

_TOP = 3  # lines that may be in capitals: who writes, what it is, the headline
_LONGEST = 8  # words
_LETTERS = 12  # an abbreviation alone is no headline


def as_written_below(lines: Sequence[str]) -> tuple[str, ...]:
    """Return the lines, letter for letter, with those of the top that are in capitals in the letters of the others."""
    capital = [at for at, line in enumerate(lines[:_TOP]) if _is_capital(line)]
    below = "\n".join(line for at, line in enumerate(lines) if at not in capital)
    return tuple(_in_letters_of(below, line) if at in capital else line for at, line in enumerate(lines))


# «VỀ HỘI KHUYẾN HỌC TỈNH A»: whom the lines below it are about.
_OF_WHOM = re.compile(r"VỀ (?=\w)")


def headed(lines: Sequence[str]) -> Iterator[tuple[int, str]]:
    """Yield the number of each line in capitals that says whom those below it are about, and its name in small ones."""
    for at, line in enumerate(lines, 1):
        if (hit := _OF_WHOM.match(line)) and _is_capital(line):
            others = "\n".join(each for each in lines if not _is_capital(each))
            yield at, capitalize_first(_in_letters_of(others, line[hit.end() :]))


def as_printed(found: Proposal, printed: Sequence[str], read: Sequence[str]) -> Proposal:
    """Return a figure with its text as the line was printed, where it was read in other letters."""
    at = int(found.paragraph) - 1
    start = read[at].find(found.exact)
    if printed[at] == read[at] or start < 0:
        return found
    return replace(found, exact=printed[at][start : start + len(found.exact)], words=printed[at])


def _is_capital(line: str) -> bool:
    letters = [each for each in line if each.isalpha()]
    return len(letters) >= _LETTERS and line.upper() == line and len(line.lower()) == len(line)


def _in_letters_of(below: str, line: str) -> str:
    words, low = re.findall(r"\w+|\W+", line), below.lower()
    written: list[str] = []
    while len(written) < len(words):
        left = words[len(written) :]
        sizes = range(min(len(left), 2 * _LONGEST - 1), 0, -1)
        parts = ("".join(left[:size]) for size in sizes if left[size - 1].strip())
        found = next((text for part in parts if (text := _fewest_capitals(below, low, part.lower()))), left[0].lower())
        written += re.findall(r"\w+|\W+", found)
    return capitalize_first("".join(written))


def _fewest_capitals(below: str, low: str, part: str) -> str:
    """Return how a text writes some words: a name has its capitals at every place, the first word of a sentence not."""
    if not part.strip():
        return part
    hits = re.finditer(rf"(?<!\w){re.escape(part)}(?!\w)", low)
    texts = (below[hit.start() : hit.end()] for hit in hits)
    return min(texts, key=lambda text: sum(each.isupper() for each in text), default="")
