"""Sheets laid out otherwise than as one table: slips, pivot tables, dashboards, levels under a title."""

import pytest

from hoctap.check.gate import Checked
from hoctap.contribute.tables.labels import label
from hoctap.contribute.tables.long import understand
from hoctap.contribute.tables.scales import measure_in
from hoctap.model.catalog import Catalog
from hoctap.model.codes import ASSOCIATION
from miniature import with_indicators, with_units
from typed_sheets import sheet

FIELDS = "indicator_id name_vi value_type unit_measure stock_flow"
OF_ASSOCIATIONS = (
    ("members", "Hội viên khuyến học", "count", "nguoi", "stock"),
    ("branches", "Chi hội khuyến học", "count", "to-chuc", "stock"),
    ("fund-balance-vnd", "Tổng quỹ khuyến học hiện có", "amount", "dong", "stock"),
    ("scholarships-awarded", "Suất học bổng đã trao", "count", "suat", "flow"),
)
INDICATORS = (
    ("staff-teaching", "Giảng viên, giáo viên", "count", "nguoi", "stock"),
    ("learning-units", "Đơn vị học tập được công nhận", "count", "don-vi", "stock"),
    ("learning-units-commune", "Đơn vị học tập cấp xã được công nhận", "count", "don-vi", "stock"),
    ("learning-units-district", "Đơn vị học tập cấp huyện được công nhận", "count", "don-vi", "stock"),
)
PROVINCE, KHE_DA, NUI_LO = "hoi-khuyen-hoc-tinh-dong-lau", "hoi-khe-da", "hoi-nui-lo"
ASSOCIATIONS = (
    (KHE_DA, "Hội Khuyến học huyện Khê Đá, tỉnh Đông Lâu"),
    (NUI_LO, "Hội Khuyến học huyện Núi Lở, tỉnh Đông Lâu"),
)
LETTERHEAD = "HỘI KHUYẾN HỌC TỈNH ĐÔNG LÂU"


@pytest.fixture(scope="module")
def catalog(checked: Checked) -> Catalog:
    known = with_indicators(checked.catalog, FIELDS, OF_ASSOCIATIONS, subject_rule="association")
    known = with_indicators(known, FIELDS, INDICATORS)
    return with_units(known, "unit_id name_vi", ASSOCIATIONS, unit_kind=ASSOCIATION, level="huyen")


def read(catalog: Catalog, text: str) -> dict[str, str]:
    """Return unit, indicator, period and value of each figure of a sheet, or «?», by its cell."""
    rows = understand(catalog, [sheet(text.strip().splitlines())], {}).rows
    known = {row.cell[2:]: f"{row.unit_id} {row.indicator_id} {row.period} {row.value}" for row in rows}
    return known | {row.cell[2:]: "?" for row in rows if row.question}


SLIPS = f"""{LETTERHEAD}
TẬP HỢP PHIẾU BÁO CÁO

Phiếu số 01|PHIẾU BÁO CÁO SỐ LIỆU NĂM 2026
Tên đơn vị:|Hội Khuyến học huyện Khê Đá
Điện thoại:|'0200.3000.111|Ngày nhận phiếu:|05/01/2027
TT|Nội dung|Số liệu|ĐVT
1|Số chi hội khuyến học|52|chi hội
2|Số dư quỹ đến cuối năm|40|triệu đồng

Phiếu số 02|PHIẾU BÁO CÁO SỐ LIỆU NĂM 2025
Tên đơn vị:|%s
Điện thoại:|'0200.3000.222
TT|Nội dung|Số liệu|ĐVT
1|Số chi hội khuyến học|61|chi hội
"""


@pytest.mark.parametrize(
    ("name", "unit"),
    [
        ("Hội Khuyến học huyện Núi Lở", NUI_LO),
        ("Núi Lở", NUI_LO),  # without its kind
        ("Hội Khuyến học huyện Bãi Sậy", "?"),  # nobody knows it: not the association of the letterhead
        ("Bãi Sậy", "?"),
    ],
)
def test_each_slip_is_of_its_own_unit_and_year(name: str, unit: str, catalog: Catalog) -> None:
    found = read(catalog, SLIPS % name)
    assert found["C8"] == f"{KHE_DA} branches 2026 52"
    assert found["C9"] == f"{KHE_DA} fund-balance-vnd 2026 40000000"
    assert found["C15"] == ("?" if unit == "?" else f"{unit} branches 2025 61")


