"""What a file's bytes say before anything parses them: encoding, size of lines, what is no CSV at all."""

from collections.abc import Iterator

from hoctap.load.columns import surely_utf8
from hoctap.load.file_rules import breach
from hoctap.load.merge_marks import MUST, merge_marks
from hoctap.model.finding import Finding, Place
from hoctap.vietnamese.encodings import decoded

BOM = b"\xef\xbb\xbf"
MOST_BYTES = 400_000_000
MOST_BYTES_OF_A_LINE = 20_000
_PART = 1 << 20
_UTF_16 = (b"\xff\xfe", b"\xfe\xff")
_POINTER = b"version https://git-lfs.github.com/spec/"
_OTHER_KINDS = {
    b"PK\x03\x04": "tệp Excel (.xlsx) hoặc tệp nén",
    b"\xd0\xcf\x11\xe0": "tệp Excel cũ (.xls)",
    b"\x1f\x8b": "tệp nén",
    b"%PDF": "tệp PDF",
    b"{\\rtf": "tệp RTF",
}


def refusals(path: str, data: bytes) -> Iterator[Finding]:
    """Yield why `data` cannot be read as rows at all; nothing if it can."""
    yield from (finding for find in (_kind, _unicode, _lines, _conflicts) for finding in find(path, data))


def _kind(path: str, data: bytes) -> Iterator[Finding]:
    if data.startswith(_POINTER):
        hint = "chạy: git lfs pull rồi thêm lại tệp thật; kho này không dùng Git LFS"
        yield breach("file-is-csv", Place(path, 1), "phải là tệp CSV thật, đang là con trỏ Git LFS", hint=hint)
    for start, name in _OTHER_KINDS.items():
        if data.startswith(start):
            hint = "mở bằng phần mềm bảng tính rồi lưu thành CSV UTF-8, hoặc dùng: hoctap intake"
            yield breach("file-is-csv", Place(path, 1), f"phải là tệp CSV, đang là {name}", hint=hint)


def _unicode(path: str, data: bytes) -> Iterator[Finding]:
    if data.startswith(_UTF_16):
        hint = "mở tệp rồi lưu lại thành CSV UTF-8"
        yield breach("file-is-utf8", Place(path, 1), "phải là UTF-8, đang là UTF-16", hint=hint)
    elif not any(data.startswith(start) for start in _OTHER_KINDS):
        start = len(data) if surely_utf8(data) else len(BOM) if data.startswith(BOM) else 0
        while start < len(data):
            # Line by line, many at a time: the whole text of a large file would fill the memory.
            end = data.find(b"\n", start + _PART) + 1 or len(data)
            try:
                data[start:end].decode("utf-8")
            except UnicodeDecodeError as error:
                yield _not_utf8(path, data, start + error.start, error.end - error.start)
                return
            start = end


def _not_utf8(path: str, data: bytes, at: int, width: int) -> Finding:
    line = data.count(b"\n", 0, at) + 1
    row = data[data.rfind(b"\n", 0, at) + 1 :][:MOST_BYTES_OF_A_LINE].partition(b"\n")[0]
    text = decoded(row.rstrip(b"\r"))
    hint = f"lưu lại bằng UTF-8; đọc theo {text[0]} thì dòng này là: {text[1][:200]}" if text else ""
    message = "phải là UTF-8, đang có byte không thuộc UTF-8"
    return breach("file-is-utf8", Place(path, line), message, value=data[at : at + width].hex(" "), hint=hint)


def _lines(path: str, data: bytes) -> Iterator[Finding]:
    start = 0
    while len(data) - start > MOST_BYTES_OF_A_LINE:
        end = data.rfind(b"\n", start, start + MOST_BYTES_OF_A_LINE + 1)
        if end < 0:
            line = data.count(b"\n", 0, start) + 1
            yield breach("line-is-short-enough", Place(path, line), "phải dài không quá 20.000 byte")
            return
        start = end + 1


def _conflicts(path: str, data: bytes) -> Iterator[Finding]:
    for line, value in merge_marks(data):
        yield breach("no-conflict-is-left", Place(path, line), MUST, value=value)
