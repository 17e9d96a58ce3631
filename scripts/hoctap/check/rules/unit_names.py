"""Checks of a unit against its name and parent: the level and province that they say, and whether these still are."""

import re
from collections.abc import Iterator, Mapping

from hoctap.check.definition import check
from hoctap.check.personal_forms import CAPITAL
from hoctap.check.rules.places import related_provinces
from hoctap.model.catalog import Catalog
from hoctap.model.codes import AREA_UNIT, ASSOCIATION, CENTRAL, PROVINCE
from hoctap.model.finding import Problem
from hoctap.model.record import Code, Unit
from hoctap.vietnamese.writing import day

# Whose level is that of the place in their name; a school of a commune is of none.
_OF_THEIR_PLACE = (AREA_UNIT, ASSOCIATION)


@check(
    must="Cấp và tỉnh của đơn vị là cấp và tỉnh mà tên nói, nếu khác thì xem lại",
    cause="Chọn nhầm cấp hoặc địa phương trong danh sách.",
    cure="sửa level, area_id cho hợp với tên, hoặc sửa tên; nếu tên vốn như vậy thì để nguyên",
    bad="name_vi: Hội Khuyến học xã Mường La, tỉnh Sơn La; level: huyen",
    good="name_vi: Hội Khuyến học xã Mường La, tỉnh Sơn La; level: xa",
    asks=True,
)
def unit_is_where_its_name_says(catalog: Catalog) -> Iterator[Problem]:
    """Ask about units whose name says another province than their area is in, or a place of another level."""
    levels = _levels(catalog)
    kinds = re.compile(rf"\b((?i:{'|'.join(levels)})) (?={CAPITAL}|\d)") if levels else None
    provinces = _provinces(catalog)
    named = re.compile(rf"\b(?:tỉnh|thành phố) ({'|'.join(map(re.escape, provinces))})\b") if provinces else None
    related = related_provinces(catalog)
    for unit in catalog.all_of(Unit):
        found = kinds.search(unit.name_vi) if kinds and unit.unit_kind in _OF_THEIR_PLACE else None
        level = levels[found[1].lower()] if found else ""
        if found and level and level != unit.level:
            yield Problem(unit.place, "level", f"tên nói «{found[1].lower()}»", unit.level)
        own = related.get(catalog.province_of(unit.area_id), frozenset[str]()) if unit.area_id else None
        places = named.findall(unit.name_vi) if named and own else []
        if own and places and not any(own & provinces[name] for name in places):
            yield Problem(unit.place, "area_id", f"tên nói «{places[-1]}»", unit.area_id)


def _levels(catalog: Catalog) -> Mapping[str, str]:
    """Return the words for places with their level («quận» is a huyen); empty of «thành phố», which is of two."""
    titles = [code for code in catalog.all_of(Code) if code.list == "area_level"]
    words = [(word.strip().lower(), code.code) for code in titles for word in code.title_vi.split(",")]
    return dict([*words, ("thành phố", "")])


def _provinces(catalog: Catalog) -> Mapping[str, frozenset[str]]:
    names: dict[str, frozenset[str]] = {}
    for area in sorted(catalog.areas.values(), key=lambda each: -len(each.name_vi)):
        if area.level == PROVINCE:
            names[area.name_vi] = names.get(area.name_vi, frozenset()) | {area.area_id}
    return names


@check(
    must="Đơn vị đang hoạt động thuộc một địa phương đang có, nếu khác thì xem lại",
    cause="Chọn tỉnh trước 01/7/2025 cho đơn vị của tỉnh sau sắp xếp.",
    cure="chọn địa phương mới; đơn vị thôi hoạt động thì ghi status là ended; chưa rõ thì để trống status",
    bad="area_id: suoi-bac (đến 30/6/2025), status: active",
    good="area_id: dong-lau, status: active",
    asks=True,
)
def active_unit_is_of_a_living_area(catalog: Catalog) -> Iterator[Problem]:
    """Ask about units said to be active whose area has ended: it has another name or border since."""
    for unit in catalog.all_of(Unit):
        area = catalog.areas.get(unit.area_id) if unit.status == "active" else None
        if area and area.valid_until and area.valid_until < catalog.today:
            message = f"{area.name_vi} chỉ có đến hết ngày {day(area.valid_until)}"
            yield Problem(unit.place, "area_id", message, unit.area_id)


@check(
    must="Đơn vị cấp trên ở cùng tỉnh hoặc ở trung ương, nếu khác thì xem lại",
    cause="Chọn nhầm đơn vị cấp trên trong danh sách.",
    cure="sửa parent_unit_id, hoặc area_id; nếu đơn vị thật sự thuộc nơi khác thì để nguyên",
    bad="Hội Khuyến học xã Chiềng Mai, tỉnh Sơn La; parent_unit_id: hoi-khuyen-hoc-tinh-quang-ninh",
    good="Hội Khuyến học xã Chiềng Mai, tỉnh Sơn La; parent_unit_id: hoi-khuyen-hoc-tinh-son-la",
    asks=True,
)
def parent_is_of_the_same_place(catalog: Catalog) -> Iterator[Problem]:
    """Ask about units whose parent, below the central level, is of a province not related to theirs."""
    related = related_provinces(catalog)
    for unit in catalog.all_of(Unit):
        parent = catalog.units.get(unit.parent_unit_id)
        if parent and parent.level != CENTRAL and unit.area_id and parent.area_id:
            own, above = catalog.province_of(unit.area_id), catalog.province_of(parent.area_id)
            if own and above and above not in related.get(own, {own}):
                yield Problem(unit.place, "parent_unit_id", f"{parent.name_vi} ở nơi khác", unit.parent_unit_id)


CHECKS = (unit_is_where_its_name_says, active_unit_is_of_a_living_area, parent_is_of_the_same_place)
