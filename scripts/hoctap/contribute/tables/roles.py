"""Which columns of a table hold running numbers, measures, times, names, figures, and what else of a row."""

import re
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from itertools import pairwise

from hoctap.contribute.naming.figures import is_nothing
from hoctap.contribute.naming.periods import NamedPeriod, dates_in
from hoctap.contribute.naming.words import spelled
from hoctap.contribute.tables.ages import are_ages
from hoctap.contribute.tables.block import is_figure, is_ordinal
from hoctap.contribute.tables.labels import CONTACTS, NOTES, PLANNED, is_measure, label
from hoctap.contribute.tables.meaning import of_text
from hoctap.contribute.tables.setting import FIRST_ROWS, Setting

_MEASURE_HEADS = ("đvt", "đơn vị tính", "đơn vị tính (đvt)")
_PERIOD_HEAD = re.compile(r"(?:thời )?kỳ|(?:kỳ|năm) báo cáo|năm(?: học)?|thời điểm|quý|tháng|nhiệm kỳ")
# When something else was: «Năm thành lập», «Thời gian nộp», «Ngày khui».
_NOT_OF_FIGURES = re.compile(
    r"thành lập|sinh|ký |gửi|nộp|nhập|ban hành|duyệt|tốt nghiệp|vào |công nhận|khóa|quyết định|qđ|hợp đồng|bổ nhiệm|"
    r"^ngày (?!tháng|báo cáo|chốt|kết sổ|tính|số liệu|lấy số liệu|thống kê)[^\W\d]"
)
# What a row says its figure is: «Thực hiện», «Kế hoạch»; a running code of rows: «R001», «DL-12».
_REACHED = re.compile(r"(?:số )?(?:thực hiện|thực tế|kết quả|th)")
_AIMED = re.compile(rf"(?:số )?(?:chỉ tiêu |được )?(?:{PLANNED}|chỉ tiêu|giao)(?: giao| thực hiện| đạt)?")
_CODE = re.compile(r"[a-zđ]{0,6}[-_.]?\d{1,6}")
_OF_INDICATORS = re.compile(r"(?:tên )?(?:chỉ tiêu|tiêu chí)")
_NAMED = re.compile(r"(?:tên )?(?:chỉ tiêu|nội dung|đơn vị|tiêu chí)")
# When an answer came in: «12/01/2024 8:14:22» of an online form.
_STAMPED = re.compile(r"dấu thời gian|timestamp|thời gian (?:trả lời|gửi)")
_WHOLE = re.compile(r"(?:cả|toàn) (?:năm(?: học)?|kỳ)|(?:tổng )?cộng|tổng(?: số)?")
# When the books were closed, beside the month or year that was entered: «Ngày khóa sổ», «Chốt số liệu đến ngày».
_CLOSED = re.compile(r"(?!.*(?:gửi|nộp|lập|ký|nhận|sinh|trao))(?:ngày|thời điểm|.*đến ngày)\b.*|(?:khóa|kết|chốt) sổ")
_YEAR, _YEAR_OR_PART = re.compile(r"(?:19|20)\d\d(?!\d)"), re.compile(r"(?:(?:19|20)\d\d|0?[1-9]|1[0-2])(?!\d)")
_ONE_YEAR = re.compile(r"(?:19|20)\d\d")
_BARE = re.compile(r"%|(?:tỷ lệ|số lượng|sl|tl)\b")


@dataclass(frozen=True, slots=True)
class Roles:
    """Which columns hold running numbers, measures, periods, names and figures.

    `kinds` say plan or result of a row, `notes` what else is to be known of it.
    """

    ordinals: list[int]
    measures: list[int]
    periods: list[int]
    names: list[int]
    values: list[int]
    kinds: list[int] = field(default_factory=list)
    notes: list[int] = field(default_factory=list)

    def is_planned(self, setting: Setting, row: int) -> bool:
        """Return whether a row says of itself that its figures are no results."""
        return any(_AIMED.fullmatch(spelled(setting.text(row, column))) for column in self.kinds)


