"""Many rows judged by few pairs: the same as every pair judged, however many rows there are."""

from itertools import combinations, product
from typing import Any

import pytest

from hoctap.model.catalog import Catalog
from hoctap.model.figure_row import FigureRow
from hoctap.model.record import Area, Unit
from hoctap.views import similar
from hoctap.views.figure import figure_of
from hoctap.views.similar import similar_units
from hoctap.views.sisters import MOST, sisters_of
from hoctap.views.statements.alike import against_any, pairs_of, some_hedges_overlap
from hoctap.views.statements.comparable import comparable
from hoctap.views.statements.reasons import Reason
from hoctap.views.statements.series import may_share_axis
from small_catalog import catalog_of, make, observation

AREAS = [
    make(Area, area_id=f"tinh-{n}", name_vi=f"Tỉnh {n}", level="tinh", kind="tinh", region=region)
    for n, region in enumerate(("trung-du-mien-nui-phia-bac", "dong-bang-song-cuu-long") * 6)
]
UNITS = [
    make(
        Unit,
        unit_id=f"hoi-{area.area_id}",
        name_vi=f"Hội {area.area_id}",
        unit_kind="hoi-khuyen-hoc",
        level="tinh",
        area_id=area.area_id,
        status="active",
    )
    for area in AREAS
]


@pytest.fixture(scope="module")
def mixed() -> Catalog:
    """Figures that differ in all that the judge looks at, some of them equal in value, several of one unit."""
    kinds = [*product(("exact", "over"), ("2023", "2024"), ("", "chỉ tính nội trú"), ("3", "7", None))] * 3
    rows = []
    for at, (qualifier, period, note, value) in enumerate(kinds):
        unit = UNITS[(at + at // 24) % len(UNITS)].unit_id
        given: dict[str, Any] = {
            "qualifier": qualifier,
            "note": note,
            "value": value,
            "source_id": "bao-a" if at % 5 else "bao-b",
        }
        rows.append(observation(unit, period=period, **given))
    return catalog_of(rows, AREAS, UNITS)


def test_reasons_against_any_of_many_rows_are_those_of_every_pair(mixed: Catalog) -> None:
    for count in (2, 3, 5, 8, 24):
        rows = mixed.figure_rows[:count]
        wanted = {reason for one, other in combinations(rows, 2) for reason in comparable(one, other)}
        assert against_any(rows) == wanted - {Reason.RANGES_OVERLAP}
        assert some_hedges_overlap(rows) == (Reason.RANGES_OVERLAP in wanted)


def test_rows_that_are_comparable_are_those_with_no_reason_against(mixed: Catalog) -> None:
    pairs, seen = pairs_of(mixed), set()
    for one, other in combinations(mixed.figure_rows, 2):
        if one.observation.unit_id != other.observation.unit_id:
            assert pairs.are_comparable(one, other) == (not comparable(one, other))
            seen.add(pairs.are_comparable(one, other))
    assert seen == {True, False}


def test_sisters_are_the_nearest_of_all_that_may_share_an_axis(mixed: Catalog, catalog: Catalog) -> None:
    found = 0
    for data in (mixed, catalog):
        for rows in data.rows_by_unit.values():
            valued = [row for row in rows if row.observation.value is not None]
            wanted = [_slowly(data, row) for row in valued]
            sisters = [(list(one.figures), one.others) for one in sisters_of(data, rows)]
            assert sisters == [one for one in wanted if one[0] or one[1]]
            found += sum(len(figures) for figures, _ in sisters)
    assert found > 20


def _slowly(catalog: Catalog, row: FigureRow) -> tuple[list[object], int]:
    seen = row.observation
    known = [one for one in catalog.rows_by_indicator[seen.indicator_id] if one.observation.value is not None]
    others = [one for one in known if one.observation.unit_id != seen.unit_id]
    fitting = [one for one in others if may_share_axis(row, one)]
    fitting.sort(key=lambda one: (abs((one.observation.value or 0) - (seen.value or 0)), one.row_id))
    units = {one.observation.unit_id for one in others} - {one.observation.unit_id for one in fitting}
    return [figure_of(catalog, one.observation) for one in fitting[:MOST]], len(units)


def test_of_very_many_units_alike_the_neighbours_of_the_region_are_compared(monkeypatch: pytest.MonkeyPatch) -> None:
    rows, unit = [observation(unit.unit_id, value="100") for unit in UNITS], UNITS[4]
    every = {one.unit.text for one in similar_units(catalog_of(rows, AREAS, UNITS), unit.unit_id)}
    assert len(every) == similar.MOST
    monkeypatch.setattr(similar, "MOST_COMPARED", 4)
    few = similar_units(catalog_of(rows, AREAS, UNITS), unit.unit_id)
    assert [one.unit.text for one in few] == [f"Hội tinh-{n}" for n in (0, 2, 6)]
    assert all("cùng vùng" in one.why for one in few)
