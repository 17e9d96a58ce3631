"""The first and last day that the rows of a table, or of figures, are about: the temporal coverage in descriptions."""

from collections.abc import Iterable
from datetime import date

from hoctap.model.catalog import Catalog
from hoctap.model.descriptor import Resource
from hoctap.model.figure_row import FigureRow
from hoctap.model.period import Period, parse_period

Span = tuple[date, date]


def temporal_coverage(catalog: Catalog, resource: Resource) -> Span | None:
    """Return the first and the last day of all periods and years in a table; None if it has none."""
    columns = [field.name for field in resource.fields if field.is_period or field.type == "year"]
    cells = {cell for name in columns for _, (cell,) in catalog.tables[resource.name].keys((name,)) if cell}
    return _of_periods(parse_period(cell) for cell in cells)


def coverage_of(rows: Iterable[FigureRow]) -> Span | None:
    """Return the first and the last day of figures; None if there are none."""
    return _of_periods(row.observation.period for row in rows)


def interval(span: Span) -> str:
    """Return a span as ISO 8601 has it."""
    return f"{span[0].isoformat()}/{span[1].isoformat()}"


def _of_periods(periods: Iterable[Period]) -> Span | None:
    found = list(periods)
    return (min(each.start for each in found), max(each.end for each in found)) if found else None
