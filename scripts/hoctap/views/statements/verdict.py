"""Whether a target was met: đạt or chưa đạt only where every value in the range of the figure says so.

A target that is a count of things to do (`=`) is a plan and gets no verdict. A figure counts only if it is of the
target's unit, indicator and scope and its period ends when the target is due.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal
from enum import StrEnum

from hoctap.model.catalog import Catalog
from hoctap.model.figure_row import FigureRow
from hoctap.model.period import Period
from hoctap.model.period_kinds import SCHOOL_YEAR
from hoctap.model.record import Indicator, LocalTarget, Target
from hoctap.model.value_range import UNKNOWN, Range
from hoctap.vietnamese.writing import moment, number
from hoctap.views.figure import Figure, figure_of
from hoctap.views.link import campaign_link, document_link, indicator_link, unit_link
from hoctap.views.statements.caveats import Caveat
from hoctap.views.statements.figure import closing, framed, opening
from hoctap.views.statements.statement import Kind, Part, Statement, caveats_of_all, linked, sentence
from hoctap.views.statements.words import small, unit_name, value_words

NO_FIGURE = "chưa có số liệu của năm đặt chỉ tiêu"
NO_LEVEL = "chưa đọc được mức của chỉ tiêu"
NO_INDICATOR = "chưa có chỉ tiêu thống kê nào đo đúng việc này"
PLAN = "kế hoạch việc phải làm, không đánh giá đạt hay chưa"
SOURCES_DIFFER = "các nguồn khác nhau"
FIGURES_DIFFER = "các con số trong năm khác nhau"
PART_OF_A_YEAR = "số mới tính một phần của năm"
_MODES = {"phan-dau": "phấn đấu ", "ke-hoach": "theo kế hoạch "}


class Outcome(StrEnum):
    """What a verdict says; the value is the words."""

    MET = "đạt"
    MISSED = "chưa đạt"
    UNDECIDED = "chưa kết luận được"
    PLAN = "theo kế hoạch"
    ABSENT = "chưa có số liệu"
    NOT_MEASURED = "chưa đo được"

    @property
    def tone(self) -> str:
        """Return the colour of its label, as templates call it."""
        return {Outcome.MET: "ok", Outcome.MISSED: "bad", Outcome.UNDECIDED: "warn"}.get(self, "unknown")


@dataclass(frozen=True, slots=True)
class Verdict:
    """An outcome with its reason, the figures it rests on, and the whole as a statement."""

    outcome: Outcome
    reason: str
    inputs: tuple[Figure, ...]
    statement: Statement


@dataclass(frozen=True, slots=True)
class Demand:
    """What a target asks: of which indicator, how much, by when, of which part of the unit; `note` limits it.

    `owner` says whose it is, as it stands after the time: `của tỉnh Hòa Bình`, `theo Quyết định 281/QĐ-TTg`.
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

    @property
    def whole(self) -> str:
        """Return the level in words with its scope and what is to know of it: that it was computed, or not read."""
        return f"{self.words}{self.aside}"

    @property
    def aside(self) -> str:
        """Return scope and note in brackets, with the space before; empty if there are none."""
        words = "; ".join(filter(None, (f"phạm vi: {self.scope}" if self.scope else "", self.note)))
        return f" ({words})" if words else ""


def demand_of(catalog: Catalog, target: Target | LocalTarget) -> Demand:
    """Return what a target asks, its level in words as an office writes it: `từ 85% trở lên`, `77 lớp`."""
    words = demand_words(catalog, target)
    subject = small(target.subject_vi) if isinstance(target, Target) else ""
    level = (target.indicator_id, target.operator, target.value)
    return Demand(*level, target.due, target.scope, words, subject, target.note, _owner(catalog, target))


def _owner(catalog: Catalog, target: Target | LocalTarget) -> tuple[Part | str, ...]:
    if isinstance(target, LocalTarget):
        name = unit_name(catalog.units.get(target.unit_id), target.unit_id)
        return " của ", linked(unit_link(catalog, target.unit_id), name)
    if target.document_id:
        return " theo ", linked(document_link(catalog, target.document_id))
    return (" theo «", linked(campaign_link(catalog, target.campaign_id)), "»") if target.campaign_id else ()


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


def judged(known: Range, operator: str, demanded: Decimal) -> Outcome:
    """Return what a range decides: met or missed if all its numbers agree, else undecided; plans are not judged."""
    if operator == "=":
        return Outcome.PLAN
    if operator == ">=":
        is_met, is_missed = known.is_at_least(demanded), known.is_under(demanded)
    else:
        is_met, is_missed = known.is_at_most(demanded), known.is_over(demanded)
    return Outcome.MET if is_met else Outcome.MISSED if is_missed else Outcome.UNDECIDED


def inputs_for(rows: Sequence[FigureRow], demand: Demand) -> list[FigureRow]:
    """Return the rows among those of one unit that speak of the target when it is due, the followed ones first."""
    due = demand.due
    if not demand.indicator_id or due is None:
        return []
    fitting = [
        row
        for row in rows
        if row.observation.indicator_id == demand.indicator_id
        and row.observation.breakdown == demand.scope
        and row.observation.value is not None
        and due.start <= row.observation.period.end <= due.end
    ]
    return sorted(fitting, key=lambda row: (not row.preference.is_preferred, row.row_id))


