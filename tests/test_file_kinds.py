"""A file that is no spreadsheet is told for what it is, with what to do."""

from pathlib import Path

import pytest

from hoctap.contribute.grid import read_sheets
from hoctap.contribute.sandbox import RefusedError

_OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(600)
KINDS = [
    ("a.xlsx", b"", "tệp trống"),
    ("a.csv", b"", "tệp trống"),
    ("a.csv", b"\xef\xbb\xbf\n\n", "tệp trống"),
    ("a.ods", bytes(64), "tệp trống"),
    ("a.xlsx", b"%PDF-1.7\n", "tệp là PDF"),
    ("a.pdf", b"%PDF-1.7\n", "tệp là PDF"),
    ("a.xlsx", b"\xff\xd8\xff\xe0JFIF", "tệp là ảnh"),
    ("a.png", b"\x89PNG\r\n", "tệp là ảnh"),
    *(("a.xlsx", bytes((0, 0, 0, length)) + b"ftypheic", "tệp là ảnh") for length in (0x18, 0x24, 0x2C)),
    ("a.ods", b"<html><table><tr><td>A</td></tr></table></html>", "tệp là trang web mang đuôi .ods;"),
    ("a.xlsx", b"\xef\xbb\xbf<!DOCTYPE html>", "tệp là trang web mang đuôi .xlsx;"),
    ("a.doc", _OLE, "lưu lại dạng .docx"),
    ("a.xlsx", _OLE, "bỏ mật khẩu"),
    ("a.xlsx", b"PK\x03\x04 broken", "tải về chưa hết"),
    ("a.numbers", b"PK\x03\x04 broken", "tải về chưa hết"),
    ("a.xlsx", "Đơn vị;Chỉ tiêu\n".encode(), "đổi đuôi thành .csv"),
    ("a.zip", b"PK\x05\x06" + bytes(18), "giải nén rồi gửi từng tệp"),
    ("a.rar", b"Rar!\x1a\x07\x00", "giải nén rồi gửi từng tệp"),
    ("a.xlsx.gz", b"\x1f\x8b\x08\x00", "giải nén rồi gửi từng tệp"),
    ("b.xlsx", b"PK\x05\x06" + bytes(18), "giải nén rồi gửi bảng tính bên trong"),
    ("a.docx", _OLE, "mở bằng Word rồi lưu lại dạng .docx"),
    ("a.rtf", b"{\\rtf1 abc}", "văn bản RTF"),
    ("a.fods", b'<?xml version="1.0"?><office:document xmlns:office="x">', "OpenDocument dạng chữ"),
    ("a.csv", b"PK\x03\x04 whole", "đổi đuôi thành .xlsx"),
    ("a.csv", _OLE, "đổi đuôi thành .xls"),
    ("a.csv", b"<html><table><tr><td>A</td></tr></table></html>", "tệp là trang web mang đuôi .csv;"),
]


@pytest.mark.parametrize(("name", "data", "words"), KINDS)
def test_a_file_that_is_no_spreadsheet_is_told_for_what_it_is(
    tmp_path: Path, name: str, data: bytes, words: str
) -> None:
    path = tmp_path / name
    path.write_bytes(data)
    with pytest.raises(RefusedError, match=words):
        read_sheets(path)
