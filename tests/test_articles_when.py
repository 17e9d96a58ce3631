"""When a figure of an article holds: days and months without their year, aims of a time to come."""

import pytest

from hoctap.contribute.articles.dated import article_date
from hoctap.contribute.articles.proposals import proposals
from hoctap.contribute.articles.yearless import the_last
from hoctap.model.catalog import Catalog

OF_TOWN = "Hội Khuyến học huyện Hồ Sen, tỉnh Đông Lâu"


@pytest.mark.parametrize(
    ("month", "of_month", "day", "found"),
    [
        ("9", "15", "2025-10-10", "2025-09-15"),
        ("12", "31", "2025-10-10", "2024-12-31"),
        ("6", "30", "2025-06-26", "2025-06-30"),
        ("12", "31", "2025-11-15", "2024-12-31"),
        ("4", "31", "2025-10-10", ""),
        ("9", "15", "2024", "2024-09-15"),
    ],
)
def test_a_day_without_its_year_is_the_last_one_before_or_soon(month: str, of_month: str, day: str, found: str) -> None:
    assert the_last(month, of_month, day) == found


SUM = "được 30 triệu đồng"
# What a line of an article of 10/10/2025 whose headline reviews the year 2024 says, and of when its one figure is.
TIMES = (
    ("Trong tháng 9, hội vận động {}.", "2025-09"),
    ("Tháng 9 vừa qua, hội vận động {}.", "2025-09"),
    ("Riêng tháng 12, hội vận động {}.", "2024-12"),
    ("Tháng 9/2023, hội vận động {}.", "2023-09"),
    ("Tháng 9, hội sơ kết. Các cấp hội vận động {}.", "2024"),
    ("Hội vận động {}.", "2024"),
    ("Từ tháng 1 đến tháng 9/2025, hội vận động {}.", "2025-01/2025-09"),
    ("Tháng 9 hằng năm, hội vận động {}.", "2024"),
    ("Ngày 15/9, hội vận động {}.", "2025-09-15"),
    ("Ngày 15/9, hội tổng kết năm 2023, vận động {}.", "2023"),
)


def test_a_month_without_its_year_is_not_of_the_year_of_the_headline(catalog: Catalog) -> None:
    head = f"{OF_TOWN} tổng kết công tác năm 2024"
    of = {line: proposals(catalog, [head, line.format(SUM)], "2025-10-10") for line, _ in TIMES}
    assert {line: [each.period for each in found] for line, found in of.items()} == {
        line: [period] for line, period in TIMES
    }


@pytest.mark.parametrize(
    ("line", "day"),
    [
        ("(TT) Tháng 10/2025, Hội Khuyến học tỉnh họp.", "2025-10"),
        ("Trung tuần tháng 10/2025, Hội Khuyến học tỉnh họp.", "2025-10"),
        ("Hội đã họp từ tháng 10/2025.", ""),
    ],
)
def test_an_article_without_a_day_is_of_the_month_that_its_lead_opens_with(line: str, day: str) -> None:
    assert article_date(["Hội Khuyến học tỉnh sơ kết", line]) == day


# What articles of a day say of a time, and whether it is an aim.
AIMS = (
    ("2025-07-04", "Trong 6 tháng cuối năm, hội vận động {} trở lên.", "target"),
    ("2025-07-04", "6 tháng cuối năm, hội củng cố tổ chức. Vận động {}.", "target"),
    ("2025-07-04", "Hội vận động {} trong 6 tháng cuối năm.", "target"),
    ("2025-07-04", "Hội vận động {} trong 6 tháng đầu năm.", "observation"),
    ("2025-07-04", "6 tháng cuối năm, hội củng cố tổ chức. Hội đã vận động {}.", "observation"),
    ("2025-12-20", "Trong 6 tháng cuối năm, hội vận động {}.", "observation"),
    ("2025-06-25", "6 tháng đầu năm, hội vận động {}.", "observation"),
    ("2025-02-18", "Quý I, hội vận động 30 triệu đồng.", "target"),
    ("2025-02-18", "Quý I, hội đã vận động {}.", "observation"),
    ("2025-03-25", "Quý I, hội vận động 30 triệu đồng.", "observation"),
)


