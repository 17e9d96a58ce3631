"""Where units are, and whether they were there: what a text with places and a period leave of units of one name."""

import re
from collections.abc import Sequence

from hoctap.contribute.naming.kinds_of_places import NO_NAME
from hoctap.contribute.naming.named_places import OF_PRESIDENT, confirms, contradicts
from hoctap.contribute.naming.unit_names import PlaceName, plain
from hoctap.model.catalog import Catalog
from hoctap.model.codes import PROVINCE
from hoctap.model.period import Period
from hoctap.model.record import Unit

_PROVINCE_NAMED = re.compile(rf"\btỉnh (?!{NO_NAME})\w+ \w+")


class PlacesOfUnits:
    """The areas of the units of a catalog; knows the names of provinces, of units none."""

    def __init__(self, catalog: Catalog) -> None:
        self._catalog = catalog

    def name_of(self, area_id: str) -> str:
        """Return the name of an area."""
        return self._catalog.areas[area_id].name_vi

    def places(self, text: str) -> tuple[str, ...]:
        """Return the areas of provincial level that the text names, both before and after a merger."""
        bare_text = f" {OF_PRESIDENT.sub(' ', plain(text))} "
        found = [area for area in self._catalog.areas.values() if area.level == PROVINCE]
        named = {area.area_id: plain(area.name_vi) for area in found if f" {plain(area.name_vi)} " in bare_text}
        longest = [
            name for name in named.values() if not any(name != other and name in other for other in named.values())
        ]
        return tuple(area_id for area_id, name in named.items() if name in longest)

    def is_province(self, text: str) -> bool:
        """Return whether a text is the name of a province, with or without its kind."""
        found = {plain(self._catalog.areas[area_id].name_vi) for area_id in self.places(text)} if text else ()
        return plain(text).removeprefix("tỉnh ").removeprefix("thành phố ") in found

    def not_elsewhere(self, units: Sequence[Unit], lines: Sequence[str], provinces: Sequence[str]) -> list[Unit]:
        """Return the units that lines with places do not put elsewhere; of several, those whose places they say."""
        text = "\n".join(lines)
        found = [unit for unit in units if not contradicts(unit.name_vi, text)]
        if not provinces and not self.places(text) and _names_a_province(text):
            found = []  # a province that nobody knows
        if provinces:
            within = ("", None, *provinces)
            found = [
                unit
                for unit in found
                # «Trường Đại học Trà Vinh» of Vĩnh Long: its own name says no more than it is called.
                if self._catalog.province_of(unit.area_id) in within or {*provinces} <= {*self.places(unit.name_vi)}
            ]
        return [unit for unit in found if confirms(unit.name_vi, text)] or found

    def is_elsewhere(self, unit: Unit, name: PlaceName, lines: Sequence[str]) -> bool:
        """Return whether the lines over a name without its place are about another place than that of the unit."""
        _, _, within = unit.name_vi.partition(",")
        return bool(within) and not name.rest and contradicts(within, "\n".join(lines))

    def is_named_elsewhere(self, unit: Unit, others: Sequence[Unit]) -> bool:
        """Return whether others of its name are all of other provinces: many districts and communes are called so."""
        provinces = {self._catalog.province_of(each.area_id) for each in others if unit.level != PROVINCE}
        return bool(provinces) and self._catalog.province_of(unit.area_id) not in provinces

    def at(self, units: Sequence[Unit], period: Period | None) -> list[Unit]:
        """Return the units whose area existed in the period; all of them if no one can say."""
        if period is None or len(units) < 2:
            return list(units)
        return [unit for unit in units if self.existed(unit, period)] or list(units)

    def existed(self, unit: Unit, period: Period) -> bool:
        """Return whether the area of a unit was there in the period, as far as anyone can say."""
        area = self._catalog.areas.get(unit.area_id)
        if area is None:
            return True
        # A period that ends on the last day before a merger, or began after it, belongs to one side.
        return not (
            (area.valid_until and period.end > area.valid_until) or (area.valid_from and period.end < area.valid_from)
        )


def _names_a_province(text: str) -> bool:
    """Return whether a text names a province, known or not: «tỉnh Sông Mây», not what «tỉnh vận động được»."""
    is_small = text == text.lower()
    named = (text[hit.start() : hit.end()].split()[1:] for hit in _PROVINCE_NAMED.finditer(text.lower()))
    return any(is_small or all(word[:1].isupper() for word in words) for words in named)
