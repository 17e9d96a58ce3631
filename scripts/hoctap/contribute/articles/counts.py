"""Which indicator a count is about: by the noun behind it and the verbs around."""

import re
from collections.abc import Iterator, Sequence

from hoctap.contribute.articles.another_thing import BODIES, STUDIES, is_another_thing
from hoctap.contribute.articles.forms import by_form
from hoctap.contribute.articles.money import OF_TWO
from hoctap.contribute.articles.recipients import RECOGNISED
from hoctap.contribute.articles.titles import HEADS, PEOPLE, TITLES, title
from hoctap.contribute.articles.words import NO_MEANING, Around, Meaning, Reading, known, one
from hoctap.contribute.naming.indicators import Indicators, is_flow

_DEGREES = {"bachelor", "college", "vocational", "elementary", "political", "advanced", "master", "phd"} | {
    "postgraduate", "state-management", "digital-skill", "minority", "foreign-language", "other", "doctor",
    "study-further", "moral-example"
}  # fmt: skip
_VERBS = {"reward", "supported", "turn", "sent", "literacy", "clc", "dropout", "returned", "trained", "medal"} | {
    "new", "increase", "donated", "received", "political", "advanced", "vocational"
}  # fmt: skip
_WITH = {"dropout": {"returned"}, "sent": {"master", "phd", "political", "advanced"}}
_DEEDS = ("dropout", "medal", "literacy", "clc", "sent", "reward", "supported", "trained")
_COUNTED = frozenset(
    ["person", "pupil", "student", "teacher", "staff", "turn", "learner", "collective", "family", "course"]
)
_PLACES = frozenset({"village", "clan", "school", "agency", "commune", "community", "family"})
_OF_DEEDS = frozenset({"needy", "exemplary"})
_STUDIED = frozenset({"political", "master", "phd"})
_SILENT = frozenset({"given", "recognised", "total", "one-award", "school", "good"})
_GROWTH = r"(?:tăng|giảm)(?: thêm)?"
_GROWN = re.compile(
    r"(kết nạp(?: mới| thêm)?|phát triển(?: mới| thêm| được)?|tăng(?: thêm)?|thành lập (?:mới|thêm)|thêm)\s*"
    r"(?:(?:được|thêm|mới|trong năm|trong kỳ|là)\s*)*:?\s*$"
)
# «xây dựng được 25 chi hội trường học, nâng tổng số lên 67»
_RAISES_TOTAL = re.compile(r"[^,;.\d]{0,50},? (?:nâng|đưa) (?:tổng )?số(?: [^\W\d]+){0,4}? lên\b")
# «Về lý luận chính trị, 3 người có trình độ cao cấp, 21 người …»
_ON_POLITICS = re.compile(r"\W*(?:Về )?(?:[Tt]rình độ )?[Ll]ý luận chính trị\b")


def count(indicators: Indicators, all_of: Sequence[Reading], at: int, words: Around) -> Meaning:
    """Return the indicator of a number without a measure."""
    reading = all_of[at]
    if (people := _named_before(indicators, reading)) and (found := one(indicators, people))[0] is not None:
        return found
    if not words.noun and re.match(r"\s*(?:[,;.)]|$)", reading.tail):
        # «số gia đình học tập là 29.870», «dòng họ học tập 412»
        if not words.lead & TITLES:
            return NO_MEANING
        words = Around(words.lead, words.tail, words.lead, words.clause)
    if (formed := by_form(indicators, reading, words)) is not None:
        return formed
    if _is_titled(reading, words):
        return title(indicators, all_of, at, words)
    if is_another_thing(indicators, reading, words) or (reading.ends(r"\bcòn lại") and words.noun & PEOPLE):
        return NO_MEANING  # «còn lại 6 thầy cô đang theo học»: of those counted before
    found = _first_fitting(indicators, reading, words)
    is_recognised = words.noun & (HEADS | TITLES) and RECOGNISED.search(reading.clause.lower())
    is_given = reading.ends(r"(?<!đại diện )(?<!thay mặt )cho") and not is_recognised
    is_some = reading.ends(r"\bthêm") or is_given  # more of them, or those who got something
    return NO_MEANING if is_some and found[0] is not None and not is_flow(found[0]) else found


# «35 em gia đình đăng ký gia đình học tập»: children, not families.
_OF_FAMILIES = re.compile(
    r"\s*(?:em|cháu|học sinh|sinh viên|bạn)(?: (?:diện|thuộc|là con|con))* (?:hộ|gia đình|dòng họ)\b"
)


def _is_titled(reading: Reading, words: Around) -> bool:
    if words.noun & PEOPLE and "learning-citizen" in words.tail:
        return True
    if _OF_FAMILIES.match(reading.tail):
        return False
    is_body = words.noun & {"branch", "committee"}  # «45 ban khuyến học dòng họ» are no clans
    return bool(words.noun & HEADS) and not is_body and not reading.ends(_GROWTH)


