"""One tag judged against a list of allowed elements and attributes. For sources of pages and for finished pages."""

import html
import re

from hoctap.check.allowed_html import (
    EVERYWHERE,
    INPUT_TYPES,
    LINK_RELATIONS,
    META_NAMES,
    SCRIPT_TYPES,
    STYLES,
    Elements,
)
from hoctap.load.web_address import why_not_public

_TAG = re.compile(r'<(/?)([A-Za-z][A-Za-z0-9]*)((?:\s+[A-Za-z][A-Za-z0-9:-]*(?:="[^"<>]*")?)*)\s*/?>')
_ATTRIBUTE = re.compile(r'([A-Za-z][A-Za-z0-9:-]*)(?:="([^"]*)")?')
_STYLE = re.compile(STYLES)
_SCHEME = re.compile(r"[a-z][a-z0-9+.-]*:", re.IGNORECASE)
_ADDRESSES = ("href", "src", "action")
_OWN_SCRIPT = re.compile(r"(?:(?:\.\./)*|\./|/(?:[A-Za-z0-9._~-]+/)*)assets/js/[A-Za-z0-9/._-]+")
# What a writer may call a place of a page; the frame's own names begin with `__`.
_OWN_ID = re.compile(r"(?!__)[\w:.-]{1,120}")
_OURS = "hoctap-root:/"
# Where an old address may lead by itself: to the page of a place, at once.
_MOVED = re.compile(r"0; url=(?:\.\./){2}dia-phuong/[a-z0-9-]+/")


# A number of a character with more digits than any has; Python refuses to read one of thousands.
ENDLESS = re.compile(r"&#x?[0-9a-f]{8,};?", re.IGNORECASE)


def unescaped(text: str) -> str:
    """Return the text with its references to characters resolved, as a browser does."""
    return html.unescape(ENDLESS.sub("\ufffd", text)) if "&" in text else text


def tag_fault(tag: str, allowed: Elements, classes: frozenset[str] | None = None) -> str:
    """Return why a tag may not stand in a page, in Vietnamese; empty if it may."""
    found = _TAG.fullmatch(tag)
    if not found:
        return f"có «<» không thành thẻ đúng dạng: {tag[:80]}"
    name, attributes = found[2], found[3]
    if name not in allowed and name.lower() not in allowed:
        return f"không được có thẻ <{name}>"
    if found[1]:
        return f"thẻ đóng không được có thuộc tính: {tag[:80]}" if attributes.strip() else ""
    pairs = [(each[1], unescaped(each[2] or "")) for each in _ATTRIBUTE.finditer(attributes)]
    if len({attribute.lower() for attribute, _ in pairs}) != len(pairs):
        return f"thẻ <{name}> có thuộc tính viết hai lần"
    known = allowed.get(name) or allowed.get(name.lower(), frozenset())
    faults = (_attribute_fault(name, attribute, value, known, classes) for attribute, value in pairs)
    return next(filter(None, faults), "") or _whole_fault(name, dict(pairs))


def _attribute_fault(
    name: str, attribute: str, value: str, known: frozenset[str], classes: frozenset[str] | None
) -> str:
    is_known = attribute in known or attribute in EVERYWHERE
    if not is_known and not attribute.startswith(("data-", "aria-")):
        return f"thẻ <{name}> không được có thuộc tính {attribute}"
    if attribute == "style" and not _STYLE.fullmatch(value):
        return f"thẻ <{name}> không được có style «{value[:60]}»"
    if attribute in _ADDRESSES:
        return _address_fault(name, attribute, value) or (_not_for_all(name, value) if classes is not None else "")
    if attribute == "id" and classes is not None and not _OWN_ID.fullmatch(value):
        return f"thẻ <{name}> không được có id «{value[:60]}»"
    if attribute == "class" and classes is not None and not set(value.split()) <= _with_code(classes, value):
        return f"thẻ <{name}> không được có class «{value[:60]}»"
    return ""


def _with_code(classes: frozenset[str], value: str) -> set[str]:
    return {*classes, *(each for each in value.split() if re.fullmatch(r"language-[a-z0-9+-]+", each))}


def _address_fault(name: str, attribute: str, value: str) -> str:
    bare = value.removeprefix(_OURS)
    leaves = _SCHEME.match(bare) or bare.startswith(("//", "\\", "/\\"))
    on_the_web = bare.startswith(("https://", "http://"))
    if bare != bare.strip() or min(bare, default=" ") < " " or (leaves and not on_the_web):
        return f"{attribute} của <{name}> không được dẫn tới «{value[:60]}»"
    # Links may lead anywhere on the web; what a page loads by itself, and where its forms go, is ours.
    if on_the_web and name not in ("a", "link"):
        return f"<{name}> không được nạp từ nơi khác: «{value[:60]}»"
    return ""


def _not_for_all(name: str, address: str) -> str:
    why = why_not_public(address) if address.startswith(("https://", "http://")) else ""
    return f"<{name}> dẫn tới «{address[:60]}»: {why}" if why else ""


def _whole_fault(name: str, values: dict[str, str]) -> str:
    if name == "meta" and values.get("http-equiv") == "refresh" and _MOVED.fullmatch(values.get("content", "")):
        return ""
    if name == "meta" and "http-equiv" in values and values["http-equiv"] != "Content-Security-Policy":
        return f'không được có <meta http-equiv="{values["http-equiv"][:40]}">'
    if name == "meta" and "name" in values and values["name"] not in META_NAMES:
        return f'không được có <meta name="{values["name"][:40]}">'
    if name == "link" and not set(values.get("rel", "").split()) <= LINK_RELATIONS:
        return f'không được có <link rel="{values.get("rel", "")[:40]}">'
    if name == "input" and values.get("type", "text") not in INPUT_TYPES:
        return f'không được có <input type="{values["type"][:40]}">'
    if name == "script" and values.get("type", "") not in SCRIPT_TYPES:
        return f'không được có <script type="{values["type"][:40]}">'
    if name == "link" and values.get("rel") in ("stylesheet", "preload") and _SCHEME.match(values.get("href", "")):
        return "không được nạp kiểu chữ từ nơi khác"
    is_data = values.get("type", "").endswith("json")
    if name == "script" and not is_data and not _OWN_SCRIPT.match(values.get("src", "")):
        return "mã chỉ được nạp từ assets/js"
    return ""
