# ruff: noqa: E501, ISC004 - sentences and cases stand whole, so that one can read them
"""What is said of figures, word for word: tables of cases for each kind of statement."""

import re
from collections.abc import Sequence
from dataclasses import replace
from datetime import date
from decimal import Decimal
from typing import Any

import pytest

from hoctap.model.catalog import Catalog
from hoctap.model.period import parse_period
from hoctap.model.record import (
    Area,
    Campaign,
    Composition,
    Document,
    Indicator,
    LocalTarget,
    Observation,
    Source,
    Target,
    Unit,
)
from hoctap.model.value_range import Range
from hoctap.views.conflict import conflicts_of
from hoctap.views.english import english_figure
from hoctap.views.figure import figure_of, figure_of_row
from hoctap.views.figures_in_order import figures_of, headline
from hoctap.views.statements import comparable as judge
from hoctap.views.statements.by_subject import (
    everything,
    statements_of_indicator,
    statements_of_unit,
)
from hoctap.views.statements.change import change, changes_of
from hoctap.views.statements.comparable import comparable, same_definition, unfit
from hoctap.views.statements.composition import wholes_of
from hoctap.views.statements.demand import Demand, demand_of
from hoctap.views.statements.figure import field_text, figure_statement
from hoctap.views.statements.left_out import left_out
from hoctap.views.statements.periods import period_label, period_words
from hoctap.views.statements.ranking import rankings, side_by_side
from hoctap.views.statements.reasons import Reason
from hoctap.views.statements.series import lines_of, longest_chain
from hoctap.views.statements.statement import Kind, Part, Refusal, Statement, as_json, sentence
from hoctap.views.statements.sums import sum_of
from hoctap.views.statements.targets import (
    in_places,
    is_national,
    national_verdicts_of,
    verdict_of_local,
    verdict_of_target,
    verdicts_of_unit,
)
from hoctap.views.statements.verdict import Outcome, judged, known_range, verdict
from hoctap.views.statements.words import (
    bare_value,
    frame,
    in_scale,
    money_scale,
    of_people,
    small,
    unit_name,
    value_words,
)
from hoctap.views.unit import validity_of
from small_catalog import INDICATORS, UNITS, catalog_of, indicator, make, observation

SOURCE_A = "(nguồn: Báo A, «Bài A», ngày 01/5/2026, đoạn 1)"
SOURCE_C = "(nguồn: Hội C, «Báo cáo C», ngày 01/4/2026, đoạn 1)"
Given = dict[str, Any]


def one(**given: Any) -> tuple[Catalog, Any]:
    catalog = catalog_of([observation(**given)])
    return catalog, catalog.figure_rows[0]


def rows(*given: Given) -> tuple[Catalog, Sequence[Any]]:
    catalog = catalog_of([observation(**each) for each in given])
    return catalog, catalog.figure_rows


FUND, RATE = "fund-raised-vnd", "learning-families-rate"


@pytest.mark.parametrize(
    ("given", "expected"),
    [
        ({}, f"Năm 2024, thành phố Bình Hồ có 100 hội viên khuyến học {SOURCE_A}."),
        ({"qualifier": "over"}, f"Năm 2024, thành phố Bình Hồ có hơn 100 hội viên khuyến học {SOURCE_A}."),
        (
            {"period_status": "inferred"},
            f"Năm 2024 (suy ra từ bài), thành phố Bình Hồ có 100 hội viên khuyến học {SOURCE_A}.",
        ),
        (
            {"period_status": "uncertain", "qualifier": "about", "value": "8000"},
            f"Năm 2024 (thời kỳ chưa chắc), thành phố Bình Hồ có khoảng 8.000 hội viên khuyến học {SOURCE_A}.",
        ),
        (
            {"breakdown": "khối cơ quan tỉnh", "note": "số dự kiến"},
            "Năm 2024, thành phố Bình Hồ có 100 hội viên khuyến học "
            f"(phạm vi: khối cơ quan tỉnh; số dự kiến) {SOURCE_A}.",
        ),
        (
            {"unit_id": "tinh-suoi-bac", "indicator_id": RATE, "value": "85.5", "qualifier": "nearly"},
            "Năm 2024, tỉnh Suối Bạc có gần 85,5% gia đình đạt danh hiệu Gia đình học tập "
            f"(ranh giới trước 01/7/2025) {SOURCE_A}.",
        ),
        (
            {"unit_id": "hoi-dong-lau", "period": "2025", "indicator_id": FUND, "value": "5435618000"},
            "Năm 2025, Hội Khuyến học tỉnh Đông Lâu vận động được hơn 5,4 tỷ đồng (5.435,618 triệu đồng) cho quỹ "
            f"khuyến học (nguồn không rõ theo ranh giới trước hay sau 01/7/2025) {SOURCE_A}.",
        ),
        (
            {"unit_id": "hoi-binh-ho", "indicator_id": FUND, "value": None, "note": "nhiều tỷ đồng"},
            "Năm 2024, tiền vận động của Hội Khuyến học thành phố Bình Hồ: nguồn không nêu số cụ thể "
            f"(nhiều tỷ đồng) {SOURCE_A}.".replace("tiền vận động", "số tiền vận động được cho quỹ khuyến học"),
        ),
        (
            {"unit_id": "ca-nuoc", "period": "2017", "period_kind": "cumulative"},
            f"Lũy kế đến năm 2017, cả nước có 100 hội viên khuyến học {SOURCE_A}.",
        ),
        (
            {"source_id": "khong-ngay", "locator": ""},
            "Năm 2024, thành phố Bình Hồ có 100 hội viên khuyến học (nguồn: «Bài E»).",
        ),
        (
            {"unit_id": "ca-nuoc", "source_id": "giua-nam", "indicator_id": FUND, "note": "gồm hiện vật"},
            "Năm 2024, cả nước vận động được 100 đồng cho quỹ khuyến học "
            "(nguồn đăng khi năm chưa hết; gồm hiện vật) (nguồn: Báo G, «Bài G», ngày 10/6/2024, đoạn 1).",
        ),
        (
            {"source_id": "giua-nam", "period": "2020/2025", "period_kind": "term", "indicator_id": FUND},
            "Nhiệm kỳ 2020–2025, thành phố Bình Hồ vận động được 100 đồng cho quỹ khuyến học "
            "(nguồn đăng khi nhiệm kỳ chưa hết) (nguồn: Báo G, «Bài G», ngày 10/6/2024, đoạn 1).",
        ),
        (
            {"unit_id": "khong-ro"},
            f"Năm 2024, Văn phòng Ủy ban nhân dân tỉnh có 100 hội viên khuyến học {SOURCE_A}.",
        ),
    ],
)
def test_a_figure_is_said(given: Given, expected: str) -> None:
    assert figure_statement(*one(**given)).text == expected


def test_a_figure_knows_its_kind_rows_range_and_links() -> None:
    catalog, row = one(qualifier="over", note="số sơ bộ")
    statement = figure_statement(catalog, row)
    assert (statement.kind, statement.subject) == (Kind.FIGURE, ("tp-binh-ho", "members"))
    assert statement.row_ids == ("tp-binh-ho|members|2024||bao-a",)
    assert statement.range == Range(Decimal(100), above=True)
    assert [part.href for part in statement.parts if part.href] == ["dia-phuong/binh-ho/", "nguon/bao-a/"]
    assert [(c.code, c.words) for c in statement.caveats] == [("hedge", "hơn"), ("note", "số sơ bộ")]
    assert [figure.observation for figure in statement.figures] == [row.observation]
    assert figure_statement(*one(value=None)).kind is Kind.ABSENCE


def test_the_caveat_of_a_source_stands_with_the_source() -> None:
    source = make(Source, source_id="bao-x", title="X", kind="bao-chi", caveat="Chưa rõ ngày đăng.")
    catalog = catalog_of(
        [observation(source_id="bao-x", qualifier="about", breakdown="nữ", period_kind="cumulative")], [source]
    )
    statement = figure_statement(catalog, catalog.figure_rows[0])
    assert statement.text.endswith("(phạm vi: nữ) (nguồn: «X», đoạn 1; lưu ý về nguồn: chưa rõ ngày đăng).")
    assert [caveat.code for caveat in statement.caveats] == ["hedge", "cumulative", "scope", "source"]


@pytest.mark.parametrize(
    ("indicator_id", "period", "kind", "status", "words", "label"),
    [
        ("members", "2024", "calendar-year", "stated", "năm 2024", "2024"),
        ("members", "2024", "moment", "stated", "năm 2024", "2024"),
        ("members", "2024-06", "moment", "stated", "tính đến tháng 6/2024", "tính đến tháng 6/2024"),
        (FUND, "2024-06", "months", "stated", "tháng 6/2024", "6/2024"),
        (FUND, "2024-06", "moment", "stated", "tháng 6/2024", "6/2024"),
        (FUND, "2024-02-06", "moment", "stated", "ngày 06/02/2024", "ngày 06/02/2024"),
        ("members", "2025-02-21", "moment", "stated", "tính đến ngày 21/02/2025", "đến 21/02/2025"),
        (FUND, "2025-01/2025-09", "months", "stated", "9 tháng đầu năm 2025", "9 tháng đầu năm 2025"),
        (FUND, "2025-01/2025-06", "half-year", "stated", "6 tháng đầu năm 2025", "6 tháng đầu năm 2025"),
        (FUND, "2025-07/2025-12", "half-year", "stated", "6 tháng cuối năm 2025", "6 tháng cuối năm 2025"),
        (FUND, "2025-04/2025-06", "quarter", "stated", "quý II/2025", "quý II/2025"),
        (FUND, "2025-01/2025-12", "months", "stated", "năm 2025", "2025"),
        (FUND, "2025-03/2025-09", "months", "stated", "từ tháng 3 đến tháng 9/2025", "từ tháng 3 đến tháng 9/2025"),
        (
            FUND,
            "2024-09/2025-05",
            "months",
            "stated",
            "từ tháng 9/2024 đến tháng 5/2025",
            "từ tháng 9/2024 đến tháng 5/2025",
        ),
        (FUND, "2020/2021", "school-year", "stated", "năm học 2020–2021", "năm học 2020–2021"),
        (FUND, "2020-09/2021-05", "school-year", "stated", "năm học 2020–2021", "năm học 2020–2021"),
        (FUND, "2015/2020", "term", "stated", "nhiệm kỳ 2015–2020", "nhiệm kỳ 2015–2020"),
        (FUND, "2015/2020", "months", "stated", "giai đoạn 2015–2020", "giai đoạn 2015–2020"),
        ("members", "2007/2009", "moment", "uncertain", "trong khoảng 2007–2009", "trong khoảng 2007–2009"),
        (FUND, "2007/2009", "months", "uncertain", "trong khoảng 2007–2009", "trong khoảng 2007–2009"),
        (FUND, "2017", "cumulative", "stated", "lũy kế đến năm 2017", "lũy kế đến năm 2017"),
        (FUND, "2010/2017", "cumulative", "stated", "lũy kế 2010–2017", "lũy kế 2010–2017"),
        ("members", "2016/2020", "cumulative", "stated", "giai đoạn 2016–2020", "giai đoạn 2016–2020"),
        (RATE, "2016/2020", "cumulative", "stated", "giai đoạn 2016–2020", "giai đoạn 2016–2020"),
        (
            RATE,
            "2016/2019-10",
            "cumulative",
            "stated",
            "giai đoạn từ năm 2016 đến tháng 10/2019",
            "giai đoạn từ năm 2016 đến tháng 10/2019",
        ),
        (FUND, "2017-05-04", "cumulative", "stated", "lũy kế đến ngày 04/5/2017", "lũy kế đến ngày 04/5/2017"),
        (FUND, "2017-05", "cumulative", "stated", "lũy kế đến tháng 5/2017", "lũy kế đến tháng 5/2017"),
        (
            FUND,
            "2016/2019-10-23",
            "cumulative",
            "stated",
            "lũy kế từ năm 2016 đến ngày 23/10/2019",
            "lũy kế từ năm 2016 đến ngày 23/10/2019",
        ),
        (
            FUND,
            "2019-01/2026",
            "cumulative",
            "stated",
            "lũy kế từ tháng 1/2019 đến năm 2026",
            "lũy kế từ tháng 1/2019 đến năm 2026",
        ),
    ],
)
def test_a_period_is_said(indicator_id: str, period: str, kind: str, status: str, words: str, label: str) -> None:
    _, row = one(indicator_id=indicator_id, period=period, period_kind=kind, period_status=status)
    assert (period_words(row), period_label(row)) == (words, label)


@pytest.mark.parametrize(
    ("name", "kind", "area_id", "level", "expected"),
    [
        ("Huyện Chợ Lách, tỉnh Bến Tre", "dia-ban", "x", "tinh", "huyện Chợ Lách, tỉnh Bến Tre"),
        ("Việt Nam", "dia-ban", "viet-nam", "trung-uong", "cả nước"),
        ("Hội Khuyến học Việt Nam", "hoi-khuyen-hoc", "viet-nam", "trung-uong", "Hội Khuyến học Việt Nam"),
        ("Tỉnh đoàn Cà Mau", "doan-the", "x", "tinh", "Tỉnh đoàn Cà Mau"),
        ("Tỉnh ủy Quảng Trị", "to-chuc-dang", "x", "tinh", "Tỉnh ủy Quảng Trị"),
        ("Công chức cấp xã tỉnh Lào Cai (trước 01/7/2025)", "doi-ngu", "x", "tinh", "công chức cấp xã tỉnh Lào Cai"),
        ("Cán bộ, công chức cấp xã tỉnh X", "doi-ngu", "x", "tinh", "cán bộ, công chức cấp xã tỉnh X"),
        ("Công đoàn Viên chức tỉnh", "cong-doan", "x", "tinh", "Công đoàn Viên chức tỉnh"),
        ("Sở Nội vụ tỉnh Thanh Hóa", "so-nganh", "x", "tinh", "Sở Nội vụ tỉnh Thanh Hóa"),
        # They lie in the country, but are not the country.
        ("Các tỉnh Tây Nguyên", "dia-ban", "viet-nam", "khac", "các tỉnh Tây Nguyên"),
        ("Thành phố Huế", "dia-ban", "x", "tinh", "thành phố Huế"),
    ],
)
def test_names_of_places_and_groups_are_small_inside_a_sentence(
    name: str, kind: str, area_id: str, level: str, expected: str
) -> None:
    unit = make(Unit, unit_id="u", name_vi=name, unit_kind=kind, area_id=area_id, level=level)
    assert unit_name(unit, "u") == expected


@pytest.mark.parametrize(
    ("kind", "phrase", "value_type", "expected"),
    [
        (
            "so-nganh",
            "{unit} có {value} cán bộ, công chức, viên chức",
            "count",
            "Bên A có 9 cán bộ, công chức, viên chức",
        ),
        ("doi-ngu", "{unit} có {value} cán bộ, công chức, viên chức, người lao động", "count", "Bên A có 9 người"),
        ("doi-ngu", "{unit} có {value} cán bộ có trình độ đại học", "share", "Bên A có 9 số người có trình độ đại học"),
        ("doi-ngu", "{unit} có {value} cán bộ, giáo viên đạt chuẩn", "share", "Bên A có 9 số người đạt chuẩn"),
        # Members are no staff, and stand beside it.
        (
            "doi-ngu",
            "{unit} có {value} cán bộ, hội viên khuyến học xếp loại khá",
            "share",
            "Bên A có 9 cán bộ, hội viên khuyến học xếp loại khá",
        ),
        ("doi-ngu", "{unit} có {value} người có học vị tiến sĩ", "count", "Bên A có 9 người có học vị tiến sĩ"),
        ("doi-ngu", "{unit} cử {value} người đi học thạc sĩ", "count", "Bên A cử 9 người đi học thạc sĩ"),
        ("quy", "quỹ khuyến học của {unit} có {value}", "amount", "Bên A có 9"),
        ("quy", "{unit} vận động được {value} cho quỹ khuyến học", "amount", "Bên A vận động được 9"),
        ("quy", "mỗi suất học bổng của {unit} trị giá {value}", "amount", "mỗi suất học bổng của Bên A trị giá 9"),
        ("hoi-khuyen-hoc", "quỹ khuyến học của {unit} có {value}", "amount", "quỹ khuyến học của Bên A có 9"),
    ],
)
def test_people_have_no_staff_and_a_fund_has_no_fund(kind: str, phrase: str, value_type: str, expected: str) -> None:
    unit = make(Unit, unit_id="u", name_vi="Bên A", unit_kind=kind)
    before, between, after = frame(phrase, unit, indicator("i", value_type=value_type))
    assert f"{before}Bên A{between}9{after}" == expected


@pytest.mark.parametrize(
    ("name", "expected"),
    [
        ("Nhà văn hóa xã Hồ Sen", "nhà văn hóa xã Hồ Sen mở 9 lớp"),
        ("Hội Khuyến học xã Hồ Sen", "Hội Khuyến học xã Hồ Sen mở 9 lớp tại nhà văn hóa"),
    ],
)
def test_what_a_place_holds_is_not_said_to_be_at_that_place(name: str, expected: str) -> None:
    unit = make(Unit, unit_id="u", name_vi=name, unit_kind="don-vi-su-nghiep")
    before, between, after = frame("{unit} mở {value} lớp tại nhà văn hóa", unit, indicator("i", value_type="count"))
    assert f"{before}{name}{between}9{after}".lower() == expected.lower()


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        ("tỷ lệ cán bộ trình độ đại học", "tỷ lệ người có trình độ đại học"),
        ("tỷ lệ cán bộ có trình độ trung cấp", "tỷ lệ người có trình độ trung cấp"),
        ("cán bộ có trình độ thạc sĩ", "người có trình độ thạc sĩ"),
        ("cán bộ người dân tộc thiểu số", "người dân tộc thiểu số"),
        ("giáo sư, phó giáo sư", "giáo sư, phó giáo sư"),
        ("cán bộ, công chức, viên chức có bằng lái", "người có bằng lái"),
        ("tỷ lệ cán bộ, hội viên xếp loại khá", "tỷ lệ cán bộ, hội viên xếp loại khá"),
        ("cán bộ, công chức, hội viên", "cán bộ, công chức, hội viên"),
    ],
)
def test_people_are_not_called_staff(words: str, expected: str) -> None:
    assert of_people(words) == expected


