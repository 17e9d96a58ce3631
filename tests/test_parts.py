"""Figures of parts beside those of their wholes: only what has one size is compared."""

from datetime import date
from decimal import Decimal
from types import SimpleNamespace

import pytest

from hoctap.check.rules.parts import part_lies_near_its_whole


@pytest.mark.parametrize(("whole", "asked"), [("350", ["20100"]), ("350.000", []), ("20000", [])])
def test_a_whole_of_which_the_size_is_not_known_is_compared_with_nothing(whole: str, asked: list[str]) -> None:
    period = SimpleNamespace(end=date(2024, 12, 31), text="2024")
    rows = [
        SimpleNamespace(value=Decimal(value), breakdown=scope, unit_id="u", period=period, place=None)
        for scope, value in (("", whole), ("cấp xã", "20100"))
    ]
    indicator = SimpleNamespace(value_type="count")
    catalog = SimpleNamespace(indicators={"i": indicator}, observations_by_indicator={"i": rows, "khong-co": rows})
    assert [problem.value for problem in part_lies_near_its_whole.find(catalog)] == asked
