"""When figures of articles hold: spans told in words, deeds of a day, what there is beside what was done."""

import pytest

from hoctap.contribute.articles.proposals import proposals
from hoctap.load import load
from hoctap.model.catalog import Catalog
from miniature import REAL

ASSOCIATION = "Hội Khuyến học huyện Gia Lộc họp"


@pytest.fixture(scope="module")
def data() -> Catalog:
    return load(REAL, validate=False).catalog


@pytest.mark.parametrize(
    ("words", "day", "period"),
    [
        ("Trong 3 năm 2021 - 2023", "2024-09-27", "2021/2023"),
        ("5 năm (2019 - 2023)", "2024-09-27", "2019/2023"),
        ("Từ tháng 7 đến hết tháng 11/2025", "2025-12-10", "2025-07/2025-11"),
        ("Từ tháng 9/2023 đến tháng 5/2024", "2024-06-10", "2023-09/2024-05"),
        ("Từ đầu năm 2023 đến hết tháng 10", "2023-11-11", "2023-01/2023-10"),
        ("Từ đầu năm 2023 đến tháng 6/2023", "2023-11-11", "2023-01/2023-06"),
        ("11 tháng qua", "2023-12-28", "2023-01/2023-11"),
        ("7 tháng qua", "2023-12-28", "2023-12-28"),
        ("Từ đầu năm, với nhiều cách làm", "2023-10-20", "2023-01/2023-10"),
        ("Ngay từ đầu năm, với nhiều cách làm", "2023-10-20", "2023-10-20"),
        ("Cả năm rồi", "2024-06-12", "2023"),
        ("Quỹ lập năm 2009, cả năm ấy", "2022-09-05", "2009"),
    ],
)
def test_a_span_told_in_words_is_the_one_meant(words: str, day: str, period: str, data: Catalog) -> None:
    found = proposals(data, [ASSOCIATION, f"{words}, hội vận động quỹ được 200 triệu đồng."], day)
    assert [each.period for each in found] == [period]


@pytest.mark.parametrize(
    ("line", "period"),
    [
        ("Ngày 04/9 vừa qua, tại lễ phát thưởng, hội trao 12 suất học bổng.", "2024-09-04"),
        ("Ngày 20/11/2023, Hội Khuyến học huyện trao 12 suất học bổng.", "2023-11-20"),
        ("Ảnh: Tại lễ phát thưởng ngày 12/9, hội trao 12 suất học bổng.", "2024-09-12"),
        ("Ngày 04/9, hội trao 12 suất học bổng năm học 2024 - 2025.", "2024/2025"),
        ("Năm 2023, hội trao 12 suất học bổng.", "2023"),
    ],
)
def test_what_is_handed_over_on_a_day_is_of_that_day(line: str, period: str, data: Catalog) -> None:
    found = proposals(data, [ASSOCIATION, line], "2024-09-15")
    assert [each.period for each in found] == [period]


@pytest.mark.parametrize(
    ("line", "day", "periods"),
    [
        (
            "6 tháng đầu năm 2024, kết nạp 30 hội viên, hội hiện có 900 hội viên.",
            "2024-07-12",
            ["2024-01/2024-06", "2024-07-12"],
        ),
        ("Năm 2022, hội vận động quỹ được 2 tỷ đồng. Hội có 900 hội viên.", "2024-07-12", ["2022", "2024-07-12"]),
        ("Năm 2023, hội vận động quỹ được 2 tỷ đồng. Hội có 900 hội viên.", "2024-01-12", ["2023", "2023"]),
        ("Năm 2022, hội vận động quỹ được 2 tỷ đồng. Năm ấy hội có 900 hội viên.", "2024-07-12", ["2022", "2022"]),
    ],
)
def test_members_are_those_there_are_now_unless_the_words_say_then(
    line: str, day: str, periods: list[str], data: Catalog
) -> None:
    found = proposals(data, [ASSOCIATION, line], day)
    assert [each.period for each in found] == periods


