"""The one reader of a period: what people write for the time of a figure, as the data writes it, with its kind.

«6 tháng đầu năm 2025» is 2025-01/2025-06, a half-year; «Năm học 2024-2025» is 2024/2025, a school year. `stock_flow`
of the indicator settles what the words leave open (a year is a moment of a stock and a year of a flow). Words with
more than one meaning («cuối năm» of a flow, «2022-2023») and words without a year come back with the text to write.
"""

import re
import unicodedata
from collections.abc import Callable
from dataclasses import dataclass
from datetime import date, timedelta

from hoctap.model.period import parse_period
from hoctap.model.period_kinds import (
    CUMULATIVE,
    HALF,
    MOMENT,
    MONTHS,
    QUARTER,
    SCHOOL_YEAR,
    TERM,
    YEAR,
    kind_of,
    kind_of_span,
)
from hoctap.vietnamese.writing import fold

_ROMAN = {"i": 1, "ii": 2, "iii": 3, "iv": 4}
_NUMBERS = {"mot": 1, "hai": 2, "ba": 3, "bon": 4, "tu": 4, "sau": 6, "chin": 9}
_EXCEL_DAY_ZERO = date(1899, 12, 30)
EXAMPLES = "2024, tháng 6/2024, quý I/2024, 6 tháng đầu năm 2024, năm học 2023-2024, 31/12/2024, giai đoạn 2021-2025"
# Days that Excel counts for 1990 to 2049: outside of it a five-digit number is no date of ours.
SERIALS = range(32874, 54789)


@dataclass(frozen=True, slots=True)
class Read:
    """A period as the data writes it and its kind; `kind` is empty where the words leave it open.

    `must` is empty when it was read; else it says what must hold and `cure` the text to write. `is_question` holds
    where a person only has to choose.
    """

    period: str = ""
    kind: str = ""
    must: str = ""
    cure: str = ""
    is_question: bool = False


def read_period(text: str, stock_flow: str = "") -> Read:
    """Return the period that a text says of an indicator of this `stock_flow` (empty: not known)."""
    words = _folded(text)
    for pattern, read in _WAYS:
        found = pattern.fullmatch(words)
        if found:
            try:
                return read(found, stock_flow)
            except ValueError:
                return Read(must="phải là thời kỳ có thật", cure="xem lại ngày, tháng")
    return _unread(words)


def _folded(text: str) -> str:
    bare = fold(unicodedata.normalize("NFC", text).replace("–", "-").replace("—", "-"))
    return " ".join(re.sub(r"\s*([-/.])\s*", r"\1", " ".join(bare.split())).split()).strip(" .,;:")


Way = Callable[["re.Match[str]", str], Read]


def _day(found: "re.Match[str]", stock_flow: str) -> Read:
    day = date(int(found["y"]), int(found["m"]), int(found["d"]))
    if found.groupdict().get("since") or stock_flow not in ("flow", "ratio-of-flow"):
        return _since(day) if found.groupdict().get("since") else Read(day.isoformat(), MOMENT)
    # A flow «đến 30/6/2025» began some day, and the words do not say which.
    year, end = day.year, f"{day.day}/{day.month}/{day.year}"
    if found.groupdict().get("cumulative"):
        return Read(day.isoformat(), CUMULATIVE)
    if found.groupdict().get("once"):
        return Read(day.isoformat(), MOMENT)
    cure = f"ghi «từ đầu năm {year} đến {end}», «lũy kế đến {end}», hoặc «một đợt ngày {end}»"
    return Read(day.isoformat(), "", "phải rõ tính từ bao giờ", cure, is_question=True)


def _since(day: date) -> Read:
    if day.month == 12 and day.day == 31:
        return Read(str(day.year), YEAR)
    last = (day + timedelta(1)).day == 1
    text = f"{day.year}-01/{day.year}-{day.month:02d}" if last else f"{day.year}-01-01/{day.isoformat()}"
    return Read(text, kind_of_span(text) if last else MONTHS)


def _month(found: "re.Match[str]", stock_flow: str) -> Read:
    text = f"{found['y']}-{int(found['m']):02d}"
    parse_period(text)
    return Read(text, kind_of(text, stock_flow))


