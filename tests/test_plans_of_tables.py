"""A table that its title or its sheet calls a plan gives no figures; a word of a result anywhere makes it none."""

from dataclasses import replace

import pytest

from hoctap.contribute.tables.block import Block
from hoctap.contribute.tables.labels import label
from hoctap.contribute.tables.opening import Cell, Grid
from hoctap.contribute.tables.plans import is_plan

PLANS = (
    "CHỈ TIÊU GIAO NĂM 2023",
    "Giao chỉ tiêu phát triển hội viên năm 2025",
    "Biểu 03: Các chỉ tiêu phấn đấu năm 2024",
    "PHỤ LỤC 2. ĐĂNG KÝ CHỈ TIÊU KẾ HOẠCH NĂM 2024",
    "Kế hoạch xây dựng các mô hình học tập năm 2024",
    "Dự kiến danh hiệu năm 2025",
    "Chỉ tiêu năm 2024",
    "CHỈ TIÊU ĐÃ GIAO NĂM 2024",
    "Chỉ tiêu Trung ương Hội giao năm 2024",
    "GIAO KẾ HOẠCH NĂM 2024",
    "ƯỚC THỰC HIỆN NĂM 2024",
    "Phương hướng, nhiệm vụ năm 2025",
    "CHỈ TIÊU GIAO NĂM 2024 (Kèm theo Báo cáo tổng kết năm 2023)",
)
NO_PLANS = (
    "Tình hình thực hiện kế hoạch năm 2023",
    "Kết quả thực hiện chỉ tiêu giao năm 2023",
    "Kế hoạch số 12/KH-HKH ngày 05/01/2023",
    "Biểu 03: Số liệu hội viên năm 2024",
    "So sánh một số chỉ tiêu hai năm 2023, 2024",
    "Chỉ tiêu thống kê năm 2024",
    "Kết quả ước thực hiện nhiệm vụ năm 2023",
    "Một số chỉ tiêu cơ bản giai đoạn 2021 - 2023",
)


def _block(title: str, head: str = "Tỷ lệ gia đình học tập") -> Block:
    cells = {(1, 1): Cell("text", head)}
    return Block(Grid("Sheet1", cells), (1,), (2,), (1,), (title,))


@pytest.mark.parametrize("title", PLANS)
def test_a_title_of_a_plan_makes_its_table_one(title: str) -> None:
    assert is_plan(_block(title), "Sheet1")


@pytest.mark.parametrize("title", NO_PLANS)
def test_a_title_that_speaks_of_results_or_documents_makes_none(title: str) -> None:
    assert not is_plan(_block(title), "Sheet1")


@pytest.mark.parametrize("head", ["Thực hiện năm 2022", "TH 2022", "Đạt", "Đạt năm 2022", "Kết quả"])
def test_a_column_of_results_under_a_title_of_a_plan_keeps_the_table(head: str) -> None:
    assert not is_plan(_block(PLANS[0], head), "Sheet1")


@pytest.mark.parametrize("head", ["Số gia đình đạt danh hiệu", "Trường TH", "Đạt chuẩn trở lên"])
def test_what_only_sounds_like_a_result_leaves_a_plan_one(head: str) -> None:
    assert is_plan(_block(PLANS[0], head), "Sheet1")


def test_a_line_of_the_letter_between_a_plan_and_its_table_is_passed_over() -> None:
    block = _block(PLANS[0])
    letter = replace(block, titles=(*block.titles, "Kèm theo Báo cáo tổng kết năm 2022"))
    assert is_plan(letter, "Sheet1")


@pytest.mark.parametrize(
    "above", [(PLANS[0],), (PLANS[0], "Đơn vị tính: %"), (PLANS[0], "(Kèm theo Công văn số 5/HKH)")]
)
def test_a_table_of_a_word_file_has_its_title_in_the_text_before_it(above: tuple[str, ...]) -> None:
    block = _block("")
    assert is_plan(replace(block, grid=replace(block.grid, word_table=1), titles=(), earlier=above), "")
    assert not is_plan(replace(block, titles=(), earlier=above), "")


@pytest.mark.parametrize(
    ("tab", "plan"), [("KE HOACH", True), ("2. Kế hoạch", True), ("KH-TH", False), ("Sheet1", False)]
)
def test_a_sheet_called_a_plan_makes_its_table_one(tab: str, plan: bool) -> None:
    assert is_plan(_block("Năm 2023"), tab) is plan


@pytest.mark.parametrize("text", ["2025 (planned)", "2025 planned", "Target 2025", "Số hội viên (estimated)"])
def test_what_is_planned_in_english_is_no_result(text: str) -> None:
    assert label(text).plan
