"""Twenty-one more tables of associations, each in a layout of its own, written before the reader was tuned to them.

Units and places are the register's, every figure is invented; what no gold names must not be taken in silence.
"""

import re
from collections.abc import Mapping
from decimal import Decimal
from typing import Any

from openpyxl.utils import column_index_from_string

from strangers_tables import Table

A = "hoi-khuyen-hoc-"
M = 10**6
Column = tuple[str, str, str, Any]


def amount(cell: Any) -> Decimal:
    """Return what a reader of Vietnamese takes a cell for."""
    if not isinstance(cell, str):
        return Decimal(str(cell))
    found = re.search(r"\d[\d.]*(?:,\d+)?", cell)
    assert found
    return Decimal(found[0].replace(".", "").replace(",", "."))


def down(
    sheet: str, rows: list[list[Any]], units: Mapping[int, tuple[str, str]], columns: Mapping[str, Column]
) -> dict[str, Column]:
    """Units by row as (association, place); columns as (indicator, «a» or «p», period, factor)."""
    cells: dict[str, Column] = {}
    for row, (association, place) in units.items():
        for letter, (indicator, whose, period, factor) in columns.items():
            value = rows[row - 1][column_index_from_string(letter) - 1]
            unit = association if whose == "a" else place
            if unit and value is not None and re.search(r"\d", str(value)):
                cells[f"{sheet}!{letter}{row}"] = (unit, indicator, period, amount(value) * factor)
    return cells


def across(
    sheet: str,
    rows: list[list[Any]],
    indicators: Mapping[int, tuple[str, str, Any]],
    columns: Mapping[str, tuple[str, str, str]],
) -> dict[str, Column]:
    """Indicators by row as (indicator, «a» or «p», factor); columns as (association, place, period)."""
    cells: dict[str, Column] = {}
    for row, (indicator, whose, factor) in indicators.items():
        for letter, (association, place, period) in columns.items():
            value = rows[row - 1][column_index_from_string(letter) - 1]
            unit = association if whose == "a" else place
            if unit and value is not None and re.search(r"\d", str(value)):
                cells[f"{sheet}!{letter}{row}"] = (unit, indicator, period, amount(value) * factor)
    return cells


def word(gold: Mapping[str, Column], table: int = 1) -> dict[str, Column]:
    """Return gold of a sheet with the places of a table in Word."""
    cells = {}
    for cell, wanted in gold.items():
        found = re.fullmatch(r".*!([A-Z]+)(\d+)", cell)
        assert found
        cells[f"{table}/{found[2]}/{column_index_from_string(found[1])}"] = wanted
    return cells


# 1. Three rows of headers, the measure in a line above, groups by Roman numerals, a column between left empty.
_BINH_DINH = [
    ["HỘI KHUYẾN HỌC TỈNH BÌNH ĐỊNH", None, None, None, None, "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM"],
    [None, None, None, None, None, "Độc lập - Tự do - Hạnh phúc"],
    ["BIỂU TỔNG HỢP TỔ CHỨC HỘI VÀ QUỸ KHUYẾN HỌC NĂM 2023"],
    ["(Kèm theo Báo cáo số 12/BC-HKH ngày 15/01/2024 của Hội Khuyến học tỉnh)"],
    [None, None, None, None, None, None, None, "ĐVT: triệu đồng"],
    ["STT", "Đơn vị", "Tổ chức Hội", None, "Hội viên", None, "Quỹ khuyến học", None, None],
    [None, None, "Chi hội", "Ban KH", "Tổng số", "Trong đó", "Vận động", "Đã chi", "Hiện có"],
    [None, None, None, None, None, "Nữ", None, None, None],
    ["1", "2", "3", "4", "5", "6", "7", "8", "9"],
    ["I", "Thành phố, thị xã", None, None, None, None, None, None, None],
    [1, "HKH TP Quy Nhơn", 168, 92, 45210, 23110, 5120.5, 4800, 2210],
    [2, "HKH TX An Nhơn", 121, 70, 39870, 20010, 3310, 3105, 1440],
    ["II", "Huyện", None, None, None, None, None, None, None],
    [3, "HKH huyện Tuy Phước", 134, 64, 41020, 21870, 2950.2, 2710, 1310],
    [4, "HKH huyện Vân Canh", 41, 22, 8120, 3980, 510, 498.5, 205],
    [5, "HKH huyện Hoài Ân", 60, 31, 15420, 7012, 820, 790, 320],
    [None, "TỔNG CỘNG (I + II)", 524, 279, 149640, 75982, 12710.7, 11903.5, 5485],
    [],
    [None, "Ghi chú: số liệu hội viên lấy theo sổ theo dõi đến 31/12/2023."],
]
_BINH_DINH_GOLD = down(
    "Biểu 01",
    _BINH_DINH,
    {
        11: (A + "thanh-pho-quy-nhon-tinh-binh-dinh", ""),
        12: (A + "thi-xa-an-nhon-tinh-binh-dinh", ""),
        14: (A + "huyen-tuy-phuoc-tinh-binh-dinh", ""),
        15: (A + "huyen-van-canh-tinh-binh-dinh", ""),
    },
    {
        "C": ("branches", "a", "2023", 1),
        "D": ("study-committees", "a", "2023", 1),
        "E": ("members", "a", "2023", 1),
        "F": ("members", "a", "2023", 1),
        "G": ("fund-raised-vnd", "a", "2023", M),
        "H": ("fund-spent-vnd", "a", "2023", M),
        "I": ("fund-balance-vnd", "a", "2023", M),
    },
)

