"""May two figures of one indicator stand on one chart? Reasons against it in words for readers; none means yes.

Borders are not judged here: they are a choice of the reader, who is told on which side each figure stands.
"""

from hoctap.model.figure_row import FigureRow

_MOMENT_OR_YEAR = (0, 12)


def reasons(one: FigureRow, other: FigureRow) -> tuple[str, ...]:
    """Return why two figures of one indicator may not share a chart; empty if they may."""
    doubts = {one.observation.period_status, other.observation.period_status}
    lengths = {_length(one), _length(other)}
    found = {
        "khác loại hoặc khác cấp đơn vị": _kind(one) != _kind(other),
        "phạm vi khác": one.observation.breakdown != other.observation.breakdown,
        "lũy kế, không so được với số của từng kỳ": len(lengths) > 1 and None in lengths,
        "khác độ dài thời kỳ": len(lengths) > 1 and None not in lengths,
        "thời kỳ chưa chắc": len(doubts) > 1 and "uncertain" in doubts,
    }
    return tuple(words for words, holds in found.items() if holds)


def _kind(row: FigureRow) -> tuple[str, str]:
    return (row.unit.unit_kind, row.unit.level) if row.unit else ("", "")


def _length(row: FigureRow) -> int | None:
    """Return the months of a period; what is counted at a moment may be told for the day or for its year."""
    return 0 if row.is_stock and row.months in _MOMENT_OR_YEAR else row.months
