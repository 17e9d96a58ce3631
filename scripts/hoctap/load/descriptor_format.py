"""What a datapackage.json of this project may say: which entries, of which form, fitting each other.

Strict on purpose: an unknown entry is a misspelt one, and frictionless would open what an entry such as
`profile` or `dialect` points at. An entry with `?` may be left out.
"""

from collections.abc import Iterator, Mapping, Sequence
from difflib import get_close_matches
from itertools import islice
from typing import Any

from hoctap.load import descriptor_values as must_be
from hoctap.load.descriptor_values import MOST_ITEMS, is_whole
from hoctap.load.json_text import Path
from hoctap.load.unsafe_text import why_unsafe, why_unseen
from hoctap.model.descriptor import SOURCE, TODAY

Fault = tuple[Path, str]
_MOST_FAULTS = 20
_CONSTRAINTS = {
    "required?": must_be.flag,
    "unique?": must_be.flag,
    "minLength?": must_be.size,
    "maxLength?": must_be.size,
    "minimum?": must_be.anything,
    "maximum?": must_be.anything,
    "pattern?": must_be.pattern,
    "enum?": must_be.words,
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
_NAMED = {"title": must_be.text, "title_en": must_be.text, "description": must_be.text, "description_en?": must_be.text}
_FIELD = {
    "name": must_be.like(r"[a-z][a-z0-9_]*", "unit_id"),
    "type": must_be.one_of("string", "integer", "number", "boolean", "date", "year"),
    "format?": must_be.one_of("default", "uri"),
    **_NAMED,
    "example": must_be.text,
    "code_list?": must_be.like(r"[a-z][a-z0-9_]*", "unit_kind"),
    "not_before?": must_be.text,
    "not_after?": must_be.words,
    "constraints?": _CONSTRAINTS,
}
_KEY = {
    "fields": must_be.words,
    "reference": {"package?": must_be.text, "resource": must_be.text, "fields": must_be.words},
}
_SCHEMA = {"fields": [_FIELD], "primaryKey": must_be.words, "foreignKeys?": [_KEY], "external_keys?": [_KEY]}
_RESOURCE = {
    "name": must_be.like(r"[a-z][a-z0-9_]*", "observations"),
    **_NAMED,
    "path": must_be.paths,
    "format": must_be.one_of("csv"),
    "mediatype": must_be.one_of("text/csv"),
    "encoding": must_be.one_of("utf-8"),
    "schema": _SCHEMA,
}
_PACKAGE = {
    "$schema?": must_be.one_of("https://datapackage.org/profiles/2.0/datapackage.json"),
    "name": must_be.like(r"[a-z][a-z0-9-]*", "unit-statistics"),
    **_NAMED,
    "version": must_be.like(r"[0-9]{1,6}(?:\.[0-9]{1,6}){2}", "1.2.0"),
    "keywords": must_be.words,
    "homepage?": must_be.address,
    "created?": must_be.moment,
    "licenses": [
        {"name": must_be.like(r"[A-Za-z0-9.+-]{1,60}", "CC-BY-4.0"), "title": must_be.text, "path": must_be.address}
    ],
    "contributors": [{"title": must_be.text, "path?": must_be.address, "roles?": must_be.words}],
    "sources": [{"title": must_be.text, "path?": must_be.address}],
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
        if len(value) > MOST_ITEMS:
            yield path, f"phải có không quá {MOST_ITEMS} mục"
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
        return is_whole(value)
    if kind == "number":
        return is_whole(value) or isinstance(value, float)
    return kind == "date" and len(str(value)) == len("2026-11-26") and not must_be.moment(value)


def _repeated(path: Path, names: Sequence[str], what: str) -> Iterator[Fault]:
    seen: set[str] = set()
    for at, name in enumerate(names):
        if name in seen:
            yield (*path, at), f"{what} «{name}» đã có ở trên"
        seen.add(name)
