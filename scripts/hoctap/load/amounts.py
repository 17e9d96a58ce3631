"""A number as people write it, taken apart: hedge, digits, scale and what is counted. Reads spelling, judges nothing.

«hơn 7,5 tỷ đồng» is a hedge (over), a number (7.5), a scale (1000000000) and a measure («đồng»). Text that holds no
number, or more than one, comes back with the reason. It is looked at before any normalising: NFKC would glue the
footnote mark of `341250¹` to the number.
"""

import re
import unicodedata
from dataclasses import dataclass, replace
from decimal import Decimal
from fractions import Fraction
from functools import lru_cache
from itertools import pairwise

from hoctap.load.hedge_words import HEDGES, TWO_HEDGES, hedge_and_rest, hedge_typed
from hoctap.load.unusual_numbers import in_full, unusual
from hoctap.vietnamese import numerals
from hoctap.vietnamese.characters import FULL_WIDTH
from hoctap.vietnamese.writing import fold

POWERS = {"chục": 1, "trăm": 2, "vạn": 4, **numerals.SCALES}
# One alone, cut short, or two: «trăm nghìn», «nghìn tỷ».
SCALES = {
    **POWERS, "tr": 6, "trđ": 6,
    **{f"{a} {b}": POWERS[a] + POWERS[b] for a in POWERS for b in POWERS if POWERS[a] < min(POWERS[b], 6)},
}  # fmt: skip
# «4 ty», «450 trieu dong»: words of scale typed without tone marks.
_SCALES_TYPED = {fold(word): word for word in SCALES}
_DIGITS = r"\d(?:[\d.,'’ ]*\d)?"
_SCALE = "|".join(sorted((re.escape(word).replace(r"\ ", r"\s+") for word in SCALES), key=len, reverse=True))
_PART = re.compile(rf"([+-]?{_DIGITS})(?:\s*({_SCALE})(?![^\W\d_]))?\s*", re.IGNORECASE)
# Words that say nothing of a number.
_FILLING = {"có", "đạt", "là", "được", "gồm"}
# What some write before the number: it is the measure.
_SIGNS_FIRST = {"$", "us$", "usd", "€", "eur", "£", "¥", "vnd", "vnđ", "đ", "₫", "%"}
_FOOTNOTE = re.compile(r"(.*\d)\s*(\*+|[†‡§]|\(\*+\)|\(\d{1,2}\)|\[\d{1,2}\])")
_BETWEEN = re.compile(r"\d\s*(?:[-–—/:;&+]|đến|tới|và|hoặc|hay)\s*\d", re.IGNORECASE)
ONE_NUMBER = "mỗi ô phải là đúng một con số"


@dataclass(frozen=True, slots=True)
class Written:
    """What a text says of an amount.

    `numbers` are its possible values before the scale, the Vietnamese reading first; `marks` is the mark that makes
    two of them. `fault` says in Vietnamese why it is no single number (then there are no numbers), and `instead` is
    the text that would be one, where it can be told, else `cure` may tell what to do.
    """

    hedge: str = ""
    digits: str = ""
    numbers: tuple[Decimal, ...] = ()
    scale: Decimal = Decimal(1)
    measure: str = ""
    fault: str = ""
    instead: str = ""
    cure: str = ""


@lru_cache(maxsize=65536)
def parse_amount(text: str) -> Written:
    """Return what the text says of an amount."""
    if strange := _strange(text):
        return strange
    plain = " ".join(unicodedata.normalize("NFC", text).translate(FULL_WIDTH).replace("−", "-").split())
    plain = plain.removeprefix("'").strip()
    hedge, core = hedge_and_rest(plain)
    if core is None and hedge == "+":
        bare = text.strip().rstrip("+ ")
        return Written(fault="dấu «+» đứng sau con số", cure=f"viết «hơn {bare}» hoặc «ít nhất {bare}»")
    if core is None and hedge == TWO_HEDGES:
        cure = "giữ một cách nói, như «hơn …»; câu của nguồn thì chép vào cột ghi chú"
        return Written(fault="trước con số có hai cách nói khác nhau", cure=cure)
    if core is None and _BETWEEN.search(plain):
        return _two_numbers()  # «từ 100 đến 200»
    if core is None:
        cure = "viết «dưới …» nếu nguồn nói thế; không thì chép cả câu vào cột ghi chú, để trống ô này"
        return Written(fault=f"«{hedge}» là mức trên, chưa có cách ghi", cure=cure)
    written = _one_number(hedge, core)
    if written.instead and hedge and not hedge_and_rest(written.instead)[0] and plain.endswith(core):
        return replace(written, instead=plain[: -len(core)] + written.instead)  # a cure keeps the hedge
    return written


