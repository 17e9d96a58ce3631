"""What the explorer loads: who can be chosen, and an indicator's figures in words, in groups that may share a chart.

Whether two figures may stand together is judged here and nowhere else: the page draws the rows of one group and lists
the others with the reason written beside each pair of groups.
"""

from collections.abc import Iterable, Mapping, Sequence
from functools import cache
from typing import Any

from hoctap.model.catalog import Catalog
from hoctap.model.codes import AREA_UNIT, ASSOCIATION, PROVINCE
from hoctap.model.figure_row import FigureRow
from hoctap.model.record import Indicator, Ratio
from hoctap.vietnamese.writing import sort_key
from hoctap.views.chart_groups import Group, chart_groups, not_compared
from hoctap.views.comparison import Choice, choices
from hoctap.views.figure import Figure
from hoctap.views.figures_in_order import figures_of, topic_order
from hoctap.views.statements.alike import Pairs
from hoctap.views.statements.comparable import against_one_chart
from hoctap.views.statements.reasons import Reason, in_order

BORDERS = {
    "cu": "ranh giới trước 01/7/2025",
    "moi": "ranh giới hiện nay",
    "khong-ro": "không rõ ranh giới nào",
}
# What is said beside a value apart from its hedge, doubt and scope, which have places of their own.
_NOTED = {"cumulative": "", "border": "", "unfinished": "", "note": "", "source": "lưu ý về nguồn: "}
_SIDES = {"before": "cu", "after": "moi", "unknown": "khong-ro"}


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
    topics = topic_order(catalog)
    with_figures = {row.indicator_id for row in catalog.observations if row.value is not None}
    rows = [row for row in catalog.indicators.values() if row.indicator_id in with_figures]
    return sorted(rows, key=lambda row: (topics.get(row.topic, 99), sort_key(row.name_vi)))


def _indicator(catalog: Catalog, row: Indicator) -> dict[str, Any]:
    rows = [one for one in catalog.observations_by_indicator[row.indicator_id] if one.value is not None]
    return {
        "id": row.indicator_id,
        "name": row.name_vi,
        "topic": catalog.code_title("topic", row.topic),
        "units": len({one.unit_id for one in rows}),
        "rows": len(rows),
        "alone": bool(not_compared(catalog, row)),
    }


def _choice(catalog: Catalog, one: Choice, at: dict[str, int]) -> list[Any]:
    rows = catalog.observations_by_unit[one.unit.unit_id]
    with_figures = sorted({at[row.indicator_id] for row in rows if row.value is not None})
    return [one.unit.unit_id, one.unit.name_vi, one.kind, one.place, one.rank, list(one.names), with_figures]


def explorer_shard(catalog: Catalog, indicator_id: str) -> dict[str, Any]:
    """Return everything the explorer shows of one indicator: its figures with a value."""
    indicator = catalog.indicators[indicator_id]
    rows = [row for row in catalog.rows_by_indicator[indicator_id] if row.observation.value is not None]
    row_of = {id(row.observation): row for row in rows}
    figures = figures_of(catalog, (row.observation for row in rows))
    ordered = [row_of[id(figure.observation)] for figure in figures]
    pairs = Pairs()
    groups = chart_groups(ordered, pairs)
    group_of = {id(row): number for number, group in enumerate(groups) for row in group.rows}
    units = list(dict.fromkeys(row.observation.unit_id for row in ordered))
    place_of = {unit_id: place for place, unit_id in enumerate(units)}
    return {
        "id": indicator_id,
        "name": indicator.name_vi,
        "measure": catalog.code_title("unit_measure", indicator.unit_measure),
        "share": indicator.value_type == "share",
        "alone": not_compared(catalog, indicator),
        "caution": indicator.comparison_note if indicator.comparison != "rank" else "",
        "twins": _twins(catalog, indicator_id),
        "units": [_unit(catalog, unit_id) for unit_id in units],
        "rows": [
            {**_point(figure, row), "unit": place_of[row.observation.unit_id], "group": group_of[id(row)]}
            for figure, row in zip(figures, ordered, strict=True)
        ],
        **_why(groups, pairs),
    }


