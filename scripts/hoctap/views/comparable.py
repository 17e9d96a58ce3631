"""What one unit brings to a comparison with others: its figures in words, its borders, its indicators' cautions.

The page docs/so-sanh/ reads these from small files, one for each unit, and puts two to four units side by side.
"""

from dataclasses import dataclass
from typing import Any

from hoctap.model.catalog import Catalog
from hoctap.model.figure_row import FigureRow
from hoctap.model.record import Code, Unit, UnitAlias
from hoctap.vietnamese.writing import day, sort_key
from hoctap.views.figure import Figure, figures_of
from hoctap.views.link import UNIT
from hoctap.views.names import place_of
from hoctap.views.statements.comparable import unfit

# Of all units that bear a province's name, in the order in which people mean them.
_RANKED = ("dia-ban", "hoi-khuyen-hoc")


@dataclass(frozen=True, slots=True)
class Choice:
    """A unit that can be chosen. People who type a province mean it: `rank` 0 is first."""

    unit: Unit
    kind: str
    place: str
    names: tuple[str, ...]
    rank: int


def choices(catalog: Catalog, *, with_figures: bool = True) -> list[Choice]:
    """Return the units: provinces, their associations, others by name; those with a figure that has a value, or all."""
    aliases = catalog.grouped(UnitAlias, "unit_id")
    found = []
    for unit in catalog.units.values():
        rows = catalog.observations_by_unit.get(unit.unit_id, ())
        if not with_figures or any(row.value is not None for row in rows):
            names = (unit.short_name, *(row.alias for row in aliases.get(unit.unit_id, ())))
            place, _ = place_of(catalog, UNIT, unit.unit_id)
            kind = catalog.code_title("unit_kind", unit.unit_kind)
            found.append(Choice(unit, kind, place, tuple(filter(None, names)), _rank(catalog, unit)))
    return sorted(found, key=lambda choice: (choice.rank, sort_key(choice.unit.name_vi)))


def _rank(catalog: Catalog, unit: Unit) -> int:
    # A province and its association belong to the country; the association of one of its offices to the province.
    parent = catalog.units.get(unit.parent_unit_id)
    if unit.level != "tinh" or unit.unit_kind not in _RANKED or (parent and parent.level == unit.level):
        return 2 * len(_RANKED)
    area = catalog.areas.get(unit.area_id)
    return 2 * _RANKED.index(unit.unit_kind) + bool(area and area.valid_until)


def unit_figures(catalog: Catalog, unit_id: str) -> dict[str, Any]:
    """Return the unit with its figures as they are shown on its page, whole figures and parts alike."""
    unit = catalog.units[unit_id]
    area = catalog.areas.get(unit.area_id)
    rows = figures_of(catalog, catalog.observations_by_unit.get(unit_id, ()))
    return {
        "id": unit_id,
        "name": unit.name_vi,
        "kind": f"{catalog.code_title('unit_kind', unit.unit_kind)}, {catalog.code_title('unit_level', unit.level)}",
        "ended": day(area.valid_until) if area and area.valid_until else "",
        "figures": [_entry(figure, catalog.row_of(figure.observation)) for figure in rows if figure.value is not None],
    }


def _entry(figure: Figure, joined: FigureRow) -> dict[str, Any]:
    """Return a figure; `against` is why it can be compared with none, `axis` what two of them must share."""
    row = figure.observation
    return {
        "indicator": row.indicator_id,
        "scope": figure.breakdown,
        "told": figure.value_with_qualifier,
        "value": f"{figure.value:f}",
        "hedged": bool(figure.hedge),
        "period": figure.period,
        "year": row.period.end.year,
        "doubt": figure.period_doubt,
        "caveats": figure.aside,
        "against": [reason.words for reason in unfit(joined)],
        "axis": [row.period.end.isoformat(), joined.border, "" if joined.is_stock else joined.period_kind],
        "source": figure.source.text,
        "address": figure.source.href,
        "locator": figure.locator,
    }


def indicator_cautions(catalog: Catalog) -> dict[str, Any]:
    """Return each indicator that has figures with its place in order and whether units may be compared on it."""
    topics = {code.code: code.order for code in catalog.all_of(Code) if code.list == "topic"}
    with_figures = [row for row in catalog.indicators.values() if row.indicator_id in catalog.observations_by_indicator]
    ordered = sorted(with_figures, key=lambda row: (topics.get(row.topic, 99), sort_key(row.name_vi)))
    return {
        row.indicator_id: {
            "name": row.name_vi,
            "topic": catalog.code_title("topic", row.topic),
            "comparison": row.comparison,
            "note": row.comparison_note,
        }
        for row in ordered
    }
