"""Units that are like a given unit: of its kind and level, near in region and size, each with the reason.

Their figures stand side by side only where they are comparable.
"""

from collections.abc import Sequence
from dataclasses import dataclass, field
from decimal import Decimal

from hoctap.model.catalog import Catalog
from hoctap.model.figure_row import FigureRow
from hoctap.model.once import once, once_for_each
from hoctap.model.record import Unit
from hoctap.vietnamese.writing import sort_key
from hoctap.views.figure import Figure, figure_of
from hoctap.views.link import Link, unit_link
from hoctap.views.statements.alike import Pairs, pairs_of
from hoctap.views.statements.comparable import unfit

MOST, LEAST = 5, 3
# What tells how large a body or an area is; the first that both have is used.
_SIZES = ("households", "members", "staff-total", "communes")
_NEAR = Decimal(2)
# Of more units alike than these so many are compared: neighbours in the list, those of the same region first.
MOST_COMPARED = 64


@dataclass(frozen=True, slots=True)
class Similar:
    """One unit; `why` says what it shares, `pairs` are figures that may stand beside those of the other."""

    unit: Link
    why: str
    pairs: Sequence[tuple[Figure, Figure]]


@dataclass(frozen=True, slots=True)
class Chosen:
    """A unit chosen as like another, by identifiers: what it shares, and the rows of both that may stand together."""

    unit_id: str
    why: str
    row_ids: tuple[tuple[str, str], ...]


def similar_units(catalog: Catalog, unit_id: str) -> list[Similar]:
    """Return three to five units like this one, those with most figures to compare first; none if there are fewer."""
    figures = {row.row_id: row for row in catalog.rows_by_unit.get(unit_id, ())}
    found = []
    for one in chosen_as_similar(catalog, unit_id):
        rows = figures | {row.row_id: row for row in catalog.rows_by_unit[one.unit_id]}
        pairs = [(_figure(catalog, rows[own]), _figure(catalog, rows[theirs])) for own, theirs in one.row_ids]
        found.append(Similar(unit_link(catalog, one.unit_id), one.why, pairs))
    return found


def _figure(catalog: Catalog, row: FigureRow) -> Figure:
    return figure_of(catalog, row.observation)


@once_for_each
def chosen_as_similar(catalog: Catalog, unit_id: str) -> tuple[Chosen, ...]:
    """Return which units are shown as like this one. All of its kind are looked at; what is shown depends on few."""
    unit = catalog.units[unit_id]
    rows = catalog.rows_by_unit.get(unit_id, ())
    if not rows or unit.level == "khac" or not catalog.province_of(unit.area_id):
        return ()
    with_figures = catalog.rows_by_unit
    candidates = _candidates(_alike_units(catalog)[unit_id])
    others = [other for other in candidates if other.area_id != unit.area_id and other.unit_id in with_figures]
    if len(others) < LEAST:
        return ()
    region = f"cùng vùng {catalog.code_title('region', _alike_units(catalog)[unit_id].region)}"
    return tuple(
        Chosen(one.unit.unit_id, "; ".join(("cùng loại, cùng cấp", *one.why(region))), one.row_ids)
        for one in _most_alike(_compared(catalog, unit_id, others))
    )


@dataclass(frozen=True, slots=True)
class _Compared:
    """A unit beside another: whether it is of its region and about as large, the rows of both that may be compared."""

    unit: Unit
    is_near: bool
    is_as_large: bool
    row_ids: tuple[tuple[str, str], ...]

    @property
    def how_much(self) -> tuple[int, int]:
        """What it shares, and in how many figures: the least first is the most."""
        return -(self.is_near + self.is_as_large), -len(self.row_ids)

    def why(self, region: str) -> list[str]:
        """Return what it shares in words, of which `region` says that it is the region."""
        return [region] * self.is_near + ["quy mô gần nhau"] * self.is_as_large


def _most_alike(compared: Sequence[_Compared]) -> list[_Compared]:
    """Return those that share most, by name where they share as much."""
    # To find what a name is sorted by takes longer than the rest, so only of those that may be shown.
    least = sorted(one.how_much for one in compared)[:MOST][-1]
    among = [one for one in compared if one.how_much <= least]
    return sorted(among, key=lambda one: (*one.how_much, sort_key(one.unit.name_vi)))[:MOST]


