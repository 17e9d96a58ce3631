"""The figures of the country: whose they are, and which stands for an indicator."""

from datetime import date

from hoctap.model.record import Unit
from hoctap.views.area_page import area_page
from hoctap.views.country import fresh, newest_of_country, rows_of_country
from small_catalog import catalog_of, make, observation

TODAY = date(2026, 11, 26)
MORE = [
    make(Unit, unit_id=key, name_vi=key, unit_kind=kind, level=level, area_id="viet-nam", parent_unit_id=parent)
    for key, kind, level, parent in (
        ("hoi-viet-nam", "hoi-khuyen-hoc", "trung-uong", ""),
        ("hoi-tap-doan", "hoi-khuyen-hoc", "trung-uong", "hoi-viet-nam"),
        ("bo", "co-quan", "trung-uong", ""),
        ("phong-cua-hoi", "co-quan", "trung-uong", "hoi-tap-doan"),
        ("hoi-cua-bo", "hoi-khuyen-hoc", "khac", "bo"),
        ("cum", "dia-ban", "khac", ""),
    )
]


def test_the_country_speaks_itself_and_through_the_association_that_others_belong_to() -> None:
    keys = ("ca-nuoc", *(unit.unit_id for unit in MORE), "tp-binh-ho")
    catalog = catalog_of([observation(key) for key in keys], MORE)
    assert [row.observation.unit_id for row in rows_of_country(catalog)] == ["ca-nuoc", "hoi-viet-nam"]


def test_the_newest_figure_of_the_whole_stands_for_an_indicator_and_one_of_a_part_where_there_is_no_other() -> None:
    given = [
        observation("ca-nuoc", period="2023", value="1"),
        observation("ca-nuoc", period="2025", breakdown="nữ", value="2"),
        observation("hoi-viet-nam", period="2024", breakdown="cả nước", value="3"),
        observation("ca-nuoc", indicator_id="fund-raised-vnd", period="2025", breakdown="một quỹ", value="4"),
        observation("ca-nuoc", indicator_id="learning-families-rate", period="2025", period_status="uncertain"),
    ]
    found = newest_of_country(catalog_of(given, MORE), TODAY)
    assert [one.figure.value for one in found] == [3, 4, 100]
    assert [one.figure.value for one in fresh(found)] == [3]


def test_a_figure_of_the_body_that_speaks_for_the_country_is_not_the_countrys() -> None:
    given = [observation("hoi-viet-nam", indicator_id="staff-total"), observation("ca-nuoc")]
    found = newest_of_country(catalog_of(given, MORE), TODAY)
    assert {one.figure.observation.unit_id: one.is_of_area for one in found} == {"hoi-viet-nam": False, "ca-nuoc": True}


def test_of_the_associations_of_a_place_the_one_below_an_upper_one_answers_for_it() -> None:
    upper = make(
        Unit, unit_id="hoi-tinh", name_vi="Hội tỉnh", unit_kind="hoi-khuyen-hoc", level="tinh", area_id="binh-ho",
        parent_unit_id="hoi-viet-nam",
    )  # fmt: skip
    given = [observation("hoi-tinh"), observation("hoi-binh-ho")]
    both = area_page(catalog_of(given, MORE, [upper]), "binh-ho", TODAY)
    assert [row.unit.href for row in both.associations] == ["don-vi/hoi-tinh/"]
    alone = area_page(catalog_of(given, MORE), "binh-ho", TODAY)
    assert [row.unit.href for row in alone.associations] == ["don-vi/hoi-binh-ho/"]


def test_of_many_associations_of_a_place_three_stand_above_the_list_that_has_all() -> None:
    many = [
        make(
            Unit, unit_id=f"hoi-{key}", name_vi=f"Hội {key}", unit_kind="hoi-khuyen-hoc", level="tinh",
            area_id="binh-ho", parent_unit_id="hoi-viet-nam",
        )
        for key in "abcd"
    ]  # fmt: skip
    page = area_page(catalog_of([observation(unit.unit_id) for unit in many], MORE, many), "binh-ho", TODAY)
    assert [row.unit.text for row in page.associations] == ["Hội a", "Hội b", "Hội c"]
    assert {unit.unit_id for unit in many} <= {row.unit.href.split("/")[1] for row in page.units}
