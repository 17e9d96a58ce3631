"""What a whole table says of one body: its total over its parts, its department that writes, its kinds of classes;
what headers leave to the title or to the column and row before them; a figure that is not named must be asked about."""

from collections.abc import Sequence

import pytest

from hoctap.contribute.tables.long import understand
from hoctap.contribute.tables.opening import Cell, Grid
from hoctap.load import load
from hoctap.model.catalog import Catalog
from miniature import REAL


@pytest.fixture(scope="module")
def catalog() -> Catalog:
    return load(REAL, validate=False).catalog


def _placed(catalog: Catalog, lines: Sequence[str]) -> dict[str, tuple[str, str, str]]:
    """Return what is taken of a sheet written with «|» between cells: unit, indicator and part by cell."""
    cells = {
        (row, column): Cell("number" if text.strip().replace(".", "").isdecimal() else "text", text.strip())
        for row, line in enumerate(lines, 1)
        for column, text in enumerate(line.split("|"), 1)
        if text.strip()
    }
    rows = understand(catalog, (Grid("B", cells),), {}).rows
    return {row.cell[2:]: (row.unit_id, row.indicator_id, row.breakdown) for row in rows if not row.question}


STAFF = "TT|Đơn vị|Số người có mặt|Tiến sĩ"
SCHOOL = "TRƯỜNG ĐẠI HỌC TRÀ VINH"
OWN = "truong-dai-hoc-tra-vinh"


@pytest.mark.parametrize(
    ("letterhead", "total", "figures", "is_placed"),
    [
        ("", "TOÀN TRƯỜNG", "50|7", True),
        ("", "Cộng toàn trường", "50|7", True),
        ("", "Tổng số toàn trường", "50|7", True),
        ("PHÒNG TỔ CHỨC - NHÂN SỰ", "Toàn trường", "50|7", True),
        ("PHÒNG ĐÀO TẠO", "Cộng của nhà trường", "50|7", False),
        ("KHOA NGOẠI NGỮ", "Toàn khoa", "50|7", False),
        ("", "Cộng", "50|7", False),
        ("", "Toàn tỉnh", "50|7", False),
        ("", "Toàn trường", "60|9", False),  # no sum of its parts
    ],
)
def test_a_total_that_names_the_body_is_its_figure(
    letterhead: str, total: str, figures: str, is_placed: bool, catalog: Catalog
) -> None:
    above = [SCHOOL, letterhead or "-", "SỐ LIỆU ĐỘI NGŨ NĂM 2023", ""]
    found = _placed(catalog, [*above, STAFF, "1|Khoa A|20|3", "2|Khối phòng, ban|30|4", f"|{total}|{figures}"])
    own = {cell: each for cell, each in found.items() if cell.endswith("8")}
    assert own == ({"C8": (OWN, "staff-total", ""), "D8": (OWN, "staff-phd", "")} if is_placed else {})
    assert found == own  # no part is a unit


CENTRE = "trung-tam-chinh-tri-huyen-ninh-son"


@pytest.mark.parametrize(
    ("head", "total", "is_placed"),
    [
        ("Loại lớp", "Cộng các lớp của Trung tâm|6|290", True),
        ("Chương trình", "Tổng cộng|6|290", True),
        ("Loại lớp", "Tổng cộng|6|300", False),
        ("Đơn vị", "Tổng cộng|6|290", False),
    ],
)
def test_the_kinds_of_classes_are_parts_of_the_total_below_them(
    head: str, total: str, is_placed: bool, catalog: Catalog
) -> None:
    title = ["HUYỆN ỦY NINH SƠN", "TRUNG TÂM CHÍNH TRỊ HUYỆN", "MỞ LỚP BỒI DƯỠNG CHÍNH TRỊ NĂM 2023", ""]
    rows = [f"TT|{head}|Số lớp|Học viên", "1|Sơ cấp lý luận chính trị|2|90", "2|Nhận thức về Đảng|4|200", f"|{total}"]
    own = {"C8": (CENTRE, "political-training-classes", ""), "D8": (CENTRE, "political-training-learners", "")}
    found = _placed(catalog, [*title, *rows])
    assert {cell: each for cell, each in found.items() if cell.endswith("8")} == (own if is_placed else {})
    assert all(part for cell, (_, _, part) in found.items() if not cell.endswith("8"))


