"""What is known of the state of a unit; of one that has ended also the day, where borders ended it."""

from datetime import date, timedelta

from hoctap.model.catalog import Catalog
from hoctap.model.codes import DISTRICT
from hoctap.model.figure_row import NEW_BORDERS
from hoctap.model.record import Unit
from hoctap.vietnamese.writing import day

ENDED = "ended"


def ended_on(catalog: Catalog, unit: Unit) -> date | None:
    """Return the first day without a unit that ended with its area or with all districts; None if it is not known."""
    area = catalog.areas.get(unit.area_id)
    if unit.status != ENDED or area is None:
        return None
    last = area.valid_until or (NEW_BORDERS - timedelta(1) if unit.level == DISTRICT else None)
    return last + timedelta(1) if last else None


def state_of(catalog: Catalog, unit: Unit) -> str:
    """Return the state of a unit, with the day on which it ended if that is known; empty if its state is not known."""
    title = catalog.code_title("unit_status", unit.status) if unit.status != "unknown" else ""
    since = ended_on(catalog, unit)
    return f"{title} {day(since)}" if since else title
