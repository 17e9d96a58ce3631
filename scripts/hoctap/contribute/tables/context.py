"""What holds for all of a table: its period, measure, province, the one unit it is about; `above` reads it."""

import re
from collections.abc import Sequence
from dataclasses import dataclass

from hoctap.contribute.naming.forms_of_periods import is_period
from hoctap.contribute.naming.indicators import is_flow
from hoctap.contribute.naming.periods import EACH_YEAR, OPEN_START, NamedPeriod, periods_in
from hoctap.contribute.naming.unit_names import PlaceName
from hoctap.contribute.naming.words import spelled
from hoctap.model.period import parse_period
from hoctap.model.period_kinds import CUMULATIVE, MOMENT, SCHOOL_YEAR, TERM, YEAR
from hoctap.model.record import Indicator, Unit

# What is counted from a beginning nobody states, or over years: «lũy kế đến ngày 31/12/2023».
_SINCE = re.compile(rf"{OPEN_START}|\d+ năm (?:thành|xây)")
# Under the name of a learning centre figures of literacy and of «trung tâm» are its own.
CENTRE = "trung tâm học tập cộng đồng"
# «ĐỘI NGŨ GIÁO VIÊN CẢ NƯỚC»: what rows name is that of the country.
COUNTRY = "cả nước"


@dataclass(frozen=True, slots=True)
class Context:
    """`place` or `office` is the one unit of a table without units in it; `unknown` names one not in the register.

    Both are there where the letterhead is an office's and the title names the place: «SỞ … / BIỂU … TỈNH LAI CHÂU».
    `names_centre` is whether they name a learning centre; `each_year` is the day «31/12 hằng năm», as «12-31».
    `over_area` is the nearest line by which the figures are those «trên địa bàn», `titles` are the lines of this table,
    `of_courses` those by which it is about courses and no association: «HV» are then who learns; `of_country` is
    whether they are of the whole country; `other_measures` name what counts in another measure than the table. `part`
    is what the lines say to be only a part of the year, of months that they do not name: «HỌC KỲ I», «ĐỢT 1». `tab` is
    the name of a sheet that is called by another place than they name.
    """

    lines: tuple[str, ...]
    periods: tuple[NamedPeriod, ...]
    measure: str
    provinces: tuple[str, ...]
    office: Unit | None
    place: PlaceName | None
    unknown: str
    names_centre: bool
    each_year: str
    over_area: str
    titles: tuple[str, ...]
    of_courses: str = ""
    of_country: bool = False
    other_measures: tuple[tuple[str, str], ...] = ()
    part: str = ""
    tab: str = ""

    @property
    def body(self) -> str:
        """The name of the body that the table is of, known or not; empty for a place."""
        return self.office.name_vi if self.office else self.unknown

    @property
    def whose(self) -> tuple[Unit | None, PlaceName | None, str]:
        """Whom the lines name; nobody in a table that names its units itself."""
        return self.office, self.place, self.unknown

    def period_for(
        self, indicator: Indicator, own: Sequence[NamedPeriod] = (), words: str = ""
    ) -> tuple[str, str, str]:
        """Return period, kind and question for a figure of the indicator; `own` is the time that its header names."""
        days = [each for each in own or self.periods if each.kind == MOMENT] or self._in_each_year(
            own or self.periods, words
        )
        spans = [each for each in self.periods if each.kind not in (MOMENT, CUMULATIVE)]
        if days and (not is_flow(indicator) or ((own or not spans) and not _is_deed(indicator))):
            return days[0].period, days[0].kind, ""
        if days and own:
            spans = [each for each in spans if _ends_with(each.period, days[0].period)]
        if days and not spans:
            day = days[0].period
            since = any(_SINCE.search(spelled(line)) for line in (*self.lines, words))
            is_year = day.endswith("-12-31") and not since
            whole = "" if is_year else f"số của khoảng thời gian nào? Tệp chỉ ghi «{days[0].words}»"
            return day[:4], YEAR, whole
        if spans and days and not _ends_with(spans[0].period, days[0].period):
            return "", "", f"số của cả kỳ «{spans[0].words}» hay tính đến «{days[0].words}»?"
        if len({each.period for each in spans}) > 1:
            return "", "", f"số của thời kỳ nào trong «{'», «'.join(dict.fromkeys(each.words for each in spans))}»?"
        if spans and self.part and spans[0].kind in (YEAR, SCHOOL_YEAR, TERM):
            return spans[0].period, spans[0].kind, self.or_part(spans[0])
        if spans:
            return spans[0].period, spans[0].kind, ""
        return "", "", f"số liệu của thời kỳ nào? {self._passed_over}"

    def or_part(self, year: NamedPeriod) -> str:
        """Return the question whether a figure is of a year, or of the part of it that the lines name."""
        return f"số của cả «{year.words}» hay chỉ «{self.part}»?"

    def _in_each_year(self, named: Sequence[NamedPeriod], words: str) -> list[NamedPeriod]:
        """Return the day that a header or the lines give for each year, in the one year named; none for several."""
        years = {each.period for each in named} if all(each.kind == YEAR for each in named) else set()
        each_year = day_of_each_year([words]) or self.each_year
        if not each_year or len(years) != 1:
            return []
        month, day = map(int, each_year.split("-"))
        return [NamedPeriod(f"{years.pop()}-{each_year}", MOMENT, f"{day}/{month} hằng năm")]

    @property
    def _passed_over(self) -> str:
        """What the lines say of times that are not said to be those of the figures."""
        words = dict.fromkeys(each.words for line in self.lines for each in periods_in(line))
        return f"Tệp chỉ ghi «{'», «'.join(words)}»" if words else "Tệp không ghi năm hay ngày"


def _is_deed(indicator: Indicator) -> bool:
    """Return whether the indicator counts what was done in a time, not who had registered by a day."""
    return indicator.value_type != "share" and not indicator.indicator_id.endswith("-registered")


def _ends_with(span: str, day: str) -> bool:
    """Return whether a span of time ends on a day; a school year does from the middle of May on."""
    if re.fullmatch(r"\d{4}/\d{4}", span):
        return f"{span[5:]}-05-15" <= day <= f"{span[5:]}-08-31"
    return parse_period(span).end.isoformat() == day


def day_of_each_year(lines: Sequence[str]) -> str:
    """Return month and day of «tính đến 31/12 hằng năm», the nearest; empty where there is none or no such day."""
    hits = [hit for line in lines if (hit := EACH_YEAR.search(spelled(line)))]
    day = f"{int(hits[-1][2]):02d}-{int(hits[-1][1]):02d}" if hits else ""
    return day if day and is_period(f"2023-{day}") else ""
