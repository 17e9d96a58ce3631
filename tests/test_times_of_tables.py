"""Times of tables in every shape: spans of days, books closed month by month, the occasion that a title names."""

import itertools
from collections.abc import Iterator, Sequence

import pytest

from hoctap.check.gate import Checked
from hoctap.contribute.naming.periods import periods_in
from hoctap.contribute.tables.long import understand
from hoctap.contribute.tables.rows import Understood
from hoctap.model.catalog import Catalog
from hoctap.model.period_kinds import HALF, MOMENT, MONTHS, QUARTER, YEAR
from miniature import with_indicators, with_units
from typed_sheets import sheet

FUND = "quy-khuyen-hoc-tinh-dong-lau"
FIELDS = "indicator_id name_vi like stock_flow"
INDICATORS = (
    ("fund-spent-vnd", "Số tiền quỹ khuyến học đã chi", "fund-raised-vnd", "flow"),
    ("fund-balance-vnd", "Số dư quỹ khuyến học", "fund-raised-vnd", "stock"),
    ("scholarships-awarded", "Suất học bổng đã trao", "trained-total", "flow"),
    ("literacy-classes", "Lớp xóa mù chữ", "trained-total", "flow"),
)
UNITS = (
    (FUND, "Quỹ Khuyến học tỉnh Đông Lâu", "quy"),
    ("tinh-doan-dong-lau", "Tỉnh đoàn Đông Lâu", "doan-the"),
)


@pytest.fixture(scope="module")
def catalog(checked: Checked) -> Catalog:
    return with_units(with_indicators(checked.catalog, FIELDS, INDICATORS), "unit_id name_vi unit_kind", UNITS)


def read(catalog: Catalog, rows: Sequence[str]) -> Understood:
    """Return what is understood of a sheet whose rows are texts parted by strokes."""
    return understand(catalog, [sheet(rows)], {})


def _placed(found: Understood) -> dict[str, tuple[str, str, str]]:
    return {row.cell: (row.unit_id, row.period, row.period_kind) for row in found.rows if not row.question}


@pytest.mark.parametrize(
    ("text", "period", "kind"),
    [
        ("Từ 01/6/2024 đến 31/8/2024", "2024-06/2024-08", MONTHS),
        ("Từ ngày 01/6/2024 đến hết ngày 31/8/2024", "2024-06/2024-08", MONTHS),
        ("KẾT QUẢ (từ 01/6 đến 31/8/2024)", "2024-06/2024-08", MONTHS),
        ("Thời gian: 01/6/2024 - 31/8/2024", "2024-06/2024-08", MONTHS),
        ("từ ngày 01 tháng 12 năm 2023 đến ngày 29 tháng 02 năm 2024", "2023-12/2024-02", MONTHS),
        ("từ 01/01/2024 đến 31/12/2024", "2024", YEAR),
        ("từ 01/01/2024 đến 30/6/2024", "2024-01/2024-06", HALF),
        ("từ 1/4 đến 30/6/2024", "2024-04/2024-06", QUARTER),
        ("từ 01/5 đến 31/5/2024", "2024-05", MONTHS),
    ],
)
def test_two_days_that_begin_and_end_months_are_these_months(text: str, period: str, kind: str) -> None:
    assert [(each.period, each.kind) for each in periods_in(text)] == [(period, kind)]


@pytest.mark.parametrize("text", ["từ 15/12/2023 đến 14/12/2024", "từ 01/10/2024 đến 30/10/2024", "01/02 - 30/02/2024"])
def test_two_days_that_no_months_begin_and_end_with_are_no_span(text: str) -> None:
    assert all(each.kind == MOMENT for each in periods_in(text))


SPANS = (
    ("Tháng", (("Tháng 8/2025", "2025-08", "31/8/2025"), ("Tháng 9/2025", "2025-09", "30/9/2025"))),
    ("Kỳ", (("Quý III/2025", "2025-07/2025-09", "30/9/2025"), ("Quý IV/2025", "2025-10/2025-12", "31/12/2025"))),
    ("Năm", (("2025", "2025", "31/12/2025"), ("2026", "2026", "31/12/2026"))),
)
HEADS_OF_DAYS = ("Ngày khóa sổ", "Chốt sổ đến ngày", "Thời điểm chốt", "Ngày")
SUMS = ("Cộng quý III/2025", "Cộng 2025-2026", "Tổng cộng")


