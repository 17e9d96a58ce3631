"""Whose the figures of an article are."""

import re
from collections.abc import Sequence
from dataclasses import dataclass

from hoctap.contribute.articles.words import Reading
from hoctap.contribute.naming.indicators import belongs_to_association
from hoctap.contribute.naming.units import PlaceName, Units, parse_place, plain
from hoctap.model.catalog import Catalog
from hoctap.model.codes import PROVINCE
from hoctap.model.period import parse_period
from hoctap.model.record import Indicator, Unit

_KINDS = r"huyện|quận|thị xã|thành phố|tỉnh|xã|phường|thị trấn|TP\.?|TX\.?"
_UPPER = "[A-ZĐÀÁÂÃÈÉÊÌÍÒÓÔÕÙÚĂĨŨƠƯẠẢẤẦẨẪẬẮẰẲẴẶẸẺẼẾỀỂỄỆỈỊỌỎỐỒỔỖỘỚỜỞỠỢỤỦỨỪỬỮỰỲỴỶỸÝ]"
_NAME = rf"{_UPPER}\w*(?:[ -]+{_UPPER}\w*){{0,4}}"
_PLACE = re.compile(
    rf"(?P<kind>{_KINDS}|Huyện|Quận|Thị xã|Thành phố|Tỉnh|Xã|Phường|Thị trấn)\s+(?P<name>{_NAME}|\d{{1,2}}(?=[\s,]))"
)
_ASSOCIATION = re.compile(
    rf"(?:Hội Khuyến học|Hội khuyến học|HKH|Hội KH)\s+(?:(?P<kind>{_KINDS})\s+)?(?P<name>{_NAME})"
)
# What may stand before the place that a clause is about.
_OPENS = re.compile(
    r"\W*(?:(?:[Nn]hân dịp này|[Dd]ịp này|[Tt]ại|[Ởở]|[Rr]iêng|[Tt]rong đó|[Đđ]iển hình|[Tt]iêu biểu|[Nn]ổi bật|"
    r"[Cc]ụ thể|[Nn]hư|[Cc]òn|[Đđ]áng chú ý|là|có|[Đđ]ịa bàn|[Tt]rung ương)[\s,:]+){0,4}"
)
# A place right before a figure: «…, phường Khương Đình 1,55 tỷ đồng».
_NEXT_TO = re.compile(
    rf"^(?:(?:Hội Khuyến học|Hội khuyến học|HKH|Hội KH)\s+)?(?:(?:{_KINDS})\s+)?{_NAME}"
    r"(?:\s+(?:là|có|đạt|với|được|vận động|huy động|trao|chi))*\W*(?:hơn|trên|gần|khoảng)?\s*$"
)
_WHOLE = re.compile(r"toàn (?:tỉnh|huyện|thành phố|quận|thị xã|xã|phường)")
_COUNTRY = PlaceName(False, "", "việt nam", "")
_NATIONAL = re.compile(r"cả nước|toàn quốc|Hội Khuyến học Việt Nam|Bộ Giáo dục và Đào tạo|(?:63|34) tỉnh")


@dataclass(frozen=True, slots=True)
class Subject:
    """Whom an article is about: an office, or a place and its association; `province` helps with bare names."""

    office: Unit | None
    place: PlaceName | None
    provinces: tuple[str, ...]
    words: str


def subject_of(catalog: Catalog, units: Units, lines: Sequence[str]) -> Subject:
    """Return whom the first lines name: the register's office of the longest name, else the smallest place."""
    top = [line for line in lines[:6] if len(line) > 24]
    provinces = next((found for line in top if (found := units.places(line))), ())
    offices: dict[str, int] = {}
    for at, line in enumerate(top[:4]):
        for unit in units.named_in(line):
            if not provinces or not unit.area_id or catalog.province_of(unit.area_id) in (*provinces, "viet-nam", ""):
                offices.setdefault(unit.unit_id, at)
    places = list(_places(units, top))
    if len(offices) == 1 and min(offices.values()) <= 2 and not (places and places[0].association):
        return Subject(catalog.units[next(iter(offices))], None, provinces, "")
    own_office = re.search(rf"Trường\s+(?:{_UPPER}\w*|số|\d+)(?:\s+(?:{_UPPER}\w*|số|\d+))+", top[0]) if top else None
    if own_office and not (places and places[0].association):
        return Subject(None, None, provinces, own_office[0].strip())
    return Subject(None, places[0] if places else None, provinces, "")


