"""The map of provinces: only figures that a tile with a value and a year says whole, each on its own borders."""

from typing import Any

import pytest

from hoctap.model.record import Unit
from hoctap.views.area_map import FORMER, TODAY, Side, area_map
from small_catalog import catalog_of, make, observation

PLACES = ("tp-binh-ho", "tinh-dong-lau-cu", "tinh-suoi-bac")
LEARNERS = make(Unit, unit_id="truong", name_vi="Trường", unit_kind="truong", level="tinh", area_id="suoi-bac")


def _former(third: dict[str, Any], *more: dict[str, Any], indicator_id: str = "members") -> Side:
    """Return the map of the former provinces with one figure each, that of the third changed, and more figures."""
    given = [{"unit_id": place} for place in PLACES[:2]] + [{"unit_id": PLACES[2], **third}, *more]
    rows = [observation(**{"indicator_id": indicator_id, **each}) for each in given]
    return area_map(catalog_of(rows, [LEARNERS]))[FORMER]


def test_three_provinces_with_a_figure_are_painted() -> None:
    (layer,) = _former({"value": "30", "qualifier": "about"}).layers
    painted = {key: (figure.hedge, figure.value) for key, figure in layer.figures.items()}
    assert painted == {"binh-ho": ("", 100), "dong-lau-truoc-2025": ("", 100), "suoi-bac": ("khoảng", 30)}
    assert layer.steps == {"suoi-bac": 1, "binh-ho": 2, "dong-lau-truoc-2025": 2}


@pytest.mark.parametrize(
    "fault",
    [
        {"period_status": "inferred"},
        {"period_status": "uncertain"},
        {"breakdown": "riêng khối cơ quan"},
        {"note": "số dự kiến"},
        {"note": "lũy kế từ năm 2021"},
        {"value": None},
        {"unit_id": "truong"},
        {"unit_id": "hoi-dong-lau"},
    ],
)
def test_a_figure_that_a_tile_does_not_say_whole_is_not_painted(fault: dict[str, Any]) -> None:
    assert _former(fault).layers == []


def test_amounts_of_several_years_are_not_painted() -> None:
    assert len(_former({"period": "2024"}, indicator_id="fund-raised-vnd").layers) == 1
    assert _former({"period": "2021/2024"}, indicator_id="fund-raised-vnd").layers == []


def test_the_newest_figure_of_a_province_goes_before_an_older_one_and_its_own_before_its_associations() -> None:
    newer = {"unit_id": PLACES[2], "period": "2023", "value": "23"}
    (layer,) = _former({"period": "2022", "value": "22"}, newer).layers
    assert layer.figures["suoi-bac"].value == 23
    (layer,) = _former({}, {"unit_id": "hoi-binh-ho", "value": "7"}).layers
    assert layer.figures["binh-ho"].value == 100


def test_a_figure_stands_on_the_map_of_its_borders_only() -> None:
    rows = [observation(place) for place in PLACES] + [observation("tinh-dong-lau", period="2026", value="9")]
    found = area_map(catalog_of(rows))
    assert {area.area_id for area in found[TODAY].provinces} == {"binh-ho", "dong-lau"}
    assert found[TODAY].layers == []
    (layer,) = found[FORMER].layers
    assert "dong-lau" not in layer.figures


@pytest.mark.parametrize(
    ("given", "note", "unshaded"),
    [
        # Who is not shaded has no figure, or has one that is not shaded.
        (({},), "", "chưa có số"),
        (({}, {"unit_id": PLACES[2], "period": "2025-01/2025-03", "value": "9"}), "dù có số mới hơn", "chưa có số"),
        (({}, {"unit_id": "hoi-suoi-bac", "value": "9"}), "", "chưa có số"),
        (({"period": "2024-07/2024-12"},), "các ô không tô đậm nhạt", "không tô"),
    ],
)
def test_a_painted_map_says_what_it_shows_and_what_a_tile_without_a_shade_is(
    given: tuple[dict[str, Any], ...], note: str, unshaded: str
) -> None:
    (layer,) = _former(*given, indicator_id="fund-raised-vnd").layers
    assert layer.words.startswith("3 nơi có số; mỗi ô là một số, các nơi có thể khác năm.")
    assert layer.words == layer.words.strip()
    assert note in layer.note
    assert layer.words.endswith(layer.note)
    assert (layer.unshaded, bool(layer.note)) == (unshaded, bool(note))
