"""A header whose time the title completes: «đến 31/12» of its year, «Kỳ này» of its time, «2021-2022» a school year."""

import re
import unicodedata
from collections.abc import Sequence

from hoctap.contribute.naming.forms_of_periods import MONTHS_NAMED, MONTHS_NUMBERED, QUARTERS_NAMED
from hoctap.contribute.naming.periods import NamedPeriod, two_years
from hoctap.contribute.naming.words import spelled
from hoctap.model.period_kinds import HALF, MOMENT, MONTHS, QUARTER, SCHOOL_YEAR, YEAR

# What titles and leads call what is still to be done.
TO_COME = r"phương hướng|nhiệm vụ|kế hoạch|mục tiêu"
_YEARS_OF_TERM = 5
# Times that leave their year to the title: «đến 31/12», «6 tháng đầu năm», «Quý I».
_YEARLESS = re.compile(
    r"(?<![\w/.-])(?:((?:tính )?(?:đến )(?:hết )?(?:ngày )?\d{1,2}[/.-]\d{1,2}|ngày \d{1,2}/\d{1,2})(?![\w/.,-])|"
    rf"((?:{MONTHS_NAMED}) tháng(?: đầu năm| cuối năm)?(?! (?:năm |đầu |cuối )?\d)|"
    rf"(?:(?:[23]|hai|ba) quý đầu|nửa (?:đầu|cuối)) năm(?! \d)|{QUARTERS_NAMED}(?!\s?[/-]?\s?\d))|"
    rf"({MONTHS_NUMBERED}|(?:tính )?(?:đến )?cuối năm(?! học))(?![\w/.,-]))(?!\s*(?:/|năm)\s*(?:19|20)\d\d)",
    re.IGNORECASE,
)
# Times left to the title: «Kỳ này», «Cùng kỳ năm trước», «Cùng kỳ 2023».
_LEFT_TO_TITLE = re.compile(
    r"(?P<lead>(?:(?:kết quả |số )?(?:thực hiện|liệu|th)|kết quả|kq)?\s*)\(?"
    r"(?:(?:trong )?kỳ (?P<named>này|báo cáo|trước)|"
    r"trong (?P<part>quý|kỳ|tháng|năm)|(?P<since>(?:lũy|luỹ) kế từ đầu năm)|"
    r"năm (?P<year>này|nay|báo cáo|trước)(?: liền kề)?|"
    r"(?P<same>cùng kỳ)(?: (?:của )?năm (?:trước|ngoái)| (?:năm )?(?P<of>(?:19|20)\d\d))?)\)?",
    re.IGNORECASE,
)
_CARRIED_ON = re.compile(
    r",?\s*\(?(?:được )?chuyển (?:sang|qua) (?:(?:năm|kỳ|quý|tháng) (?:sau|tới)|(?:năm )?((?:19|20)\d\d))\)?",
    re.IGNORECASE,
)
# When something was given, as labels and titles call it.
_OCCASION = re.compile(r"\b(?:nhân dịp|trong dịp|dịp|trong đợt|đợt|trong) (tết|hè|khai giảng|trung thu)\b(?! nguyên)")


def with_school_year(text: str) -> str:
    """Return a header of two years, one after the other, as the school year that it is in a table of school years."""
    years = two_years(text)
    return f"năm học {years[0]}-{years[1]}" if years and years[1] == years[0] + 1 else text


def with_term(text: str) -> str:
    """Return a header of two years as the term that they are in a table of terms, which last five years."""
    years = two_years(text)
    return f"nhiệm kỳ {years[0]}-{years[1]}" if years and years[1] == years[0] + _YEARS_OF_TERM else text


def with_year(text: str, year: str) -> str:
    """Return a text whose times have the year: that of the title, where they name none themselves."""
    if not year or re.search(r"(?<!\d)(?:19|20)\d\d(?!\d)", text):
        return text

    def dated(found: re.Match[str]) -> str:
        if day := found[1]:
            return f"{day}/{year}"
        if month := found[3]:
            return f"{month} {year}" if month.lower().endswith("năm") else f"{month}/{year}"
        part = found[2]
        if part.lower().startswith("quý"):
            return f"{part}/{year}"
        return f"{part} {year}" if part.lower().endswith("năm") else f"{part} đầu năm {year}"

    return _YEARLESS.sub(dated, unicodedata.normalize("NFC", text))


