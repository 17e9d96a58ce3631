"""What a datapackage.json of this project may say: which entries, of which form, fitting each other.

Strict on purpose: an unknown entry is a misspelt one, and frictionless would open what an entry such as
`profile` or `dialect` points at. An entry with `?` may be left out.
"""

import re
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import suppress
from datetime import date, datetime
from difflib import get_close_matches
from itertools import islice
from typing import Any

from hoctap.load.json_text import Path
from hoctap.load.safe_pattern import UnsafePatternError, refuse_unsafe
from hoctap.load.unsafe_text import MARKUP, is_formula, why_unsafe, why_unseen
from hoctap.load.web_address import why_not_public
from hoctap.model.descriptor import SOURCE, TODAY

Fault = tuple[Path, str]
_MOST, _MOST_ITEMS, _MOST_FAULTS = 1_000_000, 1_000, 20
Test = Callable[[Any], str]
_ADDRESS = re.compile(r"https?://[a-z0-9.-]+(?:/[^\s<>\"\\]*)?")


def _text(value: Any) -> str:
    return "" if isinstance(value, str) and value.strip() else "phải là chữ, không để trống"


def _address(value: Any) -> str:
    right = isinstance(value, str) and _ADDRESS.fullmatch(value) and not why_not_public(value)
    return "" if right else "phải là địa chỉ web đầy đủ, như https://creativecommons.org/licenses/by/4.0/"


def _flag(value: Any) -> str:
    return "" if isinstance(value, bool) else "phải là true hoặc false"


def _size(value: Any) -> str:
    return "" if _is_whole(value) and 0 <= value <= _MOST else "phải là số nguyên từ 0 đến 1.000.000"


def _is_whole(value: Any) -> bool:
    return isinstance(value, int) and not isinstance(value, bool)


def _words(value: Any) -> str:
    right = isinstance(value, list) and 0 < len(value) <= _MOST_ITEMS and not any(_text(item) for item in value)
    return "" if right and len(set(value)) == len(value) else "phải là danh sách chữ, không trùng, không để trống"


def _paths(value: Any) -> str:
    return "" if not _text(value) or not _words(value) else "phải là đường dẫn hoặc danh sách đường dẫn, không trùng"


def _any(_value: Any) -> str:
    return ""


def _pattern(value: Any) -> str:
    if not isinstance(value, str):
        return "phải là chữ: một mẫu như [a-z0-9]+(-[a-z0-9]+)*"
    try:
        refuse_unsafe(value)
        re.compile(value)
        if is_formula(value.lstrip("-")) or why_unseen(value) or MARKUP.search(value):
            return "phải là mẫu đơn giản, không có mã"
    except UnsafePatternError as error:
        return f"phải là mẫu đơn giản, so một lượt là xong: {error}"
    except re.error:
        return "phải là biểu thức chính quy đúng cú pháp"
    return ""


def _one_of(*known: str) -> Test:
    return lambda value: "" if isinstance(value, str) and value in known else f"phải là một trong: {', '.join(known)}"


def _like(pattern: str, example: str) -> Test:
    return lambda value: "" if isinstance(value, str) and re.fullmatch(pattern, value) else f"phải như «{example}»"


def _moment(value: Any) -> str:
    """Refuse what is written like a day or a moment and is none, such as the 45th of a month."""
    if not _like(r"[0-9]{4}-[0-9]{2}-[0-9]{2}(?:T[0-9]{2}:[0-9]{2}:[0-9]{2}Z)?", "")(value):
        with suppress(ValueError):
            datetime.fromisoformat(value)
            return ""
    return "phải là ngày có thật, như «2026-11-26»"


_CONSTRAINTS = {
    "required?": _flag,
    "unique?": _flag,
    "minLength?": _size,
    "maxLength?": _size,
    "minimum?": _any,
    "maximum?": _any,
    "pattern?": _pattern,
    "enum?": _words,
}
_LIMITS = ("minimum", "maximum")
_OF_TYPE = {
    "string": ("minLength", "maxLength", "pattern", "enum"),
    "integer": _LIMITS,
    "number": _LIMITS,
    "year": _LIMITS,
    "date": _LIMITS,
    "boolean": (),
}
_NAMED = {"title": _text, "title_en": _text, "description": _text, "description_en?": _text}
_FIELD = {
    "name": _like(r"[a-z][a-z0-9_]*", "unit_id"),
    "type": _one_of("string", "integer", "number", "boolean", "date", "year"),
    "format?": _one_of("default", "uri"),
    **_NAMED,
    "example": _text,
    "code_list?": _like(r"[a-z][a-z0-9_]*", "unit_kind"),
    "not_before?": _text,
    "not_after?": _words,
    "constraints?": _CONSTRAINTS,
}
_KEY = {"fields": _words, "reference": {"package?": _text, "resource": _text, "fields": _words}}
_SCHEMA = {"fields": [_FIELD], "primaryKey": _words, "foreignKeys?": [_KEY], "external_keys?": [_KEY]}
_RESOURCE = {
    "name": _like(r"[a-z][a-z0-9_]*", "observations"),
    **_NAMED,
    "path": _paths,
    "format": _one_of("csv"),
    "mediatype": _one_of("text/csv"),
    "encoding": _one_of("utf-8"),
    "schema": _SCHEMA,
}
_PACKAGE = {
    "$schema?": _one_of("https://datapackage.org/profiles/2.0/datapackage.json"),
    "name": _like(r"[a-z][a-z0-9-]*", "unit-statistics"),
    **_NAMED,
    "version": _like(r"[0-9]{1,6}(?:\.[0-9]{1,6}){2}", "1.2.0"),
    "keywords": _words,
    "homepage?": _address,
    "created?": _moment,
    "licenses": [{"name": _like(r"[A-Za-z0-9.+-]{1,60}", "CC-BY-4.0"), "title": _text, "path": _address}],
    "contributors": [{"title": _text, "path?": _address, "roles?": _words}],
    "sources": [{"title": _text, "path?": _address}],
    "resources": [_RESOURCE],
}


