"""The table of figures: nothing lost, nothing invented, order stable; which of several sources is followed and why."""

from datetime import date
from decimal import Decimal

import pandas as pd
import pytest
from hypothesis import given
from hypothesis import strategies as st

from hoctap.model.figure_columns import COLUMNS
from hoctap.model.figures import cells_of, figures_table
from hoctap.model.period import parse_period
from hoctap.model.period_kinds import months_of
from hoctap.model.record import Observation, Unit
from small_catalog import catalog_of, make, many_observations, observation


@given(many_observations)
def test_the_frame_has_each_observation_once_and_in_order(rows: list[Observation]) -> None:
    frame = catalog_of(rows).figures
    assert list(frame["unit_id"]) == [row.unit_id for row in rows]
    assert list(frame["indicator_id"]) == [row.indicator_id for row in rows]
    assert list(frame["period"]) == [row.period.text for row in rows]
    assert list(frame["source_id"]) == [row.source_id for row in rows]
    assert list(frame["locator"]) == [row.locator for row in rows]
    assert list(frame["note"]) == [row.note for row in rows]
    assert list(frame["breakdown"]) == [row.breakdown for row in rows]
    values = [None if pd.isna(value) else Decimal(repr(value)) for value in frame["value"]]
    assert values == [row.value for row in rows]
    assert frame["row_id"].is_unique


@given(many_observations)
def test_joined_columns_are_those_of_the_records_named(rows: list[Observation]) -> None:
    catalog = catalog_of(rows)
    for at, row in enumerate(rows):
        joined = catalog.figures.iloc[at]
        unit, indicator = catalog.units[row.unit_id], catalog.indicators[row.indicator_id]
        assert joined["unit_name"] == unit.name_vi
        assert joined["unit_level"] == unit.level
        assert joined["area_id"] == unit.area_id
        assert joined["indicator_name"] == indicator.name_vi
        assert joined["value_type"] == indicator.value_type
        assert joined["source_title"] == catalog.sources[row.source_id].title
        assert joined["period_start"].date() == row.period.start
        assert joined["period_end"].date() == row.period.end


@given(st.data(), many_observations)
def test_another_order_of_rows_changes_no_row_of_the_frame(data: st.DataObject, rows: list[Observation]) -> None:
    other = data.draw(st.permutations(rows))
    one, two = (catalog_of(each).figures.set_index("row_id").sort_index() for each in (rows, other))
    assert one.astype(str).to_dict() == two.astype(str).to_dict()


@given(many_observations)
def test_of_figures_of_one_thing_exactly_one_is_preferred(rows: list[Observation]) -> None:
    frame = catalog_of(rows).figures
    groups = frame.groupby(["unit_id", "indicator_id", "period", "breakdown"], observed=True)
    assert (groups["is_preferred"].sum() == 1).all()
    for _, group in groups:
        assert (group["preferred_because"] != "").all() == (len(group) > 1)


@given(many_observations)
def test_cells_tell_what_the_frame_tells(rows: list[Observation]) -> None:
    catalog = catalog_of(rows)
    cells = cells_of(catalog, catalog.figure_rows)
    header = figures_table().header
    assert [row[header.index("row_id")] for row in cells] == list(catalog.figures["row_id"])
    for row, value in zip(cells, catalog.figures["value"], strict=True):
        cell = row[header.index("value")]
        assert (cell == "") if pd.isna(value) else float(cell) == value


@pytest.mark.parametrize(
    ("first", "second", "because"),
    [
        ({"source_id": "hoi-c"}, {"source_id": "bao-b"}, "nguồn của chính đơn vị hoặc gần gốc hơn"),
        ({"source_id": "bao-a"}, {"source_id": "dang-d"}, "nguồn của chính đơn vị hoặc gần gốc hơn"),
        ({"source_id": "bao-a"}, {"source_id": "khong-ngay"}, "nguồn của chính đơn vị hoặc gần gốc hơn"),
        ({"source_id": "bao-a"}, {"source_id": "bao-b", "qualifier": "about"}, "số đúng, không nói chừng"),
        ({"source_id": "bao-b"}, {"source_id": "bao-a"}, "nguồn đăng sau"),
        ({"source_id": "bao-a"}, {"source_id": "hoi-c", "value": None}, "nguồn này nêu con số"),
    ],
)
def test_the_written_rule_prefers(first: dict[str, str], second: dict[str, str], because: str) -> None:
    preferred, other = observation(**first), observation(**second)
    for rows in ([preferred, other], [other, preferred]):
        frame = catalog_of(rows).figures
        assert list(frame["is_preferred"]) == [row is preferred for row in rows]
        assert set(frame["preferred_because"]) == {because}


