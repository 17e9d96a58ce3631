"""A table with times down and units across, of the one indicator that its title names."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

from hoctap.contribute.tables.across import heads_over
from hoctap.contribute.tables.adding import add, left_as_planned, row_periods
from hoctap.contribute.tables.cells import figure_in
from hoctap.contribute.tables.labels import bare_name, label
from hoctap.contribute.tables.meaning import Meaning
from hoctap.contribute.tables.of_title import indicator_of_title
from hoctap.contribute.tables.roles import Roles
from hoctap.contribute.tables.setting import Setting, level_of
from hoctap.model.record import Indicator


@dataclass(frozen=True, slots=True)
class ByTime:
    """Reads one table; `indicator` is what every figure of it counts."""

    setting: Setting
    roles: Roles
    indicator: Indicator

    def read(self, columns: Mapping[int, Meaning]) -> None:
        """Read the figures of the units that stand over the columns, each row of its time."""
        level = level_of(self.setting, "", heads_over(self.setting, columns))
        for row in self.setting.block.body:
            figures = self.setting.figures(row, list(columns))
            if left_as_planned(self.setting, self.roles, row, figures):
                continue
            own = row_periods(self.setting, self.roles, row)
            for column in figures:
                meaning = replace(columns[column], indicators=(self.indicator,))
                figure = figure_in(self.setting, row, column, meaning)
                if meaning.label.total:
                    self.setting.leave(row, column, "cột tổng")
                elif not own:
                    self.setting.ask(row, column, "dòng này là số của thời kỳ nào?")
                elif figure is not None:
                    name = bare_name(self.setting.block.header_path(column)[-1])
                    add(self.setting, row, column, figure, meaning, name, own, level)


def of_units_across(setting: Setting, roles: Roles, columns: Mapping[int, Meaning]) -> Indicator | None:
    """Return the indicator of a title over units across and times down; None for any other table."""
    heads: Sequence[str] = heads_over(setting, columns)
    named = [head for head in heads if not label(head).total]
    is_of_units = len(named) > 1 and all(map(setting.is_unit, named))
    if not roles.periods or roles.names or not is_of_units or any(each.indicators for each in columns.values()):
        return None
    return indicator_of_title(setting)