@pytest.mark.parametrize("line", ["", "Tên đơn vị:", "Điện thoại:|'0200.3000.222"])
def test_a_slip_that_does_not_say_whose_it_is_is_of_nobody(line: str, catalog: Catalog) -> None:
    text = SLIPS.replace("Tên đơn vị:|%s\nĐiện thoại:|'0200.3000.222", line).replace("\n\nTT", "\nTT")
    found = read(catalog, text)
    assert found["C8"] == f"{KHE_DA} branches 2026 52"
    assert {figure for cell, figure in found.items() if int(cell[1:]) > 11} == {"?"}


PIVOTS = (
    ("Khê Đá|150\n2025|70\n2026|80\nNúi Lở|90\n2026|90", {"B7": KHE_DA, "B8": KHE_DA, "B10": NUI_LO}),
    ("2025|160\nKhê Đá|70\nNúi Lở|90\n2026|80\nKhê Đá|80", {"B7": KHE_DA, "B8": NUI_LO, "B10": KHE_DA}),
)


@pytest.mark.parametrize(("rows", "units"), PIVOTS, ids=["names over years", "years over names"])
def test_a_pivot_table_is_read_by_its_lowest_rows(rows: str, units: dict[str, str], catalog: Catalog) -> None:
    text = f"{LETTERHEAD}\n\n\n|Values\nRow Labels|Sum of Hội viên\n{rows}\nGrand Total|240\n"
    found = read(catalog, text)
    assert {cell: figure.split()[0] for cell, figure in found.items()} == units
    assert {figure.split()[2] for figure in found.values()} == {"2025", "2026"}


def test_what_a_pivot_table_counts_of_rows_is_asked_about(catalog: Catalog) -> None:
    rows = "Khê Đá|2\n2025|1\n2026|1\nNúi Lở|1\n2026|1"
    found = read(catalog, f"{LETTERHEAD}\n\n|Values\nRow Labels|Count of Hội viên\n{rows}\n")
    assert set(found.values()) == {"?"}


DASHBOARD = f"""TỔNG QUAN NĂM 2026
{LETTERHEAD}

1200||30
hội viên khuyến học||chi hội khuyến học
▲ 4,1% so với năm 2025||Mục tiêu 2027: 35

{{}}
"""


def test_the_tiles_of_a_dashboard_are_one_list(catalog: Catalog) -> None:
    found = read(catalog, DASHBOARD.format("Gia đình||Quỹ khuyến học hiện có\n40||1.5 tỷ đồng"))
    assert found["A4"] == f"{PROVINCE} members 2026 1200"
    assert found["C4"] == f"{PROVINCE} branches 2026 30"
    assert found["C9"] == f"{PROVINCE} fund-balance-vnd 2026 1500000000"
    assert found["A9"] == "?"  # of families nobody says what is counted


def test_tiles_are_of_the_unit_over_them_side_by_side_or_below(catalog: Catalog) -> None:
    head = f"{LETTERHEAD}\nTỔNG QUAN NĂM 2026\n\n|Huyện Khê Đá||Huyện Núi Lở"
    found = read(catalog, f"{head}\n\n|70||80\n|hội viên||hội viên\n\n|Huyện Bãi Sậy\n\n|8\n|chi hội\n")
    assert found["B6"] == f"{KHE_DA} members 2026 70"
    assert found["D6"] == f"{NUI_LO} members 2026 80"
    assert found["B11"] == "?"


LEVELS = """{}
SỐ ĐƠN VỊ HỌC TẬP ĐƯỢC CÔNG NHẬN THEO NĂM, CẤP QUẢN LÝ VÀ LOẠI HÌNH
Đơn vị tính: đơn vị

Năm|Cấp quản lý|Trong đó|>|Cộng
||Trường học|Cơ quan hành chính, sự nghiệp|
2026|Cấp xã|10|20|30
|Cấp huyện|5|6|11
|Cộng|15|{}|41
"""