def test_an_unknown_unit_is_called_by_its_identifier() -> None:
    assert unit_name(None, "khong-co") == "khong-co"
    assert small("Tỷ lệ") == "tỷ lệ"


COMMUNITIES = indicator(
    "learning-communities", name_vi="Cộng đồng học tập", unit_measure="cong-dong", value_type="count"
)
DAYS = indicator("days", name_vi="Ngày lương", unit_measure="ngay-luong", value_type="ratio")
TIMES = indicator("times", name_vi="Lần", unit_measure="lan-ngay", value_type="ratio")


@pytest.mark.parametrize(
    ("subject", "value", "qualifier", "words", "bare"),
    [
        (INDICATORS[0], "8000", "exact", "8.000 người", "8.000"),
        (INDICATORS[0], "8000", "over", "hơn 8.000 người", "hơn 8.000"),
        (INDICATORS[0], "8000", "at_least", "ít nhất 8.000 người", "ít nhất 8.000"),
        (INDICATORS[1], "12000000", "exact", "12 triệu đồng", "12 triệu đồng"),
        (INDICATORS[1], "2500000000", "about", "khoảng 2,5 tỷ đồng", "khoảng 2,5 tỷ đồng"),
        (INDICATORS[1], "1234567", "exact", "1.234.567 đồng", "1.234.567 đồng"),
        (INDICATORS[1], "999999999", "exact", "999.999.999 đồng", "999.999.999 đồng"),
        (
            INDICATORS[1],
            "5435618000",
            "exact",
            "hơn 5,4 tỷ đồng (5.435,618 triệu đồng)",
            "hơn 5,4 tỷ đồng (5.435,618 triệu đồng)",
        ),
        *(
            (INDICATORS[1], "5435618000", code, words, words)
            for code, words in (
                ("over", "hơn 5,4 tỷ đồng (hơn 5.435,618 triệu đồng)"),
                ("at_least", "ít nhất 5,4 tỷ đồng (ít nhất 5.435,618 triệu đồng)"),
                ("nearly", "gần 5,5 tỷ đồng (gần 5.435,618 triệu đồng)"),
                ("under", "dưới 5,5 tỷ đồng (dưới 5.435,618 triệu đồng)"),
                ("about", "khoảng 5,4 tỷ đồng (khoảng 5.435,618 triệu đồng)"),
            )
        ),
        (
            INDICATORS[1],
            "5990618000",
            "exact",
            "hơn 5,9 tỷ đồng (5.990,618 triệu đồng)",
            "hơn 5,9 tỷ đồng (5.990,618 triệu đồng)",
        ),
        (INDICATORS[2], "61.48", "exact", "61,48%", "61,48%"),
        (COMMUNITIES, "597", "exact", "597 cộng đồng", "597"),
        (DAYS, "2", "exact", "2 ngày lương", "2 ngày lương"),
        (TIMES, "3", "exact", "3 lần", "3 lần"),
    ],
)
def test_a_value_is_said(subject: Any, value: str, qualifier: str, words: str, bare: str) -> None:
    catalog = catalog_of([])
    assert value_words(catalog, subject, Decimal(value), qualifier) == words
    assert bare_value(catalog, subject, Decimal(value), qualifier) == bare


def test_no_number_is_said_as_such() -> None:
    catalog = catalog_of([])
    assert value_words(catalog, INDICATORS[0], None) == "không nêu số cụ thể"
    assert bare_value(catalog, INDICATORS[0], None) == "không nêu số cụ thể"
    assert value_words(catalog, None, Decimal(5)) == "5"
    assert figure_of(*_observed(value=None, qualifier="about")).value_with_qualifier == "không nêu số cụ thể"


def _observed(**given: Any) -> tuple[Catalog, Observation]:
    catalog, row = one(**given)
    return catalog, row.observation


@pytest.mark.parametrize(
    ("values", "scale", "words"),
    [
        (["5435618000", "900000000"], "tỷ", ["≈ 5,4", "0,9"]),
        (["5435000000", "5430000000", "5400000000"], "tỷ", ["≈ 5,4", "5,43", "5,4"]),
        (["1999999999", "999999999"], "tỷ", ["≈ 2", "≈ 1"]),
        (["12345678", "1234567"], "triệu", ["≈ 12,3", "≈ 1,2"]),
        (["1000000000", "40000000"], "tỷ", ["1", "0,04"]),
        (["5000000", "1200000"], "triệu", ["5", "1,2"]),
        (["5000", "0"], "đồng", ["5.000", "0"]),
        (["1000000"], "triệu", ["1"]),
        (["20000000000", "45000000", "4000000"], "tỷ", ["20", "0,045", "0,004"]),
        (["1000000000"], "tỷ", ["1"]),
        (["90000000000", "1000"], "tỷ", ["90", "0,000001"]),
    ],
)
def test_amounts_of_one_chart_are_in_one_unit(values: list[str], scale: str, words: list[str]) -> None:
    numbers = [Decimal(value) for value in values]
    factor, word = money_scale(numbers)
    assert word == scale
    assert [in_scale(value, factor) for value in numbers] == words


def test_a_chart_without_figures_has_a_unit() -> None:
    assert money_scale([]) == (Decimal(1), "đồng")


@pytest.mark.parametrize(
    ("now", "before", "expected", "outcome"),
    [
        (
            {"value": "200"},
            {"period": "2023", "value": "100"},
            f"Năm 2024, thành phố Bình Hồ có 200 hội viên khuyến học, tăng 100 người, tức 100%, so với năm 2023 (100 người) {SOURCE_A}.",
            "tăng",
        ),
        (
            {"value": "100"},
            {"period": "2023", "value": "101"},
            f"Năm 2024, thành phố Bình Hồ có 100 hội viên khuyến học, giảm 1 người, tức 1%, so với năm 2023 (101 người) {SOURCE_A}.",
            "giảm",
        ),
        (
            {"value": "100"},
            {"period": "2023", "value": "100"},
            f"Năm 2024, thành phố Bình Hồ có 100 hội viên khuyến học, không đổi so với năm 2023 (100 người) {SOURCE_A}.",
            "không đổi",
        ),
        (
            {"value": "300", "qualifier": "over"},
            {"period": "2023", "value": "100"},
            f"Năm 2024, thành phố Bình Hồ có hơn 300 hội viên khuyến học, tăng so với năm 2023 (100 người) {SOURCE_A}.",
            "tăng",
        ),
        (
            {"value": "301"},
            {"period": "2023", "value": "100"},
            f"Năm 2024, thành phố Bình Hồ có 301 hội viên khuyến học, tăng 201 người so với năm 2023 (100 người) {SOURCE_A}.",
            "tăng",
        ),
        (
            {"value": "300"},
            {"period": "2023", "value": "100"},
            f"Năm 2024, thành phố Bình Hồ có 300 hội viên khuyến học, tăng 200 người, tức 200%, so với năm 2023 (100 người) {SOURCE_A}.",
            "tăng",
        ),
        (
            {"indicator_id": RATE, "value": "85.5"},
            {"indicator_id": RATE, "period": "2023", "value": "80", "locator": "đoạn 2"},
            "Năm 2024, thành phố Bình Hồ có 85,5% gia đình đạt danh hiệu Gia đình học tập, tăng 5,5 điểm phần trăm so với "
            f"năm 2023 (80%) {SOURCE_A}; số của năm 2023 {SOURCE_A.replace('đoạn 1', 'đoạn 2')}.",
            "tăng",
        ),
        (
            {"period": "2024-12-31", "value": "5", "note": "số sơ bộ"},
            {"period": "2019-12-20", "value": "0", "note": "làm tròn"},
            "Tính đến ngày 31/12/2024, thành phố Bình Hồ có 5 hội viên khuyến học (số sơ bộ), tăng 5 người so với "
            f"ngày 20/12/2019 (0 người) (làm tròn) {SOURCE_A}.",
            "tăng",
        ),
        (
            {"indicator_id": FUND, "value": "5435618000"},
            {"indicator_id": FUND, "value": "4769216000", "period": "2017"},
            "Năm 2024, thành phố Bình Hồ vận động được hơn 5,4 tỷ đồng (5.435,618 triệu đồng) cho quỹ khuyến học, tăng "
            "666,402 triệu đồng, tức 14%, so với năm 2017 (hơn 4,7 tỷ đồng, tức 4.769,216 triệu đồng) "
            + SOURCE_A
            + ".",
            "tăng",
        ),
    ],
)
def test_a_change_is_said(now: Given, before: Given, expected: str, outcome: str) -> None:
    catalog, (new, old) = rows(now, before)
    statement = change(catalog, new, old)
    assert isinstance(statement, Statement)
    assert (statement.text, statement.outcome) == (expected, outcome)
    assert statement.row_ids == (new.row_id, old.row_id)
    assert statement.range == new.range


def test_the_change_between_reports_of_the_body_itself_names_both_sources() -> None:
    other = make(
        Source, source_id="hoi-2", title="Báo cáo 2", publisher="Hội C", published_on="2025-04-01", kind="chinh-chu"
    )
    catalog = catalog_of(
        [observation(source_id="hoi-c", value="9"), observation(period="2023", source_id="hoi-2", value="8")], [other]
    )
    statement = change(catalog, *catalog.figure_rows)
    assert statement.text.endswith(f"{SOURCE_C}; số của năm 2023 (nguồn: Hội C, «Báo cáo 2», ngày 01/4/2025, đoạn 1).")


R = Reason
REASONS: list[tuple[Given, Given, tuple[Reason, ...]]] = [
    ({}, {"period": "2023"}, ()),
    ({"value": None}, {"period": "2023"}, (R.NO_NUMBER,)),
    ({}, {"period": "2023", "indicator_id": RATE}, (R.OTHER_INDICATOR,)),
    ({"breakdown": "nữ"}, {"period": "2023"}, (R.OTHER_SCOPE,)),
    ({"period_status": "inferred"}, {"period": "2023"}, (R.DOUBTFUL_PERIOD,)),
    ({}, {"period": "2023", "period_status": "uncertain"}, (R.DOUBTFUL_PERIOD,)),
    ({"period_kind": "cumulative"}, {"period": "2023"}, (R.CUMULATIVE,)),
    # What is there, and a share of it, is no sum of years.
    ({"period": "2024/2025", "period_kind": "cumulative"}, {"period": "2023"}, (R.OTHER_LENGTH,)),
    ({"period": "2020/2024", "period_kind": "cumulative"}, {"period": "2019"}, (R.OTHER_LENGTH,)),
    ({"note": "lũy kế"}, {"period": "2023"}, (R.CUMULATIVE,)),
    ({"breakdown": "cộng dồn"}, {"period": "2023", "breakdown": "cộng dồn"}, (R.CUMULATIVE,)),
    ({"note": "Số dự kiến"}, {"period": "2023"}, (R.PLANNED,)),
    ({"note": "mới đề nghị tặng"}, {"period": "2023"}, (R.PLANNED,)),
    ({"note": "chỉ tính nữ"}, {"period": "2023"}, (R.OTHER_COUNT,)),
    ({"note": "chỉ tính nữ"}, {"period": "2023", "note": "chỉ tính nữ"}, ()),
    ({"note": "số sơ bộ"}, {"period": "2023"}, ()),
    ({"note": "bình quân mỗi năm"}, {"period": "2023"}, (R.OTHER_COUNT,)),
    ({"note": "do Hội tỉnh quản lý"}, {"period": "2023"}, (R.OTHER_COUNT,)),
    # These words do not say how was counted.
    ({"note": "trong tổng số 3.050 chỉ tiêu"}, {"period": "2023"}, ()),
    ({"note": "nguồn chỉ nói «trong thời gian qua»"}, {"period": "2023"}, ()),
    ({"note": "số trong hồ sơ do báo dẫn lại"}, {"period": "2023"}, ()),
    ({}, {"period": "2024-06", "period_kind": "moment"}, (R.SAME_TIME,)),
    ({}, {"period": "2023-06", "period_kind": "moment"}, ()),
    ({"period": "2021/2022", "period_kind": "school-year"}, {"period": "2020/2021", "period_kind": "school-year"}, ()),
    (
        {"period": "2021/2022", "period_kind": "school-year"},
        {"period": "2021/2022", "period_kind": "school-year", "source_id": "bao-b"},
        (R.SAME_TIME, R.OTHER_SOURCE, R.NOT_FOLLOWED),
    ),
    (
        {"period": "2020/2025", "period_kind": "term"},
        {"period": "2015/2020", "period_kind": "term", "indicator_id": "members"},
        (R.OTHER_LENGTH,),
    ),
    ({"source_id": "bao-b"}, {"period": "2023"}, (R.OTHER_SOURCE,)),
    # Published in the middle of the year: of what happens a part, of what is there the state of that day.
    ({"source_id": "giua-nam"}, {"source_id": "giua-nam", "period": "2023"}, ()),
    (
        {"source_id": "giua-nam", "indicator_id": FUND},
        {"source_id": "giua-nam", "indicator_id": FUND, "period": "2023"},
        (R.UNFINISHED,),
    ),
    ({"period": "2022/2024"}, {"period": "2020"}, (R.OTHER_LENGTH,)),
    ({"period": "2021/2022", "period_kind": "school-year"}, {"period": "2022"}, (R.SAME_TIME,)),
    (
        {"period": "2021/2022", "period_kind": "school-year", "indicator_id": FUND},
        {"period": "2023", "indicator_id": FUND},
        (R.OTHER_KIND_OF_PERIOD,),
    ),
    (
        {"period": "2024-01/2024-06", "period_kind": "half-year", "indicator_id": FUND},
        {"period": "2023", "indicator_id": FUND},
        (R.OTHER_LENGTH, R.OTHER_KIND_OF_PERIOD),
    ),
    (
        {"indicator_id": FUND},
        {"period": "2019/2023", "period_kind": "term", "indicator_id": FUND},
        (R.OTHER_LENGTH, R.OTHER_KIND_OF_PERIOD),
    ),
    ({"value": "100", "qualifier": "nearly"}, {"period": "2023", "value": "95"}, (R.RANGES_OVERLAP,)),
    ({"value": "100", "qualifier": "nearly"}, {"period": "2023", "value": "89"}, ()),
    ({"value": "100", "qualifier": "under"}, {"period": "2023", "value": "89"}, (R.RANGES_OVERLAP,)),
    ({"value": "100", "qualifier": "under"}, {"period": "2023", "value": "101"}, ()),
    # «gần 100» and «dưới 100» are not 100, «hơn 100» is not either; «ít nhất 100» may be.
    ({"value": "100", "qualifier": "nearly"}, {"period": "2023", "value": "100"}, ()),
    ({"value": "100", "qualifier": "under"}, {"period": "2023", "value": "100"}, ()),
    ({"value": "100", "qualifier": "over"}, {"period": "2023", "value": "100"}, ()),
    ({"value": "100", "qualifier": "at_least"}, {"period": "2023", "value": "100"}, (R.RANGES_OVERLAP,)),
    ({"border": "unknown"}, {"period": "2023"}, (R.UNKNOWN_BORDER,)),
    ({"border": "unknown"}, {"period": "2023", "border": "before"}, (R.OTHER_BORDER, R.UNKNOWN_BORDER)),
    ({"border": "after"}, {"period": "2023", "border": "before"}, (R.OTHER_BORDER,)),
    ({"border": "unknown"}, {"period": "2023", "border": "unknown"}, (R.UNKNOWN_BORDER,)),
    ({"value": "103", "qualifier": "over"}, {"period": "2023", "value": "104"}, (R.RANGES_OVERLAP,)),
    ({"value": "105", "qualifier": "over"}, {"period": "2023", "value": "104"}, ()),
    ({"qualifier": "over"}, {"period": "2023", "qualifier": "over"}, (R.RANGES_OVERLAP,)),
    ({"qualifier": "over"}, {"period": "2023", "qualifier": "about"}, (R.RANGES_OVERLAP,)),
    # The last day of a year and the first lie in it.
    ({"period": "2024-12-31"}, {"period": "2024"}, (R.SAME_TIME,)),
    ({"period": "2024"}, {"period": "2024-12-31"}, (R.SAME_TIME,)),
    ({"period": "2024-01-01"}, {"period": "2024"}, (R.SAME_TIME,)),
    ({"unit_id": "hoi-dong-lau"}, {"unit_id": "hoi-dong-lau", "period": "2025"}, (R.OTHER_BORDER, R.UNKNOWN_BORDER)),
    (
        {"unit_id": "hoi-dong-lau"},
        {"unit_id": "hoi-dong-lau", "period": "2025-12", "period_kind": "moment"},
        (R.OTHER_BORDER,),
    ),
    # A place that did not change stands beside those of then and those of now.
    ({"unit_id": "tinh-suoi-bac"}, {}, ()),
    ({"unit_id": "tinh-suoi-bac", "border": "after"}, {}, ()),
    ({"unit_id": "tinh-suoi-bac", "border": "after"}, {"unit_id": "tinh-dong-lau-cu"}, (R.OTHER_BORDER,)),
    ({"unit_id": "hoi-binh-ho"}, {}, (R.OTHER_KIND_OF_UNIT,)),
    ({"unit_id": "ca-nuoc"}, {}, (R.OTHER_LEVEL,)),
    ({"unit_id": "tinh-suoi-bac", "border": "unknown"}, {}, (R.UNKNOWN_BORDER,)),
    ({"unit_id": "tinh-suoi-bac"}, {"unit_id": "tinh-dong-lau-cu"}, ()),
    ({"unit_id": "tinh-suoi-bac"}, {"unit_id": "tinh-dong-lau-cu", "period": "2023"}, (R.OTHER_END,)),
    ({"unit_id": "tinh-suoi-bac"}, {"unit_id": "tinh-dong-lau-cu", "source_id": "bao-b"}, ()),
    (
        {"unit_id": "tinh-suoi-bac", "indicator_id": "staff-total"},
        {"unit_id": "tinh-dong-lau-cu", "indicator_id": "staff-total"},
        (R.NOT_RANKED,),
    ),
    (
        {"indicator_id": FUND, "period": "2023-01/2023-09"},
        {"indicator_id": FUND},
        (R.OTHER_LENGTH, R.OTHER_KIND_OF_PERIOD),
    ),
    (
        {"indicator_id": FUND, "period": "2023-01/2023-06", "period_kind": "half-year"},
        {"indicator_id": FUND, "period": "2024-01/2024-06"},
        (R.OTHER_KIND_OF_PERIOD,),
    ),
    (
        {"indicator_id": FUND, "period": "2023-06-01"},
        {"indicator_id": FUND},
        (R.UNKNOWN_START, R.OTHER_LENGTH, R.OTHER_KIND_OF_PERIOD),
    ),
    ({"indicator_id": FUND, "period": "2023"}, {"indicator_id": FUND}, ()),
]


