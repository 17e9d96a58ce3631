"""When an article speaks."""

import re
from collections.abc import Sequence
from datetime import date, timedelta

from hoctap.contribute.articles.named_times import EVENTS
from hoctap.contribute.naming.periods import periods_in
from hoctap.model.period_kinds import MOMENT

_DATE = re.compile(r"(?<!\d)(\d{1,2})\s?[/.-]\s?(\d{1,2})\s?[/.-]\s?((?:19|20)\d\d)(?!\d)")
# «date 2025-08-22 Trao tặng …», «2025-08-22T07:00»: as programs write the day on which a page came out.
_DATE_OF_PAGE = re.compile(r"(?:date )?((?:19|20)\d\d)-(\d\d)(?:-(\d\d))?(?![\d/-])")
_DATE_IN_WORDS = re.compile(r"(?<!\d)(\d{1,2})\s+tháng\s+(\d{1,2})\s+năm\s+((?:19|20)\d\d)")
# «Sáng mồng 6 Tết Ất Tỵ (3/2/2025)», «Ngày rằm tháng Giêng (12/2)»
_LUNAR = r"(?:ngày )?(?:mồng|mùng|rằm|(?:\d{1,2} )?tháng (?:Giêng|Chạp))[^().;,]{0,30}(?=\()"
_EVENT = re.compile(
    r"(?:^|[-–—)]\s*|(?<=[.!?] )(?=Sáng|Chiều|Tối)|,\s*(?=sáng|chiều|tối|ngày \d{1,2}/\d{1,2}(?:/\d{4})?, tại\b)|"
    rf"\btại {EVENTS}\b[^.;,()\d]{{0,50}} (?=ngày|sáng|chiều|tối)|"
    rf"\b(?i:{EVENTS}) (?:được |đã )*(?:tổ chức |đúng )(?:vào |trong )?(?=ngày|sáng|chiều|tối)|"
    r"\b(?:họp|diễn ra|khai mạc)(?: vào| trong)? (?=ngày|sáng|chiều|tối)|"
    rf"\b(?i:{EVENTS})\b[^.;]{{0,80}}, vào (?=ngày|sáng|chiều|tối))"
    r"(?:[Nn]gày|[Ss]áng|[Cc]hiều|[Tt]ối)\s+(?:nay,?\s+|qua,?\s+|"
    rf"{_LUNAR})?"
    r"\(?(?:ngày\s+)?(\d{1,2})\s?[/.-]\s?(\d{1,2})(?:\s?[/.-]\s?((?:19|"
    r"20)\d\d))?(?!\s*(?:của|về)|\d)"
)
# «Trong ngày 6 và 7/12, …»: of no one day.
_SEVERAL_DAYS = re.compile(
    r"(?:^|[-–—)]\s*)(?:Trong |Từ )?(?:(?:hai|2|ba|3) )?[Nn]gày\s+\(?\d{1,2}(?:, \d{1,2})?\s?(?:và|-|–|đến)\s?"
    r"(?:ngày )?(\d{1,2})[/.-](\d{1,2})(?:[/.-]((?:19|20)\d\d))?(?!\d)"
)
_YEARS_AFTER = re.compile(
    r"(?:19|20)\d\d\b.*\bnăm sau\b[^.;\d]{0,40}?(\d{1,2})[/.-](\d{1,2})[/.-]((?:19|20)\d\d)(?!\d)"
)
_SCHOOL_BEGINS = 8
_SOON = timedelta(days=10)  # until what happened is written of
_SHORT = 60  # letters: a line of a name and a day, no sentence
_COUNTED_ON = re.compile(r"số liệu[^.;,]{0,24}đến (?:hết )?(?:ngày )?(\d{1,2})[/.-](\d{1,2})[/.-]((?:19|20)\d\d)")
# «Trước đó, sáng 12/3, …»: not the day that the article speaks of.
_BEFORE = re.compile(r"[Tt]rước đ(?:ó|ây)[\s,]*(?:vào\s+)?(?:(?:sáng|chiều|tối)\s+)?(?:ngày\s+)?\(?$")

