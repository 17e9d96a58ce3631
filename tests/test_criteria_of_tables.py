"""Tables in which a body gives itself points: criteria with what they ask for, points, and figures as evidence."""

import pytest

from hoctap.check.gate import Checked
from hoctap.contribute.tables.long import understand
from hoctap.contribute.tables.plans import without_goal
from hoctap.model.catalog import Catalog
from miniature import with_indicators
from typed_sheets import sheet

FIELDS = "indicator_id name_vi value_type unit_measure stock_flow"
INDICATORS = (
    ("members", "Hội viên khuyến học", "count", "nguoi", "stock"),
    ("new-members", "Hội viên mới kết nạp", "count", "nguoi", "flow"),
    ("fund-balance-vnd", "Tổng quỹ khuyến học hiện có", "amount", "dong", "stock"),
    ("scholarships-awarded", "Suất học bổng đã trao", "count", "suat", "flow"),
)
TITLE = "HỘI KHUYẾN HỌC TỈNH ĐÔNG LÂU\nBẢNG TỰ CHẤM ĐIỂM THI ĐUA NĂM 2026\n"


@pytest.fixture(scope="module")
def catalog(checked: Checked) -> Catalog:
    return with_indicators(checked.catalog, FIELDS, INDICATORS, subject_rule="association")


def read(catalog: Catalog, text: str) -> dict[str, str]:
    """Return indicator and value of each figure of a sheet that nothing is asked about."""
    rows = understand(catalog, [sheet(text.splitlines())], {}).rows
    return {row.cell[2:]: f"{row.indicator_id} {row.value}" for row in rows if not row.question}


@pytest.mark.parametrize(
    "heads",
    [
        "TT|Nội dung tiêu chí|Điểm chuẩn|Điểm tự chấm|Số liệu minh chứng",
        "STT|Tiêu chí|Điểm tối đa|Điểm đạt|Minh chứng",
        "TT|Nội dung|Thang điểm|Tự chấm|Kết quả cụ thể",
        "TT|Nội dung|Điểm chuẩn|Điểm tự chấm|Kết quả đạt được",
        "TT|Tiêu chí|Điểm chuẩn|Thẩm định|Số liệu cụ thể",
    ],
)
def test_the_evidence_is_the_figure_and_the_points_are_none(heads: str, catalog: Catalog) -> None:
    rows = (
        "I|TỔ CHỨC HỘI|25|24|",
        "1|Tổng số hội viên đạt từ 5% trở lên|5|5|98.412 người",
        "2|Hội viên mới kết nạp trong năm (từ 3.000 trở lên)|5|4.5|4.215 người",
        "II|QUỸ|20|20|",
        "3|Số dư quỹ đến cuối năm, tăng 5% trở lên so với năm 2025|5|4|9.870 triệu đồng",
        "4|Số suất học bổng đã trao, ít nhất 500 suất trở lên|5|4|trên 610 suất",
        "|TỔNG ĐIỂM|100|95|",
    )
    found = read(catalog, "\n".join([TITLE, heads, *rows]))
    wanted = (
        "E6 members 98412",
        "E7 new-members 4215",
        "E9 fund-balance-vnd 9870000000",
        "E10 scholarships-awarded 610",
    )
    assert found == dict(each.split(" ", 1) for each in wanted)


@pytest.mark.parametrize("head", ["Kết quả", "Thực hiện", "Năm 2026", "Số liệu"])
def test_a_column_of_no_more_than_the_points_beside_it_is_asked_about(head: str, catalog: Catalog) -> None:
    rows = "1|Hội viên mới kết nạp|5|4\n2|Suất học bổng đã trao|10|9.5\n"
    assert read(catalog, f"{TITLE}\nTT|Tiêu chí|Điểm chuẩn|{head}\n{rows}") == {}


@pytest.mark.parametrize(
    ("text", "bare"),
    [
        ("Tỷ lệ hội viên trên dân số đạt 15% trở lên", "Tỷ lệ hội viên trên dân số"),
        ("Quỹ bình quân đầu người từ 20.000 đồng trở lên", "Quỹ bình quân đầu người"),
        ("Gia đình học tập đạt từ 60% số hộ", "Gia đình học tập"),
        ("Tỷ lệ hội viên ≥ 15%", "Tỷ lệ hội viên"),
        ("Tỷ lệ biết chữ độ tuổi từ 15 đến 60", "Tỷ lệ biết chữ độ tuổi từ 15 đến 60"),
        ("Số người từ 18 tuổi trở lên", "Số người từ 18 tuổi trở lên"),
        ("Đạt 15% trở lên", "Đạt 15% trở lên"),
    ],
)
def test_a_criterion_is_parted_from_what_it_asks_for(text: str, bare: str) -> None:
    assert without_goal(text) == bare
