"""The check of the menu in mkdocs.yml: which pages it names and which it leaves out."""

import json
import posixpath
import re
from collections.abc import Iterator, Mapping, Sequence
from itertools import pairwise
from pathlib import Path
from typing import Any

import yaml

from hoctap.check.definition import check
from hoctap.check.rules.front_matter import YAML_FAULTS, front_matter
from hoctap.check.rules.macro_calls import macro_pages
from hoctap.check.rules.near import Near
from hoctap.check.rules.page_bytes import DOCS, page_files, why_unreadable
from hoctap.check.rules.page_files import plain_name
from hoctap.check.rules.pages import pages
from hoctap.model.catalog import Catalog
from hoctap.model.finding import Place, Problem
from hoctap.vietnamese.characters import printable

_SETTINGS = "mkdocs.yml"
_ELSEWHERE = re.compile(r"[a-z][a-z0-9+.-]*:|//", re.IGNORECASE)
_QUOTED = re.compile(r"[^\w\s.,()–-]|^-")  # in YAML a title with other signs stands between quotes
_NOTHING = re.compile(r"(?:^\s*-|:)\s*(?:~|null|\"\"|'')?\s*(?:#.*)?$")
_MOST_ENTRIES = 5_000  # an entry of YAML may stand for itself, without end


class _AnyTag(yaml.SafeLoader):
    """A safe loader to which a tag that only MkDocs knows (`!ENV`) says nothing.

    Not the one in C, which ends the program where lists are nested some ten thousand deep.
    """


_AnyTag.add_multi_constructor("", lambda _loader, _tag, _node: None)


@check(
    must="Trang nào cũng có trong mục lục nav của mkdocs.yml, và mkdocs.yml chỉ kể trang có thật",
    cause="Thêm, đổi tên hay xóa một trang mà chưa sửa mkdocs.yml; bản dựng dừng ở chỗ này.",
    cure="sửa đường dẫn trong mkdocs.yml, tính từ docs/",
    bad="docs/huong-dan/thu.md không có trong nav",
    good="- Trang thử: huong-dan/thu.md",
)
def page_stands_in_the_menu(catalog: Catalog) -> Iterator[Problem]:
    """Ensure each page is in the menu or left out of it, and that mkdocs.yml names no page that is not there."""
    path = catalog.root / _SETTINGS
    if not path.is_file():
        return
    data = path.read_bytes()
    unreadable = why_unreadable(data)
    if unreadable:
        yield Problem(Place(_SETTINGS, unreadable.line), "", unreadable.must, "", unreadable.cure)
        return
    text = data.decode("utf-8").replace("\r\n", "\n")
    try:
        settings = yaml.load(text, _AnyTag)  # noqa: S506 - a safe loader, and no tag makes an object
    except YAML_FAULTS as error:
        mark = getattr(error, "problem_mark", None)
        yield Problem(Place(_SETTINGS, mark.line + 1 if mark else 0), "", "phải đúng cú pháp YAML", "", _AS_BEFORE)
        return
    if isinstance(settings, dict) and "nav" in settings:
        yield from _of_menu(catalog, settings, text)


_AS_BEFORE = "xem lại dòng vừa sửa: thụt vào như dòng bên cạnh, sau dấu hai chấm có dấu cách"


def _of_menu(catalog: Catalog, settings: Mapping[str, Any], text: str) -> Iterator[Problem]:
    names = {path.removeprefix(f"{DOCS}/") for path, _ in page_files(catalog)}
    folder = catalog.root / DOCS
    there = {path.relative_to(folder).as_posix() for path in folder.rglob("*") if path.is_file()}
    nearest, nearest_of_all, misspelt = Near(), Near(), set[str]()
    listed = set(_entries(settings["nav"]))
    left_out = _left_out(sorted(names - listed), _patterns(str(settings.get("not_in_nav") or "")))
    for entry in sorted(listed):
        if fault := _fault_of(entry, there):
            place = Place(_SETTINGS, _line_of(entry, text) if entry else _line_of_none(text))
            near = nearest.of(entry, left_out, 0.8) or nearest_of_all.of(entry, sorted(names), 0.8)
            misspelt.add(near)
            cure = f"có phải là {near}?" if near == plain_name(near) else f"đổi tên tệp docs/{near} thành tên ấy"
            yield Problem(place, "nav", fault, printable(entry)[:120], cure if near else "")
    yield from _macro_pages_not_there(catalog.root, text)
    # Of a page whose entry is misspelt the entry speaks.
    lacking = [name for name in left_out if name not in misspelt]
    texts = dict(pages(catalog)) if lacking else {}
    for name in lacking:
        cure = _cure(name, texts.get(f"{DOCS}/{name}", ""), text)
        yield Problem(Place(f"{DOCS}/{name}"), "nav", "phải có trong nav của mkdocs.yml", "", cure)


