"""What each published file is, in words for the download page and metadata. One line for each kind of file.

`{table}`, `{package}`, `{version}` and `{key}` in a pattern stand for one name; the first pattern that fits holds.
"""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from functools import cache

from hoctap.exports import by_province
from hoctap.exports.edition import Edition, Published
from hoctap.model import figures
from hoctap.model.catalog import Catalog
from hoctap.views.link import AREA, CAMPAIGN, UNIT

CALENDARS = "lich"


@dataclass(frozen=True, slots=True)
class FileKind:
    """A kind of file: `use` says for whom; `holds_data` tells data from words about it."""

    pattern: str
    label: str
    media_type: str
    use: str
    holds_data: bool = True

    @property
    def is_of_a_province(self) -> bool:
        """Return whether it holds all units of a province, that of a page among them."""
        return by_province.FOLDER in self.pattern

    @property
    def is_of_a_page(self) -> bool:
        """Return whether there is one such file for each page of a kind."""
        return "{key}" in self.pattern


@dataclass(frozen=True, slots=True)
class Listed:
    """A published file with its kind and, where it holds rows of one table (or of all), how many."""

    file: Published
    kind: FileKind
    title: str
    rows: int | None


_CSV, _JSON, _ZIP = "text/csv", "application/json", "application/zip"
_XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
_PARQUET = "application/vnd.apache.parquet"
_GZIP = "application/gzip"
_OF_PROVINCE = "mọi đơn vị của cả tỉnh trong một tệp"
FILE_KINDS: tuple[FileKind, ...] = (
    FileKind(
        "hoctap.xlsx",
        "Sổ Excel",
        _XLSX,
        "xem, lọc, in bằng Excel hoặc LibreOffice; mọi bảng, có từ điển",
    ),
    FileKind("so-lieu-day-du.csv", "Số liệu đầy đủ, CSV", _CSV, "một bảng có sẵn mọi tên gọi, cho Python, R"),
    FileKind("so-lieu-day-du-excel.csv", "Số liệu đầy đủ, CSV cho Excel", _CSV, "bấm đúp trên Windows tiếng Việt"),
    FileKind("so-lieu-day-du.csv.gz", "Số liệu đầy đủ, CSV nén", _GZIP, "một bảng có sẵn mọi tên gọi, cho Python, R"),
    FileKind("so-lieu-day-du-excel.zip", "Số liệu đầy đủ, CSV cho Excel (nén)", _ZIP, "giải nén rồi mở bằng Excel"),
    FileKind("so-lieu-day-du.parquet", "Số liệu đầy đủ, Parquet", _PARQUET, "DuckDB, pandas, Spark"),
    FileKind(
        "so-lieu-day-du-theo-nam/year={key}/region={region}/{part}.parquet",
        "Số liệu đầy đủ, Parquet chia theo năm và vùng",
        _PARQUET,
        "DuckDB, Spark, Trino: chỉ đọc năm và vùng cần đến",
    ),
    FileKind("statements.csv", "Mọi phát biểu về số liệu", _CSV, "người kiểm rút mẫu; gồm cả chỗ từ chối và lý do"),
    FileKind("statements.csv.gz", "Mọi phát biểu về số liệu, nén", _GZIP, "người kiểm rút mẫu; gồm cả chỗ từ chối"),
    FileKind("con-thieu.csv", "Con số đang thiếu, CSV", _CSV, "ai muốn tìm giúp; có chữ để tìm và chỗ gửi", False),
    FileKind("con-thieu-excel.csv", "Con số đang thiếu, CSV cho Excel", _CSV, "chia việc tìm trong Excel", False),
    FileKind("hoctap.zip", "Gói dữ liệu hoàn chỉnh", _ZIP, "giữ trọn bộ, kiểm bằng frictionless"),
    FileKind("hoctap.sqlite", "Cơ sở dữ liệu SQLite", "application/vnd.sqlite3", "hỏi bằng SQL, có khóa và tìm chữ"),
    FileKind("hoctap.sqlite.gz", "Cơ sở dữ liệu SQLite, nén", _GZIP, "giải nén rồi hỏi bằng SQL"),
    FileKind("hoctap/datapackage.json", "Mô tả gói dữ liệu", _JSON, "máy đọc cột, khóa, mã và giấy phép"),
    FileKind("hoctap/csv-metadata.json", "CSVW", "application/csvm+json", "công cụ theo chuẩn CSV on the Web", False),
    FileKind("hoctap/{table}.csv", "CSV", _CSV, "xử lý bằng Python, R, cơ sở dữ liệu"),
    FileKind("hoctap/{table}.csv.gz", "CSV nén", _GZIP, "xử lý bằng Python, R, cơ sở dữ liệu"),
    FileKind("excel/{table}.csv", "CSV cho Excel", _CSV, "bấm đúp trên Windows tiếng Việt"),
    FileKind("hoctap.parquet/{table}.parquet", "Parquet", _PARQUET, "DuckDB, pandas, Spark"),
    FileKind("api/v1/index.json", "Mục lục JSON", _JSON, "điểm vào của giao diện JSON"),
    FileKind("api/v1/openapi.json", "OpenAPI", "application/vnd.oai.openapi+json", "mô tả giao diện JSON", False),
    FileKind("api/v1/tables/{table}.json", "JSON", _JSON, "ứng dụng và trang web"),
    FileKind("api/v1/tables/{table}.json.gz", "JSON nén", _GZIP, "ứng dụng và trang web"),
    FileKind("croissant.json", "Croissant", "application/ld+json", "công cụ học máy", False),
    FileKind("datacite.json", "DataCite", _JSON, "kho dữ liệu, thư viện", False),
    FileKind("CITATION.cff", "Cách trích dẫn", "text/yaml", "công cụ quản lý trích dẫn", False),
    FileKind("dcat.ttl", "DCAT-AP (Turtle)", "text/turtle", "cổng dữ liệu mở", False),
    FileKind("dcat.jsonld", "DCAT-AP (JSON-LD)", "application/ld+json", "cổng dữ liệu mở", False),
    FileKind("versions.json", "Các phiên bản", _JSON, "chương trình theo dõi phiên bản", False),
    FileKind("feeds/{package}.atom", "Tin thay đổi", "application/atom+xml", "trình đọc tin", False),
    FileKind("lich/tat-ca.ics", "Lịch mọi mốc sắp tới", "text/calendar", "lịch trên điện thoại, máy tính"),
    FileKind("lich/viec-{key}.ics", "Lịch việc hằng năm", "text/calendar", "lịch nhắc việc mỗi năm"),
    FileKind("lich/{key}.ics", "Lịch của phong trào", "text/calendar", "lịch trên điện thoại, máy tính"),
    FileKind("releases/{version}/hoctap.zip", "Bản đã phát hành", _ZIP, "dẫn lại đúng bản đã dùng"),
    FileKind("releases/{version}/{key}", "Tệp của bản đã phát hành", _CSV, "dẫn lại một bảng của bản đã dùng"),
    FileKind("{package}.zip", "Gói nguồn", _ZIP, "một gói, đúng như trong kho"),
    FileKind("{package}/datapackage.json", "Mô tả gói nguồn", _JSON, "người đóng góp"),
    FileKind("{package}/data/{key}.csv", "CSV của gói nguồn", _CSV, "người đóng góp"),
    FileKind("{package}/data/{table}/{key}.csv", "CSV của gói nguồn", _CSV, "người đóng góp"),
    FileKind(f"excel/{by_province.FOLDER}/{{key}}.zip", "CSV mở bằng Excel (nén)", _ZIP, _OF_PROVINCE),
    FileKind(f"{by_province.FOLDER}/{{key}}.csv.gz", "CSV dùng cho máy (nén)", _GZIP, _OF_PROVINCE),
    FileKind("danh-sach/{key}.xlsx", "Excel", _XLSX, "danh sách có tên gọi, mã ở các cột cuối"),
    FileKind("{package}/{key}.xlsx", "Excel", _XLSX, "có nguồn, lưu ý và cách dẫn; mở bằng Excel, LibreOffice"),
    FileKind("{package}/{key}.md", "Markdown", "text/markdown", "chương trình đọc chữ: mỗi con số là một câu có nguồn"),
    FileKind("{package}/{key}.atom", "Tin số mới", "application/atom+xml", "trình đọc tin: nguồn mới nói gì", False),
    FileKind("excel/{package}/{key}.csv", "CSV mở bằng Excel", _CSV, "bấm đúp là mở đúng chữ Việt"),
    FileKind("{package}/{key}.csv.gz", "CSV dùng cho máy (nén)", _GZIP, "chỉ lấy số liệu của một trang"),
    FileKind("{package}/{key}.csv", "CSV dùng cho máy", _CSV, "chỉ lấy số liệu của một trang"),
    FileKind("{package}/{key}.json", "JSON", _JSON, "mọi bảng nói về một trang"),
)


