"""Areas in time: what an area was made of and what it became, and what it is called."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from hoctap.model.catalog import Catalog
from hoctap.model.codes import COUNTRY
from hoctap.model.figure_row import formed_of
from hoctap.model.record import Area, AreaSuccession
from hoctap.vietnamese.writing import day
from hoctap.views.link import Link, area_link, document_link

# Behind the name of a place or unit that one of today is called as well.
OLD_BORDERS = " (trước 01/7/2025)"


@dataclass(frozen=True, slots=True)
class AreaInTime:
    """An area with its neighbours in time; `validity` says from when to when in words."""

    area: Area
    link: Link
    validity: str
    predecessors: Sequence[Link]
    became: Sequence[Link]
    changed_on: date | None
    basis: Link | None

    @property
    def keeps_name(self) -> bool:
        """Return whether the one area that it became has its name: «thuộc Bắc Ninh» would say nothing of Bắc Ninh."""
        return [link.text for link in self.became] == [self.area.name_vi]


def area_in_time(catalog: Catalog, area_id: str) -> AreaInTime:
    """Return an area with what it was made of and what it became; KeyError if there is none."""
    area = catalog.areas[area_id]
    into: list[AreaSuccession] = list(catalog.grouped(AreaSuccession, "from_area_id").get(area_id, ()))
    out_of = formed_of(catalog, area_id)
    change = next(iter([*into, *out_of]), None)
    return AreaInTime(
        area=area,
        link=area_link(catalog, area_id),
        validity=validity(area),
        predecessors=[area_link(catalog, row.from_area_id) for row in out_of],
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


def area_title(catalog: Catalog, area: Area) -> str:
    """Return the area's name with its kind, told apart from a namesake of other borders."""
    return full_name(catalog, area) + (OLD_BORDERS if area.valid_until else "")


def full_name(catalog: Catalog, area: Area) -> str:
    """Return the area's name with its kind, as it is said: `Thành phố Huế`, not what kind of city it is."""
    kind = {COUNTRY: "", "thanh-pho-tw": "Thành phố ", "thanh-pho": "Thành phố "}.get(
        area.kind, f"{catalog.code_title('area_kind', area.kind)} "
    )
    return f"{kind}{area.name_vi}"
