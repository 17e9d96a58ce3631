"""What those count as who got something: praised, rewarded, given a scholarship; None where nobody got anything."""

import re

from hoctap.contribute.articles.money import OF_TWO
from hoctap.contribute.articles.titles import HEADS, TITLES
from hoctap.contribute.articles.words import NO_MEANING, PRAISE, Around, Meaning, Reading, one
from hoctap.contribute.naming.indicators import Indicators

_OF_TWO_DEEDS = re.compile(
    r"(?:học bổng|hỗ trợ)(?:,| và) khen thưởng(?:(?:,| và) hỗ trợ)? cho\s*$|"
    r"khen thưởng(?:,| và) (?:\w+ )?học bổng cho\s*$"
)
_GIVES = re.compile(
    r"(?:khen thưởng|tặng|trao|hỗ trợ|học bổng|phần thưởng)[^;]*?\b(?:cho|đến|tới)\s+(?:\w+\s+)?(?:\d|$)|"
    r"(?:khen thưởng|tặng (?:quà|thưởng|(?:giấy|bằng) khen))\s+(?:\w+\s+)?(?:\d|$)"
)
_RECEIVES = re.compile(rf"[^,;.()]{{0,60}}?\bđược (?:khen|nhận (?:bằng|giấy) khen|tặng|{PRAISE}|hỗ trợ)")
_SUM_OF_AWARDS = re.compile(r"học bổng(?! [\d.]+ suất)[^,;]{0,30}\d[\d.,]*\s(?:nghìn |triệu |tỷ )?(?:đồng )?cho\s*$")
RECOGNISED = re.compile(r"công nhận|chứng nhận|danh hiệu")
_PRAISED = re.compile(rf"(?:(?!\b(?:đạt|công nhận|danh hiệu)\b)[^,;.()]){{0,40}}?\bđược (?:[^\W\d]+ ){{0,3}}?{PRAISE}")
# «12 gia đình, 1 dòng họ hiếu học và 7 cộng đồng khuyến học được biểu dương»: all but the last of them too.
_PRAISED_WITH_NEXT = re.compile(
    r"(?:(?!\b(?:có|được|là|đạt|công nhận|danh hiệu|chưa|không)\b)[^;.\d])+"
    r"(?:(?:,| và|, và) [\d.]+ (?:(?!\b(?:có|được|là|đạt|công nhận|danh hiệu|chưa|không)\b)[^;,.\d]){2,50}?)+"
    rf"\bđược (?:\w+ )?{PRAISE}"
)
# «250 học sinh của 7 huyện được nhận học bổng»
_GIVEN_AWARD = re.compile(
    r"[^,;.()]{0,60}?\bđược (?:nhận|trao|tặng|cấp) học bổng|[^,;.()]{0,60}?(?<!từng )\bnhận học bổng"
)
# «45 giáo viên, 312 học sinh được khen thưởng»: of both, whatever a number of teachers else is.
_LISTED_AND_PRAISED = re.compile(
    r"(?:(?!\b(?:có|được|là|bị|chưa)\b)[^;.\d])+(?:,| và|, và) [\d.]+ (?:(?!\b(?:chưa|không|đề nghị)\b)[^;,\d]){2,50}?"
    rf"\bđược (?:\w+ )?(?:khen|{PRAISE})\b"
)
_LISTED_AND_GIVEN = re.compile(
    r"(?:(?!\b(?:có|được|là|bị|chưa)\b)[^;.\d])+(?:(?:,| và|, và) [\d.]+ (?:(?!\b(?:chưa|không)\b)[^;\d]){2,80}?)+"
    r"\bđược (?:nhận|trao|tặng|cấp)\b"
)
_PERSONS = frozenset({"teacher", "staff", "pupil", "student", "person"})
_AMONG = re.compile(r"\d[^.;]*\btrong (?:đó|số (?:này|đó))\b")
_REWARDED = rf"(?:khen thưởng|tặng (?:giấy|bằng) khen|{PRAISE})(?: cho)?\s+(?:\d[^;:]*(?:,|và)\s*)?$"
_ANY_BODY = re.compile(r"\s*(?:đơn vị|cơ quan|địa phương)\s*(?:[,;.(]|và \d|$)")
_OF_A_KIND = {
    "family": {"family", "household", "learning-family", "studious-family"},
    "clan": {"clan", "learning-clan", "studious-clan"},
}
_AWARDS_COUNTED = re.compile(r"\d\S* (?:suất|phần)\b|\bmỗi (?:năm|tháng|huyện|xã|trường)\b|\b(?:trị giá|số tiền)\b")
# «21 sinh viên và 105 học sinh nghèo»: others beside those counted, none of them.
_OF_NEXT = re.compile(r"(?:học sinh|sinh viên) và (?:hơn |gần |trên )?[\d.]+ (?:học sinh|sinh viên|em)\b[^,;.()\d]*")
_NEEDY = re.compile(r"\b(?:nghèo|vượt khó|khó khăn|mồ côi|khuyết tật|bất hạnh|yếu thế)\b")


