"""A table with indicators down; units, years or breakdowns across."""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from itertools import takewhile

from hoctap.contribute.naming.figures import is_nothing
from hoctap.contribute.naming.indicators import is_flow
from hoctap.contribute.naming.periods import NamedPeriod
from hoctap.contribute.naming.times_together import within
from hoctap.contribute.naming.words import spelled
from hoctap.contribute.tables.across import Across, columns_across, heads_over, is_in_percent, under_head
from hoctap.contribute.tables.adding import add, left_as_planned
from hoctap.contribute.tables.cells import figure_in
from hoctap.contribute.tables.groups import Groups, Repeated
from hoctap.contribute.tables.indicator_rows import Rows
from hoctap.contribute.tables.labels import is_measure, label
from hoctap.contribute.tables.meaning import Meaning, whole_of_title
from hoctap.contribute.tables.named import scoped
from hoctap.contribute.tables.opening import Spot
from hoctap.contribute.tables.parts_across import is_of_fund
from hoctap.contribute.tables.plans import gives_points, without_goal
from hoctap.contribute.tables.roles import Roles
from hoctap.contribute.tables.rows import COLUMN
from hoctap.contribute.tables.setting import NUMBER, Setting, level_of
from hoctap.contribute.tables.sums import NO_SUM, adds_a_plan, lacks_a_time, values_of
from hoctap.contribute.tables.when import row_periods
from hoctap.model.period_kinds import MOMENT
from hoctap.model.record import Indicator


def _nearer(
    head: Sequence[NamedPeriod], own: Sequence[NamedPeriod], indicator: Indicator | None
) -> Sequence[NamedPeriod]:
    """Return the periods of a column, or of the row those that are days within them: «Số dư quỹ đến 30/6/2024».

    Of the days of several years, «CÓ MẶT ĐẾN 31/12/2024 (cột TH 2023: đến 31/12/2023)», each column has its own.
    What there was on a day of another year than that of the column is of both, and asked about.
    «Tồn quỹ cuối năm» under «Năm 2023» says no more than the column does.
    """
    if len(head) != 1:
        return head or own
    days = [each for each in own if each.kind == MOMENT and not each.is_end_of_year]
    return [each for each in days if within(each, head[0])] or (
        head if indicator is None or is_flow(indicator) else [*head, *days]
    )


_OF_COLUMN = "mã đơn vị, thời kỳ, hoặc «bỏ qua»"
_PART_OF_YEAR = re.compile(r"tháng|quý|học kỳ")
_SUM = re.compile(r"(?:tổng )?cộng")


