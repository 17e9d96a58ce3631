"""Merged places: the last figure of each part, and what may be added."""

from datetime import date
from decimal import Decimal

import pytest

from hoctap.model.record import Area, AreaSuccession
from hoctap.model.value_range import Range
from hoctap.views.area import area_in_time
from hoctap.views.borders import on_borders
from hoctap.views.merged import merged_parts, merged_parts_of_unit
from small_catalog import catalog_of, make, observation

OLD, OTHER = "tinh-dong-lau-cu", "tinh-suoi-bac"


def test_parts_of_one_time_are_added_and_each_is_named() -> None:
    rows = [observation(unit, value=value, period="2024") for unit, value in ((OLD, "100"), (OTHER, "50"))]
    catalog = catalog_of([*rows, observation(OLD, value="90", period="2023")])
    merged = merged_parts(catalog, "dong-lau")
    assert merged is not None
    (line,) = merged.lines
    assert [part.text for part in merged.parts] == ["Đông Lâu (đến 30/6/2025)", "Suối Bạc (đến 30/6/2025)"]
    assert [figure.value for figure in line.figures if figure] == [Decimal(100), Decimal(50)]
    assert line.total is not None
    assert line.total.range == Range(Decimal(150), Decimal(150))
    assert "tỉnh Suối Bạc 50 người" in line.total.text
    assert line.refused == ""


def test_the_last_time_of_all_parts_is_added_though_one_part_has_a_later_figure() -> None:
    rows = [observation(unit, value="10", period="2023") for unit in (OLD, OTHER)]
    merged = merged_parts(catalog_of([*rows, observation(OLD, value="99", period="2024")]), "dong-lau")
    assert merged is not None
    (line,) = merged.lines
    assert [figure.period for figure in line.figures if figure] == ["2024", "2023"]
    assert line.total is not None
    assert line.total.range == Range(Decimal(20), Decimal(20))
    assert "2023" in line.total.text


def test_each_part_is_told_by_the_source_that_is_preferred() -> None:
    expected = [("hoi-c", "100"), ("bao-b", "90"), ("bao-a", "80")]
    rows = [observation(OLD, source_id=source, value=value) for source, value in expected]
    merged = merged_parts(catalog_of([*rows, observation(OTHER, value="50")]), "dong-lau")
    assert merged is not None
    (line,) = merged.lines
    sources = [(figure.value, figure.source.text) for figure in line.figures if figure]
    assert sources == [(100, "Báo cáo C"), (50, "Bài A")]
    assert line.total is not None
    assert line.total.range == Range(Decimal(150), Decimal(150))


def test_nothing_is_added_where_one_part_of_several_has_no_figure() -> None:
    third = make(Area, area_id="ba", name_vi="Ba", level="tinh", kind="tinh", valid_until=date(2025, 6, 30))
    joins = make(AreaSuccession, from_area_id="ba", to_area_id="dong-lau", effective_on=date(2025, 7, 1), kind="merge")
    rows = [observation(unit, value=value) for unit, value in ((OLD, "100"), (OTHER, "50"))]
    merged = merged_parts(catalog_of(rows, [third], [joins]), "dong-lau")
    assert merged is not None
    (line,) = merged.lines
    assert [figure and figure.value for figure in line.figures] == [100, 50, None]
    assert line.total is None
    assert "thiếu" in line.refused


@pytest.mark.parametrize(
    ("one", "other", "why"),
    [
        ({"period": "2023"}, {"period": "2024"}, "khác thời điểm"),
        ({"indicator_id": "learning-families-rate"}, {"indicator_id": "learning-families-rate"}, "không cộng được"),
        ({"period_status": "inferred"}, {}, "thời kỳ chưa chắc"),
    ],
)
def test_what_may_not_be_added_says_why(one: dict[str, str], other: dict[str, str], why: str) -> None:
    merged = merged_parts(catalog_of([observation(OLD, **one), observation(OTHER, **other)]), "dong-lau")
    assert merged is not None
    assert merged.lines[0].total is None
    assert why in merged.lines[0].refused


def test_a_figure_of_one_part_alone_or_of_a_scope_makes_no_line() -> None:
    assert merged_parts(catalog_of([observation(OLD)]), "dong-lau") is None
    assert merged_parts(catalog_of([observation(OLD), observation(OTHER, breakdown="nữ")]), "dong-lau") is None
    assert merged_parts(catalog_of([observation("tp-binh-ho")]), "binh-ho") is None


def test_only_who_speaks_for_the_whole_place_shows_its_parts_and_those_of_its_own_kind() -> None:
    catalog = catalog_of([observation(OLD), observation(OTHER)])
    units = {unit.unit_id: unit for unit in catalog.units.values()}
    assert merged_parts_of_unit(catalog, units["tinh-dong-lau"])
    assert merged_parts_of_unit(catalog, units["hoi-dong-lau"]) is None, "its predecessors have no figures"
    assert merged_parts_of_unit(catalog, units["tp-binh-ho"]) is None
    assert merged_parts_of_unit(catalog, units["khong-ro"]) is None


def test_a_province_was_not_formed_of_the_districts_abolished_in_it() -> None:
    catalog = catalog_of([observation(OLD)])
    inside = make(Area, area_id="khe-da", name_vi="Khê Đá", level="huyen", kind="huyen", parent_area_id="binh-ho")
    abolished = make(AreaSuccession, from_area_id="khe-da", to_area_id="binh-ho", effective_on=date(2025, 7, 1))
    catalog = catalog.with_rows(Area, (*catalog.all_of(Area), inside))
    catalog = catalog.with_rows(AreaSuccession, (*catalog.all_of(AreaSuccession), abolished))
    assert (area_in_time(catalog, "binh-ho").predecessors, on_borders(catalog, "binh-ho")) == ([], [])
    assert [link.text for link in area_in_time(catalog, "khe-da").became] == ["Bình Hồ"]
    assert area_in_time(catalog, "dong-lau").predecessors


@pytest.mark.parametrize(("border", "may_be"), [("", False), ("unknown", True)])
def test_a_figure_that_may_stand_on_the_new_borders_is_not_said_to_stand_on_the_old_ones(
    border: str, may_be: bool
) -> None:
    catalog = catalog_of([observation(OLD, period="2025-06", border=border), observation(OTHER, period="2024")])
    assert [one.may_be_of_today for one in on_borders(catalog, "dong-lau")] == [may_be, False]
