"""How old our figures are: the newest figure among rows, whether it is of the last two years, its age in words."""

from collections.abc import Iterable, Sequence
from datetime import date

from hoctap.model.catalog import Catalog
from hoctap.model.codes import AREA_UNIT
from hoctap.model.figure_row import FigureRow
from hoctap.model.frozen import dataclass
from hoctap.vietnamese.writing import sort_key
from hoctap.views.figure import Figure, figure_of
from hoctap.views.link import Link, area_link
from hoctap.views.reporters import on_borders_of, provinces_today, rows_of_provinces

FRESH_YEARS = 2


@dataclass(frozen=True, slots=True)
class Newest:
    """The newest figure of a place or thing, and its age in words as of one day: `5 năm trước`."""

    row: FigureRow
    figure: Figure
    age: str
    is_fresh: bool

    @property
    def is_of_area(self) -> bool:
        """Return whether the figure is of the place itself, not of a body that speaks for it."""
        return self.row.unit is not None and self.row.unit.unit_kind == AREA_UNIT

    @property
    def is_certain(self) -> bool:
        """Return whether the source states the time of the figure, or lets it be inferred."""
        return self.row.observation.period_status != "uncertain"


@dataclass(frozen=True, slots=True)
class ProvinceAge:
    """The year of a province's newest figure on today's borders, and of what it was made of; None if none is held."""

    area: Link
    year: int | None
    former_year: int | None


def first_fresh_day(today: date) -> date:
    """Return the first of the days that count as the last two years."""
    # 29 February has no namesake two years before.
    return today.replace(year=today.year - FRESH_YEARS, day=min(today.day, 28) if today.month == 2 else today.day)


def is_fresh(row: FigureRow, today: date) -> bool:
    """Return whether the period of a row ends within the last two years."""
    return row.observation.period.end >= first_fresh_day(today)


def age_in_words(end: date, today: date) -> str:
    """Return how long ago a period ended, in years as people count them."""
    years = today.year - end.year
    return {0: "trong năm nay", 1: "năm ngoái"}.get(max(years, 0), f"{years} năm trước")


def newest_row(rows: Iterable[FigureRow]) -> FigureRow | None:
    """Return the row with a number whose period ends last; one whose period is uncertain only where all others are."""
    known = [row for row in rows if row.observation.value is not None]
    return max(known, key=_lateness, default=None)


def _lateness(row: FigureRow) -> tuple[object, ...]:
    period, whole = row.observation.period, not row.observation.breakdown
    certain = row.observation.period_status != "uncertain"
    return certain, period.end, row.preference.is_preferred, whole, period.start, row.row_id


def newest_of(catalog: Catalog, rows: Iterable[FigureRow], today: date) -> Newest | None:
    """Return the newest figure of rows with its age; None if none has a number."""
    row = newest_row(rows)
    if row is None:
        return None
    return Newest(
        row, figure_of(catalog, row.observation), age_in_words(row.observation.period.end, today), is_fresh(row, today)
    )


def ages_of_provinces(catalog: Catalog) -> list[ProvinceAge]:
    """Return the age of what is held of every province of today, the freshest first, then by name."""
    known = rows_of_provinces(catalog)
    found = []
    for area in provinces_today(catalog):
        rows = known.get(area.area_id, [])
        now = [row for row in rows if on_borders_of(row, area.area_id)]
        former = [row for row in rows if not on_borders_of(row, area.area_id)]
        found.append(ProvinceAge(area_link(catalog, area.area_id), _year(now), _year(former)))
    return sorted(found, key=lambda one: (-(one.year or 0), -(one.former_year or 0), sort_key(one.area.text)))


def _year(rows: Sequence[FigureRow]) -> int | None:
    row = newest_row(rows)
    return row.observation.period.end.year if row else None
