"""Which title of learning a number counts: families, clans, villages, units, citizens; a list shares its predicate."""

import re
from collections.abc import Collection, Sequence

from hoctap.contribute.articles.words import NO_MEANING, Around, Concepts, Meaning, Reading, known, one, opening
from hoctap.contribute.naming.indicators import Indicators
from hoctap.contribute.naming.words import TITLED

HEADS = frozenset(TITLED)
TITLES = frozenset(TITLED.values()) | {"learning-citizen", "studious-family", "studious-clan", "studious-community"}
PEOPLE = frozenset(
    ["member", "pupil", "student", "teacher", "staff", "person", "family", "household", "learner", "union-member"]
)
# Households, not those that are poor or do something: «1.912 hộ với hơn 6.700 nhân khẩu».
_ALL_HOUSEHOLDS = re.compile(
    r"\s*(?:hộ|gia đình)(?: gia đình| dân)?\s*(?:[,;.()]|$|"
    r"(?:với|và|trong|trên|sinh sống|sống|ở|của|toàn|hơn|gần)\b"
    r"(?! (?:thôn|xóm|bản|ấp|buôn|làng|khóm|tổ) [^\W\d]+ [^\W\d]))"
)
# Of those who registered, not of all: «100% gia đình đăng ký được công nhận»; «đăng ký đạt» is registering alone.
_OF_REGISTERED = re.compile(r"đăng k[ýí] (?:đã |đều )?được (?:xét )?công nhận")
_ALL_CLANS = re.compile(
    r"\s*(?:dòng họ|tộc họ|họ tộc)(?: lớn,? nhỏ| khác nhau)?\s*"
    r"(?:[;.()]|$|, (?:trong đó|với|chủ yếu)\b|(?:với|cùng|sinh sống)\b)"
)
# «hiện có 14 thôn, 3.912 hộ, …»: what a place has.
_OF_A_PLACE = re.compile(
    r"\b(?:có|gồm) (?:[\d.]+ (?:thôn|xóm|ấp|bản|khóm|khu|tổ|hộ|nhân khẩu|khẩu)[^\d,;]{0,14}(?:, | và )){1,4}$"
)
_NAMES_ITS_OWN = TITLES | {"learning-title", "branch", "clc", "committee", "fund"}
_PREDICATE = re.compile(
    r"(?:được\s+)?(?:công nhận|đạt|đăng k[ýí])[^.;]*?(?:học tập|hiếu học)|danh hiệu[^.;]*?(?:học tập|hiếu học)|"
    r"đăng k[ýí](?: các)? danh hiệu"
)
_BARE_TITLE = re.compile(
    r"(?:đạt|công nhận|được|đăng k[ýí])(?: các)? danh hiệu(?: này| đó)?(?:\s*[;,.]|\W*(?:\d|$|so với|trở lên))"
)
# The level of office by which learning units are recognised.
OF_LEVEL = {"tỉnh": "province-level", "huyện": "district-level", "xã": "commune"}
LEVELS = frozenset(OF_LEVEL.values())


def title(indicators: Indicators, all_of: Sequence[Reading], at: int, words: Around, *, rate: bool = False) -> Meaning:
    """Return the indicator of a title: «… gia đình, … dòng họ đạt danh hiệu học tập» gives each its own."""
    noun, some = words.noun, set(words.tail)
    stated = words.lead & (TITLES | {"registered"}) if all_of[at].ends("là|đạt|có|gồm|:|với") else frozenset()
    if not some & _NAMES_ITS_OWN and len(stated & TITLES) == 1:
        some |= stated  # «“Dòng họ học tập” là 41 dòng họ»
    elif not some & _NAMES_ITS_OWN:
        some |= _shared(indicators, all_of, at, noun)
    own = {TITLED[head] for head in noun & HEADS}
    if "learning-title" in some:
        some |= own
    listed = all_of[at].after.partition(";")[0]
    if _BARE_TITLE.search(listed.strip()):
        some |= own  # «78% gia đình đạt danh hiệu», in an article on learning
    titles = some & TITLES
    if len(titles) > 1:
        titles &= own | ({"learning-citizen"} if noun & PEOPLE else set())
    # «100% hộ gia đình, thôn xóm đăng ký xây dựng đơn vị học tập»: of no family's title; a unit may be any of them
    if len(titles) != 1 or (own - {"learning-unit"} and not _kinds(titles) & _kinds(own)):
        return _without_title(indicators, all_of[at], words, some, rate=rate)
    level = re.search(
        r"(?:ở )?cấp (tỉnh|huyện|xã)(?:[^,;.]{0,20}quản lý)?(?:\s+\w+)?\s+có\s*$", all_of[at].lead.lower()
    )
    if level and titles == {"learning-unit"}:
        return one(indicators, titles | {OF_LEVEL[level[1]]})
    more = some & _registered(all_of[at]) | ({"rate"} if rate else set())
    if rate and _OF_REGISTERED.search(all_of[at].tail):
        more = {"rate", "of-registered"}
    of_communes = titles == {"learning-community"} and "cấp xã" in all_of[at].tail
    if "commune" in noun or of_communes or "cấp tỉnh công nhận" in all_of[at].tail:
        more |= some & LEVELS
    return one(indicators, titles | more)


