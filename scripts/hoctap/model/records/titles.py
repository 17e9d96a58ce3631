"""Records of titles: how one is asked for, reported, scored and recognised. Of the package campaign-guidelines."""

from datetime import date
from decimal import Decimal

from hoctap.model.finding import Place
from hoctap.model.frozen import dataclass


@dataclass(frozen=True, slots=True, kw_only=True)
class Title:
    """A row of `titles`: what a person, family, community or unit can be recognised as."""

    place: Place
    title_id: str
    name_vi: str
    name_en: str
    kind: str
    granted_to: str
    document_id: str
    validity_months: int | None
    note: str


@dataclass(frozen=True, slots=True, kw_only=True)
class TitleRule:
    """How a title is recognised at one tier under one document."""

    place: Place
    title_id: str
    document_id: str
    tier: str
    valid_from: date | None
    valid_until: date | None
    recognised_by: str
    submitted_to: str
    dossier_vi: str
    procedure_code: str
    levels: int | None
    months_between_levels: int | None
    validity_months: int | None
    url: str
    procedure_url: str
    confidence: str
    note: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Procedure:
    """How one recognition is asked for and decided; an empty cell was not read."""

    place: Place
    procedure_id: str
    title_id: str
    tier: str
    code: str
    name_vi: str
    valid_from: date | None
    valid_until: date | None
    prepared_by: str
    steps_vi: str
    papers_vi: str
    copies: int | None
    addressee: str
    decided_by: str
    data_period_vi: str
    submit_by_vi: str
    decide_by_vi: str
    processing_time_vi: str
    fee_vi: str
    result_vi: str
    document_id: str
    clause: str
    url: str
    confidence: str
    note: str


@dataclass(frozen=True, slots=True, kw_only=True)
class ReportField:
    """One field of a report or dossier paper, and the indicator that answers it."""

    place: Place
    paper: str
    section: str
    order: int
    field_vi: str
    indicator_id: str
    measured_vi: str
    with_previous: str
    note: str


@dataclass(frozen=True, slots=True, kw_only=True)
class CriterionSet:
    """The criteria of one title at one tier and level; says itself how far it was read."""

    place: Place
    document_id: str
    title_id: str
    tier: str
    level: str
    scoring: str
    total_points: Decimal | None
    pass_mark: Decimal | None
    floor_each: Decimal | None
    groups_stated: int | None
    criteria_stated: int | None
    completeness: str
    missing_vi: str
    url: str
    confidence: str
    note: str


@dataclass(frozen=True, slots=True, kw_only=True)
class CriterionRank:
    """A row of `criterion_ranks`: from how many points on a set of criteria gives which rank."""

    place: Place
    document_id: str
    title_id: str
    tier: str
    rank: str
    from_points: Decimal
    below_points: Decimal | None
    url: str
    confidence: str
    note: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Criterion:
    """A row of `criteria`: one thing that is asked, and its points."""

    place: Place
    criterion_id: str
    title_id: str
    document_id: str
    tier: str
    level: str
    order: int
    group_no: int | None
    group: str
    group_points: Decimal | None
    kind: str
    text_vi: str
    applies_to: str
    max_points: Decimal | None
    threshold: str
    threshold_value: Decimal | None
    threshold_measure: str
    reuse_tier: str
    reuse_level: str
    clause: str
    indicator_id: str
    url: str
    confidence: str
    note: str
