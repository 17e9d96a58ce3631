"""Which figures we have of each province of today: the year of the newest of each usual indicator, and its borders."""

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass

from hoctap.model.catalog import Catalog
from hoctap.model.figure_row import FigureRow
from hoctap.views.freshness import newest_row
from hoctap.views.link import Link, area_link, indicator_link
from hoctap.views.reporters import is_of_the_whole, on_borders_of, provinces_today, rows_of_provinces

_MOST = 16


@dataclass(frozen=True, slots=True)
class Cell:
    """The newest figure of one province on one indicator; `is_old` where it stands on borders that are gone."""

    year: int
    is_old: bool

    @property
    def short(self) -> str:
        """Return the year in two digits."""
        return f"{self.year % 100:02}"


@dataclass(frozen=True, slots=True)
class Coverage:
    """`rows` have a province and a cell for each of `indicators`, None where nothing is held."""

    indicators: Sequence[Link]
    rows: Sequence[tuple[Link, Sequence[Cell | None]]]

    @staticmethod
    def step(year: int, today: int) -> int:
        """Return the class of a year as of `today`: 4 the last two years, 3 to five, 2 to ten, 1 older."""
        age = today - year
        return 4 if age < 2 else 3 if age < 5 else 2 if age < 10 else 1


def coverage_of_provinces(catalog: Catalog) -> Coverage:
    """Return the grid over the indicators that most provinces have, those of most provinces first."""
    by_place: dict[str, dict[str, list[FigureRow]]] = {}
    for area_id, rows in rows_of_provinces(catalog).items():
        for row in filter(is_of_the_whole, rows):
            by_place.setdefault(area_id, {}).setdefault(row.observation.indicator_id, []).append(row)
    counts = Counter(key for place in by_place.values() for key in place)
    keys = sorted(counts, key=lambda key: (-counts[key], key))[:_MOST]
    areas = provinces_today(catalog)
    cells = [
        (
            area_link(catalog, area.area_id),
            [_cell(by_place.get(area.area_id, {}).get(key, ()), area.area_id) for key in keys],
        )
        for area in areas
    ]
    return Coverage([indicator_link(catalog, key) for key in keys], cells)


def _cell(rows: Sequence[FigureRow], area_id: str) -> Cell | None:
    now = newest_row(row for row in rows if on_borders_of(row, area_id))
    row = now or newest_row(rows)
    return Cell(row.observation.period.end.year, now is None) if row else None
