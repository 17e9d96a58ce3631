"""The words around a figure without the times of others: in brackets, of a plan, of what was achieved before."""

import re
from dataclasses import replace

from hoctap.contribute.articles.events import ACHIEVED, is_handed_over
from hoctap.contribute.articles.named_times import Spoken
from hoctap.contribute.naming.periods import without_periods
from hoctap.model.record import Indicator

# The year of what has grown since is of that figure alone: «từ 812 (năm 2022) lên 905», «từ 812 năm 2022, nay là 905».
_OF_OLDER = re.compile(
    r"(?<=từ )[\d.,]+\s?%?(?:\s[^\W\d]+){0,4}?\s\(?(?:(?:trong|vào|của) )?năm \d{4}\)?"
    r"(?=,?\s+(?:(?:tăng|giảm|nâng|đã|đến|hiện) )*(?:lên|xuống|còn|nay)\b)",
    re.IGNORECASE,
)
_OF_PLAN = re.compile(
    r"(?<=% )(?:so với )?(?:kế hoạch|chỉ tiêu|mục tiêu|dự toán)(?: được giao| giao| đề ra| đặt ra)*(?: của)?"
    r"(?: cả)? năm(?: (?:nay|học (?:19|20)\d\d ?[-–] ?(?:19|20)\d\d|(?:19|20)\d\d))?\b"
)


def with_own_times(indicator: Indicator, around: Spoken, *, goal: bool) -> Spoken:
    """Return what stands around a figure without times of others; when pupils achieved is not when they get it."""
    rest = _without_asides(around.sentence[len(around.before) :])
    before, paragraph = (_with_own_times(part, goal=goal) for part in (around.before, around.paragraph))
    if not goal and is_handed_over(indicator):
        before, rest, paragraph = (ACHIEVED.sub(" ", part) for part in (before, rest, paragraph))
    return replace(around, before=before, sentence=before + rest, paragraph=paragraph)


def _with_own_times(text: str, *, goal: bool) -> str:
    """Return the text without the times of other figures: of brackets, and of the plan of which a result is a share."""
    text = _OF_OLDER.sub(" ", _without_asides(text))
    return text if goal else _OF_PLAN.sub(" ", text)


def _without_asides(text: str) -> str:
    """Return the text without brackets that hold another figure: «(năm 2023 là 25,1%)»."""

    def kept(found: re.Match[str]) -> str:
        others = re.sub(r"(?:19|20)\d\d", " ", without_periods(found[0]))
        return " " if re.search(r"\d", others) else found[0]

    return re.sub(r"\([^()]*\)", kept, text)