def _entries(nav: object) -> Iterator[str]:
    """Yield what each entry of the menu names, in order."""
    waiting = [nav]
    for _ in range(_MOST_ENTRIES):
        if not waiting:
            return
        part = waiting.pop()
        if isinstance(part, list):
            waiting.extend(reversed(part))
        elif isinstance(part, dict):
            waiting.extend(reversed(list(part.values())))
        else:
            yield str(part) if _ELSEWHERE.match(str(part)) else posixpath.normpath(str(part)) if part else ""


def _fault_of(entry: str, there: set[str]) -> str:
    if _ELSEWHERE.match(entry):
        return ""
    if not entry:
        return "mục này chưa có trang"
    if entry.startswith("/"):
        return "đường dẫn tính từ docs/, không có dấu / ở đầu"
    return "" if entry in there else "phải là trang có thật trong docs/"


def _macro_pages_not_there(root: Path, text: str) -> Iterator[Problem]:
    try:
        listed = macro_pages(root)
    except ValueError:  # told by the rule of pages that keep to prose
        return
    for name in listed:
        if not (root / DOCS / name).is_file():
            place = Place(_SETTINGS, _line_of(f"/{name}", text))
            yield Problem(place, "force_render_paths", "phải là trang có thật trong docs/", f"/{name}")


def _left_out(names: Sequence[str], patterns: Sequence[str]) -> Sequence[str]:
    """Return the pages that no pattern of `not_in_nav` names; a pattern without a star names a page or a folder."""
    plain = tuple(pattern for pattern in patterns if pattern.startswith("/") and not set(pattern) & set("*?[!"))
    folders = tuple(f"{pattern.rstrip('/')}/" for pattern in plain)
    left = [name for name in names if f"/{name}" not in plain and not f"/{name}".startswith(folders)]
    if not left or len(plain) == len(patterns):
        return left
    from pathspec import GitIgnoreSpec  # noqa: PLC0415 - MkDocs asks it; slow to load, and seldom needed

    spec = GitIgnoreSpec.from_lines(patterns)
    return [name for name in left if not spec.match_file(name)]


def _patterns(text: str) -> list[str]:
    return [row.strip() for row in text.splitlines() if row.strip() and not row.strip().startswith("#")]


def _cure(name: str, page: str, text: str) -> str:
    """Return the line that puts a page into the menu, and where: below the last one of its folder."""
    title = str((front_matter(page) or {}).get("title") or "Tên trang")
    quoted = json.dumps(title, ensure_ascii=False) if _QUOTED.search(title) else title
    folder = name.rpartition("/")[0]
    siblings = [at for at, row in _menu_rows(text) if re.search(rf"[\s\"']{re.escape(folder)}/[^/]+\.md", row)]
    last = [at for at, row in _menu_rows(text) if re.match(r" *- ", row)]
    where = (siblings if folder and siblings else last)[-1:]
    place = f"mkdocs.yml, ngay dưới dòng {where[0]} và thụt vào như dòng ấy" if where else "nav của mkdocs.yml"
    return f"thêm vào {place}: «- {printable(quoted)[:150]}: {name}»"


def _menu_rows(text: str) -> Iterator[tuple[int, str]]:
    inside = False
    for line, row in enumerate(text.split("\n"), 1):
        if row[:1].strip() and row[:1] not in "#-":
            inside = row.startswith("nav:")
        elif inside and row.strip():
            yield line, row


def _line_of(entry: str, text: str) -> int:
    wanted = re.compile(rf"(?:^|[\s\"']){re.escape(entry)}[\"']?\s*(?:#.*)?$")
    return next((line for line, row in enumerate(text.split("\n"), 1) if wanted.search(row)), 0)


def _line_of_none(text: str) -> int:
    """Return the first line of the menu that names nothing and has nothing below it; 0 if there is none."""
    below = pairwise([*_menu_rows(text), (0, "")])
    return next((line for (line, row), (_, after) in below if _NOTHING.search(row) and _depth(after) <= _depth(row)), 0)


def _depth(row: str) -> int:
    return len(row) - len(row.lstrip())


CHECKS = (page_stands_in_the_menu,)