def test_a_title_and_the_levels_in_its_rows_are_one_indicator(catalog: Catalog) -> None:
    found = read(catalog, LEVELS.format(LETTERHEAD, "26"))
    assert {cell: each.split()[1] for cell, each in found.items()} == {
        **dict.fromkeys(("C7", "D7", "E7"), "learning-units-commune"),
        **dict.fromkeys(("C8", "D8", "E8"), "learning-units-district"),
        **dict.fromkeys(("C9", "D9", "E9"), "learning-units"),
    }


def test_a_total_of_levels_that_do_not_add_up_to_it_is_asked_about(catalog: Catalog) -> None:
    found = read(catalog, LEVELS.format(LETTERHEAD, "27"))
    assert found["D9"] == "?"
    assert found["C9"].split()[1] == "learning-units"


def test_units_over_indicators_and_years_down_are_a_row_of_each_unit_and_year(catalog: Catalog) -> None:
    head = "Năm|Khê Đá|>|Núi Lở|>|Cộng|>\n|Hội viên|Chi hội|Hội viên|Chi hội|Hội viên|Chi hội"
    found = read(catalog, f"{LETTERHEAD}\nSỐ LIỆU QUA CÁC NĂM\n\n{head}\n2025|10|1|20|2|30|3\n2026|11|1|21|2|32|3\n")
    assert set(found) == {f"{column}{row}" for column in "BCDE" for row in (6, 7)}
    assert (found["B7"], found["E6"]) == (f"{KHE_DA} members 2026 11", f"{NUI_LO} branches 2025 2")


def test_heads_said_again_begin_another_table_without_an_empty_row(catalog: Catalog) -> None:
    head = "Năm|Khê Đá|Núi Lở"
    rows = f"I. SỐ HỘI VIÊN\n{head}\n2025|10|20\n2026|11|21\nII. SỐ CHI HỘI\n{head}\n2025|1|2\n2026|1|3"
    found = read(catalog, f"{LETTERHEAD}\nSỐ LIỆU QUA CÁC NĂM\n{rows}\n")
    assert (found["B5"], found["C10"]) == (f"{KHE_DA} members 2025 10", f"{NUI_LO} branches 2026 3")


@pytest.mark.parametrize("kinds", [("KH", "TH"), ("Kế hoạch", "Thực hiện"), ("Giao", "Kết quả")])
def test_plan_and_result_below_each_other_are_of_one_indicator(kinds: tuple[str, str], catalog: Catalog) -> None:
    plan, result = kinds
    rows = f"1|Hội viên|{plan}|90|80\n||{result}|91|81\n2|Chi hội|{plan}|9|8\n||{result}|10|8"
    found = read(catalog, f"{LETTERHEAD}\nTỔNG HỢP NĂM 2026\n\nTT|Chỉ tiêu|Nội dung|Khê Đá|Núi Lở\n{rows}\n")
    assert found == {
        "D6": f"{KHE_DA} members 2026 91",
        "E6": f"{NUI_LO} members 2026 81",
        "D8": f"{KHE_DA} branches 2026 10",
        "E8": f"{NUI_LO} branches 2026 8",
    }


@pytest.mark.parametrize(
    ("question", "name"),
    [
        ("Hội của đơn vị có bao nhiêu hội viên?", "hội viên"),
        ("Năm 2026 đơn vị vận động được bao nhiêu tiền cho quỹ khuyến học?", "vận động được tiền cho quỹ khuyến học"),
        ("Trường có bao nhiêu giáo viên?", "số giáo viên"),
        ("Trong đó bao nhiêu hội viên là nữ?", "hội viên là nữ"),
        ("Đã có bao nhiêu đơn vị học tập được công nhận?", "số đơn vị học tập được công nhận đã"),
        ("Số hội viên của đơn vị", "số hội viên của đơn vị"),  # no question of how many
    ],
)
def test_a_question_how_many_names_what_it_asks_for(question: str, name: str) -> None:
    assert label(question).text == name