def most_together(rows: Iterable[Mapping[str, Any]]) -> int:
    """Return of how many units one column chart can be, among the `rows` of a shard: one group, one year."""
    units: dict[tuple[int, int], set[int]] = {}
    for row in rows:
        units.setdefault((row["group"], row["year"]), set()).add(row["unit"])
    return max(map(len, units.values()), default=0)


def _why(groups: Sequence[Group], pairs: Pairs) -> dict[str, Any]:
    """Return why groups may not share a chart: all reasons, and the number of that of two groups, the earlier first.

    It is the one in `own` for groups that have a unit in common, else the one in `pairs` of the `sorts` of both.
    """
    numbers: dict[str, int] = {}
    sorts: dict[int, int] = {}
    of_groups = [sorts.setdefault(group.sort, len(sorts)) for group in groups]
    found = [
        [
            numbers.setdefault(_reason_words(pairs.against_one_chart(one, sort)), len(numbers))
            for one in list(sorts)[: at + 1]
        ]
        for at, sort in enumerate(sorts)
    ]
    own: dict[int, dict[int, int]] = {}
    for at, other in sorted(_sharing_units(groups)):
        words = _words(groups[at], groups[other], pairs)
        own.setdefault(other, {})[at] = numbers.setdefault(words, len(numbers))
    return {"reasons": list(numbers), "sorts": of_groups, "pairs": found, "own": own}


def _sharing_units(groups: Sequence[Group]) -> set[tuple[int, int]]:
    """Return the pairs of groups, the earlier first, of which one holds a row of the unit of the other's first."""
    holding: dict[str, list[int]] = {}
    for at, group in enumerate(groups):
        for unit_id in group.units:
            holding.setdefault(unit_id, []).append(at)
    found = ((at, other) for at, group in enumerate(groups) for other in holding[group.first.observation.unit_id])
    return {(min(pair), max(pair)) for pair in found if pair[0] != pair[1]}


def _words(one: Group, other: Group, pairs: Pairs) -> str:
    # The two first rows against each other are judged once: it is the same either way.
    rest = (row for row in other.of_unit_of(one.first) if row is not other.first)
    of_rest = (reason for row in rest for reason in against_one_chart(row, one.first))
    return _reason_words(frozenset([*one.against(other.first, other.sort, pairs), *of_rest]))


@cache  # as comparable.in_order
def _reason_words(against: frozenset[Reason]) -> str:
    return "; ".join(reason.words for reason in in_order(against))


def _twins(catalog: Catalog, indicator_id: str) -> list[list[str]]:
    """Return the share of a count, or the count of a share: identifier and name."""
    known = catalog.all_of(Ratio)
    ids = [row.share_indicator_id for row in known if row.part_indicator_id == indicator_id]
    ids += [row.part_indicator_id for row in known if row.share_indicator_id == indicator_id]
    with_figures = [one for one in dict.fromkeys(ids) if one in catalog.observations_by_indicator]
    return [[one, catalog.indicators[one].name_vi] for one in with_figures]


def _unit(catalog: Catalog, unit_id: str) -> dict[str, str]:
    unit = catalog.units[unit_id]
    area = catalog.areas.get(unit.area_id)
    on_map = unit.level == PROVINCE and unit.unit_kind in (AREA_UNIT, ASSOCIATION)
    return {
        "id": unit_id,
        "name": unit.short_name or unit.name_vi,
        "area": unit.area_id if on_map and area and area.level == PROVINCE else "",
    }


def _point(figure: Figure, joined: FigureRow) -> dict[str, Any]:
    row = joined.observation
    return {
        "value": float(figure.value or 0),
        "words": figure.value_with_qualifier,
        "hedge": row.qualifier if figure.hedge else "",
        "period": figure.period,
        "year": row.period.end.year,
        "at": row.period.end.isoformat(),
        "doubt": figure.period_doubt,
        "scope": figure.breakdown,
        "source": figure.source.text,
        "href": figure.source.href,
        "locator": figure.locator,
        "note": "; ".join(f"{_NOTED[one.code]}{one.words}" for one in figure.caveats if one.code in _NOTED),
        "border": _SIDES.get(joined.border, ""),
        "repeated": not joined.preference.is_preferred,
    }
