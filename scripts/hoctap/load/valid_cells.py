"""Cells that are surely valid, judged without frictionless: it takes a second to load and judges the rest.

A strict subset of what Table Schema allows, held against frictionless by a test. Unsure means no.
"""

import re
from collections.abc import Callable
from datetime import datetime
from decimal import Decimal

from hoctap.model.descriptor import Field

Test = Callable[[str], object]
_PLAIN: dict[str, str] = {
    "string": r"[^\n]*",
    "integer": r"-?[0-9]{1,15}",
    "number": r"-?[0-9]{1,15}(?:\.[0-9]{1,9})?",
    "year": r"[1-9][0-9]{3}",
    "date": r"[12][0-9]{3}-(?:0[13578]|1[02])-(?:0[1-9]|[12][0-9]|3[01])"
    r"|[12][0-9]{3}-(?:0[469]|11)-(?:0[1-9]|[12][0-9]|30)|[12][0-9]{3}-02-(?:0[1-9]|1[0-9]|2[0-8])",
}
_URI = r"https?://[a-z0-9][a-z0-9.-]*[a-z](?::[0-9]{1,4})?(?:/(?:[A-Za-z0-9._~/,=&?+!-]|%[0-9A-Fa-f]{2})*)?"
_CHECKED = {"required", "pattern", "minimum", "maximum", "minLength", "maxLength"}


def surely_valid(column: Field) -> Test:
    """Return a test of cells of `column`; what it says of a cell is final only when it is yes."""
    plain = _URI if column.descriptor.get("format") == "uri" else _PLAIN.get(column.type)
    tests = _tests(column, re.compile(plain).fullmatch if plain else None)
    if tests is None:
        return lambda _cell: False
    each = tuple(tests.values())
    empty_is_valid = not column.constraints.get("required")
    return lambda cell: all(test(cell) for test in each) if cell else empty_is_valid


def doubt(column: Field) -> Callable[[str], str]:
    """Return what says why Table Schema refuses a cell of `column`: `required`, `type` or the constraint; else empty.

    The last word where frictionless cannot be had; a test holds it against frictionless on cells of every kind.
    """
    tests = _tests(column, _uri_with_scheme if column.descriptor.get("format") == "uri" else _READ.get(column.type))
    asked = tests or {"type": lambda _cell: False}
    missing = "required" if column.constraints.get("required") else ""
    return lambda cell: next((name for name, test in asked.items() if not test(cell)), "") if cell else missing


def _tests(column: Field, is_of_type: Test | None) -> dict[str, Test] | None:
    """Return the tests of a filled cell by what they test, the type first; None if only frictionless can judge."""
    limits = column.constraints
    if (
        is_of_type is None
        or not set(limits) <= _CHECKED
        or column.descriptor.get("format", "uri") not in ("uri", "default")
    ):
        return None
    tests: dict[str, Test] = {"type": is_of_type}
    if "minLength" in limits:
        shortest = int(str(limits["minLength"]))
        tests["minLength"] = lambda cell: len(cell) >= shortest
    if "maxLength" in limits:
        longest = int(str(limits["maxLength"]))
        tests["maxLength"] = lambda cell: len(cell) <= longest
    if "minimum" in limits:
        least = Decimal(str(limits["minimum"]))
        tests["minimum"] = lambda cell: column.is_numeric and not Decimal(cell).is_nan() and Decimal(cell) >= least
    if "maximum" in limits:
        most = Decimal(str(limits["maximum"]))
        tests["maximum"] = lambda cell: column.is_numeric and not Decimal(cell).is_nan() and Decimal(cell) <= most
    if "pattern" in limits:
        tests["pattern"] = re.compile(str(limits["pattern"])).fullmatch
    return tests


def _reads(parse: Callable[[str], object]) -> Test:
    def test(cell: str) -> bool:
        try:
            parse(cell)
        except (ValueError, ArithmeticError):
            return False
        return True

    return test


# What frictionless takes for a type: more than we can read, and then `load.typed` says what must hold.
_READ: dict[str, Test] = {
    "string": lambda _cell: True,
    "integer": _reads(int),
    "number": _reads(lambda cell: Decimal(cell) + 0),  # adding refuses «sNaN»
    "year": lambda cell: len(cell) == len("2024") and _reads(int)(cell) and int(cell) >= 0,
    "date": _reads(lambda cell: datetime.strptime(cell, "%Y-%m-%d")),  # noqa: DTZ007 - a day has no zone
}
_uri_with_scheme: Test = re.compile(r"[A-Za-z][A-Za-z0-9+.-]*:").match
