"""The right spelling of a wrongly written number or date, where it can be computed. Suggests; never applies."""

import re

from hoctap.model.descriptor import Field

_GROUPED = re.compile(r"-?\d{1,3}(\.\d{3})+(,\d+)?")
_COMMA = re.compile(r"-?\d+,\d+")
_GROUPED_ENGLISH = re.compile(r"-?\d{1,3}(,\d{3})+(\.\d+)?")
_DAY = re.compile(r"(\d{1,2})[/.-](\d{1,2})[/.-](\d{4})")
_MISSING = {"-", "–", "—", "...", "…", "n/a", "na", "không", "chưa có", "x"}


def corrected(value: str, column: Field) -> str:
    """Return the spelling `column` wants for `value`; empty if no single one can be told."""
    text = value.strip().replace("\u00a0", " ").removesuffix("%").strip()
    if column.type == "date":
        found = _DAY.fullmatch(text)
        return f"{found[3]}-{int(found[2]):02d}-{int(found[1]):02d}" if found else ""
    if not column.is_numeric:
        return ""
    text = text.replace(" ", "")
    if _GROUPED.fullmatch(text):
        return text.replace(".", "").replace(",", ".")
    if _GROUPED_ENGLISH.fullmatch(text) and text.count(",") > 1:
        return text.replace(",", "")
    if _COMMA.fullmatch(text):
        return text.replace(",", ".")
    return text if re.fullmatch(r"-?\d+(\.\d+)?", text) and text != value else ""


def cure_for(value: str, column: Field) -> str:
    """Return the Vietnamese sentence that mends `value`; empty to leave it to the rule's own cure."""
    if value.strip().lower() in _MISSING:
        return "không biết thì để ô trống"
    right = corrected(value, column)
    return f"viết là {right}" if right else ""
