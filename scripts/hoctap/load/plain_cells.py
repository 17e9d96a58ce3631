"""Cells that are plainly right, told without frictionless: it takes a second to load and judges the rest.

A strict subset of what Table Schema allows, held against frictionless by a test. Unsure means no.
"""

import re
from collections.abc import Callable

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
_CHECKED = {"required", "pattern", "minimum", "maximum", "maxLength"}


def is_plainly_valid(column: Field) -> Test:
    """Return a test of cells of `column`; what it says of a cell is final only when it is yes."""
    tests = _tests(column)
    if tests is None:
        return lambda _cell: False
    each = tuple(tests.values())
    empty_is_right = not column.constraints.get("required")
    return lambda cell: all(test(cell) for test in each) if cell else empty_is_right


def doubt(column: Field) -> Callable[[str], str]:
    """Return what says why a cell of `column` is not plainly right: `required`, `type` or the constraint; else empty.

    Where frictionless cannot be had, this is the last word: what is not plainly right is then taken for wrong.
    """
    tests = _tests(column) or {"type": lambda _cell: False}
    missing = "required" if column.constraints.get("required") else ""
    return lambda cell: next((name for name, test in tests.items() if not test(cell)), "") if cell else missing


def _tests(column: Field) -> dict[str, Test] | None:
    """Return the tests of a filled cell by what they test, the type first; None if only frictionless can judge."""
    limits = column.constraints
    plain = _URI if column.raw.get("format") == "uri" else _PLAIN.get(column.type)
    if plain is None or not set(limits) <= _CHECKED or column.raw.get("format", "uri") not in ("uri", "default"):
        return None
    tests: dict[str, Test] = {"type": re.compile(plain).fullmatch}
    if "maxLength" in limits:
        tests["maxLength"] = lambda cell: len(cell) <= limits["maxLength"]
    if "minimum" in limits:
        tests["minimum"] = lambda cell: column.is_numeric and float(cell) >= float(limits["minimum"])
    if "maximum" in limits:
        tests["maximum"] = lambda cell: column.is_numeric and float(cell) <= float(limits["maximum"])
    if "pattern" in limits:
        tests["pattern"] = re.compile(str(limits["pattern"])).fullmatch
    return tests
