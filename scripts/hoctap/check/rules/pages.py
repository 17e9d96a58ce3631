"""Checks of prose pages under docs/: what every page must say of itself, what it may hold, where macros may run."""

import re
from collections.abc import Callable, Iterator, Mapping
from functools import lru_cache

import yaml

from hoctap.check.allowed_html import PROSE, PROSE_CLASSES
from hoctap.check.definition import check
from hoctap.check.html_tags import ENDLESS, tag_fault, unescaped
from hoctap.check.personal import personal_in
from hoctap.check.rules.macro_calls import first_odd, macro_pages
from hoctap.check.rules.page_bytes import DOCS, page_files, why_unreadable
from hoctap.check.rules.privacy import SECRET
from hoctap.load.unsafe_text import why_unsafe
from hoctap.model.canonical import canonical_page
from hoctap.model.catalog import Catalog
from hoctap.model.finding import Place, Problem
from hoctap.vietnamese.characters import HIDDEN, LOOK_ALIKE, described, printable

_FRONT = re.compile(r"\A---\n(.*?)\n---\n", re.DOTALL)
_LONGEST, _LONGEST_FRONT, _LONGEST_LINE = 400, 4_000, 5_000
# What stands before the words of a line: 60 columns are 15 lists, and 10 quotations more than anybody reads.
_DEEP = re.compile(r"\s{61}|(?:\s*>){11}|(?:\s*(?:[*+-]|\d+[.)])\s){11}")
_ADDRESS = re.compile(r"https?://\S+")
_PRIVATE_LINE = re.compile(
    r"[0-9\uff10-\uff19@:/#]|không|\bko\b|zero|còng|móc| at |gmail|skype|telegram|zalo|wechat", re.IGNORECASE
)  # without one of these a line tells nobody


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
    "hide": (_is_hidden_part, "chỉ có thể là navigation, toc, footer"),
    "picture": (_like("[a-z]{1,20}"), "phải là tên một hình trong docs/assets/img/social"),
    "section": (_like("[a-z-]{1,40}/"), "phải là địa chỉ của một mục, như don-vi/"),
}
_CODE = re.compile(r"--8<--|<script|<!--|(?:java|vb)script:|<iframe|\bon\w+\s*=", re.IGNORECASE)
# An address that runs, however it is broken into lines: a browser joins what Markdown leaves apart.
_BROKEN_SCHEME = re.compile(r"(?:j\s*a\s*v\s*a|v\s*b)\s*s\s*c\s*r\s*i\s*p\s*t\s*:", re.IGNORECASE)
_BOX = re.compile(r"\s*(?:!!!|\?\?\?\+?)\s*([^\"]*)")
# attr_list may give a name and classes, nothing that a browser obeys.
_ATTRIBUTES = re.compile(r"\{[^}\n]*\b(?:style|class|href|src|action|formaction|srcdoc)\s*=", re.IGNORECASE)
_HTML_TAG = re.compile(r"</?[A-Za-z][A-Za-z0-9]*(?:[\s/][^>]*)?>|<[!?][^>]*>?")
_CODE_SPAN = re.compile(r"(`+)(?!`).*?(?<!`)\1(?!`)")
_MARKDOWN_INSIDE = re.compile(r'\smarkdown(?:="(?:1|block|span)")?(?=[\s>])')


def pages(catalog: Catalog) -> Iterator[tuple[str, str]]:
    """Yield each page, its path and its text as `fix` would write it: how it is written, another rule tells.

    A page that is no UTF-8, or whose conflict of a merge is not settled, is told of by that rule alone.
    """
    for path, data in page_files(catalog):
        if why_unreadable(data) is None:
            yield path, canonical_page(data.decode("utf-8"))


def _names_twice(block: str) -> bool:
    """Return whether an entry stands there twice: YAML would take the last without a word."""
    names = re.findall(r"^([\w-]+)\s*:", block, re.MULTILINE)
    return len(set(names)) != len(names)


