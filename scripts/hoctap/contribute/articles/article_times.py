"""When figures hold whose own words do not say it: the time that the headline and first lines look back on."""

import re
from collections.abc import Sequence
from dataclasses import dataclass

from hoctap.contribute.articles.events import ACHIEVED
from hoctap.contribute.articles.goals import without_documents
from hoctap.contribute.articles.named_times import Spoken, is_compared
from hoctap.contribute.articles.spans import ALL_OF_SPAN, FOUNDED, relative
from hoctap.contribute.articles.terms import is_of_congress, term_at
from hoctap.contribute.naming.periods import OPEN_START, NamedPeriod, periods_in
from hoctap.contribute.naming.times_of_title import TO_COME
from hoctap.model.period_kinds import CUMULATIVE, HALF, MOMENT, MONTHS, QUARTER, TERM, YEAR
from hoctap.model.record import Indicator

# A span whose beginning the words do not state.
OPEN_SPAN = re.compile(
    rf"{OPEN_START}|{ALL_OF_SPAN}|"
    r"\bnhiệm kỳ (?:vừa )?qua\b|\btừ (?:khi|ngày|lúc) (?:[^\W\d]+ ){1,4}(?:đến|tới) nay|(?:nhiều|những) năm qua|"
    r"\bsau \d+ tháng\b|\b(?:\d+|hai|ba) năm học\b(?! \d)|"
    r"(?:trong|sau|qua|hơn|gần|suốt|tổng kết|lũy kế|luỹ kế)\s+\d+\s+năm(?:\s+qua)?\b|\b\d+ năm qua\b|"
    r"tính từ (?:ngày|khi) (?:thành lập|ra đời)"
)
_REVIEW = re.compile(r"(?:tổng kết|đánh giá|kết quả)[^.;:]{0,60}?năm ((?:19|20)\d\d)(?!\s*[-–])")
GIVEN_YEARLY = ("learning-", "studious-")  # how identifiers of titles begin
# What a headline goes on with of what is to be done: «…, nhiệm vụ 6 tháng cuối năm 2026».
_TO_COME = rf"{TO_COME}|triển khai (?:công tác|cuộc vận động|chương trình|phong trào)"


@dataclass(frozen=True, slots=True)
class When:
    """A period, its kind, and how sure it is: its status as the data write it; all empty where nobody says."""

    period: str
    kind: str
    status: str


# When something had just begun: «Đầu nhiệm kỳ, hội có 10.215 hội viên», «khi mới thành lập năm 2001, …».
_AT_FIRST = re.compile(
    r"(?:^|[.;:,]\s)\W*(?:(?:vào|từ|ở) )?(?:(?:những|trong) (?:ngày|năm|buổi) đầu(?! (?:năm|tuần|tháng))|"
    r"(?:buổi|ban|lúc|hồi|thuở) đầu|"
    r"(?P<term>(?:đầu|(?:khi |lúc )?bước vào) nhiệm kỳ(?: (?P<first>(?:19|20)\d\d)\s?[-–]\s?(?:19|20)\d\d)?)|"
    r"(?:lúc|khi|ngày) (?:mới |đầu )?(?:thành lập|ra đời)(?:,? (?:vào )?năm (?P<y>(?:19|20)\d\d))?)\b"
    r"(?!.*(?:\bnay\b|\bhiện\b|\bsau\b|(?:19|20)\d\d|\bđến (?:cuối|hết|tháng)\b))"
)
_FOUNDED_IN = re.compile(
    rf"(?:\bnăm |/)((?:19|20)\d\d)\b[^.;]{{0,90}}?\b{FOUNDED}\b|\b{FOUNDED}\b[^.;\d]{{0,40}}? năm ((?:19|20)\d\d)\b"
)


def at_first(before: str, earlier: Sequence[str], *, flow: bool) -> When | None:
    """Return when there was what a sentence says of the beginning; nothing if no year is named, None of other times.

    `earlier` is its paragraph before it and the lines above that: the first to name a year of founding gives it.
    """
    hit = _AT_FIRST.search(before)
    if hit is None:
        return None
    founded = (found for text in earlier if (found := {one or other for one, other in _FOUNDED_IN.findall(text)}))
    own = hit["y"] or hit["first"]
    years = {own} if own else set() if hit["term"] else next(founded, set())
    return When(years.pop(), YEAR, "stated") if len(years) == 1 and not flow else When("", "", "")


_BEGAN = re.compile(
    rf"(?:\b(?:{FOUNDED}|bắt đầu|triển khai|thực hiện|phát động)\b"
    r"(?: [^\W\d]+){0,3}? (?:từ |vào )?năm|\btừ năm) ((?:19|20)\d\d)\b(?! ?[-–]| (?:đến|tới) (?:nay|năm))"
)
# Up to when what has been done since is counted: «Đến nay, 47 lượt em đã được đỡ đầu», «đến hết năm 2023 đã thưởng …».
_SO_FAR = re.compile(
    r"(?:^|[.;,]\s|\b)(?:(?:tính )?đến nay|(?:tính )?đến (?:hết|cuối) năm (?P<y>(?:19|20)\d\d)|"
    r"tính từ (?:ngày|khi) (?:thành lập|ra đời))\b(?!.*\bnăm (?:19|20)\d\d)"
)


