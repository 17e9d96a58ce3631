"""What a cell does not say itself it has from its row and column together, its title, the table or the row before."""

import pytest

from hoctap.check.gate import Checked
from hoctap.contribute.tables.long import understand
from hoctap.contribute.tables.opening import Grid
from hoctap.model.catalog import Catalog
from miniature import with_indicators
from typed_sheets import sheet

FIELDS = "indicator_id name_vi value_type unit_measure stock_flow"
INDICATORS = (
    ("members", "Hội viên khuyến học", "count", "nguoi", "stock"),
    ("new-members", "Hội viên mới kết nạp", "count", "nguoi", "flow"),
    ("branches", "Chi hội khuyến học", "count", "to-chuc", "stock"),
    ("association-orgs", "Tổ chức hội khuyến học", "count", "to-chuc", "stock"),
    ("fund-balance-vnd", "Tổng quỹ khuyến học hiện có", "amount", "dong", "stock"),
    ("scholarships-awarded", "Suất học bổng đã trao", "count", "suat", "flow"),
    ("literacy-rate-15-60", "Tỷ lệ biết chữ 15-60 tuổi", "share", "phan-tram", "ratio-of-stock"),
    ("households-total", "Tổng số hộ", "count", "gia-dinh", "stock"),
    ("learning-families", "Gia đình học tập được công nhận", "count", "gia-dinh", "stock"),
    ("learning-families-registered", "Gia đình đăng ký Gia đình học tập", "count", "gia-dinh", "stock"),
    ("learning-families-rate", "Tỷ lệ đạt Gia đình học tập", "share", "phan-tram", "ratio-of-stock"),
    ("learning-clans", "Dòng họ học tập được công nhận", "count", "dong-ho", "stock"),
    ("learning-communities", "Cộng đồng học tập cấp thôn được công nhận", "count", "cong-dong", "stock"),
    ("political-training-classes", "Lớp bồi dưỡng chính trị", "count", "lop", "flow"),
    ("political-training-learners", "Học viên lớp bồi dưỡng chính trị", "count", "nguoi", "flow"),
    ("education-institutions", "Cơ sở giáo dục", "count", "truong", "stock"),
    ("staff-teaching", "Giảng viên, giáo viên", "count", "nguoi", "stock"),
)
ASSOCIATION = "HỘI KHUYẾN HỌC TỈNH ĐÔNG LÂU"


@pytest.fixture(scope="module")
def catalog(checked: Checked) -> Catalog:
    return with_indicators(checked.catalog, FIELDS, INDICATORS)


def grid(text: str, name: str = "S") -> Grid:
    """Return a sheet typed as one text."""
    return sheet(text.strip().splitlines(), name)


def read(catalog: Catalog, text: str) -> dict[str, tuple[str, str, str]]:
    """Return indicator, period and value of each figure of a sheet, or its question, by its cell."""
    rows = understand(catalog, [grid(text)], {}).rows
    return {row.cell[2:]: ("?", "", "") if row.question else (row.indicator_id, row.period, row.value) for row in rows}


@pytest.mark.parametrize("title", ["KẾT QUẢ XÂY DỰNG CÁC MÔ HÌNH HỌC TẬP", "KẾT QUẢ CÔNG NHẬN DANH HIỆU HỌC TẬP"])
def test_a_name_and_the_head_over_it_are_one_indicator(title: str, catalog: Catalog) -> None:
    found = read(
        catalog,
        f"""{ASSOCIATION}
        {title} NĂM 2026

        STT|Mô hình|Tổng số|Đăng ký|Công nhận|Tỷ lệ đạt (%)
        1|Gia đình|200|120|100|50
        2|Dòng họ|||12|
        3|Cộng đồng (ấp, khu phố)|||30|""",
    )
    assert [found[cell][0] for cell in ("C5", "D5", "E5", "F5", "E6", "E7")] == [
        "households-total",
        "learning-families-registered",
        "learning-families",
        "learning-families-rate",
        "learning-clans",
        "learning-communities",
    ]


