"""A table with units down and indicators across: its figures, its groups and its totals."""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal

from hoctap.contribute.naming.figures import Figure
from hoctap.contribute.naming.indicators import is_flow
from hoctap.contribute.naming.periods import NamedPeriod
from hoctap.contribute.naming.words import spelled
from hoctap.contribute.tables.adding import add, left_as_planned
from hoctap.contribute.tables.cells import figure_in, scale_for
from hoctap.contribute.tables.groups import Groups, Repeated
from hoctap.contribute.tables.labels import Label, bare_name, label
from hoctap.contribute.tables.meaning import Meaning, in_measure
from hoctap.contribute.tables.own_words import is_of_all_of_it
from hoctap.contribute.tables.roles import Roles
from hoctap.contribute.tables.rows import SKIP, UNIT
from hoctap.contribute.tables.setting import Setting
from hoctap.contribute.tables.sums import NO_SUM
from hoctap.contribute.tables.when import row_periods

_ROMAN = re.compile(r"[ivxlc]+|[a-h]")
_SUM = re.compile(r"(?:tổng )?cộng\b|tổng\b")
# «HKH tỉnh Nghệ An (gửi lại, sửa câu 3)»: the same unit again.
_SENT_AGAIN = re.compile(r"\s*\((?:gửi|nộp|bổ sung|sửa|đính chính|cập nhật|bản|lần)\b[^()]*\)$", re.IGNORECASE)
_GROUP = re.compile(r"^(?:các|khối|cụm|vùng|khu vực|nhóm|cấp)\b")


