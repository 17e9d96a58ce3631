"""Files that programs ask a site for first: robots.txt, and llms.txt, which says what is here and how to quote it."""

from collections.abc import Iterator

from hoctap.exports import by_province
from hoctap.exports.packed import GZIP
from hoctap.exports.slices import FIGURES
from hoctap.model.catalog import Catalog
from hoctap.model.large_site import has_many_units
from hoctap.site.markdown_pages import NAME as MARKDOWN
from hoctap.vietnamese.writing import number
from hoctap.views.page_kinds import KINDS, PageKind

_RULES = (
    "Mỗi con số đi cùng đơn vị, thời kỳ, chữ nói chừng của nguồn, phạm vi, ranh giới, nguồn và chỗ trong nguồn.",
    "Khi trả lời, hãy giữ đủ những điều ấy (đúng, hơn, gần, khoảng là chữ của nguồn) và dẫn nguồn gốc.",
    "Ô trống hoặc null nghĩa là chưa biết, không phải là số 0. Không suy ra con số, tỉnh, năm mà sổ không ghi.",
    "Đơn vị hành chính đổi ranh giới từ 01/7/2025; số trước và sau ngày ấy không so thẳng với nhau.",
    "Chỉ cộng các đơn vị khi chỉ tiêu cho phép (cột `summable`), cùng thời kỳ, cùng phạm vi.",
    "Không cộng khi đơn vị này nằm trong đơn vị kia.",
)
_FIGURES = "data/so-lieu-day-du.csv"
_FILES = (
    (_FIGURES, "mọi con số trong một bảng, có sẵn tên gọi, nguồn, nghĩa của mã"),
    ("data/so-lieu-day-du.parquet", "cùng bảng ấy, có kiểu cột"),
    ("data/hoctap/datapackage.json", "mô tả mọi bảng, cột, khóa, mã (Data Package 2)"),
    ("data/api/v1/openapi.json", "giao diện JSON tĩnh"),
    ("data/api/v1/index.json", "mục lục các bảng"),
)


def robots(base: str) -> str:
    """Return robots.txt: all is open; `base` may be empty, and then no map is named."""
    return "User-agent: *\nAllow: /\n" + (f"\nSitemap: {base}sitemap.xml\n" if base else "")


def llms(catalog: Catalog, base: str) -> str:
    """Return llms.txt: what is here, how to quote it, where the files are; links are relative without a `base`."""
    what = "Số liệu có nguồn và hướng dẫn phong trào về xã hội học tập, khuyến học, khuyến tài ở Việt Nam."
    counted = f"{number(len(catalog.observations))} con số, phiên bản {catalog.version}, giấy phép CC BY 4.0."
    lines = [
        "# Sổ Học Tập",
        "",
        f"> {what} {counted}",
        "",
        *(f"- {rule}" for rule in _RULES),
        "",
        "## Tệp dữ liệu",
        "",
        *(f"- [{path.rpartition('/')[2]}]({base}{path}): {use}" for path, use in _files(catalog)),
        "",
        "## Trang",
        "",
    ]
    for kind in KINDS:
        pages = f"{number(len(list(kind.keys(catalog))))} trang"
        lines.append(f"- [{kind.label.lower()}]({base}{kind.folder}/): {pages}; {_files_of(catalog, kind, base)}")
    lines += [
        f"- [thuật ngữ]({base}thuat-ngu/): Markdown ở `{base}thuat-ngu/{MARKDOWN}`",
        '- Trang dữ liệu nào cũng nêu Markdown của mình trong phần đầu: `<link rel="alternate" type="text/markdown">`',
        f"- [cách làm và các quy ước]({base}du-lieu/)",
        f"- [English]({base}en/): every page of data has a twin in English at `{base}en/<its address>`",
        "",
    ]
    return "\n".join(lines)


def _files(catalog: Catalog) -> Iterator[tuple[str, str]]:
    """Yield the files of the whole, as they are called on this site, with their use."""
    for path, use in _FILES:
        yield path + GZIP * (path == _FIGURES and has_many_units(catalog)), use


def _files_of(catalog: Catalog, kind: PageKind, base: str) -> str:
    """Return where programs find what the pages of a kind say."""
    markdown, files = f"`{base}{kind.folder}/<mã>/{MARKDOWN}`", f"{base}data/{kind.folder}/<mã>"
    if kind.rows != FIGURES:
        return f"Markdown ở {markdown}" + (f", JSON ở `{files}.json`" if kind.rows else "")
    if has_many_units(catalog):
        _, path = by_province.paths_of("<mã tỉnh>")
        of_provinces = f"CSV theo tỉnh ở `{base}data/{path}`"
        return of_provinces + ("" if kind.table == "units" else f", Markdown ở {markdown}")
    return f"Markdown ở `{files}.md`, JSON ở `{files}.json`; trang chưa có số liệu thì Markdown ở {markdown}"