@pytest.mark.parametrize(
    ("title", "head", "indicator"),
    [
        ("SỐ LƯỢNG HỘI VIÊN KHUYẾN HỌC NĂM 2026", "Số lượng", "members"),
        ("SỐ LƯỢNG HỘI VIÊN KHUYẾN HỌC NĂM 2026", "Tỷ lệ (%)", "?"),  # of the people, nobody says
        ("SUẤT HỌC BỔNG TRAO CHO HỌC SINH NGHÈO NĂM 2026", "Số lượng", "?"),  # some of them
        ("SỐ HỘI VIÊN TRONG TRƯỜNG HỌC NĂM 2026", "Số lượng", "?"),
        ("BIỂU SỐ LIỆU NĂM 2026", "Hội viên khối cơ quan", "?"),
        ("BIỂU SỐ LIỆU NĂM 2026", "Số hội viên mới trong trường học", "?"),
        ("SỐ HỘI VIÊN VÀ CHI HỘI KHUYẾN HỌC NĂM 2026", "Số lượng", "?"),
        ("SỐ TRƯỜNG HỌC, GIÁO VIÊN NĂM 2026", "Số lượng", "?"),
        ("BIỂU SỐ LIỆU NĂM 2026", "Số lượng", "?"),  # the association over it is no count of associations
        ("SỐ SUẤT HỌC BỔNG ĐÃ TRAO NĂM 2026", "Tiểu học|THCS|Tổng số", "scholarships-awarded"),
        ("SỐ LƯỢNG HỘI VIÊN KHUYẾN HỌC NĂM 2026", "Số lượng|Kết quả", "?"),
    ],
)
def test_one_column_that_says_nothing_is_what_the_title_counts(
    title: str, head: str, indicator: str, catalog: Catalog
) -> None:
    figures = "|".join(["40"] * (head.count("|") + 1))
    found = read(catalog, f"HỘI KHUYẾN HỌC VIỆT NAM\n{title}\n\nSTT|Đơn vị|{head}\n1|{ASSOCIATION}|{figures}\n")
    assert {each[0] for each in found.values()} == {indicator}


def test_a_measure_alone_before_its_years_is_what_the_title_counts(catalog: Catalog) -> None:
    title = "TỶ LỆ NGƯỜI BIẾT CHỮ TRONG ĐỘ TUỔI 15-60 CỦA TỈNH ĐÔNG LÂU"
    found = read(catalog, f"TỈNH ĐÔNG LÂU\n{title}\n\nNăm|2026|2027\nTỷ lệ (%)|85.1|86\n")
    assert found == {"B5": ("literacy-rate-15-60", "2026", "85.1"), "C5": ("literacy-rate-15-60", "2027", "86")}


def test_a_name_said_once_is_that_of_the_other_years_below_it(catalog: Catalog) -> None:
    rows = "Hội viên|người|2025|30\n||2026|40\nSuất học bổng|suất|2025|5\n||2025|6\n"
    found = read(catalog, f"{ASSOCIATION}\nSỐ LIỆU CHỦ YẾU\n\nChỉ tiêu|ĐVT|Năm|Số liệu\n{rows}")
    assert [found[cell][:2] for cell in ("D5", "D6", "D7", "D8")] == [
        ("members", "2025"),
        ("members", "2026"),
        ("scholarships-awarded", "2025"),
        ("?", ""),  # of the same year again: of what, nobody knows
    ]


@pytest.mark.parametrize("head", ["Năm học 2027-2028", "Năm học 2027-2028\nĐơn vị tính: lớp, người"])
def test_a_table_under_a_time_alone_is_about_what_the_title_before_it_says(head: str, catalog: Catalog) -> None:
    table = "STT|Loại lớp|Số lớp|Số học viên\n1|Đảng viên mới|12|840\n2|Cấp ủy|8|420\n|Cộng|20|1260\n"
    title = f"{ASSOCIATION}\nTHỐNG KÊ LỚP BỒI DƯỠNG CHÍNH TRỊ\n\n"
    found = read(catalog, f"{title}Năm học 2026-2027\n{table}\n{head}\n{table}")
    assert {each[:2] for each in found.values()} == {
        (indicator, year)
        for indicator in ("political-training-classes", "political-training-learners")
        for year in ("2026/2027", "2027/2028")
    }


def test_a_month_and_the_year_so_far_are_told_apart(catalog: Catalog) -> None:
    heads = "TT|Nội dung|Trong tháng|Lũy kế từ đầu năm"
    found = read(catalog, f"{ASSOCIATION}\nBÁO CÁO THÁNG 6 NĂM 2026\n\n{heads}\n1|Hội viên mới kết nạp|4|31\n")
    assert found == {"C5": ("new-members", "2026-06", "4"), "D5": ("new-members", "2026-01/2026-06", "31")}


@pytest.mark.parametrize(
    ("row", "indicator"),
    [
        ("Số dư quỹ cuối năm chuyển sang năm 2027", "fund-balance-vnd"),
        ("Quỹ còn dư (chuyển sang năm sau)", "fund-balance-vnd"),
        ("Số dư chuyển sang năm 2026", "?"),  # what there was before
        ("Số dư năm 2025 chuyển sang", "?"),
    ],
)
def test_what_goes_over_to_the_next_year_is_what_there_was_at_the_end(
    row: str, indicator: str, catalog: Catalog
) -> None:
    table = f"STT|Nội dung|Số tiền\n1|{row}|700\n2|Suất học bổng|5\n"
    found = read(catalog, f"{ASSOCIATION}\nQUỸ KHUYẾN HỌC NĂM 2026\nĐơn vị tính: đồng\n\n{table}")
    assert found["C6"][:2] == ((indicator, "2026") if indicator != "?" else ("?", ""))


