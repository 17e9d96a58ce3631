"""Cells that are plainly in order, told by one look, so that the rules of writing need not each look at every cell.

A strict subset of what those rules allow, held against them by a test. Unsure means no.
"""

import re
import unicodedata

_VOWELS = ("aăâeêioôơuưy", ("", "\u0300", "\u0301", "\u0303", "\u0309", "\u0323"))
_MARKED = "".join(unicodedata.normalize("NFC", vowel + tone) for vowel in _VOWELS[0] for tone in _VOWELS[1])
_LETTERS = f"A-Za-z0-9đĐ{_MARKED}{_MARKED.upper()}"
# Single spaces inside only; what ends a part of a cell stands before a space and a letter.
_WORDS = rf"[{_LETTERS}«(“](?:[{_LETTERS}.,/()%«»“”…–-]++|(?<! ) (?![ ]|\Z)|[;:](?= [{_LETTERS}«(“]))*+"
_ADDRESS = r"https?://[A-Za-z0-9][A-Za-z0-9./_%~?&-]*+"
is_clean = re.compile(f"{_WORDS}|{_ADDRESS}").fullmatch
