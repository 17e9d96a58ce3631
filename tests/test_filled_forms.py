"""Forms that a body fills in, one on a sheet: who it is and when; a place in a table of a union is no association."""

from dataclasses import replace
from pathlib import Path

import pytest

from hoctap.contribute.tables.long import understand
from hoctap.contribute.tables.opening import Cell, Grid
from hoctap.contribute.tables.rows import Row
from hoctap.load import load
from hoctap.model.catalog import Catalog

OURS, THEIRS = "tinh-doan-dong-lau", "tinh-doan-suoi-bac"
SUMMER = "2025-07/2025-08"


@pytest.fixture
def catalog(repository: Path) -> Catalog:
    found = load(repository, validate=False).catalog
    model, like = found.units["so-giao-duc-tinh-dong-lau"], found.indicators["trained-total"]
    for unit_id, name in ((OURS, "Tỉnh đoàn Đông Lâu"), (THEIRS, "Tỉnh đoàn Suối Bạc")):
        area_id = unit_id.removeprefix("tinh-doan-")
        found.units[unit_id] = replace(
            model, unit_id=unit_id, name_vi=name, short_name="", unit_kind="doan-the", area_id=area_id
        )
    found.indicators["scholarships-awarded"] = replace(
        like, indicator_id="scholarships-awarded", name_vi="Suất học bổng đã trao", subject_rule="any",
        topic="hoc-bong-khen-thuong", stock_flow="flow", parent_indicator_id="",
    )  # fmt: skip
    return found


def read(catalog: Catalog, name: str, *rows: str) -> list[Row]:
    """Return what is understood of a sheet whose rows are texts parted by strokes."""
    cells = {
        (at, column): Cell("number" if text.isdigit() else "date" if _is_date(text) else "text", text)
        for at, row in enumerate(rows, 1)
        for column, text in enumerate(row.split("|"), 1)
        if text
    }
    return understand(catalog, [Grid(name, cells)], {}).rows


def _is_date(text: str) -> bool:
    return len(text) == len("2025-10-31") and text[4] == text[7] == "-"


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
    like = catalog.indicators["trained-total"]
    catalog.indicators["branches"] = replace(
        like,
        indicator_id="branches",
        name_vi="Chi hội khuyến học",
        subject_rule="any",
        stock_flow="stock",
        parent_indicator_id="",
    )
    title = ("Báo cáo kết quả công tác khuyến học năm 2025", "Hội Khuyến học tỉnh Đông Lâu")
    found = read(catalog, "Số liệu", *title, "TT|Nội dung|Đơn vị tính|Kỳ này", f"1|{name}|chi hội|120")
    assert [(row.indicator_id, row.breakdown, row.value) for row in found] == [("branches", breakdown, "120")]
