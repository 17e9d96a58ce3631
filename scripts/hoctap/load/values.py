"""The one reader of a value, for CSV, the form, tables, articles and `new`: spelling and measure judged together.

`read_value(text, measure)` returns a Reading: a value in the data's form with the qualifier that its words say, or
what must hold and the exact text to write instead. Nothing is guessed: where two readings are possible it asks.
A measure is what the indicator counts (`measure_of`, or `ANY` where no indicator is known). The answer is in the
words of a `Wording`, that of forms or that of CSV files.
"""

import re
from dataclasses import dataclass, replace
from decimal import Decimal

from hoctap.load.amounts import ONE_NUMBER, Written, measure_words, parse_amount, readings
from hoctap.load.column_units import with_unit
from hoctap.load.hedge_words import hedge_typed
from hoctap.load.measures import FOREIGN_MONEY, Measure, names_measure
from hoctap.load.wording import CSV, FORM, Wording, hedged
from hoctap.vietnamese.writing import number

_MILLION, _BILLION = 10**6, 10**9
# What there are millions of.
_MANY = {"nguoi", "gia-dinh", "luot", "luot-nguoi"}
_ONLY_DIGITS = "viết lại chỉ bằng chữ số, như 341250"
MISSING = {"-", "--", "–", "—", "...", "…", ".", "n/a", "na", "null", "none", "chưa có", "chưa rõ", "không rõ"}
# «Không có số liệu», «chưa thống kê được»: said in more words.
_NO_FIGURE = re.compile(
    r"(?:không|chưa|ko) (?:(?:có|rõ|đủ|nắm) )?"
    r"(?:số(?: liệu)?|dữ liệu|thông tin|thống kê|tổng hợp|báo cáo|xác định|thu thập)"
    r"(?: (?:số(?: liệu)?|được|xong))*[.!]?"
)
# Words that may mean zero or nothing known; people say which.
_NOTHING = {"không", "không có", "ko", "k", "x", "?", "có"}


@dataclass(frozen=True, slots=True)
class Reading:
    """What came of a text.

    `value` is a plain decimal, empty where nothing was taken or the text says that nothing is known; `qualifier` what
    the words say («hơn»: over; empty: they say nothing); `scale` the factor that was applied. `must` is empty when
    the text was read; else it says what must hold, and `cure` the exact text to write. `readings` are the values to
    choose from where there are several: then it is a question.
    """

    value: str = ""
    qualifier: str = ""
    scale: Decimal = Decimal(1)
    must: str = ""
    cure: str = ""
    readings: tuple[str, ...] = ()

    @property
    def is_question(self) -> bool:
        """Return whether a person only has to choose among readings."""
        return len(self.readings) > 1


def is_missing(text: str) -> bool:
    """Return whether the text says that no figure is known."""
    words = " ".join(text.lower().split())
    return words in MISSING or bool(_NO_FIGURE.fullmatch(words))


def read_value(text: str, measure: Measure, wording: Wording = FORM, unit: str = "") -> Reading:
    """Return the value that a text says of a measure; `unit` are words that stand for the whole column («triệu đồng»).

    Text comes as it was typed. A sign of another measure, two numbers, a date, an ambiguous mark: not taken.
    """
    if not text.strip() or is_missing(text):
        return Reading()
    if text.strip().lower() in _NOTHING:
        return Reading(must="phải là con số", cure="ghi 0 nếu bằng không; không biết thì để ô trống")
    written = with_unit(parse_amount(text), unit)
    if written.fault:
        return _refused(written, measure, wording, unit)
    if wrong := _other_measure(written, measure, wording):
        return wrong
    if wrong := _money_as_things(written, measure, wording):
        return wrong
    values = _possible(written, measure)
    if len(values) != 1:
        return _asked(written, values, measure, wording)
    value = values[0]
    if measure.value_type in ("count", "amount") and value != value.to_integral_value():
        return Reading(must="phải là số nguyên", cure=f"xem lại con số; đang đọc là {wording.number(value)}")
    return Reading(plain(value), written.hedge, written.scale)


def plain(value: Decimal) -> str:
    """Return a value as the data writes it."""
    return f"{(value + 0).normalize():f}"  # «-0» is 0


