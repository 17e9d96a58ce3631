"""What a number takes over from the words before it: «tăng từ A lên B», «nay là», «trong đó 201 là nữ»."""

import re
from collections.abc import Sequence

from hoctap.contribute.articles.headline_offices import UNIONS
from hoctap.contribute.articles.learners import taught
from hoctap.contribute.articles.numbers import is_from
from hoctap.contribute.articles.words import Concepts, Meaning, Reading, known, one
from hoctap.contribute.naming.indicators import Indicators

_RAISED_TO = re.compile(r"(?:[Nn]âng|[Đđ]ưa)\s+((?:\S+\s+){1,6}?)(?:lên|đạt)(?:\s+thành)?\s*$")
_OTHER_BODIES = re.compile(rf"\bđảng\b|chi bộ|công đoàn|đoàn viên|hội {UNIONS}")
# Of those just counted: «trong đó 201 là nữ», «hơn 1.900 là đồng bào dân tộc thiểu số».
_PART = re.compile(r"\s*(?:người\s+|em\s+)?(?:là\s+)?(?:phụ )?nữ\b|\s*(?:người |em )?là (?:đồng bào|người) dân tộc\b")
_NOW_IS = re.compile(
    r"\W*(?:(?:và |còn )?(?:đến |hiện |hôm )?nay|hiện tại)(?: đã)?(?: là| có| đạt| lên| tăng lên| còn)+\s*"
)
# «…, năm 2023 chỉ có 139», «trong khi năm trước đó là 281.033»
_OTHER_TIME = re.compile(
    r"\W*(?:(?:và|còn|trong khi|nhưng|so với) )*(?:năm (?:trước|ngoái)(?: đó)?|năm (?:19|20)\d\d)(?: thì)?"
    r"(?: (?:chỉ|mới|đã))*(?: (?:là|có|đạt))+\s*"
)
_NO_NOUN = re.compile(r"\s*(?:[,;.(]|$|người\b|hội viên\b)")
_JOINED = r"kết nạp(?: được| mới| thêm| trong năm| trong kỳ)*"
_WAS = re.compile(r"(?:^|,)\W*((?:[Ss]ố|[Tt]ổng số|[Tt]ỷ lệ|[Tt]ỉ lệ)(?: \w+){1,4}?)(?: (?:toàn|của) \w+)? từ\s*$")
_FROM = re.compile(r"((?:\S+\s+){1,6})(?:tăng|giảm)\s+từ\s*$")


def continued(indicators: Indicators, all_of: Sequence[Reading], at: int, before: Concepts) -> Meaning | None:
    """Return what «tăng từ A lên B» and «…, trong đó 201 là nữ» take over from the words before."""
    reading = all_of[at]
    raised = _RAISED_TO.search(reading.lead)
    if raised and known(indicators.concepts(raised[1])) - {"total"}:
        return one(indicators, set(known(indicators.concepts(raised[1]))))
    if grown := _FROM.search(reading.lead) or (is_from(reading.after, 0) and _WAS.search(reading.lead)):
        return one(indicators, set(known(indicators.concepts(grown[1]))))
    if (found := taught(indicators, reading, before) or _of_members(indicators, reading, before)) is not None:
        return found
    is_again = _NOW_IS.fullmatch(reading.lead.lower()) or _OTHER_TIME.fullmatch(reading.lead.lower())
    if before and is_again and _NO_NOUN.match(reading.tail):
        return one(indicators, set(before))  # «năm 2020 có 38.140 hội viên; nay là 45.266»
    goes_on = at and reading.ends("lên|còn|đến") and all_of[at - 1].ends("từ")
    if goes_on or (before and _PART.match(reading.tail) and not ("staff" in before and "dân tộc" in reading.tail)):
        return one(indicators, set(before))
    return None


def _of_members(indicators: Indicators, reading: Reading, before: Concepts) -> Meaning | None:
    """Return what people are who joined, were more than before, or are all members with those before them."""
    are_people = re.match(r"\s*(?:người|hội viên)\b", reading.tail) is not None
    joined = reading.ends(_JOINED) and are_people
    if joined and "mỗi" not in reading.lead and (before >= {"member"} or _speaks_of_association(reading)):
        return one(indicators, {"member", "new"})  # «391.604 người; kết nạp mới trong năm 14.230 người»
    of_members = re.match(r"\s*hội viên\b", reading.tail) is not None
    is_whole = before & {"new", "increase"} and reading.ends(r"tổng số(?: hội viên)? lên")
    if is_whole and of_members and "member" not in before:
        return one(indicators, {"member"})  # «thêm 5 chi hội, nâng tổng số lên 12.450 hội viên»
    if before & {"member", "branch"} and is_whole:
        return one(indicators, set(before - {"new", "increase"}))
    if before & {"branch", "committee"} and before & {"new", "increase"} and of_members and reading.ends("với"):
        return one(indicators, {"member", "new"})  # «phát triển 4.270 chi hội với 64.370 hội viên»
    if before >= {"member"} and are_people and reading.ends("tăng(?: thêm)?|(?:tức|nghĩa)(?: là)? (?:tăng )?thêm"):
        return one(indicators, {"member", "increase"})  # «38.940 hội viên, tăng 1.180 người»
    return None


def _speaks_of_association(reading: Reading) -> bool:
    """Return whether who joins joins the association: it is spoken of, and no party or union beside it."""
    near = f"{reading.context} {reading.sentence}".lower()
    is_spoken_of = re.search(r"hội khuyến học|cấp hội|hội viên", near) is not None
    return is_spoken_of and _OTHER_BODIES.search(reading.clause.lower()) is None
