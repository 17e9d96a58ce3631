"""How much is held and how good it is: counts, coverage by year, place and topic, conflicts, exceptions."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

import pandas as pd

from hoctap.model.catalog import Catalog
from hoctap.model.record import ExceptionToRule, Source
from hoctap.vietnamese.writing import sort_key
from hoctap.views.area import area_title
from hoctap.views.conflict import Conflict, conflicts_of

Counts = Sequence[tuple[str, int]]


@dataclass(frozen=True, slots=True)
class Quality:
    """Everything the page on quality shows."""

    tables: Counts
    years: Counts
    provinces: Counts
    topics: Counts
    hedges: Counts
    doubts: Counts
    source_kinds: Counts
    conflicts: Sequence[Conflict]
    exceptions: Sequence[Any]
    undated_sources: int
    sources_without_address: int


def quality(catalog: Catalog) -> Quality:
    """Return the state of the whole catalog, from one table of its observations."""
    frame = _frame(catalog)
    sources = catalog.all_of(Source)
    return Quality(
        tables=[(resource.title, len(catalog.tables[resource.name].rows)) for resource in catalog.resources()],
        years=_counts(frame, "year"),
        provinces=sorted(_counts(frame, "province"), key=lambda pair: (-pair[1], sort_key(pair[0]))),
        topics=sorted(_counts(frame, "topic"), key=lambda pair: -pair[1]),
        hedges=_counts(frame, "hedge"),
        doubts=_counts(frame, "doubt"),
        source_kinds=_counts(frame, "source_kind"),
        conflicts=conflicts_of(catalog, catalog.observations),
        exceptions=catalog.all_of(ExceptionToRule),
        undated_sources=sum(source.published_on is None for source in sources),
        sources_without_address=sum(not source.url for source in sources),
    )


def _frame(catalog: Catalog) -> pd.DataFrame:
    rows = []
    for row in catalog.observations:
        unit, indicator = catalog.units.get(row.unit_id), catalog.indicators.get(row.indicator_id)
        source = catalog.sources.get(row.source_id)
        area = catalog.areas.get(catalog.province_of(unit.area_id)) if unit else None
        rows.append(
            {
                "year": str(row.period.end.year),
                "province": area_title(catalog, area) or "Cả nước" if area else "chưa rõ",
                "topic": catalog.code_title("topic", indicator.topic) if indicator else "",
                "hedge": catalog.code_title("qualifier", row.qualifier),
                "doubt": catalog.code_title("period_status", row.period_status),
                "source_kind": catalog.code_title("source_kind", source.kind) if source else "",
            }
        )
    return pd.DataFrame(rows, columns=["year", "province", "topic", "hedge", "doubt", "source_kind"])


def _counts(frame: pd.DataFrame, column: str) -> list[tuple[str, int]]:
    counted = frame.groupby(column, sort=True).size()
    return [(str(name), int(count)) for name, count in counted.items()]