@pytest.mark.parametrize(
    ("period", "kind", "months"),
    [
        ("2024", "calendar-year", 12),
        ("2024-06", "moment", 0),
        ("2025-01/2025-09", "months", 9),
        ("2025-01/2025-06", "half-year", 6),
        ("2020/2021", "school-year", 12),
        ("2021", "school-year", 12),
        ("2015/2020", "term", 60),
        ("2010/2017", "cumulative", None),
        ("2020/2025", "months", 72),
    ],
)
def test_a_period_has_a_length(period: str, kind: str, months: int | None) -> None:
    assert months_of(parse_period(period), kind) == months


@pytest.mark.parametrize(
    ("unit", "period", "border"),
    [
        ("tinh-dong-lau-cu", "2024", "before"),
        ("tinh-dong-lau-cu", "2025", "before"),
        ("tinh-dong-lau", "2025", "after"),
        ("hoi-dong-lau", "2024", "before"),
        ("hoi-dong-lau", "2025", "unknown"),
        ("hoi-dong-lau", "2025-07-01", "after"),
        ("hoi-dong-lau", "2025-06-30", "before"),
        ("tp-binh-ho", "2025", ""),
        ("khong-ro", "2025", ""),
        ("khong-co", "2025", ""),
    ],
)
def test_a_figure_stands_on_borders(unit: str, period: str, border: str) -> None:
    assert list(catalog_of([observation(unit, period=period)]).figures["border"]) == [border]


@pytest.mark.parametrize("stated", ["", "before", "unknown"])
@pytest.mark.parametrize(
    ("kind", "level", "border"),
    [
        ("truong-hoc", "khac", ""),
        ("doanh-nghiep", "khac", ""),
        ("so-nganh", "tinh", "before"),
        ("dia-ban", "khac", "before"),
    ],
)
def test_borders_say_nothing_of_a_body_that_is_of_no_area(kind: str, level: str, border: str, stated: str) -> None:
    unit = make(Unit, unit_id="x", name_vi="X", unit_kind=kind, level=level, area_id="dong-lau")
    row = catalog_of([observation("x", period="2020", border=stated)], [unit]).figure_rows[0]
    assert row.border == (border and (stated or border))


def test_a_merged_province_is_known_under_its_name_of_then_and_of_today() -> None:
    row = catalog_of([observation("tinh-suoi-bac", period="2020")]).figures.iloc[0]
    assert (row["area_then_id"], row["province_now_id"]) == ("suoi-bac", "dong-lau")
    assert list(catalog_of([observation("hoi-dong-lau")]).figures["area_then_id"]) == [""]


def test_every_column_is_documented_in_both_languages_with_an_example() -> None:
    for column in COLUMNS:
        field = column.field
        assert all((field.title, field.title_en, field.description, field.description_en, field.example)), field.name
    titles = [field.title for field in figures_table().fields]
    assert len(set(titles)) == len(titles)


def test_the_frame_has_the_types_its_columns_are_documented_with() -> None:
    frame = catalog_of([observation(), observation(period="2025-02-21", value=None)]).figures
    assert frame["period_end"].iloc[1].date() == date(2025, 2, 21)
    assert str(frame["value"].dtype) == "float64"
    assert frame["value"].isna().tolist() == [False, True]


def test_a_school_year_lies_within_the_days_of_the_years_it_names() -> None:
    period = parse_period("2024/2025")
    assert (period.start, period.end) == (date(2024, 1, 1), date(2025, 12, 31))
    assert months_of(period, "school-year") == 12
