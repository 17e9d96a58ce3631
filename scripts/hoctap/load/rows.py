"""Reads CSV files as rows that know their line. Looks at text and shape; never at what a cell means."""

import csv
import io
import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path, PurePosixPath

from hoctap.load.columns import table_in_columns
from hoctap.load.file_bytes import BOM, MOST_BYTES, refusals
from hoctap.load.file_rules import breach
from hoctap.load.suggestions import split_number
from hoctap.model.descriptor import Package, Resource
from hoctap.model.finding import Finding, Place
from hoctap.model.table import Row, SourceFile, Table, table_of

_SAFE_PATH = re.compile(r"[A-Za-z0-9][A-Za-z0-9._-]*(/[A-Za-z0-9][A-Za-z0-9._-]*)*\.csv")
_LONGEST_PATH = 120
# What a file with rows has: something on two lines.
TWO_LINES = re.compile(rb"\S\s*[\r\n]\s*\S")
# Names that mean a device on Windows, with any ending: no copy of the repository with one can be made there.
DEVICE = re.compile(r"(?:con|prn|aux|nul|clock\$|conin\$|conout\$|(?:com|lpt)[0-9¹²³])(?:\..*)?\Z", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class ReadTable:
    """`lacks_rows` tells that rows stand in the files that could not be read."""

    table: Table
    files: tuple[SourceFile, ...]
    findings: tuple[Finding, ...]
    lacks_rows: bool


def read_table(root: Path, package: Package, resource: Resource) -> ReadTable:
    """Return the rows of every file of `resource` that can be read, and findings for what cannot."""
    files: list[SourceFile] = []
    findings: list[Finding] = []
    readable: list[SourceFile] = []
    for name, line in zip(resource.paths, resource.path_lines, strict=True):
        path = f"{package.folder}/{name}"
        refusal = _refusal(root, package, name, line)
        if refusal:
            findings.append(refusal)
            continue
        data = (root / path).read_bytes()
        refused = list(refusals(path, data))
        files.append(SourceFile(path, data, is_text=not refused))
        findings += refused
        if data.startswith(BOM):
            findings.append(_begins_with_bom(path))
        readable += [] if refused else files[-1:]
    table, broken = _rows_of(resource, readable)
    lacks_rows = len(readable) < len(resource.paths) or any(_lacks_a_row(each) for each in broken)
    lacks_rows |= not all(TWO_LINES.search(file.data) for file in readable)  # cut off behind its header
    return ReadTable(table, tuple(files), (*findings, *broken), lacks_rows)


def _lacks_a_row(broken: Finding) -> bool:
    """Return whether something that could not be read may be a row: a blank line is none, nor is the header again."""
    return broken.rule != "row-is-not-blank" and (broken.rule != "header-matches-the-schema" or broken.line == 1)


def _rows_of(resource: Resource, files: Sequence[SourceFile]) -> tuple[Table, list[Finding]]:
    """Return the sound rows of files, in columns where there are many, and what keeps the others out."""
    table = table_in_columns(resource, files)
    if table is not None:
        return table, []
    rows: list[Row] = []
    broken = [finding for file in files for finding in _records(resource, file.path, file.data, rows)]
    return table_of(resource, tuple(rows)), broken


def _refusal(root: Path, package: Package, name: str, line: int) -> Finding | None:
    path, at = f"{package.folder}/{name}", Place(package.path, line)
    if (
        len(name) > _LONGEST_PATH
        or not _SAFE_PATH.fullmatch(name)
        or any(DEVICE.match(part) for part in name.split("/"))
    ):
        message = "đường dẫn phải tương đối, nằm trong thư mục của gói, kết thúc bằng .csv, không quá 120 ký tự"
        return breach("path-stays-inside-the-package", at, message, field="path", value=name[:_LONGEST_PATH])
    parts = PurePosixPath(path).parts
    if any((root / Path(*parts[:depth])).is_symlink() for depth in range(1, len(parts) + 1)):
        return breach("path-stays-inside-the-package", at, "phải là tệp thường", field="path", value=name)
    if not (root / path).is_file():
        message = "tệp được kể tên phải có trong thư mục"
        return breach("file-exists", at, message, field="path", value=name)
    if (root / path).stat().st_size > MOST_BYTES:
        return breach("line-is-short-enough", at, "tệp phải nhỏ hơn 400 MB", field="path", value=name)
    return None


def _begins_with_bom(path: str) -> Finding:
    return breach("file-is-utf8", Place(path, 1), "phải là UTF-8 không có BOM, đang có BOM ở đầu tệp")


def _records(resource: Resource, path: str, data: bytes, rows: list[Row]) -> Iterator[Finding]:
    """Add the sound records of `data` to `rows` and yield what keeps the others out."""
    width = len(resource.header)
    same: dict[str, str] = {}
    keep = same.setdefault  # equal cells are one string in memory
    line = 0
    try:
        for line, cells in numbered_records(data):
            if line == 1:
                wrong = _header_finding(resource, path, cells)
                if wrong:
                    yield wrong
                    return
            elif tuple(cells) == resource.header:
                message, hint = "dòng đầu chỉ đứng một lần, ở đầu tệp", "bỏ dòng này, hoặc chạy: hoctap fix"
                yield breach("header-matches-the-schema", Place(path, line), message, hint=hint)
            elif len(cells) == width and any(cells):
                rows.append(Row(path, line, tuple([keep(cell, cell) for cell in cells])))
            elif not any(cells):
                yield breach("row-is-not-blank", Place(path, line), "không được để dòng trống")
            else:
                message, hint = f"phải có {width} ô, đang có {len(cells)} ô", split_number(resource, cells)
                yield breach("row-has-every-cell", Place(path, line), message, hint=hint)
    except BadCsvError as error:
        message = f"phải là CSV đúng cú pháp từ dòng này trở đi ({error})"
        yield breach("file-is-csv", Place(path, error.line), message)
    if line == 0:
        yield _header_finding(resource, path, []) or breach("file-is-csv", Place(path, 1), "phải có dòng đầu")


class BadCsvError(ValueError):
    """Text that is no CSV from `line` on, where a record starts that does not end."""

    def __init__(self, message: str, line: int) -> None:
        super().__init__(message)
        self.line = line


_CSV_ERRORS = {
    "unexpected end of data": "dấu nháy kép mở mà không đóng",
    "',' expected after '\"'": "sau dấu nháy kép đóng phải là dấu phẩy",
}


def numbered_records(data: bytes) -> Iterator[tuple[int, list[str]]]:
    """Yield each CSV record with the line it starts on; BadCsvError where quotes do not close."""
    reader = csv.reader(io.TextIOWrapper(io.BytesIO(data), encoding="utf-8-sig", newline=""), strict=True)
    start = 1
    try:
        for cells in reader:
            yield start, cells
            start = reader.line_num + 1
    except csv.Error as error:
        raise BadCsvError(_CSV_ERRORS.get(str(error), str(error)), start) from error


def _header_finding(resource: Resource, path: str, cells: list[str]) -> Finding | None:
    if tuple(cells) == resource.header:
        return None
    message = "dòng đầu phải có đúng các cột theo thứ tự đã định"
    found = ",".join(cells)[:300]
    return breach("header-matches-the-schema", Place(path, 1), message, value=found, hint=_header_hint(resource, cells))


def _header_hint(resource: Resource, cells: Sequence[str]) -> str:
    expected = ",".join(resource.header)
    for mark, name in ((";", "dấu chấm phẩy"), ("\t", "dấu tab"), ("|", "dấu |")):
        if len(cells) == 1 and mark in cells[0]:
            return f"tệp đang ngăn cột bằng {name}; lưu lại thành CSV ngăn bằng dấu phẩy, dòng đầu: {expected}"
    if not any(cells):
        return f"tệp trống thì lấy lại bản trước; có dòng trống ở đầu thì xóa đi; dòng đầu đúng là: {expected}"
    missing = [name for name in resource.header if name not in cells]
    extra = [name for name in cells if name and name not in resource.header][:20]
    twice = sorted({name for name in resource.header if cells.count(name) > 1})
    faults = [f"thiếu cột: {', '.join(missing)}"] if missing else []
    faults += [f"thừa cột: {', '.join(extra)}"] if extra else []
    faults += [f"cột lặp lại: {', '.join(twice)}"] if twice else []
    if nameless := cells.count(""):
        faults.append(f"thừa {nameless} cột không tên: xóa dấu phẩy thừa, ở cuối mọi dòng cũng vậy")
    if not faults:
        faults.append("các cột sai thứ tự: xếp lại cả dòng đầu và mọi dòng")
    return "; ".join([*faults, f"dòng đầu đúng là: {expected}"])
