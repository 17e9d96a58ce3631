"""A figure in a cell of a stranger's table: the one reader of values, told what stands for the whole column."""

import re
from dataclasses import dataclass
from decimal import Decimal

from hoctap.contribute.naming.words import spelled
from hoctap.load.amounts import SCALES, parse_amount, readings
from hoctap.load.measures import ANY, Measure
from hoctap.load.values import MISSING, read_value
from hoctap.load.wording import FORM

_MARKS = re.compile(r"(?:\s*(?:\(\*+\)|\[\d{1,2}\]|[*¹²³⁴⁵⁶⁷⁸⁹†‡§]))+$")
_SCALED = re.compile(rf"₫|\d\s*(?:đồng|đ|vnđ|vnd|{'|'.join(SCALES)})(?!\w)")
_NO_FIGURE = MISSING | {"x", "không", "không có", "ko", "?", "chưa báo cáo"}


@dataclass(frozen=True, slots=True)
class Figure:
    """`value` is None where `why` says what a person has to settle; neither for a mark that stands for no figure."""

    value: Decimal | None
    qualifier: str = "exact"
    why: str = ""
    scaled: bool = False


NOTHING = Figure(None)


def is_number(text: str) -> bool:
    """Return whether a text is one number, with or without hedge, scale and measure."""
    return bool(parse_amount(_bare(text)).numbers)


def is_nothing(text: str) -> bool:
    """Return whether a cell holds no figure but a mark or words instead of one."""
    return spelled(text) in _NO_FIGURE or not text.strip()


def _bare(text: str) -> str:
    """Return the text without a footnote sign behind it: which footnote it is, the table says elsewhere."""
    bare = _MARKS.sub("", text.strip())
    bare = re.sub(r"(?<=\d)(?=(?:tr|đ|tỷ|tỉ)\b)", " ", bare)
    return re.sub(r"\btr\.\s*đ(?:ồng)?\b\.?", "trđ", bare)


def read_figure(text: str, measure: Measure = ANY) -> Figure:
    """Return what a cell says of a measure."""
    if not re.search(r"\d", text) or is_nothing(text):
        return NOTHING
    read = read_value(_bare(text), measure, FORM)
    if read.must or not read.value:
        return Figure(None, why=f"«{text.strip()}»: {read.must}; {read.cure}".rstrip("; "))
    return Figure(Decimal(read.value), read.qualifier or "exact", scaled=read.scale != 1 or _says_scale(text))


def _says_scale(text: str) -> bool:
    """Return whether a text says itself in what its number is: «12.000 đồng», «1 tỷ 120 triệu»."""
    return _SCALED.search(spelled(text)) is not None


def plain_number(text: str, *, share: bool, small: bool = False) -> Decimal | None:
    """Return the one value of digits in running text; None if there are two ways to read them."""
    bare = text.strip()
    found = readings(bare.lstrip("0") or "0") if bare.isdigit() else readings(bare)
    if len(found) < 2:
        return found[0] if found else None
    if "." in bare:
        return None if share else found[0]
    return found[0] if share or small else None
