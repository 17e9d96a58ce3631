"""One reader of values, of periods and of names: spelling and measure judged together, nothing guessed."""

import re
from itertools import product
from types import SimpleNamespace

import pytest

from hoctap.load.measures import ANY, Measure
from hoctap.load.names import Named, Register
from hoctap.load.periods import read_period
from hoctap.load.suggestions import split_number
from hoctap.load.values import Reading, agreed, read_plain, read_value
from hoctap.load.wording import CSV

PEOPLE = Measure("count", "nguoi", "người", "Hội viên khuyến học")
GIFTS = Measure("count", "suat", "suất", "Suất quà khuyến học")
BRANCHES = Measure("count", "to-chuc", "tổ chức", "Chi hội khuyến học")
COMMUNES = Measure("count", "don-vi", "đơn vị", "Tổng số xã, phường")
CLANS = Measure("count", "dong-ho", "dòng họ", "Dòng họ học tập")
MONEY = Measure("amount", "dong", "đồng", "Chi từ quỹ khuyến học")
EACH = Measure("ratio", "dong", "đồng", "Quỹ bình quân đầu người")
SHARE = Measure("share", "phan-tram", "%", "Tỷ lệ đạt")
CLASSES = Measure("count", "lop", "lớp", "Lớp đào tạo, bồi dưỡng")
TIMES = Measure("ratio", "lan-ngay", "lần/ngày", "Số lần cập nhật mỗi ngày")

READ = [
    (PEOPLE, "341250", "341250", ""),
    (PEOPLE, "341.250", "341250", ""),
    (PEOPLE, "1,234,567", "1234567", ""),
    (PEOPLE, "12 500", "12500", ""),
    (PEOPLE, "12\u00a0500", "12500", ""),
    (PEOPLE, "１２３", "123", ""),
    (PEOPLE, "'341250", "341250", ""),
    (PEOPLE, "' 341.250 người", "341250", ""),
    (PEOPLE, "1.200 người", "1200", ""),
    (PEOPLE, "1.200 hội viên", "1200", ""),
    (PEOPLE, "hơn 341.000", "341000", "over"),
    (PEOPLE, "Trên 341.000", "341000", "over"),
    (PEOPLE, ">1200", "1200", "over"),
    (PEOPLE, "≥ 1.200", "1200", "at_least"),
    (PEOPLE, "~1200", "1200", "about"),
    (PEOPLE, "xấp xỉ 1.200", "1200", "about"),
    (PEOPLE, "trên dưới 500", "500", "about"),
    (PEOPLE, "500 trở lên", "500", "at_least"),
    (PEOPLE, "1.200~", "1200", "about"),
    (PEOPLE, "1.200 ≈", "1200", "about"),
    (PEOPLE, "gần 1.200", "1200", "nearly"),
    (PEOPLE, "ngót 1.200", "1200", "nearly"),
    (PEOPLE, "dưới 1.200", "1200", "under"),
    (PEOPLE, "chưa đến 1.200", "1200", "under"),
    (PEOPLE, "2,5 nghìn", "2500", ""),
    (PEOPLE, "2,55 triệu người", "2550000", ""),
    (PEOPLE, "3 ngàn", "3000", ""),
    (PEOPLE, "chưa đầy 1.200", "1200", "under"),
    (PEOPLE, "vào khoảng 1.200", "1200", "about"),
    (PEOPLE, "lớn hơn 1.200", "1200", "over"),
    (PEOPLE, "ít hơn 1.200", "1200", "under"),
    (PEOPLE, "-", "", ""),
    (GIFTS, "12.000 suất quà", "12000", ""),
    (GIFTS, "12.000 suất quà khuyến học", "12000", ""),
    (CLANS, "120 dòng họ", "120", ""),
    (BRANCHES, "350 chi hội", "350", ""),
    (MONEY, "7,5 tỷ", "7500000000", ""),
    (MONEY, "1.500 triệu", "1500000000", ""),
    (PEOPLE, "24.150 hv", "24150", ""),
    (MONEY, "7,5 tỉ đồng", "7500000000", ""),
    (MONEY, "hơn 7 tỷ 500 triệu đồng", "7500000000", "over"),
    (MONEY, "150 tr", "150000000", ""),
    (MONEY, "150 trđ", "150000000", ""),
    (MONEY, "1.234 triệu đồng", "1234000000", ""),
    (MONEY, "12.000.000 VNĐ", "12000000", ""),
    (MONEY, "12.000₫", "12000", ""),
    (MONEY, "12.000đ", "12000", ""),
    (EACH, "50.000 đồng/người", "50000", ""),
    (SHARE, "85,5%", "85.5", ""),
    (SHARE, "85,5 phần trăm", "85.5", ""),
    (SHARE, "85.5", "85.5", ""),
    (SHARE, "85,125", "85.125", ""),
    (SHARE, "100%", "100", ""),
    (TIMES, "1,5", "1.5", ""),
    (MONEY, "VNĐ 12.000.000", "12000000", ""),
    (MONEY, "hơn đ 12 triệu", "12000000", "over"),
    (SHARE, "% 52,5", "52.5", ""),
    (CLASSES, "350 khóa", "350", ""),
    (CLASSES, "350 lớp học", "350", ""),
    (PEOPLE, "1,2 triệu", "1200000", ""),
    (GIFTS, "1,2 triệu suất", "1200000", ""),
    (PEOPLE, "cỡ 341.000", "341000", "about"),
    (PEOPLE, "ít ra 341.000 người", "341000", "at_least"),
]


