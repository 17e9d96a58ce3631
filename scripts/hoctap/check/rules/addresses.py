"""Checks of addresses of the web: anybody must be able to open them."""

from collections.abc import Iterator

from hoctap.check.definition import check
from hoctap.check.rules.cells import cells_where
from hoctap.load.web_address import likely_address, why_not_public
from hoctap.model.catalog import Catalog
from hoctap.model.descriptor import Field
from hoctap.model.finding import Problem


@check(
    must="Địa chỉ là địa chỉ trang mạng đầy đủ mà ai cũng mở được, bắt đầu bằng https:// hoặc http://",
    cause="Chép thiếu phần đầu, hoặc dán địa chỉ trên máy của mình.",
    cure="chép lại cả dòng địa chỉ từ trình duyệt",
    bad="url: bao.vn/bai-1",
    good="url: https://bao.vn/bai-1",
)
def address_is_on_the_web(catalog: Catalog) -> Iterator[Problem]:
    """Ensure columns of addresses hold web addresses only; a page makes links of them."""
    for row, column, cell, why in cells_where(catalog, _not_on_the_web, _is_address):
        right = likely_address(cell)
        yield Problem(row.place, column.name, why, cell, f"viết là {right}" if right else "")


def _not_on_the_web(cell: str) -> str | None:
    return why_not_public(cell) or None


def _is_address(column: Field) -> bool:
    return column.descriptor.get("format") == "uri"


_ADDRESSES = ("http://", "https://", "www.")


@check(
    must="Vị trí là chỗ thấy trong nguồn, không phải địa chỉ trang",
    cause="Dán địa chỉ của bài vào cột vị trí.",
    cure="ghi «đoạn 3» hoặc vài chữ đầu của câu; địa chỉ ghi ở bảng nguồn",
    bad="locator: https://bao.vn/bai-1",
    good="locator: đoạn 3",
)
def place_in_a_source_is_no_address(catalog: Catalog) -> Iterator[Problem]:
    """Ensure the place where a thing was read says where in the source, for the source says where that is."""
    for row, column, cell, _ in cells_where(catalog, _address_in, _is_locator):
        yield Problem(row.place, column.name, "phải là chỗ trong nguồn, không phải địa chỉ", cell)


def _address_in(cell: str) -> str | None:
    return cell if cell.startswith(_ADDRESSES) else None  # «mục 1.2/3» is none


def _is_locator(column: Field) -> bool:
    return column.name == "locator"


CHECKS = (address_is_on_the_web, place_in_a_source_is_no_address)
