"""By what names a page is known and to which of today's provinces it belongs, for search and for lists of choices."""

import re
from collections.abc import Callable

from hoctap.model.catalog import Catalog
from hoctap.model.figure_row import province_today
from hoctap.model.record import UnitAlias
from hoctap.views.link import AREA, CAMPAIGN, DOCUMENT, TITLE, UNIT

# What people leave out of a campaign's name.
_GENERIC = re.compile(r"^(?:Phong trào|Chương trình|Đề án|Cuộc vận động) ")


def other_names(catalog: Catalog, folder: str, key: str) -> list[str]:
    """Return the names of a page besides its title: short names, aliases, place names, document numbers."""
    known = _NAMES.get(folder)
    return [name for name in known(catalog, key) if name] if known else []


def _of_unit(catalog: Catalog, key: str) -> list[str]:
    aliases = catalog.grouped(UnitAlias, "unit_id").get(key, ())
    return [catalog.units[key].short_name, *(row.alias for row in aliases)]


def _of_area(catalog: Catalog, key: str) -> list[str]:
    area = catalog.areas[key]
    spoken = ("TP", "Thành phố", "Tỉnh") if area.level == "tinh" else (catalog.code_title("area_kind", area.kind),)
    return [area.name_vi, *(f"{kind} {area.name_vi}" for kind in spoken), area.name_en]


def _of_document(catalog: Catalog, key: str) -> list[str]:
    document = catalog.documents[key]
    kind = catalog.code_title("doc_kind", document.doc_kind)
    number = document.number.partition("/")[0]
    return [document.number, f"{kind} {number}" if number else "", document.title_vi]


def _of_campaign(catalog: Catalog, key: str) -> list[str]:
    campaign = catalog.campaigns[key]
    return [_GENERIC.sub("", campaign.name_vi), campaign.name_en]


_NAMES: dict[str, Callable[[Catalog, str], list[str]]] = {
    UNIT: _of_unit,
    AREA: _of_area,
    DOCUMENT: _of_document,
    TITLE: lambda catalog, key: [f"Danh hiệu {catalog.titles[key].name_vi}"],
    CAMPAIGN: _of_campaign,
}


def place_of(catalog: Catalog, folder: str, key: str) -> tuple[str, bool]:
    """Return the name of today's province of a unit or an area, and whether the page is of borders that have ended."""
    if folder not in (UNIT, AREA):
        return "", False
    area_id = catalog.units[key].area_id if folder == UNIT else key
    area, today = catalog.areas.get(area_id), catalog.areas.get(province_today(catalog, area_id))
    return today.name_vi if today else "", bool(area and area.valid_until)
