"""Checks for text that went through a wrong encoding and came out as other letters."""

import re
from collections.abc import Iterator

from hoctap.checks.check import check
from hoctap.checks.text import cells
from hoctap.model.catalog import Catalog
from hoctap.model.finding import Problem

# TCVN3 (.VnTime) shown as Latin letters: capitals with marks or signs inside a word, as in «KhuyÕn tµi».
_TCVN3 = re.compile("[a-z][ÀÁÂÃÈÉÊÌÍÒÓÔÕÙÚÝËÎÏÖ×ØÛÜÞß¸µ¶·¹¨«¬\u00ad]|®[a-zÀ-ÿ¸µ¶·¹]")
# VNI shown as Latin letters: a vowel followed by another one that carries its mark, as in «Khuyeán hoïc».
_VNI = re.compile("[aeoöô][ùøûïäå]|e[áàãâ]|ö[ôø]")
# Letters that only Vietnamese in Unicode has; text with one of them went through no old font.
_VIETNAMESE = re.compile("[ăđĩũơưĂĐĨŨƠƯ\u1ea0-\u1ef9]")


@check(
    must="Chữ không bị vỡ vì sai bảng mã",
    cause="Tệp cũ dùng phông TCVN3, VNI, hoặc UTF-8 bị đọc thành bảng mã khác rồi lưu lại.",
    cure="chuyển văn bản gốc sang Unicode rồi chép lại, hoặc gõ lại ô này",
)
def text_is_not_garbled(catalog: Catalog) -> Iterator[Problem]:
    """Ensure no cell is UTF-8 read as another encoding, TCVN3 or VNI."""
    for row, name, cell in cells(catalog):
        if cell.isascii():
            continue
        right = _read_again(cell)
        if right:
            yield Problem(row.place, name, "phải là chữ Việt đọc được", cell, f"có phải là «{right}»?")
        elif not _VIETNAMESE.search(cell) and (_TCVN3.search(cell) or _VNI.search(cell)):
            yield Problem(row.place, name, "phải là chữ Việt đọc được", cell)


def _read_again(cell: str) -> str:
    """Return the text whose UTF-8 bytes were taken for a Western encoding; empty if that is not what happened."""
    for encoding in ("cp1252", "latin-1"):
        try:
            right = cell.encode(encoding).decode("utf-8")
        except UnicodeError:
            continue
        if right != cell:
            return right
    return ""


CHECKS = (text_is_not_garbled,)
