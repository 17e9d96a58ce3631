"""Whose the figures of an article are."""

import re
from collections.abc import Sequence
from dataclasses import dataclass

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
    places = list(_places(top))
    if len(offices) == 1 and min(offices.values()) <= 2 and not (places and places[0].association):
        return Subject(catalog.units[next(iter(offices))], None, provinces, "")
    own_office = re.search(rf"Trường\s+(?:{_UPPER}\w*|số|\d+)(?:\s+(?:{_UPPER}\w*|số|\d+))+", top[0]) if top else None
    if own_office and not (places and places[0].association):
        return Subject(None, None, provinces, own_office[0].strip())
    return Subject(None, places[0] if places else None, provinces, "")


def _places(lines: Sequence[str]) -> Sequence[PlaceName]:
    found: list[PlaceName] = []
    bare: list[PlaceName] = []
    for line in lines:
        hits = {hit.start(): _name(hit, association=False) for hit in _PLACE.finditer(line)}
        hits |= {hit.start(): _name(hit, association=True) for hit in _ASSOCIATION.finditer(line)}
        found += [hits[at] for at in sorted(hits)]
        bare += [
            PlaceName(False, "", plain(hit[1]), "")
            for hit in re.finditer(rf"^({_NAME})\s*:", line)
            if hit[1] not in ("Ảnh", "Tin", "ABO")
        ]
    return found or bare


def _name(hit: re.Match[str], *, association: bool) -> PlaceName:
    kind = plain(hit["kind"] or "").strip()
    return parse_place(f"{'hội khuyến học ' if association else ''}{kind} {hit['name']}")


def unit_for(
    catalog: Catalog,
    units: Units,
    subject: Subject,
    indicator: Indicator,
    when: str,
    words: str,
    after: str,
    paragraph: str,
) -> str:
    """Return the unit a figure belongs to: its identifier, a name with spaces if the register lacks it, or nothing."""
    own = _local(catalog, units, subject, indicator, when, words, after)
    if own:
        return own
    if subject.office is not None:
        return subject.office.unit_id
    for sentence in reversed(re.split(r"(?<=[^A-Z])\.\s", paragraph)):
        if len(offices := units.named_in(sentence)) == 1:
            return offices[0].unit_id
    if subject.place is None:
        return subject.words
    return _place(catalog, units, subject.place, subject.provinces, indicator, when)


def _place(
    catalog: Catalog, units: Units, name: PlaceName, provinces: Sequence[str], indicator: Indicator, when: str
) -> str:
    association = belongs_to_association(indicator)
    found = units.place(name, association=association, provinces=provinces)
    found = units.at(found, parse_period(when) if when else None)
    if len(found) > 1:
        found = [unit for unit in found if unit.level == PROVINCE] or found
    if len(found) == 1:
        return found[0].unit_id
    title = " ".join(word.capitalize() for word in name.core.split())
    whole = f"{name.kind} {title}".strip()
    near = {catalog.areas[area].name_vi for area in provinces}
    if name.kind not in ("tỉnh", "") and len(near) == 1:
        whole += f", tỉnh {near.pop()}"
    return f"Hội Khuyến học {whole}" if association else whole[:1].upper() + whole[1:]


def _local(
    catalog: Catalog, units: Units, subject: Subject, indicator: Indicator, when: str, words: str, after: str
) -> str:
    """Return another unit that the words right before a figure name («riêng Hội Khuyến học TP. Mỹ Tho»)."""
    near = re.split(r",", words)[-1] + after
    if "cả nước" in near and "viet-nam" in catalog.units:
        return "viet-nam"
    is_province = subject.place is not None and subject.place.kind in ("tỉnh", "")
    if "toàn tỉnh" in near and not is_province and subject.provinces:
        names = {plain(catalog.areas[area].name_vi) for area in subject.provinces}
        if len(names) == 1:
            return _place(catalog, units, PlaceName(False, "tỉnh", names.pop(), ""), (), indicator, when)
    offices = units.named_in(words)
    if len(offices) == 1:
        return offices[0].unit_id
    if indicator.indicator_id == "fund-donated-vnd":
        giver = re.search(rf"({_UPPER}\w*(?:\s+\w+){{0,6}}?)\s+(?:đã\s+)?(?:ủng hộ|tài trợ)", words)
        return giver[1] if giver else "nhà tài trợ chưa rõ"
    hits = list(_ASSOCIATION.finditer(words))
    if hits and (name := _name(hits[-1], association=True)).core != (subject.place.core if subject.place else ""):
        return _place(catalog, units, name, subject.provinces, indicator, when)
    return ""
