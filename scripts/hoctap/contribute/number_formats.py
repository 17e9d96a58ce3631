"""Runs in the child process: what a cell of a spreadsheet says to people, by its value and its number format."""

import datetime as dt
import re
from collections.abc import Iterable
from functools import lru_cache
from typing import Any

# Words in quotes, single characters after a backslash, currency and conditions in brackets, fillers.
_LITERAL = re.compile(r'"([^"]*)"|\\(.)|\[\$([^\]-]*)[^\]]*\]|\[[^\]]*\]|[_*].')

_ABOVE = str.maketrans("0123456789", "⁰¹²³⁴⁵⁶⁷⁸⁹")
_BELOW = str.maketrans("0123456789", "₀₁₂₃₄₅₆₇₈₉")


def kind_and_text(cell: Any, value: Any) -> tuple[str, str, str]:
    """Return what a cell holds: its kind, how it is written, and the words its number format shows beside it."""
    if isinstance(value, list):  # a text of several looks
        return "text", seen_text(value), ""
    if cell.data_type == "f" or not isinstance(value, str | int | float | dt.date | dt.time | dt.timedelta):
        return "formula", str(value if isinstance(value, str) else "=…"), ""
    if cell.data_type == "e":
        return "error", str(value), ""
    if isinstance(value, bool):
        return "text", str(value), ""
    if isinstance(value, int | float):
        code, words = format_of(str(cell.number_format))
        return ("percent" if "%" in code else "number"), plain(value), words
    if isinstance(value, dt.date):
        return "date", _date(value, str(cell.number_format)), ""
    return "text", str(value), ""


def seen_text(parts: Iterable[Any]) -> str:
    """Return a text of several looks with its small raised or lowered digits as such: `341250¹`, not 3412501."""
    return "".join(raised(str(part), str(_look(part, "vertAlign") or "")) for part in parts)


def raised(text: str, position: str) -> str:
    """Return a part of a text as it is seen above the line, below it, or on it."""
    digits = {"superscript": _ABOVE, "subscript": _BELOW}.get(position, {})
    return text.translate(digits)


def is_struck(cell: Any) -> bool:
    """Return whether a cell, or a part of its text, is struck through."""
    parts = cell.value if isinstance(cell.value, list) else ()
    return bool(cell.font and cell.font.strike) or any(_look(part, "strike") for part in parts)


def _look(part: Any, name: str) -> Any:
    return getattr(getattr(part, "font", None), name, None)


@lru_cache(maxsize=1024)
def format_of(number_format: str) -> tuple[str, str]:
    """Return the part of a number format that acts, and the words it only shows beside the number.

    A `%` in quotes multiplies nothing; commas at the end divide what is shown, so the words beside it («triệu») are
    then not to be applied again.
    """
    first = number_format.split(";", 1)[0]
    words = " ".join(" ".join(filter(None, found)) for found in _LITERAL.findall(first)).split()
    code = _LITERAL.sub("", first)
    if re.search(r"[0#?],+(?![0#?,])", code):
        return code, ""
    return code, " ".join([*words, *re.findall(r"[₫đ€$]", code)])


def _date(value: dt.date, number_format: str) -> str:
    """Return a date as far as its format shows it: a day, a month or a year."""
    code = _LITERAL.sub("", number_format.split(";", 1)[0]).lower()
    day = value.date() if isinstance(value, dt.datetime) else value
    if "d" in code or "y" not in code:
        return day.isoformat()
    return day.isoformat()[:7] if "m" in code else day.isoformat()[:4]


def plain(value: float) -> str:
    """Return a number of a spreadsheet as people see it: fifteen digits, no exponent."""
    if isinstance(value, int) or value == int(value):
        return str(int(value))
    text = f"{value:.15g}"
    return text if "e" not in text else f"{value:.12f}".rstrip("0")
