"""One table being read: its block, what the lines above it say, the register and the answers given before."""

import re
from collections.abc import Callable, Hashable
from dataclasses import dataclass, field, replace

from hoctap.contribute.naming.figures import is_nothing
from hoctap.contribute.naming.indicators import Indicators
from hoctap.contribute.naming.kinds_of_places import COMMUNES, DISTRICTS, one_of
from hoctap.contribute.naming.periods import NamedPeriod
from hoctap.contribute.naming.times_of_title import is_comparison, with_school_year, with_span, with_year
from hoctap.contribute.naming.unit_names import parse_place
from hoctap.contribute.naming.units import Units
from hoctap.contribute.naming.words import among, spelled
from hoctap.contribute.tables.block import Block, is_figure, is_ordinal
from hoctap.contribute.tables.context import CENTRE, Context
from hoctap.contribute.tables.labels import NOTES, PLANNED, Label, is_measure, label
from hoctap.contribute.tables.notes import is_noted_as_plan, noted_times
from hoctap.contribute.tables.opening import Grid
from hoctap.contribute.tables.own_words import without_own_words
from hoctap.contribute.tables.rows import INDICATOR, SKIP, Answers, Row, Understood
from hoctap.model.catalog import Catalog
from hoctap.model.codes import COMMUNE, DISTRICT, PROVINCE
from hoctap.model.period_kinds import SCHOOL_YEAR
from hoctap.model.record import Unit

_MEASURE_HEADS = ("đvt", "đơn vị tính", "đơn vị tính (đvt)")
_PERIOD_HEADS = ("năm", "kỳ", "thời kỳ", "kỳ báo cáo", "năm báo cáo", "năm học", "thời điểm", "quý", "tháng")
_TIME_HEAD = re.compile(r"^(?!.*(?:thành lập|sinh|ký |gửi|nộp|nhập|ban hành|duyệt)).*\b(?:kỳ|thời|năm|quý|tháng)\b")
# What a row says its figure is: «Thực hiện», «Kế hoạch»; a running code of rows: «R001», «DL-12».
_REACHED = re.compile(r"(?:số )?(?:thực hiện|thực tế|kết quả|th)")
_AIMED = re.compile(rf"(?:số )?(?:chỉ tiêu |được )?(?:{PLANNED}|chỉ tiêu|giao)(?: giao| thực hiện| đạt)?")
_CODE = re.compile(r"[a-zđ]{0,6}[-_.]?\d{1,6}")
_NAMED = re.compile(r"(?:tên )?(?:chỉ tiêu|nội dung|đơn vị|tiêu chí)")
# When an answer came in: «12/01/2024 8:14:22» of an online form.
_STAMP = re.compile(r"\d{1,4}[/-]\d{1,2}[/-]\d{1,4}[ t]\d{1,2}:\d{2}(?::\d{2})?(?: ?(?:am|pm|sa|ch))?")
_WHOLE = re.compile(r"(?:cả|toàn) (?:năm(?: học)?|kỳ)|(?:tổng )?cộng|tổng(?: số)?")
_ENOUGH = 60  # rows of a column to tell what it holds
NUMBER = re.compile(r"^(?:[IVX]+|\d+|[A-Z])[.)]\s+")
_PLURAL = re.compile(r",|\b(?:và|thị trấn|phường|xã|huyện|các|cấp)\b")
# «Lượt người học tại trung tâm», where the lines above name a learning centre.
_AT_CENTRE = re.compile(r"\b(tại|ở|của|do) trung tâm\b(?! (?:học|văn|gi|dạy|y|ngoại))")
_PLAN = "kế hoạch, ước tính hay so sánh, không phải kết quả"


