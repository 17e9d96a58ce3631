"""The front matter of a page, between two lines of ---: how it is read, and what it may say."""

import re
from collections.abc import Callable, Mapping
from functools import lru_cache

import yaml

from hoctap.check.personal import personal_in
from hoctap.load.unsafe_text import why_unsafe

# How each entry is written, for those who wrote it otherwise.
WRITTEN = {
    "title": "title: Cho người đọc",
    "description": "description: Một câu nói trang này có gì",
    "keywords": "keywords: học tập, khuyến học",
    "lang": "lang: en",
    "hide": "hide: [toc]",
    "picture": "picture: don-vi",
    "section": "section: don-vi/",
}
FRONT = re.compile(r"\A---\n(.*?)\n---\n", re.DOTALL)
_LONGEST, _LONGEST_FRONT = 400, 4_000


def _is_plain(value: object) -> bool:
    return (
        isinstance(value, str)
        and 0 < len(value) <= _LONGEST
        and not re.search(r"[<>]|\{\{|\{%|\{#", value)
        and not why_unsafe(value)
        and not any(personal_in(value))
    )


def _like(pattern: str) -> Callable[[object], bool]:
    return lambda value: isinstance(value, str) and re.fullmatch(pattern, value) is not None


def _is_hidden_part(value: object) -> bool:
    return isinstance(value, list) and all(part in ("navigation", "toc", "footer") for part in value)


# What a page may say of itself, and how; overrides/ read nothing else.
FRONT_MATTER: dict[str, tuple[Callable[[object], bool], str]] = {
    "title": (_is_plain, "phải là một dòng chữ thường"),
    "description": (_is_plain, "phải là một dòng chữ thường"),
    "keywords": (_is_plain, "phải là một dòng chữ thường, ngăn bằng dấu phẩy"),
    "lang": (_like("en"), "chỉ có thể là en"),
    "hide": (_is_hidden_part, "phải là danh sách gồm navigation, toc hay footer"),
    "picture": (_like("[a-z]{1,20}"), "phải là tên một hình trong docs/assets/img/social"),
    "section": (_like("[a-z-]{1,40}/"), "phải là địa chỉ của một mục, như don-vi/"),
}


# The one that MkDocs takes: written in C, where that is to be had.
YAML_FAULTS = (yaml.YAMLError, RecursionError, ValueError, TypeError, OverflowError)
_Loader = getattr(yaml, "CSafeLoader", yaml.SafeLoader)


def _named_twice(block: str) -> tuple[int, str]:
    """Return the line and the name of an entry that stands there twice: YAML would take the last without a word."""
    names: set[str] = set()
    for line, row in enumerate(block.split("\n"), 1):
        if found := re.match(r"([\w-]+)\s*:", row):
            if found[1] in names:
                return line, found[1]
            names.add(found[1])
    return 0, ""


@lru_cache(maxsize=512)
def front_matter(text: str) -> Mapping[str, object] | None:
    """Return the page's front matter; None where it is missing or is not a YAML mapping."""
    found = FRONT.match(text)
    try:
        is_short = found is not None and len(found[1]) <= _LONGEST_FRONT
        loaded = yaml.load(found[1], _Loader) if found and is_short and not _named_twice(found[1])[0] else None  # noqa: S506 - a safe loader
    except YAML_FAULTS:
        return None
    return loaded if isinstance(loaded, dict) else None


def fault_in(block: str) -> tuple[int, str]:
    """Return the line of front matter that cannot be read, and what must hold of it."""
    if len(block) > _LONGEST_FRONT:
        return 0, f"phần giữa hai dòng --- phải ngắn hơn {_LONGEST_FRONT} ký tự"
    line, name = _named_twice(block)
    if line:
        return line, f"mục {name} ở đầu trang phải chỉ có một lần"
    try:
        yaml.load(block, _Loader)  # noqa: S506 - a safe loader
    except yaml.MarkedYAMLError as error:
        mark = error.problem_mark or error.context_mark
        return (mark.line + 1 if mark else 0), "phần giữa hai dòng --- phải đúng cú pháp YAML"
    except YAML_FAULTS:
        pass
    return 0, "phần giữa hai dòng --- phải là các mục, mỗi mục một dòng"


_DASHES, _ROW = re.compile(r"\s*[-–—_]{1,10}\s*"), re.compile(r"\s*[\w-]+\s*:|\s+-\s|\s*$")


def unframed(text: str) -> tuple[int, str]:
    """Return the line at which the front matter of a page is not framed by two lines of ---, and what must hold.

    Line 0 for a page that has none at all.
    """
    rows = text.split("\n")
    if _DASHES.fullmatch(rows[0]) and rows[0] != "---":
        return 1, "dòng đầu phải là đúng ba dấu gạch ---"
    has_title = any(row.startswith("title:") for row in rows[:10])
    if rows[0] != "---":
        return (1, "trên title phải có dòng ---") if has_title else (0, "")
    end = next((at for at, row in enumerate(rows[1:], 1) if not _ROW.match(row)), len(rows) - 1)
    return end + 1, "phần đầu trang phải đóng bằng một dòng ---"