@pytest.mark.parametrize(("measure", "text", "value", "qualifier"), READ)
def test_what_people_write_is_read(measure: Measure, text: str, value: str, qualifier: str) -> None:
    reading = read_value(text, measure)
    assert (reading.must, reading.value, reading.qualifier) == ("", value, qualifier)


# What the cure says to write, read in its turn: nothing of what was said is lost, and no scale.
CURED = [
    (MONEY, "4 ty", "nếu là 4000000000 thì viết đúng như thế", "4000000000", ""),
    (MONEY, "hon 4 ty", "viết «hơn 4 tỷ»", "4000000000", "over"),
    (MONEY, "hơn 450 trieu dong", "viết «hơn 450 triệu dong»", "450000000", "over"),
    (PEOPLE, "34 van", "nếu là 340000 thì viết đúng như thế", "340000", ""),
    (MONEY, "4 tỷ 5", "nếu là 4500000000 thì viết đúng như thế", "4500000000", ""),
    (MONEY, "hơn 1 tỉ 2", "viết «hơn 1,2 tỉ»", "1200000000", "over"),
    (MONEY, "hơn 2 tỷ rưỡi", "viết hơn 2500000000", "2500000000", "over"),
    (PEOPLE, "hơn 341250*", "viết «hơn 341250»", "341250", "over"),
    (PEOPLE, "gần 341250¹", "viết «gần 341250»", "341250", "nearly"),
    (MONEY, "hơn 4 tỷ đồng (lũy kế)", "viết hơn 4000000000; chép «lũy kế»", "4000000000", "over"),
    (MONEY, "4 tỷ đồng (ước)", "viết «ước 4000000000»", "4000000000", "about"),
    (PEOPLE, "341.250 (trong đó nữ 120.000)", "viết 341250; chép «trong đó nữ 120.000»", "341250", ""),
    (TIMES, "½", "nếu là 0,5 thì viết đúng như thế", "0.5", ""),
    (TIMES, "hơn 2½ lần/ngày", "viết «hơn 2,5 lần/ngày»", "2.5", "over"),
    (MONEY, "hơn 450 USD", "viết hơn 450;", "450", "over"),
    (MONEY, "hơn 7 tỷ 200", "viết «hơn 7 tỷ 200 triệu»", "7200000000", "over"),
    (MONEY, "3 triệu 250 đồng", "nếu là 3250000 thì viết đúng như thế", "3250000", ""),
    (PEOPLE, "3 nghìn 200", "nếu là 3200 thì viết đúng như thế", "3200", ""),
    (MONEY, "1 tỷ hai", "nếu là 1200000000 thì viết đúng như thế", "1200000000", ""),
    (MONEY, "gần ba mươi triệu đồng", "viết «gần 30000000 đồng»", "30000000", "nearly"),
    (MONEY, "hai tỷ rưỡi", "nếu là 2500000000 thì viết đúng như thế", "2500000000", ""),
    (PEOPLE, "Ba trăm", "nếu là 300 thì viết đúng như thế", "300", ""),
    (PEOPLE, "4.6e3 ", "nếu là 4600 thì viết đúng như thế", "4600", ""),
    (MONEY, "1E+09", "nếu là 1000000000 thì viết đúng như thế", "1000000000", ""),
    (PEOPLE, "hơn 04600", "viết «hơn 4600»", "4600", "over"),
    (PEOPLE, "371O00", "nếu là 371000 thì viết đúng như thế", "371000", ""),
    (SHARE, "52 1/2 %", "nếu là 52,5 thì viết đúng như thế", "52.5", ""),
    (SHARE, "52‰", "viết 5,2", "5.2", ""),
    (PEOPLE, "có hơn 341.000 hội viên", "viết «hơn 341.000 hội viên»", "341000", "over"),
    (PEOPLE, "đạt 341.000", "nếu là 341000 thì viết đúng như thế", "341000", ""),
    (GIFTS, "hơn 12 triệu", "viết hơn 12000000 nếu là suất", "12000000", "over"),
    (PEOPLE, "37l25O", "nếu là 371250 thì viết đúng như thế", "371250", ""),
    (PEOPLE, "gần I50", "viết «gần 150»", "150", "nearly"),
    (PEOPLE, "371’250", "nếu là 371250 thì viết đúng như thế", "371250", ""),
    (SHARE, ".5", "nếu là 0,5 thì viết đúng như thế", "0.5", ""),
    (MONEY, "7.000 (triệu đồng)", "viết 7000000000", "7000000000", ""),
    (MONEY, "hơn 7 (ĐVT: tỷ)", "viết hơn 7; chép «ĐVT: tỷ»", "7", "over"),
]


