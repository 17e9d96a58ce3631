"""A measure above a table is given to what it names: thousands of people to people, millions of đồng to money."""

import pytest

from hoctap.contribute.tables.labels import is_measure, scale_of
from hoctap.contribute.tables.scales import bare_scale, measure_in, scale_above


@pytest.mark.parametrize(
    ("measure", "power"),
    [
        ("chục hộ", 1), ("trăm người", 2), ("nghìn lượt", 3), ("1.000 người", 3), ("x1000", 3), ("vạn người", 4),
        ("trăm nghìn đồng", 5), ("trăm ngàn", 5), ("chục vạn lượt", 5), ("nghìn hội viên", 3), ("triệu đồng", 6),
        ("1.000.000 đồng", 6), ("trăm triệu đồng", 8), ("nghìn tỷ", 12),
    ],
)  # fmt: skip
def test_a_scale_is_read_with_whatever_it_counts(measure: str, power: int) -> None:
    assert is_measure(measure)
    assert scale_of(measure) == power


@pytest.mark.parametrize("measure", ["phần trăm", "tỷ lệ", "tỷ lệ %", "người", "hội viên"])
def test_what_only_sounds_like_a_scale_is_none(measure: str) -> None:
    assert scale_of(measure) is None


@pytest.mark.parametrize(
    ("measure", "unit_measure", "power"),
    [
        ("nghìn người", "nguoi", 3), ("nghìn người", "luot", 3), ("nghìn lượt", "luot", 3), ("nghìn hộ", "gia-dinh", 3),
        ("triệu đồng, nghìn người", "dong", 6), ("triệu đồng, nghìn người", "nguoi", 3), ("triệu", "dong", 6),
        ("nghìn người", "dong", None), ("nghìn lượt", "nguoi", None), ("nghìn người", "to-chuc", None),
        ("nghìn đảng viên", "nguoi", 3), ("nghìn hv", "nguoi", 3), ("nghìn đảng viên", "dong", None),
        ("triệu đồng", "nguoi", None), ("người", "nguoi", None), ("", "dong", None),
    ],
)  # fmt: skip
def test_a_measure_of_a_table_holds_for_what_it_names(measure: str, unit_measure: str, power: int | None) -> None:
    assert scale_above(measure, unit_measure) == power


@pytest.mark.parametrize(("measure", "scale"), [("nghìn", "nghìn"), ("triệu", ""), ("nghìn đồng", ""), ("", "")])
def test_a_bare_thousand_is_asked_about_for_counts(measure: str, scale: str) -> None:
    assert bare_scale(measure) == scale


@pytest.mark.parametrize(
    ("line", "measure"),
    [
        ("Đơn vị tính: triệu đồng", "triệu đồng"),
        ("Kinh phí: triệu đồng", "triệu đồng"),
        ("(Số tiền: nghìn đồng)", "nghìn đồng"),
        ("Kinh phí: triệu đồng; lượt người: nghìn lượt", "triệu đồng; nghìn lượt"),
        ("Ngày gửi: 12/1/2024", ""),
        ("Số điện thoại: 1000", ""),
        ("Hội viên: người", ""),
    ],
)
def test_a_line_says_the_measure_of_what_it_names(line: str, measure: str) -> None:
    assert measure_in(line) == measure