def _books() -> Iterator[tuple[str, list[str], list[tuple[str, str]]]]:
    """Yield heads and rows of books of a fund, with the span and the closing day of each row."""
    heads = itertools.product(SPANS, HEADS_OF_DAYS)
    for ((head, spans), head_of_day), total, is_text in zip(heads, itertools.cycle(SUMS), itertools.cycle((0, 1))):
        days = [_iso(day) for _, _, day in spans]
        written = [day if is_text else iso for (_, _, day), iso in zip(spans, days, strict=True)]
        rows = [f"{span[0]}|{day}|9000000|3000000|1000000|11000000" for span, day in zip(spans, written, strict=True)]
        top = f"{head}|{head_of_day}|Dư đầu kỳ|Thu vận động|Cộng chi trong kỳ|Số dư quỹ khi khóa sổ"
        yield (
            f"{head}, {head_of_day}, {total}",
            [top, *rows, f"{total}||9000000|6000000|2000000|11000000"],
            [(period, day) for (_, period, _), day in zip(spans, days, strict=True)],
        )


def _iso(day: str) -> str:
    return "-".join(f"{int(part):02d}" for part in reversed(day.split("/")))


def test_what_was_done_is_of_the_month_and_what_was_left_of_the_day_its_books_were_closed(catalog: Catalog) -> None:
    wrong = []
    for name, rows, times in _books():
        found = read(catalog, ["QUỸ KHUYẾN HỌC TỈNH ĐÔNG LÂU", "BAN KIỂM SOÁT", "SỔ QUỸ", "ĐVT: đồng", *rows])
        placed = _placed(found)
        wanted = {
            f"S!{column}{at}": (FUND, time)
            for at, (span, day) in enumerate(times, 6)
            for column, time in (("D", span), ("E", span), ("F", day))
        }
        left = {cell for cell, _ in found.left_out}
        asked = {row.cell for row in found.rows if row.question}
        if {cell: each[:2] for cell, each in placed.items()} != wanted or asked != {"S!C6", "S!C7"}:
            wrong.append((name, placed, asked))
        if not left >= {"S!D8", "S!E8", "S!F8"} or found.remarks:
            wrong.append((name, left, found.remarks))
    assert wrong == []


def test_a_month_of_what_was_done_is_no_moment(catalog: Catalog) -> None:
    rows = ["Tháng|Thu vận động|Số dư quỹ cuối tháng", "Tháng 8/2025|30|40", "Tháng 9/2025|50|60"]
    found = _placed(read(catalog, ["QUỸ KHUYẾN HỌC TỈNH ĐÔNG LÂU", "ĐVT: triệu đồng", *rows]))
    assert found["S!B4"] == (FUND, "2025-08", MONTHS)
    assert found["S!C4"] == (FUND, "2025-08", MOMENT)


def test_a_grand_total_of_months_that_is_not_their_sum_is_told(catalog: Catalog) -> None:
    rows = ["Tháng|Thu vận động|Số dư quỹ", "Tháng 8/2025|30|40", "Tháng 9/2025|50|60", "Cộng|90|60"]
    found = read(catalog, ["QUỸ KHUYẾN HỌC TỈNH ĐÔNG LÂU", "ĐVT: triệu đồng", *rows])
    assert found.remarks == ["S!B6: dòng tổng ghi 90, các dòng cộng lại là 80"]


@pytest.mark.parametrize(
    ("title", "head", "period"),
    [
        ("NĂM 2025", "Thu vận động trong tháng (triệu đồng)", ""),
        ("NĂM 2025", "Thu vận động trong kỳ (triệu đồng)", "2025"),
        ("QUÝ III NĂM 2025", "Thu vận động trong quý (triệu đồng)", "2025-07/2025-09"),
    ],
)
def test_a_month_of_a_year_that_nobody_names_is_asked_about(
    title: str, head: str, period: str, catalog: Catalog
) -> None:
    found = read(catalog, [f"SỐ LIỆU {title}", f"TT|Đơn vị|{head}", "1|Quỹ Khuyến học tỉnh Đông Lâu|30"])
    assert [each[1] for each in _placed(found).values()] == ([period] if period else [])
    assert len(found.rows) == 1


