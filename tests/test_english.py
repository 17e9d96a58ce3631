"""The English layer: numbers, periods, twins of every kind of page, and descriptors in both languages."""

import ast
import re
from decimal import Decimal
from pathlib import Path

import pytest

from hoctap.model.catalog import Catalog
from hoctap.model.period import parse_period
from hoctap.views import english, english_names, english_times
from hoctap.views.english_aims import AIMS, OUTCOMES, REASONS
from hoctap.views.english_labels import labels
from hoctap.views.english_list import LISTS, english_list
from hoctap.views.english_names import name_of, twin_of, twins_of
from hoctap.views.english_page import EnglishPage
from hoctap.views.link import ASSESSMENT, UNIT, Link, source_link, unit_link
from hoctap.views.page_kinds import BY_FOLDER, BY_NAME, KINDS
from hoctap.views.statements import verdict
from hoctap.views.statements.verdict import Outcome
from miniature import descriptors
from rendering import DAY
from small_catalog import catalog_of, observation


@pytest.mark.parametrize(
    ("value", "told"),
    [(Decimal(2763), "2,763"), (Decimal("32.830"), "32.83"), (Decimal(100), "100"), (0, "0"), (12000, "12,000")],
)
def test_numbers_are_written_as_in_english(value: Decimal | int, told: str) -> None:
    assert english.number(value) == told


@pytest.mark.parametrize(
    ("value", "measure", "told"),
    [(Decimal(1), "nguoi", "1 person"), (Decimal(2), "nguoi", "2 people"), (Decimal(1), "lop", "1 class")],
)
def test_one_of_a_thing_is_not_named_in_the_plural(catalog: Catalog, value: Decimal, measure: str, told: str) -> None:
    assert english.measured(catalog, measure, value) == told


@pytest.mark.parametrize(
    ("period", "told"),
    [
        ("2024", "2024"),
        ("2024-06", "June 2024"),
        ("2025-02-21", "21 February 2025"),
        ("2007/2009", "2007–2009"),
        ("2024-11/2025-02", "November 2024–February 2025"),
    ],
)
def test_times_are_written_as_in_english(period: str, told: str) -> None:
    assert english_times.span(parse_period(period)) == told


@pytest.mark.parametrize(
    ("period", "kind", "told"),
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
        ("2021/2025", "cumulative", "cumulative, 2021–2025"),
        ("2025-06", "cumulative", "cumulative to June 2025"),
    ],
)
def test_the_period_of_a_figure_says_what_kind_it_is(period: str, kind: str, told: str) -> None:
    catalog = catalog_of([observation(indicator_id="members", period=period, period_kind=kind)])
    (row,) = catalog.rows_by_indicator["members"]
    assert english_times.english_period(row) == told


def test_what_happened_on_a_day_is_not_what_happened_up_to_it() -> None:
    catalog = catalog_of([observation(indicator_id="fund-raised-vnd", period="2025-02-21", period_kind="moment")])
    (row,) = catalog.rows_by_indicator["fund-raised-vnd"]
    assert "flow" in row.stock_flow
    assert english_times.english_period(row) == "21 February 2025"


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
    monkeypatch.setattr(english_names, "MOST_UNITS", 1)
    found = {unit.name_en != "": twin_of(catalog, UNIT, unit.unit_id) for unit in catalog.units.values()}
    assert found[True]
    assert found[False] == ""


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
            shown = [figure for group in _twin(catalog, name, key).groups for figure in group.rows]
            view = kind.view(catalog, key, DAY)
            beside = (*getattr(view, "associations", ()), *getattr(view, "before", ()))
            others = [figure for each in beside for figure in each.figures]
            assert [one.figure for one in shown] == [*view.figures, *others]
            for one in shown:
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
                assert not aim.verdict.reason or aim.verdict.reason in REASONS
    assert seen
    assert set(OUTCOMES) == set(Outcome)


def test_every_reason_that_a_verdict_can_have_is_said_in_english() -> None:
    named = {value for name, value in vars(verdict).items() if name.isupper() and type(value) is str}
    reasons = named - {verdict.SCHOOL_YEAR}  # the one code among them
    assert {verdict.NOT_SURE, verdict.PART_OF_A_YEAR, verdict.NO_LEVEL} <= reasons
    assert reasons <= set(REASONS)
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
