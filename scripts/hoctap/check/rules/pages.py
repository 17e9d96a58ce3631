"""Checks of prose pages under docs/: what every page must say of itself, what it may hold, where macros may run."""

from collections.abc import Iterator
from dataclasses import dataclass

from hoctap.check.definition import check
from hoctap.check.rules.doubles import called, second_ones
from hoctap.check.rules.front_matter import FRONT, FRONT_MATTER, WRITTEN, fault_in, front_matter, unframed
from hoctap.check.rules.macro_calls import first_odd, macro_pages
from hoctap.check.rules.near import Near
from hoctap.check.rules.page_bytes import DOCS, page_files, why_unreadable
from hoctap.check.rules.page_lines import faults_of_lines
from hoctap.model.canonical_page import canonical_page
from hoctap.model.catalog import Catalog
from hoctap.model.finding import Place, Problem
from hoctap.vietnamese.characters import printable


def pages(catalog: Catalog) -> Iterator[tuple[str, str]]:
    """Yield each page, its path and its text as `fix` would write it: how it is written, another rule tells.

    A page that is no UTF-8, or whose conflict of a merge is not settled, is told of by that rule alone.
    """
    for path, data in page_files(catalog):
        if why_unreadable(data) is None:
            yield path, canonical_page(data.decode("utf-8"))


@check(
    must="Trang nào cũng có title và description ở đầu trang",
    cause="Thiếu phần giữa hai dòng ---, hoặc viết sai cú pháp nên phần này bị bỏ qua.",
    cure="thêm title và description vào đầu trang, giữa hai dòng ---",
    bad="trang không có title",
    good="title: Cho người đọc",
)
def page_says_what_it_is(catalog: Catalog) -> Iterator[Problem]:
    """Ensure front matter can be read and names the page; MkDocs drops a broken one without a word."""
    nearest = Near()
    for path, text in pages(catalog):
        meta = front_matter(text)
        if meta is None and (block := FRONT.match(text)):
            at, must = fault_in(block[1])
            yield Problem(Place(path, at + 1), "", must, "", "viết mỗi mục một dòng, như title: Cho người đọc")
            continue
        at, must = unframed(text) if meta is None else (0, "")
        if at:
            yield Problem(
                Place(path, at), "", must, "", "title và description đứng giữa hai dòng ---, mỗi mục một dòng"
            )
            continue
        missing = next((name for name in ("title", "description") if name not in (meta or {})), "")
        # A slip in its name is told by the rule of what may stand there.
        if missing and missing not in (_likely_entry(name, nearest) for name in meta or {}):
            yield Problem(Place(path, 1), missing, "phải có ở đầu trang")


def _likely_entry(name: object, nearest: Near) -> str:
    """Return the entry that a name which is none is nearest to; empty if it is one, or near none."""
    return "" if name in FRONT_MATTER else nearest.of(str(name), FRONT_MATTER, 0.75)


@check(
    must="Hai trang không cùng title thì xem lại",
    cause="Chép một trang để viết trang mới mà quên đổi title: ở kết quả tìm hai trang giống hệt nhau.",
    cure="ghi title nói đúng trang ấy có gì; nếu hai trang nói một điều thì gộp lại",
    bad="hai trang có title: Cho người đọc",
    good="title: Cho người đọc và title: Cho đơn vị",
    asks=True,
)
def page_title_is_single(catalog: Catalog) -> Iterator[Problem]:
    """Ask about pages in one language whose titles are the same but for case, signs and the place of tones."""
    keyed = (((called(each.words), each.lang), each) for each in _titles(catalog))
    for title, first in second_ones(keyed):
        yield Problem(title.place, "title", f"cùng title với {first.place.path}", title.words)


@dataclass(frozen=True, slots=True)
class _Title:
    """The title of a page, where it stands and in which language it is."""

    place: Place
    words: str
    lang: str


def _titles(catalog: Catalog) -> Iterator[_Title]:
    for path, text in pages(catalog):
        head = front_matter(text) or {}
        if isinstance(words := head.get("title"), str):
            yield _Title(Place(path, _line_of(text, "title")), words, str(head.get("lang", "")))


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
    nearest = Near()
    for path, text in pages(catalog):
        yield from _settings(path, text, nearest)
        yield from faults_of_lines(path, text)
        if path.removeprefix(f"{DOCS}/") in with_macros:
            yield from _calls(path, text)


def _settings(path: str, text: str, nearest: Near) -> Iterator[Problem]:
    for name, value in (front_matter(text) or {}).items():
        near = _likely_entry(name, nearest)
        odd = f"có phải là {near}?" if near else f"xóa mục này; các mục dùng được: {', '.join(FRONT_MATTER)}"
        hint = f"viết như {WRITTEN[name]}" if name in WRITTEN else odd
        is_right, must = FRONT_MATTER.get(str(name), (None, "không được có ở đầu trang"))
        if is_right is None or not is_right(value):
            place = Place(path, _line_of(text, str(name)))
            yield Problem(place, printable(str(name))[:60], must, "", hint)


def _line_of(text: str, name: str) -> int:
    return next((line for line, row in enumerate(text.splitlines(), 1) if row.startswith(name)), 1)


def _calls(path: str, text: str) -> Iterator[Problem]:
    front = FRONT.match(text)
    start = front.end() if front else 0
    odd = first_odd(text[start:])
    if odd:
        hint = "sửa lời gọi, hoặc xóa đi"
        yield Problem(Place(path, odd.line + text.count("\n", 0, start)), "", odd.message, "", hint)


CHECKS = (page_says_what_it_is, page_title_is_single, page_keeps_to_prose)
