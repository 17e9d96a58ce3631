"""How a figure changed since the one before: said only of comparable rows whose ranges have nothing in common."""

from collections.abc import Sequence
from decimal import Decimal

from hoctap.model.catalog import Catalog
from hoctap.model.figure_row import FigureRow
from hoctap.vietnamese.writing import number
from hoctap.views.figure import figure_of
from hoctap.views.statements.comparable import comparable
from hoctap.views.statements.figure import closing, framed, limits, limits_of_all, opening
from hoctap.views.statements.periods import period_words
from hoctap.views.statements.reasons import Reason
from hoctap.views.statements.statement import Kind, Refusal, Result, Statement, caveats_of_all, sentence
from hoctap.views.statements.words import value_words

UP, DOWN, SAME = "tăng", "giảm", "không đổi"
_MOST_PERCENT = 200


def change(catalog: Catalog, now: FigureRow, before: FigureRow) -> Result:
    """Return the change from `before` to `now` as a sentence, or why there is none."""
    subject, ids = (now.observation.unit_id, now.observation.indicator_id), (now.row_id, before.row_id)
    reasons = comparable(now, before)
    if reasons or now.observation.unit_id != before.observation.unit_id:
        return Refusal(Kind.CHANGE, subject, ids, reasons or (Reason.OTHER_KIND_OF_UNIT,))
    figures = tuple(figure_of(catalog, row.observation) for row in (now, before))
    direction = direction_of(now, before)
    since = f"{period_words(before).removeprefix('tính đến ')} ({_value_in_brackets(catalog, before)})"
    how = (
        f"{direction} so với {since}" if direction == SAME else f"{direction}{_by(catalog, now, before)} so với {since}"
    )
    parts = [*opening(catalog, now), *framed(catalog, now), ", ", how]
    parts += [limits(catalog, before, limits_of_all(catalog, (now, before)))]
    parts += [*closing(catalog, now)]
    if _place(now) != _place(before):
        parts += [f"; số của {period_words(before)}", *closing(catalog, before)]
    words = sentence([*parts, "."])
    return Statement(Kind.CHANGE, subject, ids, words, caveats_of_all(figures), figures, now.range, direction)


def direction_of(now: FigureRow, before: FigureRow) -> str:
    """Return tăng, giảm or không đổi of two comparable rows; two exact figures may be the same, hedged ones never."""
    if now.range.overlaps(before.range):
        return SAME
    return UP if now.range.is_beyond(before.range) else DOWN


def changes_of(catalog: Catalog, rows: Sequence[FigureRow]) -> list[Result]:
    """Return, for each indicator and scope of one unit, the change of the newest followed figure, or why not."""
    groups: dict[tuple[str, str], list[FigureRow]] = {}
    for row in rows:
        if row.preference.is_preferred and row.observation.value is not None:
            groups.setdefault((row.observation.indicator_id, row.observation.breakdown), []).append(row)
    found = []
    for group in groups.values():
        newest, *others = sorted(group, key=lambda row: (row.observation.period.end, row.observation.period.start))[
            ::-1
        ]
        earlier = [row for row in others if row.observation.period.end < newest.observation.period.end]
        fitting = next((row for row in earlier if not comparable(newest, row)), None)
        if earlier:
            found.append(change(catalog, newest, fitting or earlier[0]))
    return found


def _place(row: FigureRow) -> tuple[str, str]:
    return row.observation.source_id, row.observation.locator


def _value_in_brackets(catalog: Catalog, row: FigureRow) -> str:
    words = value_words(catalog, row.indicator, row.observation.value, row.observation.qualifier)
    # It stands in brackets itself.
    return words.replace(" (", ", tức ").replace(")", "")


def _by(catalog: Catalog, now: FigureRow, before: FigureRow) -> str:
    """Return by how much, with a space before: in points of percent, or the number and percent; empty if hedged."""
    new, old = now.observation.value, before.observation.value
    if new is None or old is None or {now.observation.qualifier, before.observation.qualifier} != {"exact"}:
        return ""
    difference = abs(new - old)
    if now.indicator and now.indicator.value_type == "share":
        return f" {number(difference)} điểm phần trăm"
    percent = round(difference / old * 100, 1) if old else Decimal(0)
    amount = f" {value_words(catalog, now.indicator, difference)}"
    # Of very small beginnings a percentage says nothing.
    return f"{amount}, tức {number(percent)}%," if 0 < percent <= _MOST_PERCENT else amount
