"""The English layer: numbers, periods, and descriptors that say everything in both languages."""

from decimal import Decimal

import pytest

from hoctap.model.catalog import Catalog
from hoctap.model.period import parse_period
from hoctap.views import english
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
