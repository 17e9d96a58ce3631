"""Checks of prose pages under docs/: what every page must say of itself, and where macros may run."""

import re
from collections.abc import Iterator
from pathlib import Path

import yaml

from hoctap.check.definition import check
from hoctap.model.catalog import Catalog
from hoctap.model.finding import Place, Problem

DOCS = "docs"
_FRONT = re.compile(r"\A---\n(.*?)\n---\n", re.DOTALL)


def _pages(catalog: Catalog) -> Iterator[tuple[str, str]]:
    folder = catalog.root / DOCS
    for path in sorted(folder.rglob("*.md")):
        if path.is_file() and not path.is_symlink():
            yield path.relative_to(catalog.root).as_posix(), path.read_bytes().decode("utf-8", "replace")


def front_matter(text: str) -> dict[str, object] | None:
    """Return the page's front matter; None where it is missing or is not a YAML mapping."""
    found = _FRONT.match(text)
    try:
        loaded = yaml.safe_load(found[1]) if found else None
    except (yaml.YAMLError, RecursionError):
        return None
    return loaded if isinstance(loaded, dict) else None


@check(
    must="Trang nào cũng có title và description ở đầu trang",
    cause="Thiếu phần giữa hai dòng ---, hoặc viết sai cú pháp nên phần này bị bỏ qua.",
    cure="thêm title và description vào đầu trang, giữa hai dòng ---",
    bad="trang không có title",
    good="title: Cho người đọc",
)
def page_says_what_it_is(catalog: Catalog) -> Iterator[Problem]:
    """Ensure front matter can be read and names the page; MkDocs drops a broken one without a word."""
    for path, text in _pages(catalog):
        if "\ufffd" in text:
            line = text.count("\n", 0, text.index("\ufffd")) + 1
            yield Problem(Place(path, line), "", "phải là UTF-8")
        meta = front_matter(text)
        for name in ("title", "description"):
            if meta is None or not isinstance(meta.get(name), str):
                yield Problem(Place(path, 1), name, "phải có ở đầu trang")
                break


@check(
    must="Trang không tự bật macro, không chèn tệp khác, không chứa mã chạy",
    cause="Chép mẫu từ nơi khác, hoặc muốn trang mới dùng được macro.",
    cure="bỏ mục này; trang được dùng macro khai trong mkdocs.yml",
    bad="thẻ script trong trang",
    good="chỉ có chữ và liên kết",
)
def page_keeps_to_prose(catalog: Catalog) -> Iterator[Problem]:
    """Ensure no page opts in to macros by itself, includes files or carries scripts."""
    for path, text in _pages(catalog):
        meta = front_matter(text) or {}
        for name in ("render_macros", "ignore_macros", "template"):
            if name in meta:
                lines = (line for line, row in enumerate(text.splitlines(), 1) if row.startswith(name))
                yield Problem(Place(path, next(lines, 1)), name, "không được có ở đầu trang")
        for line, row in enumerate(text.splitlines(), 1):
            found = re.search(r"--8<--|<script|<!--hoctap:|javascript:|<iframe|\bon\w+\s*=", row, re.IGNORECASE)
            if found:
                yield Problem(Place(path, line, found.start() + 1), "", "không được có mã", found[0])


@check(
    must="Trong docs chỉ có trang .md là tệp thường; kiểu chữ, hình và mã của giao diện nằm trong docs/assets",
    cause="Tạo liên kết tới tệp ở chỗ khác, hoặc thêm tệp HTML; MkDocs đăng nguyên mọi tệp ấy lên trang.",
    cure="chép nội dung vào một trang .md",
    bad="liên kết tượng trưng trong docs",
    good="tệp thường trong docs",
)
def pages_are_plain_files(catalog: Catalog) -> Iterator[Problem]:
    """Ensure nothing is published through a link, and nothing but pages outside docs/assets."""
    for path in sorted((catalog.root / DOCS).rglob("*")):
        place = Place(_relative(path, catalog.root))
        if path.is_symlink():
            yield Problem(place, "", "phải là tệp thường")
        elif path.is_file() and path.suffix != ".md" and not place.path.startswith(f"{DOCS}/assets/"):
            yield Problem(place, "", "phải là trang .md")


def _relative(path: Path, root: Path) -> str:
    return path.relative_to(root).as_posix()


CHECKS = (page_says_what_it_is, page_keeps_to_prose, pages_are_plain_files)
