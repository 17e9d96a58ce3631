"""The explorer and the maps: what may share a chart is judged when the site is built, and the page keeps to it."""

import gzip
import json
import re
from collections.abc import Iterator
from dataclasses import replace
from decimal import Decimal
from itertools import combinations
from pathlib import Path
from typing import Any
from xml.etree import ElementTree as ET

import pytest
from axe_playwright_python.sync_playwright import Axe
from openpyxl import load_workbook
from playwright.sync_api import Browser, Download, Page

from browsing import page_at
from hoctap.model.catalog import Catalog
from hoctap.model.figure_row import FigureRow, figure_rows
from hoctap.model.period import parse_period
from hoctap.render.tilemap import AT_SEA, SIDES, locator
from hoctap.views.area_map import classes
from hoctap.views.comparison import choices
from hoctap.views.explorer import explored, explorer_index, explorer_shard, most_together
from hoctap.views.figure import Figure
from hoctap.views.figures_in_order import figures_of
from hoctap.views.statements.comparable import against_one_chart
from hoctap.views.statements.reasons import Reason, in_order

SCRIPTS = 150_000
SVG = "{http://www.w3.org/2000/svg}"


# ── What may share a chart ─────────────────────────────────────────────────────────────────────────────────────


@pytest.fixture(scope="module")
def row(catalog: Catalog) -> FigureRow:
    found = next(
        one
        for one in figure_rows(catalog)
        if one.observation.unit_id == "tinh-dong-lau" and not one.observation.breakdown
    )
    year = replace(found.observation, period=parse_period("2024"), period_status="stated")
    return replace(found, observation=year)


@pytest.mark.parametrize(
    ("change", "wanted"),
    [
        ({"period": parse_period("2023")}, ()),
        ({"period": parse_period("2024")}, (Reason.SAME_TIME,)),
        ({"period": parse_period("2020/2022")}, (Reason.OTHER_LENGTH,)),
        ({"period": parse_period("2023"), "breakdown": "khối trường học"}, (Reason.OTHER_SCOPE,)),
        ({"period": parse_period("2023"), "period_status": "uncertain"}, (Reason.DOUBTFUL_PERIOD,)),
        ({"period": parse_period("2023"), "source_id": "another"}, (Reason.OTHER_SOURCE,)),
        ({"period": parse_period("2023"), "note": "lũy kế từ 2016"}, (Reason.CUMULATIVE,)),
        ({"period": parse_period("2023"), "qualifier": "over"}, ()),
    ],
)
def test_figures_share_a_chart_only_when_nothing_speaks_against_it(
    row: FigureRow, change: dict[str, Any], wanted: tuple[Reason, ...]
) -> None:
    other = replace(row, observation=replace(row.observation, **change))
    assert against_one_chart(row, other) == against_one_chart(other, row) == wanted


def test_figures_of_two_kinds_of_unit_share_no_chart(row: FigureRow, catalog: Catalog) -> None:
    unit = catalog.units["hoi-khuyen-hoc-tinh-dong-lau"]
    seen = replace(row.observation, unit_id=unit.unit_id)
    assert against_one_chart(row, replace(row, unit=unit, observation=seen)) == (Reason.OTHER_KIND_OF_UNIT,)


def test_two_units_share_a_chart_at_different_times_and_on_different_borders(row: FigureRow) -> None:
    seen = replace(row.observation, unit_id="another", period=parse_period("2021"), border="before")
    assert against_one_chart(row, replace(row, observation=seen)) == ()


@pytest.mark.parametrize(
    ("rows", "wanted"),
    [
        ([], 0),
        ([(0, 2024, 1), (0, 2024, 2), (0, 2024, 2)], 2),
        ([(0, 2021, 1), (0, 2022, 2), (0, 2023, 3), (1, 2024, 1), (1, 2024, 2)], 2),
        ([(0, 2024, 1), (1, 2024, 2)], 1),
    ],
)
def test_a_column_chart_is_of_one_group_and_one_year(rows: list[tuple[int, int, int]], wanted: int) -> None:
    assert most_together({"group": group, "year": year, "unit": unit} for group, year, unit in rows) == wanted


def test_the_explorer_begins_with_what_shows_most(published_index: dict[str, Any]) -> None:
    assert {"together", "units", "rows", "alone"} <= set(published_index["indicators"][0])
    assert all(one["together"] <= one["units"] for one in published_index["indicators"])


@pytest.fixture(scope="module")
def published_index(site: Path) -> dict[str, Any]:
    index: dict[str, Any] = json.loads((site / "kham-pha" / "index.json").read_bytes())
    return index


@pytest.fixture(scope="module")
def shards(catalog: Catalog) -> dict[str, dict[str, Any]]:
    keys = [indicator.indicator_id for indicator in explored(catalog)]
    return {key: explorer_shard(catalog, key) for key in keys}


