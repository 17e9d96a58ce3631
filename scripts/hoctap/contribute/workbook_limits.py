"""What a workbook may be before anything parses it: an archive of modest size, without programs, of a known shape.

Reads the archive's listing and streams through its parts; never builds a tree of any of them.
"""

import re
import zipfile
import zlib
from collections.abc import Container, Iterator
from html import unescape
from pathlib import Path

from hoctap.contribute.file_kinds import no_workbook, what_it_is
from hoctap.vietnamese.writing import number

MOST_BYTES = 10_000_000
MOST_PARTS = 500
MOST_UNPACKED = 120_000_000
MOST_RATIO = 150
MOST_CELLS = 400_000
MOST_ROWS, MOST_COLUMNS = 20_000, 200
TOO_LARGE = f"bảng phải có không quá {number(MOST_ROWS)} dòng, {MOST_COLUMNS} cột, {number(MOST_CELLS)} ô"
MOST_EMPTY_ROWS = 200_000
# Cells that merged ranges and links over ranges cover, together: whoever opens the file makes every one of them.
MOST_MERGED = 400_000
# Elements of a part: of cells and their texts, and of everything else (styles, relations).
_MOST_ELEMENTS, _MOST_OTHER_ELEMENTS = 2_600_000, 600_000
_MOST_WORD_ELEMENTS = 500_000  # python-docx makes an object of each
_CHUNK = 1 << 20
# A part that could run, or lead the reader elsewhere. Links to other workbooks are not among them: nobody follows them.
_PROGRAMS = re.compile(
    r"vbaProject|macrosheets|dialogsheets|activeX|ctrlProps|embeddings|customUI|connections\.xml|queryTables",
    re.IGNORECASE,
)
# A cell with nothing in it may lie anywhere: a format that was given to a whole column ends far below.
_REFERENCE = re.compile(
    rb"""<(?:\w+:)?c\b[^>]{0,200}?\br\s*=\s*["']([A-Za-z]{1,4})([0-9]{1,9})["'](?:[^>/]|/(?!>)){0,200}>(?!</)"""
)
_RANGE = re.compile(
    rb"""<(?:\w+:)?(?:mergeCell|hyperlink)\b[^>]{0,200}?\bref\s*=\s*["']"""
    rb"\$?([A-Za-z]{1,4})\$?([0-9]{1,9}):\$?([A-Za-z]{1,4})\$?([0-9]{1,9})[\"']"
)
_SHEET, _TARGET = re.compile(rb"<(?:\w+:)?sheet\s"), re.compile(rb"""\bTarget=["']([^"']*)""")
_TEXT = re.compile(rb"<(?:\w+:)?t(?: [^>]{0,100})?>([^<]{1,200})</")
# Texts in several runs, and those that a formula makes.
_NOT_PLAIN = re.compile(rb'<(?:\w+:)?r>|\bt="str"')
_FULL = ("sharedStrings.xml", "content.xml")
_CELL = re.compile(rb"<(?:\w+:)?c[ />]")
# A number format or a formula longer than a spreadsheet lets anybody write (255 and 8192 characters, escaped).
_TOO_LONG = re.compile(rb"""formatCode\s*=\s*(?:"[^"]{1600}|'[^']{1600})|<(?:\w+:)?f\b[^>]{0,300}>[^<]{16000}""")
# How much of a piece is read again with the next one: all that one of these patterns may need.
_LONGEST = 17_000
_ROW = re.compile(rb"<(?:\w+:)?row[ >](?![^>]{0,200}/>)")


def refusal(path: Path) -> str:
    """Return why the workbook must not be opened, in Vietnamese; empty if it may be."""
    if path.stat().st_size > MOST_BYTES:
        return f"tệp phải nhỏ hơn {MOST_BYTES // 1_000_000} MB"
    if why := what_it_is(path):
        return why
    if not zipfile.is_zipfile(path):
        return no_workbook(path)
    try:
        with zipfile.ZipFile(path) as archive:
            return next(_faults(archive), "")
    except (zipfile.BadZipFile, NotImplementedError, RuntimeError, OSError, EOFError, ValueError):
        return "tệp .xlsx bị hỏng, không mở được"
    except Exception as error:  # noqa: BLE001 - whatever a decoder says of hostile bytes, the file is refused
        return f"tệp .xlsx bị hỏng ({type(error).__name__})"


def words_in(path: Path) -> frozenset[str] | None:
    """Return every text of a workbook that was not refused; None where it is not written plainly enough to tell."""
    texts: set[bytes] = set()
    try:
        with zipfile.ZipFile(path) as archive:
            for name in archive.namelist():
                if name == "xl/sharedStrings.xml" or re.fullmatch(r"xl/worksheets/sheet[^/]*\.xml", name):
                    data = archive.read(name)
                    if _NOT_PLAIN.search(data):
                        return None
                    texts.update(_TEXT.findall(data))
    except (zipfile.BadZipFile, zlib.error, OSError, EOFError):
        return None
    return frozenset(unescape(text.decode(errors="replace")) for text in texts)


def archive_refusal(path: Path) -> str:
    """Return why a Word or OpenDocument file must not be opened, in Vietnamese; empty if it may be."""
    try:
        with zipfile.ZipFile(path) as archive:
            return next(_faults_of_any(archive), "")
    except Exception:  # noqa: BLE001 - whatever a decoder says of hostile bytes, the file is refused
        return "tệp bị hỏng hoặc có mật khẩu, không mở được"


