"""Small catalogs made in memory, for tests and properties of what is said: invented units, indicators, sources.

`make` fills the columns a test does not speak of, so a new column of the data reaches no test that does not use it.
"""

import csv
from collections.abc import Iterable, Sequence
from dataclasses import fields
from datetime import date
from decimal import Decimal
from functools import cache
from pathlib import Path
from typing import Any, TypeVar, get_type_hints

from hypothesis import strategies as st

from hoctap.model.catalog import Catalog
from hoctap.model.finding import Place
from hoctap.model.period import parse_period
from hoctap.model.record import TABLE_OF, Area, AreaSuccession, Code, Indicator, Observation, Source, Unit
from miniature import REAL

T = TypeVar("T")
_EMPTY: dict[Any, Any] = {str: "", int: 0, bool: False, Decimal: Decimal(0)}


def make(kind: type[T], /, **given: Any) -> T:
    """Return a record with the given columns, the others empty; texts are turned into periods and numbers."""
    hints = get_type_hints(kind)
    values: dict[str, Any] = {"place": Place("x.csv", 2)}
    for field in fields(kind):  # type: ignore[arg-type]
        if field.name != "place":
            hint = hints[field.name]
            value = given.get(field.name, _EMPTY.get(hint))
            if isinstance(value, str) and "Period" in str(hint):
                value = parse_period(value)
            elif isinstance(value, str | int) and "Decimal" in str(hint) and not isinstance(value, bool):
                value = Decimal(value)
            values[field.name] = value
    known = {name: value for name, value in given.items() if name not in values}
    assert not known, f"{kind.__name__} has no column {sorted(known)}"
    return kind(**values)


@cache
def codes() -> tuple[Code, ...]:
    """Return the code lists of the real vocabulary."""
    path = REAL / "datapackages/reference/data/codes.csv"
    with path.open(encoding="utf-8", newline="") as file:
        return tuple(
            make(Code, **{**row, "order": int(row["order"] or 0), "deprecated_on": None})
            for row in csv.DictReader(file)
        )


AREAS = (
    make(Area, area_id="viet-nam", name_vi="Việt Nam", level="quoc-gia", kind="quoc-gia"),
    make(Area, area_id="binh-ho", name_vi="Bình Hồ", level="tinh", kind="thanh-pho-tw", parent_area_id="viet-nam"),
    make(
        Area,
        area_id="dong-lau",
        name_vi="Đông Lâu",
        level="tinh",
        kind="tinh",
        valid_from=date(2025, 7, 1),
        parent_area_id="viet-nam",
    ),
    make(
        Area,
        area_id="dong-lau-truoc-2025",
        name_vi="Đông Lâu",
        level="tinh",
        kind="tinh",
        valid_until=date(2025, 6, 30),
        parent_area_id="viet-nam",
    ),
    make(
        Area,
        area_id="suoi-bac",
        name_vi="Suối Bạc",
        level="tinh",
        kind="tinh",
        valid_until=date(2025, 6, 30),
        parent_area_id="viet-nam",
    ),
)
SUCCESSIONS = tuple(
    make(AreaSuccession, from_area_id=old, to_area_id="dong-lau", effective_on=date(2025, 7, 1), kind="merge")
    for old in ("dong-lau-truoc-2025", "suoi-bac")
)


def _unit(unit_id: str, name: str, kind: str, level: str, area_id: str) -> Unit:
    return make(Unit, unit_id=unit_id, name_vi=name, unit_kind=kind, level=level, area_id=area_id, status="active")


UNITS = (
    _unit("ca-nuoc", "Việt Nam", "dia-ban", "trung-uong", "viet-nam"),
    _unit("tinh-dong-lau", "Tỉnh Đông Lâu", "dia-ban", "tinh", "dong-lau"),
    _unit("tinh-dong-lau-cu", "Tỉnh Đông Lâu", "dia-ban", "tinh", "dong-lau-truoc-2025"),
    _unit("tinh-suoi-bac", "Tỉnh Suối Bạc", "dia-ban", "tinh", "suoi-bac"),
    _unit("tp-binh-ho", "Thành phố Bình Hồ", "dia-ban", "tinh", "binh-ho"),
    _unit("hoi-binh-ho", "Hội Khuyến học thành phố Bình Hồ", "hoi-khuyen-hoc", "tinh", "binh-ho"),
    _unit("hoi-dong-lau", "Hội Khuyến học tỉnh Đông Lâu", "hoi-khuyen-hoc", "tinh", "dong-lau"),
    _unit("khong-ro", "Văn phòng Ủy ban nhân dân tỉnh", "co-quan", "tinh", ""),
)


def indicator(indicator_id: str, **given: Any) -> Indicator:
    """Return an indicator with the given columns."""
    return make(Indicator, indicator_id=indicator_id, **given)


