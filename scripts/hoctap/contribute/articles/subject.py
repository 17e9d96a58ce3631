"""Whom an article is about."""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

from hoctap.contribute.articles.clans import clan_of, with_village
from hoctap.contribute.articles.first_places import (
    COUNTRY,
    LEAD,
    begins_with_unnamed_province,
    called_as,
    first_places,
    is_of_unnamed_province,
    likeliest_places,
    only_province,
    province_below,
)
from hoctap.contribute.articles.funds import only_fund
from hoctap.contribute.articles.headline_offices import office_named, offices_in
from hoctap.contribute.articles.organisers import given_by_another, only_giver
from hoctap.contribute.articles.outline import is_caption
from hoctap.contribute.articles.place_names import COMMUNES, JOINED, KINDS, places_named
from hoctap.contribute.articles.schools import school_name
from hoctap.contribute.articles.where_bodies_are import commune_of, place_behind
from hoctap.contribute.naming.unit_names import PlaceName, plain
from hoctap.contribute.naming.units import Units
from hoctap.model.catalog import Catalog
from hoctap.model.record import Unit

# «Liên đoàn Lao động (LĐLĐ) tỉnh A»: what a name is called from then on stands in the midst of it.
_ABBREVIATION = re.compile(r"\s*\([A-ZĐ]{2,8}\)")


@dataclass(frozen=True, slots=True)
class Subject:
    """Whom an article is about: an office, or a place and its association; `provinces` help with bare names.

    `branch` is the association's branch at the office, where the headline is about it; `commune` the one that the
    office is named after or lies in. `cluster` is the group of provinces that compete with each other, as it is named.
    `is_centre`: the headline is about the learning centre of the commune. `where` is the place that the lines put a
    school or a clan in that the register lacks. `others_give`: at its event a body gives that is no association.
    `fund` is the one of its own name that the article names, if it names one alone. `spoken` are the provinces that
    it names anywhere. `joined` is what the association of the place is called that has become one with another.
    `giver` is the body that gives by the first words of its lines, if it is one alone. `is_of_others`: it names no
    association anywhere, so what associations do others have done.
    """

    office: Unit | None
    place: PlaceName | None
    provinces: tuple[str, ...]
    words: str
    called: str = ""
    branch: str = ""
    commune: PlaceName | None = None
    cluster: str = ""
    is_centre: bool = False
    where: PlaceName | None = None
    others_give: bool = False
    fund: str = ""
    spoken: tuple[str, ...] = ()
    joined: str = ""
    giver: str = ""
    is_of_others: bool = False

    @property
    def name(self) -> str:
        """Return the name of the office, the school or the clan; nothing of a place."""
        return self.office.name_vi if self.office else self.words

    @property
    def core(self) -> str:
        """Return the bare name of the place, «gia lộc»; of a cluster, that of the country whose it is."""
        return COUNTRY.core if self.cluster else self.place.core if self.place else ""


# «Chi hội Khuyến học Trường Đại học A đại hội …»: the branch of an office, whose the members and the fund are.
_BRANCH = re.compile(r"\W*Chi hội [Kk]huyến học (?=(?:Trường|Sở|Cục|Công ty|Bệnh viện|Kho bạc|Công an|Văn phòng)\b)")


_CENTRE = re.compile(r"\W*(?:Trung tâm học tập cộng đồng|TTHTCĐ|Trung tâm HTCĐ)\b")
# «Cụm thi đua số 1 (Tây Bắc) của Hội Khuyến học Việt Nam»
_CLUSTER = re.compile(r"[Cc]ụm thi đua số \d+")


# «Theo báo cáo của Sở Nội vụ tỉnh A, năm qua toàn tỉnh mở …»: who only reports.
REPORTED = re.compile(
    r"\bTheo [^;]*?, (?=(?:[^,;.]{0,24}, )?(?:[^,;.\d]{0,24} )?(?:toàn|cả) (?:tỉnh|huyện|thành phố)\b)"
)
# «Sáng 29/9, tại Trường Đại học A, Tỉnh đoàn trao học bổng»
_SCHOOL_AS_SCENE = re.compile(r"\b[Tt]ại (?:hội trường )?(?:[Tt]rường|Học viện)\b[^,;.]*(?=,)")
# «Dòng họ Hà hiếu học»: no name of a paper, no day.
_SHORT_HEADLINE = re.compile(r"[^\W\d_]+(?: [^\W\d_]+){3,}")


