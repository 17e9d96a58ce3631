"""Checks of names and titles: they are what a thing is called, nothing around it."""

import re
from collections.abc import Iterator

from hoctap.check.definition import check
from hoctap.check.rules.cells import cells_where
from hoctap.model.catalog import Catalog
from hoctap.model.descriptor import Field
from hoctap.model.finding import Problem

# «V. I. Lênin» begins with no mark of a list.
_LISTED = re.compile(r"(?:\d{1,3}[.)]|[a-zđ]\)|[-+*•])\s+(?=\w\w)")
_ADDRESS = re.compile(r"(?:https?://|www\.)\S+", re.IGNORECASE)


@check(
    must="Tên là tên gọi, không kèm số thứ tự của danh sách, không phải địa chỉ trang",
    cause="Chép cả cột số thứ tự, hoặc dán địa chỉ vào ô tên.",
    cure="chỉ giữ lại tên",
    bad="name_vi: 2. Hội Khuyến học xã Chiềng Mai, tỉnh Sơn La",
    good="name_vi: Hội Khuyến học xã Chiềng Mai, tỉnh Sơn La",
    asks=True,
)
def name_is_what_a_thing_is_called(catalog: Catalog) -> Iterator[Problem]:
    """Ask about names and titles that begin with the mark of a list, or are an address."""
    for row, column, cell, found in cells_where(catalog, _around, _is_name):
        rest = cell.removeprefix(found)
        cure = f"viết là {rest}" if rest else "chép tựa của bài, địa chỉ ghi ở cột url"
        message = "phải là tên gọi, không kèm số thứ tự" if rest else "phải là tên gọi, không phải địa chỉ"
        yield Problem(row.place, column.name, message, cell, cure)


def _around(cell: str) -> str | None:
    found = _ADDRESS.fullmatch(cell) or _LISTED.match(cell)
    return found[0] if found else None


def _is_name(column: Field) -> bool:
    return column.name in ("name_vi", "short_name", "title")


CHECKS = (name_is_what_a_thing_is_called,)
