"""What the lines above a table say of all of it: the period, the measure, the province, the one unit it is about."""

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace

from hoctap.contribute.naming.forms_of_periods import is_period
from hoctap.contribute.naming.indicators import is_flow
from hoctap.contribute.naming.periods import EACH_YEAR, OPEN_START, NamedPeriod, periods_in
from hoctap.contribute.naming.times_of_title import with_year
from hoctap.contribute.naming.times_together import overlap, within
from hoctap.contribute.naming.unit_names import PlaceName, parse_place, plain
from hoctap.contribute.naming.units import Units
from hoctap.contribute.naming.words import OF_COURSES, spelled, written_out
from hoctap.contribute.tables.letterheads import asked_in
from hoctap.contribute.tables.lines import joined
from hoctap.contribute.tables.scales import measure_in, other_measures_in
from hoctap.contribute.tables.tabs import Tabs, is_no_name
from hoctap.contribute.tables.times import bare_year, times_in, without_cover
from hoctap.contribute.tables.times_to_come import with_coming
from hoctap.contribute.tables.titles import subject_of_titles
from hoctap.model.catalog import Catalog
from hoctap.model.period import parse_period
from hoctap.model.period_kinds import CUMULATIVE, MOMENT, SCHOOL_YEAR, TERM, YEAR
from hoctap.model.record import Indicator, Unit

# What is counted from a beginning nobody states, or over years: «lũy kế đến ngày 31/12/2023».
_SINCE = re.compile(rf"{OPEN_START}|\d+ năm (?:thành|xây)")
# Under the name of a learning centre figures of literacy and of «trung tâm» are its own.
CENTRE = "trung tâm học tập cộng đồng"
# «ĐỘI NGŨ GIÁO VIÊN CẢ NƯỚC»: what rows name is that of the country.
COUNTRY = "cả nước"
_OF_COUNTRY = re.compile(r"(?<!so với )(?<!bình quân )\b(?:cả nước|toàn quốc)\b")
_OF_ASSOCIATION = re.compile(r"\bhội\b(?! (?:nghị|thảo|thi|đồng|trường))|khuyến học")
# «SỐ LIỆU … TRÊN ĐỊA BÀN TỈNH X», «… TRONG CƠ QUAN NHÀ NƯỚC TỈNH X», told by an office: of all who are there.
_OVER_AREA = re.compile(
    r"\btrên địa bàn\b(?! dân cư)|"
    r"\b(?:trong|của) (?:các )?cơ quan(?:,? đơn vị)?(?: hành chính)? nhà nước (?=tỉnh|huyện|thành phố)"
)

# Parts of a year or a term of which the words name no months; «đầu năm» may be of any.
_PART = re.compile(
    r"\b(?:(?:học kỳ|hk) ?(?:i{1,2}|[12]|một|hai|hè|đầu|cuối)|đợt (?:i{1,3}|\d+)|nửa năm|giữa năm|"
    r"giữa kỳ(?!.*\b(?:giai đoạn|nhiệm kỳ|chương trình|đề án|kế hoạch)\b)|"
    r"(?<!từ )(?<!tháng )(?<!quý )(?<!nửa )đầu năm(?! học)|tuần \d+|(?:nửa|giữa)(?: đầu| cuối)? nhiệm kỳ|"
    r"(?:nhân |trong )?(?:dịp|đợt) (?:hè|tết|khai giảng|trung thu)|tháng khuyến học|tuần lễ|mùa hè|hè(?= năm| \d))\b"
)


# A sheet that says whose it is by the one before it.
_AS_ABOVE = re.compile(r"\b(?:như|nt) trên\b")


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


def context_of(catalog: Catalog, units: Units, own: Sequence[str], earlier: Sequence[str], sheet: str) -> Context:
    """Return what the lines above a table say of it, the nearest first."""
    lines = (*earlier, *own)
    near = own or earlier  # the lines above a table of a Word file are told apart from those of the table before
    measure = next((found for line in reversed(near) if (found := measure_in(line))), "")
    provinces = _provinces(catalog, units, lines)
    office, place, unknown = subject_of_titles(units, lines, provinces)
    if office is None and own and earlier and place and place.kind != "tỉnh":
        _, here, strange = subject_of_titles(units, own, provinces)
        if strange or (here and here.kind != "tỉnh"):
            place, unknown = here, strange  # «Huyện B» over this table, «Xã A» over the one before
    asked = asked_in(own)
    if asked and not _AS_ABOVE.search(spelled(asked)) and not any(subject_of_titles(units, (asked,), provinces)):
        office, place, unknown = None, *_called(units, asked, provinces)  # not whoever the letterhead names
    over_area = next((line for line in reversed(lines) if _OVER_AREA.search(spelled(line))), "")
    if office is None and place is None and unknown and over_area in near:
        place = subject_of_titles(units, (over_area,), provinces)[1]
    return Context(
        lines=tuple(lines),
        periods=_periods((*lines,) if lines else (), sheet),
        measure=measure,
        provinces=provinces,
        office=office,
        place=place,
        unknown=unknown,
        names_centre=any(CENTRE in written_out(line) for line in lines),
        each_year=day_of_each_year(lines),
        over_area=over_area,
        titles=tuple(near),
        of_country=not provinces and place is None and any(_OF_COUNTRY.search(spelled(line)) for line in near),
        other_measures=tuple(each for line in near for each in other_measures_in(line)),
        part=next((hit[0] for line in near if (hit := _PART.search(without_cover(line)))), ""),
        of_courses=" ".join(line for line in own or earlier[-1:] if _is_of_courses(line)),
    )


