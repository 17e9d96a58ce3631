"""One table of a sheet, read the way its names stand: units down, indicators down, times or parts down."""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from hoctap.contribute.naming.bodies import OFFICE
from hoctap.contribute.naming.unit_names import plain
from hoctap.contribute.naming.words import spelled
from hoctap.contribute.tables.across import are_completed
from hoctap.contribute.tables.ages import ages_of, are_ages
from hoctap.contribute.tables.by_indicator import ByIndicator
from hoctap.contribute.tables.by_part import ByPart
from hoctap.contribute.tables.by_unit import ByUnit
from hoctap.contribute.tables.doubts import doubted
from hoctap.contribute.tables.labels import INDICATORS_HEADER, UNITS_HEADER
from hoctap.contribute.tables.meaning import Meaning, of_column, of_text
from hoctap.contribute.tables.neighbours import (
    against_last_time,
    against_plans,
    most_exact,
    wholes,
    with_parts,
    with_topics,
)
from hoctap.contribute.tables.noted import noted
from hoctap.contribute.tables.of_title import of_title, over_levels
from hoctap.contribute.tables.parts import adding_up, parts_of, scopes_of
from hoctap.contribute.tables.roles import Roles
from hoctap.contribute.tables.rows import CELL, SKIP
from hoctap.contribute.tables.setting import Setting, level_of
from hoctap.contribute.tables.sums import over_times

_WITHIN = re.compile(r"(?:thuộc )?(?:tỉnh|huyện|thành phố|quận|thị xã|địa bàn)")
# Where something was handed over: nobody's name.
_WHERE_DONE = re.compile(r"địa điểm|nơi (?:trao|tổ chức|mở|diễn ra|thực hiện)")
_OF_DEED = "cột ghi nơi trao, nơi tổ chức, không phải đơn vị có số liệu"


