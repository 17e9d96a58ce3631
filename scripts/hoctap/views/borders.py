"""Series of an area across a change of borders: figures on old borders and on new ones, never mixed."""

from collections.abc import Sequence
from dataclasses import dataclass

from hoctap.model.catalog import Catalog
from hoctap.model.record import Area, AreaSuccession, Unit
from hoctap.views.figure import Figure, figures_of
from hoctap.views.link import Link, area_link


@dataclass(frozen=True, slots=True)
class OnBorders:
    """Figures of the whole of one area, on the borders it had; `former` tells old borders from today's."""

    area: Link
    former: bool
    figures: Sequence[Figure]


def on_borders(catalog: Catalog, area_id: str) -> list[OnBorders]:
    """Return the figures of what `area_id` was made of, each on its own borders, those without figures too."""
    rows = catalog.grouped(AreaSuccession, "to_area_id").get(area_id, ())
    return [OnBorders(area_link(catalog, row.from_area_id), True, whole_of(catalog, row.from_area_id)) for row in rows]


def whole_of(catalog: Catalog, area_id: str) -> list[Figure]:
    """Return the figures of an area as a whole, of its borders only."""
    area = catalog.areas[area_id]
    own = [unit for unit in catalog.grouped(Unit, "area_id").get(area_id, ()) if is_whole(unit, area)]
    return figures_of(catalog, [row for unit in own for row in catalog.observations_by_unit.get(unit.unit_id, ())])


def is_whole(unit: Unit, area: Area) -> bool:
    """Return whether a unit is the area itself, as a whole."""
    return unit.unit_kind == "dia-ban" and unit.level == area.level
