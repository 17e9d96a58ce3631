"""The list pages in English: every page of a kind under headings, with what tells them apart."""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass

from hoctap.model.catalog import Catalog
from hoctap.model.codes import COUNTRY, PROVINCE
from hoctap.model.figure_row import formed_of
from hoctap.model.large_site import has_many_units
from hoctap.model.record import Area, AreaSuccession, Code, Recognition, Source, Unit
from hoctap.views.english import meaning, number
from hoctap.views.english_names import Name, name_of, twin_of, vietnamese, words
from hoctap.views.english_times import span
from hoctap.views.link import (
    AREA,
    CAMPAIGN,
    DOCUMENT,
    INDICATOR,
    SOURCE,
    TITLE,
    UNIT,
    area_link,
    campaign_link,
    document_link,
    indicator_link,
    source_link,
    title_link,
    unit_link,
)
from hoctap.views.list_entry import newest_year
from hoctap.views.listing import is_archived
from hoctap.views.place import units_with_pages

Row = Sequence[Sequence[Name]]
_FIGURES, _NEWEST, _HOLDERS = "Figures", "Newest of", "Units recognised"


@dataclass(frozen=True, slots=True)
class EnglishList:
    """Rows of a list page: a table under each heading, all with these columns; `rest` is the page with the others."""

    columns: Sequence[str]
    groups: Sequence[tuple[str, Sequence[Row]]]
    rest: str = ""

    @property
    def numeric(self) -> list[bool]:
        """Return which columns count."""
        return [column in (_FIGURES, _HOLDERS) for column in self.columns]


def _units(catalog: Catalog) -> EnglishList:
    """Return all units; of very many those with a page in English, the others stand in the Vietnamese list alone."""
    is_large = has_many_units(catalog)
    listed = [key for key in units_with_pages(catalog) if not is_large or twin_of(catalog, UNIT, key)]
    units = sorted((catalog.units[key] for key in listed), key=lambda unit: (unit.name_vi, unit.unit_id))
    rows = {unit.unit_id: _unit_row(catalog, unit) for unit in units}
    groups = [
        (code.title_en, [rows[unit.unit_id] for unit in units if unit.unit_kind == code.code])
        for code in _codes(catalog, "unit_kind")
    ]
    return EnglishList(("Unit", "Place", _FIGURES, _NEWEST), groups, f"{UNIT}/" if is_large else "")


def _unit_row(catalog: Catalog, unit: Unit) -> Row:
    place = [name_of(catalog, area_link(catalog, unit.area_id))] if unit.area_id in catalog.areas else []
    return [
        [name_of(catalog, unit_link(catalog, unit.unit_id))],
        place,
        *_counts(catalog.years_by("unit_id").get(unit.unit_id, ())),
    ]


def _areas(catalog: Catalog) -> EnglishList:
    areas = sorted(catalog.areas.values(), key=lambda area: (area.level != COUNTRY, area.name_en or area.name_vi))
    today = [area for area in areas if area.valid_until is None and area.level in (COUNTRY, PROVINCE)]
    former = [area for area in areas if area.valid_until is not None and area.level == PROVINCE]
    others = [area for area in areas if area not in today and area not in former]
    groups = [
        ("The country and its provinces", today),
        ("Provinces until 30 June 2025", former),
        ("Places within provinces", others),
    ]
    columns = ("Place", "Region", "Made of, or now part of", _FIGURES, _NEWEST)
    return EnglishList(columns, [(heading, [_area_row(catalog, area) for area in found]) for heading, found in groups])


def _area_row(catalog: Catalog, area: Area) -> Row:
    became = catalog.grouped(AreaSuccession, "from_area_id").get(area.area_id, ())
    others = [row.to_area_id for row in became] or [row.from_area_id for row in formed_of(catalog, area.area_id)]
    units = catalog.grouped(Unit, "area_id").get(area.area_id, ())
    years = [year for unit in units for year in catalog.years_by("unit_id").get(unit.unit_id, ())]
    return [
        [name_of(catalog, area_link(catalog, area.area_id))],
        [words(meaning(catalog, "region", area.region))] if area.region else [],
        [name_of(catalog, area_link(catalog, key)) for key in others],
        *_counts(years),
    ]


def _indicators(catalog: Catalog) -> EnglishList:
    rows = sorted(catalog.indicators.values(), key=lambda row: row.name_en or row.name_vi)
    rows_by_key = {
        row.indicator_id: [
            [name_of(catalog, indicator_link(catalog, row.indicator_id))],
            [words(meaning(catalog, "unit_measure", row.unit_measure))],
            *_counts(catalog.years_by("indicator_id").get(row.indicator_id, ())),
        ]
        for row in rows
    }
    groups = [
        (code.title_en, [rows_by_key[row.indicator_id] for row in rows if row.topic == code.code])
        for code in _codes(catalog, "topic")
    ]
    return EnglishList(("Indicator", "Unit of measure", _FIGURES, _NEWEST), groups)


