"""The places that the first lines of an article name, the likeliest to be its subject first."""

import re
from collections.abc import Sequence
from dataclasses import replace

from hoctap.contribute.articles.place_names import NAME, UPPER, places_named
from hoctap.contribute.naming.former_districts import kind_of, provinces_with
from hoctap.contribute.naming.unit_names import PlaceName, parse_place, plain
from hoctap.contribute.naming.units import Units
from hoctap.model.catalog import Catalog

COUNTRY = PlaceName(False, "", "việt nam", "")
OVER_COUNTRY = re.compile(r"cả nước|toàn quốc|(?:63|34) tỉnh")
_NATIONAL = re.compile(rf"{OVER_COUNTRY.pattern}|Hội Khuyến học Việt Nam|Bộ Giáo dục và Đào tạo")
# Where something happens: «tại TP. Vinh», «tại trường A, phường B»
_SCENE = re.compile(
    r"\b(?:tại|ở)\s+(?:(?:hội trường|trường|nhà|trung tâm|trụ sở|sân|khu|đình|chùa|ubnd)\b"
    r"(?:(?!hội khuyến học)[^.;:]){0,60})?$"
)
# Who publishes: whose a paper is says nothing of whom it writes about, where something else does.
_SOURCE = re.compile(r"\W*(?:Trang tin|Cổng|Báo(?! cáo)|Nguồn|Bản tin|Tạp chí|Đài)\b")


def first_places(units: Units, lines: Sequence[str]) -> Sequence[PlaceName]:
    """Return the places of the first lines, the likeliest subject first.

    A province before the colon of a headline («Bình Định: …») comes first, where something happened («tại TP. Vinh»)
    after what is spoken of, and the whole country last.
    """
    found: list[PlaceName] = []
    scenes: list[PlaceName] = []
    bare: list[PlaceName] = []
    sources: list[PlaceName] = []
    for line in lines:
        named = places_named(line)
        if line != lines[0] and _SOURCE.match(line):
            sources += [name for _, name in named]
            continue
        named_areas = units.places(re.sub(r"\([^()]*\)", " ", line)) if line == lines[0] and not named else ()
        if len(provinces := {plain(units.name_of(area)) for area in named_areas}) == 1:
            found += [PlaceName(False, "", province, "") for province in provinces]
        for at, name in named:
            if name.association and line[:at].endswith("("):
                continue  # «Trung tâm A (Hội Khuyến học Việt Nam)»: whose that body is
            (scenes if _SCENE.search(line[:at].lower()) else found).append(name)
        bare += [
            parse_place(hit[1])
            for hit in re.finditer(rf"^({NAME})\s*:", line)
            if hit[1] not in ("Ảnh", "Tin", "ABO", "PV", "Hỏi", "Đáp")
        ]
    first = [name for name in bare[:1] if units.places(name.core)]
    country = [COUNTRY] if any(_NATIONAL.search(re.sub(r"\([^()]*\)", " ", line)) for line in lines[:3]) else []
    near = [] if country else scenes
    return [*first, *_named_below(lines), *found, *bare, *near, *sources, *country]


def likeliest_places(units: Units, top: Sequence[str], lines: Sequence[str]) -> Sequence[PlaceName]:
    """Return the places of the first lines, the likeliest subject first and named most fully."""
    places = list(first_places(units, top))
    if smaller := _named_by_kind(lines):
        return [smaller, *places]
    if places and (whole := next((each for each in places if each.rest and each.core == places[0].core), None)):
        places[0] = whole  # «Phường A: …», then «Hội Khuyến học phường A, TP. B»
    if places and not places[0].kind and not units.places(places[0].core):
        of_name = (name for line in lines for _, name in places_named(line) if name.core == places[0].core)
        kinds = {name.kind for name in of_name if name.kind}
        kind = kinds.pop() if len(kinds) == 1 else "" if kinds else kind_of(places[0].core)
        places[0] = replace(places[0], kind=kind)
    return places


# «Đồng Tháp: Xã nuôi 1.500 con heo đất»: which one, the lines below say.
_KIND_OF_HEADLINE = re.compile(
    rf"\W*(?:{NAME}\s*:\s*)(?:[Mm]ột )?([Xx]ã|[Pp]hường|[Hh]uyện|[Tt]hị trấn|[Tt]hị xã)\b(?!\s+(?:{UPPER}|hội\b))"
)


def _named_by_kind(lines: Sequence[str]) -> PlaceName | None:
    """Return the place that the lines name of the kind which the headline speaks of without its name."""
    hit = _KIND_OF_HEADLINE.match(lines[0]) if lines else None
    named = (name for line in lines[1:6] for _, name in places_named(line)) if hit else ()
    return next((replace(name, association=False) for name in named if hit and name.kind == hit[1].lower()), None)


