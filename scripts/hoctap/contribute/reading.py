"""What a cell of a filled form means, as the data writes it. Mends what needs no judgement; checks judge the rest."""

import re
import unicodedata
from collections.abc import Mapping, Sequence

from hoctap.contribute.form import Choice, code_of
from hoctap.contribute.grid import Cell
from hoctap.load.suggestions import MISSING, QUALIFIERS, suggest_value
from hoctap.model.canonical import canonical_cell
from hoctap.model.descriptor import Field

_HEDGED = re.compile(rf"({'|'.join(QUALIFIERS)})\s+(.+)", re.IGNORECASE)
_THOUSANDS = re.compile(r"\d{1,3}(\.\d{3})+")


def meaning(cell: Cell, column: Field, offered: Sequence[Choice]) -> str:
    """Return the cell as the data writes it; text that cannot be read that way is returned as it stands."""
    text = canonical_cell(" ".join(cell.text.split()))
    if cell.kind in ("formula", "error"):
        return text
    if text.lower() in MISSING and not offered:
        return ""
    if offered:
        return code_of(text, offered)
    if cell.kind == "percent" and column.is_numeric:
        return _times_hundred(text)
    if cell.kind == "date" and not (column.type == "date" or column.is_period):
        return text
    if column.is_numeric and cell.kind == "text":
        return number_said(text, column)
    if column.type == "date" or column.is_period:
        return text if column.is_period and _is_year(text) else suggest_value(text, column) or text
    return text


def _is_year(text: str) -> bool:
    return len(text) == 4 and text.isdigit()


def _times_hundred(text: str) -> str:
    return f"{round(float(text) * 100, 10):.10f}".rstrip("0").rstrip(".")


def number_said(text: str, column: Field) -> str:
    """Return a number as the data writes it, without the hedge before it; other text as it stands."""
    bare = unicodedata.normalize("NFKC", text).strip()
    hedged = _HEDGED.fullmatch(bare)
    bare = hedged[2] if hedged else bare
    return suggest_value(bare, column) or bare


def with_hedge(cells: Mapping[str, str], spoken: str) -> dict[str, str]:
    """Return the cells with the qualifier that `spoken` («hơn 1.200») says, where none was chosen."""
    found = _HEDGED.fullmatch(" ".join(spoken.split()))
    row = dict(cells)
    if found and not row.get("qualifier"):
        row["qualifier"] = QUALIFIERS[found[1].lower()]
    return row


def whole(value: str, value_type: str) -> str:
    """Return a count or amount without points between thousands, when it was text: `1.234` is 1234."""
    return value.replace(".", "") if value_type in ("count", "amount") and _THOUSANDS.fullmatch(value) else value