_OF_PERSON = "«{}»: cột của người điền, người liên hệ không đưa vào dữ liệu"


def roles(setting: Setting) -> Roles:
    """Return what each column of a table is for; figures of a column of notes are left out."""
    paths = setting.block.header_paths(setting.block.columns)
    heads = {column: spelled(path[-1]) if path else "" for column, path in paths.items()}
    first = setting.block.columns[0]
    # «Số TT» under «Trung tâm học tập cộng đồng» counts centres.
    ordinals = [column for column, path in paths.items() if path and all(map(is_ordinal, path))]
    if not ordinals and not paths[first] and _filled(setting, first)[1]:
        ordinals = [first]
    found = Roles(ordinals, [], [], [], [])
    measures = _measure_columns(setting, paths, heads)
    for column in paths:
        if column in ordinals or _STAMPED.fullmatch(heads[column]):
            continue
        if column in measures:
            found.measures.append(column)
        elif _names_times(setting, found, column, heads[column]):
            found.periods.append(column)
        elif _all(setting, column, _is_kind):
            found.kinds.append(column)
        elif not found.names and _all(setting, column, _is_code):
            continue
        else:
            _sort_in(setting, found, column, heads[column])
    return found


def _measure_columns(setting: Setting, paths: Mapping[int, Sequence[str]], heads: Mapping[int, str]) -> set[int]:
    """Return the columns that say what is counted, by their heads or by what they hold.

    Beside «Đơn vị tính», «Hội viên» and «Chi hội» under «Chỉ tiêu» are indicators.
    """
    headed = {column for column, path in paths.items() if any(spelled(each) in _MEASURE_HEADS for each in path)}
    named = {column for column, head in heads.items() if _OF_INDICATORS.fullmatch(head)}
    named |= {column for column, head in heads.items() if headed and _NAMED.fullmatch(head)}
    return headed | {column for column in paths if column not in named and _holds_measures(setting, column)}


def _names_times(setting: Setting, found: Roles, column: int, head: str) -> bool:
    """Return whether a column says of which time its rows are, or on which day each of these times was closed."""
    is_headed = _PERIOD_HEAD.fullmatch(head) and not _holds_counts(setting, column, head)
    if (is_headed and not _holds_indicators(setting, column)) or _holds_years(setting, column, head):
        return True
    is_of_others = _NOT_OF_FIGURES.search(head) is not None
    if not is_of_others and (_holds_times(setting, column) or _counts_years(setting, found, column)):
        return True
    return (
        bool(found.periods)
        and _CLOSED.fullmatch(head) is not None
        and _all(setting, column, lambda text: day_in(text) is not None)
    )


def _holds_measures(setting: Setting, column: int) -> bool:
    """Return whether the cells of a column are measures, whatever its header calls it; a few may be new ones."""
    rows = [row for row in setting.block.body[:FIRST_ROWS] if setting.text(row, column)]
    texts = [setting.text(row, column) for row in rows if not is_figure(setting.grid, row, column)]
    is_one = len(setting.block.body) == 1 and all(map(_BARE.match, map(spelled, texts)))  # «Tỷ lệ (%)» before its years
    is_enough = len(texts) > 1 or (is_one and bool(texts))
    return is_enough and sum(map(is_measure, texts)) > 0.7 * len(rows)  # «1.000.000» may be a sum


def _all(setting: Setting, column: int, is_one: Callable[[str], bool]) -> bool:
    """Return whether several cells of a column hold words, and all of them are of a kind."""
    texts = [(row, text) for row in setting.block.body[:FIRST_ROWS] if (text := setting.text(row, column))]
    return len(texts) > 1 and all(not is_figure(setting.grid, row, column) and is_one(text) for row, text in texts)


def _holds_counts(setting: Setting, column: int, head: str) -> bool:
    """Return whether the numbers of a column are of no time: «38.500» under «Kỳ báo cáo»; «5» under «Tháng» is one."""
    form = _YEAR_OR_PART if head in ("tháng", "quý") else _YEAR
    rows = setting.block.body[:FIRST_ROWS]
    texts = [setting.text(row, column) for row in rows if setting.figures(row, [column])]
    return sum(form.match(text) is None for text in texts) * 2 > len(texts)