@pytest.mark.parametrize(
    ("letterhead", "heads", "named"),
    [
        ("VIETINBANK CHI NHÁNH TIỀN GIANG", "Ủng hộ quỹ khuyến học (triệu đồng)", "fund-donated-vnd"),
        ("VIETINBANK CHI NHÁNH TIỀN GIANG", "Máy vi tính tặng trường (bộ)", ""),
        ("VIETINBANK CHI NHÁNH TIỀN GIANG", "Xe đạp trao cho nữ sinh vùng xa", ""),
        ("VIETINBANK CHI NHÁNH TIỀN GIANG", "Quà tặng gia đình chính sách", ""),
        ("VIETINBANK CHI NHÁNH TIỀN GIANG", 'Học bổng "Thắp sáng ước mơ" (suất)', ""),
        ("HỘI KHUYẾN HỌC TỈNH VĨNH PHÚC", "Ủng hộ quỹ khuyến học (triệu đồng)", ""),
        ("HỘI KHUYẾN HỌC TỈNH VĨNH PHÚC", "Học bổng phát ra (suất)", "scholarships-awarded"),
        ("HỘI KHUYẾN HỌC TỈNH VĨNH PHÚC", "Ban khuyến học cơ sở tôn giáo", "study-committees [cơ sở tôn giáo]"),
        ("HỘI KHUYẾN HỌC TỈNH VĨNH PHÚC", "Số suất học bổng|Mức một suất (nghìn đồng)", "scholarship-unit-value-vnd"),
        ("HỘI KHUYẾN HỌC TỈNH VĨNH PHÚC", "Số hội viên|Mức một suất (nghìn đồng)", ""),
        ("HỘI KHUYẾN HỌC TỈNH VĨNH PHÚC", "Em được đỡ đầu (mỗi em tính một lần)", ""),
    ],
)
def test_the_last_header_is_named_beside_the_others(letterhead: str, heads: str, named: str, catalog: Catalog) -> None:
    figures = "|".join(["120"] * len(heads.split("|")))
    found = _placed(catalog, [letterhead, "KẾT QUẢ NĂM 2023", "", f"Năm|{heads}", f"2022|{figures}", f"2023|{figures}"])
    last = {each[1:] for cell, each in found.items() if cell.startswith("BCD"[heads.count("|")])}
    assert last == ({(named.partition(" [")[0], named.partition(" [")[2].strip("]"))} if named else set())


@pytest.mark.parametrize(
    ("title", "heads", "named"),
    [
        ("Trình độ đội ngũ công chức, viên chức", "Số người có mặt|Người DTTS", ["staff-total"]),
        ("Trình độ đội ngũ công chức, viên chức", "Hiện có|Trong đó: DTTS", ["staff-total"]),
        ("Bồi dưỡng công chức, viên chức", "Số người có mặt|Người DTTS", []),
        ("Khen thưởng công chức, viên chức", "Tổng số|Nữ", []),
    ],
)
def test_bare_numbers_of_people_are_a_staff_where_the_title_says_no_deed(
    title: str, heads: str, named: list[str], catalog: Catalog
) -> None:
    names = ("Công chức các cơ quan trung ương", "Viên chức các cơ quan trung ương")
    rows = [f"{at}|{name}|400|50" for at, name in enumerate(names, 1)]
    found = _placed(catalog, [f"Phụ lục: {title} cả nước", "Có đến 31/12/2023", "", f"TT|Đội ngũ|{heads}", *rows])
    assert [found[cell][1] for cell in ("C5", "D5") if cell in found] == named


@pytest.mark.parametrize(
    ("rows", "named"),
    [
        (["1|Hội viên|người|1200", "2|So với dân số|%|12"], "member-population-rate"),
        (
            ["1|Học bổng|suất|120", "2|Trị giá|triệu đồng|240", "3|Mức một suất|nghìn đồng|2000"],
            "scholarship-unit-value-vnd",
        ),
        (["1|Học bổng|suất|120", "2|Chi hội|chi hội|40", "3|Trị giá|triệu đồng|240"], ""),
        (["1|Hội viên|người|1200", "2|Chi hội|chi hội|40", "3|So với dân số|%|12"], ""),
    ],
)
def test_a_row_that_says_little_is_of_the_row_right_above_it(rows: list[str], named: str, catalog: Catalog) -> None:
    found = _placed(catalog, ["HỘI KHUYẾN HỌC TỈNH VĨNH PHÚC", "NĂM 2023", "", "TT|Chỉ tiêu|ĐVT|Kết quả", *rows])
    assert found.get(f"D{4 + len(rows)}", ("", "", ""))[1] == named


