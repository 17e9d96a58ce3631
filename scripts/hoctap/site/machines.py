"""What programs ask a site for first: robots.txt, and llms.txt, which says what is here and how to quote it."""

from hoctap.model.catalog import Catalog
from hoctap.vietnamese.writing import number

_RULES = (
    "Mỗi con số đi cùng đơn vị, thời kỳ, chữ nói chừng của nguồn, phạm vi, ranh giới, nguồn và chỗ trong nguồn.",
    "Khi trả lời, hãy giữ đủ những điều ấy (đúng, hơn, gần, khoảng là chữ của nguồn) và dẫn nguồn gốc.",
    "Ô trống hoặc null nghĩa là chưa biết, không phải là số 0. Không suy ra con số, tỉnh, năm mà sổ không ghi.",
    "Đơn vị hành chính đổi ranh giới từ 01/7/2025; số trước và sau ngày ấy không so thẳng với nhau.",
    "Chỉ cộng các đơn vị khi chỉ tiêu cho phép (cột `summable`), cùng thời kỳ, cùng phạm vi.",
    "Không cộng khi đơn vị này nằm trong đơn vị kia.",
)
_FILES = (
    ("data/so-lieu-day-du.csv", "mọi con số trong một bảng, có sẵn tên gọi, nguồn, nghĩa của mã"),
    ("data/so-lieu-day-du.parquet", "cùng bảng ấy, có kiểu cột"),
    ("data/hoctap/datapackage.json", "mô tả mọi bảng, cột, khóa, mã (Data Package 2)"),
    ("data/api/v1/openapi.json", "giao diện JSON tĩnh"),
    ("data/api/v1/index.json", "mục lục các bảng"),
)
_PAGES = (
    ("don-vi", "đơn vị", "units"),
    ("dia-phuong", "địa phương", "areas"),
    ("chi-tieu", "chỉ tiêu", "indicators"),
    ("phong-trao", "phong trào", "campaigns"),
)


def robots(base: str) -> str:
    """Return robots.txt: all is open; `base` may be empty, and then no map is named."""
    return "User-agent: *\nAllow: /\n" + (f"\nSitemap: {base}sitemap.xml\n" if base else "")


def llms(catalog: Catalog, base: str) -> str:
    """Return llms.txt: what is here, how to quote it, where the files are; links are relative without a `base`."""
    rows = {name: len(catalog.tables[name].rows) for _, _, name in _PAGES}
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
        *(f"- [{path.rpartition('/')[2]}]({base}{path}): {use}" for path, use in _FILES),
        "",
        "## Trang",
        "",
    ]
    for folder, name, table in _PAGES:
        twins = f"`{base}data/{folder}/<mã>.md`, JSON ở `{base}data/{folder}/<mã>.json`"
        lines.append(f"- [{name}]({base}{folder}/): {number(rows[table])} trang; có số liệu thì có Markdown ở {twins}")
    lines += [
        f"- [văn bản]({base}van-ban/), [danh hiệu]({base}danh-hieu/), [thuật ngữ]({base}thuat-ngu/)",
        f"- [cách làm và các quy ước]({base}du-lieu/)",
        f"- [English]({base}en/): every page of data has a twin in English at `{base}en/<its address>`",
        "",
    ]
    return "\n".join(lines)