@pytest.mark.parametrize(
    ("titles", "head", "part"),
    [
        (("CHIẾN DỊCH HÈ", "Từ 01/7/2025 đến 31/8/2025"), "Học bổng trao trong hè (suất)", ""),
        (("CHIẾN DỊCH HÈ 2025", "NĂM 2025"), "Học bổng trao trong hè (suất)", "hè"),
        (("TỪ 01/7 ĐẾN 31/8/2025",), "Học bổng trao trong hè (suất)", "hè"),
        (("QUÀ TẾT, QUÝ I NĂM 2025",), "Học bổng trao dịp hè (suất)", "dịp hè"),
    ],
)
def test_the_occasion_that_title_and_months_say_is_no_part(
    titles: tuple[str, ...], head: str, part: str, catalog: Catalog
) -> None:
    found = read(catalog, [*titles, f"TT|Đơn vị|{head}", "1|Quỹ Khuyến học tỉnh Đông Lâu|30"])
    assert [(row.indicator_id, row.breakdown) for row in found.rows] == [("scholarships-awarded", part)]


@pytest.mark.parametrize(
    ("title", "row", "is_own"),
    [
        ("TỈNH ĐOÀN ĐÔNG LÂU", "Mở lớp xóa mù chữ", True),
        ("TỈNH ĐOÀN ĐÔNG LÂU", "Lớp xóa mù chữ", False),
        ("SỞ GIÁO DỤC VÀ ĐÀO TẠO TỈNH ĐÔNG LÂU", "Mở lớp xóa mù chữ", False),
    ],
)
def test_classes_that_a_body_opened_are_its_own_and_those_an_office_counts_are_of_the_place(
    title: str, row: str, *, is_own: bool, catalog: Catalog
) -> None:
    found = read(catalog, [title, "KẾT QUẢ NĂM 2025", "TT|Nội dung|ĐVT|Kết quả", f"1|{row}|lớp|3"])
    assert bool(_placed(found)) is is_own


@pytest.mark.parametrize(
    ("rows", "earlier", "later"),
    [
        (["|CÓ ĐẾN 31/12/2025|||", "1|Số dư quỹ|đồng|50|60"], "", "2025-12-31"),
        (["1|Số dư quỹ đến 30/6/2025|đồng|50|60"], "", "2025-06-30"),
        (["1|Số dư quỹ cuối năm|đồng|50|60"], "2024", "2025"),
        (["|CÓ ĐẾN 31/12/2025|||", "1|Thu vận động|đồng|50|60"], "2024", "2025"),
    ],
)
def test_a_day_over_columns_of_two_years_is_of_its_own_year_alone(
    rows: list[str], earlier: str, later: str, catalog: Catalog
) -> None:
    head = ["QUỸ KHUYẾN HỌC TỈNH ĐÔNG LÂU", "TT|Nội dung|ĐVT|Năm 2024|Năm 2025"]
    found = {row.cell: row for row in read(catalog, [*head, *rows]).rows}
    last = len(head) + len(rows)
    assert [found[f"S!{column}{last}"].period for column in "DE"] == [earlier, later]
    assert bool(found[f"S!D{last}"].question) is (not earlier)


def test_books_closed_on_a_day_of_another_month_are_asked_about(catalog: Catalog) -> None:
    rows = ["Tháng|Ngày khóa sổ|Số dư quỹ", "Tháng 8/2025|31/8/2025|40", "Tháng 9/2025|05/10/2025|60"]
    found = _placed(read(catalog, ["QUỸ KHUYẾN HỌC TỈNH ĐÔNG LÂU", "ĐVT: triệu đồng", *rows]))
    assert {cell: each[1] for cell, each in found.items()} == {"S!C4": "2025-08-31"}


@pytest.mark.parametrize(
    ("title", "is_asked"),
    [
        ("TÍNH ĐẾN NGÀY 30/6/2025", True),
        ("6 THÁNG ĐẦU NĂM 2025", True),
        ("KẾT QUẢ NĂM 2025 (TÍNH ĐẾN 30/6/2025)", True),
        ("TÍNH ĐẾN NGÀY 31/12/2025", False),
        ("NĂM 2025", False),
        ("6 THÁNG ĐẦU NĂM 2026", False),
    ],
)
def test_a_year_of_which_the_title_has_only_a_part_is_asked_about(
    title: str, *, is_asked: bool, catalog: Catalog
) -> None:
    rows = ["TT|Nội dung|ĐVT|2024|2025", "1|Thu vận động|đồng|50|60", "2|Số dư quỹ|đồng|7|8"]
    found = read(catalog, ["QUỸ KHUYẾN HỌC TỈNH ĐÔNG LÂU", f"KẾT QUẢ {title}", *rows])
    asked = {row.cell for row in found.rows if row.question}
    assert asked == ({"S!E4", "S!E5"} if is_asked else set())