def _named_below(lines: Sequence[str]) -> Sequence[PlaceName]:
    """Return the place that a headline names bare and a line below with its kind: «Khuyến học Thái Thụy …»."""
    if not lines or places_named(lines[0]):
        return []
    bare = {plain(hit[1]) for hit in re.finditer(rf"(?=\b({NAME}))", lines[0])}
    named = (name for line in lines[1:] for _, name in places_named(line) if name.kind not in ("", "tỉnh"))
    return [replace(name, association=False) for name in named if name.core in bare][:1]


def only_province(catalog: Catalog, units: Units, place: PlaceName, spoken: Sequence[str]) -> tuple[str, ...]:
    """Return the province that the place of an article, or the district around it, is in, if it can be one alone.

    Of several it is the one that the article speaks of: `spoken` are the provinces named anywhere in it.
    """
    if near := units.places(place.rest):
        return near
    around = [place, parse_place(place.rest)] if place.rest else [place]
    return next((found for each in around if (found := _only_province(catalog, units, each, spoken))), ())


def _only_province(catalog: Catalog, units: Units, place: PlaceName, spoken: Sequence[str]) -> tuple[str, ...]:
    if place.kind in ("tỉnh", ""):
        return ()
    known = [unit for each in (True, False) for unit in units.place(place, association=each, provinces=())]
    in_register = {catalog.province_of(unit.area_id) for unit in known if unit.area_id}
    found: list[tuple[str, ...]] = [(area,) for area in in_register]
    found += [areas for areas in provinces_with(units, place) if not in_register & {*areas}]
    of_these = [areas for areas in found if {*areas} & {*spoken}] if len(found) > 1 else found
    return of_these[0] if len(of_these) == 1 else ()


def called_as(catalog: Catalog, provinces: Sequence[str], text: str) -> str:
    """Return what the text itself calls the province: «tỉnh» or «thành phố»; empty if it names it bare."""
    names = "|".join(re.escape(catalog.areas[area].name_vi) for area in provinces)
    hit = re.search(rf"\b(tỉnh|thành phố|TP\.?)\s+(?:{names})\b", text, re.IGNORECASE) if names else None
    if hit is not None and {catalog.areas[area].kind for area in provinces} == {"tinh"}:
        return "tỉnh"  # the town of a province's name makes it no city
    return "" if hit is None else "tỉnh" if hit[1].lower() == "tỉnh" else "thành phố"


LEAD = 3  # lines: the headline, who wrote it, what happened
_NAMED_PROVINCE = re.compile(rf"\btỉnh ({NAME})")
# «Toàn tỉnh có trên 270 nghìn gia đình …», «phong trào ở tỉnh ta»: of a province which the words do not name.
_UNNAMED_PROVINCE = re.compile(rf"\b(?:[Tt]oàn|[Cc]ả|[Tt]rên địa bàn) tỉnh(?!\s+{UPPER})|\b[Tt]ỉnh (?:ta|nhà)\b")
# «Theo Hội Khuyến học tỉnh, phong trào … trong toàn tỉnh»
_ASSOCIATION_OF_PROVINCE = re.compile(
    rf"(?:Hội [Kk]huyến học|HKH|Hội KH)(?: \([^()]*\))? tỉnh(?!\s+{UPPER})|{_UNNAMED_PROVINCE.pattern}"
)


def begins_with_unnamed_province(lines: Sequence[str]) -> bool:
    """Return whether the lead speaks of a province that it does not name, or its association, before any place."""
    lead = " ".join(lines[:LEAD])
    hit = _ASSOCIATION_OF_PROVINCE.search(lead)
    return hit is not None and all(at > hit.start() for at, _ in places_named(lead))


def is_of_unnamed_province(lines: Sequence[str]) -> bool:
    """Return whether the lead speaks of all of a province, not of the country, without the name of a province."""
    lead = " ".join(lines[:LEAD])
    return _UNNAMED_PROVINCE.search(lead) is not None and not OVER_COUNTRY.search(lead)


def province_below(units: Units, lines: Sequence[str]) -> tuple[PlaceName | None, tuple[str, ...]]:
    """Return the one province that the lines call by its name, «Hội Khuyến học tỉnh A»; none if they call two."""
    named = {areas for line in lines for hit in _NAMED_PROVINCE.finditer(line) if (areas := units.places(hit[1]))}
    if len(named) != 1:
        return None, ()
    areas = named.pop()
    return PlaceName(False, "", plain(units.name_of(areas[0])), ""), areas
