"""To whom something was given, and in which programme: «Xe đạp trao cho nữ sinh», «Học bổng "Thắp sáng ước mơ"»."""

import re

from hoctap.contribute.tables.setting import Setting
from hoctap.model.record import Indicator

# What stays one thing whoever gets it; its part is then who did.
_GIVEN = frozenset({"gifts-awarded", "bicycles-donated", "computer-sets-donated"}) | {
    "scholarships-awarded",
    "scholarship-value-vnd",
}
_LEARN = frozenset({"pupil", "child", "student", "teacher", "school"})
_TO = re.compile(r"\b(?:(?:trao |đã |được )*tặng(?: cho)?|(?:(?:trao|cấp|phát|dành|hỗ trợ) )?cho) (?=[^\W\d])")
_PROGRAMME = re.compile(r"\(?[«“\"]([^«»“”\"()]{3,60})[»”\"]\)?")
_AID = "hoc-bong-khen-thuong"
_MEASURED = frozenset({"money", "award-unit", "rate", "one-award"})


def given_to(setting: Setting, words: str, found: frozenset[str]) -> tuple[tuple[Indicator, ...], str]:
    """Return what was given and to which learners, teachers or schools; nothing where it is given to anybody else."""
    for hit in _TO.finditer(words):
        whom = words[hit.end() :].strip(" ,-–")
        if not setting.indicators.concepts(whom) & _LEARN:
            continue
        thing = setting.indicators.concepts(words[: hit.start()]) | (found & _MEASURED)
        named = setting.indicators.named_by(thing)
        if len(named) == 1 and named[0].indicator_id in _GIVEN:
            return named, whom
    return (), ""


def in_programme(setting: Setting, words: str, found: frozenset[str]) -> tuple[tuple[Indicator, ...], str]:
    """Return what was given in a programme that is named between quotation marks, with the programme as its part."""
    hit = _PROGRAMME.search(words)
    if hit is None:
        return (), ""
    rest = setting.indicators.concepts(_PROGRAMME.sub(" ", words)) | (found & (_MEASURED | {"person", "turn"}))
    named = setting.indicators.named_by(rest)
    return (named, hit[1]) if len(named) == 1 and named[0].topic == _AID else ((), "")
