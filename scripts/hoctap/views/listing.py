"""Rows of the list pages: what a list shows of each thing and by what it can be filtered."""

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace

from hoctap.model.catalog import Catalog
from hoctap.model.period import Period
from hoctap.model.record import Area, AreaAlias, Observation, Recognition, Source, Unit, UnitAlias
from hoctap.vietnamese.writing import moment, sort_key
from hoctap.views.area import area_in_time, area_title
from hoctap.views.basis import unchecked
from hoctap.views.document import document_title
from hoctap.views.figure import figures_of, headline
from hoctap.views.link import (
    AREA,
    CAMPAIGN,
    DOCUMENT,
    INDICATOR,
    SOURCE,
    TITLE,
    Link,
    document_link,
    page_address,
    unit_address,
)
from hoctap.views.list_page import FORMER, Entry, Listing
from hoctap.views.list_words import provinces_by_title, words_beyond
from hoctap.views.place import whole_unit
from hoctap.views.statements.caveats import BORDER_WORDS

FIGURES = ("Số liệu",)
# Of so many sources that one page of them is too heavy for a phone, those up to this year stand on a page of their own.
_LAST_ARCHIVED = 2020
ARCHIVE = f"nguon/den-{_LAST_ARCHIVED}/"
# Units that have no figure after this year stand on a page of their own, too.
_LAST_OLD_FIGURE = 2017
OLDER_UNITS = f"don-vi/den-{_LAST_OLD_FIGURE}/"
_FORMER = " (trước 01/7/2025)"
_UNIT_OF_TIME = re.compile(r"^(?:năm|tháng|ngày) ")


def _entry(href: str, name: str, cells: Sequence[str], facets: Sequence[str], *more: str) -> Entry:
    return Entry(Link(href, name), cells, facets, words_beyond(name, cells, more))


def _date(period: Period) -> str:
    """Return a date for a column that is called so: `09/02/2026`, `7/2024`, `2020`."""
    return _UNIT_OF_TIME.sub("", moment(period))


def _sorted_by_date(entry: Entry, dates: Mapping[str, Period | None]) -> Entry:
    # Single dates sort by what is written; of a span that is not so.
    keys = {column: date.start.isoformat() for column, date in dates.items() if date and date.is_interval}
    return replace(entry, sort_keys=keys)


def _newest_year(rows: Sequence[Observation]) -> str:
    return str(max((row.period.end.year for row in rows), default=""))


def _by_name(entries: list[Entry]) -> list[Entry]:
    return sorted(entries, key=lambda entry: sort_key(entry.link.text))


def units(catalog: Catalog) -> Listing:
    """Return every unit that has a figure of late years, with kind, place and number of figures."""
    listed = [unit for unit in catalog.units.values() if not _is_old(catalog, unit)]
    older = [unit.unit_id for unit in catalog.units.values() if _is_old(catalog, unit)]
    with_figures = sum(unit_id in catalog.observations_by_unit for unit_id in older)
    found = _units(catalog, "units", "Các đơn vị có số liệu", listed)
    return replace(found, rest=OLDER_UNITS if older else "", left_out=len(older), with_figures_left_out=with_figures)


def older_units(catalog: Catalog) -> Listing:
    """Return the units that the list of units leaves out: their figures are old, or there is none."""
    listed = [unit for unit in catalog.units.values() if _is_old(catalog, unit)]
    return _units(catalog, "older-units", f"Các đơn vị chỉ có số đến năm {_LAST_OLD_FIGURE} hoặc chưa có số", listed)


def _is_old(catalog: Catalog, unit: Unit) -> bool:
    newest = _newest_year(catalog.observations_by_unit.get(unit.unit_id, ()))
    return not newest or int(newest) <= _LAST_OLD_FIGURE