def test_what_has_hardly_begun_has_brought_nothing(catalog: Catalog) -> None:
    of = {(day, line): proposals(catalog, [f"{OF_TOWN} họp", line.format(SUM)], day) for day, line, _ in AIMS}
    assert {key: [each.kind for each in found] for key, found in of.items()} == {
        (day, line): [kind] for day, line, kind in AIMS
    }


TITLES = "2.050 Công dân học tập"
# A line below the headline of an article, the day of the article, and when its one figure is.
PROGRAMMES = (
    (
        "Thực hiện Đề án “Học tập suốt đời trong gia đình, cộng đồng đến năm 2020”, huyện có {}.",
        "2017-05-03",
        "2017-05-03",
    ),
    ("Sau 3 năm thực hiện Quyết định 281 về đẩy mạnh học tập trong cộng đồng đến năm 2020, huyện có {}.", "", ""),
    ("Huyện có Đề án về xây dựng xã hội học tập, đến năm 2020 huyện có {}.", "", "2020"),
    ("Từ nay đến năm 2030, huyện phấn đấu đi đầu. Hiện nay, huyện có {}.", "", ""),
    ("Huyện có {}. Năm 2023, huyện đi đầu.", "", ""),
    ("Năm 2023, huyện có {}.", "", "2023"),
)


def test_the_years_of_a_programme_of_aims_and_of_what_is_told_later_date_no_figure(catalog: Catalog) -> None:
    for line, day, period in PROGRAMMES:
        (found,) = proposals(catalog, [f"{OF_TOWN} họp", "Nhiều đại biểu đã đến.", line.format(TITLES)], day)
        assert (found.period, found.kind) == (period, "observation"), line


# The lead of an article of a day, and when the one figure below it is: «Hội vận động được 30 triệu đồng.»
SUMS_UP = (
    ("Chiều 11/1, hội tổng kết công tác khuyến học.", "2024-01-11", "2023"),
    ("Chiều 11/1, hội tổng kết công tác khuyến học nhiệm kỳ qua.", "2024-01-11", "2024-01-11"),
    ("Chiều 11/1, hội tổng kết phong trào giai đoạn vừa qua.", "2024-01-11", "2024-01-11"),
    ("Chiều 11/6, hội tổng kết công tác khuyến học.", "2024-06-11", "2024-06-11"),
    ("Hội họp, triển khai công tác khuyến học năm 2022.", "", ""),
)


def test_a_meeting_early_in_a_year_sums_up_the_one_before_it(catalog: Catalog) -> None:
    for lead, day, period in SUMS_UP:
        (found,) = proposals(catalog, [f"{OF_TOWN} họp", lead, f"Hội vận động {SUM}."], day)
        assert found.period == period, lead


# What follows «Năm 2017, …» in its paragraph, the day of the article, and when its one figure is.
SPANS = (
    (f"Hội vận động {SUM}.", "2018-01-04", "2017"),
    (f"Trong 5 năm, hội vận động {SUM}.", "2018-01-04", ""),
    (f"Từ khi thành lập, hội vận động {SUM}.", "2018-01-04", ""),
    ("Dịp này, hội vận động được 30 triệu đồng.", "2018-01-04", "2018-01-04"),
    ("Dịp này, hội vận động được 30 triệu đồng.", "", ""),
    ("Tại hội nghị, hội vận động được 30 triệu đồng.", "", ""),
)


def test_years_that_nobody_names_are_not_those_of_the_sentence_before(catalog: Catalog) -> None:
    for sentence, day, period in SPANS:
        (found,) = proposals(catalog, [f"{OF_TOWN} họp", f"Năm 2017, hội đi đầu. {sentence}"], day)
        assert found.period == period, sentence