def _faults_of_any(archive: zipfile.ZipFile) -> Iterator[str]:
    parts = archive.infolist()
    if len(parts) > MOST_PARTS or any(_leads_out(part.filename) for part in parts):
        yield "tệp có quá nhiều phần hoặc đường dẫn lạ"
    if any(re.search(r"vbaProject|activeX|Basic/", part.filename) for part in parts):
        yield "tệp không được có macro; hãy lưu lại không có macro"
    left = MOST_UNPACKED
    for part in parts:
        if part.filename.endswith((".xml", ".rels")):
            scan = _Scan(archive, part, left)
            yield from scan.faults(is_sheet=False)
            left -= scan.read


def _faults(archive: zipfile.ZipFile) -> Iterator[str]:
    parts = archive.infolist()
    names = [part.filename for part in parts]
    if len(parts) > MOST_PARTS:
        yield f"tệp phải có không quá {MOST_PARTS} phần"
    if len(set(names)) != len(names) or any(_leads_out(name) for name in names):
        yield "tệp .xlsx có phần trùng tên hoặc đường dẫn lạ"
    if any(_PROGRAMS.search(name) for name in names):
        yield (
            "tệp không được có macro hay tệp nhúng; "
            "hãy chép vùng số liệu, dán giá trị («Dán giá trị») sang mẫu trống rồi lưu .xlsx"
        )
    if "xl/workbook.xml" not in names:
        yield (
            "tệp phải là bảng tính .xlsx; đây là tệp nén loại khác: giải nén rồi gửi bảng tính bên trong, "
            "hoặc mở bằng Excel rồi lưu dạng .xlsx"
        )
    unpacked, packed = sum(part.file_size for part in parts), sum(part.compress_size for part in parts)
    if unpacked > MOST_UNPACKED or unpacked > MOST_RATIO * max(packed, 4096):
        yield "tệp nén quá chặt: mở ra lớn bất thường"
    if _sheets_of_one_part(archive, names):
        yield "tệp .xlsx có nhiều trang cùng là một phần của tệp"
    left = MOST_UNPACKED
    for part in parts:
        if part.filename.endswith((".xml", ".rels", ".vml")):
            scan = _Scan(archive, part, left)
            yield from scan.faults(is_sheet=part.filename.startswith("xl/worksheets/"))
            left -= scan.read


def _sheets_of_one_part(archive: zipfile.ZipFile, names: Container[str]) -> bool:
    """Return whether there are more sheets than parts to read them from: one part would be read again and again."""
    relations = "xl/_rels/workbook.xml.rels"
    if "xl/workbook.xml" not in names or relations not in names:
        return False
    with archive.open("xl/workbook.xml") as book, archive.open(relations) as related:
        sheets, targets = _SHEET.findall(book.read(_CHUNK)), set(_TARGET.findall(related.read(_CHUNK)))
    return len(sheets) > len(targets)


def _leads_out(name: str) -> bool:
    return name.startswith(("/", "\\")) or ".." in name.replace("\\", "/").split("/")


class _Scan:
    """One part read in pieces; sizes in the listing may lie, so what comes out is counted."""

    def __init__(self, archive: zipfile.ZipFile, part: zipfile.ZipInfo, left: int) -> None:
        self._archive, self._part, self._left, self.read = archive, part, left, 0

    def faults(self, *, is_sheet: bool) -> Iterator[str]:
        cells = rows = elements = covered = 0
        tail = b""
        most = _MOST_ELEMENTS if is_sheet or self._part.filename.endswith(_FULL) else _MOST_OTHER_ELEMENTS
        if self._part.filename.endswith("document.xml"):
            most = _MOST_WORD_ELEMENTS
        with self._archive.open(self._part) as stream:
            while chunk := stream.read(_CHUNK):
                self.read += len(chunk)
                if self.read > self._left:
                    yield "tệp nén quá chặt: mở ra lớn bất thường"
                    return
                text = tail + chunk
                if b"<!DOCTYPE" in text or b"<!ENTITY" in text:
                    yield "tệp có khai báo lạ trong XML"
                    return
                if _TOO_LONG.search(text):
                    yield "tệp có công thức hoặc kiểu số dài bất thường"
                    return
                elements += chunk.count(b"<")
                if elements > most:
                    yield "tệp có quá nhiều phần tử: xóa các trang, kiểu, dòng không dùng"
                    return
                if is_sheet:
                    cells, rows = cells + len(_CELL.findall(chunk)), rows + len(_ROW.findall(chunk))
                    covered += sum(_area(found) for found in _RANGE.finditer(text) if found.end() > len(tail))
                    if covered > MOST_MERGED:
                        yield f"ô trộn và liên kết phải phủ không quá {number(MOST_MERGED)} ô"
                        return
                    far = _far(text)
                    if cells > MOST_CELLS or rows > MOST_EMPTY_ROWS or far:
                        named = f"; ô {far} nằm quá xa" if far else ""
                        yield f"{TOO_LARGE}{named}"
                        return
                tail = text[-_LONGEST:]


def _far(text: bytes) -> str:
    """Return the first cell beyond what a table may have; empty if there is none."""
    corners = [*_REFERENCE.findall(text), *(found[2:] for found in _RANGE.findall(text))]
    far = (
        (letters + row).decode() for letters, row in corners if int(row) > MOST_ROWS or _number(letters) > MOST_COLUMNS
    )
    return next(far, "")


def _area(found: re.Match[bytes]) -> int:
    left, top, right, bottom = _number(found[1]), int(found[2]), _number(found[3]), int(found[4])
    return (abs(right - left) + 1) * (abs(bottom - top) + 1)


def _number(letters: bytes) -> int:
    value = 0
    for letter in letters.upper():
        value = value * 26 + letter - 64
    return value
