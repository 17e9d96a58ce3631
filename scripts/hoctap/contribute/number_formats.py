"""Runs in the child process: what a cell of a spreadsheet says to people, by its value and its number format."""

import datetime as dt
import re
from functools import lru_cache
from typing import Any

# Words in quotes, single characters after a backslash, currency and conditions in brackets, fillers.
_LITERAL = re.compile(r'"([^"]*)"|\\(.)|\[\$([^\]-]*)[^\]]*\]|\[[^\]]*\]|[_*].')


def kind_and_text(cell: Any, value: Any) -> tuple[str, str, str]:
    """Return what a cell holds: its kind, how it is written, and the words its number format shows beside it."""
    if cell.data_type == "f" or not isinstance(value, str | int | float | dt.date | dt.time):
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
