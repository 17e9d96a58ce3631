"""Eleven more tables in layouts of their own: plans beside results, years within units, quarters, school years, texts.

Units are the register's, every figure is invented. Each gold was written before the table was read.
"""

from decimal import Decimal
from typing import Any

from strangers_tables import A, Table

_GIA_LOC = A + "huyen-gia-loc-tinh-hai-duong"
_PLACE = "huyen-gia-loc-tinh-hai-duong"
_HALF = "2024-01/2024-06"
_PLAN_DONE: list[list[Any]] = [
    ["HỘI KHUYẾN HỌC HUYỆN GIA LỘC"],
    ["BIỂU THỰC HIỆN CHỈ TIÊU THI ĐUA 6 THÁNG ĐẦU NĂM 2024"],
    ["(Kèm theo Báo cáo số 12/BC-HKH ngày 28/6/2024)"],
    [],
    ["STT", "Nội dung chỉ tiêu", "ĐVT", "Kế hoạch năm 2024", "Thực hiện 6 tháng", "Tỷ lệ % so với KH", "Ghi chú"],
    ["I", "Tổ chức hội"],
    [1, "Tổng số hội viên", "người", 36000, 35120, 97.6],
    [2, "Số chi hội", "chi hội", 190, 188, 98.9],
    [3, "Hội viên mới kết nạp", "người", 1000, 640, 64],
    ["II", "Xây dựng quỹ"],
    [1, "Số tiền vận động", "triệu đồng", 4500, 2870.5, 63.8],
    [2, "Số dư quỹ đến 30/6/2024", "triệu đồng", None, 1965, None],
    ["III", "Khen thưởng, học bổng"],
    [1, "Số suất học bổng", "suất", 900, 412, 45.8],
    [2, "Trị giá học bổng", "triệu đồng", 450, 206, 45.8],
    [3, "Lượt học sinh, giáo viên được khen thưởng", "lượt", 5000, 3380, 67.6],
    ["IV", "Mô hình học tập"],
    [1, "Gia đình học tập (đăng ký)", "hộ", 33000, 32510, 98.5],
    [2, "Tỷ lệ gia đình học tập", "%", 82, 80.4, None],
]
_PLAN_DONE_GOLD = {
    "6T!E7": (_GIA_LOC, "members", _HALF, 35120),
    "6T!E8": (_GIA_LOC, "branches", _HALF, 188),
    "6T!E9": (_GIA_LOC, "new-members", _HALF, 640),
    "6T!E11": (_GIA_LOC, "fund-raised-vnd", _HALF, 2870500000),
    "6T!E12": (_GIA_LOC, "fund-balance-vnd", "2024-06-30", 1965000000),
    "6T!E14": (_GIA_LOC, "scholarships-awarded", _HALF, 412),
    "6T!E15": (_GIA_LOC, "scholarship-value-vnd", _HALF, 206000000),
    "6T!E16": (_GIA_LOC, "reward-turns", _HALF, 3380),
    "6T!E18": (_PLACE, "learning-families-registered", _HALF, 32510),
    "6T!E19": (_PLACE, "learning-families-rate", _HALF, 80.4),
}
_YEARS_WITHIN: list[list[Any]] = [
    ["HỘI KHUYẾN HỌC CÁC TỈNH BẮC TRUNG BỘ - SỐ LIỆU 3 NĂM"],
    [],
    ["TT", "Tỉnh", "Năm", "Hội viên", "Chi hội", "Quỹ vận động", "Gia đình học tập", None],
    [None, None, None, "(người)", "(chi hội)", "(tỷ đồng)", "Số hộ", "Tỷ lệ (%)"],
]
_YEARS_WITHIN_GOLD: dict[str, Any] = {}
_THREE = {
    "Nghệ An": (
        "nghe-an",
        [(690000, 8100, 90.4, 640100, 76.2), (723780, 8150, 101.2, 671200, 78.8), (745120, 8216, 127.64, 698450, 81.2)],
    ),
    "Thanh Hóa": (
        "thanh-hoa",
        [(980000, 9300, 110, 780000, 75), (991200, 9310, 121.5, 793100, 76.4), (1002300, 9342, 133, 810000, 77.9)],
    ),
    "Hà Tĩnh": (
        "ha-tinh",
        [(350100, 3200, 95, 300100, 79), (358900, 3241, 104.7, 309800, 81.1), (367900, 3268, 118.5, 318200, 84.6)],
    ),
}
_MERGED = ["A3:A4", "B3:B4", "C3:C4", "G3:H3"]
for n, (name, (code, rows)) in enumerate(_THREE.items(), 1):
    for i, r in enumerate(rows):
        _YEARS_WITHIN.append([n if not i else None, name if not i else None, 2022 + i, *r])
        at = len(_YEARS_WITHIN)
        if not i:
            _MERGED += [f"A{at}:A{at + 2}", f"B{at}:B{at + 2}"]
        for c, ind, who, f in zip(
            "DEFGH",
            ("members", "branches", "fund-raised-vnd", "learning-families", "learning-families-rate"),
            "hhhpp",
            (1, 1, 10**9, 1, 1),
            strict=True,
        ):
            _YEARS_WITHIN_GOLD[f"3 năm!{c}{at}"] = (
                (A if who == "h" else "") + "tinh-" + code,
                ind,
                str(2022 + i),
                Decimal(str(r["DEFGH".index(c)])) * f,
            )
