"""Searches many short texts at once: one search through all of them, then one in each text where it found something.

For patterns of which no match reaches over a line end, or whose finds are looked at anew, text by text.
"""

import re
from bisect import bisect
from collections.abc import Iterable, Sequence
from itertools import accumulate


def places_matching(pattern: re.Pattern[str], texts: Sequence[str]) -> list[int]:
    """Return the places of those texts in which the pattern may be found, a few too many; all if one has a line end."""
    block = "\n".join(texts)
    first = pattern.search(block)
    if first is None:
        return []
    if block.count("\n") >= len(texts):
        return list(range(len(texts)))
    starts = [0, *accumulate(len(text) + 1 for text in texts)]
    found: dict[int, None] = {}
    for each in pattern.finditer(block, first.start()):
        found.update(dict.fromkeys(range(bisect(starts, each.start()) - 1, bisect(starts, each.end()))))
    return list(found)


def texts_matching(texts: Iterable[str], *patterns: re.Pattern[str]) -> list[str]:
    """Return the texts in which one of the patterns may be found, a few too many, in their order."""
    texts = tuple(texts)
    places = {at for pattern in patterns for at in places_matching(pattern, texts)}
    return [texts[at] for at in sorted(places)]
