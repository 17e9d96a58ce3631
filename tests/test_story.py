"""The story of a release: only what the rows say, and nothing that was there before is called new."""

import re
from collections.abc import Mapping
from datetime import date
from html import unescape

import pytest

from hoctap.load.releases import Release
from hoctap.model.catalog import Catalog
from hoctap.model.finding import Place
from hoctap.model.record import LocalTarget, Observation, Target
from hoctap.releases.story import chapters_of
from hoctap.render.environment import environment
from hoctap.views.home import newest_sources
from hoctap.views.statements.figure import figure_statement
from hoctap.views.statements.statement import Kind, Part, Statement
from hoctap.views.statements.story import Chapter, catalog_before, story
from miniature import REAL
from small_catalog import catalog_of, make, observation

SINCE, ON = date(2026, 1, 10), date(2026, 11, 22)
RATE = "learning-families-rate"
OLD = observation("hoi-binh-ho", period="2023", value="90")
Chapters = Mapping[Chapter, list[Statement]]


def _cells(row: Observation) -> dict[str, str]:
    """Return a row as it was published."""
    plain = {"period": row.period.text, "value": "" if row.value is None else f"{row.value:f}"}
    names = (
        "unit_id",
        "indicator_id",
        "period_kind",
        "period_status",
        "qualifier",
        "breakdown",
        "source_id",
        "locator",
    )
    return {**{name: getattr(row, name) for name in names}, **plain, "border": "", "note": row.note}


def _story_of(catalog: Catalog, *before: Observation) -> Chapters:
    chapters = story(catalog, [_cells(row) for row in before], SINCE, ON)
    return {one.chapter: list(one.statements) for one in chapters}


def test_the_same_figures_make_no_story() -> None:
    row = observation("hoi-binh-ho", period="2025")
    assert _story_of(catalog_of([OLD, row]), OLD, row) == {}


def test_a_new_figure_is_told_with_the_words_it_has_everywhere() -> None:
    row = observation("hoi-binh-ho", period="2025", qualifier="over", note="số dự kiến")
    catalog = catalog_of([OLD, row])
    (statement,) = _story_of(catalog, OLD)[Chapter.NEW]
    assert statement == figure_statement(catalog, catalog.row_of(row))
    assert "hơn 100 hội viên" in statement.text


@pytest.mark.parametrize(
    "row",
    [observation("hoi-binh-ho", period="2020"), observation("khong-ro", period="2025")],
    ids=["older than what is held", "of one who speaks for no province"],
)
def test_a_new_row_that_is_not_the_newest_of_a_place_is_counted_and_not_told(row: Observation) -> None:
    (chapter,) = story(catalog_of([OLD, row]), [_cells(OLD)], SINCE, ON)
    assert (chapter.chapter, chapter.count, chapter.statements) == (Chapter.NEW, 1, ())


def test_many_places_are_told_before_one_is_told_twice() -> None:
    rows = [
        observation("hoi-binh-ho", period="2025"),
        observation("hoi-binh-ho", "fund-raised-vnd", period="2025"),
        observation("tinh-dong-lau", "learning-families-rate", period="2025-10"),
    ]
    statements = _story_of(catalog_of(rows))[Chapter.NEW]
    assert [one.subject[0] for one in statements] == ["hoi-binh-ho", "tinh-dong-lau", "hoi-binh-ho"]


def test_a_number_that_was_corrected_is_told_with_what_was_published() -> None:
    now = observation("hoi-binh-ho", period="2023", value="95", qualifier="nearly")
    chapters = _story_of(catalog_of([now]), OLD)
    assert list(chapters) == [Chapter.CORRECTED]
    (statement,) = chapters[Chapter.CORRECTED]
    assert "gần 95 hội viên khuyến học (nguồn: " in statement.text
    assert statement.text.endswith("); bản trước của sổ ghi 90 người.")
    assert [caveat.code for caveat in statement.caveats] == ["hedge"]


def test_the_old_code_of_nearly_is_no_correction() -> None:
    old = observation("hoi-binh-ho", period="2023", value="90", qualifier="under")
    now = observation("hoi-binh-ho", period="2023", value="90", qualifier="nearly")
    assert _story_of(catalog_of([now]), old) == {}
    other = observation("hoi-binh-ho", period="2023", value="95", qualifier="nearly")
    assert list(_story_of(catalog_of([other]), old)) == [Chapter.CORRECTED]


