"""What a hedge leaves open, and what that decides: every hedge against every mode of a target, and in time."""

from decimal import Decimal

import pytest

from hoctap.model.period import parse_period
from hoctap.model.value_range import Range, range_of
from hoctap.views.statements.change import change
from hoctap.views.statements.demand import Demand
from hoctap.views.statements.ranking import side_by_side
from hoctap.views.statements.statement import Refusal
from hoctap.views.statements.verdict import Outcome, verdict
from small_catalog import catalog_of, observation

MET, MISSED, OPEN, PLAN, ABSENT = Outcome.MET, Outcome.MISSED, Outcome.UNDECIDED, Outcome.PLAN, Outcome.ABSENT


@pytest.mark.parametrize(
    ("qualifier", "known"),
    [
        ("exact", Range(Decimal(200), Decimal(200))),
        ("over", Range(Decimal(200), above=True)),
        ("at_least", Range(Decimal(200))),
        ("under", Range(Decimal(0), Decimal(200), below=True)),
        ("nearly", Range(Decimal(180), Decimal(200), below=True)),
        ("about", Range(Decimal(190), Decimal(210))),
    ],
)
def test_a_hedge_is_a_range(qualifier: str, known: Range) -> None:
    assert range_of(Decimal(200), qualifier) == known


def test_no_number_is_any_number() -> None:
    assert range_of(None, "over") == Range(None, None)


# Against a level of 80: the outcome of each hedge of 70, 79, 80, 81 and 90.
VALUES = (70, 79, 80, 81, 90)
FROM = {
    "exact": (MISSED, MISSED, MET, MET, MET),
    "over": (OPEN, OPEN, MET, MET, MET),
    "at_least": (OPEN, OPEN, MET, MET, MET),
    "under": (MISSED, MISSED, MISSED, OPEN, OPEN),
    "nearly": (MISSED, MISSED, MISSED, OPEN, MET),
    "about": (MISSED, OPEN, OPEN, OPEN, MET),
}
AT_MOST = {
    "exact": (MET, MET, MET, MISSED, MISSED),
    "over": (OPEN, OPEN, MISSED, MISSED, MISSED),
    "at_least": (OPEN, OPEN, OPEN, MISSED, MISSED),
    "under": (MET, MET, MET, OPEN, OPEN),
    "nearly": (MET, MET, MET, OPEN, MISSED),
    "about": (MET, OPEN, OPEN, OPEN, MISSED),
}
PLANNED = dict.fromkeys(FROM, (PLAN,) * len(VALUES))
MODES = {">=": FROM, "<=": AT_MOST, "=": PLANNED}


def _judge(value: int, qualifier: str, operator: str, period: str = "2024", due: str = "2024") -> Outcome:
    demand = Demand("members", operator, Decimal(80), parse_period(due), "", "80", "")
    catalog = catalog_of([observation(value=str(value), qualifier=qualifier, period=period)])
    return verdict(catalog, ("x",), demand, catalog.figure_rows).outcome


@pytest.mark.parametrize("operator", MODES)
@pytest.mark.parametrize("qualifier", FROM)
def test_every_hedge_is_judged_in_every_mode(operator: str, qualifier: str) -> None:
    assert tuple(_judge(value, qualifier, operator) for value in VALUES) == MODES[operator][qualifier]


@pytest.mark.parametrize("qualifier", FROM)
@pytest.mark.parametrize(
    ("period", "due", "is_judged"),
    [
        ("2024", "2024", True),
        ("2023", "2024", False),
        ("2025", "2024", False),
        ("2024-12-31", "2024", True),
        ("2023-12-31", "2024", False),
        ("2025-01-01", "2024", False),
        ("2024-06", "2024-06", True),
        ("2024-07", "2024-06", False),
        ("2023", "2021/2025", True),
    ],
)
def test_what_is_to_be_done_by_a_time_is_judged_by_a_figure_of_that_time_whatever_its_hedge(
    qualifier: str, period: str, due: str, is_judged: bool
) -> None:
    for operator, outcomes in MODES.items():
        expected = outcomes[qualifier][VALUES.index(90)] if is_judged else ABSENT
        assert _judge(90, qualifier, operator, period, due) is expected


@pytest.mark.parametrize(
    ("now", "direction"),
    [
        ("over", "tăng"),
        ("nearly", "giảm"),
        ("under", "giảm"),
        ("exact", "không đổi"),
        ("at_least", None),
        ("about", None),
    ],
)
def test_a_hedged_figure_beside_the_same_number(now: str, direction: str | None) -> None:
    catalog = catalog_of([observation(qualifier=now), observation(period="2023")])
    statement = change(catalog, *catalog.figure_rows)
    assert (None if isinstance(statement, Refusal) else statement.outcome) == direction


def test_of_equal_numbers_what_is_more_stands_first() -> None:
    units = ("tinh-suoi-bac", "tinh-dong-lau-cu")
    for hedges in (("nearly", "exact"), ("exact", "over"), ("under", "over")):
        catalog = catalog_of([observation(unit, qualifier=each) for unit, each in zip(units, hedges, strict=True)])
        ordered = [row.observation.qualifier for row in side_by_side(catalog.figure_rows)]
        assert ordered == [*reversed(hedges)]


@pytest.mark.parametrize(
    ("one", "other", "added"),
    [
        (Range(Decimal(1), Decimal(2)), Range(Decimal(3), Decimal(5)), Range(Decimal(4), Decimal(7))),
        (Range(Decimal(1), above=True), Range(Decimal(3), Decimal(3)), Range(Decimal(4), above=True)),
        (Range(Decimal(1), Decimal(2), below=True), Range(Decimal(3)), Range(Decimal(4), below=True)),
        (Range(), Range(Decimal(3), Decimal(3)), Range()),
    ],
)
def test_ranges_are_added(one: Range, other: Range, added: Range) -> None:
    assert one + other == added == other + one
