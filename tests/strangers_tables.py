"""Eight tables of associations in layouts of their own, each with the figures a careful reader would take from it.

Units and places are the register's, every figure is invented. Written before the reader was tuned, and kept apart.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field
from decimal import Decimal
from pathlib import Path
from typing import Any

from openpyxl import Workbook
from openpyxl.comments import Comment
from openpyxl.styles import Font
from openpyxl.utils import column_index_from_string


@dataclass(frozen=True)
class Table:
    """`gold` names what is to be taken: (unit, indicator, period, value) by cell; everything else must not be."""

    name: str
    sheets: Mapping[str, list[list[Any]]]
    gold: Mapping[str, tuple[str, str, str, Any]]
    merged: Mapping[str, list[str]] = field(default_factory=dict)
    ending: str = ".xlsx"
    hidden_columns: tuple[str, ...] = ()
    percents: tuple[str, ...] = ()
    struck: str = ""
    comment: str = ""


def _gold(
    sheet: str, rows: list[list[Any]], units: dict[int, tuple[str, str]], columns: dict[str, tuple[str, str, str, Any]]
) -> dict[str, Any]:
    """Units by row as (association, place); columns as (indicator, «a» or «p», period, factor)."""
    gold = {}
    for row, (association, place) in units.items():
        for letter, (indicator, whose, period, factor) in columns.items():
            value = rows[row - 1][column_index_from_string(letter) - 1]
            unit = association if whose == "a" else place
            if unit and isinstance(value, int | float):
                gold[f"{sheet}!{letter}{row}"] = (unit, indicator, period, Decimal(str(value)) * factor)
    return gold


A = "hoi-khuyen-hoc-"
_NORTH = [
    ["TRUNG ƯƠNG HỘI KHUYẾN HỌC VIỆT NAM"],
    ["TỔNG HỢP KẾT QUẢ 9 THÁNG NĂM 2024"],
    [],
    [
        "STT",
        "Hội Khuyến học tỉnh",
        "Hội viên",
        None,
        "Quỹ khuyến học (triệu đồng)",
        None,
        None,
        "Học bổng",
        None,
        "Ghi chú",
    ],
    [None, None, "Tổng số", "Trong đó: nữ", "Vận động", "Đã chi", "Số dư", "Số suất", "Số tiền (triệu đồng)", None],
    ["(1)", "(2)", "(3)", "(4)", "(5)", "(6)", "(7)", "(8)", "(9)", "(10)"],
    [1, "Cao Bằng", 84120, 40110, 3120.5, 2980, 1040, 2210, 1105, None],
    [2, "Sơn La", 223410, 101200, 15230, 14110.4, 9870, 8120, 4060, "số sơ bộ"],
    [3, "Nghệ An", 742800, 401230, 96400, 88120, 51200, 40120, 30220, None],
    [4, "Điện Biên", 91230, 42110, 2960, 2410, 1980, 1820, 905, None],
    [None, "Tổng cộng", 1141560, 584650, 117710.5, 107620.4, 64090, 52270, 36290, None],
]
_NORTH_GOLD = _gold(
    "9T",
    _NORTH,
    {
        7: (A + "tinh-cao-bang", ""),
        8: (A + "tinh-son-la", ""),
        9: (A + "tinh-nghe-an", ""),
        10: (A + "tinh-dien-bien", ""),
    },
    {
        "C": ("members", "a", "2024-01/2024-09", 1),
        "D": ("members", "a", "2024-01/2024-09", 1),
        "E": ("fund-raised-vnd", "a", "2024-01/2024-09", 10**6),
        "F": ("fund-spent-vnd", "a", "2024-01/2024-09", 10**6),
        "G": ("fund-balance-vnd", "a", "2024-01/2024-09", 10**6),
        "H": ("scholarships-awarded", "a", "2024-01/2024-09", 1),
        "I": ("scholarship-value-vnd", "a", "2024-01/2024-09", 10**6),
    },
)

_BINH_GIANG = [
    ["HỘI KHUYẾN HỌC HUYỆN BÌNH GIANG, TỈNH HẢI DƯƠNG"],
    ["Biểu số liệu khuyến học qua các năm"],
    ["TT", "Nội dung", "Đơn vị tính", "Năm 2022", "Năm 2023", "6 tháng đầu năm 2024"],
    ["I", "Tổ chức Hội", None, None, None, None],
    [1, "Số chi hội khuyến học", "chi hội", 142, 145, 146],
    [2, "Tổng số hội viên", "người", 28110, 29040, 29350],
    [3, "Tỷ lệ hội viên so với dân số", "%", 23.4, 24.1, 24.3],
    ["II", "Quỹ khuyến học", None, None, None, None],
    [1, "Vận động trong năm", "triệu đồng", 2140, 2325.5, 1180],
    [2, "Số dư quỹ", "triệu đồng", 1020, 1144, 1240],
    [3, "Bình quân đầu người", "đồng", 18200, 19400, 20100],
    ["III", "Khen thưởng, học bổng", None, None, None, None],
    [1, "Số suất học bổng đã trao", "suất", 412, 455, 120],
    [2, "Lượt học sinh được khen thưởng", "lượt", 8120, 8440, 2010],
    [3, "Số buổi tuyên truyền", "buổi", 44, 51, 20],
]
_BINH_GIANG_GOLD = {
    f"Biểu 1!{letter}{row}": (
        A + "huyen-binh-giang-tinh-hai-duong",
        indicator,
        period,
        Decimal(str(_BINH_GIANG[row - 1]["ABCDEF".index(letter)])) * factor,
    )
    for row, indicator, factor in (
        (5, "branches", 1),
        (6, "members", 1),
        (7, "member-population-rate", 1),
        (9, "fund-raised-vnd", 10**6),
        (10, "fund-balance-vnd", 10**6),
        (11, "fund-per-capita-vnd", 1),
        (13, "scholarships-awarded", 1),
        (14, "reward-turns", 1),
    )
    for letter, period in (("D", "2022"), ("E", "2023"), ("F", "2024-01/2024-06"))
}

_PLAN = [
    ["BAN CHỈ ĐẠO XÂY DỰNG XÃ HỘI HỌC TẬP TỈNH TUYÊN QUANG"],
    ["KẾT QUẢ THỰC HIỆN CÁC MÔ HÌNH HỌC TẬP NĂM 2023"],
    [None, None, None, None, None, None, None, "Đơn vị tính: %, hộ, dòng họ"],
    [
        "Số TT",
        "Tên huyện",
        "Gia đình học tập",
        None,
        None,
        "Dòng họ học tập",
        None,
        "Tỷ lệ hộ đạt Gia đình học tập",
        "Công dân học tập",
    ],
    [None, None, "Kế hoạch", "Thực hiện", "% so với KH", "Đăng ký", "Được công nhận", None, None],
    [1, "Chiêm Hóa", 21000, 20412, 97.2, 310, 284, 0.682, 15230],
    [2, "Hàm Yên", 19500, 19870, 101.9, 268, 251, 0.7015, 14020],
    [3, "Sơn Dương", 30100, 29044, 96.5, 402, 377, 0.664, 20110],
    [4, "Na Hang", 9100, 8870, 97.5, 120, 104, 0.63, 6010],
    [None, "Cộng", 79700, 78196, 98.1, 1100, 1016, None, 55370],
    ["Ghi chú: số liệu huyện Na Hang chưa thẩm định."],
]
_PLAN_GOLD = {
    f"KQ!{letter}{row}": (unit, indicator, "2023", Decimal(str(_PLAN[row - 1]["ABCDEFGHI".index(letter)])) * factor)
    for row, unit in (
        (6, "huyen-chiem-hoa-tinh-tuyen-quang"),
        (7, "huyen-ham-yen-tinh-tuyen-quang"),
        (8, "huyen-son-duong-tinh-tuyen-quang"),
    )
    for letter, indicator, factor in (
        ("D", "learning-families", 1),
        ("F", "learning-clans-registered", 1),
        ("G", "learning-clans", 1),
        ("H", "learning-families-rate", 100),
        ("I", "learning-citizens", 1),
    )
}

_CSV = [
    ["UBND TỈNH THANH HÓA"],
    ["Thống kê nhân lực các sở đến ngày 30/6/2024"],
    [
        "STT",
        "Tên đơn vị",
        "Tổng số cán bộ, công chức",
        "Trình độ tiến sĩ",
        "Trình độ thạc sĩ",
        "Trình độ đại học",
        "Đảng viên",
        "Tỷ lệ đạt Công dân học tập (%)",
    ],
    ["1", "Sở Công Thương tỉnh Thanh Hóa", "268", "1", "63", "112", "190", "61,5"],
    ["2", "Sở Tư pháp", "190", "6", "50", "93", "141", "88,2"],
    ["3", "Sở Y tế", "6.402", "4", "2.190", "3.321", "1.877", "97,1"],
    ["4", "Sở Giao thông vận tải", "212", "2", "44", "120", "133", "70"],
    ["", "Tổng", "7.072", "13", "2.347", "3.646", "2.341", ""],
]
_S = {4: "so-cong-thuong-tinh-thanh-hoa", 5: "so-tu-phap-tinh-thanh-hoa", 6: "so-y-te-tinh-thanh-hoa"}
_CSV_GOLD = {
    f"csv!{letter}{row}": (
        unit,
        indicator,
        "2024-06-30",
        Decimal(_CSV[row - 1]["ABCDEFGH".index(letter)].replace(".", "").replace(",", ".")),
    )
    for row, unit in _S.items()
    for letter, indicator in (
        ("C", "staff-total"),
        ("D", "staff-phd"),
        ("E", "staff-master"),
        ("F", "staff-bachelor"),
        ("G", "party-members"),
        ("H", "learning-citizens-rate"),
    )
}

_WORD = [
    ["TT", "Chỉ tiêu", "Huyện Cao Phong", "Huyện Lạc Sơn", "TP Hòa Bình", "Cộng"],
    ["1", "Tổng số hộ gia đình", "11.240", "32.105", "38.880", "82.225"],
    ["2", "Hộ gia đình đạt Gia đình học tập", "8.120", "20.114", "29.870", "58.104"],
    ["3", "Thôn, xóm, tổ dân phố đạt Cộng đồng học tập", "88", "201", "140", "429"],
    ["4", "Trung tâm học tập cộng đồng", "10", "24", "19", "53"],
    ["5", "Số hội viên khuyến học", "12.450", "38.010", "41.220", "91.680"],
    ["6", "Tỷ lệ biết chữ 15-60 tuổi (%)", "97,1", "96,4", "99,2", "-"],
]
_WORD_UNITS = {
    3: ("hoi-khuyen-hoc-huyen-cao-phong-tinh-hoa-binh", "huyen-cao-phong-tinh-hoa-binh"),
    4: ("", "huyen-lac-son-tinh-hoa-binh"),
    5: ("hoi-khuyen-hoc-thanh-pho-hoa-binh-tinh-hoa-binh", "thanh-pho-hoa-binh-tinh-hoa-binh"),
}
_WORD_GOLD = {
    f"1/{row}/{column}": (
        unit,
        indicator,
        "2022",
        Decimal(_WORD[row - 1][column - 1].replace(".", "").replace(",", ".")),
    )
    for column, pair in _WORD_UNITS.items()
    for row, indicator, whose in (
        (2, "households-total", 1),
        (3, "learning-families", 1),
        (4, "learning-communities", 1),
        (5, "community-learning-centres", 1),
        (6, "members", 0),
        (7, "literacy-rate-15-60", 1),
    )
    if (unit := pair[whose])
}

_HA_NOI = [
    ["HỘI KHUYẾN HỌC THÀNH PHỐ HÀ NỘI"],
    ["Theo dõi phong trào các quận"],
    ["Quận", "Chỉ tiêu", "2022", "2023"],
    ["Quận Đống Đa", "Hội viên", 61200, 62050],
    [None, "Gia đình học tập được công nhận", 70110, 71230],
    [None, "Quỹ vận động (tỷ đồng)", 3.2, 3.45],
    ["Quận Hoàn Kiếm", "Hội viên", 33100, 34020],
    [None, "Gia đình học tập được công nhận", 24010, 24880],
    [None, "Quỹ vận động (tỷ đồng)", 2.1, 2.25],
    ["Quận Ba Đình", "Hội viên", 40100, 41120],
]
_HA_NOI_GOLD = {
    f"Quận!{letter}{row}": (unit, indicator, period, Decimal(str(_HA_NOI[row - 1]["ABCD".index(letter)])) * factor)
    for first, association, place in (
        (4, A + "quan-dong-da-thanh-pho-ha-noi", "quan-dong-da-thanh-pho-ha-noi"),
        (7, A + "quan-hoan-kiem-thanh-pho-ha-noi", "quan-hoan-kiem-thanh-pho-ha-noi"),
    )
    for row, unit, indicator, factor in (
        (first, association, "members", 1),
        (first + 1, place, "learning-families", 1),
        (first + 2, association, "fund-raised-vnd", 10**9),
    )
    for letter, period in (("C", "2022"), ("D", "2023"))
}

_QN = [
    ["Hội Khuyến học tỉnh Quảng Nam", None, None, None, None],
    ["SỐ LIỆU QUỸ KHUYẾN HỌC CẤP HUYỆN"],
    ["TT", "Huyện", "Số tiền vận động", "Suất học bổng", "Số xe đạp trao tặng", "Số điện thoại"],
    [1, "Duy Xuyên", "1,25 tỷ đồng", "320 suất", 12, "0235 000 000"],
    [2, "Tiên Phước", "hơn 800 triệu", "gần 210", 0, "0235 111 111"],
    [3, "Núi Thành", "950 triệu", "240", 9, "0235 222 222"],
    [4, "Tổng cộng", "3 tỷ", "770", 21, None],
]
_QN_LATER = [["330 suất" if cell == "320 suất" else cell for cell in row] for row in _QN]  # a sheet is no copy
_QN_GOLD = {
    f"{year}!{letter}{row}": (A + f"huyen-{name}-tinh-quang-nam", indicator, year, value)
    for year in ("2023", "2024")
    for row, name, values in (
        (4, "duy-xuyen", (1250000000, 320 if year == "2023" else 330, 12)),
        (5, "tien-phuoc", (800000000, 210, 0)),
    )
    for letter, indicator, value in zip(
        "CDE", ("fund-raised-vnd", "scholarships-awarded", "bicycles-donated"), values, strict=True
    )
}

_MARKS = [
    ["HỘI KHUYẾN HỌC TỈNH AN GIANG"],
    ["SỐ LIỆU HỘI VIÊN CÁC HUYỆN, tính đến ngày 31 tháng 12 năm 2022"],
    ["STT", "Đơn vị", "Hội viên", "Chi hội", "Hội viên mới kết nạp", "Ban khuyến học"],
    [1, "HKH huyện Châu Phú", 41200, 120, 800, 66],
    [2, "HKH huyện Phú Tân", 38110, 101, 640, 70],
    [3, "HKH huyện Thoại Sơn", 29840, 98, 910, 58],
    [4, "HKH huyện Tri Tôn", 22010, "=C7/200", 515, 40],
]
_MARKS_GOLD = {
    f"HV!{letter}{row}": (A + f"huyen-{name}-tinh-an-giang", indicator, "2022-12-31", value)
    for row, name in ((4, "chau-phu"), (5, "phu-tan"), (6, "thoai-son"), (7, "tri-ton"))
    for letter, indicator, at in (("C", "members", 2), ("D", "branches", 3), ("F", "study-committees", 5))
    if isinstance(value := _MARKS[row - 1][at], int) and f"{letter}{row}" not in ("C5", "F6")
}

TABLES = (
    Table(
        "provinces-two-row-header",
        {"9T": _NORTH},
        _NORTH_GOLD,
        {"9T": ["A4:A5", "B4:B5", "C4:D4", "E4:G4", "H4:I4", "J4:J5"]},
    ),
    Table("indicators-by-period", {"Biểu 1": _BINH_GIANG}, _BINH_GIANG_GOLD, {"Biểu 1": ["A1:F1", "A2:F2"]}),
    Table(
        "plan-and-percent",
        {"KQ": _PLAN},
        _PLAN_GOLD,
        {"KQ": ["A4:A5", "B4:B5", "C4:E4", "F4:G4", "H4:H5", "I4:I5"]},
        percents=("H6", "H7", "H8", "H9"),
    ),
    Table("departments-csv", {"csv": _CSV}, _CSV_GOLD, ending=".csv"),
    Table(
        "word-units-across",
        {"Số liệu thực hiện năm 2022 các huyện, thành phố tỉnh Hòa Bình": _WORD},
        _WORD_GOLD,
        ending=".docx",
    ),
    Table("merged-unit-over-indicators", {"Quận": _HA_NOI}, _HA_NOI_GOLD, {"Quận": ["A4:A6", "A7:A9"]}),
    Table("sheet-for-each-year", {"2023": _QN, "2024": _QN_LATER}, _QN_GOLD),
    Table("hidden-struck-commented", {"HV": _MARKS}, _MARKS_GOLD, hidden_columns=("E",), struck="C5", comment="F6"),
)


def saved(table: Table, folder: Path) -> Path:
    """Write the table as a file of its kind and return its path."""
    path = folder / f"{table.name}{table.ending}"
    if table.ending == ".tsv":
        rows = next(iter(table.sheets.values()))
        path.write_text("\n".join("\t".join(row) for row in rows), encoding="utf-8-sig")
    elif table.ending == ".csv":
        rows = next(iter(table.sheets.values()))
        path.write_text(
            "\n".join(";".join(f'"{cell}"' if ";" in cell else cell for cell in row) for row in rows),
            encoding="utf-8-sig",
        )
    elif table.ending == ".docx":
        _word(table, path)
    else:
        _workbook(table, path)
    return path


def _word(table: Table, path: Path) -> None:
    from docx import Document

    document = Document()
    for title, rows in table.sheets.items():
        document.add_paragraph("HỘI KHUYẾN HỌC TỈNH HÒA BÌNH")
        document.add_paragraph(title)
        word_table = document.add_table(len(rows), len(rows[0]))
        for row, cells in enumerate(rows):
            for column, text in enumerate(cells):
                word_table.cell(row, column).text = text
    document.save(str(path))


def _workbook(table: Table, path: Path) -> None:
    book = Workbook()
    book.remove(book.worksheets[0])
    for name, rows in table.sheets.items():
        sheet = book.create_sheet(name)
        for row in rows:
            sheet.append(row)
        for span in table.merged.get(name, ()):
            sheet.merge_cells(span)
        for letter in table.hidden_columns:
            sheet.column_dimensions[letter].hidden = True
        for spot in table.percents:
            sheet[spot].number_format = "0.0%"
        if table.struck:
            sheet[table.struck].font = Font(strike=True)
        if table.comment:
            sheet[table.comment].comment = Comment("hỏi lại anh Ba", "văn phòng")
    book.save(path)
