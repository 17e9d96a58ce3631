"""Whose a figure of an article is: schools and colleges named beside whom it is about, clans, offices named later."""

from pathlib import Path

import pytest

from hoctap.contribute.articles.outline import outline
from hoctap.contribute.articles.proposals import proposals
from hoctap.contribute.articles.schools import SCHOOL
from hoctap.load import load
from hoctap.model.catalog import Catalog

HOUSE, PLACE = "so-giao-duc-tinh-dong-lau", "hoi-khuyen-hoc-tinh-dong-lau"
FUND = "quỹ vận động được 30 triệu đồng."


@pytest.fixture
def data(repository: Path) -> Catalog:
    return load(repository, validate=False).catalog


@pytest.mark.parametrize(
    ("words", "name"),
    [
        ("Trường THCS số 2 Tân Lập có 38 giáo viên", "Trường THCS số 2 Tân Lập"),
        ("Trường PTDTBT Tiểu học Nậm Lành trao quà", "Trường PTDTBT Tiểu học Nậm Lành"),
        (
            "Trường Phổ thông dân tộc bán trú Tiểu học và Trung học cơ sở Nậm Lành năm học này",
            "Trường Phổ thông dân tộc bán trú Tiểu học và Trung học cơ sở Nậm Lành",
        ),
        ("Trường Đại học Kiến trúc Hà Nội hiện có 486 giảng viên", "Trường Đại học Kiến trúc Hà Nội"),
        ("Trường Cao đẳng Y tế Lạng Sơn, 12 lớp", "Trường Cao đẳng Y tế Lạng Sơn"),
        ("Học viện Cán bộ quản lý xây dựng và đô thị là đơn vị lớn", "Học viện Cán bộ quản lý xây dựng và đô thị"),
        ("Trường có 38 giáo viên", ""),
        ("Học viện mở 12 lớp", ""),
    ],
)
def test_a_school_is_named_up_to_what_it_does_or_has(words: str, name: str) -> None:
    hit = SCHOOL.match(words)
    assert (hit[0].strip() if hit else "") == name


COLLEGE, ACADEMY = "Trường Đại học Xây lắp Hồ Sen", "Học viện Quản lý Hồ Sen"


@pytest.mark.parametrize(
    ("line", "whose"),
    [
        (f"Tại {COLLEGE}, hiện có 486 cán bộ.", [COLLEGE]),
        (f"{COLLEGE} là trường lớn. Hiện nay, nhà trường có 486 cán bộ.", [COLLEGE]),
        (f"{ACADEMY} là đơn vị lớn. Năm qua, Học viện có 486 cán bộ.", [ACADEMY]),
        (f"{ACADEMY} và {COLLEGE} đều lớn. Nhà trường có 486 cán bộ; Học viện có 20 cán bộ.", [COLLEGE, ACADEMY]),
        (f"{COLLEGE} là trường lớn. Sở phối hợp với nhà trường, hiện sở có 486 cán bộ.", [HOUSE]),
        ("Trường Mầm non Hoa Sen và Trường Mầm non Hoa Mai đều vui. Nhà trường có 486 cán bộ.", []),
    ],
)
def test_the_school_is_the_one_that_the_paragraph_has_named(line: str, whose: list[str], data: Catalog) -> None:
    lines = ["Sở Giáo dục và Đào tạo tỉnh Đông Lâu tổng kết năm học", line]
    assert [each.unit_id for each in proposals(data, lines, "2024-01-12")] == whose


@pytest.mark.parametrize(
    ("headline", "whose"),
    [
        ("Về dự ngày hội khuyến học của họ Trần", "Dòng họ Trần"),
        ("Họ Trần giữ nếp học ở Bình An", "Dòng họ Trần"),
        ("Nếp học trăm năm ở dòng họ Trần", "Dòng họ Trần"),
        ("Hội Khuyến học tỉnh Đông Lâu khen họ Trần", PLACE),
        ("Người dân tin rằng họ sẽ học mãi ở Đông Lâu", PLACE),
    ],
)
def test_a_headline_is_about_the_clan_that_it_names_where_it_names_nobody_else(
    headline: str, whose: str, data: Catalog
) -> None:
    lines = [headline, "Sáng 12/1, con cháu gần xa về họp mặt ở xã Bình An.", f"Năm 2023, {FUND}"]
    assert [each.unit_id for each in proposals(data, lines, "2024-01-12")] == [whose]


@pytest.mark.parametrize(
    ("second", "third", "whose"),
    [
        ("Chiều muộn, sương giăng kín lối vào bản.", "Sở Giáo dục và Đào tạo tỉnh Đông Lâu mở lớp.", HOUSE),
        ("Chiều muộn, Hội Khuyến học tỉnh Đông Lâu họp.", "Sở Giáo dục và Đào tạo tỉnh Đông Lâu đến dự.", PLACE),
        ("Chiều muộn ở tỉnh Đông Lâu, sương giăng kín.", "Sở Giáo dục và Đào tạo tỉnh Đông Lâu mở lớp.", PLACE),
    ],
)
def test_a_story_is_about_the_office_that_it_names_before_any_place(
    second: str, third: str, whose: str, data: Catalog
) -> None:
    lines = ["Con chữ nơi phên giậu xa xôi", "Đường lên bản còn lắm gian nan.", second, third, f"Năm 2023, {FUND}"]
    assert [each.unit_id for each in proposals(data, lines, "2024-01-12")] == [whose]


@pytest.mark.parametrize(
    ("heading", "aim"),
    [
        ("Nâng bước em tới trường", None),
        ("Đưa con chữ tới bản xa", None),
        ("Nhiều giải pháp hay", None),
        ("Hoàn thành tốt nhiệm vụ", False),
        ("Giải pháp thời gian tới", True),
        ("Nhiệm vụ năm học tới", True),
    ],
)
def test_a_heading_is_of_aims_by_the_time_to_come_not_by_a_way_to_a_place(heading: str, aim: bool | None) -> None:
    assert [each.aim for each in outline(["Hội họp", heading, "Hội trao 30 suất."])][-1] is aim
