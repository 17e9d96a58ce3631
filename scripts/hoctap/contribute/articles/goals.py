"""Whether a figure of an article is a result or what is to be reached."""

import re
from collections.abc import Sequence

from hoctap.contribute.naming.periods import NamedPeriod, periods_in
from hoctap.model.period_kinds import YEAR

_GOAL = re.compile(
    r"(?<!đăng ký )(?<!đăng kí )phấn đấu|mục tiêu|chỉ tiêu đặt ra|(?:đề|đặt) ra (?:\d+ )?(?:nhóm )?chỉ tiêu|dự kiến|"
    r"yêu cầu[^.;]{0,60}(?:tập trung|phải|cần)|chỉ tiêu đến|đưa tỷ lệ|kế hoạch năm tới|nhiệm kỳ (?:tới|đến(?! nay))|"
    r"\bsẽ\b"
)
_PLANNED = re.compile(
    r"\W*(?:Kế hoạch|Chỉ tiêu|Phương hướng|Nhiệm vụ)(?: [^\W\d]+){0,4} (?:năm|đến|giai đoạn|nhiệm kỳ)[^:.;,]{0,30}:|"
    r"\W*(?:Theo (?:kế hoạch|chỉ tiêu)(?! số)|Để (?:hoàn thành|thực hiện|đạt)|Yêu cầu)\b"
)
# What is asked for in an article of the middle of a year.
_SECOND_HALF = re.compile(r"(?:6|sáu) tháng cuối năm(?! \d)[^.;]*$")


def is_goal(sentence: str, lead: str, periods: Sequence[NamedPeriod], earlier: str, day: str) -> bool:
    """Return whether a figure is what is to be reached: the words say so, or its period has not come yet."""
    if re.search(r"kế hoạch\s*(?:là\s*)?\(\s*$|kế hoạch (?:đề ra |là )$", lead.lower()):
        return True
    if (
        _GOAL.search(sentence.lower())
        or _PLANNED.match(sentence)
        or (periods and day and periods[-1].period[:4] > day[:4] and not _is_reached(sentence, periods[-1]))
    ):
        return True
    if periods and _is_ahead(sentence, periods[-1], day):
        return True
    if _SECOND_HALF.search(sentence.lower()) and "04" < day[5:7] < "09":
        return True
    if (
        not periods
        and day
        and (carried := [each for each in periods_in(without_documents(earlier)) if each.kind == YEAR])
        and carried[-1].period > day[:4]
    ):
        return True
    return bool(day) and (span := phase(sentence)) != "" and span >= day[:4]


def _is_reached(sentence: str, named: NamedPeriod) -> bool:
    """Return whether a year to come only names a programme: «đề án … đến năm 2030, cả nước hiện đã có»."""
    after = sentence.lower().rpartition(named.words)[2]
    return re.search(r"(?<!thực )(?<!thể )\b(?:hiện|đã có|đã đạt|đến nay)\b", after) is not None


def _is_ahead(sentence: str, named: NamedPeriod, day: str) -> bool:
    """Return whether the year named has hardly begun and nothing is said to have happened: «Năm 2024, mở 6 lớp»."""
    hardly = named.kind == YEAR and named.period == day[:4] and "01" <= day[5:7] <= "06"
    return hardly and re.search(r"\bđã\b|được|đạt|hiện|đến nay|so với|tăng|giảm", sentence.lower()) is None


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
