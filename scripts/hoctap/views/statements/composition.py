"""Parts and their whole, of one unit, source and period, as the data declares them; refused where parts are missing."""

from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal

from hoctap.model.catalog import Catalog
from hoctap.model.figure_row import FigureRow
from hoctap.model.record import Composition
from hoctap.views.figure import Figure, figure_of
from hoctap.views.link import indicator_link, unit_link
from hoctap.views.statements.comparable import Reason
from hoctap.views.statements.figure import closing, doubt_of, framed, limits, opening
from hoctap.views.statements.statement import Kind, Part, Refusal, Statement, caveats_of_all, linked, sentence
from hoctap.views.statements.words import small, unit_name, value_words

Setting = tuple[str, ...]
_NOT_ALL = "các phần không hợp thành toàn bộ"


@dataclass(frozen=True, slots=True)
class Whole:
    """A whole that may be drawn: `total` in the parts' own unit, `parts` the largest first."""

    statement: Statement
    name: str
    period: str
    total: Decimal
    parts: tuple[Figure, ...]
    is_complete: bool


def wholes_of(catalog: Catalog, rows: Sequence[FigureRow]) -> tuple[list[Whole], list[Refusal]]:
    """Return the declared compositions that rows of one unit fill, and why others of two parts or more are not said.

    Of two that share their parts the one with more of them is said.
    """
    by_key = {(row.observation.indicator_id, *_setting(row)): row for row in rows}
    settings = dict.fromkeys(_setting(row) for row in rows)
    wholes: list[Whole] = []
    refused: list[Refusal] = []
    for declared in catalog.compositions.values():
        for setting in settings:
            keys = [(part.indicator_id, *setting) for part in declared]
            found = [by_key[key] for key in keys if key in by_key]
            if len(found) >= 2:
                total = by_key.get((declared[0].total_indicator_id, *setting))
                reasons = _against(declared, found, total)
                subject = (found[0].observation.unit_id, declared[0].composition_id)
                if reasons:
                    refused.append(Refusal(Kind.COMPOSITION, subject, tuple(r.row_id for r in found), reasons))
                else:
                    wholes.append(_whole(catalog, subject, declared[0], found, total))
    return _widest(wholes), refused


def _widest(wholes: Sequence[Whole]) -> list[Whole]:
    rows = [{*whole.statement.row_ids} for whole in wholes]
    return [
        whole
        for at, whole in enumerate(wholes)
        if not any(rows[at] < other for other in rows) and rows[at] not in rows[:at]
    ]


def _setting(row: FigureRow) -> Setting:
    seen = row.observation
    return seen.period.text, row.period_kind, row.border, seen.breakdown, seen.source_id


def _against(
    declared: Sequence[Composition], found: Sequence[FigureRow], total: FigureRow | None
) -> tuple[Reason, ...]:
    reasons = []
    if any(row.observation.value is None for row in found):
        reasons.append(Reason.NO_NUMBER)
    if declared[0].rule == "sum-equals" and len(found) < len(declared):
        reasons.append(Reason.PARTS_MISSING)
    if declared[0].total_indicator_id and (total is None or not total.observation.value):
        reasons.append(Reason.WHOLE_MISSING)
    return tuple(reasons)


def _whole(
    catalog: Catalog, subject: tuple[str, str], declared: Composition, found: list[FigureRow], total: FigureRow | None
) -> Whole:
    ordered = sorted(found, key=lambda row: -(row.observation.value or 0))
    figures = tuple(figure_of(catalog, row.observation) for row in ordered)
    head = total or ordered[0]
    is_complete = declared.rule == "sum-equals" or _fills(declared, found, total)
    unit = linked(unit_link(catalog, subject[0]), unit_name(head.unit, subject[0]))
    parts: list[Part | str] = [*opening(catalog, head)]
    if total:
        parts += [*framed(catalog, head), ", gồm " if is_complete else f", trong đó ({_NOT_ALL}) "]
    else:
        parts += ["cơ cấu của ", unit, ": " if is_complete else f" ({_NOT_ALL}): "]
    for at, row in enumerate(ordered):
        seen = row.observation
        link = indicator_link(catalog, seen.indicator_id)
        words = value_words(catalog, row.indicator, seen.value, seen.qualifier)
        aside = "" if doubt_of(catalog, row) == doubt_of(catalog, head) else doubt_of(catalog, row)
        aside += "" if total and limits(catalog, row) == limits(catalog, total) else limits(catalog, row)
        parts += ["; " if at else "", linked(link, small(link.text)), f" {words}{aside}"]
    parts += [*closing(catalog, head), "."]
    rows = [total, *ordered] if total else ordered
    everything = tuple(figure_of(catalog, row.observation) for row in rows)
    ids = tuple(row.row_id for row in rows)
    statement = Statement(Kind.COMPOSITION, subject, ids, sentence(parts), caveats_of_all(everything), everything)
    whole = everything[0]
    title = f"{whole.indicator.text}: {whole.value_with_qualifier}" if total else "Cơ cấu (phần trăm)"
    value = total.observation.value if total else None
    return Whole(statement, title, whole.period, value or Decimal(100), figures, is_complete)


def _fills(declared: Composition, found: Sequence[FigureRow], total: FigureRow | None) -> bool:
    """Return whether parts that exclude each other are the whole by their numbers, none of which is hedged."""
    if declared.rule != "sum-at-most" or any(row.observation.qualifier != "exact" for row in (*found, total) if row):
        return False
    whole = total.observation.value if total else Decimal(100)
    return sum(row.observation.value or Decimal(0) for row in found) == whole