def _refused(written: Written, measure: Measure, wording: Wording, unit: str) -> Reading:
    cure = ""
    if written.instead:
        inner = read_value(written.instead, measure, wording, unit)
        cure = f"nếu là {_written(inner, wording)} thì viết đúng như thế" if inner.value else inner.cure
        if inner.qualifier and inner.value:
            text = f"«{written.instead}»" if wording is FORM else hedged(inner.qualifier, inner.value, wording)
            cure = f"viết {text}"
    cure = cure or written.cure or _one_row_each(written) or _ONLY_DIGITS
    return Reading(must=f"phải là một con số: {written.fault}", cure=cure)


def _one_row_each(written: Written) -> str:
    return "mỗi con số một dòng" if written.fault.startswith(ONE_NUMBER) else ""


def _written(reading: Reading, wording: Wording) -> str:
    return wording.number(Decimal(reading.value))


def _other_measure(written: Written, measure: Measure, wording: Wording) -> Reading | None:
    """Return the refusal of a number whose sign («85%», «12.000 đồng») is not the measure's."""
    words = measure_words(written.measure)
    if measure.value_type == "share" and written.scale != 1:
        return Reading(must="phải là phần trăm, không kèm nghìn, triệu, tỷ", cure="viết tỷ lệ phần trăm, như 85,5")
    if not written.measure or not measure.value_type or (words and names_measure(words, measure)):
        return None
    if words.split()[:1] in (["k"], ["ruoi"]):
        return _short_for(words.split()[0], written, wording)
    if bracketed := _in_brackets(written, measure, wording):
        return bracketed
    return _not_of(written, measure, wording)


def _not_of(written: Written, measure: Measure, wording: Wording) -> Reading:
    """Return the refusal of a number of another thing, with what to write if only the words are wrong."""
    title = measure.title or measure.code
    must = f"chỉ tiêu này tính bằng «{title}», ô đang ghi «{written.measure}»"
    first = written.measure.lower().split()[0]
    if first == "‰" and measure.code == "phan-tram":
        written = replace(written, scale=written.scale / 10)
    whole = _with_hedge(written, measure, wording)
    bare = _with_hedge(replace(written, hedge=""), measure, wording)
    is_foreign = measure.code == "dong" and {first, *measure_words(first).split()} & set(FOREIGN_MONEY)
    else_ = "để trống ô này, chép cả câu vào ghi chú" if is_foreign else "chọn chỉ tiêu khác"
    cure = f"nếu đúng là {bare} {title} thì viết {whole}; nếu không, {else_}"
    if not whole:
        cure = "viết lại cả con số bằng chữ số, hoặc chọn chỉ tiêu khác"
    return Reading(must=must, cure=cure)


def _money_as_things(written: Written, measure: Measure, wording: Wording) -> Reading | None:
    """Return the question about «12 triệu» gifts or classes: who says no more speaks of money."""
    if measure.value_type != "count" or measure.code in _MANY or written.measure or written.scale < _MILLION:
        return None
    whole = _with_hedge(written, measure, wording)
    must = f"phải rõ là {measure.title or measure.code} hay đồng"
    return Reading(must=must, cure=f"viết {whole} nếu là {measure.title}; số tiền thì chọn chỉ tiêu về tiền")


def _in_brackets(written: Written, measure: Measure, wording: Wording) -> Reading | None:
    """Return what is wrong with «4 tỷ đồng (lũy kế)»: the number is right, what is in brackets belongs elsewhere."""
    found = re.fullmatch(r"([^()]*)\(([^()]*)\)", written.measure)
    if found is None or (found[1].strip() and not names_measure(measure_words(found[1]), measure)):
        return None
    inside, whole = found[2].strip(), _with_hedge(written, measure, wording)
    if not whole:
        return None
    scaled = with_unit(replace(written, measure=""), inside)
    if not scaled.fault and scaled.scale != written.scale:  # «7.000 (triệu đồng)»
        return Reading(must=f"«({inside})» là đơn vị tính", cure=f"viết {_with_hedge(scaled, measure, wording)}")
    if word := hedge_typed(inside):
        bare = _with_hedge(replace(written, hedge=""), measure, wording)
        return Reading(must=f"«{inside}» phải đứng trước con số", cure=f"viết «{word} {bare}»")
    must = f"«({inside})» phải để ở phạm vi hoặc ghi chú"
    return Reading(must=must, cure=f"viết {whole}; chép «{inside}» vào cột ấy")