@dataclass(frozen=True, slots=True)
class ByIndicator:
    """Reads one table with indicators down; `title` is what its rows are levels of, where they name no more."""

    setting: Setting
    roles: Roles
    title: str = ""
    times: dict[int, Sequence[NamedPeriod]] = field(default_factory=dict)
    planned: dict[int, Sequence[NamedPeriod]] = field(default_factory=dict)

    def read(self, stub: int, names: Sequence[int], columns: Mapping[int, Meaning], over: int | None = None) -> None:
        """Read figures of the indicators in column `stub`; `names` are columns of units beside it.

        `over` is a column whose cells say the group of each row: «Quỹ khuyến học» before «Thu», «Chi», «Số dư».
        """
        level = level_of(self.setting, "", heads_over(self.setting, columns))
        across = columns_across(self.setting, columns)
        of_title = (self.setting.span,) if self.setting.span else ()  # «Cả năm»
        plain = {at: each.head.label.periods for at, each in across.items() if each.kind == "plain"}
        self.times.update({at: times or of_title for at, times in plain.items()})
        self.planned.update({at: each.head.label.periods for at, each in across.items() if each.kind == "plan"})
        has_pairs = {True, False} == {is_in_percent(each) for each in across.values()}
        rows, heading, groups = Rows(self.setting, has_pairs, stub), "", Groups(self.setting, self.roles)
        above, named, has_points = "", Repeated(), gives_points(self.setting.block)
        for row in self.setting.block.body:
            figures = self.setting.figures(row, columns)
            text, measure = self._named(row, stub, over, above, rows)
            text, measure = self._carried(row, text, measure, named) if self._has_more_rows else (text, measure)
            if not text:
                self.setting.ask_row(row, figures, "dòng không ghi tên chỉ tiêu")
                continue
            above = text
            text = without_goal(text) if has_points else text
            is_time = groups.begins(row, text)
            is_of_levels = bool(self.title) and label(text).total
            if not is_of_levels and self._is_left(row, text, figures):
                continue
            if not figures and not self._has_marks(row, columns):
                rows.heading("" if is_time else text)
                name = _without_remark(text)
                heading = name if self.setting.names_a_unit(name) else heading
                continue
            named_whole = self.title if is_of_levels else f"{self.title} {text}".strip()
            meaning = rows.next_row(named_whole, measure, self._number(row))
            meaning = replace(meaning, label=replace(meaning.label, plan=meaning.label.plan or label(rows.group).plan))
            own = self.setting.text(row, names[0]) if names else heading
            for column in figures:
                if is_of_levels and not self._adds_up(row, stub, column):
                    self.setting.ask(row, column, NO_SUM.format(text))
                    continue
                joined = self._joined(meaning, across[column], rows.share)
                self._read_across((row, column), joined, across[column], own, level, groups.periods)

    def _named(self, row: int, stub: int, over: int | None, above: str, rows: Rows) -> tuple[str, str]:
        """Return the name of a row, that of the one above or of its group where it has none, and its measure.

        «Suất», «Triệu đồng» of «Học bổng» are measures of that. A group that begins is noted.
        """
        own, measure = self.setting.text(row, stub), self._measure_of(row)
        group = NUMBER.sub("", self.setting.text(row, over)) if over else ""
        text = own or group or (above if measure else "") or self._alone(row)
        if group and group != rows.group:
            rows.heading(group if own else "")
        return (rows.group, text) if over and rows.group and not measure and is_measure(text) else (text, measure)

    def _carried(self, row: int, text: str, measure: str, named: Repeated) -> tuple[str, str]:
        """Return name and measure of a row; those of the row above where it has none but another time, or «TH»."""
        if not text and any(self.setting.text(row, column) for column in self.roles.kinds):
            return named.name, measure or named.measure
        is_filled = bool(self.setting.figures(row, self.roles.values))
        times = row_periods(self.setting, self.roles, row) if is_filled else None
        name = named.carried(text, times or ())
        named.measure = measure if text else named.measure
        return name, measure or (named.measure if name and not text else "")

    @property
    def _has_more_rows(self) -> bool:
        """Whether an indicator may have several rows: one of each time, or plan and result."""
        return bool(self.roles.periods or self.roles.kinds)

    def _number(self, row: int) -> str:
        return self.setting.text(row, self.roles.ordinals[0]) if self.roles.ordinals else ""

    def _measure_of(self, row: int) -> str:
        return next((found for c in self.roles.measures if (found := self.setting.text(row, c))), "")

    def _alone(self, row: int) -> str:
        """Return what stands alone in a row, to the left of the names: a heading that is not merged over them."""
        texts = [text for column in self.setting.block.columns if (text := self.setting.text(row, column))]
        return texts[0] if len(texts) == 1 and not self.setting.figures(row, self.setting.block.columns) else ""

    def _is_left(self, row: int, text: str, figures: Sequence[int]) -> bool:
        """Leave out the figures of a row that is a total or planned; return whether it is."""
        if not _SUM.fullmatch(label(text).text):
            return left_as_planned(self.setting, self.roles, row, figures)
        self.setting.leave_row(row, figures, f"dòng tổng «{text}»")
        return True

    def _adds_up(self, total: int, stub: int, column: int) -> bool:
        """Return whether the levels right above a total, back to the one before, add up to it in a column."""
        above = [row for row in reversed(self.setting.block.body) if row < total]
        rows = [*takewhile(lambda row: not label(self.setting.text(row, stub)).total, above)]
        whole, *parts = (each for row in (total, *rows) for each in values_of(self.setting, row, (column,)))
        known = [each for each in parts if each is not None]
        return whole is not None and len(known) == len(parts) and whole == sum(known)

    def _has_marks(self, row: int, columns: Mapping[int, Meaning]) -> bool:
        texts = [self.setting.text(row, column) for column in columns]
        return any(text and is_nothing(text) for text in texts)

    def _joined(self, meaning: Meaning, across: Across, share: Meaning | None) -> Meaning:
        """Return the row under a header that adds to its name; no indicator where the two do not join.

        `share` is the row as it counts in «%», for the column so called beside that of the numbers.
        """
        if share and is_in_percent(across) and not (meaning.skip or meaning.answered):
            return share
        if across.summed and meaning.indicator and is_of_fund(meaning.indicator):
            return replace(meaning, indicators=())
        if across.kind == "counted":
            kept = [each for each in meaning.indicators if self._measure(each) == across.words]
            return replace(meaning, indicators=tuple(kept))
        if across.kind == "whole":
            return replace(meaning, indicators=whole_of_title(self.setting, meaning))
        if not across.more or meaning.skip:
            return meaning
        return under_head(self.setting, meaning, across)

    def _measure(self, indicator: Indicator) -> str:
        return spelled(self.setting.catalog.code_title("unit_measure", indicator.unit_measure))

    def _in_its_cell(self, row: int, column: int, meaning: Meaning) -> Meaning:
        """Return a row that its name leaves open as the words behind its number say: «85.120 lượt học sinh»."""
        text = self.setting.text(row, column)
        if text.endswith("%") and meaning.indicator and meaning.indicator.value_type == "count":
            words = f"{meaning.words} tỷ lệ %"  # «Gia đình học tập: 75,2%»
            return replace(
                meaning, indicators=self.setting.indicators.named_by(self.setting.indicators.concepts(words))
            )
        behind = re.search(r"\d\s+([^\W\d][^\d,;(]*)$", text)
        if meaning.indicator or meaning.skip or behind is None:
            return meaning
        words = f"{meaning.words} {behind[1]}"
        found, scope = scoped(self.setting, words, self.setting.indicators.concepts(words))
        return replace(meaning, indicators=found, breakdown=meaning.breakdown or scope) if found else meaning

    def _read_across(
        self, spot: Spot, meaning: Meaning, across: Across, own: str, level: str, group: Sequence[NamedPeriod]
    ) -> None:
        meaning = self._in_its_cell(*spot, meaning)
        parsed = replace(meaning.label, measure=meaning.label.measure or across.head.label.measure)
        breakdown = "; ".join(filter(None, (meaning.breakdown, across.words if across.kind == "plain" else "")))
        meaning = replace(meaning, label=parsed, breakdown=breakdown, sums=across.head.sums)
        if across.kind == "total":
            self.setting.leave(*spot, "cột tổng")
        elif across.kind == "skip":
            self.setting.leave(*spot, "bỏ qua theo trả lời")
        elif across.kind == "plan":
            self.setting.ask_of_plan(*spot, across.head.words, COLUMN)
        elif across.kind == "open":
            self.setting.open(COLUMN, across.head.words, *spot, _OF_COLUMN)
            self.setting.ask(*spot, f"«{across.words}»: cột này là gì?")
        elif (figure := figure_in(self.setting, *spot, meaning)) is not None:
            own_times = _nearer(across.head.label.periods, parsed.periods, meaning.indicator)
            periods = own_times or row_periods(self.setting, self.roles, spot[0])
            part = _PART_OF_YEAR.search(spelled(across.head.words)) if group and not periods else None
            if periods is None or part:
                self.setting.ask(*spot, "dòng này là số của thời kỳ nào?")
                return
            if lacks_a_time(self.setting, *spot, self.times):
                self.setting.ask(*spot, "số cả kỳ chỉ cộng các kỳ đã có: có lấy làm số của cả kỳ không?")
                return
            if adds_a_plan(self.setting, *spot, self.times | self.planned):
                self.setting.ask(*spot, "số cả kỳ cộng cả số kế hoạch, số ước: có lấy làm số đã có không?")
                return
            name, times = across.words if across.kind == "unit" else own, _nearer(periods, group, meaning.indicator)
            add(self.setting, spot, figure, meaning, name, times, level)


def _without_remark(text: str) -> str:
    """Return a name without its number and what is remarked behind a dash: «2. Hội Tuy Phước – gửi ngày 30/9»."""
    return re.split(r"\s+[–-]\s+(?=[a-zà-ỹđ])", NUMBER.sub("", text), maxsplit=1)[0]
