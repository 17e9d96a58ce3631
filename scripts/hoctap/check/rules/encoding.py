"""Checks for text that went through a wrong encoding and came out as other letters."""

import re
from collections.abc import Iterable, Iterator

from hoctap.check.definition import check
from hoctap.check.rules.cells import cells_where
from hoctap.model.catalog import Catalog
from hoctap.model.descriptor import Field
from hoctap.model.finding import Problem
from hoctap.vietnamese.encodings import recognised


@check(
    must="Chữ không bị vỡ vì sai bảng mã",
    cause="Tệp cũ dùng phông TCVN3, VNI, hoặc UTF-8 bị đọc thành bảng mã khác rồi lưu lại.",
    cure="chuyển văn bản gốc sang Unicode rồi chép lại, hoặc gõ lại ô này",
    bad="term: KhuyÕn häc",
    good="term: Khuyến học",
    file_by_file=True,
)
def text_is_not_garbled(catalog: Catalog) -> Iterator[Problem]:
    """Ensure no cell is UTF-8 read as another encoding, TCVN3, VNI or Windows-1258, or lost its letters in one."""
    for row, column, cell, (name, decoded_text) in cells_where(catalog, recognised, _holds_words, plain="[ -~]*"):
        message = f"phải là chữ Việt đọc được, đây là {name}"
        yield Problem(row.place, column.name, message, cell, f"có phải là «{decoded_text}»?")

    for row, column, cell, _ in cells_where(catalog, _lost, _is_prose, sift=_with_question_marks):
        message = "phải là chữ Việt đọc được: chữ có dấu đã mất, còn dấu hỏi"
        yield Problem(row.place, column.name, message, cell, "mở bản gốc, lưu dạng CSV UTF-8, chép lại ô này")


# «?o?n 5»: a mark before a letter ends no question.
_LOST = re.compile(r"(?<![^\W\d_])\?[a-zà-ỹđ]|[a-zà-ỹđ]\?[a-zà-ỹđ]")


# Letters with a mark of tone that no older encoding has in one sign: where one is left, none was lost.
_MARKED = re.compile(r"[\u1ea0-\u1ef9]")


def _lost(cell: str) -> re.Match[str] | None:
    return None if _MARKED.search(cell) else _LOST.search(cell)


def _with_question_marks(cells: Iterable[str]) -> Iterator[str]:
    return (cell for cell in cells if "?" in cell and "://" not in cell)


def _is_prose(column: Field) -> bool:
    """Return whether words may stand in a column, and no address: in one the mark begins a query."""
    return _holds_words(column) and column.descriptor.get("format") != "uri"


def _holds_words(column: Field) -> bool:
    """Return whether words may stand in a column: of `341250¹` the reader of numbers tells what is wrong."""
    return not column.is_numeric


CHECKS = (text_is_not_garbled,)
