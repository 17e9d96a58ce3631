"""Sums of units that do not contain each other: only of one level, one kind, one time, and what may be added at all."""

from collections.abc import Sequence
from decimal import Decimal
from functools import reduce
from operator import add

from hoctap.model.catalog import Catalog
from hoctap.model.figure_row import FigureRow
from hoctap.model.value_range import Range
from hoctap.views.figure import figure_of
from hoctap.views.statements.alike import against_any
from hoctap.views.statements.figure import in_brackets, limits_of_all, listed
from hoctap.views.statements.fineness import no_finer
from hoctap.views.statements.periods import widest_period
from hoctap.views.statements.reasons import Reason, in_order
from hoctap.views.statements.statement import Kind, Part, Refusal, Result, Statement, caveats_of_all, linked, sentence
from hoctap.views.statements.words import value_words

_MAY_DIFFER = {Reason.NOT_RANKED}
# Bodies outside the administrative levels may lie in each other: a faculty in its university.
_ADDABLE = ("count", "amount")
_UNKNOWN_LEVEL = ("khac", "")


def sum_of(catalog: Catalog, rows: Sequence[FigureRow]) -> Result:
    """Return the sum of rows of one indicator, each unit named, or every reason why it cannot be said."""
    subject = tuple(dict.fromkeys(row.observation.indicator_id for row in rows))
    ids = tuple(row.row_id for row in rows)
    reasons = _against(rows)
    if reasons:
        return Refusal(Kind.SUM, subject, ids, reasons)
    first, figures = rows[0], tuple(figure_of(catalog, row.observation) for row in rows)
    total = reduce(add, (row.range for row in rows))
    value = sum((row.observation.value or Decimal(0) for row in rows), Decimal(0))
    if total.high is None and total.low != value:
        return Refusal(Kind.SUM, subject, ids, (Reason.MIXED_HEDGES,))
    hedge = _hedge(rows, total, value)
    rounded, hedge = no_finer(rows, value, hedge)
    period, common = widest_period(rows), limits_of_all(catalog, rows)
    parts: list[Part | str] = [linked(figures[0].indicator), f", {period}, cộng của "]
    parts += [f"{len(rows)} đơn vị kể sau{in_brackets(common)}, không phải của cả nước: "]
    parts += [value_words(catalog, first.indicator, rounded, hedge), ", gồm "]
    parts += listed(catalog, rows, period, common)
    return Statement(Kind.SUM, subject, ids, sentence([*parts, "."]), caveats_of_all(figures), figures, total)


def _against(rows: Sequence[FigureRow]) -> tuple[Reason, ...]:
    against: set[Reason] = set()
    if len(rows) < 2:
        against.add(Reason.TOO_FEW)
    if not all(row.is_summable and row.indicator and row.indicator.value_type in _ADDABLE for row in rows):
        against.add(Reason.NOT_SUMMABLE)
    if any(row.unit is None or row.unit.level in _UNKNOWN_LEVEL for row in rows):
        against.add(Reason.CONTAINED)
    if len({row.observation.unit_id for row in rows}) < len(rows):
        against.add(Reason.CONTAINED)
    against |= against_any(rows) - _MAY_DIFFER
    return in_order(against)


def _hedge(rows: Sequence[FigureRow], total: Range, value: Decimal) -> str:
    """Return how the sum is hedged: by the word of its parts where all of them lie on one side of what was added."""
    if total.low == total.high:
        return "exact"
    if total.high is None:
        return "at_least"
    if total.high > value:
        return "about"
    return "under" if any(row.observation.qualifier == "under" for row in rows) else "nearly"