# 2. Abbreviated titles, counts and percents in pairs, registered and reached, provinces.
_TITLES = [
    ["BÁO CÁO KẾT QUẢ CÔNG NHẬN CÁC DANH HIỆU HỌC TẬP NĂM 2024"],
    ["TT", "Tỉnh", "GĐHT", None, None, "DHHT", None, "CĐHT", None, "ĐVHT", None, "CDHT", None],
    [None, None, "Đăng ký", "Công nhận", "Tỷ lệ", "SL", "%", "SL", "%", "SL", "%", "SL", "%"],
    [1, "Bắc Kạn", 61200, 52110, 85.1, 612, 71.2, 980, 76.4, 720, 88.1, 41020, 18.2],
    [2, "Cao Bằng", 98110, 80210, 81.8, 702, 66.4, 1102, 70.1, 905, 84.6, 60120, 16.1],
    [3, "Hà Giang", 150220, 118020, 78.6, 1204, 69.9, 1655, 77.5, 1102, 90.2, 88110, 15.4],
    [4, "Sơn La", 210900, 168300, 79.8, 1420, 72.5, 1911, 81.2, 1388, 91, 120440, 14.2],
    ["Chung", None, 520430, 418640, 80.4, 3938, None, 5648, None, 4115, None, 309690, None],
]
_TITLES_GOLD = down(
    "DH",
    _TITLES,
    {4: ("", "tinh-bac-kan"), 5: ("", "tinh-cao-bang"), 6: ("", "tinh-ha-giang"), 7: ("", "tinh-son-la")},
    {
        "C": ("learning-families-registered", "p", "2024", 1),
        "D": ("learning-families", "p", "2024", 1),
        "E": ("learning-families-of-registered-rate", "p", "2024", 1),
        "F": ("learning-clans", "p", "2024", 1),
        "G": ("learning-clans-rate", "p", "2024", 1),
        "H": ("learning-communities", "p", "2024", 1),
        "I": ("learning-communities-rate", "p", "2024", 1),
        "J": ("learning-units", "p", "2024", 1),
        "K": ("learning-units-rate", "p", "2024", 1),
        "L": ("learning-citizens", "p", "2024", 1),
        "M": ("learning-citizens-rate", "p", "2024", 1),
    },
)

# 3. Indicators down with their measure in brackets, years across, title in the middle, no STT.
_THAI_NGUYEN = [
    ["Hội Khuyến học huyện Đại Từ, tỉnh Thái Nguyên"],
    [],
    [None, "MỘT SỐ CHỈ TIÊU CHỦ YẾU GIAI ĐOẠN 2021 - 2024"],
    [],
    ["Chỉ tiêu", "2021", "2022", "2023", "2024"],
    ["1. Tổ chức, hội viên", None, None, None, None],
    ["- Số chi hội", 480, 482, 486, 490],
    ["- Tổng số hội viên (người)", 52110, 53240, 55010, 56120],
    ["- Tỷ lệ hội viên/dân số (%)", "27,1", "27,6", "28,3", "28,8"],
    ["2. Quỹ khuyến học", None, None, None, None],
    ["- Số tiền vận động được (triệu đồng)", "2.310", "2.455,5", "2.780", "3.012,4"],
    ["- Số dư cuối kỳ (triệu đồng)", "1.120", "1.204", "1.318,6", "1.402"],
    ["3. Học bổng, khen thưởng", None, None, None, None],
    ["- Học bổng (suất)", 310, 344, 352, 401],
    ["- Kinh phí trao học bổng (triệu đồng)", 155, 172, 211, 240.5],
    ["- Lượt người được khen thưởng", 12210, 12940, 13011, 13420],
    ["- Số đơn vị đạt xuất sắc", 12, 13, 13, 15],
    ["4. Tỷ lệ đạt chuẩn phổ cập giáo dục (%)", "100", "100", "100", "100"],
]
_H = A + "huyen-dai-tu-tinh-thai-nguyen"
_YEARS = {letter: (_H, "", year) for letter, year in zip("BCDE", ("2021", "2022", "2023", "2024"), strict=True)}
_THAI_NGUYEN_GOLD = across(
    "Sheet1",
    _THAI_NGUYEN,
    {
        7: ("branches", "a", 1),
        8: ("members", "a", 1),
        9: ("member-population-rate", "a", 1),
        11: ("fund-raised-vnd", "a", M),
        12: ("fund-balance-vnd", "a", M),
        14: ("scholarships-awarded", "a", 1),
        15: ("scholarship-value-vnd", "a", M),
        16: ("reward-turns", "a", 1),
    },
    _YEARS,
)

