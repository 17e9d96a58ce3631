"""Tables of the whole country: what rows name is that of the country, where the title says so and nothing else."""

from dataclasses import replace
from pathlib import Path

import pytest

from hoctap.contribute.tables.long import understand
from hoctap.contribute.tables.opening import Cell, Grid
from hoctap.contribute.tables.rows import Understood
from hoctap.load import load
from hoctap.model.catalog import Catalog
from hoctap.model.codes import CENTRAL, WORKFORCE

UNITS = {
    "mam-non": "Giáo viên mầm non cả nước",
    "chung": "Giáo viên mầm non, phổ thông cả nước",
    "thcs-cong-lap": "Giáo viên trung học cơ sở công lập cả nước",
    "cong-chuc": "Công chức cả nước",
}
INDICATORS = {
    "staff-teaching": "Giảng viên, giáo viên",
    "staff-qualified-rate": "Tỷ lệ cán bộ, giáo viên đạt chuẩn",
    "staff-college-rate": "Tỷ lệ cán bộ trình độ cao đẳng",
}


@pytest.fixture
def catalog(repository: Path) -> Catalog:
    found = load(repository, validate=False).catalog
    model, staff = found.units["so-giao-duc-tinh-dong-lau"], found.indicators["staff-total"]
    for unit_id, name in UNITS.items():
        found.units[unit_id] = replace(
            model, unit_id=unit_id, name_vi=name, short_name="", unit_kind=WORKFORCE, level=CENTRAL, area_id=""
        )
    for indicator_id, name in INDICATORS.items():
        like = replace(staff, indicator_id=indicator_id, name_vi=name, parent_indicator_id="staff-total")
        is_share = indicator_id.endswith("-rate")
        found.indicators[indicator_id] = (
            replace(like, value_type="share", unit_measure="phan-tram") if is_share else like
        )
    return found


def read(catalog: Catalog, *rows: str) -> Understood:
    """Return what is understood of a sheet whose rows are texts parted by strokes."""
    cells = {
        (at, column): Cell("number" if text.replace(".", "").isdigit() else "text", text)
        for at, row in enumerate(rows, 1)
        for column, text in enumerate(row.split("|"), 1)
        if text
    }
    return understand(catalog, [Grid("S", cells)], {})


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