def test_a_title_about_members_names_no_body(catalog: Catalog) -> None:
    found = read(catalog, f"HỘI VIÊN VÀ QUỸ KHUYẾN HỌC NĂM 2026\n\nĐơn vị|Hội viên\n{ASSOCIATION}|40\n")
    assert found == {"B4": ("members", "2026", "40")}


@pytest.mark.parametrize("divider", ["Chia ra", "Trong đó:", "- Chia ra"])
def test_rows_under_a_divider_are_parts_of_the_row_before_it_until_one_names_something(
    divider: str, catalog: Catalog
) -> None:
    rows = f"Số trường học\nTổng số|484\n{divider}\nMầm non|168\nTiểu học|316\nSố giáo viên (người)|900\n"
    text = f"SỞ GIÁO DỤC VÀ ĐÀO TẠO TỈNH ĐÔNG LÂU\nSỐ LIỆU NĂM 2026\n\nChỉ tiêu|Số liệu\n{rows}"
    found = {row.cell: row for row in understand(catalog, [grid(text)], {}).rows if not row.question}
    assert {cell[2:]: (row.indicator_id, row.breakdown) for cell, row in found.items()} == {
        "B6": ("education-institutions", ""),
        "B8": ("education-institutions", "mầm non"),
        "B9": ("education-institutions", "tiểu học"),
        "B10": ("staff-teaching", ""),
    }


@pytest.mark.parametrize(
    ("name", "head", "is_of_it"),
    [
        ("2027", "BIỂU SỐ LIỆU NĂM 2027", True),
        ("Biểu 02", "BIỂU SỐ LIỆU NĂM 2027", True),
        ("Bản thứ hai", "Đơn vị báo cáo: như trên", True),
        ("An Bình", "BIỂU SỐ LIỆU NĂM 2027", False),  # a place that nobody knows
        ("2027", "XÃ AN BÌNH\nBIỂU SỐ LIỆU NĂM 2027", False),
        ("Biểu 02", "SỐ LIỆU CẢ NƯỚC NĂM 2027", False),
    ],
)
def test_a_sheet_that_names_nobody_is_of_whom_the_one_before_names(
    name: str, head: str, is_of_it: bool, catalog: Catalog
) -> None:
    table = "TT|Nội dung|ĐVT|Năm 2027\n1|Hội viên|người|40\n"
    first = grid(f"{ASSOCIATION}\n\n{table}", "2026")
    found = understand(catalog, [first, grid(f"{head}\n\n{table}", name)], {}).rows
    assert (found[-1].unit_id == "tinh-dong-lau") is is_of_it
    assert (found[-1].question == "") is is_of_it


def test_a_numbered_sheet_behind_those_of_several_is_of_nobody(catalog: Catalog) -> None:
    table = "SỐ LIỆU NĂM 2027\n\nTT|Nội dung|ĐVT|Năm 2027\n1|Hội viên|người|40\n"
    several = [grid(f"{name}\n{table}", str(at)) for at, name in enumerate(("TRƯỜNG TIỂU HỌC AN BÌNH", ASSOCIATION))]
    units = [row.unit_id for row in understand(catalog, [*several, grid(table, "3")], {}).rows]
    assert units == ["", "tinh-dong-lau", ""]


def test_numbered_sections_are_each_a_table_with_its_own_head(catalog: Catalog) -> None:
    general = "I|THÔNG TIN CHUNG\n1|Loại hình: hội xã hội\n\n"
    first = "II|TỔ CHỨC\nTT|Chỉ số|ĐVT|31/12/2027|31/12/2026\n1|Hội viên|người|40|30\n\n"
    second = "III|HOẠT ĐỘNG\nTT|Chỉ số|ĐVT|Năm báo cáo (2027)|Năm trước liền kề (2026)\n1|Suất học bổng|suất|5|4\n"
    found = read(catalog, f"{ASSOCIATION}\nBÁO CÁO THƯỜNG NIÊN\n\n{general}{first}{second}")
    assert list(found.values()) == [
        ("members", "2027-12-31", "40"),
        ("members", "2026-12-31", "30"),
        ("scholarships-awarded", "2027", "5"),
        ("scholarships-awarded", "2026", "4"),
    ]


def test_one_row_called_as_what_it_counts_is_no_measure(catalog: Catalog) -> None:
    found = read(catalog, f"{ASSOCIATION}\nSỐ LIỆU NĂM 2026\n\nTT|Nội dung|ĐVT|Số liệu\n1|Hội viên|người|40\n")
    assert found == {"D5": ("members", "2026", "40")}


def test_a_column_of_groups_and_one_of_names_are_read_together(catalog: Catalog) -> None:
    rows = "Gia đình học tập|Số hộ đăng ký|hộ|120\n|Số hộ được công nhận|hộ|100\nHội viên|Tổng số|người|40\n"
    found = read(catalog, f"{ASSOCIATION}\nKẾT QUẢ NĂM 2026\n\nLĩnh vực|Chỉ tiêu|ĐVT|Kết quả\n{rows}")
    assert [each[0] for each in found.values()] == ["learning-families-registered", "learning-families", "members"]