_PROVINCES: list[list[Any]] = [
    ["KẾT QUẢ CÔNG NHẬN CÁC DANH HIỆU HỌC TẬP NĂM 2023"],
    ["Khu vực Tây Bắc"],
    [],
    ["Danh hiệu", "Điện Biên", None, "Lai Châu", None, "Sơn La", None],
    [None] + ["Số lượng", "Tỷ lệ (%)"] * 3,
    ["Gia đình học tập", 98210, 71.3, 61200, 64.9, 176400, 58.2],
    ["Dòng họ học tập", 812, 55.1, 402, 47, 1390, 60.4],
    ["Cộng đồng học tập (thôn, bản)", 1040, 80.2, 730, 75.9, 1850, 82.6],
    ["Đơn vị học tập", 910, 93.4, 640, 90.2, 1366, 95],
]
_PROVINCES_GOLD: dict[str, Any] = {}
for r, ind in zip(
    range(6, 10), ("learning-families", "learning-clans", "learning-communities", "learning-units"), strict=True
):
    for c, u, s in zip(
        "BCDEFG", ("dien-bien",) * 2 + ("lai-chau",) * 2 + ("son-la",) * 2, ("", "-rate") * 3, strict=True
    ):
        _PROVINCES_GOLD[f"TB!{c}{r}"] = ("tinh-" + u, ind + s, "2023", _PROVINCES[r - 1]["ABCDEFG".index(c)])
