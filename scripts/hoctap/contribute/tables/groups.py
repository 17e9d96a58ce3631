"""What rows say of those below them: of which time they are, that they are planned, whose they are."""

import re
from collections.abc import Sequence
from dataclasses import dataclass, field

from hoctap.contribute.naming.periods import NamedPeriod
from hoctap.contribute.naming.words import spelled
from hoctap.contribute.tables.meaning import GENERAL
from hoctap.contribute.tables.roles import Roles
from hoctap.contribute.tables.setting import NUMBER, Setting

_ROMAN = re.compile(r"[ivx]+")


@dataclass(slots=True)
class Groups:
    """Rows such as «NĂM 2021», «Kế hoạch 2025»; `periods` and `is_plan` are those of the group that a row is in."""

    setting: Setting
    roles: Roles
    periods: tuple[NamedPeriod, ...] = ()
    is_plan: bool = False
    _mark: str = ""
    _is_bare: bool = True  # the group said a time and nothing else: names below it stand under it

    def begins(self, row: int, text: str) -> bool:
        """Note the group that a row begins, and return whether it says nothing but a time or a plan."""
        number = next((found for column in self.roles.ordinals if (found := self.setting.text(row, column))), "")
        parsed = self.setting.label(NUMBER.sub("", text or number))
        is_time = bool(parsed.periods) and (not parsed.text or GENERAL.fullmatch(parsed.text) is not None)
        mark = _mark_of(number if text and number != text else text)
        # Merged over the columns of figures it stands there too.
        is_heading = not any(self.setting.text(row, column) not in ("", text) for column in self.roles.values)
        if is_time or (parsed.plan and not self.setting.figures(row, self.roles.values)):
            self.periods, self.is_plan, self._mark, self._is_bare = parsed.periods, parsed.plan, mark, is_time
        elif is_heading and parsed.periods:  # «II. ĐỘI NGŨ (tính đến ngày 31/12/2024)»
            self.periods, self.is_plan, self._mark, self._is_bare = parsed.periods, False, mark, False
        elif is_heading and mark == self._mark and (mark or not self._is_bare):
            self.periods, self.is_plan, self._mark = (), False, ""  # «III. Mô hình» after «II. Năm 2023»
        return is_time


def _mark_of(text: str) -> str:
    """Return what kind of number stands before a heading; empty for none."""
    first = spelled(text).split()[0].strip(".)") if text.split() else ""
    if re.fullmatch("[a-hđ]", first):
        return "letter"
    return "roman" if _ROMAN.fullmatch(first) else "number" if first.isdecimal() and len(first) < 3 else ""


@dataclass(slots=True)
class Repeated:
    """A name said once, in the first of several rows that are each of another time: «Phú Thọ», «»; with its measure."""

    name: str = ""
    measure: str = ""
    times: set[str] = field(default_factory=set)

    def carried(self, text: str, periods: Sequence[NamedPeriod]) -> str:
        """Return the name of a row; that of the row above where a row has none but another time."""
        times = {each.period for each in periods}
        if text or not times or times & self.times:
            self.name, self.times = text, times
        else:
            self.times |= times
        return self.name