def _first_fitting(indicators: Indicators, reading: Reading, words: Around) -> Meaning:
    grown = reading.ends(_GROWTH)
    for some in _attempts(indicators, reading, words):
        silent = _SILENT | (_PLACES if some & {"branch", "committee"} else frozenset())
        levels = {"advanced", "vocational"} if {"sent", "political"} <= some else set()
        known_by = _OF_DEEDS if some & {"supported", "reward"} else set()
        # «130 suất học bổng cho sinh viên cao đẳng, đại học» are given, whatever the degree
        degrees = frozenset() if some & {"award-unit", "scholarship"} else words.tail & _DEGREES
        left = (words.noun - some - PEOPLE - silent - levels - known_by) | (
            degrees - some - levels - _taught(reading, words)
        )
        if left or (grown and not some & {"increase", "new"}):
            continue
        found = one(indicators, some)
        if found[0] is not None and found[0].value_type == "count":
            return found
    return NO_MEANING


def _taught(reading: Reading, words: Around) -> frozenset[str]:
    """Return the degrees that are only what courses are about: «20 lớp, chuyên đề … về kỹ năng số»."""
    return frozenset(_DEGREES) if words.noun & {"course"} and re.search(r"\bvề\b", reading.tail) else frozenset()


def _named_before(indicators: Indicators, reading: Reading) -> set[str]:
    """Return whom «tổng số hội viên 398.412 người», «đội ngũ cán bộ, công chức có 1.842 người» names before it."""
    is_bare = re.match(r"\s*(?:[,;.(]|$)", reading.tail) is not None
    if not is_bare and not re.match(r"\s*(?:người|đồng chí)\s*(?:[,;.(]|$|trên (?:tổng )?số\b)", reading.tail):
        return set()
    low = reading.clause.lower()
    if stated := re.search(r"(?:^|[,;:.]\s*)[-+•*–]?\s*([^,;:.\d]+?)(?:\s+(?:là|lên(?: tới| đến)?|đạt)|\s*:)\s*$", low):
        named = indicators.concepts(re.sub(r"\s(?:đã )?tăng$", "", stated[1]))  # «tăng lên» says how many there are
        is_named = not any(each.startswith("?") for each in named)
        if (
            is_named
            and (not is_bare or named <= BODIES | {"member", "total"})
            and one(indicators, set(named))[0] is not None
        ):
            return set(named)
    of_all = r"(?:của )?(?:toàn|cả) (?:tỉnh|huyện|thành phố|quận|thị xã|xã|phường)"
    if re.search(
        rf"(?:^|[,;:.]\s*)hội viên (?:{of_all}\s*$|(?:[^\d;:.]{{2,30}}, )?(?:hiện |đã |nay )*(?:có|là)\s*$)", low
    ):
        return {"member"}  # «Hội viên có 137.900 người», «hội viên tăng dần, hiện là 1.540 người»
    if grown := re.search(r"\bsố (hội viên|chi hội)\b[^;:.,\d]*\btăng(?: thêm)?\s*$", low):
        return {"member" if grown[1] == "hội viên" else "branch", "increase"}
    hit = re.search(
        r"(?:tổng số|số lượng|số|đội ngũ)\s+([^;:.]*?)(?:\s+(?:có|là|đạt|gồm|hiện có|tăng lên|lên))*\s*$", low
    )
    if hit is None or re.search(r"\d", hit[1]):
        return set()
    found = known(indicators.concepts(re.split(r"\s(?:của|ở|tại|trong|trên|toàn)\s", hit[1])[0]))
    return set(found) if found and found <= {"member", "staff", "party-member", "teacher", "total"} else set()


def _attempts(indicators: Indicators, reading: Reading, words: Around) -> list[set[str]]:
    """Return the sets of concepts to try, the best first."""
    noun = set(words.noun)
    if noun == {"award-unit"} and not words.tail & {"gift", "scholarship"} and "gift" not in words.lead:
        noun |= (
            {"scholarship"}
            if not OF_TWO.search(reading.context.lower()) and "học bổng" in (reading.context + reading.sentence).lower()
            else set()
        )
    if noun & {"branch", "committee"}:
        return _grown(reading, noun & {"branch", "committee", "increase"})
    if "member" in noun and "turn" not in noun:
        return [noun] if _is_of_all(reading) else _grown(reading, noun)
    if "association" in noun and _GROWN.search(reading.lead.lower()):
        return [noun | {"increase"}]
    if noun & {"award-unit", "scholarship"} and reading.ends(r"phân bổ|tiếp nhận|nhận được|được nhận"):
        return [{"scholarship", "received", "award-unit"}]
    if "scholarship" in noun:
        return [noun - {"one-award"}]
    if "award-unit" in noun:
        return [noun, noun | (words.tail & {"scholarship", "gift"})]
    if noun & _COUNTED or not noun:
        return _people(indicators, reading, words, noun)
    is_level = re.search(r"\btăng lên\b", reading.clause.lower())  # says how many there are
    return [noun] if is_level else [noun | ((words.lead | words.clause) & {"increase"}), noun]