def test_a_rise_over_the_same_months_of_last_year_is_of_this_year(catalog: Catalog) -> None:
    line = f"6 tháng đầu năm 2023, hội đi đầu. Hội vận động {SUM}, tăng so với cùng kỳ năm ngoái."
    (found,) = proposals(catalog, [f"{OF_TOWN} họp", line], "2023-07-10")
    assert found.period == "2023-01/2023-06"


@pytest.mark.parametrize(
    ("lead", "period"),
    [
        ("Đại hội lần thứ nhất, nhiệm kỳ 2025 - 2030 đã diễn ra.", "2020/2025"),
        ("Hội triển khai nhiệm vụ của nhiệm kỳ 2025 - 2030.", "2025/2030"),
        ("Đại hội lần thứ nhất, nhiệm kỳ 2020 - 2025 đã diễn ra.", "2020/2025"),
        ("Đại hội lần thứ nhất, nhiệm kỳ 2026 - 2031 đã diễn ra.", "2021/2026"),
        ("Hội thực hiện Nghị quyết Đại hội lần thứ nhất, nhiệm kỳ 2025 - 2030.", "2025/2030"),
    ],
)
def test_a_congress_held_late_looks_back_all_the_same(lead: str, period: str, catalog: Catalog) -> None:
    (found,) = proposals(catalog, [f"{OF_TOWN} họp", lead, f"Trong nhiệm kỳ, hội vận động {SUM}."], "2026-02-03")
    assert found.period == period


@pytest.mark.parametrize(
    ("line", "day"),
    [
        ("Sáng 26/6, hội kỷ niệm 30 năm thành lập (27/6/1994 - 27/6/2024).", "2024-06-26"),
        ("Sáng 26/6/2024, hội kỷ niệm ngày thành lập 27/6/1994.", "2024-06-26"),
        ("Ngày 31/8, hội khen thưởng học sinh đạt thành tích trong năm học 2024 - 2025.", "2025-08-31"),
        ("Ngày 31/8, hội trao học bổng năm học 2024 - 2025.", "2024-08-31"),
        ("Ngày 12/5, hội khen thưởng học sinh đạt thành tích trong năm học 2024 - 2025.", "2025-05-12"),
    ],
)
def test_the_day_of_an_event_is_not_of_the_year_that_it_looks_back_to(line: str, day: str) -> None:
    assert article_date([f"{OF_TOWN} họp", line]) == day


# A line of an article, its day, and when its figures are.
LATER_TIMES = (
    ("Huyện có 2.050 Công dân học tập (tháng 9/2015).", "2015-10", ["2015-09"]),
    ("Riêng từ năm 2004 đến nay, hội vận động được 30 triệu đồng.", "", [""]),
    ("Riêng từ năm 2004 đến nay, hội vận động được 30 triệu đồng.", "2013-04", ["2004/2013"]),
    ("Trong 2 năm học vừa qua, hội vận động được 30 triệu đồng.", "2023-07", [""]),
)


def test_months_in_brackets_and_years_up_to_now_date_their_figures(catalog: Catalog) -> None:
    head = f"{OF_TOWN} trong phong trào khuyến học"
    of = {(line, day): proposals(catalog, [head, line], day) for line, day, _ in LATER_TIMES}
    assert {key: [each.period for each in found] for key, found in of.items()} == {
        (line, day): periods for line, day, periods in LATER_TIMES
    }


def test_twenty_years_between_two_days_are_those_years(catalog: Catalog) -> None:
    lead = "Sáng 5-10, hội kỷ niệm 20 năm thành lập (10-10-1997 - 10-10-2017)."
    (found,) = proposals(catalog, [f"{OF_TOWN} kỷ niệm", lead, "Trong 20 năm qua, hội vận động được 30 triệu đồng."])
    assert found.period == "1997/2017"