# «Quyết định số 89/QĐ-TTg ngày 9-1-2013»
_OF_DOCUMENT = re.compile(
    r"\b(?:[Qq]uyết định|[Nn]ghị quyết|[Kk]ế hoạch|[Cc]hỉ thị|[Cc]ông văn|[Tt]hông tư|[Nn]ghị định|[Kk]ết luận)"
    r"(?: số)? \S*\d\S* (?:ký |ban hành )?ngày $"
)
# «Ngày 14/3/2025, Chủ tịch UBND tỉnh ban hành Quyết định số 587»
_SIGNED = re.compile(
    r"[^.;\d]{0,80}?\b(?:ban hành|ký)\b[^.;\d]{0,16}(?:[Qq]uyết định|[Kk]ế hoạch|[Cc]ông văn|[Nn]ghị quyết)"
)


def article_date(lines: Sequence[str], above: Sequence[str] = ()) -> str:
    """Return when an article speaks: the day of its event, else the month it was published; empty if not known.

    A day `above` its headline may be today's: it only gives its year to an event of the days before it.
    """
    last = _last_past(lines)
    day = _day_of_event(lines, above, last)
    is_of_page = any(len(line) < _SHORT and _published((line,)) for line in lines[:6])
    # «Ngày 21/6/2021, hội ban hành đề án. … Tính đến hết tháng 7/2023, …» speaks of then.
    return day if is_of_page or not day or last[: len(day)] <= day else last[:7]


def _day_of_event(lines: Sequence[str], above: Sequence[str], last: str) -> str:
    published = _published(lines)
    if day := _looking_back(lines):
        return day
    for line in lines[:5]:
        if (days := _SEVERAL_DAYS.search(line)) and (year := days[3] or published[:4] or _year_of(line, int(days[2]))):
            return _iso(year, days[2], days[1])[:7]
        hit = next((each for each in _EVENT.finditer(line) if not _is_before(each)), None)
        if hit and (year := hit[3] or published[:4] or _year_above(hit, above) or _year_of(line, int(hit[2]))):
            day = _iso(year, hit[2], hit[1])
            if not (hit[3] or published) and day < last:  # «… năm 2024. Trước đó, ngày 23-12-2024, …» is of 2025
                day = _iso(str(int(year) + 1), hit[2], hit[1])
            is_of_year = not published or (day[: len(published)] <= published and day[:4] == published[:4])
            if day and is_of_year and (len(published) != len("2020-09") or day.startswith(published)):
                return day
    if len(published) == len("2016-01-30") and any(_TODAY.search(line) for line in lines):
        return published
    published = published or _at_the_end(lines)
    below = (_iso(published[:4], hit[2], hit[1]) for line in lines[5:] for hit in _EVENT.finditer(line) if not hit[3])
    return next((day for day in below if _is_just_before(day, published)), published[:7] or _month_of_event(lines))


def _at_the_end(lines: Sequence[str]) -> str:
    """Return the day that stands at the end of an article, alone or behind who wrote it: «Minh Thuận, 04/05/2023»."""
    hits = (hit for line in lines[-3:] if len(line) < _SHORT and (hit := _LAST_DAY.fullmatch(line)))
    return next((_iso(hit[3], hit[2], hit[1]) for hit in hits), "")


_LAST_DAY = re.compile(r"[^\d]{0,40}?(?<!\d)(\d{1,2})[/.-](\d{1,2})[/.-]((?:19|20)\d\d)\W*")


# «Sáng nay, đồn trao 15 xe đạp», «Đúng ngày khai giảng, …»: on the day of the page.
_TODAY = re.compile(r"(?:^|[.;] )\W*(?:(?:Sáng|Chiều|Tối|Hôm) nay|Đúng (?:vào )?ngày(?! \d))\b")


def _is_just_before(day: str, page: str) -> bool:
    """Return whether something of a day may be news on another one; not where one of them is no day."""
    if len(page) != len("2016-01-30") or not day:
        return False
    return timedelta(0) <= date.fromisoformat(page) - date.fromisoformat(day) < _SOON


