"""Whether a target was met: the verdict, the formula and the figures it was computed from.

Only figures of the same indicator, of the whole subject, whose period ends inside the target's due period,
count. Everything else is told as not known or not comparable, never guessed.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from decimal import Decimal

from hoctap.model.catalog import Catalog
from hoctap.model.period import Period
from hoctap.model.record import Observation
from hoctap.vietnamese.writing import number
from hoctap.views.figure import Figure, figure_of

MET, MISSED, NO_FIGURE, NOT_COMPARABLE = "đạt", "chưa đạt", "chưa có số liệu", "không so sánh được"
_SIGNS = {">=": "≥", "<=": "≤", "=": "="}


@dataclass(frozen=True, slots=True)
class Progress:
    """A verdict with its reason in words; `inputs` are the figures compared, `formula` how, empty if none."""

    verdict: str
    reason: str
    formula: str
    inputs: Sequence[Figure]


def inputs_of(
    catalog: Catalog, rows: Iterable[Observation], indicator_id: str, due: Period | None, scope: str = ""
) -> list[Figure]:
    """Return the figures among `rows` that speak of the indicator at the due time; `scope` is their breakdown."""
    if not indicator_id or due is None:
        return []
    return [
        figure_of(catalog, row)
        for row in rows
        if row.indicator_id == indicator_id
        and row.breakdown == scope
        and row.value is not None
        and due.start <= row.period.end <= due.end
    ]


def progress_of(demanded: Decimal | None, operator: str, indicator_id: str, inputs: Sequence[Figure]) -> Progress:
    """Return the verdict on a demanded value, in the indicator's own unit of measure."""
    if demanded is None:
        return Progress(NOT_COMPARABLE, "chưa đọc được mức phải đạt", "", ())
    if not indicator_id:
        return Progress(NOT_COMPARABLE, "chưa có chỉ tiêu nào đo đúng mục tiêu này", "", ())
    if not inputs:
        return Progress(NO_FIGURE, "chưa có số liệu của kỳ phải đạt", "", ())
    verdicts = {_judged(figure, operator, demanded) for figure in inputs}
    formula = "; ".join(f"{number(figure.value or 0)} {_SIGNS[operator]} {number(demanded)}?" for figure in inputs)
    if len(verdicts) > 1 or verdicts == {NOT_COMPARABLE}:
        return Progress(NOT_COMPARABLE, "số liệu nói chừng hoặc các nguồn khác nhau", formula, inputs)
    return Progress(verdicts.pop(), "so số liệu của kỳ với mức phải đạt", formula, inputs)


def _judged(figure: Figure, operator: str, demanded: Decimal) -> str:
    value, hedge = figure.value or Decimal(0), figure.observation.qualifier
    holds = {">=": value >= demanded, "<=": value <= demanded, "=": value == demanded}[operator]
    # A hedge may decide: «hơn 80» meets «từ 80», but «hơn 75» neither meets nor misses it.
    if hedge in ("over", "at_least"):
        return MET if holds and operator == ">=" else NOT_COMPARABLE
    if hedge == "under":
        return MET if holds and operator == "<=" else (MISSED if not holds and operator == ">=" else NOT_COMPARABLE)
    if hedge == "about":
        return NOT_COMPARABLE
    return MET if holds else MISSED