# «05 lớp» is how a number below ten is written in letters of offices.
_BELOW_TEN = re.compile(r"0(?=[1-9](?!\d|[.,'’ ]\d))")


def _one_number(hedge: str, core: str) -> Written:
    core = _BELOW_TEN.sub("", core) if _BELOW_TEN.match(core) else core
    if found := _FOOTNOTE.fullmatch(core):
        return Written(fault=f"dấu chú thích «{found[2]}» phải để ở ghi chú", instead=found[1])
    if other := unusual(core):
        return Written(fault=other.fault, instead=other.instead, cure=other.cure)
    return _two_numbers() if _BETWEEN.search(core) else _parts(hedge, core)


def _two_numbers() -> Written:
    return Written(fault=f"{ONE_NUMBER}; ô này có hai số, một khoảng hoặc một ngày")


def _strange(text: str) -> Written | None:
    """Return the fault of a text whose characters would be glued, dropped or taken for others by normalising."""
    inside = text.strip().strip("\u200e\u200f\u202a\u202c\ufeff")
    if len([line for line in re.split(r"[\r\n\v\f\u2028\u2029]+|_x000[AaDd]_", inside) if line.strip()]) > 1:
        return Written(fault=f"{ONE_NUMBER}; ô này có nhiều dòng")
    if re.search(r"\d(?:\t|[ \u00a0\u202f]{2,})\s*\d", inside):
        return Written(fault=f"{ONE_NUMBER}; giữa các chữ số có khoảng trống rộng")
    for char in inside:
        if char.isascii() or ord(char) in FULL_WIDTH:
            continue
        kind = unicodedata.category(char)
        if kind == "Cf":
            return Written(fault="con số có ký tự không nhìn thấy", instead=inside.replace(char, ""))
        if kind in ("No", "Nd", "Nl") or any(each.isdigit() for each in unicodedata.normalize("NFKC", char)):
            bare = "" if kind == "Nd" else _without_small(inside, char)
            what = "chữ số của chữ viết khác" if kind == "Nd" else "chữ số nhỏ, phân số hoặc dấu chú thích"
            return Written(fault=f"«{char}» là {what}", instead=bare.strip())
    return None


def _without_small(text: str, char: str) -> str:
    """Return a text without its footnote marks, and with «2½» as 2,5 where that is what it is."""
    part, found = Fraction(unicodedata.numeric(char, 0)), re.search(rf"(\d*)\s*{char}", text)
    if 0 < part < 1 and found and (part * 1000).denominator == 1:
        return text.replace(found[0], f"{found[1] or 0},{f'{float(part):.3f}'[2:].rstrip('0')}", 1)
    return "".join(each for each in text if unicodedata.category(each) not in ("No", "Nl"))


def _parts(hedge: str, core: str) -> Written:
    """Return a number with its scale, or the sum of parts such as «7 tỷ 500 triệu»; what follows is the measure."""
    found, at = [], 0
    while part := _PART.match(core, at):
        found.append((part[1], " ".join((part[2] or "").lower().split())))
        at = part.end()
    if not found:
        return _after_words(hedge, core)
    if re.match(r"[eE][+-]?\d", core[at:]):
        return Written(fault="phải viết đủ các chữ số, không viết lũy thừa")
    measure = core[at:].strip(" .")
    values = [readings(digits) for digits, _ in found]
    if not all(values):
        return _unread(next(digits for (digits, _), value in zip(found, values, strict=True) if not value))
    if wrong := _wrong_after(core[:at].strip(), measure):
        return wrong
    if found[-1][1] == "trđ":
        measure = f"đồng {measure}".strip()
    powers = [SCALES[word] if word else 0 for _, word in found]
    scales = [Decimal(10) ** power for power in powers]
    if full := in_full(found, powers, measure):
        return Written(fault=f"phải viết đủ, như «{full}»", instead=full)
    if len(found) == 1:
        return Written(hedge, found[0][0], values[0], scales[0], measure)
    falling = all(one > other for one, other in pairwise(scales))
    if not falling or any(len(value) > 1 for value in values) or scales[-1] == 1:
        return Written(fault=f"{ONE_NUMBER}; ô này có {len(found)} số")
    total = sum((value[0] * scale for value, scale in zip(values, scales, strict=True)), Decimal(0))
    return Written(hedge, core[:at].strip(), (total,), Decimal(1), measure)


