"""The words in which a value is asked for again: those of the Excel form, or those of CSV files."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from decimal import Decimal


@dataclass(frozen=True, slots=True)
class Wording:
    """How an answer names things: numbers as they are typed there, the column of hedges and its words."""

    number: Callable[[Decimal], str]
    qualifier_column: str
    qualifier: Mapping[str, str]


def _typed_in_a_form(value: Decimal) -> str:
    return f"{value.normalize():f}".replace(".", ",")


def _typed_in_csv(value: Decimal) -> str:
    return f"{value.normalize():f}"


_CODES = ("exact", "over", "about", "nearly", "under", "at_least")
FORM = Wording(
    _typed_in_a_form, "«Cách nói»", dict(zip(_CODES, ("đúng", "hơn", "khoảng", "gần", "dưới", "ít nhất"), strict=True))
)
CSV = Wording(_typed_in_csv, "cột qualifier", {code: code for code in _CODES})


def hedged(hedge: str, text: str, wording: Wording) -> str:
    """Return a number to write with the hedge that stood before it: a cure loses none."""
    if hedge in ("", "exact"):
        return text
    word = wording.qualifier[hedge]
    return f"{word} {text}" if wording is FORM else f"{text}, và ghi {word} ở {wording.qualifier_column}"
