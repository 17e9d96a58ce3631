"""Addresses of pages. The one owner of the site's URL scheme; every link to a data page is made here.

A `…_link` takes an identifier and returns the page with the name that readers know. An identifier that the register
does not hold is its own name: the check reports it, and a page is still made.
"""

from functools import lru_cache

from hoctap.model.catalog import Catalog
from hoctap.model.frozen import dataclass
from hoctap.model.page_folders import FOLDERS
from hoctap.vietnamese.writing import day
from hoctap.views.place import place_of_unit

UNIT, AREA, INDICATOR = FOLDERS["units"], FOLDERS["areas"], FOLDERS["indicators"]
CAMPAIGN, DOCUMENT = FOLDERS["campaigns"], FOLDERS["documents"]
SOURCE, TITLE = FOLDERS["sources"], FOLDERS["titles"]
ASSESSMENT = "tu-danh-gia"


@dataclass(frozen=True, slots=True)
class Link:
    """A page of the site: `href` is relative to the site's root and ends with `/`."""

    href: str
    text: str


@lru_cache(maxsize=8192)
def link(href: str, text: str) -> Link:
    """Return a link; one object for the many figures of a unit, an indicator, a source."""
    return Link(href, text)


def page_address(folder: str, key: str) -> str:
    """Return the address of a data page, relative to the site's root."""
    return f"{folder}/{key}/"


def unit_link(catalog: Catalog, unit_id: str) -> Link:
    """Return the link to a unit's page; of a unit that is a place as a whole, to the page of the place."""
    unit = catalog.units.get(unit_id)
    text = (unit.short_name or unit.name_vi) if unit else unit_id
    return link(unit_address(catalog, unit_id), text)


def unit_address(catalog: Catalog, unit_id: str) -> str:
    """Return where a unit stands: its own page, or that of the place that it is."""
    place = place_of_unit(catalog, unit_id)
    return page_address(AREA, place) if place else page_address(UNIT, unit_id)


def area_link(catalog: Catalog, area_id: str) -> Link:
    """Return the link to an area; one whose borders have ended says its last day: `Hà Nam (đến 30/6/2025)`."""
    area = catalog.areas.get(area_id)
    text = area.name_vi if area else area_id
    if area and area.valid_until:
        text = f"{text} (đến {day(area.valid_until)})"
    return link(page_address(AREA, area_id), text)


def indicator_link(catalog: Catalog, indicator_id: str) -> Link:
    """Return the link to an indicator."""
    indicator = catalog.indicators.get(indicator_id)
    return link(page_address(INDICATOR, indicator_id), indicator.name_vi if indicator else indicator_id)


def source_link(catalog: Catalog, source_id: str) -> Link:
    """Return the link to a source, named by its title."""
    source = catalog.sources.get(source_id)
    return link(page_address(SOURCE, source_id), source.title if source else source_id)


def campaign_link(catalog: Catalog, campaign_id: str) -> Link:
    """Return the link to a campaign."""
    campaign = catalog.campaigns.get(campaign_id)
    return link(page_address(CAMPAIGN, campaign_id), campaign.name_vi if campaign else campaign_id)


def title_link(catalog: Catalog, title_id: str) -> Link:
    """Return the link to a title."""
    title = catalog.titles.get(title_id)
    return link(page_address(TITLE, title_id), title.name_vi if title else title_id)


def document_link(catalog: Catalog, document_id: str) -> Link:
    """Return the link to a document, named as it is cited: `Thông tư 24/2023/TT-BGDĐT`; without a number, its title."""
    document = catalog.documents.get(document_id)
    if document is None:
        return link(page_address(DOCUMENT, document_id), document_id)
    kind = catalog.code_title("doc_kind", document.doc_kind)
    text = f"{kind} {document.number}" if document.number else document.title_vi
    return link(page_address(DOCUMENT, document_id), text)