def of_recipients(indicators: Indicators, reading: Reading, words: Around) -> Meaning | None:
    """Return what those praised, rewarded or given something count as; None where nobody got anything."""
    is_body = words.noun & {"branch", "committee"} or _ANY_BODY.match(reading.tail)
    if is_body and re.search(_REWARDED, reading.clause.lower()):
        return one(indicators, {"reward", "collective"})
    if words.noun and words.noun <= _PERSONS and _LISTED_AND_PRAISED.match(reading.after.lower()):
        return one(indicators, {"person", "reward"})
    if words.noun & {"teacher", "staff"} and _LISTED_AND_GIVEN.match(reading.after.lower()):
        return NO_MEANING  # «6 giáo viên và 21 em đã được nhận học bổng» are not all teachers there are
    gives_award = reading.ends(r"học bổng(?: [^\W\d]+){0,4} cho") or (
        reading.ends("cho") and _SUM_OF_AWARDS.search(reading.clause.lower())
    )
    if (
        gives_award
        and words.noun <= {"pupil", "student", "person", "turn", "needy", "good", "exemplary"}
        and not OF_TWO.search(reading.clause.lower())
    ):
        return _who_got_award(indicators, reading, words)
    if words.noun & {"pupil", "student"} and _GIVEN_AWARD.match(f"{reading.tail} {_after(reading)}"):
        if _AMONG.search(reading.before.lower()):
            return NO_MEANING  # «trao cho 90 em, trong đó có 10 em lần đầu được nhận học bổng»
        return _who_got_award(indicators, reading, words)
    if is_praise(reading, words):
        return _praised(indicators, words)
    if _is_given(reading, words):
        return one(indicators, {"medal"}) if "medal" in words.lead | words.clause else NO_MEANING
    return None


def _who_got_award(indicators: Indicators, reading: Reading, words: Around) -> Meaning:
    """Return what people who got a scholarship count as: supported if they are in need, else one award each.

    Nothing where the words count the awards beside them.
    """
    if _AWARDS_COUNTED.search(reading.before.lower()):
        return NO_MEANING
    of_them = re.split(r"\d", f"{reading.tail} {_after(reading)}")[0]
    is_needy = _NEEDY.search(of_them.lower()) is not None
    if not is_needy and _NEEDY.search(_OF_NEXT.sub(" ", f"{reading.context} {reading.sentence}".lower())):
        return NO_MEANING  # «114 sinh viên (43 em diện hộ nghèo, …)»: some are, of the others nobody says
    supported = {"turn", "supported"} if "turn" in words.noun else {"person", "supported"}
    return one(indicators, supported if is_needy else {"scholarship", "award-unit", "given"})


def _is_given(reading: Reading, words: Around) -> bool:
    """Return whether those who got something are counted with those before: «khen thưởng cho 467 em, 13 gia đình»."""
    if reading.ends("(?:đại diện|thay mặt) cho"):
        return False
    if reading.ends("cho"):
        is_of_body = bool(words.noun & {"member", "staff"}) and "turn" not in words.noun
        return is_of_body or _OF_TWO_DEEDS.search(reading.clause.lower()) is not None
    if not words.noun & (HEADS | TITLES) or RECOGNISED.search(reading.clause.lower()):
        return False
    if _RECEIVES.match(reading.tail):
        return True
    return not words.tail & {"recognised", "registered"} and _GIVES.search(reading.clause.lower()) is not None


def is_praise(reading: Reading, words: Around) -> bool:
    """Return whether those praised are counted («biểu dương 120 gia đình học tập»), not those recognised."""
    is_praised = (
        re.search(rf"{PRAISE}[^;:]*$", reading.clause.lower()) is not None
        or _PRAISED.match(reading.tail) is not None
        or _PRAISED_WITH_NEXT.match(reading.after.lower()) is not None
    )
    return bool(words.noun & (HEADS | TITLES)) and is_praised


def _after(reading: Reading) -> str:
    """Return the rest of the sentence behind a number, up to a semicolon."""
    return reading.after.partition(";")[0]


def _praised(indicators: Indicators, words: Around) -> Meaning:
    what = next((name for name, kinds in _OF_A_KIND.items() if words.noun & kinds), "")
    return one(indicators, {what, "reward"}) if what else NO_MEANING
