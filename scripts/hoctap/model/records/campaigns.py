"""Records of campaigns: documents, phases, deadlines, guidelines and targets. Of the package campaign-guidelines."""

from datetime import date
from decimal import Decimal

from hoctap.model.finding import Place
from hoctap.model.frozen import dataclass
from hoctap.model.period import Period


@dataclass(frozen=True, slots=True, kw_only=True)
class Document:
    """A row of `documents`: a decision, circular, plan or guideline."""

    place: Place
    document_id: str
    number: str
    doc_kind: str
    issuer: str
    signer: str
    issued_on: Period | None
    effective_on: date | None
    title_vi: str
    title_en: str
    summary_vi: str
    status: str
    status_checked_on: date | None
    url: str
    confidence: str
    source_id: str
    locator: str
    note: str


@dataclass(frozen=True, slots=True, kw_only=True)
class DocumentRelation:
    """A row of `document_relations`: what one document does to another."""

    place: Place
    from_document_id: str
    kind: str
    to_document_id: str
    confidence: str
    note: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Campaign:
    """A row of `campaigns`."""

    place: Place
    campaign_id: str
    name_vi: str
    name_en: str
    lead_unit_id: str
    level: str
    started_on: Period | None
    ends_on: Period | None
    document_id: str
    summary_vi: str
    source_id: str
    locator: str
    url: str
    note: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Participant:
    """A row of `participants`: who takes part in a campaign, and as what."""

    place: Place
    campaign_id: str
    unit_id: str
    role: str
    source_id: str
    locator: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Phase:
    """A row of `phases`: a step of a campaign."""

    place: Place
    campaign_id: str
    phase_no: int
    name_vi: str
    start: Period | None
    end: Period | None
    review_kind: str
    review_due: Period | None
    summary_vi: str
    confidence: str
    source_id: str
    locator: str
    url: str
    note: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Deadline:
    """A date that returns every year; month and day are written `MM-DD`."""

    place: Place
    deadline_id: str
    title_id: str
    tier: str
    name_vi: str
    responsible: str
    submitted_to: str
    from_month_day: str
    to_month_day: str
    end_rule: str
    valid_until: date | None
    document_id: str
    url: str
    confidence: str
    note: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Guideline:
    """A row of `guidelines`: what a campaign asks to be done."""

    place: Place
    guideline_id: str
    campaign_id: str
    part: str
    order: int
    text_vi: str
    responsible: str
    source_id: str
    locator: str
    url: str
    confidence: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Target:
    """A row of `targets`: a level of an indicator that a document sets, and by when."""

    place: Place
    target_id: str
    campaign_id: str
    document_id: str
    indicator_id: str
    title_id: str
    subject_vi: str
    operator: str
    mode: str
    value: Decimal | None
    unit_measure: str
    due: Period | None
    scope: str
    confidence: str
    source_id: str
    locator: str
    url: str
    note: str
