"""Figures of today's provinces for a map: the newest of each indicator on today's borders, and no others."""

from collections.abc import Sequence
from dataclasses import dataclass

from hoctap.model.catalog import Catalog
from hoctap.model.record import Area, Unit
from hoctap.vietnamese.writing import sort_key
from hoctap.views.figure import Figure, figure_of
from hoctap.views.link import Link, indicator_link

FEWEST = 3


@dataclass(frozen=True, slots=True)
class Layer:
    """One indicator on the map: a figure for each province that has one on today's borders."""

    indicator: Link
    figures: dict[str, Figure]


@dataclass(frozen=True, slots=True)
class AreaMap:
    """Today's provinces, and the indicators at least three of them report, the widest first."""

    provinces: Sequence[Area]
    layers: Sequence[Layer]


def area_map(catalog: Catalog) -> AreaMap:
    """Return the map of provinces that exist today."""
    today = [area for area in catalog.areas.values() if area.level == "tinh" and area.valid_until is None]
    layers: dict[str, dict[str, Figure]] = {}
    for area in today:
        for unit in catalog.grouped(Unit, "area_id").get(area.area_id, ()):
            if unit.unit_kind == "dia-ban" and unit.level == "tinh":
                for row in catalog.observations_by_unit.get(unit.unit_id, ()):
                    if row.value is not None and not row.breakdown:
                        figure = figure_of(catalog, row)
                        known = layers.setdefault(row.indicator_id, {}).get(area.area_id)
                        if known is None or row.period.end > known.observation.period.end:
                            layers[row.indicator_id][area.area_id] = figure
    made = [Layer(indicator_link(catalog, key), figures) for key, figures in layers.items() if len(figures) >= FEWEST]
    made.sort(key=lambda layer: (-len(layer.figures), sort_key(layer.indicator.text)))
    return AreaMap(sorted(today, key=lambda area: sort_key(area.name_vi)), made)
