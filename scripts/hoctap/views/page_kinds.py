"""The kinds of data pages, one row each: everything anyone asks of a kind stands here and nowhere else.

Read by exports (files of a page), templates (as `kinds`), the build (shells, pages, search) and, through the index of
search, by the scripts of the pages. `link` has the folders alone, since views need them before there is a table.
"""

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from datetime import date
from typing import Any

from hoctap.model.catalog import Catalog
from hoctap.views import link, list_of_places, listing, names
from hoctap.views.area_page import area_page
from hoctap.views.assessment import assessment_keys, assessment_page
from hoctap.views.campaign import campaign_page
from hoctap.views.document import document_page
from hoctap.views.english_guidance import campaign_in_english, document_in_english, source_in_english
from hoctap.views.english_page import EnglishPage
from hoctap.views.english_subjects import area_in_english, indicator_in_english, unit_in_english
from hoctap.views.english_titles import title_in_english
from hoctap.views.indicator import indicator_page
from hoctap.views.link import Link
from hoctap.views.list_page import Listing
from hoctap.views.place import units_with_pages
from hoctap.views.source import source_page
from hoctap.views.title import title_page
from hoctap.views.unit import unit_page

View = Callable[[Catalog, str, date], Any]


@dataclass(frozen=True, slots=True, kw_only=True)
class PageKind:
    """A kind of data page.

    `name` names its template (overrides/hoctap/<name>.html), its shell and its social picture, whose words are
    `picture`. `folder` is where its pages and their list stand, `label` what readers call it, `label_en` in English.
    `rank` is the place in search: of two pages whose names fit equally, the kind with the lower rank is meant more
    often. `table` holds a row a page (empty: pages made of several tables), `rows` are the main rows of one page,
    published as its CSV.
    """

    name: str
    folder: str
    label: str
    label_en: str
    rank: int
    picture: str
    keys: Callable[[Catalog], Iterable[str]]
    view: View
    table: str = ""
    rows: str = ""
    link: Callable[[Catalog, str], Link] | None = None
    listing: Callable[[Catalog], Listing] | None = None
    names: Callable[[Catalog, str], list[str]] | None = None
    # Search reads these pages as text; of the others it knows names and figures.
    is_text: bool = False
    # Makes the twin in English of a page, of the view of the Vietnamese one.
    english: Callable[[Catalog, str, Any], EnglishPage] | None = None
    # Mostly prose: terms of the glossary are marked in it.
    has_terms: bool = False

    def other_names(self, catalog: Catalog, key: str) -> list[str]:
        """Return the names of a page besides its title: short names, aliases, place names, document numbers."""
        return [name for name in self.names(catalog, key) if name] if self.names else []


def _timeless(view: Callable[[Catalog, str], Any]) -> View:
    return lambda catalog, key, _today: view(catalog, key)


KINDS: tuple[PageKind, ...] = (
    PageKind(
        name="unit",
        folder=link.UNIT,
        label="Đơn vị",
        label_en="Units",
        rank=7,
        picture="Đơn vị: số liệu, danh hiệu, chỉ tiêu, kèm nguồn",
        keys=units_with_pages,
        view=unit_page,
        table="units",
        rows="observations",
        link=link.unit_link,
        listing=list_of_places.units,
        names=names.names_of_unit,
        english=unit_in_english,
    ),
    PageKind(
        name="area",
        folder=link.AREA,
        label="Địa phương",
        label_en="Places",
        rank=2,
        picture="Địa phương: trên ranh giới cũ và mới",
        keys=lambda catalog: catalog.areas,
        view=area_page,
        table="areas",
        rows="observations",
        link=link.area_link,
        listing=list_of_places.areas,
        names=names.names_of_area,
        english=area_in_english,
    ),
    PageKind(
        name="indicator",
        folder=link.INDICATOR,
        label="Chỉ tiêu",
        label_en="Indicators",
        rank=5,
        picture="Chỉ tiêu: định nghĩa, các đơn vị, qua thời gian",
        keys=lambda catalog: catalog.indicators,
        view=_timeless(indicator_page),
        table="indicators",
        rows="observations",
        link=link.indicator_link,
        listing=listing.indicators,
        names=names.names_of_indicator,
        english=indicator_in_english,
    ),
    PageKind(
        name="campaign",
        folder=link.CAMPAIGN,
        label="Phong trào",
        label_en="Campaigns",
        rank=4,
        picture="Phong trào: giai đoạn, mục tiêu, việc cần làm",
        keys=lambda catalog: catalog.campaigns,
        view=campaign_page,
        table="campaigns",
        rows="guidelines",
        link=link.campaign_link,
        listing=listing.campaigns,
        names=names.names_of_campaign,
        is_text=True,
        has_terms=True,
        english=campaign_in_english,
    ),
    PageKind(
        name="document",
        folder=link.DOCUMENT,
        label="Văn bản",
        label_en="Documents",
        rank=6,
        picture="Văn bản: hiệu lực, căn cứ, nội dung đã dùng",
        keys=lambda catalog: catalog.documents,
        view=_timeless(document_page),
        table="documents",
        link=link.document_link,
        listing=listing.documents,
        names=names.names_of_document,
        is_text=True,
        english=document_in_english,
    ),
    PageKind(
        name="source",
        folder=link.SOURCE,
        label="Nguồn",
        label_en="Sources",
        rank=11,
        picture="Nguồn: đã lấy con số nào, ở chỗ nào",
        keys=lambda catalog: catalog.sources,
        view=_timeless(source_page),
        table="sources",
        link=link.source_link,
        listing=listing.sources,
        names=names.names_of_source,
        english=source_in_english,
    ),
    PageKind(
        name="title",
        folder=link.TITLE,
        label="Danh hiệu",
        label_en="Titles",
        rank=1,
        picture="Danh hiệu: tiêu chí, thủ tục, thời hạn",
        keys=lambda catalog: catalog.titles,
        view=title_page,
        table="titles",
        link=link.title_link,
        listing=listing.titles,
        names=names.names_of_title,
        is_text=True,
        has_terms=True,
        english=title_in_english,
    ),
    PageKind(
        name="assessment",
        folder=link.ASSESSMENT,
        label="Tự đánh giá",
        label_en="Self-assessment",
        rank=10,
        picture="Phiếu tự đánh giá danh hiệu học tập",
        keys=assessment_keys,
        view=assessment_page,
    ),
)
BY_FOLDER = {kind.folder: kind for kind in KINDS}
BY_NAME = {kind.name: kind for kind in KINDS}

# What search finds besides data pages, with its rank among them.
PROSE, TERM, ENGLISH = "Trang", "Thuật ngữ", "English"
_OTHERS = ((3, PROSE), (8, TERM), (9, ENGLISH))
# What search calls kinds of pages, the kind that is meant most often first.
SEARCHED = tuple(label for _, label in sorted([*((kind.rank, kind.label) for kind in KINDS), *_OTHERS]))
# The list pages that search offers where nothing was found.
LISTS = (*((kind.label, f"{kind.folder}/") for kind in KINDS), (TERM, "thuat-ngu/"))