def _units(catalog: Catalog, name: str, caption: str, listed: Iterable[Unit]) -> Listing:
    aliases = catalog.grouped(UnitAlias, "unit_id")
    entries = []
    for unit in listed:
        kind = catalog.code_title("unit_kind", unit.unit_kind)
        province = catalog.areas.get(catalog.province_of(unit.area_id))
        place = area_title(catalog, province) if province else "chưa rõ"
        rows = catalog.observations_by_unit.get(unit.unit_id, ())
        newest = _newest_year(rows)
        level = catalog.code_title("unit_level", unit.level)
        names = [unit.short_name, *(row.alias for row in aliases.get(unit.unit_id, ()))]
        href = unit_address(catalog, unit.unit_id)
        figure, limits = first_figure(catalog, rows, place)
        cells = (kind, place, newest, str(len(rows)), figure)
        entry = _entry(href, unit.name_vi, cells, (kind, level, place, newest), *names)
        repeated = "Tỉnh, thành phố" if province and province.name_vi in unit.name_vi else ""
        entries.append(replace(entry, unit_id=unit.unit_id if rows else "", limits=limits, repeated=repeated))
    columns = ("Đơn vị", "Loại", "Tỉnh, thành phố", "Năm mới nhất", "Số liệu", "Con số tiêu biểu")
    facets = ("Loại", "Cấp", "Tỉnh, thành phố", "Năm mới nhất")
    borders = provinces_by_title(catalog)
    return Listing(name, caption, columns, facets, _by_name(entries), FIGURES, borders=borders)


def first_figure(catalog: Catalog, rows: Iterable[Observation], place: str) -> tuple[str, str]:
    """Return the figure that says the most of a unit, and what limits it; both empty if there is none.

    On which borders it stands is not said again where the row names a former `place`.
    """
    for figure in headline(catalog, figures_of(catalog, rows), 1):
        words, limits = figure.row_of_list
        others = limits.replace(BORDER_WORDS["before"], "").strip("; ") if place.endswith(_FORMER) else limits
        return words, others
    return "", ""


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
    entries = []
    for area in areas:
        in_time, whole = area_in_time(catalog, area.area_id), whole_unit(catalog, area.area_id)
        other = in_time.became or in_time.predecessors
        own = catalog.observations_by_unit.get(whole.unit_id, ()) if whole else ()
        units = catalog.grouped(Unit, "area_id").get(area.area_id, ())
        rows = [row for unit in units for row in catalog.observations_by_unit.get(unit.unit_id, ())]
        region = catalog.code_title("region", area.region) if area.region else ""
        places = ", ".join(link.text.partition(" (")[0] for link in other)
        newest = _newest_year(rows)
        figure, limits = first_figure(catalog, own, area_title(catalog, area))
        cells = (region, places, newest, str(len(rows)), figure)
        href, title = page_address(AREA, area.area_id), area_title(catalog, area).removesuffix(_FORMER)
        level = catalog.code_title("area_level", area.level)
        spoken = (row.alias for row in catalog.grouped(AreaAlias, "area_id").get(area.area_id, ()))
        names = (area.name_en, area.code, catalog.code_title("area_kind", area.kind), *spoken)
        entry = _entry(href, title, cells, (level, region, newest), *names)
        entries.append(replace(entry, unit_id=whole.unit_id if whole and own else "", limits=limits))
    return Listing(name, caption, columns, ("Cấp", "Vùng", "Năm mới nhất"), _by_name(entries), FIGURES)


def indicators(catalog: Catalog) -> Listing:
    """Return every indicator with topic, measure and number of figures."""
    entries = []
    for indicator in catalog.indicators.values():
        topic = catalog.code_title("topic", indicator.topic)
        measure = catalog.code_title("unit_measure", indicator.unit_measure)
        rows = catalog.observations_by_indicator.get(indicator.indicator_id, ())
        kind = catalog.code_title("value_type", indicator.value_type)
        newest = _newest_year(rows)
        href = page_address(INDICATOR, indicator.indicator_id)
        more = (indicator.definition_vi, indicator.name_en)
        entries.append(
            _entry(href, indicator.name_vi, (topic, measure, newest, str(len(rows))), (topic, kind, newest), *more)
        )
    columns = ("Chỉ tiêu", "Chủ đề", "Đơn vị tính", "Năm mới nhất", "Số liệu")
    facets = ("Chủ đề", "Kiểu giá trị", "Năm mới nhất")
    return Listing("indicators", "Các chỉ tiêu", columns, facets, _by_name(entries), FIGURES)


