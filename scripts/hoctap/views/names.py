"""The names by which a page is found, and the province of today it belongs to, for search and lists of choices."""

import re

from hoctap.model.catalog import Catalog
from hoctap.model.codes import CENTRAL, COUNTRY, PROVINCE
from hoctap.model.figure_row import province_today
from hoctap.model.record import AreaAlias, Document, IndicatorAlias, Procedure, SourceAlias, Unit, UnitAlias
from hoctap.views.borders import whole_of
from hoctap.views.link import AREA, INDICATOR, UNIT, page_address
from hoctap.views.place import is_whole

# Few people say it before «Đại học Quy Nhơn».
_SCHOOL = re.compile(r"^Trường (?=Đại học|Cao đẳng)")
_TOTAL = "Tổng số "
# What people say of many units taken together: «27 bộ», of «27 bộ, cơ quan ngang bộ và cơ quan thuộc Chính phủ».
_COUNTED = re.compile(r"\d+ [^,]+(?=,)")
# In the name of one of these the country is part of the name: «Tập đoàn … VN», but no «Tập đoàn … cả nước».
_ENTERPRISE = re.compile(r"\b(?:Tập đoàn|Tổng công ty|Công ty|Ngân hàng|Bưu điện)\b")
# What people leave out of a campaign's name, at its beginning and at its end.
_GENERIC = re.compile(r"^(?:Phong trào|Chương trình|Đề án|Cuộc vận động)(?: thi đua)? ")
_BUILDING = re.compile(r"^(?:Cả nước thi đua )?(?:[Xx]ây dựng (?:mô hình )?|Building (?:an? |the )?)")
_YEARS = re.compile(r"(?:giai đoạn|năm) (\d{4}(?: - \d{4})?)")
_FURTHER = re.compile(r",? (?:giai đoạn|qua|tại|năm|giữa|for|in|through|\d{4}|- ).*")


def names_of_unit(catalog: Catalog, key: str) -> list[str]:
    """Return the short name of a unit, its aliases, its name with other names of the country, its English name."""
    aliases = catalog.grouped(UnitAlias, "unit_id").get(key, ())
    unit = catalog.units[key]
    spoken = _SCHOOL.sub("", unit.name_vi)
    together = _COUNTED.match(unit.name_vi)
    others = [*(row.alias for row in aliases), *([together[0]] if together else [])]
    return [unit.short_name, spoken, *others, *_of_the_country(catalog, unit), unit.name_en]


def _of_the_country(catalog: Catalog, unit: Unit) -> list[str]:
    """Return `Hội Khuyến học cả nước` for `Hội Khuyến học Việt Nam`."""
    area = catalog.areas.get(unit.area_id)
    if area is None or area.level != COUNTRY or not unit.name_vi.endswith(area.name_vi):
        return []
    others = [row.alias for row in catalog.grouped(AreaAlias, "area_id").get(area.area_id, ())]
    if _ENTERPRISE.search(unit.name_vi):
        others = [alias for alias in others if not alias.islower()]
    return [unit.name_vi.replace(area.name_vi, alias) for alias in others]


def names_of_area(catalog: Catalog, key: str) -> list[str]:
    """Return the ways people write the name of an area, and those of units that are the area as a whole."""
    area = catalog.areas[key]
    spoken = ("TP", "Thành phố", "Tỉnh") if area.level == PROVINCE else (catalog.code_title("area_kind", area.kind),)
    # The area as a whole is also a unit, known by the same names.
    inside = catalog.grouped(Unit, "area_id").get(key, ())
    units = [unit.unit_id for unit in inside if is_whole(unit, area) or unit.unit_id == key]
    others = [row.alias for unit in units for row in catalog.grouped(UnitAlias, "unit_id").get(unit, ())]
    aliases = [row.alias for row in catalog.grouped(AreaAlias, "area_id").get(key, ())]
    return [area.name_vi, *(f"{kind} {area.name_vi}" for kind in spoken), *aliases, *others, area.name_en]


def names_of_source(catalog: Catalog, key: str) -> list[str]:
    """Return the other titles of a source."""
    return [alias for alias in aliases_of_source(catalog, key) if not is_address(alias)]


def aliases_of_source(catalog: Catalog, key: str) -> list[str]:
    """Return the other titles of a source and the other addresses it stands at."""
    return [row.alias for row in catalog.grouped(SourceAlias, "source_id").get(key, ())]


def is_address(alias: str) -> bool:
    """Return whether an alias of a source is an address, not a title; the check lets whole ones pass only."""
    return alias.startswith(("https://", "http://"))


