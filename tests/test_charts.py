"""Charts as they are drawn, mark for mark: `make accept` takes them, and someone looks at what changed."""

from collections.abc import Callable, Sequence
from datetime import date
from pathlib import Path
from typing import Any

import pytest
from jinja2 import UndefinedError
from markupsafe import Markup

import golden
from hoctap.model.record import Unit
from hoctap.render import chart
from hoctap.render.ages import age_strip
from hoctap.render.chain import chain_drawing
from hoctap.render.environment import environment
from hoctap.render.tilemap import locator, tile_words
from hoctap.views.figure import Figure, figure_of
from hoctap.views.freshness import ProvinceAge
from hoctap.views.link import Link
from hoctap.views.statements.words import in_scale, value_words
from miniature import REAL
from small_catalog import INDICATORS, catalog_of, make, observation

FUND = "fund-raised-vnd"
LONG = make(
    Unit,
    unit_id="dai",
    name_vi="Hội Khuyến học các trường đại học, cao đẳng và trung cấp chuyên nghiệp trên địa bàn tỉnh Suối Bạc",
    unit_kind="hoi-khuyen-hoc",
    level="tinh",
    area_id="suoi-bac",
)


def figures(*given: dict[str, Any]) -> Sequence[Figure]:
    catalog = catalog_of([observation(**each) for each in given], [LONG])
    return [figure_of(catalog, row.observation) for row in catalog.figure_rows]


UNITS = (
    {"unit_id": "tp-binh-ho", "value": "1200"},
    {"unit_id": "tinh-suoi-bac", "value": "800", "qualifier": "over", "note": "số sơ bộ"},
    {"unit_id": "dai", "value": "600", "qualifier": "about"},
    {"unit_id": "ca-nuoc", "value": None},
    {"unit_id": "hoi-binh-ho", "value": "5", "qualifier": "nearly", "breakdown": "nữ"},
    {"unit_id": "hoi-dong-lau", "value": "0", "qualifier": "under"},
)
MONEY = (
    {"indicator_id": FUND, "value": "5435618000", "qualifier": "over", "period": "2022"},
    {"indicator_id": FUND, "value": "885000000000", "period": "2021"},
    {"indicator_id": FUND, "value": "900000000", "qualifier": "at_least", "period": "2023"},
)
YEARS = (
    {"period": "2020", "value": "100", "locator": ""},
    {"period": "2021-06", "value": "140", "qualifier": "about", "period_kind": "moment"},
    {"period": "2022/2023", "value": "90", "period_kind": "school-year", "note": "cả hợp đồng"},
    {"period": "2024-12-31", "value": "230", "qualifier": "over", "period_kind": "moment"},
)
AGES = (
    ProvinceAge(Link("dia-phuong/a/", "Bình Hồ"), 2026, None),
    ProvinceAge(Link("dia-phuong/b/", "Đông <Lâu>"), 2021, 2024),
    ProvinceAge(Link("dia-phuong/c/", "Nam Khê"), None, 2009),
    ProvinceAge(Link("dia-phuong/d/", "Thác Bà"), None, None),
)
_PLAN, _SCHEME = Link("van-ban/kh/", "Kế hoạch 12/KH-HKH"), Link("van-ban/qd/", "Quyết định 777/QĐ-ML")
_DIRECTIVE = Link("van-ban/ct/", "Chỉ thị về tăng cường sự lãnh đạo của Đảng đối với công tác khuyến học, khuyến tài")
CHAIN = (
    (_PLAN, "thực hiện", _SCHEME),
    (_PLAN, "căn cứ", _DIRECTIVE),
    (_SCHEME, "căn cứ", _DIRECTIVE),
    (_DIRECTIVE, "thay thế", Link("van-ban/cu/", "Chỉ thị cũ")),
)
DRAWN: dict[str, Callable[[], Markup]] = {
    "bars-of-units": lambda: chart.bars("Hội viên <mới>", figures(*UNITS)),
    "bars-no-more-than": lambda: chart.bars("Hội viên", figures(*UNITS), most=2),
    "bars-of-indicators": lambda: chart.bars("Quỹ", figures(*MONEY), by="indicator"),
    "bars-of-nothing": lambda: chart.bars("Không có", figures(UNITS[3])),
    "bars-of-zero": lambda: chart.bars("Không", figures({"value": "0"})),
    "shares": lambda: chart.shares("Cơ cấu", figures(*UNITS[:3]), 2600),  # type: ignore[arg-type]
    "line": lambda: chart.line("Hội viên qua thời gian", figures(*YEARS)),
    "line-of-money": lambda: chart.line("Quỹ", figures(*sorted(MONEY, key=lambda each: each["period"]))),
    "line-of-zeros": lambda: chart.line("Không", figures({"value": "0"}, {"value": "0", "period": "2023"})),
    "line-at-one-time": lambda: chart.line("Một lúc", figures({"value": "3"}, {"value": "4", "source_id": "bao-b"})),
    "spark": lambda: chart.spark(figures(*YEARS)),
    "spark-of-zeros": lambda: chart.spark(figures({"value": "0"}, {"value": "0", "period": "2023"})),
    "spark-at-one-time": lambda: chart.spark(figures({"value": "3"}, {"value": "4", "source_id": "bao-b"})),
    "locator-of-today": lambda: locator("lam-dong", "Tỉnh <Lâm Đồng>"),
    "locator-of-before": lambda: locator("bac-kan", "Tỉnh Bắc Kạn"),
    "ages": lambda: age_strip(AGES, date(2026, 11, 22)),
    "chain": lambda: chain_drawing("Căn cứ", CHAIN),
    "chain-of-nothing": lambda: chain_drawing("Căn cứ", ()),
}