def _to_month(found: "re.Match[str]", stock_flow: str) -> Read:
    read, year, month = _month(found, stock_flow), found["y"], int(found["m"])
    if stock_flow not in ("flow", "ratio-of-flow"):
        return read
    if found["cumulative"]:
        return Read(read.period, CUMULATIVE)
    first = f"«{month} tháng đầu năm {year}», " if month > 1 else ""
    cure = f"ghi {first}«tháng {month}/{year}» nếu chỉ tháng ấy, hoặc «lũy kế đến tháng {month}/{year}»"
    return Read(read.period, "", "phải rõ tính từ bao giờ", cure, is_question=True)


def _day_span(found: "re.Match[str]", _stock_flow: str) -> Read:
    last = date(int(found["z"]), int(found["n"]), int(found["e"]))
    first = date(int(found["y"] or last.year), int(found["m"]), int(found["d"]))
    if last <= first:
        raise ValueError("a span ends after it begins")
    after = last + timedelta(1)
    text = f"{first.isoformat()}/{last.isoformat()}"
    if first.day == after.day == 1:
        text = f"{first.year}-{first.month:02d}/{last.year}-{last.month:02d}"
        if first.month == after.month == 1:
            text = f"{first.year}/{last.year}" if last.year > first.year else f"{first.year}"
    if "/" not in text:
        return Read(text, YEAR)
    return Read(text, kind_of_span(text) or (MONTHS if first.year == last.year else CUMULATIVE))


def _quarters(found: "re.Match[str]", _stock_flow: str) -> Read:
    count = _NUMBERS.get(found["n"]) or int(found["n"])
    year, month = found["y"], 3 * count
    return Read(f"{year}-01/{year}-{month:02d}", HALF if count == 2 else MONTHS)


def _roman(found: "re.Match[str]", _stock_flow: str) -> Read:
    number, year = found["q"].upper(), found["y"]
    cure = f"ghi «quý {number}/{year}», hoặc «tháng {_ROMAN[found['q']]}/{year}»"
    return Read("", "", "phải rõ là quý hay tháng", cure, is_question=True)


def _months(found: "re.Match[str]", _stock_flow: str) -> Read:
    count = _NUMBERS.get(found["n"]) or int(found["n"])
    if not 1 <= count <= 12:
        raise ValueError(found["n"])
    first = 13 - count if found["end"] == "cuoi" else 1
    year = found["y"]
    if count == 12:
        return Read(year, YEAR)
    text = f"{year}-{first:02d}/{year}-{first + count - 1:02d}" if count > 1 else f"{year}-{first:02d}"
    return Read(text, HALF if count == 6 else (QUARTER if count == 3 else MONTHS))


def _half(found: "re.Match[str]", _stock_flow: str) -> Read:
    year, first = found["y"], found["end"] == "dau" or found["end"] == "1" or found["end"] == "i"
    return Read(f"{year}-01/{year}-06" if first else f"{year}-07/{year}-12", HALF)


def _quarter(found: "re.Match[str]", _stock_flow: str) -> Read:
    number = _ROMAN.get(found["q"]) or int(found["q"])
    year, first = found["y"], 3 * number - 2
    return Read(f"{year}-{first:02d}/{year}-{first + 2:02d}", QUARTER)


def _school_year(found: "re.Match[str]", _stock_flow: str) -> Read:
    first, last = int(found["y"]), int(found["z"])
    if last < 100:
        last += first // 100 * 100
    if last != first + 1:
        raise ValueError("a school year ends in the next year")
    return Read(f"{first}/{last}", SCHOOL_YEAR)


def _span(found: "re.Match[str]", _stock_flow: str) -> Read:
    first, last, word = int(found["y"]), int(found["z"]), found.groupdict().get("word") or ""
    if last <= first:
        raise ValueError("a span ends after it begins")
    text = f"{first}/{last}"
    if word.startswith(("nhiem ky", "nk")):
        return Read(text, TERM)
    if word or last > first + 1:
        return Read(text, CUMULATIVE)
    cure = f"ghi «năm học {first}-{last}», hoặc «từ năm {first} đến năm {last}»"
    return Read(text, "", "phải rõ là năm học hay hai năm", cure, is_question=True)


