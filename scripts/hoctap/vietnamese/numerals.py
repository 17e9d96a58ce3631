"""Numbers told in words: «hai mươi lăm», «một nghìn hai trăm», «hai tỷ rưỡi», «nửa triệu»."""

import re
from decimal import Decimal

_UNITS = {"một": 1, "hai": 2, "ba": 3, "bốn": 4, "năm": 5, "sáu": 6, "bảy": 7, "bẩy": 7, "tám": 8, "chín": 9}
# A digit as it is said at the end of a number.
DIGITS = {**_UNITS, "mốt": 1, "tư": 4, "lăm": 5, "nhăm": 5}
SCALES = {"nghìn": 3, "ngàn": 3, "triệu": 6, "tỷ": 9, "tỉ": 9}
SCALE = "|".join(SCALES)
_UNIT, _END = "|".join(_UNITS), "|".join(DIGITS)
_BELOW_HUNDRED = rf"(?:(?:{_UNIT}) mươi|mười)(?: (?:{_END}))?(?!\w)"
_BELOW_THOUSAND = (
    rf"(?:(?:{_UNIT}) trăm(?: {_BELOW_HUNDRED}| (?:linh|lẻ) (?:{_END}))?|{_BELOW_HUNDRED}|(?:{_UNIT}))(?!\w)"
)
# A number in small letters: of more than one word, or a unit alone.
NUMERAL = rf"(?:nửa (?:{SCALE})|{_BELOW_THOUSAND}(?: (?:{SCALE})(?: {_BELOW_THOUSAND})?)*(?: rưỡi)?)(?!\w)"
_PART = re.compile(rf"({_BELOW_THOUSAND})(?: ({SCALE}))?(?!\w)")


def value_of(numeral: str) -> Decimal:
    """Return the value of a text that NUMERAL fits; a half is of the scale before it, or of a hundred."""
    if numeral.startswith("nửa "):
        return Decimal(5).scaleb(SCALES[numeral.removeprefix("nửa ")] - 1)
    parts = [(_below_thousand(hit[1]), SCALES.get(hit[2] or "", 0)) for hit in _PART.finditer(numeral)]
    value = sum((Decimal(number).scaleb(scale) for number, scale in parts), Decimal(0))
    if not numeral.endswith(" rưỡi"):
        return value
    scale = parts[-1][1] or (2 if numeral.endswith("trăm rưỡi") else 0)
    return value + Decimal(5).scaleb(scale - 1)


def _below_thousand(words: str) -> int:
    value, left = 0, words.split()
    if left[1:2] == ["trăm"]:
        value, left = 100 * _UNITS[left[0]], [each for each in left[2:] if each not in ("linh", "lẻ")]
    if left[1:2] == ["mươi"]:
        value, left = value + 10 * _UNITS[left[0]], left[2:]
    elif left[:1] == ["mười"]:
        value, left = value + 10, left[1:]
    return value + (DIGITS[left[0]] if left else 0)
