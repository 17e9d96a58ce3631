"""When a figure of an article holds: days and months without their year, aims of a time to come."""

from pathlib import Path

import pytest

from hoctap.contribute.articles.dated import article_date
from hoctap.contribute.articles.proposals import proposals
from hoctap.contribute.articles.yearless import the_last
from hoctap.load import load
from hoctap.model.catalog import Catalog

OF_TOWN = "Hội Khuyến học huyện Hồ Sen, tỉnh Đông Lâu"


@pytest.fixture
def data(repository: Path) -> Catalog:
    return load(repository, validate=False).catalog


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


def test_a_month_without_its_year_is_not_of_the_year_of_the_headline(data: Catalog) -> None:
    head = f"{OF_TOWN} tổng kết công tác năm 2024"
    of = {line: proposals(data, [head, line.format(SUM)], "2025-10-10") for line, _ in TIMES}
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


def test_what_has_hardly_begun_has_brought_nothing(data: Catalog) -> None:
    of = {(day, line): proposals(data, [f"{OF_TOWN} họp", line.format(SUM)], day) for day, line, _ in AIMS}
    assert {key: [each.kind for each in found] for key, found in of.items()} == {
        (day, line): [kind] for day, line, kind in AIMS
    }
