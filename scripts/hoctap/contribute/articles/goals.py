"""Whether a figure of an article is a result or what is to be reached."""

import re
from collections.abc import Sequence
from datetime import timedelta

from hoctap.contribute.articles.spans import part_of_year
from hoctap.contribute.naming.forms_of_periods import MONTHS_NAMED
from hoctap.contribute.naming.periods import NamedPeriod, periods_in
from hoctap.model.period import parse_period
from hoctap.model.period_kinds import HALF, MONTHS, QUARTER, SCHOOL_YEAR, TERM, YEAR

# What was done stands beside its plan: «kế hoạch là 300 hội viên, thực hiện 310», «…, nhưng hội kết nạp 310 hội viên».
_AND_DONE = (
    r"(?:[,;]|\bnhưng|\bsong)(?: thì| nhưng| song)? (?:thực hiện|thực tế|(?:các cấp |tỉnh |huyện |thành )?hội|tỉnh|"
    r"huyện|xã|(?:nhà )?trường(?! học)|toàn \w+)\b"
)
_GOAL = re.compile(
    r"(?<!đăng ký )(?<!đăng kí )phấn đấu|mục tiêu|chỉ tiêu đặt ra|\bđặt (?:chỉ tiêu|kế hoạch)|"
    r"(?:đề|đặt|xác định) (?:ra )?(?:các |một số |\d+ )?(?:nhóm )?chỉ tiêu|dự (?:kiến|tính)|"
    r"(?<!đạt )(?<!vượt )(?<!thành )(?<!với )(?<!theo )(?<!\()(?:chỉ tiêu|kế hoạch)"
    rf"(?: (?:cả|của|phấn đấu|được giao|giao))*(?: năm(?: \d{{4}})?)? là\b(?!.*{_AND_DONE})|"
    r"đăng ký (?:nhận )?(?:đỡ đầu|vận động|ủng hộ|trao|tặng)\b|"
    r"yêu cầu[^.;]{0,60}(?:tập trung|phải|cần)|chỉ tiêu đến|đưa tỷ lệ(?![^.;]*\btừ\b)|"
    r"kế hoạch năm tới|nhiệm kỳ (?:tới|đến(?! nay))|"
    r"\bsẽ\b|\bhứa\b|cam kết|đề nghị[^.;]{0,60}(?:vận động|huy động|phát triển|kết nạp|phấn đấu|đạt|nâng)"
)
_PLANNED = re.compile(
    r"\W*(?:Kế hoạch|Chỉ tiêu|Phương hướng|Nhiệm vụ)(?: [^\W\d]+){0,4} "
    r"(?:(?:năm|đến|giai đoạn|nhiệm kỳ)[^:.;,]{0,30}|20\d\d):|"
    r"\W*(?:Theo (?:kế hoạch|chỉ tiêu)(?! số)|Để (?:hoàn thành|thực hiện|đạt)|Yêu cầu)\b"
)
# Right before a number: «kế hoạch giao là 160 chi hội», «hoàn thành chỉ tiêu 160 chi hội».
_AIM_BEFORE = re.compile(
    r"kế hoạch\s*(?:là\s*)?\(\s*$|"
    r"(?:(?:kế hoạch|chỉ tiêu)(?: năm| được)*(?: giao| đề ra| đặt ra| là)+|hoàn thành (?:kế hoạch|chỉ tiêu)) $"
)
# «sẽ có 176 đại biểu đại diện cho trên 5,5 triệu gia đình»: whoever will come, those they speak for are there.
_REPRESENTED = re.compile(r"\b(?:đại diện|thay mặt) cho (?:hơn |trên |gần |khoảng )?$")
# What is there already, whatever aim was named before it.
AT_PRESENT = r"(?<!thực )(?<!thể )(?<!xuất )\bhiện\b(?! đại| thực)"
_DONE = r"\bđã (?:có|đạt|kết nạp|vận động|huy động|trao|mở|thu|hoàn thành|thực hiện)\b"
_REACHED = re.compile(rf"{AT_PRESENT}|{_DONE}|\bđến nay\b|[,;.] (?:kết quả|cuối cùng|trên thực tế)\b")
# What there shall be at the end of a year that is not over yet, or in all of it.
_OF_WHOLE_YEAR = re.compile(
    r"\W*(?:(?:(?:tính )?đến )?(?:hết|cuối) năm(?= (?:19|20)\d\d)|cả năm(?! (?:học|ngoái|trước|rồi|ấy|đó)))"
    r"(?: ((?:19|20)\d\d))?\b(?!.*\b(?:đã|được)\b)"
)
# What is said to have been done, or to be there, in a time that is not over.
_HAPPENED = re.compile(
    r"\bđã\b|được|đạt|hiện|đến nay|so với|tăng(?! cường)|giảm|chuyển sang|đăng k[ýí] (?:xây|danh|các)|"
    r"\bvừa\b(?! học| làm| là| có)"
)