_CAN_THO = A + "thanh-pho-can-tho-truoc-2025"
_PIPES: list[list[Any]] = [
    ["Báo cáo năm 2023 của Hội Khuyến học TP Cần Thơ"],
    [],
    ["STT", "Chỉ tiêu", "Kết quả", "Ghi chú"],
    ["1", "Hội viên (người)", "gần 212 000", ""],
    ["2", "Chi hội", "1 915", ""],
    ["3", "Ban khuyến học dòng họ", "-", "chưa thống kê"],
    ["4", "Quỹ vận động trong năm (tỷ đồng)", "hơn 41,6", ""],
    ["5", "Suất học bổng", "18.230", ""],
    ["6", "Tổng giá trị học bổng (tỷ đồng)", "22,75", ""],
    ["7", "Xe đạp", "1.204", ""],
    ["8", "Tỷ lệ gia đình học tập", "78,4%", ""],
    ["9", "Người được công nhận Công dân học tập", "96.512 (15,1%)", ""],
]
_PIPES_GOLD = {
    "csv!C4": (_CAN_THO, "members", "2023", 212000),
    "csv!C5": (_CAN_THO, "branches", "2023", 1915),
    "csv!C7": (_CAN_THO, "fund-raised-vnd", "2023", 41600000000),
    "csv!C8": (_CAN_THO, "scholarships-awarded", "2023", 18230),
    "csv!C9": (_CAN_THO, "scholarship-value-vnd", "2023", 22750000000),
    "csv!C10": (_CAN_THO, "bicycles-donated", "2023", 1204),
    "csv!C11": ("thanh-pho-can-tho-truoc-2025", "learning-families-rate", "2023", 78.4),
}
_BAC_LIEU = A + "tinh-bac-lieu"
_QUARTERS: list[list[Any]] = [
    ["THU, CHI QUỸ KHUYẾN HỌC NĂM 2024"],
    ["Đơn vị tính: nghìn đồng"],
    [],
    ["Quý", "Thu (vận động)", "Chi", None, None, "Tồn quỹ cuối kỳ"],
    [None, None, "Học bổng", "Khen thưởng", "Tổng chi", None],
    ["I/2024", 512300, 210000, 98000, 308000, 1204300],
    ["II/2024", 640100, 180500, 120400, 300900, 1543500],
    ["III/2024", 980000, 702000, 310000, 1012000, 1511500],
    ["IV/2024", 1210500, 402100, 88000, 490100, 2231900],
    ["Cả năm", 3342900, 1494600, 616400, 2111000, 2231900],
]
_QUARTERS_GOLD: dict[str, Any] = {}
for r, q in zip(range(6, 10), ("01/2024-03", "04/2024-06", "07/2024-09", "10/2024-12"), strict=True):
    for c, ind in zip(
        "BCDEF",
        ("fund-raised-vnd", "scholarship-value-vnd", "reward-value-vnd", "fund-spent-vnd", "fund-balance-vnd"),
        strict=True,
    ):
        _QUARTERS_GOLD[f"HKH tỉnh Bạc Liêu!{c}{r}"] = (
            _BAC_LIEU,
            ind,
            "2024-" + q,
            _QUARTERS[r - 1]["ABCDEF".index(c)] * 1000,
        )
FIRST = [
    Table("plan-done-percent-groups", {"6T": _PLAN_DONE}, _PLAN_DONE_GOLD),
    Table("years-within-units-merged", {"3 năm": _YEARS_WITHIN}, _YEARS_WITHIN_GOLD, {"3 năm": _MERGED}),
    Table(
        "provinces-across-pairs",
        {"TB": _PROVINCES},
        _PROVINCES_GOLD,
        {"TB": ["A4:A5", "B4:C4", "D4:E4", "F4:G4"]},
    ),
    Table("pipes-hedges", {"csv": _PIPES}, _PIPES_GOLD, ending=".csv"),
    Table(
        "quarters-spending",
        {"HKH tỉnh Bạc Liêu": _QUARTERS},
        _QUARTERS_GOLD,
        {"HKH tỉnh Bạc Liêu": ["A4:A5", "B4:B5", "C4:E4", "F4:F5"]},
    ),
]
_LEVELS: list[list[Any]] = [
    ["HỘI KHUYẾN HỌC TỈNH LÂM ĐỒNG"],
    ["Biểu số 03: KẾT QUẢ XÂY DỰNG GIA ĐÌNH HỌC TẬP, DÒNG HỌC TẬP CÁC HUYỆN, THÀNH PHỐ"],
    ["(Giai đoạn 2022 - 2023)"],
    ["STT", "Huyện, thành phố", "Gia đình học tập", None, None, None, "Dòng họ học tập", None, None, None],
    [None, None, "Năm 2022", None, "Năm 2023", None, "Năm 2022", None, "Năm 2023", None],
    [None, None] + ["Số lượng", "Tỷ lệ %"] * 4,
    [1, "Đà Lạt", 41200, 78.2, 43110, 80.1, 82, 71.3, 88, 74.6],
    [2, "Bảo Lộc", 29840, 75.5, 30900, 77, 61, 66.3, 64, 69],
    [3, "Đức Trọng", 33100, 72.4, 34550, 74.9, 40, 58, 44, 61.1],
    [4, "Di Linh", 28750, 70.1, 29980, 72.2, 52, 60.5, 55, 63.2],
    [5, "Đơn Dương", 20110, 74, 21040, 76.3, 33, 64.7, 35, 67.3],
    [None, "Toàn tỉnh", 153000, 74.0, 159580, 76.1, 268, 64.2, 286, 67.0],
    ["Người lập biểu", None, None, None, None, None, None, "Lâm Đồng, ngày 20 tháng 12 năm 2023"],
]
_LEVELS_GOLD: dict[str, Any] = {}
_PLACES = ["thanh-pho-da-lat", "thanh-pho-bao-loc", "huyen-duc-trong", "huyen-di-linh", "huyen-don-duong"]
for r, u in zip(range(7, 12), _PLACES, strict=True):
    for c, (ind, y) in zip(
        "CDEFGHIJ",
        [
            ("learning-families", "2022"),
            ("learning-families-rate", "2022"),
            ("learning-families", "2023"),
            ("learning-families-rate", "2023"),
            ("learning-clans", "2022"),
            ("learning-clans-rate", "2022"),
            ("learning-clans", "2023"),
            ("learning-clans-rate", "2023"),
        ],
        strict=True,
    ):
        _LEVELS_GOLD[f"Biểu 3!{c}{r}"] = (u + "-tinh-lam-dong", ind, y, _LEVELS[r - 1]["ABCDEFGHIJ".index(c)])
