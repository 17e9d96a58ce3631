"""A table whose rows are parts of what one unit counts, levels of schooling or grades, with indicators across."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from decimal import Decimal

from hoctap.contribute.tables.adding import add, left_as_planned
from hoctap.contribute.tables.ages import at_age
from hoctap.contribute.tables.cells import figure_in
from hoctap.contribute.tables.labels import label
from hoctap.contribute.tables.meaning import Meaning
from hoctap.contribute.tables.roles import Roles
from hoctap.contribute.tables.setting import Setting
from hoctap.contribute.tables.sums import NO_SUM
from hoctap.contribute.tables.when import row_periods

_UNKNOWN = "dòng «{}» không phải tên đơn vị, cũng không phải cấp học hay khối lớp: là phần nào?"


@dataclass(frozen=True, slots=True)
class ByPart:
    """Reads one table; `parts` is what each name of the column `names` stands for: "" for a total.

    `of_ages` is whether they are ages of people, which may make another indicator of what a column counts.
    """

    setting: Setting
    roles: Roles
    names: int
    parts: Mapping[str, str]
    of_ages: bool = False

    def read(self, columns: Mapping[int, Meaning]) -> None:
        """Read the figures of the unit of the title: those of the parts, and the total as its own."""
        for row in self.setting.block.body:
            text, figures = self.setting.text(row, self.names), self.setting.figures(row, columns)
            if left_as_planned(self.setting, self.roles, row, figures):
                continue
            is_total = label(text).total or self.parts.get(text) == ""
            for column in figures:
                if not is_total and text not in self.parts:
                    self.setting.ask(row, column, _UNKNOWN.format(text))
                elif is_total and self._differs(row, column, columns[column]):
                    self.setting.ask(row, column, NO_SUM.format(text))
                else:
                    self._take(row, column, columns[column], self.parts.get(text, ""))

    def _take(self, row: int, column: int, meaning: Meaning, part: str) -> None:
        meaning = self._of_part(meaning, part)
        figure, own = figure_in(self.setting, row, column, meaning), row_periods(self.setting, self.roles, row)
        if own is None:
            self.setting.ask(row, column, "dòng này là số của thời kỳ nào?")
        elif figure is not None:
            add(self.setting, (row, column), figure, meaning, "", own or meaning.label.periods, "")

    def _of_part(self, meaning: Meaning, part: str) -> Meaning:
        if self.of_ages:
            return at_age(self.setting, meaning, part)
        return replace(meaning, breakdown=", ".join(filter(None, (part, meaning.breakdown))))

    def _differs(self, total: int, column: int, meaning: Meaning) -> bool:
        """Return whether the parts of a count or an amount do not add up to its total."""
        if meaning.indicator is None or meaning.indicator.value_type not in ("count", "amount"):
            return False
        rows = [row for row in self.setting.block.body if self.parts.get(self.setting.text(row, self.names))]
        parts = self._values(rows, column, meaning)
        return bool(parts) and self._values([total], column, meaning) != [sum(parts, Decimal(0))]

    def _values(self, rows: Sequence[int], column: int, meaning: Meaning) -> list[Decimal]:
        visible = [row for row in rows if (cell := self.setting.grid.cells.get((row, column))) and not cell.hidden]
        figures = (figure_in(self.setting, row, column, meaning) for row in visible)
        return [figure.value for figure in figures if figure is not None and figure.value is not None]
