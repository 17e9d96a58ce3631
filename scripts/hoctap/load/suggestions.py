"""How a wrong cell of a CSV file is mended, where that can be told. Suggests; never applies.

Numbers and periods are read by the readers that every way in uses; what they cannot settle they ask.
"""

import re
import unicodedata
from calendar import month_abbr
from collections.abc import Sequence
from decimal import Decimal

from hoctap.load.amounts import parse_amount
from hoctap.load.measures import ANY, Measure
from hoctap.load.periods import read_period
from hoctap.load.values import Reading, is_missing, plain, read_value
from hoctap.load.web_address import likely_address
from hoctap.load.wording import CSV
from hoctap.model.descriptor import Field, Resource
from hoctap.vietnamese.writing import slug

# What has the form of a day or a month, and is none.
_IMPOSSIBLE = re.compile(r"\d{4}-\d\d(?:-\d\d)?")
IDENTIFIER = "[a-z0-9]+(-[a-z0-9]+)*"


def cure_for(value: str, column: Field, measure: Measure = ANY) -> str:
    """Return the Vietnamese sentence that mends `value`; empty to leave it to the rule's own cure."""
    if is_missing(value):
        return "không biết thì để ô trống"
    if right := _before_excel(value, column):
        return f"viết là {right} (Excel đã đổi thành tên tháng)"
    if column.type == "date" or column.is_period:
        return _period_cure(value, column)
    if column.descriptor.get("format") == "uri":
        right = likely_address(value)
        return f"viết là {right}" if right else "chép lại cả dòng địa chỉ từ trình duyệt"
    if column.type == "year":
        return "ghi một năm, đủ bốn chữ số, như 2024"
    if column.is_numeric and measure is ANY and column.name != "value" and parse_amount(value).measure:
        # «15%» of points or of percentage points: what the column counts is said, no number is guessed
        return f"{column.description.rstrip('.')}; chỉ ghi con số, như {column.example}"
    if right := _without_dust(value):
        return f"nếu là {right} thì viết đúng như thế: các chữ số sau là do máy tính để lại"
    if column.is_numeric:
        reading = read_value(value, measure, CSV)
        return reading.cure if reading.must else _number_cure(reading, value)
    if column.constraints.get("pattern") == IDENTIFIER and (right := slug(value)) and right != value:
        return f"viết là {right}"
    right = _as_code(unicodedata.normalize("NFKC", value).strip(), column)
    return f"có phải là {right}?" if right else ""


# «Jul-24», «01-Jun», «Thg7-24»: what a spreadsheet shows instead of 2024-07 and 06-01.
_MONTHS = {name.lower(): at for at, name in enumerate(month_abbr) if name}
_NAMED_MONTH = re.compile(r"(?:(\d\d?)-)?(?:([A-Za-z]{3})|Thg ?(\d\d?))(?:-(\d\d))?", re.IGNORECASE)


def _before_excel(value: str, column: Field) -> str:
    """Return the month or the day of a year that was turned into the name of its month; empty if it is none."""
    found = _NAMED_MONTH.fullmatch(value.strip())
    pattern = str(column.constraints.get("pattern", ""))
    month = (_MONTHS.get(found[2].lower(), 0) if found[2] else int(found[3])) if found else 0
    if not found or not pattern or not 0 < month <= len(_MONTHS) or bool(found[1]) == bool(found[4]):
        return ""
    other = int(found[1] or found[4])
    texts = (f"20{other:02}-{month:02}", f"{month:02}-{other:02}") if found[4] else (f"{month:02}-{other:02}",)
    return next((text for text in texts if re.fullmatch(pattern, text)), "")


# No source prints so many digits behind the comma: a program left them.
_DUST = re.compile(r"-?\d+\.\d{10,}")


def _without_dust(value: str) -> str:
    """Return «70.1» for «70.09999999999999»; empty if a number is not nearly one with few digits."""
    if not _DUST.fullmatch(value):
        return ""
    near = plain(round(Decimal(value), 6))
    return near if len(near.partition(".")[2]) <= 4 and near != value else ""


def _number_cure(reading: Reading, value: str) -> str:
    if not reading.value or reading.value == value:
        return ""
    hedge = f", và ghi {reading.qualifier} ở cột qualifier" if reading.qualifier else ""
    return f"viết là {reading.value}{hedge}"


def _period_cure(value: str, column: Field) -> str:
    read = read_period(value)
    if not read.period and (others := [each for text in read.instead if (each := read_period(text).period)]):
        return "viết là " + " hoặc ".join(others)
    if not read.period:
        return read.cure if read.must and _IMPOSSIBLE.fullmatch(value.strip()) else ""
    if column.type == "date" and len(read.period) != len("2024-12-31"):
        return ""
    turned = " (Excel đã đổi ngày thành số thứ tự)" if value.strip().isdecimal() and read.must else ""
    return f"viết là {read.period}{turned}"


def _as_code(text: str, column: Field) -> str:
    pattern = str(column.constraints.get("pattern", ""))
    if not text.isdecimal() or not pattern or len(text) > 5:
        return ""
    padded = f"0{text}"
    return padded if re.fullmatch(pattern, padded) else ""


_OF_COMMAS = 'ô có dấu phẩy phải nằm trong cặp dấu nháy kép: "tổ, bản"; nếu không phải thế thì bỏ dấu phẩy thừa'


def split_number(resource: Resource, cells: Sequence[str]) -> str:
    """Return the cure of a row with cells too many: because of a decimal comma, or of commas in words."""
    if len(cells) <= len(resource.header):
        return ""
    if len(cells) > len(resource.header) + 1:
        return _OF_COMMAS
    for at, column in enumerate(resource.fields):
        if column.is_numeric and cells[at].isdecimal() and cells[at + 1].isdecimal():
            whole, part = cells[at], cells[at + 1]
            return f"dấu phẩy ngăn cột; nếu {column.name} là {whole},{part} thì viết là {whole}.{part}"
    return _OF_COMMAS if any(cell.startswith(" ") for cell in cells) else ""
