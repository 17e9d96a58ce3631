"""«Trong đó …» beside or below what it is a part of: placed as that part, as an indicator, or asked about."""

import pytest

from hoctap.check.gate import Checked
from hoctap.contribute.tables.long import understand
from hoctap.contribute.tables.rows import Row
from hoctap.model.catalog import Catalog
from miniature import with_indicators
from typed_sheets import sheet

FIELDS = "indicator_id name_vi like value_type unit_measure subject_rule"
INDICATORS = (
    ("members", "Hội viên khuyến học", "staff-total", "count", "nguoi", "association"),
    ("people-supported", "Số người được hỗ trợ, đỡ đầu", "staff-total", "count", "nguoi", "association"),
    ("scholarships-awarded", "Suất học bổng đã trao", "staff-total", "count", "suat", "association"),
    ("bicycles-donated", "Xe đạp đã tặng", "staff-total", "count", "chiec", "association"),
    ("branches", "Chi hội khuyến học", "staff-total", "count", "to-chuc", "association"),
    ("party-members", "Đảng viên", "staff-total", "count", "nguoi", "any"),
    ("labour-trained-rate", "Tỷ lệ lao động qua đào tạo", "staff-total", "share", "phan-tram", "area"),
    ("labour-certified-rate", "Tỷ lệ lao động có bằng cấp, chứng chỉ", "staff-total", "share", "phan-tram", "area"),
)


@pytest.fixture(scope="module")
def catalog(checked: Checked) -> Catalog:
    return with_indicators(checked.catalog, FIELDS, INDICATORS)


def last_row(catalog: Catalog, title: str, rows: list[str]) -> Row:
    """Return what is understood of the last figure of a sheet whose rows are texts parted by strokes."""
    return understand(catalog, [sheet((title, "BIỂU SỐ LIỆU NĂM 2023", *rows))], {}).rows[-1]


@pytest.mark.parametrize(
    ("heads", "indicator", "part"),
    [
        ("Học sinh nhận đỡ đầu|Trong đó được cấp học bổng", "", ""),
        ("Học sinh nhận đỡ đầu|Trong đó: đã nhận học bổng", "", ""),
        ("Học sinh nhận đỡ đầu|Trong đó: được tặng xe đạp", "", ""),
        ("Học sinh nhận đỡ đầu|Số suất học bổng", "scholarships-awarded", ""),
        ("Hội viên|Trong đó nữ", "members", "nữ"),
        ("Hội viên|Tỷ lệ (%)|Trong đó: cán bộ", "", ""),  # between them stands what nobody knows
        ("Hội viên dự họp|Trong đó: đảng viên", "", ""),
        ("Hội viên|Đảng viên", "party-members", ""),
    ],
)
def test_what_some_people_got_is_no_count_of_what_was_given(
    heads: str, indicator: str, part: str, catalog: Catalog
) -> None:
    figures = "|".join(["40", "30", "20"][: heads.count("|") + 1])
    rows = [f"TT|Đơn vị|{heads}", f"1|Hội Khuyến học tỉnh Đông Lâu|{figures}"]
    found = last_row(catalog, "HỘI KHUYẾN HỌC TỈNH ĐÔNG LÂU", rows)
    assert (found.indicator_id, found.breakdown) == (indicator, part)
    assert found.question.endswith("chưa có chỉ tiêu nào như vậy") is (not indicator)


@pytest.mark.parametrize(("title", "is_open"), [("THỐNG KÊ HỘI VIÊN", True), ("THỐNG KÊ HỘI VIÊN, ĐẢNG VIÊN", False)])
@pytest.mark.parametrize("part", ["", " nữ"])
def test_party_members_of_a_table_about_members_are_asked_about(
    part: str, title: str, is_open: bool, catalog: Catalog
) -> None:
    heads = f"TT|Đơn vị|Tổng số hội viên năm 2026|Đảng viên{part} năm 2026"
    rows = [heads, "1|Hội Khuyến học tỉnh Đông Lâu|40|30"]
    found = last_row(catalog, f"{title} HỘI KHUYẾN HỌC TỈNH ĐÔNG LÂU", rows)
    assert found.indicator_id == "party-members"
    assert ("trong số hội viên" in found.question) is is_open


@pytest.mark.parametrize(
    ("whole", "row", "indicator"),
    [
        ("Lao động đã qua đào tạo|%", "|Trong đó có bằng, chứng chỉ|%", "labour-certified-rate"),
        ("Lao động qua đào tạo|%", "|Trong đó: có bằng cấp, chứng chỉ|%", "labour-certified-rate"),
        ("Lao động qua đào tạo|%", "|Trong đó: tại chỗ|%", ""),  # of all, or of those who are trained?
        ("Chi hội khuyến học|chi hội", "-|Đảng viên|người", ""),
        ("Chi hội khuyến học|chi hội", "2|Đảng viên|người", "party-members"),
        ("Hội viên khuyến học|người", "|Trong đó: tỷ lệ nữ|", ""),  # no number of members
        ("Hội viên khuyến học|người", "|Trong đó: tỷ lệ đảng viên|%", ""),
    ],
)
def test_a_row_below_another_is_what_both_name_or_asked_about(
    whole: str, row: str, indicator: str, catalog: Catalog
) -> None:
    title = "HỘI KHUYẾN HỌC TỈNH ĐÔNG LÂU" if "khuyến học" in whole else "ỦY BAN NHÂN DÂN TỈNH ĐÔNG LÂU"
    found = last_row(catalog, title, ["TT|Nội dung|ĐVT|Số liệu", f"1|{whole}|70", f"{row}|30"])
    assert (found.indicator_id, found.breakdown) == (indicator, "")


@pytest.mark.parametrize(
    ("rows", "indicator"),
    [
        (["Chỉ tiêu|Đơn vị tính|Số lượng", "Hội viên|người|365.000", "Chi hội|chi hội|4.050"], "branches"),
        (["Nội dung|ĐVT|Năm 2023", "Chi hội|chi hội|4.050", "Hội viên|người|365.000"], "members"),
        (["Hội viên|Đơn vị tính|Số lượng", "người|người|365.000", "chi hội|chi hội|4.050"], ""),
    ],
)
def test_indicators_called_as_what_they_count_are_no_measures_beside_a_column_of_these(
    catalog: Catalog, rows: list[str], indicator: str
) -> None:
    assert last_row(catalog, "HỘI KHUYẾN HỌC TỈNH ĐÔNG LÂU", rows).indicator_id == indicator