def with_span(text: str, span: NamedPeriod | None) -> str:
    """Return a header that only names a time by that of the title with the time itself; any other as it is.

    «Kỳ trước» of a part of a year may be the part before it or the same part of the year before: it is left.
    """
    found = _LEFT_TO_TITLE.fullmatch(" ".join(text.split())) if span else None
    if span is None or found is None:
        return text
    if found["since"] or found["part"]:
        return _within(span, found)
    is_whole = span.kind in (YEAR, SCHOOL_YEAR)
    word = (found["named"] or found["year"] or "trước").lower()
    if not is_whole and (found["year"] or (found["named"] and word == "trước")):
        return text
    back = int(span.period[:4]) - int(found["of"]) if found["of"] else int(word == "trước")
    return f"{found['lead']} {_written(span, back)}".strip() if _written(span, back) else text


def without_next_time(text: str, year: str) -> str:
    """Return a label without the time after that of the title to which a balance goes: «chuyển sang năm sau»."""
    found = _CARRIED_ON.search(text)
    is_next = found is not None and (not found[1] or (year != "" and int(found[1]) == int(year) + 1))
    return _CARRIED_ON.sub("", text) if is_next else text


def without_time_of_title(text: str, span: NamedPeriod | None, lines: Sequence[str]) -> str:
    """Return the words of a label, spelled, without the occasion that the lines of a table, and its months, are of.

    «Học bổng trao trong hè» of «CHIẾN DỊCH HÈ, từ 01/6 đến 31/8/2024»; of a whole year it would be a part.
    """
    if span is None or span.kind not in (MONTHS, QUARTER, HALF):
        return text
    title = spelled(" ".join(lines))
    hits = [hit for hit in _OCCASION.finditer(text) if re.search(rf"\b{hit[1]}\b", title)]
    left = " ".join(_OCCASION.sub(" ", text).split()) if hits else ""
    return left or text


def is_comparison(text: str) -> bool:
    """Return whether a header only names the time before the one of the table: what stands there is compared with."""
    found = _LEFT_TO_TITLE.fullmatch(" ".join(text.split()))
    return found is not None and bool(found["same"] or "trước" in (found["named"] or found["year"] or "").lower())


def _within(span: NamedPeriod, found: re.Match[str]) -> str:
    """Return the words of «Trong quý», which is all of the span, or of «Lũy kế từ đầu năm», which ends with it."""
    ends = re.fullmatch(r"(\d{4})-(?:\d\d/\1-)?(\d\d)", span.period)
    if found["since"]:
        return f"{ends[1]}-01/{ends[1]}-{ends[2]}" if ends and ends[2] != "01" else found[0]
    if ends and span.kind == MOMENT:  # «Trong tháng» of «BÁO CÁO THÁNG 6 NĂM 2024»
        return f"tháng {ends[2]}/{ends[1]}" if found["part"].lower() in ("tháng", "kỳ") else found[0]
    kinds = {"quý": (QUARTER,), "năm": (YEAR,), "tháng": (), "kỳ": (YEAR, HALF, QUARTER, MONTHS, SCHOOL_YEAR)}
    return _written(span, 0) if span.kind in kinds[found["part"].lower()] else found[0]


def _written(span: NamedPeriod, back: int) -> str:
    """Return the words of a period as many years back."""
    first = int(span.period[:4]) - back
    if span.kind == YEAR:
        return f"năm {first}"
    if span.kind == SCHOOL_YEAR:
        return f"năm học {first}-{first + 1}"
    if span.kind == MOMENT and len(span.period) == len("2024-06-30"):
        return f"đến ngày {span.period[8:]}/{span.period[5:7]}/{first}"
    if span.kind in (HALF, QUARTER, MONTHS) and (months := re.fullmatch(r"(\d{4})-(\d\d)/\1-(\d\d)", span.period)):
        return f"{first}-{months[2]}/{first}-{months[3]}"
    return ""