@pytest.mark.parametrize(("measure", "text", "cure", "value", "qualifier"), CURED)
def test_a_cure_that_is_followed_loses_nothing(
    measure: Measure, text: str, cure: str, value: str, qualifier: str
) -> None:
    asked = read_value(text, measure)
    assert (asked.value, bool(asked.must)) == ("", True)
    assert cure in asked.cure
    written = re.search(r"viết «([^»]+)»|viết (?!đúng)([^;]+)|nếu là ([\d,]+) thì viết đúng", cure)
    assert written
    again = read_value(next(filter(None, written.groups())).partition(" nếu")[0], measure)
    assert (again.must, again.value, again.qualifier) == ("", value, qualifier)


@pytest.mark.parametrize(
    ("measure", "text"),
    [(PEOPLE, "85,5 %"), (PEOPLE, "341.25O"), (PEOPLE, "gần hơn 400"), (MONEY, "ước đạt trên 4 tỷ")],
)
def test_a_cure_proposes_no_number_that_would_be_refused(measure: Measure, text: str) -> None:
    assert not re.search(r"viết \d", read_value(text, measure).cure)
    assert read_value(text, measure).must


NOT_READ = [
    (MONEY, "12.345 tỷ", "viết là 12345000000000 nếu là 12.345.000.000.000; viết là 12345000000"),
    (PEOPLE, "1.200+", ""),
    (PEOPLE, "12 15", ""),
    (PEOPLE, "12  500", "mỗi con số một dòng"),
    (PEOPLE, "120\n150", "mỗi con số một dòng"),
    (PEOPLE, "120\r\n150", "mỗi con số một dòng"),
    (PEOPLE, "120_x000D_\n150", "mỗi con số một dòng"),
    (PEOPLE, "120\t150", "mỗi con số một dòng"),
    (PEOPLE, "341250¹", "341250"),
    (PEOPLE, "341.250⁽²⁾", ""),
    (PEOPLE, "341250*", "341250"),
    (PEOPLE, "341.250 (1)", "341250"),
    (PEOPLE, "½", ""),
    (PEOPLE, "①", ""),
    (PEOPLE, "12\u200b3", "123"),
    (PEOPLE, "١٢٣", ""),
    (PEOPLE, "85%", "viết 85;"),
    (PEOPLE, "85 ％", "viết 85;"),
    (PEOPLE, "12.000 đồng", "viết 12000;"),
    (PEOPLE, "1/5", ""),
    (PEOPLE, "5-10", ""),
    (PEOPLE, "từ 5 đến 10", ""),
    (PEOPLE, "1e5", ""),
    (PEOPLE, "1,234", "viết là 1234 nếu là 1.234"),
    (PEOPLE, "118,5", "118,5"),
    (PEOPLE, "không quá 5", ""),
    (PEOPLE, "không", "ghi 0 nếu bằng không"),
    (PEOPLE, "nhiều", ""),
    (PEOPLE, "ba trăm", ""),
    (PEOPLE, "1.200-", "viết 1200;"),
    (PEOPLE, "341.250 người (tăng 5%)", "viết 341250;"),
    (PEOPLE, "1.200 người nghèo", "viết 1200;"),
    (MONEY, "120 dòng họ", "viết 120;"),
    (GIFTS, "12.000 đồng", "viết 12000;"),
    (BRANCHES, "350 người", "viết 350;"),
    (COMMUNES, "85%", "viết 85;"),
    (MONEY, "85%", "viết 85;"),
    (MONEY, "12.000 người", "viết 12000;"),
    (MONEY, "7 tỷ 5", ""),
    (SHARE, "85.500", "viết là 85,5 nếu là 85,5"),
    (SHARE, "5 nghìn", "như 85,5"),
    (SHARE, "12 người", "viết 12;"),
    (TIMES, "1.234", "viết là 1,234 nếu là 1,234"),
    (ANY, "1,234", "viết là 1234 nếu là 1.234"),
    (PEOPLE, "120·150", "mỗi con số một dòng"),
    (PEOPLE, "120 (150)", "mỗi con số một dòng"),
    (PEOPLE, "120 | 150", "mỗi con số một dòng"),
    (PEOPLE, "nam 120 nữ 150", "mỗi con số một dòng"),
    (PEOPLE, "hon 341.000", "viết «hơn 341.000»"),
    (PEOPLE, "gan 341.000", "viết «gần 341.000»"),
    (PEOPLE, "341.000 (ước)", "viết «ước 341.000»"),
    (PEOPLE, "341 nghìn xấp xỉ", "viết «xấp xỉ 341 nghìn»"),
    (PEOPLE, "1.200+", "viết «hơn 1.200» hoặc «ít nhất 1.200»"),
    (PEOPLE, "không quá 5", "cột ghi chú"),
    (MONEY, "$12.000", "để trống ô này, chép cả câu vào ghi chú"),
    (MONEY, "12.000 kíp", "để trống ô này, chép cả câu vào ghi chú"),
    (PEOPLE, "$12.000", "chọn chỉ tiêu khác"),
    (PEOPLE, "từ 100 đến 200", "mỗi con số một dòng"),
    (PEOPLE, "120, 150", "mỗi con số một dòng"),
    (PEOPLE, "(1.234)", "viết -1.234 nếu là số âm"),
    (PEOPLE, "nt", "ghi lại con số của dòng trên"),
    (PEOPLE, "Như trên", "ghi lại con số của dòng trên"),
    (PEOPLE, "năm trước", "viết lại chỉ bằng chữ số"),
    (PEOPLE, "vài trăm", "viết lại chỉ bằng chữ số"),
    (MONEY, "7 tỷ 20", "mỗi con số một dòng"),
    (SHARE, "3/4", "mỗi con số một dòng"),
    (CLASSES, "350 buổi", "viết 350;"),
    (MONEY, "12 triệu tỷ", "viết lại chỉ bằng chữ số"),
    (MONEY, "12 triệu ty", "viết lại chỉ bằng chữ số"),
    (MONEY, "150 nghìn đô", "để trống ô này, chép cả câu vào ghi chú"),
    (PEOPLE, "371.000?", "chưa chắc thì viết «khoảng 371.000»"),
]


