"""What a cell of a spreadsheet says as a number, by its kind and its number format. Guesses nothing."""

from decimal import Decimal

from hoctap.contribute.grid import Cell
from hoctap.load.hedge_words import hedge_typed
from hoctap.load.measures import Measure
from hoctap.load.periods import SERIALS
from hoctap.load.values import Reading, plain, read_value
from hoctap.load.wording import FORM


def of_cell(cell: Cell, measure: Measure, unit: str = "") -> Reading:
    """Return what a cell says of a measure, as a spreadsheet understands its number format."""
    if cell.kind == "date":
        must = "phải là con số; bảng tính đã đổi ô này thành ngày"
        return Reading(must=must, cure=f"đặt ô là dạng chữ (Text) rồi gõ lại; đang là {cell.text}")
    if cell.kind == "text":
        return read_value(cell.text, measure, FORM, unit)
    if cell.kind == "percent":
        return read_value(FORM.number(Decimal(_plain_times_hundred(cell.text))) + "%", measure, FORM, unit)
    value = Decimal(cell.text)
    scaled = unit or cell.words  # «12,5» shown as «12,5 tỷ» is no half of a dong
    if measure.value_type in ("count", "amount") and not scaled and value != value.to_integral_value():
        return _turned_into_a_fraction(value)
    # A number has one reading; what its format shows beside it («%», «triệu đồng») is as if it were typed.
    if scaled:
        first, _, rest = cell.words.partition(" ")
        hedge, words = (first, rest) if hedge_typed(first) else ("", cell.words)  # a format that shows «hơn 52%»
        return read_value(f"{hedge} {FORM.number(value)} {words}".strip(), measure, FORM, unit)
    return Reading(plain(value))


def _plain_times_hundred(text: str) -> str:
    """Return a fraction of a percent cell as a percentage."""
    return f"{round(float(text) * 100, 10):.10f}".rstrip("0").rstrip(".")


def _turned_into_a_fraction(value: Decimal) -> Reading:
    typed = FORM.number(value)
    thousand = value * 1000
    must = f"phải là số nguyên; ô đang là {typed}"
    if thousand == thousand.to_integral_value():
        plain_number = f"{thousand.to_integral_value():f}"
        cure = f"nếu đã gõ dấu chấm ngăn nghìn thì viết {plain_number}; bảng tính đã đọc thành {typed}"
        return Reading(must=must, cure=cure, readings=(plain_number, plain(value)))
    return Reading(must=must, cure="xem lại con số")


def is_like_a_day(cell: Cell | None) -> bool:
    """Return whether a number could be a day of 2015 to 2030 that a spreadsheet made of «1/5»."""
    if cell is None or cell.kind != "number" or not cell.text.isdecimal():
        return False
    return int(cell.text) in SERIALS and 42005 <= int(cell.text) <= 47848