_STAFF: list[list[Any]] = [
    ["UBND TỈNH THANH HÓA"],
    ["THỐNG KÊ ĐỘI NGŨ VÀ KẾT QUẢ XÂY DỰNG CÔNG DÂN HỌC TẬP CÁC SỞ"],
    ["Tính đến ngày 30/11/2024"],
    [
        "TT",
        "Tên đơn vị",
        "Tổng số CBCCVC",
        "Trong đó: nữ",
        "Trình độ chuyên môn",
        None,
        None,
        "Đảng viên",
        "Công dân học tập",
        None,
    ],
    [None, None, None, None, "Tiến sĩ", "Thạc sĩ", "Đại học", None, "Số người", "Tỷ lệ (%)"],
    ["A", "B", 1, 2, 3, 4, 5, 6, 7, 8],
    [1, "Sở Công Thương", 87, 31, 2, 41, 40, 79, 83, 95.4],
    [2, "Sở Tư pháp", 64, 30, 1, 22, 41, 60, 61, 95.3],
    [3, "Sở Y tế", 98, 44, 9, 55, 30, 90, 95, 96.9],
    [4, "Sở Ngoại vụ", 41, 19, 0, 20, 21, 38, 40, 97.6],
    [None, "Tổng cộng", 290, 124, 12, 138, 132, 267, 279, 96.2],
]
_STAFF_GOLD: dict[str, Any] = {}
for r, u in zip(
    (7, 8, 9), ("so-cong-thuong-tinh-thanh-hoa", "so-tu-phap-tinh-thanh-hoa", "so-y-te-tinh-thanh-hoa"), strict=True
):
    for c, ind in zip(
        "CDEFGHIJ",
        (
            "staff-total",
            "staff-total",
            "staff-phd",
            "staff-master",
            "staff-bachelor",
            "party-members",
            "learning-citizens",
            "learning-citizens-rate",
        ),
        strict=True,
    ):
        _STAFF_GOLD[f"Các sở!{c}{r}"] = (u, ind, "2024-11-30", _STAFF[r - 1]["ABCDEFGHIJ".index(c)])
