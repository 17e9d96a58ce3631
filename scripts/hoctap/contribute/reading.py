"""What a cell of a filled form means, as the data writes it. Mends what needs no judgement; checks judge the rest."""

from collections.abc import Mapping, Sequence

from hoctap.contribute.form import Choice, code_of
from hoctap.contribute.grid import Cell
from hoctap.load.periods import read_period
from hoctap.load.values import ANY, Measure, is_missing, read_value
from hoctap.model.canonical import canonical_cell
from hoctap.model.descriptor import Field


def meaning(cell: Cell, column: Field, offered: Sequence[Choice]) -> str:
    """Return the cell as the data writes it; text that cannot be read that way is returned as it stands."""
    text = canonical_cell(" ".join(cell.text.split()))
    if cell.kind in ("formula", "error"):
        return text
    if is_missing(text) and not offered:
        return ""
    if offered:
        return code_of(text, offered)
    if cell.kind == "percent" and column.is_numeric:
        return _times_hundred(text)
    if cell.kind == "date" and not (column.type == "date" or column.is_period):
        return text
    if column.is_numeric and cell.kind == "text":
        return number_said(cell.text) if column.name != "value" else cell.text
    if column.type == "date" or column.is_period:
        return read_period(text).period or text
    return text


def _times_hundred(text: str) -> str:
    return f"{round(float(text) * 100, 10):.10f}".rstrip("0").rstrip(".")


def number_said(text: str, measure: Measure = ANY) -> str:
    """Return a number as the data writes it, without the hedge before it; other text as it stands."""
    return read_value(text, measure).value or text


def with_hedge(cells: Mapping[str, str], spoken: str, measure: Measure = ANY) -> dict[str, str]:
    """Return the cells with the qualifier that `spoken` («hơn 1.200») says, which wins over none and over «đúng»."""
    said = read_value(spoken, measure).qualifier
    return {**cells, "qualifier": said} if said and cells.get("qualifier", "") in ("", "exact") else dict(cells)
