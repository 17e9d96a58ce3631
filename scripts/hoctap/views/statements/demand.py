"""What a target asks, in words: how much, by when, of whom, whose it is and what is to know of it."""

from decimal import Decimal

from hoctap.model.catalog import Catalog
from hoctap.model.codes import PROVINCE
from hoctap.model.figure_row import has_territory
from hoctap.model.frozen import dataclass
from hoctap.model.period import Period
from hoctap.model.record import Indicator, LocalTarget, Target, Unit
from hoctap.vietnamese.writing import moment, number
from hoctap.views.figure import indicator_of
from hoctap.views.link import campaign_link, document_link, unit_link
from hoctap.views.statements.caveats import BORDER_WORDS, Caveat
from hoctap.views.statements.statement import Part, linked
from hoctap.views.statements.words import small, unit_name, value_words

NO_LEVEL = "chưa đọc được mức của chỉ tiêu"
_MODES = {"phan-dau": "phấn đấu ", "ke-hoach": "theo kế hoạch "}


@dataclass(frozen=True, slots=True)
class Demand:
    """What a target asks: of which indicator, how much, by when, of which part of the unit; `note` limits it.

    `owner` says whose it is, as it stands after the time: `của tỉnh Hòa Bình`, `theo Quyết định 281/QĐ-TTg`;
    `unit` is who set it itself, and the indicator is named as it is said of that unit.
    """

    indicator_id: str
    operator: str
    value: Decimal | None
    due: Period | None
    scope: str
    words: str
    subject: str
    note: str = ""
    owner: tuple[Part | str, ...] = ()
    unit: Unit | None = None

    @property
    def whole(self) -> str:
        """Return the level in words with its scope and what is to know of it: that it was computed, or not read."""
        return f"{self.words}{self.aside}"

    @property
    def aside(self) -> str:
        """Return scope and note in brackets, with the space before; empty if there are none."""
        words = "; ".join(filter(None, (f"phạm vi: {self.scope}" if self.scope else "", self.note)))
        return f" ({words})" if words else ""

    @property
    def caveats(self) -> tuple[Caveat, ...]:
        """Return what is to know of the target itself."""
        return (Caveat("target", self.note),) if self.note else ()


def demand_of(catalog: Catalog, target: Target | LocalTarget) -> Demand:
    """Return what a target asks, its level in words as an office writes it: `từ 85% trở lên`, `77 lớp`."""
    words = demand_words(catalog, target)
    subject = small(target.subject_vi) if isinstance(target, Target) else ""
    level = (target.indicator_id, target.operator, target.value)
    unit = catalog.units.get(target.unit_id) if isinstance(target, LocalTarget) else None
    return Demand(*level, target.due, target.scope, words, subject, target.note, _owner(catalog, target), unit)


def _owner(catalog: Catalog, target: Target | LocalTarget) -> tuple[Part | str, ...]:
    if isinstance(target, LocalTarget):
        unit = catalog.units.get(target.unit_id)
        name = linked(unit_link(catalog, target.unit_id), unit_name(unit, target.unit_id))
        border = former_border(catalog, unit)
        return " của ", name, f" ({border})" if border else ""
    if target.document_id:
        return " theo ", linked(document_link(catalog, target.document_id))
    return (" theo «", linked(campaign_link(catalog, target.campaign_id)), "»") if target.campaign_id else ()


def former_border(catalog: Catalog, unit: Unit | None) -> str:
    """Return that a unit is one on former borders, in words; empty if it is not."""
    area = catalog.areas.get(unit.area_id) if unit and has_territory(unit) else None
    has_ended = area is not None and area.level == PROVINCE and area.valid_until is not None
    return BORDER_WORDS["before"] if has_ended else ""


def demand_words(catalog: Catalog, target: Target | LocalTarget) -> str:
    """Return the level of a target in words."""
    if target.value is None:
        return NO_LEVEL
    indicator = catalog.indicators.get(target.indicator_id)
    level = _measured(catalog, indicator, target)
    mode = _MODES.get(target.mode, "")
    is_whole = level == "100%"
    if target.operator == ">=" and not is_whole:
        return f"{mode}từ {level} trở lên"
    return f"{mode}không quá {level}" if target.operator == "<=" else f"{mode}{level}"


def _measured(catalog: Catalog, indicator: Indicator | None, target: Target | LocalTarget) -> str:
    if indicator:
        return value_words(catalog, indicator, target.value)
    measure = catalog.code_title("unit_measure", target.unit_measure) if isinstance(target, Target) else ""
    joined = "" if measure == "%" else " "
    return f"{number(target.value or 0)}{joined}{measure}".strip()


def asked(catalog: Catalog, demand: Demand) -> list[Part | str]:
    """Return what is asked, as a sentence about a target begins."""
    due = f" {moment(demand.due)}" if demand.due else ""
    # That the level was not read is the reason at the end.
    level = demand.aside if demand.value is None else f" {demand.whole}"
    if not demand.indicator_id:
        return [f"Chỉ tiêu{due}", *demand.owner, f": {demand.subject}{level}"]
    link = indicator_of(catalog, demand.indicator_id, demand.unit)
    return [f"Chỉ tiêu{due}", *demand.owner, ": ", linked(link, small(link.text)), level]
