"""English pages of what figures are about: units, places, indicators."""

from dataclasses import replace
from datetime import date

from hoctap.model.catalog import Catalog
from hoctap.model.codes import COUNTRY
from hoctap.views import list_page
from hoctap.views.area_page import AreaPage
from hoctap.views.english import number
from hoctap.views.english_aims import AIMS, Cell, national_row, own_row
from hoctap.views.english_names import FOLDER, Name, name_of, vietnamese, words
from hoctap.views.english_page import (
    EnglishGroup,
    EnglishPage,
    Section,
    code,
    counted,
    figures,
    listed,
    names,
    others_stand_elsewhere,
    page,
)
from hoctap.views.english_times import english_day
from hoctap.views.first_of_many import first_of_many
from hoctap.views.indicator import IndicatorPage
from hoctap.views.link import AREA, INDICATOR, UNIT, Link, page_address
from hoctap.views.unit import ENDED, Recognised, UnitProfile

_BY_INDICATOR, _BY_UNIT = ("indicator",), ("unit",)


def unit_in_english(catalog: Catalog, key: str, view: UnitProfile) -> EnglishPage:
    """Return the English twin of the page of a unit."""
    unit = view.unit
    name = name_of(catalog, Link(page_address(UNIT, key), unit.name_vi))
    facts = [
        ("Kind", code(catalog, "unit_kind", unit.unit_kind)),
        ("Level", code(catalog, "unit_level", unit.level)),
        ("Area", names(catalog, [view.area.link if view.area else None])),
        ("Part of", names(catalog, [view.parent])),
        ("Succeeded by", names(catalog, [view.successor])),
        ("In Vietnamese", [vietnamese(unit.name_vi)] if name.is_english else []),
    ]
    group = EnglishGroup("Figures", figures(catalog, view.figures), _BY_INDICATOR)
    summary = counted(name.text, len(view.figures))
    return page((UNIT, key), name, summary, facts, groups=[group], sections=_what_binds(catalog, view))


def area_in_english(catalog: Catalog, key: str, view: AreaPage) -> EnglishPage:
    """Return the English twin of the page of a place."""
    area = view.in_time.area
    name = name_of(catalog, view.in_time.link)
    facts = [
        ("Kind", code(catalog, "area_kind", area.kind) if area.level != COUNTRY else []),
        ("Region", code(catalog, "region", area.region)),
        ("Lies in", names(catalog, [view.parent] if area.level not in (COUNTRY, "tinh") else [])),
        ("Formed on 1 July 2025 from", names(catalog, view.in_time.predecessors)),
        ("Since 1 July 2025 part of", names(catalog, view.in_time.became)),
        ("In Vietnamese", [vietnamese(area.name_vi)] if area.name_en and area.name_en != area.name_vi else []),
    ]
    units = [
        [name_of(catalog, row.unit), words(_figure_count(row.count), is_note=True)]
        if row.count
        else [name_of(catalog, row.unit)]
        for row in sorted(view.units, key=lambda row: -row.count)
    ]
    total = len(view.figures) + sum(len(one.figures) for one in view.before) + view.unit_figures
    if view.unit_count > len(units):
        others = number(view.unit_count - len(units))
        units.append([words(f"and {others} more:"), Name(f"{FOLDER}/{UNIT}/", "all units")])
    sections = [
        *(_what_binds(catalog, view.own) if view.own else ()),
        listed("Associations and other units here", units),
        listed("Campaigns led from here", [names(catalog, pair) for pair in view.campaigns]),
        listed(
            "Documents issued here",
            [[name_of(catalog, link), vietnamese(subject, is_note=True)] for link, subject in view.documents],
        ),
    ]
    groups, lines = _groups_of_area(catalog, view), _left_out_of_area(catalog, view)
    return page((AREA, key), name, counted(name.text, total), facts, lines=lines, groups=groups, sections=sections)


def _groups_of_area(catalog: Catalog, view: AreaPage) -> list[EnglishGroup]:
    """Return the figures of the whole area, of the associations in it, and those of former areas."""
    own = EnglishGroup(
        "Figures of the whole area", figures(catalog, first_of_many(catalog, view.figures)), _BY_INDICATOR
    )
    associations = [
        EnglishGroup(
            "Figures of the association here", figures(catalog, row.figures), _BY_INDICATOR, name_of(catalog, row.unit)
        )
        for row in view.associations
    ]
    old = [
        EnglishGroup(
            "Figures of a former area",
            figures(catalog, one.first),
            _BY_INDICATOR,
            name_of(catalog, one.area),
        )
        for one in view.before
    ]
    return [own, *associations, *old]