@pytest.mark.parametrize(
    ("heads", "placed"),
    [
        ("Thực hiện 2022|Thực hiện 2023|So sánh", ["D", "E"]),
        ("Kết quả năm 2022|Kết quả năm 2023|Tăng, giảm", ["D", "E"]),
        ("Năm 2022|Năm 2023|So sánh", ["E"]),  # repeated to compare with
    ],
)
def test_last_year_is_a_result_where_its_header_says_so(heads: str, placed: list[str], catalog: Catalog) -> None:
    above = ["HỘI KHUYẾN HỌC TỈNH VĨNH PHÚC", "KẾT QUẢ NĂM 2023", "", f"TT|Chỉ tiêu|ĐVT|{heads}"]
    found = _placed(catalog, [*above, "1|Hội viên|người|1000|1200|200"])
    assert sorted(cell[0] for cell in found) == placed


@pytest.mark.parametrize(
    ("heads", "placed"),
    [
        ("Đến 31/12/2021|Đến 31/12/2022", {"D5", "E5", "D6", "E6"}),
        ("Đến 31/12/2022|Đến 30/6/2023", {"D5", "E5"}),
    ],
)
def test_a_flow_under_days_that_end_no_year_is_asked_about(heads: str, placed: set[str], catalog: Catalog) -> None:
    above = ["HỘI KHUYẾN HỌC TỈNH VĨNH PHÚC", "THEO DÕI GIỮA NHIỆM KỲ", "", f"TT|Chỉ tiêu|ĐVT|{heads}"]
    found = _placed(catalog, [*above, "1|Hội viên|người|1000|1200", "2|Suất học bổng|suất|100|120"])
    assert set(found) == placed


def test_a_table_with_a_line_for_each_figure_is_read_whole(catalog: Catalog) -> None:
    name = "Hội Khuyến học tỉnh Vĩnh Phúc"
    rows = [f"{name}|2022|Hội viên|người|300", f"{name}|2023|Hội viên|người|310", f"{name}|2023|Chi hội|chi hội|20"]
    found = _placed(catalog, ["Mã ĐV|Tên đơn vị|Năm|Chỉ tiêu|Đơn vị tính|Giá trị", *(f"01|{each}" for each in rows)])
    own = "hoi-khuyen-hoc-tinh-vinh-phuc"
    assert found == {"F2": (own, "members", ""), "F3": (own, "members", ""), "F4": (own, "branches", "")}


@pytest.mark.parametrize("aim", ["Chỉ tiêu Đại hội", "NQ", "Định hướng"])
def test_a_share_beside_an_aim_is_no_share_of_the_row(aim: str, catalog: Catalog) -> None:
    above = ["HỘI KHUYẾN HỌC TỈNH VĨNH PHÚC", "KẾT QUẢ NĂM 2023", "", f"TT|Chỉ tiêu|{aim}|Kết quả|Tỷ lệ đạt (%)"]
    found = _placed(catalog, [*above, "1|Số chi hội|2000|1900|95", "2|Hội viên|3000|2700|90"])
    assert sorted(found) == ["D5", "D6"]


FUND = "QUỸ HỌC BỔNG ĐẤT QUẢNG"


@pytest.mark.parametrize(
    ("head", "times", "is_read"),
    [
        ("Đợt", ("Năm 2019", "Năm 2020"), True),
        ("Year / Năm", ("2019", "2020"), True),
        ("Lần trao", ("2020", "2019"), True),
        ("Lần trao", ("1998", "2020"), False),  # numbers of anything
        ("Năm thành lập", ("2019", "2020"), False),
    ],
)
def test_a_first_column_of_years_is_one_of_times_whatever_its_header(
    head: str, times: tuple[str, str], is_read: bool, catalog: Catalog
) -> None:
    rows = [f"{time}|150|600" for time in times]
    found = _placed(catalog, [FUND, "TRAO HỌC BỔNG CÁC NĂM", "", f"{head}|Tổng suất|Tổng tiền (tr.đ)", *rows])
    own = {"scholarships-awarded", "scholarship-value-vnd"}
    assert {indicator for _, indicator, _ in found.values()} == (own if is_read else set())