def _unread(digits: str) -> Written:
    """Return the fault of digits that are no number: «120, 150» are two."""
    return _two_numbers() if ", " in digits else Written(fault=f"không đọc được «{digits}» thành một con số")


def _wrong_after(number: str, measure: str) -> Written | None:
    """Return what is wrong with the words after a number: another number, a hedge, a scale without tone marks."""
    if re.match(r"[\W_]*\d", measure):
        return Written(fault=f"{ONE_NUMBER}; ô này có hai số")
    if measure in ("?", "(?)"):
        cure = f"viết {number} nếu đã chắc; chưa chắc thì viết «khoảng {number}» hoặc để ô trống, ghi chú"
        return Written(fault="dấu «?» nói là chưa chắc", cure=cure)
    if word := hedge_typed(measure.strip("() ")):
        return Written(fault=f"«{measure.strip('() ')}» phải đứng trước con số", instead=f"{word} {number}")
    first, _, more = measure.partition(" ")
    if typed := _SCALES_TYPED.get(fold(first)):
        if not number[-1].isdecimal():  # «12 triệu tỷ»
            return Written(fault=f"sau «{number}» lại có «{first}»")
        return Written(fault=f"«{first}» phải có dấu", instead=f"{number} {typed} {more}".strip())
    return None


def _after_words(hedge: str, core: str) -> Written:
    """Return what is wrong with a text whose number stands behind other words than those of a hedge."""
    first = re.search(r"\d", core)
    if first is None:
        return Written(fault="phải viết bằng chữ số")
    before, rest = core[: first.start()].strip(), core[first.start() :]
    if word := hedge_typed(before):
        return Written(fault=f"«{before}» phải có dấu", instead=f"{word} {rest}")
    words = before.lower().split()
    if words[0] in _FILLING and (len(words) == 1 or " ".join(words[1:]) in HEDGES):
        return Written(fault=f"«{before.split()[0]}» không thuộc con số", instead=core[len(words[0]) :].strip())
    if before.lower() in _SIGNS_FIRST:
        return _behind_a_sign(hedge, before, rest)
    if re.search(r"\d[^\d]*[^\W\d_][^\d]*\d", rest):
        return Written(fault=f"{ONE_NUMBER}; ô này có hai số")
    cure = f"bỏ «{before}» nếu không đổi nghĩa con số; nếu có thì chép cả câu vào cột ghi chú, để trống ô này"
    return Written(fault=f"trước con số có «{before}»", cure=cure)


def _behind_a_sign(hedge: str, sign: str, rest: str) -> Written:
    """Return «VNĐ 12.000», «$500» or «%52» as if the sign stood behind the number."""
    written = _one_number(hedge, rest)
    return written if written.fault else replace(written, measure=f"{sign} {written.measure}".strip())


def readings(digits: str) -> tuple[Decimal, ...]:
    """Return the values that digits with marks can have, the Vietnamese one first; none if they are no number."""
    sign, bare = ("-", digits[1:]) if digits.startswith("-") else ("", digits.removeprefix("+"))
    return tuple(Decimal(sign + text) for text in _plain(bare))


def _plain(text: str) -> tuple[str, ...]:
    if re.fullmatch(r"0|[1-9]\d*", text):
        return (text,)
    if re.fullmatch(r"[1-9]\d{0,2}( \d{3})+([.,]\d+)?", text):
        return (text.replace(" ", "").replace(",", "."),)
    if re.fullmatch(r"[1-9]\d{0,2}\.\d{3}", text):
        return text.replace(".", ""), text
    if re.fullmatch(r"[1-9]\d{0,2},\d{3}", text):
        return text.replace(",", "."), text.replace(",", "")
    for group, point in ((".", ","), (",", ".")):
        if re.fullmatch(rf"[1-9]\d{{0,2}}(\{group}\d{{3}})+(\{point}\d+)?", text):
            return (text.replace(group, "").replace(point, "."),)
    return (text.replace(",", "."),) if re.fullmatch(r"(0|[1-9]\d*)[.,]\d+", text) else ()


def measure_words(text: str) -> str:
    """Return the words of a measure as they are compared: folded, `₫`, VND and VNĐ as «dong», `%` as «phan tram»."""
    words = fold(text.replace("₫", " đồng ").replace("%", " phần trăm "))
    return " ".join(re.sub(r"\b(vnd|d)\b", "dong", re.sub(r"[^\w/]+", " ", words)).split())