_PAIRS: list[list[Any]] = [
    ["CỤM THI ĐUA SỐ 1"],
    ["TỔNG HỢP KẾT QUẢ THỰC HIỆN CÁC CHỈ TIÊU THI ĐUA NĂM 2023"],
    [],
    ["STT", "Chỉ tiêu", "ĐVT", "Sơn La", None, "Hòa Bình", None, "Lạng Sơn", None],
    [None, None, None] + ["KH", "TH"] * 3,
    ["1", "Hội viên", "Nghìn người", 350, 351.2, 230, 233.8, 190, 188.4],
    ["2", "Tỷ lệ hội viên/dân số", "%", 26, 26.4, 27, 27.6, 24, 23.9],
    ["3", "Chi hội", "Chi hội", 4600, 4588, 1900, 1921, 2300, 2310],
    ["4", "Quỹ khuyến học vận động", "Triệu đồng", 15000, 15480, 21000, 22310, 9000, 9120],
    ["5", "Học bổng", "Suất", 8000, 8210, 5000, 5120, 3000, 2980],
    ["6", "Gia đình học tập", "%", 57, 58.2, 70, 71.9, 66, 66.5],
]
_PAIRS_GOLD: dict[str, Any] = {}
for r, (ind, who, f) in zip(
    range(6, 12),
    [
        ("members", "h", 1000),
        ("member-population-rate", "h", 1),
        ("branches", "h", 1),
        ("fund-raised-vnd", "h", 10**6),
        ("scholarships-awarded", "h", 1),
        ("learning-families-rate", "p", 1),
    ],
    strict=True,
):
    for c, u in zip("EGI", ("son-la", "hoa-binh", "lang-son"), strict=True):
        _PAIRS_GOLD[f"Cụm 1!{c}{r}"] = (
            (A if who == "h" else "") + "tinh-" + u,
            ind,
            "2023",
            Decimal(str(_PAIRS[r - 1]["ABCDEFGHI".index(c)])) * f,
        )
SECOND = [
    Table(
        "three-level-years-pairs",
        {"Biểu 3": _LEVELS},
        _LEVELS_GOLD,
        {"Biểu 3": ["A4:A6", "B4:B6", "C4:F4", "G4:J4", "C5:D5", "E5:F5", "G5:H5", "I5:J5"]},
    ),
    Table(
        "departments-staff",
        {"Các sở": _STAFF},
        _STAFF_GOLD,
        {"Các sở": ["A4:A5", "B4:B5", "C4:C5", "D4:D5", "E4:G4", "H4:H5", "I4:J4"]},
    ),
    Table(
        "plan-and-done-pairs",
        {"Cụm 1": _PAIRS},
        _PAIRS_GOLD,
        {"Cụm 1": ["A4:A5", "B4:B5", "C4:C5", "D4:E4", "F4:G4", "H4:I4"]},
    ),
]
_SCHOOL_YEARS: list[list[Any]] = [
    ["HỘI KHUYẾN HỌC TỈNH KIÊN GIANG"],
    ["SỐ LIỆU KHUYẾN HỌC CÁC NĂM HỌC"],
    [],
    ["Năm học", "Số suất học bổng", "Trị giá (triệu đồng)", "Số HS, SV được khen thưởng (lượt)", "Xe đạp (chiếc)"],
    ["2021 - 2022", 12110, 9820, 40210, 310],
    ["2022 - 2023", 13480, 11250, 45120, 402],
    ["2023-2024", 15020, 13010, 49800, 377],
    ["Cộng", 40610, 34080, 135130, 1089],
]
_SCHOOL_YEARS_GOLD: dict[str, Any] = {}
for r, y in zip((5, 6, 7), ("2021/2022", "2022/2023", "2023/2024"), strict=True):
    for c, ind, f in zip(
        "BCDE",
        ("scholarships-awarded", "scholarship-value-vnd", "reward-turns", "bicycles-donated"),
        (1, 10**6, 1, 1),
        strict=True,
    ):
        _SCHOOL_YEARS_GOLD[f"KG!{c}{r}"] = (A + "tinh-kien-giang", ind, y, _SCHOOL_YEARS[r - 1]["ABCDE".index(c)] * f)
