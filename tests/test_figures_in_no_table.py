"""No figure of a sheet is dropped in silence: it is placed, asked about, or said to be left out."""

import re
from collections.abc import Sequence

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from hoctap.contribute.tables.long import understand
from hoctap.contribute.tables.rows import CELL, SKIP
from hoctap.model.catalog import Catalog
from typed_sheets import sheet


def read(catalog: Catalog, rows: Sequence[str], skipped: str = "") -> tuple[set[str], set[str]]:
    """Return the cells that have a row, and those that are said to be left out."""
    answers = {(CELL, f"S!{spot}"): SKIP for spot in skipped.split()}
    out = understand(catalog, [sheet(rows)], answers)
    return {row.cell[2:] for row in out.rows}, {cell[2:] for cell, _ in out.left_out}


CARDS = "150|230|41.5", "hội viên|chi hội|tỷ đồng", "", "312|228|77", "gia đình|dòng họ|tin, bài"


@pytest.mark.parametrize(
    ("rows", "asked", "left"),
    [
        (CARDS, "A1 B1 C1 A4 B4 C4", ""),  # numbers over their labels
        (("12|5|7", "hội viên|chi hội|xã"), "A1 B1 C1", ""),
        (("Hội viên|130|140", "Chi hội|14|15"), "B1 C1 B2 C2", ""),
        (("1|Hội viên|130|140", "2|Chi hội|14|15", "3|Ban|7"), "C1 D1 C2 D2 C3", ""),  # running numbers
        (("4.1|Hội viên|130|140", "4.2|Chi hội|14|15"), "C1 D1 C2 D2", ""),
        (("163|hội viên|130", "164|chi hội|140"), "A1 C1 A2 C2", ""),
        (("12|hội viên|130", "15|chi hội|140"), "A1 C1 A2 C2", ""),  # they follow no other: figures
        (("Hội viên|2075|130", "Chi hội|2012|14"), "B1 C1 B2 C2", ""),  # like years, behind other words
        (("Năm|2023|130|7", "2022|Trang|3"), "C1 D1 C2", ""),
        (("2021|2022|2023", "1|2|3", "(1)|(2)|(3)"), "", ""),  # years, numbers of columns
        (("BIỂU 3", "Trang|3"), "", "B2"),  # a stray one
        (("|Tỉnh Đông Lâu", "Tổng số cán bộ|Tổng cộng", "|150|150"), "B3 C3", ""),  # a column without a head
        (("Đơn vị|Hội viên||Khác", "Xã Một|120||7", "Xã Hai|130||8"), "B2 B3 D2 D3", ""),  # a column apart
    ],
)
def test_each_figure_that_no_table_takes_is_asked_about_and_a_stray_one_is_said(
    rows: tuple[str, ...], asked: str, left: str, catalog: Catalog
) -> None:
    assert read(catalog, rows) == (set(asked.split()), set(left.split()))


def test_an_answer_leaves_out_what_was_asked_about(catalog: Catalog) -> None:
    assert read(catalog, CARDS, "A1 C4") == ({"B1", "C1", "A4", "B4"}, {"A1", "C4"})


WORDS = (
    "", "", "Tổng số cán bộ", "Công dân học tập", "Đơn vị", "Chỉ tiêu", "Tỉnh Đông Lâu", "Năm 2023",
    "Năm", "TT", "ĐVT", "người", "Ghi chú", "Kế hoạch", "Thực hiện", "Tổng cộng", "Trong đó:", "(1)", "II", "BIỂU 3",
    "ước", "Người lập biểu",
)  # fmt: skip
FIGURES = st.integers(min_value=150, max_value=1850).map(str)
SHEETS = st.lists(
    st.lists(st.one_of(st.sampled_from(WORDS), FIGURES), min_size=2, max_size=5).map("|".join), min_size=2, max_size=7
)


@settings(max_examples=400, deadline=None)
@given(rows=SHEETS)
def test_no_figure_of_any_sheet_is_dropped_in_silence(catalog: Catalog, rows: list[str]) -> None:
    """But for those under the head of running numbers, which may be codes of any length."""
    grid = sheet(rows)
    heads = {column for (_, column), cell in grid.cells.items() if cell.text == "TT"}
    figures = {
        spot for spot, cell in grid.cells.items() if re.fullmatch(r"\d{3,4}", cell.text) and spot[1] not in heads
    }
    out = understand(catalog, [grid], {})
    addresses = {row.cell for row in out.rows} | {cell for cell, _ in out.left_out}
    assert {grid.address(spot) for spot in figures} <= addresses, rows