@pytest.mark.parametrize(("first", "second", "reasons"), REASONS)
def test_every_reason_against_a_comparison_is_named(first: Given, second: Given, reasons: tuple[Reason, ...]) -> None:
    _, (one_row, other) = rows(first, second)
    assert comparable(one_row, other) == reasons


def test_each_reason_has_its_own_words() -> None:
    assert len({reason.words for reason in Reason}) == len(Reason)
    assert Reason.OTHER_LENGTH.words == "khác độ dài thời kỳ"
    assert Reason.OTHER_BORDER.words == "khác ranh giới"
    assert Reason.OTHER_SOURCE.words == "khác nguồn, có thể khác cách đếm"


def test_a_refused_change_says_why_and_of_which_rows() -> None:
    catalog, (new, old) = rows({"source_id": "bao-b"}, {"period": "2023", "period_status": "inferred"})
    statement = change(catalog, new, old)
    assert isinstance(statement, Refusal)
    assert (statement.kind, statement.row_ids) == (Kind.CHANGE, (new.row_id, old.row_id))
    assert statement.text == "thời kỳ chưa chắc; khác nguồn, có thể khác cách đếm"
    catalog, (first, second) = rows({"unit_id": "tinh-suoi-bac"}, {"unit_id": "tinh-dong-lau-cu"})
    assert isinstance(change(catalog, first, second), Refusal)


def test_own_reports_count_in_one_way_and_other_sources_do_not() -> None:
    _, (first, second) = rows({"source_id": "hoi-c"}, {"source_id": "hoi-c", "period": "2023"})
    assert same_definition(first, second)
    _, (first, second) = rows({"source_id": "bao-a"}, {"source_id": "dang-d", "period": "2023"})
    assert not same_definition(first, second)
    _, (first, second) = rows({"source_id": "hoi-c"}, {"source_id": "bao-a", "period": "2023"})
    assert not same_definition(first, second)
    assert judge.unfit(first) == unfit(first) == ()


def test_of_one_unit_the_newest_followed_figure_is_compared_with_the_nearest_that_fits() -> None:
    catalog, found = rows(
        {"value": "200"},
        {"period": "2023", "source_id": "bao-b"},
        {"period": "2022", "value": "50"},
        {"period": "2021", "value": "40"},
    )
    (statement,) = changes_of(catalog, found)
    assert isinstance(statement, Statement)
    assert statement.row_ids == (found[0].row_id, found[2].row_id)
    catalog, found = rows({}, {"period": "2023", "source_id": "bao-b"})
    (refused,) = changes_of(catalog, found)
    assert isinstance(refused, Refusal)
    assert changes_of(*rows({})) == []
    assert changes_of(*rows({}, {"period": "2023", "breakdown": "nữ"}, {"value": None, "period": "2022"})) == []


THREE = ({"value": "200"}, {"period": "2023", "value": "150"}, {"period": "2022", "value": "100"})


def test_three_comparable_figures_are_a_line_with_the_rest_beside_it() -> None:
    catalog, found = rows(*THREE, {"period": "2021", "source_id": "bao-b"})
    (line,), refused = lines_of(catalog, found)
    assert refused == []
    assert line.statement.text == (
        f"Hội viên khuyến học của thành phố Bình Hồ: năm 2022 là 100 người; năm 2023 là 150 người; năm 2024 là 200 người {SOURCE_A}."
    )
    assert [point.period for point in line.points] == ["2022", "2023", "2024"]
    assert [(figure.period, why) for figure, why in line.outside] == [("2021", "khác nguồn, có thể khác cách đếm")]
    assert (line.unit.href, line.indicator.text) == ("dia-phuong/binh-ho/", "Hội viên khuyến học")
    assert line.statement.kind is Kind.SERIES
    assert line.statement.row_ids == tuple(row.row_id for row in (found[2], found[1], found[0]))


def test_hedged_figures_stand_in_a_line_with_their_word() -> None:
    catalog, found = rows(*THREE[:2], {**THREE[2], "qualifier": "over", "note": "số sơ bộ"})
    (line,), _ = lines_of(catalog, found)
    assert "năm 2022 là hơn 100 người (số sơ bộ);" in line.statement.text
    assert [caveat.code for caveat in line.statement.caveats] == ["hedge", "note"]
    assert [point.mark for point in line.points] == ["low", "exact", "exact"]


def test_two_figures_are_no_line_and_three_that_do_not_fit_are_refused() -> None:
    assert lines_of(*rows(*THREE[:2])) == ([], [])
    _, (refused,) = lines_of(*rows(*THREE[:2], {**THREE[2], "source_id": "bao-b"}))
    assert (refused.kind, refused.reasons) == (Kind.SERIES, (Reason.OTHER_SOURCE,))
    assert refused.subject == ("tp-binh-ho", "members")
    assert len(refused.row_ids) == 3


def test_the_longest_chain_wins_and_of_equal_ones_that_of_the_newest_figure() -> None:
    _, found = rows({"source_id": "bao-b"}, {"period": "2023"}, {"period": "2022"}, {"period": "2021"})
    assert [row.observation.period.text for row in longest_chain(found)] == ["2021", "2022", "2023"]
    _, found = rows({"source_id": "bao-b"}, {"period": "2023"})
    assert [row.observation.period.text for row in longest_chain(found)] == ["2024"]
    # What can be compared with nothing is no chain, not even one of a single figure.
    assert longest_chain(rows({"period_status": "inferred"})[1]) == []
    assert longest_chain([]) == []


SIDE = (
    {"unit_id": "tinh-suoi-bac", "value": "30"},
    {"unit_id": "tinh-dong-lau-cu", "value": "50"},
)
THIRD = make(Unit, unit_id="tinh-ba", name_vi="Tỉnh Ba", unit_kind="dia-ban", level="tinh", area_id="suoi-bac")


def _side_by_side(*given: Given) -> tuple[Catalog, Sequence[Any]]:
    catalog = catalog_of([observation(**each) for each in given], [THIRD])
    return catalog, catalog.figure_rows


def test_three_comparable_units_stand_side_by_side_the_largest_first() -> None:
    catalog, found = _side_by_side(
        *SIDE, {"unit_id": "tinh-ba", "value": "40", "qualifier": "about"}, {"value": "99", "border": "after"}
    )
    (ranking,), refused = rankings(catalog, found)
    assert refused == []
    assert (ranking.kind, ranking.period) == ("Địa bàn cấp tỉnh", "năm 2024")
    assert ranking.statement.text == (
        "Hội viên khuyến học, năm 2024, địa bàn cấp tỉnh (ranh giới trước 01/7/2025), từ lớn đến nhỏ: tỉnh Đông Lâu 50 "
        f"người; tỉnh Ba khoảng 40 người; tỉnh Suối Bạc 30 người {SOURCE_A}."
    )
    assert [figure.value for figure in ranking.figures] == [50, 40, 30]
    assert [(figure.unit.text, why) for figure, why in ranking.outside] == [("Thành phố Bình Hồ", "khác ranh giới")]
    assert (ranking.statement.kind, ranking.statement.subject) == (Kind.RANKING, ("members",))


def test_two_units_are_no_ranking_and_an_older_year_of_three_is_taken() -> None:
    assert rankings(*_side_by_side(*SIDE)) == ([], [])
    older = [{**each, "period": "2023"} for each in (*SIDE, {"unit_id": "tinh-ba"})]
    (ranking,), _ = rankings(*_side_by_side(*SIDE, *older))
    assert ranking.period == "năm 2023"
    newer = [*SIDE, {"unit_id": "tinh-ba"}]
    (ranking,), _ = rankings(*_side_by_side(*newer, *older))
    assert ranking.period == "năm 2024"


def test_a_ranking_of_what_is_not_ranked_is_refused_with_the_reason() -> None:
    found = [{**each, "indicator_id": "staff-total"} for each in (*SIDE, {"unit_id": "tinh-ba"})]
    ranked, (refused,) = rankings(*_side_by_side(*found))
    assert ranked == []
    assert (refused.kind, refused.reasons, refused.subject) == (Kind.RANKING, (Reason.NOT_RANKED,), ("staff-total",))
    assert side_by_side([]) == []


PARTS = [
    make(Composition, composition_id="c", indicator_id=each, rule="sum-equals", total_indicator_id="staff-total")
    for each in ("staff-a", "staff-b", "staff-c")
]
STAFF = [
    indicator(each, name_vi=f"Cán bộ {each[-1].upper()}", unit_measure="nguoi", value_type="count", stock_flow="stock")
    for each in ("staff-a", "staff-b", "staff-c")
]


def _whole(*given: Given, rule: str = "sum-equals", total: str = "staff-total") -> tuple[Catalog, Sequence[Any]]:
    parts = [
        make(Composition, composition_id="c", indicator_id=p.indicator_id, rule=rule, total_indicator_id=total)
        for p in PARTS
    ]
    catalog = catalog_of([observation(**each) for each in given], STAFF, parts)
    return catalog, catalog.figure_rows


FOUR = (
    {"indicator_id": "staff-total", "value": "120", "qualifier": "over"},
    {"indicator_id": "staff-a", "value": "20"},
    {"indicator_id": "staff-b", "value": "50", "note": "cả hợp đồng"},
    {"indicator_id": "staff-c", "value": "30"},
)


def test_parts_and_their_whole_are_said_with_the_hedge_of_the_whole() -> None:
    (whole,), refused = wholes_of(*_whole(*FOUR))
    assert refused == []
    assert whole.statement.text == (
        "Năm 2024, thành phố Bình Hồ có hơn 120 cán bộ, công chức, viên chức, gồm cán bộ B 50 người (cả hợp đồng); "
        f"cán bộ C 30 người; cán bộ A 20 người {SOURCE_A}."
    )
    assert (whole.total, whole.caution, whole.period) == (Decimal(120), "", "2024")
    assert whole.name == "Tổng số cán bộ: hơn 120 người"
    assert [part.value for part in whole.parts] == [50, 30, 20]
    assert len(whole.statement.row_ids) == 4
    assert [caveat.code for caveat in whole.statement.caveats] == ["hedge", "note"]


def test_parts_without_their_whole_or_with_one_missing_are_refused() -> None:
    wholes, (refused,) = wholes_of(*_whole(*FOUR[1:]))
    assert (wholes, refused.reasons, refused.subject) == ([], (Reason.WHOLE_MISSING,), ("tp-binh-ho", "c"))
    _, (refused,) = wholes_of(*_whole(*FOUR[:3]))
    assert refused.reasons == (Reason.PARTS_MISSING,)
    _, (refused,) = wholes_of(*_whole(*FOUR[:3], {**FOUR[3], "value": None}))
    assert refused.reasons == (Reason.NO_NUMBER,)
    assert wholes_of(*_whole(*FOUR[:2])) == ([], [])
    assert wholes_of(*_whole(FOUR[0], FOUR[1], {**FOUR[2], "period": "2023"})) == ([], [])


def test_parts_that_need_not_make_the_whole_say_so() -> None:
    (whole,), _ = wholes_of(*_whole(*FOUR[:3], rule="sum-at-most"))
    assert (
        "trong đó (các phần không hợp thành toàn bộ) cán bộ B 50 người (cả hợp đồng); cán bộ A 20 người ("
        in whole.statement.text
    )
    assert whole.caution == "các phần không hợp thành toàn bộ"
    (whole,), _ = wholes_of(*_whole(*FOUR[1:], rule="sum-equals", total=""))
    assert whole.statement.text.startswith("Năm 2024, cơ cấu cán bộ của thành phố Bình Hồ: cán bộ B")
    assert (whole.name, whole.total) == ("Cơ cấu theo phần trăm", Decimal(100))


@pytest.mark.parametrize(
    ("values", "more", "rule", "total", "caution"),
    [
        (("50", "30", "20"), {}, "sum-at-most", "", ""),
        (("50", "30", "19.9"), {}, "sum-at-most", "", "các phần không hợp thành toàn bộ"),
        # A teacher may be a professor: who adds the parts counts some twice.
        (("50", "30", "20"), {}, "each-at-most", "", "các phần có thể trùng nhau"),
        (("50", "30", "20"), {}, "each-at-most", "staff-total", "các phần có thể trùng nhau"),
        (("50", "30", "20"), {"qualifier": "about"}, "sum-at-most", "", "các phần không hợp thành toàn bộ"),
        (("60", "40", "20"), {}, "sum-at-most", "staff-total", ""),
        (("50", "30", "20"), {}, "sum-at-most", "staff-total", "các phần không hợp thành toàn bộ"),
    ],
)
def test_parts_that_exclude_each_other_and_add_up_are_the_whole(
    values: Sequence[str], more: Given, rule: str, total: str, caution: str
) -> None:
    given = [{**part, "value": value} for part, value in zip(FOUR[1:], values, strict=True)]
    whole_row = {"indicator_id": "staff-total", "value": "120"}
    (whole,), _ = wholes_of(*_whole(whole_row, *given[:2], {**given[2], **more}, rule=rule, total=total))
    assert whole.caution == caution
    assert "".join(re.findall("các phần [^)]*", whole.statement.text)) == caution


def test_parts_say_every_place_in_their_source_and_once_what_limits_all_of_them() -> None:
    places = {"staff-total": "đoạn 10", "staff-a": "đoạn 9", "staff-b": "đoạn 9", "staff-c": "đoạn «Hiện nay»"}
    given = [{**each, "locator": places[each["indicator_id"]], "breakdown": "nữ"} for each in FOUR]
    (whole,), _ = wholes_of(*_whole(*given))
    assert whole.statement.text.endswith("(nguồn: Báo A, «Bài A», ngày 01/5/2026, đoạn 9, đoạn 10, đoạn «Hiện nay»).")
    assert "viên chức (phạm vi: nữ), gồm cán bộ B 50 người (cả hợp đồng); cán bộ C 30" in whole.statement.text
    (whole,), _ = wholes_of(*_whole(*given[1:3], rule="sum-at-most", total=""))
    assert whole.statement.text.startswith(
        "Năm 2024, cơ cấu cán bộ của thành phố Bình Hồ (phạm vi: nữ; các phần không hợp thành toàn bộ): "
        "cán bộ B 50 người (cả hợp đồng); cán bộ A 20 người (nguồn"
    )


@pytest.mark.parametrize(("kind", "name"), [("doi-ngu", "số người A"), ("so-nganh", "số cán bộ A")])
def test_a_target_of_people_does_not_ask_for_their_staff(kind: str, name: str) -> None:
    whose = make(Unit, unit_id="u", name_vi="Công chức cấp xã tỉnh X", unit_kind=kind, level="tinh")
    share = indicator("share", name_vi="Số cán bộ A", unit_measure="phan-tram", value_type="share")
    target = make(LocalTarget, unit_id="u", indicator_id="share", operator=">=", value="80", due="2030")
    words = verdict_of_local(catalog_of([], [whose], [share], [target]), target).statement.text
    assert words.startswith(f"Chỉ tiêu năm 2030 của công chức cấp xã tỉnh X: {name} từ 80% trở lên; ")


@pytest.mark.parametrize(
    ("kind", "name", "heading"),
    [
        ("doi-ngu", "Tỷ lệ cán bộ trình độ đại học", "Tỷ lệ người có trình độ đại học"),
        ("doi-ngu", "Cán bộ có trình độ tiến sĩ", "Người có trình độ tiến sĩ"),
        ("doi-ngu", "Tỷ lệ cán bộ, giáo viên đạt chuẩn", "Tỷ lệ người đạt chuẩn"),
        ("doi-ngu", "Tổng số cán bộ, công chức, viên chức, người lao động", "Tổng số người"),
        ("doi-ngu", "Cấp ủy viên", "Cấp ủy viên"),
        ("so-nganh", "Tỷ lệ cán bộ trình độ đại học", "Tỷ lệ cán bộ trình độ đại học"),
    ],
)
def test_headings_of_people_do_not_call_them_their_staff(kind: str, name: str, heading: str) -> None:
    where = {"unit_kind": kind, "level": "tinh", "area_id": "suoi-bac"}
    units = [make(Unit, unit_id=one, name_vi=f"Bên {one}", **where) for one in "abc"]
    counted = indicator(
        "i", name_vi=name, unit_measure="nguoi", value_type="count", stock_flow="stock", comparison="yes", summable="yes",
    )  # fmt: skip
    years = [observation("a", "i", period=year, value="9") for year in ("2022", "2023")]
    catalog = catalog_of([*(observation(one, "i") for one in "abc"), *years], units, [counted])
    newest = [row for row in catalog.figure_rows if row.observation.period.text == "2024"]
    (ranking,), _ = rankings(catalog, newest)
    (line,), _ = lines_of(catalog, [row for row in catalog.figure_rows if row.observation.unit_id == "a"])
    assert {figure.indicator.text for figure in (*ranking.figures, *line.points)} == {heading}
    assert ranking.statement.text.startswith(f"{heading}, năm 2024, ")
    assert sum_of(catalog, newest).text.startswith(f"{heading}, năm 2024, cộng của ")
    assert line.statement.text.startswith(f"{heading} của Bên a (")
    assert figure_statement(catalog, newest[0]).text.startswith(
        f"Năm 2024, {heading[0].lower()}{heading[1:]} của Bên a là "
    )