def test_an_article_early_in_a_year_whose_lead_opens_with_the_last_gives_the_titles_of_that(catalog: Catalog) -> None:
    lines = [f"{OF_TOWN} làm tốt khuyến học", "(BT) - Trong năm 2020, hội đi đầu.", f"Huyện có {TITLES}."]
    (found,) = proposals(catalog, lines, "2021-02")
    assert found.period == "2020"


# What a line of an article of 12/7/2022 says, and of when its one figure is, with how sure that is.
NEAR = (
    # a part of the year of the article
    (f"Nửa đầu năm, hội vận động {SUM}.", "2022-01/2022-06 stated"),
    (f"Nửa đầu năm ngoái, hội vận động {SUM}.", "2021-01/2021-06 stated"),
    (f"Hai quý đầu năm, hội vận động {SUM}.", "2022-01/2022-06 stated"),
    (f"Hội vận động {SUM} trong 6 tháng, có nhiều em đi học.", "2022-01/2022-06 stated"),
    (f"Từ đầu năm 2022 đến nay, hội vận động {SUM}.", "2022-01/2022-07 stated"),
    (f"Từ tháng 8/2021 đến nay, hội vận động {SUM}.", "2021-08/2022-07 stated"),
    # up to a day, of which nobody says since when
    (f"Tính đến hết tháng 6, hội vận động {SUM}.", "2022-01/2022-06 inferred"),
    (f"Đến ngày 30/6/2022, hội vận động {SUM}.", "2022-01/2022-06 inferred"),
    (f"Đến hết quý III/2021, hội vận động {SUM}.", "2021-01/2021-09 inferred"),
    (f"Tính đến tháng 1/2022, hội vận động {SUM}.", ""),
    (f"Lũy kế đến ngày 30/6/2022, hội vận động {SUM}.", ""),
    (f"Năm học 2021-2022, tính đến hết tháng 3/2022, hội vận động {SUM}.", "2021/2022 stated"),
    # since a beginning
    (f"Từ ngày lập quỹ đến nay, hội vận động {SUM}.", ""),
    (f"Hội ra đời năm 1998. Từ ngày thành lập đến nay, hội vận động {SUM}.", "1998/2022 inferred"),
    (f"Từ ngày thành lập (2008) đến nay, hội vận động {SUM}.", "2008/2022 stated"),
    (f"Từ khi đi vào hoạt động đến nay, hội vận động {SUM}.", ""),
    (f"Sau 5 năm, hội vận động {SUM}.", ""),
    # of no time beside it: that of the article, as an inference
    (f"Phong trào năm 2021 lan rộng; nhiều em đi học.|Hội vận động {SUM}.", "2021 inferred"),
    # compared with the same time of the year before
    (f"Nửa đầu năm, hội vận động nhiều hơn so với {SUM[5:]} của cùng kỳ.", "2021-01/2021-06 stated"),
    (f"Nửa đầu năm, hội vận động nhiều hơn so với {SUM[5:]} của cùng kỳ năm 2020.", "2020-01/2020-06 stated"),
    (f"Nửa đầu năm, hội vận động {SUM}, bằng 64% cùng kỳ năm 2021.", "2022-01/2022-06 stated"),
    (f"Nửa đầu năm, hội vận động {SUM}, bằng 64% cùng kỳ 2021 (46 triệu đồng).", "2021-01/2021-06 stated"),
    (f"Nửa đầu năm, hội vận động {SUM} (cùng kỳ năm ngoái: 46 triệu đồng).", "2021-01/2021-06 stated"),
    (f"Quý I năm 2022, hội vận động {SUM}, hơn cùng kỳ 2020 (46 triệu đồng).", "2020-01/2020-03 stated"),
    # beside a time of another figure
    (f"Năm 2021, hội đi đầu. Hội vận động {SUM}, đạt 64% chỉ tiêu cả năm.", "2021 stated"),
    (f"Tồn cuối năm 2020 chuyển sang 9 triệu đồng; hội vận động {SUM}.", "2022-07-12 inferred"),
    (f"Năm 2021, hội đi đầu. Số dư cuối năm 2020 là 9 triệu đồng. Hội vận động {SUM}.", "2021 stated"),
    (f"Dư đến hết năm 2019 còn 9 triệu đồng, gửi ngân hàng. Hội vận động {SUM}.", "2022-07-12 inferred"),
    (f"Năm 2021, nếu năm 2015 mới có 9 em thì năm 2019 đã có 20 em. Hội vận động {SUM}.", "2021 stated"),
    (f"Nếu như năm 2015 còn khó thì nay đã khác. Hội vận động {SUM}.", "2022-07-12 inferred"),
    (f"Năm 2019, hội thu ít; năm nay khá hơn.|Hội vận động {SUM}.", "2022-07-12 inferred"),
    (f"Tỷ lệ biết chữ tăng từ 90,5% năm 2016 lên 94,2%.|Hội vận động {SUM}.", "2022-07-12 inferred"),
    (f"Trong năm, số em giỏi nhiều hơn so với năm trước; hội vận động {SUM}.", "2022-07-12 inferred"),
    (f"Hội họp.|Hội bàn.|Nhiều em vui.|Quý III/2021, hội đi đầu.|Hội vận động {SUM}.", "2022-07-12 inferred"),
    (f"Hội họp.|Hội bàn.|Nhiều em vui.|Năm 2021, hội đi đầu.|Hội vận động {SUM}.", "2021 inferred"),
    (f"Hội họp.|Quý III/2021, hội đi đầu.|Hội vận động {SUM}.", "2021-07/2021-09 stated"),
    (f"Quý II/2022, hội vận động {SUM}; lũy kế 6 tháng đạt 46 triệu đồng.", "2022-01/2022-06 stated"),
    (f"Quý II/2022, hội vận động {SUM}; lũy kế sáu tháng là 46 triệu đồng.", "2022-01/2022-06 stated"),
    (f"Hội vận động {SUM}; nếu năm 2019 mới có 4 triệu đồng thì năm 2021 đã là 46 triệu đồng.", "2021 stated"),
    (f"Hội vận động {SUM}; nếu năm 2019 mới có 46 triệu đồng thì năm 2021 khá hơn.", "2019 stated"),
    (f"Nhiệm kỳ qua, hội vận động {SUM}.", ""),
    # since something was founded
    (f"Quỹ ra đời năm 2009; lũy kế 13 năm vận động {SUM}.", "2009/2022 stated"),
    (f"Quỹ thành lập từ năm 2009, vận động {SUM}.", "2022-07-12 inferred"),
    (f"Quỹ lập năm 2009, năm ấy vận động {SUM}.", "2009 stated"),
    (f"Quỹ lớn dần; lũy kế 13 năm vận động {SUM}.", ""),
    # all of a span that is named above
    (f"Hội tổng kết giai đoạn 2017 - 2021.|Cả giai đoạn, hội vận động {SUM}.", "2017/2021 stated"),
    (
        f"Hội tổng kết giai đoạn 2017 - 2021, bàn việc giai đoạn 2022 - 2026.|Suốt giai đoạn, hội vận động {SUM}.",
        "2017/2021 stated",
    ),
    (f"Cả giai đoạn, hội vận động {SUM}.", ""),
    (f"Hội tổng kết giai đoạn 2017 - 2021.|Trong giai đoạn này, hội vận động {SUM}.", "2017/2021 stated"),
    (f"Trong giai đoạn hiện nay, hội vận động {SUM}.", "2022-07-12 inferred"),
    (f"Hội đã tổng kết năm 2021.|Cuối tháng 6, hội vận động {SUM}.", "2021 inferred"),
    (f"Hết tháng 5, hội vận động {SUM}.", "2022-01/2022-05 inferred"),
    (f"Lũy kế 9 tháng, hội vận động {SUM}.", ""),
    (f"Năm học 2021 - 2022, hội đi đầu. Cả năm, hội vận động {SUM}.", "2021/2022 stated"),
)
BALANCES = (
    (f"Đại hội lần thứ I của hội ngày 28/01/2022 ghi nhận {TITLES}.", "2022-01-28 stated"),
    (f"Báo cáo tại hội nghị ngày 3/3/2022, hội có {TITLES}.", "2022-03-03 stated"),
    (f"Đến hết quý I/2022, hội có {TITLES}.", "2022-03 stated"),
    (f"Hội sáp nhập ngày 1/7. Trước sáp nhập, hội có {TITLES}.", "2022-06-30 inferred"),
    (f"Trước khi hợp nhất, hội có {TITLES}.", ""),
    (f"Từ 01/7/2022, hai huyện hợp nhất. Trước thời điểm đó, hội có {TITLES}.", "2022-06-30 inferred"),
    (f"Kể từ ngày 1/3/2022, sau khi sáp nhập, hội đổi tên. Trước đó, hội có {TITLES}.", "2022-07-12 inferred"),
    (f"Ngày 1/7, hội họp. Trước khi đó, hội có {TITLES}.", "2022-07-12 inferred"),
    (f"Khi bước vào nhiệm kỳ 2015 - 2020, hội mới có {TITLES}.", "2015 stated"),
    (f"Đầu nhiệm kỳ 2016 - 2021, hội có {TITLES}.", "2016 stated"),
    (f"Đầu nhiệm kỳ, hội có {TITLES}.", ""),
    (f"Hết tháng 6, hội có {TITLES}.", "2022-06 stated"),
    (f"Hội tổng kết năm học 2021 - 2022.|Đầu năm học có {TITLES}.", "2021-09 inferred"),
    (f"Hội tổng kết năm 2021.|Đầu năm còn {TITLES}.", "2021-01 inferred"),
    (f"Đầu kỳ có {TITLES}.", ""),
    (f"Ngay từ đầu năm, hội có {TITLES}.", "2022-07-12 inferred"),
    (f"Hội họp.|Hội bàn.|Năm 2015, hội đi đầu.|Cũng năm ấy, hội có {TITLES}.", "2015 stated"),
    (
        f"Hội họp.|Hội bàn.|Năm 2015, hội đi đầu; năm 2016 thì không.|Cũng năm ấy, hội có {TITLES}.",
        "2022-07-12 inferred",
    ),
    (f"Năm 2021, hội đi đầu. Hội đến thời điểm này có {TITLES}.", "2022-07-12 inferred"),
)


