"""What notes below a table say of the sign behind a header, a name or a figure: «2024*», «1.902,4 (3)»."""

import re
from collections.abc import Sequence

from hoctap.contribute.naming.periods import NamedPeriod, periods_in
from hoctap.contribute.naming.times_of_title import with_year
from hoctap.contribute.naming.times_together import within
from hoctap.contribute.naming.unit_names import FOOTNOTE
from hoctap.contribute.naming.words import spelled
from hoctap.contribute.tables.labels import PLANNED
from hoctap.contribute.tables.opening import Grid
from hoctap.contribute.tables.times import times_in
from hoctap.contribute.tables.times_to_come import apart
from hoctap.model.period import parse_period

_NOTED = re.compile(rf"{PLANNED}|chưa (?:chính thức|đầy đủ|quyết toán)")


# What the column of notes says of a line whose figures are not yet those of the table.
_UNFINISHED = re.compile(
    r"(?<!quy )(?<!hương )(?<!mơ )(?<!công )(?<!điều )\bước\b(?! mơ| vọng| nguyện)|tạm tính|"
    r"số (?:liệu )?(?:cũ|(?:năm|kỳ) trước)|"
    r"chưa (?:đầy )?đủ|chưa (?:chính thức|quyết toán)|thiếu (?:số|báo cáo)|"
    r"mới (?:chỉ )?(?:có|tính|tổng hợp|nhận|báo cáo) (?:được )?(?:số|báo cáo|đến|\d+ (?:tháng|quý|xã|phường|đơn vị))"
)
# What a program says of a record that is not approved, or no longer: «Nháp», «Chờ duyệt», «Trả lại», «Thay thế».
_NOT_APPROVED = re.compile(
    r"(?:bản )?nháp|lưu tạm|tạm lưu|(?:chưa|(?:đang )?chờ|không) (?:được )?(?:(?:phê )?duyệt|gửi|xác nhận|hoàn thành)|"
    r"(?:bị |đã )?(?:trả lại|thay thế|hủy|xóa|từ chối)\b.*"
)
# The same of a whole table; of one line «sơ bộ» goes into the data as its note.
_ESTIMATED = re.compile(rf"{_UNFINISHED.pattern}|sơ bộ|(?<!và )dự kiến")
_CLAUSE = re.compile(r"[,;.()](?!\d)")
_SIGN = re.compile(r"^\s*(?:\(?\*+\)?|\(\d{1,2}\))\s*[:.-]?\s*")
_OF_FIGURES = re.compile(
    r"(?:\bsố|\bsố liệu|\btính|\bchốt|\bbáo cáo)(?: của| đến| tới| hết| ngày| tháng| cuối)*[\s:(]*$"
)


def doubt_of_line(note: str, period: str, *, has_gap: bool) -> str:
    """Return a question where the note on a line says that its figures are of another time, or not all there yet.

    «Chưa đủ» of a line in which a figure is missing may be no more than the reason for that.
    """
    dated = spelled(with_year(note, period[:4]))
    of_figures = [each for each in periods_in(dated) if _OF_FIGURES.search(dated.partition(each.words)[0])]
    if any(not _ends_alike(each.period, period) for each in of_figures):
        return f"ghi chú của dòng nói «{note}»: có phải là số của thời kỳ {period} không?"
    if _NOT_APPROVED.fullmatch(dated):
        return f"dòng này là «{note}»: có lấy số của nó không?"
    unfinished = _UNFINISHED.search(dated) and not has_gap
    return f"ghi chú của dòng nói «{note}»: đã là kết quả của cả kỳ chưa?" if unfinished else ""


def doubt_of_lines(lines: Sequence[str], period: str) -> str:
    """Return a question where a title, or a note on no one figure, says that all figures of a period are estimates.

    «Số của năm 2025 là dự kiến» says so of that year alone.
    """
    clauses = ((line, clause) for line in lines for clause in _CLAUSE.split(apart(spelled(line))[0]))
    found = ((line, clause, hit) for line, clause in clauses if (hit := _ESTIMATED.search(clause)))
    named = ((line, hit, periods_in(clause)) for line, clause, hit in found)
    line, hit = next(((line, hit) for line, hit, times in named if not times or _is_of_one(period, times)), ("", None))
    if hit is None:
        return ""
    return (
        f"«{line}» nói «{hit[0]}»: đã là số chính thức chưa? Nếu rồi, bỏ chữ ấy; "
        "nếu chưa, ghi «khoảng» trước từng số rồi bỏ chữ ấy"
    )


def _is_of_one(period: str, times: Sequence[NamedPeriod]) -> bool:
    """Return whether a figure is of one of the times: what stood on 31/12/2024, or was done in May, is of 2024."""
    own = NamedPeriod(period, "", "")
    return bool(period) and any(within(own, each) or _ends_alike(period, each.period) for each in times)


def sign_of(note: str) -> str:
    """Return the sign that a note begins with, «*» or «(1)»; empty where it has none."""
    found = _SIGN.match(note)
    return found[0].strip(" :.-") if found else ""


def without_sign(note: str) -> str:
    """Return a note as it is written in a row of the data: «(1) Chưa gồm y tế tư nhân.» without its sign."""
    return " ".join(_SIGN.sub("", note).split()).rstrip(".")


def _ends_alike(one: str, other: str) -> bool:
    """Return whether two periods end on one day: «số liệu đến 31/12/2024» of a year says nothing else."""
    return parse_period(one).end == parse_period(other).end


def notes_behind(grid: Grid, text: str) -> tuple[str, ...]:
    """Return what notes say of the sign that a text ends with, each with its sign."""
    sign = FOOTNOTE.search(text)
    return grid.notes_of(sign[0].strip()) if sign and sign[0].strip() != text.strip() else ()


def is_noted_as_plan(grid: Grid, text: str) -> bool:
    """Return whether a note says of the sign behind a text that its figures are no results."""
    return any(_NOTED.search(spelled(note)) for note in notes_behind(grid, text))


def noted_times(grid: Grid, text: str) -> tuple[NamedPeriod, ...]:
    """Return the times that notes on a text say its figures are of: «(3) Số liệu đến hết ngày 30/11/2022»."""
    return tuple(time for note in notes_behind(grid, text) for time in times_in(f"Ghi chú: {note}"))


def doubt_of_notes(grid: Grid, texts: tuple[str, ...], period: str) -> str:
    """Return a question where a note on a figure or its name says another time, or that it is no result."""
    for text in texts:
        notes = "; ".join(notes_behind(grid, text))
        if notes and is_noted_as_plan(grid, text):
            return f"ghi chú nói «{notes}»: đã là kết quả chính thức chưa?"
        if notes and any(time.period != period for time in noted_times(grid, text)):
            return f"ghi chú nói «{notes}»: có phải là số của thời kỳ {period} không?"
    return ""