def test_parts_of_teachers_and_of_people_are_not_called_staff() -> None:
    teachers = indicator(
        "staff-teaching", name_vi="Giáo viên", unit_measure="nguoi", value_type="count", stock_flow="stock",
        phrase_vi="{unit} có {value} giáo viên",
    )  # fmt: skip
    group = make(Unit, unit_id="cong-chuc", name_vi="Công chức cấp xã tỉnh X", unit_kind="doi-ngu", level="tinh")

    def words(unit_id: str, total: str) -> str:
        rows = [observation(unit_id, p.indicator_id) for p in PARTS[:2]]
        rows += [observation(unit_id, total, value="120")] if total else []
        parts = [
            make(Composition, composition_id="c", indicator_id=p.indicator_id, rule="sum-at-most",
                 total_indicator_id=total)
            for p in PARTS
        ]  # fmt: skip
        catalog = catalog_of(rows, STAFF, [teachers], [group], parts)
        (whole,), _ = wholes_of(catalog, catalog.figure_rows)
        text: str = whole.statement.text
        # The drawing names its parts as the sentence does.
        assert all(f"{small(part.indicator.text)} 100 người" in text for part in whole.parts)
        return text

    assert "có 120 giáo viên, trong đó (các phần không hợp thành toàn bộ) người A" in words(
        "tp-binh-ho", "staff-teaching"
    )
    assert words("cong-chuc", "staff-total").startswith("Năm 2024, công chức cấp xã tỉnh X có 120 người, trong đó")
    assert "người A 100 người; người B 100 người" in words("cong-chuc", "staff-total")
    assert "cán bộ A 100 người; cán bộ B" in words("tp-binh-ho", "staff-total")
    assert words("cong-chuc", "").startswith("Năm 2024, cơ cấu của công chức cấp xã tỉnh X (")


def test_a_line_says_every_place_in_its_source_and_once_what_limits_all_of_its_points() -> None:
    notes = ("sơ bộ", "", "sơ bộ")
    given: list[Given] = [
        {**each, "locator": f"đoạn {12 - at}", "unit_id": "tinh-suoi-bac", "note": note}
        for at, (each, note) in enumerate(zip(THREE, notes, strict=True))
    ]
    (line,), _ = lines_of(*rows(*given))
    assert line.statement.text == (
        "Hội viên khuyến học của tỉnh Suối Bạc (ranh giới trước 01/7/2025): năm 2022 là 100 người (sơ bộ); "
        "năm 2023 là 150 người; năm 2024 là 200 người (sơ bộ) "
        "(nguồn: Báo A, «Bài A», ngày 01/5/2026, đoạn 10, đoạn 11, đoạn 12)."
    )


@pytest.mark.parametrize(
    ("period", "kind", "is_awaited"),
    [("2020/2024", "cumulative", True), ("2020/2023", "cumulative", False), ("2024", "calendar-year", False)],
)
def test_what_was_counted_through_years_is_awaited_whatever_it_counts(period: str, kind: str, is_awaited: bool) -> None:
    words = figure_statement(*one(period=period, period_kind=kind, source_id="giua-nam")).text
    assert ("nguồn đăng khi thời kỳ chưa hết" in words) is is_awaited


@pytest.mark.parametrize(
    ("period", "kind", "is_awaited"),
    [
        ("2024-01/2024-06", "half-year", True),
        ("2024-04/2024-06", "quarter", True),
        ("2024-06", "months", True),
        ("2024-01-01/2024-06-20", "months", False),
        ("2024-01/2024-05", "months", False),
    ],
)
def test_of_a_part_of_a_year_a_source_may_miss_a_twelfth_as_of_a_year_a_month(
    period: str, kind: str, is_awaited: bool
) -> None:
    words = figure_statement(*one(indicator_id=FUND, period=period, period_kind=kind, source_id="giua-nam")).text
    assert ("nguồn đăng khi thời kỳ chưa hết" in words) is is_awaited


@pytest.mark.parametrize(
    ("caveat", "words"),
    [
        ("Đăng lại từ Báo A. Chưa rõ ngày đăng.", "đăng lại từ Báo A; chưa rõ ngày đăng"),
        ("Chỉ nói của TP. Hồ Chí Minh. SGGP đăng lại.", "chỉ nói của TP. Hồ Chí Minh; SGGP đăng lại"),
    ],
)
def test_the_sentences_of_a_caveat_of_a_source_are_one_in_brackets(caveat: str, words: str) -> None:
    source = make(Source, source_id="s", title="T", caveat=caveat)
    catalog = catalog_of([observation(source_id="s")], [source])
    assert figure_statement(catalog, catalog.figure_rows[0]).text.endswith(f"; lưu ý về nguồn: {words}).")


def test_of_compositions_that_share_their_parts_the_widest_is_said() -> None:
    def declared(key: str, letters: str) -> list[Composition]:
        return [
            make(Composition, composition_id=key, indicator_id=f"staff-{one}", rule="sum-at-most") for one in letters
        ]

    rows = [observation(**each) for each in FOUR[1:]]
    for order in (("ab", "abc", "cab"), ("abc", "bc", "abc")):
        parts = [row for at, letters in enumerate(order) for row in declared(f"c{at}", letters)]
        (whole,), refused = wholes_of(catalog := catalog_of(rows, STAFF, parts), catalog.figure_rows)
        assert (len(whole.parts), refused) == (3, [])


@pytest.mark.parametrize(
    ("low", "high", "operator", "demanded", "outcome"),
    [
        ("80", "80", ">=", "80", Outcome.MET),
        ("79.9", "79.9", ">=", "80", Outcome.MISSED),
        ("80", None, ">=", "80", Outcome.MET),
        ("79", None, ">=", "80", Outcome.UNDECIDED),
        ("0", "79", ">=", "80", Outcome.MISSED),
        ("0", "80", ">=", "80", Outcome.UNDECIDED),
        ("76", "84", ">=", "80", Outcome.UNDECIDED),
        ("5", "5", "<=", "5", Outcome.MET),
        ("6", "6", "<=", "5", Outcome.MISSED),
        ("0", "5", "<=", "5", Outcome.MET),
        ("4", None, "<=", "5", Outcome.UNDECIDED),
        ("6", None, "<=", "5", Outcome.MISSED),
        (None, None, ">=", "80", Outcome.UNDECIDED),
        (None, None, "<=", "80", Outcome.UNDECIDED),
        ("32643", "32643", "=", "32000", Outcome.PLAN),
    ],
)
def test_a_range_decides(low: str | None, high: str | None, operator: str, demanded: str, outcome: Outcome) -> None:
    known = Range(Decimal(low) if low else None, Decimal(high) if high else None)
    assert judged(known, operator, Decimal(demanded)) is outcome


def _demand(indicator_id: str = RATE, operator: str = ">=", value: str | None = "80", **given: Any) -> Demand:
    target = make(
        LocalTarget,
        unit_id="tp-binh-ho",
        indicator_id=indicator_id,
        operator=operator,
        value=value or "0",
        due=given.pop("due", "2024"),
        **given,
    )
    demand = demand_of(catalog_of([]), target)
    return demand if value is not None else Demand(indicator_id, operator, None, demand.due, "", demand.words, "")


@pytest.mark.parametrize(
    ("given", "demand", "outcome", "reason"),
    [
        ({"value": "85"}, {}, Outcome.MET, ""),
        ({"value": "75"}, {}, Outcome.MISSED, ""),
        ({"value": "78", "qualifier": "about"}, {}, Outcome.UNDECIDED, "số nói chừng"),
        ({"value": "90", "qualifier": "nearly"}, {}, Outcome.MET, ""),
        ({"value": "88", "qualifier": "nearly"}, {}, Outcome.UNDECIDED, "số nói chừng"),
        ({"value": "75", "qualifier": "nearly"}, {}, Outcome.MISSED, ""),
        ({"value": "99", "qualifier": "under"}, {}, Outcome.UNDECIDED, "số nói chừng"),
        ({"value": "75", "qualifier": "under"}, {}, Outcome.MISSED, ""),
        ({"value": "75", "qualifier": "under"}, {"operator": "<="}, Outcome.MET, ""),
        ({"value": "90", "qualifier": "nearly"}, {"operator": "<="}, Outcome.MISSED, ""),
        ({"value": "85", "period_status": "inferred"}, {}, Outcome.UNDECIDED, "thời kỳ chưa chắc"),
        (
            {"value": "85", "period": "2015/2024", "period_kind": "months"},
            {},
            Outcome.UNDECIDED,
            "số của một thời kỳ khác với hạn của chỉ tiêu",
        ),
        ({"value": "85", "period": "2023"}, {}, Outcome.ABSENT, "chưa có số liệu của năm 2024"),
        ({"value": "85", "breakdown": "nữ"}, {}, Outcome.ABSENT, "chưa có số liệu của năm 2024"),
        ({"value": "85", "breakdown": "nữ"}, {"scope": "nữ"}, Outcome.MET, ""),
        ({"value": None}, {}, Outcome.ABSENT, "chưa có số liệu của năm 2024"),
        ({"value": "85"}, {"operator": "="}, Outcome.PLAN, "kế hoạch việc phải làm, không đánh giá đạt hay chưa"),
        ({"value": "85"}, {"value": None}, Outcome.NOT_MEASURED, "chưa đọc được mức của chỉ tiêu"),
        ({"value": "85"}, {"indicator_id": ""}, Outcome.NOT_MEASURED, "chưa có chỉ tiêu thống kê nào đo đúng việc này"),
    ],
)
def test_a_verdict_is_given(given: Given, demand: Given, outcome: Outcome, reason: str) -> None:
    catalog, found = rows({"indicator_id": RATE, **given})
    answer = verdict(catalog, ("x",), _demand(**demand), found)
    assert (answer.outcome, answer.reason) == (outcome, reason)
    assert answer.statement.outcome == outcome
    assert answer.statement.kind is (Kind.VERDICT if answer.inputs else Kind.ABSENCE)


def test_a_verdict_in_words() -> None:
    catalog, found = rows({"indicator_id": RATE, "value": "85", "qualifier": "about", "note": "số sơ bộ"})
    answer = verdict(catalog, ("x", RATE), _demand(), found)
    assert answer.statement.text == (
        "Chỉ tiêu năm 2024 của thành phố Bình Hồ: tỷ lệ Gia đình học tập từ 80% trở lên. Đối chiếu: năm 2024, thành phố Bình Hồ có khoảng 85% "
        f"gia đình đạt danh hiệu Gia đình học tập (số sơ bộ) {SOURCE_A}: đạt."
    )
    answer = verdict(catalog, ("x", RATE), _demand(value="84", scope=""), found)
    assert answer.statement.text.endswith(": chưa kết luận được (số nói chừng).")
    assert verdict(catalog, (), _demand(scope="nữ"), found).statement.text == (
        "Chỉ tiêu năm 2024 của thành phố Bình Hồ: tỷ lệ Gia đình học tập từ 80% trở lên (phạm vi: nữ); chưa có số liệu của năm 2024."
    )


@pytest.mark.parametrize(
    ("given", "words"),
    [
        ({"document_id": "qd", "campaign_id": "cn"}, "Chỉ tiêu năm 2024 theo Quyết định 7/QĐ: "),
        ({"campaign_id": "cn"}, "Chỉ tiêu năm 2024 theo «Phong trào CN»: "),
        ({}, "Chỉ tiêu năm 2024: "),
    ],
)
def test_a_target_says_whose_it_is(given: Given, words: str) -> None:
    target = make(Target, target_id="t", indicator_id=RATE, operator=">=", value="80", due="2024", **given)
    document = make(Document, document_id="qd", doc_kind="quyet-dinh", number="7/QĐ")
    campaign = make(Campaign, campaign_id="cn", name_vi="Phong trào CN")
    statement = verdict_of_target(catalog_of([], [target], [document], [campaign]), target).statement
    assert statement.text == f"{words}tỷ lệ Gia đình học tập từ 80% trở lên; chưa có số liệu của năm 2024."
    assert [part.href for part in statement.parts if part.href][:-1] == [
        *(["van-ban/qd/"] if "document_id" in given else ["phong-trao/cn/"] if given else [])
    ]


@pytest.mark.parametrize(
    ("unit_id", "whose"),
    [
        ("tinh-dong-lau-cu", "tỉnh Đông Lâu (ranh giới trước 01/7/2025)"),
        ("tinh-dong-lau", "tỉnh Đông Lâu"),
        ("tp-binh-ho", "thành phố Bình Hồ"),
        ("ca-nuoc", "cả nước"),
        ("truong", "Trường Suối Bạc"),
        ("huyen", "huyện Hồ"),
        ("khong-co", "khong-co"),
    ],
)
def test_a_target_of_a_place_that_is_gone_says_so(unit_id: str, whose: str) -> None:
    school = make(
        Unit, unit_id="truong", name_vi="Trường Suối Bạc", unit_kind="truong-hoc", level="khac", area_id="suoi-bac"
    )
    target = make(LocalTarget, unit_id=unit_id, indicator_id=RATE, operator=">=", value="80", due="2024", scope="")
    district = make(Unit, unit_id="huyen", name_vi="Huyện Hồ", unit_kind="dia-ban", level="huyen", area_id="ho")
    area = make(Area, area_id="ho", name_vi="Hồ", level="huyen", kind="huyen", valid_until=date(2025, 6, 30))
    statement = verdict_of_local(catalog_of([], [target], [school, district], [area]), target).statement
    assert statement.text.startswith(f"Chỉ tiêu năm 2024 của {whose}: tỷ lệ Gia đình học tập từ 80% trở lên;")


def test_what_is_to_know_of_a_target_stands_in_every_sentence_about_it() -> None:
    catalog, found = rows({"indicator_id": RATE, "value": "85", "note": "số sơ bộ"})
    computed = {"note": "tính từ mức vượt mà nguồn nêu", "scope": ""}
    statement = verdict(catalog, ("x", RATE), _demand(**computed), found).statement
    assert "từ 80% trở lên (tính từ mức vượt mà nguồn nêu). Đối chiếu: năm 2024, thành phố Bình Hồ" in statement.text
    assert [(caveat.code, caveat.words) for caveat in statement.caveats] == [
        ("target", "tính từ mức vượt mà nguồn nêu"),
        ("note", "số sơ bộ"),
    ]
    absent = verdict(catalog, ("x", RATE), _demand(note="dự thảo kế hoạch", scope="nữ"), found).statement
    assert "từ 80% trở lên (phạm vi: nữ; dự thảo kế hoạch); chưa có số liệu" in absent.text
    assert [caveat.words for caveat in absent.caveats] == ["dự thảo kế hoạch"]
    unread = verdict(catalog, ("x", RATE), replace(_demand(note="bị cắt"), value=None), found).statement
    assert (
        unread.text
        == "Chỉ tiêu năm 2024 của thành phố Bình Hồ: tỷ lệ Gia đình học tập (bị cắt); chưa đọc được mức của chỉ tiêu."
    )


@pytest.mark.parametrize(
    ("followed", "other", "difference"), [("100", "80", Decimal(20)), ("0", "5", None), ("30", "0", Decimal(100))]
)
def test_figures_of_one_thing_that_differ_stand_together_the_followed_first(
    followed: str, other: str, difference: Decimal | None
) -> None:
    catalog, found = rows({"value": other}, {"value": followed, "source_id": "hoi-c"}, {"period": "2023"})
    (one,) = conflicts_of(catalog, found)
    assert [figure.value for figure in one.figures] == [Decimal(followed), Decimal(other)]
    assert (one.difference, one.reason) == (difference, found[1].preference.because)
    assert conflicts_of(catalog, [found[1], found[2]]) == []


def test_sources_that_lead_to_different_verdicts_decide_nothing() -> None:
    catalog, found = rows(
        {"indicator_id": RATE, "value": "85"}, {"indicator_id": RATE, "value": "75", "source_id": "hoi-c"}
    )
    answer = verdict(catalog, (), _demand(), found)
    assert (answer.outcome, answer.reason) == (Outcome.UNDECIDED, "các nguồn khác nhau")
    assert [figure.observation.source_id for figure in answer.inputs] == ["hoi-c", "bao-a"]
    catalog, found = rows(
        {"indicator_id": RATE, "value": "85"}, {"indicator_id": RATE, "value": "95", "source_id": "hoi-c"}
    )
    assert verdict(catalog, (), _demand(), found).outcome is Outcome.MET


@pytest.mark.parametrize(
    ("given", "known", "why"),
    [
        ({}, (Decimal(100), Decimal(100)), ""),
        ({"period": "2024-01/2024-09"}, (Decimal(100), None), "số mới tính một phần của năm"),
        ({"period": "2024-01/2024-11"}, (Decimal(100), None), "số mới tính một phần của năm"),
        ({"period_kind": "cumulative"}, (None, None), "số của một thời kỳ khác với hạn của chỉ tiêu"),
        ({"period": "2020/2024"}, (None, None), "số của một thời kỳ khác với hạn của chỉ tiêu"),
        (
            {"period": "2023/2024", "period_kind": "school-year"},
            (None, None),
            "số của một thời kỳ khác với hạn của chỉ tiêu",
        ),
        ({"period_status": "uncertain"}, (None, None), "thời kỳ chưa chắc"),
        # Twelve months that are not those of the year; a part of the year before.
        ({"period": "2023-07/2024-06"}, (None, None), "số của một thời kỳ khác với hạn của chỉ tiêu"),
        ({"period": "2023-11/2024-02"}, (None, None), "số của một thời kỳ khác với hạn của chỉ tiêu"),
        ({"qualifier": "nearly", "period": "2024-01/2024-09"}, (Decimal(90), None), "số mới tính một phần của năm"),
        ({"qualifier": "nearly"}, (Decimal(90), Decimal(100)), ""),
        # A year that was not over when its figure was published.
        ({"source_id": "giua-nam"}, (Decimal(100), None), "số mới tính một phần của năm"),
        ({"border": "unknown"}, (None, None), "nguồn không rõ ranh giới nào"),
    ],
)
def test_a_flow_tells_of_its_own_time_only(given: Given, known: tuple[Any, Any], why: str) -> None:
    _, row = one(indicator_id=FUND, **given)
    found_range, reason = known_range(row, parse_period("2024"))
    assert ((found_range.low, found_range.high), reason) == (known, why)