# 4. CSV with tabs and decimals with comma, two lines of headers, units named with their province.
_TABS = [
    [
        "Đơn vị",
        "Hội viên đầu năm",
        "Hội viên cuối năm",
        "Kết nạp mới trong năm",
        "Tỷ lệ hội viên so với dân số (%)",
        "",
    ],
    ["Hội Khuyến học huyện Thanh Miện, tỉnh Hải Dương", "31.020", "31.870", "1.102", "24,6", ""],
    ["Hội Khuyến học huyện Gia Lộc, tỉnh Hải Dương", "29.110", "29.915", "980", "21,9", ""],
    ["Hội Khuyến học huyện Bình Giang, tỉnh Hải Dương", "27.902", "28.344", "640", "25,1", ""],
]
_TABS_GOLD = {
    f"csv!{letter}{row}": (
        A + f"huyen-{name}-tinh-hai-duong",
        indicator,
        period,
        amount(_TABS[row - 3]["ABCDE".index(letter)]),
    )
    for row, name in ((4, "thanh-mien"), (5, "gia-loc"), (6, "binh-giang"))
    for letter, indicator, period in (
        ("C", "members", "2022"),
        ("D", "new-members", "2022"),
        ("E", "member-population-rate", "2022"),
    )
}

# 5. Word: an indicator has sub-rows by level, the measure in a column, plan / result / comparison across.
_WORD_PLAN = [
    ["STT", "Nội dung", "ĐVT", "Kế hoạch năm 2024", "Thực hiện năm 2024", "So với kế hoạch (%)", "Thực hiện năm 2023"],
    ["I", "XÂY DỰNG TỔ CHỨC HỘI", "", "", "", "", ""],
    ["1", "Hội viên khuyến học", "Người", "62.000", "63.410", "102,3", "60.915"],
    ["2", "Hội viên mới kết nạp", "Người", "2.000", "2.495", "124,8", "1.870"],
    ["II", "CÁC MÔ HÌNH HỌC TẬP", "", "", "", "", ""],
    ["1", "Gia đình học tập được công nhận", "Gia đình", "70.000", "71.204", "101,7", "68.330"],
    ["2", "Tỷ lệ gia đình đạt danh hiệu Gia đình học tập", "%", "75", "76,4", "101,9", "74,1"],
    ["3", "Dòng họ học tập", "Dòng họ", "410", "418", "102", "402"],
    ["4", "Đơn vị học tập", "Đơn vị", "300", "290", "96,7", "281"],
    ["III", "QUỸ KHUYẾN HỌC", "", "", "", "", ""],
    ["1", "Tổng số tiền vận động", "Tr.đồng", "9.000", "10.250,5", "113,9", "8.840"],
    ["2", "Chi khen thưởng, học bổng", "Tr.đồng", "7.500", "8.102", "108", "7.020"],
]
_WORD_PLAN_GOLD = word(
    across(
        "w",
        _WORD_PLAN,
        {
            3: ("members", "a", 1),
            4: ("new-members", "a", 1),
            6: ("learning-families", "p", 1),
            7: ("learning-families-rate", "p", 1),
            8: ("learning-clans", "p", 1),
            9: ("learning-units", "p", 1),
            11: ("fund-raised-vnd", "a", M),
        },
        {
            "E": (A + "quan-hai-chau-thanh-pho-da-nang", "quan-hai-chau-thanh-pho-da-nang", "2024"),
            "G": (A + "quan-hai-chau-thanh-pho-da-nang", "quan-hai-chau-thanh-pho-da-nang", "2023"),
        },
    )
)

# 6. Quarters across under a year, units down, one indicator in the title.
_QUARTERS = [
    ["TỔNG HỢP SỐ SUẤT HỌC BỔNG ĐÃ TRAO NĂM 2024"],
    ["TT", "Hội Khuyến học", "Quý I", "Quý II", "Quý III", "Quý IV", "Cả năm"],
    [1, "Hội Khuyến học tỉnh Yên Bái", 120, 210, 540, 98, 968],
    [2, "Hội Khuyến học tỉnh Lai Châu", 88, 102, 320, 61, 571],
]
_QUARTERS_GOLD: dict[str, Column] = {}

# 7. Transposed with two rows of headers: units across in groups, indicators down, a column of totals in between.
_TRANSPOSED = [
    ["SỐ LIỆU XÂY DỰNG XÃ HỘI HỌC TẬP 6 THÁNG ĐẦU NĂM 2024, TỈNH LÂM ĐỒNG"],
    ["TT", "Chỉ tiêu", "Đơn vị tính", "Toàn tỉnh", "Trong đó", None, None, None],
    [None, None, None, None, "Đà Lạt", "Bảo Lộc", "Đức Trọng", "Di Linh"],
    [1, "Số hộ gia đình", "hộ", 182000, 58210, 41020, 44110, 38660],
    [2, "Số gia đình được công nhận Gia đình học tập", "gia đình", 128610, 42010, 30110, 30980, 25510],
    [3, "Tỷ lệ gia đình học tập", "%", 70.7, 72.2, 73.4, 70.2, 66],
    [4, "Số dòng họ được công nhận Dòng họ học tập", "dòng họ", 128, 41, 30, 28, 29],
    [5, "Số trung tâm học tập cộng đồng", "trung tâm", 62, 16, 11, 15, 20],
    [6, "Số lượt người học tại trung tâm học tập cộng đồng", "lượt", 82010, 20110, 18220, 23120, 20560],
    [7, "Số học viên xóa mù chữ", "người", 840, 0, 45, 310, 485],
]
_TRANSPOSED_GOLD = across(
    "6T",
    _TRANSPOSED,
    {
        4: ("households-total", "p", 1),
        5: ("learning-families", "p", 1),
        6: ("learning-families-rate", "p", 1),
        7: ("learning-clans", "p", 1),
        8: ("community-learning-centres", "p", 1),
        9: ("clc-learners", "p", 1),
        10: ("literacy-learners", "p", 1),
    },
    {
        "E": ("", "thanh-pho-da-lat-tinh-lam-dong", "2024-01/2024-06"),
        "F": ("", "thanh-pho-bao-loc-tinh-lam-dong", "2024-01/2024-06"),
        "G": ("", "huyen-duc-trong-tinh-lam-dong", "2024-01/2024-06"),
        "H": ("", "huyen-di-linh-tinh-lam-dong", "2024-01/2024-06"),
    },
)

