"""Text that data must not hold, since a program that opens our files would run it. For cells and for descriptors."""

import re
import unicodedata
from functools import lru_cache

from hoctap.load.web_address import why_not_public
from hoctap.vietnamese.characters import HIDDEN, LOOK_ALIKE, described

# Tags, templates of any program, references to characters that a program may turn into a tag, addresses that run.
MARKUP = re.compile(
    r"</?[a-zA-Z!?%]|\{\{|\{%|\{#|[$#]\{|&(?:#x?[0-9a-f]|[a-z][a-z0-9]{1,31};)|(?:java|vb)\s*script\s*:"
    r"|\bdata:(?:[a-z]+/[a-z]|[,;]\S)|\bfile:/|\bblob:\S|\bmhtml:\S|\bms-[a-z]+:\S",
    re.IGNORECASE,
)
# Those of full width, small, raised and lowered too.
_SIGNS = "=+@\ufe63\uff0d\uff1d\uff0b\uff20\ufe66\ufe62\ufe6b\u207c\u208c"
_FORMULA_START = (*_SIGNS, "\t", "\r", "-")
# A minus before digits is a number, well or badly written; alone it stands for what is not known. Other rules tell.
_NUMBER = re.compile(r"-[\d.,\s]*\d")
_MISSING = re.compile(r"-{1,3}")
# What starts a cell of its own where a program splits cells at semicolons, bars or tabs, for a call at commas too; and
# a call of another program, as spreadsheets and word processors know it: `DDE("cmd";…)`, `cmd|'/C calc'!A0`.
_FORMULA_INSIDE = re.compile(
    f"[;|\t]\\s*[\"']?\\s*(?:[{_SIGNS}]|-(?![\\s\\d.,-]|$))|,\\s*[\"']?(?:[=@]\\w|[+-]\\w+\\()"
    r"|\bDDE\s*(?:\(|[\"'])|\bDDEAUTO\b|\b(?:cmd|powershell|mshta|msexcel|excel|winword|rundll32|[cw]script)(?:\.exe)?\s*\|"
    r"|\w\s*\|\s*'[^']*'\s*!",
    re.IGNORECASE,
)
# The one column whose codes look like formulas; no spreadsheet runs a bare sign.
_OPERATORS = ("=",)
_WEB = re.compile(r"https?:[/\\]+[\w\[][^\s<>\"'()«»]+", re.IGNORECASE)
LONGEST = 2_000


def is_formula(text: str) -> bool:
    """Return whether a spreadsheet would run the text, or a part of it where it splits cells."""
    bare = text.lstrip(" \u00a0\ufeff\u200b\"'")
    is_number = _NUMBER.fullmatch(bare) or _MISSING.fullmatch(bare)
    starts = bare.startswith(_FORMULA_START) and not is_number and text not in _OPERATORS
    return bool(starts or _FORMULA_INSIDE.search(text))


@lru_cache(maxsize=8192)
def why_unsafe(text: str) -> str:
    """Return why a string of a descriptor may not be published, in Vietnamese; empty if it may."""
    if unseen := why_unseen(text):
        return unseen
    if MARKUP.search(text):
        return "phải là chữ thường, không có mã"
    if is_formula(text):
        return "không được bắt đầu như công thức"
    if not unicodedata.is_normalized("NFC", text):
        return "phải là chữ dựng sẵn (NFC), đang có dấu rời"
    if text != " ".join(text.split()):
        return "mỗi chỗ cách chỉ một dấu cách thường, không cách ở đầu và cuối"
    refused = next(filter(None, (why_not_public(each.rstrip(".,;:")) for each in _WEB.findall(text))), "")
    return refused or (f"phải ngắn hơn {LONGEST} ký tự" if len(text) > LONGEST else "")


def why_unseen(text: str) -> str:
    """Return why a line holds what nobody sees or takes for another letter, in Vietnamese; empty if it does not."""
    hidden = HIDDEN.search(text) or re.search("[\t\n\r]", text)
    if hidden:
        return f"không được có ký tự ẩn ({described(hidden[0])})"
    alike = LOOK_ALIKE.search(text)
    return f"phải dùng chữ cái tiếng Việt ({described(alike[0])})" if alike else ""