@pytest.mark.parametrize(
    ("given", "due", "known"),
    [
        ({"period": "2024-06-30"}, "2024", (Decimal(100), Decimal(100))),
        ({"period": "2023/2024"}, "2024", (Decimal(100), Decimal(100))),
        ({"period": "2022/2024"}, "2024", (None, None)),
        ({"period": "2021/2024"}, "2024", (None, None)),
        ({"indicator_id": FUND, "period": "2021/2025"}, "2021/2025", (Decimal(100), Decimal(100))),
        ({"indicator_id": FUND, "period": "2021/2024"}, "2021/2025", (Decimal(100), None)),
        ({"indicator_id": FUND, "period": "2025"}, "2021/2025", (Decimal(100), None)),
        ({"indicator_id": FUND, "period": "2020/2025"}, "2021/2025", (None, None)),
        ({"indicator_id": "moi", "period": "2024"}, "2024", (Decimal(100), Decimal(100))),
        ({"indicator_id": "moi", "period": "2024-01/2024-06"}, "2024", (None, None)),
    ],
)
def test_a_row_tells_of_the_time_of_the_target(given: Given, due: str, known: tuple[Any, Any]) -> None:
    rate = indicator("moi", name_vi="Tỷ lệ mới", unit_measure="phan-tram", stock_flow="ratio-of-flow")
    (row,) = catalog_of([observation(**given)], [rate]).figure_rows
    found_range, _ = known_range(row, parse_period(due))
    assert (found_range.low, found_range.high) == known


@pytest.mark.parametrize(
    ("target", "words"),
    [
        ({"indicator_id": RATE, "operator": ">=", "value": "85"}, "từ 85% trở lên"),
        ({"indicator_id": RATE, "operator": ">=", "value": "100"}, "100%"),
        ({"indicator_id": RATE, "operator": "<=", "value": "5"}, "không quá 5%"),
        ({"indicator_id": "members", "operator": "=", "value": "77"}, "77 người"),
        ({"indicator_id": RATE, "operator": ">=", "value": "85", "mode": "phan-dau"}, "phấn đấu từ 85% trở lên"),
        ({"indicator_id": RATE, "operator": ">=", "value": "85", "mode": "phai"}, "từ 85% trở lên"),
        (
            {"indicator_id": FUND, "operator": "=", "value": "50000000000", "mode": "ke-hoach"},
            "theo kế hoạch 50 tỷ đồng",
        ),
        ({"operator": ">=", "value": "70", "unit_measure": "phan-tram"}, "từ 70% trở lên"),
        ({"operator": "=", "value": "1", "unit_measure": "bo"}, "1 bộ"),
        ({"operator": "<=", "value": "0", "unit_measure": "phan-tram"}, "không quá 0%"),
        ({"operator": ">=", "value": None}, "chưa đọc được mức của chỉ tiêu"),
    ],
)
def test_a_target_is_worded_as_an_office_writes_it(target: Given, words: str) -> None:
    row = make(Target, target_id="t", subject_vi="Mỗi xã có tủ sách", **target)
    demand = demand_of(catalog_of([]), row)
    assert (demand.words, demand.subject) == (words, "mỗi xã có tủ sách")


NATIONAL = make(Campaign, campaign_id="cn", name_vi="CN", level="trung-uong")
LOCAL = make(Campaign, campaign_id="dp", name_vi="ĐP", level="tinh", lead_unit_id="tp-binh-ho")
PAPERS = (
    make(Document, document_id="trung-uong", issuer="Thủ tướng Chính phủ"),
    make(Document, document_id="tinh", issuer="UBND tỉnh Đông Lâu"),
)


def _target(**given: Any) -> Target:
    columns = {
        "target_id": "t",
        "indicator_id": RATE,
        "operator": ">=",
        "value": "80",
        "due": "2024",
        "subject_vi": "Gia đình",
    }
    return make(Target, **{**columns, **given})


def _with_targets(given: Sequence[Given], *targets: Target) -> Catalog:
    found = [observation(**{"indicator_id": RATE, **each}) for each in given]
    return catalog_of(found, [NATIONAL, LOCAL], PAPERS, targets)


def test_a_national_target_is_judged_in_each_province_that_has_a_figure() -> None:
    target = _target(campaign_id="cn")
    catalog = _with_targets(
        [{"value": "85"}, {"unit_id": "tinh-suoi-bac", "value": "70"}, {"unit_id": "hoi-binh-ho", "value": "99"}],
        target,
    )
    places = in_places(catalog, target)
    assert places is not None
    assert places.summary == "2 địa phương có số năm 2024, đặt cạnh mức chung của cả nước: 1 đạt, 1 chưa đạt"
    assert [(link.text, str(answer.outcome)) for link, answer in places.verdicts] == [
        ("Tỉnh Suối Bạc", "chưa đạt"),
        ("Thành phố Bình Hồ", "đạt"),
    ]
    assert verdict_of_target(catalog, target).outcome is Outcome.ABSENT
    assert [answer.outcome for _, answer in national_verdicts_of(catalog, "tp-binh-ho")] == [Outcome.MET]
    assert national_verdicts_of(catalog, "hoi-binh-ho") == []


def test_the_country_as_a_whole_decides_a_national_target() -> None:
    target = _target(document_id="trung-uong")
    catalog = _with_targets([{"unit_id": "ca-nuoc", "value": "85"}], target)
    assert verdict_of_target(catalog, target).outcome is Outcome.MET
    assert in_places(catalog, target) is None


def test_several_provinces_together_decide_no_national_target() -> None:
    several = make(Unit, unit_id="cum", name_vi="Các tỉnh cụm 1", unit_kind="dia-ban", level="khac", area_id="viet-nam")
    found = [observation("cum", RATE, value="85")]
    catalog = catalog_of(found, [NATIONAL, LOCAL], PAPERS, [_target(document_id="trung-uong")], [several])
    assert verdict_of_target(catalog, catalog.all_of(Target)[0]).outcome is Outcome.ABSENT


@pytest.mark.parametrize(
    ("given", "expected"),
    [
        ({"campaign_id": "cn"}, True),
        ({"campaign_id": "dp"}, False),
        ({"document_id": "trung-uong"}, True),
        ({"document_id": "tinh"}, False),
        ({}, True),
    ],
)
def test_a_target_is_national_by_its_campaign_or_the_issuer(given: Given, expected: bool) -> None:
    target = _target(**given)
    assert is_national(_with_targets([], target), target) == expected


def test_a_provincial_target_is_judged_by_its_lead_unit_and_nowhere_else() -> None:
    target = _target(campaign_id="dp")
    catalog = _with_targets([{"value": "85"}, {"unit_id": "ca-nuoc", "value": "1"}], target)
    assert verdict_of_target(catalog, target).outcome is Outcome.MET
    assert in_places(catalog, target) is None
    assert in_places(catalog, _target(campaign_id="cn", operator="=")) is None
    assert in_places(catalog, _target(campaign_id="cn", value=None)) is None


def test_a_unit_is_judged_by_the_targets_it_set_itself() -> None:
    target = make(
        LocalTarget, unit_id="tp-binh-ho", indicator_id=RATE, operator=">=", value="80", due="2024", source_id="bao-a"
    )
    catalog = catalog_of([observation(indicator_id=RATE, value="85")], [target])
    assert verdict_of_local(catalog, target).outcome is Outcome.MET
    assert [(row, answer.outcome) for row, answer in verdicts_of_unit(catalog, "tp-binh-ho")] == [(target, Outcome.MET)]
    assert verdicts_of_unit(catalog, "ca-nuoc") == []


def test_units_of_one_level_are_added_and_named() -> None:
    catalog, found = _side_by_side(*SIDE, {"unit_id": "tinh-ba", "value": "40", "qualifier": "over"})
    statement = sum_of(catalog, found)
    assert isinstance(statement, Statement)
    assert statement.text.startswith(
        "Hội viên khuyến học, năm 2024, cộng của 3 đơn vị kể sau (ranh giới trước 01/7/2025), không phải của cả nước: ít nhất 120 người, gồm tỉnh Suối Bạc 30 người"
    )
    assert statement.range == Range(Decimal(120), above=True)
    exact = sum_of(catalog, found[:2])
    assert isinstance(exact, Statement)
    assert ": 80 người, gồm" in exact.text
    catalog, found = _side_by_side(*SIDE, {"unit_id": "tinh-ba", "value": "40", "qualifier": "about"})
    hedged = sum_of(catalog, found)
    assert isinstance(hedged, Statement)
    assert ": khoảng 120 người, gồm" in hedged.text
    assert hedged.range == Range(Decimal(118), Decimal(122))


@pytest.mark.parametrize(
    ("hedges", "words", "low"),
    [
        (("nearly", "exact"), "gần 120 người", 116),
        (("under", "exact"), "dưới 120 người", 80),
        (("nearly", "under"), "dưới 120 người", 66),
        (("nearly", "about"), "khoảng 120 người", None),
    ],
)
def test_a_sum_is_hedged_as_its_parts_are(hedges: tuple[str, str], words: str, low: int | None) -> None:
    third = {"unit_id": "tinh-ba", "value": "40", "qualifier": hedges[0]}
    statement = sum_of(*_side_by_side(SIDE[0], third, {**SIDE[1], "qualifier": hedges[1]}))
    assert isinstance(statement, Statement)
    assert f": {words}, gồm" in statement.text
    assert low is None or statement.range == Range(Decimal(low), Decimal(120), below=True)


@pytest.mark.parametrize(
    ("values", "hedge", "words"),
    [
        # An amount said in tenths of a billion: the sum is not said in thousands of đồng.
        (("25600000000", "5435618000"), "nearly", "khoảng 31 tỷ đồng"),
        # What is exact is said as it is: «khoảng» would be a hedge that no source has.
        (("25600000000", "5435618000"), "exact", "hơn 31 tỷ đồng (31.035,618 triệu đồng)"),
        (("25600000000", "5475618000"), "nearly", "gần 31,1 tỷ đồng"),
        (("25600000000", "5435618000"), "over", "ít nhất 31 tỷ đồng"),
        (("25600000000", "5435618000"), "under", "dưới 31,1 tỷ đồng"),
        (("10700000000", "9400000000"), "exact", "20,1 tỷ đồng"),
        # What is said in billions tells no more than a billion, and no less than one.
        (("10000000000", "3200000000"), "about", "khoảng 13 tỷ đồng"),
        (("10000000000", "3200000000"), "exact", "13,2 tỷ đồng"),
        (("10000000000", "3000000000"), "exact", "13 tỷ đồng"),
        (("500000", "1250000"), "exact", "1,75 triệu đồng"),
    ],
)
def test_a_hedged_sum_of_money_is_said_no_finer_than_its_coarsest_part(
    values: tuple[str, str], hedge: str, words: str
) -> None:
    parts = [{**each, "indicator_id": FUND, "value": value} for each, value in zip(SIDE, values, strict=True)]
    statement = sum_of(*_side_by_side(parts[0], {**parts[1], "qualifier": hedge}))
    assert isinstance(statement, Statement)
    assert f": {words}, gồm" in statement.text


@pytest.mark.parametrize(
    ("values", "hedges", "words"),
    [
        (("1000", "254"), ("exact", "exact"), "1.254 người"),
        (("8000", "254"), ("about", "exact"), "khoảng 8.000 người"),
        (("8000", "254"), ("nearly", "exact"), "khoảng 8.000 người"),
        (("8000", "954"), ("nearly", "exact"), "gần 9.000 người"),
        (("8000", "954"), ("over", "exact"), "ít nhất 8.000 người"),
        (("8100", "254"), ("under", "exact"), "dưới 8.400 người"),
    ],
)
def test_a_sum_with_what_is_said_about_is_no_finer_than_that(
    values: tuple[str, str], hedges: tuple[str, str], words: str
) -> None:
    given = zip(SIDE, values, hedges, strict=True)
    statement = sum_of(*_side_by_side(*({**one, "value": value, "qualifier": hedge} for one, value, hedge in given)))
    assert isinstance(statement, Statement)
    assert f": {words}, gồm" in statement.text


@pytest.mark.parametrize("hedge", ["about", "nearly", "under"])
def test_what_may_be_less_than_it_says_makes_no_sum_of_at_least_as_much(hedge: str) -> None:
    others = ({"unit_id": "tinh-ba", "value": "40", "qualifier": hedge}, {**SIDE[1], "qualifier": "over"})
    refused = sum_of(*_side_by_side(SIDE[0], *others))
    assert isinstance(refused, Refusal)
    assert refused.reasons == (Reason.MIXED_HEDGES,)


@pytest.mark.parametrize(
    ("given", "reasons"),
    [
        ([*SIDE, {"unit_id": "ca-nuoc"}], {Reason.OTHER_LEVEL}),
        ([*SIDE, {"unit_id": "tinh-ba", "border": "after"}], {Reason.OTHER_BORDER}),
        ([SIDE[0], {**SIDE[0], "period": "2023"}], {Reason.CONTAINED}),
        ([{**each, "indicator_id": RATE} for each in SIDE], {Reason.NOT_SUMMABLE}),
        ([{**each, "indicator_id": "staff-total"} for each in SIDE], {Reason.NOT_SUMMABLE}),
        ([SIDE[0]], {Reason.TOO_FEW}),
    ],
)
def test_a_sum_that_is_not_allowed_says_why(given: list[Given], reasons: set[Reason]) -> None:
    statement = sum_of(*_side_by_side(*given))
    assert isinstance(statement, Refusal)
    assert set(statement.reasons) == reasons
    assert statement.kind is Kind.SUM


def test_pages_get_all_their_statements() -> None:
    catalog, _ = rows(*THREE, {"period": "2021", "source_id": "bao-b"})
    found = statements_of_unit(catalog, "tp-binh-ho")
    assert [each.kind for each in found.sentences] == [Kind.FIGURE] * 4 + [Kind.CHANGE, Kind.SERIES]
    assert [each.kind for each in found.changes] == [Kind.CHANGE]
    assert (len(found.lines), found.wholes, found.refused) == (1, (), ())
    catalog, _ = _side_by_side(*SIDE, {"unit_id": "tinh-ba"})
    assert [each.kind for each in statements_of_indicator(catalog, "members").sentences] == [Kind.RANKING, Kind.SUM]
    assert statements_of_indicator(catalog, RATE).sentences == ()


def test_everything_is_of_units_then_indicators_then_targets() -> None:
    target = _target(campaign_id="cn")
    catalog = _with_targets([{"value": "85"}, {"value": "70", "period": "2023", "source_id": "bao-b"}], target)
    kinds = [(type(each).__name__, str(each.kind)) for each in everything(catalog)]
    assert kinds == [
        ("Statement", "figure"),
        ("Statement", "figure"),
        ("Refusal", "change"),
        ("Statement", "absence"),
        ("Statement", "verdict"),
    ]
    assert len(UNITS) > 1


def test_parts_join_into_a_sentence_and_json_has_its_words() -> None:
    parts = sentence(["năm ", "2024, ", Part("unit", "don-vi/u/"), "", " có 5."])
    assert parts == (Part("Năm 2024, "), Part("unit", "don-vi/u/"), Part(" có 5."))
    assert sentence([Part("đơn vị", "x/"), Part("b", "y/")]) == (Part("Đơn vị", "x/"), Part("b", "y/"))
    assert sentence([]) == ()
    statement = figure_statement(*one(qualifier="over"))
    assert as_json(statement) == {
        "kind": "figure",
        "statement": statement.text,
        "caveats": [{"code": "hedge", "words": "hơn"}],
        "rows": ["tp-binh-ho|members|2024||bao-a"],
        "low": 100.0,
        "high": None,
        "outcome": "",
    }


@pytest.mark.parametrize(
    ("given", "amount", "measure", "mark", "aside", "details"),
    [
        ({}, "100", "người", "exact", "", ()),
        ({"qualifier": "over", "note": "số sơ bộ"}, "100", "người", "low", "số sơ bộ", ("số sơ bộ",)),
        ({"qualifier": "under"}, "100", "người", "high", "", ()),
        ({"qualifier": "nearly"}, "100", "người", "high", "", ()),
        ({"qualifier": "about", "breakdown": "nữ"}, "100", "người", "around", "phạm vi: nữ", ("Phạm vi: nữ",)),
        ({"indicator_id": RATE, "value": "61.5"}, "61,5%", "", "exact", "", ()),
        ({"indicator_id": FUND, "value": "5435618000"}, "hơn 5,4", "tỷ đồng (5.435,618 triệu đồng)", "exact", "", ()),
        (
            {"indicator_id": FUND, "value": "5435618000", "qualifier": "over"},
            *("5,4", "tỷ đồng (hơn 5.435,618 triệu đồng)", "low", "", ()),
        ),
        ({"value": None}, "không nêu số cụ thể", "", "exact", "", ()),
        (
            {"unit_id": "tinh-suoi-bac", "period_kind": "cumulative", "note": "lũy kế"},
            *("100", "người", "exact", "ranh giới trước 01/7/2025", ("ranh giới trước 01/7/2025",)),
        ),
        ({"note": "lũy kế"}, "100", "người", "exact", "lũy kế", ("lũy kế",)),
    ],
)
def test_a_card_shows_amount_measure_mark_and_what_stands_aside(
    given: Given, amount: str, measure: str, mark: str, aside: str, details: tuple[str, ...]
) -> None:
    figure = figure_of(*_observed(**given))
    assert (figure.amount, figure.measure, figure.mark) == (amount, measure, mark)
    assert (figure.aside, figure.details) == (aside, details)


HEDGED = {"qualifier": "over", "note": "số sơ bộ"}
BH, NGUON = "dia-phuong/binh-ho/", "nguon/bao-a/"


def _hrefs(statement: Statement) -> list[str]:
    return [part.href for part in statement.parts if part.href]


def _codes(statement: Statement) -> list[str]:
    return [caveat.code for caveat in statement.caveats]


def _whole_of(statement: Statement) -> tuple[Any, ...]:
    ids = tuple(
        f"{f.observation.unit_id}|{f.observation.indicator_id}|{f.observation.period.text}||{f.observation.source_id}"
        for f in statement.figures
    )
    assert ids == statement.row_ids
    return statement.kind, statement.subject, _hrefs(statement), _codes(statement)


def test_a_change_knows_what_it_is_of() -> None:
    catalog, (new, old) = rows({"value": "300", **HEDGED}, {"period": "2023", "note": "làm tròn"})
    statement = change(catalog, new, old)
    assert isinstance(statement, Statement)
    assert _whole_of(statement) == (Kind.CHANGE, ("tp-binh-ho", "members"), [BH, NGUON], ["hedge", "note", "note"])
    assert statement.text == (
        "Năm 2024, thành phố Bình Hồ có hơn 300 hội viên khuyến học (số sơ bộ), tăng so với năm 2023 (100 người) "
        f"(làm tròn) {SOURCE_A}."
    )