# «Sau 24 năm, từ 3.200 hội viên, 22 hội cơ sở, đến nay huyện có …»
_ONCE = re.compile(
    r"(?:^|[.;:,]\s)\W*từ (?:(?:chỗ|chỉ|có|con số|hơn|gần|vỏn vẹn) )*(?:[\d.]+ (?!năm\b|tháng\b|ngày\b)[^\W\d][^.;]*)?$"
)
_AND_NOW = re.compile(r"(?:[^.;]|(?<=\d)\.(?=\d))*?,? (?:(?:đến|tới|hiện) nay|nay|hiện)\b (?!lên|xuống)")


def once(before: str, after: str) -> bool:
    """Return whether a number is one of those from which there came to be what there is now, of no time named."""
    hit = _ONCE.search(before)
    return hit is not None and not re.search(r"\bnay\b|\bnăm\b", hit[0]) and _AND_NOW.match(after) is not None


# «Lũy kế từ ngày thành lập (2008) đến nay», «từ khi lập quỹ năm 2008 đến nay»
_SINCE_FOUNDED = re.compile(
    rf"\btừ (?:khi|ngày|lúc)[^,;.\d]*\b{FOUNDED}\b[^,;.\d]{{0,30}}"
    r"(?:(?:năm |\()(?P<y>(?:19|20)\d\d)\)?,? )?(?:đến|tới) nay"
)


def since_beginning(before: str, paragraph: str, day: str, lines: Sequence[str] = ()) -> When | None:
    """Return the years from one in which something began up to now, of what is counted since; None without one.

    What is counted since a founding is so since the one year of it that the `lines` name.
    """
    if day and (since := _SINCE_FOUNDED.search(before)):
        named = {one or other for one, other in _FOUNDED_IN.findall(" ".join(lines).lower())}
        first = since["y"] or (named.pop() if len(named) == 1 else "")
        status = "stated" if since["y"] else "inferred"
        return When(f"{first}/{day[:4]}", CUMULATIVE, status) if "" < first < day[:4] else When("", "", "")
    so_far = _SO_FAR.search(before)
    if so_far is None or not day:
        return None
    began = [hit[1] for hit in _BEGAN.finditer(f"{paragraph} {before[: so_far.start()]}")]
    until = so_far["y"] or day[:4]
    return When(f"{began[-1]}/{until}", CUMULATIVE, "stated") if began and began[-1] < until else None


def undated(lines: Sequence[str]) -> When:
    """Return what an article without a date says first of its time."""
    found = of_the_article(lines, "")
    return When(found.period, found.kind, "inferred") if found else When("", "", "")


# «Từ nay đến năm 2015, phấn đấu …»
_OF_AIMS = re.compile(r"(?:^|(?<=\. ))[^.]*\b(?:phấn đấu|mục tiêu|dự kiến|sẽ)\b(?:[^.]|\.(?=\d))*")
# A year beside the one that an article is of: «Năm 2021, quỹ thu 64 triệu đồng; năm nay …», «từ 90,5% năm 2016 lên …».
_OF_OTHERS = re.compile(
    r"\b[Nn]ăm (?:19|20)\d\d\b(?=(?:[^.]|\.(?=\d))*[;,] (?:còn )?năm nay\b)|"
    r"\b(?:[Nn]ếu(?: như)?|thì) năm (?:19|20)\d\d\b|"
    r"\btừ [\d.,]+(?: ?%)?(?: [^\W\d]+){0,4} năm (?:19|20)\d\d(?= (?:lên|xuống|còn|tăng|giảm)\b)"
)
# A month, or the months since one, are of what stands beside them.
_OF_ITS_OWN = re.compile(r"\W*(?:(?:trong|riêng|vào) )*tháng \d|từ (?:đầu )?tháng")


_LEAD = 4  # lines, the headline and that of the day among them


def of_the_article(lines: Sequence[str], day: str, *, flow: bool = False) -> When | None:
    """Return the first span of time that the article names, unless it is still to come; a congress looks back."""
    if flow and (term := _of_the_congress(lines, day)):
        return term
    opening = (*lines[:1], *(_OF_OTHERS.sub(" ", ACHIEVED.sub(" ", _OF_AIMS.sub(" ", each))) for each in lines[1:5]))
    for at, line in enumerate(without_documents(re.sub(r"\([^()]*\)", " ", each)) for each in opening):
        half = relative(re.split(rf",? (?:và )?(?:{_TO_COME})", line.lower())[0], day, ())
        span = (half[1],) if half and "tháng" in half[1].words and not _OF_ITS_OWN.match(half[1].words) else ()
        for each in (*span, *periods_in(line)):
            if is_compared(line.lower(), each) or _is_to_come(line.lower(), each) or _is_of_founding(line, each):
                continue
            if re.match("riêng|trong riêng", each.words):
                continue  # «Riêng năm 2023, dòng họ vận động được …» dates that alone
            if at >= _LEAD and each.kind in (HALF, QUARTER, MONTHS):
                continue  # a part of a year that is named below the lead is of what is told beside it
            if each.kind not in (MOMENT, CUMULATIVE, TERM) and (not day or each.period[:4] <= day[:4]):
                return When(each.period, each.kind, "inferred" if at >= _LEAD or each.kind == YEAR else "stated")
    return None


