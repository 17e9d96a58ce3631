"""The unit of a place on a day: its identifier, or its name as the register would write it."""

import re
from collections.abc import Sequence
from dataclasses import replace

from hoctap.contribute.articles.place_names import COMMUNES, NAME
from hoctap.contribute.articles.subject import Subject
from hoctap.contribute.naming.former_districts import provinces_with
from hoctap.contribute.naming.indicators import belongs_to_association
from hoctap.contribute.naming.unit_names import PlaceName, parse_place, plain
from hoctap.contribute.naming.units import Units
from hoctap.model.catalog import Catalog
from hoctap.model.codes import PROVINCE
from hoctap.model.period import parse_period
from hoctap.model.record import Indicator
from hoctap.vietnamese.writing import capitalize_first


def unit_at(catalog: Catalog, units: Units, subject: Subject, name: PlaceName, indicator: Indicator, when: str) -> str:
    """Return the unit of a place: its identifier, or its name as the register would write it."""
    association = belongs_to_association(indicator)
    if name.core.startswith(("sở ", "cục ")) and len(office := units.office(written(name), subject.provinces)) == 1:
        return office[0].unit_id  # «Hội Khuyến học Sở A …; Sở này …»
    if (near := _around(units, subject, name)) != subject.provinces:
        subject = replace(subject, provinces=near, called="")
    found = units.place(name, association=association, provinces=subject.provinces)
    if not near and len(provinces_with(units, name)) > 1:
        found = []  # the register has one of the districts of a name, the article may mean any
    found = units.at(found, parse_period(when) if when else None)
    if len(found) > 1:  # a province, or the country itself beside a group of its provinces
        found = [each for each in found if each.level == PROVINCE or not parse_place(each.name_vi).rest] or found
    others = [] if subject.provinces else units.place(name, association=not association, provinces=())
    if len(found) == 1 and not units.is_named_elsewhere(found[0], others):
        return found[0].unit_id
    whole = ", ".join([written(_of_its_kind(catalog, name, when)), *within(catalog, subject, name, when)])
    title = subject.joined if subject.joined and name.core == subject.core else "Hội Khuyến học"
    return f"{title} {whole}" if association else capitalize_first(whole)


_FORMER = "(cũ)"


def unit_of_part(catalog: Catalog, units: Units, indicator_id: str, words: str) -> str:
    """Return the province, or its association, that the words for a part of a figure name; of others nothing.

    Of two of a name «Khánh Hòa (cũ)» is the one that is no more.
    """
    association = belongs_to_association(catalog.indicators[indicator_id])
    name = PlaceName(False, "", plain(words.removesuffix(_FORMER).strip()), "")
    known = [unit for unit in units.place(name, association=association, provinces=()) if unit.level == PROVINCE]
    if words.endswith(_FORMER):
        known = [unit for unit in known if unit.area_id and catalog.areas[unit.area_id].valid_until]
    return known[0].unit_id if len(known) == 1 else ""


def _around(units: Units, subject: Subject, name: PlaceName) -> tuple[str, ...]:
    """Return the province that a place is in: by its own words, by the one that has such a district, of the article.

    Nothing where the article is about another than has it: neither is then said by anybody.
    """
    district = parse_place(name.rest) if name.kind in COMMUNES and name.rest else name
    had = provinces_with(units, district)
    if near := units.places(district.rest if had else name.rest):
        return near
    for provinces in (subject.provinces, subject.spoken):
        if len(there := [areas for areas in had if {*areas} & {*provinces}]) == 1:
            return there[0]
    if not had or any({*areas} & {*subject.provinces} for areas in had):
        return subject.provinces
    return had[0] if len(had) == 1 and not subject.provinces else ()


def _of_its_kind(catalog: Catalog, name: PlaceName, when: str) -> PlaceName:
    """Return the bare name of a province that the register lacks as a unit with its kind: «tỉnh Quảng Bình»."""
    areas = [
        each.area_id for each in catalog.areas.values() if each.level == PROVINCE and plain(each.name_vi) == name.core
    ]
    kinds = {"tỉnh" if catalog.areas[area].kind == "tinh" else "thành phố" for area in _at(catalog, areas, when)}
    return replace(name, kind=kinds.pop()) if not name.kind and len(kinds) == 1 else name


