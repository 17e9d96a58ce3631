"""The README of a zipped package: what it is, which tables it has, how to open it, under which licence."""

from collections.abc import Sequence
from datetime import UTC, datetime

from hoctap.exports.markdown import plain
from hoctap.model.catalog import Catalog
from hoctap.model.descriptor import Package
from hoctap.vietnamese.writing import day, number

_LICENCE = (
    "## Giấy phép và cách dẫn",
    "",
    "Creative Commons Ghi công 4.0 Quốc tế (CC BY 4.0): dùng tự do khi ghi công. Cách dẫn: `CITATION.cff`.",
    "Khi dùng một con số, hãy dẫn thêm nguồn gốc ghi ở dòng của nó.",
    "Bài báo và văn bản được dẫn thuộc quyền của nơi đăng.",
    "",
)


def readme(catalog: Catalog, name: str, epoch: int) -> bytes:
    """Return the README of the package `name`: `hoctap` for the combined one."""
    own = [package for package in catalog.packages if package.name == name]
    packages = own or catalog.packages
    title = own[0].title if own else "Sổ Học Tập"
    on = day(datetime.fromtimestamp(epoch, UTC).date())
    tables = [
        f"| {plain(resource.title)} | `{resource.name}` | {number(len(catalog.tables[resource.name].rows))} |"
        for package in packages
        for resource in package.resources
    ]
    lines = [*_introduction(catalog, title, packages, on), *tables, "", *_opening(name), *_LICENCE]
    return "\n".join(lines).encode()


def _introduction(catalog: Catalog, title: str, packages: Sequence[Package], on: str) -> list[str]:
    return [
        f"# {plain(title)}",
        "",
        *(plain(package.description) for package in packages),
        "",
        f"Phiên bản {catalog.version}, dữ liệu ngày {on}.",
        "",
        "| Bảng | Tên | Số dòng |",
        "| --- | --- | ---: |",
    ]


def _opening(name: str) -> list[str]:
    return [
        "## Mở gói",
        "",
        "Tệp `datapackage.json` mô tả từng bảng, từng cột, khóa và nghĩa của mã theo chuẩn Data Package 2.",
        "Ô trống nghĩa là chưa biết, không phải là số 0. Tiền tính bằng đồng, tỷ lệ tính bằng phần trăm.",
        "",
        "```python",
        "from frictionless import Package",
        "",
        f'package = Package("{name}.zip")',
        "print(package.resource_names)",
        "```",
        "",
    ]
