"""Whether a figure of an article is a result or what is to be reached."""

import re
from collections.abc import Sequence

from hoctap.contribute.naming.periods import NamedPeriod, periods_in
from hoctap.model.period_kinds import YEAR

_GOAL = re.compile(
    r"(?<!đăng ký )(?<!đăng kí )phấn đấu|mục tiêu|chỉ tiêu đặt ra|\bđặt (?:chỉ tiêu|kế hoạch)|"
    r"(?:đề|đặt|xác định) (?:ra )?(?:các |một số |\d+ )?(?:nhóm )?chỉ tiêu|dự kiến|"
    r"đăng ký (?:nhận )?(?:đỡ đầu|vận động|ủng hộ|trao|tặng)\b|"
    r"yêu cầu[^.;]{0,60}(?:tập trung|phải|cần)|chỉ tiêu đến|đưa tỷ lệ(?![^.;]*\btừ\b)|"
    r"kế hoạch năm tới|nhiệm kỳ (?:tới|đến(?! nay))|"
    r"\bsẽ\b|cam kết|đề nghị[^.;]{0,60}(?:vận động|huy động|phát triển|kết nạp|phấn đấu|đạt|nâng)"
)
_PLANNED = re.compile(
    r"\W*(?:Kế hoạch|Chỉ tiêu|Phương hướng|Nhiệm vụ)(?: [^\W\d]+){0,4} (?:năm|đến|giai đoạn|nhiệm kỳ)[^:.;,]{0,30}:|"
    r"\W*(?:Theo (?:kế hoạch|chỉ tiêu)(?! số)|Để (?:hoàn thành|thực hiện|đạt)|Yêu cầu)\b"
)
# Right before a number: «kế hoạch giao là 160 chi hội», «hoàn thành chỉ tiêu 160 chi hội».
_AIM_BEFORE = re.compile(
    r"kế hoạch\s*(?:là\s*)?\(\s*$|"
    r"(?:(?:kế hoạch|chỉ tiêu)(?: năm| được)*(?: giao| đề ra| đặt ra| là)+|hoàn thành (?:kế hoạch|chỉ tiêu)) $"
)
# What is there already, whatever aim was named before it.
AT_PRESENT = r"(?<!thực )(?<!thể )(?<!xuất )\bhiện\b(?! đại| thực)"
_DONE = r"\bđã (?:có|đạt|kết nạp|vận động|huy động|trao|mở|thu|hoàn thành|thực hiện)\b"
_REACHED = re.compile(rf"{AT_PRESENT}|{_DONE}|\bđến nay\b|[,;.] (?:kết quả|cuối cùng|trên thực tế)\b")
# What there shall be at the end of a year that is not over yet.
_BY_END_OF_YEAR = re.compile(r"\W*(?:(?:tính )?đến )?(?:hết|cuối) năm ((?:19|20)\d\d)\b(?!.*\b(?:đã|được)\b)")
# What is asked for in an article of the middle of a year.
_REST_OF_YEAR = re.compile(r"(6|sáu|3|ba) tháng cuối năm(?! (?:\d|ngoái|trước))[^.;]*$")


def is_goal(sentence: str, lead: str, periods: Sequence[NamedPeriod], earlier: str, day: str) -> bool:
    """Return whether a figure is what is to be reached: the words say so, or its period has not come yet."""
    if _AIM_BEFORE.search(lead.lower()):
        return True
    if (aim := _end_of_aim(sentence, periods, day)) >= 0:
        return not is_reached(sentence, aim)
    if (periods and _is_ahead(sentence, periods[-1], day)) or runs_on(sentence, day):
        return True
    if (end := _BY_END_OF_YEAR.match(sentence.lower())) and end[1] >= day[:4] and f"{end[1]}-11" > day[:7] > "":
        return not is_reached(sentence, end.end())
    if rest := _REST_OF_YEAR.search(sentence.lower()):
        after, before = ("08", "12") if rest[1] in ("3", "ba") else ("04", "09")
        if after < day[5:7] < before:
            return True
    if (
        not periods
        and day
        and (carried := [each for each in periods_in(without_documents(earlier)) if each.kind == YEAR])
        and carried[-1].period > day[:4]
    ):
        return True
    return bool(day) and (span := phase(sentence)) != "" and span >= day[:4]


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
    """Return whether the year named has hardly begun and nothing is said to have happened: «Năm 2024, mở 6 lớp»."""
    hardly = named.kind == YEAR and named.period == day[:4] and "01" <= day[5:7] <= "06"
    return (
        hardly
        and re.search(
            r"\bđã\b|được|đạt|hiện|đến nay|so với|tăng|giảm|chuyển sang|đăng k[ýí] (?:xây|danh|các)", sentence.lower()
        )
        is None
    )


def phase(sentence: str) -> str:
    """Return the last year of the phase a sentence opens with: «Giai đoạn 1 (2024 - 2025): …»."""
    found = re.match(r"\W*giai đoạn\s*\d?\s*\(?\s*(?:19|20)\d\d\s*[-–]\s*((?:19|20)\d\d)\s*\)?\s*:", sentence.lower())
    return found[1] if found else ""


def without_documents(text: str) -> str:
    """Return the text without the days of documents: a decision's date is no time of a figure."""
    return re.sub(
        r"(?:số|Số)\s+\d+[^\s]*(?:\s+ngày\s+\d{1,2}/\d{1,2}/\d{4})?|ngày\s+\d{1,2}/\d{1,2}/\d{4}(?=\s+(?:của|về))",
        " ",
        text,
    )
