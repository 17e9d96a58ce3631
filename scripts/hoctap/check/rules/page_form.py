"""Checks of how pages are written as files: bytes, letters, front matter. `model.canonical` mends most of it."""

import unicodedata
from collections.abc import Iterator

from hoctap.check.definition import check
from hoctap.check.rules.page_bytes import page_files, why_unreadable
from hoctap.model.canonical import canonical_page
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
        plain = unicodedata.normalize("NFC", text.removeprefix("\ufeff").replace("\r\n", "\n").replace("\r", "\n"))
        rows = zip(plain.split("\n"), canonical_page(text).split("\n"), strict=True)
        for at, (row, right) in enumerate(rows, 1):
            if row != right:
                message = "chữ có dấu hai chấm hay dấu lạ phải đặt trong dấu nháy kép"
                yield Problem(
                    Place(path, at), row.partition(":")[0], message, row.partition(":")[2].strip(), f"viết là {right}"
                )


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