def test_a_line_knows_what_it_is_of() -> None:
    catalog, found = rows({**THREE[0], **HEDGED}, *THREE[1:])
    (line,), _ = lines_of(catalog, found)
    expected = (Kind.SERIES, ("tp-binh-ho", "members"), ["chi-tieu/members/", BH, NGUON], ["hedge", "note"])
    assert _whole_of(line.statement) == expected
    assert line.points == line.statement.figures


def test_a_line_names_each_of_its_sources_once() -> None:
    other = make(Source, source_id="hoi-2", title="Báo cáo 2", publisher="Hội C", kind="chinh-chu")
    found = [
        observation(period=str(2020 + at), source_id="hoi-c" if at % 2 else "hoi-2", value=str(at)) for at in range(4)
    ]
    catalog = catalog_of(found, [other])
    (line,), _ = lines_of(catalog, catalog.figure_rows)
    assert line.statement.text.count("(nguồn: ") == 2
    assert line.statement.text.endswith(f"(nguồn: Hội C, «Báo cáo 2», đoạn 1) {SOURCE_C}.")


def test_a_ranking_knows_what_it_is_of() -> None:
    catalog, found = _side_by_side(*SIDE, {"unit_id": "tinh-ba", "value": "40", **HEDGED, "source_id": "hoi-c"})
    (ranking,), _ = rankings(catalog, found)
    hrefs = ["chi-tieu/members/"]
    # Of several sources each stands with its figure.
    pages = (
        ("dia-phuong/dong-lau-truoc-2025/", NGUON),
        ("don-vi/tinh-ba/", "nguon/hoi-c/"),
        ("dia-phuong/suoi-bac/", NGUON),
    )
    for page in pages:
        hrefs += page
    assert _whole_of(ranking.statement) == (Kind.RANKING, ("members",), hrefs, ["border", "hedge", "note"])
    assert ranking.figures == ranking.statement.figures
    assert f"tỉnh Ba hơn 40 người (số sơ bộ) {SOURCE_C}; tỉnh" in ranking.statement.text


def test_a_refused_ranking_knows_its_rows() -> None:
    given = [{**each, "period_status": "inferred"} for each in (*SIDE, {"unit_id": "tinh-ba"})]
    catalog, found = _side_by_side(*given)
    _, (refused,) = rankings(catalog, found)
    assert sorted(refused.row_ids) == sorted(row.row_id for row in found)
    assert refused.reasons == (Reason.DOUBTFUL_PERIOD,)
    assert rankings(*_side_by_side(*given[:2])) == ([], [])


def test_figures_without_a_number_or_of_unknown_units_are_in_no_ranking() -> None:
    catalog, found = _side_by_side(*SIDE, {"unit_id": "tinh-ba", "value": None}, {"unit_id": "khong-co"})
    assert rankings(catalog, found) == ([], [])


def test_the_widest_ranking_comes_first() -> None:
    bodies = [
        make(Unit, unit_id=f"so-{at}", name_vi=f"Sở {at}", unit_kind="so-nganh", level="tinh", area_id="binh-ho")
        for at in range(4)
    ]
    found = [observation(f"so-{at}") for at in range(4)] + [
        observation(**each) for each in (*SIDE, {"unit_id": "tinh-ba"})
    ]
    catalog = catalog_of(found, bodies, [THIRD])
    ranked, _ = rankings(catalog, catalog.figure_rows[::-1])
    assert [(ranking.kind, len(ranking.figures)) for ranking in ranked] == [
        ("Sở, ngành cấp tỉnh", 4),
        ("Địa bàn cấp tỉnh", 3),
    ]
    assert [figure.observation.unit_id for figure in ranked[0].figures] == ["so-0", "so-1", "so-2", "so-3"]


def test_parts_know_what_they_are_of() -> None:
    noted = [{**FOUR[0], "note": "số sơ bộ"}, {**FOUR[1], "qualifier": "about", "note": "số sơ bộ"}, *FOUR[2:]]
    (whole,), _ = wholes_of(*_whole(*noted))
    hrefs = [BH, *(f"chi-tieu/staff-{each}/" for each in "bca"), NGUON]
    assert _whole_of(whole.statement) == (
        Kind.COMPOSITION,
        ("tp-binh-ho", "c"),
        hrefs,
        ["hedge", "note", "note", "hedge"],
    )
    # What limits the whole limits its parts: it is said once.
    assert "; cán bộ A khoảng 20 người (nguồn" in whole.statement.text
    assert "cán bộ B 50 người (cả hợp đồng)" in whole.statement.text


def test_parts_without_a_declared_whole_are_of_their_unit() -> None:
    (whole,), _ = wholes_of(*_whole(*FOUR[1:], total=""))
    assert whole.statement.subject == ("tp-binh-ho", "c")
    assert whole.statement.text.startswith(
        "Năm 2024, cơ cấu cán bộ của thành phố Bình Hồ: cán bộ B 50 người (cả hợp đồng); cán bộ C"
    )
    assert _hrefs(whole.statement)[0] == BH
    assert whole.period == "2024"


def test_a_sum_knows_what_it_is_of() -> None:
    catalog, found = _side_by_side(*SIDE, {"unit_id": "tinh-ba", "value": "40", **HEDGED})
    statement = sum_of(catalog, found)
    assert isinstance(statement, Statement)
    hrefs = ["chi-tieu/members/", "dia-phuong/suoi-bac/", "dia-phuong/dong-lau-truoc-2025/", "don-vi/tinh-ba/", NGUON]
    assert _whole_of(statement) == (Kind.SUM, ("members",), hrefs, ["border", "hedge", "note"])
    assert statement.text.endswith(f"; tỉnh Ba hơn 40 người (số sơ bộ) {SOURCE_A}.")
    refused = sum_of(catalog, found[:1])
    assert isinstance(refused, Refusal)
    assert (refused.subject, refused.row_ids) == (("members",), (found[0].row_id,))


def test_bodies_outside_the_levels_are_not_added() -> None:
    schools = [
        make(Unit, unit_id=f"t{at}", name_vi="Trường", unit_kind="truong-hoc", level="khac", area_id="binh-ho")
        for at in (1, 2)
    ]
    catalog = catalog_of([observation("t1"), observation("t2")], schools)
    statement = sum_of(catalog, catalog.figure_rows)
    assert isinstance(statement, Refusal)
    assert statement.reasons == (Reason.CONTAINED,)


def test_a_verdict_knows_what_it_is_of() -> None:
    target = make(LocalTarget, unit_id="tp-binh-ho", indicator_id=RATE, operator=">=", value="80", due="2024", scope="")
    catalog = catalog_of([observation(indicator_id=RATE, value="85", **HEDGED)], [target])
    statement = verdict_of_local(catalog, target).statement
    hrefs = [BH, f"chi-tieu/{RATE}/", BH, NGUON]
    assert _whole_of(statement) == (Kind.VERDICT, ("tp-binh-ho", RATE), hrefs, ["hedge", "note"])
    assert statement.range == Range(Decimal(85), above=True)
    absent = verdict_of_local(catalog_of([], [target]), target).statement
    assert (absent.kind, absent.subject, absent.outcome) == (Kind.ABSENCE, ("tp-binh-ho", RATE), Outcome.ABSENT)
    assert _hrefs(absent) == [BH, f"chi-tieu/{RATE}/"]


def test_a_target_without_an_indicator_is_said_by_its_subject() -> None:
    target = _target(indicator_id="", subject_vi="Mỗi xã có tủ sách", value="1", operator="=", unit_measure="bo")
    answer = verdict_of_target(_with_targets([], target), target)
    assert answer.outcome is Outcome.NOT_MEASURED
    assert (
        answer.statement.text
        == "Chỉ tiêu năm 2024: mỗi xã có tủ sách 1 bộ; chưa có chỉ tiêu thống kê nào đo đúng việc này."
    )
    undated = _target(due=None)
    assert verdict_of_target(_with_targets([], undated), undated).statement.text == (
        "Chỉ tiêu: tỷ lệ Gia đình học tập từ 80% trở lên; chưa có số liệu của chỉ tiêu này."
    )


def test_verdicts_in_places_are_of_the_target_and_the_place() -> None:
    target = _target(campaign_id="cn", due="2024")
    given = [{"value": "85"}, {"unit_id": "tinh-suoi-bac", "value": "78", "qualifier": "about"}]
    catalog = _with_targets(given, target)
    places = in_places(catalog, target)
    assert places is not None
    assert [answer.statement.subject for _, answer in places.verdicts] == [
        ("t", "tinh-suoi-bac"),
        ("t", "tp-binh-ho"),
    ]
    assert places.summary.endswith(": 1 đạt, 1 chưa kết luận được")
    assert [link.href for link, _ in places.verdicts] == ["dia-phuong/suoi-bac/", "dia-phuong/binh-ho/"]
    # What one place has reached, the country has not.
    ends = (": chưa kết luận được ở tỉnh Suối Bạc (số nói chừng).", ": đạt ở thành phố Bình Hồ.")
    for end, (_, answer) in zip(ends, places.verdicts, strict=True):
        assert answer.statement.text.endswith(end)
    ((found, answer),) = national_verdicts_of(catalog, "tinh-suoi-bac")
    assert (found, answer.statement.subject) == (target, ("t", "tinh-suoi-bac"))
    assert verdict_of_target(catalog, target).statement.subject == ("t", RATE)


def test_cards_are_of_wholes_the_newest_then_the_surest_then_counts_amounts_shares_and_ratios() -> None:
    kinds = [
        make(Indicator, indicator_id=f"a-{name}", name_vi=name, value_type=name, topic="khac", **more)
        for name, more in (
            ("ratio", {}),
            ("share", {}),
            ("amount", {}),
            ("count", {}),
            ("other", {}),
            ("part", {"parent_indicator_id": "a-count"}),
        )
    ]
    given = [observation(indicator_id=each.indicator_id) for each in kinds]
    given += [observation(indicator_id="a-lost"), observation(indicator_id="a-count", period="2023", value="1")]
    catalog = catalog_of(given, kinds)

    def order(rows_of: Sequence[Observation], most: int = 9) -> list[str]:
        found = headline(catalog, figures_of(catalog, rows_of), most)
        return [figure.observation.indicator_id.removeprefix("a-") for figure in found]

    assert order(given[:6]) == ["count", "amount", "share", "ratio", "other", "part"]
    assert order([given[4], given[6], given[0]])[0] == "ratio"
    assert len(headline(catalog, figures_of(catalog, given))) == 4
    doubtful = [observation(indicator_id="a-count", period_status="uncertain"), observation(indicator_id="a-ratio")]
    doubtful += [observation(indicator_id="a-share", period="2025", period_status="inferred")]
    doubtful += [observation(indicator_id="a-amount", period="2026", period_status="uncertain")]
    catalog = catalog_of(doubtful, kinds)
    assert order(doubtful) == ["share", "ratio", "amount", "count"]


def test_figures_are_listed_by_topic_and_newest_first_and_headlines_are_followed_totals() -> None:
    given = [
        {"indicator_id": RATE, "value": "5"},
        {"period": "2023"},
        {},
        {"source_id": "hoi-c", "value": "7"},
        {"breakdown": "nữ", "period": "2025"},
        {"indicator_id": FUND, "value": None},
    ]
    catalog, found = rows(*given)
    listed = figures_of(catalog, [row.observation for row in found])
    assert [(f.observation.indicator_id, f.period, f.breakdown) for f in listed] == [
        ("members", "2024", ""),
        ("members", "2024", ""),
        ("members", "2023", ""),
        ("members", "2025", "nữ"),
        ("fund-raised-vnd", "2024", ""),
        ("learning-families-rate", "2024", ""),
    ]
    assert [(f.observation.indicator_id, f.value) for f in headline(catalog, listed)] == [("members", 7), (RATE, 5)]
    assert len(headline(catalog, listed, 1)) == 1
    parts = [figure for figure in listed if figure.breakdown]
    assert parts
    assert headline(catalog, parts), "a unit with figures of parts alone begins with one of them, too"
    assert listed[0].topic == "to-chuc-hoi"
    assert (listed[1].unit.href, listed[1].source.href, listed[1].locator) == (BH, NGUON, "đoạn 1")
    assert listed[-2].is_money
    assert not listed[0].is_money


def test_a_national_campaign_is_measured_by_its_lead_and_by_the_country_once() -> None:
    lead = make(Campaign, campaign_id="cn", name_vi="CN", level="trung-uong", lead_unit_id="ca-nuoc")
    target = _target(campaign_id="cn")
    catalog = catalog_of([observation("ca-nuoc", RATE, value="85")], [lead], PAPERS, [target])
    answer = verdict_of_target(catalog, target)
    assert (answer.outcome, len(answer.inputs)) == (Outcome.MET, 1)
    own = make(Campaign, campaign_id="cn", name_vi="CN", level="trung-uong", lead_unit_id="hoi-binh-ho")
    catalog = catalog_of(
        [observation("hoi-binh-ho", RATE, value="85"), observation("ca-nuoc", RATE, value="70")],
        [own],
        PAPERS,
        [target],
    )
    assert verdict_of_target(catalog, target).outcome is Outcome.UNDECIDED


def test_everything_has_the_verdicts_of_places_and_of_units() -> None:
    target = _target(campaign_id="cn")
    own = make(LocalTarget, unit_id="tp-binh-ho", indicator_id=RATE, operator=">=", value="90", due="2024")
    catalog = catalog_of([observation(indicator_id=RATE, value="85")], [NATIONAL], PAPERS, [target], [own])
    verdicts = [
        (each.subject, each.outcome)
        for each in everything(catalog)
        if isinstance(each, Statement) and each.kind is Kind.VERDICT
    ]
    assert verdicts == [(("tp-binh-ho", RATE), Outcome.MISSED), (("t", "tp-binh-ho"), Outcome.MET)]


def test_a_unit_that_may_stand_beside_the_first_of_a_ranking_but_not_beside_the_others_is_named_with_the_reason() -> (
    None
):
    catalog, found = _side_by_side(*SIDE, {"value": "99"}, {"unit_id": "tinh-ba", "value": "40", "border": "after"})
    (ranking,), _ = rankings(catalog, found)
    assert [figure.value for figure in ranking.figures] == [99, 50, 30]
    assert [(figure.value, why) for figure, why in ranking.outside] == [(40, "khác ranh giới")]


def test_units_beside_a_ranking_are_named_with_every_reason() -> None:
    catalog, found = _side_by_side(
        *SIDE, {"unit_id": "tinh-ba", "value": "1"}, {"value": "99", "period_status": "inferred", "border": "after"}
    )
    (ranking,), _ = rankings(catalog, found)
    assert [(figure.value, why) for figure, why in ranking.outside] == [(99, "suy ra từ bài; khác ranh giới")]


def test_a_figure_beside_a_line_has_every_reason() -> None:
    catalog, found = rows(
        *THREE, {"period": "2021", "source_id": "bao-b", "period_status": "inferred"}, {"period": "2020", "value": None}
    )
    (line,), _ = lines_of(catalog, found)
    assert [(figure.period, why) for figure, why in line.outside] == [
        ("2021", "suy ra từ bài; khác nguồn, có thể khác cách đếm"),
        ("2020", ""),
    ]
    assert line.outside[1][0].value_with_qualifier == "không nêu số cụ thể"


@pytest.mark.parametrize(
    ("given", "expected"),
    [
        ({"period_status": "uncertain"}, "90 người, 2021 (thời kỳ chưa chắc)"),
        ({"period_kind": "cumulative", "source_id": "bao-b"}, "90 người, lũy kế đến năm 2021 (khác nguồn, có thể khác cách đếm)"),
        ({"border": "unknown"}, "90 người, 2021 (nguồn không rõ theo ranh giới trước hay sau 01/7/2025)"),
        ({"border": "before", "source_id": "bao-b"}, "90 người, 2021 (ranh giới trước 01/7/2025; khác nguồn, có thể khác cách đếm)"),
        ({"note": "số dự kiến"}, "90 người, 2021 (số dự kiến)"),
        ({"note": "lũy kế từ 2010"}, "90 người, 2021 (lũy kế từ 2010)"),
        ({"value": "149", "qualifier": "about", "source_id": "bao-b"}, "khoảng 149 người, 2021 (khác nguồn, có thể khác cách đếm)"),
        ({"note": "chỉ tính nữ"}, "90 người, 2021 (chỉ tính nữ; ghi chú cho biết cách đếm khác)"),
    ],
)  # fmt: skip
def test_a_figure_beside_a_line_is_shown_with_all_that_limits_it_and_nothing_twice(given: Given, expected: str) -> None:
    catalog, found = rows(*THREE, {"period": "2021", "value": "90", **given})
    (line,), _ = lines_of(catalog, found)
    ((figure, words),) = line.outside
    assert f"{figure.value_with_qualifier}, {figure.period} ({words})" == expected


def test_of_what_speaks_against_a_figure_beside_a_line_that_of_the_newest_point_is_named() -> None:
    halfway = {"period": "2022-06", "period_kind": "moment"}
    catalog, found = rows(*THREE, {**halfway, "source_id": "bao-b"})
    (line,), _ = lines_of(catalog, found)
    assert [words for _, words in line.outside] == ["khác nguồn, có thể khác cách đếm"]
    # That hedges overlap is no reason; the time of the oldest point is.
    catalog, found = rows(*THREE, {**halfway, "value": "199", "qualifier": "about"})
    (line,), _ = lines_of(catalog, found)
    assert [words for _, words in line.outside] == ["hai thời kỳ chồng lên nhau"]


def test_a_figure_on_old_borders_beside_a_line_on_new_ones_tells_its_borders_and_nothing_more() -> None:
    catalog, found = rows(*({**each, "border": "after"} for each in THREE), {"period": "2021", "border": "before"})
    (line,), _ = lines_of(catalog, found)
    assert [words for _, words in line.outside] == ["ranh giới trước 01/7/2025"]


def test_lines_are_of_one_scope_each() -> None:
    catalog, found = rows(*({**each, "breakdown": "nữ"} for each in THREE), *THREE[:2])
    (line,), refused = lines_of(catalog, found)
    assert [point.breakdown for point in line.points] == ["nữ"] * 3
    assert line.statement.text.startswith(
        "Hội viên khuyến học của thành phố Bình Hồ (phạm vi: nữ): năm 2022 là 100 người;"
    )
    assert line.statement.text.count("phạm vi") == 1
    assert (line.outside, refused) == ((), [])


