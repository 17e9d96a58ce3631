"""Which indicator a count is about: by the noun behind it and the verbs around."""

import re
from collections.abc import Iterator, Sequence

from hoctap.contribute.articles.titles import HEADS, PEOPLE, TITLES, title
from hoctap.contribute.articles.words import NO_MEANING, Around, Meaning, Reading, known, one, opening
from hoctap.contribute.naming.indicators import Indicators

# A thing that may carry a name of its own («suất học bổng Doãn Tới») and still be what it is.
_ROBUST = TITLES | {"scholarship", "medal", "bicycle", "turn"}
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
_PRAISED = re.compile(r"\b(?:giỏi|xuất sắc|tiêu biểu|đạt giải|có thành tích)\b")
_PRAISE = r"(?:biểu dương|tuyên dương|tôn vinh)[^;.:]*$"
_OF_A_KIND = {
    "family": {"family", "household", "learning-family", "studious-family"},
    "clan": {"clan", "learning-clan", "studious-clan"},
}
_SILENT = frozenset({"given", "recognised", "total", "one-award", "school"})
_GROWN = re.compile(
    r"(kết nạp(?: mới| thêm)?|phát triển(?: mới| thêm| được)?|tăng(?: thêm)?|thêm)\s*(?:được\s*|thêm\s*|mới\s*)?$"
)


def count(indicators: Indicators, all_of: Sequence[Reading], at: int, words: Around) -> Meaning:
    """Return the indicator of a number without a measure."""
    reading = all_of[at]
    if not words.noun and re.match(r"\s*(?:[,;.)]|$)", reading.tail):
        # «số gia đình học tập là 29.870», «dòng họ học tập 412»
        if not words.lead & TITLES:
            return NO_MEANING
        words = Around(words.lead, words.tail, words.lead, words.clause)
    if reading.ends(r"(?:trong|trên)\s+(?:tổng\s+)?số"):  # what a share is taken of
        return one(indicators, {"household", "total"}) if words.noun <= {"household", "family"} else NO_MEANING
    if _is_praise(reading, words):
        return _praised(indicators, words)
    if words.noun & HEADS or (words.noun & PEOPLE and "learning-citizen" in words.tail):
        return title(indicators, all_of, at, words)
    if _carries_a_name(indicators, reading, words):
        return NO_MEANING
    if "bicycle" in words.lead and words.noun <= {"person", "pupil"} and reading.ends("xe đạp cho"):
        return one(indicators, {"bicycle", "given"})
    for some in _attempts(indicators, reading, words):
        left = (words.noun - some - PEOPLE - _SILENT) | ((words.tail & _DEGREES) - some)
        found = NO_MEANING if left else one(indicators, some)
        if found[0] is not None and found[0].value_type == "count":
            return found
    return NO_MEANING


def _carries_a_name(indicators: Indicators, reading: Reading, words: Around) -> bool:
    """Return whether the noun holds words that are not known: «hội viên Hội Nông dân» are other members."""
    if words.noun & _ROBUST or (words.noun & PEOPLE and "supported" in words.tail):
        return False
    noun = _PRAISED.sub(" ", opening(reading.tail)) if words.lead & {"reward", "supported"} else opening(reading.tail)
    return any(each.startswith("?") for each in indicators.concepts(noun))


def _attempts(indicators: Indicators, reading: Reading, words: Around) -> list[set[str]]:
    """Return the sets of concepts to try, the best first."""
    noun = set(words.noun)
    if noun == {"award-unit"} and not words.tail & {"gift", "scholarship"} and "gift" not in words.lead:
        noun |= {"scholarship"} if "học bổng" in (reading.context + reading.sentence).lower() else set()
    if noun & {"member", "branch", "committee"} and "turn" not in noun:
        return _grown(reading, noun)
    if "scholarship" in noun:
        return [noun - {"one-award"}]
    if "award-unit" in noun:
        return [noun, noun | (words.tail & {"scholarship", "gift"})]
    if noun & _COUNTED or not noun:
        return _people(indicators, reading, words, noun)
    return [noun | ((words.lead | words.clause) & {"increase"}), noun]


def _grown(reading: Reading, noun: set[str]) -> list[set[str]]:
    if grown := _GROWN.search(reading.lead.lower()):
        return [noun | {"new"}, noun] if grown[1].startswith(("kết", "phát")) else [noun | {"increase"}]
    return [noun | {"new"}] if "mới" in reading.tail.lower()[:30] else [noun]


def _people(indicators: Indicators, reading: Reading, words: Around, noun: set[str]) -> list[set[str]]:
    near = (words.lead & _VERBS) or (words.clause & _VERBS)
    deeds = near & {"reward", "supported"} and noun <= {"person", "pupil", "student", "teacher", "staff"}
    own: list[set[str]] = [noun] if len(noun - {"person"}) > 1 and not deeds else []
    degrees = (words.lead | words.tail) & _DEGREES
    if degrees and "trained" in words.lead | words.clause | words.tail and "sent" not in near:
        return [*own, {"trained", *degrees}]
    if "study-further" in words.tail:
        return [*own, {"study-further"}]
    if "party-member" in words.tail and noun <= {"person"}:
        return [{"party-member"}]
    if _of_a_centre(reading, words, noun):
        near |= known(indicators.concepts(reading.context)) & {"clc"}
    tries = own + list(_deeds(words, noun, near))
    if "political" in words.tail and not near & {"sent", "trained"}:
        tries.append(set(words.tail & {"political", "advanced", "vocational"}))
    return tries or [noun | (words.tail & _DEGREES)]


def _is_praise(reading: Reading, words: Around) -> bool:
    """Return whether those praised are counted («biểu dương 120 gia đình học tập»), not those recognised."""
    return bool(words.noun & (HEADS | TITLES)) and re.search(_PRAISE, reading.clause.lower()) is not None


def _praised(indicators: Indicators, words: Around) -> Meaning:
    what = next((name for name, kinds in _OF_A_KIND.items() if words.noun & kinds), "")
    return one(indicators, {what, "reward"}) if what else NO_MEANING


def _of_a_centre(reading: Reading, words: Around, noun: set[str]) -> bool:
    if not noun & {"turn", "learner", "course"}:
        return False
    if (words.lead | words.clause | words.tail) & {"reward", "supported", "trained", "literacy"}:
        return False
    return bool(noun & {"turn", "learner"}) or "chuyên đề" in reading.tail or "trung tâm" in reading.lead


def _deeds(words: Around, noun: set[str], near: frozenset[str]) -> Iterator[set[str]]:
    """Yield who was counted together with what was done for them, as each verb near the number says."""
    people = noun & (_COUNTED - {"family"} | {"dropout"})
    everything = words.lead | words.clause | words.tail
    for verb in _DEEDS:
        if verb in near or verb in words.tail:
            more = {verb} | (everything & _WITH.get(verb, set()))
            yield people | more | (words.tail & {"turn"})
            yield people - {"person", "turn"} | more | (words.tail & {"learner"})
            yield (people - {"staff", "teacher", "person"}) | more
            if verb == "sent":
                studied = words.tail & {"master", "phd"} or words.tail & {"political"}
                yield {"sent", *studied}
