"""What `releases.json` may say, as a schema, and every fault of a file that says otherwise, with its line."""

from collections.abc import Iterator
from itertools import pairwise
from typing import Any

from hoctap.load.json_text import BadJsonError, Json, read_json

_TEXT = {"type": "string", "minLength": 1}
_VERSION = {"type": "string", "pattern": r"^(0|[1-9][0-9]{0,5})(\.(0|[1-9][0-9]{0,5})){2}\Z"}
_DAY = {"type": "string", "format": "date"}
_COUNT = {"type": "integer", "minimum": 0}


def _whole(**properties: Any) -> dict[str, Any]:
    return {
        "type": "object",
        "properties": properties,
        "required": list(properties),
        "additionalProperties": False,
    }


_CORRECTION = _whole(
    table=_TEXT,
    key={"type": "array", "items": {"type": "string"}, "minItems": 1},
    column={"type": "string"},
    old={"type": "string"},
    new={"type": "string"},
    reason=_TEXT,
)
# A part of a statement: its words, and the page of the site that it leads to, or nothing.
_PART = {
    "type": "array",
    "prefixItems": [{"type": "string"}, {"type": "string", "pattern": "^[a-z0-9/-]*\\Z"}],
    "minItems": 2,
    "items": False,
}
_STATEMENT = {"type": "array", "items": _PART, "minItems": 1}
_CHAPTER = _whole(
    chapter={"type": "string", "pattern": "^[a-z]+\\Z"},
    title=_TEXT,
    count=_COUNT,
    statements={"type": "array", "items": _STATEMENT},
)
_RELEASE = _whole(
    version=_VERSION,
    released_on=_DAY,
    summary=_TEXT,
    hashes={"type": "object", "additionalProperties": {"type": "string", "pattern": "^[0-9a-f]{64}\\Z"}},
    changes={"type": "object", "additionalProperties": _whole(added=_COUNT, removed=_COUNT, changed=_COUNT)},
    corrections={"type": "array", "items": _CORRECTION},
)
# The first releases were recorded without a story.
_RELEASE["properties"]["story"] = {"type": "array", "items": _CHAPTER}
SCHEMA = _whole(releases={"type": "array", "items": _RELEASE, "minItems": 1})
_MUST = {
    "required": "thiếu mục bắt buộc",
    "additionalProperties": "có mục lạ",
    "items": "có mục lạ",
    "type": "sai loại giá trị",
    "format": "phải là ngày dạng năm-tháng-ngày",
    "pattern": "phải viết đúng dạng (phiên bản như 1.2.3, mã kiểm 64 chữ số)",
    "minLength": "không được để trống",
    "minItems": "không được để trống",
    "minimum": "phải là số không âm",
}
_MOST_FAULTS = 20


def faults(data: bytes) -> Iterator[tuple[int, str, str]]:
    """Yield the line, the entry and what must hold for everything wrong with the bytes of a `releases.json`."""
    try:
        json = read_json(data)
    except BadJsonError as error:
        yield error.line, "", str(error)
        return
    wrong = list(_breaches(json))[:_MOST_FAULTS]
    yield from wrong or _out_of_order(json)


def _breaches(json: Json) -> Iterator[tuple[int, str, str]]:
    import jsonschema  # noqa: PLC0415 - takes long to load and is needed only after a release

    validator = jsonschema.Draft202012Validator(SCHEMA, format_checker=jsonschema.FormatChecker(("date",)))
    for error in validator.iter_errors(json.value):
        spot = tuple(error.absolute_path)
        field = next((part for part in reversed(spot) if isinstance(part, str)), "")
        yield json.line(spot), field, _MUST[str(error.validator)]


def _out_of_order(json: Json) -> Iterator[tuple[int, str, str]]:
    versions = [tuple(map(int, each["version"].split("."))) for each in json.value["releases"]]
    for at, (newer, older) in enumerate(pairwise(versions), 1):
        if newer <= older:
            yield json.line(("releases", at, "version")), "version", "phiên bản phải xếp từ mới đến cũ, không trùng"
