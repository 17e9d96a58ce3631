"""What the name of a unit to be added says of it: its kind, level, area and parent, to be proposed and never taken."""

import re
from collections.abc import Mapping, Sequence

from hoctap.contribute.naming.former_districts import provinces_with
from hoctap.contribute.naming.kinds_of_places import COMMUNES, DISTRICTS, one_of
from hoctap.contribute.naming.unit_names import PlaceName, parse_place, plain
from hoctap.contribute.naming.units import Units
from hoctap.model.catalog import Catalog
from hoctap.model.codes import AREA_UNIT, ASSOCIATION, CENTRAL, COMMUNE, DISTRICT, PARTY, PROVINCE
from hoctap.model.figure_row import NEW_BORDERS
from hoctap.model.record import Unit

# How a name begins, and the kind of unit it then is.
_KINDS = (
    (r"trường|học viện|đại học", "truong-hoc"),
    (r"sở", "so-nganh"),
    (r"công đoàn|liên đoàn lao động", "cong-doan"),
    (r"công ty|tập đoàn|tổng công ty", "doanh-nghiep"),
    (r"quỹ", "quy"),
    (r"đảng bộ|đảng ủy|ban tuyên giáo|chi bộ", PARTY),
    (r"chi hội khuyến học|ban khuyến học", ASSOCIATION),
)
_LEVELS = {"tỉnh": PROVINCE} | dict.fromkeys(DISTRICTS, DISTRICT) | dict.fromkeys(COMMUNES, COMMUNE)


def proposed_cells(catalog: Catalog, name: str) -> Mapping[str, str]:
    """Return the columns of `units` that a name speaks of, each only where it leaves one way."""
    apart, units = parse_place(name), Units(catalog)
    kind, level = _kind(apart, name), _level(units, apart)
    area = _area(catalog, units.places(name) or _province_of_district(units, apart), apart, level)
    parent = _parent(catalog, units, kind, level, area, apart)
    cells = {"unit_kind": kind, "level": level, "area_id": area, "parent_unit_id": parent}
    if level == DISTRICT:
        cells["status"] = "ended"  # there are no districts since July 2025
    return {column: text for column, text in cells.items() if text}


def _kind(apart: PlaceName, name: str) -> str:
    words = plain(name)
    if found := next((kind for form, kind in _KINDS if re.match(rf"(?:{form})\b", words)), ""):
        return found
    return ASSOCIATION if apart.association else AREA_UNIT if apart.kind else ""


def _level(units: Units, apart: PlaceName) -> str:
    if apart.kind == "thành phố":
        is_town = apart.rest.startswith("tỉnh") or (provinces_with(units, apart) and not units.places(apart.core))
        return DISTRICT if is_town else PROVINCE
    return _LEVELS.get(apart.kind, "")


def _province_of_district(units: Units, apart: PlaceName) -> Sequence[str]:
    """Return the province of the district that a name is of, or puts a commune in, where one alone had it."""
    district = parse_place(apart.rest) if apart.kind in COMMUNES else apart
    had = provinces_with(units, district) if district.kind else ()
    return had[0] if len(had) == 1 else ()


def _area(catalog: Catalog, provinces: Sequence[str], apart: PlaceName, level: str) -> str:
    """Return the province of a name; a district, or a commune of one, is of the time before they ended."""
    is_of_a_district = level == DISTRICT or re.search(one_of(DISTRICTS), apart.rest) is not None
    found = [area for area in provinces if not is_of_a_district or _was_there(catalog, area)]
    return found[0] if len(found) == 1 else ""


def _was_there(catalog: Catalog, area: str) -> bool:
    """Return whether an area was there while there were districts."""
    begins = catalog.areas[area].valid_from
    return begins is None or begins < NEW_BORDERS


def _parent(catalog: Catalog, units: Units, kind: str, level: str, area: str, apart: PlaceName) -> str:
    """Return the unit of the same kind one level up: of the district that a commune's name has, of the province."""
    if kind not in (ASSOCIATION, AREA_UNIT) or not level:
        return ""
    if level == PROVINCE:
        found = [unit for unit in catalog.units.values() if unit.unit_kind == kind and unit.level == CENTRAL]
        return _only([unit for unit in found if not unit.parent_unit_id and unit.area_id == "viet-nam"])
    district = parse_place(apart.rest) if re.match(one_of(DISTRICTS), apart.rest) else None
    if level == COMMUNE and district:
        within = [area] if area else []
        return _only(units.place(district, association=kind == ASSOCIATION, provinces=within, level=DISTRICT))
    return _only(
        [
            each
            for each in catalog.units.values()
            if (each.unit_kind, each.level, each.area_id) == (kind, PROVINCE, area)
        ]
    )


def _only(found: Sequence[Unit]) -> str:
    return found[0].unit_id if len(found) == 1 else ""
