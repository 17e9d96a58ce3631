"""Checks of where pages lead: links to other pages and pictures, and what their macros name."""

import re
from collections.abc import Iterable, Iterator, Mapping
from pathlib import PurePosixPath
from urllib.parse import unquote

from hoctap.check.definition import check
from hoctap.check.rules.code_rows import CODE_SPAN, rows_with_code
from hoctap.check.rules.macro_calls import NAMES, Call, calls_in, macro_pages
from hoctap.check.rules.near import Near
from hoctap.check.rules.page_bytes import DOCS
from hoctap.check.rules.page_places import has_place, near_place
from hoctap.check.rules.pages import pages
from hoctap.load.web_address import why_not_public
from hoctap.model.catalog import Catalog
from hoctap.model.finding import Place, Problem
from hoctap.model.page_folders import TABLE_OF
from hoctap.vietnamese.characters import printable

# Each stops at what begins the next one, so that no line of half links is read again and again.
_LINK = re.compile(
    r"\]\(\s*<?([^)\]>\s](?:[^)\]>]*?[^)\]>\s])??)>?(?:\s++(?:\"[^\"\]]*\"|'[^'\]]*'))?\s*+\)"
    r"|^\s{0,3}\[[^\]^]+\]:\s*(\S+)"
)
_PICTURE = re.compile(r"!\[([^\]]{0,300})\](?:\(\s*<?([^)\]\s>]+)|\s?\[([^\]]{0,300})\])?")
_NAMED = re.compile(r"^\s{0,3}\[([^\]^]+)\]:\s*<?(\S+?)>?(?:\s|$)", re.MULTILINE)
_SCHEME = re.compile(r"[a-z][a-z0-9+.-]*:|//|/", re.IGNORECASE)
_ONLY_WEB = "liên kết phải dẫn tới trang trong docs hoặc địa chỉ https:// mọi người mở được"
_CALL = re.compile(r"\{\{|\{%")


@check(
    must="Liên kết trong trang dẫn tới trang, mục, hình có trong thư mục docs",
    cause="Đổi tên, chuyển chỗ hoặc xóa trang được dẫn tới; gõ sai đường dẫn.",
    cure="sửa đường dẫn; trang dẫn bằng tên tệp .md, tính từ trang đang viết",
    bad="[cách đọc](doc-gai.md)",
    good="[cách đọc](doc-gia.md)",
)
def page_links_lead_somewhere(catalog: Catalog) -> Iterator[Problem]:
    """Ensure relative links of pages, outside code, name a file under docs/, and a place in it that is there."""
    folder = catalog.root / DOCS
    there = {path.relative_to(folder).as_posix() for path in folder.rglob("*") if path.is_file()}
    texts = {path.removeprefix(f"{DOCS}/"): text for path, text in pages(catalog)}
    nearest = Near()
    for page, text in texts.items():
        foreign = dict.fromkeys(_foreign_pictures(text))
        for line, target in foreign:
            yield Problem(
                Place(f"{DOCS}/{page}", line), "", "hình phải nằm trong docs/assets/img", _on_one_line(target)
            )
        pictures = {target for _, target in foreign}
        for line, target in _targets(text):
            if target.strip("<>") not in pictures:
                for must, hint in _faults_of(target, page, there, texts, nearest):
                    yield Problem(Place(f"{DOCS}/{page}", line), "", must, _on_one_line(target), hint)


def _on_one_line(target: str) -> str:
    return printable(" ".join(target.split()))[:120]


def _faults_of(
    target: str, page: str, there: set[str], texts: Mapping[str, str], nearest: Near
) -> Iterator[tuple[str, str]]:
    """Yield what must hold of a link of `page`, and how to mend it."""
    if _SCHEME.match(target):
        why = why_not_public(target) if target.startswith(("https://", "http://")) else _ONLY_WEB
        if why:
            yield why, ""
        return
    if _CALL.search(target):
        return
    file, _, anchor = target.partition("#")
    found = _resolved(PurePosixPath(page).parent, unquote(file.partition("?")[0])) if file else page
    if file and found not in there:
        yield "liên kết phải dẫn tới tệp có thật", _near(found, there, nearest)
    elif anchor and found in texts and not has_place(texts[found], unquote(anchor)):
        yield "trang được dẫn tới phải có mục ấy", near_place(texts[found], unquote(anchor), nearest, found)


