"""The reasons of corrections, as a CSV that a person fills in: printed, read back, held against what was corrected.

What stands in it is published word for word and never changed again, so nothing in it is passed over.
"""

import csv
import io
import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from hoctap.check.personal import personal_in
from hoctap.load.releases import Correction
from hoctap.load.unsafe_text import why_unsafe
from hoctap.model.canonical import canonical_cell
from hoctap.system.input_files import fault_of
from hoctap.system.machine_errors import why
from hoctap.vietnamese.characters import printable
from hoctap.vietnamese.encodings import recognised

REASON_COLUMNS = ("table", "key", "column", "old", "new", "reason")
KEY_SEPARATOR = " | "
_MOST_BYTES = 5_000_000
# A spreadsheet in Vietnam writes CSV with semicolons.
_SEPARATORS = (",", ";", "\t")
_SPACES_AROUND_BAR = re.compile(r" *\| *")
Correct = tuple[str, str, str]
Reasons = Mapping[Correct, str]


class ReleaseError(Exception):
    """The release is refused; the text says why and what to do."""


@dataclass(frozen=True, slots=True)
class Given:
    """A line of the file of reasons: what was corrected, from what to what, and why."""

    line: int
    correct: Correct
    old: str
    new: str
    reason: str


def reasons_form(corrections: Sequence[Correction]) -> str:
    """Return the CSV to fill in: one line for each correction, its reason empty."""
    out = io.StringIO()
    writer = csv.writer(out, lineterminator="\n")
    writer.writerow(REASON_COLUMNS)
    for row in corrections:
        writer.writerow((*_correct(row), row.old, row.new, row.reason))
    return out.getvalue()


def read_reasons(path: Path) -> tuple[Given, ...]:
    """Return the lines of a CSV of REASON_COLUMNS; ReleaseError if it is no such file, or for a line that is not so."""
    try:
        if fault := fault_of(path, _MOST_BYTES):
            raise ReleaseError(f"{path}: {fault}")
        text = path.read_bytes().decode("utf-8-sig")
    except OSError as error:
        raise ReleaseError(f"{path}: không mở được tệp lý do ({why(error).rpartition(': ')[2]})") from error
    except UnicodeDecodeError as error:
        raise ReleaseError(f"{path}: {_NO_CSV}") from error
    if "\0" in text or text.startswith("PK\x03\x04"):
        raise ReleaseError(f"{path}: {_NO_CSV}")
    try:
        return tuple(_given(path, text))
    except csv.Error as error:
        raise ReleaseError(f"{path}: {_NO_CSV}") from error


_NO_CSV = "tệp lý do phải là CSV mã UTF-8, phân cách bằng dấu phẩy"


def _given(path: Path, text: str) -> Iterator[Given]:
    head = text.partition("\n")[0]
    reader = csv.reader(io.StringIO(text, newline=""), delimiter=max(_SEPARATORS, key=head.count), strict=True)
    header = [name.strip() for name in next(reader, [])]
    if missing := [name for name in REASON_COLUMNS if name not in header]:
        needed = ",".join(REASON_COLUMNS)
        raise ReleaseError(f"{path}:1: tệp lý do thiếu cột {', '.join(missing)}; dòng đầu phải là {needed}")
    for cells in reader:
        if not any(cells):
            continue
        if must := _cell_too_many(header, cells):
            raise ReleaseError(f"{path}:{reader.line_num}: {must}")
        row = dict(zip(header, (*cells, *[""] * len(header)), strict=False))
        correct = (row["table"], _SPACES_AROUND_BAR.sub(KEY_SEPARATOR, row["key"]), row["column"])
        given = Given(reader.line_num, correct, row["old"], row["new"], canonical_cell(row["reason"]))
        if must := given.reason and why_unfit(given.reason):
            found = printable(given.reason)[:120]
            raise ReleaseError(f"{path}:{given.line}: lý do {must}, đang là «{found}»")
        yield given


def _cell_too_many(header: Sequence[str], cells: Sequence[str]) -> str:
    if any(cells[len(header) :]):
        return "nhiều ô hơn dòng đầu; chữ có dấu phẩy phải đặt trong dấu nháy kép"
    named = zip(header, cells, strict=False)
    other = next((name for name, cell in named if cell.strip() and name not in REASON_COLUMNS), None)
    return "" if other is None else f"cột «{other}» không thuộc tệp lý do; ghi lý do ở cột reason"


def why_unfit(text: str) -> str:
    """Return why a text may not be published as a reason or a summary, in Vietnamese; empty if it may."""
    if unsafe := why_unsafe(text):
        return unsafe
    if private := next(personal_in(text), ""):
        return f"không được có {private}"
    if garbled := recognised(text):
        return f"phải là chữ Việt đọc được, đây là {garbled[0]}; có phải là «{garbled[1][:120]}»?"
    return "" if re.search(r"[^\W\d_]", text) else "phải nói bằng chữ"


def by_correction(given: Iterable[Given]) -> Reasons:
    """Return the reason of each correction that the lines name."""
    return {each.correct: each.reason for each in given}


def hold_against(path: Path, given: Sequence[Given], corrections: Sequence[Correction]) -> None:
    """Raise ReleaseError for the first line that tells of no correction of this release, or of one otherwise."""
    known = {_correct(row): row for row in corrections}
    first: dict[Correct, Given] = {}
    for each in given:
        must = _unlike(each, known.get(each.correct), first.setdefault(each.correct, each))
        if must:
            raise ReleaseError(f"{path}:{each.line}: {must}")


def _unlike(each: Given, row: Correction | None, first: Given) -> str:
    if row is None:
        return f"không có chỗ đính chính nào như dòng này ({', '.join(each.correct)}); chép lại dòng mà lệnh in ra"
    if (each.old, each.new) != (row.old, row.new):
        change, was = f"«{row.old}» thành «{row.new}»", f"«{each.old}» thành «{each.new}»"
        return f"chỗ này nay sửa {change}, dòng này nói {was}; xem lại lý do"
    if each.reason != first.reason:
        return f"chỗ này đã có lý do khác ở dòng {first.line}; giữ một dòng"
    return ""


def _correct(row: Correction) -> Correct:
    return row.table, KEY_SEPARATOR.join(row.key), row.column
