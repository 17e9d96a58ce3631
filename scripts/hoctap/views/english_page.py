"""The English twin of a page: the same unit, place or indicator, its figures in English form, sources in Vietnamese.

It stands at `en/` before the Vietnamese address. It gives figures and no sentences: those are made in Vietnamese.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace

from hoctap.model.catalog import Catalog
from hoctap.model.codes import COUNTRY, PROVINCE
from hoctap.model.figure_row import FigureRow
from hoctap.model.record import Area, Unit
from hoctap.views.area import area_in_time
from hoctap.views.english import EnglishFigure, english_day, english_figure
from hoctap.views.figure import figure_of, figures_of
from hoctap.views.freshness import newest_row
from hoctap.views.link import AREA, INDICATOR, UNIT, area_link, page_address, unit_address
from hoctap.views.place import whole_unit

FOLDER = "en"
# What a page of a kind without a twin leads to: the words of Vietnamese pages with their meaning.
LABELS = "en/labels/"


@dataclass(frozen=True, slots=True)
class Name:
    """A name with the page it leads to; Vietnamese unless `is_english`."""

    href: str
    text: str
    is_english: bool


@dataclass(frozen=True, slots=True)
class EnglishGroup:
    """Figures under one heading; `by` tells whether rows are named by unit or by indicator."""

    heading: str
    of: Name | None
    by: str
    rows: Sequence[EnglishFigure]


@dataclass(frozen=True, slots=True)
class EnglishPage:
    """Everything an English page shows; `facts` are a label and names, `vietnamese` is the page it is the twin of."""

    title: Name
    summary: str
    facts: Sequence[tuple[str, Sequence[Name]]]
    groups: Sequence[EnglishGroup]
    units: Sequence[tuple[Name, int]]
    vietnamese: str
    folder: str
    key: str


def twin_of(catalog: Catalog, folder: str, key: str) -> str:
    """Return the address of the English twin of a data page; empty if it has none."""
    if folder == UNIT:
        has_one = key in catalog.units and bool(catalog.units[key].name_en)
    elif folder == AREA:
        has_one = key in catalog.areas and catalog.areas[key].level in (PROVINCE, COUNTRY)
    else:
        has_one = folder == INDICATOR and key in catalog.indicators
    return f"{FOLDER}/{page_address(folder, key)}" if has_one else ""


def english_page(catalog: Catalog, folder: str, key: str) -> EnglishPage:
    """Return the English twin of a data page that has one."""
    page = {UNIT: _of_unit, AREA: _of_area, INDICATOR: _of_indicator}[folder](catalog, key)
    return replace(page, vietnamese=page_address(folder, key), folder=folder, key=key)


def _page(
    title: Name,
    summary: str,
    facts: Sequence[tuple[str, Sequence[Name]]],
    groups: Sequence[EnglishGroup],
    units: Sequence[tuple[Name, int]] = (),
) -> EnglishPage:
    present = [(label, names) for label, names in facts if names]
    return EnglishPage(title, summary, present, [group for group in groups if group.rows], units, "", "", "")


def _of_unit(catalog: Catalog, unit_id: str) -> EnglishPage:
    unit = catalog.units[unit_id]
    name, rows = _unit_name(catalog, unit), _figures(catalog, unit_id)
    parent = catalog.units.get(unit.parent_unit_id)
    facts = [
        ("Kind", [_text(_meaning(catalog, "unit_kind", unit.unit_kind))]),
        ("Level", [_text(_meaning(catalog, "unit_level", unit.level))]),
        ("Area", [_area_name(catalog, unit.area_id)] if unit.area_id else []),
        ("Part of", [_unit_name(catalog, parent)] if parent else []),
    ]
    return _page(name, _counted(name.text, len(rows)), facts, [EnglishGroup("Figures", None, "indicator", rows)])


def _of_area(catalog: Catalog, area_id: str) -> EnglishPage:
    area, in_time, whole = catalog.areas[area_id], area_in_time(catalog, area_id), whole_unit(catalog, area_id)
    name = _area_name(catalog, area_id)
    own = _figures(catalog, whole.unit_id) if whole else []
    groups = [EnglishGroup("Figures of the whole area", None, "indicator", own)]
    for link in in_time.predecessors:
        former = link.href.split("/")[1]
        unit = whole_unit(catalog, former)
        if unit:
            heading = "On borders before 1 July 2025"
            groups.append(
                EnglishGroup(heading, _area_name(catalog, former), "indicator", _figures(catalog, unit.unit_id))
            )
    facts = [
        ("Kind", [_text(_meaning(catalog, "area_kind", area.kind))] if area.level != COUNTRY else []),
        ("Region", [_text(_meaning(catalog, "region", area.region))] if area.region else []),
        ("Formed on 1 July 2025 from", [_area_name(catalog, link.href.split("/")[1]) for link in in_time.predecessors]),
        ("Since 1 July 2025 part of", [_area_name(catalog, link.href.split("/")[1]) for link in in_time.became]),
    ]
    units = [unit for unit in catalog.grouped(Unit, "area_id").get(area_id, ()) if unit != whole]
    counted = [(_unit_name(catalog, unit), len(catalog.observations_by_unit.get(unit.unit_id, ()))) for unit in units]
    counted.sort(key=lambda row: (-row[1], row[0].text))
    total = sum(len(group.rows) for group in groups) + sum(count for _, count in counted)
    return _page(name, _counted(name.text, total), facts, groups, counted)


def _of_indicator(catalog: Catalog, indicator_id: str) -> EnglishPage:
    indicator = catalog.indicators[indicator_id]
    by_unit: dict[str, list[FigureRow]] = {}
    for row in catalog.rows_by_indicator.get(indicator_id, ()):
        by_unit.setdefault(row.observation.unit_id, []).append(row)
    newest = [row.observation for row in map(newest_row, by_unit.values()) if row]
    newest.sort(key=lambda seen: (-seen.period.end.toordinal(), seen.unit_id))
    figures = [english_figure(catalog, figure_of(catalog, seen)) for seen in newest]
    name = Name(page_address(INDICATOR, indicator_id), indicator.name_en or indicator.name_vi, bool(indicator.name_en))
    facts = [
        ("Unit of measure", [_text(_meaning(catalog, "unit_measure", indicator.unit_measure))]),
        ("Topic", [_text(_meaning(catalog, "topic", indicator.topic))]),
        ("In Vietnamese", [Name(page_address(INDICATOR, indicator_id), indicator.name_vi, is_english=False)]),
    ]
    heading = "The newest figure of each unit"
    return _page(name, _counted(name.text, len(figures)), facts, [EnglishGroup(heading, None, "unit", figures)])


def _figures(catalog: Catalog, unit_id: str) -> list[EnglishFigure]:
    figures = figures_of(catalog, catalog.observations_by_unit.get(unit_id, ()))
    return [english_figure(catalog, figure) for figure in figures]


def _unit_name(catalog: Catalog, unit: Unit) -> Name:
    twin = twin_of(catalog, UNIT, unit.unit_id)
    address = unit_address(catalog, unit.unit_id)
    if not address.startswith(UNIT):
        twin = twin_of(catalog, AREA, address.split("/")[1])
    return Name(twin or address, unit.name_en or unit.name_vi, bool(unit.name_en))


def _area_name(catalog: Catalog, area_id: str) -> Name:
    area: Area | None = catalog.areas.get(area_id)
    if area is None:
        return Name(area_link(catalog, area_id).href, area_id, is_english=False)
    text = area.name_en or area.name_vi
    ended = f" (until {english_day(area.valid_until)})" if area.valid_until else ""
    return Name(twin_of(catalog, AREA, area_id) or page_address(AREA, area_id), text + ended, bool(area.name_en))


def _text(words: str) -> Name:
    return Name("", words, is_english=True)


def _meaning(catalog: Catalog, code_list: str, code: str) -> str:
    known = catalog.codes.get((code_list, code))
    return known.title_en if known else code


def _counted(name: str, count: int) -> str:
    return f"{name}: {count} sourced figures." if count else f"{name}: no figures yet."


def twins_of(catalog: Catalog, addresses: Iterable[str]) -> list[str]:
    """Return the addresses of the twins of those pages that have one."""
    pages = [address.split("/") for address in addresses]
    twins = [twin_of(catalog, *page[:2]) for page in pages if len(page) == len(("folder", "key", ""))]
    return [twin for twin in twins if twin]