def test_charts_are_drawn_as_before(request: pytest.FixtureRequest) -> None:
    drawings = {f"{name}.svg": f"{draw()}\n".replace("><", ">\n<").encode() for name, draw in DRAWN.items()}
    golden.compare("charts", drawings, accept=request.config.getoption("--accept"))


@pytest.mark.parametrize(
    ("qualifier", "mark", "label"),
    [
        ("exact", 'class="bar"', "100 người"),
        ("over", 'class="bar bar--hedged"', "hơn 100 người"),
        ("at_least", 'class="open"', "ít nhất 100 người"),
        ("nearly", 'class="bar bar--hedged"', "gần 100 người"),
        ("under", 'class="bar bar--hedged"', "dưới 100 người"),
        ("about", 'class="bar bar--hedged"', "khoảng 100 người"),
    ],
)
def test_a_hedge_is_drawn_and_named(qualifier: str, mark: str, label: str) -> None:
    drawn = chart.bars("Hội viên", figures({"qualifier": qualifier}))
    assert mark in drawn
    assert f">{label}</text>" in drawn
    assert ('class="open"' in drawn) is (qualifier in ("over", "at_least"))
    point = chart.line("Hội viên", figures({"qualifier": qualifier}, {"period": "2023"}))
    assert point.count('class="dot dot--exact"') == (2 if qualifier == "exact" else 1)


@pytest.mark.parametrize(
    ("qualifier", "value", "label"),
    [
        ("over", "5460000000", "hơn 5,4 tỷ"),
        ("at_least", "5460000000", "ít nhất 5,4 tỷ"),
        ("nearly", "5420000000", "gần 5,5 tỷ"),
        ("under", "5420000000", "dưới 5,5 tỷ"),
        ("about", "5450000000", "khoảng 5,5 tỷ"),
        ("exact", "5460000000", "5,46 tỷ"),
        ("exact", "5435618000", "≈ 5,4 tỷ"),
        ("over", "5000000000", "hơn 5 tỷ"),
    ],
)
def test_an_amount_is_rounded_so_that_its_hedge_stays_true(qualifier: str, value: str, label: str) -> None:
    (figure,) = figures({"indicator_id": FUND, "value": value, "qualifier": qualifier})
    assert chart.values_in_one_unit([figure]) == [label]


def test_what_limits_a_mark_stands_in_the_description() -> None:
    drawn = chart.bars("Hội viên", figures(UNITS[1], UNITS[4]))
    assert "hơn 800 người, 2024 (ranh giới trước 01/7/2025; số sơ bộ)" in drawn
    assert "gần 5 người, 2024 (phạm vi: nữ)" in drawn


@pytest.mark.parametrize(
    ("notes", "words"),
    [
        (("sơ bộ", "sơ bộ"), "800 người, 2021; 801 người, 2022. Mọi con số: ranh giới trước 01/7/2025; sơ bộ"),
        (("sơ bộ", ""), "800 người, 2021 (sơ bộ); 801 người, 2022. Mọi con số: ranh giới trước 01/7/2025"),
        (("sơ bộ",), "800 người, 2021 (ranh giới trước 01/7/2025; sơ bộ)"),
    ],
)
def test_what_limits_every_mark_is_said_once_in_the_description(notes: tuple[str, ...], words: str) -> None:
    given = [
        {"unit_id": "tinh-suoi-bac", "period": str(2021 + at), "value": str(800 + at), "note": note}
        for at, note in enumerate(notes)
    ]
    assert f">{words}</desc>" in chart.line("Hội viên", figures(*given))


def test_small_amounts_keep_what_makes_them_more_than_nothing() -> None:
    (value,) = [row.observation.value for row in catalog_of([observation(value="4000000")]).figure_rows]
    assert value is not None
    assert in_scale(value, value * 250) == "0,004"
    assert value_words(catalog_of([]), INDICATORS[1], value) == "4 triệu đồng"


@pytest.mark.parametrize(
    ("given", "words"),
    [
        ({"value": "1200"}, ("1.200", "2024")),
        ({"value": "1200", "qualifier": "nearly", "note": "số sơ bộ"}, ("gần 1.200", "2024 *")),
        ({"indicator_id": FUND, "value": "5400000000", "qualifier": "over"}, ("hơn 5,4 tỷ đồng", "2024")),
        ({"period": "2023-06/2024-05", "value": "7"}, ("7", "2024")),
    ],
)
def test_a_tile_says_value_and_year_and_that_there_is_more_to_know(
    given: dict[str, Any], words: tuple[str, str]
) -> None:
    assert tile_words(figures(given)[0]) == words


def test_a_name_that_a_template_does_not_know_raises() -> None:
    env = environment(REAL)
    with pytest.raises(UndefinedError):
        env.from_string("{{ khong_co }}").render()
    assert env.from_string("{{ '<b>' }}").render() == "&lt;b&gt;"


def test_templates_are_compiled_once_and_anew_where_the_folder_is_gone(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("hoctap.render.environment.CACHE", tmp_path / "none" / "templates")
    assert environment(REAL).bytecode_cache is not None
    (folder,) = (tmp_path / "none" / "templates").iterdir()
    (folder / "old").touch()
    assert environment(REAL).bytecode_cache is not None
    assert (folder / "old").is_file()
    (tmp_path / "file").touch()
    monkeypatch.setattr("hoctap.render.environment.CACHE", tmp_path / "file" / "templates")
    assert environment(REAL).bytecode_cache is None
