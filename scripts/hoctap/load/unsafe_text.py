"""What text of the data may not hold, since some program downstream would run it. For cells and for descriptors."""

import re

from hoctap.vietnamese.characters import HIDDEN, LOOK_ALIKE, described

MARKUP = re.compile(r"</?[a-zA-Z!?]|\{\{|\{%|\{#|(?:java|vb)script:|data:[a-z]+/[a-z]", re.IGNORECASE)
_FORMULA_START = ("=", "+", "@", "\t", "\r", "\uff1d", "\uff0b", "\uff20", "-")
# A minus before digits is a number, well or badly written; alone it stands for what is not known. Other rules tell.
_NUMBER = re.compile(r"-[\d.,\s]*\d")
_MISSING = re.compile(r"-{1,3}")
# What starts a cell of its own where a program splits cells at semicolons, bars or tabs.
_FORMULA_INSIDE = re.compile("[;|\t]\\s*[\"']?\\s*(?:[=+@\uff1d\uff0b\uff20]|-(?![\\s\\d.,-]|$))")
# The one column whose codes look like formulas; no spreadsheet runs a bare sign.
_OPERATORS = ("=",)
LONGEST = 2_000


def is_formula(text: str) -> bool:
    """Return whether a spreadsheet would run the text, or a part of it where it splits cells."""
    bare = text.lstrip(" \u00a0\ufeff\u200b\"'")
    is_number = _NUMBER.fullmatch(bare) or _MISSING.fullmatch(bare)
    starts = bare.startswith(_FORMULA_START) and not is_number and text not in _OPERATORS
    return bool(starts or _FORMULA_INSIDE.search(text))


def why_unsafe(text: str) -> str:
    """Return why a string of a descriptor may not be published, in Vietnamese; empty if it may."""
    hidden = HIDDEN.search(text) or re.search("[\t\n\r]", text)
    if hidden:
        return f"không được có ký tự ẩn ({described(hidden[0])})"
    alike = LOOK_ALIKE.search(text)
    if alike:
        return f"phải dùng chữ cái tiếng Việt ({described(alike[0])})"
    if MARKUP.search(text):
        return "phải là chữ thường, không có mã"
    if is_formula(text):
        return "không được bắt đầu như công thức"
    return f"phải ngắn hơn {LONGEST} ký tự" if len(text) > LONGEST else ""
