"""The long table: a row for each figure of a stranger's file, with its cell, and a question where one is open."""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from decimal import Decimal

from hoctap.contribute.naming.figures import Figure, is_nothing
from hoctap.contribute.naming.indicators import Indicators
from hoctap.contribute.naming.periods import NamedPeriod
from hoctap.contribute.naming.units import Units
from hoctap.contribute.naming.words import SHARES, spelled
from hoctap.contribute.tables.blocks import blocks, is_figure
from hoctap.contribute.tables.cells import figure_in, scale_for
from hoctap.contribute.tables.context import context_of
from hoctap.contribute.tables.doubts import doubted
from hoctap.contribute.tables.labels import UNITS_HEADER, Label, label
from hoctap.contribute.tables.meaning import GENERAL, Meaning, Rows, of_column, of_text, of_title, with_parts
from hoctap.contribute.tables.opening import Grid
from hoctap.contribute.tables.owners import clash, period_of, unit_of
from hoctap.contribute.tables.rows import Answers, Row, Understood
from hoctap.contribute.tables.setting import Roles, Setting, level_of, roles
from hoctap.model.catalog import Catalog

_INDICATORS_HEADER = re.compile(r"chỉ tiêu|nội dung|tiêu chí|chỉ số|danh mục|hạng mục|tên chỉ tiêu")
_ROMAN = re.compile(r"[ivxlc]+|[a-h]")
_GROUP = re.compile(r"^(?:các|khối|cụm|vùng|khu vực|nhóm|cấp)\b")


def understand(catalog: Catalog, grids: Sequence[Grid], answers: Answers) -> Understood:
    """Return every figure of the grids as a row; `answers` are what a person said of names and periods before."""
    out = Understood()
    indicators, units = Indicators(catalog), Units(catalog)
    for grid in grids:
        if not grid.visible:
            out.left_out += [(grid.address(at), "trang tính ẩn") for at in grid.cells if is_figure(grid, *at)]
            continue
        for block in blocks(grid):
            sheet = "" if grid.word_table else grid.name
            context = context_of(catalog, units, block.titles, block.earlier, sheet)
            setting = Setting(catalog, indicators, units, block, context, answers, out)
            _Table(setting, roles(setting)).read()
    return out


@dataclass(frozen=True, slots=True)
class _Across:
    """What a column of a table of indicators is: `kind` is unit, plan, total, plain or open, `words` name it.

    `more` is what the header adds to the name of each row: «Số đăng ký», «Tỷ lệ (%)».
    """

    kind: str
    words: str
    head: Meaning
    more: str = ""


