"""Numbers of titles of learning whose words name the title only in part: what is spoken of gives the rest.

«Về “Gia đình học tập”, … 149.386 hộ được công nhận, đạt 91,5% so với đăng ký»: the title stands where the sentence,
the paragraph or the heading says what it is about; the number says who (households) and what became of them.
"""

import re

from hoctap.contribute.articles.titles import HEADS, LEVELS, OF_LEVEL, TITLES
from hoctap.contribute.articles.words import Around, Concepts, Meaning, Reading, known, one, opening
from hoctap.contribute.naming.indicators import Indicators
from hoctap.contribute.naming.periods import without_periods
from hoctap.contribute.naming.words import TITLED

_ACT = re.compile(r"công nhận|\bđạt\b|danh hiệu|đăng k[ýí]|chứng nhận")
_ACT_OF_HEADS = re.compile(r"đăng k[ýí](?!.*công nhận)")
_REGISTERED = re.compile(r"(?<!với )(?<!trên )(?<!số )(?<!trong )đăng k[ýí]|\bsố (?:\w+ ){0,3}đăng k[ýí] (?:là|:)")
# What opens a sentence and says what all of it is about: «Về “Dòng họ học tập”, …», «- Gia đình học tập: …».
_TOPIC = re.compile(
    r"\W*(?:\w{1,3}[.)]\s*)?(?:(?:Về|Đối với|Với|Ở|Danh hiệu|Mô hình|Tiêu chí)\b[^,:]*[,:]|[^,:.\d]{4,60}:)"
)
_GOES_ON = re.compile(
    r"\W*(?:và|đã|có|trong đó|số|qua đó|kết quả|cuối năm|,|\s)*(?:được )?(?:xét )?(?:công nhận|đạt)(?: là|:)?\s*"
)
_OF_REGISTERED = re.compile(
    r"\s*(?:so với |trên |trong )?(?:tổng )?(?:số )?(?:hộ |gia đình |dòng họ |người |thôn |đơn vị )?đăng k[ýí]"
)
_OF_ALL = re.compile(
    r"\s*(?:so với |trên |trong )?(?:(?:tổng số|số|tổng)\s+(?P<head>hộ|gia đình|dòng họ|thôn|đơn vị|người)\b|"
    r"(?:số |tổng số )?(?:người lớn|người trưởng thành|dân số trưởng thành))"
)
_NOT_THESE = re.compile(r"(?:tổng số|trong số|trên số|còn|thêm|cho các|của)\s*$")  # a whole, a rest, who got something
_BARE = re.compile(r"\s*(?:trở lên\s*)?(?:[,;.()]|$|và\b)")
_SAYS_REGISTERED = re.compile(r"\s*[^\W\d]+(?: [^\W\d]+){0,2} (?:đã )?đăng k[ýí]\s*(?:[,;(]|$)")
_ASIDE = frozenset({"learning-title", "registered", "recognised", "total", "rate", "given"})
_PEOPLE = frozenset({"person", "staff", "household"})


def titled(indicators: Indicators, reading: Reading, words: Around, last: Concepts) -> Meaning | None:
    """Return what a number of a title counts; None where it names a title of its own, or nothing says which.

    `last` are the concepts of the titled number before it in the sentence.
    """
    if words.noun & TITLES or words.tail & TITLES or reading.number.kind == "money":
        return None
    if reading.number.kind == "percent":
        return _rate(indicators, reading, last)
    if last and (goes_on := _going_on(indicators, reading, last)) is not None:
        return goes_on
    heads = _heads(indicators, reading)
    if not heads or _NOT_THESE.search(reading.lead.lower()) or "chưa" in reading.tail:
        return None
    titles = {TITLED[head] for head in heads & HEADS} | ({"learning-citizen"} if heads & _PEOPLE else set())
    near = f"{_label(reading)} {reading.lead[-60:]} {reading.tail.partition(',')[0]}".lower()
    title = _spoken_of(indicators, reading, frozenset(titles), last, acts=_ACT.search(near) is not None)
    if title is None:
        return None
    registered = _REGISTERED.search(near) or (not _ACT.search(near) and _is_of_registered(reading))
    return _found(indicators, {title, *({"registered"} if registered else ())} | _level(reading, title))


def _is_of_registered(reading: Reading) -> bool:
    """Return whether the end of the list that a number stands in, or else the heading, says that all are registered."""
    act = _ACT.search(reading.after.lower().partition(";")[0])
    return act[0].startswith("đăng") if act else _ACT_OF_HEADS.search(reading.heads.lower()) is not None


def _label(reading: Reading) -> str:
    """Return what stands before the colon that a list begins with: «Đăng ký năm 2026: 221.400 gia đình, …»."""
    label, colon, _ = reading.sentence.partition(":")
    is_before = colon and len(label) < len(reading.sentence) - len(reading.after)
    return label if is_before and not re.search(r"\d[\d.]*\s+[^\W\d]", without_periods(label)) else ""


def _found(indicators: Indicators, some: set[str]) -> Meaning | None:
    found = one(indicators, some)
    return found if found[0] is not None else None


