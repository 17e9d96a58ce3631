"""Checks of files under docs/ as files: MkDocs publishes whatever lies there, so only known kinds and names may."""

import re
from collections import defaultdict
from collections.abc import Iterator, Mapping
from pathlib import Path

from hoctap.check.allowed_assets import is_allowed, right_bytes
from hoctap.check.definition import check
from hoctap.check.rules.page_bytes import DOCS, MOST_BYTES
from hoctap.load.rows import DEVICE
from hoctap.model.catalog import Catalog
from hoctap.model.finding import Place, Problem
from hoctap.model.page_folders import TABLE_OF
from hoctap.vietnamese.characters import printable
from hoctap.vietnamese.writing import slug

_ASSETS = f"{DOCS}/assets/"
_PAGE_PATH = re.compile(r"docs(?:/[a-z0-9][a-z0-9_-]{0,60}){0,4}/[a-z0-9][a-z0-9_-]{0,60}\.md")
_LARGEST_ASSET = 3_000_000
# What a build writes besides pages, and the forms of self-assessment, made of several tables.
_OF_BUILDS, _FORMS = ("data", "search"), "tu-danh-gia"


@check(
    must="Trong docs chỉ có trang .md là tệp thường; kiểu chữ, hình và mã của giao diện nằm trong docs/assets",
    cause="Tạo liên kết tới tệp ở chỗ khác, hoặc thêm tệp HTML; MkDocs đăng nguyên mọi tệp ấy lên trang.",
    cure="chép nội dung vào một trang .md",
    bad="liên kết tượng trưng trong docs",
    good="tệp thường trong docs",
)
def pages_are_plain_files(catalog: Catalog) -> Iterator[Problem]:
    """Ensure nothing is published through a link, and nothing but pages and known kinds of assets."""
    folder, settings = catalog.root / DOCS, catalog.root / "mkdocs.yml"
    if settings.exists() and not settings.is_file():
        yield Problem(Place("mkdocs.yml"), "", "phải là tệp thường")
    for path in sorted([folder, *folder.rglob("*")]):
        place = Place(printable(path.relative_to(catalog.root).as_posix()))
        fault = _fault(path, path.relative_to(catalog.root).as_posix())
        if fault:
            right = plain_name(path.relative_to(catalog.root).as_posix())
            is_name = _PAGE_PATH.fullmatch(right) and not _PAGE_PATH.fullmatch(place.path) and path.suffix == ".md"
            yield Problem(place, "", fault, "", f"đổi tên thành {right}" if is_name else "")


def plain_name(path: str) -> str:
    """Return the path with the words of each part as an address has them: «Tiếp cận.md» is tiep-can.md."""
    *folders, name = path.split("/")
    stem, dot, ending = name.rpartition(".")
    return "/".join([*folders, f"{slug(stem)}{dot}{ending.lower()}"])


def _fault(path: Path, name: str) -> str:
    if path.is_symlink():
        return "phải là tệp thường"
    if DEVICE.match(path.name):
        return "máy Windows không mở được tên này; đặt tên khác"
    if path.is_dir() and path.suffix == ".md":
        return "thư mục không được mang tên như một trang"
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
    return "" if path.stat().st_size <= MOST_BYTES else f"trang phải nhỏ hơn {MOST_BYTES // 1_000} kB"


def _asset_fault(path: Path, name: str) -> str:
    if not is_allowed(name):
        return (
            "trong docs/assets chỉ có những tệp giao diện kể tên trong scripts/hoctap/check/allowed_assets.py "
            "và hình img/*.png, img/*.webp với tên không dấu"
        )
    if path.stat().st_size > _LARGEST_ASSET:
        return f"phải nhỏ hơn {_LARGEST_ASSET // 1_000_000} MB"
    if not right_bytes(name, path.read_bytes()):
        return "nội dung phải đúng là loại tệp mà tên nói"
    return ""


@check(
    must="Mỗi trang có địa chỉ riêng, không trùng trang khác, trang làm từ dữ liệu hay thư mục của bản dựng",
    cause="Đặt tên trang bằng mã của một đơn vị, địa phương, chỉ tiêu…, hoặc có cả x.md và x/index.md.",
    cure="đặt tên khác cho trang",
    bad="docs/don-vi/truong-thpt-ho-sen.md",
    good="docs/huong-dan/truong-thpt-ho-sen.md",
)
def page_has_an_address_of_its_own(catalog: Catalog) -> Iterator[Problem]:
    """Ensure no page would be written over by another, or over one: a build writes all into one folder."""
    folder = catalog.root / DOCS
    names: dict[str, list[str]] = defaultdict(list)
    for path in sorted(folder.rglob("*.md")):
        name = path.relative_to(folder).as_posix()
        names[_address(name)].append(name)
        if fault := _fault_of_address(_address(name).removeprefix("en/"), catalog):
            yield Problem(Place(printable(f"{DOCS}/{name}")), "", fault)
    for first, *others in names.values():
        for name in others:
            message = f"phải có địa chỉ riêng, đang trùng với {DOCS}/{first}"
            yield Problem(Place(printable(f"{DOCS}/{name}")), "", printable(message))


def _address(name: str) -> str:
    """Return where a page under docs/ will stand: `a/b/` for a/b.md and a/b/index.md."""
    stem = name.removesuffix(".md")
    return stem.removesuffix("index") if stem == "index" or stem.endswith("/index") else f"{stem}/"


def _fault_of_address(address: str, catalog: Catalog) -> str:
    folder, _, rest = address.partition("/")
    key = rest.partition("/")[0]
    if folder in _OF_BUILDS or (folder == _FORMS and key):
        return f"thư mục {folder}/ do bản dựng viết, không đặt trang ở đây"
    known: Mapping[str, object] = getattr(catalog, TABLE_OF[folder]) if folder in TABLE_OF else {}
    return f"trang {folder}/{key}/ làm từ dữ liệu, trang này phải có tên khác" if key in known else ""


CHECKS = (pages_are_plain_files, page_has_an_address_of_its_own)
