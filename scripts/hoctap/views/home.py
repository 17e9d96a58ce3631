"""What the front page tells: figures worth a first look and campaigns under way."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from hoctap.model.catalog import Catalog
from hoctap.model.record import Observation
from hoctap.views.campaign import PhaseInTime, phases_of, standing_of, times_of
from hoctap.views.figure import Figure, figures_of, headline
from hoctap.views.link import Link, campaign_link, unit_link


@dataclass(frozen=True, slots=True)
class Underway:
    """A campaign that runs today, with its present phase and the last day of that phase."""

    campaign: Link
    lead: Link | None
    times: str
    phase: PhaseInTime | None
    ends: date | None


def headline_figures(catalog: Catalog, most: int = 6) -> list[Figure]:
    """Return the newest figures of the movement in the whole country, one an indicator; else of any unit."""
    national = [row for row in catalog.observations if _tells_of_the_country(catalog, row)]
    chosen = headline(catalog, figures_of(catalog, national), most)
    for rows in catalog.observations_by_unit.values() if len(chosen) < most else ():
        chosen += headline(catalog, figures_of(catalog, rows), 1)
    chosen.sort(key=lambda figure: figure.observation.period.end, reverse=True)
    return chosen[:most]


# What a first look is for: people, learning models, associations and funds; not staff of single offices.
_TOPICS = ("mo-hinh-hoc-tap", "to-chuc-hoi", "quy-khuyen-hoc", "hoc-bong-khen-thuong", "hoc-tap-cong-dong")


def _tells_of_the_country(catalog: Catalog, row: Observation) -> bool:
    unit, indicator = catalog.units.get(row.unit_id), catalog.indicators.get(row.indicator_id)
    return bool(unit and indicator and unit.level == "trung-uong" and indicator.topic in _TOPICS)


def campaigns_now(catalog: Catalog, today: date) -> Sequence[Underway]:
    """Return the campaigns that run on `today`, the one ending first first."""
    found = []
    for row in catalog.campaigns.values():
        if standing_of(row.started_on, row.ends_on, today) != "đang diễn ra":
            continue
        phases = [phase for phase in phases_of(catalog, row.campaign_id, today) if phase.standing == "đang diễn ra"]
        phase = phases[0] if phases else None
        end = phase.phase.end if phase and phase.phase.end else row.ends_on
        lead = unit_link(catalog, row.lead_unit_id) if row.lead_unit_id else None
        times = times_of(row.started_on, row.ends_on)
        found.append(Underway(campaign_link(catalog, row.campaign_id), lead, times, phase, end.end if end else None))
    return sorted(found, key=lambda entry: (entry.ends or date.max, entry.campaign.text))
