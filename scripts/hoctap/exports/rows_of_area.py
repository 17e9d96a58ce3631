"""The figures of an area: of its units, of what lies inside it and of what it was made of, each on its own borders."""

from collections.abc import Iterable, Sequence

from hoctap.model.catalog import Catalog
from hoctap.model.codes import COUNTRY
from hoctap.model.figure_row import FigureRow
from hoctap.model.record import Area, AreaSuccession, Unit


def rows_of_area(catalog: Catalog, area_id: str) -> Sequence[FigureRow]:
    """Return the rows of every unit of the area, its parts and its predecessors; of a country, of itself alone."""
    units = catalog.grouped(Unit, "area_id")
    found = (unit for each in areas_of(catalog, area_id) for unit in units.get(each, ()))
    return [row for unit in found for row in catalog.rows_by_unit.get(unit.unit_id, ())]


def areas_of(catalog: Catalog, area_id: str) -> Iterable[str]:
    """Return an area, its parts and what it was made of; of a country, itself and what it was made of."""
    seen: dict[str, None] = {}
    waiting = [area_id]
    while waiting:
        area = waiting.pop()
        if area not in seen:
            seen[area] = None
            before = catalog.grouped(AreaSuccession, "to_area_id").get(area, ())
            waiting += [row.from_area_id for row in before]
            if catalog.areas[area].level != COUNTRY:
                waiting += [row.area_id for row in catalog.grouped(Area, "parent_area_id").get(area, ())]
    return seen
