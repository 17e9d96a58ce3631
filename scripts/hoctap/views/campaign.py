"""The page of a campaign: phases, guidelines by part, targets with progress, legal chain."""

from collections.abc import Container, Sequence
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from hoctap.model.catalog import Catalog
from hoctap.model.period import Period
from hoctap.model.record import Campaign, Code, DocumentRelation, Guideline, Observation, Participant, Phase, Target
from hoctap.vietnamese.writing import moment
from hoctap.views.basis import Changed, changes_of_basis
from hoctap.views.figure import Figure
from hoctap.views.figures_in_order import figures_of
from hoctap.views.link import Link, document_link, indicator_link, source_link, unit_link
from hoctap.views.state import ENDED, state_of
from hoctap.views.statements.demand import demand_of
from hoctap.views.statements.targets import InPlaces, in_places, verdict_of_target
from hoctap.views.statements.verdict import Verdict


class InTime(StrEnum):
    """Where a campaign or phase stands on a day; the value is the words, `css` the class of its line."""

    FUTURE = "sắp tới"
    NOW = "đang diễn ra"
    PAST = "đã qua"
    UNKNOWN = "chưa rõ"

    @property
    def is_known(self) -> bool:
        """Return whether there is anything to say of it: what is not known is not shown as a state."""
        return self is not InTime.UNKNOWN

    @property
    def css(self) -> str:
        """Return the class of its line on the page; empty where the time is not known."""
        return f"is-{self.name.lower()}" if self.is_known else ""

    @property
    def tone(self) -> str:
        """Return the colour of its label, as templates call it."""
        return {InTime.NOW: "ok", InTime.FUTURE: "warn", InTime.PAST: "past"}.get(self, "unknown")


@dataclass(frozen=True, slots=True)
class PhaseInTime:
    """A phase; `standing` is that on the day of the view."""

    phase: Phase
    times: str
    review: str
    standing: InTime


@dataclass(frozen=True, slots=True)
class Aim:
    """A target in words with its verdict; `basis` says what became of its document.

    `places` is None unless provinces have figures of a national target.
    """

    target: Target
    demanded: str
    due: str
    indicator: Link | None
    verdict: Verdict
    places: InPlaces | None
    basis: Sequence[Changed]

    @property
    def is_measured(self) -> bool:
        """Return whether any figure speaks of the target."""
        return bool(self.verdict.inputs or self.places)


@dataclass(frozen=True, slots=True)
class Part:
    """Guidelines of one kind, in the order of the document; `name` is their heading."""

    name: str
    guidelines: Sequence[Guideline]


@dataclass(frozen=True, slots=True)
class CampaignPage:
    """Everything the page of a campaign shows on the day `today`; `lead_state` says that who leads it has ended."""

    campaign: Campaign
    title: str
    summary: str
    level: str
    times: str
    standing: InTime
    lead: Link | None
    lead_state: str
    document: Link | None
    participants: Sequence[Link]
    phases: Sequence[PhaseInTime]
    parts: Sequence[Part]
    aims: Sequence[Aim]
    chain: Sequence[tuple[Link, str, Link]]
    figures: Sequence[Figure]
    source: Link | None
    today: date
    words: Sequence[str]


def campaign_page(catalog: Catalog, campaign_id: str, today: date) -> CampaignPage:
    """Return the page of a campaign as of `today`; KeyError if there is none."""
    campaign = catalog.campaigns[campaign_id]
    lead = catalog.units.get(campaign.lead_unit_id)
    guidelines = catalog.grouped(Guideline, "campaign_id").get(campaign_id, ())
    participants = [row.unit_id for row in catalog.grouped(Participant, "campaign_id").get(campaign_id, ())]
    aims = [aim_of(catalog, target) for target in catalog.grouped(Target, "campaign_id").get(campaign_id, ())]
    words = [campaign.name_vi, campaign.name_en, campaign.summary_vi]
    words += [row.text_vi for row in guidelines] + [f"{aim.target.subject_vi} {aim.demanded}" for aim in aims]
    return CampaignPage(
        campaign=campaign,
        title=campaign.name_vi,
        summary=campaign.summary_vi,
        level=catalog.code_title("unit_level", campaign.level),
        times=times_of(campaign.started_on, campaign.ends_on),
        standing=standing_of(campaign.started_on, campaign.ends_on, today),
        lead=unit_link(catalog, lead.unit_id) if lead else None,
        lead_state=state_of(catalog, lead) if lead and lead.status == ENDED else "",
        document=document_link(catalog, campaign.document_id) if campaign.document_id else None,
        participants=[unit_link(catalog, key) for key in participants],
        phases=phases_of(catalog, campaign_id, today),
        parts=_parts(catalog, guidelines),
        aims=aims,
        chain=legal_chain(catalog, campaign.document_id),
        figures=_figures(catalog, campaign, {campaign.lead_unit_id, *participants}),
        source=source_link(catalog, campaign.source_id) if campaign.source_id else None,
        today=today,
        words=words,
    )


