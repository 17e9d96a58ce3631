"""A province that an article speaks of and does not name: «toàn tỉnh», «Hội Khuyến học tỉnh»."""

import re
from collections.abc import Sequence

from hoctap.contribute.articles.first_places import OVER_COUNTRY
from hoctap.contribute.articles.place_names import NAME, UPPER, places_named
from hoctap.contribute.naming.unit_names import PlaceName, plain
from hoctap.contribute.naming.units import Units

LEAD = 3  # lines: the headline, who wrote it, what happened
_NAMED_PROVINCE = re.compile(rf"\btỉnh ({NAME})")
# «Toàn tỉnh có trên 270 nghìn gia đình …», «phong trào ở tỉnh ta»: of a province which the words do not name.
_UNNAMED_PROVINCE = re.compile(rf"\b(?:[Tt]oàn|[Cc]ả|[Tt]rên địa bàn) tỉnh(?!\s+{UPPER})|\b[Tt]ỉnh (?:ta|nhà)\b")
# «Theo Hội Khuyến học tỉnh, phong trào … trong toàn tỉnh»
_ASSOCIATION_OF_PROVINCE = re.compile(
    rf"(?:Hội [Kk]huyến học|HKH|Hội KH)(?: \([^()]*\))? tỉnh(?!\s+{UPPER})|{_UNNAMED_PROVINCE.pattern}"
)


def begins_with_unnamed_province(lines: Sequence[str]) -> bool:
    """Return whether the lead speaks of a province that it does not name, or its association, before any place."""
    lead = " ".join(lines[:LEAD])
    hit = _ASSOCIATION_OF_PROVINCE.search(lead)
    return hit is not None and all(at > hit.start() for at, _ in places_named(lead))


def is_of_unnamed_province(lines: Sequence[str]) -> bool:
    """Return whether the lead speaks of all of a province, not of the country, without the name of a province."""
    lead = " ".join(lines[:LEAD])
    return _UNNAMED_PROVINCE.search(lead) is not None and not OVER_COUNTRY.search(lead)


def province_below(units: Units, lines: Sequence[str]) -> tuple[PlaceName | None, tuple[str, ...]]:
    """Return the one province that the lines call by its name, «Hội Khuyến học tỉnh A»; none if they call two."""
    named = {areas for line in lines for hit in _NAMED_PROVINCE.finditer(line) if (areas := units.places(hit[1]))}
    if len(named) != 1:
        return None, ()
    areas = named.pop()
    return PlaceName(False, "", plain(units.name_of(areas[0])), ""), areas