@pytest.mark.parametrize(
    ("given", "words"),
    [
        ({"period": "2023-01/2023-06"}, "bản trước của sổ ghi năm 2023"),
        ({"breakdown": "khối cơ quan"}, "bản trước của sổ ghi không nêu phạm vi"),
        ({"unit_id": "khong-ro"}, "bản trước của sổ ghi Hội Khuyến học thành phố Bình Hồ"),
        ({"indicator_id": "staff-total"}, "bản trước của sổ ghi Hội viên khuyến học"),
    ],
)
def test_a_number_that_was_written_under_another_key_is_not_new(given: dict[str, str], words: str) -> None:
    chapters = _story_of(
        catalog_of([observation(**{"unit_id": "hoi-binh-ho", "period": "2023", "value": "90", **given})]), OLD
    )
    assert list(chapters) == [Chapter.CORRECTED]
    assert words in chapters[Chapter.CORRECTED][0].text


def test_two_equal_numbers_of_a_source_are_matched_with_the_likeliest_and_the_rest_is_new() -> None:
    moved = observation("hoi-binh-ho", period="2023", value="90", breakdown="cả hội")
    other = observation("hoi-dong-lau", period="2023", value="90")
    chapters = story(catalog_of([moved, other]), [_cells(OLD)], SINCE, ON)
    assert {one.chapter: one.count for one in chapters} == {Chapter.NEW: 1, Chapter.CORRECTED: 1}


def test_a_target_is_told_when_a_new_figure_decides_it_and_only_then() -> None:
    target = make(
        LocalTarget,
        unit_id="hoi-binh-ho",
        indicator_id="members",
        operator=">=",
        value="95",
        due="2025",
        source_id="hoi-c",
    )
    row = observation("hoi-binh-ho", period="2025", value="120")
    catalog = catalog_of([OLD, row], (target,))
    (statement,) = _story_of(catalog, OLD)[Chapter.DECIDED]
    assert statement.outcome == "đạt"
    assert statement.text.endswith(": đạt.")
    assert Chapter.DECIDED not in _story_of(catalog, OLD, row)
    hedged = catalog_of([OLD, observation("hoi-binh-ho", period="2025", value="96", qualifier="about")], (target,))
    assert Chapter.DECIDED not in _story_of(hedged, OLD)


def test_who_had_a_figure_of_two_years_at_the_last_release_and_has_none_now_fell_silent() -> None:
    row = observation("hoi-binh-ho", period="2024-06")
    (statement,) = _story_of(catalog_of([row]), row)[Chapter.SILENT]
    assert statement.text.startswith("Hội Khuyến học thành phố Bình Hồ chưa có số nào của hai năm qua; số mới nhất: ")
    # Long silent, or of borders that are gone: no news.
    assert _story_of(catalog_of([OLD]), OLD) == {}
    gone = observation("tinh-suoi-bac", period="2024-06")
    assert _story_of(catalog_of([gone]), gone) == {}


def test_the_record_keeps_the_words_of_the_statements() -> None:
    row = observation("hoi-binh-ho", period="2025")
    chapters = story(catalog_of([row]), [], SINCE, ON)
    (chapter,) = chapters_of(chapters)
    assert (chapter.chapter, chapter.title, chapter.count) == ("new", "Số mới", 1)
    assert chapter.texts == [chapters[0].statements[0].text]


def test_who_fell_silent_is_told_with_all_that_is_known_of_the_figure() -> None:
    row = observation("hoi-binh-ho", period="2024-06", period_status="inferred", note="số sơ bộ", qualifier="over")
    catalog = catalog_of(
        [row, observation("tinh-suoi-bac", period="2024-06"), observation("tp-binh-ho", period="2026")]
    )
    silent = _story_of(catalog, *catalog.observations)[Chapter.SILENT]
    (statement,) = silent
    whole = figure_statement(catalog, catalog.row_of(row))
    assert statement.text == (
        f"Hội Khuyến học thành phố Bình Hồ chưa có số nào của hai năm qua; số mới nhất: {whole.text[0]}{whole.text[1:]}"
    ).replace("số mới nhất: Tháng", "số mới nhất: tháng").replace("số mới nhất: Tính", "số mới nhất: tính")
    assert (statement.kind, statement.subject, statement.row_ids) == (Kind.ABSENCE, ("hoi-binh-ho",), whole.row_ids)
    assert (statement.caveats, statement.figures) == (whole.caveats, whole.figures)
    assert statement.parts[0] == Part("Hội Khuyến học thành phố Bình Hồ", "don-vi/hoi-binh-ho/")


