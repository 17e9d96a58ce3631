"""Parts and their whole, of one unit, source and period, as the data declares them; refused where parts are missing."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from decimal import Decimal

from hoctap.model.catalog import Catalog
from hoctap.model.codes import WORKFORCE
from hoctap.model.figure_row import FigureRow
from hoctap.model.record import Composition
from hoctap.vietnamese.writing import capitalize_first
from hoctap.views.figure import Figure, figure_of
from hoctap.views.link import Link, unit_link
from hoctap.views.statements.caveats import Caveat, caveats_of
from hoctap.views.statements.figure import (
    closing,
    doubt_of,
    framed,
    in_brackets,
    limits,
    limits_of_all,
    opening,
)
from hoctap.views.statements.reasons import Reason
from hoctap.views.statements.statement import Kind, Part, Refusal, Statement, caveats_of_all, linked, sentence
from hoctap.views.statements.words import of_people, small, staff_in, unit_name, value_words

Setting = tuple[str, ...]
_FEWEST = 2  # parts that are said of a whole
# What is to know of parts that are not surely the whole, by the rule that holds of them.
_CAUTIONS = {"sum-at-most": "các phần không hợp thành toàn bộ", "each-at-most": "các phần có thể trùng nhau"}


@dataclass(frozen=True, slots=True)
class Whole:
    """A whole that may be drawn: `total` in the parts' own unit, `parts` the largest first.

    `period` comes with its doubt. `caution` says that the parts are not all of it or overlap; empty where they make it
    up.
    """

    statement: Statement
    name: str
    period: str
    total: Decimal
    parts: tuple[Figure, ...]
    caution: str


def wholes_of(catalog: Catalog, rows: Sequence[FigureRow]) -> tuple[list[Whole], list[Refusal]]:
    """Return the declared compositions that rows of one unit fill, and why others of two parts or more are not said.

    Of two that share their parts the one with more of them is said.
    """
    by_key = {(row.observation.indicator_id, *_setting(row)): row for row in rows}
    settings = dict.fromkeys(_setting(row) for row in rows)
    indicators = {row.observation.indicator_id for row in rows}
    wholes: list[Whole] = []
    refused: list[Refusal] = []
    for declared in catalog.compositions.values():
        # Units have figures of the parts of few.
        has_parts = sum(part.indicator_id in indicators for part in declared) >= _FEWEST
        for setting in settings if has_parts else ():
            keys = [(part.indicator_id, *setting) for part in declared]
            found = [by_key[key] for key in keys if key in by_key]
            if len(found) >= _FEWEST:
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
    figures = tuple(_as_part(figure_of(catalog, row.observation), total) for row in ordered)
    head = total or ordered[0]
    is_complete = declared.rule == "sum-equals" or _fills(declared, found, total)
    caution = "" if is_complete else _CAUTIONS[declared.rule]
    rows = [total, *ordered] if total else ordered
    head_words, common = _before_parts(catalog, rows, total, caution)
    parts: list[Part | str] = [*opening(catalog, head), *head_words]
    for at, (row, figure) in enumerate(zip(ordered, figures, strict=True)):
        seen, link = row.observation, figure.indicator
        words = value_words(catalog, row.indicator, seen.value, seen.qualifier)
        aside = "" if doubt_of(catalog, row) == doubt_of(catalog, head) else doubt_of(catalog, row)
        aside += limits(catalog, row, common)
        parts += ["; " if at else "", linked(link, small(link.text)), f" {words}{aside}"]
    parts += [*closing(catalog, *rows), "."]
    everything = tuple(figure_of(catalog, row.observation) for row in rows)
    ids = tuple(row.row_id for row in rows)
    statement = Statement(Kind.COMPOSITION, subject, ids, sentence(parts), caveats_of_all(everything), everything)
    whole = everything[0]
    title = f"{whole.indicator.text}: {whole.value_with_qualifier}" if total else "Cơ cấu theo phần trăm"
    value = total.observation.value if total else None
    period = f"{whole.period}{doubt_of(catalog, head)}"
    return Whole(statement, title, period, value or Decimal(100), figures, caution)


def _before_parts(
    catalog: Catalog, rows: Sequence[FigureRow], total: FigureRow | None, caution: str
) -> tuple[list[Part | str], tuple[Caveat, ...]]:
    """Return what comes before the parts, and the caveats that are said there of all of them."""
    if total:
        joined = f", trong đó ({caution}) " if caution else ", gồm "
        return [*framed(catalog, total), joined], caveats_of(catalog, total)
    common, head = limits_of_all(catalog, rows), rows[0]
    unit = linked(unit_link(catalog, head.observation.unit_id), unit_name(head.unit, head.observation.unit_id))
    aside = in_brackets((*common, Caveat("composition", caution)) if caution else common)
    is_people = head.unit is not None and head.unit.unit_kind == WORKFORCE
    staff = "" if is_people or head.indicator is None else staff_in(small(head.indicator.name_vi))
    return [f"cơ cấu {staff} của " if staff else "cơ cấu của ", unit, aside, ": "], common


def _as_part(figure: Figure, total: FigureRow | None) -> Figure:
    """Return a part under its name; where the whole are people that are not called staff, its parts are not either."""
    if total is None or of_people(total.phrase) != total.phrase:
        return figure
    link = figure.indicator
    return replace(figure, indicator=Link(link.href, capitalize_first(of_people(small(link.text)))))


def _fills(declared: Composition, found: Sequence[FigureRow], total: FigureRow | None) -> bool:
    """Return whether parts that exclude each other are the whole by their numbers, none of which is hedged."""
    if declared.rule != "sum-at-most" or any(row.observation.qualifier != "exact" for row in (*found, total) if row):
        return False
    whole = total.observation.value if total else Decimal(100)
    return sum(row.observation.value or Decimal(0) for row in found) == whole
