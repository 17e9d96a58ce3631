"""Merged places: the last figure of each part, and what may be added."""

from decimal import Decimal

import pytest

from hoctap.model.value_range import Range
from hoctap.views.merged import merged_parts, merged_parts_of_unit
from small_catalog import catalog_of, observation

OLD, OTHER = "tinh-dong-lau-cu", "tinh-suoi-bac"


def test_parts_of_one_time_are_added_and_each_is_named() -> None:
    rows = [observation(unit, value=value, period="2024") for unit, value in ((OLD, "100"), (OTHER, "50"))]
    catalog = catalog_of([*rows, observation(OLD, value="90", period="2023")])
    merged = merged_parts(catalog, "dong-lau")
    assert merged is not None
    (line,) = merged.lines
    assert [part.text for part in merged.parts] == ["Đông Lâu (đến 30/06/2025)", "Suối Bạc (đến 30/06/2025)"]
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