# 8. Years over indicators (two rows): each year has count and money; scale in the second row.
_YEARS_OVER = [
    ["Phụ lục: Kết quả vận động quỹ và trao học bổng của các tỉnh"],
    ["Số TT", "Tên đơn vị", "Năm 2022", None, None, "Năm 2023", None, None, "Ghi chú"],
    [
        None,
        None,
        "Vận động (tỷ đồng)",
        "Học bổng (suất)",
        "Trị giá học bổng (triệu đồng)",
        "Vận động (tỷ đồng)",
        "Học bổng (suất)",
        "Trị giá học bổng (triệu đồng)",
        None,
    ],
    [1, "Hội Khuyến học tỉnh Bến Tre", 21.4, 12110, 8120, 23.05, 12980, 8844, None],
    [2, "Hội Khuyến học tỉnh Trà Vinh", 12.25, 8020, 4210, 12.9, 8110, 4390.5, "*"],
    [3, "Hội Khuyến học tỉnh Sóc Trăng", 9.8, 6120, 2950, 10.1, 6402, 3110, None],
    [4, "Hội KH tỉnh Bạc Liêu", 15.02, 7040, 3305, 14.77, 7012, 3401, None],
    ["Tổng", None, 58.47, 33290, 18585, 60.82, 34504, 19745.5, None],
    ["* Số liệu chưa kiểm tra"],
]
_MEKONG = {4: "ben-tre", 5: "tra-vinh", 6: "soc-trang", 7: "bac-lieu"}
_YEARS_OVER_GOLD = down(
    "PL",
    _YEARS_OVER,
    {row: (A + f"tinh-{name}", "") for row, name in _MEKONG.items()},
    {
        "C": ("fund-raised-vnd", "a", "2022", 10**9),
        "D": ("scholarships-awarded", "a", "2022", 1),
        "E": ("scholarship-value-vnd", "a", "2022", M),
        "F": ("fund-raised-vnd", "a", "2023", 10**9),
        "G": ("scholarships-awarded", "a", "2023", 1),
        "H": ("scholarship-value-vnd", "a", "2023", M),
    },
)

# 9. A long list: unit, indicator, measure, value, period each in a column.
_LONG = [
    ["Đơn vị", "Chỉ tiêu", "Đơn vị tính", "Năm", "Giá trị"],
    ["Tỉnh Sóc Trăng", "Gia đình học tập được công nhận", "gia đình", 2022, 241020],
    ["Tỉnh Sóc Trăng", "Dòng họ học tập được công nhận", "dòng họ", 2022, 105],
    ["Hội Khuyến học tỉnh Sóc Trăng", "Hội viên khuyến học", "người", 2022, 198200],
    ["Hội Khuyến học tỉnh Sóc Trăng", "Tiền vận động quỹ khuyến học", "triệu đồng", 2022, 9800],
    ["Hội Khuyến học tỉnh Sóc Trăng", "Tiền vận động quỹ khuyến học", "triệu đồng", 2023, 10110],
    ["Tỉnh Bến Tre", "Tỷ lệ đạt Gia đình học tập", "%", 2023, 81.2],
]
_LONG_GOLD = {
    f"Dữ liệu!E{row}": (unit, indicator, str(year), amount(value) * factor)
    for row, (unit, indicator, year, value, factor) in enumerate(
        (
            ("tinh-soc-trang", "learning-families", 2022, 241020, 1),
            ("tinh-soc-trang", "learning-clans", 2022, 105, 1),
            (A + "tinh-soc-trang", "members", 2022, 198200, 1),
            (A + "tinh-soc-trang", "fund-raised-vnd", 2022, 9800, M),
            (A + "tinh-soc-trang", "fund-raised-vnd", 2023, 10110, M),
            ("tinh-ben-tre", "learning-families-rate", 2023, 81.2, 1),
        ),
        2,
    )
}

