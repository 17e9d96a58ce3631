"""How fine a hedged number that we reckon may be said: no finer than the coarsest number that it is made of."""

from collections.abc import Sequence
from decimal import ROUND_DOWN, ROUND_HALF_UP, ROUND_UP, Decimal

from hoctap.model.figure_row import FigureRow
from hoctap.vietnamese.writing import BILLION, MILLION

# Rounded this way these hedges stay true; whatever else is rounded becomes «khoảng».
_ROUNDING = {"at_least": ROUND_DOWN, "under": ROUND_UP}
_ONE = Decimal(1)


def no_finer(rows: Sequence[FigureRow], value: Decimal, hedge: str) -> tuple[Decimal, str]:
    """Return what was reckoned of rows, and its hedge, as they may be said: `31,2 tỷ` with a part of 25,6 tỷ.

    What is made of exact numbers alone stays exact: to round it would take a hedge that no source has.
    """
    if hedge == "exact":
        return value, hedge
    step = max(_step(row) for row in rows)
    rounded = (value / step).quantize(_ONE, _ROUNDING.get(hedge, ROUND_HALF_UP)) * step
    stays = rounded == value or hedge in _ROUNDING or (hedge == "nearly" and rounded > value)
    return rounded, hedge if stays else "about"


def _step(row: FigureRow) -> Decimal:
    """Return the least that the number of a row tells: one of what is counted, the last digit of what is said about.

    An amount is said in billions or millions, and no coarser than in one of these: `12 tỷ đồng` tells a billion.
    """
    value, is_money = row.observation.value, row.indicator is not None and row.indicator.value_type == "amount"
    if not value:
        return _ONE
    last = _ONE.scaleb(int(value.normalize().as_tuple().exponent))
    if is_money:
        return min(last, next((scale for scale in (BILLION, MILLION) if value >= scale), _ONE))
    return last if row.observation.qualifier != "exact" else min(last, _ONE)