# The first of them is made only for pages that have rows.
_OF_PAGE = (
    "{folder}/{key}.xlsx",
    "excel/{folder}/{key}.csv",
    "{folder}/{key}.csv",
    "{folder}/{key}.csv.gz",
    "{folder}/{key}.json",
    "{folder}/{key}.md",
    "{folder}/{key}.atom",
)


def listed(catalog: Catalog, edition: Edition) -> Iterator[Listed]:
    """Yield every published file that is not of a single page, kind after kind; LookupError for an unknown one."""
    titles = {resource.name: resource.title for resource in catalog.resources()}
    counts = {name: len(table.rows) for name, table in catalog.tables.items()}
    for file in edition.files:
        kind, names = kind_of(file.path)
        if not kind.is_of_a_page:
            table = names.get("table", "")
            everything = kind.holds_data and file.path.startswith("hoctap.")
            rows = counts[table] if table else sum(counts.values()) if everything else None
            if file.path.startswith(figures.NAME):
                rows = len(catalog.observations)
            named = titles.get(table) or names.get("version", "") or names.get("package", "")
            yield Listed(file, kind, named, rows)


def own_edition(catalog: Catalog, edition: Edition, folder: str, key: str) -> Edition:
    """Return the edition as one page knows it: with its own files, and those of its province where it has none."""
    shared = (by_province.paths_of(province) for province in _provinces(catalog, folder, key))
    paths = [*_of_page(folder, key), *(path for both in shared for path in both)]
    return replace(edition, files=tuple(edition.by_path[path] for path in paths if path in edition.by_path))


