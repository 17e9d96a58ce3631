"""A table with indicators down; units, years or breakdowns across."""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

from hoctap.contribute.naming.figures import is_nothing, read_figure
from hoctap.contribute.naming.periods import NamedPeriod
from hoctap.contribute.naming.words import SHARES, spelled
from hoctap.contribute.tables.adding import add, left_as_planned, row_periods
from hoctap.contribute.tables.cells import figure_in
from hoctap.contribute.tables.groups import Groups
from hoctap.contribute.tables.indicator_rows import Rows
from hoctap.contribute.tables.labels import Label, bare_name, is_measure, label
from hoctap.contribute.tables.meaning import GENERAL, Meaning, scoped, whole_of_title
from hoctap.contribute.tables.parts import parts_of
from hoctap.contribute.tables.rows import COLUMN, SKIP, UNIT
from hoctap.contribute.tables.setting import Roles, Setting, level_of
from hoctap.model.period import parse_period
from hoctap.model.period_kinds import MOMENT
from hoctap.model.record import Indicator


def _nearer(head: Sequence[NamedPeriod], own: Sequence[NamedPeriod]) -> Sequence[NamedPeriod]:
    """Return the periods of a column, or of the row where that is a day within them: «Số dư quỹ đến 30/6/2024».

    «Tồn quỹ cuối năm» under «Năm 2023» says no more than the column does.
    """
    if len(head) == len(own) == 1 and own[0].kind == MOMENT and not own[0].is_end_of_year:
        span, day = parse_period(head[0].period), parse_period(own[0].period)
        return own if span.start <= day.start and day.end <= span.end else head
    return head or own


# What a header may add to the name of a row.
_ADDED = SHARES - {"household", "population"} | {"money", "award-unit", "person", "turn"}
OF_COLUMN = "mã đơn vị, thời kỳ, hoặc «bỏ qua»"


@dataclass(frozen=True, slots=True)
class _Across:
    """What a column of a table of indicators is, by its header.

    `kind` is unit, plan, total, plain, counted, whole, skip or open, `words` name it;
    `more` is what the header adds to the name of each row: «Số đăng ký», «Tỷ lệ (%)».
    """

    kind: str
    words: str
    head: Meaning
    more: str = ""


def _named_last(path: Sequence[str]) -> str:
    """Return the last header over a column that is no bare measure: the unit over «SL» and «%»."""
    return next((text for text in reversed(path) if not is_measure(text)), path[-1])


_ONE_UNIT_AND_TOTAL = 2  # of more heads than these the others are units too, not in the register
_PART_OF_YEAR = re.compile(r"tháng|quý|học kỳ")
_SUM = re.compile(r"(?:tổng )?cộng")


def _counted(text: str) -> str:
    """Return what a header only says that it counts: «tổ chức» of «Số tổ chức»; empty for any other header."""
    words = re.sub(r"^(?:tổng )?số (?:lượng )?", "", spelled(text))
    return words if words != spelled(text) and is_measure(words) else ""


def _is_in_percent(across: _Across) -> bool:
    """Return whether a column says no more than that it is in «%»: half of a pair «SL», «%»."""
    last = across.head.words.rpartition(" / ")[2]
    return (
        across.head.label.measure == "%" and is_measure(last) and across.kind in ("unit", "plain") and not across.more
    )


def _is_bare_total(across: _Across) -> bool:
    """Return whether a column beside those of registered and recognised says only «Tổng số»."""
    return across.kind == "plain" and across.head.label.total and not (across.words or across.more)