def test_new_figures_come_central_certain_whole_and_newest_first() -> None:
    rows = [
        observation("hoi-binh-ho", period="2025", breakdown="khối cơ quan tỉnh"),
        observation("tinh-dong-lau", period="2025-12", period_status="uncertain"),
        observation("tp-binh-ho", period="2025-08"),
        observation("hoi-dong-lau", period="2025-09"),
        observation("ca-nuoc", period="2024"),
    ]
    statements = _story_of(catalog_of(rows))[Chapter.NEW]
    assert [one.subject[0] for one in statements] == [
        "ca-nuoc",
        "hoi-dong-lau",
        "tp-binh-ho",
        "hoi-binh-ho",
        "tinh-dong-lau",
    ]


def test_verdicts_of_units_of_the_country_and_of_places_are_told_those_met_first() -> None:
    own = {"unit_id": "hoi-binh-ho", "indicator_id": "members", "operator": ">=", "due": "2025", "source_id": "hoi-c"}
    targets = (
        make(LocalTarget, **{**own, "value": "500"}),
        make(LocalTarget, **{**own, "value": "95", "scope": "nữ"}),
    )
    national = make(Target, target_id="muc-tieu", indicator_id=RATE, operator=">=", value="60", due="2025")
    rows = [
        observation("hoi-binh-ho", period="2025", value="120"),
        observation("hoi-binh-ho", period="2025", value="96", breakdown="nữ"),
        observation("ca-nuoc", RATE, period="2025", value="70"),
        observation("tp-binh-ho", RATE, period="2025", value="50"),
    ]
    statements = _story_of(catalog_of(rows, targets, (national,)))[Chapter.DECIDED]
    assert [(one.outcome, one.subject) for one in statements] == [
        ("đạt", ("hoi-binh-ho", "members", "2025", "nữ", "hoi-c")),
        ("đạt", ("muc-tieu",)),
        ("chưa đạt", ("hoi-binh-ho", "members", "2025", "", "hoi-c")),
        ("chưa đạt", ("muc-tieu", "dia-phuong/binh-ho/")),
    ]
    # A verdict of a place that stood before is no news, whatever else is.
    again = _story_of(catalog_of(rows, targets, (national,)), rows[3], rows[0])[Chapter.DECIDED]
    assert [one.subject for one in again] == [("hoi-binh-ho", "members", "2025", "nữ", "hoi-c"), ("muc-tieu",)]


def test_a_row_that_says_the_same_keeps_what_is_known_of_it_today_and_one_without_a_number_is_read() -> None:
    row = observation("hoi-binh-ho", period="2025", border="before", locator="đoạn 9")
    old = {**_cells(row), "locator": "đoạn 1"}
    (kept,) = catalog_before(catalog_of([row]), [old]).observations
    assert kept is row
    (observed,) = catalog_before(catalog_of([]), [{**old, "value": "", "note": "nhiều"}]).observations
    assert (observed.value, observed.note, observed.place, observed.border) == (None, "nhiều", Place("", 0), "")
    short = {name: text for name, text in old.items() if name != "note"}
    (observed,) = catalog_before(catalog_of([]), [short]).observations
    assert observed.note == ""


