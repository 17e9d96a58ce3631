"""The figures as search knows them: one entry each, found by its unit and indicator or by its number."""

from collections.abc import Iterable
from decimal import Decimal

from hoctap.model.catalog import Catalog
from hoctap.site.search.entry import FigureEntry
from hoctap.views.figure import Figure, figure_of


def figure_entries(catalog: Catalog) -> list[FigureEntry]:
    """Return one entry for each observation, newest first, the whole of a subject before its parts."""
    figures = [figure_of(catalog, row) for row in catalog.observations]
    figures.sort(key=_order)
    return [_entry(figure) for figure in figures]


def _order(figure: Figure) -> tuple[str, bool, int, str]:
    row = figure.observation
    return figure.unit.href, bool(figure.breakdown), -row.period.end.toordinal(), row.indicator_id


def _entry(figure: Figure) -> FigureEntry:
    caveats = [figure.period, figure.period_doubt, figure.breakdown and f"phạm vi: {figure.breakdown}"]
    period = figure.observation.period
    return FigureEntry(
        page=figure.unit.href,
        anchor=figure.anchor,
        owner=figure.unit.text,
        indicator=figure.indicator.href,
        words=figure.value_with_qualifier,
        more=" · ".join(filter(None, caveats)),
        source=figure.source.text,
        breakdown=figure.breakdown,
        years="-".join(sorted({str(period.start.year), str(period.end.year)})),
        numbers=list(numbers(figure.value)),
    )


def numbers(value: Decimal | None) -> Iterable[str]:
    """Yield the value as a query is read: plain digits, a point before decimals, no zeros at the end."""
    if value is not None:
        text = f"{value:f}"
        yield text.rstrip("0").rstrip(".") if "." in text else text