@dataclass(frozen=True, slots=True)
class Setting:
    """All that reading one block of a table needs; what is understood is added to `out`."""

    catalog: Catalog
    indicators: Indicators
    units: Units
    block: Block
    context: Context
    answers: Answers
    out: Understood
    of_school_years: bool = False
    # Whose a name is, once for all columns that ask the same of it.
    owners: dict[Hashable, tuple[Unit | None, str]] = field(default_factory=dict)

    @property
    def grid(self) -> Grid:
        """The sheet or table that the block stands in."""
        return self.block.grid

    def text(self, row: int, column: int) -> str:
        """Return what stands in a cell or the merged range over it, on one line."""
        return self.grid.line((row, column))

    def figures(self, row: int, columns: list[int]) -> list[int]:
        """Return the columns that hold a figure in a row."""
        return [column for column in columns if is_figure(self.grid, row, column)]

    def is_unit(self, text: str) -> bool:
        """Return whether a text may name a unit of the register."""
        if self.units.office(text, self.context.provinces):
            return True
        name = parse_place(text)
        return any(self.units.place(name, association=each, provinces=self.context.provinces) for each in (True, False))

    @property
    def year(self) -> str:
        """The one year of the lines above the table; empty where they name none or several."""
        years = {each.period[:4] for each in self.context.periods if each.kind != SCHOOL_YEAR}
        return years.pop() if len(years) == 1 else ""

    @property
    def span(self) -> NamedPeriod | None:
        """The one time of the lines above the table; None where they name none or several."""
        return self.context.periods[0] if len(self.context.periods) == 1 else None

    def label(self, text: str) -> Label:
        """Return what a header says; what its time leaves to the title, the year or all of it, is that of the title."""
        text = with_school_year(text) if self.of_school_years else text
        text = among(text, self.context.of_courses) if self.context.of_courses else text
        found = label(with_year(with_span(text, self.span), self.year))
        if self.context.names_centre:
            found = replace(found, text=_AT_CENTRE.sub(rf"\1 {CENTRE}", found.text))
        if body := self.context.body:
            found = replace(found, text=without_own_words(found.text, body))
        if not found.periods and (times := noted_times(self.grid, text)):
            found = replace(found, periods=times)
        return replace(found, plan=True) if is_comparison(text) or is_noted_as_plan(self.grid, text) else found

    def leave(self, row: int, column: int, why: str) -> None:
        """Note that a figure is not taken."""
        self.out.left_out.append((self.grid.address((row, column)), why))

    def ask(self, row: int, column: int, question: str) -> None:
        """Put a question in place of a figure."""
        spot = (row, column)
        self.out.rows.append(Row(cell=self.grid.address(spot), question=question, typed=self.grid.text(spot)))

    def ask_of_plan(self, row: int, column: int, words: str, kind: str = INDICATOR) -> None:
        """Put the question of a figure that is no result."""
        self.open(kind, words, row, column, f"«{SKIP}» nếu không phải kết quả")
        self.ask(row, column, f"«{words}»: {_PLAN}")

    def open(self, kind: str, words: str, row: int, column: int, hint: str = "") -> None:
        """Note what one answer would settle a figure."""
        self.out.open(kind, words, self.grid.address((row, column)), hint)

    def names_a_unit(self, text: str) -> bool:
        """Return whether a heading is the name of a unit, known or not: «II. HKH huyện Tứ Kỳ»."""
        name = parse_place(NUMBER.sub("", text))
        return bool(name.kind and name.core and not _PLURAL.search(name.core)) or self.is_unit(text)


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


def roles(setting: Setting) -> Roles:
    """Return what each column of a table is for; figures of a column of notes are left out."""
    paths = {column: setting.block.header_path(column) for column in setting.block.columns}
    heads = {column: spelled(path[-1]) if path else "" for column, path in paths.items()}
    first = setting.block.columns[0]
    # «Số TT» under «Trung tâm học tập cộng đồng» counts centres.
    ordinals = [column for column, path in paths.items() if path and all(map(is_ordinal, path))]
    if not ordinals and not paths[first] and _filled(setting, first)[1]:
        ordinals = [first]
    found = Roles(ordinals, [], [], [], [])
    for column, path in paths.items():
        if column in ordinals:
            continue
        if any(spelled(each) in _MEASURE_HEADS for each in path) or _holds_measures(setting, column):
            found.measures.append(column)
        elif heads[column] in _PERIOD_HEADS or (_TIME_HEAD.search(heads[column]) and _holds_times(setting, column)):
            found.periods.append(column)
        elif _all(setting, column, _is_kind):
            found.kinds.append(column)
        elif _all(setting, column, _is_stamp) or (not found.names and _all(setting, column, _is_code)):
            continue
        else:
            _sort_in(setting, found, column, heads[column])
    return found


