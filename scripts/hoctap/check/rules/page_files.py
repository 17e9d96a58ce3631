"""Checks of files under docs/ as files: MkDocs publishes whatever lies there, so only known kinds and names may."""

import re
from collections.abc import Iterator
from pathlib import Path

from hoctap.check.definition import check
from hoctap.check.rules.pages import DOCS, MOST_BYTES
from hoctap.model.catalog import Catalog
from hoctap.model.finding import Place, Problem
from hoctap.vietnamese.characters import printable

_ASSETS = f"{DOCS}/assets/"
_PAGE_PATH = re.compile(r"docs(?:/[a-z0-9_][a-z0-9_-]{0,60}){0,4}/[a-z0-9_][a-z0-9_-]{0,60}\.md")
# Each kind of asset has its folder, its names and the bytes it begins with; pictures that can hold code go by name.
_KINDS = (
    (re.compile(r"css/[a-z0-9.-]{1,60}\.css"), b""),
    (re.compile(r"js/(?:[a-z0-9_.-]{1,60}/){0,2}[a-z0-9_.-]{1,60}\.(?:js|json)"), b""),
    (re.compile(r"fonts/[a-z0-9-]{1,60}\.woff2"), b"wOF2"),
    (re.compile(r"fonts/OFL\.txt"), b""),
    (re.compile(r"img/(?:[a-z0-9-]{1,60}/){0,2}[a-z0-9-]{1,60}\.png"), b"\x89PNG\r\n\x1a\n"),
    (re.compile(r"img/(?:[a-z0-9-]{1,60}/){0,2}[a-z0-9-]{1,60}\.webp"), b"RIFF"),
    (re.compile(r"img/(?:favicon|logo)\.svg"), b"<svg"),
)
_LIVELY = re.compile(rb"<script|<foreignObject|\bon\w+\s*=|href|<!|<\?|javascript:|<style|<animate|<set", re.IGNORECASE)
_LARGEST_ASSET = 3_000_000


@check(
    must="Trong docs chỉ có trang .md là tệp thường; kiểu chữ, hình và mã của giao diện nằm trong docs/assets",
    cause="Tạo liên kết tới tệp ở chỗ khác, hoặc thêm tệp HTML; MkDocs đăng nguyên mọi tệp ấy lên trang.",
    cure="chép nội dung vào một trang .md",
    bad="liên kết tượng trưng trong docs",
    good="tệp thường trong docs",
)
def pages_are_plain_files(catalog: Catalog) -> Iterator[Problem]:
    """Ensure nothing is published through a link, and nothing but pages and known kinds of assets."""
    folder = catalog.root / DOCS
    for path in sorted([folder, *folder.rglob("*")]):
        place = Place(printable(path.relative_to(catalog.root).as_posix()))
        fault = _fault(path, path.relative_to(catalog.root).as_posix())
        if fault:
            yield Problem(place, "", fault)


def _fault(path: Path, name: str) -> str:
    if path.is_symlink():
        return "phải là tệp thường"
    if path.is_dir() or not path.exists():
        return ""
    if not path.is_file():
        return "phải là tệp thường"
    if name.startswith(_ASSETS):
        return _asset_fault(path, name.removeprefix(_ASSETS))
    if path.suffix != ".md":
        return "phải là trang .md"
    if not _PAGE_PATH.fullmatch(name):
        return "tên trang chỉ có chữ thường không dấu, chữ số và gạch nối, không quá 60 ký tự mỗi phần"
    return "" if path.stat().st_size <= MOST_BYTES else f"trang phải nhỏ hơn {MOST_BYTES // 1_000_000} MB"


def _asset_fault(path: Path, name: str) -> str:
    start = next((start for pattern, start in _KINDS if pattern.fullmatch(name)), None)
    if start is None:
        return "trong docs/assets chỉ có css/*.css, js/*.js, fonts/*.woff2, img/*.png, img/*.webp với tên không dấu"
    if path.stat().st_size > _LARGEST_ASSET:
        return f"phải nhỏ hơn {_LARGEST_ASSET // 1_000_000} MB"
    data = path.read_bytes()
    if not data.startswith(start) or (start == b"<svg" and _LIVELY.search(data)):
        return "nội dung phải đúng là loại tệp mà tên nói"
    return ""


CHECKS = (pages_are_plain_files,)