def _month_span(found: "re.Match[str]", _stock_flow: str) -> Read:
    year = found["z"]
    text = f"{found.groupdict().get('y') or year}-{int(found['m']):02d}/{year}-{int(found['n']):02d}"
    parse_period(text)
    return Read(text, kind_of_span(text) or MONTHS)


def _year(found: "re.Match[str]", stock_flow: str) -> Read:
    return Read(found["y"], kind_of(found["y"], stock_flow))


def _end_of_year(found: "re.Match[str]", stock_flow: str) -> Read:
    year = found["y"]
    if stock_flow not in ("flow", "ratio-of-flow"):
        return Read(f"{year}-12-31", MOMENT)
    cure = f"ghi «năm {year}» nếu là số cả năm, «lũy kế đến 31/12/{year}» nếu là số cộng dồn"
    return Read(f"{year}-12-31", "", "phải rõ tính từ bao giờ", cure, is_question=True)


def _part_of_year(found: "re.Match[str]", _stock_flow: str) -> Read:
    year = found["y"]
    cure = f"ghi «6 tháng đầu năm {year}», tháng như «tháng 3/{year}», hoặc ngày như «31/3/{year}»"
    return Read("", "", "phải rõ tháng hoặc ngày", cure, is_question=True)


def _serial(found: "re.Match[str]", _stock_flow: str) -> Read:
    day = _EXCEL_DAY_ZERO + timedelta(int(found[0]))
    written = f"{day.day}/{day.month}/{day.year}"
    must = "phải là thời kỳ; đây là số thứ tự mà Excel đổi từ một ngày"
    return Read(day.isoformat(), MOMENT, must, f"nếu là ngày {written} thì ghi {written}", is_question=True)


def _as_data(found: "re.Match[str]", stock_flow: str) -> Read:
    parse_period(found[0])
    return Read(found[0], kind_of(found[0], stock_flow))


_Y = r"(?P<y>(?:19|20)\d\d)"
_Z = r"(?P<z>(?:19|20)\d\d)"
_TO_NOW = (
    r"(?:(?P<since>tu dau nam(?: \d{4})? (?:den|toi) (?:het )?)|(?P<cumulative>luy ke (?:tu dau )?(?:den|toi)? ?)|"
)
_TO_NOW += r"(?:tinh )?(?:den|toi)(?: het| nay la| thoi diem)? |tai thoi diem |thoi diem )?"
_NGAY = rf"{_TO_NOW}(?:het )?(?:ngay )?"
_TO_MONTH = r"(?:(?P<cumulative>luy ke (?:tu dau )?(?:den|toi)? ?)|(?:tinh )?(?:den|toi) )(?:het |cuoi )?"
_WAYS: tuple[tuple[re.Pattern[str], Way], ...] = tuple(
    (re.compile(pattern), read)
    for pattern, read in (
        (r"(?:19|20)\d\d-\d\d(-\d\d)?(/(?:19|20)\d\d(-\d\d(-\d\d)?)?)?", _as_data),
        (r"(?:19|20)\d\d/(?:19|20)\d\d-\d\d(-\d\d)?", _as_data),
        (rf"(?:(?:ca )?nam )?{_Y}", _year),
        (rf"{_NGAY}(?P<d>\d{{1,2}})[/.-](?P<m>\d{{1,2}})[/.-]{_Y}", _day),
        (rf"{_NGAY}(?P<d>\d{{1,2}}) thang (?P<m>\d{{1,2}}),? nam {_Y}", _day),
        (rf"{_Y}[-/.](?P<m>\d{{1,2}})[-/.](?P<d>\d{{1,2}})", _day),
        (rf"(?:thang |t)?(?P<m>\d{{1,2}})(?:[/.-]| nam ){_Y}", _month),
        (rf"quy (?P<q>iv|i{{1,3}}|[1-4])(?:[/.-]| nam | )?{_Y}", _quarter),
        (rf"q(?P<q>[1-4])[/.-]? ?{_Y}", _quarter),
        (rf"{_Y}[-/ ]?q(?P<q>[1-4])", _quarter),
        (rf"(?P<n>\d{{1,2}}|\w+) thang (?:(?P<end>dau|cuoi) )?nam {_Y}", _months),
        (rf"(?P<n>\d{{1,2}}|\w+) thang(?: (?P<end>dau|cuoi))?[/ -]{_Y}", _months),
        (rf"nua (?P<end>dau|cuoi)(?: cua)? nam {_Y}", _half),
        (rf"(?:nam hoc|nh|n\.h) ?{_Y}[-/](?P<z>\d{{2}}(?:\d\d)?)", _school_year),
        (rf"(?P<word>giai doan|nhiem ky(?: dai hoi)?|nk|tu nam|tu) {_Y}(?:[-/]| den nam | den ){_Z}", _span),
        (rf"(?P<word>)(?:nam )?{_Y}[-/]{_Z}", _span),
        (
            (
                rf"(?:tu )?(?:ngay )?(?P<d>\d{{1,2}})/(?P<m>\d{{1,2}})(?:/{_Y})?(?:-| (?:den|toi) )"
                rf"(?:het )?(?:ngay )?(?P<e>\d{{1,2}})/(?P<n>\d{{1,2}})/{_Z}"
            ),
            _day_span,
        ),
        (rf"{_TO_MONTH}thang (?P<m>\d{{1,2}})(?:[/.-]| nam ){_Y}", _to_month),
        (rf"(?P<n>[23]|hai|ba) quy(?: dau)?(?: nam)?[/ ]{_Y}", _quarters),
        (rf"(?P<q>iv|i{{1,3}})[/-]{_Y}", _roman),
        (
            rf"(?:tu )?thang (?P<m>\d{{1,2}})(?:[/-]{_Y})?(?:-| den )(?:thang )?(?P<n>\d{{1,2}})(?:[/-]| nam ){_Z}",
            _month_span,
        ),
        (rf"(?:(?:tinh )?(?:den|toi) )?(?:het|cuoi) nam {_Y}|(?:tinh )?(?:den|toi) het nam (?P<y2>x)", _end_of_year),
        (rf"(?:tinh )?(?:den|toi) nam {_Y}", _end_of_year),
        (rf"(?:dau|giua) nam {_Y}", _part_of_year),
        (r"[345]\d{4}", _serial),
    )
)


