"""A number written in another way than by its digits: what is wrong with it, and the text that would be the number.

«ba mươi triệu», «7 tỷ 200», «1 tỷ hai», «52 1/2», «371O00», «4.6e3», «(1.234)», «nt». Knows no measure and takes
nothing: who sent it writes what is proposed.
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal
from fractions import Fraction

from hoctap.vietnamese import numerals

DITTO = {"nt", "n.t", "n/t", "như trên", "như dòng trên", "//", '"', "''", "″", "”", "〃"}
_IN_BRACKETS = re.compile(r"\((\d[\d.,]*)\)")
# «37l25O»: letters that stand for digits.
_LIKE_DIGITS = re.compile(r"(?=.*\d)(?=[^oOlI]*([oOlI]))[\doOlI.,]+")
_DIGIT_OF_LETTER = str.maketrans("oOlI", "0011")
_NO_ZERO = re.compile(r"([.,])(\d+)")
_GROUPED = re.compile(r"[1-9]\d{0,2}(?:['’]\d{3})+")
_OF_SPREADSHEETS = re.compile(r"#(?:N/A|NAME\?|REF!|VALUE!|DIV/0!|NUM!|NULL!|SPILL!)|#{3,}|TRUE|FALSE", re.IGNORECASE)
_POWER = re.compile(r"\d{1,9}(?:[.,]\d{1,9})?[eE]\+?\d{1,2}")
_ZEROS_FIRST = re.compile(r"0+([1-9]\d*)")
_MINUS_ZERO = re.compile(r"-0+(?:[.,]0+)?")
_WITH_FRACTION = re.compile(r"(\d+) (\d{1,2})/(\d{1,2})(?!\d)(.*)")
_NUMERAL = re.compile(rf"({numerals.NUMERAL})(?: (.+))?")
# «7 tỷ 200» is 200 of the scale three digits below.
_BELOW = {9: "triệu", 6: "nghìn", 3: ""}


@dataclass(frozen=True, slots=True)
class Unusual:
    """What is wrong with a text; `instead` is the text that would be a number, or else `cure` tells what to do."""

    fault: str
    instead: str = ""
    cure: str = ""


def unusual(text: str) -> Unusual | None:
    """Return what is wrong with a text whose hedge was taken off; None if it may be a number in digits."""
    if is_ditto(text):
        return Unusual(f"«{text}» là như dòng trên", cure="ghi lại con số của dòng trên")
    if _OF_SPREADSHEETS.fullmatch(text):
        cure = "mở tệp gốc, sửa công thức rồi chép lại giá trị; không biết con số thì để ô trống"
        return Unusual(f"«{text}» là lỗi hoặc kết quả của bảng tính", cure=cure)
    if wrong := _below_zero(text):
        return wrong
    if found := _LIKE_DIGITS.fullmatch(text):
        return Unusual(f"có chữ «{found[1]}» ở chỗ chữ số", text.translate(_DIGIT_OF_LETTER))
    if found := _NO_ZERO.fullmatch(text):
        return Unusual(f"trước dấu «{found[1]}» không có chữ số nào", f"0,{found[2]}")
    if _GROUPED.fullmatch(text):
        return Unusual("các nhóm ba chữ số ngăn bằng dấu nháy", re.sub("['’]", "", text))
    if found := _POWER.fullmatch(text):
        full = f"{Decimal(text.replace(',', '.')):f}".replace(".", ",")
        return Unusual("phải viết đủ các chữ số, không viết lũy thừa", full)
    if found := _ZEROS_FIRST.fullmatch(text):
        return Unusual("con số không bắt đầu bằng chữ số 0", found[1])
    if found := _WITH_FRACTION.fullmatch(text):
        return _with_fraction(found)
    return _in_words(text) if not re.search(r"\d", text) else None


def is_ditto(text: str) -> bool:
    """Return whether a text stands for what the row above says."""
    return text.strip().lower() in DITTO


def _below_zero(text: str) -> Unusual | None:
    """Return what is wrong with «(1.234)», which may be less than nothing, and with «-0», which is not."""
    if found := _IN_BRACKETS.fullmatch(text):
        cure = f"viết -{found[1]} nếu là số âm (cách ghi kế toán), {found[1]} nếu không phải"
        return Unusual("số trong ngoặc đơn có thể là số âm", cure=cure)
    return Unusual("số 0 không có dấu trừ", "0") if _MINUS_ZERO.fullmatch(text) else None


def _with_fraction(found: "re.Match[str]") -> Unusual | None:
    """Return «52 1/2» as 52,5; None for «12 15/3», which is no number with a part."""
    part, of = int(found[2]), int(found[3])
    if not 0 < part < of or (Fraction(part, of) * 1000).denominator != 1:
        return None
    decimals = f"{float(Fraction(part, of)):.3f}"[2:].rstrip("0")
    return Unusual(f"«{part}/{of}» phải viết thành phần lẻ", f"{found[1]},{decimals}{found[4]}")


def _in_words(text: str) -> Unusual:
    """Return a number in words with its digits; «năm trước» begins with none, nor is «vài trăm» one."""
    fault, found = "phải viết bằng chữ số", _NUMERAL.fullmatch(text.lower())
    if found is None or (found[2] and " " not in found[1]):
        return Unusual(fault)
    value = numerals.value_of(found[1])
    return Unusual(fault, f"{_digits(value)} {found[2] or ''}".strip())


def _digits(value: Decimal) -> str:
    return f"{value.normalize():f}".replace(".", ",")


def in_full(parts: Sequence[tuple[str, str]], scales: Sequence[int], after: str) -> str:
    """Return «4 tỷ 5», «1 tỷ hai» and «7 tỷ 200» in full; empty for numbers that are no parts of one.

    `parts` are digits with their word of scale, `scales` the powers of ten, `after` the words that follow.
    """
    whole, word = parts[0]
    if not whole.isdecimal() or not word:
        return ""
    if len(parts) == 1:
        digit = numerals.DIGITS.get(after.lower())
        return f"{whole},{digit} {word}" if digit else ""
    if len(parts) > 2 or scales[-1] or not re.fullmatch(r"[1-9]|[1-9]\d\d", parts[1][0]):
        return ""
    rest = parts[1][0]
    if len(rest) == 1:
        return f"{whole},{rest} {word} {after}".strip()
    below = _BELOW.get(scales[0])
    if below is None:
        return ""
    return f"{whole} {word} {rest} {below} {after}".strip() if below else f"{whole}{rest} {after}".strip()