def test_heads_of_an_online_form_are_questions_about_who_answers(catalog: Catalog) -> None:
    heads = (
        "Tên trường (ghi đầy đủ)|Tổng số cán bộ, giáo viên (giảng viên), nhân viên của trường tính đến 31/5/2026?|"
        "Trong đó số giáo viên, giảng viên tính đến 31/5/2026? (chỉ ghi số)"
    )
    found = read(catalog, f"{heads}\nTrường THPT Hồ Sen|112|62 thầy cô\n")
    assert found == {
        "B2": "truong-thpt-ho-sen staff-total 2026-05-31 112",
        "C2": "truong-thpt-ho-sen staff-teaching 2026-05-31 62",
    }


def test_a_unit_that_answers_again_is_asked_about(catalog: Catalog) -> None:
    heads = "Dấu thời gian|Tên đơn vị|Câu 1. Tính đến ngày 31/12/2026, Hội có tất cả bao nhiêu hội viên?"
    rows = "2027-01-08|HKH huyện Khê Đá|90\n2027-01-08|HKH huyện Núi Lở|80\n2027-01-10|HKH huyện Khê Đá (gửi lại)|91"
    found = read(catalog, f"{heads}\n{rows}\n")
    assert found == {"C2": "?", "C3": f"{NUI_LO} members 2026-12-31 80", "C4": "?"}


@pytest.mark.parametrize(("cell", "is_added"), [("x", False), ("…", False), ("-", True), ("0", True)])
def test_a_year_that_adds_up_all_but_a_quarter_that_nobody_knows_is_asked_about(
    cell: str, *, is_added: bool, catalog: Catalog
) -> None:
    heads = "Nội dung|Quý I|Quý II|Quý III|Cả năm"
    rows = f"Suất học bổng đã trao|5|6|{cell}|11\n"
    found = read(catalog, f"{LETTERHEAD}\nKẾT QUẢ NĂM 2026\n\n{heads}\nHội viên mới|1|2|3|6\n{rows}")
    assert found["B6"] == f"{PROVINCE} scholarships-awarded 2026-01/2026-03 5"
    assert (found["E6"] != "?") == is_added


def test_a_note_that_begins_with_what_is_counted_makes_that_figure_open(catalog: Catalog) -> None:
    heads = "Đơn vị|Suất học bổng đã trao|Hội viên|Ghi chú"
    rows = "Khê Đá|5|70|\nNúi Lở|6|80|suất của nhà tài trợ"
    found = read(catalog, f"{LETTERHEAD}\nKẾT QUẢ NĂM 2026\n\n{heads}\n{rows}\n")
    assert {cell: figure == "?" for cell, figure in found.items()} == {
        "B5": False, "C5": False, "B6": True, "C6": False,
    }  # fmt: skip


def test_under_a_header_of_associations_a_school_is_not_its_own_association(catalog: Catalog) -> None:
    heads = "Hội Khuyến học|Hội viên|Suất học bổng đã trao"
    found = read(catalog, f"{LETTERHEAD}\nKẾT QUẢ NĂM 2026\n\n{heads}\nKhê Đá|70|5\nTrường THPT Hồ Sen|80|6\n")
    assert found["B5"] == f"{KHE_DA} members 2026 70"
    assert found["B6"] == found["C6"] == "?"


def test_all_of_a_term_is_the_term_of_the_title(catalog: Catalog) -> None:
    heads = "TT|Nội dung|ĐVT|Năm 2026 (đầu NK)|Năm 2027|Cả nhiệm kỳ (lũy kế)"
    found = read(
        catalog, f"{LETTERHEAD}\nKẾT QUẢ NHIỆM KỲ 2026 - 2031\n\n{heads}\n1|Suất học bổng đã trao|suất|5|6|30\n"
    )
    assert [figure.split()[2] for figure in found.values()] == ["2026", "2027", "2026/2031"]


