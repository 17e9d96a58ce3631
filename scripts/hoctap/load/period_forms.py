"""What each form of a period that people write says: a function for one, of what its pattern found.

A form that is no period, as the 31st of June, is a ValueError. `stock_flow` settles what the words leave open.
"""

import re
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

_ROMAN = {"i": 1, "ii": 2, "iii": 3, "iv": 4}
_NUMBERS = {"mot": 1, "hai": 2, "ba": 3, "bon": 4, "tu": 4, "sau": 6, "chin": 9}
_FLOWS = ("flow", "ratio-of-flow")
_EXCEL_DAY_ZERO = date(1899, 12, 30)


@dataclass(frozen=True, slots=True)
class Read:
    """A period as the data writes it and its kind; `kind` is empty where the words leave it open.

    `must` is empty when it was read; else it says what must hold and `cure` the text to write. `is_question` holds
    where a person only has to choose; `instead` are the times to choose from, where they can be told.
    """

    period: str = ""
    kind: str = ""
    must: str = ""
    cure: str = ""
    is_question: bool = False
    instead: tuple[str, ...] = ()


Way = Callable[["re.Match[str]", str], Read]


def of_day(found: "re.Match[str]", stock_flow: str) -> Read:
    """Return a day; a flow up to it began some day, unless the words say since when."""
    day = date(int(found["y"]), int(found["m"]), int(found["d"]))
    if found.groupdict().get("since") or stock_flow not in _FLOWS:
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


def of_month(found: "re.Match[str]", stock_flow: str) -> Read:
    """Return a month."""
    text = f"{found['y']}-{int(found['m']):02d}"
    parse_period(text)
    return Read(text, kind_of(text, stock_flow))


def of_month_last(found: "re.Match[str]", stock_flow: str) -> Read:
    """Return a month behind its year, «2024/6»."""
    text = f"{found['y']}-{int(found['m'] or found['n']):02d}"
    parse_period(text)
    return Read(text, kind_of(text, stock_flow))


def of_to_month(found: "re.Match[str]", stock_flow: str) -> Read:
    """Return «đến tháng 6/2024»: for a flow it does not say since when."""
    read, year, month = of_month(found, stock_flow), found["y"], int(found["m"])
    if stock_flow not in _FLOWS:
        return read
    if found["cumulative"]:
        return Read(read.period, CUMULATIVE)
    first = f"«{month} tháng đầu năm {year}», " if month > 1 else ""
    cure = f"ghi {first}«tháng {month}/{year}» nếu chỉ tháng ấy, hoặc «lũy kế đến tháng {month}/{year}»"
    return Read(read.period, "", "phải rõ tính từ bao giờ", cure, is_question=True)


def of_day_span(found: "re.Match[str]", _stock_flow: str) -> Read:
    """Return days from one to another, as months or years where they are whole."""
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


def of_quarters(found: "re.Match[str]", _stock_flow: str) -> Read:
    """Return «3 quý đầu năm»."""
    count = _NUMBERS.get(found["n"]) or int(found["n"])
    year, month = found["y"], 3 * count
    return Read(f"{year}-01/{year}-{month:02d}", HALF if count == 2 else MONTHS)


def of_roman(found: "re.Match[str]", _stock_flow: str) -> Read:
    """Return «II/2024», which is a quarter or a month."""
    number, year = found["q"].upper(), found["y"]
    cure = f"ghi «quý {number}/{year}», hoặc «tháng {_ROMAN[found['q']]}/{year}»"
    return Read("", "", "phải rõ là quý hay tháng", cure, is_question=True)


def of_months(found: "re.Match[str]", _stock_flow: str) -> Read:
    """Return the first or last months of a year."""
    count = _NUMBERS.get(found["n"]) or int(found["n"])
    if not 1 <= count <= 12:
        raise ValueError(found["n"])
    first = 13 - count if found["end"] == "cuoi" else 1
    year = found["y"]
    if count == 12:
        return Read(year, YEAR)
    text = f"{year}-{first:02d}/{year}-{first + count - 1:02d}" if count > 1 else f"{year}-{first:02d}"
    return Read(text, HALF if count == 6 else (QUARTER if count == 3 else MONTHS))


def of_half(found: "re.Match[str]", _stock_flow: str) -> Read:
    """Return half a year."""
    year, first = found["y"], found["end"] == "dau" or found["end"] == "1" or found["end"] == "i"
    return Read(f"{year}-01/{year}-06" if first else f"{year}-07/{year}-12", HALF)


def of_quarter(found: "re.Match[str]", _stock_flow: str) -> Read:
    """Return a quarter."""
    number = _ROMAN.get(found["q"]) or int(found["q"])
    year, first = found["y"], 3 * number - 2
    return Read(f"{year}-{first:02d}/{year}-{first + 2:02d}", QUARTER)


def of_school_year(found: "re.Match[str]", _stock_flow: str) -> Read:
    """Return a school year, its end in two digits or four."""
    first, last = int(found["y"]), int(found["z"])
    if last < 100:
        last += first // 100 * 100
    if last != first + 1:
        raise ValueError("a school year ends in the next year")
    return Read(f"{first}/{last}", SCHOOL_YEAR)


def of_span(found: "re.Match[str]", _stock_flow: str) -> Read:
    """Return years from one to another; two that follow each other may be a school year."""
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


def of_month_span(found: "re.Match[str]", _stock_flow: str) -> Read:
    """Return months from one to another."""
    year = found["z"]
    text = f"{found.groupdict().get('y') or year}-{int(found['m']):02d}/{year}-{int(found['n']):02d}"
    parse_period(text)
    return Read(text, kind_of_span(text) or MONTHS)


def of_year(found: "re.Match[str]", stock_flow: str) -> Read:
    """Return a year."""
    return Read(found["y"], kind_of(found["y"], stock_flow))


def of_end_of_year(found: "re.Match[str]", stock_flow: str) -> Read:
    """Return «đến hết năm 2024»: for a flow it does not say since when."""
    year = found["y"]
    if stock_flow not in _FLOWS:
        return Read(f"{year}-12-31", MOMENT)
    cure = f"ghi «năm {year}» nếu là số cả năm, «lũy kế đến 31/12/{year}» nếu là số cộng dồn"
    return Read(f"{year}-12-31", "", "phải rõ tính từ bao giờ", cure, is_question=True)


def of_part_of_year(found: "re.Match[str]", stock_flow: str) -> Read:
    """Return «đầu năm 2024», which names no month; a day alone says of no flow since when."""
    year = found["y"]
    day = "" if stock_flow in _FLOWS else f", hoặc ngày như «31/3/{year}»"
    cure = f"ghi «6 tháng đầu năm {year}», tháng như «tháng 3/{year}»{day}"
    return Read("", "", "phải rõ tháng hoặc ngày" if day else "phải rõ tháng", cure, is_question=True)


def of_serial(found: "re.Match[str]", _stock_flow: str) -> Read:
    """Return a day that Excel shows as its number."""
    day = _EXCEL_DAY_ZERO + timedelta(int(found[0]))
    written = f"{day.day}/{day.month}/{day.year}"
    must = "phải là thời kỳ; đây là số thứ tự mà Excel đổi từ một ngày"
    return Read(day.isoformat(), MOMENT, must, f"nếu là ngày {written} thì ghi {written}", is_question=True)


def as_data(found: "re.Match[str]", stock_flow: str) -> Read:
    """Return a period as the data write it."""
    parse_period(found[0])
    return Read(found[0], kind_of(found[0], stock_flow))