def _holds_measures(setting: Setting, column: int) -> bool:
    """Return whether the cells of a column are measures, whatever its header calls it; a few may be new ones."""
    rows = [row for row in setting.block.body[:_ENOUGH] if setting.text(row, column)]
    texts = [setting.text(row, column) for row in rows if not is_figure(setting.grid, row, column)]
    return len(texts) > 1 and sum(map(is_measure, texts)) > 0.7 * len(rows)  # «1.000.000» may be a sum


def _all(setting: Setting, column: int, is_one: Callable[[str], bool]) -> bool:
    """Return whether several cells of a column hold words, and all of them are of a kind."""
    texts = [(row, text) for row in setting.block.body[:_ENOUGH] if (text := setting.text(row, column))]
    return len(texts) > 1 and all(not is_figure(setting.grid, row, column) and is_one(text) for row, text in texts)


def _holds_times(setting: Setting, column: int) -> bool:
    """Return whether the cells of a column are times, but for «Cả năm» or «Cộng» below them."""
    texts = [text for row in setting.block.body[:_ENOUGH] if (text := setting.text(row, column))]
    is_timed = sum(map(_is_time, texts)) > 1
    return is_timed and _all(
        setting, column, lambda text: _is_time(text) or _WHOLE.fullmatch(spelled(text)) is not None
    )


def _is_kind(text: str) -> bool:
    return any(form.fullmatch(spelled(text)) for form in (_REACHED, _AIMED))


def _is_stamp(text: str) -> bool:
    return _STAMP.fullmatch(spelled(text)) is not None


def _is_code(text: str) -> bool:
    return _CODE.fullmatch(spelled(text)) is not None


def _is_time(text: str) -> bool:
    return bool(label(text).periods) and not label(text).text


def _sort_in(setting: Setting, found: Roles, column: int, head: str) -> None:
    texts, numbers = _filled(setting, column)
    is_named = head.startswith("diễn giải") and not found.names and texts > numbers  # of a statement of a fund
    if NOTES.match(head) and not is_named:
        found.notes.append(column)
        for row in setting.block.body if numbers else ():
            for at in setting.figures(row, [column]):
                setting.leave(row, at, "cột ghi chú")
    elif texts > numbers and (not found.values or (not found.names and _NAMED.match(head))):
        found.names.append(column)
    elif numbers:
        found.values.append(column)


def _filled(setting: Setting, column: int) -> tuple[int, int]:
    """Return how many cells of a column hold words and how many figures."""
    cells = [(is_figure(setting.grid, row, column), setting.text(row, column)) for row in setting.block.body]
    return sum(not number and not is_nothing(text) for number, text in cells), sum(number for number, _ in cells)


def level_of(setting: Setting, head: str, names: list[str]) -> str:
    """Return the level of the units of a table, from the header over them, their own kinds and the title."""
    title = spelled(" ".join(setting.context.lines))
    kinds = {parse_place(name).kind for name in names if name}
    if re.search(one_of(DISTRICTS), head) or kinds & {*DISTRICTS}:
        return DISTRICT
    if re.search(one_of(COMMUNES), head) or kinds & {*COMMUNES}:
        return COMMUNE
    if re.search(r"các huyện|các quận|huyện, (?:thị xã, )?thành phố|cấp huyện", title):
        return DISTRICT
    if re.search(rf"các (?:{one_of(COMMUNES)})", title):
        return COMMUNE
    is_province = "tỉnh" in head or "tỉnh" in kinds or re.search(r"các tỉnh|tỉnh, thành phố|cụm thi đua", title)
    return PROVINCE if is_province else ""
