"""The English layer: numbers, periods, twins of every kind of page, and descriptors in both languages."""

import ast
import re
from datetime import date
from decimal import Decimal
from pathlib import Path

import pytest

from hoctap.model import large_site
from hoctap.model.catalog import Catalog
from hoctap.model.period import parse_period
from hoctap.model.record import LocalTarget, Target
from hoctap.views import english, english_aims, english_page, english_subjects, english_times
from hoctap.views.basis import Changed
from hoctap.views.english_aims import AIMS, OUTCOMES, REASONS
from hoctap.views.english_labels import labels
from hoctap.views.english_list import LISTS, english_list
from hoctap.views.english_names import name_of, twin_of, twins_of
from hoctap.views.english_page import EnglishPage
from hoctap.views.figure import figure_of_row
from hoctap.views.link import ASSESSMENT, UNIT, Link, area_link, source_link, unit_link
from hoctap.views.page_kinds import BY_FOLDER, BY_NAME, KINDS
from hoctap.views.statements import verdict
from hoctap.views.statements.targets import verdict_of_local
from hoctap.views.statements.verdict import Outcome
from miniature import descriptors
from rendering import DAY
from small_catalog import catalog_of, make, observation


@pytest.mark.parametrize(
    ("value", "words"),
    [(Decimal(2763), "2,763"), (Decimal("32.830"), "32.83"), (Decimal(100), "100"), (0, "0"), (12000, "12,000")],
)
def test_numbers_are_written_as_in_english(value: Decimal | int, words: str) -> None:
    assert english.number(value) == words


@pytest.mark.parametrize(
    ("value", "measure", "words"),
    [(Decimal(1), "nguoi", "1 person"), (Decimal(2), "nguoi", "2 people"), (Decimal(1), "lop", "1 class")],
)
def test_one_of_a_thing_is_not_named_in_the_plural(catalog: Catalog, value: Decimal, measure: str, words: str) -> None:
    assert english.measured(catalog, measure, value) == words


@pytest.mark.parametrize(
    ("period", "words"),
    [
        ("2024", "2024"),
        ("2024-06", "June 2024"),
        ("2025-02-21", "21 February 2025"),
        ("2007/2009", "2007–2009"),
        ("2024-11/2025-02", "November 2024–February 2025"),
    ],
)
def test_times_are_written_as_in_english(period: str, words: str) -> None:
    assert english_times.span(parse_period(period)) == words


@pytest.mark.parametrize(
    ("period", "kind", "words"),
    [
        ("2025-02-21", "moment", "as of 21 February 2025"),
        ("2025-06", "moment", "as of June 2025"),
        ("2025", "moment", "2025"),
        ("2020/2024", "moment", "some time in 2020–2024"),
        ("2024", "calendar-year", "2024"),
        ("2025-01/2025-06", "half-year", "first 6 months of 2025"),
        ("2025-07/2025-12", "half-year", "last 6 months of 2025"),
        ("2025-04/2025-06", "quarter", "second quarter of 2025"),
        ("2025-01/2025-12", "months", "2025"),
        ("2025-02/2025-05", "months", "February–May 2025"),
        ("2024-09/2025-05", "months", "September 2024–May 2025"),
        ("2023/2024", "school-year", "school year 2023–2024"),
        ("2020/2025", "term", "term 2020–2025"),
        ("2021/2025", "cumulative", "2021–2025"),
        ("2025-06", "cumulative", "cumulative to June 2025"),
    ],
)
def test_the_period_of_a_figure_says_what_kind_it_is(period: str, kind: str, words: str) -> None:
    catalog = catalog_of([observation(indicator_id="members", period=period, period_kind=kind)])
    (row,) = catalog.rows_by_indicator["members"]
    assert english_times.english_period(row) == words


def test_what_happened_on_a_day_is_not_what_happened_up_to_it() -> None:
    catalog = catalog_of([observation(indicator_id="fund-raised-vnd", period="2025-02-21", period_kind="moment")])
    (row,) = catalog.rows_by_indicator["fund-raised-vnd"]
    assert "flow" in row.stock_flow
    assert english_times.english_period(row) == "21 February 2025"


def test_only_what_happened_is_added_up_through_years() -> None:
    row = observation(indicator_id="fund-raised-vnd", period="2021/2025", period_kind="cumulative")
    assert english_times.english_period(catalog_of([row]).row_of(row)) == "cumulative, 2021–2025"


