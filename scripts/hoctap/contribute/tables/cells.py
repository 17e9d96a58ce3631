"""The figure of a cell in the measure of the data, or why a person has to say it."""

import re
from dataclasses import replace
from decimal import Decimal

from hoctap.contribute.naming.figures import Figure, read_figure
from hoctap.contribute.tables.labels import COUNTED, scale_of
from hoctap.contribute.tables.meaning import Meaning
from hoctap.contribute.tables.opening import Cell
from hoctap.contribute.tables.rows import CELL, MEASURE, SKIP
from hoctap.contribute.tables.scales import bare_scale, scale_above
from hoctap.contribute.tables.setting import Setting
from hoctap.load.measures import Measure, measure_of
from hoctap.load.unusual_numbers import is_ditto
from hoctap.model.record import Indicator

NO_MEASURE = "tiền tính bằng đồng, nghìn, triệu hay tỷ? Bảng không ghi đơn vị tính"
# «85.120 lượt học sinh»: whom the turns are of is the part, not the measure.
_OF_WHOM = re.compile(
    r"(\d\s+(?:lượt|suất|phần))\s+(?:người|học sinh|sinh viên|giáo viên|hội viên|em|cháu)\b.*$", re.IGNORECASE
)
_GIFTS = re.compile(rf"(\d)\s+(?:{COUNTED['suat']})$", re.IGNORECASE)  # «3.500 phần quà»
_ESTIMATED = re.compile(r"\W*ước\b", re.IGNORECASE)  # «ước 20,1» beside what was reached
OR_PERCENT = "% hay "
_TWO_WAYS = re.compile(r"-?[1-9]\d{0,2},\d{3}")  # of millions: «2,100» may be 2.100
_MOST_DIGITS = 4
# Of money: for each award or head, and in all.
_TOO_LARGE = {("dong", "ratio"): Decimal(10**9), ("dong", "amount"): Decimal(10**13)}


def figure_in(setting: Setting, row: int, column: int, meaning: Meaning) -> Figure | None:
    """Return the figure of a cell; None for an empty cell or a mark that stands for no figure."""
    cell = setting.grid.cells.get((row, column))
    if cell is None:
        return None
    if setting.answers and (answer := setting.answers.get((CELL, setting.grid.address((row, column))), "")):
        cell = Cell("text", answer, cell.hidden)
    if cell.kind in ("formula", "error"):
        return Figure(None, why="ô là công thức chưa có kết quả hoặc đang báo lỗi; dán lại giá trị")
    if cell.kind == "date":
        return Figure(None, why=f"ô đã bị Excel đổi thành ngày ({cell.text})")
    indicator = meaning.indicator
    measure = (setting.answers and setting.answers.get((MEASURE, meaning.words), "")) or meaning.label.measure
    if indicator is None:
        figure = read_figure(cell.text) if cell.kind == "text" else Figure(Decimal(cell.text))
    elif cell.kind == "text":
        figure = _from_text(setting, cell.text, indicator, measure)
    else:
        figure = _from_number(setting, cell, indicator, measure)
    if figure.value is None and not figure.why and is_ditto(cell.text):
        return Figure(None, why=f"«{cell.text.strip()}» là như ô trên: ghi lại con số")
    if figure.value is None and not figure.why:
        setting.leave(row, column, f"«{cell.text.strip()[:40]}» không phải số")
        return None
    return figure


def scale_for(setting: Setting, indicator: Indicator, measure: str) -> int | None:
    """Return the power of ten said once for a column or a whole table; None if nothing says it."""
    if setting.answers and (answer := setting.answers.get((MEASURE, ""), "")):
        measure = measure or answer
    scale = scale_of(measure)
    if scale is None and indicator.unit_measure == "dong" and setting.context.other_measures:
        return _scale_among_others(setting, indicator)
    if scale is None and (indicator.unit_measure == "dong" or not measure):
        return scale_above(setting.context.measure, indicator.unit_measure)
    return scale


