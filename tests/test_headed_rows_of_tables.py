"""A row without figures that names an indicator, over rows that name some of it; and the place that all this is of."""

import pytest

from hoctap.check.gate import Checked
from hoctap.contribute.tables.long import understand
from hoctap.model.catalog import Catalog
from miniature import with_indicators
from typed_sheets import sheet

FIELDS = "indicator_id name_vi like topic subject_rule"
INDICATORS = (
    ("agencies-lan-rate", "Tỷ lệ cơ quan có mạng nội bộ", "learning-citizens-rate", "ha-tang-so", "any"),
    ("agencies-email-rate", "Tỷ lệ cơ quan có hộp thư điện tử", "learning-citizens-rate", "ha-tang-so", "any"),
    ("scholarships-awarded", "Suất học bổng đã trao", "trained-total", "hoc-bong-khen-thuong", "any"),
    ("members", "Hội viên khuyến học", "staff-total", "to-chuc-hoi", "association"),
    ("new-members", "Hội viên mới kết nạp", "trained-total", "to-chuc-hoi", "association"),
)
MAIL = ("Tỷ lệ cơ quan có hộp thư điện tử", "Tỷ lệ cơ quan có hòm thư công vụ", "Tỷ lệ cơ quan có email")
OURS = "HỘI KHUYẾN HỌC TỈNH ĐÔNG LÂU"


@pytest.fixture(scope="module")
def catalog(checked: Checked) -> Catalog:
    return with_indicators(checked.catalog, FIELDS, INDICATORS)


def read(catalog: Catalog, title: str, rows: list[str]) -> list[tuple[str, str, str]]:
    """Return unit, indicator and part of each figure that is placed, of a sheet whose rows are texts."""
    lines = (title, "SỐ LIỆU NĂM 2026", "TT|Chỉ tiêu|ĐVT|Kết quả", *rows)
    found = understand(catalog, [sheet(lines)], {}).rows
    return [(row.unit_id, row.indicator_id, row.breakdown) for row in found if not row.question]


@pytest.mark.parametrize(
    ("head", "rows"),
    [
        (f"1|{MAIL[0]}|%|", ("+ Cấp tỉnh|%", "+ Cấp huyện|%")),
        (f"I|{MAIL[1]}||", ("a) Cơ quan cấp tỉnh|%", "b) Cơ quan cấp xã|%")),
        ("1|Suất học bổng đã trao|suất|", ("- Học sinh vùng sâu|suất", "- Sinh viên y dược|suất")),
        ("1|Suất học bổng đã trao|suất|", ("- Do Hội trao|suất", "- Do nhà hảo tâm trao|suất")),
        ("1|Suất học bổng đã trao|suất|", ("- Huyện Bình Hồ|suất", "- Huyện Khê Đá|suất")),
        ("1|Suất học bổng đã trao|suất|", ("- An Phú|suất", "- An Bình|suất")),
        ("1|Phong trào học tập|suất|", ("- Học sinh vùng sâu|suất", "- Sinh viên y dược|suất")),
    ],
)
def test_parts_of_what_a_row_without_figures_names_are_asked_about(
    head: str, rows: tuple[str, ...], catalog: Catalog
) -> None:
    assert read(catalog, OURS, [head, *(f"|{row}|{30 + at}" for at, row in enumerate(rows))]) == []


def test_a_row_that_names_an_indicator_of_its_own_is_that(catalog: Catalog) -> None:
    rows = ["1|Hội viên khuyến học|người|", "|- Hội viên mới kết nạp|người|5", "|- Đảng viên|người|6"]
    assert read(catalog, OURS, rows) == [("hoi-khuyen-hoc-tinh-dong-lau", "new-members", "")]


@pytest.mark.parametrize(
    ("title", "unit"),
    [
        ("ỨNG DỤNG CÔNG NGHỆ THÔNG TIN TRONG CƠ QUAN NHÀ NƯỚC TỈNH ĐÔNG LÂU", "tinh-dong-lau"),
        ("ỨNG DỤNG CÔNG NGHỆ THÔNG TIN CỦA CÁC CƠ QUAN, ĐƠN VỊ HÀNH CHÍNH NHÀ NƯỚC TỈNH ĐÔNG LÂU", "tinh-dong-lau"),
        ("ỨNG DỤNG CÔNG NGHỆ THÔNG TIN TRÊN ĐỊA BÀN TỈNH ĐÔNG LÂU", "tinh-dong-lau"),
        ("ỨNG DỤNG CÔNG NGHỆ THÔNG TIN CỦA SỞ", ""),
    ],
)
def test_what_an_unknown_office_says_of_all_state_offices_of_a_place_is_of_that_place(
    title: str, unit: str, catalog: Catalog
) -> None:
    lines = ["UBND TỈNH ĐÔNG LÂU", "SỞ THÔNG TIN VÀ TRUYỀN THÔNG", title, "Năm 2026", "TT|Chỉ tiêu|Kết quả"]
    rows = (f"1|{MAIL[0]} (%)|90", "2|Tỷ lệ cơ quan có mạng nội bộ (%)|80")
    found = understand(catalog, [sheet([*lines, *rows])], {}).rows
    assert [row.unit_id for row in found if not row.question] == ([unit] * 2 if unit else [])