@lru_cache(maxsize=512)
def front_matter(text: str) -> Mapping[str, object] | None:
    """Return the page's front matter; None where it is missing or is not a YAML mapping."""
    found = _FRONT.match(text)
    try:
        is_short = found is not None and len(found[1]) <= _LONGEST_FRONT
        loaded = yaml.safe_load(found[1]) if found and is_short and not _names_twice(found[1]) else None
    except (yaml.YAMLError, RecursionError, ValueError, TypeError, OverflowError):
        return None
    return loaded if isinstance(loaded, dict) else None


def _fault_in(block: str) -> tuple[int, str]:
    """Return the line of front matter that cannot be read, and what must hold of it."""
    if len(block) > _LONGEST_FRONT:
        return 0, f"phần giữa hai dòng --- phải ngắn hơn {_LONGEST_FRONT} ký tự"
    if _names_twice(block):
        return 0, "mỗi mục ở đầu trang phải chỉ có một lần"
    try:
        yaml.safe_load(block)
    except yaml.MarkedYAMLError as error:
        mark = error.problem_mark or error.context_mark
        return (mark.line + 1 if mark else 0), "phần giữa hai dòng --- phải đúng cú pháp YAML"
    except (yaml.YAMLError, RecursionError, ValueError, TypeError, OverflowError):
        pass
    return 0, "phần giữa hai dòng --- phải là các mục, mỗi mục một dòng"


@check(
    must="Trang nào cũng có title và description ở đầu trang",
    cause="Thiếu phần giữa hai dòng ---, hoặc viết sai cú pháp nên phần này bị bỏ qua.",
    cure="thêm title và description vào đầu trang, giữa hai dòng ---",
    bad="trang không có title",
    good="title: Cho người đọc",
)
def page_says_what_it_is(catalog: Catalog) -> Iterator[Problem]:
    """Ensure front matter can be read and names the page; MkDocs drops a broken one without a word."""
    for path, text in pages(catalog):
        meta = front_matter(text)
        if meta is None and (block := _FRONT.match(text)):
            at, must = _fault_in(block[1])
            yield Problem(Place(path, at + 1), "", must, "", "viết mỗi mục một dòng, như title: Cho người đọc")
            continue
        for name in ("title", "description"):
            if meta is None or not isinstance(meta.get(name), str):
                yield Problem(Place(path, 1), name, "phải có ở đầu trang")
                break


@check(
    must="Trang không tự bật macro, không chèn tệp khác, không chứa mã chạy, chữ ẩn, thẻ lạ hay thông tin riêng",
    cause="Chép mẫu hoặc thẻ HTML từ nơi khác, hoặc muốn trang mới dùng được macro.",
    cure="bỏ mục này; trang được dùng macro khai trong mkdocs.yml",
    bad="thẻ script trong trang",
    good="chỉ có chữ và liên kết",
)
def page_keeps_to_prose(catalog: Catalog) -> Iterator[Problem]:
    """Ensure no page opts in to macros by itself, includes files, carries scripts, hidden letters or foreign tags."""
    try:
        with_macros = macro_pages(catalog.root)
    except ValueError as error:
        yield Problem(Place("mkdocs.yml"), "force_render_paths", str(error))
        with_macros = ()
    for path, text in pages(catalog):
        yield from _settings(path, text)
        yield from _of_lines(path, text)
        if path.removeprefix(f"{DOCS}/") in with_macros:
            yield from _calls(path, text)


def _settings(path: str, text: str) -> Iterator[Problem]:
    for name, value in (front_matter(text) or {}).items():
        is_right, must = FRONT_MATTER.get(str(name), (None, "không được có ở đầu trang"))
        if is_right is None or not is_right(value):
            lines = (line for line, row in enumerate(text.splitlines(), 1) if row.startswith(str(name)))
            yield Problem(Place(path, next(lines, 1)), printable(str(name))[:60], must)


@lru_cache(maxsize=512)
def _of_lines(path: str, text: str) -> tuple[Problem, ...]:
    """Return what is wrong with the lines of a page; `serve` asks it of all pages after each that is saved."""
    return (*_lines(path, text), *_over_lines(path, text))


