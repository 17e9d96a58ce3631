"""Series: one unit, one indicator, at least three periods, oldest first; labelled parts are left out."""

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from hoctap.model.catalog import Catalog
from hoctap.model.record import Observation
from hoctap.views.figure import Figure, figure_of
from hoctap.views.link import Link

FEWEST = 3


@dataclass(frozen=True, slots=True)
class Series:
    """Points of one indicator in time, one a period."""

    indicator: Link
    points: Sequence[Figure]


def series_of(catalog: Catalog, rows: Iterable[Observation]) -> list[Series]:
    """Return the series among the rows of one unit, by indicator name."""
    groups: dict[str, dict[str, Observation]] = defaultdict(dict)
    for row in rows:
        if row.value is not None and not row.breakdown:
            groups[row.indicator_id].setdefault(row.period.text, row)
    series = []
    for group in groups.values():
        if len(group) >= FEWEST:
            points = sorted(group.values(), key=lambda row: (row.period.end, row.period.start))
            figures = [figure_of(catalog, row) for row in points]
            series.append(Series(figures[0].indicator, figures))
    return sorted(series, key=lambda entry: entry.indicator.text)
