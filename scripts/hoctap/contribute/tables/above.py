"""What the lines above a table, and the name of its sheet, say of all of it: its `Context`."""

import re
from collections.abc import Sequence
from dataclasses import replace

from hoctap.contribute.naming.periods import NamedPeriod, periods_in
from hoctap.contribute.naming.times_of_title import with_year
from hoctap.contribute.naming.times_together import overlap, within
from hoctap.contribute.naming.unit_names import PlaceName, parse_place, plain
from hoctap.contribute.naming.units import Units
from hoctap.contribute.naming.words import OF_COURSES, spelled, written_out
from hoctap.contribute.tables.context import CENTRE, Context, day_of_each_year
from hoctap.contribute.tables.letterheads import asked_in
from hoctap.contribute.tables.lines import joined
from hoctap.contribute.tables.scales import measure_in, other_measures_in
from hoctap.contribute.tables.tabs import Tabs, is_no_name
from hoctap.contribute.tables.times import bare_year, times_in, without_cover
from hoctap.contribute.tables.times_to_come import with_coming
from hoctap.contribute.tables.titles import subject_of_titles
from hoctap.model.catalog import Catalog
from hoctap.model.period_kinds import MOMENT, YEAR

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
