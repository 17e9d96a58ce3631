"""Sums of money for one of several: «mỗi suất 1 triệu đồng», «mức hỗ trợ 2 triệu đồng/em»; no totals."""

import re

from hoctap.contribute.articles.words import NO_MEANING, Around, Meaning, Reading, one
from hoctap.contribute.naming.indicators import Indicators

_EACH = re.compile(
    r"\s*(?:/\s*[^\W\d]|(?:mỗi|một|trên|cho mỗi) (?:suất|em|cháu|học sinh|sinh viên|người|giải|hộ|tháng|"
    r"kỳ|năm|chiếc|con)|(?:cho )?mỗi (?:huyện|xã|phường|thôn|đơn vị|trường|chi hội|hội|lớp)\b)"
)
# «Mức chi là 300.000 đồng cho học sinh giỏi, 500.000 đồng cho …»: what is given for one, until a deed or sum is named.
_RULE = re.compile(r"mức (?:thưởng|hỗ trợ|chi|đóng góp)\b")
_DEED_OR_SUM = re.compile(
    r"\b(?:tổng|số tiền|kinh phí|trị giá|vận động|huy động|quyên góp|ủng hộ|"
    r"đã (?:chi|trao|tặng|hỗ trợ|thưởng|khen thưởng))\b"
)
# «…, huyện 35 tỷ đồng, xã 61 tỷ đồng»; «mỗi suất 1 triệu đồng gồm 700.000 đồng tiền mặt và quà».
_OF_A_LEVEL = re.compile(r"\W*(?:và |còn )?(?:cấp )?(?:tỉnh|huyện|xã|thôn|cơ sở)\s*(?:là |có |đạt )?")
_OF_ONE_GIFT = re.compile(r"mỗi (?:suất|phần|em)\b[^;.]*\b(?:gồm|trong đó)\b[^;]*$")
_OF_ONE_AWARD = (
    r"(?:mỗi|một) suất(?: học bổng| quà)?(?: được (?:trao|tặng|cấp))?\s*"
    r"(?:(?:có )?(?:trị giá|giá trị)(?: là)?|là|được)?(?:\s*từ)?|(?<!quỹ ở )mức(?:\s*từ)?|nhận học bổng là"
)
_AWARD = {"money", "one-award", "scholarship"}


def is_rule(reading: Reading) -> bool:
    """Return whether a sum is what is given for one («mức hỗ trợ 2 triệu đồng»), not what was given."""
    if _OF_A_LEVEL.fullmatch(reading.lead.lower()) or _OF_ONE_GIFT.search(reading.before.lower()):
        return True
    *before, since = _RULE.split(reading.clause.lower())
    beyond = "".join(re.split(r"[,;:()]", since, maxsplit=1)[1:])
    return (bool(before) and not _DEED_OR_SUM.search(beyond)) or re.match(r"\s*là mức\b", reading.tail) is not None


def sum_for_one(indicators: Indicators, reading: Reading, words: Around) -> Meaning | None:
    """Return what a sum for one is: an award of that much, the fund a head, or nothing; None for a total."""
    if _EACH.match(reading.tail.lower()):
        return _for_each(indicators, reading, words)
    if reading.ends(_OF_ONE_AWARD):
        is_award = "scholarship" in words.lead | words.clause or "suất" in reading.lead
        return one(indicators, _AWARD) if is_award and not _is_of_gifts(reading) else NO_MEANING
    return None


def _is_of_gifts(reading: Reading) -> bool:
    """Return whether what was given last, before a sum for one, were presents."""
    spoken = f"{reading.clause}{reading.lead}".lower()
    return spoken.rfind("quà") > spoken.rfind("học bổng")


def _for_each(indicators: Indicators, reading: Reading, words: Around) -> Meaning:
    after = reading.tail.lower()
    if reading.ends(r"(?:bình quân|trung bình)(?: là| đạt)?") and "suất" in after[:18]:
        return NO_MEANING  # nobody was given an award of that much
    if re.match(r"\s*/\s*(?:người dân|đầu người)", after):
        return one(indicators, {"fund", "per-capita", "money"})
    if "suất" in after[:18]:
        return NO_MEANING if _is_of_gifts(reading) else one(indicators, _AWARD)
    if reading.ends(r"(?:mỗi|một) suất(?: học bổng)?[^,;.]{0,24}") and "scholarship" in words.lead | words.clause:
        return one(indicators, _AWARD)
    of_things = re.match(
        r"\s*(?:/|\w+)\s*(?:con|chiếc|giải|huyện|xã|phường|thôn|đơn vị|trường|chi hội|hội|lớp)\b", after
    )
    if "bình quân" in reading.lead.lower() and not of_things and "fund" in words.lead | words.clause:
        return one(indicators, {"fund", "per-capita", "money"})
    return NO_MEANING