def _unread(words: str) -> Read:
    """Return the text to write for words that name a time but not its year, and for two-digit years."""
    if found := re.fullmatch(r"(?:ngay )?(\d{1,2})[/.-](\d{1,2})[/.-](\d{2})", words):
        cure = f"ghi đủ bốn chữ số của năm: {found[1]}/{found[2]}/20{found[3]}"
        return Read(must="phải có năm bốn chữ số", cure=cure)
    if found := re.fullmatch(r"(?:thang )?(\d{1,2})[/.-](\d{1,2})", words):
        cure = f"ghi đủ như 31/12/2024, hoặc tháng/năm như {min(int(found[1]), 12)}/2024"
        return Read(must="phải rõ năm", cure=cure)
    named = {
        "cuoi nam": "cuối năm 2024", "dau nam": "6 tháng đầu năm 2024", "ca nam": "năm 2024", "nam nay": "năm 2024",
        "nam ngoai": "năm 2024", "nam truoc": "năm 2024", "hien nay": "31/12/2024", "den nay": "đến 31/12/2024",
        "6 thang": "6 tháng đầu năm 2024", "6 thang dau nam": "6 tháng đầu năm 2024", "nam hoc": "năm học 2023-2024",
    }  # fmt: skip
    for word, text in named.items():
        if words == word:
            return Read(must="phải ghi rõ năm", cure=f"ghi như «{text}»")
    if re.match(r"hoc ky|hk", words):
        cure = "ghi các tháng của học kỳ, như «tháng 9/2023 đến tháng 1/2024»; cả năm học thì «năm học 2023-2024»"
        return Read(must="phải rõ học kỳ gồm những tháng nào", cure=cure)
    if re.fullmatch(r"quy (iv|i{1,3}|[1-4])", words):
        return Read(must="phải ghi rõ năm", cure=f"ghi như «quý {words[4:].upper()}/2024»")
    return Read(must="phải là một thời kỳ", cure=f"ghi như {EXAMPLES}")