# 10. Schools and hospitals of a province with their staff, degrees with percents in brackets beside.
_STAFF = [
    ["UBND TỈNH THANH HÓA"],
    ["SỞ NỘI VỤ"],
    ["CHẤT LƯỢNG ĐỘI NGŨ CÁN BỘ, CÔNG CHỨC CÁC SỞ, NGÀNH"],
    ["(Số liệu tính đến 30/9/2024)"],
    [
        "Số TT",
        "Cơ quan, đơn vị",
        "Tổng số CBCC",
        "Chia theo trình độ chuyên môn",
        None,
        None,
        None,
        "Lý luận chính trị",
        None,
        "Đảng viên",
    ],
    [None, None, None, "Tiến sĩ", "Thạc sĩ", "Đại học", "Khác", "Cao cấp", "Trung cấp", None],
    [1, "Sở Công Thương", 262, 2, 70, 160, 30, 44, 80, 190],
    [2, "Sở Tư pháp", 188, 6, 55, 110, 17, 30, 51, 140],
    [3, "Sở NN và PTNT", 1130, 6, 310, 620, 194, 92, 144, 702],
    [4, "Sở Văn hóa, Thể thao và Du lịch", 376, 8, 92, 230, 46, 50, 121, 240],
    ["", "Tổng số", 1956, 22, 527, 1120, 287, 216, 396, 1272],
    ["Người lập biểu", None, None, None, None, None, None, "GIÁM ĐỐC"],
]
_T = "-tinh-thanh-hoa"
_STAFF_GOLD = down(
    "CB",
    _STAFF,
    {
        7: ("so-cong-thuong" + _T, ""),
        8: ("so-tu-phap" + _T, ""),
        9: ("so-nong-nghiep-va-phat-trien-nong-thon" + _T, ""),
        10: ("so-van-hoa-the-thao-va-du-lich" + _T, ""),
    },
    {
        "C": ("staff-total", "a", "2024-09-30", 1),
        "D": ("staff-phd", "a", "2024-09-30", 1),
        "E": ("staff-master", "a", "2024-09-30", 1),
        "F": ("staff-bachelor", "a", "2024-09-30", 1),
        "G": ("staff-other-qualification", "a", "2024-09-30", 1),
        "H": ("staff-llct-advanced", "a", "2024-09-30", 1),
        "I": ("staff-llct-intermediate", "a", "2024-09-30", 1),
        "J": ("party-members", "a", "2024-09-30", 1),
    },
)

# 11. Word: hedges, empties and marks; school year; money with its measure in every cell.
_WORD_TEXT = [
    ["TT", "Hội Khuyến học", "Tổng quỹ hiện có", "Học bổng đã trao", "Xe đạp", "Ghi chú"],
    ["1", "Quận Đống Đa", "trên 2,1 tỷ đồng", "hơn 450 suất", "12 chiếc", ""],
    ["2", "Quận Hai Bà Trưng", "1.845 triệu đồng", "388 suất", "…", "chưa đủ"],
    ["3", "Quận Thanh Xuân", "980.500.000 đồng", "gần 300", "0", ""],
    ["4", "Quận Hoàn Kiếm", "1,2 tỷ", "khoảng 250 - 260 suất", "5 chiếc", ""],
    ["", "Cộng", "6.125 triệu", "1.390", "17", ""],
]
_HN = "-thanh-pho-ha-noi"
_WORD_TEXT_GOLD: dict[str, Column] = {
    "1/2/3": (A + "quan-dong-da" + _HN, "fund-balance-vnd", "2023/2024", 2_100_000_000),
    "1/3/3": (A + "quan-hai-ba-trung" + _HN, "fund-balance-vnd", "2023/2024", 1_845_000_000),
    "1/4/3": (A + "quan-thanh-xuan" + _HN, "fund-balance-vnd", "2023/2024", 980_500_000),
    "1/5/3": (A + "quan-hoan-kiem" + _HN, "fund-balance-vnd", "2023/2024", 1_200_000_000),
    "1/2/4": (A + "quan-dong-da" + _HN, "scholarships-awarded", "2023/2024", 450),
    "1/3/4": (A + "quan-hai-ba-trung" + _HN, "scholarships-awarded", "2023/2024", 388),
    "1/4/4": (A + "quan-thanh-xuan" + _HN, "scholarships-awarded", "2023/2024", 300),
    "1/2/5": (A + "quan-dong-da" + _HN, "bicycles-donated", "2023/2024", 12),
    "1/4/5": (A + "quan-thanh-xuan" + _HN, "bicycles-donated", "2023/2024", 0),
    "1/5/5": (A + "quan-hoan-kiem" + _HN, "bicycles-donated", "2023/2024", 5),
}

# 12. Rows of counts and percents one under the other («Số lượng», «Tỷ lệ %»), measure in the header, both of 2 dates.
_PAIRS = [
    ["TỈNH HẬU GIANG"],
    ["KẾT QUẢ THỰC HIỆN CHỈ TIÊU XÃ HỘI HỌC TẬP"],
    ["TT", "Tiêu chí", "Đơn vị", "Tính đến 31/12/2022", "Tính đến 31/12/2023"],
    ["1", "Gia đình học tập", "số lượng", 150210, 153300],
    [None, None, "tỷ lệ %", 78.1, 79.4],
    ["2", "Cộng đồng học tập cấp xã", "số lượng", 61, 64],
    [None, None, "tỷ lệ %", 81.3, 85.3],
    ["3", "Tỷ lệ người dân có kỹ năng số", "%", 41.5, 55.2],
    ["4", "Tỷ lệ lao động qua đào tạo", "%", 62, 64.8],
    ["5", "Biết chữ mức độ 2 (15-60 tuổi)", "%", 93.2, 94],
]
_HG = {"D": ("", "tinh-hau-giang", "2022-12-31"), "E": ("", "tinh-hau-giang", "2023-12-31")}
_PAIRS_GOLD = across(
    "TC",
    _PAIRS,
    {
        4: ("learning-families", "p", 1),
        5: ("learning-families-rate", "p", 1),
        6: ("learning-communities-commune", "p", 1),
        7: ("learning-communities-commune-rate", "p", 1),
        8: ("digital-skills-rate", "p", 1),
        9: ("labour-trained-rate", "p", 1),
        10: ("literacy-rate-15-60-level2", "p", 1),
    },
    _HG,
)