@pytest.mark.parametrize(
    ("text", "period", "kind"),
    [
        ("06 tháng đầu năm 2024", "2024-01/2024-06", HALF),
        ("06 tháng cuối năm 2024", "2024-07/2024-12", HALF),
        ("6 tháng cuối 2024", "2024-07/2024-12", HALF),
        ("09 tháng đầu năm 2024", "2024-01/2024-09", MONTHS),
        ("03 tháng đầu năm 2024", "2024-01/2024-03", QUARTER),
        ("3 tháng cuối năm 2024", "2024-10/2024-12", QUARTER),
        ("nửa đầu năm 2024", "2024-01/2024-06", HALF),
        ("nửa cuối năm 2024", "2024-07/2024-12", HALF),
        ("hai quý đầu năm 2024", "2024-01/2024-06", HALF),
        ("3 quý đầu 2024", "2024-01/2024-09", MONTHS),
        ("quý 02/2024", "2024-04/2024-06", QUARTER),
        ("quý I của năm 2024", "2024-01/2024-03", QUARTER),
        ("06T/2024", "2024-01/2024-06", HALF),
        ("12 tháng năm 2024", "2024", YEAR),
        ("thời điểm 31 tháng 12 năm 2022", "2022-12-31", MOMENT),
        ("tính đến hết 30 tháng 6/2024", "2024-06-30", MOMENT),
        ("đến 31/12 năm 2022", "2022-12-31", MOMENT),
        ("mồng 5 tháng 9 năm 2024", "2024-09-05", MOMENT),
        ("các tháng 10, 11, 12 năm 2024", "2024-10/2024-12", QUARTER),
        ("tháng 7 và tháng 8/2024", "2024-07/2024-08", MONTHS),
        ("tháng 1 - 9 năm 2024", "2024-01/2024-09", MONTHS),
        ("quý III, IV năm 2024", "2024-07/2024-12", HALF),
        ("quý 1 và quý 2/2024", "2024-01/2024-06", HALF),
        ("quý II đến quý IV năm 2024", "2024-04/2024-12", MONTHS),
        ("quý II đến hết quý IV năm 2024", "2024-04/2024-12", MONTHS),
        ("quý I & II năm 2024", "2024-01/2024-06", HALF),
        ("quý I+II/2024", "2024-01/2024-06", HALF),
        ("tháng 8-2023 đến tháng 5-2024", "2023-08/2024-05", MONTHS),
        ("tháng 10/2023 - 9/2024", "2023-10/2024-09", MONTHS),
        ("hai quý cuối năm 2024", "2024-07/2024-12", HALF),
        ("ba quý cuối năm 2024", "2024-04/2024-12", MONTHS),
    ],
)
def test_a_part_of_a_year_is_read_in_any_spelling(text: str, period: str, kind: str) -> None:
    assert [(each.period, each.kind) for each in periods_in(text)] == [(period, kind)]


@pytest.mark.parametrize(
    ("text", "periods"),
    [
        ("quý I và quý III năm 2024", ["2024-01/2024-03", "2024-07/2024-09"]),
        ("quý I, III năm 2024", ["2024-01/2024-03", "2024-07/2024-09"]),
        ("tháng 3, 6 và 9 năm 2024", ["2024-03", "2024-06", "2024-09"]),
        ("tháng 1-3, 5 năm 2024", ["2024-01", "2024-03", "2024-05"]),
    ],
)
def test_months_and_quarters_with_a_gap_are_no_one_time(text: str, periods: list[str], catalog: Catalog) -> None:
    assert [each.period for each in periods_in(text)] == periods
    rows = ["TT|Nội dung|ĐVT|Kết quả", "1|Số dư quỹ|đồng|60"]
    asked = read(catalog, ["QUỸ KHUYẾN HỌC TỈNH ĐÔNG LÂU", f"KẾT QUẢ {text}", *rows])
    assert [row.question for row in asked.rows] == [f"số của thời kỳ nào trong «{text.lower()}»?"]


@pytest.mark.parametrize(
    ("head", "period"),
    [
        ("Quý I, II", "2024-01/2024-06"),
        ("Quý III và IV", "2024-07/2024-12"),
        ("Tháng 1-3", "2024-01/2024-03"),
        ("Từ tháng 4 đến hết tháng 6", "2024-04/2024-06"),
    ],
)
def test_months_and_quarters_of_a_head_have_the_year_of_the_title(head: str, period: str, catalog: Catalog) -> None:
    rows = [f"TT|Nội dung|ĐVT|{head}", "1|Số dư quỹ|đồng|60"]
    found = read(catalog, ["QUỸ KHUYẾN HỌC TỈNH ĐÔNG LÂU", "KẾT QUẢ NĂM 2024", *rows])
    assert [(row.period, row.question) for row in found.rows] == [(period, "")]


