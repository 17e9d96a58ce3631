"""A note that hedges a figure is held against that very figure, however large a number is told."""

from dataclasses import replace
from decimal import Decimal

import pytest

from hoctap.check.rules.hedges import _hedge_of, is_hedging
from hoctap.model.catalog import Catalog


@pytest.mark.parametrize(
    ("value", "note", "hedge"),
    [
        ("1250000000", "nguồn ghi hơn 1,25 tỷ đồng", "hơn 1,25 tỷ"),
        ("2300000000000", "nguồn ghi hơn 2,3 nghìn tỷ đồng", "hơn 2,3 nghìn tỷ"),
        ("2300000000000", "trên 2,3 ngàn tỉ", "trên 2,3 ngàn tỉ"),
        ("300000", "gần 3 trăm nghìn người", "gần 3 trăm nghìn"),
        ("5000000", "khoảng 5 triệu", "khoảng 5 triệu"),
        ("95", "nguồn ghi ≥ 95 người", "≥ 95"),
        ("95", "±95", "±95"),
        # Another number, or words that only begin like a scale.
        ("2000", "nguồn ghi hơn 2 nghìn tỷ đồng", ""),
        ("5", "hơn 5 trường", "hơn 5"),
        ("5000000", "hơn 5 trường", ""),
    ],
)
def test_the_hedge_of_a_note_is_that_of_its_figure(catalog: Catalog, value: str, note: str, hedge: str) -> None:
    assert is_hedging(note)
    row = replace(catalog.observations[0], value=Decimal(value), note=note, qualifier="exact")
    assert _hedge_of(row, note) == hedge


def test_a_note_that_hedges_as_the_qualifier_does_is_no_contradiction(catalog: Catalog) -> None:
    note = "đoạn 2 ghi khoảng 95 người, đoạn 6 ghi hơn 95"
    row = replace(catalog.observations[0], value=Decimal(95), note=note)
    found = {code: _hedge_of(replace(row, qualifier=code), note) for code in ("over", "about", "nearly", "exact")}
    assert found == {"over": "", "about": "", "nearly": "khoảng 95", "exact": "khoảng 95"}
