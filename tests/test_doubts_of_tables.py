"""What two readings of a figure are told apart by in a table, and what stays open because nothing tells them apart."""

import pytest

from hoctap.check.gate import Checked
from hoctap.contribute.tables.long import understand
from hoctap.contribute.tables.rows import Row
from hoctap.model.catalog import Catalog
from miniature import with_indicators
from typed_sheets import sheet

FIELDS = "indicator_id name_vi value_type unit_measure stock_flow topic"
INDICATORS = (
    ("members", "Hội viên khuyến học", "count", "nguoi", "stock", "to-chuc-hoi"),
    ("new-members", "Hội viên mới kết nạp", "count", "nguoi", "flow", "to-chuc-hoi"),
    ("fund-raised-vnd", "Tiền vận động quỹ khuyến học", "amount", "dong", "flow", "quy-khuyen-hoc"),
    ("scholarships-awarded", "Suất học bổng đã trao", "count", "suat", "flow", "hoc-bong-khen-thuong"),
    ("learning-communities-commune", "Cộng đồng học tập cấp xã", "count", "cong-dong", "stock", "mo-hinh-hoc-tap"),
    ("learning-communities-commune-rate", "Tỷ lệ xã đạt Cộng đồng học tập", "share", "phan-tram", "stock",
     "mo-hinh-hoc-tap"),
)  # fmt: skip
ASSOCIATION = "HỘI KHUYẾN HỌC TỈNH ĐÔNG LÂU"
SCHOOL = "TRƯỜNG TRUNG HỌC PHỔ THÔNG HỒ SEN"


@pytest.fixture(scope="module")
def catalog(checked: Checked) -> Catalog:
    return with_indicators(checked.catalog, FIELDS, INDICATORS)


def rows_of(catalog: Catalog, text: str) -> dict[str, Row]:
    """Return what is understood of a sheet, whose rows are lines and whose cells are parted by strokes, by cell."""
    return {row.cell[2:]: row for row in understand(catalog, [sheet(text.strip().splitlines())], {}).rows}


@pytest.mark.parametrize("others", [("12,6", "13,52"), ("1,250,600", "12,6"), ("12", "9")])
def test_a_comma_before_three_digits_of_millions_is_asked_about(others: tuple[str, str], catalog: Catalog) -> None:
    figures = "\n".join(f"{2026 + at}|{text}" for at, text in enumerate(("14,616", *others)))
    found = rows_of(catalog, f"{ASSOCIATION}\nKẾT QUẢ VẬN ĐỘNG\n\nNăm|Vận động quỹ (tỷ đồng)\n{figures}\n")["B5"]
    assert "hàng nghìn" in found.question


@pytest.mark.parametrize(
    ("title", "row", "is_open"),
    [
        ("BÁO CÁO THƯỜNG NIÊN", "Tổng thu hoạt động", True),  # of all the school
        ("BÁO CÁO THƯỜNG NIÊN", "Kinh phí chi trong năm", True),
        ("QUỸ KHUYẾN HỌC CỦA TRƯỜNG", "Tổng thu", False),
        ("BÁO CÁO THƯỜNG NIÊN", "Vận động quỹ khuyến học", False),
    ],
)
def test_what_an_office_took_in_is_no_fund_where_nothing_speaks_of_one(
    title: str, row: str, is_open: bool, catalog: Catalog
) -> None:
    sheet = f"{SCHOOL}\n{title} NĂM 2026\n\nTT|Nội dung|ĐVT|Số liệu\n1|{row}|triệu đồng|700\n"
    assert (rows_of(catalog, sheet)["D5"].question != "") is is_open


@pytest.mark.parametrize("head", ["Tỷ lệ công nhận/ đăng ký (%)", "Tỷ lệ đạt/đăng ký (%)"])
def test_a_share_of_the_registered_is_not_that_of_all(head: str, catalog: Catalog) -> None:
    rows = f"TT|Mô hình|Công nhận|{head}\n1|Cộng đồng học tập cấp xã|112|82\n"
    found = rows_of(catalog, f"{ASSOCIATION}\nCÁC MÔ HÌNH HỌC TẬP NĂM 2026\n\n{rows}")
    assert [found[cell].indicator_id for cell in ("C5", "D5")] == ["learning-communities-commune", ""]