_RECOGNISED, _SAYS_ITS_OWN = re.compile(r"\b(?:đạt|công nhận)\b"), re.compile(r"\b(?:đạt|công nhận|đăng k[ýí])\b")


def recognised_next(indicators: Indicators, all_of: Sequence[Reading], at: int, noun: Concepts) -> bool:
    """Return whether the next number says how many of these have it: «có 114 cộng đồng, có 75 được công nhận»."""
    later = all_of[at + 1] if at + 1 < len(all_of) else None
    if later is None or later.sentence != all_of[at].sentence or _SAYS_ITS_OWN.search(all_of[at].tail):
        return False
    between = all_of[at].after[: len(all_of[at].after) - len(later.after)].rpartition(later.number.exact)[0]
    is_some = re.search(r",\s+(?:đã )?có\s*$", between) and _RECOGNISED.search(later.tail)
    same = _kinds(_titles_of(noun)) & _kinds(_titles_of(known(indicators.concepts(opening(later.tail)))))
    return bool(is_some and same) and later.number.value <= all_of[at].number.value


def _titles_of(noun: Concepts) -> Concepts:
    """Return the titles that a noun names, or may be given."""
    return (noun & TITLES) | {TITLED[head] for head in noun & HEADS}


def _kinds(titles: Collection[str]) -> frozenset[str]:
    """Return what titles are given to: «family» of learning families and of studious ones."""
    return frozenset(each.partition("-")[2] for each in titles)


def _registered(reading: Reading) -> frozenset[str]:
    """Return {registered} unless «38 / 61 người đăng ký được công nhận» counts those recognised among them."""
    recognised = reading.number.of is not None and re.search(r"công nhận|\bđạt\b", reading.tail) is not None
    return frozenset() if recognised else frozenset({"registered"})


def _shared(indicators: Indicators, all_of: Sequence[Reading], at: int, noun: Concepts) -> Concepts:
    """Return what the predicate at the end of a list gives to each thing in it."""
    same = [each for each in all_of[at:] if each.sentence == all_of[at].sentence]
    again = (n for n, each in enumerate(same) if n and _counts_the_same(indicators, each, noun))
    same = same[: next(again, None)]  # «có 1.486 hộ; 1.203 hộ đạt …»: what is said of the second is not of the first
    verb = _PREDICATE.search(" ".join(each.tail for each in same)) or _PREDICATE.search(
        " ".join(each.lead for each in same[1:])
    )
    if verb is None:
        return frozenset()
    predicate = known(indicators.concepts(verb[0]))
    given = predicate & {"learning-title", "registered", "recognised"}
    if "learning-title" not in predicate and len(predicate & frozenset(TITLED.values())) == 1:
        given |= predicate & {TITLED[head] for head in noun & HEADS}
    return given


def _counts_the_same(indicators: Indicators, reading: Reading, noun: Concepts) -> bool:
    """Return whether a later number of a list counts what the first of it does."""
    return bool(noun & HEADS) and known(indicators.concepts(opening(reading.tail))) & HEADS == noun & HEADS


def _without_title(indicators: Indicators, reading: Reading, words: Around, some: set[str], *, rate: bool) -> Meaning:
    if rate and "branch" in some:
        return one(indicators, {"rate", "branch"})
    if rate or words.tail & {"recognised", "registered"}:
        return NO_MEANING
    if "household" not in words.noun:
        return all_clans(indicators, reading) if words.noun == {"clan"} else NO_MEANING
    return one(indicators, {"household"}) if _ALL_HOUSEHOLDS.match(reading.tail) else NO_MEANING


def all_clans(indicators: Indicators, reading: Reading) -> Meaning:
    """Return the total of clans where a number is all there are: «toàn xã hiện có 58 dòng họ, trong đó …»."""
    if re.search(r"\briêng\b[^,;.]*$", reading.before.lower()):
        return NO_MEANING  # «478/561 dòng họ đạt danh hiệu; riêng xã A có 19 dòng họ»: of those, not of all
    is_listed = _OF_A_PLACE.search(reading.before)
    is_had = is_listed or reading.ends(r"\b(?:hiện |gồm |tổng số |cả thảy )?(?:có|là)")
    is_all = is_had and _ALL_CLANS.match(reading.after)
    return one(indicators, {"clan", "total"}) if is_all else NO_MEANING
