"""How wide the columns and how high the rows of a sheet of Excel have to be, in letters and in points."""

from collections.abc import Sequence
from functools import cache

from hoctap.model.descriptor import Field

_NARROWEST, WIDEST, WIDEST_ON_PAPER, SAMPLE, LINE = 8, 48, 24, 100, 15
# Pixels of a digit and beside the text of a cell, in Excel's own letters.
_DIGIT, _PADDING = 7, 5


@cache
def characters(width: int) -> str:
    """Return the width of a column as Excel counts it, in digits with what stands beside them."""
    return f"{((width * _DIGIT + _PADDING) * 256 // _DIGIT) / 256:.16g}"


def widths_of(fields: Sequence[Field], rows: Sequence[Sequence[str]], widest: int) -> list[int]:
    """Return how wide columns have to be for their titles and first rows, between the narrowest and `widest`."""
    longest = [max(map(len, column)) for column in zip(*rows, strict=True)] or [0] * len(fields)
    spaced = (long + (long // 3 if each.is_numeric else 0) for each, long in zip(fields, longest, strict=True))
    titles = (min(len(each.title), 2 * _NARROWEST) for each in fields)
    return [min(max(title, long, _NARROWEST - 2) + 2, widest) for title, long in zip(titles, spaced, strict=True)]


def height_of(cells: Sequence[str], widths: Sequence[int]) -> int:
    """Return how high a row has to be for its wrapped texts: programs do not find that out by themselves."""
    return LINE * max([1, *[-(-len(cell) // (width - 1)) for cell, width in zip(cells, widths, strict=False)]])