# 13. Header below a logo line, merged title, STT with dots, units with numbers in front, a second half to the right.
_SIDE = [
    ["DANH SÁCH CÁC ĐƠN VỊ ĐẠT KẾT QUẢ PHÁT TRIỂN HỘI VIÊN (đến 30/6/2025)", None, None, None, None, None, None, None],
    [],
    [
        "STT",
        "Hội Khuyến học tỉnh",
        "Số hội viên",
        "Tỷ lệ so với dân số (%)",
        None,
        "STT",
        "Hội Khuyến học tỉnh",
        "Số hội viên",
        "Tỷ lệ so với dân số (%)",
    ],
    ["1.", "Bình Phước", 210110, 20.1, None, "4.", "Kon Tum", 98110, 16.8],
    ["2.", "Bình Thuận", 260020, 20.9, None, "5.", "Đắk Nông", 120330, 17.6],
    ["3.", "Ninh Thuận", 130440, 21.7, None, "6.", "Phú Yên", 230450, 26.1],
]
_SIDE_GOLD = {
    f"HV!{letter}{row}": (
        A + f"tinh-{name}",
        indicator,
        "2025-06-30",
        amount(_SIDE[row - 1]["ABCDEFGHI".index(letter)]),
    )
    for row, left, right in ((4, "binh-phuoc", "kon-tum"), (5, "binh-thuan", "dak-nong"), (6, "ninh-thuan", ""))
    for letter, name, indicator in (
        ("C", left, "members"),
        ("D", left, "member-population-rate"),
        ("H", right, "members"),
        ("I", right, "member-population-rate"),
    )
    if name
}

# 14. Formulas of a total in the middle of columns; the unit in column B, percent formats, dates in the sheet name only.
_SHEET_YEAR = [
    ["HỘI KHUYẾN HỌC TỈNH TÂY NINH", None, None, None, None],
    ["Biểu 3: Kết quả công tác khuyến học các huyện, thành phố", None, None, None, None],
    [
        "TT",
        "Huyện, thành phố",
        "Tổng số hội viên",
        "Hội viên tăng thêm",
        "Tỷ lệ hội viên/dân số",
        "Vận động quỹ (1.000 đồng)",
        "Suất quà trao",
    ],
    [1, "TP Tây Ninh", 28110, 512, 0.211, 1250000, 480],
    [2, "Tân Châu", 21040, 377, 0.168, 845500, 322],
    [3, "Tân Biên", 18020, 290, 0.174, 702000, 288],
    ["Cộng:", None, 67170, 1179, None, 2797500, 1090],
]
_TN = {4: (A + "thanh-pho-tay-ninh-tinh-tay-ninh", ""), 5: (A + "huyen-tan-chau-tinh-tay-ninh", "")}
_SHEET_YEAR_GOLD = down(
    "Năm 2022",
    _SHEET_YEAR,
    _TN,
    {
        "C": ("members", "a", "2022", 1),
        "D": ("members-increase", "a", "2022", 1),
        "E": ("member-population-rate", "a", "2022", 100),
        "F": ("fund-raised-vnd", "a", "2022", 1000),
        "G": ("gifts-awarded", "a", "2022", 1),
    },
)

# 15. Years down, indicators across, the unit only in the title, no running number.
_YEARS_DOWN = [
    ["HỘI KHUYẾN HỌC TỈNH BÌNH ĐỊNH"],
    ["Kết quả hoạt động giai đoạn 2020 - 2023"],
    [None, "Hội viên (người)", "Chi hội", "Quỹ khuyến học", None, "Ghi chú"],
    ["Năm", None, None, "Vận động (triệu đồng)", "Chi (triệu đồng)", None],
    [2020, 210110, 2810, 8120.5, 7010, None],
    [2021, 214220, 2822, 7910, 7102, "dịch bệnh"],
    [2022, 219008, 2840, 9204, 8850, None],
    [2023, 224310, 2866, 10120, 9333, None],
]
_YEARS_DOWN_GOLD = {
    f"QN!{letter}{row}": (
        A + "tinh-binh-dinh",
        indicator,
        str(2015 + row),
        amount(_YEARS_DOWN[row - 1]["ABCDE".index(letter)]) * factor,
    )
    for row in (5, 6, 7, 8)
    for letter, indicator, factor in (
        ("B", "members", 1),
        ("C", "branches", 1),
        ("D", "fund-raised-vnd", M),
        ("E", "fund-spent-vnd", M),
    )
}