_ANY_ASSOCIATION = re.compile(r"\b(?:[Hh]ội|HKH)\b(?! (?:nghị|trường|thảo|đồng|họp))")


def subject_of(catalog: Catalog, units: Units, lines: Sequence[str]) -> Subject:
    """Return whom the first lines name: the register's office of the longest name, else the smallest place."""
    spoken = tuple(dict.fromkeys(area for line in lines for area in units.places(line)))
    joined = next((hit[0] for line in lines[:LEAD] if (hit := _JOINED.search(line))), "")
    return replace(
        _of_first_lines(catalog, units, lines, spoken),
        spoken=spoken,
        joined=joined,
        giver=only_giver(lines),
        is_of_others=not any(_ANY_ASSOCIATION.search(line) for line in lines),
    )


_JOINED = re.compile(rf"{JOINED}(?=\s+(?:{KINDS})\s)")


def _of_first_lines(catalog: Catalog, units: Units, lines: Sequence[str], spoken: tuple[str, ...]) -> Subject:
    lines = [line for line in lines if not is_caption(line)]
    top = [line for at, line in enumerate(lines[:6]) if len(line) > 24 or (at == 0 and _SHORT_HEADLINE.fullmatch(line))]
    if top and (cluster := _CLUSTER.search(top[0])):
        return Subject(None, None, (), "", cluster=cluster[0].lower())
    provinces = _provinces(catalog, units, top, spoken)
    offices = _offices(catalog, units, top, provinces)
    own = _of_office(catalog, offices, top, lines, provinces) or _of_clan(units, top, lines, provinces)
    if own is not None:
        return own
    places = likeliest_places(units, top, lines)
    if not provinces and begins_with_unnamed_province(lines):
        places = []  # those that it goes on to name are within it
    if not provinces and places:
        provinces = only_province(catalog, units, places[0], spoken)
    called = called_as(catalog, provinces, " ".join(lines[:6]))
    name = office_named(top[0], known=bool(offices)) if top else ""
    if name and not _is_fund_of_place(units, name, lines) and not _is_of_association(name, top[0], places):
        known = units.office(name, provinces) or units.office(school_name(name), provinces)
        where = commune_of(school_name(name), lines) or place_behind(re.escape(name), lines[:6])
        office = known[0] if len(known) == 1 else None
        return Subject(office, None, provinces, school_name(name), called, where=where)
    place, provinces = _place_of(units, lines, places, provinces)
    # Where a meeting of the whole country is held says nothing of those it names.
    provinces, is_centre = () if place == COUNTRY else provinces, bool(top) and _CENTRE.match(top[0]) is not None
    gives, fund = given_by_another(lines[:LEAD]), only_fund(lines)
    return Subject(None, place, provinces, "", called, is_centre=is_centre, others_give=gives, fund=fund)


def _offices(catalog: Catalog, units: Units, top: Sequence[str], provinces: Sequence[str]) -> Mapping[str, int]:
    """Return the offices of the register that the first lines name, with the line that names each first."""
    offices: dict[str, int] = {}
    for at, line in enumerate(top[:4]):
        spoken = _ABBREVIATION.sub("", line).replace("LĐLĐ", "Liên đoàn Lao động")
        spoken = REPORTED.sub(" ", _SCHOOL_AS_SCENE.sub(" ", spoken)) if at else spoken
        named = offices_in(catalog, units, spoken, provinces)
        for unit in units.not_elsewhere(named, (line,) if at else top[:LEAD], ()):
            if not provinces or not unit.area_id or catalog.province_of(unit.area_id) in (*provinces, "viet-nam", ""):
                offices.setdefault(unit.unit_id, at)
    return offices


