"""How much there is and how good it is: counts, coverage by year, place and topic, conflicts, accepted findings."""

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import Any

from hoctap.model.catalog import Catalog
from hoctap.model.figure_columns import COLUMNS
from hoctap.model.record import ExceptionToRule, Source
from hoctap.vietnamese.writing import sort_key
from hoctap.views.area import area_title
from hoctap.views.conflict import Conflict, conflicts_of
from hoctap.views.coverage import Coverage, coverage_of_provinces
from hoctap.views.first_of_many import first_of_many

Counts = Sequence[tuple[str, int]]


@dataclass(frozen=True, slots=True)
class Quality:
    """Everything the page on quality shows; of very many conflicts and exceptions it names the first."""

    tables: Counts
    years: Counts
    provinces: Counts
    topics: Counts
    hedges: Counts
    doubts: Counts
    source_kinds: Counts
    coverage: Coverage
    conflicts: Sequence[Conflict]
    first_conflicts: Sequence[Conflict]
    accepted: Sequence[Any]
    first_accepted: Sequence[Any]
    undated_sources: int
    sources_without_address: int


def quality(catalog: Catalog) -> Quality:
    """Return the state of the whole catalog."""
    sources = catalog.all_of(Source)
    conflicts, accepted = conflicts_of(catalog, catalog.figure_rows), catalog.all_of(ExceptionToRule)
    areas = {area_id: area_title(catalog, area) or "Cả nước" for area_id, area in catalog.areas.items()}
    provinces = (areas.get(catalog.province_of(area_id), "chưa rõ") for area_id in _values(catalog, "area_id"))
    return Quality(
        tables=[(resource.title, len(catalog.tables[resource.name].rows)) for resource in catalog.resources()],
        years=_counts(str(row.observation.period.end.year) for row in catalog.figure_rows),
        provinces=sorted(_counts(provinces), key=lambda pair: (-pair[1], sort_key(pair[0]))),
        topics=sorted(_counts(_values(catalog, "topic_label")), key=lambda pair: -pair[1]),
        hedges=_counts(_values(catalog, "qualifier_label")),
        doubts=_counts(_values(catalog, "period_status_label")),
        source_kinds=_counts(_values(catalog, "source_kind_label")),
        coverage=coverage_of_provinces(catalog),
        conflicts=conflicts,
        first_conflicts=first_of_many(catalog, conflicts),
        accepted=accepted,
        first_accepted=first_of_many(catalog, accepted),
        undated_sources=sum(source.published_on is None for source in sources),
        sources_without_address=sum(not source.url for source in sources),
    )


def _values(catalog: Catalog, name: str) -> Iterator[str]:
    """Yield the values of one column of the table of figures, without loading pandas for six counts."""
    (get,) = (column.get for column in COLUMNS if column.field.name == name)
    return (str(get(catalog, row)) for row in catalog.figure_rows)


def _counts(values: Iterable[str]) -> list[tuple[str, int]]:
    return sorted(Counter(values).items())