_SPAN_OF_AIM = re.compile(
    r"\btháng\b|\bquý\b|\bđợt\b|nhiệm kỳ|giai đoạn|chặng đường|thời kỳ|(?:những|các|mấy) năm|lâu dài|năm học|\btuần\b"
)


def year_of_aims(lines: Sequence[str], day: str, sentence: str) -> When:
    """Return the year whose tasks the first lines set, for an aim whose words name no time; nothing where none is set.

    «… tổng kết công tác năm 2022, triển khai nhiệm vụ năm 2023»: what is aimed at is of 2023.
    """
    if _SPAN_OF_AIM.search(sentence.lower()):
        return When("", "", "")
    set_for = (re.search(rf"(?:{_TO_COME})[^.;\d]{{0,40}}\bnăm ((?:19|20)\d\d)\b", line.lower()) for line in lines[:4])
    year = next((hit[1] for hit in set_for if hit), "")
    return When(year, YEAR, "inferred") if year and year >= day[:4] else When("", "", "")


def _is_to_come(text: str, named: NamedPeriod) -> bool:
    """Return whether a headline names a period for what is to be done in it: «…, nhiệm vụ 6 tháng cuối năm 2026»."""
    before = text[: max(text.find(named.words), 0)]
    return re.search(rf"(?:{_TO_COME})[^;.\d]*$", before) is not None


def _is_of_founding(line: str, named: NamedPeriod) -> bool:
    """Return whether a line names a time as that in which something began: «Quỹ của dòng họ ra đời năm 2008»."""
    return re.search(rf"\b{FOUNDED}(?: từ| vào)* {re.escape(named.words)}", line.lower()) is not None


def looks_back(lines: Sequence[str], day: str) -> bool:
    """Return whether an article of a first month of a year, of no day, is about the year before, as its top says."""
    last = str(int(day[:4]) - 1) if day[5:] in ("01", "02", "03") else "-"
    opens = re.compile(rf"\W*(?:\([^()]*\)\W+)?(?:Trong )?[Nn]ăm {last},")
    is_in_lead = any(opens.match(line) for line in lines[1:4])
    return is_in_lead or any(each.kind == YEAR and each.period == last for each in periods_in(lines[0]))


# «Chiều 11/01, … hội nghị tổng kết công tác khuyến học»: of which year, where none is named, its month tells.
_SUMS_UP = re.compile(
    r"\btổng kết (?:công tác|phong trào|hoạt động)\b(?![^.]*(?:nhiệm kỳ|năm học|giai đoạn|\d năm|(?:19|20)\d\d))"
)


def summed_up(lines: Sequence[str], day: str) -> When | None:
    """Return the year that is over for a meeting of the first two months which sums up, and names no time."""
    lead = " ".join(lines[:4]).lower()
    if day[5:7] not in ("01", "02") or not _SUMS_UP.search(without_documents(lead)):
        return None
    return When(str(int(day[:4]) - 1), YEAR, "inferred")


def is_title_of_year(indicator: Indicator, around: Spoken, lines: Sequence[str], day: str) -> bool:
    """Return whether titles, which are given once a year, are counted in an article that reviews a year."""
    if (
        not indicator.indicator_id.startswith("staff-")
        and re.match(r"báo cáo\b", lines[0].lower())
        and any(day[:4] in line for line in lines[:3])
    ):
        return True  # a report of a year: «BÁO CÁO TÓM TẮT / Kết quả … năm 2020»
    if not indicator.indicator_id.startswith(GIVEN_YEARLY):
        return False
    if OPEN_SPAN.search(f"{around.paragraph} {around.before}".lower()):
        return False
    found = (_REVIEW.search(line.lower()) for line in lines[:4])
    return any(hit is not None and day[:4] >= hit[1] for hit in found)


def term_of_years(before: str, lines: Sequence[str], day: str) -> When | None:
    """Return the term that a congress looks back on where words count over its years: «Suốt 5 năm, …»; else None."""
    term, years = _of_the_congress(lines, day), re.search(r"\b(\d+) năm\b", before)
    if term is None or years is None:
        return None
    begin, _, end = term.period.partition("/")
    return term if end and int(end[:4]) - int(begin[:4]) == int(years[1]) else None


def _of_the_congress(lines: Sequence[str], day: str) -> When | None:
    """Return the term that a congress looks back on, for what its article counts without saying since when."""
    terms = [each for line in lines[:4] for each in periods_in(line) if each.kind == TERM]
    if not terms or not day or "đại hội" not in " ".join(lines[:1]).lower():
        return None
    return When(term_at(terms[0].period, day[:4], congress=is_of_congress(lines[:4])), TERM, "inferred")
