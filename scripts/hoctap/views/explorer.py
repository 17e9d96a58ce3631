"""What the explorer loads: who can be chosen, and an indicator's figures in words, in groups that may share a chart.

Whether two figures may stand together is judged here and nowhere else: the page draws the rows of one group and lists
the others with the reason written beside each pair of groups.
"""

from collections.abc import Iterable, Sequence
from typing import Any

from hoctap.model.catalog import Catalog
from hoctap.model.record import Area, Code, Indicator, Observation, Ratio
from hoctap.vietnamese.writing import sort_key
from hoctap.views.comparable import Choice, choices
from hoctap.views.figure import Figure, figures_of
from hoctap.views.together import Row, reasons

FORMER, TODAY = "cu", "moi"
BORDERS = {FORMER: "ranh giới trước 01/7/2025", TODAY: "ranh giới hiện nay"}


def explorer_index(catalog: Catalog) -> dict[str, Any]:
    """Return the indicators and units that can be chosen, and which of them have figures together."""
    indicators = explored(catalog)
    at = {row.indicator_id: number for number, row in enumerate(indicators)}
    return {
        "indicators": [_indicator(catalog, row) for row in indicators],
        "units": [_choice(catalog, one, at) for one in choices(catalog)],
        "borders": BORDERS,
    }


def explored(catalog: Catalog) -> list[Indicator]:
    """Return the indicators with at least one value, by topic and name."""
    topics = {code.code: code.order for code in catalog.all_of(Code) if code.list == "topic"}
    held = {row.indicator_id for row in catalog.observations if row.value is not None}
    rows = [row for row in catalog.indicators.values() if row.indicator_id in held]
    return sorted(rows, key=lambda row: (topics.get(row.topic, 99), sort_key(row.name_vi)))


def _indicator(catalog: Catalog, row: Indicator) -> dict[str, Any]:
    rows = [one for one in catalog.observations_by_indicator[row.indicator_id] if one.value is not None]
    return {
        "id": row.indicator_id,
        "name": row.name_vi,
        "topic": catalog.code_title("topic", row.topic),
        "units": len({one.unit_id for one in rows}),
        "rows": len(rows),
        "alone": bool(_alone(catalog, row)),
    }


def _choice(catalog: Catalog, one: Choice, at: dict[str, int]) -> list[Any]:
    rows = catalog.observations_by_unit[one.unit.unit_id]
    held = sorted({at[row.indicator_id] for row in rows if row.value is not None})
    return [one.unit.unit_id, one.unit.name_vi, one.kind, one.place, one.rank, list(one.names), held]


def explorer_shard(catalog: Catalog, indicator_id: str) -> dict[str, Any]:
    """Return everything the explorer shows of one indicator; KeyError if there is none."""
    indicator = catalog.indicators[indicator_id]
    figures = [
        one for one in figures_of(catalog, catalog.observations_by_indicator[indicator_id]) if one.value is not None
    ]
    rows = [Row(catalog, figure.observation, indicator) for figure in figures]
    groups = _groups(rows)
    group_of = {id(row): number for number, group in enumerate(groups) for row in group}
    units = list(dict.fromkeys(row.observation.unit_id for row in rows))
    return {
        "id": indicator_id,
        "name": indicator.name_vi,
        "measure": catalog.code_title("unit_measure", indicator.unit_measure),
        "share": indicator.value_type == "share",
        "alone": _alone(catalog, indicator),
        "caution": indicator.comparison_note if indicator.comparison != "rank" else "",
        "twins": _twins(catalog, indicator_id),
        "units": [_unit(catalog, unit_id) for unit_id in units],
        "rows": [
            {**_told(figure, seen), "unit": units.index(row.observation.unit_id), "group": group_of[id(row)]}
            for figure, row, seen in zip(figures, rows, _repeated(rows), strict=True)
        ],
        **_why(groups),
    }


def _groups(rows: Iterable[Row]) -> list[list[Row]]:
    """Return the rows in groups, each row comparable with the first of its group, the largest group first."""
    groups: list[list[Row]] = []
    for row in rows:
        fitting = next((group for group in groups if not reasons(group[0], row)), None)
        if fitting is None:
            groups.append([row])
        else:
            fitting.append(row)
    return sorted(groups, key=lambda group: -len(group))


def _why(groups: Sequence[Sequence[Row]]) -> dict[str, Any]:
    """Return why groups may not share a chart: all reasons, and of each group their numbers by the groups before it."""
    told: dict[str, int] = {}
    pairs = [
        [told.setdefault("; ".join(reasons(earlier[0], group[0])), len(told)) for earlier in groups[:at]]
        for at, group in enumerate(groups)
    ]
    return {"reasons": list(told), "pairs": pairs}


def _alone(catalog: Catalog, indicator: Indicator) -> str:
    """Return why figures of two units must not share a chart; empty if they may."""
    return catalog.code_title("comparison", indicator.comparison) if indicator.comparison == "none" else ""


def _repeated(rows: Iterable[Row]) -> list[bool]:
    """Return which rows come after another of the same unit, period and scope: another source, or another count."""
    seen: set[tuple[str, str, str]] = set()
    found = []
    for row in rows:
        key = (row.observation.unit_id, row.observation.period.text, row.observation.breakdown)
        found.append(key in seen)
        seen.add(key)
    return found


def _twins(catalog: Catalog, indicator_id: str) -> list[list[str]]:
    """Return the share of a count, or the count of a share: identifier and name."""
    known = catalog.all_of(Ratio)
    ids = [row.share_indicator_id for row in known if row.part_indicator_id == indicator_id]
    ids += [row.part_indicator_id for row in known if row.share_indicator_id == indicator_id]
    held = [one for one in dict.fromkeys(ids) if one in catalog.observations_by_indicator]
    return [[one, catalog.indicators[one].name_vi] for one in held]


def _unit(catalog: Catalog, unit_id: str) -> dict[str, str]:
    unit = catalog.units[unit_id]
    area = catalog.areas.get(unit.area_id)
    on_map = unit.level == "tinh" and unit.unit_kind in ("dia-ban", "hoi-khuyen-hoc")
    return {
        "id": unit_id,
        "name": unit.short_name or unit.name_vi,
        "area": unit.area_id if on_map and area and area.level == "tinh" else "",
        "border": border_of(area),
    }


def border_of(area: Area | None) -> str:
    """Return on which side of the change of borders an area lies; empty where nothing changed or nothing is known."""
    if area is None or (area.valid_from is None and area.valid_until is None):
        return ""
    return FORMER if area.valid_until else TODAY


def _told(figure: Figure, repeated: bool) -> dict[str, Any]:
    row: Observation = figure.observation
    return {
        "value": float(figure.value or 0),
        "told": figure.value_with_qualifier,
        "hedge": row.qualifier if figure.hedge else "",
        "period": figure.period,
        "year": row.period.end.year,
        "at": row.period.end.isoformat(),
        "doubt": figure.period_doubt,
        "scope": figure.breakdown,
        "source": figure.source.text,
        "href": figure.source.href,
        "locator": figure.locator,
        "note": figure.note,
        "repeated": repeated,
    }
