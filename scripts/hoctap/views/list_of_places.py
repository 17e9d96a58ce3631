"""The lists of units and of areas: those with figures of late years, those of before, each with its first figure."""

from collections.abc import Iterable, Sequence
from dataclasses import replace

from hoctap.model.catalog import Catalog
from hoctap.model.once import once_for_each
from hoctap.model.record import Area, AreaAlias, Unit, UnitAlias
from hoctap.views.area import OLD_BORDERS, area_in_time, area_title, full_name
from hoctap.views.figures_in_order import figures_of, headline
from hoctap.views.link import AREA, UNIT, page_address, unit_address
from hoctap.views.list_entry import by_name, entry_of, newest_year
from hoctap.views.list_page import FIGURES, FORMER, Listing
from hoctap.views.list_words import provinces_by_title
from hoctap.views.place import whole_unit
from hoctap.views.statements.caveats import BORDER_WORDS

# Units that have no figure after this year stand on a page of their own: one of all is too heavy for a phone.
_LAST_OLD_FIGURE = 2017
OLDER_UNITS = f"don-vi/den-{_LAST_OLD_FIGURE}/"


def units(catalog: Catalog) -> Listing:
    """Return every unit that has a figure of late years, with kind, place and number of figures."""
    listed = [unit for unit in catalog.units.values() if not _is_old(catalog, unit)]
    older = [unit.unit_id for unit in catalog.units.values() if _is_old(catalog, unit)]
    with_figures = sum(unit_id in catalog.years_by("unit_id") for unit_id in older)
    found = _units(catalog, "units", "Các đơn vị có số liệu", listed)
    return replace(found, rest=OLDER_UNITS if older else "", left_out=len(older), with_figures_left_out=with_figures)


def older_units(catalog: Catalog) -> Listing:
    """Return the units that the list of units leaves out: their figures are old, or there is none."""
    listed = [unit for unit in catalog.units.values() if _is_old(catalog, unit)]
    return _units(catalog, "older-units", f"Các đơn vị chỉ có số đến năm {_LAST_OLD_FIGURE} hoặc chưa có số", listed)


def _is_old(catalog: Catalog, unit: Unit) -> bool:
    newest = newest_year(catalog.years_by("unit_id").get(unit.unit_id, ()))
    return not newest or int(newest) <= _LAST_OLD_FIGURE


def _units(catalog: Catalog, name: str, caption: str, listed: Iterable[Unit]) -> Listing:
    aliases = catalog.grouped(UnitAlias, "unit_id")
    entries = []
    for unit in listed:
        kind = catalog.code_title("unit_kind", unit.unit_kind)
        province = catalog.areas.get(catalog.province_of(unit.area_id))
        place = area_title(catalog, province) if province else "chưa rõ"
        years = catalog.years_by("unit_id").get(unit.unit_id, ())
        newest = newest_year(years)
        level = catalog.code_title("unit_level", unit.level)
        names = [unit.short_name, *(row.alias for row in aliases.get(unit.unit_id, ()))]
        href = unit_address(catalog, unit.unit_id)
        figure, limits = first_figure(catalog, unit.unit_id, place)
        cells = (kind, place, newest, str(len(years)), figure)
        entry = entry_of(href, unit.name_vi, cells, (kind, level, place, newest), *names)
        repeated = "Tỉnh, thành phố" if province and province.name_vi in unit.name_vi else ""
        entries.append(replace(entry, unit_id=unit.unit_id if years else "", limits=limits, repeated=repeated))
    columns = ("Đơn vị", "Loại", "Tỉnh, thành phố", "Năm mới nhất", "Số liệu", "Con số tiêu biểu")
    facets = ("Loại", "Cấp", "Tỉnh, thành phố", "Năm mới nhất")
    borders = provinces_by_title(catalog)
    address = f"{UNIT}/" if name == "units" else OLDER_UNITS
    found = Listing(name, caption, columns, facets, by_name(entries), FIGURES, borders=borders)
    return replace(found, address=address, parted_by="Tỉnh, thành phố")


def first_figure(catalog: Catalog, unit_id: str, place: str) -> tuple[str, str]:
    """Return the figure that says the most of a unit, and what limits it; both empty if there is none.

    On which borders it stands is not said again where the row names a former `place`.
    """
    words, limits = first_of_unit(catalog, unit_id)
    is_former = place.endswith(OLD_BORDERS)  # the place has said on which borders
    return words, "; ".join(one for one in limits if not (is_former and one == BORDER_WORDS["before"]))


@once_for_each
def first_of_unit(catalog: Catalog, unit_id: str) -> tuple[str, tuple[str, ...]]:
    """Return the figure that says the most of a unit as a list says it, and its limits; empty if there is none."""
    figures = figures_of(catalog, catalog.observations_by_unit.get(unit_id, ()))
    return next((figure.row_of_list for figure in headline(catalog, figures, 1)), ("", ()))


def areas(catalog: Catalog) -> Listing:
    """Return the areas of today, with what each was made of."""
    today = [area for area in catalog.areas.values() if area.valid_until is None]
    columns = ("Địa phương", "Vùng", "Gồm các tỉnh cũ", "Năm mới nhất", "Số liệu", "Con số tiêu biểu")
    return _areas(catalog, "areas", "Hiện nay", columns, today)


def areas_before(catalog: Catalog) -> Listing:
    """Return the areas whose borders ended, with what each is now part of."""
    former = [area for area in catalog.areas.values() if area.valid_until is not None]
    columns = ("Địa phương", "Vùng", "Nay thuộc", "Năm mới nhất", "Số liệu", "Con số tiêu biểu")
    return _areas(catalog, "areas-before", FORMER, columns, former)


def _areas(catalog: Catalog, name: str, caption: str, columns: Sequence[str], areas: Sequence[Area]) -> Listing:
    entries, years_by_unit = [], catalog.years_by("unit_id")
    for area in areas:
        in_time, whole = area_in_time(catalog, area.area_id), whole_unit(catalog, area.area_id)
        other = in_time.became or in_time.predecessors
        units = catalog.grouped(Unit, "area_id").get(area.area_id, ())
        years = [year for unit in units for year in years_by_unit.get(unit.unit_id, ())]
        region = catalog.code_title("region", area.region) if area.region else ""
        places = ", ".join(link.text.partition(" (")[0] for link in other)
        newest = newest_year(years)
        figure, limits = first_figure(catalog, whole.unit_id if whole else "", area_title(catalog, area))
        cells = (region, places, newest, str(len(years)), figure)
        href, title = page_address(AREA, area.area_id), full_name(catalog, area)
        level = catalog.code_title("area_level", area.level)
        spoken = (row.alias for row in catalog.grouped(AreaAlias, "area_id").get(area.area_id, ()))
        names = (area.name_en, area.code, catalog.code_title("area_kind", area.kind), *spoken)
        entry = entry_of(href, title, cells, (level, region, newest), *names)
        unit_id = whole.unit_id if whole and years_by_unit.get(whole.unit_id) else ""
        entries.append(replace(entry, unit_id=unit_id, limits=limits))
    return Listing(name, caption, columns, ("Cấp", "Vùng", "Năm mới nhất"), by_name(entries), FIGURES)
