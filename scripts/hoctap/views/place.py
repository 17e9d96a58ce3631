"""One place, one page: the area is the place, and the unit that is the area as a whole has no page besides."""

from hoctap.model.catalog import Catalog
from hoctap.model.codes import AREA_UNIT, CENTRAL, COUNTRY
from hoctap.model.once import once_for_each
from hoctap.model.record import Area, Unit

# The area that is the whole country.
NATION = "viet-nam"
_UNIT_LEVEL = {COUNTRY: CENTRAL}


def is_whole(unit: Unit, area: Area) -> bool:
    """Return whether a unit is the area itself, as a whole."""
    return unit.unit_kind == AREA_UNIT and unit.level == _UNIT_LEVEL.get(area.level, area.level)


@once_for_each
def whole_unit(catalog: Catalog, area_id: str) -> Unit | None:
    """Return the unit that is the area as a whole, the first if the data has several; None if there is none."""
    area = catalog.areas.get(area_id)
    units = catalog.grouped(Unit, "area_id").get(area_id, ()) if area else ()
    return next((unit for unit in units if area and is_whole(unit, area)), None)


def place_of_unit(catalog: Catalog, unit_id: str) -> str:
    """Return the area whose page is also the page of the unit; empty if the unit has a page of its own."""
    unit = catalog.units.get(unit_id)
    if unit is None or not unit.area_id or unit.unit_kind != AREA_UNIT:
        return ""
    return unit.area_id if whole_unit(catalog, unit.area_id) is unit else ""


def units_with_pages(catalog: Catalog) -> list[str]:
    """Return the units that have a page of their own."""
    return [unit_id for unit_id in catalog.units if not place_of_unit(catalog, unit_id)]


def moved_pages(catalog: Catalog) -> dict[str, str]:
    """Return the units whose page is that of an area, each with the area."""
    found = {unit_id: place_of_unit(catalog, unit_id) for unit_id in catalog.units}
    return {unit_id: area_id for unit_id, area_id in found.items() if area_id}
