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
    limits = column.constraints
    plain = _URI if column.raw.get("format") == "uri" else _PLAIN.get(column.type)
    if plain is None or not set(limits) <= _CHECKED or column.raw.get("format", "uri") not in ("uri", "default"):
        return lambda _cell: False
    tests: list[Test] = [re.compile(plain).fullmatch]
    if "pattern" in limits:
        tests.append(re.compile(str(limits["pattern"])).fullmatch)
    if {"minimum", "maximum"} & set(limits):
        low, high = float(limits.get("minimum", "-inf")), float(limits.get("maximum", "inf"))
        tests.append(lambda cell: column.is_numeric and low <= float(cell) <= high)
    if "maxLength" in limits:
        tests.append(lambda cell: len(cell) <= limits["maxLength"])
    empty_is_right = not limits.get("required")
    return lambda cell: all(test(cell) for test in tests) if cell else empty_is_right
