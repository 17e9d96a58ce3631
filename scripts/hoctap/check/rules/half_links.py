"""Links that a page shows as the marks they are written with, and pictures in tags, which no generator looks for."""

import re
from collections.abc import Iterator

from hoctap.check.rules.code_rows import prose_rows

_LONGEST_LINE = 5_000  # longer ones are refused by themselves
_UNCLOSED = re.compile(r"\]\(\s*((?:https?://|[\w./-]+\.md\b)[^()\s]*)\s*$")
_APART = re.compile(r"\[[^\[\]]{1,300}\]\s+\(((?:https?://|[\w./-]+\.md\b)[^()\s]*)\)")
_BY_NAME = re.compile(r"(?<![\]\\\w])\[[^\[\]]{1,300}\]\[([^\[\]^]{1,100})\]")
_NAME = re.compile(r"^\s{0,3}\[([^\]^]+)\]:", re.MULTILINE)
_LEADS_NOWHERE = re.compile(r"(?<![!\\\w\]])\[[^\[\]]{1,300}\]\(\s*(?:<\s*>)?\s*\)")
_PAGE_IN_TAG = re.compile(r'<a\s[^<>]{0,500}?\bhref="(?![a-z]+:)([^"<>#]+\.md(?:#[^"<>]*)?)"', re.IGNORECASE)
_PICTURE = re.compile(r"<img\s[^<>]{0,500}?\bsrc=[\"']([^\"'<>]+)[\"']", re.IGNORECASE)


def half_links(text: str) -> Iterator[tuple[int, str, str, str]]:
    """Yield the line of each link that is none, what must hold, what stands there and how to mend it."""
    names = {found[1].strip().lower() for found in _NAME.finditer(text)}
    for line, row in _prose(text):
        if found := _UNCLOSED.search(row):
            yield line, "liên kết phải đóng ngoặc", found[0], "viết [chữ](đường dẫn), đủ hai ngoặc, trên một dòng"
        for found in _APART.finditer(row):
            yield line, "giữa [chữ] và (đường dẫn) không được có dấu cách", found[0], "viết liền: [chữ](đường dẫn)"
        for found in _LEADS_NOWHERE.finditer(row):
            yield line, "liên kết phải có đường dẫn", found[0], "viết [chữ](đường dẫn), hoặc chỉ để lại chữ"
        for found in _PAGE_IN_TAG.finditer(row):
            hint = f"viết [chữ]({found[1]})"
            yield line, "trong thẻ a tên tệp .md không thành địa chỉ của trang", found[1], hint
        for found in _BY_NAME.finditer(row):
            if found[1].strip().lower() not in names:
                yield line, "tên của liên kết phải có ở trong trang", found[0], f"thêm dòng «[{found[1]}]: đường dẫn»"


def pictures_in_tags(text: str) -> Iterator[tuple[int, str]]:
    """Yield the source of each picture in a tag, with its line: of these the generator mends and checks no path."""
    for line, row in _prose(text):
        for found in _PICTURE.finditer(row):
            yield line, found[1]


def _prose(text: str) -> Iterator[tuple[int, str]]:
    for line, row in prose_rows(text):
        if len(row) <= _LONGEST_LINE and ("[" in row or "<" in row):
            yield line, row