def test_every_figure_with_a_value_is_in_one_group_and_each_pair_of_groups_has_its_reason(
    catalog: Catalog, shards: dict[str, dict[str, Any]]
) -> None:
    assert len(shards) > 5
    for key, shard in shards.items():
        observations = [one for one in catalog.observations_by_indicator[key] if one.value is not None]
        groups = {one["group"] for one in shard["rows"]}
        assert len(shard["rows"]) == len(observations)
        assert groups == set(range(len(shard["sorts"])))
        assert [len(line) for line in shard["pairs"]] == list(range(1, len(set(shard["sorts"])) + 1))
        assert all(_reason(shard, one, other) for other in groups for one in groups if one < other)


def test_what_is_said_beside_a_value_is_all_that_limits_it(shards: dict[str, dict[str, Any]]) -> None:
    notes = {row["note"] for shard in shards.values() for row in shard["rows"]}
    assert any("ranh giới trước 01/7/2025" in note for note in notes)
    assert any("lưu ý về nguồn: " in note for note in notes)


def _reason(shard: dict[str, Any], one: int, other: int) -> str:
    """Read why two groups may not share a chart as the page does."""
    lower, upper = sorted(shard["sorts"][at] for at in (one, other))
    own = shard["own"].get(other, {}).get(one)
    reason: str = shard["reasons"][shard["pairs"][upper][lower] if own is None else own]
    return reason


def test_the_reason_between_groups_is_that_of_the_judge_asked_of_every_pair(
    catalog: Catalog, shards: dict[str, dict[str, Any]]
) -> None:
    asked = 0
    for key, shard in shards.items():
        rows = [row for row in catalog.rows_by_indicator[key] if row.observation.value is not None]
        ordered = [row_of_figure(rows, figure) for figure in figures_of(catalog, (row.observation for row in rows))]
        firsts: dict[int, list[FigureRow]] = {}
        for stated, row in zip(shard["rows"], ordered, strict=True):
            firsts.setdefault(stated["group"], []).append(row)
        for one, other in combinations(sorted(firsts), 2):
            heads = firsts[one][0], firsts[other][0]
            of_units = {
                (a.row_id, b.row_id): (a, b)
                for a, b in [
                    heads,
                    *((row, heads[1]) for row in firsts[one]),
                    *((heads[0], row) for row in firsts[other]),
                ]
                if (a, b) == heads or a.observation.unit_id == b.observation.unit_id
            }
            wanted = {reason for pair in of_units.values() for reason in against_one_chart(*pair)}
            assert _reason(shard, one, other) == "; ".join(reason.words for reason in in_order(wanted))
            asked += 1
    assert asked > 10


def row_of_figure(rows: list[FigureRow], figure: Figure) -> FigureRow:
    return next(row for row in rows if row.observation is figure.observation)


def test_a_hedge_a_doubt_and_the_source_travel_with_each_figure(shards: dict[str, dict[str, Any]]) -> None:
    rows = [one for shard in shards.values() for one in shard["rows"]]
    assert any(one["hedge"] for one in rows)
    assert any(one["doubt"] for one in rows)
    assert all(one["source"] and one["href"] for one in rows)


def test_a_province_stands_before_its_association_and_both_before_all_others(catalog: Catalog) -> None:
    ranks = {one.unit.unit_id: one.rank for one in choices(catalog)}
    assert ranks["tinh-dong-lau"] < ranks["hoi-khuyen-hoc-tinh-dong-lau"] < ranks["so-giao-duc-tinh-dong-lau"]


def test_a_province_that_belongs_to_the_country_is_still_first(catalog: Catalog) -> None:
    nation = replace(catalog.units["tinh-dong-lau"], unit_id="ca-nuoc", level="trung-uong", parent_unit_id="")
    province = replace(catalog.units["tinh-dong-lau"], parent_unit_id=nation.unit_id)
    units = [province if unit.unit_id == province.unit_id else unit for unit in catalog.units.values()]
    data = replace(catalog, records={**catalog.records, "units": (*units, nation)})
    ranks = {one.unit.unit_id: one.rank for one in choices(data)}
    assert ranks["tinh-dong-lau"] == 0


def test_the_index_says_of_each_unit_what_it_has_figures_of(catalog: Catalog) -> None:
    index = explorer_index(catalog)
    for unit_id, *_, indicators in index["units"]:
        ids = {index["indicators"][at]["id"] for at in indicators}
        assert ids == {one.indicator_id for one in catalog.observations_by_unit[unit_id] if one.value is not None}


# ── Maps ───────────────────────────────────────────────────────────────────────────────────────────────────────


