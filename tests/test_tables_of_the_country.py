"""Tables of the whole country: what rows name is that of the country, where the title says so and nothing else."""

import pytest

from hoctap.check.gate import Checked
from hoctap.contribute.tables.long import understand
from hoctap.contribute.tables.rows import Understood
from hoctap.model.catalog import Catalog
from hoctap.model.codes import CENTRAL, WORKFORCE
from miniature import with_indicators, with_units
from typed_sheets import sheet

UNITS = (
    ("mam-non", "Giáo viên mầm non cả nước"),
    ("chung", "Giáo viên mầm non, phổ thông cả nước"),
    ("thcs-cong-lap", "Giáo viên trung học cơ sở công lập cả nước"),
    ("cong-chuc", "Công chức cả nước"),
)
FIELDS = "indicator_id name_vi value_type unit_measure"
INDICATORS = (
    ("staff-teaching", "Giảng viên, giáo viên", "count", "nguoi"),
    ("staff-qualified-rate", "Tỷ lệ cán bộ, giáo viên đạt chuẩn", "share", "phan-tram"),
    ("staff-college-rate", "Tỷ lệ cán bộ trình độ cao đẳng", "share", "phan-tram"),
)


@pytest.fixture(scope="module")
def catalog(checked: Checked) -> Catalog:
    found = with_indicators(checked.catalog, FIELDS, INDICATORS, parent_indicator_id="staff-total")
    return with_units(found, "unit_id name_vi", UNITS, unit_kind=WORKFORCE, level=CENTRAL, area_id="")


def read(catalog: Catalog, *rows: str) -> Understood:
    """Return what is understood of a sheet whose rows are texts parted by strokes."""
    return understand(catalog, [sheet(rows)], {})


HEAD = "TT|Cấp học, loại hình|Số giáo viên (người)|Trong đó: nữ|Đạt chuẩn trình độ (%)"
ROW = "390700|305800|87.4"


@pytest.mark.parametrize(
    ("name", "unit_id"),
    [
        ("Giáo viên mầm non", "mam-non"),
        ("Giáo viên mầm non, phổ thông", "chung"),
        ("GV mầm non", "mam-non"),
        ("Trong đó: GV THCS công lập", "thcs-cong-lap"),
        ("Giáo viên mầm non cả nước", "mam-non"),
        ("GV mầm non ngoài công lập", ""),
        ("GV THCS", ""),
    ],
)
@pytest.mark.parametrize("title", ["ĐỘI NGŨ GIÁO VIÊN CẢ NƯỚC", "THỐNG KÊ GIÁO VIÊN TOÀN QUỐC"])
def test_a_name_in_a_table_of_the_country_is_that_of_the_country(
    title: str, name: str, unit_id: str, catalog: Catalog
) -> None:
    found = read(catalog, title, "Năm học 2024-2025", HEAD, f"I|Giáo viên mầm non, phổ thông|{ROW}", f"1|{name}|{ROW}")
    rows = [row for row in found.rows if row.cell.endswith("5")]
    assert [(row.unit_id, row.indicator_id, row.breakdown) for row in rows if not row.question] == [
        (unit_id, "staff-total", ""),
        (unit_id, "staff-total", "nữ"),
        (unit_id, "staff-qualified-rate", ""),
    ][: 3 * bool(unit_id)]
    assert len(rows) == 3


@pytest.mark.parametrize(
    "title",
    [
        "ĐỘI NGŨ GIÁO VIÊN TỈNH ĐÔNG LÂU",
        "ĐỘI NGŨ GIÁO VIÊN TỈNH ĐÔNG LÂU, ĐỨNG THỨ BA CẢ NƯỚC",
        "ĐỘI NGŨ GIÁO VIÊN SO VỚI CẢ NƯỚC",
        "ĐỘI NGŨ GIÁO VIÊN",
    ],
)
def test_a_name_in_any_other_table_is_not_that_of_the_country(title: str, catalog: Catalog) -> None:
    rows = [f"{at}|{name}|{ROW}" for at, name in enumerate(("Giáo viên mầm non", "GV THCS công lập"), 1)]
    found = read(catalog, title, "Năm học 2024-2025", HEAD, *rows)
    assert {row.unit_id for row in found.rows if not row.question} & {*UNITS} == set()


def test_the_degrees_of_a_staff_stand_under_any_word_for_them(catalog: Catalog) -> None:
    heads = ("Cơ cấu trình độ (%)", "Cơ cấu theo trình độ đào tạo (%)", "Trình độ (%)")
    for head in heads:
        rows = f"TT|Loại hình|{head}|", "||Đạt chuẩn|Cao đẳng", "1|Giáo viên mầm non|80.5|17.5", "2|Công chức|81|18"
        found = read(catalog, "GIÁO VIÊN CẢ NƯỚC NĂM 2025", *rows)
        assert [row.indicator_id for row in found.rows if row.cell.startswith("S!D")] == ["staff-college-rate"] * 2
