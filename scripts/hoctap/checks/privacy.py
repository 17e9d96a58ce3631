"""Checks that nothing private or secret is published. Reads every cell that is not an address."""

import re
from collections.abc import Iterator

from hoctap.checks.check import check
from hoctap.model.catalog import Catalog
from hoctap.model.finding import Problem

EMAIL = re.compile(r"[\w.+-]+@[\w-]+\.[\w.-]+")
# A first letter before the look-behind lets the search skip; these run over every published byte.
PERSONAL = (
    ("số căn cước công dân", re.compile(r"0(?<!\d0)\d{11}(?!\d)")),
    ("số điện thoại", re.compile(r"(?:0(?<![\d.]0)|\+(?<![\d.]\+)84)(?:[ .-]?\d){9,10}(?!\d)")),
    ("địa chỉ thư điện tử", EMAIL),
)
SECRET = re.compile(r"gh[pousr]_[A-Za-z0-9]{20,}|-----BEGIN [A-Z ]*PRIVATE KEY|AKIA[0-9A-Z]{16}")


@check(
    must="Không có thông tin riêng của cá nhân: số căn cước, điện thoại, thư điện tử",
    cause="Chép cả phần liên hệ ở cuối bài hoặc danh sách cán bộ.",
    cure="xóa thông tin cá nhân khỏi ô",
)
def no_personal_data(catalog: Catalog) -> Iterator[Problem]:
    """Ensure no cell outside addresses holds an identity number, a phone number or an e-mail."""
    for table in catalog.tables.values():
        names = tuple(column.name for column in table.resource.fields if _may_hold_text(column.raw))
        for row, cells in table.keys(names):
            for name, cell in zip(names, cells, strict=True):
                for what, pattern in PERSONAL:
                    if pattern.search(cell):
                        yield Problem(row.place, name, f"không được có {what}")


def _may_hold_text(raw: object) -> bool:
    return isinstance(raw, dict) and raw.get("type") == "string" and raw.get("format") != "uri"


@check(
    must="Không có khóa bí mật, mật khẩu",
    cause="Dán nhầm mã truy cập.",
    cure="xóa ngay và thay khóa đã lộ",
)
def no_secret(catalog: Catalog) -> Iterator[Problem]:
    """Ensure no file holds an access token or a private key."""
    for table in catalog.tables.values():
        for row in table.rows:
            for name, cell in zip(table.resource.header, row.cells, strict=True):
                if SECRET.search(cell):
                    yield Problem(row.place, name, "không được có khóa bí mật")


CHECKS = (no_personal_data, no_secret)
