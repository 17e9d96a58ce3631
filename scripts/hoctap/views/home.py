"""What the front page tells: figures worth a first look, campaigns under way, the newest sources."""

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date

from hoctap.model.catalog import Catalog
from hoctap.model.record import Observation
from hoctap.views.campaign import PhaseInTime, phases_of, standing_of, times_of
from hoctap.views.figure import Figure, figures_of, headline
from hoctap.views.link import Link, campaign_link, source_link, unit_link


@dataclass(frozen=True, slots=True)
class Underway:
    """A campaign that runs today, with its present phase and the last day of that phase."""

    campaign: Link
    lead: Link | None
    times: str
    phase: PhaseInTime | None
    ends: date | None


# What a first look is for: people, learning models, associations and funds; not staff of single offices.
_TOPICS = ("mo-hinh-hoc-tap", "to-chuc-hoi", "quy-khuyen-hoc", "hoc-bong-khen-thuong", "hoc-tap-cong-dong")
_MODELS = "mo-hinh-hoc-tap"


@dataclass(frozen=True, slots=True)
class NewSource:
    """A source published lately, and how many figures were taken from it."""

    source: Link
    publisher: str
    published_on: date
    figures: int


def headline_figures(catalog: Catalog, most: int = 8) -> list[Figure]:
    """Return what a first look should show, one figure an indicator.

    Half are of the body that tells most of the whole country, half the newest shares of learning models that a
    province reached; where there are too few, figures of any unit.
    """
    bodies: dict[str, list[Observation]] = {}
    for row in _of_level(catalog, "trung-uong", _TOPICS):
        bodies.setdefault(row.unit_id, []).append(row)
    most_told = max(bodies.values(), key=lambda rows: len({row.indicator_id for row in rows}), default=[])
    chosen = headline(catalog, figures_of(catalog, most_told), most // 2)
    shares = [row for row in _of_level(catalog, "tinh", [_MODELS]) if _is_share(catalog, row)]
    chosen += headline(catalog, figures_of(catalog, shares), most - len(chosen))
    for rows in catalog.observations_by_unit.values() if len(chosen) < most // 2 else ():
        chosen += headline(catalog, figures_of(catalog, rows), 1)
    return chosen[:most]


def _of_level(catalog: Catalog, level: str, topics: Sequence[str]) -> Iterator[Observation]:
    for row in catalog.observations:
        unit, indicator = catalog.units.get(row.unit_id), catalog.indicators.get(row.indicator_id)
        if unit and indicator and unit.level == level and indicator.topic in topics:
            yield row


def _is_share(catalog: Catalog, row: Observation) -> bool:
    return catalog.indicators[row.indicator_id].value_type == "share"


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


def newest_sources(catalog: Catalog, today: date, most: int = 5) -> Sequence[NewSource]:
    """Return the sources published last, of those whose day is known and whose figures are here."""
    counts = Counter(row.source_id for row in catalog.observations)
    found = [
        NewSource(source_link(catalog, row.source_id), row.publisher, row.published_on.start, counts[row.source_id])
        for row in catalog.sources.values()
        if row.published_on and row.published_on.start == row.published_on.end <= today and counts[row.source_id]
    ]
    return sorted(found, key=lambda entry: (entry.published_on, entry.source.href), reverse=True)[:most]