def test_a_figure_is_of_the_time_that_stands_beside_it(catalog: Catalog) -> None:
    of = {
        line: f"{each.period} {each.period_status}".strip()
        for line, _ in (*NEAR, *BALANCES)
        for each in proposals(catalog, [f"{OF_TOWN} họp", *line.split("|")], "2022-07-12")
    }
    assert of == dict((*NEAR, *BALANCES))


@pytest.mark.parametrize(
    ("lines", "day"),
    [
        (["Nhiều em được tặng quà. Sáng 19/5/2019, các xã khui heo đất."], "2019-05-19"),
        (["05/09/2020", "Đúng ngày khai giảng, quỹ trao học bổng."], "2020-09-05"),
        (["05/09/2020", "Trước ngày khai giảng, quỹ trao học bổng."], "2020-09"),
        (
            ["Cả họ tề tựu.", "Họ có nhiều chi.", "Nhiều em đi học.", "Quỹ lớn.", "Ai cũng vui.", "04/05/2023"],
            "2023-05",
        ),
        (["Quỹ lớn."] * 6 + ["Bài và ảnh: Minh Thuận, 04/05/2023"], "2023-05"),
        (["Quỹ lớn."] * 6 + ["Hội đã khen các em học giỏi, trao quà ngày 04/05/2023 tại nhà văn hóa"], ""),
    ],
)
def test_a_day_may_stand_within_the_lead_or_at_the_end(lines: list[str], day: str) -> None:
    assert article_date([f"{OF_TOWN} họp", *lines]) == day
