"""Awards as papers write of them: who got them counts as the register says, who gave them, on which day."""

import pytest

from hoctap.contribute.articles.proposals import proposals
from hoctap.load import load
from hoctap.model.catalog import Catalog
from miniature import REAL

HEADLINE, NOW = "Hội Khuyến học huyện Gia Lộc tổng kết", "2024-07-12"


@pytest.fixture(scope="module")
def catalog() -> Catalog:
    return load(REAL, validate=False).catalog


@pytest.mark.parametrize(
    ("lines", "stated"),
    [
        (["Hội trao học bổng cho 120 học sinh nghèo."], ["people-supported 120"]),
        (["Hội trao học bổng cho 120 lượt học sinh nghèo."], ["support-turns 120"]),
        (["Hội trao học bổng cho 120 học sinh giỏi."], ["scholarships-awarded 120"]),
        (
            ["Hội trao học bổng cho 21 sinh viên và 105 học sinh nghèo."],
            ["scholarships-awarded 21"],
        ),
        (["120 học sinh mồ côi được nhận học bổng."], ["people-supported 120"]),
        (["Hội trao 30 suất học bổng cho 30 học sinh nghèo."], ["scholarships-awarded 30"]),
        (["Hội cấp 61.311 suất học bổng, quà và phần thưởng trị giá 12 tỷ đồng."], ["scholarships-awarded 61311"]),
        (["Hội phát triển 42 chi hội với 643 hội viên."], ["branches-increase 42", "new-members 643"]),
        (["Hội xây dựng được 25 chi hội, nâng tổng số lên 67 chi hội."], ["branches-increase 25", "branches 67"]),
        (["Hội tiếp nhận ủng hộ tổng số tiền là 2,4 tỷ đồng."], ["fund-raised-vnd 2400000000"]),
        (["Tổng các nguồn quỹ khuyến học trong nhiệm kỳ đạt 10 tỷ đồng."], ["fund-raised-vnd 10000000000"]),
        (["Một gia đình đỡ đầu cho 1 em học sinh nghèo."], []),
        (["Hội có 43 nghìn 836 hội viên."], ["members 43836"]),
        (["Hội vận động được 978 triệu 500 nghìn đồng."], ["fund-raised-vnd 978500000"]),
        (["Hội vận động được 3 tỷ 780 triệu 500 nghìn đồng."], ["fund-raised-vnd 3780500000"]),
        (["Hội trao 388 suất học bổng với số tiền 7.360464.000đ."], ["scholarships-awarded 388"]),
        (["Hội có 1,250,600 hội viên."], []),
        (["Hội vận động được 12 nghìn đồng 500 triệu đồng."], []),
    ],
)
def test_who_got_awards_and_what_is_new_are_counted_as_what_they_are(
    lines: list[str], stated: list[str], catalog: Catalog
) -> None:
    found = proposals(catalog, [HEADLINE, *lines], NOW)
    assert [f"{each.indicator_id} {each.value}" for each in found] == stated


FUND = "Quỹ học bổng Thắp sáng ước mơ"


@pytest.mark.parametrize(
    ("line", "whose"),
    [
        (f"{FUND} trao 150 suất học bổng. Trong đó, trao 100 suất cho học sinh THCS.", [FUND, FUND]),
        (f"Năm 2023, {FUND} ra đời. Dịp này, quỹ đã trao 130 suất học bổng.", [FUND]),
        ("Theo đó, Tổ chức Zhishan Foundation đã trao 94 suất học bổng.", ["Tổ chức Zhishan Foundation"]),
        ("Công ty Sách Miền Nam, thành viên của Nhà xuất bản A, đã tặng 70 suất học bổng.", ["Công ty Sách Miền Nam"]),
    ],
)
def test_what_a_body_of_its_own_name_gives_is_its_own(line: str, whose: list[str], catalog: Catalog) -> None:
    headline = "Trao học bổng cho học sinh huyện Gia Lộc, Hải Dương"
    assert [each.unit_id for each in proposals(catalog, [headline, line], NOW)] == whose


@pytest.mark.parametrize(
    ("lead", "period"),
    [
        ("Sáng 12-7, hội tổ chức lễ trao học bổng Dương Kỳ Hiệp năm 2024 cho học sinh.", NOW),
        ("Sáng 12-7, hội tổ chức lễ trao học bổng năm học 2023-2024 cho học sinh.", "2023/2024"),
        ("Sáng 12-7, hội tổng kết, trao học bổng cho học sinh giỏi năm 2024.", "2024"),
    ],
)
def test_what_is_given_at_an_event_is_of_its_day_not_of_the_year_in_its_name(
    lead: str, period: str, catalog: Catalog
) -> None:
    (found,) = proposals(catalog, ["Trao học bổng ở huyện Gia Lộc", lead, "Có 40 suất học bổng được trao."], NOW)
    assert found.period == period


@pytest.mark.parametrize(
    ("line", "whose"),
    [
        (
            "Tại làng Thanh Khê, phong trào mạnh. Hiện số dư quỹ của chi hội Khuyến học làng lên tới 120 triệu đồng.",
            [""],
        ),
        ("Các tổ chức đoàn thể đã trao 47 suất học bổng.", [""]),
        ("Hội LHPN thị trấn trao 19 suất học bổng; trong đó, gồm 9 suất học bổng cấp I.", ["", ""]),
        ("Bộ đội Biên phòng tỉnh đang đỡ đầu 30 học sinh.", ["Bộ đội Biên phòng tỉnh Hải Dương"]),
    ],
)
def test_what_villages_and_bodies_without_a_name_have_is_left_open(
    line: str, whose: list[str], catalog: Catalog
) -> None:
    assert [each.unit_id for each in proposals(catalog, [HEADLINE, line], NOW)] == whose


@pytest.mark.parametrize(
    ("line", "unit"),
    [
        ("Huyện Hội Vân Canh vận động trao 388 suất học bổng.", "hoi-khuyen-hoc-huyen-van-canh-tinh-binh-dinh"),
        ("Hội Khuyến học TP. Hội An trao 388 suất học bổng.", "Hội Khuyến học thành phố Hội An, tỉnh Quảng Nam"),
        ("Học tập tư tưởng Hồ Chí Minh, Hội Khuyến học xã A Lưới trao 8 suất học bổng.", "Hội Khuyến học xã A Lưới"),
        ("Hội Khuyến học xã Tân Nhựt, Thành phố Hồ Chí Minh trao 8 suất học bổng.",
         "Hội Khuyến học xã Tân Nhựt, thành phố Hồ Chí Minh"),
    ],
)  # fmt: skip
def test_an_association_told_by_its_level_and_a_president_who_is_no_city(
    line: str, unit: str, catalog: Catalog
) -> None:
    found = proposals(catalog, [line], NOW)
    assert [each.unit_id for each in found] == [unit]
