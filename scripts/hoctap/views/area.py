"""Areas in time: what an area was made of, what it became, and the units and figures inside its borders."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from hoctap.model.catalog import Catalog
from hoctap.model.record import Area, AreaSuccession, Unit
from hoctap.vietnamese.writing import day, sort_key
from hoctap.views.borders import OnBorders, on_borders, whole_of
from hoctap.views.figure import Figure
from hoctap.views.link import Link, area_link, document_link


@dataclass(frozen=True, slots=True)
class AreaInTime:
    """An area with its neighbours in time; `validity` says from when to when in words."""

    area: Area
    link: Link
    validity: str
    made_of: Sequence[Link]
    became: Sequence[Link]
    changed_on: date | None
    basis: Link | None


@dataclass(frozen=True, slots=True)
class AreaPage:
    """Everything the page of an area shows; `figures` are of this area's borders only."""

    in_time: AreaInTime
    title: str
    summary: str
    level: str
    kind: str
    region: str
    parent: Link | None
    province_id: str
    inside: Sequence[Link]
    units: Sequence[Unit]
    figures: Sequence[Figure]
    before: Sequence[OnBorders]
    words: Sequence[str]


def area_in_time(catalog: Catalog, area_id: str) -> AreaInTime:
    """Return an area with what it was made of and what it became; KeyError if there is none."""
    area = catalog.areas[area_id]
    into: list[AreaSuccession] = list(catalog.grouped(AreaSuccession, "from_area_id").get(area_id, ()))
    out_of: list[AreaSuccession] = list(catalog.grouped(AreaSuccession, "to_area_id").get(area_id, ()))
    change = next(iter([*into, *out_of]), None)
    return AreaInTime(
        area=area,
        link=area_link(catalog, area_id),
        validity=validity(area),
        made_of=[area_link(catalog, row.from_area_id) for row in out_of],
        became=[area_link(catalog, row.to_area_id) for row in into],
        changed_on=change.effective_on if change else None,
        basis=document_link(catalog, change.document_id) if change and change.document_id else None,
    )


def validity(area: Area) -> str:
    """Return from when to when an area has existed with its borders."""
    if area.valid_from and area.valid_until:
        return f"từ {day(area.valid_from)} đến hết {day(area.valid_until)}"
    if area.valid_until:
        return f"đến hết {day(area.valid_until)}"
    return f"từ {day(area.valid_from)}" if area.valid_from else "không đổi ranh giới trong đợt sắp xếp năm 2025"


def area_page(catalog: Catalog, area_id: str) -> AreaPage:
    """Return the page of an area; KeyError if there is none."""
    area = catalog.areas[area_id]
    in_time = area_in_time(catalog, area_id)
    inside = catalog.grouped(Area, "parent_area_id").get(area_id, ())
    units = sorted(catalog.grouped(Unit, "area_id").get(area_id, ()), key=lambda unit: sort_key(unit.name_vi))
    kind = catalog.code_title("area_kind", area.kind)
    return AreaPage(
        in_time=in_time,
        title=area_title(catalog, area),
        summary=_summary(kind, area, in_time, len(units)),
        level=catalog.code_title("area_level", area.level),
        kind=kind,
        region=catalog.code_title("region", area.region) if area.region else "",
        parent=area_link(catalog, area.parent_area_id) if area.parent_area_id else None,
        province_id=catalog.province_of(area_id),
        inside=[area_link(catalog, row.area_id) for row in inside if row.level != "tinh"],
        units=units,
        figures=whole_of(catalog, area_id),
        before=on_borders(catalog, area_id),
        words=[area.name_vi, area.name_en, area.code, kind, *(x.text for x in (*in_time.made_of, *in_time.became))],
    )


def area_title(catalog: Catalog, area: Area) -> str:
    """Return the area's name with its kind, told apart from a namesake of other borders."""
    kind = {"quoc-gia": "", "thanh-pho-tw": "Thành phố ", "thanh-pho": "Thành phố "}.get(
        area.kind, f"{catalog.code_title('area_kind', area.kind)} "
    )
    return f"{kind}{area.name_vi}" + (" (trước 01/7/2025)" if area.valid_until else "")


def _summary(kind: str, area: Area, in_time: AreaInTime, units: int) -> str:
    held = f"{units} đơn vị có số liệu" if units else "chưa có đơn vị nào có số liệu"
    text = f"{kind} {area.name_vi}, {in_time.validity}" if area.level != "quoc-gia" else "Cả nước"
    return f"{text}; {held}."
