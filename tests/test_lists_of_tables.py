"""Forms that are lists: what is counted, how many, in what; alone or side by side, under headings, without a header."""

import pytest

from hoctap.check.gate import Checked
from hoctap.contribute.tables.long import understand
from hoctap.model.catalog import Catalog
from miniature import with_indicators
from typed_sheets import sheet

FIELDS = "indicator_id name_vi value_type unit_measure stock_flow"
INDICATORS = (
    ("members", "Hội viên khuyến học", "count", "nguoi", "stock"),
    ("branches", "Chi hội khuyến học", "count", "to-chuc", "stock"),
    ("new-members", "Hội viên mới kết nạp", "count", "nguoi", "flow"),
    ("fund-balance-vnd", "Tổng quỹ khuyến học hiện có", "amount", "dong", "stock"),
    ("scholarships-awarded", "Suất học bổng đã trao", "count", "suat", "flow"),
    ("gifts-awarded", "Suất quà đã trao", "count", "suat", "flow"),
)
LETTERHEAD = "HỘI KHUYẾN HỌC TỈNH ĐÔNG LÂU"


@pytest.fixture(scope="module")
def catalog(checked: Checked) -> Catalog:
    return with_indicators(checked.catalog, FIELDS, INDICATORS, subject_rule="association")


def read(catalog: Catalog, text: str) -> dict[str, str]:
    """Return indicator and value of each figure of a sheet of the province in 2026, or «?», by its cell."""
    rows = understand(catalog, [sheet(text.strip().splitlines())], {}).rows
    known = {
        row.cell[2:]: f"{row.indicator_id} {row.value}"
        for row in rows
        if (row.unit_id, row.period) == ("hoi-khuyen-hoc-tinh-dong-lau", "2026")
    }
    return known | {row.cell[2:]: "?" for row in rows if row.question}


LINES = (
    "Chi hội khuyến học|52|chi hội",
    "Tổng số hội viên|1200|người",
    "Hội viên mới kết nạp|50|người",
    "Số dư quỹ cuối năm|40|triệu đồng",
    "Suất học bổng đã trao|120|suất",
    "Suất quà đã trao|khoảng 30|suất",
)
FOUND = (
    "branches 52",
    "members 1200",
    "new-members 50",
    "fund-balance-vnd 40000000",
    "scholarships-awarded 120",
    "gifts-awarded 30",
)
TITLE = f"{LETTERHEAD}\nPHIẾU SỐ LIỆU NĂM 2026\n"
ANSWERS = "Đơn vị: Hội Khuyến học tỉnh Đông Lâu||||Năm báo cáo: 2026\nĐiện thoại: 0200 300 0145\n"


def abreast(numbers: str, gap: str) -> list[str]:
    """Return the lines as two lists side by side, each with its number."""
    number = numbers.split()
    left, right = ([f"{number[at]}|{LINES[at]}" for at in some] for some in (range(3), range(3, 6)))
    return [f"{one}|{gap}{other}" for one, other in zip(left, right, strict=True)]


@pytest.mark.parametrize("above", [TITLE, ANSWERS], ids=["title", "answers"])
@pytest.mark.parametrize("headings", ["", "A. TỔ CHỨC HỘI||||{}B. HOẠT ĐỘNG"])
@pytest.mark.parametrize("numbers", ["01 02 03 04 05 06", "1.1 1.2 1.3 2.1 2.2 2.3"])
@pytest.mark.parametrize("gap", ["", "|"])
def test_lists_side_by_side_are_read_each(above: str, headings: str, numbers: str, gap: str, catalog: Catalog) -> None:
    over = [headings.format(gap)] if headings else []
    found = read(catalog, "\n".join([above, *over, *abreast(numbers, gap)]))
    assert sorted(found.values()) == sorted(FOUND)


def test_a_heading_among_the_lines_of_one_list_ends_neither(catalog: Catalog) -> None:
    rows = abreast("1 2 3 4 5 6", "|")
    found = read(catalog, "\n".join([TITLE, *rows[:2], f"B. PHÁT TRIỂN|||||6|{LINES[5]}", f"3|{LINES[2]}"]))
    assert sorted(found.values()) == sorted(FOUND)


def test_a_line_without_a_figure_and_lists_after_a_gap_are_read(catalog: Catalog) -> None:
    one, two, three = abreast("1 2 3 4 5 6", "")
    more = f"7|Chi hội trường học|9|chi hội|8|{LINES[5].replace('Suất quà', 'Suất quà Tết')}"
    rows = [one, two.replace("|1200|", "|chưa có|"), "", "B. HỘI VIÊN||||C. QUÀ", three, more]
    found = read(catalog, "\n".join([TITLE, *rows]))
    assert {*found.values()} >= {*FOUND} - {"members 1200", "gifts-awarded 30"}


@pytest.mark.parametrize("heads", ["TT|Nội dung|Số liệu|ĐVT", "Số TT|Chỉ tiêu|Thực hiện|Đơn vị tính"])
def test_heads_said_again_begin_a_table_beside_the_first(heads: str, catalog: Catalog) -> None:
    found = read(catalog, "\n".join([TITLE, f"{heads}|{heads}", *abreast("1 2 3 4 5 6", "")]))
    assert sorted(found.values()) == sorted(FOUND)
