"""How much there is and how good it is: counts, coverage by year, place and topic, conflicts, accepted findings."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from hoctap.model.catalog import Catalog
from hoctap.model.record import ExceptionToRule, Source
from hoctap.vietnamese.writing import sort_key
from hoctap.views.area import area_title
from hoctap.views.conflict import Conflict, conflicts_of
from hoctap.views.coverage import Coverage, coverage_of_provinces

if TYPE_CHECKING:
    import pandas as pd

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
    coverage: Coverage
    conflicts: Sequence[Conflict]
    accepted: Sequence[Any]
    undated_sources: int
    sources_without_address: int


def quality(catalog: Catalog) -> Quality:
    """Return the state of the whole catalog, from one table of its observations."""
    frame = catalog.figures
    areas = {area_id: area_title(catalog, area) or "Cả nước" for area_id, area in catalog.areas.items()}
    provinces = frame["area_id"].astype(str).map(lambda area_id: areas.get(catalog.province_of(area_id), "chưa rõ"))
    sources = catalog.all_of(Source)
    return Quality(
        tables=[(resource.title, len(catalog.tables[resource.name].rows)) for resource in catalog.resources()],
        years=_counts(frame["period_end"].dt.year),
        provinces=sorted(_counts(provinces), key=lambda pair: (-pair[1], sort_key(pair[0]))),
        topics=sorted(_counts(frame["topic_label"]), key=lambda pair: -pair[1]),
        hedges=_counts(frame["qualifier_label"]),
        doubts=_counts(frame["period_status_label"]),
        source_kinds=_counts(frame["source_kind_label"]),
        coverage=coverage_of_provinces(catalog),
        conflicts=conflicts_of(catalog, catalog.figure_rows),
        accepted=catalog.all_of(ExceptionToRule),
        undated_sources=sum(source.published_on is None for source in sources),
        sources_without_address=sum(not source.url for source in sources),
    )


def _counts(column: "pd.Series[Any]") -> list[tuple[str, int]]:
    counted = column.astype(str).value_counts().sort_index()
    return [(str(name), int(count)) for name, count in counted.items()]