@pytest.mark.parametrize(
    ("letterhead", "unit"),
    [
        (("KHO BẠC NHÀ NƯỚC HƯNG YÊN", "PHÒNG TỔ CHỨC CÁN BỘ"), "kho-bac-nha-nuoc-hung-yen"),
        (("LIÊN ĐOÀN LAO ĐỘNG TỈNH BÌNH PHƯỚC", "BAN TUYÊN GIÁO NỮ CÔNG"), "lien-doan-lao-dong-tinh-binh-phuoc"),
        (("TRƯỜNG CAO ĐẲNG Y TẾ LẠNG SƠN", "VĂN PHÒNG"), "truong-cao-dang-y-te-lang-son"),
        (("TRƯỜNG CAO ĐẲNG Y TẾ LẠNG SƠN", "KHOA DƯỢC"), "truong-cao-dang-y-te-lang-son"),
        (("SỞ Y TẾ THANH HÓA", "PHÒNG TỔ CHỨC CÁN BỘ"), ""),  # of the office, or of all the branch?
    ],
)
def test_a_department_writes_for_its_body(letterhead: tuple[str, str], unit: str, catalog: Catalog) -> None:
    found = _placed(catalog, [*letterhead, "ĐÀO TẠO NĂM 2022", "", "TT|Nội dung|ĐVT|Số liệu", "1|Lớp đào tạo|lớp|18"])
    assert {own for own, _, _ in found.values()} == ({unit} if unit else set())


def test_gifts_may_be_counted_in_parcels(catalog: Catalog) -> None:
    rows = ["TT|Nội dung|Số lượng", "1|Quà tặng học sinh khó khăn|3.500 phần quà", "2|Quà tặng hội nghị|200 phần quà"]
    found = _placed(catalog, ["TỈNH ĐOÀN BÌNH ĐỊNH", "KẾT QUẢ NĂM 2023", "", *rows])
    assert found == {"C5": ("tinh-doan-binh-dinh", "gifts-awarded", "học sinh khó khăn")}


def test_where_something_was_handed_over_is_nobodys_figure(catalog: Catalog) -> None:
    rows = ["TT|Địa điểm trao|Số suất học bổng", "1|Tỉnh Phú Thọ|20", "2|Tỉnh Vĩnh Phúc|30"]
    assert not _placed(catalog, ["QUỸ HỌC BỔNG ĐẤT QUẢNG", "CÁC ĐỢT TRAO NĂM 2023", "", *rows])


def test_a_table_may_begin_with_the_day(catalog: Catalog) -> None:
    rows = ["Ngày tháng|Tồn quỹ (đồng)|Thu quỹ (đồng)", "31/12/2022|90000000|5000000", "31/12/2023|95000000|6000000"]
    found = _placed(catalog, ["HỘI KHUYẾN HỌC TỈNH VĨNH PHÚC", "SỔ QUỸ", "", *rows])
    assert {found[cell][1] for cell in ("B5", "B6")} == {"fund-balance-vnd"}


MEMBERS = ("hoi-khuyen-hoc-huyen-thanh-mien-tinh-hai-duong", "members", "")


def test_groups_that_a_csv_left_unmerged_stand_over_their_columns(catalog: Catalog) -> None:
    heads = ["|Năm 2021||Năm 2022|", "Đơn vị|Hội viên|Chi hội|Hội viên|Chi hội"]
    rows = ["H. Thanh Miện|30000|200|31000|205", "H. Gia Lộc|28000|190|28500|192"]
    found = _placed(catalog, ["HỘI KHUYẾN HỌC TỈNH HẢI DƯƠNG", "TỔNG HỢP SỐ LIỆU", "", *heads, *rows])
    assert found["B6"] == found["D6"] == MEMBERS
    assert len(found) == 8


def test_a_word_of_time_over_the_names_is_the_header_of_the_years_beside_it(catalog: Catalog) -> None:
    rows = ["Năm|2021|2022", "Hội viên|300|310", "Chi hội|20|21", "Học bổng (suất)|50|52"]
    found = _placed(catalog, ["HỘI KHUYẾN HỌC TỈNH VĨNH PHÚC", "Số liệu các năm", "", *rows])
    assert [each for _, each, _ in found.values()] == ["members"] * 2 + ["branches"] * 2 + ["scholarships-awarded"] * 2


