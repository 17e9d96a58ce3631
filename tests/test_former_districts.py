"""Districts that the register lacks: the province of one is told where it can be one alone, otherwise it is asked."""

from collections.abc import Iterator

import pytest

from hoctap.contribute.articles.proposals import proposals
from hoctap.contribute.naming import former_districts
from hoctap.contribute.naming.former_districts import kind_in, kind_of, provinces_with
from hoctap.contribute.naming.unit_names import parse_place
from hoctap.contribute.naming.units import Units
from hoctap.model.catalog import Catalog

# Invented, like the provinces of the miniature.
DISTRICTS = {
    "hồ trúc": {"Bình Hồ": {"huyện"}},
    "châu sen": {"Bình Hồ": {"huyện"}, "Suối Bạc": {"huyện"}},
    "tân sen": {"Bình Hồ": {"huyện"}, "Suối Bạc": {"quận"}},
    "ea h'lơ": {"Suối Bạc": {"thị xã"}},
    "bình hồ": {"Bình Hồ": {"thành phố"}, "Suối Bạc": {"huyện"}},
}


@pytest.fixture
def districts(monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    former_districts._without_marks.cache_clear()
    monkeypatch.setattr(former_districts, "_districts", lambda: DISTRICTS)
    yield
    former_districts._without_marks.cache_clear()


def test_the_package_has_all_districts_and_spells_provinces_as_they_are() -> None:
    found = former_districts._districts()
    assert sum(len(kinds) for provinces in found.values() for kinds in provinces.values()) == 705 + 1
    assert len({province for provinces in found.values() for province in provinces}) == 63
    assert len(found["châu thành"]) == 10
    assert {*found["kỳ sơn"]} == {"Hoà Bình", "Nghệ An"}  # the one had ended before the list was made


@pytest.mark.parametrize(
    ("name", "provinces"),
    [
        ("huyện Hồ Trúc", [("binh-ho",)]),
        ("thị xã Hồ Trúc", [("binh-ho",)]),
        ("Hồ Trúc", [("binh-ho",)]),
        ("huyện Châu Sen", [("binh-ho",), ("suoi-bac",)]),
        ("huyện Tân Sen", [("binh-ho",)]),
        ("quận Tân Sen", [("suoi-bac",)]),
        ("huyện Ea Hlơ", [("suoi-bac",)]),
        ("xã Hồ Trúc", []),
        ("tỉnh Hồ Trúc", []),
        ("Bình Hồ", []),
        ("huyện Bình Hồ", [("binh-ho",), ("suoi-bac",)]),
        ("thành phố Bình Hồ", [("binh-ho",)]),
        ("huyện Hồ Tre", []),
    ],
)
@pytest.mark.usefixtures("districts")
def test_a_district_was_in_the_provinces_that_had_one_of_its_name_and_kind(
    name: str, provinces: list[tuple[str, ...]], catalog: Catalog
) -> None:
    assert [*provinces_with(Units(catalog), parse_place(name))] == provinces


@pytest.mark.usefixtures("districts")
def test_a_bare_name_has_the_kind_that_its_districts_have(catalog: Catalog) -> None:
    units = Units(catalog)
    assert kind_in(units, "tân sen", ("binh-ho",)) == "huyện"
    assert (kind_in(units, "hồ trúc", ("suoi-bac",)), kind_in(units, "hồ trúc", ())) == ("", "")
    assert [kind_of(name) for name in ("tân sen", "châu sen", "bắc ninh", "hà nội")] == [
        "",
        "huyện",
        "tỉnh",
        "thành phố",
    ]


RAISED = "vận động được 30 triệu đồng."
ASSOCIATION = "Hội Khuyến học huyện"


@pytest.mark.parametrize(
    ("lines", "unit"),
    [
        (["Huyện Hồ Trúc khuyến học"], f"{ASSOCIATION} Hồ Trúc, thành phố Bình Hồ"),
        (["Hồ Trúc: Tổng kết công tác khuyến học"], f"{ASSOCIATION} Hồ Trúc, thành phố Bình Hồ"),
        # two provinces have one: the one that the article speaks of, else nobody says
        (["Huyện Châu Sen khuyến học"], f"{ASSOCIATION} Châu Sen"),
        (["Huyện Châu Sen khuyến học", "Tin của Báo Suối Bạc"], f"{ASSOCIATION} Châu Sen, tỉnh Suối Bạc"),
        # the text puts it elsewhere, or is about another province, or names one that nobody knows
        (["Huyện Hồ Trúc, tỉnh Suối Bạc, khuyến học"], f"{ASSOCIATION} Hồ Trúc, tỉnh Suối Bạc"),
        (["Huyện Hồ Trúc khuyến học", "Sáng nay, hội nghị họp ở Suối Bạc."], f"{ASSOCIATION} Hồ Trúc"),
        (["Xã An Lộc, huyện Hồ Trúc, tỉnh Suối Bạc"], "Hội Khuyến học xã An Lộc, huyện Hồ Trúc, tỉnh Suối Bạc"),
        (["Huyện Hồ Tre khuyến học"], f"{ASSOCIATION} Hồ Tre"),
        # a commune is where the district that the article puts it in is
        (["Xã An Lộc, huyện Hồ Trúc khuyến học"], "Hội Khuyến học xã An Lộc, huyện Hồ Trúc, thành phố Bình Hồ"),
        (["Xã An Lộc khuyến học"], "Hội Khuyến học xã An Lộc"),
    ],
)  # fmt: skip
@pytest.mark.usefixtures("districts")
def test_a_unit_that_the_register_lacks_is_named_with_the_province_of_its_district(
    lines: list[str], unit: str, catalog: Catalog
) -> None:
    (found,) = proposals(catalog, [*lines, "Cuối năm, có tin vui.", f"Hội {RAISED}"], "2024-01-12")
    assert found.unit_id == unit


@pytest.mark.usefixtures("districts")
def test_another_district_is_in_its_own_province_not_in_that_of_the_article(catalog: Catalog) -> None:
    lines = ["Hội Khuyến học tỉnh Đông Lâu họp mặt", f"Đoàn tỉnh Bình Hồ đã đến. {ASSOCIATION} Hồ Trúc {RAISED}"]
    (found,) = proposals(catalog, lines, "2024-01-12")
    assert found.unit_id == f"{ASSOCIATION} Hồ Trúc, thành phố Bình Hồ"


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("xã Bãi Sậy - Khê Đá", "xã Bãi Sậy, Khê Đá"),
        ("xã Bãi Sậy (huyện Khê Đá)", "xã Bãi Sậy, huyện Khê Đá"),
        ("Hội Khuyến học xã Bãi Sậy (H. Khê Đá)", "Hội Khuyến học xã Bãi Sậy, H. Khê Đá"),
        ("huyện Khê Đá - Suối Bạc", "huyện Khê Đá, Suối Bạc"),
        ("xã Bãi Sậy (mới)", "xã Bãi Sậy (mới)"),
        ("xã Bãi Sậy - Gò Cao", "xã Bãi Sậy - Gò Cao"),
    ],
)
def test_a_commune_has_its_district_in_brackets_or_behind_a_dash(text: str, name: str, catalog: Catalog) -> None:
    assert Units(catalog).with_place(text) == name