def campaigns(catalog: Catalog) -> Listing:
    """Return every campaign with lead, level and times."""
    entries = []
    for row in catalog.campaigns.values():
        lead = catalog.units.get(row.lead_unit_id)
        level = catalog.code_title("unit_level", row.level)
        start, end = (_date(at) if at else "" for at in (row.started_on, row.ends_on))
        cells = ((lead.short_name or lead.name_vi) if lead else "", level, start, end)
        href = page_address(CAMPAIGN, row.campaign_id)
        dates = {"Bắt đầu": row.started_on, "Kết thúc": row.ends_on}
        entry = _entry(href, row.name_vi, cells, (level,), row.summary_vi, row.name_en)
        entries.append(_sorted_by_date(entry, dates))
    columns = ("Phong trào", "Chủ trì", "Cấp", "Bắt đầu", "Kết thúc")
    return Listing("campaigns", "Phong trào và chương trình", columns, ("Cấp",), _by_name(entries))


def documents(catalog: Catalog) -> Listing:
    """Return every document with subject, issuer, date and status, newest first."""
    entries = []
    for row in sorted(
        catalog.documents.values(), key=lambda row: row.issued_on.text if row.issued_on else "", reverse=True
    ):
        kind = catalog.code_title("doc_kind", row.doc_kind)
        status = catalog.code_title("document_status", row.status)
        doubt = unchecked(row.confidence)
        issued = _date(row.issued_on) if row.issued_on else "chưa rõ"
        cells = (row.title_vi, row.issuer, issued, f"{status}; {doubt}" if doubt else status)
        href = page_address(DOCUMENT, row.document_id)
        facets = (kind, row.issuer, row.issued_on.text[:4] if row.issued_on else "")
        entry = _entry(href, document_title(catalog, row), cells, facets, row.title_en)
        entries.append(_sorted_by_date(entry, {"Ngày": row.issued_on}))
    columns = ("Văn bản", "Về việc", "Cơ quan ban hành", "Ngày", "Hiệu lực")
    return Listing("documents", "Văn bản được dẫn", columns, ("Loại", "Cơ quan ban hành", "Năm"), entries)


def sources(catalog: Catalog) -> Listing:
    """Return the sources of the years after the archive with publisher, date and number of figures, newest first."""
    older = sum(map(is_archived, catalog.sources.values()))
    listed = [row for row in catalog.sources.values() if not is_archived(row)]
    return replace(_sources(catalog, "sources", "Các nguồn", listed), rest=ARCHIVE if older else "", left_out=older)


def older_sources(catalog: Catalog) -> Listing:
    """Return the sources that the list of sources leaves to its archive."""
    listed = [row for row in catalog.sources.values() if is_archived(row)]
    return _sources(catalog, "older-sources", f"Các nguồn đăng đến năm {_LAST_ARCHIVED}", listed)


def is_archived(row: Source) -> bool:
    """Return whether a source stands on the page of the older ones."""
    return row.published_on is not None and row.published_on.end.year <= _LAST_ARCHIVED


def _sources(catalog: Catalog, name: str, caption: str, listed: Iterable[Source]) -> Listing:
    counts = catalog.grouped(Observation, "source_id")
    entries = []
    rows = sorted(listed, key=lambda row: row.published_on.text if row.published_on else "", reverse=True)
    for row in rows:
        published = _date(row.published_on) if row.published_on else "chưa rõ"
        year = row.published_on.text[:4] if row.published_on else "chưa rõ"
        cells = (row.publisher or "chưa rõ", published, str(len(counts.get(row.source_id, ()))))
        kind = catalog.code_title("source_kind", row.kind)
        entry = _entry(page_address(SOURCE, row.source_id), row.title, cells, (kind, year), row.author)
        entries.append(_sorted_by_date(entry, {"Ngày đăng": row.published_on}))
    columns = ("Nguồn", "Nơi đăng", "Ngày đăng", "Số liệu")
    return Listing(name, caption, columns, ("Loại nguồn", "Năm"), entries, FIGURES)


def titles(catalog: Catalog) -> Listing:
    """Return every title with whom it is for, its document and its holders."""
    holders = catalog.grouped(Recognition, "title_id")
    entries = []
    for row in catalog.titles.values():
        document = document_link(catalog, row.document_id).text if row.document_id else ""
        validity_text = f"{row.validity_months} tháng" if row.validity_months else "chưa rõ"
        cells = (row.granted_to, document, validity_text, str(len(holders.get(row.title_id, ()))))
        entries.append(_entry(page_address(TITLE, row.title_id), row.name_vi, cells, (), row.name_en))
    columns = ("Danh hiệu", "Trao cho", "Văn bản", "Thời hạn", "Đơn vị được ghi nhận")
    return Listing("titles", "Các danh hiệu học tập", columns, (), _by_name(entries), ("Đơn vị được ghi nhận",))
