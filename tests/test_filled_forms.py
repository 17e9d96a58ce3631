"""Forms that a body fills in, one on a sheet: who it is and when; a place in a table of a union is no association."""

from pathlib import Path

import pytest

from hoctap.check.gate import Checked
from hoctap.contribute.tables.long import understand
from hoctap.contribute.tables.rows import Row
from hoctap.load import load
from hoctap.model.catalog import Catalog
from miniature import with_indicators, with_units
from typed_sheets import sheet

OURS, THEIRS = "tinh-doan-dong-lau", "tinh-doan-suoi-bac"
SUMMER = "2025-07/2025-08"


@pytest.fixture(scope="module")
def catalog(checked: Checked) -> Catalog:
    awards = ("scholarships-awarded", "Suất học bổng đã trao", "hoc-bong-khen-thuong")
    found = with_indicators(checked.catalog, "indicator_id name_vi topic", [awards], "trained-total", stock_flow="flow")
    unions = (
        (OURS, "Tỉnh đoàn Đông Lâu", "dong-lau"),
        (THEIRS, "Tỉnh đoàn Suối Bạc", "suoi-bac"),
    )
    return with_units(found, "unit_id name_vi area_id", unions, unit_kind="doan-the")


def read(catalog: Catalog, name: str, *rows: str) -> list[Row]:
    """Return what is understood of a sheet whose rows are texts parted by strokes."""
    return understand(catalog, [sheet(rows, name)], {}).rows


TABLE = ("TT|Nội dung|ĐVT|Kết quả", "1|Học bổng đã trao|suất|618")
TIME = "Thời gian: từ 01/7/2025 đến 31/8/2025"


@pytest.mark.parametrize(
    ("rows", "unit_id", "period"),
    [
        (("Đơn vị báo cáo: Tỉnh đoàn Đông Lâu", TIME), OURS, SUMMER),
        (("Đơn vị báo cáo:||Tỉnh đoàn Đông Lâu", "Thời gian:||Từ 01/7/2025 đến 31/8/2025"), OURS, SUMMER),
        (("Đơn vị:|Tỉnh đoàn Đông Lâu", "Kỳ báo cáo:|Quý III/2025"), OURS, "2025-07/2025-09"),
        (("Tên cơ quan, đơn vị: Tỉnh đoàn Đông Lâu", TIME, "Người nhận phiếu: Tỉnh đoàn Suối Bạc"), OURS, SUMMER),
        (("Đơn vị gửi báo cáo: Tỉnh đoàn Đông Lâu", TIME, "Gửi về: Tỉnh đoàn Suối Bạc"), OURS, SUMMER),
        (("TỈNH ĐOÀN ĐÔNG LÂU", "Từ ngày:|2025-07-01", "Đến ngày:|2025-08-31"), OURS, SUMMER),
        (("TỈNH ĐOÀN ĐÔNG LÂU", "Từ ngày: 01/7/2025", "Đến ngày: 31/8/2025", "Đơn vị: suất"), OURS, SUMMER),
        (("Đơn vị báo cáo: Tỉnh đoàn Sông Lam", TIME), "", SUMMER),
        (("Người nhận phiếu: Tỉnh đoàn Suối Bạc", TIME), "", SUMMER),
    ],
)
@pytest.mark.parametrize("name", ["Phiếu", "Suối Bạc"])
def test_a_form_is_of_who_filled_it_in(
    name: str, rows: tuple[str, ...], unit_id: str, period: str, catalog: Catalog
) -> None:
    found = read(catalog, name, "PHIẾU BÁO CÁO KẾT QUẢ", *rows, *TABLE)
    assert [(row.unit_id, row.period, bool(row.question)) for row in found] == [(unit_id, period, not unit_id)]


@pytest.mark.parametrize(
    ("title", "name", "unit_id"),
    [
        ("TỈNH ĐOÀN ĐÔNG LÂU", "Đông Lâu", ""),
        ("TỈNH ĐOÀN ĐÔNG LÂU", "Tỉnh đoàn Đông Lâu", OURS),
        ("HỘI LIÊN HIỆP PHỤ NỮ TỈNH ĐÔNG LÂU", "Tỉnh Đông Lâu", ""),
        ("TỔNG HỢP CÁC TỈNH", "Đông Lâu", "hoi-khuyen-hoc-tinh-dong-lau"),
        ("TỈNH ĐOÀN ĐÔNG LÂU", "HKH tỉnh Đông Lâu", "hoi-khuyen-hoc-tinh-dong-lau"),
    ],
)
def test_a_place_in_a_table_of_a_union_is_not_its_association(
    title: str, name: str, unit_id: str, catalog: Catalog
) -> None:
    found = read(catalog, "S", title, "NĂM 2025", "TT|Đơn vị|Học bổng (suất)", f"1|{name}|30")
    assert [row.unit_id if not row.question else "" for row in found] == [unit_id]


EXPLAINED = "Chi hội khuyến học (ấp, khu phố, trường, cơ quan)"


@pytest.mark.parametrize(
    ("name", "breakdown"),
    [
        (EXPLAINED, ""),
        (EXPLAINED.upper(), ""),
        ("Chi hội khuyến học (trường, cơ quan)", "trường, cơ quan"),
        ("Chi hội khuyến học trường, cơ quan", "trường, cơ quan"),
    ],
)
def test_brackets_with_which_our_own_report_explains_a_name_are_no_part_of_it(
    name: str, breakdown: str, repository: Path
) -> None:
    fields = next(repository.rglob("report_fields.csv"))
    lowered = EXPLAINED[0].lower() + EXPLAINED[1:]
    row = f'báo cáo năm,Tổ chức hội,1,"{lowered}",branches,đếm cuối kỳ,yes,\n'
    fields.write_text(fields.read_text("utf-8") + row, "utf-8")
    catalog = load(repository, validate=False).catalog
    branches = ("branches", "Chi hội khuyến học")
    catalog = with_indicators(catalog, "indicator_id name_vi", [branches], "trained-total", stock_flow="stock")
    title = ("Báo cáo kết quả công tác khuyến học năm 2025", "Hội Khuyến học tỉnh Đông Lâu")
    found = read(catalog, "Số liệu", *title, "TT|Nội dung|Đơn vị tính|Kỳ này", f"1|{name}|chi hội|120")
    assert [(row.indicator_id, row.breakdown, row.value) for row in found] == [("branches", breakdown, "120")]