@pytest.mark.parametrize(("measure", "text", "cure"), NOT_READ)
def test_what_cannot_be_settled_is_asked_with_the_text_to_write(measure: Measure, text: str, cure: str) -> None:
    reading = read_value(text, measure)
    assert reading.must
    assert reading.value == ""
    assert cure in reading.cure


# Of what numbers are written, and slips.
PIECES = ("12", "1.234", "0", "O", " ", "'", "-", "(", ")", ",", "/", "tỷ", "ty ", "triệu ", "hai ", "1/2", "$", "%",
          "hơn ", "có ", "từ ", "nt", "người")  # fmt: skip


def test_whatever_is_typed_is_a_number_nothing_or_asked_about() -> None:
    texts = ["".join(pieces) for pieces in product(PIECES, repeat=3)]
    readings = [read_value(text, measure) for text in texts for measure in (MONEY, SHARE)]
    assert any(reading.value for reading in readings)
    assert [reading for reading in readings if bool(reading.must) != bool(reading.cure)] == []


@pytest.mark.parametrize(
    ("measure", "text", "unit", "value"),
    [
        (GIFTS, "12", "nghìn suất", "12000"),
        (PEOPLE, "341", "nghìn người", "341000"),
        (MONEY, "150.000", "triệu đồng", "150000000000"),
        (MONEY, "150", "1000 đồng", "150000"),
        (MONEY, "150", "1.000.000 đồng", "150000000"),
        (MONEY, "150", "ngđ", "150000"),
        (MONEY, "150", "tr.đ", "150000000"),
        (MONEY, "150", "10 đồng", ""),
        (MONEY, "1.234,5", "triệu đồng", "1234500000"),
        (MONEY, "7,5 tỷ", "tỷ đồng", "7500000000"),
        (SHARE, "25,6%", "%", "25.6"),
        (PEOPLE, "12", "triệu đồng", ""),
        (PEOPLE, "12", "tá", ""),
        (MONEY, "7,5 tỷ", "triệu đồng", ""),
    ],
)
def test_a_measure_named_beside_the_number_scales_it_or_stops_it(
    measure: Measure, text: str, unit: str, value: str
) -> None:
    assert read_value(text, measure, unit=unit).value == value