def _places(units: Units, lines: Sequence[str]) -> Sequence[PlaceName]:
    """Return the places of the first lines, the likeliest subject first.

    A province before the colon of a headline («Bình Định: …») comes first, where something happened («tại TP. Vinh»)
    after what is spoken of, and the whole country last.
    """
    found: list[PlaceName] = []
    scenes: list[PlaceName] = []
    bare: list[PlaceName] = []
    for line in lines:
        named = _named(line)
        named_areas = units.places(re.sub(r"\([^()]*\)", " ", line)) if line == lines[0] and not named else ()
        if len(provinces := {plain(units.name_of(area)) for area in named_areas}) == 1:
            found += [PlaceName(False, "", province, "") for province in provinces]
        for at, name in named:
            (scenes if re.search(r"(?:tại|ở)\s+$", line[:at].lower()) else found).append(name)
        bare += [
            PlaceName(False, "", plain(hit[1]), "")
            for hit in re.finditer(rf"^({_NAME})\s*:", line)
            if hit[1] not in ("Ảnh", "Tin", "ABO")
        ]
    first = [name for name in bare[:1] if units.places(name.core)]
    country = [_COUNTRY] if any(_NATIONAL.search(line) for line in lines[:3]) else []
    near = [] if country else scenes
    return [*first, *found, *bare, *near, *country]


def _named(line: str) -> list[tuple[int, PlaceName]]:
    """Return the places and associations that a line names, with where each stands."""
    hits = {hit.start(): _name(hit, association=False) for hit in _PLACE.finditer(line)}
    hits |= {hit.start(): _name(hit, association=True) for hit in _ASSOCIATION.finditer(line)}
    return sorted(hits.items())


def _name(hit: re.Match[str], *, association: bool) -> PlaceName:
    kind = plain(hit["kind"] or "").strip()
    return parse_place(f"{'hội khuyến học ' if association else ''}{kind} {hit['name']}")


def unit_for(
    catalog: Catalog,
    units: Units,
    subject: Subject,
    indicator: Indicator,
    when: str,
    before: str,
    after: str,
    paragraph: str,
) -> str:
    """Return the unit a figure belongs to: its identifier, a name with spaces if the register lacks it, or nothing.

    `before` and `after` are its sentence on both sides of it.
    """
    words = before.rpartition(";")[2]
    own = _local(catalog, units, subject, indicator, when, words, after)
    if own:
        return own
    name = _elsewhere(catalog, subject, words) or _elsewhere(catalog, subject, before)
    if (name := name or _of_paragraph(subject, before, paragraph)) is not None:
        return _place(catalog, units, subject, name, indicator, when)
    if subject.office is not None:
        return subject.office.unit_id
    for sentence in reversed(re.split(r"(?<=[^A-Z])\.\s", paragraph)):
        if len(offices := units.named_in(sentence)) == 1:
            return offices[0].unit_id
    if subject.place is None:
        return subject.words
    return _place(catalog, units, subject, subject.place, indicator, when)


def _place(catalog: Catalog, units: Units, subject: Subject, name: PlaceName, indicator: Indicator, when: str) -> str:
    """Return the unit of a place: its identifier, or its name as the register would write it."""
    association = belongs_to_association(indicator)
    found = units.place(name, association=association, provinces=subject.provinces)
    found = units.at(found, parse_period(when) if when else None)
    if len(found) > 1:
        found = [unit for unit in found if unit.level == PROVINCE] or found
    if len(found) == 1:
        return found[0].unit_id
    whole = ", ".join([_written(name), *_within(catalog, subject, name)])
    return f"Hội Khuyến học {whole}" if association else whole[:1].upper() + whole[1:]


def _written(name: PlaceName) -> str:
    return f"{name.kind} {' '.join(word.capitalize() for word in name.core.split())}".strip()


def _within(catalog: Catalog, subject: Subject, name: PlaceName) -> list[str]:
    """Return what the place lies in: the district that the article is about, and the province."""
    if name.kind in ("tỉnh", ""):
        return []
    districts = ("huyện", "quận", "thị xã")
    around = subject.place if name.kind in ("xã", "phường", "thị trấn") else None
    near = {(catalog.areas[area].kind, catalog.areas[area].name_vi) for area in subject.provinces}
    province = (
        [f"{'thành phố' if kind != 'tinh' else 'tỉnh'} {title}" for kind, title in near] if len(near) == 1 else []
    )
    return [*([_written(around)] if around and around.kind in districts else []), *province]


