"""Rows of the list pages but those of units and areas: what a list shows of each thing, by what it can be filtered."""

from collections.abc import Iterable
from dataclasses import replace

from hoctap.model.catalog import Catalog
from hoctap.model.record import Recognition, Source
from hoctap.views.basis import unchecked
from hoctap.views.document import document_title
from hoctap.views.link import CAMPAIGN, DOCUMENT, INDICATOR, SOURCE, TITLE, document_link, page_address
from hoctap.views.list_entry import by_name, date_of, entry_of, newest_year, sorted_by_date
from hoctap.views.list_page import FIGURES, Listing

# Of so many sources that one page of them is too heavy for a phone, those up to this year stand on a page of their own.
_LAST_ARCHIVED = 2020
ARCHIVE = f"nguon/den-{_LAST_ARCHIVED}/"


def indicators(catalog: Catalog) -> Listing:
    """Return every indicator with topic, measure and number of figures."""
    entries = []
    for indicator in catalog.indicators.values():
        topic = catalog.code_title("topic", indicator.topic)
        measure = catalog.code_title("unit_measure", indicator.unit_measure)
        years = catalog.years_by("indicator_id").get(indicator.indicator_id, ())
        kind = catalog.code_title("value_type", indicator.value_type)
        newest = newest_year(years)
        href = page_address(INDICATOR, indicator.indicator_id)
        more = (indicator.definition_vi, indicator.name_en)
        entries.append(
            entry_of(href, indicator.name_vi, (topic, measure, newest, str(len(years))), (topic, kind, newest), *more)
        )
    columns = ("Chỉ tiêu", "Chủ đề", "Đơn vị tính", "Năm mới nhất", "Số liệu")
    facets = ("Chủ đề", "Kiểu giá trị", "Năm mới nhất")
    return Listing("indicators", "Các chỉ tiêu", columns, facets, by_name(entries), FIGURES)


def campaigns(catalog: Catalog) -> Listing:
    """Return every campaign with lead, level and times."""
    entries = []
    for row in catalog.campaigns.values():
        lead = catalog.units.get(row.lead_unit_id)
        level = catalog.code_title("unit_level", row.level)
        start, end = (date_of(at) if at else "" for at in (row.started_on, row.ends_on))
        cells = ((lead.short_name or lead.name_vi) if lead else "", level, start, end)
        href = page_address(CAMPAIGN, row.campaign_id)
        dates = {"Bắt đầu": row.started_on, "Kết thúc": row.ends_on}
        entry = entry_of(href, row.name_vi, cells, (level,), row.summary_vi, row.name_en)
        repeated = "Kết thúc" if start == end else ""
        entries.append(replace(sorted_by_date(entry, dates), repeated=repeated))
    columns = ("Phong trào", "Chủ trì", "Cấp", "Bắt đầu", "Kết thúc")
    return Listing("campaigns", "Phong trào và chương trình", columns, ("Cấp",), by_name(entries))


def documents(catalog: Catalog) -> Listing:
    """Return every document with subject, issuer, date and status, newest first."""
    entries = []
    for row in sorted(
        catalog.documents.values(), key=lambda row: row.issued_on.text if row.issued_on else "", reverse=True
    ):
        kind = catalog.code_title("doc_kind", row.doc_kind)
        status = catalog.code_title("document_status", row.status)
        doubt = unchecked(row.confidence)
        issued = date_of(row.issued_on) if row.issued_on else "chưa rõ"
        cells = (row.title_vi, row.issuer, issued, f"{status}; {doubt}" if doubt else status)
        href = page_address(DOCUMENT, row.document_id)
        facets = (kind, row.issuer, row.issued_on.text[:4] if row.issued_on else "")
        entry = entry_of(href, document_title(catalog, row), cells, facets, row.title_en)
        entries.append(sorted_by_date(entry, {"Ngày": row.issued_on}))
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
    years = catalog.years_by("source_id")
    entries = []
    rows = sorted(listed, key=lambda row: row.published_on.text if row.published_on else "", reverse=True)
    for row in rows:
        published = date_of(row.published_on) if row.published_on else "chưa rõ"
        year = row.published_on.text[:4] if row.published_on else "chưa rõ"
        cells = (row.publisher or "chưa rõ nơi đăng", published, str(len(years.get(row.source_id, ()))))
        kind = catalog.code_title("source_kind", row.kind)
        entry = entry_of(page_address(SOURCE, row.source_id), row.title, cells, (kind, year), row.author)
        entries.append(sorted_by_date(entry, {"Ngày đăng": row.published_on}))
    columns = ("Nguồn", "Nơi đăng", "Ngày đăng", "Số liệu")
    address = ARCHIVE if name == "older-sources" else f"{SOURCE}/"
    facets = ("Loại nguồn", "Năm")
    return Listing(name, caption, columns, facets, entries, FIGURES, address=address, parted_by="Năm")


def titles(catalog: Catalog) -> Listing:
    """Return every title with whom it is for, its document and its holders."""
    holders = catalog.grouped(Recognition, "title_id")
    entries = []
    for row in catalog.titles.values():
        document = document_link(catalog, row.document_id).text if row.document_id else ""
        validity_text = f"{row.validity_months} tháng" if row.validity_months else "chưa rõ thời hạn"
        cells = (row.granted_to, document, validity_text, str(len(holders.get(row.title_id, ()))))
        entries.append(entry_of(page_address(TITLE, row.title_id), row.name_vi, cells, (), row.name_en))
    columns = ("Danh hiệu", "Trao cho", "Văn bản", "Thời hạn", "Đơn vị được ghi nhận")
    return Listing("titles", "Các danh hiệu học tập", columns, (), by_name(entries), ("Đơn vị được ghi nhận",))