@pytest.mark.parametrize(
    ("line", "period"),
    [
        ("(Số phát sinh: trong quý IV/2026; hội viên: tính đến 31/12/2026)", "2026-10/2026-12"),
        ("(Số phát sinh: trong quý I/2026; hội viên: tính đến 31/3/2026)", "2026-01/2026-03"),
        ("(Số phát sinh: trong quý I/2026; hội viên: tính đến 30/6/2026)", ""),
    ],
)
def test_what_was_done_is_of_the_span_that_ends_on_the_day_of_what_there_was(
    line: str, period: str, catalog: Catalog
) -> None:
    found = rows_of(catalog, f"{ASSOCIATION}\nBÁO CÁO\n{line}\n\nTT|Nội dung|Số liệu\n1|Hội viên mới kết nạp|7\n")
    assert found["C6"].period == period


@pytest.mark.parametrize(
    ("row", "period"),
    [("Lũy kế 2003-2026", "2003/2026"), ("Lũy kế từ năm 2003 đến năm 2026", "2003/2026"), ("Lũy kế 2026-2003", "")],
)
def test_a_row_that_adds_up_named_years_is_of_all_of_these(row: str, period: str, catalog: Catalog) -> None:
    rows = f"2025|5\n2026|6\n{row}|111\n"
    found = rows_of(catalog, f"{ASSOCIATION}\nHỌC BỔNG ĐÃ TRAO\n\nNăm|Suất học bổng\n{rows}")["B7"]
    assert (found.period, found.question == "") == (period, bool(period))


@pytest.mark.parametrize(
    ("state", "question", "note"),
    [
        ("Đã duyệt", "", ""),
        ("Nháp", "dòng này là «Nháp»: có lấy số của nó không?", "Nháp"),
        ("Chờ duyệt", "dòng này là «Chờ duyệt»: có lấy số của nó không?", "Chờ duyệt"),
        ("Từ chối", "dòng này là «Từ chối»: có lấy số của nó không?", "Từ chối"),
        ("Không duyệt", "dòng này là «Không duyệt»: có lấy số của nó không?", "Không duyệt"),
        ("Bị trả lại", "dòng này là «Bị trả lại»: có lấy số của nó không?", "Bị trả lại"),
        ("Đã thay thế bởi bản 2", "dòng này là «Đã thay thế bởi bản 2»: có lấy số của nó không?",
         "Đã thay thế bởi bản 2"),
    ],
)  # fmt: skip
def test_a_record_that_nobody_has_approved_is_asked_about(
    state: str, question: str, note: str, catalog: Catalog
) -> None:
    rows = f"2026|120|{state}\n2025|110|Đã duyệt"
    found = rows_of(catalog, f"{ASSOCIATION}\nKẾT QUẢ\n\nNăm|Hội viên|Trạng thái\n{rows}\n")
    assert (found["B5"].question, found["B5"].note) == (question, note)
    assert (found["B6"].value, found["B6"].question, found["B6"].note) == ("110", "", "")


@pytest.mark.parametrize(
    ("head", "short", "period"),
    [
        ("Tháng", "T8", "2026-08"),
        ("Tháng", "t.8", "2026-08"),
        ("Quý", "Q2", "2026-04/2026-06"),
        ("Tháng", "Q2", ""),
        ("Quý", "T2", ""),
    ],
)
def test_months_and_quarters_are_told_by_their_first_letter(
    head: str, short: str, period: str, catalog: Catalog
) -> None:
    rows = f"{short}|5\n{short.replace('8', '9').replace('2', '3')}|6"
    found = rows_of(catalog, f"{ASSOCIATION}\nHỌC BỔNG NĂM 2026\n\n{head}|Suất học bổng đã trao\n{rows}\n")
    assert found["B5"].period == period
    assert bool(found["B5"].question) == (not period)


@pytest.mark.parametrize("name", ["CBQL, GV, NV", "Cán bộ quản lý, giáo viên và nhân viên", "Cán bộ, giáo viên"])
def test_those_who_lead_a_school_teach_and_work_in_it_are_its_staff(name: str, catalog: Catalog) -> None:
    found = rows_of(catalog, f"{SCHOOL}\nTHỐNG KÊ NĂM 2026\n\nNội dung|Số lượng\n{name}|38\nHội viên khuyến học|30\n")
    assert (found["B5"].indicator_id, found["B5"].value) == ("staff-total", "38")