# 16. A sheet for each unit, its name on the tab; registered and recognised across.
_TAB = [
    ["KẾT QUẢ XÂY DỰNG CÁC MÔ HÌNH HỌC TẬP NĂM 2023"],
    ["TT", "Mô hình", "Số đăng ký", "Số được công nhận"],
    [1, "Gia đình học tập", 18220, 15010],
    [2, "Dòng họ học tập", 60, 52],
    [3, "Cộng đồng học tập", 110, 98],
]
_OTHER_TAB = [[53 if cell == 52 else cell for cell in row] for row in _TAB]  # a sheet is no copy
_TABS_EACH_GOLD = {
    f"{tab}!{letter}{row}": (unit, indicator + end, "2023", amount(rows[row - 1]["ABCD".index(letter)]))
    for tab, unit, rows in (
        ("Huyện Cao Phong", "huyen-cao-phong-tinh-hoa-binh", _TAB),
        ("Huyện Lạc Sơn", "huyen-lac-son-tinh-hoa-binh", _OTHER_TAB),
    )
    for row, indicator in ((3, "learning-families"), (4, "learning-clans"), (5, "learning-communities"))
    for letter, end in (("C", "-registered"), ("D", ""))
}

# 17. One indicator in the title, units down, years across.
_ONE = [
    ["BẢNG THỐNG KÊ SỐ HỘI VIÊN KHUYẾN HỌC CÁC HUYỆN TỈNH ĐỒNG NAI QUA CÁC NĂM"],
    ["TT", "Đơn vị", "Năm 2019", "Năm 2020", "Năm 2021"],
    [1, "Nhơn Trạch", 41020, 42110, 43230],
    [2, "Trảng Bom", 60110, 61020, 62550],
    [3, "Xuân Lộc", 55080, 55900, 56840],
]
_ONE_GOLD = {
    f"Sheet1!{letter}{row}": (A + f"huyen-{name}-tinh-dong-nai", "members", year, _ONE[row - 1]["ABCDE".index(letter)])
    for row, name in ((3, "nhon-trach"), (4, "trang-bom"), (5, "xuan-loc"))
    for letter, year in (("C", "2019"), ("D", "2020"), ("E", "2021"))
}

# 18. Communes that the register does not hold: every figure is asked.
_COMMUNES = [
    ["HỘI KHUYẾN HỌC HUYỆN THOẠI SƠN, TỈNH AN GIANG"],
    ["Số liệu hội viên các xã, thị trấn đến 31/12/2021"],
    ["STT", "Xã, thị trấn", "Số chi hội", "Hội viên"],
    [1, "Xã Vĩnh Khánh", 21, 3110],
    [2, "Xã Vĩnh Chánh", 18, 2890],
    [3, "TT Núi Sập", 24, 4012],
    [None, "Toàn huyện", 63, 10012],
]
_COMMUNES_GOLD = {
    f"Xã!{letter}4": (A + "xa-vinh-khanh-huyen-thoai-son-tinh-an-giang", indicator, "2021-12-31", value)
    for letter, indicator, value in (("C", "branches", 21), ("D", "members", 3110))
}

# 19. Units across, each with a count and a percentage under it.
_UNITS_TWICE = [
    ["KẾT QUẢ NĂM 2024 - TỈNH BẮC KẠN"],
    ["Stt", "Danh hiệu", "TP Bắc Kạn", None, "Huyện Chợ Mới", None, "Huyện Ba Bể", None],
    [None, None, "Số lượng", "Tỷ lệ (%)", "Số lượng", "Tỷ lệ (%)", "Số lượng", "Tỷ lệ (%)"],
    [1, "Gia đình học tập", 10110, 88.2, 7020, 74.1, 8110, 71.5],
    [2, "Dòng họ học tập", 22, 81.5, 41, 66.1, 38, 70],
    [3, "Đơn vị học tập", 96, 92.3, 44, 84, 51, 86.4],
]
_BK = (("C", "thanh-pho-bac-kan"), ("E", "huyen-cho-moi"), ("G", "huyen-ba-be"))
_UNITS_TWICE_GOLD = {
    f"BK!{chr(ord(letter) + step)}{row}": (
        f"{unit}-tinh-bac-kan",
        indicator + end,
        "2024",
        amount(_UNITS_TWICE[row - 1]["ABCDEFGH".index(letter) + step]),
    )
    for letter, unit in _BK
    for row, indicator in ((4, "learning-families"), (5, "learning-clans"), (6, "learning-units"))
    for step, end in ((0, ""), (1, "-rate"))
}

# 20. A list without a header: what, how much, in what; as a form that was filled.
_FORM = [
    ["HỘI KHUYẾN HỌC QUẬN THANH XUÂN, THÀNH PHỐ HÀ NỘI"],
    ["BÁO CÁO SỐ LIỆU 6 THÁNG ĐẦU NĂM 2023"],
    [],
    ["1", "Tổng số hội viên", "31.220", "người"],
    ["2", "Số chi hội", "212", "chi hội"],
    ["3", "Tiền vận động quỹ khuyến học", "1.845,5", "triệu đồng"],
    ["4", "Suất học bổng đã trao", "96", "suất"],
    ["5", "Số buổi họp", "12", "buổi"],
]
_TX = A + "quan-thanh-xuan-thanh-pho-ha-noi"
_FORM_GOLD: dict[str, Column] = {
    "BC!C4": (_TX, "members", "2023-01/2023-06", 31220),
    "BC!C5": (_TX, "branches", "2023-01/2023-06", 212),
    "BC!C6": (_TX, "fund-raised-vnd", "2023-01/2023-06", 1845500000),
    "BC!C7": (_TX, "scholarships-awarded", "2023-01/2023-06", 96),
}

