"""What one unit brings to a comparison with others: its figures in words, and what speaks against setting them beside.

The page docs/so-sanh/ reads these from small files, one for each unit, and puts two to four units side by side. Whether
two figures can be compared is judged here; the page looks it up by the classes of both.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from hoctap.model.catalog import Catalog
from hoctap.model.codes import AREA_UNIT, ASSOCIATION, PROVINCE
from hoctap.model.figure_row import FigureRow
from hoctap.model.record import Unit, UnitAlias
from hoctap.vietnamese.writing import day, sort_key
from hoctap.views.figure import Figure
from hoctap.views.figures_in_order import figures_of, topic_order
from hoctap.views.link import UNIT
from hoctap.views.names import place_of
from hoctap.views.statements.alike import Pairs
from hoctap.views.statements.figure import figure_statement
from hoctap.views.statements.words import kind_of_body

# Of all units that bear a province's name, in the order in which people mean them.
_RANKED = (AREA_UNIT, ASSOCIATION)


@dataclass(frozen=True, slots=True)
class Choice:
    """A unit that can be chosen. People who type a province mean it: `rank` 0 is first."""

    unit: Unit
    kind: str
    place: str
    names: tuple[str, ...]
    rank: int

    @property
    def as_row(self) -> list[object]:
        """Return what a script that lets people choose reads: identifier, name, kind, place, rank, other names."""
        return [self.unit.unit_id, self.unit.name_vi, self.kind, self.place, self.rank, *self.names]


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
    if unit.level != PROVINCE or unit.unit_kind not in _RANKED or (parent and parent.level == unit.level):
        return 2 * len(_RANKED)
    area = catalog.areas.get(unit.area_id)
    return 2 * _RANKED.index(unit.unit_kind) + bool(area and area.valid_until)


@dataclass(frozen=True, slots=True)
class Judged:
    """Why figures of two units cannot stand side by side, for one indicator and each scope.

    Rows that the judge cannot tell apart share a class; `pairs` holds, for each class, the place in `reasons` of what
    speaks against it beside each class up to itself.
    """

    reasons: Sequence[tuple[str, ...]]
    pairs: Mapping[str, Sequence[Sequence[int]]]
    class_of: Mapping[str, int]


def judged_pairs(catalog: Catalog, indicator_id: str) -> Judged:
    """Return what is judged of all pairs of figures of an indicator."""
    scopes: dict[str, list[FigureRow]] = {}
    for row in catalog.rows_by_indicator[indicator_id]:
        if row.observation.value is not None:
            scopes.setdefault(row.observation.breakdown, []).append(row)
    reasons: dict[tuple[str, ...], int] = {}
    class_of: dict[str, int] = {}
    pairs = {scope: _pairs(rows, reasons, class_of) for scope, rows in scopes.items()}
    return Judged(tuple(reasons), pairs, class_of)


def _pairs(rows: Sequence[FigureRow], reasons: dict[tuple[str, ...], int], class_of: dict[str, int]) -> list[list[int]]:
    """Return the pairs of one scope, adding to what is known of reasons and classes."""
    pairs = Pairs()
    classes = {row.row_id: pairs.sort_of(row) for row in rows}
    class_of |= classes

    def against(one: int, other: int) -> int:
        words = tuple(reason.words for reason in pairs.against(one, other))
        return reasons.setdefault(words, len(reasons))

    return [[against(one, other) for other in range(one + 1)] for one in range(max(classes.values()) + 1)]


class Judgements:
    """What is judged of every indicator, with one list of reasons; made from the `Judged` of each."""

    def __init__(self, found: Mapping[str, Judged]) -> None:
        self.reasons: dict[tuple[str, ...], int] = {}
        self.pairs: dict[str, dict[str, list[list[int]]]] = {}
        self.class_of: dict[str, int] = {}
        for indicator_id, one in found.items():
            places = [self.reasons.setdefault(words, len(self.reasons)) for words in one.reasons]
            self.pairs[indicator_id] = {
                scope: [[places[at] for at in line] for line in lines] for scope, lines in one.pairs.items()
            }
            self.class_of |= one.class_of

    def classes_of(self, catalog: Catalog, unit_id: str) -> list[int]:
        """Return the classes of a unit's figures that have a value, in the order of the data."""
        rows = catalog.rows_by_unit.get(unit_id, ())
        return [self.class_of[row.row_id] for row in rows if row.observation.value is not None]


def unit_figures(catalog: Catalog, unit_id: str, judged: Judgements) -> dict[str, Any]:
    """Return the unit with its figures as they are shown on its page, whole figures and parts alike."""
    unit = catalog.units[unit_id]
    area = catalog.areas.get(unit.area_id)
    rows = figures_of(catalog, catalog.observations_by_unit.get(unit_id, ()))
    return {
        "id": unit_id,
        "name": unit.name_vi,
        "kind": kind_of_body(catalog, unit.unit_kind, unit.level),
        "ended": day(area.valid_until) if area and area.valid_until else "",
        "figures": [
            {**_entry(figure), "class": judged.class_of[catalog.row_of(figure.observation).row_id]}
            for figure in rows
            if figure.value is not None
        ],
    }


def sentences_of_unit(catalog: Catalog, unit_id: str) -> list[tuple[str, str, str]]:
    """Return the sentence of each figure of a unit, in the order of its page: which figure, its rival, its words."""
    figures = figures_of(catalog, catalog.observations_by_unit.get(unit_id, ()))
    rows = [(figure, catalog.row_of(figure.observation)) for figure in figures]
    return [
        (f"{figure.indicator.text}, {figure.period}", figure.rival, figure_statement(catalog, row).text)
        for figure, row in rows
    ]


def _entry(figure: Figure) -> dict[str, Any]:
    row = figure.observation
    return {
        "indicator": row.indicator_id,
        "scope": figure.breakdown,
        "words": figure.value_with_qualifier,
        "value": f"{figure.value:f}",
        "period": figure.period,
        "year": row.period.end.year,
        "doubt": figure.period_doubt,
        "caveats": figure.aside,
        "source": figure.source.text,
        "address": figure.source.href,
        "locator": figure.locator,
    }


def indicator_cautions(catalog: Catalog, judged: Judgements) -> dict[str, Any]:
    """Return the indicators that have figures, in order, with their notes and pairs, and the reasons pairs point at."""
    topics = topic_order(catalog)
    with_figures = [row for row in catalog.indicators.values() if row.indicator_id in catalog.observations_by_indicator]
    ordered = sorted(with_figures, key=lambda row: (topics.get(row.topic, 99), sort_key(row.name_vi)))
    indicators = {
        row.indicator_id: {
            "name": row.name_vi,
            "note": row.comparison_note if row.comparison != "rank" else "",
            "pairs": judged.pairs.get(row.indicator_id, {}),
        }
        for row in ordered
    }
    return {"indicators": indicators, "reasons": [list(words) for words in judged.reasons]}
