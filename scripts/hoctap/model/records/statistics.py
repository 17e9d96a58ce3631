"""Records of the package unit-statistics: figures, recognitions and local targets."""

from datetime import date
from decimal import Decimal

from hoctap.model.finding import Place
from hoctap.model.frozen import dataclass
from hoctap.model.period import Period


@dataclass(frozen=True, slots=True, kw_only=True)
class Observation:
    """A row of `observations`: a value of an indicator for a unit and a period, from one source."""

    place: Place
    unit_id: str
    indicator_id: str
    period: Period
    period_kind: str
    period_status: str
    value: Decimal | None
    qualifier: str
    breakdown: str
    border: str
    source_id: str
    locator: str
    note: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Recognition:
    """A row of `recognitions`: a title that a unit was given."""

    place: Place
    unit_id: str
    title_id: str
    level: str
    year: int
    valid_until: date | None
    valid_until_status: str
    authority: str
    source_id: str
    locator: str
    note: str


@dataclass(frozen=True, slots=True, kw_only=True)
class LocalTarget:
    """A row of `local_targets`: a level that a unit sets itself."""

    place: Place
    unit_id: str
    indicator_id: str
    operator: str
    mode: str
    value: Decimal
    due: Period
    scope: str
    campaign_id: str
    source_id: str
    locator: str
    note: str
