"""The page of a place: then and now, its own figures, those on old borders, those of its units, what binds it."""

from collections.abc import Container, Sequence
from dataclasses import dataclass
from datetime import date
from itertools import islice

from hoctap.model.catalog import Catalog
from hoctap.model.codes import AREA_UNIT, ASSOCIATION, COUNTRY, PROVINCE
from hoctap.model.record import Area, Campaign, Unit
from hoctap.vietnamese.writing import fold, sort_key
from hoctap.views.area import AreaInTime, area_in_time, area_title, full_name
from hoctap.views.borders import OnBorders, on_borders, whole_of
from hoctap.views.figure import Figure
from hoctap.views.figures_in_order import figures_of, headline
from hoctap.views.link import Link, area_link, campaign_link, document_link, unit_link
from hoctap.views.merged import MergedParts, merged_parts
from hoctap.views.place import whole_unit
from hoctap.views.unit import UnitProfile, unit_profile

CARDS = 4
# Associations of a place whose figures stand above the list of its units, which has all of them.
MOST_ASSOCIATIONS = 3
# Of more units in a place only so many stand on its page, associations and those with most figures.
MOST_LISTED = 100


@dataclass(frozen=True, slots=True)
class UnitInArea:
    """A unit of the area with the figures that say the most of it, and how many it has."""

    unit: Link
    kind: str
    figures: Sequence[Figure]
    count: int
    is_association: bool

    @property
    def headline(self) -> Figure | None:
        """Return the figure that says the most of the unit; None if it has no figure."""
        return self.figures[0] if self.figures else None


@dataclass(frozen=True, slots=True)
class AreaPage:
    """Everything the page of an area shows; `own` is the unit that it is, `figures` are of its borders only.

    `associations` are the first study-promotion associations of the area as a whole that have a figure: what most
    people ask of a place is theirs. `lead` says what is there where a reader could miss it: figures of predecessors
    only, or none. Of very many units `units` are some: there are `unit_count`, with `unit_figures` in all.
    """

    in_time: AreaInTime
    title: str
    summary: str
    kind: str
    region: str
    parent: Link | None
    province_id: str
    inside: Sequence[Link]
    lead: str
    own: UnitProfile | None
    associations: Sequence[UnitInArea]
    units: Sequence[UnitInArea]
    unit_count: int
    unit_figures: int
    campaigns: Sequence[tuple[Link, Link | None]]
    documents: Sequence[tuple[Link, str]]
    has_rows: bool
    figures: Sequence[Figure]
    before: Sequence[OnBorders]
    merged: MergedParts | None
    words: Sequence[str]

    @property
    def units_by_kind(self) -> list[tuple[str, list[UnitInArea]]]:
        """Return the units under the name of their kind, in the order in which the kinds first come."""
        kinds: dict[str, list[UnitInArea]] = {}
        for row in self.units:
            kinds.setdefault(row.kind, []).append(row)
        return list(kinds.items())

    @property
    def is_thin(self) -> bool:
        """Return whether the page holds no figure of any kind."""
        return not (self.has_rows or any(old.figures for old in self.before))


def area_page(catalog: Catalog, area_id: str, today: date) -> AreaPage:
    """Return the page of an area as of `today`; KeyError if there is none."""
    area = catalog.areas[area_id]
    in_time = area_in_time(catalog, area_id)
    inside = catalog.grouped(Area, "parent_area_id").get(area_id, ())
    kind, whole = catalog.code_title("area_kind", area.kind), whole_unit(catalog, area_id)
    others = [unit for unit in catalog.grouped(Unit, "area_id").get(area_id, ()) if unit is not whole]
    count = sum(len(catalog.observations_by_unit.get(unit.unit_id, ())) for unit in others)
    units, before, figures = _units(catalog, area_id, others), on_borders(catalog, area_id), whole_of(catalog, area_id)
    related = (*in_time.predecessors, *in_time.became)
    return AreaPage(
        in_time=in_time,
        title=area_title(catalog, area),
        summary=_summary(full_name(catalog, area), area, in_time, _contents(figures, (len(others), count), before)),
        kind=kind,
        region=catalog.code_title("region", area.region) if area.region else "",
        parent=area_link(catalog, area.parent_area_id) if area.parent_area_id else None,
        province_id=catalog.province_of(area_id),
        inside=[area_link(catalog, row.area_id) for row in inside if row.level != PROVINCE],
        own=unit_profile(catalog, whole.unit_id, today) if whole else None,
        lead=_lead(figures, before, with_figures=count > 0),
        associations=list(islice((unit for unit in units if unit.is_association and unit.figures), MOST_ASSOCIATIONS)),
        units=units,
        unit_count=len(others),
        unit_figures=count,
        campaigns=_campaigns(catalog, area_id),
        documents=_documents(catalog, area),
        has_rows=bool(figures) or count > 0,
        figures=figures,
        before=before,
        merged=merged_parts(catalog, area_id),
        words=[area.name_vi, area.name_en, area.code, kind, *(link.text for link in related)],
    )