def _campaigns(catalog: Catalog) -> EnglishList:
    rows = sorted(catalog.campaigns.values(), key=lambda row: row.name_en or row.name_vi)
    rows_by_key = [
        [
            [name_of(catalog, campaign_link(catalog, row.campaign_id))],
            [name_of(catalog, unit_link(catalog, row.lead_unit_id))] if row.lead_unit_id else [],
            [words(meaning(catalog, "unit_level", row.level))],
            [words(span(row.started_on))] if row.started_on else [],
            [words(span(row.ends_on))] if row.ends_on else [],
        ]
        for row in rows
    ]
    return EnglishList(("Campaign", "Led by", "Level", "From", "To"), [("Campaigns and programmes", rows_by_key)])


def _documents(catalog: Catalog) -> EnglishList:
    rows = sorted(catalog.documents.values(), key=lambda row: row.issued_on.text if row.issued_on else "", reverse=True)
    rows_by_key = {
        row.document_id: [
            [name_of(catalog, document_link(catalog, row.document_id))],
            [words(row.title_en) if row.title_en else vietnamese(row.title_vi)],
            [vietnamese(row.issuer)] if row.issuer else [],
            [words(span(row.issued_on))] if row.issued_on else [],
            [words(meaning(catalog, "document_status", row.status))],
        ]
        for row in rows
    }
    groups = [
        (code.title_en, [rows_by_key[row.document_id] for row in rows if row.doc_kind == code.code])
        for code in _codes(catalog, "doc_kind")
    ]
    return EnglishList(("Document", "About", "Issued by", "Issued", "Validity"), groups)


def _titles(catalog: Catalog) -> EnglishList:
    holders = catalog.grouped(Recognition, "title_id")
    rows_by_key = [
        [
            [name_of(catalog, title_link(catalog, row.title_id))],
            [vietnamese(row.granted_to)],
            [name_of(catalog, document_link(catalog, row.document_id))] if row.document_id else [],
            [words(f"{row.validity_months} months" if row.validity_months else "not read")],
            [words(number(len(holders.get(row.title_id, ()))))],
        ]
        for row in sorted(catalog.titles.values(), key=lambda row: row.name_en or row.name_vi)
    ]
    columns = ("Title", "For", "Set up by", "Valid for", _HOLDERS)
    return EnglishList(columns, [("Titles of learning", rows_by_key)])


def _sources(catalog: Catalog) -> EnglishList:
    older = [row for row in catalog.sources.values() if is_archived(row)]
    newer = [row for row in catalog.sources.values() if not is_archived(row)]
    listed = _of_sources(catalog, newer)
    return EnglishList(listed.columns, listed.groups, "en/nguon/den-2020/" if older else "")


def _older_sources(catalog: Catalog) -> EnglishList:
    return _of_sources(catalog, [row for row in catalog.sources.values() if is_archived(row)])


def _of_sources(catalog: Catalog, found: Iterable[Source]) -> EnglishList:
    years_by_source = catalog.years_by("source_id")
    years: dict[str, list[Row]] = {}
    for row in sorted(found, key=lambda row: row.published_on.text if row.published_on else "", reverse=True):
        line = [
            [name_of(catalog, source_link(catalog, row.source_id))],
            [vietnamese(row.publisher)] if row.publisher else [],
            [words(span(row.published_on))] if row.published_on else [],
            [words(number(len(years_by_source.get(row.source_id, ()))))],
        ]
        years.setdefault(row.published_on.text[:4] if row.published_on else "Date not known", []).append(line)
    return EnglishList(("Source", "Published by", "Published", _FIGURES), list(years.items()))


LISTS: dict[str, Callable[[Catalog], EnglishList]] = {
    UNIT: _units,
    AREA: _areas,
    INDICATOR: _indicators,
    CAMPAIGN: _campaigns,
    DOCUMENT: _documents,
    TITLE: _titles,
    SOURCE: _sources,
    "nguon-cu": _older_sources,
}


def english_list(catalog: Catalog, folder: str) -> EnglishList:
    """Return the list of a kind of page; headings without rows are left out. LookupError for a kind without a list."""
    found = LISTS[folder](catalog)
    return EnglishList(found.columns, [group for group in found.groups if group[1]], found.rest)


def _codes(catalog: Catalog, name: str) -> list[Code]:
    return sorted(catalog.grouped(Code, "list").get(name, ()), key=lambda code: code.order)


def _counts(years: Sequence[int]) -> list[list[Name]]:
    return [[words(number(len(years)))], [words(newest_year(years))]] if years else [[], []]
