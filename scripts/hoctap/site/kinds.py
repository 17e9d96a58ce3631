"""The kinds of data pages: which there are, where they stand, which view and template make them."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from datetime import date
from typing import Any

from hoctap.model.catalog import Catalog
from hoctap.views import link
from hoctap.views.area_page import area_page
from hoctap.views.assessment import assessment_keys, assessment_page
from hoctap.views.campaign import campaign_page
from hoctap.views.document import document_page
from hoctap.views.indicator import indicator_page
from hoctap.views.place import units_with_pages
from hoctap.views.source import source_page
from hoctap.views.title import title_page
from hoctap.views.unit import unit_profile

View = Callable[[Catalog, str, date], Any]


@dataclass(frozen=True, slots=True)
class PageKind:
    """A kind of page: shell and template share its `name`; `label` is what search results call it."""

    name: str
    folder: str
    label: str
    keys: Callable[[Catalog], Iterable[str]]
    view: View


def _timeless(view: Callable[[Catalog, str], Any]) -> View:
    return lambda catalog, key, _today: view(catalog, key)


KINDS: tuple[PageKind, ...] = (
    PageKind("unit", link.UNIT, "Đơn vị", units_with_pages, unit_profile),
    PageKind("area", link.AREA, "Địa phương", lambda catalog: catalog.areas, area_page),
    PageKind("indicator", link.INDICATOR, "Chỉ tiêu", lambda catalog: catalog.indicators, _timeless(indicator_page)),
    PageKind("campaign", link.CAMPAIGN, "Phong trào", lambda catalog: catalog.campaigns, campaign_page),
    PageKind("document", link.DOCUMENT, "Văn bản", lambda catalog: catalog.documents, _timeless(document_page)),
    PageKind("source", link.SOURCE, "Nguồn", lambda catalog: catalog.sources, _timeless(source_page)),
    PageKind("title", link.TITLE, "Danh hiệu", lambda catalog: catalog.titles, title_page),
    PageKind("assessment", link.ASSESSMENT, "Tự đánh giá", assessment_keys, assessment_page),
)

# What search calls kinds of pages; of two pages whose names fit equally, the kind named first is meant more often.
SEARCHED = (
    "Danh hiệu",
    "Địa phương",
    "Trang",
    "Phong trào",
    "Chỉ tiêu",
    "Văn bản",
    "Đơn vị",
    "Thuật ngữ",
    "English",
    "Tự đánh giá",
    "Nguồn",
)
