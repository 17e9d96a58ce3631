"""What things are called on English pages and where they lead: the twin of a page, `en/` before its address.

A name that the data has in Vietnamese only stays as it is and says so; nothing is translated here.
"""

from collections.abc import Callable, Container, Iterable
from typing import Protocol

from hoctap.model.catalog import Catalog
from hoctap.model.frozen import dataclass
from hoctap.model.large_site import has_many_units
from hoctap.views.english_times import english_day
from hoctap.views.link import (
    AREA,
    CAMPAIGN,
    DOCUMENT,
    INDICATOR,
    SOURCE,
    TITLE,
    UNIT,
    Link,
    page_address,
)

FOLDER = "en"
ENGLISH = "en"


@dataclass(frozen=True, slots=True)
class Name:
    """Words on an English page, Vietnamese unless `is_english`.

    `href` is the page they lead to, if any; a whole address leads out of the site. `is_note` are small words beside
    what is said; `tone` is the colour of a label, empty for words that are none.
    """

    href: str
    text: str
    is_english: bool = True
    is_note: bool = False
    tone: str = ""


def words(text: str, *, is_note: bool = False, tone: str = "") -> Name:
    """Return English words that lead nowhere."""
    return Name("", text, is_note=is_note, tone=tone)


def vietnamese(text: str, *, is_note: bool = False) -> Name:
    """Return Vietnamese words that lead nowhere: what the data says in its own words."""
    return Name("", text, is_english=False, is_note=is_note)


def outside(address: str) -> list[Name]:
    """Return the address of a page elsewhere, as its own name; nothing for an empty one."""
    return [Name(address, address)] if address else []


def twin_of(catalog: Catalog, folder: str, key: str) -> str:
    """Return the address of the English twin of a data page; empty if it has none."""
    # Of very many units only those with an English name have one: there are hosts that hold no second page of each.
    is_left_out = folder == UNIT and has_many_units(catalog) and not catalog.units[key].name_en
    return "" if folder not in _RECORDS or is_left_out else f"{FOLDER}/{page_address(folder, key)}"


def twins_of(catalog: Catalog, addresses: Iterable[str]) -> list[str]:
    """Return the addresses of the twins of those pages of data that have one; other pages are left out."""
    pages = [address.split("/") for address in addresses]
    twins = [
        twin_of(catalog, folder, key)
        for folder, key, *rest in (page for page in pages if len(page) > 1)
        if rest == [""] and folder in _RECORDS and key in _RECORDS[folder](catalog)
    ]
    return [twin for twin in twins if twin]


def name_of(catalog: Catalog, link: Link) -> Name:
    """Return what a linked page is called in English, leading to its twin, or to itself where it has none."""
    folder, key = link.href.split("/")[:2]
    text, is_english = _NAMED[folder](catalog, key) if folder in _NAMED else ("", False)
    return Name(twin_of(catalog, folder, key) or link.href, text or link.text, is_english=is_english and bool(text))


class _Named(Protocol):
    @property
    def name_vi(self) -> str: ...
    @property
    def name_en(self) -> str: ...


def _own_name(row: _Named | None, key: str) -> tuple[str, bool]:
    """Return the English name of a row and that it is English, else the Vietnamese one; the key without a row."""
    return (row.name_en or row.name_vi, bool(row.name_en)) if row else (key, False)


def _area(catalog: Catalog, key: str) -> tuple[str, bool]:
    area = catalog.areas.get(key)
    name, is_english = _own_name(area, key)
    ended = f" (until {english_day(area.valid_until)})" if area and area.valid_until else ""
    return name + ended, is_english


def _document(catalog: Catalog, key: str) -> tuple[str, bool]:
    """Return kind and number, as a document is cited; without a number its title."""
    row = catalog.documents.get(key)
    if row is None:
        return key, False
    kind = catalog.codes.get(("doc_kind", row.doc_kind))
    if row.number and kind:
        return f"{kind.title_en} {row.number}", True
    return row.title_en or row.title_vi, bool(row.title_en)


def _source(catalog: Catalog, key: str) -> tuple[str, bool]:
    row = catalog.sources.get(key)
    return (row.title, row.language == ENGLISH) if row else (key, False)


_NAMED: dict[str, Callable[[Catalog, str], tuple[str, bool]]] = {
    UNIT: lambda catalog, key: _own_name(catalog.units.get(key), key),
    AREA: _area,
    INDICATOR: lambda catalog, key: _own_name(catalog.indicators.get(key), key),
    CAMPAIGN: lambda catalog, key: _own_name(catalog.campaigns.get(key), key),
    TITLE: lambda catalog, key: _own_name(catalog.titles.get(key), key),
    DOCUMENT: _document,
    SOURCE: _source,
}
_RECORDS: dict[str, Callable[[Catalog], Container[str]]] = {
    UNIT: lambda catalog: catalog.units,
    AREA: lambda catalog: catalog.areas,
    INDICATOR: lambda catalog: catalog.indicators,
    CAMPAIGN: lambda catalog: catalog.campaigns,
    TITLE: lambda catalog: catalog.titles,
    DOCUMENT: lambda catalog: catalog.documents,
    SOURCE: lambda catalog: catalog.sources,
}