_TEXTS: list[list[Any]] = [
    ["BÁO CÁO NHANH CÁC TỈNH TÂY NGUYÊN NĂM 2023"],
    ["(đơn vị: người; quỹ: tỷ đồng)"],
    [],
    ["TT", "Tỉnh", "Tổng số hội viên", "Tỷ lệ % so dân số", "Số tiền vận động quỹ (tỷ đồng)", "Số dư quỹ (tỷ đồng)"],
    ["", "Toàn vùng", "1.120.400", "18,4", "", ""],
    ["1", "Kon Tum", "108.214", "18,6", "14,2", "6,05"],
    ["2", "Gia Lai", "trên 240.000", "15,1", "38", "20,4"],
    ["3", "Đắk Lắk", "312.980", "16,3", "khoảng 45", "-"],
    ["4", "Đắk Nông", "121.006", "18,1", "12,75", "5"],
    ["5", "Lâm Đồng", "338.200", "25,4", "72,1", "33,8"],
]
_TEXTS_GOLD: dict[str, Any] = {}
_WEST = [
    "hoi-khuyen-hoc-tinh-kon-tum",
    "hoi-khuyen-hoc-tinh-gia-lai-truoc-2025",
    "hoi-khuyen-hoc-tinh-dak-lak-truoc-2025",
    "hoi-khuyen-hoc-tinh-dak-nong",
    "hoi-khuyen-hoc-tinh-lam-dong-truoc-2025",
]
_HEDGED = {"trên 240.000": 240000, "khoảng 45": 45}
for r, u in zip(range(6, 11), _WEST, strict=True):
    for c, ind, f in zip(
        "CDEF",
        ("members", "member-population-rate", "fund-raised-vnd", "fund-balance-vnd"),
        (1, 1, 10**9, 10**9),
        strict=True,
    ):
        t = _TEXTS[r - 1]["ABCDEF".index(c)]
        if t == "-":
            continue
        v = Decimal(_HEDGED[t]) if t in _HEDGED else Decimal(t.replace(".", "").replace(",", "."))
        _TEXTS_GOLD[f"TN!{c}{r}"] = (u, ind, "2023", v * f)
_GROUPS: list[list[Any]] = [
    ["HỘI KHUYẾN HỌC HUYỆN PHÚ GIÁO"],
    ["BIỂU TỔNG HỢP CÔNG DÂN HỌC TẬP"],
    [],
    ["TT", "Nội dung", "Đơn vị tính", "Năm 2023", "Năm 2024", "So sánh 2024/2023 (%)"],
    ["A", "Đăng ký"],
    ["1", "Số người đăng ký Công dân học tập", "người", 35120, 45000, 128.1],
    ["B", "Công nhận"],
    ["1", "Số người được công nhận Công dân học tập", "người", 30110, 38214, 126.9],
    ["2", "Tỷ lệ đạt Công dân học tập", "%", 50.2, 62.6, None],
    ["3", "Số gia đình học tập", "gia đình", 18200, 18950, 104.1],
]
_GROUPS_GOLD: dict[str, Any] = {}
for r, ind in zip(
    (6, 8, 9, 10),
    ("learning-citizens-registered", "learning-citizens", "learning-citizens-rate", "learning-families"),
    strict=True,
):
    for c, y in zip("DE", ("2023", "2024"), strict=True):
        _GROUPS_GOLD[f"CDHT!{c}{r}"] = ("huyen-phu-giao-tinh-binh-duong", ind, y, _GROUPS[r - 1]["ABCDEF".index(c)])
THIRD = [
    Table("school-years-down", {"KG": _SCHOOL_YEARS}, _SCHOOL_YEARS_GOLD),
    Table("text-numbers-total-above", {"TN": _TEXTS}, _TEXTS_GOLD),
    Table("registered-and-recognised-groups", {"CDHT": _GROUPS}, _GROUPS_GOLD),
]

AGAIN = (*FIRST, *SECOND, *THIRD)