def _targets(text: str) -> Iterator[tuple[int, str]]:
    for line, row, is_code in rows_with_code(text):
        if not is_code:
            for found in _LINK.finditer(CODE_SPAN.sub("", row)):
                yield line, found[1] or found[2]


def _foreign_pictures(text: str) -> Iterator[tuple[int, str]]:
    """Yield the address of each picture that is none of ours, with its line: a page loads nothing from elsewhere."""
    if "![" not in text:
        return
    named = {found[1].lower(): found[2] for found in _NAMED.finditer(text)}
    for line, row, is_code in rows_with_code(text):
        for found in () if is_code else _PICTURE.finditer(CODE_SPAN.sub("", row)):
            target = found[2] or named.get((found[3] or found[1]).lower(), "")
            if _SCHEME.match(target):
                yield line, target


def _resolved(home: PurePosixPath, target: str) -> str:
    parts: list[str] = list(home.parts)
    for part in PurePosixPath(target).parts:
        if part == "..":
            if not parts:
                return ""
            parts.pop()
        elif part != ".":
            parts.append(part)
    return "/".join(parts)


def _near(found: str, there: set[str], nearest: Near) -> str:
    name = found.rpartition("/")[2]
    same_name = min((path for path in there if path.rpartition("/")[2] == name), default="")
    near = same_name or nearest.of(found, sorted(path for path in there if path.endswith(".md")), 0.7, among="files")
    return f"có phải là {near}? (tính từ docs/)" if near else ""


# What the words of a macro name, in their order; other macros take none that could be wrong.
_NAMES = {"figure": ("units", "indicators"), "term": ("terms",)}


@check(
    must="Macro trong trang nêu mã có trong dữ liệu",
    cause="Gõ sai mã, hoặc dữ liệu đã đổi mã.",
    cure="sửa mã",
    bad='{{ figure("hoi-khuyen-hoc-tinh-son-la", "member") }}',
    good='{{ figure("hoi-khuyen-hoc-tinh-son-la", "members") }}',
)
def macros_name_what_exists(catalog: Catalog) -> Iterator[Problem]:
    """Ensure what macros name on pages that may run them stands in the data, and that there are such macros."""
    try:
        with_macros = macro_pages(catalog.root)
    except ValueError:  # told by the rule of pages that keep to prose
        return
    known, nearest = _known(catalog), Near()
    for path, text in pages(catalog):
        if path.removeprefix(f"{DOCS}/") in with_macros:
            for call in calls_in(text):
                if call.name not in NAMES:
                    hint = nearest.asked(call.name, NAMES, 0.5, among="macros") or f"các macro có: {', '.join(NAMES)}"
                    yield Problem(Place(path, call.line), "", "macro phải có thật", call.name, hint)
                for message, value, table, among in _faults(call, known):
                    hint = nearest.asked(value, among, among=table)
                    yield Problem(Place(path, call.line), call.name, message, value, hint)


def _known(catalog: Catalog) -> Mapping[str, Mapping[str, object]]:
    return {
        "units": catalog.units,
        "indicators": catalog.indicators,
        "areas": catalog.areas,
        "campaigns": catalog.campaigns,
        "documents": catalog.documents,
        "sources": catalog.sources,
        "titles": catalog.titles,
        "terms": catalog.terms,
        "count": catalog.tables,
    }


def _faults(call: Call, known: Mapping[str, Mapping[str, object]]) -> Iterator[tuple[str, str, str, Iterable[str]]]:
    """Yield what must hold of the words of a call, the word that breaks it, and of which table which it may mean."""
    wanted: tuple[str, ...] = _NAMES.get(call.name, ("count",) if call.name == "count" else ())
    words = call.words
    if call.name == "link" and words:
        if words[0] not in TABLE_OF:
            yield "không có loại trang này", words[0], "folders", TABLE_OF
            return
        wanted, words = (TABLE_OF[words[0]],), words[1:]
    if len(words) < len(wanted):
        yield f"phải có {len(wanted)} mã trong ngoặc", ", ".join(words), "", ()
    for table, word in zip(wanted, words, strict=False):
        if word not in known[table]:
            yield "mã phải có trong dữ liệu", word, table, known[table]


CHECKS = (page_links_lead_somewhere, macros_name_what_exists)