@pytest.mark.parametrize(("more", "is_read"), [([], True), (["62|30|25"], False)])
def test_one_line_without_a_name_is_of_the_body_above_it(more: list[str], is_read: bool, catalog: Catalog) -> None:
    above = ["SỞ NỘI VỤ TỈNH YÊN BÁI", "CHẤT LƯỢNG CÁN BỘ, CÔNG CHỨC NĂM 2023", ""]
    found = _placed(catalog, [*above, "Tổng số biên chế|Nữ|Thạc sĩ", "62|30|25", *more])
    own = "so-noi-vu-tinh-yen-bai"
    whole = {"A5": (own, "staff-total", ""), "B5": (own, "staff-total", "nữ"), "C5": (own, "staff-master", "")}
    assert found == (whole if is_read else {})


@pytest.mark.parametrize(
    ("rows", "named"),
    [
        (["1. Trao học bổng|200|210", "C. Tồn quỹ|120|130"], {"fund-balance-vnd"}),
        (["1. Khen thưởng|200|210", "Tồn quỹ|120|130"], {"fund-balance-vnd"}),
        (["1. Trao học bổng|200|210", "Hội viên|120|130"], {"members"}),  # money or number of scholarships?
        (["Số suất học bổng|200|210", "Tồn quỹ|120|130"], {"scholarships-awarded", "fund-balance-vnd"}),
    ],
)
def test_the_money_of_a_title_is_that_of_every_row_or_asked_about(
    rows: list[str], named: set[str], catalog: Catalog
) -> None:
    above = ["HỘI KHUYẾN HỌC TỈNH VĨNH PHÚC", "Đơn vị tính: triệu đồng", "", "Diễn giải|2021|2022"]
    assert {each for _, each, _ in _placed(catalog, [*above, *rows]).values()} == named


@pytest.mark.parametrize(
    ("title", "named"),
    [
        ("PHÁT TRIỂN ĐẢNG VIÊN", {"party-members-admitted"}),
        ("SỐ LIỆU ĐẢNG VIÊN VÀ CÁN BỘ", {"party-members-admitted", "staff-bachelor-or-higher-rate"}),
    ],
)
def test_under_a_title_of_members_a_degree_is_of_no_staff(title: str, named: set[str], catalog: Catalog) -> None:
    rows = ["Năm|Kết nạp mới|Trình độ ĐH trở lên (%)", "2019|120|92", "2020|110|93"]
    found = _placed(catalog, ["ĐẢNG ỦY KHỐI CÁC CƠ QUAN TỈNH YÊN BÁI", title, "", *rows])
    assert {each for _, each, _ in found.values()} == named


def test_names_in_two_columns_are_a_group_and_what_it_counts(catalog: Catalog) -> None:
    rows = ["Hội viên|Tổng số|180|190", "|Tỷ lệ/dân số (%)|20.1|20.6", "Quỹ (triệu đồng)|Thu|800|850", "|Dư|300|390"]
    more = ["Học bổng|Suất|300|310", "|Triệu đồng|150|160", "Chi hội||20|21"]
    found = _placed(catalog, ["HỘI KHUYẾN HỌC TỈNH VĨNH PHÚC", "", "Chỉ tiêu||Năm 2021|Năm 2022", *rows, *more])
    named = ["members", "member-population-rate", "fund-raised-vnd", "fund-balance-vnd"]
    assert [each for cell, (_, each, _) in found.items() if cell.startswith("C")] == [
        *named,
        "scholarships-awarded",
        "scholarship-value-vnd",
        "branches",
    ]


@pytest.mark.parametrize(
    ("heads", "placed"),
    [
        ("Tỷ lệ 2016|Tỷ lệ 2018|Mục tiêu 2020", []),
        ("Mục tiêu 2016|Kết quả 2016|Tỷ lệ (%)", ["D4"]),
    ],
)
def test_of_shares_beside_an_aim_one_that_is_said_to_be_its_result_is(
    heads: str, placed: list[str], catalog: Catalog
) -> None:
    rows = [f"TT|Mô hình|{heads}", "1|Gia đình học tập|65|70|72"]
    assert sorted(_placed(catalog, ["HỘI KHUYẾN HỌC TỈNH VĨNH PHÚC", "", *rows])) == placed