def known_range(row: FigureRow, due: Period) -> tuple[Range, str]:
    """Return what a row tells of the whole time of the target, and why it tells less than it seems; empty if not."""
    period = row.observation.period
    if row.observation.period_status != "stated":
        return UNKNOWN, "thời kỳ chưa chắc"
    if row.border == "unknown":
        return UNKNOWN, "nguồn không rõ ranh giới nào"
    if row.is_stock and period.end.year - period.start.year <= 1:
        return row.range, ""
    if row.is_stock or row.months is None or period.start < due.start or row.period_kind == SCHOOL_YEAR:
        return UNKNOWN, "số của một thời kỳ khác với năm đặt chỉ tiêu"
    wanted = (due.end.year - due.start.year) * 12 + due.end.month - due.start.month + 1
    if row.months < wanted or row.is_unfinished:
        # A part of what happened is less than the whole of it; a part of a year has no such share in its rate.
        share = row.stock_flow == "ratio-of-flow"
        return (UNKNOWN if share else Range(row.range.low, above=row.range.above)), PART_OF_A_YEAR
    return row.range, ""


def verdict(catalog: Catalog, subject: tuple[str, ...], demand: Demand, rows: Sequence[FigureRow]) -> Verdict:
    """Return the verdict on a target from the rows of one unit."""
    if demand.value is None:
        return _without(catalog, subject, demand, Outcome.NOT_MEASURED, NO_LEVEL)
    if not demand.indicator_id:
        return _without(catalog, subject, demand, Outcome.NOT_MEASURED, NO_INDICATOR)
    inputs = inputs_for(rows, demand)
    if not inputs or demand.due is None:
        return _without(catalog, subject, demand, Outcome.ABSENT, NO_FIGURE)
    known = [known_range(row, demand.due) for row in inputs]
    if any(not why for _, why in known):
        # Where the whole is known, a part of it decides nothing.
        used = [at for at, (_, why) in enumerate(known) if why != PART_OF_A_YEAR]
        inputs, known = [inputs[at] for at in used], [known[at] for at in used]
    outcomes = {judged(each, demand.operator, demand.value) for each, _ in known}
    if len(outcomes) > 1:
        several = len({row.observation.source_id for row in inputs}) > 1
        why = SOURCES_DIFFER if several else FIGURES_DIFFER
        return _with(catalog, subject, demand, Outcome.UNDECIDED, why, inputs)
    outcome = outcomes.pop()
    return _with(catalog, subject, demand, outcome, _reason(outcome, inputs, known), inputs)


def _reason(outcome: Outcome, inputs: Sequence[FigureRow], known: Sequence[tuple[Range, str]]) -> str:
    if outcome is Outcome.PLAN:
        return PLAN
    if outcome is not Outcome.UNDECIDED:
        return ""
    hedged = any(row.observation.qualifier != "exact" for row in inputs)
    return next((why for _, why in known if why), "số nói chừng" if hedged else "")


def _without(catalog: Catalog, subject: tuple[str, ...], demand: Demand, outcome: Outcome, reason: str) -> Verdict:
    words = sentence([*_asked(catalog, demand), f"; {reason}."])
    return Verdict(outcome, reason, (), Statement(Kind.ABSENCE, subject, (), words, _caveats(demand), outcome=outcome))


def _with(
    catalog: Catalog,
    subject: tuple[str, ...],
    demand: Demand,
    outcome: Outcome,
    reason: str,
    inputs: Sequence[FigureRow],
) -> Verdict:
    figures = tuple(figure_of(catalog, row.observation) for row in inputs)
    parts: list[Part | str] = [*_asked(catalog, demand)]
    for at, row in enumerate(inputs):
        parts += [
            "; " if at else ". Đối chiếu: ",
            *opening(catalog, row),
            *framed(catalog, row),
            *closing(catalog, row),
        ]
    parts += [f": {outcome}" if not reason else f": {outcome} ({reason})", "."]
    ids = tuple(row.row_id for row in inputs)
    caveats = (*_caveats(demand), *caveats_of_all(figures))
    statement = Statement(Kind.VERDICT, subject, ids, sentence(parts), caveats, figures, inputs[0].range, outcome)
    return Verdict(outcome, reason, figures, statement)


def _asked(catalog: Catalog, demand: Demand) -> list[Part | str]:
    due = f" {moment(demand.due)}" if demand.due else ""
    # That the level was not read is the reason at the end.
    level = demand.aside if demand.value is None else f" {demand.whole}"
    if not demand.indicator_id:
        return [f"Chỉ tiêu{due}", *demand.owner, f": {demand.subject}{level}"]
    link = indicator_link(catalog, demand.indicator_id)
    return [f"Chỉ tiêu{due}", *demand.owner, ": ", linked(link, small(link.text)), level]


def _caveats(demand: Demand) -> tuple[Caveat, ...]:
    return (Caveat("target", demand.note),) if demand.note else ()