def test_every_package_table_and_column_is_described_in_english() -> None:
    silent = []
    for package in descriptors():
        silent += [package["name"]] * ("description_en" not in package)
        for resource in package["resources"]:
            silent += [resource["name"]] * ("description_en" not in resource)
            fields = resource["schema"]["fields"]
            silent += [f"{resource['name']}.{field['name']}" for field in fields if "description_en" not in field]
    assert silent == []


def test_every_code_list_and_indicator_is_among_the_labels(catalog: Catalog) -> None:
    found = labels(catalog)
    assert sum(len(rows) for _, rows in found.lists) == len(catalog.codes)
    assert len(found.indicators) == len(catalog.indicators)


def test_figures_of_the_front_page_are_told_in_english(catalog: Catalog) -> None:
    figures = english.headline_figures(catalog, DAY)
    assert figures
    assert all(figure.value_with_qualifier and figure.indicator for figure in figures)


def test_every_kind_of_page_has_a_twin_but_the_forms(catalog: Catalog) -> None:
    without = [kind.folder for kind in KINDS if not kind.english]
    assert without == [ASSESSMENT]
    for kind in KINDS:
        keys = list(kind.keys(catalog))
        assert keys
        assert all(bool(twin_of(catalog, kind.folder, key)) is bool(kind.english) for key in keys)
    listed = ["don-vi/", "dia-phuong/dong-lau/", "tu-danh-gia/x/", "van-ban/tt-88-2023/", "en/", "du-lieu/tu-dien/"]
    listed += ["don-vi/den-2017/", "nguon/den-2020/"]
    assert twins_of(catalog, listed) == ["en/dia-phuong/dong-lau/", "en/van-ban/tt-88-2023/"]