def _left_out_of_area(catalog: Catalog, view: AreaPage) -> list[Cell]:
    """Return the line about the figures of whole areas that the page does not show, if there are any."""
    both = [(view.figures, first_of_many(catalog, view.figures)), *((one.figures, one.first) for one in view.before)]
    left = sum(len(found) - len(first) for found, first in both)
    return [others_stand_elsewhere(f"{_figure_count(left)} more of whole areas")] if left else []


def indicator_in_english(catalog: Catalog, key: str, view: IndicatorPage) -> EnglishPage:
    """Return the English twin of the page of an indicator."""
    row = view.indicator
    name = name_of(catalog, Link(page_address(INDICATOR, key), row.name_vi))
    facts = [
        ("Unit of measure", code(catalog, "unit_measure", row.unit_measure)),
        ("Topic", code(catalog, "topic", row.topic)),
        ("Part of", names(catalog, [view.parent])),
        ("Made up of", names(catalog, view.children)),
        ("Based on", names(catalog, [view.basis])),
        ("Comparison", code(catalog, "comparison", row.comparison) if row.comparison != "rank" else []),
        ("Targets of", names(catalog, view.aimed_at_by)),
        ("In Vietnamese", [vietnamese(row.name_vi)]),
    ]
    lines: list[Cell] = (
        [[words("Defined in Vietnamese as:"), vietnamese(row.definition_vi)]] if row.definition_vi else []
    )
    lines += [[words("To mind in comparing:"), vietnamese(row.comparison_note)]] if row.comparison_note else []
    first = first_of_many(catalog, view.newest[: list_page.FIRST_ROWS] if view.is_long else view.newest)
    group = EnglishGroup("The newest figure of each unit", figures(catalog, first), _BY_UNIT)
    lines += _where_others_are(view, len(view.figures) - len(first), key)
    evidences = [
        [name_of(catalog, title), vietnamese(f"{set_name}: {criterion.text_vi}", is_note=True)]
        for title, set_name, criterion in view.evidences
    ]
    return page(
        (INDICATOR, key),
        name,
        counted(name.text, len(view.figures)),
        facts,
        lines=lines,
        groups=[group],
        sections=[listed("Criteria it can show to be met", evidences)],
    )


def _where_others_are(view: IndicatorPage, others: int, key: str) -> list[Cell]:
    """Return the line about the figures that the page does not show, if there are any."""
    if view.is_long:
        explorer = Name(f"kham-pha/?{INDICATOR}={key}", "the explorer")
        where = f"Too many for one page: the other {_figure_count(others)} are in the files of data and in"
        return [[words(where), explorer]]
    if others:
        return [[words(f"Of other periods, parts or sources: {_figure_count(others)} more, on the Vietnamese page.")]]
    return []


def _figure_count(count: int) -> str:
    return f"{number(count)} figure{'s' if count > 1 else ''}"


def _what_binds(catalog: Catalog, view: UnitProfile) -> list[Section]:
    """Return recognitions, own and national targets and campaigns of a unit."""
    return [
        listed("Titles recognised", [_recognition(catalog, row) for row in view.recognitions]),
        Section("Targets the unit set itself", AIMS, [own_row(catalog, aim) for aim in view.aims]),
        Section(
            "Targets of the whole country beside the figures here",
            AIMS,
            [national_row(catalog, aim) for aim in view.national],
        ),
        listed("Campaigns", [[name_of(catalog, role.campaign)] for role in view.roles]),
    ]


def _recognition(catalog: Catalog, row: Recognised) -> list[Name]:
    record = row.record
    level = "".join(f"{one.text}, " for one in code(catalog, "recognition_level", record.level))
    by = [words("recognised by:", is_note=True), vietnamese(record.authority, is_note=True)] if record.authority else []
    source = replace(name_of(catalog, row.source), is_note=True)
    texts = [vietnamese(text, is_note=True) for text in (record.locator, record.note) if text]
    valid = words(validity(record.valid_until, row.validity), is_note=True)
    head = [name_of(catalog, row.title), words(f"({level}{record.year})"), valid]
    return [*head, *by, words("source:", is_note=True), source, *texts]


def validity(until: date | None, standing: str) -> str:
    """Return until when a recognition holds; `standing` are the Vietnamese words of it."""
    if until is None:
        return "how long it holds is not known"
    has_ended = standing.startswith(ENDED)
    return f"{'expired after' if has_ended else 'valid until'} {english_day(until)}"
