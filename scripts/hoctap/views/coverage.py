"""Which unit has a figure of an indicator in which year: the grid that shows the holes."""

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass

from hoctap.vietnamese.writing import sort_key
from hoctap.views.figure import Figure
from hoctap.views.link import Link


@dataclass(frozen=True, slots=True)
class Coverage:
    """`rows` hold a unit and, for each of `years`, how many figures it has there."""

    years: Sequence[int]
    rows: Sequence[tuple[Link, Sequence[int]]]


def coverage(figures: Sequence[Figure]) -> Coverage:
    """Return the grid of unit by final year of the period, units with the most years first."""
    counts: Counter[tuple[str, int]] = Counter()
    links: dict[str, Link] = {}
    for figure in figures:
        counts[figure.unit.href, figure.observation.period.end.year] += 1
        links[figure.unit.href] = figure.unit
    years = sorted({year for _, year in counts})
    rows = [(link, [counts[href, year] for year in years]) for href, link in links.items()]
    rows.sort(key=lambda row: (-sum(map(bool, row[1])), sort_key(row[0].text)))
    return Coverage(years, rows)