@pytest.mark.parametrize(("side", "count"), [("moi", 34), ("cu", 63)])
def test_each_province_has_a_place_of_its_own_and_the_archipelagos_are_on_every_map(side: str, count: int) -> None:
    places = [*SIDES[side].values(), *((column, line) for _, column, line in AT_SEA[side])]
    assert len(SIDES[side]) == count
    assert len(set(places)) == count + 2
    assert {column for column, _ in places} <= set(range(1, 8))
    assert [name for name, *_ in AT_SEA[side]] == ["Quần đảo Hoàng Sa", "Quần đảo Trường Sa"]


@pytest.mark.parametrize("province", ["nghe-an", "ha-giang"])
def test_a_small_map_shows_one_place_and_both_archipelagos(province: str) -> None:
    drawn = locator(province, "Tên <nơi>")
    assert drawn.count('class="here"') == 1
    assert "Tên &lt;nơi&gt;" in drawn
    assert "Hoàng" in drawn
    assert "Trường" in drawn


def test_a_place_on_no_map_gets_none() -> None:
    assert locator("", "Việt Nam") == ""


@pytest.mark.parametrize(
    ("values", "wanted"),
    [
        ([], []),
        ([7], [(7, 7)]),
        ([3, 3, 3, 1], [(1, 1), (3, 3)]),
        (range(1, 11), [(1, 2), (3, 4), (5, 6), (7, 8), (9, 10)]),
    ],
)
def test_classes_of_a_map_keep_equal_values_together(values: list[int], wanted: list[tuple[int, int]]) -> None:
    assert classes(map(Decimal, values)) == [(Decimal(least), Decimal(most)) for least, most in wanted]


# ── In the browser ─────────────────────────────────────────────────────────────────────────────────────────────

browsers = pytest.mark.browser
builds = pytest.mark.build


@pytest.fixture
def page(browser: Browser, address: str) -> Iterator[Page]:
    with page_at(browser, address, viewport={"width": 390, "height": 800}, accept_downloads=True) as new_page:
        yield new_page


@pytest.fixture(scope="module")
def widest(catalog: Catalog) -> str:
    """The indicator with the most figures, of which a chart can be drawn."""
    return max(explorer_index(catalog)["indicators"], key=lambda one: (not one["alone"], one["rows"]))["id"]


def _open(page: Page, url: str) -> None:
    page.goto(url)
    page.get_by_role("tab", selected=True).wait_for()
    page.wait_for_load_state("networkidle")


@builds
@browsers
def test_every_view_is_drawn_without_a_complaint_and_stands_in_the_address(
    page: Page, address: str, widest: str
) -> None:
    _open(page, f"{address}kham-pha/?chi-tieu={widest}")
    for name, view, wanted in (
        ("Đường", "duong", "svg, p"),
        ("Bản đồ", "ban-do", "svg text"),
        ("Bảng", "bang", "tbody tr"),
    ):
        page.get_by_role("tab", name=name).click()
        page.wait_for_url(f"**xem={view}*")
        page.locator(f"[role=tabpanel] :is({wanted})").first.wait_for()
    page.reload()
    page.locator("[role=tabpanel] tbody tr").first.wait_for()
    assert page.get_by_role("tab", selected=True).inner_text() == "Bảng"


@builds
@browsers
def test_the_tabs_and_the_marks_answer_to_the_arrow_keys(page: Page, address: str, widest: str) -> None:
    _open(page, f"{address}kham-pha/?chi-tieu={widest}")
    page.locator("[role=tabpanel]").focus()
    page.keyboard.press("ArrowRight")
    assert "Nguồn:" in page.locator(".sht-tip").inner_text()
    page.get_by_role("tab", name="Cột").focus()
    page.keyboard.press("ArrowRight")
    page.wait_for_url("**xem=ban-do*")


@builds
@browsers
def test_a_province_is_chosen_by_its_bare_name_and_enter(page: Page, address: str) -> None:
    _open(page, f"{address}kham-pha/")
    page.get_by_role("combobox", name="Thêm đơn vị").fill("dong lau")
    page.keyboard.press("Enter")
    page.wait_for_url("**don-vi=tinh-dong-lau*")


