"""Verdicts on every target: those a unit set itself, those of a campaign, and national ones in each province."""

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass

from hoctap.model.catalog import Catalog
from hoctap.model.codes import AREA_UNIT, CENTRAL, PROVINCE
from hoctap.model.once import once, once_for_each
from hoctap.model.record import LocalTarget, Target, Unit
from hoctap.vietnamese.writing import moment
from hoctap.views.link import Link, unit_link
from hoctap.views.place import NATION
from hoctap.views.statements.demand import Demand, demand_of
from hoctap.views.statements.verdict import Outcome, Verdict, inputs_for, verdict
from hoctap.views.statements.words import unit_name

_LOCAL_ISSUER = (" tỉnh", " thành phố", " huyện", " thị xã", " xã", " phường")


@dataclass(frozen=True, slots=True)
class InPlaces:
    """A national target beside the figures of provinces: `summary` counts, `verdicts` name each province."""

    summary: str
    verdicts: tuple[tuple[Link, Verdict], ...]


def verdict_of_local(catalog: Catalog, target: LocalTarget) -> Verdict:
    """Return the verdict on a target that a unit set itself."""
    rows = catalog.rows_by_unit.get(target.unit_id, ())
    return verdict(catalog, (target.unit_id, target.indicator_id), demand_of(catalog, target), rows)


def verdict_of_target(catalog: Catalog, target: Target) -> Verdict:
    """Return the verdict on a target of a campaign or document, from its lead unit or the country as a whole."""
    rows = [row for unit_id in _measured_by(catalog, target) for row in catalog.rows_by_unit.get(unit_id, ())]
    return verdict(catalog, (target.target_id, target.indicator_id), demand_of(catalog, target), rows)


@once_for_each
def in_places(catalog: Catalog, target: Target) -> InPlaces | None:
    """Return a national target in the provinces that have figures of its indicator when it is due; None if none has."""
    demand = demand_of(catalog, target)
    if not is_national(catalog, target) or demand.value is None or demand.operator == "=":
        return None
    judged = ((unit, _verdict_in(catalog, target.target_id, demand, unit.unit_id)) for unit in provinces(catalog))
    found = [(unit_link(catalog, unit.unit_id), one) for unit, one in judged if one]
    return InPlaces(_counted(demand, [one for _, one in found]), tuple(found)) if found else None


def verdicts_of_unit(catalog: Catalog, unit_id: str) -> list[tuple[LocalTarget, Verdict]]:
    """Return the verdicts on the targets that a unit set itself, in the order of the data."""
    rows = catalog.grouped(LocalTarget, "unit_id").get(unit_id, ())
    return [(row, verdict_of_local(catalog, row)) for row in rows]


def national_verdicts_of(catalog: Catalog, unit_id: str) -> list[tuple[Target, Verdict]]:
    """Return the national targets for which a province as a whole has figures, with the verdicts."""
    if unit_id not in _province_ids(catalog):
        return []
    asking = _national(catalog)
    verdicts = ((target, _verdict_in(catalog, target.target_id, demand, unit_id)) for target, demand in asking)
    return [(target, one) for target, one in verdicts if one]


@once
def _national(catalog: Catalog) -> list[tuple[Target, Demand]]:
    """Return the national targets beside which figures of provinces stand, with what they ask."""
    asking = (one for one in catalog.all_of(Target) if one.operator != "=" and one.value is not None)
    return [(target, demand_of(catalog, target)) for target in asking if is_national(catalog, target)]


def _verdict_in(catalog: Catalog, target_id: str, demand: Demand, unit_id: str) -> Verdict | None:
    """Return the verdict on a national target in one province, as one of that province; None if it has no figure."""
    rows = catalog.rows_by_unit.get(unit_id, ())
    # Of most targets a province has none: to say so of each would be words that nobody reads.
    if not inputs_for(rows, demand):
        return None
    return verdict(catalog, (target_id, unit_id), demand, rows, unit_name(catalog.units.get(unit_id), unit_id))


def provinces(catalog: Catalog) -> list[Unit]:
    """Return the units that are provinces as a whole, of today and of before; not those no source names."""
    whole = (unit for unit in catalog.units.values() if unit.unit_kind == AREA_UNIT and unit.level == PROVINCE)
    return [unit for unit in whole if unit.area_id]


@once
def _province_ids(catalog: Catalog) -> frozenset[str]:
    return frozenset(unit.unit_id for unit in provinces(catalog))


def is_national(catalog: Catalog, target: Target) -> bool:
    """Return whether a target is of the country: of a central campaign, or of a document of a central body."""
    campaign = catalog.campaigns.get(target.campaign_id)
    if campaign:
        return campaign.level == CENTRAL
    document = catalog.documents.get(target.document_id)
    return document is None or not any(word in f" {document.issuer.lower()}" for word in _LOCAL_ISSUER)


def _measured_by(catalog: Catalog, target: Target) -> list[str]:
    campaign = catalog.campaigns.get(target.campaign_id)
    units = [campaign.lead_unit_id] if campaign and campaign.lead_unit_id else []
    if is_national(catalog, target):
        national = catalog.grouped(Unit, "area_id").get(NATION, ())
        units += [unit.unit_id for unit in national if unit.unit_kind == AREA_UNIT and unit.level == CENTRAL]
    return list(dict.fromkeys(units))


def _counted(demand: Demand, verdicts: Sequence[Verdict]) -> str:
    counts = Counter(one.outcome for one in verdicts)
    parts = [f"{counts[outcome]} {outcome}" for outcome in Outcome if counts[outcome]]
    when = f" {moment(demand.due)}" if demand.due else ""
    return f"{len(verdicts)} địa phương có số{when}, đặt cạnh mức chung của cả nước: {', '.join(parts)}"
