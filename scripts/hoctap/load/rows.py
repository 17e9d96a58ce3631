"""CSV files into rows that know their line. Looks at bytes, text and shape; never at what a cell means."""

import csv
import io
import re
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path, PurePosixPath

from hoctap.load.rules import breach
from hoctap.model.descriptor import Package, Resource
from hoctap.model.finding import Finding, Place
from hoctap.model.table import Row, SourceFile, Table, table_of

BOM = b"\xef\xbb\xbf"
_SAFE_PATH = re.compile(r"[A-Za-z0-9][A-Za-z0-9._-]*(/[A-Za-z0-9][A-Za-z0-9._-]*)*\.csv")


@dataclass(frozen=True, slots=True)
class ReadTable:
    table: Table
    files: tuple[SourceFile, ...]
    findings: tuple[Finding, ...]


def read_table(root: Path, package: Package, resource: Resource) -> ReadTable:
    """Return the rows of every file of `resource` that can be read, and findings for what cannot."""
    rows: list[Row] = []
    files: list[SourceFile] = []
    findings: list[Finding] = []
    for name, line in zip(resource.paths, resource.path_lines, strict=True):
        path = f"{package.folder}/{name}"
        refusal = _refusal(root, package, name, line)
        if refusal:
            findings.append(refusal)
            continue
        file, text_findings = _decoded(path, (root / path).read_bytes())
        files.append(file)
        findings += text_findings
        if file.text is None:
            continue
        read, shape_findings = _records(resource, path, file.text)
        rows += read
        findings += shape_findings
    return ReadTable(table_of(resource, tuple(rows)), tuple(files), tuple(findings))


def _refusal(root: Path, package: Package, name: str, line: int) -> Finding | None:
    path, at = f"{package.folder}/{name}", Place(package.path, line)
    if not _SAFE_PATH.fullmatch(name):
        message = "đường dẫn phải tương đối, nằm trong thư mục của gói và kết thúc bằng .csv"
        return breach("path-stays-inside-the-package", at, message, field="path", value=name)
    parts = PurePosixPath(path).parts
    if any((root / Path(*parts[:depth])).is_symlink() for depth in range(1, len(parts) + 1)):
        return breach("path-stays-inside-the-package", at, "phải là tệp thường", field="path", value=name)
    if not (root / path).is_file():
        message = "tệp được kể tên phải có trong thư mục"
        return breach("file-exists", at, message, field="path", value=name)
    return None


def _decoded(path: str, data: bytes) -> tuple[SourceFile, list[Finding]]:
    findings: list[Finding] = []
    if data.startswith(BOM):
        findings.append(breach("file-is-utf8", Place(path, 1), "phải là UTF-8 không có BOM, đang có BOM ở đầu tệp"))
    try:
        text = data.removeprefix(BOM).decode("utf-8")
    except UnicodeDecodeError as error:
        line = data.count(b"\n", 0, error.start) + 1
        found = data[error.start : error.end].hex(" ")
        message = "phải là UTF-8, đang có byte không thuộc UTF-8"
        findings.append(breach("file-is-utf8", Place(path, line), message, value=found))
        return SourceFile(path, data, None), findings
    return SourceFile(path, data, text), findings


def _records(resource: Resource, path: str, text: str) -> tuple[list[Row], list[Finding]]:
    rows: list[Row] = []
    findings: list[Finding] = []
    try:
        for line, cells in numbered_records(text):
            if line == 1:
                findings += _header_findings(resource, path, cells)
                if findings:
                    break
                continue
            if len(cells) == len(resource.header):
                rows.append(Row(path, line, tuple(cells)))
            elif cells:
                message = f"phải có {len(resource.header)} ô, đang có {len(cells)} ô"
                findings.append(breach("row-has-every-cell", Place(path, line), message))
            else:
                findings.append(breach("row-is-not-blank", Place(path, line), "không được để dòng trống"))
    except BadCsvError as error:
        message = f"phải là CSV đúng cú pháp từ dòng này trở đi ({error})"
        findings.append(breach("file-is-csv", Place(path, error.line), message))
    if not text.strip():
        findings += _header_findings(resource, path, [])
    return rows, findings


class BadCsvError(ValueError):
    """Text that is no CSV from `line` on, where a record starts that does not end."""

    def __init__(self, message: str, line: int) -> None:
        super().__init__(message)
        self.line = line


_CSV_ERRORS = {
    "unexpected end of data": "dấu nháy kép mở mà không đóng",
    "',' expected after '\"'": "sau dấu nháy kép đóng phải là dấu phẩy",
}


def numbered_records(text: str) -> Iterator[tuple[int, list[str]]]:
    """Yield each CSV record with the line it starts on; BadCsvError where quotes do not close."""
    reader = csv.reader(io.StringIO(text, newline=""), strict=True)
    start = 1
    try:
        for cells in reader:
            yield start, cells
            start = reader.line_num + 1
    except csv.Error as error:
        raise BadCsvError(_CSV_ERRORS.get(str(error), str(error)), start) from error


def _header_findings(resource: Resource, path: str, cells: list[str]) -> list[Finding]:
    if tuple(cells) == resource.header:
        return []
    expected = ",".join(resource.header)
    message = "dòng đầu phải có đúng các cột theo thứ tự đã định"
    hint = f"dòng đầu đúng là: {expected}"
    return [breach("header-matches-the-schema", Place(path, 1), message, value=",".join(cells), hint=hint)]