def names_of_document(catalog: Catalog, key: str) -> list[str]:
    """Return the numbers of a document, as people cite it, and its titles."""
    document = catalog.documents[key]
    return [document.number, *_numbered(catalog, document), document.title_vi, document.title_en]


def _numbered(catalog: Catalog, document: Document) -> list[str]:
    """Return the ways people cite a document by its number: `Thông tư 24`, `TT 24/2023`, `Circular 24`."""
    number = re.match(r"\d+", document.number)
    if number is None:
        return []
    kind = catalog.code_title("doc_kind", document.doc_kind)
    english = catalog.codes["doc_kind", document.doc_kind].title_en
    short = "".join(word[:1] for word in kind.split()).upper()
    kinds = [kind, english, short] if len(short) > 1 else [kind, english]
    year = f"/{document.issued_on.start.year}" if document.issued_on else ""
    return [f"{name} {number[0]}{year}" for name in kinds] + [f"{name} {number[0]}" for name in kinds] + [number[0]]


def names_of_title(catalog: Catalog, key: str) -> list[str]:
    """Return other names of a title, its abbreviation, and its procedures as portals list them, by code and by name."""
    title, term = catalog.titles[key], catalog.terms.get(key)
    listed = [row for row in catalog.grouped(Procedure, "title_id").get(key, ()) if row.code]
    procedures = [name for row in listed for name in (f"Thủ tục {row.code}", row.name_vi)]
    return [f"Danh hiệu {title.name_vi}", title.name_en, term.abbreviation if term else "", *procedures]


def names_of_campaign(catalog: Catalog, key: str) -> list[str]:
    """Return the names of a campaign: shorter ones too, and those by its document: `Đề án 1373`."""
    campaign = catalog.campaigns[key]
    document = catalog.documents.get(campaign.document_id)
    kind, number = _GENERIC.match(campaign.name_vi), re.match(r"\d+", document.number) if document else None
    by_number = f"{kind[0]}{number[0]}" if kind and number else ""
    years = _YEARS.search(campaign.name_vi)
    names = [by_number, f"{kind[0]}{years[1]}" if kind and years else "", campaign.name_en]
    for name in (_GENERIC.sub("", campaign.name_vi), campaign.name_en):
        short = _FURTHER.sub("", name)
        names += [name, short, _BUILDING.sub("", short)]
    return list(dict.fromkeys(names))


def names_of_indicator(catalog: Catalog, key: str) -> list[str]:
    """Return the English name of an indicator, what forms and articles call it, and each thing that it is the total of.

    Whoever asks how many «cán bộ» there are means all of them, not the «Cán bộ có trình độ tiến sĩ».
    """
    indicator = catalog.indicators[key]
    aliases = catalog.grouped(IndicatorAlias, "indicator_id").get(key, ())
    all_of = indicator.name_vi.removeprefix(_TOTAL).split(", ") if indicator.name_vi.startswith(_TOTAL) else []
    return [indicator.name_en, *(row.alias for row in aliases), *all_of]


def place_of(catalog: Catalog, folder: str, key: str) -> tuple[str, bool]:
    """Return the name of today's province of a unit or an area, and whether the page is of borders that have ended."""
    if folder not in (UNIT, AREA):
        return "", False
    area_id = catalog.units[key].area_id if folder == UNIT else key
    area, today = catalog.areas.get(area_id), catalog.areas.get(province_today(catalog, area_id))
    return today.name_vi if today else "", bool(area and area.valid_until)


def indicators_on(catalog: Catalog, folder: str, key: str) -> list[str]:
    """Return the addresses of the indicators that a page of a unit or an area has figures of."""
    if folder == UNIT:
        rows = [row.indicator_id for row in catalog.observations_by_unit.get(key, ())]
    else:
        rows = [row.observation.indicator_id for row in whole_of(catalog, key)] if folder == AREA else []
    return [page_address(INDICATOR, row) for row in dict.fromkeys(rows)]


def names_of_place(catalog: Catalog, folder: str, key: str) -> list[str]:
    """Return the names of the area a unit is in: a unit of the whole country is found by `cả nước`."""
    area_id = catalog.units[key].area_id if folder == UNIT else ""
    # What takes several provinces together is none of the country.
    if area_id in catalog.areas and catalog.areas[area_id].level == COUNTRY and catalog.units[key].level != CENTRAL:
        return []
    return [name for name in names_of_area(catalog, area_id) if name] if area_id in catalog.areas else []
