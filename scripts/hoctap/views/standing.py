"""How complete a page is: how old its newest figure is, and what is missing there. For units, areas and indicators."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from functools import cached_property

from hoctap.model.catalog import Catalog
from hoctap.model.figure_row import FigureRow
from hoctap.model.record import Unit
from hoctap.views.country import newest_of_country
from hoctap.views.figure import indicator_of
from hoctap.views.freshness import Newest, is_fresh, newest_of
from hoctap.views.gap import PlaceGaps, send_address
from hoctap.views.gaps import gaps_by_place
from hoctap.views.link import AREA, INDICATOR, UNIT, Link
from hoctap.views.place import NATION
from hoctap.views.reporters import is_of_the_whole, usual_indicators
from hoctap.views.state import ENDED


@dataclass(frozen=True, slots=True)
class Standing:
    """`usual` are indicators that units of the same kind often have and this one has no fresh figure of.

    `lacking` are the provinces of which a fresh figure of an indicator is wanted; `country` the newest of the nation
    (of an indicator: that one).
    """

    newest: Newest | None
    usual: Sequence[tuple[Link, Newest | None]] = ()
    place: PlaceGaps | None = None
    lacking: Sequence[Link] = ()
    country: Sequence[Newest] = ()
    send: str = ""


class Standings:
    """How every page of a catalog stands on one day; what pages share is computed once."""

    def __init__(self, catalog: Catalog, today: date) -> None:
        self._catalog, self._today = catalog, today

    def prepare(self) -> None:
        """Find what pages share, before several processes each would."""
        _ = self.places, self._usual, self._newest_of_country

    def of(self, folder: str, key: str) -> Standing | None:
        """Return how a data page stands; None for kinds of pages that hold no figures."""
        return {UNIT: self._unit, AREA: self._area, INDICATOR: self._indicator}.get(folder, lambda _: None)(key)

    @cached_property
    def places(self) -> dict[str, PlaceGaps]:
        """The gaps of every province of today."""
        return gaps_by_place(self._catalog, self._today)

    @cached_property
    def _usual(self) -> dict[tuple[str, str], list[str]]:
        sisters: dict[tuple[str, str], list[Sequence[FigureRow]]] = {}
        for unit_id, rows in self._catalog.rows_by_unit.items():
            unit = self._catalog.units.get(unit_id)
            if unit:
                sisters.setdefault((unit.unit_kind, unit.level), []).append(rows)
        return {key: usual_indicators(rows, len(rows)) for key, rows in sisters.items()}

    @cached_property
    def _newest_of_country(self) -> dict[str, Newest]:
        return {one.row.observation.indicator_id: one for one in newest_of_country(self._catalog, self._today)}

    def _unit(self, unit_id: str) -> Standing:
        unit, rows = self._catalog.units[unit_id], self._catalog.rows_by_unit.get(unit_id, [])
        newest = newest_of(self._catalog, rows, self._today)
        if self._has_ended(unit):
            return Standing(newest)
        found = []
        for indicator_id in self._usual.get((unit.unit_kind, unit.level), ()):
            mine = [row for row in rows if row.observation.indicator_id == indicator_id]
            if not any(is_fresh(row, self._today) and is_of_the_whole(row) for row in mine):
                link = indicator_of(self._catalog, indicator_id, unit)
                found.append((link, newest_of(self._catalog, mine, self._today)))
        return Standing(newest, usual=found, send=send_address(unit_id))

    def _has_ended(self, unit: Unit) -> bool:
        area = self._catalog.areas.get(unit.area_id)
        return unit.status == ENDED or bool(area and area.valid_until)

    def _area(self, area_id: str) -> Standing:
        units = self._catalog.grouped(Unit, "area_id").get(area_id, ())
        rows = [row for unit in units for row in self._catalog.rows_by_unit.get(unit.unit_id, ())]
        newest = newest_of(self._catalog, rows, self._today)
        if area_id == NATION:
            return Standing(newest, country=list(self._newest_of_country.values()))
        return Standing(newest, place=self.places.get(area_id))

    def _indicator(self, indicator_id: str) -> Standing:
        rows = self._catalog.rows_by_indicator.get(indicator_id, ())
        newest = newest_of(self._catalog, rows, self._today)
        lacking = [
            place.place for place in self.places.values() if any(gap.indicator_id == indicator_id for gap in place.gaps)
        ]
        mine = self._newest_of_country.get(indicator_id)
        return Standing(newest, lacking=lacking, country=[mine] if mine else (), send=send_address("", indicator_id))