def _units(catalog: Catalog, area_id: str, others: Sequence[Unit]) -> list[UnitInArea]:
    """Return the units of an area but the one that is the area: its association first, then by name."""
    associations, kinds = _associations(catalog, area_id), {ASSOCIATION: 0, AREA_UNIT: 2}
    units = sorted(
        _that_say_most(catalog, others, associations),
        key=lambda unit: (unit.unit_id not in associations, kinds.get(unit.unit_kind, 1), sort_key(unit.name_vi)),
    )
    return [_in_area(catalog, unit, unit.unit_id in associations) for unit in units]


def _that_say_most(catalog: Catalog, units: Sequence[Unit], associations: Container[str]) -> Sequence[Unit]:
    """Return the units, or of very many the associations of the area and those with most figures."""
    if len(units) <= MOST_LISTED:
        return units
    rows = catalog.observations_by_unit

    def how_much(unit: Unit) -> tuple[bool, int, str]:
        return unit.unit_id not in associations, -len(rows.get(unit.unit_id, ())), unit.unit_id

    return sorted(units, key=how_much)[:MOST_LISTED]


def _associations(catalog: Catalog, area_id: str) -> set[str]:
    """Return the associations of an area as a whole: of its level and below none that is there too.

    Where some belong to an upper association, only those: a body without one is a branch in an office.
    """
    level, units = catalog.areas[area_id].level, catalog.grouped(Unit, "area_id").get(area_id, ())
    here = {unit.unit_id for unit in units}
    found = [unit for unit in units if unit.unit_kind == ASSOCIATION and unit.level == level]
    found = [unit for unit in found if unit.parent_unit_id not in here]
    with_upper = [unit for unit in found if unit.parent_unit_id]
    return {unit.unit_id for unit in with_upper or found}


def _in_area(catalog: Catalog, unit: Unit, is_association: bool) -> UnitInArea:
    rows = catalog.observations_by_unit.get(unit.unit_id, ())
    chosen = headline(catalog, figures_of(catalog, rows), CARDS)
    kind = catalog.code_title("unit_kind", unit.unit_kind)
    link = unit_link(catalog, unit.unit_id)
    return UnitInArea(link, kind, chosen, len(rows), is_association)


def _campaigns(catalog: Catalog, area_id: str) -> list[tuple[Link, Link | None]]:
    """Return the campaigns that units of an area lead, each with its document."""
    led = catalog.grouped(Campaign, "lead_unit_id")
    rows = [row for unit in catalog.grouped(Unit, "area_id").get(area_id, ()) for row in led.get(unit.unit_id, ())]
    documents = [document_link(catalog, row.document_id) if row.document_id else None for row in rows]
    return [(campaign_link(catalog, row.campaign_id), document) for row, document in zip(rows, documents, strict=True)]


def _documents(catalog: Catalog, area: Area) -> list[tuple[Link, str]]:
    """Return the documents that bodies of an area issued while it had these borders, the newest first."""
    if area.level == COUNTRY:
        return []
    name = fold(f"{catalog.code_title('area_kind', area.kind)} {area.name_vi}")
    found = [
        row
        for row in catalog.documents.values()
        if f" {fold(row.issuer)} ".find(f" {name} ") >= 0 and row.issued_on and _stood(area, row.issued_on.start)
    ]
    found.sort(key=lambda row: row.issued_on.start if row.issued_on else date.min, reverse=True)
    return [(document_link(catalog, row.document_id), row.title_vi) for row in found]


def _stood(area: Area, day: date) -> bool:
    return (area.valid_from is None or area.valid_from <= day) and (area.valid_until is None or day <= area.valid_until)


def _contents(figures: Sequence[Figure], units: tuple[int, int], before: Sequence[OnBorders]) -> str:
    """Return what the page holds, in words; of units how many there are, and how many figures of theirs."""
    how_many, of_units = units
    old = sum(len(one.figures) for one in before)
    contents = [(len(figures), "số liệu của toàn địa bàn"), (of_units, f"số liệu của {how_many} đơn vị")]
    contents.append((old, "số liệu của địa phương cũ"))
    return ", ".join(f"{count} {words}" for count, words in contents if count) or "chưa có số liệu"


def _lead(figures: Sequence[Figure], before: Sequence[OnBorders], *, with_figures: bool) -> str:
    """Return what a reader must know first: that figures are of predecessors or of units only; empty if of the area."""
    if figures:
        return ""
    if any(one.figures for one in before):
        below = "số của hội, đơn vị và số của địa phương cũ" if with_figures else "số của địa phương cũ, không cộng gộp"
        return f"Chưa có số trên ranh giới hiện nay; dưới đây là {below}."
    if with_figures:
        return "Chưa có số của toàn địa bàn; dưới đây là số của hội và các đơn vị ở đây."
    return ""


def _summary(name: str, area: Area, in_time: AreaInTime, contents: str) -> str:
    text = f"{name}, {in_time.validity}" if area.level != COUNTRY else "Cả nước"
    return f"{text}; {contents}."
