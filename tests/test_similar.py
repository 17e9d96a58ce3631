"""Units like one: who is offered, in which order, and why."""

import pytest

from hoctap.model.catalog import Catalog
from hoctap.model.record import Area, Unit
from hoctap.views.similar import similar_units
from small_catalog import catalog_of, make, observation

NORTH, SOUTH = "trung-du-mien-nui-phia-bac", "dong-bang-song-cuu-long"
AREAS = [
    make(Area, area_id=f"tinh-{name}", name_vi=name.upper(), level="tinh", kind="tinh", region=region)
    for name, region in (("m", NORTH), ("n", NORTH), ("p", SOUTH), ("q", SOUTH), ("r", SOUTH))
]
UNITS = [
    make(
        Unit,
        unit_id=f"hoi-{area.area_id}",
        name_vi=f"Hội Khuyến học tỉnh {area.name_vi}",
        unit_kind="hoi-khuyen-hoc",
        level="tinh",
        area_id=area.area_id,
        status="active",
    )
    for area in AREAS
]
M, N, P, Q, R = (unit.unit_id for unit in UNITS)


def members(**of_units: str) -> Catalog:
    ids = dict(zip("mnpqr", (M, N, P, Q, R), strict=True))
    return catalog_of([observation(ids[name], value=value) for name, value in of_units.items()], AREAS, UNITS)


def units_and_reasons(catalog: Catalog) -> list[tuple[str, str]]:
    return [(one.unit.text.removeprefix("Hội Khuyến học tỉnh "), one.why) for one in similar_units(catalog, M)]


def test_region_and_size_come_first_and_are_said() -> None:
    assert units_and_reasons(members(m="100", n="200", p="200", q="49", r="50")) == [
        ("N", "cùng loại, cùng cấp; cùng vùng Trung du và miền núi phía Bắc; quy mô gần nhau"),
        ("P", "cùng loại, cùng cấp; quy mô gần nhau"),
        ("R", "cùng loại, cùng cấp; quy mô gần nhau"),
        ("Q", "cùng loại, cùng cấp"),
    ]


@pytest.mark.parametrize(
    ("value", "is_near"), [("50", True), ("49", False), ("200", True), ("201", False), ("0", False)]
)
def test_a_size_is_near_up_to_twice_the_other(value: str, is_near: bool) -> None:
    ((_, why),) = [one for one in units_and_reasons(members(m="100", n="1", q="1", p=value)) if one[0] == "P"]
    assert ("quy mô gần nhau" in why) is is_near


def test_fewer_than_three_are_not_offered() -> None:
    assert units_and_reasons(members(m="100", n="100", p="100")) == []
    assert len(units_and_reasons(members(m="100", n="100", p="100", q="100"))) == 3


def test_figures_that_may_not_be_compared_are_no_pair_and_say_nothing_of_size() -> None:
    rows = [observation(unit, value="100") for unit in (M, N, P)]
    catalog = catalog_of([*rows, observation(Q, value="100", period="2020")], AREAS, UNITS)
    by_name = {one.unit.text[-1]: one for one in similar_units(catalog, M)}
    assert by_name["Q"].pairs == []
    assert "quy mô" not in by_name["Q"].why
    ((one, other),) = by_name["N"].pairs
    assert (one.unit.text[-1], other.unit.text[-1]) == ("M", "N")
