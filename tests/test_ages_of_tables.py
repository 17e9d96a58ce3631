"""Rows that are ages of people complete what the columns count, are a part of it, or leave it open."""

import pytest

from hoctap.check.gate import Checked
from hoctap.contribute.tables.long import understand
from hoctap.contribute.tables.rows import Row
from hoctap.model.catalog import Catalog
from miniature import with_indicators
from typed_sheets import sheet

FIELDS = "indicator_id name_vi value_type unit_measure"
INDICATORS = (
    ("literacy-rate", "Tỷ lệ biết chữ (nhóm tuổi khác)", "share", "phan-tram"),
    ("literacy-rate-15-35", "Tỷ lệ biết chữ 15-35 tuổi", "share", "phan-tram"),
    ("literacy-rate-15-60", "Tỷ lệ biết chữ 15-60 tuổi", "share", "phan-tram"),
    ("literacy-rate-15-60-level2", "Tỷ lệ biết chữ mức độ 2, 15-60 tuổi", "share", "phan-tram"),
    ("literacy-learners", "Người học xóa mù chữ", "count", "nguoi"),
)


@pytest.fixture(scope="module")
def catalog(checked: Checked) -> Catalog:
    return with_indicators(checked.catalog, FIELDS, INDICATORS, topic="xoa-mu-pho-cap")


def first_row(catalog: Catalog, *rows: str) -> Row:
    """Return what is understood of the first figure of a sheet of the province whose rows are parted by strokes."""
    return understand(catalog, [sheet(("TỈNH ĐÔNG LÂU", "BIỂU SỐ LIỆU NĂM 2026", *rows))], {}).rows[0]


HEADS = ("Độ tuổi", "Nhóm tuổi", "Tuổi", "Các độ tuổi (tính tròn năm)")


@pytest.mark.parametrize(
    ("column", "age", "indicator", "part"),
    [
        ("Tỷ lệ biết chữ (%)", "15 - 25", "literacy-rate", "15-25 tuổi"),
        ("Tỷ lệ biết chữ (%)", "15-35", "literacy-rate-15-35", ""),
        ("Biết chữ mức độ 1 (%)", "15 đến 60", "literacy-rate-15-60", ""),
        ("Biết chữ mức độ 1 (%)", "36 – 60 tuổi", "literacy-rate", "36-60 tuổi"),
        ("Tỷ lệ biết chữ (%)", "Trên 35 tuổi", "literacy-rate", "trên 35 tuổi"),
        ("Biết chữ mức độ 2 (%)", "15 - 60", "literacy-rate-15-60-level2", ""),
        ("Biết chữ mức độ 2 (%)", "15 - 35", "", ""),  # only one age has an indicator of that level
        ("Người học xóa mù chữ", "15 - 35", "literacy-learners", "15-35 tuổi"),
        ("Số đối tượng điều tra", "15 - 35", "", ""),
    ],
)
def test_the_age_of_a_row_says_of_whom_a_column_is(
    column: str, age: str, indicator: str, part: str, catalog: Catalog
) -> None:
    for head in HEADS:
        found = first_row(catalog, f"STT|{head}|{column}", f"1|{age}|97", "2|Trên 60|40", "3|26 - 34|96")
        assert (found.indicator_id, found.breakdown if indicator else "") == (indicator, part), found.question
        assert (found.question == "") is bool(indicator), found.question


def test_the_rate_of_all_ages_together_is_asked_about(catalog: Catalog) -> None:
    rows = ("STT|Độ tuổi|Tỷ lệ biết chữ (%)", "|Tổng số|97", "1|15 - 25|98", "2|26 - 35|96")
    assert first_row(catalog, *rows).indicator_id == ""


def test_ranges_of_what_are_no_ages_stay_figures(catalog: Catalog) -> None:
    assert first_row(catalog, "STT|Tuổi Đảng|Đảng viên", "1|15 - 25|97", "2|26 - 34|96").indicator_id == ""