def _local(
    catalog: Catalog, units: Units, subject: Subject, indicator: Indicator, when: str, words: str, after: str
) -> str:
    """Return another unit that the words right before a figure name («riêng Hội Khuyến học TP. Mỹ Tho»)."""
    near = re.split(r",", words)[-1] + re.split(r"[,(]|so với|\w+ hơn|bình quân|trung bình", after)[0]
    if "cả nước" in near and "viet-nam" in catalog.units:
        return "viet-nam"
    is_province = subject.place is not None and subject.place.kind in ("tỉnh", "")
    if "toàn tỉnh" in near and not is_province and subject.provinces:
        names = {plain(catalog.areas[area].name_vi) for area in subject.provinces}
        if len(names) == 1:
            return _place(catalog, units, subject, PlaceName(False, "tỉnh", names.pop(), ""), indicator, when)
    if (found := _fund(units, subject, words)) is not None:
        return found
    offices = units.named_in(_with_province(catalog, subject, words)) or units.named_in(words)
    if len(offices) == 1:
        return offices[0].unit_id
    if indicator.indicator_id == "fund-donated-vnd" and not re.search(r"(?:tiếp nhận|nhận được)\W*(?:\w+\W+)?$", words):
        last = re.split(r",|\bvà\b", words)[-1]
        giver = re.search(rf"({_UPPER}\w*(?:\s+\w+){{0,6}}?)\s+(?:đã\s+)?(?:ủng hộ|tài trợ)", last)
        return giver[1] if giver else "nhà tài trợ chưa rõ"
    named = _named(words)
    own = subject.place.core if subject.place else ""
    if named and named[-1][1].core != own and _NEXT_TO.search(words[named[-1][0] :]):
        return _place(catalog, units, subject, named[-1][1], indicator, when)
    associations = [name for _, name in named if name.association]
    if associations and associations[-1].core != own:
        return _place(catalog, units, subject, associations[-1], indicator, when)
    return ""


def _fund(units: Units, subject: Subject, words: str) -> str | None:
    """Return the fund of a name of its own that words speak of: its identifier, or its name if it is not known."""
    hit = re.search(rf"Quỹ\s+(?:[Kk]huyến học\s+|[Hh]ọc bổng\s+|[Kk]huyến học,? khuyến tài\s+)({_NAME})", words)
    if hit is None or re.match(r"Việt Nam|Khuyến|Học", hit[1]):
        return None
    if re.search(r"(?:phối hợp(?: với)?|cùng|với|từ|của|cho)\s+$", words[: hit.start()]):
        return None
    found = units.office(hit[0], subject.provinces)
    return found[0].unit_id if len(found) == 1 else hit[0]


def _with_province(catalog: Catalog, subject: Subject, words: str) -> str:
    """Return the words with the province named where they say «… tỉnh» alone: «Bộ đội Biên phòng tỉnh»."""
    names = {catalog.areas[area].name_vi for area in subject.provinces}
    return re.sub(rf"(?<!toàn )tỉnh(?!\s+{_UPPER})", f"tỉnh {names.pop()}", words) if len(names) == 1 else words


def _of_paragraph(subject: Subject, before: str, paragraph: str) -> PlaceName | None:
    """Return the place that «toàn huyện» means in a paragraph about another one than the article."""
    whole = re.match(r"\W*(?:[Tt]rong đó,?\s+)?(?:[Tt]oàn|[Cc]ả)\s+(huyện|quận|thị xã|xã|phường|thị trấn)\b", before)
    if whole is None or (subject.place is not None and subject.place.kind == whole[1]):
        return None
    names = [name for _, name in _named(paragraph) if name.kind == whole[1]]
    return names[-1] if names and len({name.core for name in names}) == 1 else None


def is_listed(reading: Reading) -> bool:
    """Return whether a number has nothing beside it but a place, so that it counts what the number before counts."""
    place = _ASSOCIATION.search(reading.lead) or _PLACE.search(reading.lead)
    if place is None or not re.match(r"\s*(?:người|đồng|hộ|em)?\s*(?:[,;.)]|$|và\s)", reading.tail + ";"):
        return False
    rest = reading.lead[: place.start()] + reading.lead[place.end() :]
    return re.fullmatch(r"[\W_]*(?:(?:và|còn|là|có|đạt|với|được|riêng|trong đó|như)[\W_]*)*", rest.lower()) is not None


def _elsewhere(catalog: Catalog, subject: Subject, words: str) -> PlaceName | None:
    """Return the other place that a clause is about: it opens with it («Tại huyện Vân Canh, …», «xã A có …»)."""
    own = {subject.place.core} if subject.place else set()
    around = {plain(catalog.areas[area].name_vi) for area in subject.provinces}
    opening = _OPENS.match(words)
    for at, name in _named(words):
        if (
            (name.core not in own | around or (name.association and name.core not in own))
            and opening
            and at == opening.end()
        ):
            return None if _WHOLE.search(words[at:]) else name
    return None
