"""What the front page tells: figures worth a first look, campaigns under way, the newest sources."""

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from hoctap.model.catalog import Catalog
from hoctap.model.codes import PROVINCE
from hoctap.model.figure_row import FigureRow
from hoctap.model.record import Observation
from hoctap.views.campaign import InTime, PhaseInTime, phases_of, standing_of, times_of
from hoctap.views.country import fresh, newest_of_country
from hoctap.views.figure import Figure, figure_of
from hoctap.views.figures_in_order import figures_of, headline
from hoctap.views.freshness import is_fresh
from hoctap.views.link import Link, campaign_link, source_link, unit_link
from hoctap.views.reporters import is_of_the_whole
from hoctap.views.statements.by_subject import statements_of_indicator
from hoctap.views.statements.figure import figure_statement
from hoctap.views.statements.ranking import Ranking
from hoctap.views.statements.statement import Statement


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
    headline: Figure | None


def headline_figures(catalog: Catalog, today: date, most: int = 8) -> list[Figure]:
    """Return what a first look should show, of the last two years where there is any: one figure an indicator.

    Half are of the country, half the newest shares of learning models that a province reached, each of another one;
    where there are too few, figures of any unit.
    """
    country = [one.figure for one in fresh(newest_of_country(catalog, today)) if one.figure.topic in _TOPICS]
    known = catalog.observations_by_indicator
    country.sort(key=lambda figure: -len(known.get(figure.observation.indicator_id, ())))
    chosen = country[: most // 2]
    shares = [row for row in catalog.figure_rows if _is_fresh_share(row, today)]
    chosen += _of_different_provinces(catalog, shares, most - len(chosen))
    for rows in catalog.observations_by_unit.values() if len(chosen) < most // 2 else ():
        chosen += headline(catalog, figures_of(catalog, rows), 1)
    return chosen[:most]


def _is_fresh_share(row: FigureRow, today: date) -> bool:
    """Return whether a row is a share of a learning model in a whole province, of the last two years and certain."""
    is_share = row.indicator is not None and row.indicator.value_type == "share" and row.indicator.topic == _MODELS
    whole = row.unit is not None and row.unit.level == PROVINCE and is_of_the_whole(row)
    certain = row.observation.period_status == "stated" and row.preference.is_preferred
    return is_share and whole and certain and is_fresh(row, today)


def _of_different_provinces(catalog: Catalog, rows: Sequence[FigureRow], most: int) -> list[Figure]:
    chosen: dict[str, Figure] = {}
    units: set[str] = set()
    for row in sorted(rows, key=_newest_and_plainest):
        seen = row.observation
        if seen.indicator_id not in chosen and seen.unit_id not in units:
            chosen[seen.indicator_id] = figure_of(catalog, seen)
            units.add(seen.unit_id)
    return list(chosen.values())[:most]


def _newest_and_plainest(row: FigureRow) -> tuple[bool, bool, int, str]:
    """Of today's borders first, then those that need no words beside them, then the newest."""
    needs_words = bool(row.observation.note or (row.source and row.source.caveat))
    return row.border == "before", needs_words, -row.observation.period.end.year, row.row_id


def campaigns_now(catalog: Catalog, today: date) -> Sequence[Underway]:
    """Return the campaigns that run on `today`, the one ending first first."""
    found = []
    for row in catalog.campaigns.values():
        if standing_of(row.started_on, row.ends_on, today) != InTime.NOW:
            continue
        phases = [phase for phase in phases_of(catalog, row.campaign_id, today) if phase.standing is InTime.NOW]
        phase = phases[0] if phases else None
        end = phase.phase.end if phase and phase.phase.end else row.ends_on
        lead = unit_link(catalog, row.lead_unit_id) if row.lead_unit_id else None
        times = times_of(row.started_on, row.ends_on)
        found.append(Underway(campaign_link(catalog, row.campaign_id), lead, times, phase, end.end if end else None))
    return sorted(found, key=lambda entry: (entry.ends or date.max, entry.campaign.text))


def newest_sources(catalog: Catalog, today: date, most: int = 5) -> Sequence[NewSource]:
    """Return the sources published last, of those whose day is known and whose figures are here."""
    counts = Counter(row.source_id for row in catalog.observations)
    dated = [
        (row.published_on.start, row.source_id, row.publisher)
        for row in catalog.sources.values()
        if row.published_on and row.published_on.start == row.published_on.end <= today and counts[row.source_id]
    ]
    return [
        NewSource(source_link(catalog, key), publisher, day, counts[key], _headline_of(catalog, key))
        for day, key, publisher in sorted(dated, reverse=True)[:most]
    ]


def _headline_of(catalog: Catalog, source_id: str) -> Figure | None:
    rows = catalog.grouped(Observation, "source_id").get(source_id, ())
    return next(iter(headline(catalog, figures_of(catalog, rows), 1)), None)


@dataclass(frozen=True, slots=True)
class Opening:
    """What the front page opens with: one figure as a sentence, and units side by side as a chart."""

    statement: Statement | None
    ranking: Ranking | None


def opening(catalog: Catalog, today: date) -> Opening:
    """Return the figure told in the fewest words, and of learning models the newest ranking, the longest of a year."""
    cards = headline_figures(catalog, today)
    statements = [figure_statement(catalog, catalog.row_of(figure.observation)) for figure in cards]
    statements.sort(key=lambda statement: len(statement.text))
    keys = [row.indicator_id for row in catalog.indicators.values() if row.topic == _MODELS]
    found = [ranking for key in keys for ranking in statements_of_indicator(catalog, key).rankings]
    found.sort(key=lambda one: (one.figures[0].observation.period.end.year, len(one.figures)), reverse=True)
    return Opening(next(iter(statements), None), next(iter(found), None))