def _figures(catalog: Catalog, campaign: Campaign, units: Container[str]) -> list[Figure]:
    """Return what the source of a campaign tells of those who take part, of the time of the campaign if it has one."""
    rows = catalog.grouped(Observation, "source_id").get(campaign.source_id, ()) if campaign.source_id else ()
    start, end = campaign.started_on, campaign.ends_on
    return figures_of(
        catalog,
        [
            row
            for row in rows
            if row.unit_id in units
            and (start is None or row.period.end >= start.start)
            and (end is None or row.period.start <= end.end)
        ],
    )


def times_of(start: Period | None, end: Period | None) -> str:
    """Return from when to when, in words; one time where it begins and ends with it; empty if neither is known."""
    if start and start == end:
        return moment(start)
    parts = [f"từ {moment(start)}"] if start else []
    parts += [f"đến hết {moment(end)}"] if end else []
    return " ".join(parts)


def standing_of(start: Period | None, end: Period | None, today: date) -> InTime:
    """Return where `today` lies; unknown without a start or an end."""
    if end and end.end < today:
        return InTime.PAST
    if start and start.start > today:
        return InTime.FUTURE
    return InTime.NOW if start and end else InTime.UNKNOWN


def phases_of(catalog: Catalog, campaign_id: str, today: date) -> list[PhaseInTime]:
    """Return the phases of a campaign in order."""
    phases = []
    for phase in sorted(catalog.grouped(Phase, "campaign_id").get(campaign_id, ()), key=lambda row: row.phase_no):
        review = catalog.code_title("review_kind", phase.review_kind) if phase.review_kind else ""
        if phase.review_due:
            review = f"{review} {moment(phase.review_due)}".strip()
        standing = standing_of(phase.start, phase.end, today)
        phases.append(PhaseInTime(phase, times_of(phase.start, phase.end), review, standing))
    return phases


def _parts(catalog: Catalog, guidelines: Sequence[Guideline]) -> list[Part]:
    codes = sorted((c for c in catalog.all_of(Code) if c.list == "guideline_part"), key=lambda code: code.order)
    parts = []
    for code in codes:
        rows = sorted((row for row in guidelines if row.part == code.code), key=lambda row: row.order)
        if rows:
            parts.append(Part(code.title_vi, rows))
    return parts


def aim_of(catalog: Catalog, target: Target) -> Aim:
    """Return a target with the verdict on it, and of a national one what each province that has figures comes to."""
    return Aim(
        target=target,
        demanded=demand_of(catalog, target).words,
        due=moment(target.due) if target.due else "",
        indicator=indicator_link(catalog, target.indicator_id) if target.indicator_id else None,
        verdict=verdict_of_target(catalog, target),
        places=in_places(catalog, target),
        basis=changes_of_basis(catalog, target.document_id),
    )


def legal_chain(catalog: Catalog, document_id: str) -> list[tuple[Link, str, Link]]:
    """Return the relations from a document back to all it rests on, nearest first; each once."""
    relations = catalog.grouped(DocumentRelation, "from_document_id")
    chain, queue, seen = [], [document_id], {document_id}
    while queue:
        for row in relations.get(queue.pop(0), ()):
            kind = catalog.code_title("relation_kind", row.kind)
            from_link, to_link = (document_link(catalog, key) for key in (row.from_document_id, row.to_document_id))
            chain.append((from_link, kind, to_link))
            if row.to_document_id not in seen:
                seen.add(row.to_document_id)
                queue.append(row.to_document_id)
    return chain
