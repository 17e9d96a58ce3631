"""Which unit has a figure of an indicator in which year: the grid that shows the holes."""

from collections.abc import Sequence
from dataclasses import dataclass

import pandas as pd

from hoctap.model.catalog import Catalog
from hoctap.vietnamese.writing import sort_key
from hoctap.views.link import Link, unit_link


@dataclass(frozen=True, slots=True)
class Coverage:
    """`rows` hold a unit and, for each of `years`, how many figures it has there."""

    years: Sequence[int]
    rows: Sequence[tuple[Link, Sequence[int]]]


def coverage(catalog: Catalog, indicator_id: str) -> Coverage:
    """Return the grid of unit by final year of the period, units with the most years first."""
    frame = catalog.figures_by_indicator.get(indicator_id)
    if frame is None:
        return Coverage((), ())
    grid = pd.crosstab(frame["unit_id"].astype(str), frame["period_end"].dt.year)
    rows = [(unit_link(catalog, str(unit_id)), [int(n) for n in counts]) for unit_id, counts in grid.iterrows()]
    rows.sort(key=lambda row: (-sum(map(bool, row[1])), sort_key(row[0].text)))
    return Coverage([int(year) for year in grid.columns], rows)