def faults(package: Any) -> Iterator[Fault]:
    """Yield where a descriptor says something it may not, with what must hold there."""
    found = list(islice(_unsafe((), package), _MOST_FAULTS)) or list(
        islice(_unlike_form((), package, _PACKAGE), _MOST_FAULTS)
    )
    yield from found
    if not found:
        for at, resource in enumerate(package["resources"]):
            yield from _unfitting(("resources", at, "schema"), resource["schema"])
        names = [resource["name"] for resource in package["resources"]]
        yield from _repeated(("resources",), names, "bảng")
        yield from _repeated(("resources",), [str(resource["path"]) for resource in package["resources"]], "tệp")


def _unsafe(path: Path, value: Any) -> Iterator[Fault]:
    """Yield where a string, be it a name of an entry, holds what no cell may hold; patterns are judged as such."""
    if isinstance(value, dict):
        for name, inner in value.items():
            if message := why_unsafe(name):
                yield path, f"tên mục: {message}"
            elif name == "path":  # where it may lead, its own rules say
                yield from (((*path, name), message) for message in [why_unseen(str(inner))] if message)
            elif name != "pattern":
                yield from _unsafe((*path, name), inner)
    elif isinstance(value, list):
        for at, item in enumerate(value):
            yield from _unsafe((*path, at), item)
    elif isinstance(value, str) and (message := why_unsafe(value)):
        yield path, message


def _unlike_form(path: Path, value: Any, form: Any) -> Iterator[Fault]:
    if isinstance(form, dict):
        yield from _entries_unlike_form(path, value, form)
    elif isinstance(form, list):
        if not isinstance(value, list) or not value:
            yield path, "phải là danh sách, không để trống"
            return
        if len(value) > _MOST_ITEMS:
            yield path, f"phải có không quá {_MOST_ITEMS} mục"
            return
        for at, item in enumerate(value):
            yield from _unlike_form((*path, at), item, form[0])
    elif message := form(value):
        yield path, message


def _entries_unlike_form(path: Path, value: Any, form: Mapping[str, Any]) -> Iterator[Fault]:
    if not isinstance(value, dict):
        yield path, "phải là một nhóm mục trong ngoặc nhọn"
        return
    known = {name.removesuffix("?"): inner for name, inner in form.items()}
    for name, inner in value.items():
        if name in known:
            yield from _unlike_form((*path, name), inner, known[name])
        else:
            near = get_close_matches(name, known, n=1, cutoff=0.6)
            yield (*path, name), f"không có mục này; có phải là «{near[0]}»?" if near else "không có mục này"
    for name in form:
        if not name.endswith("?") and name not in value:
            yield path, f"phải có mục «{name}»"


def _unfitting(path: Path, schema: Mapping[str, Any]) -> Iterator[Fault]:
    names = [field["name"] for field in schema["fields"]]
    yield from _repeated((*path, "fields"), names, "cột")
    for at, field in enumerate(schema["fields"]):
        yield from (((*path, "fields", at, *spot), message) for spot, message in _unfitting_column(field, names))
    for name in schema["primaryKey"]:
        if name not in names:
            yield (*path, "primaryKey"), f"cột «{name}» không có trong bảng"
    for kind in ("foreignKeys", "external_keys"):
        for at, key in enumerate(schema.get(kind, ())):
            missing = [name for name in key["fields"] if name not in names]
            if missing or len(key["fields"]) != len(key["reference"]["fields"]):
                yield (*path, kind, at), "phải nối các cột của bảng này với chừng ấy cột của bảng kia"


def _unfitting_column(field: Mapping[str, Any], names: Sequence[str]) -> Iterator[Fault]:
    for name, value in field.get("constraints", {}).items():
        if name not in ("required", "unique", *_OF_TYPE[field["type"]]):
            yield ("constraints", name), f"không dùng được cho cột kiểu {field['type']}"
        elif name in _LIMITS and not _fits(field["type"], value):
            yield ("constraints", name), f"phải đúng kiểu {field['type']}"
    if field.get("not_before", field["name"]) not in names:
        yield ("not_before",), "phải là một cột của bảng này"
    for name in field.get("not_after", ()):
        if name != TODAY and (name != SOURCE or name not in names):
            yield ("not_after",), f"phải là «{TODAY}», hoặc «{SOURCE}» nếu bảng có cột ấy"


def _fits(kind: str, value: Any) -> bool:
    if kind in ("integer", "year"):
        return _is_whole(value)
    if kind == "number":
        return _is_whole(value) or isinstance(value, float)
    if kind == "date" and isinstance(value, str):
        try:
            date.fromisoformat(value)
        except ValueError:
            return False
        return True
    return False


def _repeated(path: Path, names: Sequence[str], what: str) -> Iterator[Fault]:
    seen: set[str] = set()
    for at, name in enumerate(names):
        if name in seen:
            yield (*path, at), f"{what} «{name}» đã có ở trên"
        seen.add(name)
