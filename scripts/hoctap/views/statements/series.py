"""A line in time: at least three comparable figures of one unit; what cannot stand in it is listed with the reason."""

from collections.abc import Collection, Sequence
from dataclasses import dataclass

from hoctap.model.catalog import Catalog
from hoctap.model.figure_row import FigureRow
from hoctap.views.figure import Figure, figure_of
from hoctap.views.link import Link, unit_link
from hoctap.views.statements.caveats import Caveat
from hoctap.views.statements.comparable import comparable, unfit
from hoctap.views.statements.figure import closing, in_brackets, limits, limits_of_all
from hoctap.views.statements.left_out import LeftOut, left_out
from hoctap.views.statements.periods import period_words
from hoctap.views.statements.reasons import Reason, in_order
from hoctap.views.statements.statement import (
    Kind,
    Part,
    Refusal,
    Statement,
    caveats_of_all,
    linked,
    sentence,
)
from hoctap.views.statements.words import unit_name, value_words

FEWEST = 3


@dataclass(frozen=True, slots=True)
class Line:
    """A series that may be drawn; `outside` are the figures that may not stand in it, each with its words."""

    statement: Statement
    unit: Link
    indicator: Link
    points: tuple[Figure, ...]
    outside: tuple[LeftOut, ...]


def lines_of(catalog: Catalog, rows: Sequence[FigureRow]) -> tuple[list[Line], list[Refusal]]:
    """Return the lines among rows of one unit, and a refusal for each indicator with enough periods but no line."""
    groups: dict[tuple[str, str], list[FigureRow]] = {}
    for row in rows:
        groups.setdefault((row.observation.indicator_id, row.observation.breakdown), []).append(row)
    lines, refused = [], []
    for group in groups.values():
        if len(group) < FEWEST:
            continue
        chain = longest_chain(group)
        if len(chain) >= FEWEST:
            lines.append(_line(catalog, chain, group))
        elif len({row.observation.period.text for row in group}) >= FEWEST:
            refused.append(_refusal(group))
    return lines, refused


def longest_chain(rows: Sequence[FigureRow]) -> list[FigureRow]:
    """Return the most rows, oldest first, of which any two are comparable; of equal ones that of the newest figure."""
    chains: list[list[FigureRow]] = []
    for row in sorted(rows, key=_newest_first):
        if unfit(row):
            continue
        for chain in chains:
            if all(may_share_axis(row, other) for other in chain):
                chain.append(row)
                break
        else:
            chains.append([row])
    return sorted(longest(chains), key=lambda row: row.observation.period.end)


def longest(chains: Sequence[list[FigureRow]]) -> list[FigureRow]:
    """Return the longest of several lists, the first of equal ones; empty if there is none."""
    return max(chains, key=lambda chain: len(chain), default=[])  # noqa: PLW0108 - len alone hides its type


def may_share_axis(one: FigureRow, other: FigureRow) -> bool:
    """Return whether two rows may stand on one axis: hedges may overlap there, since the mark shows them."""
    return set(comparable(one, other)) <= {Reason.RANGES_OVERLAP}


def _newest_first(row: FigureRow) -> tuple[int, int, str]:
    period = row.observation.period
    return -period.end.toordinal(), -period.start.toordinal(), row.row_id


def _line(catalog: Catalog, chain: Sequence[FigureRow], group: Sequence[FigureRow]) -> Line:
    figures = tuple(figure_of(catalog, row.observation) for row in chain)
    seen = chain[0].observation
    subject, common = (seen.unit_id, seen.indicator_id), limits_of_all(catalog, chain)
    parts: list[Part | str] = [linked(figures[0].indicator), " của "]
    parts += [
        linked(unit_link(catalog, seen.unit_id), unit_name(chain[0].unit, seen.unit_id)),
        in_brackets(common),
        ": ",
    ]
    parts += ["; ".join(point_words(catalog, row, common) for row in chain)]
    sources: dict[str, list[FigureRow]] = {}
    for row in chain:
        sources.setdefault(row.observation.source_id, []).append(row)
    for rows in sources.values():
        parts += closing(catalog, *rows)
    ids = tuple(row.row_id for row in chain)
    statement = Statement(Kind.SERIES, subject, ids, sentence([*parts, "."]), caveats_of_all(figures), figures)
    others = (row for row in sorted(group, key=_newest_first) if row.row_id not in ids)
    outside = tuple(left_out(catalog, row, reversed(chain)) for row in others)
    return Line(statement, figures[0].unit, figures[0].indicator, figures, outside)


def point_words(catalog: Catalog, row: FigureRow, common: Collection[Caveat]) -> str:
    """Return a figure as it stands in a list of several: period, value, what limits it and was not `common` to all."""
    seen = row.observation
    value = value_words(catalog, row.indicator, seen.value, seen.qualifier)
    return f"{period_words(row)} là {value}{limits(catalog, row, common)}"


def _refusal(group: Sequence[FigureRow]) -> Refusal:
    newest, *others = sorted(group, key=_newest_first)
    # What no row can be compared with is not the reason of the others.
    against = {reason for row in others for reason in comparable(newest, row)} - {Reason.RANGES_OVERLAP}
    reasons = in_order(against) or (Reason.TOO_FEW,)
    subject = (newest.observation.unit_id, newest.observation.indicator_id)
    return Refusal(Kind.SERIES, subject, tuple(row.row_id for row in (newest, *others)), reasons)
