"""What is due soon is said for the right reader, with the right day, and nothing is made up where no day was read."""

from dataclasses import replace
from datetime import date

import pytest

from hoctap.model.catalog import Catalog
from hoctap.model.record import Deadline
from hoctap.views.due import Due, audiences_of, due_soon, occurrence_of
from hoctap.views.title import when

TODAY = date(2026, 11, 25)


@pytest.fixture(scope="module")
def row(catalog: Catalog) -> Deadline:
    (found,) = (one for one in catalog.all_of(Deadline) if one.deadline_id == "ngay-khuyen-hoc")
    return replace(found, document_id="", confidence="high")


def _due(catalog: Catalog, *rows: Deadline) -> list[Due]:
    records = {**catalog.records, "deadlines": rows}
    view = due_soon(replace(catalog, records=records), TODAY)
    return [*view.due, *view.opening, *view.undated, *view.later]


@pytest.mark.parametrize(
    ("change", "wanted"),
    [
        (("12-01", "12-31", "until"), "từ ngày 01/12/2026 (còn 6 ngày), chậm nhất ngày 31/12/2026"),
        (("01-01", "12-31", "before"), "trước ngày 31/12/2026, còn 35 ngày"),
        (("01-01", "01-01", "before"), "trước ngày 01/01/2027, còn 36 ngày"),
        (("01-01", "11-25", "until"), "chậm nhất ngày 25/11/2026, hôm nay là ngày cuối"),
        (("", "11-24", "until"), "ngày 24/11/2027, còn 364 ngày"),
        (("12-15", "01-15", "until"), "từ ngày 15/12/2026 (còn 20 ngày), chậm nhất ngày 15/01/2027"),
        (("02-01", "02-29", "until"), "từ ngày 01/02/2027 (còn 68 ngày), chậm nhất ngày 28/02/2027"),
    ],
)
def test_the_next_return_of_a_date_is_said_as_its_source_bounds_it(
    catalog: Catalog, row: Deadline, change: tuple[str, str, str], wanted: str
) -> None:
    start, end, rule = change
    (one,) = _due(catalog, replace(row, from_month_day=start, to_month_day=end, end_rule=rule))
    assert one.ahead == wanted


@pytest.mark.parametrize(
    ("change", "wanted"),
    [
        (("01-01", "01-01", "before"), "trước 01/01"),
        (("01-01", "01-01", "until"), "ngày 01/01"),
        (("", "01-15", "until"), "đến hết 15/01"),
        (("01-01", "01-15", "before"), "từ 01/01, trước 15/01"),
        (("", "", "until"), "chưa đọc được"),
    ],
)
def test_a_date_of_every_year_is_said_as_its_source_bounds_it(
    row: Deadline, change: tuple[str, str, str], wanted: str
) -> None:
    start, end, rule = change
    assert when(replace(row, from_month_day=start, to_month_day=end, end_rule=rule)) == wanted


def test_a_rule_that_has_ended_returns_no_more(catalog: Catalog, row: Deadline) -> None:
    ended = replace(row, from_month_day="01-01", to_month_day="01-15", valid_until=date(2026, 12, 31))
    assert occurrence_of(ended, TODAY) is None
    assert _due(catalog, ended) == []
    assert occurrence_of(replace(ended, valid_until=date(2027, 1, 15)), TODAY) is not None


@pytest.mark.parametrize(
    ("tier", "responsible", "wanted"),
    [
        ("xa", "", {"xa"}),
        ("tinh", "sở, hội khuyến học, UBND cấp xã", {"xa", "tinh", "hoi"}),
        ("toan-quoc", "Bộ Giáo dục và Đào tạo, cơ sở giáo dục", {"truong-co-quan"}),
        ("tinh", "", {"tinh"}),
        ("hoi", "ban lãnh đạo hội", {"hoi"}),
        ("quy", "quỹ", {"quy"}),
        ("", "", {"moi-noi"}),
    ],
)
def test_a_date_is_for_those_whom_it_names(row: Deadline, tier: str, responsible: str, wanted: set[str]) -> None:
    assert {one.key for one in audiences_of(replace(row, tier=tier, responsible=responsible))} == wanted


def test_a_day_never_read_shows_what_the_replaced_document_asked_and_says_so(catalog: Catalog, row: Deadline) -> None:
    unread = replace(row, deadline_id="moi", title_id="don-vi-hoc-tap", tier="huyen", document_id="tt-88-2023")
    unread = replace(unread, from_month_day="", to_month_day="")
    old = replace(unread, deadline_id="cu", tier="huyen-tinh", document_id="tt-44-2020", to_month_day="03-31")
    old = replace(old, valid_until=date(2024, 1, 25))
    (one,) = _due(catalog, unread, old)
    assert one.basis.startswith("quy định cũ: đến hết 31/03 (theo ")
    (alone,) = _due(catalog, unread)
    assert alone.basis == "ngày chưa đọc được; hỏi cơ quan nhận"


def test_custom_is_called_custom(catalog: Catalog, row: Deadline) -> None:
    (one,) = _due(catalog, replace(row, confidence="low"))
    assert one.basis == "theo lệ các năm trước; ngày của năm 2027 chưa thấy văn bản"