@pytest.mark.parametrize(
    ("value", "words"),
    [
        ("2500000000", "2,5 tỷ đồng"),
        ("1000000000", "1 tỷ đồng"),
        ("2125000000", "2,125 tỷ đồng"),
        ("2125500000", "hơn 2,1 tỷ đồng (2.125,5 triệu đồng)"),
        ("1000000001", "hơn 1 tỷ đồng (1.000.000.001 đồng)"),
    ],
)
def test_billions_are_said_with_three_decimals_or_rounded_down_with_the_exact_amount_beside(
    value: str, words: str
) -> None:
    assert value_words(catalog_of([]), INDICATORS[1], Decimal(value)) == words


def test_small_amounts_beside_large_ones_keep_three_decimals() -> None:
    billions = money_scale([Decimal(10**9)])[0]
    assert in_scale(Decimal(1_234_000), billions) == "≈ 0,001"
    assert in_scale(Decimal(234_000_000), billions) == "0,234"
    assert in_scale(Decimal(40_000), billions) == "0,00004"
    assert in_scale(Decimal(3_300_000_000), billions) == "3,3"
    assert in_scale(Decimal(1_234_000_000), billions) == "≈ 1,2"
    assert in_scale(Decimal(123_400_000), billions) == "≈ 0,1"
    assert in_scale(Decimal(34_500_000), billions, "over") == "0,03"
    # Half is rounded up, as people do.
    assert in_scale(Decimal(2_500_000), billions) == "≈ 0,003"
    assert in_scale(Decimal(2_450_000_000), billions, "about") == "2,5"


def test_a_school_year_of_one_number_is_said_by_it() -> None:
    _, row = one(indicator_id=FUND, period="2021", period_kind="school-year")
    assert period_words(row) == "năm học 2021"


def test_a_sum_in_words() -> None:
    catalog, found = _side_by_side(*SIDE)
    statement = sum_of(catalog, found)
    assert isinstance(statement, Statement)
    assert statement.text == (
        "Hội viên khuyến học, năm 2024, cộng của 2 đơn vị kể sau (ranh giới trước 01/7/2025), không phải của cả nước: "
        f"80 người, gồm tỉnh Suối Bạc 30 người; tỉnh Đông Lâu 50 người {SOURCE_A}."
    )


@pytest.mark.parametrize(
    ("note", "words"),
    [
        ("10/10", "đủ 10/10"),
        ("1.161/1.161", "đủ 1.161/1.161"),
        ("10/12", "10/12"),
        ("10/10 xã", "10/10 xã"),
        ("tính đến 10/10", "tính đến 10/10"),
    ],
)
def test_a_fraction_of_all_of_them_does_not_look_like_a_date(note: str, words: str) -> None:
    catalog, row = one(note=note)
    assert f"có 100 hội viên khuyến học ({words}) (nguồn" in figure_statement(catalog, row).text


def test_only_national_targets_with_a_level_and_a_figure_are_set_beside_a_province() -> None:
    asked = [
        _target(target_id="a", campaign_id="cn"),
        _target(target_id="b", campaign_id="cn", operator="="),
        _target(target_id="c", campaign_id="cn", value=None),
        _target(target_id="d", campaign_id="dp"),
        _target(target_id="e", campaign_id="cn", due="2030"),
        _target(target_id="f", document_id="trung-uong", value="90"),
    ]
    catalog = _with_targets([{"value": "85"}], *asked)
    found = national_verdicts_of(catalog, "tp-binh-ho")
    assert [(target.target_id, answer.outcome) for target, answer in found] == [
        ("a", Outcome.MET),
        ("f", Outcome.MISSED),
    ]
    assert national_verdicts_of(catalog, "tinh-suoi-bac") == []


def test_an_indicator_gets_its_rankings_sums_and_refusals() -> None:
    given = [observation(**each) for each in (*SIDE, {"unit_id": "tinh-ba"})]
    given += [observation(**{**each, "indicator_id": RATE}) for each in (*SIDE, {"unit_id": "tinh-ba"})]
    catalog = catalog_of(given, [THIRD])
    assert len(statements_of_indicator(catalog, "members").rankings) == 1
    found = statements_of_indicator(catalog, RATE)
    assert ([each.kind for each in found.sentences], [each.kind for each in found.refused]) == (
        [Kind.RANKING],
        [Kind.SUM],
    )
    everywhere = [each.kind for each in everything(catalog) if each.subject in (("members",), (RATE,))]
    assert everywhere == [Kind.RANKING, Kind.SUM, Kind.RANKING, Kind.SUM]


def test_beside_an_outcome_its_reason_does_not_say_it_once_more() -> None:
    catalog, found = rows(
        {"indicator_id": RATE, "value": "85", "period": "2023"}, {"indicator_id": RATE, "value": "85"}
    )
    absent = verdict(catalog, ("x", RATE), _demand(), found[:1])
    assert (absent.outcome, absent.remark) == (Outcome.ABSENT, "của năm 2024")
    assert verdict(catalog, ("x", RATE), _demand(), found[1:]).remark == ""
    unread = verdict(catalog, ("x", RATE), _demand(value=None), found)
    assert unread.remark == unread.reason != ""


@pytest.mark.parametrize(
    ("today", "reason"),
    [
        ("2023-12-31", "chưa đến năm 2024"),
        ("2024-01-01", "chưa hết năm 2024"),
        ("2024-12-31", "chưa hết năm 2024"),
        ("2025-01-01", "chưa có số liệu của năm 2024"),
    ],
)
def test_nobody_misses_the_figure_of_a_year_that_is_not_over(today: str, reason: str) -> None:
    catalog = replace(catalog_of([]), today=date.fromisoformat(today))
    answer = verdict(catalog, ("x",), _demand(), ())
    assert (answer.outcome, answer.reason) == (Outcome.ABSENT, reason)
    assert answer.statement.text.endswith(f"từ 80% trở lên; {reason}.")
    known = replace(catalog_of([observation(indicator_id=RATE, value="85")]), today=catalog.today)
    assert verdict(known, ("x",), _demand(), known.figure_rows).reason == ""


def test_beside_figures_that_only_overlap_a_figure_says_its_own_cautions() -> None:
    catalog, found = rows({"value": "100", "qualifier": "about"}, {"value": "101", "period": "2023"})
    assert left_out(catalog, found[0], found[1:]) == (figure_of_row(catalog, found[0]), "")


def test_what_is_absent_rests_on_nothing() -> None:
    answer = verdict(catalog_of([]), ("x",), _demand(), ())
    assert (answer.inputs, answer.statement.row_ids, answer.statement.caveats) == ((), (), ())
    assert as_json(figure_statement(*one()))["high"] == 100.0


def test_a_province_that_no_source_names_stands_beside_no_other_and_counts_for_no_target() -> None:
    unnamed = make(
        Unit, unit_id="mot-tinh", name_vi="Một tỉnh (nguồn không nêu tên)", unit_kind="dia-ban", level="tinh"
    )
    target = _target(campaign_id="cn")
    catalog = catalog_of([observation("mot-tinh", RATE, value="85")], [NATIONAL], PAPERS, [target], [unnamed])
    assert in_places(catalog, target) is None
    assert national_verdicts_of(catalog, "mot-tinh") == []
    assert "năm 2024, một tỉnh (nguồn" in verdict(catalog, (), _demand(), catalog.figure_rows).statement.text
    catalog = catalog_of([observation("mot-tinh"), observation("tp-binh-ho")], [unnamed])
    assert comparable(*catalog.figure_rows) == (Reason.UNKNOWN_PLACE,)


def test_what_limits_both_figures_of_a_change_is_said_once() -> None:
    catalog, (new, old) = rows(
        {"unit_id": "tinh-suoi-bac", "value": "300"}, {"unit_id": "tinh-suoi-bac", "period": "2023"}
    )
    statement = change(catalog, new, old)
    assert statement.text.count("ranh giới trước 01/7/2025") == 1


@pytest.mark.parametrize("note", ["nguồn không nêu tính đến ngày nào", "mà dân số chỉ khoảng 1,95 triệu"])
def test_a_note_that_does_not_tell_how_was_counted_is_no_other_way_of_counting(note: str) -> None:
    _, (first, second) = rows({**SIDE[0], "note": note}, SIDE[1])
    assert comparable(first, second) == ()


@pytest.mark.parametrize("note", ["mẫu số của nguồn là «dòng họ có điều kiện»", "do cán bộ, hội viên đóng góp"])
def test_units_counted_on_another_base_do_not_stand_side_by_side(note: str) -> None:
    _, (first, second) = rows({**SIDE[0], "note": note}, SIDE[1])
    assert comparable(first, second) == (Reason.OTHER_COUNT,)


# ── What the last drawing of mutants let pass ──────────────────────────────────────────────────────────────────


def test_a_row_alone_is_fit_or_says_why() -> None:
    assert unfit(one(period_status="inferred", note="số dự kiến")[1]) == (Reason.DOUBTFUL_PERIOD, Reason.PLANNED)
    assert unfit(one()[1]) == ()


@pytest.mark.parametrize(
    ("first", "second", "same"),
    [
        ({"source_id": "hoi-c"}, {"source_id": "nguoi-khac"}, False),
        ({"source_id": "hoi-c"}, {"source_id": "hoi-c-2"}, True),
        ({"source_id": "hoi-c"}, {"source_id": "khong-ten"}, False),
        ({"source_id": "khong-ten"}, {"source_id": "khong-ten-2"}, False),
        ({"source_id": "bao-a"}, {"source_id": "bao-a-2"}, False),
        ({"source_id": "khong-co"}, {"source_id": "khong-co-2"}, False),
    ],
)
def test_two_sources_count_in_one_way_only_as_reports_of_one_body(first: Given, second: Given, same: bool) -> None:
    more = [
        make(Source, source_id="nguoi-khac", title="X", publisher="Hội X", kind="chinh-chu"),
        make(Source, source_id="hoi-c-2", title="Y", publisher="Hội C", kind="chinh-chu"),
        make(Source, source_id="khong-ten", title="Z", kind="chinh-chu"),
        make(Source, source_id="khong-ten-2", title="T", kind="chinh-chu"),
        make(Source, source_id="bao-a-2", title="U", publisher="Báo A", kind="bao-chi"),
    ]
    catalog = catalog_of([observation(**first), observation(period="2023", **second)], more)
    assert same_definition(*catalog.figure_rows) is same
    assert same_definition(*reversed(catalog.figure_rows)) is same


def test_a_figure_without_a_frame_is_said_by_the_name_of_its_indicator() -> None:
    bare = indicator("khong-khung", name_vi="Số lớp", unit_measure="nguoi", value_type="count", stock_flow="flow")
    catalog = catalog_of([observation(indicator_id="khong-khung", qualifier="over"), observation("la", "la")], [bare])
    first, second = (figure_statement(catalog, row) for row in catalog.figure_rows)
    assert first.text == f"Năm 2024, số lớp của thành phố Bình Hồ là hơn 100 người {SOURCE_A}."
    assert Part("số lớp", "chi-tieu/khong-khung/") in first.parts
    assert second.text.startswith("Năm 2024, la của la là 100 (")


def test_a_change_of_a_fraction_of_a_percent_has_one_decimal() -> None:
    catalog, found = rows({"value": "301"}, {"period": "2023", "value": "300"})
    statement = change(catalog, *found)
    assert isinstance(statement, Statement)
    assert "tăng 1 người, tức 0,3%, so với năm 2023 (300 người)" in statement.text


def test_a_refused_composition_and_sum_know_what_they_are_of() -> None:
    _, (refused,) = wholes_of(*_whole(*FOUR[:3]))
    assert refused.kind is Kind.COMPOSITION
    assert [row.split("|")[1] for row in refused.row_ids] == ["staff-a", "staff-b"]
    third = {"unit_id": "tinh-ba", "value": "40", "qualifier": "about"}
    mixed = sum_of(*_side_by_side(third, {**SIDE[1], "qualifier": "over"}))
    assert isinstance(mixed, Refusal)
    assert (mixed.kind, mixed.subject, len(mixed.row_ids)) == (Kind.SUM, ("members",), 2)


def test_parts_with_another_doubt_than_their_whole_say_so_and_other_kinds_of_time_are_other_wholes() -> None:
    doubted = [FOUR[0], {**FOUR[1], "period_status": "inferred"}, *FOUR[2:]]
    (whole,), _ = wholes_of(*_whole(*doubted))
    assert "; cán bộ A 20 người (suy ra từ bài) (nguồn" in whole.statement.text
    assert whole.period == "2024"
    (whole,), _ = wholes_of(*_whole(*({**each, "period_status": "inferred"} for each in FOUR)))
    assert whole.statement.text.count("suy ra từ bài") == 1
    assert whole.period == "2024 (suy ra từ bài)"
    moment = [FOUR[0], *({**each, "period_kind": "moment"} for each in FOUR[1:])]
    wholes, (refused,) = wholes_of(*_whole(*moment))
    assert (wholes, refused.reasons) == ([], (Reason.WHOLE_MISSING,))
    old = [FOUR[0], *({**each, "border": "unknown"} for each in FOUR[1:])]
    assert wholes_of(*_whole(*old))[0] == []


def test_the_newest_ranking_is_of_the_whole_before_a_part() -> None:
    parts = [{**each, "breakdown": "nữ"} for each in (*SIDE, {"unit_id": "tinh-ba"})]
    (ranking,), _ = rankings(*_side_by_side(*parts, *SIDE, {"unit_id": "tinh-ba"}))
    assert ranking.figures[0].breakdown == ""
    others = [{**each, "breakdown": "các xã"} for each in (*SIDE, {"unit_id": "tinh-ba"})]
    (ranking,), _ = rankings(*_side_by_side(*parts, *others))
    assert ranking.figures[0].breakdown == "nữ"


def test_a_row_that_fits_nowhere_does_not_end_a_ranking_or_a_line() -> None:
    doubted = {"unit_id": "tinh-0", "period_status": "inferred"}
    zero = make(Unit, unit_id="tinh-0", name_vi="Tỉnh Không", unit_kind="dia-ban", level="tinh", area_id="suoi-bac")
    given = [observation(**each) for each in (doubted, *SIDE, {"unit_id": "tinh-ba"})]
    assert len(side_by_side(catalog_of(given, [THIRD, zero]).figure_rows)) == 3
    _, found = rows({"period": "2025", "period_status": "uncertain"}, *THREE)
    assert len(longest_chain(found)) == 3


def test_what_stands_beside_a_line_is_judged_beside_its_newest_point() -> None:
    catalog, found = rows(*THREE, {"period": "2024-06", "value": "180", "period_kind": "moment"})
    ((line,), _) = lines_of(catalog, found)
    assert [why for _, why in line.outside] == ["hai thời kỳ chồng lên nhau"]


def test_groups_of_the_whole_country_are_not_called_central_ones() -> None:
    plain = {"unit_kind": "doi-ngu", "level": "trung-uong", "area_id": "viet-nam"}
    groups = [make(Unit, unit_id=one, name_vi=f"Giáo viên {one} cả nước", **plain) for one in "abc"]
    catalog = catalog_of([observation(one, RATE, value=str(at)) for at, one in enumerate("abc", 90)], groups)
    (ranking,), _ = rankings(catalog, catalog.figure_rows)
    assert ranking.kind == "Đội ngũ cấp trung ương hoặc cả nước"


@pytest.mark.parametrize(
    ("hedge", "largest", "smallest", "unsure"),
    [
        ("exact", ["Tỉnh Đông Lâu"], ["Tỉnh Suối Bạc"], False),
        ("over", [], ["Tỉnh Suối Bạc"], True),
        ("nearly", ["Tỉnh Đông Lâu"], ["Tỉnh Suối Bạc"], False),
        ("under", ["Tỉnh Đông Lâu"], [], True),
    ],
)
def test_what_hedges_leave_open_is_no_end_of_a_ranking(
    hedge: str, largest: list[str], smallest: list[str], unsure: bool
) -> None:
    third = {"unit_id": "tinh-ba", "value": "40", "qualifier": hedge}
    (ranking,), _ = rankings(*_side_by_side(*SIDE, third))
    assert [figure.unit.text for figure in ranking.largest] == largest
    assert [figure.unit.text for figure in ranking.smallest] == smallest
    assert ("thứ tự các số gần nhau chưa chắc" in ranking.statement.text) is unsure
    assert (ranking.leader is not None) is bool(largest)


def test_equal_figures_lead_together_unless_one_is_hedged() -> None:
    (ranking,), _ = rankings(*_side_by_side(*SIDE, {"unit_id": "tinh-ba", "value": "50"}))
    assert len(ranking.largest) == 2
    assert ranking.leader is None
    (ranking,), _ = rankings(*_side_by_side(*SIDE, {"unit_id": "tinh-ba", "value": "50", "qualifier": "nearly"}))
    assert ranking.largest == ()


@pytest.mark.parametrize(
    ("value", "operator", "outcome"),
    [
        ("80", "<=", Outcome.MET),
        ("80.1", "<=", Outcome.MISSED),
        ("80", ">=", Outcome.MET),
        ("79.9", ">=", Outcome.MISSED),
    ],
)
def test_the_level_itself_meets_a_target(value: str, operator: str, outcome: Outcome) -> None:
    assert judged(Range(Decimal(value), Decimal(value)), operator, Decimal(80)) is outcome
    assert judged(Range(Decimal(80), Decimal(90)), "<=", Decimal(80)) is Outcome.UNDECIDED


def test_a_verdict_without_a_figure_or_from_several_knows_its_target_and_names_all_inputs() -> None:
    catalog, found = rows(
        {"indicator_id": RATE, "value": "85"}, {"indicator_id": RATE, "value": "75", "source_id": "hoi-c"}
    )
    for given in ({"value": None}, {"indicator_id": ""}, {}):
        assert verdict(catalog, ("x", "y"), _demand(**given), found).statement.subject == ("x", "y")
    answer = verdict(catalog, ("x",), _demand(), found)
    assert (answer.outcome, answer.reason) == (Outcome.UNDECIDED, "các nguồn khác nhau")
    assert answer.statement.text.count("; năm 2024, thành phố Bình Hồ có ") == 1
    assert answer.statement.text.endswith(": chưa kết luận được (các nguồn khác nhau).")
    exact = verdict(catalog, ("x",), _demand(due="2024"), found[:1])
    assert (exact.outcome, exact.reason) == (Outcome.MET, "")