def _level(reading: Reading, title: str) -> set[str]:
    """Return the level of office that learning units are recognised by, as the words before the number name it."""
    hit = re.search(r"cấp (tỉnh|huyện|xã)\b[^,;]{0,40}$", reading.lead.lower()) or re.search(
        r"\bdo (?:cấp )?(tỉnh|huyện|xã) (?:công nhận|quản lý)", reading.tail
    )
    return {OF_LEVEL[hit[1]]} if hit and title == "learning-unit" else set()


def _going_on(indicators: Indicators, reading: Reading, last: Concepts) -> Meaning | None:
    """Return what «…, được công nhận 296.212», «thuộc cấp huyện là 214» take over from the number before."""
    if not _BARE.match(reading.tail):
        return None
    titles = set(last & TITLES)
    if _GOES_ON.fullmatch(reading.lead.lower()):
        return _found(indicators, titles)
    level = re.fullmatch(r"\W*(?:và |còn |do |thuộc )*cấp (tỉnh|huyện|xã)(?: là| có|:)?\s*", reading.lead.lower())
    return _found(indicators, titles | {OF_LEVEL[level[1]]}) if level and titles == {"learning-unit"} else None


def _heads(indicators: Indicators, reading: Reading) -> Concepts:
    """Return who is counted, where the words behind the number, or before it, say nothing else."""
    bare = reading.lead if _BARE.match(reading.tail) else opening(reading.tail)
    named = indicators.concepts(re.split(r"[:;]", bare)[-2 if bare.rstrip().endswith(":") else -1])
    if any(each.startswith("?") for each in named) or not named <= HEADS | _PEOPLE | _ASIDE | LEVELS | {"managed"}:
        return frozenset()
    rest = re.split(r"[,;.()]|\b(?:theo|của|trong|vào|năm|với|trên|so|từ|này|đó|nói)\b", reading.tail)[0]
    return frozenset() if any(each.startswith("?") for each in indicators.concepts(rest)) else named


def _spoken_of(indicators: Indicators, reading: Reading, titles: Concepts, last: Concepts, *, acts: bool) -> str | None:
    """Return the one of the titles that is spoken of: in the series, the sentence, the paragraph or the headings."""
    sentence, paragraph = _before(reading)
    topic = _TOPIC.match(reading.sentence)
    own = titles - {"learning-citizen"}
    ahead = known(indicators.concepts(reading.after)) & titles
    if acts and len(ahead) == 1 and _SAYS_REGISTERED.match(reading.tail):
        return next(iter(ahead))  # «68.540 gia đình đăng ký, 66.620 gia đình được công nhận “Gia đình học tập”»
    if (
        last
        and own
        and not reading.lead.strip(" ;,")
        and (reading.number.of or re.match(r"[^,;.]*\(\d", reading.after) or own == {"learning-clan"})
    ):
        return next(iter(own)) if len(own) == 1 else None
    for text, enough in (
        (sentence, acts or topic is not None),
        (paragraph, acts),
        (reading.heads, acts or bool(_ACT.search(reading.heads.lower()))),
    ):
        named = known(indicators.concepts(text)) & (TITLES | {"learning-title"})
        fitting = named & titles or (own if "learning-title" in named else frozenset())
        if not fitting and acts and ";" in reading.clause[-1:] + text[-80:]:
            fitting = own  # «gia đình học tập: …; dòng họ đăng ký: 268»: of titles all through
        if named:
            return next(iter(fitting)) if enough and len(fitting) == 1 else None
    return None


def _before(reading: Reading) -> tuple[str, str]:
    """Return what stands before a number in its sentence, and in its paragraph before that."""
    start = reading.context.rfind(reading.sentence[:20])
    return (reading.context[start:], reading.context[:start]) if start >= 0 else (reading.context, "")


def _rate(indicators: Indicators, reading: Reading, last: Concepts) -> Meaning | None:
    titles, tail = set(last & TITLES), reading.after.lower()
    if titles and _OF_REGISTERED.match(tail):
        return _found(indicators, titles | {"rate", "of-registered"})
    if titles and (whole := _OF_ALL.match(tail)):
        head = known(indicators.concepts(whole["head"] or "người"))
        own = {TITLED[each] for each in head & HEADS} or {"learning-citizen"}
        return _found(indicators, titles | {"rate"} | (last & {"registered"})) if titles <= own else None
    is_bare = _BARE.match(tail) is not None
    named = indicators.concepts(re.split(r"[:;]", reading.lead)[-1] if is_bare else reading.tail)
    own = {TITLED[head] for head in named & HEADS - {"school"}}  # «trường đạt 100%» is one school
    if len(own) != 1 or not named <= HEADS | _ASIDE | _PEOPLE:
        return None
    acts = _ACT.search(reading.lead.lower()) is not None
    if last or _spoken_of(indicators, reading, frozenset(own), last, acts=acts):
        return _found(indicators, own | {"rate"} | (last & {"registered"}))
    return None
