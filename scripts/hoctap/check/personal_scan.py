"""Which of many texts are worth a close look for something personal: all of them read at once by a faster engine.

Each form of `check.personal_forms` is told to RE2 without what RE2 cannot say (what stands before and after). So RE2
finds all that the form finds, and a little more; only a text in which it finds something is read again, exactly.
"""

import re
from collections.abc import Iterator, Sequence
from functools import cache

from hoctap.check.personal_form import NO_MORE
from hoctap.check.personal_forms import FORMS
from hoctap.check.secret import SECRET
from hoctap.load.column import array_of

# Patterns that one pass looks for: more make RE2 forget its states on the way, fewer take more passes.
_AT_ONCE = 8
_NO_MORE_IN_RE2 = r"(?:$|[^\w.,\-/ ]|[.,\-/ ](?:$|[^\d]|0[35789]))"
# Letters beyond ASCII that a class may name one by one: each is some states more.
_FEW = 10
_CLASS = r"\[(?:[^\]\\]|\\.)*\]"
_INSIDE = r"\[((?:[^\]\\]|\\.)*)\]"
# `X(?<![abc]X)` and `(?<![abc])`: the one character before, which RE2 reads as a character that is none of them.
_TRICK = re.compile(rf"(\w|\\\+|{_CLASS}|00)\(\?<!{_INSIDE}(?:\w+|\\\+|\.)\)")
_BEFORE = re.compile(rf"\(\?<!{_INSIDE}\)")
_LOOK = re.compile(r"\(\?<?[!=]")
_TOKEN = re.compile(rf"{_CLASS}|\\u[0-9a-f]{{4}}|\\.|.", re.DOTALL)
_BEYOND_ASCII = r"\x{80}-\x{10FFFF}"


@cache
def _digits() -> str:
    """Return all digits as this Python knows them, as ranges: RE2 may be of an older Unicode."""
    found = [chr(at) for at in range(0x20000) if chr(at).isdecimal()]
    return "".join(f"{char}-{chr(ord(char) + 9)}" for char in found[::10])


_ESCAPES = {r"\b": "", r"\w": f"[0-9A-Za-z_{_BEYOND_ASCII}]", r"\W": "[^0-9A-Za-z_]"}


_ALL = (SECRET, *(form.pattern for form in FORMS))


def suspected(texts: Sequence[bytes], patterns: tuple[re.Pattern[str], ...] = _ALL) -> list[bool]:
    """Return of each text, UTF-8, whether it may hold a secret or something personal, or what other patterns find."""
    import pyarrow.compute as pc  # noqa: PLC0415 - long to load, and pages that run Python have none

    column = array_of(texts)
    found = [pc.match_substring_regex(column, either) for either in _passes(patterns)]
    return [any(each) for each in zip(*(one.to_pylist() for one in found), strict=True)]


@cache
def _passes(patterns: tuple[re.Pattern[str], ...]) -> tuple[str, ...]:
    # Those that take capitals for small letters have states in common, which others have not.
    alike = sorted(patterns, key=lambda pattern: pattern.flags & re.IGNORECASE)
    found = [as_re2(pattern) for pattern in alike]
    return tuple("|".join(found[at : at + _AT_ONCE]) for at in range(0, len(found), _AT_ONCE))


def as_re2(pattern: re.Pattern[str]) -> str:
    """Return a pattern of RE2 that finds something in every text in which `pattern` does."""
    text = pattern.pattern.replace(NO_MORE, _NO_MORE_IN_RE2)
    text = _BEFORE.sub(r"(?:^|[^\1])", _TRICK.sub(r"(?:^|[^\2])\1", text))
    words = "".join(_in_re2(piece) for piece in _TOKEN.findall("".join(_without_looks(text))))
    return f"(?i:{words})" if pattern.flags & re.IGNORECASE else f"(?:{words})"


def _without_looks(text: str) -> Iterator[str]:
    """Yield the parts of a pattern that are no condition on what stands around."""
    depth = 0  # of brackets inside such a condition
    for piece in _TOKEN.findall(_LOOK.sub("\0", text)):
        if depth or piece == "\0":
            depth += (piece in ("(", "\0")) - (piece == ")")
        else:
            yield piece


def _in_re2(piece: str) -> str:
    if piece.startswith(r"\u"):
        return rf"\x{{{piece[2:]}}}"
    if piece.startswith("["):
        return _class_in_re2(piece)
    return f"[{_digits()}]" if piece == r"\d" else _ESCAPES.get(piece, piece)


def _class_in_re2(piece: str) -> str:
    """Return a class of characters; of those beyond ASCII, one that may hold too many, never too few."""
    without = piece.startswith("[^")
    wide = "" if without else _BEYOND_ASCII
    if wide and len(re.findall(r"[^\x00-\x7f]", piece)) > _FEW:
        piece = re.sub(r"[^\x00-\x7f]", "", piece)[:-1] + f"{wide}]"
    inside = re.sub(r"\\u([0-9a-f]{4})", r"\\x{\1}", piece)
    for name, ascii_only in ((r"\w", "0-9A-Za-z_"), (r"\s", r"\s\x{b}\x{1c}-\x{1f}"), (r"\d", "0-9")):
        inside = inside.replace(name, ascii_only + wide)
    return inside