# «Trước đó, ngày 23-12-2024, …», «tháng 6/2024, quỹ đã trao …», «tính đến hết tháng 7/2023»
_PAST = re.compile(
    r"(?:[Tt]rước đó,? (?:(?:vào|sáng|chiều|tối) )*ngày |[Tt]ính đến (?:hết |cuối )?(?:ngày )?)"
    r"(?P<d>\d{1,2})\s?[/.-]\s?(?P<m>\d{1,2})\s?[/.-]\s?(?P<y>(?:19|20)\d\d)|"
    r"[Tt]ính đến (?:hết |cuối )?tháng (?P<n>\d{1,2})\s?[/.-]\s?(?P<z>(?:19|20)\d\d)|"
    r"\b[Tt]háng (?P<o>\d{1,2})\s?[/.-]\s?(?P<x>(?:19|20)\d\d),[^,;.\d]{2,40}\bđã\b"
)


def _last_past(lines: Sequence[str]) -> str:
    """Return the last day or month that the lines tell as past; empty where they tell none."""
    hits = [hit for line in lines for hit in _PAST.finditer(line)]
    days = (_iso(hit["y"], hit["m"], hit["d"]) for hit in hits if hit["d"])
    months = (_iso(hit["z"] or hit["x"], hit["n"] or hit["o"], "1")[:7] for hit in hits if not hit["d"])
    return max([*days, *months], default="")


def _year_above(hit: re.Match[str], above: Sequence[str]) -> str:
    """Return the year of a day above the headline, if an event without its year was right before that day."""
    page = _published(above)
    return page[:4] if _is_just_before(_iso(page[:4] or "0", hit[2], hit[1]), page) else ""


def _looking_back(lines: Sequence[str]) -> str:
    """Return the later of two days of a paragraph: «Ngày 1/10/2000, … Hai mươi năm sau, ngày 1/10/2020, …»."""
    for line in lines[:5]:
        if later := _YEARS_AFTER.search(line):
            return _iso(later[3], later[2], later[1])
    return ""


# «khen thưởng học sinh có thành tích trong năm học 2024 - 2025»: at its end.
_ACHIEVED_IN = re.compile(r"\b(?:thành tích|kết quả|học (?:sinh )?giỏi|đạt giải|đoạt giải)\b[^.;]{0,60}$")


def _year_of(line: str, month: int) -> str:
    """Return the year of a day told without one, by the school year or the one year that its line names."""
    school = re.search(r"năm học ((?:19|20)\d\d)\s?[-–]\s?((?:19|20)\d\d)", line) or _bare_school_year(line)
    if school:
        is_over = _ACHIEVED_IN.search(line[: school.start()]) is not None
        return school[1] if month >= _SCHOOL_BEGINS and not is_over else school[2]
    if congress := re.search(r"\bĐại hội\b.{0,80}\bnhiệm kỳ ((?:19|20)\d\d)", line):
        return congress[1]  # with which a term begins
    if reviewed := re.search(
        r"\b(?:biểu dương|tuyên dương|tổng kết)\b[^.]*\bgiai đoạn (?:19|20)\d\d\s?[-–]\s?((?:19|20)\d\d)", line
    ):
        return reviewed[1]
    if (over := _REVIEWED.search(line)) and not _LONGER_SPAN.search(line):
        year, is_next = int(over[1]), month <= _REVIEWS_OUT_BY
        return str(year + is_next) if is_next or month >= _REVIEWS_FROM else ""
    # «… năm 2024», «học bổng “Vì tương lai 2023”»
    years = set(re.findall(r"(?:\bnăm |(?<= )(?=\d{4}[”\"]))((?:19|20)\d\d)(?!\s?[-–])", line))
    return years.pop() if len(years) == 1 else ""


# «Ngày 18/1, hội tổng kết công tác năm 2017, bàn chương trình năm 2018»: a year is reviewed at its end or right after.
_REVIEWED = re.compile(r"\b[Tt]ổng kết\b[^.;]*?\bnăm ((?:19|20)\d\d)\b(?!\s?[-–])")
_REVIEWS_FROM, _REVIEWS_OUT_BY = 10, 4
_LONGER_SPAN = re.compile(r"\bnăm học\b|\bgiai đoạn\b|\bnhiệm kỳ\b|\b\d+ năm\b")