def of_sheets_before(context: Context, earlier: Sequence[Context], sheet: str) -> Context:
    """Return what is said of a sheet that names nobody, «Đơn vị: như trên», «2023», with whom the one before names.

    Where those before name several, one that is only numbered stays open.
    """
    before = earlier[-1]
    is_of_one = all(each.whose == before.whose for each in earlier if any(each.whose))
    is_open = not any(context.whose) and not context.of_country
    is_so = any(_AS_ABOVE.search(spelled(line)) for line in context.lines)
    if not is_open or not (is_so or (is_of_one and is_no_name(sheet))):
        return context
    provinces = context.provinces or before.provinces
    return replace(context, office=before.office, place=before.place, unknown=before.unknown, provinces=provinces)


def of_tab(context: Context, tabs: Tabs, sheet: str) -> Context:
    """Return what is said of a sheet with the place that it is called by, where its lines name none or a larger one.

    Where they name another one, or the sheet is called by none as those beside it are, whose it is stays open.
    """
    place = tabs.place(sheet, context.provinces)
    if place and context.office is None and tabs.is_within(place, context.place, context.unknown):
        context = replace(context, place=place, unknown="")  # though who leads the province tells it
    owner = context.body or (context.place.core if context.place else "")
    return replace(context, tab=sheet) if tabs.differs(sheet, owner) else context


def _is_of_courses(line: str) -> bool:
    return OF_COURSES.search(line) is not None and not _OF_ASSOCIATION.search(written_out(line))


def day_of_each_year(lines: Sequence[str]) -> str:
    """Return month and day of «tính đến 31/12 hằng năm», the nearest; empty where there is none or no such day."""
    hits = [hit for line in lines if (hit := EACH_YEAR.search(spelled(line)))]
    day = f"{int(hits[-1][2]):02d}-{int(hits[-1][1]):02d}" if hits else ""
    return day if day and is_period(f"2023-{day}") else ""


def _periods(lines: Sequence[str], sheet: str) -> tuple[NamedPeriod, ...]:
    found: list[NamedPeriod] = []
    lines = tuple(joined(lines, with_coming))
    for line in reversed(lines):
        spans = list(times_in(line))
        if spans and not found:
            found = spans
        elif spans and {each.kind for each in found} == {MOMENT}:
            found += [each for each in spans if each.kind != MOMENT]
    of_tab = times_in(sheet) or _day_of_tab(sheet)
    times = tuple(found) or of_tab or bare_year(lines)
    if len(times) != 1:
        return times
    if of_tab and not overlap(times[0], of_tab[0]):
        return (*times, *of_tab)  # the sheet «2023» of «NĂM 2022», copied from the one before it
    return _parts_of(times[0], (*lines, sheet)) or times if times[0].kind == YEAR else times


def _parts_of(year: NamedPeriod, lines: Sequence[str]) -> tuple[NamedPeriod, ...]:
    """Return the parts of the year that other lines name without it: «SƠ KẾT 6 THÁNG ĐẦU NĂM» over «Năm 2024»."""
    yearless = [line for line in lines if not periods_in(line) and not day_of_each_year([line])]
    return tuple(each for line in yearless for each in times_in(with_year(line, year.period)) if within(each, year))


def _day_of_tab(sheet: str) -> tuple[NamedPeriod, ...]:
    """Return the day that the name of a sheet is and nothing else: «31-12-2023»."""
    days = periods_in(sheet) if re.fullmatch(r"\W*\d{1,2}[-./ ]\d{1,2}[-./ ]\d{4}\W*", sheet) else ()
    return days if len(days) == 1 else ()


def _provinces(catalog: Catalog, units: Units, lines: Sequence[str]) -> tuple[str, ...]:
    names: dict[str, tuple[str, ...]] = {}
    for line in lines:
        found = units.places(line)
        if found:
            names.setdefault(plain(catalog.areas[found[0]].name_vi), found)
    return (
        next(iter(names.values()), ()) if len(names) == 1 else tuple(area for each in names.values() for area in each)
    )


def _called(units: Units, text: str, provinces: Sequence[str]) -> tuple[PlaceName | None, str]:
    """Return the place that a form is filled in for, named without its kind; else the text as what nobody knows."""
    name = parse_place(text)
    known = any(units.place(name, association=each, provinces=provinces) for each in (True, False))
    return (name, "") if known else (None, text)