def _candidates(among: "_Among") -> list[Unit]:
    """Return the units of the same kind, level and status, in the order of the data; of too many, its neighbours."""
    if len(among.everywhere.units) <= MOST_COMPARED:
        return among.everywhere.units
    near = [*among.in_region.around(), *among.everywhere.around()]
    return list({other.unit_id: other for other in near}.values())[:MOST_COMPARED]


@dataclass(frozen=True, slots=True)
class _Row:
    """Units in the order of the data, and the place of one among them."""

    units: list[Unit]
    at: int

    def around(self) -> list[Unit]:
        return self.units[max(0, self.at - MOST_COMPARED // 2) : self.at + MOST_COMPARED // 2]


@dataclass(frozen=True, slots=True)
class _Among:
    """A unit among those of its kind, level and status, everywhere and in its region; which region that is."""

    everywhere: _Row
    in_region: _Row
    region: str


@once
def _alike_units(catalog: Catalog) -> dict[str, _Among]:
    """Return, of each unit in a place, those of its kind, level and status: everywhere, and in its region."""
    known: dict[tuple[str, ...], list[Unit]] = {}
    found = {}
    for unit in catalog.units.values():
        if catalog.province_of(unit.area_id):
            likeness, region = (unit.unit_kind, unit.level, unit.status), _region(catalog, unit)
            rows = [known.setdefault(key, []) for key in (likeness, (*likeness, region))]
            found[unit.unit_id] = _Among(_Row(rows[0], len(rows[0])), _Row(rows[1], len(rows[1])), region)
            for row in rows:
                row.append(unit)
    return found


def _region(catalog: Catalog, unit: Unit) -> str:
    province = catalog.areas.get(catalog.province_of(unit.area_id))
    return province.region if province else ""


def _compared(catalog: Catalog, unit_id: str, others: Sequence[Unit]) -> list[_Compared]:
    own, pairs, among = _fitting(catalog, unit_id), pairs_of(catalog), _alike_units(catalog)
    region, found = among[unit_id].region, []
    for other in others:
        theirs = _fitting(catalog, other.unit_id)
        is_near = bool(region) and region == among[other.unit_id].region
        found.append(_Compared(other, is_near, _near(pairs, own, theirs), _row_ids(pairs, own, theirs)))
    return found


@dataclass(slots=True)
class _Fitting:
    """The figures of a unit that can stand beside some of others: the newest first, in all and by indicator."""

    rows: list[FigureRow] = field(default_factory=list)
    by_indicator: dict[str, list[FigureRow]] = field(default_factory=dict)


@once_for_each
def _fitting(catalog: Catalog, unit_id: str) -> _Fitting:
    found = _Fitting()
    for row in sorted(catalog.rows_by_unit.get(unit_id, ()), key=lambda row: row.observation.period.end, reverse=True):
        # A unit is held against many: what can stand beside no figure at all is left out once.
        if not unfit(row):
            found.rows.append(row)
            found.by_indicator.setdefault(row.observation.indicator_id, []).append(row)
    return found


def _near(pairs: Pairs, own: _Fitting, theirs: _Fitting) -> bool:
    """Return whether of the newest comparable figures of size the larger is at most twice the smaller."""
    for key in _SIZES:
        for one in own.by_indicator.get(key, ()):
            for two in theirs.by_indicator.get(key, ()):
                low, high = sorted((one.observation.value or Decimal(0), two.observation.value or Decimal(0)))
                if low and pairs.are_comparable(one, two):
                    return high / low <= _NEAR
    return False


def _row_ids(pairs: Pairs, own: _Fitting, theirs: _Fitting) -> tuple[tuple[str, str], ...]:
    """Return, for each indicator, the newest two figures that may stand side by side."""
    found: dict[str, tuple[str, str]] = {}
    for row in own.rows:
        key = row.observation.indicator_id
        if key in theirs.by_indicator and key not in found and not row.observation.breakdown:
            other = next((other for other in theirs.by_indicator[key] if pairs.are_comparable(row, other)), None)
            if other:
                found[key] = (row.row_id, other.row_id)
    return tuple(found.values())[:MOST]