# «nâng quỹ lên 500 triệu đồng vào năm 2026»
_DUE_BEHIND = re.compile(
    r"(?:\s+[^\W\d]+){0,3}\s+(?:(?P<until>đến|tới)|vào|trong)(?: (?:hết|cuối))? (?:năm|giai đoạn) "
    r"(?P<y>(?:19|20)\d\d)\b(?P<span>\s*[-–]\s*(?:19|20)\d\d)?"
)
# «đang đỡ đầu 12 em đến hết năm 2026»: how long what is done today goes on.
_LASTS = re.compile(r"\b(?:đỡ đầu|nuôi|chăm sóc|giúp đỡ|hỗ trợ|tài trợ|chu cấp|bảo trợ)\b(?!.*\b(?:lên|đạt)\b)")


# «227 suất học bổng còn lại, hội sẽ trao tại các trường»
_LEFT_TO_GIVE = re.compile(r"[^.;\d]*\bcòn lại\b[^.;\d]*\bsẽ\b")
_PARTS, _MONTH = 5, timedelta(days=31)
# «vận động 40 tỷ đồng trong 6 tháng cuối năm»
_PART_BEHIND = re.compile(
    rf"(?:\s+[^\W\d]+){{0,5}}?\s+(?:trong|vào)\s+(?:(?:{MONTHS_NAMED}) tháng cuối năm|quý (?:iii|ii|iv|[2-4]))\b"
)


def is_due_behind(clause: str, after: str, day: str) -> bool:
    """Return whether a time to come stands behind a number, `clause` before it: what is due in it is aimed at."""
    if part := _PART_BEHIND.match(after.lower()):
        span = part_of_year(part[0], day)
        return span is not None and _hardly_begun(span, day) and not is_reached(clause, 0)
    if _LEFT_TO_GIVE.match(after.lower()):
        return True
    hit = _DUE_BEHIND.match(after)
    if hit is None or (hit["until"] and _LASTS.search(clause.lower())):
        return False
    return hit["y"] > day[:4] > ""


def due_behind(after: str) -> str:
    """Return the one year that stands behind a number, as that in which it is due; nothing where none does."""
    hit = _DUE_BEHIND.match(after)
    return hit["y"] if hit and not hit["span"] else ""


def is_goal(sentence: str, lead: str, periods: Sequence[NamedPeriod], earlier: str, day: str) -> bool:
    """Return whether a figure is what is to be reached: the words say so, or its period has not come yet."""
    if _REPRESENTED.search(lead.lower()):
        return False
    if _AIM_BEFORE.search(lead.lower()):
        return True
    if (aim := _end_of_aim(sentence, periods, day)) >= 0:
        return not is_reached(sentence, aim)
    span = periods[-1] if periods else part_of_year(sentence, day)
    if (span and _is_ahead(sentence, span, day)) or runs_on(sentence, day):
        return True
    if span is None and (part := part_of_year(earlier, day)) and _opens(earlier.lower(), part):
        return _hardly_begun(part, day) and not is_reached(sentence, 0)
    if span is None and _goes_on_with_aims(earlier, day):
        return not is_reached(sentence, 0) and _OF_THE_PAST.search(sentence.lower()) is None
    if (whole := _OF_WHOLE_YEAR.match(sentence.lower())) and f"{whole[1] or day[:4]}-11" > day[:7] > "":
        return not is_reached(sentence, whole.end())
    if (
        not periods
        and day
        and (carried := [each for each in periods_in(without_documents(earlier)) if each.kind == YEAR])
        and carried[-1].period > day[:4]
    ):
        return True
    return bool(day) and (last := phase(sentence)) != "" and last >= day[:4]


_RUNS = re.compile(
    r"\b(?:diễn ra|kéo dài|triển khai|tổ chức)\b[^.;]*?\bđến (?:hết )?ngày (\d{1,2})/(\d{1,2})(?:/(\d{4}))?"
)


def runs_on(sentence: str, day: str) -> bool:
    """Return whether a sentence tells what is done in a time that ends later: «diễn ra từ ngày 15/9 đến ngày 15/10»."""
    hit = _RUNS.search(sentence.lower()) if len(day) == len("2024-07-12") else None
    return hit is not None and f"{hit[3] or day[:4]}-{int(hit[2]):02d}-{int(hit[1]):02d}" > day


def _end_of_aim(sentence: str, periods: Sequence[NamedPeriod], day: str) -> int:
    """Return where the last words of an aim, or of a time to come, end in a sentence; -1 where it has none."""
    low, opening = sentence.lower(), _PLANNED.match(sentence)
    ends = [hit.end() for hit in _GOAL.finditer(low)] + ([opening.end()] if opening else [])
    if periods and day and periods[-1].period[:4] > day[:4]:
        ends.append(low.rfind(periods[-1].words) + len(periods[-1].words))
    return max(ends, default=-1)


