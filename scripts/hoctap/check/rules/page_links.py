"""The check of where pages lead: links to other pages, places in them, and pictures."""

import re
from collections.abc import Iterator, Mapping
from pathlib import PurePosixPath
from urllib.parse import unquote

from hoctap.check.definition import check
from hoctap.check.rules.code_rows import prose_rows
from hoctap.check.rules.half_links import half_links, pictures_in_tags
from hoctap.check.rules.likely_path import likely_path, resolved
from hoctap.check.rules.near import Near
from hoctap.check.rules.page_bytes import DOCS
from hoctap.check.rules.page_places import has_place, near_place
from hoctap.check.rules.pages import pages
from hoctap.load.web_address import why_not_public
from hoctap.model.catalog import Catalog
from hoctap.model.finding import Place, Problem
from hoctap.vietnamese.characters import printable

# Each stops at what begins the next one, so that no line of half links is read again and again.
_LINK = re.compile(
    r"\]\(\s*<?([^)\]>\s](?:[^)\]>]*?[^)\]>\s])??)>?(?:\s++(?:\"[^\"\]]*\"|'[^'\]]*'))?\s*+\)"
    r"|^\s{0,3}\[[^\]^]+\]:\s*(\S+)"
)
_PICTURE = re.compile(r"!\[([^\]]{0,300})\](?:\(\s*<?([^)\]\s>]+)|\s?\[([^\]]{0,300})\])?")
_WORDLESS = re.compile(r"!\[\s{0,300}\]\(\s*<?([^)\]\s>]+)")
_NAMED = re.compile(r"^\s{0,3}\[([^\]^]+)\]:\s*<?(\S+?)>?(?:\s|$)", re.MULTILINE)
_SCHEME = re.compile(r"[a-z][a-z0-9+.-]*:|//|/", re.IGNORECASE)
_ONLY_WEB = "liên kết phải dẫn tới trang trong docs hoặc địa chỉ https:// mọi người mở được"
_FROM_ADDRESS = "hình phải có thật; trong thẻ img đường dẫn tính từ địa chỉ của trang"
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
        for line, must, found, hint in half_links(text):
            yield Problem(Place(f"{DOCS}/{page}", line), "", must, _on_one_line(found), hint)
        home = PurePosixPath(page.removesuffix("index.md").removesuffix(".md"))
        for line, source in pictures_in_tags(text):
            if not _SCHEME.match(source) and resolved(home, source) not in there:
                place, hint = Place(f"{DOCS}/{page}", line), "viết như ![tên hình](đường dẫn tính từ tệp .md)"
                yield Problem(place, "", _FROM_ADDRESS, _on_one_line(source), hint)


def _on_one_line(target: str) -> str:
    return printable(" ".join(target.split()))[:120]


def _faults_of(
    target: str, page: str, there: set[str], texts: Mapping[str, str], nearest: Near
) -> Iterator[tuple[str, str]]:
    """Yield what must hold of a link of `page`, and how to mend it."""
    if _SCHEME.match(target):
        why = why_not_public(target) if target.startswith(("https://", "http://")) else _ONLY_WEB
        if why:
            yield why, likely_path(target, page, there, nearest) if target.startswith("/") else ""
        return
    if _CALL.search(target):
        return
    file, _, anchor = target.partition("#")
    named = unquote(file.partition("?")[0])
    found = resolved(PurePosixPath(page).parent, named) if file else page
    if file and found not in there:
        yield "liên kết phải dẫn tới tệp có thật", likely_path(named, page, there, nearest)
    elif anchor and found in texts and not has_place(texts[found], unquote(anchor)):
        yield "trang được dẫn tới phải có mục ấy", near_place(texts[found], unquote(anchor), nearest, found)


def _targets(text: str) -> Iterator[tuple[int, str]]:
    for line, row in prose_rows(text):
        for found in _LINK.finditer(row):
            yield line, found[1] or found[2]


def _foreign_pictures(text: str) -> Iterator[tuple[int, str]]:
    """Yield the address of each picture that is none of ours, with its line: a page loads nothing from elsewhere."""
    if "![" not in text:
        return
    named = {found[1].lower(): found[2] for found in _NAMED.finditer(text)}
    for line, row in prose_rows(text):
        for found in _PICTURE.finditer(row):
            target = found[2] or named.get((found[3] or found[1]).lower(), "")
            if _SCHEME.match(target):
                yield line, target


@check(
    must="Hình trong trang có lời nói hình cho thấy gì",
    cause="Để trống hai ngoặc vuông: người nghe máy đọc không biết có gì trong hình.",
    cure="viết lời vào ngoặc vuông: ![điều hình cho thấy](đường dẫn)",
    bad="![](../assets/img/bieu.webp)",
    good="![Mẫu Excel mở ở trang Số liệu](../assets/img/bieu.webp)",
)
def picture_has_words(catalog: Catalog) -> Iterator[Problem]:
    """Ensure no picture of a page, outside code, stands without words for those who do not see it."""
    for path, text in pages(catalog):
        for line, row in prose_rows(text) if _WORDLESS.search(text) else ():
            for found in _WORDLESS.finditer(row):
                yield Problem(Place(path, line), "", "hình phải có lời", _on_one_line(found[1]))


CHECKS = (page_links_lead_somewhere, picture_has_words)