def _with_hedge(written: Written, measure: Measure, wording: Wording) -> str:
    """Return the number to write instead, with the hedge before it; whole where the measure has no half."""
    values = [*_possible(written, measure)]
    if measure.value_type in ("count", "amount"):
        values = [value for value in values if value == value.to_integral_value()]
    if not values:
        return ""
    return hedged(written.hedge, wording.number(values[0]), wording)


def _short_for(word: str, written: Written, wording: Wording) -> Reading:
    """Return the question about «500k» and «2 tỷ rưỡi»: the whole number is what has to be written, not its part."""
    value = written.numbers[0] * written.scale
    whole = value * 1000 if word == "k" else value + written.scale / 2
    must = f"«{written.measure}» chưa phải là cách ghi số"
    if word == "ruoi" and written.scale == 1:
        return Reading(must=must, cure="viết lại cả con số bằng chữ số")
    return Reading(
        must=must, cure=f"nếu là {number(whole)} thì viết {hedged(written.hedge, wording.number(whole), wording)}"
    )


def _possible(written: Written, measure: Measure) -> tuple[Decimal, ...]:
    """Return the values that fit the measure: one where the spelling or the measure leaves no other."""
    numbers = written.numbers
    if len(numbers) == 2:
        grouped = "." in written.digits
        if grouped and written.scale >= _BILLION:
            pass  # «12.345 tỷ»: twelve of them, as Excel in English writes, or twelve thousand?
        elif (measure.value_type in ("count", "amount") or measure.code == "dong") and grouped:
            numbers = numbers[:1]  # 1.234 of a thing that has no half
        elif not grouped and (_has_parts(measure) or written.scale != 1):
            numbers = numbers[:1]  # 1,234: a comma divides
        elif grouped and written.scale != 1:
            numbers = numbers[:1]  # 1.234 triệu
    return tuple(each * written.scale for each in numbers)


def _has_parts(measure: Measure) -> bool:
    """Return whether a thousandth of a measure can be meant: of a hundred, of a head; of a đồng there is none."""
    return measure.value_type in ("share", "ratio") and measure.code != "dong"


def _asked(written: Written, values: tuple[Decimal, ...], measure: Measure, wording: Wording) -> Reading:
    high = max(values)
    spelled = [wording.number(value) for value in values]
    low = min(values)
    cure = f"viết là {wording.number(high)} nếu là {number(high)}; "
    if measure.value_type in ("count", "amount") and low != low.to_integral_value():
        cure += f"nếu là {number(low)} thì xem lại nguồn: chỉ tiêu này không có phần lẻ"
    else:
        cure += f"viết là {wording.number(low)} nếu là {number(low)}"
    must = f"«{written.digits}» đọc được hai cách: {' hay '.join(spelled)}"
    return Reading(must=must, cure=cure, readings=tuple(plain(value) for value in values), qualifier=written.hedge)


def read_plain(text: str, measure: Measure) -> Reading:
    """Return what a CSV cell says: a plain decimal; a count or amount has digits only (`350.000` has two readings)."""
    is_whole = measure.value_type in ("count", "amount")
    if not (is_whole or measure.code == "dong") or not re.fullmatch(r"-?\d+\.\d+", text, re.ASCII):
        return Reading(text)
    values = sorted({*readings(text), Decimal(text)}, reverse=True)
    if len(values) > 1:  # so has `34.000` đồng a head
        return _asked(Written(digits=text), tuple(values), measure, CSV)
    if not is_whole:
        return Reading(text)
    value = values[0]
    must = "phải là số nguyên, viết không có dấu chấm"
    if value == value.to_integral_value():
        return Reading(must=must, cure=f"viết là {plain(value)}")
    scaled = "; là triệu, tỷ đồng thì viết đủ số đồng" if measure.code == "dong" else ""
    return Reading(must=must, cure=f"xem lại nguồn: chỉ tiêu này không có phần lẻ{scaled}")


def agreed(stated: str, chosen: str, wording: Wording = FORM) -> Reading:
    """Return the qualifier of a row whose value says one and whose own column another; words win over «đúng»."""
    if not stated or chosen in ("", "exact", stated):
        return Reading(qualifier=stated or chosen)
    words = wording.qualifier
    must = f"ô giá trị nói «{words[stated]}», {wording.qualifier_column} nói «{words.get(chosen, chosen)}»"
    return Reading(must=must, cure=f"ghi «{words[stated]}» ở {wording.qualifier_column}, hoặc bỏ chữ trước con số")
