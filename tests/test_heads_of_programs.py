"""Heads as pivot tables and online forms write them, read as those of an office."""

import pytest

from hoctap.contribute.tables.labels import label


@pytest.mark.parametrize(
    ("head", "text", "measure"),
    [
        ("Sum of Hội viên", "hội viên", ""),
        ("Sum - Hội viên", "hội viên", ""),
        ("Average of Tỷ lệ hội viên", "tỷ lệ hội viên", ""),
        ("Sum of Tỷ lệ hội viên", "sum of tỷ lệ hội viên", ""),  # no sum is a share
        ("Average of Hội viên", "average of hội viên", ""),
        ("Max of Hội viên", "max of hội viên", ""),
        ("Total of Quỹ vận động (triệu đồng)", "quỹ vận động", "triệu đồng"),
        ("1. Tổng số hội viên là bao nhiêu?", "tổng số hội viên", ""),
        ("Câu 2. Số chi hội?", "số chi hội", ""),
        ("Đơn vị có bao nhiêu chi hội?", "số chi hội", ""),
        ("3) Hội đã trao bao nhiêu suất học bổng?", "số suất học bổng đã trao", ""),
        ("Số tiền vận động quỹ là bao nhiêu triệu đồng?", "số tiền vận động quỹ", "triệu đồng"),
        ("Tỷ lệ hội viên so với dân số đạt bao nhiêu %?", "tỷ lệ hội viên so với dân số", ""),
        ("Số tiền vận động quỹ (triệu đồng)?", "số tiền vận động quỹ", "triệu đồng"),
        ("Số chi hội", "số chi hội", ""),
    ],
)
def test_a_head_is_read_without_what_a_program_puts_around_it(head: str, text: str, measure: str) -> None:
    found = label(head)
    assert (found.text, found.measure.strip("%")) == (text, measure)


@pytest.mark.parametrize("text", ["Grand Total", "Total", "Total Result", "Cộng toàn trường", "Toàn bệnh viện"])
def test_a_total_is_one_in_any_program(text: str) -> None:
    assert label(text).total


@pytest.mark.parametrize(
    ("head", "is_plan"),
    [
        ("Chỉ tiêu Đại hội", True),
        ("Chỉ tiêu NQ", True),
        ("Nghị quyết", True),
        ("Ước thực hiện", True),
        ("Học bổng Thắp sáng ước mơ", False),
        ("Chỉ tiêu", True),
        ("Kết quả thực hiện Nghị quyết", False),
    ],
)
def test_an_aim_is_a_plan_and_a_dream_is_none(head: str, is_plan: bool) -> None:
    assert label(head).plan is is_plan
