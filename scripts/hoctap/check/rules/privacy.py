"""Checks that nothing private or secret is published. Reads every cell that is no address, and all descriptors."""

import re
from collections.abc import Iterable, Iterator, Mapping
from functools import lru_cache

from hoctap.check.definition import check
from hoctap.check.perhaps_personal import CODES, PATTERNS, perhaps_personal
from hoctap.check.personal import personal_in_each, worth_reading
from hoctap.check.rules.cells import NUMBERS, cells_where
from hoctap.check.rules.page_bytes import page_files, why_unreadable
from hoctap.check.secret import perhaps_secret, secret_in
from hoctap.load.json_text import Path as Spot
from hoctap.load.json_text import read_json
from hoctap.model.catalog import Catalog
from hoctap.model.descriptor import Field, Package
from hoctap.model.finding import Place, Problem
from hoctap.model.once import once

_ADDRESS = re.compile(r"https?://\S+")


@check(
    must="Không có thông tin riêng của cá nhân: số căn cước, hộ chiếu, điện thoại, tài khoản, thư, biển số, nhà riêng",
    cause="Chép cả phần liên hệ ở cuối bài hoặc danh sách cán bộ.",
    cure="xóa thông tin cá nhân khỏi ô",
    bad="note: liên hệ 0912 …",
    good="note: liên hệ văn phòng hội",
    file_by_file=True,
)
def no_personal_data(catalog: Catalog) -> Iterator[Problem]:
    """Ensure no cell outside addresses tells a private person, in any of the forms of check.personal."""
    columns = [
        (table, column.name)
        for table in catalog.tables.values()
        for column in table.resource.fields
        if _may_hold_text(column)
    ]
    strings = _strings(catalog)
    cells = (table.distinct(name) for table, name in columns)
    found = personal_in_each({text for _, _, text in strings}.union(*cells))
    for table, name in columns if found else ():
        for row, cell in table.holding(name, found):
            for what in found[cell]:
                yield Problem(row.place, name, f"không được có {what}")
    for package, spot, text in strings if found else ():
        for what in found.get(text, ()):
            yield _problem(catalog, package, spot, f"không được có {what}")


@once
def _strings(catalog: Catalog) -> tuple[tuple[Package, Spot, str], ...]:
    """Return every string of the descriptors with its package and its place there."""
    return tuple((package, *each) for package in catalog.packages for each in _within((), package.descriptor))


def _problem(catalog: Catalog, package: Package, spot: Spot, message: str) -> Problem:
    name = next((part for part in reversed(spot) if isinstance(part, str)), "")
    line = read_json((catalog.root / package.path).read_bytes()).line(spot)
    return Problem(Place(package.path, line), name, message)


def _within(spot: Spot, value: object) -> Iterator[tuple[Spot, str]]:
    if isinstance(value, str):
        yield spot, value
    elif isinstance(value, Mapping | list | tuple):
        for part, inner in value.items() if isinstance(value, Mapping) else enumerate(value):
            yield from _within((*spot, part), inner)


def _may_hold_text(column: Field) -> bool:
    return column.type == "string" and column.descriptor.get("format") != "uri"


@check(
    must="Không có khóa bí mật, mật khẩu",
    cause="Dán nhầm mã truy cập.",
    cure="xóa ngay và thay khóa đã lộ",
    bad="note: ghp_…",
    good="note: (trống)",
    file_by_file=True,
)
def no_secret(catalog: Catalog) -> Iterator[Problem]:
    """Ensure no cell holds an access token, a private key or a password."""
    ask = cells_where(catalog, lambda cell: secret_in(cell) or None, plain=NUMBERS, sift=perhaps_secret)
    for row, column, _, _found in ask:
        yield Problem(row.place, column.name, "không được có khóa bí mật")
    strings = _strings(catalog)
    secret = set(perhaps_secret({text for _, _, text in strings}))
    for package, spot, text in strings if secret else ():
        if text in secret and secret_in(text):
            yield _problem(catalog, package, spot, "không được có khóa bí mật")


@check(
    must="Chữ trong ô không kể năm sinh, tuổi, nhà ở hay tài khoản mạng của một người",
    cause="Tên người kèm một năm, số nhà kèm tên phố, tên có @: có thể của người, có thể của cơ quan, máy không biết.",
    cure="nếu là của một người thì xóa; nếu là của cơ quan, tổ chức thì để nguyên",
    bad="note: Nguyễn Văn An (1980)",
    good="note: Trường Tiểu học Nguyễn Văn An (1980)",
    asks=True,
    file_by_file=True,
)
def nobody_private_is_meant(catalog: Catalog) -> Iterator[Problem]:
    """Ask about what may tell a private person, and may as well tell a body that everybody knows."""
    ask = cells_where(
        catalog, lambda cell: tuple(perhaps_personal(cell)) or None, _may_hold_text, CODES, _perhaps_asked
    )
    for row, column, cell, what in ask:
        yield Problem(row.place, column.name, f"có thể là {', '.join(what)}", cell[:80])
    for path, data in page_files(catalog):
        if why_unreadable(data) is None:
            for line, what in _asked_of_page(data.decode("utf-8")):
                yield Problem(Place(path, line), "", f"có thể là {', '.join(what)}")


@lru_cache(maxsize=512)
def _asked_of_page(text: str) -> tuple[tuple[int, tuple[str, ...]], ...]:
    """Return the lines of a page that may tell a private person; `serve` asks it of all pages after each save."""
    rows = ((line, tuple(perhaps_personal(_ADDRESS.sub("", row)))) for line, row in enumerate(text.splitlines(), 1))
    return tuple((line, what) for line, what in rows if what)


def _perhaps_asked(cells: Iterable[str]) -> Iterable[str]:
    """Return the cells without those of many that a faster engine finds to be of nobody."""
    return worth_reading(tuple(cells), patterns=PATTERNS)


CHECKS = (no_personal_data, no_secret, nobody_private_is_meant)
