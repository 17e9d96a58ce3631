"""Checks of how pages are written as files: bytes, letters, front matter. `model.canonical_page` mends most of it."""

import unicodedata
from collections.abc import Iterator, Sequence

from hoctap.check.definition import check
from hoctap.check.rules.page_bytes import page_files, why_unreadable
from hoctap.model.canonical_page import canonical_page, plain_page
from hoctap.model.catalog import Catalog
from hoctap.model.finding import Place, Problem
from hoctap.vietnamese.encodings import recognised

_BOM = b"\xef\xbb\xbf"


@check(
    must="Trang viết bằng UTF-8 không BOM, xuống dòng LF, chữ dựng sẵn; title có dấu hai chấm thì đặt trong nháy",
    cause="Lưu bằng Notepad hoặc Word, chép từ máy Mac, hoặc viết «title: Hỏi: đáp» không có dấu nháy.",
    cure="chạy: hoctap fix",
    bad="title: Hỏi: đáp",
    good='title: "Hỏi: đáp"',
)
def page_is_written_plainly(catalog: Catalog) -> Iterator[Problem]:
    """Ensure rewriting a page in canonical form changes nothing; each kind of difference is told by its first line."""
    for path, data in page_files(catalog):
        if why_unreadable(data):
            continue
        if data.startswith(_BOM):
            yield Problem(Place(path, 1), "", "phải là UTF-8 không có BOM, đang có BOM ở đầu tệp")
        if b"\r" in data:
            at = data.count(b"\n", 0, data.index(b"\r")) + 1
            yield Problem(Place(path, at), "", "mỗi dòng phải kết thúc bằng LF, đang có CR")
        text = data.decode("utf-8")
        if not text.isascii() and not unicodedata.is_normalized("NFC", text):
            lines = enumerate(text.split("\n"), 1)
            at = next(n for n, line in lines if not unicodedata.is_normalized("NFC", line))
            yield Problem(Place(path, at), "", "phải là chữ dựng sẵn (NFC), đang có dấu rời")
        for at, (name, message, found, hint) in _odd_rows(
            plain_page(text).split("\n"), canonical_page(text).split("\n")
        ):
            yield Problem(Place(path, at), name, message, found, hint)


def _odd_rows(rows: Sequence[str], right: Sequence[str]) -> Iterator[tuple[int, tuple[str, str, str, str]]]:
    """Yield the number of each row of the head that is written otherwise, and what is said of it."""
    blank = next((at for at, row in enumerate(rows) if row.strip()), 0) if rows[0] != right[0] else 0
    if blank:
        yield 1, ("", "trên dòng --- không được có dòng trống", "", "")
    for at, (row, wanted) in enumerate(zip(rows[blank:], right, strict=False), blank + 1):
        if row == wanted:
            continue
        if wanted == "---":
            yield at, ("", "dòng này phải là đúng ba dấu gạch ---", row, "")
        elif row.startswith("\t"):
            yield at, ("", "không được thụt vào bằng dấu tab", row.strip(), f"viết là {wanted.strip()}")
        else:
            name, _, words = row.partition(":")
            message = "phải viết «tên: chữ», chữ có dấu hai chấm, dấu lạ hay chỉ là số thì đặt trong dấu nháy kép"
            yield at, (name.strip(), message, words.strip(), f"viết là {wanted}")
    if len(right) > len(rows) - blank:
        yield len(rows), ("", "sau dòng --- phải xuống dòng", "", "")


@check(
    must="Trang đọc được: chữ Việt Unicode, không vỡ vì sai bảng mã",
    cause="Chép từ văn bản phông VNI, TCVN3 (.VnTime), hoặc lưu bằng bảng mã cũ.",
    cure="chuyển văn bản gốc sang Unicode rồi chép lại, hoặc gõ lại dòng này",
    bad="Khuyeán hoïc",
    good="Khuyến học",
)
def page_is_not_garbled(catalog: Catalog) -> Iterator[Problem]:
    """Ensure every page is UTF-8 without marks of a merge, and no line letters of VNI, TCVN3 or a wrong decoding."""
    for path, data in page_files(catalog):
        if unread := why_unreadable(data):
            yield Problem(Place(path, unread.line), "", unread.must, "", unread.cure)
            continue
        for at, row in enumerate(data.split(b"\n"), 1):
            if not row.isascii():
                yield from _garbled(Place(path, at), row.rstrip(b"\r").decode("utf-8"))


def _garbled(place: Place, line: str) -> Iterator[Problem]:
    found = recognised(line)
    if found:
        yield Problem(
            place, "", f"phải là chữ Việt đọc được, đây là {found[0]}", line[:120], f"có phải là «{found[1][:200]}»?"
        )


CHECKS = (page_is_written_plainly, page_is_not_garbled)