@dataclass(frozen=True, slots=True)
class ByIndicator:
    """Reads one table with indicators down."""

    setting: Setting
    roles: Roles

    def read(self, stub: int, names: Sequence[int], columns: Mapping[int, Meaning]) -> None:
        """Read figures of the indicators in column `stub`; `names` are columns of units beside it."""
        paths = (self.setting.block.header_path(column) for column in columns)
        heads = list(dict.fromkeys(bare_name(_named_last(path)) for path in paths if path))
        level = level_of(self.setting, "", heads)
        units, has_total = sum(map(self.setting.is_unit, heads)), any(self.setting.label(head).total for head in heads)
        units_across = units > 1 or (units == 1 and has_total and len(heads) > _ONE_UNIT_AND_TOTAL)
        parts = {} if units_across else parts_of(heads)
        across = self._with_totals({at: self._across(at, each, units_across, parts) for at, each in columns.items()})
        if any("recognised" in self.setting.indicators.concepts(each.more) for each in across.values()):
            across = {at: replace(each, kind="whole") if _is_bare_total(each) else each for at, each in across.items()}
        has_pairs = {True, False} == {_is_in_percent(each) for each in across.values()}
        rows, above, heading, groups = Rows(self.setting, has_pairs), "", "", Groups(self.setting, self.roles)
        for row in self.setting.block.body:
            figures = self.setting.figures(row, list(columns))
            measure = next((found for c in self.roles.measures if (found := self.setting.text(row, c))), "")
            text = self.setting.text(row, stub) or (above if measure else "") or self._alone(row)
            if not text:
                for column in figures:
                    self.setting.ask(row, column, "dòng không ghi tên chỉ tiêu")
                continue
            above = text
            is_time = groups.begins(row, text)
            if self._is_left(row, text, figures):
                continue
            if not figures and not self._has_marks(row, columns):
                rows.heading("" if is_time else text)
                heading = text if self.setting.names_a_unit(text) else heading
                continue
            ordinal = self.setting.text(row, self.roles.ordinals[0]) if self.roles.ordinals else ""
            meaning = rows.next_row(text, measure, ordinal)
            meaning = replace(meaning, label=replace(meaning.label, plan=meaning.label.plan or label(rows.group).plan))
            own = self.setting.text(row, names[0]) if names else heading
            for column in figures:
                joined = self._joined(meaning, across[column], rows.share)
                self._read_across(row, column, joined, across[column], own, level, groups.periods)

    def _alone(self, row: int) -> str:
        """Return what stands alone in a row, to the left of the names: a heading that is not merged over them."""
        texts = [text for column in self.setting.block.columns if (text := self.setting.text(row, column))]
        return texts[0] if len(texts) == 1 and not self.setting.figures(row, list(self.setting.block.columns)) else ""

    def _with_totals(self, across: dict[int, _Across]) -> dict[int, _Across]:
        """Return the columns with «Toàn tỉnh» beside «Trong đó: …» a figure of its own, unless these add up to it."""
        parts = [at for at, each in across.items() if each.head.label.part]
        totals = [at for at, each in across.items() if each.kind == "total"]
        for total in totals if parts else ():
            if not any(self._adds_up(row, total, parts) for row in self.setting.block.body):
                across[total] = replace(across[total], kind="plain")
        return across

    def _adds_up(self, row: int, total: int, parts: Sequence[int]) -> bool:
        values = [read_figure(self.setting.text(row, column)).value for column in (total, *parts)]
        known = [value for value in values if value is not None]
        return len(known) == len(values) and known[0] == sum(known[1:])

    def _is_left(self, row: int, text: str, figures: Sequence[int]) -> bool:
        """Leave out the figures of a row that is a total or planned; return whether it is."""
        if not _SUM.fullmatch(label(text).text):
            return left_as_planned(self.setting, self.roles, row, figures)
        for column in figures:
            self.setting.leave(row, column, f"dòng tổng «{text}»")
        return True

    def _has_marks(self, row: int, columns: Mapping[int, Meaning]) -> bool:
        texts = [self.setting.text(row, column) for column in columns]
        return any(text and is_nothing(text) for text in texts)

    def _across(self, column: int, meaning: Meaning, units_across: bool, parts: Mapping[str, str]) -> _Across:
        parsed = meaning.label
        if answered := self._answered(meaning):
            return answered
        if parsed.plan:
            return _Across("plan", meaning.words, meaning)
        if parsed.breakdown:
            return _Across("plain", parsed.breakdown, meaning)
        path = self.setting.block.header_path(column)
        if path and (part := parts.get(bare_name(path[-1]))):
            return _Across("plain", part, meaning)
        named = [bare_name(text) for text in path if self._is_name(self.setting.label(text))]
        names = [text for text in named if not self._adds(self.setting.label(text))]
        more = " ".join(self.setting.label(text).text for text in named if text not in names)
        if not names:
            is_total = parsed.total or bool(path and self.setting.label(_named_last(path)).total)
            return _Across("total" if is_total and units_across else "plain", "", meaning, more)
        if len(names) == 1 and (counted := _counted(names[0])):
            return _Across("counted", counted, meaning, more)
        if units_across or self.setting.is_unit(names[-1]) or (UNIT, names[-1]) in self.setting.answers:
            return _Across("unit", names[-1], meaning, more)
        part = self.setting.label(path[-1]).text
        is_known = parsed.part and not any(each[0] == "?" for each in self.setting.indicators.concepts(part))
        return _Across("plain", part, meaning) if is_known else _Across("open", " / ".join(names), meaning)

    def _answered(self, meaning: Meaning) -> _Across | None:
        """Return what a person said of a column: left out, a unit, or a time."""
        answer = self.setting.answers.get((COLUMN, meaning.words), "")
        if meaning.skip or answer == SKIP:
            return _Across("skip", meaning.words, meaning)
        if answer in self.setting.catalog.units:
            return _Across("unit", meaning.words, meaning)
        if not answer:
            return None
        dated = replace(meaning.label, periods=(NamedPeriod(answer, "", answer),), plan=False)
        return _Across("plain", "", replace(meaning, label=dated))

    @staticmethod
    def _is_name(parsed: Label) -> bool:
        return bool(parsed.text) and not GENERAL.fullmatch(parsed.text) and not parsed.total and not parsed.breakdown

    def _adds(self, parsed: Label) -> bool:
        """Return whether a header only says which figure of a row it is: registered, recognised, a share, a sum."""
        found = self.setting.indicators.concepts(parsed.text, parsed.measure)
        return bool(found) and found <= _ADDED

    def _joined(self, meaning: Meaning, across: _Across, share: Meaning | None) -> Meaning:
        """Return the row under a header that adds to its name; no indicator where the two do not join.

        `share` is the row as it counts in «%», for the column so called beside that of the numbers.
        """
        if share and _is_in_percent(across) and not (meaning.skip or meaning.answered):
            return share
        if across.kind == "counted":
            kept = [each for each in meaning.indicators if self._measure(each) == across.words]
            return replace(meaning, indicators=tuple(kept))
        if across.kind == "whole":
            return replace(meaning, indicators=whole_of_title(self.setting, meaning))
        if not across.more or meaning.skip:
            return meaning
        parsed = replace(meaning.label, measure=across.head.label.measure or meaning.label.measure)
        for more in (across.more, *across.more.split("/")):  # «Số người/suất»
            words = f"{meaning.words} {more}".strip()
            found, scope = scoped(self.setting, words, self.setting.indicators.concepts(words, parsed.measure))
            if found:
                break
        words = f"{meaning.words} {across.more}".strip()
        return replace(meaning, label=parsed, words=words, indicators=found, breakdown=meaning.breakdown or scope)

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
        self,
        row: int,
        column: int,
        meaning: Meaning,
        across: _Across,
        own: str,
        level: str,
        group: Sequence[NamedPeriod],
    ) -> None:
        meaning = self._in_its_cell(row, column, meaning)
        parsed = replace(meaning.label, measure=meaning.label.measure or across.head.label.measure)
        breakdown = "; ".join(filter(None, (meaning.breakdown, across.words if across.kind == "plain" else "")))
        meaning = replace(meaning, label=parsed, breakdown=breakdown)
        if across.kind == "total":
            self.setting.leave(row, column, "cột tổng")
        elif across.kind == "skip":
            self.setting.leave(row, column, "bỏ qua theo trả lời")
        elif across.kind == "plan":
            self.setting.ask_of_plan(row, column, across.head.words, COLUMN)
        elif across.kind == "open":
            self.setting.open(COLUMN, across.head.words, row, column, OF_COLUMN)
            self.setting.ask(row, column, f"«{across.words}»: cột này là gì?")
        elif (figure := figure_in(self.setting, row, column, meaning)) is not None:
            periods = _nearer(across.head.label.periods, parsed.periods) or row_periods(self.setting, self.roles, row)
            part = _PART_OF_YEAR.search(spelled(across.head.words)) if group and not periods else None
            if periods is None or part:
                self.setting.ask(row, column, "dòng này là số của thời kỳ nào?")
                return
            add(
                self.setting,
                row,
                column,
                figure,
                meaning,
                across.words if across.kind == "unit" else own,
                _nearer(periods, group),
                level,
            )