@pytest.mark.parametrize(("text", "is_open"), [("11,250đ", True), ("11,250", True), ("24,5", False), ("11.250", False)])
def test_of_a_dong_there_is_no_thousandth(text: str, is_open: bool) -> None:
    reading = read_value(text, EACH)
    assert bool(reading.must) == is_open
    assert reading.readings == (("11.25", "11250") if is_open else ())


@pytest.mark.parametrize(
    ("text", "readings"), [("350.000", ("350000", "350")), ("4.000", ("4000", "4")), ("4.600", ("4600", "4.6"))]
)
def test_a_count_in_csv_with_a_point_has_two_readings(text: str, readings: tuple[str, ...]) -> None:
    reading = read_plain(text, PEOPLE)
    assert reading.is_question
    assert reading.readings == readings
    assert read_plain(text, SHARE).value == text


@pytest.mark.parametrize("text", ["1.5", "1500000.50"])
def test_half_a_dong_in_csv_is_never_told_to_drop_its_point(text: str) -> None:
    cure = read_plain(text, MONEY).cure
    assert "viết đủ số đồng" in cure
    assert "dấu chấm" not in cure


def test_a_form_is_answered_in_its_words_and_csv_in_codes() -> None:
    assert "«hơn»" in agreed("over", "under").cure
    assert "over" in agreed("over", "under", CSV).cure
    assert agreed("over", "exact").qualifier == "over"
    assert agreed("", "about").qualifier == "about"
    assert "85,5" in read_value("85.500", SHARE).cure
    assert "85.5" in read_value("85.500", SHARE, CSV).cure


PERIODS = [
    ("từ ngày 01/01/2023 đến 30/6/2023", "flow", "2023-01/2023-06", "half-year"),
    ("01/01/2023 - 31/12/2023", "flow", "2023", "calendar-year"),
    ("từ 15/3 đến hết 20/5/2023", "flow", "2023-03-15/2023-05-20", "months"),
    ("từ 01/01/2021 đến 31/12/2025", "flow", "2021/2025", "cumulative"),
    ("tính đến tháng 6/2023", "stock", "2023-06", "moment"),
    ("lũy kế đến tháng 6/2023", "flow", "2023-06", "cumulative"),
    ("3 quý đầu năm 2023", "flow", "2023-01/2023-09", "months"),
    ("2024", "stock", "2024", "moment"),
    ("năm 2024", "flow", "2024", "calendar-year"),
    ("Quý I/2023", "flow", "2023-01/2023-03", "quarter"),
    ("quý 4 năm 2023", "flow", "2023-10/2023-12", "quarter"),
    ("6 tháng đầu năm 2023", "flow", "2023-01/2023-06", "half-year"),
    ("sáu tháng cuối năm 2023", "flow", "2023-07/2023-12", "half-year"),
    ("9 tháng đầu năm 2023", "flow", "2023-01/2023-09", "months"),
    ("Năm học 2022-2023", "flow", "2022/2023", "school-year"),
    ("NH 2022–23", "", "2022/2023", "school-year"),
    ("nhiệm kỳ 2021-2026", "flow", "2021/2026", "term"),
    ("giai đoạn 2021-2025", "flow", "2021/2025", "cumulative"),
    ("cuối năm 2023", "stock", "2023-12-31", "moment"),
    ("ngày 31/12/2024", "stock", "2024-12-31", "moment"),
    ("đến 30/6/2025", "stock", "2025-06-30", "moment"),
    ("tính đến hết ngày 30/6/2025", "stock", "2025-06-30", "moment"),
    ("từ đầu năm đến 30/6/2025", "flow", "2025-01/2025-06", "half-year"),
    ("lũy kế đến 30/6/2025", "flow", "2025-06-30", "cumulative"),
    ("tháng 6/2024", "flow", "2024-06", "months"),
    ("2025-01/2025-09", "flow", "2025-01/2025-09", "months"),
    ("hết 2024", "stock", "2024-12-31", "moment"),
    ("nửa đầu 2024", "flow", "2024-01/2024-06", "half-year"),
    ("1/2024-6/2024", "flow", "2024-01/2024-06", "half-year"),
    ("từ 09/2023 đến 01/2024", "flow", "2023-09/2024-01", "months"),
    ("cuối tháng 6/2024", "stock", "2024-06", "moment"),
    ("hết tháng 6 năm 2024", "stock", "2024-06", "moment"),
    ("2024/6", "flow", "2024-06", "months"),
    ("2024-6", "flow", "2024-06", "months"),
    ("２０２４", "stock", "2024", "moment"),
    ("2024/06/30", "stock", "2024-06-30", "moment"),
]


