"""The right spelling of a wrongly written number, date or code, where it can be computed. Suggests; never applies."""

import re
import unicodedata
from collections.abc import Sequence
from datetime import date, timedelta
from decimal import Decimal

from hoctap.model.descriptor import Field, Resource

_PLAIN = re.compile(r"-?[0-9]+(\.[0-9]+)?")
_GROUPED = re.compile(r"-?\d{1,3}(\.\d{3})+(,\d+)?")
_GROUPED_ENGLISH = re.compile(r"-?\d{1,3}(,\d{3})+(\.\d+)?")
_COMMA = re.compile(r"-?\d+,\d+")
_SCALED = re.compile(r"(.*\d)\s*(nghìn|ngàn|triệu|tỷ|tỉ)(?:\s*đồng|\s*đ)?", re.IGNORECASE)
_SCALES = {"nghìn": 3, "ngàn": 3, "triệu": 6, "tỷ": 9, "tỉ": 9}
_HEDGED = re.compile(r"(hơn|trên|gần|dưới|khoảng|chừng|ít nhất|tối thiểu)\s+(.+)", re.IGNORECASE)
QUALIFIERS = {
    "hơn": "over", "trên": "over", "gần": "under", "dưới": "under", "khoảng": "about", "chừng": "about",
    "ít nhất": "at_least", "tối thiểu": "at_least",
}  # fmt: skip
_DAY = re.compile(r"(\d{1,2})[/.-](\d{1,2})[/.-](\d{4})")
_BACKWARD_DAY = re.compile(r"(\d{4})[/.-](\d{1,2})[/.-](\d{1,2})")
_MONTH = re.compile(r"(?:tháng\s*)?(\d{1,2})[/.-](\d{4})", re.IGNORECASE)
_SPAN = re.compile(r"(?:giai đoạn\s*)?(\d{4})\s*[-–—]\s*(\d{4})", re.IGNORECASE)
_YEAR = re.compile(r"năm\s*(\d{4})", re.IGNORECASE)
_SERIAL = re.compile(r"[1-9]\d{4}")
_EXCEL_DAY_ZERO = date(1899, 12, 30)
# Days that Excel counts for 1990 to 2049: outside of it a five-digit number is no date of ours.
_SERIALS = range(32874, 54789)
MISSING = {
    "-",
    "--",
    "–",
    "—",
    "...",
    "…",
    "n/a",
    "na",
    "null",
    "none",
    "không",
    "không có",
    "chưa có",
    "chưa rõ",
    "x",
    "?",
}


def suggest_value(value: str, column: Field) -> str:
    """Return the spelling `column` wants for `value`; empty if no single one can be told."""
    text = unicodedata.normalize("NFKC", value).strip()
    if column.type == "date" or column.is_period:
        right = _as_period(text)
        return right if column.is_period or len(right) == len("2024-12-31") else ""
    if column.is_numeric:
        right = _as_number(text)
        return right if right != value else ""
    return _as_code(text, column)


def _as_period(text: str) -> str:
    if found := _DAY.fullmatch(text):
        return _day(found[3], found[2], found[1])
    if found := _BACKWARD_DAY.fullmatch(text):
        return _day(*found.groups())
    if found := _MONTH.fullmatch(text):
        return f"{found[2]}-{int(found[1]):02d}" if 1 <= int(found[1]) <= 12 else ""
    if found := _SPAN.fullmatch(text):
        return f"{found[1]}/{found[2]}"
    if found := _YEAR.fullmatch(text):
        return found[1]
    if _SERIAL.fullmatch(text) and int(text) in _SERIALS:
        return (_EXCEL_DAY_ZERO + timedelta(int(text))).isoformat()
    return ""


def _day(year: str, month: str, day: str) -> str:
    try:
        return date(int(year), int(month), int(day)).isoformat()
    except ValueError:
        return ""


def _as_number(text: str) -> str:
    text = text.removesuffix("%").strip()
    if found := _SCALED.fullmatch(text):
        part = _as_number(found[1])
        return f"{Decimal(part).scaleb(_SCALES[found[2].lower()]):f}" if part else ""
    text = re.sub(r"\s*(đồng|đ|VND)$", "", text, flags=re.IGNORECASE).replace(" ", "").removeprefix("+")
    if _GROUPED.fullmatch(text):
        return text.replace(".", "").replace(",", ".")
    if _GROUPED_ENGLISH.fullmatch(text) and (text.count(",") > 1 or "." in text):
        return text.replace(",", "")
    if _COMMA.fullmatch(text):
        return text.replace(",", ".")
    return text if _PLAIN.fullmatch(text) else ""


def _as_code(text: str, column: Field) -> str:
    pattern = str(column.constraints.get("pattern", ""))
    if not text.isdigit() or not pattern or len(text) > 5:
        return ""
    padded = f"0{text}"
    return padded if re.fullmatch(pattern, padded) else ""


def cure_for(value: str, column: Field) -> str:
    """Return the Vietnamese sentence that mends `value`; empty to leave it to the rule's own cure."""
    text = unicodedata.normalize("NFKC", value).strip()
    if text.lower() in MISSING:
        return "không biết thì để ô trống"
    if column.is_numeric and (found := _HEDGED.fullmatch(text)) and _as_number(found[2]):
        return f"viết là {_as_number(found[2])}, và ghi {QUALIFIERS[found[1].lower()]} ở cột qualifier"
    right = suggest_value(value, column)
    if not right:
        return ""
    if _SERIAL.fullmatch(text) and "-" in right:
        return f"viết là {right} (Excel đã đổi ngày thành số thứ tự)"
    return f"có phải là {right}?" if column.type == "string" and not column.is_period else f"viết là {right}"


def split_number(resource: Resource, cells: Sequence[str]) -> str:
    """Return the cure of a row with one cell too many because of a decimal comma; empty if it is not that."""
    if len(cells) != len(resource.header) + 1:
        return ""
    for at, column in enumerate(resource.fields):
        if column.is_numeric and cells[at].isdigit() and cells[at + 1].isdigit():
            whole, part = cells[at], cells[at + 1]
            return f"dấu phẩy ngăn cột; nếu {column.name} là {whole},{part} thì viết là {whole}.{part}"
    return ""
