"""Notes of tables: what goes with a figure into the data, what lets it be doubted, what no figure carries."""

from collections.abc import Sequence

import pytest

from hoctap.contribute.tables.accepted import entries
from hoctap.contribute.tables.long import understand
from hoctap.contribute.tables.rows import Understood
from hoctap.model.catalog import Catalog
from typed_sheets import sheet

TITLE = "ĐỘI NGŨ CỦA SỞ GIÁO DỤC VÀ ĐÀO TẠO TỈNH ĐÔNG LÂU NĂM 2024"
UNIT = "Sở Giáo dục và Đào tạo tỉnh Đông Lâu"


def read(catalog: Catalog, rows: Sequence[str]) -> Understood:
    """Return what is understood of a sheet."""
    return understand(catalog, [sheet(rows)], {})


@pytest.mark.parametrize(
    ("title", "rows", "note"),
    [
        (TITLE, ["Đơn vị|Tổng số cán bộ|Ghi chú", f"{UNIT}|117|chưa gồm hợp đồng"], "chưa gồm hợp đồng"),
        (TITLE, ["Đơn vị|Tổng số cán bộ", f"{UNIT} (1)|117", "Ghi chú: (1) Không kể hợp đồng."], "Không kể hợp đồng"),
        (TITLE, ["Đơn vị|Tổng số cán bộ*", f"{UNIT}|117", "* Gồm cả hợp đồng"], "Gồm cả hợp đồng"),
        (f"{TITLE} (chưa kể hợp đồng)", ["Đơn vị|Tổng số cán bộ", f"{UNIT}|117"], "chưa kể hợp đồng"),
        (f"{TITLE} (trừ 2 trường)", ["Đơn vị|Tổng số cán bộ", f"{UNIT}|117"], "trừ 2 trường"),
        (f"{TITLE} (còn thiếu 2 trường)", ["Đơn vị|Tổng số cán bộ", f"{UNIT}|117"], "còn thiếu 2 trường"),
        (f"{TITLE} (thiếu niên)", ["Đơn vị|Tổng số cán bộ", f"{UNIT}|117"], ""),
        (TITLE, ["Đơn vị|Tổng số cán bộ", f"{UNIT}|117"], ""),
    ],
)
def test_a_note_goes_with_its_figure_into_the_data(
    title: str, rows: Sequence[str], note: str, catalog: Catalog
) -> None:
    found = read(catalog, [title, *rows])
    assert [(row.value, row.question, row.note) for row in found.rows] == [("117", "", note)]
    assert [entry.cells["note"] for entry in entries(catalog, found.rows, "dong-lau-2025-03-01")] == [note]


@pytest.mark.parametrize("head", ["Điện thoại liên hệ", "SĐT", "Họ, tên", "Người báo cáo", "Email", "Chức vụ"])
def test_who_filled_in_a_line_goes_into_no_data_and_is_said_to_be_left_out(head: str, catalog: Catalog) -> None:
    found = read(
        catalog, [TITLE, f"{head}|Đơn vị|Tổng số cán bộ|Ghi chú", f"0220 3777 xxx|{UNIT}|117|chưa gồm hợp đồng"]
    )
    assert [(row.value, row.question, row.note) for row in found.rows] == [("117", "", "chưa gồm hợp đồng")]
    assert found.remarks == [f"«{head}»: cột của người điền, người liên hệ không đưa vào dữ liệu"]


@pytest.mark.parametrize("head", ["Người nhập học", "ĐT, BD cán bộ", "Người báo cáo viên"])
def test_what_is_counted_of_people_is_asked_about_and_no_contact(head: str, catalog: Catalog) -> None:
    found = read(catalog, [TITLE, f"Đơn vị|Tổng số cán bộ|{head}", f"{UNIT}|117|12"])
    assert [(row.typed, bool(row.question)) for row in found.rows] == [("117", False), ("12", True)]


def test_a_note_of_no_figure_is_told(catalog: Catalog) -> None:
    rows = [TITLE, "Đơn vị|Tổng số cán bộ", f"{UNIT}|117", "(*) Cột cán bộ gồm mọi ngạch."]
    found = read(catalog, rows)
    assert found.remarks == ["«(*) Cột cán bộ gồm mọi ngạch.»: ghi chú này chưa vào dòng nào"]


@pytest.mark.parametrize(
    ("title", "below", "words"),
    [
        (f"{TITLE} (SỐ ƯỚC)", "", "ước"),
        (f"{TITLE} (số liệu sơ bộ)", "", "sơ bộ"),
        (f"SỐ TẠM TÍNH: {TITLE}", "", "tạm tính"),
        (f"DỰ KIẾN {TITLE}", "", "dự kiến"),
        (TITLE, "Ghi chú: số liệu chưa đầy đủ", "chưa đầy đủ"),
        (TITLE, "Số liệu trên là ước thực hiện", "ước"),
        (TITLE, "(Số liệu tạm tính đến ngày báo cáo)", "tạm tính"),
        (TITLE, "- Số liệu chưa đầy đủ do thiếu ba trường", "chưa đầy đủ"),
        (TITLE, "* Năm 2024 là số ước", "ước"),
        (f"{TITLE[:-8]} TÍNH ĐẾN 31/12/2024 (số liệu năm 2024 là số ước)", "", "ước"),
        (f"{TITLE[:-8]} TÍNH ĐẾN 31/12/2024 (số liệu năm 2025 là số ước)", "", ""),
        (TITLE, "Lưu ý: số liệu năm 2025 là dự kiến", ""),
        (f"{TITLE}. Số của năm 2024 là số ước.", "", "ước"),
        (f"{TITLE}, PHƯƠNG HƯỚNG VÀ DỰ KIẾN NĂM 2025", "", ""),
        (f"QUỸ ƯỚC MƠ XANH VÀ {TITLE}", "", ""),
        (TITLE, "Ghi chú: số điện thoại chưa đầy đủ thì bỏ trống", ""),
        (TITLE, "Người lập biểu", ""),
        (TITLE, "* Số liệu ước thực hiện.", "ước"),
    ],
)
def test_estimates_of_a_whole_table_are_asked_about(title: str, below: str, words: str, catalog: Catalog) -> None:
    found = read(catalog, [title, "Đơn vị|Tổng số cán bộ đã có mặt", f"{UNIT}|117", *([below] if below else [])])
    assert [f"nói «{words}»" in row.question if words else not row.question for row in found.rows] == [True]


@pytest.mark.parametrize(
    ("title", "head", "is_asked"),
    [
        ("KẾ HOẠCH NĂM 2024", "Tổng số cán bộ đã có", True),
        ("KẾ HOẠCH VÀ KẾT QUẢ NĂM 2024", "Tổng số cán bộ đã có", False),
        ("SỐ LIỆU NĂM 2024", "Tổng số cán bộ đã có", False),
    ],
)
def test_a_title_of_plans_over_heads_of_results_is_asked_about(
    title: str, head: str, *, is_asked: bool, catalog: Catalog
) -> None:
    found = read(catalog, [title, f"Đơn vị|{head}", f"{UNIT}|117"])
    assert [row.question.startswith("tiêu đề nói là kế hoạch") for row in found.rows] == [is_asked]