@dataclass(frozen=True, slots=True)
class _Table:
    """One table being read."""

    setting: Setting
    roles: Roles

    def read(self) -> None:
        """Put the figures of the table into what was understood."""
        if not self.roles.values or not (self.roles.names or self.roles.periods):
            self._leave_all("bảng không có cột tên")
            return
        out, since = self.setting.out, len(self.setting.out.rows)
        by_column = self._read_all({column: of_column(self.setting, column) for column in self.roles.values})
        out.rows[since:] = doubted(self.setting.catalog, out.rows[since:], by_column=by_column)

    def _read_all(self, columns: Mapping[int, Meaning]) -> bool:
        """Read the table the way its names stand; return whether an indicator is a column."""
        of_indicators = [column for column in self.roles.names if self._holds_indicators(column)]
        of_units = [column for column in self.roles.names if column not in of_indicators]
        if of_indicators:
            self._read_by_indicator(of_indicators[0], of_units, columns)
        elif any(each.indicators for each in columns.values()) or self._names_units(of_units):
            named = with_parts(self.setting, of_title(self.setting, columns))
            self._read_by_unit(of_units[0] if of_units else None, named)
        else:
            self._leave_all("không phải bảng số liệu của đơn vị, chỉ tiêu nào")
        return not of_indicators

    def _leave_all(self, why: str) -> None:
        for row in self.setting.block.body:
            for column in self.setting.figures(row, list(self.setting.block.columns)):
                self.setting.leave(row, column, why)

    def _texts(self, column: int) -> list[str]:
        return [text for row in self.setting.block.body if (text := self.setting.text(row, column))]

    def _names_units(self, columns: Sequence[int]) -> bool:
        return any(self.setting.is_unit(text) for column in columns[:1] for text in self._texts(column))

    def _head(self, column: int) -> str:
        return spelled(" ".join(self.setting.block.header_path(column)))

    def _holds_indicators(self, column: int) -> bool:
        texts, head = self._texts(column), self._head(column)
        indicators = sum(of_text(self.setting, text).indicator is not None for text in texts)
        units = sum(self.setting.is_unit(text) for text in texts)
        if _INDICATORS_HEADER.match(head):
            return indicators >= units
        return indicators > (units * 2 if UNITS_HEADER.match(head) else units)

    # Units down, indicators across.

    def _read_by_unit(self, names: int | None, columns: Mapping[int, Meaning]) -> None:
        """Read figures of the units in column `names`; of the unit of the title where no column names units."""
        level = level_of(self.setting, self._head(names), self._texts(names)) if names else ""
        parts: dict[int, list[Decimal]] = {column: [] for column in columns}
        for row in self.setting.block.body:
            text = self.setting.text(row, names) if names else ""
            if self._is_sum(row, text, columns, parts):
                continue
            if names and not text:
                for column in self.setting.figures(row, list(columns)):
                    self.setting.ask(row, column, "dòng không ghi tên đơn vị")
                continue
            own = self._row_periods(row)
            for column, meaning in columns.items():
                figure = figure_in(self.setting, row, column, meaning)
                if figure is not None:
                    parts[column] += [figure.value] if figure.value is not None else []
                    self._add(row, column, figure, meaning, text, own or meaning.label.periods, level)

    def _is_sum(self, row: int, text: str, columns: Mapping[int, Meaning], parts: Mapping[int, list[Decimal]]) -> bool:
        """Return whether a row has no figures of a unit: a total, which is checked, a group, or nothing at all."""
        figures = self.setting.figures(row, list(columns))
        ordinal = self.setting.text(row, self.roles.ordinals[0]) if self.roles.ordinals else ""
        parsed = label(text or ordinal)
        if parsed.total:
            self._check_total(row, columns, parts)
            for column in figures:
                self._leave_total(row, column, text or ordinal, parsed)
            return True
        number = spelled(ordinal).strip(" .)")
        grouped = _GROUP.match(parsed.text) or (number and _ROMAN.fullmatch(number))
        if text and grouped and not self.setting.is_unit(text):
            for column in figures:
                self.setting.leave(row, column, f"dòng nhóm «{text}»")
            return True
        return not figures

    def _leave_total(self, row: int, column: int, text: str, parsed: Label) -> None:
        if re.match(r"toàn|cả", parsed.text):
            why = f"dòng tổng «{text}»: có phải là số liệu của một đơn vị không, hay chỉ là tổng?"
            self.setting.ask(row, column, why)
        else:
            self.setting.leave(row, column, f"dòng tổng «{text}»")

    def _check_total(self, row: int, columns: Mapping[int, Meaning], parts: Mapping[int, list[Decimal]]) -> None:
        for column, meaning in columns.items():
            indicator = meaning.indicator
            if indicator is None or indicator.value_type not in ("count", "amount") or not parts[column]:
                continue
            figure, total = figure_in(self.setting, row, column, meaning), sum(parts[column], Decimal(0))
            if figure is None or figure.value is None or abs(figure.value - total) <= abs(total) / 10000:
                continue
            scale = scale_for(self.setting, indicator, meaning.label.measure) or 0
            self.setting.out.remarks.append(
                f"{self.setting.grid.address((row, column))}: dòng tổng ghi {self.setting.text(row, column)}, "
                f"các dòng cộng lại là {total.scaleb(-scale):f}"
            )

    def _row_periods(self, row: int) -> tuple[NamedPeriod, ...]:
        return next((found for c in self.roles.periods if (found := label(self.setting.text(row, c)).periods)), ())

    # Indicators down; units, years or breakdowns across.

    def _read_by_indicator(self, stub: int, names: Sequence[int], columns: Mapping[int, Meaning]) -> None:
        heads = [path[-1] for column in columns if (path := self.setting.block.header_path(column))]
        level = level_of(self.setting, "", heads)
        units_across = sum(self.setting.is_unit(head) for head in heads) > 1
        across = {column: self._across(column, meaning, units_across) for column, meaning in columns.items()}
        rows, above = Rows(self.setting), ""
        for row in self.setting.block.body:
            figures = self.setting.figures(row, list(columns))
            measure = next((found for c in self.roles.measures if (found := self.setting.text(row, c))), "")
            text = self.setting.text(row, stub) or (above if measure else "")
            if not text:
                for column in figures:
                    self.setting.ask(row, column, "dòng không ghi tên chỉ tiêu")
                continue
            above = text
            if not figures and not self._has_marks(row, columns):
                rows.heading(text)
                continue
            meaning = rows.next_row(text, measure)
            meaning = replace(meaning, label=replace(meaning.label, plan=meaning.label.plan or label(rows.group).plan))
            own = self.setting.text(row, names[0]) if names else ""
            for column in figures:
                self._read_across(row, column, meaning, across[column], own, level)

    def _has_marks(self, row: int, columns: Mapping[int, Meaning]) -> bool:
        texts = [self.setting.text(row, column) for column in columns]
        return any(text and is_nothing(text) for text in texts)

    def _across(self, column: int, meaning: Meaning, units_across: bool) -> _Across:
        parsed = meaning.label
        if parsed.plan or meaning.skip:
            return _Across("plan", meaning.words, meaning)
        if parsed.breakdown:
            return _Across("plain", parsed.breakdown, meaning)
        path = self.setting.block.header_path(column)
        named = [text for text in path if self._is_name(label(text))]
        names = [text for text in named if not self._adds(label(text))]
        more = " ".join(label(text).text for text in named if text not in names)
        if not names:
            return _Across("total" if parsed.total and units_across else "plain", "", meaning, more)
        if units_across or self.setting.is_unit(names[-1]) or ("đơn vị", names[-1]) in self.setting.answers:
            return _Across("unit", names[-1], meaning, more)
        return (
            _Across("plain", label(path[-1]).text, meaning)
            if parsed.part
            else _Across("open", " / ".join(names), meaning)
        )

    @staticmethod
    def _is_name(parsed: Label) -> bool:
        return bool(parsed.text) and not GENERAL.fullmatch(parsed.text) and not parsed.total and not parsed.breakdown

    def _adds(self, parsed: Label) -> bool:
        """Return whether a header only says which figure of a title it is: registered, recognised, a share."""
        found = self.setting.indicators.concepts(parsed.text, parsed.measure)
        return bool(found) and found <= SHARES - {"household", "population"}

    def _joined(self, meaning: Meaning, across: _Across) -> Meaning:
        """Return the row under a header that adds to its name; no indicator where the two do not join."""
        if not across.more or meaning.skip:
            return meaning
        parsed = replace(meaning.label, measure=across.head.label.measure or meaning.label.measure)
        words = f"{meaning.words} {across.more}".strip()
        found = self.setting.indicators.named_by(self.setting.indicators.concepts(words, parsed.measure))
        return replace(meaning, label=parsed, words=words, indicators=found)

    def _read_across(self, row: int, column: int, meaning: Meaning, across: _Across, own: str, level: str) -> None:
        meaning = self._joined(meaning, across)
        parsed = replace(meaning.label, measure=meaning.label.measure or across.head.label.measure)
        breakdown = "; ".join(filter(None, (meaning.breakdown, across.words if across.kind == "plain" else "")))
        meaning = replace(meaning, label=parsed, breakdown=breakdown)
        if across.kind == "total":
            self.setting.leave(row, column, "cột tổng")
        elif across.kind == "plan":
            self.setting.ask_of_plan(row, column, across.words)
        elif across.kind == "open":
            self.setting.ask(row, column, f"«{across.words}»: cột này là gì?")
        elif (figure := figure_in(self.setting, row, column, meaning)) is not None:
            periods = across.head.label.periods or parsed.periods or self._row_periods(row)
            self._add(row, column, figure, meaning, across.words if across.kind == "unit" else own, periods, level)

    # One figure.

    def _add(
        self,
        row: int,
        column: int,
        figure: Figure,
        meaning: Meaning,
        unit_text: str,
        periods: Sequence[NamedPeriod],
        level: str,
    ) -> None:
        setting, indicator = self.setting, meaning.indicator
        cell = setting.grid.cells[row, column]
        if meaning.skip or setting.answers.get(("đơn vị", unit_text)) == "bỏ qua":
            setting.leave(row, column, "bỏ qua theo trả lời")
        elif cell.hidden:
            setting.leave(row, column, "dòng hoặc cột ẩn")
        elif meaning.label.plan:
            setting.ask_of_plan(row, column, meaning.words)
        elif indicator is None:
            self._ask_indicator(row, column, meaning)
        else:
            period, kind, open_period = period_of(setting, indicator, meaning, periods)
            unit, open_unit = unit_of(setting, unit_text, indicator, period, level, meaning)
            question = (
                figure.why or open_unit or open_period or cell.doubt or clash(setting, indicator, meaning.breakdown)
            )
            unit_id = unit.unit_id if unit else ""
            value = "" if figure.value is None else _written(figure.value)
            address, typed = setting.grid.address((row, column)), setting.text(row, column)
            setting.out.rows.append(
                Row(
                    unit_id, indicator.indicator_id, period, kind, value, figure.qualifier, meaning.breakdown, address,
                    question, typed,
                )
            )  # fmt: skip

    def _ask_indicator(self, row: int, column: int, meaning: Meaning) -> None:
        codes = " ".join(each.indicator_id for each in meaning.indicators)
        self.setting.out.open_names.setdefault(("chỉ tiêu", meaning.words), codes)
        several = " hay ".join(each.name_vi for each in meaning.indicators)
        self.setting.ask(
            row, column, f"«{meaning.words}»: {several + '?' if several else 'chưa có chỉ tiêu nào như vậy'}"
        )


def _written(value: Decimal) -> str:
    text = f"{value:f}"
    return text.rstrip("0").rstrip(".") if "." in text else text