@pytest.mark.parametrize(
    ("line", "periods"),
    [
        ("Đầu nhiệm kỳ, hội có 10.215 hội viên; đến nay có 12.450 hội viên.", ["", "2024-07-12"]),
        ("Những ngày đầu, hội chỉ có 6 chi hội.", [""]),
        ("Khi mới thành lập năm 2001, hội có 3 chi hội, đến nay có 87 chi hội.", ["2001", "2024-07-12"]),
        ("Trong những ngày đầu năm 2024, hội trao 60 suất quà.", ["2024"]),
        ("Quỹ ra đời từ năm 2007. Đến nay, quỹ đã trao 900 suất học bổng.", ["2007/2024"]),
        ("Quỹ lập năm 2008, đến hết năm 2023 đã trao 900 suất học bổng.", ["2008/2023"]),
        ("Tính từ ngày thành lập, hội đã trao 900 suất học bổng.", [""]),
        ("20 năm qua, hội đã trao 900 suất học bổng.", [""]),
        ("Đến cuối năm 2023, huyện có 900 hộ đạt “Gia đình học tập”.", ["2023"]),
        ("Đến cuối năm 2023, hội có 900 hội viên.", ["2023-12-31"]),
    ],
)
def test_what_there_was_at_first_and_what_was_done_since_is_not_of_the_day(
    line: str, periods: list[str], data: Catalog
) -> None:
    found = proposals(data, [ASSOCIATION, line], "2024-07-12")
    assert [each.period for each in found] == periods


def test_what_has_been_done_beside_an_aim_is_no_aim(data: Catalog) -> None:
    line = "Năm 2024 hội đặt chỉ tiêu vận động 3 tỷ đồng; 6 tháng đầu năm đã vận động được 1,8 tỷ đồng."
    found = proposals(data, [ASSOCIATION, line], "2024-07-12")
    assert [(each.kind, each.period) for each in found] == [("target", "2024"), ("observation", "2024-01/2024-06")]


@pytest.mark.parametrize(
    ("line", "periods"),
    [
        ("Cả năm 2024, chỉ tiêu là 23% dân số là hội viên; 79% gia đình đạt danh hiệu học tập.", ["2024", "2024"]),
        ("Kế hoạch năm 2024 là vận động 3 tỷ đồng, trao 600 suất học bổng.", ["2024", "2024"]),
        ("6 tháng cuối năm 2024, hội vận động thêm 1,2 tỷ đồng, trao 600 suất học bổng.", ["2024-07/2024-12"] * 2),
        ("Quý IV, hội trao 60 suất học bổng.", ["2024-10/2024-12"]),
        ("Từ tháng 7 đến tháng 12/2024, hội trao 60 suất học bổng.", ["2024-07/2024-12"]),
        ("Cả năm, hội mở 12 lớp tập huấn, trao 60 suất học bổng.", ["2024", "2024"]),
        ("Cả nhiệm kỳ 2024 - 2029, hội vận động từ 45 tỷ đồng trở lên.", ["2024/2029"]),
        ("Giai đoạn 2024 - 2030, huyện có 90% gia đình đạt danh hiệu học tập.", ["2030"]),
    ],
)
def test_what_is_told_of_a_time_that_is_hardly_begun_is_an_aim(line: str, periods: list[str], data: Catalog) -> None:
    found = proposals(data, [ASSOCIATION, line], "2024-07-12")
    assert [(each.kind, each.period) for each in found] == [("target", period) for period in periods]