@pytest.mark.parametrize(("text", "stock_flow", "period", "kind"), PERIODS)
def test_a_time_in_words_is_a_period_with_its_kind(text: str, stock_flow: str, period: str, kind: str) -> None:
    read = read_period(text, stock_flow)
    assert (read.must, read.period, read.kind) == ("", period, kind)


@pytest.mark.parametrize(
    ("text", "stock_flow", "cure"),
    [
        ("9T/2024", "flow", "ghi «9 tháng đầu năm 2024», hoặc «tháng 9/2024»"),
        ("năm học 2024", "flow", "ghi «năm học 2023-2024», hoặc «năm học 2024-2025»"),
        ("2023-24", "flow", "ghi «năm học 2023-2024»"),
        ("12/31/2024", "stock", "ghi «31/12/2024»"),
        ("giai đoạn 2025-2021", "flow", "ghi «giai đoạn 2021-2025»"),
        ("từ năm 2025 đến năm 2021", "flow", "ghi «giai đoạn 2021-2025»"),
        ("31/02/2024", "stock", "xem lại ngày, tháng"),
        ("tháng 13/2024", "stock", "xem lại ngày, tháng"),
        ("2O24", "stock", "ghi «2024»"),
        ("T6/2O24", "stock", "ghi"),
        ("Năm 2024 (ước)", "stock", "bỏ phần trong ngoặc"),
        ("quý V/2024", "flow", "xem lại quý"),
        ("quý II", "flow", "quý II/2024"),
        ("2024-01/06", "flow", "ghi «tháng 1/2024 đến tháng 6/2024», hoặc «6/1/2024»"),
        ("cuối tháng 6/2024", "flow", "«lũy kế đến tháng 6/2024»"),
        ("cuối năm", "stock", "cuối năm 2024"),
        ("2021 đến 2024", "flow", "ghi «giai đoạn 2021-2024»"),
        ("2024 đến 2021", "flow", "ghi «giai đoạn 2021-2024»"),
        ("khóa 2020-2025", "flow", "ghi «giai đoạn 2020-2025»"),
        ("6/2024-1/2024", "flow", "ghi «tháng 1/2024 đến tháng 6/2024»"),
        ("13/2024-6/2024", "flow", "xem lại ngày, tháng"),
        ("Quý II", "flow", "quý II/2024"),
        ("31/12/24", "stock", "31/12/2024"),
        ("cuối năm 2023", "flow", "lũy kế đến 31/12/2023"),
        ("đến hết năm x", "stock", "ghi như 2024"),
        ("tính đến hết năm …", "flow", "ghi như 2024"),
        ("đến 30/6/2025", "flow", "từ đầu năm 2025 đến 30/6/2025"),
        ("2022-2023", "flow", "năm học 2022-2023"),
        ("45657", "stock", "31/12/2024"),
        ("31/02/2024", "stock", "xem lại ngày"),
        ("tháng mười ba", "flow", "tháng 6/2024"),
        ("1/5", "stock", "31/12/2024"),
    ],
)
def test_a_time_with_two_meanings_or_none_is_asked(text: str, stock_flow: str, cure: str) -> None:
    read = read_period(text, stock_flow)
    assert read.must
    assert cure in read.cure