def test_a_part_of_a_year_says_nothing_beside_the_whole_and_two_times_of_one_source_are_no_two_sources() -> None:
    part = {"indicator_id": FUND, "period": "2024-01/2024-09", "value": "70"}
    catalog, found = rows(part, {"indicator_id": FUND, "value": "90"})
    answer = verdict(catalog, ("x",), _demand(indicator_id=FUND), found)
    assert (answer.outcome, [figure.value for figure in answer.inputs]) == (Outcome.MET, [90])
    answer = verdict(catalog, ("x",), _demand(indicator_id=FUND), found[:1])
    assert (answer.outcome, answer.reason) == (Outcome.UNDECIDED, "số mới tính một phần của năm")
    first, second = ({"indicator_id": RATE, "period": f"2024-{at}", "period_kind": "moment"} for at in ("06", "12"))
    catalog, found = rows({**first, "value": "75"}, {**second, "value": "85"})
    answer = verdict(catalog, ("x",), _demand(), found)
    assert (answer.outcome, answer.reason) == (Outcome.UNDECIDED, "các con số trong năm khác nhau")


@pytest.mark.parametrize(
    ("until", "today", "words"),
    [
        ("2025-12-31", "2025-12-30", "còn hiệu lực đến 31/12/2025"),
        ("2025-12-31", "2025-12-31", "còn hiệu lực đến 31/12/2025"),
        ("2025-12-31", "2026-01-01", "đã hết hạn sau ngày 31/12/2025"),
        ("2025-10-14", "2025-10-14", "còn hiệu lực đến 14/10/2025"),
        ("2025-10-14", "2025-10-15", "đã hết hạn sau ngày 14/10/2025"),
    ],
)
def test_a_recognition_is_valid_on_its_last_day_and_not_after(until: str, today: str, words: str) -> None:
    assert validity_of(date.fromisoformat(until), date.fromisoformat(today)) == words
    assert validity_of(None, date.fromisoformat(today)) == "chưa rõ thời hạn"


@pytest.mark.parametrize(
    ("day", "counts"), [("2023-12-31", False), ("2024-01-01", True), ("2024-12-31", True), ("2025-01-01", False)]
)
def test_a_figure_counts_on_the_first_and_the_last_day_of_the_year_of_a_target(day: str, counts: bool) -> None:
    catalog, found = rows({"indicator_id": RATE, "value": "85", "period": day, "period_kind": "moment"})
    assert (verdict(catalog, ("x",), _demand(), found).outcome is Outcome.MET) is counts


# What the drawing of mutants of 26 November let pass.


def test_the_hedge_and_the_limits_of_the_earlier_figure_stand_with_it() -> None:
    catalog, (new, old) = rows(
        {"value": "300", "breakdown": "nữ"},
        {"period": "2023", "qualifier": "nearly", "note": "làm tròn", "breakdown": "nữ"},
    )
    statement = change(catalog, new, old)
    assert isinstance(statement, Statement)
    assert "tăng so với năm 2023 (gần 100 người) (làm tròn)" in statement.text
    money = {"indicator_id": FUND, "qualifier": "nearly"}
    catalog, (new, old) = rows({"indicator_id": FUND, "value": "9000000000"}, {**money, "period": "2023"})
    statement = change(catalog, new, old)
    assert isinstance(statement, Statement)
    assert "so với năm 2023 (gần 100 đồng)" in statement.text


@pytest.mark.parametrize(
    ("qualifier", "words"),
    [
        ("over", ["5,4", "5,4"]),
        ("at_least", ["5,4", "5,4"]),
        ("nearly", ["5,5", "5,5"]),
        ("under", ["5,5", "5,5"]),
        ("about", ["5,5", "5,4"]),
        ("exact", ["≈ 5,5", "5,41"]),
    ],
)
def test_an_amount_in_a_chart_is_rounded_so_that_its_hedge_stays_true(qualifier: str, words: list[str]) -> None:
    billions = money_scale([Decimal(10**9)])[0]
    assert [in_scale(Decimal(amount), billions, qualifier) for amount in (5_450_000_001, 5_410_000_000)] == words


def test_a_field_of_a_form_gets_hedge_and_number_without_the_noun_it_names() -> None:
    assert field_text(*one(qualifier="over", value="1200")) == "hơn 1.200"
    assert field_text(*one(indicator_id=FUND, value="2000000")) == "2 triệu đồng"
    assert field_text(*one(indicator_id=RATE, value="62.5", qualifier="about")) == "khoảng 62,5%"
    assert field_text(*one(value=None)) == ""
    assert field_text(*one(indicator_id="khong-co", value="1200")) == "1.200"


def test_a_unit_that_is_not_known_is_called_by_its_identifier_in_every_sentence() -> None:
    assert figure_statement(*one(unit_id="khong-co")).text.startswith("Năm 2024, khong-co có 100 hội viên khuyến học (")
    (line,), _ = lines_of(*rows(*({**each, "unit_id": "khong-co"} for each in THREE)))
    assert line.statement.text.startswith("Hội viên khuyến học của khong-co: năm 2022 là 100 người;")
    (whole,), _ = wholes_of(*_whole(*({**each, "unit_id": "khong-co"} for each in FOUR[1:]), total=""))
    assert whole.statement.text.startswith("Năm 2024, cơ cấu cán bộ của khong-co: cán bộ B 50 người")


def test_of_parts_without_a_whole_the_time_is_that_of_the_largest_and_another_doubt_stands_with_its_part() -> None:
    given = [FOUR[1], FOUR[2], {**FOUR[3], "period_status": "inferred"}]
    (whole,), _ = wholes_of(*_whole(*given, total=""))
    assert whole.statement.text == (
        "Năm 2024, cơ cấu cán bộ của thành phố Bình Hồ: cán bộ B 50 người (cả hợp đồng); cán bộ C 30 người (suy ra từ bài); "
        f"cán bộ A 20 người {SOURCE_A}."
    )
    (whole,), _ = wholes_of(*_whole(given[0], {**given[1], "period_status": "inferred"}, FOUR[3], total=""))
    assert whole.statement.text.startswith(
        "Năm 2024 (suy ra từ bài), cơ cấu cán bộ của thành phố Bình Hồ: cán bộ B 50 người ("
    )


def test_a_target_without_a_time_is_not_judged_by_any_figure() -> None:
    catalog, found = rows({"indicator_id": RATE, "value": "85"})
    answer = verdict(catalog, ("tp-binh-ho", RATE), replace(_demand(), due=None), found)
    assert (answer.outcome, answer.inputs) == (Outcome.ABSENT, ())


@pytest.mark.parametrize(
    "given",
    [
        {"indicator_id": FUND},
        {"breakdown": "nữ"},
        {"note": "chỉ tính nữ"},
        {"period": "2023"},
        {"period_kind": "cumulative"},
        {"period_status": "inferred"},
        {"border": "unknown"},
        {"unit_id": "hoi-binh-ho"},
        {"unit_id": "ca-nuoc"},
        {"unit_id": "khong-ro"},
        {"unit_id": "la"},
        {"indicator_id": "la"},
    ],
)
def test_rows_that_the_judge_can_tell_apart_are_not_judged_alike(given: Given) -> None:
    _, plain = one()
    assert judge.judged_alike(one(**given)[1]) != judge.judged_alike(plain)
    assert judge.judged_alike(one(value="7", qualifier="over", note="số sơ bộ")[1]) == judge.judged_alike(plain)


def test_a_row_beside_which_another_is_preferred_is_not_judged_as_one_that_is_followed() -> None:
    _, (first, second) = rows({}, {"source_id": "bao-b"})
    assert judge.judged_alike(first) != judge.judged_alike(second)


def test_what_is_no_indicator_to_rank_is_not_judged_as_one_that_is() -> None:
    plain = indicator("plain", name_vi="X", value_type="count", stock_flow="stock", comparison="none")
    catalog = catalog_of([observation(indicator_id="plain"), observation(indicator_id="staff-total")], [plain])
    assert {judge.judged_alike(row)[1] for row in catalog.figure_rows} == {False}
    assert judge.judged_alike(one()[1])[1] is True


def test_an_unknown_unit_stands_beside_no_other() -> None:
    _, (unknown, known) = rows({"unit_id": "la"}, {})
    for pair in ((unknown, known), (known, unknown)):
        reasons = comparable(*pair)
        assert {Reason.OTHER_KIND_OF_UNIT, Reason.OTHER_LEVEL, Reason.UNKNOWN_PLACE} <= {*reasons}
    assert Reason.RANGES_OVERLAP not in judge.against_side_by_side(*rows({"qualifier": "over"}, {"unit_id": "la"})[1])


def test_a_stock_and_a_flow_differ_in_length_and_kind_of_period_too() -> None:
    _, (stock, flow) = rows({}, {"indicator_id": FUND, "period": "2023-01/2023-06", "period_kind": "half-year"})
    assert comparable(stock, flow) == (Reason.OTHER_INDICATOR, Reason.OTHER_LENGTH, Reason.OTHER_KIND_OF_PERIOD)


def test_of_two_chains_alike_that_with_the_shorter_newest_period_is_taken() -> None:
    _, found = rows({"period": "2024"}, {"period": "2023-07/2024-12", "source_id": "bao-b", "period_kind": "months"})
    assert [row.observation.period.text for row in longest_chain(found)] == ["2024"]


def test_of_two_parts_of_one_time_the_last_by_name_is_ranked_and_the_whole_before_both() -> None:
    three = (*SIDE, {"unit_id": "tinh-ba"})
    parts = [{**each, "breakdown": scope} for scope in ("nam", "nữ") for each in three]
    (ranking,), _ = rankings(*_side_by_side(*parts))
    assert {figure.breakdown for figure in ranking.figures} == {"nữ"}
    (ranking,), _ = rankings(*_side_by_side(*parts, *three))
    assert {figure.breakdown for figure in ranking.figures} == {""}


def test_units_known_at_other_moments_of_a_year_stand_side_by_side_in_that_year_each_with_its_own_time() -> None:
    december = {"period": "2024-12", "period_kind": "moment"}
    day = {"period": "2024-12-31", "period_kind": "moment"}
    given = ({**SIDE[0], **december}, SIDE[1], {"unit_id": "tinh-ba", "value": "40", **day})
    catalog, found = _side_by_side(*given)
    (ranking,), _ = rankings(catalog, found)
    assert ranking.period == "năm 2024"
    total = sum_of(catalog, found)
    assert isinstance(total, Statement)
    for text in (ranking.statement.text, total.text):
        assert text.startswith("Hội viên khuyến học, năm 2024, ")
        assert "tỉnh Đông Lâu 50 người" in text
        assert "tỉnh Ba, tính đến ngày 31/12/2024, 40 người" in text
        assert "tỉnh Suối Bạc, tính đến tháng 12/2024, 30 người" in text
    catalog, found = _side_by_side(*({**each, **december} for each in (*SIDE, {"unit_id": "tinh-ba"})))
    (ranking,), _ = rankings(catalog, found)
    assert ranking.period == "tính đến tháng 12/2024"
    assert ranking.statement.text.count("12/2024") == 1


def test_what_is_of_a_part_of_a_year_and_more_than_the_most_allowed_misses_already() -> None:
    given = {"indicator_id": FUND, "period": "2024-01/2024-09", "value": "80"}
    for qualifier, outcome in (("over", Outcome.MISSED), ("exact", Outcome.UNDECIDED), ("nearly", Outcome.UNDECIDED)):
        catalog, found = rows({**given, "qualifier": qualifier})
        assert verdict(catalog, ("x",), _demand(indicator_id=FUND, operator="<="), found).outcome is outcome


def test_a_figure_of_another_source_for_the_same_time_is_no_earlier_one() -> None:
    later = {"period": "2024-12", "period_kind": "moment", "source_id": "hoi-c"}
    assert changes_of(*rows({}, later)) == []


def test_a_row_of_a_source_that_is_not_there_has_no_caveat_of_it() -> None:
    statement = figure_statement(*one(source_id="la"))
    assert statement.text.endswith("(nguồn: «la», đoạn 1).")
    assert statement.caveats == ()


def test_parts_without_a_whole_that_leave_something_out_say_so() -> None:
    (whole,), _ = wholes_of(*_whole(*FOUR[1:3], rule="sum-at-most", total=""))
    assert whole.statement.text.startswith(
        "Năm 2024, cơ cấu cán bộ của thành phố Bình Hồ (các phần không hợp thành toàn bộ): cán bộ B"
    )


def test_a_part_in_doubt_says_so_beside_its_number() -> None:
    (whole,), _ = wholes_of(*_whole(FOUR[0], {**FOUR[1], "period_status": "inferred"}, *FOUR[2:]))
    assert "cán bộ A 20 người (suy ra từ bài)" in whole.statement.text
    assert whole.statement.text.count("suy ra từ bài") == 1


def test_every_kind_of_unit_that_is_not_ranked_is_refused() -> None:
    bodies = [
        make(Unit, unit_id=f"so-{at}", name_vi=f"Sở {at}", unit_kind="so-nganh", level="tinh", area_id="binh-ho")
        for at in range(3)
    ]
    doubt = {"period_status": "inferred"}
    given = [observation(f"so-{at}", **doubt) for at in range(3)]
    given += [observation(**{**each, **doubt}) for each in (*SIDE, {"unit_id": "tinh-ba"})]
    catalog = catalog_of(given, bodies, [THIRD])
    ranked, refused = rankings(catalog, catalog.figure_rows)
    assert ranked == []
    assert [each.reasons for each in refused] == [(Reason.DOUBTFUL_PERIOD,)] * 2


def test_an_order_that_hedges_leave_open_is_said_so_and_a_hedged_figure_far_above_is_the_largest() -> None:
    far = {"unit_id": "tinh-ba", "value": "400", "qualifier": "over"}
    (ranking,), _ = rankings(*_side_by_side(*SIDE, far))
    assert [figure.value for figure in ranking.largest] == [400]
    assert (
        "địa bàn cấp tỉnh (ranh giới trước 01/7/2025), từ lớn đến nhỏ: tỉnh Ba hơn 400 người;" in ranking.statement.text
    )
    (ranking,), _ = rankings(*_side_by_side(*SIDE, {**far, "value": "48"}))
    assert ranking.largest == ()
    assert (
        ", từ lớn đến nhỏ theo con số nguồn nêu (có số nói chừng, nên thứ tự các số gần nhau chưa "
        "chắc): tỉnh Đông Lâu 50 người"
    ) in ranking.statement.text


def test_a_chart_of_several_units_leaves_out_what_may_stand_beside_nothing() -> None:
    _, (plain, doubtful) = rows({}, {"unit_id": "tinh-suoi-bac", "period_status": "inferred", "breakdown": "nữ"})
    assert judge.against_one_chart(plain, doubtful) == (Reason.OTHER_SCOPE, Reason.DOUBTFUL_PERIOD)
    _, (plain, hoi) = rows({"border": "before"}, {"unit_id": "hoi-binh-ho", "border": "after", "period": "2023"})
    assert judge.against_one_chart(plain, hoi) == (Reason.OTHER_KIND_OF_UNIT,)


@pytest.mark.parametrize("preferred_first", [True, False])
def test_a_figure_beside_which_another_source_is_preferred_stands_after_it_and_says_so_everywhere(
    preferred_first: bool,
) -> None:
    given = [{"source_id": "hoi-c", "value": "7"}, {"qualifier": "about", "value": "9"}]
    catalog, found = rows(*(given if preferred_first else reversed(given)))
    followed, rival = figures_of(catalog, [row.observation for row in found])
    assert [figure.source.text for figure in (followed, rival)] == ["Báo cáo C", "Bài A"]
    lists = ("; ".join(each) for each in (rival.limits, rival.details, rival.cautions))
    for words in (rival.aside, rival.caveat_words, rival.brief, *lists):
        assert "có nguồn khác được ưu tiên" in words
    assert rival.row_of_list == (
        "khoảng 9 người, 2024: hội viên khuyến học",
        ("có nguồn khác được ưu tiên",),
    )
    assert not followed.has_caveats
    assert (followed.rival, followed.details, followed.limits, followed.cautions) == ("", (), (), ())
    assert followed.row_of_list == ("7 người, 2024: hội viên khuyến học", ())
    # Its sentence is the same whatever other rows there are.
    assert "ưu tiên" not in figure_statement(catalog, catalog.row_of(rival.observation)).text
    assert english_figure(catalog, rival).brief == "about 9 people, 2024, another source is preferred"
    assert english_figure(catalog, followed).brief == "7 people, 2024"


def test_a_figure_whose_source_is_older_than_the_end_of_its_time_says_so_everywhere() -> None:
    given = {"source_id": "giua-nam", "indicator_id": FUND}
    over = [{"period": "2023/2024", "period_kind": "school-year"}, {"period": "2019/2024", "period_kind": "term"}]
    catalog, found = rows(given, *(given | period for period in over))
    part, *others = figures_of(catalog, [row.observation for row in found])
    lists = ("; ".join(each) for each in (part.limits, part.details, part.cautions))
    for words in (part.aside, part.caveat_words, part.brief, figure_statement(catalog, found[0]).text, *lists):
        assert "nguồn đăng khi năm chưa hết" in words
    assert part.row_of_list[1] == ("nguồn đăng khi năm chưa hết",)
    assert english_figure(catalog, part).brief == "100 dong, 2024, published before the period was over"
    # In June a school year is over, and a term is with the congress of its last year.
    assert not [each for each in others if each.has_caveats]


def test_a_figure_that_is_not_preferred_says_so_once_beside_a_line() -> None:
    catalog, found = rows(*THREE, {"period": "2021"}, {"period": "2021", "source_id": "bao-b", "value": "9"})
    (line,), _ = lines_of(catalog, found)
    assert [(figure.value, why) for figure, why in line.outside] == [
        (100, "có nguồn khác được ưu tiên"),
        (9, "khác nguồn, có thể khác cách đếm"),
    ]
