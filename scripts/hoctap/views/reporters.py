"""Who reports for a province as a whole, and what such bodies usually report: the measure of what is missing."""

from collections import Counter
from collections.abc import Iterable, Sequence
from math import ceil

from hoctap.model.catalog import Catalog
from hoctap.model.codes import ASSOCIATION, PROVINCE
from hoctap.model.figure_row import FigureRow
from hoctap.model.record import Area, Unit
from hoctap.vietnamese.writing import fold, lower_first
from hoctap.views.area import OLD_BORDERS, full_name
from hoctap.views.place import is_whole

# An indicator is usual where a third of the sisters, and never fewer than three of them, have ever reported it.
_PART, FEWEST = 3, 3


def provinces_today(catalog: Catalog) -> list[Area]:
    """Return the provinces of today, in the order of the data."""
    return [area for area in catalog.areas.values() if area.level == PROVINCE and area.valid_until is None]


def association_name(catalog: Catalog, area: Area) -> str:
    """Return what the association of a province is called, whether or not the data has it as a unit."""
    title = full_name(catalog, area)
    return f"Hội Khuyến học {lower_first(title)}"


def reports_for(unit: Unit, area: Area) -> bool:
    """Return whether a unit speaks for the whole area: it is the area or its association, not a fund."""
    if is_whole(unit, area):
        return True
    # A province that became a city keeps its association under the name it had.
    names = {fold(f"Hội Khuyến học {kind} {area.name_vi}") for kind in ("tỉnh", "thành phố")}
    is_association = unit.unit_kind == ASSOCIATION and unit.level == area.level
    return is_association and fold(unit.name_vi.removesuffix(OLD_BORDERS)) in names


def reporter_of(catalog: Catalog, area_id: str, unit_kind: str) -> Unit | None:
    """Return the unit of a kind that speaks for an area; None if the data has none."""
    area = catalog.areas[area_id]
    units = catalog.grouped(Unit, "area_id").get(area_id, ())
    return next((unit for unit in units if unit.unit_kind == unit_kind and reports_for(unit, area)), None)


def rows_of_provinces(catalog: Catalog) -> dict[str, list[FigureRow]]:
    """Return the rows of those who speak for a province of today, or for one that went into it, by that province."""
    found: dict[str, list[FigureRow]] = {}
    for unit_id, rows in catalog.rows_by_unit.items():
        unit, first = catalog.units.get(unit_id), rows[0]
        area, today = first.area, first.province_now
        if unit and area and today and area.level == PROVINCE and reports_for(unit, area):
            found.setdefault(today.area_id, []).extend(rows)
    return found


def on_borders_of(row: FigureRow, area_id: str) -> bool:
    """Return whether a row is of a body of the area itself, and not known to be of borders that are gone."""
    return row.area is not None and row.area.area_id == area_id and row.border != "before"


def usual_indicators(rows_by_sister: Iterable[Sequence[FigureRow]], total: int, fewest: int = FEWEST) -> list[str]:
    """Return the indicators that a third of `total` sisters have a number of, of the whole; the commonest first."""
    counts = Counter(
        indicator_id
        for rows in rows_by_sister
        for indicator_id in {row.observation.indicator_id for row in rows if is_of_the_whole(row)}
    )
    needed = max(fewest, ceil(total / _PART))
    return [key for key, count in sorted(counts.items(), key=lambda one: (-one[1], one[0])) if count >= needed]


def is_of_the_whole(row: FigureRow) -> bool:
    """Return whether a row has a number that is of the whole unit and of a time that is known."""
    seen = row.observation
    return seen.value is not None and not seen.breakdown and seen.period_status != "uncertain"