def is_reached(sentence: str, since: int) -> bool:
    """Return whether a sentence says, from a place in it on, that something is there already."""
    return _REACHED.search(sentence.lower(), since) is not None


def _is_ahead(sentence: str, named: NamedPeriod, day: str) -> bool:
    """Return whether less than half of a time is over and nothing is said to have happened: «Năm 2024, mở 6 lớp».

    Of a year of school much is done on its first day, of a quarter all is told in its last month. What has hardly
    begun has brought nothing, whatever verb is used: «6 tháng cuối năm, kết nạp được 2.000 hội viên».
    """
    low = sentence.lower()
    is_spoken_of = named.kind == YEAR or (named.kind != SCHOOL_YEAR and _opens(low, named))
    if not day[5:7] or not is_spoken_of:
        return False
    if named.kind in (HALF, QUARTER, MONTHS) and _hardly_begun(named, day):
        return not is_reached(sentence, 0)
    span, now = parse_period(named.period), parse_period(day)
    left = span.end - now.end
    is_long = now.end - span.start < left or (named.kind == QUARTER and left > _MONTH)
    return is_long and _HAPPENED.search(low) is None


def _hardly_begun(named: NamedPeriod, day: str) -> bool:
    """Return whether of a time nothing, or less than a fifth, is over on a day."""
    span, now = parse_period(named.period), parse_period(day)
    return (now.start - span.start) * _PARTS < span.end - span.start


# What turns from what is to be done in a year to what was: «Dịp này, hội đã tặng …», «Năm ngoái, …».
_OF_THE_PAST = re.compile(
    r"\bđã\b|\bdịp này\b|\bvừa\b|\b(?:năm|thời gian) (?:trước|ngoái|qua)\b|\btại (?:lễ|hội nghị|đại hội)\b"
)


def _goes_on_with_aims(earlier: str, day: str) -> bool:
    """Return whether the sentences before open with a year or a term that has hardly begun, and what to do in it.

    «Năm 2019, hội tiếp tục củng cố tổ chức. Hội viên đạt 14% dân số, …», told in January 2019.
    """
    spans = [each for each in periods_in(without_documents(earlier)) if each.kind in (YEAR, TERM)]
    if not spans or not day or not _hardly_begun(spans[-1], day):
        return False
    low = earlier.lower()
    since = low[low.rfind(spans[-1].words) :].replace("thực hiện", "")
    return _opens(low, spans[-1]) and _is_ahead(since, spans[-1], day)


def _opens(low: str, named: NamedPeriod) -> bool:
    """Return whether a clause opens with a time; «triển khai nhiệm vụ 6 tháng cuối năm 2024» does nothing in it."""
    begins = r"^" if named.kind == TERM else r"(?:^|[.;:,]\s)"
    joins = r"\W*(?:(?:trong|cả|toàn|riêng|còn|và|suốt)\s+)*"
    return re.search(begins + joins + re.escape(named.words), low) is not None


def phase(sentence: str) -> str:
    """Return the last year of the phase, or plan, a sentence opens with: «Giai đoạn 1 (2024 - 2025): …»."""
    found = _PHASE.match(sentence.lower())
    return found[1] or found[2] if found else ""


_PHASE = re.compile(
    r"\W*(?:giai đoạn\s*\d?\s*\(?\s*(?:19|20)\d\d\s*[-–]\s*((?:19|20)\d\d)\s*\)?|"
    r"(?:kế hoạch|chỉ tiêu|phương hướng|nhiệm vụ) ((?:19|20)\d\d))\s*:"
)
_OF_DOCUMENT = re.compile(
    r"(?:số|Số)\s+\d+[^\s]*(?:\s+ngày\s+\d{1,2}/\d{1,2}/\d{4})?|ngày\s+\d{1,2}/\d{1,2}/\d{4}(?=\s+(?:của|về))"
)
# What a programme is called ends with the year up to which it runs: «Đề án “… cộng đồng đến năm 2020”», also unquoted.
_END_OF_TITLE = re.compile(
    r"(?:\bđến năm|\bgiai đoạn(?: \d{4} ?[-–])?) \d{4}(?=\s*[”\"])|"
    r"(?P<title>\b(?:[Qq]uyết định|[Đđ]ề án|[Cc]hương trình|[Kk]ế hoạch|[Cc]hỉ thị|[Nn]ghị quyết)\b"
    r"(?:(?!phấn đấu|mục tiêu)[^.;“”\"])*?\b(?:về|đẩy mạnh|xây dựng|tăng cường)\b"
    r"(?:(?!phấn đấu|mục tiêu)[^.;“”\"])*?\w )đến năm \d{4}(?=\s*(?:[,.;]|$))"
)


def without_documents(text: str) -> str:
    """Return the text without the times of documents: a decision's date, a programme's last year are of no figure."""
    return _END_OF_TITLE.sub(lambda hit: hit["title"] or " ", _OF_DOCUMENT.sub(" ", text))
