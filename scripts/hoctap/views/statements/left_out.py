"""Figures that cannot stand in a line or ranking: each with all that limits it and the reasons, each once."""

from collections.abc import Iterable

from hoctap.model.catalog import Catalog
from hoctap.model.figure_row import FigureRow
from hoctap.views.figure import Figure, figure_of_row
from hoctap.views.statements.caveats import border_words, unfinished_words
from hoctap.views.statements.comparable import comparable
from hoctap.views.statements.reasons import Reason, in_order

LeftOut = tuple[Figure, str]
# What a figure says itself of its period, note, scope, border or source is no reason besides; hedges may overlap here.
_STATED_ELSEWHERE = frozenset((
    Reason.NO_NUMBER, Reason.DOUBTFUL_PERIOD, Reason.CUMULATIVE, Reason.PLANNED, Reason.UNKNOWN_BORDER,
    Reason.NOT_FOLLOWED, Reason.RANGES_OVERLAP,
))  # fmt: skip


def left_out(catalog: Catalog, row: FigureRow, others: Iterable[FigureRow]) -> LeftOut:
    """Return a figure with what stands after it in brackets: its cautions, and what speaks against it.

    That is what speaks against it beside the first of `others` that it may not stand with: not every one is.
    """
    figure = figure_of_row(catalog, row)
    against = ({*comparable(row, other)} - {Reason.RANGES_OVERLAP} for other in others)
    found: set[Reason] = next(filter(None, against), set())
    own = ((Reason.OTHER_BORDER, border_words(row)), (Reason.UNFINISHED, unfinished_words(row)))
    stated = _STATED_ELSEWHERE | {reason for reason, words in own if words}
    return figure, "; ".join((*figure.cautions, *(reason.words for reason in in_order(found - stated))))
