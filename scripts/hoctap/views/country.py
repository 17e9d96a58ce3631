"""The newest figures of the country as a whole: of it and of the association that speaks for it, one an indicator."""

from collections.abc import Mapping, Sequence
from datetime import date

from hoctap.model.catalog import Catalog
from hoctap.model.codes import AREA_UNIT, ASSOCIATION, CENTRAL
from hoctap.model.figure_row import FigureRow
from hoctap.model.record import Unit
from hoctap.views.figures_in_order import topic_order
from hoctap.views.freshness import Newest, newest_of, newest_row
from hoctap.views.place import NATION


def rows_of_country(catalog: Catalog) -> list[FigureRow]:
    """Return the rows of the country as a whole and of the one association at its head, not of funds or offices."""
    return [row for unit in _speakers(catalog) for row in catalog.rows_by_unit.get(unit.unit_id, ())]


def _speakers(catalog: Catalog) -> list[Unit]:
    central = [unit for unit in catalog.grouped(Unit, "area_id").get(NATION, ()) if unit.level == CENTRAL]
    whole = [unit for unit in central if unit.unit_kind == AREA_UNIT]
    # The head of the associations is the one that associations of provinces belong to.
    parents = {unit.parent_unit_id for unit in catalog.units.values() if unit.unit_kind == ASSOCIATION}
    return whole + [unit for unit in central if unit.unit_kind == ASSOCIATION and unit.unit_id in parents]


def newest_of_country(catalog: Catalog, today: date) -> list[Newest]:
    """Return the newest figure of each indicator of the country, by topic, the newest first; of the whole if there is.

    A scope is shown with its figure; a figure of a part stands for the indicator only where none is of the whole.
    """
    groups: dict[str, list[FigureRow]] = {}
    for row in rows_of_country(catalog):
        groups.setdefault(row.observation.indicator_id, []).append(row)
    chosen = [newest_row([row for row in rows if is_of_all(row)] or rows) for rows in groups.values()]
    found = [newest_of(catalog, [row], today) for row in chosen if row]
    order = topic_order(catalog)
    return sorted(filter(None, found), key=lambda one: _place(one, order))


def _place(one: Newest, order: Mapping[str, int]) -> tuple[object, ...]:
    return (
        order.get(one.figure.topic, len(order)),
        -one.figure.observation.period.end.toordinal(),
        one.figure.indicator.text,
    )


def is_of_all(row: FigureRow) -> bool:
    """Return whether a row is of the whole: it has no scope, or its scope says that it is the whole country."""
    return not row.observation.breakdown or "cả nước" in row.observation.breakdown


def fresh(newest: Sequence[Newest]) -> list[Newest]:
    """Return those of the whole country and of the last two years, but for those of no certain time."""
    return [one for one in newest if one.is_fresh and one.is_certain and is_of_all(one.row)]
