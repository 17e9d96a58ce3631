"""Units like one: of its kind and level, near in region and size, each with why; side by side only where comparable."""

from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal

from hoctap.model.catalog import Catalog
from hoctap.model.figure_row import FigureRow
from hoctap.model.record import Unit
from hoctap.vietnamese.writing import sort_key
from hoctap.views.figure import Figure, figure_of
from hoctap.views.link import Link, unit_link
from hoctap.views.statements.comparable import comparable

MOST, LEAST = 5, 3
# What tells how large a body or an area is; the first that both have is used.
_SIZES = ("households", "members", "staff-total", "communes")
_NEAR = Decimal(2)


@dataclass(frozen=True, slots=True)
class Similar:
    """One unit; `why` says what it shares, `pairs` are figures that may stand beside those of the other."""

    unit: Link
    why: str
    pairs: Sequence[tuple[Figure, Figure]]


def similar_units(catalog: Catalog, unit_id: str) -> list[Similar]:
    """Return three to five units like this one, those with most figures to compare first; none if there are fewer."""
    unit = catalog.units[unit_id]
    rows = catalog.rows_by_unit.get(unit_id, ())
    if not rows or unit.level == "khac" or not catalog.province_of(unit.area_id):
        return []
    others = [other for other in catalog.units.values() if _alike(catalog, unit, other)]
    compared = [(other, *_shared(catalog, unit, other)) for other in others]
    ranked = sorted(compared, key=lambda one: (-len(one[1]), -len(one[2]), sort_key(one[0].name_vi)))[:MOST]
    if len(ranked) < LEAST:
        return []
    return [
        Similar(unit_link(catalog, other.unit_id), "; ".join(("cùng loại, cùng cấp", *why)), pairs)
        for other, why, pairs in ranked
    ]


def _alike(catalog: Catalog, unit: Unit, other: Unit) -> bool:
    same = (other.unit_kind, other.level, other.status) == (unit.unit_kind, unit.level, unit.status)
    placed = bool(catalog.province_of(other.area_id)) and other.area_id != unit.area_id
    return same and placed and other.unit_id in catalog.rows_by_unit


def _shared(catalog: Catalog, unit: Unit, other: Unit) -> tuple[list[str], list[tuple[Figure, Figure]]]:
    why = []
    one, two = (
        catalog.areas.get(catalog.province_of(unit.area_id)),
        catalog.areas.get(catalog.province_of(other.area_id)),
    )
    if one and two and one.region and one.region == two.region:
        why.append(f"cùng vùng {catalog.code_title('region', one.region)}")
    if _near(catalog, unit, other):
        why.append("quy mô gần nhau")
    return why, _pairs(catalog, unit.unit_id, other.unit_id)


def _near(catalog: Catalog, unit: Unit, other: Unit) -> bool:
    """Return whether of the newest comparable figures of size the larger is at most twice the smaller."""
    for key in _SIZES:
        for one in _of(catalog, unit.unit_id, key):
            for two in _of(catalog, other.unit_id, key):
                low, high = sorted((one.observation.value or Decimal(0), two.observation.value or Decimal(0)))
                if low and not comparable(one, two):
                    return high / low <= _NEAR
    return False


def _of(catalog: Catalog, unit_id: str, indicator_id: str) -> list[FigureRow]:
    rows = [row for row in catalog.rows_by_unit.get(unit_id, ()) if row.observation.indicator_id == indicator_id]
    return sorted(rows, key=lambda row: row.observation.period.end, reverse=True)


def _pairs(catalog: Catalog, unit_id: str, other_id: str) -> list[tuple[Figure, Figure]]:
    """Return, for each indicator, the newest two figures that may stand side by side."""
    found: dict[str, tuple[Figure, Figure]] = {}
    theirs = {row.observation.indicator_id for row in catalog.rows_by_unit[other_id]}
    newest = sorted(catalog.rows_by_unit[unit_id], key=lambda row: row.observation.period.end, reverse=True)
    for row in newest:
        key = row.observation.indicator_id
        if key in theirs and key not in found and row.observation.value is not None and not row.observation.breakdown:
            for other in _of(catalog, other_id, key):
                if not comparable(row, other):
                    found[key] = (figure_of(catalog, row.observation), figure_of(catalog, other.observation))
                    break
    return list(found.values())[:MOST]