@pytest.mark.parametrize(
    ("titles", "period"),
    [
        (("KẾT QUẢ TỪ THÁNG 1 ĐẾN HẾT THÁNG 9 NĂM 2025",), "2025-01/2025-09"),
        (("KẾT QUẢ TỪ QUÝ I ĐẾN HẾT QUÝ III NĂM 2025",), "2025-01/2025-09"),
        (("KẾT QUẢ TỪ THÁNG 8/2024 ĐẾN THÁNG 5/2025",), "2024-08/2025-05"),
        (("BÁO CÁO SƠ KẾT 6 THÁNG ĐẦU NĂM", "Năm 2025"), "2025-01/2025-06"),
        (("BÁO CÁO 06 THÁNG", "Năm 2025"), "2025-01/2025-06"),
        (("BÁO CÁO QUÝ II", "NĂM 2025"), "2025-04/2025-06"),
        (("BÁO CÁO QUÝ 03", "NĂM 2025"), "2025-07/2025-09"),
        (("NỬA ĐẦU NĂM", "Năm 2025"), "2025-01/2025-06"),
        (("BÁO CÁO TỔNG KẾT", "NĂM 2025"), "2025"),
    ],
)
def test_a_part_of_the_year_on_a_line_of_its_own_is_of_the_year_on_another(
    titles: tuple[str, ...], period: str, catalog: Catalog
) -> None:
    found = read(catalog, ["QUỸ KHUYẾN HỌC TỈNH ĐÔNG LÂU", *titles, "TT|Nội dung|ĐVT|Kết quả", "1|Chi quỹ|đồng|60"])
    assert [(row.period, row.question) for row in found.rows] == [(period, "")]


@pytest.mark.parametrize(
    ("titles", "named"),
    [
        (("BÁO CÁO HỌC KỲ I NĂM HỌC 2024-2025",), "học kỳ i"),
        (("BÁO CÁO HỌC KÌ 2", "NĂM HỌC 2024-2025"), "học kỳ 2"),
        (("BÁO CÁO HKI NĂM HỌC 2024-2025",), "hki"),
        (("TRAO HỌC BỔNG ĐỢT 1 NĂM 2025",), "đợt 1"),
        (("KẾT QUẢ NỬA NĂM 2025",), "nửa năm"),
        (("SỐ LIỆU GIỮA KỲ NĂM 2025",), "giữa kỳ"),
        (("SỐ LIỆU ĐẦU NĂM 2025",), "đầu năm"),
        (("CHI QUỸ TRONG DỊP TẾT NĂM 2025",), "trong dịp tết"),
        (("CHI QUỸ HÈ NĂM 2025",), "hè"),
        (("CHI QUỸ TRONG THÁNG KHUYẾN HỌC", "NĂM 2025"), "tháng khuyến học"),
        (("CHI QUỸ NỬA NHIỆM KỲ 2020-2025",), "nửa nhiệm kỳ"),
        (("CHI QUỸ NHIỆM KỲ 2020-2025",), ""),
        (("SỐ LIỆU TỪ ĐẦU NĂM 2025",), ""),
        (("SỐ LIỆU ĐẦU NĂM HỌC 2024-2025",), ""),
        (("6 THÁNG ĐẦU NĂM 2025",), ""),
        (("KẾT QUẢ CÁC ĐỢT TRAO NĂM 2025",), ""),
    ],
)
def test_a_part_of_a_year_whose_months_nobody_names_is_asked_about(
    titles: tuple[str, ...], named: str, catalog: Catalog
) -> None:
    found = read(catalog, ["QUỸ KHUYẾN HỌC TỈNH ĐÔNG LÂU", *titles, "TT|Nội dung|ĐVT|Kết quả", "1|Chi quỹ|đồng|60"])
    assert [row.question.endswith(f"hay chỉ «{named}»?") for row in found.rows] == [bool(named)]