def test_a_corrected_hedge_a_scope_and_a_unit_are_told_as_they_were_published() -> None:
    old = [
        observation("hoi-binh-ho", period="2023", value="90", qualifier="over"),
        observation("hoi-dong-lau", period="2023", value="80", breakdown="nữ"),
        observation("tp-binh-ho", period="2024", value="7"),
    ]
    now = [
        observation("tp-binh-ho", period="2024", value="7"),
        observation("hoi-binh-ho", period="2023", value="90"),
        observation("hoi-dong-lau", period="2023-06", value="80"),
    ]
    first, second = (one.text for one in _story_of(catalog_of(now), *old)[Chapter.CORRECTED])
    assert first.endswith("); bản trước của sổ ghi hơn 90 người.")
    assert "đoạn 1); bản trước" in first
    assert second.endswith("); bản trước của sổ ghi năm 2023, phạm vi «nữ».")
    moved = observation("khong-ro", period="2023", value="80", breakdown="nữ")
    (statement,) = _story_of(catalog_of([moved]), old[1])[Chapter.CORRECTED]
    assert statement.text.endswith("bản trước của sổ ghi Hội Khuyến học tỉnh Đông Lâu.")
    gone = observation("don-vi-da-bo", period="2023", value="80", breakdown="nữ")
    (statement,) = _story_of(catalog_of([moved]), gone)[Chapter.CORRECTED]
    assert statement.text.endswith("bản trước của sổ ghi don-vi-da-bo.")


@pytest.mark.parametrize("turned", [False, True])
def test_a_number_is_taken_for_the_published_one_most_like_it(turned: bool) -> None:
    like = observation("hoi-binh-ho", period="2023", value="80", breakdown="nữ")
    other = observation("khong-ro", "staff-total", period="2021", value="80", locator="đoạn 7")
    now = observation("hoi-binh-ho", period="2023", value="80")
    (statement,) = _story_of(catalog_of([now]), *([other, like] if turned else [like, other]))[Chapter.CORRECTED]
    assert statement.text.endswith("bản trước của sổ ghi phạm vi «nữ».")


def test_what_is_new_or_still_heard_ends_no_search_for_the_rest() -> None:
    fresh, silent = observation("hoi-binh-ho", period="2025"), observation("tp-binh-ho", period="2024-06")
    chapters = _story_of(catalog_of([fresh, silent]), silent, fresh)
    assert [one.subject for one in chapters[Chapter.SILENT]] == [("tp-binh-ho",)]
    was = observation("hoi-dong-lau", period="2023", value="80")
    now = [observation("hoi-binh-ho", period="2023"), observation("hoi-dong-lau", period="2023", value="81")]
    assert len(_story_of(catalog_of(now), was)[Chapter.CORRECTED]) == 1


def test_a_visitor_reads_the_story_of_each_release_and_what_came_since() -> None:
    first, second = observation("hoi-binh-ho", period="2025", qualifier="over"), observation("hoi-dong-lau")
    catalog = catalog_of([first, second])
    release = Release("2026.01", SINCE, "Bản đầu.", story=chapters_of(story(catalog, [_cells(second)], SINCE, ON)))
    since = chapters_of(story(catalog, [_cells(first)], SINCE, ON))
    page = environment(REAL).get_template("news.html").module
    text = unescape(re.sub("<[^>]+>", "", page.news([release], since, [])))  # type: ignore[attr-defined]
    assert "Phiên bản 2026.01, ngày 10/01/2026" in text
    assert "Từ phiên bản 2026.01 đến nay" in text
    assert "mọi phiên bản, riêng đính chính" in text
    assert text.count("Số mới: 1") == 2
    for row in (first, second):
        assert figure_statement(catalog, catalog.row_of(row)).text in text
    nothing = unescape(re.sub("<[^>]+>", "", page.news([], (), [])))  # type: ignore[attr-defined]
    assert "Chưa phát hành phiên bản nào." in nothing
    assert "mọi phiên bản" not in nothing


@pytest.mark.parametrize(
    ("today", "newest"),
    [("2026-05-31", ["bao-a"]), ("2026-06-01", ["bao-b", "bao-a"]), ("2026-12-31", ["dang-d", "bao-b", "bao-a"])],
)
def test_a_source_is_new_from_its_day_on(today: str, newest: list[str]) -> None:
    rows = [observation(source_id=source) for source in ("bao-a", "bao-b", "dang-d", "khong-ngay")]
    found = newest_sources(catalog_of(rows), date.fromisoformat(today))
    assert [source.source.href.split("/")[-2] for source in found] == newest