def written(name: PlaceName) -> str:
    """Return a place with its kind, each word of its name with a capital letter."""
    return f"{name.kind} {' '.join(word.capitalize() for word in (name.spelling or name.core).split())}".strip()


# Bodies of which each stands in one place, whatever others bear the same name.
_SCHOOL_OR_CLAN = r"Trường (?!Đại học|Cao đẳng|Trung cấp)|Dòng họ |Tộc họ "
_LOCAL = re.compile(rf"{_SCHOOL_OR_CLAN}|Đồn |Bệnh viện |Trạm |Câu lạc bộ |Chùa |Ngân hàng\b.* chi nhánh ")


# «Công an huyện A», «Ban Chỉ huy Quân sự thị xã B», at the end of a name.
_OF_PLACE = re.compile(rf"\b(?:huyện|quận|thị xã|thành phố|TP\.|xã|phường|thị trấn) ?{NAME}$")


def with_province(catalog: Catalog, subject: Subject, name: str, when: str, where: PlaceName | None = None) -> str:
    """Return the name of a body that the register lacks, with the province of the article, where it has its place.

    A school or a clan is in the commune or the district that the article puts it in, or that it is named after.
    """
    named_after = (each for each in (subject.commune, subject.where, subject.place) if each)
    around = where or next((each for each in named_after if each.core and f" {each.core}" in plain(name)), None)
    if around and around.kind and re.match(_SCHOOL_OR_CLAN, name):
        parts = [written(around), *within(catalog, subject, around, when)]
        return ", ".join([name, *(each for each in parts if each not in name)])
    if behind := _OF_PLACE.search(name):
        parts = within(catalog, subject, parse_place(behind[0]), when)
        return ", ".join([name, *(each for each in parts if each not in name)])
    province = within(catalog, subject, PlaceName(False, "huyện", "", ""), when)
    is_named = not province or parse_place(province[-1]).core in plain(name)
    return name if is_named or not _LOCAL.match(name) else f"{name}, {province[-1]}"


def within(catalog: Catalog, subject: Subject, name: PlaceName, when: str) -> list[str]:
    """Return what the place lies in: the district that the article is about, and the province."""
    if name.kind in ("tỉnh", ""):
        return []
    districts = ("huyện", "quận", "thị xã")
    around = subject.place if name.kind in COMMUNES else None
    district = [written(parse_place(name.rest))] if name.rest and name.kind in COMMUNES else []
    near = {(catalog.areas[area].kind, catalog.areas[area].name_vi) for area in _at(catalog, subject.provinces, when)}
    if subject.called and len({title for _, title in near}) == 1:
        near = {("tinh" if subject.called == "tỉnh" else "thanh-pho-tw", title) for _, title in near}
    province = (
        [f"{'thành phố' if kind != 'tinh' else 'tỉnh'} {title}" for kind, title in near] if len(near) == 1 else []
    )
    province = [each for each in province if plain(each) != plain(written(name))]
    if district:
        return [*district, *(each for each in province if plain(each) != plain(district[0]))]
    names = {catalog.areas[area].name_vi.lower() for area in subject.provinces}
    is_in_one = around and (around.kind in districts or (around.kind == "thành phố" and around.core not in names))
    return [*([written(around)] if around and is_in_one else []), *province]


def _at(catalog: Catalog, provinces: Sequence[str], when: str) -> Sequence[str]:
    """Return those of the provinces of one name that were there at the time; all of them if none can be told."""
    if not when:
        return provinces
    period = parse_period(when)
    areas = {area: catalog.areas[area] for area in provinces}
    there = [
        area
        for area, each in areas.items()
        if not (each.valid_from and each.valid_from > period.end)
        and not (each.valid_until and each.valid_until < period.start)
    ]
    return there or provinces