def _of_office(
    catalog: Catalog, offices: Mapping[str, int], top: Sequence[str], lines: Sequence[str], provinces: tuple[str, ...]
) -> Subject | None:
    """Return the one office that the first lines name before any association; None where they name none."""
    first = [unit_id for unit_id, at in offices.items() if at == min(offices.values())]
    if len(first) != 1 or not _is_first(top, offices[first[0]]):
        return None
    office = catalog.units[first[0]]
    provinces = provinces or tuple(filter(None, [catalog.province_of(office.area_id)] if office.area_id else []))
    branch, commune = _branch(top[0], office.name_vi), commune_of(office.name_vi, lines)
    return Subject(office, None, provinces, "", branch=branch, commune=commune)


def _of_clan(units: Units, top: Sequence[str], lines: Sequence[str], provinces: tuple[str, ...]) -> Subject | None:
    """Return the clan that a headline is about, with where it is; None where it is about none."""
    clan = clan_of(top[0]) if top else ""
    if not clan:
        return None
    known = units.not_elsewhere(units.beginning(clan), top[:LEAD], provinces)
    own = known[0] if len(known) == 1 else None
    where = place_behind(rf"\b[Hh]ọ {re.escape(clan.rpartition(' họ ')[2])}", lines[:6])
    behind = where if where and where.kind in COMMUNES else None
    commune = commune_of(own.name_vi if own else top[0], lines) or behind
    return Subject(own, None, provinces, with_village(clan, top), commune=commune, where=commune or where)


def _is_fund_of_place(units: Units, name: str, lines: Sequence[str]) -> bool:
    """Return whether a fund is that of a place: «Quỹ Khuyến học Thanh Miện», which a line below calls a district."""
    if not name.startswith("Quỹ"):
        return False
    named = (place.core for line in lines[:6] for _, place in places_named(line))
    return bool(units.places(name)) or any(plain(name).endswith(f" {core}") for core in named)


def _is_of_association(office: str, headline: str, places: Sequence[PlaceName]) -> bool:
    """Return whether an association comes before the office: in the headline, or below one that does not begin so."""
    if headline.lstrip(' “"').startswith(office):
        return any(name.association for _, name in places_named(headline))
    return bool(places) and places[0].association


def _provinces(catalog: Catalog, units: Units, top: Sequence[str], spoken: Sequence[str]) -> tuple[str, ...]:
    """Return the province that the first lines name; one named only after the lead may be anybody's.

    «Hội đồng hương A tại Thành phố Hồ Chí Minh ủng hộ …»: a place that the register has in one province is there.
    """
    named = ((at, found) for at, line in enumerate(top) if (found := units.places(line)))
    at, provinces = next(named, (0, ()))
    places = first_places(units, top[:LEAD]) if at >= LEAD else ()
    return next((found for each in places if (found := only_province(catalog, units, each, spoken))), provinces)


def _place_of(
    units: Units, lines: Sequence[str], places: Sequence[PlaceName], provinces: tuple[str, ...]
) -> tuple[PlaceName | None, tuple[str, ...]]:
    """Return the place that an article is about, none if nothing names it, and the provinces of that name."""
    names = {plain(units.name_of(area)) for area in provinces}
    place = places[0] if places else PlaceName(False, "", names.pop(), "") if len(names) == 1 else None
    if (place is None or place.core == COUNTRY.core) and (
        is_of_unnamed_province(lines) or (not provinces and begins_with_unnamed_province(lines))
    ):
        return province_below(units, lines)
    return place, provinces


def _is_first(lines: Sequence[str], at: int) -> bool:
    """Return whether the office in a line stands before all associations: a fund gives, with an association.

    Below the lead it does only where nothing above it, or before it in its line, names a place.
    """
    named = [name for line in lines[: at + 1] for _, name in places_named(line)]
    above = any(places_named(line) for line in lines[:at])
    return not any(name.association for name in named) and (at < LEAD or not above)


def _branch(headline: str, office: str) -> str:
    """Return the name of the branch that a headline begins with, at the office."""
    hit = _BRANCH.match(headline)
    return f"Chi hội Khuyến học {office.partition(',')[0]}" if hit else ""
