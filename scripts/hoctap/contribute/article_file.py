"""Runs in the child process: the lines of an article, which is a text, a page that a browser saved, or a document."""

import zipfile
from collections.abc import Iterable, Iterator, Sequence
from itertools import groupby
from pathlib import Path
from typing import Any

from hoctap.contribute.articles.page import CELL, paragraphs
from hoctap.contribute.file_kinds import no_article
from hoctap.contribute.tables.text_document import blocks_of_text
from hoctap.contribute.tables.word_document import Table, blocks_of_word
from hoctap.contribute.text_file import NotReadError, text_of
from hoctap.contribute.workbook_limits import archive_refusal
from hoctap.vietnamese.encodings import decoder_of
from hoctap.vietnamese.writing import number

# Letters of an article without its markup; a long newspaper article has twenty thousand.
MOST_LETTERS, MOST_IN_A_LINE = 60_000, 6_000
# A letterhead, signatures or a frame around text have no more columns, and no cell that is only a number.
_MOST_COLUMNS_OF_TEXT = 2
_NO_TEXT = "tệp không phải văn bản Word (.docx) hay OpenDocument (.odt)"
_UNREAD = "không đọc được chữ; hãy lưu lại bài dạng UTF-8"
_A_WORKBOOK = "tệp là bảng tính; đọc bằng hoctap intake TỆP --long"


def article_lines(path: Path) -> tuple[str, ...]:
    """Return the lines of an article; NotReadError if the file is something else, has no text or too much of it."""
    if why := no_article(path):
        raise NotReadError(why)
    lines = paragraphs(_text_of_document(path) if zipfile.is_zipfile(path) else text_of(path.read_bytes(), _UNREAD))
    if not lines:
        raise NotReadError("không có chữ nào để đọc")
    if sum(map(len, lines)) > MOST_LETTERS:
        raise NotReadError(f"bài phải có không quá {number(MOST_LETTERS)} chữ cái; hãy chia ra nhiều tệp")
    for at, line in enumerate(lines, 1):
        if len(line) > MOST_IN_A_LINE:
            raise NotReadError(
                f"đoạn {at} phải có không quá {number(MOST_IN_A_LINE)} chữ cái; hãy xuống dòng giữa các đoạn"
            )
    return lines


def _text_of_document(path: Path) -> str:
    """Return the text of a document; a row of a table is one line, as in a saved page."""
    if why := archive_refusal(path):
        raise NotReadError(why)
    lines = [line for block in _blocks(path) for line in ([block] if isinstance(block, str) else _of_tables(block))]
    decode = decoder_of(lines)
    return "\n".join(map(decode, lines))


def _blocks(path: Path) -> list[str | list[Table]]:
    with zipfile.ZipFile(path) as archive:
        names = frozenset(archive.namelist())
        kind = archive.read("mimetype").decode("ascii", "replace") if "mimetype" in names else ""
    if "word/document.xml" in names:
        return blocks_of_word(path)
    if kind.startswith("application/vnd.oasis.opendocument.text"):
        return blocks_of_text(path)
    raise NotReadError(_A_WORKBOOK if "xl/workbook.xml" in names or "spreadsheet" in kind else _NO_TEXT)


def _of_tables(tables: Iterable[Table]) -> Iterator[str]:
    for cells, _ in tables:
        kept = sorted((cell for cell in cells if not cell[5]), key=_place)  # what is struck through is not said
        rows = [[cell[3] for cell in row] for _, row in groupby(kept, key=lambda cell: cell[0])]
        is_text = all(len(row) <= _MOST_COLUMNS_OF_TEXT and not any(map(_is_number, row)) for row in rows)
        for row in rows:
            yield from row if is_text else [CELL.join(" ".join(text.split()) for text in row)]


def _place(cell: Sequence[Any]) -> tuple[int, int]:
    return cell[0], cell[1]


def _is_number(text: str) -> bool:
    return any(char.isdigit() for char in text) and not any(char.isalpha() for char in text)
