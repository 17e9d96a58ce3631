"""What a gap is: one figure, target or set of criteria that is missing, with whom to ask and where to send it."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from urllib.parse import urlencode

from hoctap.model.codes import PROVINCE
from hoctap.model.record import LocalTarget
from hoctap.views.freshness import Newest
from hoctap.views.link import Link
from hoctap.views.statements.statement import Statement

SEND = "gui-so-lieu/"


@dataclass(frozen=True, slots=True)
class Gap:
    """One missing figure: of which place and indicator, who would know, the newest held, and what to search for.

    `unit_id` is empty where the data has no such unit yet, which is of `unit_kind`; `aims` are the national targets it
    would stand beside.
    """

    place: Link
    area_id: str
    indicator: Link
    indicator_id: str
    reporter: str
    unit_kind: str
    unit_id: str
    newest: Newest | None
    search: str
    aims: Sequence[str]

    @property
    def send(self) -> str:
        """Return the address of the form for this figure: its unit chosen, or named where the data has none yet."""
        if self.unit_id:
            return send_address(self.unit_id, self.indicator_id)
        asked = {"ten": self.reporter, "loai": self.unit_kind, "cap": PROVINCE, "noi": self.area_id}
        return f"{SEND}?{urlencode({**asked, 'chi-tieu': self.indicator_id})}"


@dataclass(frozen=True, slots=True)
class PlaceGaps:
    """The gaps of one province; `pages` are web pages of its own bodies that figures came from, by unit."""

    place: Link
    area_id: str
    title: str
    gaps: Sequence[Gap]
    wanted: int
    pages: Sequence[tuple[Link, str]]


@dataclass(frozen=True, slots=True)
class TargetGap:
    """A target that a unit set itself and that nobody has told the result of."""

    unit: Link
    unit_id: str
    target: LocalTarget
    statement: Statement

    @property
    def send(self) -> str:
        """Return the address of the form for the figure that would tell the result."""
        return send_address(self.unit_id, self.target.indicator_id)


@dataclass(frozen=True, slots=True)
class Unread:
    """A set of criteria that was not read, or only in part."""

    title: Link
    name: str
    document: Link
    missing: str
    url: str


@dataclass(frozen=True, slots=True)
class Gaps:
    """Everything that is missing; `count` is how many figures that is."""

    places: Sequence[PlaceGaps]
    by_indicator: Sequence[tuple[Link, int, Sequence[str]]]
    targets: Sequence[TargetGap]
    unread: Sequence[Unread]
    since: date

    @property
    def count(self) -> int:
        """How many figures are missing."""
        return sum(len(place.gaps) for place in self.places) + len(self.targets)


def send_address(unit_id: str, indicator_id: str = "") -> str:
    """Return the address of the form that figures are sent with, as far as what is to be sent is known."""
    known = {"don-vi": unit_id, "chi-tieu": indicator_id}
    asked = urlencode({name: code for name, code in known.items() if code})
    return f"{SEND}?{asked}" if asked else SEND