def _bare_school_year(line: str) -> re.Match[str] | None:
    """Return the one span of two years running that a line names, of nothing else: «học bổng A 2022-2023»."""
    spans = list(re.finditer(r"(?<![\d/.-])((?:19|20)\d\d)\s?[-–]\s?((?:19|20)\d\d)(?![\d/-]|\.\d)", line))
    is_one = len(spans) == 1 and int(spans[0][2]) - int(spans[0][1]) == 1
    return spans[0] if is_one and not re.search(r"(?:nhiệm kỳ|giai đoạn)\W*$", line[: spans[0].start()]) else None


def counted_on(lines: Sequence[str]) -> str:
    """Return the day that a report says its figures are of: «(số liệu tính đến ngày 20/12/2023)»."""
    found = (_COUNTED_ON.search(line.lower()) for line in lines[:8])
    return next((_iso(hit[3], hit[2], hit[1]) for hit in found if hit), "")


def last_moment(lines: Sequence[str]) -> str:
    """Return the last month that an article without a date gives figures of: «Tính đến tháng 10/2024, …»."""
    past = [line for line in lines if not re.search(r"phấn đấu|mục tiêu|dự kiến|\bsẽ\b", line.lower())]
    found = [each.period for line in past for each in periods_in(line) if each.kind == MOMENT and "đến" in each.words]
    named = [each.period for line in past for each in periods_in(line) if each.kind == MOMENT] if found else []
    return max((*found, *(each for each in named if len(each) == len("2015-09"))), default="")[:7]


# «Tháng 10/2025, Hội Khuyến học tỉnh tổ chức hội nghị», «Trung tuần tháng 10/2025, …»
_IN_MONTH = re.compile(
    r"(?:^|[-–—)]\s*)(?:(?:Trung tuần|Đầu|Giữa|Cuối|Những ngày (?:đầu|giữa|cuối)) t|T)háng "
    r"(\d{1,2})\s?(?:[/.-]|năm)\s?(20\d\d)\b"
)


def _month_of_event(lines: Sequence[str]) -> str:
    """Return the month that one of the first lines opens with as that of what happened."""
    found = (_IN_MONTH.search(line) for line in lines[1:4])
    return next((_iso(hit[2], hit[1], "1")[:7] for hit in found if hit), "")


def _published(lines: Sequence[str]) -> str:
    """Return the first date of the first lines; short lines may have it in words, or the month alone."""
    for line in lines[:6]:
        if (page := _DATE_OF_PAGE.match(line)) and (day := _iso(page[1], page[2], page[3] or "1")):
            return day if page[3] else day[:7]
        forms = (_DATE, _DATE_IN_WORDS) if len(line) < _SHORT else (_DATE,)
        found = (hit for form in forms for hit in form.finditer(line) if not _is_before(hit))
        hits = sorted(found, key=lambda hit: hit.start())
        if day := next((day for hit in hits if (day := _iso(hit[3], hit[2], hit[1]))), ""):
            return day
        if line != lines[0] and (month := re.fullmatch(r"(?:[Tt]háng )?(\d{1,2})\s?[/.-]\s?(20\d\d)", line)):
            return _iso(month[2], month[1], "1")[:7]
        if line != lines[0] and line[:1] == "(" and (month := re.search(r"tháng (\d{1,2})[/ ](20\d\d)", line)):
            return _iso(month[2], month[1], "1")[:7]
    return ""


# «được thành lập ngày 8/10/1999», «kể từ ngày 2/10/1996»
_BEGAN = re.compile(r"\b(?:thành lập|ra đời|ra mắt|sinh|từ|tái lập|chia tách|sáp nhập)\W+(?:(?:vào|từ) )?(?:ngày )?$")
# «(10-10-1997 - 10-10-2017)»: what lasted until the second day.
_TO_ANOTHER = re.compile(r"\s*[-–—]\s*\d{1,2}[/.-]\d{1,2}[/.-](?:19|20)\d\d")


def _is_before(day: re.Match[str]) -> bool:
    """Return whether something else was on a day, before that which is told: a decision was signed, years began."""
    before = day.string[: day.start()]
    is_of_document = _SIGNED.match(day.string, day.end()) or _OF_DOCUMENT.search(before)
    if _TO_ANOTHER.match(day.string, day.end()):
        return True
    return (is_of_document or _BEFORE.search(before) or _BEGAN.search(before)) is not None


def _iso(year: str, month: str, day: str) -> str:
    try:
        return date(int(year), int(month), int(day)).isoformat()
    except ValueError:
        return ""