def _is_of_all(reading: Reading) -> bool:
    """Return whether members are all there are: «phát triển được 181.204 hội viên, chiếm 18,2% dân số»."""
    share = re.match(
        r"\s*hội viên,?\s*\(?(?:chiếm|đạt|bằng)[^.;%]{0,20}%\s*(?:so với )?(?:tổng )?(?:số )?dân", reading.after
    )
    return share is not None and not reading.ends(r"kết nạp(?: mới| thêm| được)*|phát triển mới")


def _grown(reading: Reading, noun: set[str]) -> list[set[str]]:
    new = "new" if "member" in noun else "increase"
    if re.match(r"\s*(?:hội viên|chi hội) mới\b|.{0,30}mới kết nạp", reading.tail):
        return [noun - {"increase"} | {new}]
    if reading.ends("có thêm"):
        return []  # besides, or more than before
    if _RAISES_TOTAL.match(reading.after.lower()):
        return [noun | {new}]
    if grown := _GROWN.search(reading.lead.lower()):
        return [noun | {new}, noun] if grown[1].startswith(("kết", "phát")) else [noun | {"increase"}]
    return [noun]


def _people(indicators: Indicators, reading: Reading, words: Around, noun: set[str]) -> list[set[str]]:
    near = (words.lead & _VERBS) or (words.clause & _VERBS)
    near |= {"sent"} if _are_sent(reading) else set()
    if STUDIES.match(reading.tail) and words.tail & _STUDIED and not (near | words.tail) & {"sent", "trained"}:
        return []  # «4 người đang học cao cấp lý luận chính trị» have not finished
    if (near | words.tail) & {"reward", "supported"}:
        noun = noun - _OF_DEEDS  # what is done for pupils is done for those in need, or who set an example
    deeds = near & {"reward", "supported"} and noun <= {"person", "pupil", "student", "teacher", "staff"}
    is_sent = "sent" in near and STUDIES.match(reading.tail)  # «cử … 3 cán bộ học tiến sĩ» have no degree yet
    own: list[set[str]] = [noun] if len(noun - {"person"}) > 1 and not deeds and not is_sent else []
    degrees = (words.lead | words.tail) & _DEGREES
    if degrees and "trained" in words.lead | words.clause | words.tail and "sent" not in near:
        return [*own, {"trained", *degrees}]
    if "study-further" in words.tail:
        return [*own, {"study-further"}]
    if "party-member" in words.tail and noun <= {"person"}:
        return [{"party-member", *(words.tail & {"new"})}]
    if _of_a_centre(reading, words, noun):
        near |= known(indicators.concepts(reading.context)) & {"clc"}
    tries = own + list(_deeds(reading, words, noun, near))
    if _ON_POLITICS.match(reading.sentence) and (level := words.tail & {"advanced", "vocational"}):
        return [{"political", *level}]
    if "political" in words.tail and not near & {"sent", "trained"}:
        tries.append(set(words.tail & {"political", "advanced", "vocational"}))
    return tries or [noun | (words.tail & _DEGREES)]


def _are_sent(reading: Reading) -> bool:
    """Return whether people are sent to study: «cử 4 người học thạc sĩ; 3 người học trung cấp lý luận chính trị»."""
    studies = re.match(r"\s*\S+(?: \S+){0,2} học\b", reading.tail)
    where = reading.before if STUDIES.match(reading.tail) else reading.clause if studies else ""
    return re.search(r"\bcử\b(?! tri)", where.lower()) is not None


def _of_a_centre(reading: Reading, words: Around, noun: set[str]) -> bool:
    if not noun & {"turn", "learner", "course"}:
        return False
    if (words.lead | words.clause | words.tail) & {"reward", "supported", "trained", "literacy"}:
        return False
    return (
        bool(noun & {"turn", "learner"})
        or "chuyên đề" in reading.tail
        or "trung tâm" in reading.clause[-60:] + reading.before[-90:]
    )


def _deeds(reading: Reading, words: Around, noun: set[str], near: frozenset[str]) -> Iterator[set[str]]:
    """Yield who was counted together with what was done for them, as each verb near the number says."""
    people = noun & (_COUNTED - {"family"} | {"dropout"})
    everything = words.lead | words.clause | words.tail
    for verb in _DEEDS:
        if verb in near or verb in words.tail:
            more = {verb} | (everything & _WITH.get(verb, set()))
            yield people | more | (words.tail & {"turn"})
            if "turn" in noun and verb in ("reward", "supported"):
                yield {"turn", verb}
            if verb != "clc" or words.tail & {"learner"}:  # people at a centre are no centres
                yield people - {"person", "turn"} | more | (words.tail & {"learner"})
            if verb != "clc" or people - {"staff", "teacher", "person"}:
                yield (people - {"staff", "teacher", "person"}) | more
            if verb == "clc" and people <= {"turn", "person"}:
                yield {"clc", "learner"} | (people & {"turn"})
            if verb == "literacy" and people <= {"person"} and reading.ends("xóa mù chữ cho|xoá mù chữ cho"):
                yield {"literacy", "learner"}
            if verb in ("reward", "supported") and people and people <= {"pupil", "student", "teacher"}:
                yield {"person", verb}
            if verb == "sent":
                studied = words.tail & {"master", "phd"} or words.tail & {"political"}
                yield {"sent", *studied}