def _lines(path: str, text: str) -> Iterator[Problem]:
    fenced = False
    for line, row in enumerate(text.split("\n"), 1):
        fenced ^= row.lstrip().startswith(("```", "~~~"))
        message, found = _too_much(row) or _private(row) or (_in_code(row) if fenced else _fault_of(row))
        if message:
            at = row.find(found) + 1 if found else 0
            yield Problem(Place(path, line, max(at, 0)), "", message, printable(found)[:120])


def _over_lines(path: str, text: str) -> Iterator[Problem]:
    for found in _BROKEN_SCHEME.finditer(text):
        if re.search(r"\s", found[0]):
            line = text.count("\n", 0, found.start()) + 1
            yield Problem(Place(path, line), "", "không được có mã", " ".join(found[0].split()))


def _too_much(row: str) -> tuple[str, str] | None:
    """Return why a line is written so that a parser could be busy with it for ever, or go too deep."""
    if len(row) > _LONGEST_LINE:
        return f"dòng phải ngắn hơn {_LONGEST_LINE} ký tự", ""
    return ("lồng quá sâu: danh sách trong danh sách, trích dẫn trong trích dẫn", "") if _DEEP.match(row) else None


def _private(row: str) -> tuple[str, str] | None:
    secret = SECRET.search(row)
    if secret:
        return "không được có khóa bí mật", secret[0][:8]
    # Digits of addresses mean nobody; the place that an address names may be somebody's.
    words = _ADDRESS.sub(lambda found: re.sub(r"\d", "", found[0]), unescaped(row) if "&" in row else row)
    what = next(personal_in(words), "") if _PRIVATE_LINE.search(row) else ""
    return (f"không được có {what}", "") if what else None


def _in_code(row: str) -> tuple[str, str]:
    return _unseen(row) or _code_in(row) or ("", "")


def _fault_of(row: str) -> tuple[str, str]:
    return _unseen(row) or _code_in(row) or _foreign_tag(row) or _foreign_box(row) or ("", "")


def _unseen(row: str) -> tuple[str, str] | None:
    if row.isascii() and row.isprintable():
        return None
    for pattern, message in ((HIDDEN, "không được có ký tự ẩn"), (LOOK_ALIKE, "phải dùng chữ cái tiếng Việt")):
        found = pattern.search(row.replace("\ufffd", ""))
        if found:
            return f"{message} ({described(found[0])})", found[0]
    return None


def _code_in(row: str) -> tuple[str, str] | None:
    found = _CODE.search(row) or _ATTRIBUTES.search(row) or ENDLESS.search(row) or _CODE.search(_without_escapes(row))
    return ("không được có mã", found[0]) if found else None


def _without_escapes(row: str) -> str:
    # A browser drops these from an address before it looks at its beginning.
    return re.sub(r"[\s\x00-\x1f]", "", unescaped(row)) if "&" in row else ""


def _foreign_tag(row: str) -> tuple[str, str] | None:
    for found in _HTML_TAG.finditer(_CODE_SPAN.sub("", row)):
        fault = tag_fault(_MARKDOWN_INSIDE.sub("", found[0]), PROSE, PROSE_CLASSES)
        if fault:
            return fault, found[0]
    return None


def _foreign_box(row: str) -> tuple[str, str] | None:
    """Return why a box of a remark may not be called so: its words become classes, of which the frame has its own."""
    found = _BOX.match(row)
    odd = sorted(set(found[1].lower().split()) - PROSE_CLASSES) if found else []
    return (f"khung lưu ý không được có tên «{odd[0][:40]}»", odd[0]) if odd else None


def _calls(path: str, text: str) -> Iterator[Problem]:
    front = _FRONT.match(text)
    start = front.end() if front else 0
    odd = first_odd(text[start:])
    if odd:
        yield Problem(Place(path, odd.line + text.count("\n", 0, start)), "", odd.message)


CHECKS = (page_says_what_it_is, page_keeps_to_prose)