@dataclass(frozen=True, slots=True)
class ByUnit:
    """Reads one table with units down."""

    setting: Setting
    roles: Roles

    def read(self, names: int | None, columns: Mapping[int, Meaning], level: str, within: int | None = None) -> None:
        """Read figures of the units in column `names`; of the unit of the title where no column names units.

        `within` is a column that says in which province or district each of them is.
        """
        named, groups = Repeated(), Groups(self.setting, self.roles)
        parts: dict[int, list[Decimal]] = {column: [] for column in columns}
        for row in self.setting.block.body:
            text, figures = self._name(row, names, within) if names else "", self.setting.figures(row, columns)
            if names and groups.begins(row, text):
                self.setting.leave_row(row, figures, f"dòng nhóm «{text}»")
            elif self._is_sum(row, text, columns, parts):
                named = Repeated()  # nothing is carried over a total
            elif groups.is_plan:
                self.setting.leave_row(row, figures, "nhóm dòng ghi là kế hoạch, không phải kết quả")
            else:
                own = row_periods(self.setting, self.roles, row)
                name = named.carried(text, own or ()) if names else ""
                if left_as_planned(self.setting, self.roles, row, figures):
                    continue
                if names and not name:
                    self.setting.ask_row(row, figures, "dòng không ghi tên đơn vị")
                elif own is None:
                    self.setting.ask_row(row, figures, "dòng này là số của thời kỳ nào?")
                else:
                    self._take(row, columns, parts, name, own, groups.periods, level)

    def _take(
        self,
        row: int,
        columns: Mapping[int, Meaning],
        parts: Mapping[int, list[Decimal]],
        name: str,
        own: Sequence[NamedPeriod],
        of_group: Sequence[NamedPeriod],
        level: str,
    ) -> None:
        for column, meaning in self._measured(row, columns).items():
            figure = figure_in(self.setting, row, column, meaning)
            if figure is not None:
                parts[column].extend([figure.value] if figure.value is not None else [])
                times = own or meaning.label.periods or of_group
                add(self.setting, (row, column), figure, meaning, name, times, level)

    def _name(self, row: int, names: int, within: int | None) -> str:
        """Return the name of a row, with where it is if a column says so and the name does not."""
        name, where = self.setting.text(row, names), self.setting.text(row, within) if within else ""
        name = _SENT_AGAIN.sub("", name)
        if (bare := bare_name(name)) != name and self.setting.is_unit(bare):
            name = bare  # «Trong đó: Kho bạc Nhà nước» below its ministry
        return f"{name}, {where}" if name and where and "," not in name and not label(name).total else name

    def _measured(self, row: int, columns: Mapping[int, Meaning]) -> Mapping[int, Meaning]:
        """Return the columns as a row counts them that has a measure of its own: «Số lượng», then «Tỷ lệ %»."""
        measure = next((found for c in self.roles.measures if (found := self.setting.text(row, c))), "")
        if not measure:
            return columns
        return {column: in_measure(self.setting, column, measure, meaning) for column, meaning in columns.items()}

    def _is_sum(self, row: int, text: str, columns: Mapping[int, Meaning], parts: Mapping[int, list[Decimal]]) -> bool:
        """Return whether a row has no figures of a unit: a total, which is checked, a group, or nothing at all."""
        figures = self.setting.figures(row, columns)
        ordinal = self.setting.text(row, self.roles.ordinals[0]) if self.roles.ordinals else ""
        if not text and (whole := self._sum_of_times(row)):
            flows = {at: each for at, each in columns.items() if each.indicator and is_flow(each.indicator)}
            self._check_total(row, {} if label(whole).periods else flows, parts)
            self.setting.leave_row(row, figures, f"dòng tổng «{whole}»")
            return True
        parsed = label(text or ordinal)
        if self._is_of_the_body(text or ordinal):
            self._take_total(row, columns, parts)
            return True
        if parsed.total and self.setting.answers.get((UNIT, text or ordinal), SKIP) == SKIP:
            self._check_total(row, columns, parts)
            for column in figures:
                self._leave_total(row, column, text or ordinal, parsed)
            return True
        number = spelled(ordinal).strip(" .)")
        grouped = _GROUP.match(parsed.text) or (number and _ROMAN.fullmatch(number))
        if text and grouped and not self.setting.is_unit(text):
            self.setting.leave_row(row, figures, f"dòng nhóm «{text}»")
            return True
        return not figures

    def _is_of_the_body(self, text: str) -> bool:
        """Return whether a total is the figure of the office of the letterhead itself, the rows being parts of it."""
        context = self.setting.context
        is_own = context.office is not None and is_of_all_of_it(label(text).text, context.body)
        return is_own and (UNIT, text) not in self.setting.answers and not self._has_units()

    def _has_units(self) -> bool:
        return any(self.setting.is_unit(text) for column in self.roles.names[:1] for text in self.setting.texts(column))

    def _take_total(self, row: int, columns: Mapping[int, Meaning], parts: Mapping[int, list[Decimal]]) -> None:
        """Take the total as that of the body; asked about where the rows above do not add up to it."""
        for column, meaning in self._measured(row, columns).items():
            figure = figure_in(self.setting, row, column, meaning)
            is_sum = meaning.indicator is not None and meaning.indicator.value_type in ("count", "amount")
            if figure is not None and is_sum and not self._adds_up(row, column, meaning, figure, parts[column]):
                self.setting.ask(row, column, NO_SUM.format(self.setting.text(row, self.roles.names[0])))
            elif figure is not None:
                add(self.setting, (row, column), figure, meaning, "", meaning.label.periods, "")

    def _adds_up(self, total: int, column: int, meaning: Meaning, figure: Figure, parts: Sequence[Decimal]) -> bool:
        """Return whether a total is the sum of the rows above it, with or without those that begin like groups."""
        above = [row for row in self.setting.block.body if row < total and self.setting.figures(row, [column])]
        rows = [each.value for row in above if (each := figure_in(self.setting, row, column, meaning)) is not None]
        sums = (sum(parts, Decimal(0)), sum(filter(None, rows), Decimal(0)))
        return not above or figure.value in sums

    def _sum_of_times(self, row: int) -> str:
        """Return the words of a row that adds up the times above it: «Cộng quý IV/2024», «Cộng 2019-2024»."""
        texts = (self.setting.text(row, column) for column in self.roles.periods)
        return next((text for text in texts if _SUM.match(spelled(text))), "")

    def _leave_total(self, row: int, column: int, text: str, parsed: Label) -> None:
        if re.match(r"toàn|cả", parsed.text) and (UNIT, text) not in self.setting.answers:
            why = f"dòng tổng «{text}»: có phải là số liệu của một đơn vị không, hay chỉ là tổng?"
            self.setting.open(UNIT, text, row, column, f"«{SKIP}» nếu chỉ là tổng")
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
                f"các dòng cộng lại là {total.scaleb(-scale).normalize():f}"
            )