@builds
@browsers
def test_files_hold_what_is_shown_with_title_source_licence_and_address(
    page: Page, address: str, widest: str, tmp_path: Path
) -> None:
    _open(page, f"{address}kham-pha/?chi-tieu={widest}")
    bars = page.locator("[role=tabpanel] svg rect").count()
    assert bars > 0

    def saved(name: str) -> Path:
        with page.expect_download() as waited:
            page.get_by_role("button", name=name).click()
        download: Download = waited.value
        download.save_as(tmp_path / download.suggested_filename)
        return tmp_path / download.suggested_filename

    drawn = ET.fromstring(saved("Tải SVG").read_bytes())
    words = " ".join(element.text or "" for element in drawn.iter(f"{SVG}text"))
    title = page.locator(".sht-explorer__title").inner_text()
    for wanted in (title, "Nguồn: ", "CC BY 4.0", page.url[:60]):
        assert wanted in words
    assert not list(drawn.iter(f"{SVG}style"))
    assert saved("Tải PNG").read_bytes()[:8] == b"\x89PNG\r\n\x1a\n"
    lines = saved("Tải CSV").read_text(encoding="utf-8-sig").splitlines()
    assert len(lines) == bars + 1
    with pytest.warns(UserWarning, match="no default style"):  # openpyxl's, of a file without styles
        book = load_workbook(saved("Tải Excel"))
    assert book.sheetnames == ["Số liệu", "Giới thiệu"]
    rows = list(book["Số liệu"].iter_rows(values_only=True))
    assert len(rows) == bars + 1
    assert all(isinstance(one[2], int | float) for one in rows[1:])
    assert any("CC BY 4.0" in str(cell) for line in book["Giới thiệu"].iter_rows(values_only=True) for cell in line)


@builds
@browsers
def test_the_scripts_of_the_explorer_stay_within_their_weight(
    browser: Browser, site: Path, address: str, widest: str
) -> None:
    asked: set[str] = set()
    with page_at(browser, address, viewport={"width": 390, "height": 800}, accept_downloads=True) as page:
        page.on("request", lambda request: asked.add(request.url.removeprefix(address).partition("?")[0]))
        _open(page, f"{address}kham-pha/?chi-tieu={widest}")
        with page.expect_download():
            page.get_by_role("button", name="Tải Excel").click()
    scripts = {path: len(gzip.compress((site / path).read_bytes(), 9)) for path in asked if path.endswith(".js")}
    assert {"charts", "workbook"} <= {Path(path).name.partition("-")[0] for path in scripts}
    assert sum(scripts.values()) <= SCRIPTS, scripts


@builds
@browsers
def test_the_library_is_fetched_by_the_explorer_alone(browser: Browser, address: str) -> None:
    with page_at(browser, address) as page:
        asked: list[str] = []
        page.on("request", lambda request: asked.append(request.url))
        for path in ("", "chi-tieu/", "dia-phuong/", "don-vi/tinh-dong-lau/"):
            page.goto(address + path, wait_until="networkidle")
    assert [url for url in asked if "assets/npm/" in url] == []


@builds
@browsers
def test_without_scripts_the_explorer_leads_to_every_indicator_and_the_map_is_painted(
    browser: Browser, site: Path, address: str, catalog: Catalog
) -> None:
    with page_at(browser, address, java_script_enabled=False) as page:
        page.goto(f"{address}kham-pha/")
        page.locator("details summary").first.click()
        assert page.locator("#chi-tieu-co-so tbody a").count() == len(explored(catalog))
    html = (site / "dia-phuong/index.html").read_text(encoding="utf-8")
    assert re.findall(r'<li[^>]* data-area="dong-lau" data-step="[0-5]"', html)
    assert html.count("Quần đảo Hoàng Sa") == html.count("Quần đảo Trường Sa") == 2


@builds
@browsers
@pytest.mark.parametrize("width", [320, 1280])
@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_explorer_and_map_keep_the_rules_of_accessibility(
    browser: Browser, address: str, widest: str, width: int, scheme: str
) -> None:
    view = {"width": width, "height": 800}
    found: dict[str, str] = {}
    with page_at(browser, address, viewport=view, color_scheme=scheme) as page:
        for path in (*(f"kham-pha/?chi-tieu={widest}&xem={view}" for view in ("cot", "bang", "ban-do")), "dia-phuong/"):
            page.goto(address + path, wait_until="networkidle")
            wide = page.evaluate("document.documentElement.scrollWidth")
            result = Axe().run(page)
            if wide > width or result.violations_count:
                found[path] = json.dumps([wide, *(one["id"] for one in result.response["violations"])])
    assert found == {}


# ── Units side by side ─────────────────────────────────────────────────────────────────────────────────────────


@builds
@browsers
def test_the_page_of_comparison_says_what_was_judged_when_the_site_was_built(page: Page, address: str) -> None:
    page.goto(f"{address}so-sanh/?don-vi=so-giao-duc-tinh-dong-lau,so-giao-duc-tinh-suoi-bac")
    row = page.locator("[data-compare] tbody tr", has_text="Tổng số cán bộ")
    row.first.wait_for()
    words = row.first.inner_text()
    assert "thời kỳ chưa chắc" in words
    assert "khác thời điểm" in words
    page.goto(f"{address}so-sanh/?don-vi=hoi-khuyen-hoc-tinh-dong-lau,truong-thpt-ho-sen")
    page.get_by_role("status").filter(has_text="chưa có chỉ tiêu nào chung").wait_for()