def _scale_among_others(setting: Setting, indicator: Indicator) -> int | None:
    """Return the power of ten of a sum where a line excepts some; None where nobody knows whether this is one."""
    for words, measure in setting.context.other_measures:
        named = setting.indicators.named_by(setting.indicators.concepts(words, measure))
        if len(named) != 1:
            return None  # «riêng cột 6: đồng»
        if named == (indicator,):
            return scale_of(measure)
    return scale_above(setting.context.measure, indicator.unit_measure)


def _from_text(setting: Setting, text: str, indicator: Indicator, measure: str) -> Figure:
    if _ESTIMATED.match(text):
        return Figure(None, why=f"«{text.strip()}»: số ước, chưa phải kết quả; ghi số đã có, hoặc «{SKIP}»")
    scale = 0 if indicator.value_type == "share" else scale_for(setting, indicator, measure) or 0
    text = _OF_WHOM.sub(r"\1", _without_note(setting, text))
    text = _GIFTS.sub(r"\1 suất", text) if indicator.unit_measure == "suat" else text
    if scale and _TWO_WAYS.fullmatch(text.strip()):
        return Figure(None, why=f"«{text.strip()}»: dấu phẩy là phần thập phân hay ngăn hàng nghìn?")
    figure = read_figure(text, measure_of(setting.catalog, indicator.indicator_id))
    if figure.value is None and figure.why and scale:
        bare = read_figure(text, Measure("ratio"))  # 1.144,5 triệu is whole đồng
        figure = bare if bare.value is not None and not bare.scaled else figure
    if figure.value is not None and scale and not figure.scaled:
        figure = replace(figure, value=figure.value.scaleb(scale), scaled=True)
    return _checked(setting, figure, indicator, measure)


def _without_note(setting: Setting, text: str) -> str:
    """Return a figure without «(1)» behind it where a line of the sheet begins so; elsewhere it may be a part."""
    mark = re.search(r"(?<=\d)\s*(\(\d{1,2}\))$", text.strip())
    return text.strip()[: mark.start()] if mark and mark[1] in setting.grid.notes else text


def _from_number(setting: Setting, cell: Cell, indicator: Indicator, measure: str) -> Figure:
    value, share = Decimal(cell.text), indicator.value_type == "share"
    if cell.kind == "percent":
        if not share:
            return Figure(None, why="ô định dạng phần trăm nhưng chỉ tiêu không phải tỷ lệ")
        value *= 100
    elif share and 0 < value <= 1:
        percent = f"{(value * 100).normalize():f}"
        return Figure(None, why=f"{cell.text} là {cell.text}{OR_PERCENT}{percent}%?")
    if len(cell.text.partition(".")[2]) > _MOST_DIGITS:  # what a formula gave
        value = round(value, indicator.decimals if indicator.value_type in ("share", "ratio") else _MOST_DIGITS)
    scale = 0 if share else scale_for(setting, indicator, measure)
    scaled = Figure(value.scaleb(scale or 0), scaled=bool(scale))
    return _checked(setting, scaled, indicator, measure)


def _checked(setting: Setting, figure: Figure, indicator: Indicator, measure: str) -> Figure:
    value = figure.value
    if value is None:
        return figure
    if indicator.value_type == "share" and value > 100:
        return Figure(None, why="tỷ lệ lớn hơn 100%")
    if indicator.value_type == "count" and value != int(value):
        return Figure(None, why="số đếm phải là số nguyên")
    is_open = indicator.value_type == "count" and not (figure.scaled or measure)
    if is_open and (above := bare_scale(setting.context.measure)):
        return Figure(None, why=f"bảng ghi đơn vị tính «{above}»: số đếm này có tính bằng {above} không?")
    if figure.scaled and abs(value) >= _TOO_LARGE.get((indicator.unit_measure, indicator.value_type), value + 1):
        return Figure(None, why=f"{value:f} đồng là quá lớn: ô này có tính bằng đơn vị tính của cả bảng không?")
    no_scale = not figure.scaled and scale_for(setting, indicator, measure) is None
    if indicator.unit_measure == "dong" and no_scale and 0 < value < 1_000_000:
        return Figure(None, why=NO_MEASURE)
    return figure
