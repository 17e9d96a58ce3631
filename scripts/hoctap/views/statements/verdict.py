"""Whether a target was met: đạt or chưa đạt only where every value in the range of the figure says so.

A target that is a count of things to do (`=`) is a plan and gets no verdict. A figure counts only if it is of the
target's unit, indicator and scope and its period ends when the target is due.
"""

from collections.abc import Sequence
from datetime import date
from decimal import Decimal
from enum import StrEnum

from hoctap.model.catalog import Catalog
from hoctap.model.figure_row import FigureRow
from hoctap.model.frozen import dataclass
from hoctap.model.period import Period
from hoctap.model.period_kinds import SCHOOL_YEAR
from hoctap.model.value_range import UNKNOWN, Range
from hoctap.vietnamese.writing import moment
from hoctap.views.figure import Figure, figure_of
from hoctap.views.statements.demand import NO_LEVEL, Demand, asked
from hoctap.views.statements.figure import closing, framed, opening
from hoctap.views.statements.statement import Kind, Part, Statement, caveats_of_all, sentence

# With the time of the target after it: `chưa có số liệu của năm 2025`, `chưa đến năm 2030`.
NO_FIGURE, NOT_COME, NOT_OVER = "chưa có số liệu của", "chưa đến", "chưa hết"
NO_INDICATOR = "chưa có chỉ tiêu thống kê nào đo đúng việc này"
PLAN = "kế hoạch việc phải làm, không đánh giá đạt hay chưa"
SOURCES_DIFFER = "các nguồn khác nhau"
FIGURES_DIFFER = "các con số trong năm khác nhau"
PART_OF_A_YEAR = "số mới tính một phần của năm"
NOT_SURE = "thời kỳ chưa chắc"
UNKNOWN_BORDERS = "nguồn không rõ ranh giới nào"
OTHER_TIME = "số của một thời kỳ khác với hạn của chỉ tiêu"
HEDGED = "số nói chừng"


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

    @property
    def remark(self) -> str:
        """Return what of the reason stands beside the outcome, which is not said twice: `của năm 2025`."""
        return self.reason.removeprefix(self.outcome).lstrip()


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
        return UNKNOWN, NOT_SURE
    if row.border == "unknown":
        return UNKNOWN, UNKNOWN_BORDERS
    if row.is_stock and period.end.year - period.start.year <= 1:
        return row.range, ""
    if row.is_stock or row.months is None or period.start < due.start or row.period_kind == SCHOOL_YEAR:
        return UNKNOWN, OTHER_TIME
    wanted = (due.end.year - due.start.year) * 12 + due.end.month - due.start.month + 1
    if row.months < wanted or row.is_unfinished:
        # A part of what happened is less than the whole of it; a part of a year has no such share in its rate.
        share = row.stock_flow == "ratio-of-flow"
        return (UNKNOWN if share else Range(row.range.low, above=row.range.above)), PART_OF_A_YEAR
    return row.range, ""


def verdict(
    catalog: Catalog, subject: tuple[str, ...], demand: Demand, rows: Sequence[FigureRow], place: str = ""
) -> Verdict:
    """Return the verdict on a target from the rows of one unit; `place` is where, if the target is of more than it."""
    if demand.value is None:
        return _without(catalog, subject, demand, Outcome.NOT_MEASURED, NO_LEVEL)
    if not demand.indicator_id:
        return _without(catalog, subject, demand, Outcome.NOT_MEASURED, NO_INDICATOR)
    inputs = inputs_for(rows, demand)
    if not inputs or demand.due is None:
        return _without(catalog, subject, demand, Outcome.ABSENT, _without_figure(demand.due, catalog.today))
    known = [known_range(row, demand.due) for row in inputs]
    if any(not why for _, why in known):
        # Where the whole is known, a part of it decides nothing.
        used = [at for at, (_, why) in enumerate(known) if why != PART_OF_A_YEAR]
        inputs, known = [inputs[at] for at in used], [known[at] for at in used]
    outcomes = {judged(each, demand.operator, demand.value) for each, _ in known}
    if len(outcomes) > 1:
        several = len({row.observation.source_id for row in inputs}) > 1
        why = SOURCES_DIFFER if several else FIGURES_DIFFER
        return _with(catalog, subject, demand, Outcome.UNDECIDED, why, inputs, place)
    outcome = outcomes.pop()
    return _with(catalog, subject, demand, outcome, _reason(outcome, inputs, known), inputs, place)


def _without_figure(due: Period | None, today: date) -> str:
    """Return of which time a figure is missing, or that this time has not come or is not over, so that none is."""
    if due is None or due.end < today:
        return f"{NO_FIGURE} {moment(due) if due else 'chỉ tiêu này'}"
    return f"{NOT_COME if due.start > today else NOT_OVER} {moment(due)}"


def _reason(outcome: Outcome, inputs: Sequence[FigureRow], known: Sequence[tuple[Range, str]]) -> str:
    if outcome is Outcome.PLAN:
        return PLAN
    if outcome is not Outcome.UNDECIDED:
        return ""
    hedged = any(row.observation.qualifier != "exact" for row in inputs)
    return next((why for _, why in known if why), HEDGED if hedged else "")


def _without(catalog: Catalog, subject: tuple[str, ...], demand: Demand, outcome: Outcome, reason: str) -> Verdict:
    words = sentence([*asked(catalog, demand), f"; {reason}."])
    return Verdict(outcome, reason, (), Statement(Kind.ABSENCE, subject, (), words, demand.caveats, outcome=outcome))


def _with(
    catalog: Catalog,
    subject: tuple[str, ...],
    demand: Demand,
    outcome: Outcome,
    reason: str,
    inputs: Sequence[FigureRow],
    place: str,
) -> Verdict:
    figures = tuple(figure_of(catalog, row.observation) for row in inputs)
    parts: list[Part | str] = [*asked(catalog, demand)]
    for at, row in enumerate(inputs):
        parts += [
            "; " if at else ". Đối chiếu: ",
            *opening(catalog, row),
            *framed(catalog, row),
            *closing(catalog, row),
        ]
    where = f" ở {place}" if place else ""
    parts += [f": {outcome}{where}" if not reason else f": {outcome}{where} ({reason})", "."]
    ids = tuple(row.row_id for row in inputs)
    caveats = (*demand.caveats, *caveats_of_all(figures))
    statement = Statement(Kind.VERDICT, subject, ids, sentence(parts), caveats, figures, inputs[0].range, outcome)
    return Verdict(outcome, reason, figures, statement)