@pytest.mark.parametrize(
    "text",
    ["30/6/2024", "đến tháng 6/2024", "tính đến hết năm 2024", "cuối năm 2023", "II/2024", "2022-2023", "đầu năm 2024"],
)
def test_each_time_that_a_question_offers_for_a_flow_is_read(text: str) -> None:
    asked = read_period(text, "flow")
    offered = re.findall("«([^»]+)»", asked.cure)
    assert asked.is_question
    assert offered
    assert [each for each in offered if read_period(each, "flow").must or not read_period(each, "flow").kind] == []


THANH = Register(
    (
        Named("thanh-1", "Xã Thạnh Phú, tỉnh Bến Tre", ("UBND xã Thạnh Phú",)),
        Named("thanh-2", "Xã Thanh Phú, tỉnh Bến Tre"),
        Named("hoa", "Xã Hòa Bình", ("HKH Hòa Bình",)),
    )
)


@pytest.mark.parametrize(
    ("typed", "code"),
    [
        ("Xã Thạnh Phú, tỉnh Bến Tre", "thanh-1"),
        ("xã thanh phú, tỉnh Bến Tre", "thanh-2"),
        ("ubnd xã thạnh phú", "thanh-1"),
        ("Xã Hoà Bình", "hoa"),
        ("hkh hoa binh", "hoa"),
        ("… [thanh-1]", "thanh-1"),
        ("thanh-2", "thanh-2"),
    ],
)
def test_a_name_is_found_as_it_is_typed(typed: str, code: str) -> None:
    assert THANH.find(typed).code == code


def test_a_name_without_marks_that_two_carry_is_not_settled() -> None:
    found = THANH.find("xa thanh phu, tinh ben tre")
    assert found.is_tie
    assert [each.code for each in found.near] == ["thanh-1", "thanh-2"]


def test_a_name_with_other_tones_is_another_name() -> None:
    found = Register([Named("thanh-1", "Xã Thạnh Phú")]).find("Xã Thanh Phú")
    assert found.code == ""
    assert [each.code for each in found.near] == ["thanh-1"]


@pytest.mark.parametrize(
    ("typed", "cure"),
    [
        ("500k", "viết 500000"),
        ("2,5 K", "viết 2500"),
        ("2 tỷ rưỡi", "viết 2500000000"),
        ("3 nghìn rưỡi", "viết 3500"),
        ("2 rưỡi", "viết lại cả con số bằng chữ số"),
    ],
)
@pytest.mark.parametrize("code", ["nguoi", "dong", "don-vi"])
def test_a_part_of_a_number_is_never_offered_as_the_whole(typed: str, cure: str, code: str) -> None:
    reading = read_value(typed, Measure("amount" if code == "dong" else "count", code, code, "Tên"))
    assert (reading.value, reading.cure.endswith(cure)) == ("", True), reading


@pytest.mark.parametrize(
    "text", ["-", "chưa rõ", "Không có số liệu", "chưa thống kê được", "chưa tổng hợp xong", "không nắm số liệu"]
)
def test_words_that_say_there_is_no_figure_are_no_wrong_number(text: str) -> None:
    assert read_value(text, PEOPLE) == Reading()


@pytest.mark.parametrize("text", ["không", "không có", "không quá 5", "chưa đến 5", "không có số 5"])
def test_words_that_may_say_how_many_are_not_taken_for_no_figure(text: str) -> None:
    assert read_value(text, PEOPLE) != Reading()


@pytest.mark.parametrize(
    ("text", "value"),
    [("05", "5"), ("05 lớp", "5"), ("hơn 09", "9"), ("0064", ""), ("007", ""), ("05/03", ""), ("05 300", "")],
)
def test_a_number_below_ten_may_have_a_zero_before_it(text: str, value: str) -> None:
    assert read_value(text, CLASSES).value == value


@pytest.mark.parametrize("count", [14, 15])
def test_a_row_with_cells_too_many_is_told_of_quotes(count: int) -> None:
    resource = SimpleNamespace(header=("a", "b", "c"), fields=())
    assert "dấu nháy kép" in split_number(resource, ["x"] * count)
