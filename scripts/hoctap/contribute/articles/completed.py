"""Counts whose noun alone names no indicator: the end of the list, the verb or the heading says what was done.

«9 tập thể và 24 cá nhân được khen thưởng»; under «Trung tâm học tập cộng đồng»: «mở 892 lớp cho 64.310 lượt người».
The names of the register decide: a noun is completed only to what one indicator alone is called.
"""

import re
from collections.abc import Iterator, Sequence

from hoctap.contribute.articles.words import PRAISE, Around, Concepts, Meaning, Reading, known, one, opening
from hoctap.contribute.naming.indicators import Indicators

_TOPICS = frozenset({"clc", "literacy"})
_LEARNING = frozenset({"course", "turn", "learner", "person", "staff", "total"})
_NEXT_IN_LIST = re.compile(r"\s*[^\W\d]+(?: [^\W\d]+){0,2}\s*(?:,|và|, và|cùng)\s*$")
# Behind the noun of a number: the rest of its list, then that all of them were praised, not that somebody asks for it.
_PRAISED = re.compile(
    r"(?:\s*[^\W\d]+(?: [^\W\d]+){0,2}\s*(?:,|và|, và|cùng)\s*[\d.]+)*(?:(?!\b(?:chưa|không|bị|đề nghị)\b)[^;\d])*"
    rf"\b(?:khen|{PRAISE})\b"
)
_CENTRES = re.compile(r"\s*trung tâm\b")


def completed(indicators: Indicators, all_of: Sequence[Reading], at: int, words: Around) -> Meaning | None:
    """Return the one indicator that the noun of a count and what is said of its list, or over it, name together."""
    reading = all_of[at]
    heads = known(indicators.concepts(reading.heads)) & _TOPICS
    if not heads and len(spoken := known(indicators.concepts(reading.before)) & _TOPICS) == 1:
        heads = spoken  # «đứng lớp xóa mù chữ; trong năm mở 37 lớp với 892 người học»
    if "clc" in heads and _CENTRES.match(reading.tail) and not reading.ends("của|thêm|tại|ở"):
        return one(indicators, {"clc"})
    noun = indicators.concepts(opening(reading.tail))
    if not noun or any(each.startswith("?") for each in noun) or reading.number.value.is_zero():
        return None
    if reading.ends("tăng|giảm|thêm"):
        return None
    for more in _completing(all_of, at, words, heads):
        found = one(indicators, set(noun | more))
        if found[0] is not None and found[0].value_type == "count":
            return found
    return None


def _completing(all_of: Sequence[Reading], at: int, words: Around, heads: Concepts) -> Iterator[Concepts]:
    """Yield what completes the noun: what its list ends with, then the heading."""
    reading = all_of[at]
    follower = all_of[at + 1] if at + 1 < len(all_of) else None
    if follower and follower.sentence == reading.sentence and words.noun & {"collective", "person"}:
        between = reading.after[: len(reading.after) - len(follower.after)]
        if _NEXT_IN_LIST.match(between[: between.rfind(follower.number.exact)]):
            yield frozenset({"reward"}) if _PRAISED.match(follower.after.lower()) else frozenset()
    if heads and words.noun <= _LEARNING:
        yield heads
        yield heads | {"learner"}