INDICATORS = (
    indicator(
        "members",
        name_vi="Hội viên khuyến học",
        unit_measure="nguoi",
        value_type="count",
        topic="to-chuc-hoi",
        comparison="rank",
        stock_flow="stock",
        phrase_vi="{unit} có {value} hội viên khuyến học",
        summable="yes",
    ),
    indicator(
        "fund-raised-vnd",
        name_vi="Số tiền vận động được cho quỹ khuyến học",
        unit_measure="dong",
        value_type="amount",
        topic="quy-khuyen-hoc",
        comparison="rank",
        stock_flow="flow",
        phrase_vi="{unit} vận động được {value} cho quỹ khuyến học",
        summable="yes",
    ),
    indicator(
        "learning-families-rate",
        name_vi="Tỷ lệ Gia đình học tập",
        unit_measure="phan-tram",
        value_type="share",
        topic="mo-hinh-hoc-tap",
        comparison="rank",
        stock_flow="ratio-of-stock",
        phrase_vi="{unit} có {value} gia đình đạt danh hiệu Gia đình học tập",
    ),
    indicator(
        "staff-total",
        name_vi="Tổng số cán bộ",
        unit_measure="nguoi",
        value_type="count",
        topic="trinh-do-can-bo",
        comparison="none",
        stock_flow="stock",
        phrase_vi="{unit} có {value} cán bộ, công chức, viên chức",
    ),
)
SOURCES = (
    make(Source, source_id="bao-a", title="Bài A", publisher="Báo A", published_on="2026-05-01", kind="bao-chi"),
    make(Source, source_id="bao-b", title="Bài B", publisher="Báo B", published_on="2026-06-01", kind="bao-chi"),
    make(Source, source_id="hoi-c", title="Báo cáo C", publisher="Hội C", published_on="2026-04-01", kind="chinh-chu"),
    make(Source, source_id="dang-d", title="Bài D", publisher="Trang D", published_on="2026-09-01", kind="dang-lai"),
    make(Source, source_id="khong-ngay", title="Bài E", kind="khac"),
    make(Source, source_id="giua-nam", title="Bài G", publisher="Báo G", published_on="2024-06-10", kind="bao-chi"),
)


def observation(unit_id: str = "tp-binh-ho", indicator_id: str = "members", **given: Any) -> Observation:
    """Return an observation: exact, stated, of the whole, from the source `bao-a` unless given."""
    plain = {"period": "2024", "period_status": "stated", "value": "100", "qualifier": "exact", "source_id": "bao-a"}
    columns = {**plain, "locator": "đoạn 1", "unit_id": unit_id, "indicator_id": indicator_id, **given}
    columns.setdefault("period_kind", usual_kind(str(columns["period"])))
    return make(Observation, **columns)


def usual_kind(period: str) -> str:
    """Return the kind that a period of this form usually has."""
    return "months" if "/" in period else "calendar-year" if len(period) == 4 else "moment"


def catalog_of(observations: Iterable[Observation], *more: Sequence[Any]) -> Catalog:
    """Return a catalog of these observations over the invented reference data; `more` are further records."""
    records: dict[str, tuple[object, ...]] = {"observations": tuple(observations)}
    for rows in (AREAS, SUCCESSIONS, UNITS, INDICATORS, SOURCES, codes(), *more):
        name = TABLE_OF[type(rows[0])] if rows else ""
        records[name] = (*records.get(name, ()), *rows)
    return Catalog(Path(), (), (), {}, records)


PERIODS = ("2021", "2022", "2023", "2024", "2025", "2024-06", "2024-12-31", "2020/2021", "2020/2025", "2025-01/2025-09")
observations = st.builds(
    observation,
    st.sampled_from([unit.unit_id for unit in UNITS]),
    st.sampled_from([row.indicator_id for row in INDICATORS]),
    period=st.sampled_from(PERIODS),
    period_status=st.sampled_from(("stated", "stated", "stated", "inferred", "uncertain")),
    value=st.one_of(st.none(), st.integers(0, 10**6).map(str), st.sampled_from(("95", "100", "105", "85.5"))),
    qualifier=st.sampled_from(("exact", "exact", "exact", "over", "about", "nearly", "under", "at_least")),
    breakdown=st.sampled_from(("", "", "", "khối cơ quan tỉnh")),
    source_id=st.sampled_from([row.source_id for row in SOURCES]),
    note=st.sampled_from(("", "", "số dự kiến")),
)
# As in the data, no two rows have one key.
many_observations = st.lists(
    observations,
    max_size=25,
    unique_by=lambda row: (row.unit_id, row.indicator_id, row.period.text, row.breakdown, row.source_id),
)
