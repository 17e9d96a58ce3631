"""Checks of which files there are and in which form they are written."""

import csv
import re
from bisect import bisect_left
from collections.abc import Iterator, Sequence
from contextlib import suppress
from pathlib import Path, PurePosixPath

from hoctap.check.definition import check
from hoctap.load.rows import TWO_LINES
from hoctap.model.canonical import canonical_text, is_canonical
from hoctap.model.catalog import Catalog
from hoctap.model.descriptor import Resource
from hoctap.model.finding import Place, Problem
from hoctap.model.table import SourceFile


@check(
    must="Mỗi tệp CSV trong thư mục data đều được datapackage.json kể tên",
    cause="Thêm tệp mới (ví dụ số liệu của một tỉnh) mà chưa khai trong datapackage.json.",
    cure="thêm đường dẫn tệp vào mục path của bảng trong datapackage.json",
    bad="data/observations/ha-giang.csv chưa khai",
    good='"path": ["data/observations/ha-giang.csv"]',
)
def every_data_file_is_listed(catalog: Catalog) -> Iterator[Problem]:
    """Ensure no file lies in a package without belonging to a resource."""
    for package in catalog.packages:
        listed = {f"{package.folder}/{path}" for resource in package.resources for path in resource.paths}
        missing = [name for name in listed if not (catalog.root / name).is_file()]
        for path in sorted((catalog.root / package.folder).rglob("*")):
            name = path.relative_to(catalog.root).as_posix()
            if not path.is_dir() and name != package.path and name not in listed:
                cure = _cure_of_unlisted(path, missing)
                yield Problem(Place(name), "", "tệp phải được kể tên trong datapackage.json", "", cure)


# What machines and editors leave behind, and the names of copies.
_LEFT_BEHIND = re.compile(r"[.~].*|.*(?:~|\.(?:orig|bak|tmp|swp|rej))|Thumbs\.db|desktop\.ini", re.IGNORECASE)
_COPY = re.compile(r"(.+?)(?: ?\(\d+\)| - copy| copy(?: \d+)?| - bản sao|[-_ ]copy)(\.csv)", re.IGNORECASE)


def _cure_of_unlisted(path: Path, missing: Sequence[str]) -> str:
    """Return what to do with a file that no descriptor names; empty for a new CSV file, which is to be named."""
    folder = path.parent
    for name in missing:
        if PurePosixPath(name).parent.name == folder.name:
            right = PurePosixPath(name).name
            if path.name.lower() == right.lower() or path.name.lower().startswith(f"{right.lower()}."):
                return f"đổi tên tệp lại thành {right}"
    if _LEFT_BEHIND.fullmatch(path.name):
        return "xóa tệp này: phần mềm tự để lại, không phải dữ liệu"
    if found := _COPY.fullmatch(path.name):
        return f"xóa bản sao này; dòng nào mới thì chép vào {found[1]}{found[2]}"
    if path.suffix.lower() != ".csv":
        return f"chuyển tệp ra ngoài thư mục data; số liệu trong đó thì nhập bằng: hoctap intake {path.name}"
    return ""


@check(
    must="Tệp dữ liệu viết theo đúng một dạng chuẩn: xếp theo khóa, dấu nháy chỉ khi cần, xuống dòng LF",
    cause="Thêm dòng vào cuối tệp thay vì đúng chỗ, hoặc lưu bằng Excel.",
    cure="chạy: hoctap fix",
    bad="yen-bai,… đứng trước lang-son,…",
    good="lang-son,… đứng trước yen-bai,…",
    file_by_file=True,
)
def file_is_canonical(catalog: Catalog) -> Iterator[Problem]:
    """Ensure rewriting a file in canonical form changes nothing."""
    for table in catalog.tables.values():
        if table.is_canonical:
            continue
        rows = table.by_file()
        for file in catalog.files_of(table.resource):
            if file.is_text and not is_canonical(table.resource, file.data, [r.cells for r in rows.get(file.path, ())]):
                yield from _difference(table.resource, file)


def _difference(resource: Resource, file: SourceFile) -> Iterator[Problem]:
    text = file.text or ""
    with suppress(csv.Error, ValueError):
        right = canonical_text(resource, text)
        if right != text:
            yield _first_difference(file.path, text, right)


def _first_difference(path: str, text: str, right: str) -> Problem:
    found, wanted = text.splitlines(keepends=True), right.splitlines(keepends=True)
    if found != wanted and sorted(found) == sorted(wanted):
        return _first_misplaced(path, found, wanted)
    pairs = enumerate(zip(found, wanted, strict=False), 1)
    line = next((n for n, (have, want) in pairs if have != want), min(len(found), len(wanted)) + 1)
    have = found[line - 1] if line <= len(found) else ""
    message = "mỗi dòng phải kết thúc bằng LF" if "\r" in have else "dòng phải viết theo dạng chuẩn"
    return Problem(Place(path, line), "", message, have.rstrip("\r\n")[:120])


def _first_misplaced(path: str, found: Sequence[str], wanted: Sequence[str]) -> Problem:
    rank = {line: n for n, line in enumerate(wanted)}
    order = [rank[line] for line in found]
    stays = _longest_rising(order)
    at = next(n for n in range(len(order)) if n not in stays)
    follower = order[at] + 1
    where = f"trước dòng {order.index(follower) + 1}" if follower in order else "ở cuối tệp"
    message = f"các dòng phải xếp theo khóa, dòng này phải đứng {where}"
    return Problem(Place(path, at + 1), "", message, found[at].rstrip("\r\n")[:120])


def _longest_rising(numbers: Sequence[int]) -> set[int]:
    """Return the positions of a longest rising subsequence: the lines that may stay where they are."""
    ends: list[int] = []  # the position of the smallest number that ends a rising run of each length
    before: list[int] = []
    for at, number in enumerate(numbers):
        length = bisect_left(ends, number, key=lambda position: numbers[position])
        before.append(ends[length - 1] if length else -1)
        ends[length : length + 1] = [at]
    stays, at = set[int](), ends[-1]
    while at >= 0:
        stays.add(at)
        at = before[at]
    return stays


_MOST_OF_A_HEADER = 1_000
_SOMETHING = re.compile(rb"\S")


@check(
    must="Bảng nào cũng có ít nhất một dòng dữ liệu",
    cause="Tệp mới chỉ có dòng đầu, hoặc bị cắt cụt khi lưu.",
    cure="thêm dữ liệu, hoặc bỏ bảng khỏi datapackage.json",
    bad="tệp chỉ có dòng đầu",
    good="dòng đầu và ít nhất một dòng dữ liệu",
)
def table_has_rows(catalog: Catalog) -> Iterator[Problem]:
    """Ensure a file that reads cleanly is not just a header left by a full disk or a slip."""
    for file in catalog.files:
        is_alone = _SOMETHING.search(file.data) and not TWO_LINES.search(file.data)
        if file.is_text and is_alone and len(file.data) < _MOST_OF_A_HEADER:  # else all rows stand in one line
            yield Problem(Place(file.path, 1), "", "tệp phải có ít nhất một dòng dữ liệu sau dòng đầu")


CHECKS = (every_data_file_is_listed, file_is_canonical, table_has_rows)
