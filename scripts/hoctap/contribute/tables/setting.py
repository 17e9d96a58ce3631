"""One table being read: its block, what the lines above it say, the register and the answers given before."""

import re
from collections.abc import Hashable, Iterable
from dataclasses import dataclass, field, replace

from hoctap.contribute.naming.indicators import Indicators
from hoctap.contribute.naming.kinds_of_places import COMMUNES, DISTRICTS, one_of
from hoctap.contribute.naming.periods import NamedPeriod
from hoctap.contribute.naming.times_of_title import (
    is_comparison,
    with_school_year,
    with_span,
    with_term,
    with_year,
    without_next_time,
    without_time_of_title,
)
from hoctap.contribute.naming.unit_names import FOOTNOTE, parse_place
from hoctap.contribute.naming.units import Units
from hoctap.contribute.naming.words import among, spelled
from hoctap.contribute.tables.block import Block, is_figure
from hoctap.contribute.tables.context import CENTRE, COUNTRY, Context
from hoctap.contribute.tables.labels import Label, bare_name, label
from hoctap.contribute.tables.notes import is_noted_as_plan, noted_times
from hoctap.contribute.tables.opening import Grid
from hoctap.contribute.tables.own_words import without_own_words
from hoctap.contribute.tables.rows import INDICATOR, SKIP, Answers, Row, Understood
from hoctap.model.catalog import Catalog
from hoctap.model.codes import COMMUNE, DISTRICT, PROVINCE
from hoctap.model.period_kinds import SCHOOL_YEAR, TERM
from hoctap.model.record import Unit

_OF_ALL = re.compile(r"\s*\((?:tính )?(?:chung|tổng số|cộng|toàn bộ)\)$", re.IGNORECASE)
_LEVEL = re.compile(r"cấp (?:xã|huyện|tỉnh)\b")
NUMBER = re.compile(r"^(?:[IVX]+|\d+|[A-Z])[.)]\s+")
_PLURAL = re.compile(r",|\b(?:và|thị trấn|phường|xã|huyện|các|cấp)\b")
# «Lượt người học tại trung tâm», where the lines above name a learning centre.
_AT_CENTRE = re.compile(r"\b(tại|ở|của|do) trung tâm\b(?! (?:học|văn|gi|dạy|y|ngoại))")
# What each column of terms says of itself; «cuối nhiệm kỳ» is when.
_IN_TERM = re.compile(r"\s*\(?\btrong (?:cả |toàn )?nhiệm kỳ\b\)?(?! (?:19|20))", re.IGNORECASE)
_OF_TERM = re.compile(r"\s*\(?\b(?:trong |của )?(?:cả|toàn) nhiệm kỳ\b\)?(?! (?:19|20))", re.IGNORECASE)
# All of the term that the title names; «Cả nhiệm kỳ» alone may add up no more than the years beside it.
_WHOLE_TERM = re.compile(r"(?:cả|toàn) nhiệm kỳ\s*\((?:lũy|luỹ) kế\)", re.IGNORECASE)
FIRST_ROWS = 60  # of a long table: enough to tell what it holds
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
    of_terms: bool = False
    rows_are: str = ""  # what each row is, as the header over their names says: «trường» of «Tên trường»
    # Whose a name is, once for all columns that ask the same of it.
    owners: dict[Hashable, tuple[Unit | None, str]] = field(default_factory=dict)

    @property
    def grid(self) -> Grid:
        """The sheet or table that the block stands in."""
        return self.block.grid

    def text(self, row: int, column: int) -> str:
        """Return what stands in a cell or the merged range over it, on one line."""
        return self.grid.line((row, column))

    def figures(self, row: int, columns: Iterable[int]) -> list[int]:
        """Return the columns that hold a figure in a row."""
        return [column for column in columns if is_figure(self.grid, row, column)]

    def texts(self, column: int, most: int | None = None) -> list[str]:
        """Return what the cells of a column hold, of its first rows where it is said how many."""
        return [text for row in self.block.body[:most] if (text := self.text(row, column))]

    @property
    def names_of_rows(self) -> list[str]:
        """What stands in the first columns of the rows that tell what a table is about."""
        return [text for column in self.block.columns[:3] for text in self.texts(column, FIRST_ROWS)]

    def offices(self, text: str) -> list[Unit]:
        """Return the offices, schools or bodies that a name means, with what the title says of all of them.

        The country, «Trong đó: GV mầm non» of «GIÁO VIÊN CẢ NƯỚC»; the level, «Công chức» of «CÁN BỘ CẤP XÃ».
        """
        text = FOOTNOTE.sub("", text)
        bare = _OF_ALL.sub("", text)
        levels = dict.fromkeys(hit[0] for line in self.block.titles for hit in _LEVEL.finditer(spelled(line)))
        ways = (text, bare, *(f"{bare} {level}" for level in levels if len(levels) == 1))
        found = (self.units.office(way, self.context.provinces) for way in dict.fromkeys(ways) if way)
        whole = f"{bare_name(text)} {COUNTRY}" if self.context.of_country and text else ""
        return next(filter(None, found), []) or (self.units.office(whole, ()) if whole else [])

    def is_unit(self, text: str) -> bool:
        """Return whether a text may name a unit of the register."""
        if self.offices(text):
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
        if self.span and self.span.kind == TERM and _WHOLE_TERM.fullmatch(" ".join(text.split())):
            text = f"Cả {self.span.words}"
        if self.span and self.span.kind == TERM and re.search(r"\w", bare := _OF_TERM.sub("", text)):
            text = bare
        text = with_school_year(text) if self.of_school_years else text
        text = _IN_TERM.sub("", with_term(text)) if self.of_terms else text
        text = among(text, self.context.of_courses) if self.context.of_courses else text
        text = without_next_time(text, self.year)
        found = label(with_year(with_span(text, self.span), self.year))
        if self.context.names_centre:
            found = replace(found, text=_AT_CENTRE.sub(rf"\1 {CENTRE}", found.text))
        found = replace(found, text=without_own_words(found.text, self.context.body or self.rows_are))
        found = replace(found, text=without_time_of_title(found.text, self.span, self.context.lines))
        if not found.periods and (times := noted_times(self.grid, text)):
            found = replace(found, periods=times)
        return replace(found, plan=True) if is_comparison(text) or is_noted_as_plan(self.grid, text) else found

    def leave(self, row: int, column: int, why: str) -> None:
        """Note that a figure is not taken."""
        self.out.left_out.append((self.grid.address((row, column)), why))

    def leave_row(self, row: int, columns: Iterable[int], why: str) -> None:
        """Note that the figures of some columns of a row are not taken."""
        for column in self.figures(row, columns):
            self.leave(row, column, why)

    def ask(self, row: int, column: int, question: str) -> None:
        """Put a question in place of a figure."""
        spot = (row, column)
        self.out.rows.append(Row(cell=self.grid.address(spot), question=question, typed=self.grid.text(spot)))

    def ask_row(self, row: int, columns: Iterable[int], question: str) -> None:
        """Put a question in place of each figure of some columns of a row."""
        for column in self.figures(row, columns):
            self.ask(row, column, question)

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


def level_of(setting: Setting, head: str, names: list[str]) -> str:
    """Return the level of the units of a table, from the header over them, their own kinds and the title."""
    title = spelled(" ".join(setting.context.lines))
    kinds = {parse_place(name).kind for name in names if name}
    if "tỉnh" in kinds and kinds & {*DISTRICTS, *COMMUNES}:
        return ""  # of several levels: a bare name may be of any
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