@pytest.mark.parametrize(
    ("line", "period"),
    [
        ("Quý II, hội trao 60 suất học bổng.", "2024-04/2024-06"),
        ("6 tháng, hội trao 60 suất học bổng.", "2024-01/2024-06"),
        ("Năm 2024, hội trao 60 suất học bổng.", "2024"),
        ("Cả năm 2023, hội trao 60 suất học bổng.", "2023"),
        ("Từ tháng 1 đến tháng 9/2024, hội trao 60 suất học bổng.", "2024-01/2024-09"),
        ("Nhiệm kỳ 2020 - 2025, hội vận động 45 tỷ đồng.", "2020/2025"),
        ("Nhiệm kỳ 2023 - 2028, hội đã vận động 45 tỷ đồng.", "2023/2028"),
        ("Vượt chỉ tiêu là 3 tỷ đồng, hội vận động được 4 tỷ đồng.", "2024-07-12"),
        ("Đại hội lần thứ V, nhiệm kỳ 2024 - 2029, có 150 đại biểu thay mặt 9.860 hội viên.", "2024-07-12"),
        ("Hội nghị triển khai nhiệm vụ 6 tháng cuối năm 2024 có 94 đại biểu của 9.800 hội viên.", "2024-07-12"),
    ],
)
def test_what_was_done_or_is_there_beside_a_time_to_come_is_no_aim(line: str, period: str, data: Catalog) -> None:
    found = proposals(data, [ASSOCIATION, line], "2024-07-12")
    assert [(each.kind, each.period) for each in found] == [("observation", period)]


def test_the_plan_in_brackets_is_an_aim_and_what_follows_it_is_none(data: Catalog) -> None:
    line = "Năm 2023, hội vận động được 2 tỷ đồng (kế hoạch là 3 tỷ đồng); trao 60 suất học bổng."
    found = proposals(data, [ASSOCIATION, line], "2024-07-12")
    assert [each.kind for each in found] == ["observation", "target", "observation"]


@pytest.mark.parametrize(
    "and_done", [", thực hiện 310 hội viên", " nhưng hội có 310 hội viên", "; toàn huyện có 310 hội viên"]
)
def test_what_was_done_beside_its_plan_is_no_aim(and_done: str, data: Catalog) -> None:
    found = proposals(data, [ASSOCIATION, f"Năm 2023, kế hoạch là 300 hội viên{and_done}."], "2024-07-12")
    assert [each.kind for each in found] == ["target", "observation"]


@pytest.mark.parametrize(
    ("line", "periods"),
    [
        # a day that the sentence opens with is when there was what there «hiện có»
        ("Tính đến ngày 30/6/2024, quỹ khuyến học của hội hiện có 412 triệu đồng.", ["2024-06-30"]),
        ("Đến hết tháng 5/2024, toàn huyện hiện có 900 hội viên.", ["2024-05"]),
        ("Đến nay, toàn huyện hiện có 900 hội viên.", ["2024-07-12"]),
        # what is compared with stands behind its time, and is of that time alone
        ("So với ngày 31/12/2023 (850 hội viên), số hội viên tăng 3,4%.", ["2023-12-31"]),
        ("So với cuối năm 2022 (850 hội viên), nay hội có 900 hội viên.", ["2022-12-31", "2024-07-12"]),
        ("Năm 2023, hội vận động quỹ được 2 tỷ đồng, gấp 1,4 lần năm 2020 (1,4 tỷ đồng).", ["2023", "2020"]),
        (
            "6 tháng đầu năm, quỹ vận động được 2 tỷ đồng; cùng kỳ năm 2023 là 1,5 tỷ đồng. Hội trao 60 suất học bổng.",
            ["2024-01/2024-06", "2023-01/2023-06", "2024-01/2024-06"],
        ),
        # the year of school before the one just named, whatever day it is
        (
            "Năm học 2021 - 2022, hội trao 60 suất học bổng. Năm học trước, hội trao 50 suất học bổng.",
            ["2021/2022", "2020/2021"],
        ),
        ("Năm học trước, hội trao 50 suất học bổng.", [""]),
        # an event of a day behind what was given there, a picture, what goes on
        ("Hội trao 60 suất quà cho học sinh trong lễ khai giảng ngày 5/7.", ["2024-07-05"]),
        ("Hội trao 60 suất quà và 12 suất học bổng tại buổi lễ sáng 5/7.", ["2024-07-05", "2024-07-05"]),
        ("Ảnh 1: Lãnh đạo hội trao 60 suất quà cho học sinh.", ["2024-07-12"]),
        ("Hội hiện đỡ đầu 1.040 học sinh, trong đó 12 em mồ côi.", ["2024-07-12", "2024-07-12"]),
        ("Năm 2023, hội đỡ đầu 40 học sinh.", ["2023"]),
    ],
)
def test_a_figure_holds_when_its_own_words_say(line: str, periods: list[str], data: Catalog) -> None:
    assert [each.period for each in proposals(data, [ASSOCIATION, line], "2024-07-12")] == periods


