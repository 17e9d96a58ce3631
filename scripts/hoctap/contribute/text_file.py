"""Runs in the child process: text that a stranger sent, whatever its encoding, and the cells of a CSV of any making."""

import csv
import io
import re
from collections.abc import Container, Sequence
from itertools import pairwise
from pathlib import Path
from typing import Any

from hoctap.contribute.workbook_limits import MOST_CELLS, MOST_COLUMNS, MOST_ROWS, TOO_LARGE
from hoctap.vietnamese.encodings import decoded
from hoctap.vietnamese.writing import letters_and_digits

_LOOK_FOR_HEADER = 40
_MOST_LOOKED_AT = 20_000
_LEAST_ZEROS = 4  # one high byte of so many is zero in UTF-16, and no low one


_FEWEST_HEADERS = 3
_RULE = re.compile(r":?-{2,}:?|")
_SPLIT = (
    "dòng {} có {} ô mà dòng tên cột có {}: dấu phẩy trong «{}» đã ngăn thành hai ô; "
    "để cả ô trong dấu nháy kép, hoặc bỏ dấu phẩy nếu nó ngăn hàng nghìn"
)
# What a reader tells of a cell whose text is struck through.
STRUCK = "chữ trong ô bị gạch ngang"


class NotReadError(ValueError):
    """Text that is not taken; the message says why, in Vietnamese."""


def csv_cells(path: Path, headers: Container[str]) -> list[list[Any]]:
    """Return the filled cells of a CSV file as (row, column, text); NotReadError if it is none or too large.

    `headers` are plain words that a table of ours may have at its top: they tell what separates the cells.
    """
    text = text_of(path.read_bytes(), "không đọc được chữ trong tệp CSV; hãy lưu lại dạng UTF-8 (Excel: CSV UTF-8)")
    if not text.strip():
        raise NotReadError("tệp trống, không có gì bên trong; hãy lưu lại tệp rồi gửi lại")
    text = _unwrapped(text)
    mark = max(",;\t|", key=lambda mark: (_known_in(text, mark, headers), text[:5000].count(mark)))
    cells: list[list[Any]] = []
    row = width = 0
    try:
        for row, record in enumerate(csv.reader(io.StringIO(text, newline=""), delimiter=mark), 1):
            if all(_RULE.fullmatch(word.strip()) for word in record) and len(record) > 1:
                continue  # under the header of a table in Markdown
            width = _filled(record) if _is_header(record, headers) else width
            if mark == "," and width and _filled(record) > width and (split := _split_number(record)):
                raise NotReadError(_SPLIT.format(row, _filled(record), width, split))
            cells += [[row, at, word] for at, word in enumerate(record, 1) if word.strip()]
            if row > MOST_ROWS or len(record) > MOST_COLUMNS or len(cells) > MOST_CELLS:
                raise NotReadError(TOO_LARGE)
    except csv.Error as error:
        raise NotReadError(f"tệp CSV hỏng ở dòng {row + 1}") from error
    return cells


def _unwrapped(text: str) -> str:
    """Return a CSV whose every line was put into quotes as one cell as the lines that stand in them."""
    lines = text.strip().splitlines()
    if not all(line[:1] == line[-1:] == '"' and len(line) > 1 for line in lines):
        return text
    records = list(csv.reader(lines))
    is_wrapped = all(len(record) == 1 for record in records) and any("," in record[0] for record in records)
    return "\n".join(record[0] for record in records) if is_wrapped else text


def _is_header(record: Sequence[str], headers: Container[str]) -> bool:
    return sum(letters_and_digits(word) in headers for word in record) >= _FEWEST_HEADERS


def _filled(record: Sequence[str]) -> int:
    """Return how many cells a line has up to its last filled one: some programs write commas behind it."""
    return max((at for at, word in enumerate(record, 1) if word.strip()), default=0)


def _split_number(record: Sequence[str]) -> str:
    """Return the number that stands in two cells because of the comma in it («371,250»); empty if none does."""
    pairs = ((one.strip(), other.strip()) for one, other in pairwise(record))
    return next((f"{a},{b}" for a, b in pairs if re.fullmatch(r"\d{1,3}", a) and re.fullmatch(r"\d{1,3}", b)), "")


def _known_in(text: str, mark: str, headers: Container[str]) -> int:
    """Return how many headers of ours the best of the first lines has when its cells are parted by `mark`."""
    lines = text[:_MOST_LOOKED_AT].splitlines()[:_LOOK_FOR_HEADER]
    return max(
        (sum(letters_and_digits(cell.strip('"')) in headers for cell in line.split(mark)) for line in lines), default=0
    )


def text_of(data: bytes, otherwise: str) -> str:
    """Return the text of a file in whatever encoding; NotReadError with these words if nobody can read it."""
    for start, encoding in ((b"\xef\xbb\xbf", "utf-8-sig"), (b"\xff\xfe", "utf-16"), (b"\xfe\xff", "utf-16")):
        if data.startswith(start):
            return data.decode(encoding, "replace")
    if unmarked := _unmarked_utf16(data):
        return data.decode(unmarked, "replace")
    data = data.rstrip(b"\0")
    try:
        return data.decode("utf-8")
    except UnicodeDecodeError:
        text = decoded(data)
        if text is None:
            raise NotReadError(otherwise) from None
        return text[1]


def _unmarked_utf16(data: bytes) -> str:
    """Return which UTF-16 a text without a byte-order mark is in: digits, spaces and marks have a zero beside them.

    Zeros on both sides are no letters: a disk that was full leaves them at the end of a file.
    """
    evens, odds = (half.count(0) * _LEAST_ZEROS > len(half) for half in (data[::2], data[1::2]))
    if evens == odds:
        return ""
    return "utf-16-be" if evens else "utf-16-le"
