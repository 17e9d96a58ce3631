"""Which unit has a figure of an indicator in which year: the grid that shows the holes."""

from collections.abc import Sequence
from dataclasses import dataclass

import pandas as pd

from hoctap.views.figure import Figure
from hoctap.views.link import Link


@dataclass(frozen=True, slots=True)
class Coverage:
    """`rows` hold a unit and, for each of `years`, how many figures it has there."""

    years: Sequence[int]
    rows: Sequence[tuple[Link, Sequence[int]]]


def coverage(figures: Sequence[Figure]) -> Coverage:
    """Return the grid of unit by final year of the period, units with the most years first."""
    if not figures:
        return Coverage((), ())
    frame = pd.DataFrame(
        {
            "unit": [figure.unit.href for figure in figures],
            "year": [figure.observation.period.end.year for figure in figures],
        }
    )
    grid = pd.crosstab(frame["unit"], frame["year"])
    links = {figure.unit.href: figure.unit for figure in figures}
    order = (grid > 0).sum(axis=1).sort_values(ascending=False, kind="stable").index
    rows = [(links[str(href)], [int(count) for count in grid.loc[href]]) for href in order]
    return Coverage([int(year) for year in grid.columns], rows)