@pytest.mark.parametrize(
    ("line", "day"),
    [
        ("Sáng mồng 6 Tết Ất Tỵ (3/2/2025), hội trao 60 suất học bổng.", "2025-02-03"),
        ("Ngày rằm tháng Giêng (12/2/2025), hội trao 60 suất học bổng.", "2025-02-12"),
    ],
)
def test_a_day_of_the_moon_is_told_by_the_day_in_brackets(line: str, day: str, data: Catalog) -> None:
    assert [each.period for each in proposals(data, [ASSOCIATION, line])] == [day]


def test_the_year_in_which_something_began_is_not_that_of_the_article(data: Catalog) -> None:
    lines = [ASSOCIATION, "Quỹ khuyến học ra đời vào năm 2008.", "Hội đã trao 60 suất học bổng."]
    assert [each.period for each in proposals(data, lines, "2024-07-12")] == ["2024-07-12"]


OF_CLAN, NOW, DAY = "Dòng họ Trần họp mặt", ("2024-03-10", "observation"), "2024-02-24"


@pytest.mark.parametrize(
    ("words", "stated"),
    [
        ("Họ thống nhất để số dư quỹ lên 500 triệu đồng vào năm 2026.", [("2026", "target")]),
        ("Quỹ có 300 triệu đồng, họ muốn quỹ có 500 triệu đồng đến hết năm 2026.", [NOW, ("2026", "target")]),
        ("Quỹ có 300 triệu đồng vào năm 2022.", [("2022", "observation")]),
        ("Quỹ có 300 triệu đồng.", [NOW]),
    ],
)
def test_what_a_year_to_come_stands_behind_is_aimed_at(
    words: str, stated: list[tuple[str, str]], data: Catalog
) -> None:
    assert [(each.period, each.kind) for each in proposals(data, [OF_CLAN, words], "2024-03-10")] == stated


@pytest.mark.parametrize(
    ("words", "period"),
    [
        ("Cũng trong thời gian này", "2024-01/2024-06"),
        ("Trong thời gian đó", "2024-01/2024-06"),
        ("Trong năm 2023", "2023"),
    ],
)
def test_a_paragraph_of_the_same_time_is_of_that_of_the_one_before(words: str, period: str, data: Catalog) -> None:
    lines = [
        OF_CLAN,
        "Năm 2022, quỹ thu 1 tỷ đồng; trong 6 tháng, quỹ vận động được 2 tỷ đồng.",
        f"{words}, trao 20 suất học bổng.",
    ]
    assert proposals(data, lines, "2024-07-12")[-1].period == period


@pytest.mark.parametrize(
    ("line", "periods"),
    [
        ("Riêng năm 2022, quỹ vận động được 126 triệu đồng.", ["2022", DAY]),
        ("Năm 2022, quỹ vận động được 126 triệu đồng.", ["2022", "2022"]),
        ("Tại buổi lễ, họ thưởng cho 93 cháu có thành tích trong năm 2023 với tổng số tiền 31 triệu đồng.", [DAY] * 3),
        ("Tại buổi lễ, họ cho biết trong năm 2023 đã thưởng cho 93 cháu với số tiền 31 triệu đồng.", ["2023"] * 3),
    ],
)
def test_a_year_of_one_figure_or_of_what_was_achieved_dates_nothing_else(
    line: str, periods: list[str], data: Catalog
) -> None:
    found = proposals(data, [OF_CLAN, line, "Ngoài ra, họ trao 6 suất học bổng."], DAY)
    assert [each.period for each in found] == periods
