"""How a wrong cell of a CSV file is mended, where that can be told. Suggests; never applies.

Numbers and periods are read by the readers that every way in uses; what they cannot settle they ask.
"""

import re
import unicodedata
from collections.abc import Sequence

from hoctap.load.amounts import parse_amount
from hoctap.load.measures import ANY, Measure
from hoctap.load.periods import read_period
from hoctap.load.values import Reading, is_missing, read_value
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
    if column.is_numeric:
        reading = read_value(value, measure, CSV)
        return reading.cure if reading.must else _number_cure(reading, value)
    if column.constraints.get("pattern") == IDENTIFIER and (right := slug(value)) and right != value:
        return f"viết là {right}"
    right = _as_code(unicodedata.normalize("NFKC", value).strip(), column)
    return f"có phải là {right}?" if right else ""


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


def split_number(resource: Resource, cells: Sequence[str]) -> str:
    """Return the cure of a row with one cell too many because of a decimal comma; empty if it is not that."""
    if len(cells) != len(resource.header) + 1:
        return ""
    for at, column in enumerate(resource.fields):
        if column.is_numeric and cells[at].isdecimal() and cells[at + 1].isdecimal():
            whole, part = cells[at], cells[at + 1]
            return f"dấu phẩy ngăn cột; nếu {column.name} là {whole},{part} thì viết là {whole}.{part}"
    return ""