def _holds_indicators(setting: Setting, column: int) -> bool:
    """Return whether a column names what is counted, and no time: «Năm» beside «2021», «2022» is over these."""
    texts = setting.texts(column, FIRST_ROWS)
    named = sum(of_text(setting, text).indicator is not None for text in texts)
    return named * 3 > len(texts) and not any(_is_time(setting, text) for text in texts)


def _holds_years(setting: Setting, column: int, head: str) -> bool:
    """Return whether a column called «nam», without a mark, is of years: it may as well be of men."""
    texts = setting.texts(column, FIRST_ROWS)
    return head == "nam" and bool(texts) and all(re.fullmatch(r"(?:19|20)\d\d", text) for text in texts)


def _holds_times(setting: Setting, column: int) -> bool:
    """Return whether the cells of a column are times, but for «Cả năm» or «Cộng» below them."""
    texts = setting.texts(column, FIRST_ROWS)
    is_timed = sum(_is_time(setting, text) for text in texts) > 1
    return is_timed and _all(setting, column, lambda text: _is_time(setting, text) or _is_of_times(text))


def _counts_years(setting: Setting, found: Roles, column: int) -> bool:
    """Return whether the first column is of years, one after the other, whatever its header: «Đợt», «Year / Năm»."""
    texts = setting.texts(column, FIRST_ROWS)
    years = [int(text) for text in texts if _ONE_YEAR.fullmatch(text)]
    is_first = not (found.names or found.values or found.periods)
    return is_first and len(texts) == len(years) > 1 and {b - a for a, b in pairwise(years)} in ({1}, {-1})


def _is_of_times(text: str) -> bool:
    """Return whether a text says what is made of the times above it: «Cả năm», «Tăng/giảm», «Tỷ lệ (%)»."""
    return _WHOLE.fullmatch(spelled(text)) is not None or label(text).plan or is_measure(text)


def _is_kind(text: str) -> bool:
    return any(form.fullmatch(spelled(text)) for form in (_REACHED, _AIMED))


def _is_code(text: str) -> bool:
    return _CODE.fullmatch(spelled(text)) is not None


def _is_time(setting: Setting, text: str) -> bool:
    """Return whether a cell is a time and nothing else; «6 tháng» is one of the year in the title."""
    found = setting.label(text)
    return bool(found.periods) and not found.text


def day_in(text: str) -> NamedPeriod | None:
    """Return the one day that a cell is, as a date or in words; None for any other text."""
    found = dates_in(text) or label(text).periods
    return found[0] if len(found) == 1 and found[0].is_day else None


def _sort_in(setting: Setting, found: Roles, column: int, head: str) -> None:
    texts, numbers = _filled(setting, column)
    is_of_ages = not found.values and are_ages(head, setting.texts(column))
    is_named = head.startswith("diễn giải") and not found.names and texts > numbers  # of a statement of a fund
    if is_of_person := CONTACTS.match(head):
        setting.out.remarks.append(_OF_PERSON.format(setting.block.header_path(column)[-1]))
    if is_of_person or (NOTES.match(head) and not is_named):
        found.notes.extend([] if is_of_person else [column])
        for row in setting.block.body if numbers else ():
            setting.leave_row(row, [column], "cột liên hệ" if is_of_person else "cột ghi chú")
    elif is_of_ages or (texts > numbers and (not found.values or (not found.names and _NAMED.match(head)))):
        found.names.append(column)
    elif numbers:
        found.values.append(column)


def _filled(setting: Setting, column: int) -> tuple[int, int]:
    """Return how many cells of a column hold words and how many figures."""
    cells = [(is_figure(setting.grid, row, column), setting.text(row, column)) for row in setting.block.body]
    return sum(not number and not is_nothing(text) for number, text in cells), sum(number for number, _ in cells)