def of_page(own: Edition, folder: str, key: str) -> list[Listed]:
    """Return the published files of one page, Excel first; none for pages without rows of their own."""
    paths = _of_page(folder, key)
    if paths[0] not in own.by_path:
        return []
    files = [own.by_path[path] for path in paths if path in own.by_path]
    return [Listed(file, kind_of(file.path)[0], "", None) for file in files]


def of_provinces(catalog: Catalog, own: Edition, folder: str, key: str) -> list[Listed]:
    """Return the files that hold a unit or area among others of its province; none where each has files of its own."""
    found = []
    for province in _provinces(catalog, folder, key):
        area = catalog.areas.get(province)
        title = area.name_vi if area and folder == AREA else ""
        files = [own.by_path[path] for path in by_province.paths_of(province) if path in own.by_path]
        found += [Listed(file, kind_of(file.path)[0], title, None) for file in files]
    return found


def _of_page(folder: str, key: str) -> list[str]:
    paths = [pattern.format(folder=folder, key=key) for pattern in _OF_PAGE]
    return [*paths, f"{CALENDARS}/{key}.ics"] if folder == CAMPAIGN else paths


def _provinces(catalog: Catalog, folder: str, key: str) -> list[str]:
    """Return the provinces whose files hold the figures of a page."""
    if folder == UNIT:
        return [by_province.province_file(catalog, key)]
    return by_province.provinces_of_area(catalog, key) if folder == AREA else []


@cache  # several descriptions of the data ask this of each file that is published
def kind_of(path: str) -> tuple[FileKind, Mapping[str, str]]:
    """Return the kind of a published file and the names in its path; LookupError if no kind fits."""
    for kind, pattern in _patterns_like(path.count("/"), _ending(path)):
        if found := pattern.fullmatch(path):
            return kind, found.groupdict()
    raise LookupError(f"exports/kinds.py does not say what {path} is")


def _ending(path: str) -> str:
    return path.rpartition(".")[2]


@cache  # there are thousands of paths, and few shapes of them
def _patterns_like(folders: int, ending: str) -> tuple[tuple[FileKind, re.Pattern[str]], ...]:
    """Return the kinds of files so many folders deep that may end like this, each with its pattern of paths."""
    alike = (kind for kind in FILE_KINDS if kind.pattern.count("/") == folders)
    alike = (kind for kind in alike if _ending(kind.pattern) == ending or kind.pattern.endswith("}"))
    regular = ((kind, re.sub(r"\\{(\w+)\\}", r"(?P<\1>[^/]+)", re.escape(kind.pattern))) for kind in alike)
    return tuple((kind, re.compile(pattern)) for kind, pattern in regular)