@pytest.mark.parametrize(
    ("title", "rows", "questions"),
    [
        ("CHI QUỸ HỌC KỲ I", ("TT|Nội dung|Năm 2024", "1|Chi quỹ|60"), ["số của cả «năm 2024» hay chỉ «học kỳ i»?"]),
        ("CHI QUỸ ĐỢT 1", ("TT|Nội dung|Năm học 2023-2024", "1|Chi quỹ|60"),
         ["số của cả «năm học 2023-2024» hay chỉ «đợt 1»?"]),
        ("CHI QUỸ NỬA NĂM", ("Năm|Chi quỹ", "2023|60", "2024|70"),
         ["số của cả «2023» hay chỉ «nửa năm»?", "số của cả «2024» hay chỉ «nửa năm»?"]),
        ("CHI QUỸ GIỮA KỲ", ("TT|Nội dung|Năm 2024", "1|Chi quỹ|60"), ["số của cả «năm 2024» hay chỉ «giữa kỳ»?"]),
        ("BÁO CÁO GIỮA KỲ THỰC HIỆN ĐỀ ÁN", ("TT|Nội dung|Năm 2024", "1|Chi quỹ|60"), [""]),
        ("CHI QUỸ ĐỢT 1", ("TT|Nội dung|Quý I/2024", "1|Chi quỹ|60"), [""]),
    ],
)  # fmt: skip
def test_a_year_of_a_column_or_row_under_a_part_of_it_is_asked_about_too(
    title: str, rows: tuple[str, ...], questions: list[str], catalog: Catalog
) -> None:
    found = read(catalog, ["QUỸ KHUYẾN HỌC TỈNH ĐÔNG LÂU", title, "Đơn vị tính: đồng", *rows])
    assert [row.question for row in found.rows] == questions


@pytest.mark.parametrize("head", ["Ngày khui", "Ngày trao", "Ngày tổ chức lễ"])
def test_days_on_which_something_was_done_are_no_times_of_the_figures(head: str, catalog: Catalog) -> None:
    rows = [f"TT|Đơn vị|Chi quỹ|{head}", "1|Quỹ Khuyến học tỉnh Đông Lâu|61|11/11/2024", "2|Quỹ Cao Mây|62|12/11/2024"]
    found = read(catalog, ["QUỸ KHUYẾN HỌC TỈNH ĐÔNG LÂU", "CHI QUỸ NĂM 2024", "Đơn vị tính: đồng", *rows])
    assert ("61", "2024", "") in [(row.value, row.period, row.question) for row in found.rows]


@pytest.mark.parametrize(
    ("titles", "period"),
    [
        (("SƠ KẾT 6 THÁNG ĐẦU NĂM, PHƯƠNG HƯỚNG, NHIỆM VỤ 6 THÁNG CUỐI NĂM 2025",), "2025-01/2025-06"),
        (("KẾT QUẢ 6 THÁNG ĐẦU NĂM", "VÀ NHIỆM VỤ TRỌNG TÂM 6 THÁNG CUỐI NĂM 2025"), "2025-01/2025-06"),
        (("Kết quả 6 tháng cuối năm, kế hoạch 6 tháng đầu năm 2025",), "2024-07/2024-12"),
        (("Kết quả quý I và kế hoạch quý II năm 2025",), "2025-01/2025-03"),
        (("Kết quả quý IV; dự kiến quý I/2025",), "2024-10/2024-12"),
        (("TỔNG KẾT NĂM 2024 - PHƯƠNG HƯỚNG NĂM 2025",), "2024"),
        (("TỔNG KẾT NĂM HỌC 2023-2024 VÀ NHIỆM VỤ NĂM HỌC 2024-2025",), "2023/2024"),
        (("KẾT QUẢ THỰC HIỆN CÁC CHỈ TIÊU, NHIỆM VỤ NĂM 2025",), "2025"),
        (("KẾT QUẢ THỰC HIỆN NHIỆM VỤ NĂM 2025",), "2025"),
        (("TỔNG KẾT CÔNG TÁC, PHƯƠNG HƯỚNG NĂM 2025",), ""),
        (("TỔNG KẾT CÔNG TÁC", "VÀ PHƯƠNG HƯỚNG NĂM 2025"), ""),
    ],
)
def test_what_a_title_says_is_to_come_is_not_the_time_of_what_was_done(
    titles: tuple[str, ...], period: str, catalog: Catalog
) -> None:
    found = read(catalog, ["QUỸ KHUYẾN HỌC TỈNH ĐÔNG LÂU", *titles, "TT|Nội dung|ĐVT|Kết quả", "1|Chi quỹ|đồng|60"])
    assert [(row.period, bool(row.question)) for row in found.rows] == [(period, not period)]