def test_a_measure_among_other_things_that_a_line_says_is_that_of_the_money() -> None:
    assert measure_in("HỘI VIÊN (nghìn người) VÀ QUỸ (tỷ đồng) CÁC TỈNH") == "nghìn người; tỷ đồng"
    assert measure_in("(Số liệu 9 tháng đầu năm 2026; tiền tính bằng nghìn đồng)") == "nghìn đồng"


@pytest.mark.parametrize("part", ["Trong đó, hội viên là cán bộ, giáo viên?", "Trong đó: hội viên là giáo viên"])
def test_a_column_that_says_again_whom_the_one_before_counts_is_a_part_of_it(part: str, catalog: Catalog) -> None:
    text = f"{LETTERHEAD}\nKẾT QUẢ NĂM 2026\n\nĐơn vị|Tổng số hội viên|{part}\nHội Khuyến học huyện Khê Đá|70|5\n"
    rows = understand(catalog, [sheet(text.splitlines())], {}).rows
    found = [(row.indicator_id, row.value, row.breakdown, row.question) for row in rows]
    assert found == [
        ("members", "70", "", ""),
        ("members", "5", part.partition(" là ")[2].strip("?"), ""),
    ]


OVER_YEARS = f"""{LETTERHEAD}
SO SÁNH NĂM 2025, 2026 CỦA CÁC HUYỆN
TT|Chỉ tiêu|ĐVT|Khê Đá||Núi Lở||Cộng
|||Năm 2025|Năm 2026|Năm 2025|Năm 2026|Năm 2026
1|Chi hội khuyến học|chi hội|12|13|20|21|34
2|Hội viên khuyến học|người|700|720|900|950|1670
"""


def test_a_sum_over_years_beside_units_is_no_figure_of_the_letterhead(catalog: Catalog) -> None:
    found = read(catalog, OVER_YEARS)
    assert not [words for words in found.values() if words.startswith(PROVINCE)]
    assert {words.split()[0] for words in found.values()} == {KHE_DA, NUI_LO}


@pytest.mark.parametrize("remark", ["", " – gửi lại lần hai", " - chưa gửi quý III"])
def test_a_band_over_rows_names_their_unit_before_its_remark(remark: str, catalog: Catalog) -> None:
    text = f"""{LETTERHEAD}
TIẾN ĐỘ NĂM 2026
Nội dung|Năm 2025|Năm 2026
1. HKH HUYỆN KHÊ ĐÁ{remark}||
Chi hội khuyến học|12|13
2. HKH HUYỆN NÚI LỞ{remark}||
Chi hội khuyến học|20|21
"""
    found = read(catalog, text)
    assert {" ".join(words.split()[:2]) for words in found.values()} == {f"{KHE_DA} branches", f"{NUI_LO} branches"}


@pytest.mark.parametrize("head", ["2026 (ước)", "Ước TH 2026", "KH 2026", "Dự kiến năm 2026"])
def test_what_adds_up_years_of_which_one_is_guessed_is_asked_about(head: str, catalog: Catalog) -> None:
    heads = f"Chỉ tiêu|2024|2025|{head}|Lũy kế 2024-2026"
    found = read(catalog, f"{LETTERHEAD}\nHỌC BỔNG CÁC NĂM\n{heads}\nSuất học bổng đã trao|210|220|230|660\n")
    assert found["C4"].endswith("2025 220"), found
    assert (found["D4"], found["E4"]) == ("?", "?")


def test_what_adds_up_results_that_stand_beside_their_plans_is_taken(catalog: Catalog) -> None:
    heads = "Chỉ tiêu|KH 2025|TH 2025|KH 2026|TH 2026|Lũy kế 2025-2026"
    found = read(catalog, f"{LETTERHEAD}\nHỌC BỔNG CÁC NĂM\n{heads}\nSuất học bổng đã trao|200|220|230|240|460\n")
    assert found["F4"].endswith("2025/2026 460"), found


@pytest.mark.parametrize(("head", "left"), [("2026 (TH)", "th"), ("Năm 2026 (thực hiện)", "thực hiện"), ("2026", "")])
def test_a_year_before_brackets_is_the_time_of_what_is_in_them(head: str, left: str) -> None:
    found = label(head)
    assert ([each.period for each in found.periods], found.text) == (["2026"], left)