def test_of_very_many_units_only_those_with_an_english_name_have_a_twin(
    catalog: Catalog, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(large_site, "MOST_UNITS", 1)
    found = {unit.name_en != "": twin_of(catalog, UNIT, unit.unit_id) for unit in catalog.units.values()}
    assert found[True]
    assert found[False] == ""
    rows = [row for _, rows in LISTS[UNIT](catalog).groups for row in rows]
    assert rows
    assert all(row[0][0].is_english for row in rows)
    assert LISTS[UNIT](catalog).rest == "don-vi/"


def test_a_name_says_in_which_language_it_is(catalog: Catalog) -> None:
    for unit in catalog.units.values():
        name = name_of(catalog, unit_link(catalog, unit.unit_id))
        if name.href.startswith(f"en/{UNIT}/"):
            assert (name.text, name.is_english) == (unit.name_en or unit.name_vi, bool(unit.name_en))
    for source in catalog.sources.values():
        name = name_of(catalog, source_link(catalog, source.source_id))
        assert (name.text, name.is_english) == (source.title, source.language == "en")
    unknown = name_of(catalog, Link("van-ban/nobody-knows/", "nobody-knows"))
    assert (unknown.text, unknown.is_english) == ("nobody-knows", False)


def _twin(catalog: Catalog, name: str, key: str) -> EnglishPage:
    kind = BY_NAME[name]
    assert kind.english
    return kind.english(catalog, key, kind.view(catalog, key, DAY))


def test_a_twin_has_every_figure_of_the_vietnamese_page_with_what_limits_it(catalog: Catalog) -> None:
    seen = 0
    for name in ("unit", "area", "source"):
        kind = BY_NAME[name]
        for key in kind.keys(catalog):
            figures = [figure for group in _twin(catalog, name, key).groups for figure in group.rows]
            view = kind.view(catalog, key, DAY)
            more = (*getattr(view, "associations", ()), *getattr(view, "before", ()))
            others = [figure for each in more for figure in each.figures]
            assert [one.figure for one in figures] == [*view.figures, *others]
            for one in figures:
                codes = {caveat.code for caveat in one.figure.caveats}
                assert ("border" in codes) == any("1 July 2025" in words for words in one.limits)
                assert ("scope" in codes) == bool(one.scope)
                assert ("doubt" in codes) == bool(one.doubt)
                assert not codes & {"note", "source"} or one.remarks
                assert one.sentence.endswith(".")
                seen += 1
    assert seen > len(catalog.observations)


def test_every_target_of_a_campaign_stands_on_its_twin_with_its_verdict_in_english(catalog: Catalog) -> None:
    seen = set()
    for name in ("campaign", "document"):
        for key in BY_NAME[name].keys(catalog):
            view = BY_NAME[name].view(catalog, key, DAY)
            tables = [part for part in _twin(catalog, name, key).sections if part.columns == AIMS]
            rows = [row for table in tables for row in table.rows]
            assert len(rows) == len(view.aims)
            for aim in view.aims:
                seen.add(aim.verdict.outcome)
                assert not aim.verdict.reason or english_aims.reason_words(aim.verdict.reason)
    assert seen
    assert set(OUTCOMES) == set(Outcome)


def test_every_reason_that_a_verdict_can_have_is_said_in_english() -> None:
    named = {value for name, value in vars(verdict).items() if name.isupper() and type(value) is str}
    reasons = named - {verdict.SCHOOL_YEAR}  # the one code among them
    assert {verdict.NOT_SURE, verdict.PART_OF_A_YEAR, verdict.NO_LEVEL} <= reasons
    timed = {verdict.NO_FIGURE, verdict.NOT_COME, verdict.NOT_OVER}
    assert reasons - timed <= set(REASONS)
    assert all(english_aims.reason_words(f"{begin} năm 2030") for begin in timed)
    assert english_aims.reason_words("chưa đếnh") == ""
    # A reason that were written where it is given would escape the line above.
    tree = ast.parse(Path(verdict.__file__).read_text(encoding="utf-8"))
    ends = [node.value for node in ast.walk(tree) if isinstance(node, ast.Return) and isinstance(node.value, ast.Tuple)]
    literals = [end.elts[1].value for end in ends if isinstance(end.elts[1], ast.Constant)]
    assert len(ends) > 3
    assert set(literals) <= {""}


@pytest.mark.parametrize("folder", LISTS)
def test_lists_in_english_hold_every_page_of_their_kind(catalog: Catalog, folder: str) -> None:
    rows = [row for _, group in english_list(catalog, folder).groups for row in group]
    addresses = [row[0][0].href for row in rows]
    assert len(set(addresses)) == len(addresses)
    if folder in BY_FOLDER:
        kind = BY_FOLDER[folder]
        older = [row[0][0].href for _, group in english_list(catalog, "nguon-cu").groups for row in group]
        expected = {twin_of(catalog, folder, key) for key in kind.keys(catalog)}
        assert set(addresses) | (set(older) if folder == "nguon" else set()) == expected


def test_a_page_and_its_english_twin_lead_to_each_other(site: Path) -> None:
    twins = [path for path in (site / "en").rglob("index.html") if len(path.relative_to(site).parts) > 3]
    assert twins
    for path in twins:
        address = path.parent.relative_to(site / "en").as_posix() + "/"
        vietnamese, english_text = (
            (site / address / "index.html").read_text(encoding="utf-8"),
            path.read_text(encoding="utf-8"),
        )
        assert '<html lang="en"' in english_text
        assert f'href="../../en/{address}" lang="en"' in vietnamese
        assert f'href="../../../{address}" lang="vi"' in english_text


def test_from_every_page_the_english_link_arrives_at_a_page_in_english(site: Path) -> None:
    seen = set()
    for path in site.rglob("index.html"):
        text = path.read_text(encoding="utf-8")
        if "sht-language" not in text or '<html lang="en"' in text:
            continue
        (href,) = set(re.findall(r'class="sht-language" href="([^"#]*)"', text))
        arrived = (path.parent / href / "index.html").resolve()
        assert '<html lang="en"' in arrived.read_text(encoding="utf-8"), path
        seen.add(path.relative_to(site).parts[0])
    assert {kind.folder for kind in KINDS} <= seen


@pytest.mark.parametrize(
    ("count", "line"),
    [
        (0, "X: no figures yet."),
        (1, "X: 1 sourced figure."),
        (2, "X: 2 sourced figures."),
        (11, "X: 11 sourced figures."),
        (1100, "X: 1,100 sourced figures."),
    ],
)
def test_a_page_is_announced_with_the_number_of_its_figures(count: int, line: str) -> None:
    assert english_page.counted("X", count) == line


@pytest.mark.parametrize(("count", "words"), [(1, "1 figure"), (2, "2 figures"), (57700, "57,700 figures")])
def test_many_figures_are_counted_as_in_english(count: int, words: str) -> None:
    assert english_subjects._figure_count(count) == words


@pytest.mark.parametrize(
    ("value", "measure", "words"),
    [
        ("5435618000", "dong", "5,435.618 million dong"),
        ("5435618001", "dong", "5,435,618,001 dong"),
        ("5435000000", "dong", "5.435 billion dong"),
        ("1000000000", "dong", "1 billion dong"),
        ("999999000", "dong", "999.999 million dong"),
        ("999999999", "dong", "999,999,999 dong"),
        ("1000000", "dong", "1 million dong"),
        ("999999", "dong", "999,999 dong"),
        ("85.50", "phan-tram", "85.5%"),
        ("1", "gia-dinh", "1 family"),
        ("1", "cong-dong", "1 community"),
        ("3", "cong-dong", "3 communities"),
        ("0", "nguoi", "0 people"),
        ("7", "", "7"),
    ],
)
def test_a_value_is_measured_in_english(value: str, measure: str, words: str) -> None:
    assert english.measured(catalog_of([]), measure, Decimal(value)) == words


@pytest.mark.parametrize(
    ("given", "brief"),
    [
        ({}, "100 people, 2024"),
        ({"qualifier": "over"}, "more than 100 people, 2024"),
        ({"qualifier": "nearly"}, "nearly 100 people, 2024"),
        ({"qualifier": "at_least"}, "at least 100 people, 2024"),
        ({"qualifier": "under"}, "less than 100 people, 2024"),
        ({"value": None}, "no number given, 2024"),
        ({"period_status": "inferred"}, "100 people, 2024 (inferred)"),
        ({"period_status": "uncertain"}, "100 people, 2024 (uncertain)"),
        ({"unit_id": "tinh-suoi-bac"}, "100 people, 2024, borders before 1 July 2025"),
        (
            {"unit_id": "tinh-suoi-bac", "border": "unknown"},
            "100 people, 2024, unclear whether borders before or after 1 July 2025",
        ),
        ({"unit_id": "tinh-dong-lau", "period": "2026"}, "100 people, 2026"),
        ({"period_kind": "cumulative"}, "100 people, cumulative to 2024"),
    ],
)
def test_a_figure_in_english_keeps_its_hedge_doubt_and_borders(given: dict[str, str | None], brief: str) -> None:
    catalog = catalog_of([observation(**given)])
    figure = english.english_figure(catalog, figure_of_row(catalog, catalog.figure_rows[0]))
    assert figure.brief == brief


def test_a_sentence_in_english_says_whose_figure_it_is_and_keeps_the_words_of_the_data() -> None:
    catalog = catalog_of([observation(breakdown="nữ", note="số sơ bộ", qualifier="over")])
    figure = english.english_figure(catalog, figure_of_row(catalog, catalog.figure_rows[0]))
    assert figure.sentence == (
        "Bình Hồ (only: nữ): Hội viên khuyến học, more than 100 people, 2024; source: Bài A, đoạn 1. "
        "Remarks in Vietnamese: số sơ bộ."
    )
    plain = catalog_of([observation(locator="")])
    figure = english.english_figure(plain, figure_of_row(plain, plain.figure_rows[0]))
    assert figure.sentence == "Bình Hồ: Hội viên khuyến học, 100 people, 2024; source: Bài A."


RATE, FUND = "learning-families-rate", "fund-raised-vnd"


@pytest.mark.parametrize(
    ("given", "words"),
    [
        ({"operator": ">=", "value": "85"}, "at least 85%"),
        ({"operator": "<=", "value": "5"}, "at most 5%"),
        ({"operator": "=", "value": "85"}, "85%"),
        ({"operator": ">=", "value": "100"}, "100%"),
        ({"operator": "<=", "value": "100"}, "at most 100%"),
        ({"operator": ">=", "value": "60", "mode": "phan-dau"}, "to strive for at least 60%"),
        ({"operator": "=", "value": "60", "mode": "ke-hoach"}, "planned: 60%"),
        ({"operator": ">=", "value": "60", "mode": "phai"}, "at least 60%"),
        ({"operator": ">=", "value": None}, "level not read"),
        ({"indicator_id": FUND, "operator": ">=", "value": "2500000000"}, "at least 2.5 billion dong"),
        ({"indicator_id": "", "operator": ">=", "value": "77", "unit_measure": "lop"}, "at least 77 classes"),
    ],
)
def test_what_a_target_asks_is_said_in_english(given: dict[str, str | None], words: str) -> None:
    target = make(Target, target_id="t", **{"indicator_id": RATE, **given})
    assert english_aims.demanded(catalog_of([]), target) == words


@pytest.mark.parametrize(
    ("given", "outcome", "tone", "reason"),
    [
        ({"value": "85"}, "met", "ok", ""),
        ({"value": "75"}, "not met", "bad", ""),
        ({"value": "78", "qualifier": "about"}, "not decided", "warn", "the figure is hedged"),
        ({"value": "85", "period_status": "inferred"}, "not decided", "warn", "the period is not sure"),
        ({"value": "85", "period": "2023"}, "no figure yet", "unknown", "for the year of the target"),
    ],
)
def test_a_verdict_is_said_in_english_with_its_reason_and_the_figure_it_rests_on(
    given: dict[str, str], outcome: str, tone: str, reason: str
) -> None:
    catalog = catalog_of([observation(indicator_id=RATE, breakdown="nữ", note="số sơ bộ", **given)])
    target = make(
        LocalTarget, unit_id="tp-binh-ho", indicator_id=RATE, operator=">=", value="80", due="2024", scope="nữ"
    )
    first, *rest = english_aims.verdict_words(catalog, verdict_of_local(catalog, target))
    assert (first.text, first.tone) == (outcome, tone)
    words = [name.text for name in rest]
    assert words[: 1 if reason else 0] == ([reason] if reason else [])
    figure = [] if reason.startswith("no figure") else words[1 if reason else 0 :]
    if figure:
        brief, only, scope, source, place, remarks = figure
        assert brief.endswith(("%, 2024", "%, 2024 (inferred)"))
        assert (only, scope, source, place, remarks) == ("Only:", "nữ", "Bài A", "đoạn 1", "số sơ bộ")
    assert [name.is_english for name in rest][:2] in ([], [True], [True, True])
    assert all(name.is_note for name in rest)


@pytest.mark.parametrize(
    ("standing", "words"),
    [
        ("còn hiệu lực đến 31/12/2025", "valid until 31 December 2025"),
        ("đã hết hạn sau ngày 31/12/2025", "expired after 31 December 2025"),
    ],
)
def test_how_long_a_recognition_holds_is_said_in_english(standing: str, words: str) -> None:
    assert english_subjects.validity(date(2025, 12, 31), standing) == words
    assert english_subjects.validity(None, "chưa rõ thời hạn") == "how long it holds is not known"


@pytest.mark.parametrize(
    ("start", "end", "words"),
    [
        ("2024", "2024", "2024"),
        ("2024", "2030", "from 2024 to the end of 2030"),
        ("2024-05", "2026-06-30", "from May 2024 to 30 June 2026"),
        ("", "2030-12", "to the end of December 2030"),
        ("2024-02-01", "", "from 1 February 2024"),
        ("", "", ""),
    ],
)
def test_from_when_to_when_is_said_in_english(start: str, end: str, words: str) -> None:
    assert english_times.from_to(*(parse_period(text) if text else None for text in (start, end))) == words


def test_a_former_place_says_until_when_it_was(catalog: Catalog) -> None:
    for area in catalog.areas.values():
        name = name_of(catalog, area_link(catalog, area.area_id))
        ended = f" (until {english_times.english_day(area.valid_until)})" if area.valid_until else ""
        assert (name.text, name.is_english) == ((area.name_en or area.name_vi) + ended, bool(area.name_en))


@pytest.mark.parametrize(("unchecked", "expected"), [("chưa đối chiếu bản gốc", True), ("", False)])
def test_what_became_of_a_document_says_that_it_was_not_checked_only_where_it_was_not(
    unchecked: str, expected: bool
) -> None:
    one = Changed("replaces", "đã được thay bằng", Link("van-ban/moi/", "Thông tư 2"), unchecked, "")
    found = [each.text for each in english_aims.basis_notes(catalog_of([]), [one])]
    assert found[0] == "Its document was replaced by:"
    assert ("not checked against the original" in found) is expected