# 21. Totals first, units indented with a dash, a row of totals without a name.
_TOTAL_FIRST = [
    ["Phụ biểu 3"],
    ["TÌNH HÌNH HỘI VIÊN CÁC TỈNH ĐẾN HẾT NĂM 2021"],
    ["Đơn vị", "Tổng số hội viên", "Trong đó: nữ", "Tỷ lệ hội viên trên dân số"],
    ["Toàn vùng", 1210110, 601020, "21,4%"],
    ["- Tỉnh Ninh Thuận", 120440, 60110, "20,4%"],
    ["- Tỉnh Bình Thuận", 250020, 120330, "20,1%"],
    [None, 370460, 180440, None],
]
_TOTAL_FIRST_GOLD = down(
    "PB",
    _TOTAL_FIRST,
    {5: (A + "tinh-ninh-thuan", ""), 6: (A + "tinh-binh-thuan", "")},
    {
        "B": ("members", "a", "2021-12-31", 1),
        "C": ("members", "a", "2021-12-31", 1),
        "D": ("member-population-rate", "a", "2021-12-31", 1),
    },
)

MORE = (
    Table(
        "three-row-header-roman-groups",
        {"Biểu 01": _BINH_DINH},
        _BINH_DINH_GOLD,
        {
            "Biểu 01": [
                "A6:A8",
                "B6:B8",
                "C6:D6",
                "C7:C8",
                "D7:D8",
                "E6:F6",
                "E7:E8",
                "G6:I6",
                "G7:G8",
                "H7:H8",
                "I7:I8",
            ]
        },
    ),
    Table(
        "titles-abbreviated",
        {"DH": _TITLES},
        _TITLES_GOLD,
        {"DH": ["A2:A3", "B2:B3", "C2:E2", "F2:G2", "H2:I2", "J2:K2", "L2:M2"]},
    ),
    Table("years-across-measure-in-brackets", {"Sheet1": _THAI_NGUYEN}, _THAI_NGUYEN_GOLD),
    Table("tabs-two-lines", {"csv": [["Biểu hội viên năm 2022"], [], *_TABS]}, _TABS_GOLD, ending=".tsv"),
    Table(
        "word-plan-and-result",
        {"KẾT QUẢ THỰC HIỆN CÁC CHỈ TIÊU CỦA HỘI KHUYẾN HỌC QUẬN HẢI CHÂU, THÀNH PHỐ ĐÀ NẴNG": _WORD_PLAN},
        _WORD_PLAN_GOLD,
        ending=".docx",
    ),
    Table("quarters-of-one-indicator", {"HB": _QUARTERS}, _QUARTERS_GOLD),
    Table(
        "transposed-two-rows",
        {"6T": _TRANSPOSED},
        _TRANSPOSED_GOLD,
        {"6T": ["A1:H1", "A2:A3", "B2:B3", "C2:C3", "D2:D3", "E2:H2"]},
    ),
    Table(
        "years-over-indicators",
        {"PL": _YEARS_OVER},
        _YEARS_OVER_GOLD,
        {"PL": ["A2:A3", "B2:B3", "C2:E2", "F2:H2", "I2:I3"]},
    ),
    Table("long-list", {"Dữ liệu": _LONG}, _LONG_GOLD),
    Table(
        "staff-of-departments",
        {"CB": _STAFF},
        _STAFF_GOLD,
        {"CB": ["A5:A6", "B5:B6", "C5:C6", "D5:G5", "H5:I5", "J5:J6"]},
    ),
    Table(
        "word-hedged-school-year",
        {"Kết quả năm học 2023 - 2024 các quận thành phố Hà Nội": _WORD_TEXT},
        _WORD_TEXT_GOLD,
        ending=".docx",
    ),
    Table("count-over-percent", {"TC": _PAIRS}, _PAIRS_GOLD, {"TC": ["A4:A5", "B4:B5", "A6:A7", "B6:B7"]}),
    Table("two-halves-side-by-side", {"HV": _SIDE}, _SIDE_GOLD),
    Table("years-down", {"QN": _YEARS_DOWN}, _YEARS_DOWN_GOLD, {"QN": ["B3:B4", "C3:C4", "D3:E3", "F3:F4"]}),
    Table("a-sheet-for-each-unit", {"Huyện Cao Phong": _TAB, "Huyện Lạc Sơn": _OTHER_TAB}, _TABS_EACH_GOLD),
    Table("indicator-in-the-title", {"Sheet1": _ONE}, _ONE_GOLD),
    Table("communes", {"Xã": _COMMUNES}, _COMMUNES_GOLD),
    Table(
        "units-twice", {"BK": _UNITS_TWICE}, _UNITS_TWICE_GOLD, {"BK": ["A2:A3", "B2:B3", "C2:D2", "E2:F2", "G2:H2"]}
    ),
    Table("list-without-header", {"BC": _FORM}, _FORM_GOLD),
    Table("total-first", {"PB": _TOTAL_FIRST}, _TOTAL_FIRST_GOLD),
    Table("year-in-sheet-name", {"Năm 2022": _SHEET_YEAR}, _SHEET_YEAR_GOLD, percents=("E4", "E5", "E6")),
)