@dataclass(frozen=True, slots=True)
class Table:
    """One table being read."""

    setting: Setting
    roles: Roles

    def read(self) -> None:
        """Put the figures of the table into what was understood."""
        if not self.roles.values or not (self.roles.names or self.roles.periods or self._is_one_line()):
            self._ask_all("bảng không có cột tên đơn vị hay chỉ tiêu")
            return
        out, since = self.setting.out, len(self.setting.out.rows)
        columns = {column: of_column(self.setting, column) for column in self.roles.values}
        columns = over_times(self.setting, columns)
        by_column = self._read_all(against_last_time(self.setting, against_plans(self.setting, columns)))
        found = doubted(self.setting.catalog, out.rows[since:], by_column=by_column)
        out.rows[since:] = noted(self.setting, self.roles, found)
        out.settle({row.cell for row in out.rows[since:] if not row.question})

    def _is_one_line(self) -> bool:
        """Return whether a table without names is one line of figures of the body that the lines above it name."""
        lines = [row for row in self.setting.block.body if self.setting.figures(row, self.roles.values)]
        is_of_one = self.setting.context.office is not None or self.setting.context.place is not None
        return len(lines) == 1 and is_of_one and bool(self.setting.block.header)

    def _read_all(self, columns: Mapping[int, Meaning]) -> bool:
        """Read the table the way its names stand; return whether an indicator is a column."""
        for column in self.roles.names:
            if title := over_levels(self.setting, self.setting.texts(column)):
                ByIndicator(self.setting, self.roles, title).read(column, (), columns)
                return False
        parts = next((each for column in self.roles.names if (each := self._parts(column, columns))), None)
        of_indicators = [] if parts else [column for column in self.roles.names if self._holds_indicators(column)]
        if not (parts or of_indicators or any(each.indicators for each in columns.values())):
            of_indicators = [
                at for at in self.roles.names if are_completed(self.setting, self.setting.texts(at), columns)
            ]
        of_units = [column for column in self.roles.names if column not in of_indicators]
        if of_indicators:
            stub, groups = self._stub(of_indicators, of_units)
            units = [column for column in of_units if column not in (stub, groups)]
            ByIndicator(self.setting, self.roles).read(stub, units, columns, groups)
        elif parts:
            of_ages = are_ages(self._head(parts[0]), self.setting.texts(parts[0]))
            ByPart(self.setting, self.roles, *parts, of_ages=of_ages).read(self._named(columns))
        elif self._names_units(of_units) or any(each.indicators for each in self._named(columns).values()):
            names = of_units[0] if of_units else None
            if names and _WHERE_DONE.match(self._head(names)):
                self._ask_all(_OF_DEED)
                return True
            level = level_of(self.setting, self._head(names), self.setting.texts(names)) if names else ""
            within = next((column for column in of_units[1:] if _WITHIN.match(self._head(column))), None)
            ByUnit(self.setting, self.roles).read(names, self._named(columns), level, within)
        else:
            self._ask_all("không thấy tên đơn vị hay chỉ tiêu nào đã biết trong bảng này")
        return not of_indicators

    def _stub(self, of_indicators: Sequence[int], of_units: Sequence[int]) -> tuple[int, int | None]:
        """Return the column of names and that of their groups: «Hội viên» before «Tổng số», «Tỷ lệ (%)»."""
        stub = max(of_indicators, key=self._how_many_indicators)
        if stub + 1 in (*of_units, *of_indicators) and self._goes_on(stub, stub + 1):
            return stub + 1, stub
        return stub, next((each for each in self.roles.names if each < stub and each not in of_units), None)

    def _goes_on(self, stub: int, column: int) -> bool:
        """Return whether a column says more of the names before it: under their header, under none, or of groups.

        «Số lớp», «Số học viên» stand under «Chỉ tiêu» beside «Xóa mù chữ», which is said of both.
        """
        texts, rows = self.setting.texts(column), self.setting.block.body
        groups = self.setting.texts(stub)
        is_of_groups = len(dict.fromkeys(groups)) < len(rows) and len(dict.fromkeys(texts)) > len(dict.fromkeys(groups))
        is_headed = self._head(column) in ("", self._head(stub))
        is_headed = is_headed or (is_of_groups and not UNITS_HEADER.match(self._head(column)))
        return is_headed and len(texts) * 2 >= len(rows) and not any(map(self.setting.is_unit, texts))

    def _named(self, columns: Mapping[int, Meaning]) -> Mapping[int, Meaning]:
        """Return the columns with what they mean beside each other and under the title."""
        titled = of_title(self.setting, wholes(self.setting, with_topics(self.setting, columns)))
        return with_parts(self.setting, most_exact(self.setting, titled))

    def _parts(self, names: int, columns: Mapping[int, Meaning]) -> tuple[int, Mapping[str, str]] | None:
        """Return a column with the parts of one unit that it names; None where it names a unit or a school."""
        texts = self.setting.texts(names)
        is_of_units = any(OFFICE.match(plain(text)) or self.setting.is_unit(text) for text in texts)
        if is_of_units:
            return None
        if are_ages(self._head(names), texts):
            return names, ages_of(texts)
        parts = parts_of(texts) or scopes_of(self.setting, texts, columns) or adding_up(self.setting, names, columns)
        return (names, parts) if parts else None

    def leave(self, columns: Sequence[int], why: str) -> None:
        """Leave out the figures of some columns."""
        for row in self.setting.block.body:
            self.setting.leave_row(row, columns, why)

    def _ask_all(self, why: str) -> None:
        """Ask about every figure of a table that was not understood: none is dropped in silence."""
        for row in self.setting.block.body:
            for column in self.setting.figures(row, self.roles.values):
                if self.setting.answers.get((CELL, self.setting.grid.address((row, column)))) != SKIP:
                    self.setting.ask(row, column, f"{why}; sửa tiêu đề cột, hoặc trả lời «{SKIP}»")

    def _names_units(self, columns: Sequence[int]) -> bool:
        return any(self.setting.is_unit(text) for column in columns[:1] for text in self.setting.texts(column))

    def _head(self, column: int) -> str:
        return spelled(" ".join(self.setting.block.header_path(column)))

    def _how_many_indicators(self, column: int) -> int:
        """Return how many different names of a column are indicators."""
        return sum(
            of_text(self.setting, text).indicator is not None for text in dict.fromkeys(self.setting.texts(column))
        )

    def _holds_indicators(self, column: int) -> bool:
        texts, head = self.setting.texts(column), self._head(column)
        indicators = sum(of_text(self.setting, text).indicator is not None for text in texts)
        units = sum(self.setting.is_unit(text) for text in texts)
        if INDICATORS_HEADER.match(head):
            return indicators >= units
        return indicators > (units * 2 if UNITS_HEADER.match(head) else units)
