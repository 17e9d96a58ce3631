"""A form of something personal: a pattern, the words that must stand near it, and how to be sure of a find."""

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass

# How much of a text is looked at around a word or a run of digits.
BEFORE, AFTER, AFTER_A_WORD = 70, 24, 120
# What may stand between groups of digits.
GAP = r"[ .\-\u00a0\u2011]"
# Not inside a longer number, nor after the first part of a date or of a number written in groups.
ALONE = r"(?<![\w])(?<!\d[.,\-/ ])"
# A mobile telephone may follow: people write two beside each other.
NO_MORE = r"(?![\w])(?![.,\-/ ](?!0[35789]\d)\d)"


def _always(_found: re.Match[str]) -> bool:
    return True


@dataclass(frozen=True, slots=True)
class Form:
    """A form of something personal: what it is, in Vietnamese, how it is written, and how to be sure."""

    what: str
    pattern: re.Pattern[str]
    words: tuple[str, ...] = ()
    is_sure: Callable[[re.Match[str]], bool] = _always
    has_digits: bool = True

    def found_in(self, text: str, lowered: str) -> re.Match[str] | None:
        """Return the first sure find in `text`, whose lower case is `lowered`."""
        if self.words and not any(map(lowered.__contains__, self.words)):
            return None
        parts = self._around_words(text, lowered) if self.words else (text,)
        return next((found for part in parts for found in self.pattern.finditer(part) if self.is_sure(found)), None)

    def _around_words(self, text: str, lowered: str) -> Iterator[str]:
        """Yield what stands around each of the words; a word of its own each time, so that long texts cost little."""
        for word in self.words:
            at = lowered.find(word)
            while at >= 0:
                yield text[max(0, at - BEFORE) : at + AFTER_A_WORD]
                at = lowered.find(word, at + len(word))
