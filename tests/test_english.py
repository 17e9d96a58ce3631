"""The English layer: numbers, periods, and descriptors that say everything in both languages."""

from decimal import Decimal
from pathlib import Path

import pytest

from hoctap.model.catalog import Catalog
from hoctap.model.period import parse_period
from hoctap.views import english
from hoctap.views.english_page import english_page, twin_of, twins_of
from hoctap.views.link import UNIT
from hoctap.views.place import whole_unit
from miniature import descriptors
from rendering import DAY


@pytest.mark.parametrize(
    ("value", "told"),
    [(Decimal(2763), "2,763"), (Decimal("32.830"), "32.83"), (Decimal(100), "100"), (0, "0"), (12000, "12,000")],
)
def test_numbers_are_written_as_in_english(value: Decimal | int, told: str) -> None:
    assert english.number(value) == told


@pytest.mark.parametrize(
    ("period", "told"),
    [
        ("2024", "2024"),
        ("2024-06", "June 2024"),
        ("2025-02-21", "as of 21 February 2025"),
        ("2007/2009", "2007–2009"),
        ("2024-11/2025-02", "November 2024–February 2025"),
    ],
)
def test_periods_are_written_as_in_english(period: str, told: str) -> None:
    assert english.span(parse_period(period)) == told


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
    labels = english.labels(catalog)
    assert sum(len(rows) for _, rows in labels.lists) == len(catalog.codes)
    assert len(labels.indicators) == len(catalog.indicators)


def test_figures_of_the_front_page_are_told_in_english(catalog: Catalog) -> None:
    figures = english.headline_figures(catalog, DAY)
    assert figures
    assert all(figure.value_with_qualifier and figure.indicator for figure in figures)


def test_pages_have_a_twin_only_where_its_name_is_english(catalog: Catalog) -> None:
    twins = twins_of(catalog, ["don-vi/", "dia-phuong/dong-lau/", "chi-tieu/members/", "van-ban/tt-88-2023/", "en/"])
    assert "en/dia-phuong/dong-lau/" in twins
    assert all(twin.startswith(("en/dia-phuong/", "en/chi-tieu/")) for twin in twins)
    assert [twin_of(catalog, UNIT, unit.unit_id) != "" for unit in catalog.units.values()] == [
        unit.name_en != "" for unit in catalog.units.values()
    ]


def test_a_twin_has_every_figure_of_the_place_with_what_limits_it(catalog: Catalog) -> None:
    page = english_page(catalog, "dia-phuong", "dong-lau")
    unit = whole_unit(catalog, "dong-lau")
    assert unit
    own = next(group for group in page.groups if group.of is None)
    assert len(own.rows) == len(catalog.observations_by_unit[unit.unit_id])
    limited = [one for group in page.groups for one in group.rows if "border" in {c.code for c in one.figure.caveats}]
    assert all(any("1 July 2025" in words for words in one.limits) for one in limited)


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
