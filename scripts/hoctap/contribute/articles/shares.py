"""Which indicator a percentage is about: by the words around it, or as the share of the number before it."""

import re
from collections.abc import Sequence
from dataclasses import replace
from decimal import Decimal

from hoctap.contribute.articles.forms import HAS_ASSOCIATION
from hoctap.contribute.articles.numbers import is_from
from hoctap.contribute.articles.place_names import KINDS, NAME
from hoctap.contribute.articles.titles import HEADS, LEVELS, TITLES, title
from hoctap.contribute.articles.words import NO_MEANING, Around, Concepts, Meaning, Reading, called, known, one
from hoctap.contribute.naming.indicators import Indicators
from hoctap.contribute.naming.periods import without_periods

_OF_PLAN = re.compile(r"^\s*(?:so với\s+)?(?:kế hoạch|chỉ tiêu|kh\b|so với|cùng kỳ|mục tiêu|dự toán|nghị quyết)")
_CHANGE = r"(?:tăng|giảm|vượt|hoàn thành)\s*(?:thêm\s*|gần\s*|hơn\s*)?"
_LEVEL = re.compile(
    r"(?:^|[(,])\s*(?:đạt|chiếm|tương đương|bằng|tỷ lệ|(?:đạt|chiếm) t[ỷỉ] lệ)?\s*(?:hơn|trên|gần|khoảng)?\s*$"
)
_SOME_BRANCHES = re.compile(
    r"\s*(?:số )?chi hội\b(?! khuyến học xếp loại| xếp loại)"
)  # «15% chi hội hoạt động cầm chừng»
_ADULTS = re.compile(r"\s*(?:người lớn|người trưởng thành|người (?:dân )?(?:thuộc|trong) diện)\b")
# «246.000 người đăng ký, trong đó 43,4% số người đạt»
_OF_THOSE = re.compile(r"\s*(?:số )?(?:[^\W\d]+ ){1,2}(?:đã |được )*(?:đạt|công nhận)\b")
_OF_A_GROUP = re.compile(r"\bnhóm (?:[^\W\d]+ ){1,8}(?:là |đạt |có )?$")
_ENDS = re.compile(r"\s*(?:[);,.]|$|tổng số|số hộ|so với tổng)")


def share(indicators: Indicators, all_of: Sequence[Reading], at: int, words: Around, before: Concepts) -> Meaning:
    """Return the indicator of a percentage; `before` are the concepts of the number before it."""
    reading = all_of[at]
    if "member" in before and re.match(r"\s*tổng số (?:cán bộ|công chức|viên chức|giáo viên|giảng viên)", reading.tail):
        return one(indicators, {"rate", "member", "staff"})
    found = (
        _of_registered(indicators, all_of, at)
        or _by_form(indicators, reading, words, before)
        or _grown(indicators, reading, before)
    )
    if found is not None:
        return found
    if words.noun & HEADS or ("learning-citizen" in words.tail and words.noun & {"person", "staff"}):
        found = _of_things(indicators, all_of, at, words, before)
        if found[0] is not None:
            return found
    if (words.lead | words.tail) & {"literate", "age-15-35", "level-2"}:
        return _literacy(indicators, reading, words)
    if shared := _predicate_of_list(indicators, all_of, at):
        return one(indicators, {"rate", *words.tail, *shared})
    found = _in_words(indicators, all_of, at, words)
    if "lần lượt" in reading.before:
        return found  # which of several it is of, its place says
    if found[0] is None and before and _LEVEL.search(reading.lead.lower().strip()) and _ENDS.match(reading.tail):
        return _of_before(indicators, before)
    return found


def _of_registered(indicators: Indicators, all_of: Sequence[Reading], at: int) -> Meaning | None:
    """Return that a share is of those who registered, as two numbers say: «41.007 người đăng ký; 36.496 đạt (89%)»."""
    counts = [each for each in all_of[:at] if each.sentence == all_of[at].sentence and each.number.kind == "count"]
    registered = next((each for each in counts[:-1] if "đăng k" in each.tail), None)
    if registered is None:
        return None
    titles = known(indicators.concepts(f"{registered.before} {registered.tail}")) & TITLES
    part, whole = counts[-1].number.value, registered.number.value
    is_quotient = part < whole and abs(part * 100 / whole - all_of[at].number.value) < Decimal("0.06")
    return one(indicators, {"rate", "of-registered", *titles}) if is_quotient and len(titles) == 1 else None


# «…, tỷ lệ từ 81,3% lên 84,6%», «Công dân học tập có bước nhảy, từ 29,5% lên 41,2%»
_RATE_GREW = re.compile(
    r"\W*(?:và )?t[ỷỉ] lệ(?: [^\W\d]+){0,3}?(?P<people> (?:so với |trên )?dân số)?(?: (?:tăng|giảm))? từ\s*"
)


def _grown(indicators: Indicators, reading: Reading, before: Concepts) -> Meaning | None:
    """Return what a share is of that grew from there, as the count or the title before it says; None of others."""
    if not is_from(reading.after, 0):
        return None
    if rate := _RATE_GREW.fullmatch(reading.lead.lower()):
        if rate["people"]:
            return one(indicators, {"rate", "member", "population"}) if "member" in before else None
        found = _of_before(indicators, before - {"increase", "new"})
        return found if found[0] is not None else None
    titles = known(indicators.concepts(reading.before)) & TITLES
    is_bare = reading.lead.lower().strip(" ,") == "từ" and "%" not in reading.before
    return one(indicators, {"rate", *titles}) if is_bare and len(titles) == 1 else None


_HAS_CENTRE = re.compile(r"[^;,.]{0,40}\b(?:có|(?:thành )?lập)(?: được)? (?:tthtcđ|trung tâm)", re.IGNORECASE)


def _by_form(indicators: Indicators, reading: Reading, words: Around, before: Concepts) -> Meaning | None:
    """Return what the form of the words gives at once: no level, a share of the people or of communes; else None."""
    if "registered" in before and _OF_THOSE.match(reading.tail) and reading.ends(r"\btrong (?:đó|số đó)"):
        return one(indicators, {"rate", "of-registered", *(before & TITLES)})
    if _OF_A_GROUP.search(reading.lead.lower()):
        return NO_MEANING  # «nhóm nông dân gần 70%, nhóm công nhân hơn 83%»
    if _is_change(reading) or reading.ends(r"\bở") or _SOME_BRANCHES.match(reading.tail):  # «có ở 100% khu dân cư»
        return NO_MEANING
    if "population" in words.tail:
        of_members = "member" in words.lead | words.tail | words.clause | before
        return one(indicators, {"rate", "member", "population"}) if of_members else NO_MEANING
    of_communes = _of_communes(indicators, reading, words)
    return of_communes if of_communes[0] is not None else None


def _of_communes(indicators: Indicators, reading: Reading, words: Around) -> Meaning:
    """Return what a share of communes is of: those with a learning centre, an association, or universal schooling."""
    if "commune" not in words.noun:
        return NO_MEANING
    has_centre = _HAS_CENTRE.match(reading.tail) and "clc" in words.tail
    if has_centre or (reading.ends(r"\bphủ(?: kín)?") and "clc" in words.clause | words.lead):
        return called(indicators, "tỷ lệ xã có trung tâm học tập cộng đồng")
    if HAS_ASSOCIATION.match(reading.tail):
        return called(indicators, "tỷ lệ đơn vị có tổ chức hội khuyến học")
    if re.match(r"[^;.]{0,40}\bđạt chuẩn phổ cập giáo dục\b", reading.tail):
        return called(indicators, "tỷ lệ đạt chuẩn phổ cập giáo dục")
    return NO_MEANING


def _predicate_of_list(indicators: Indicators, all_of: Sequence[Reading], at: int) -> Concepts:
    """Return what the next share of a list says of both: «85% hội viên, 85% chi hội xếp loại từ khá trở lên»."""
    later = all_of[at + 1] if at + 1 < len(all_of) else None
    if later is None or later.number.kind != "percent" or later.sentence != all_of[at].sentence:
        return frozenset()
    between = all_of[at].after[: len(all_of[at].after) - len(later.after)].rpartition(later.number.exact)[0]
    is_list = re.fullmatch(r"[^;:()\d]*,\s*", between)
    return known(indicators.concepts(later.tail)) & {"rated-fair"} if is_list else frozenset()


def _is_change(reading: Reading) -> bool:
    """Return whether it is growth or the fulfilment of a plan, not a level."""
    tail = reading.tail.lower()
    return bool(_OF_PLAN.match(tail)) or (reading.ends(_CHANGE) and not re.match(r"\s*dân số", tail))


def _of_things(indicators: Indicators, all_of: Sequence[Reading], at: int, words: Around, before: Concepts) -> Meaning:
    if "total" in words.noun and before:
        return _of_before(indicators, before)
    if "learning-citizen" in words.tail:
        words = replace(words, noun=words.noun | {"person"})
    return title(indicators, all_of, at, words, rate=True)


def _in_words(indicators: Indicators, all_of: Sequence[Reading], at: int, words: Around) -> Meaning:
    """Return the indicator whose name the words behind, or before, spell out."""
    reading = all_of[at]
    if _ADULTS.match(reading.tail) and ("learning-title" in words.tail or "danh hiệu này" in reading.tail):
        return one(indicators, {"rate", "learning-citizen"})  # «45% người lớn đạt danh hiệu học tập»
    behind = () if re.match(r"\s*[,;.)]", reading.tail) else (words.tail | {"rate"},)
    last = _named_last(reading.lead)
    before = (known(indicators.concepts(last)) | {"rate"},) if last else ()
    if (found := _by_whole_name(indicators, all_of, at, words)) is not None:
        return found
    for some in (*behind, words.lead | {"rate"}, *before):
        bare = frozenset(some - {"person", "staff"}) if len(some) > 2 else some
        sets = [some, bare, *([bare - {"or-higher"}] if "trained" in some else [])]
        for each in sets:
            found = one(indicators, set(each)) if len(each) > 1 else NO_MEANING
            if found[0] is None:
                continue
            if found[0].indicator_id == "staff-association-member-rate" and "staff" not in some:
                return NO_MEANING  # «tỷ lệ hội viên» of an association is another thing
            if (
                "school" in words.lead
                and found[0].indicator_id.startswith("staff-")
                and not some & {"staff", "teacher"}
            ):
                return NO_MEANING  # «Tỷ lệ trường đạt chuẩn quốc gia» is of schools
            return found
    return NO_MEANING


_PLACE = rf"(?:{KINDS}|nước)(?:\s+{NAME})?|toàn quốc"  # as names follow their kinds
_WHERE = re.compile(
    rf"\s(?:(?:của|ở|tại|trong|trên địa bàn)\s+(?:(?:toàn|cả)\s+)?(?:{_PLACE})|(?:toàn|cả)\s+(?:{_PLACE})|"
    rf"(?:{KINDS})\s+{NAME}|toàn quốc)(?=[\s,]|$)"
)


_REACHES = re.compile(r"\b(?:là|đạt|chiếm|có)\s*$")
_ASIDE = re.compile(
    r"\bmới(?= (?:là|đạt|có|chỉ))|(?:bình quân|trung bình)(?: chung)?(?: của)? (?:cả nước|toàn quốc|(?:toàn )?tỉnh)|"
    r"(?:cao|thấp) nhất(?: (?:tỉnh|huyện|cả nước|toàn tỉnh))?"
)


def _named_last(lead: str) -> str:
    """Return what the last «tỷ lệ» before a share is of, without whose it is and when: «… của huyện năm 2023 đạt»."""
    _, named, last = re.sub(r"\b[Tt][ỷỉ] lệ\b", "tỷ lệ", lead).rpartition("tỷ lệ")
    return f" {without_periods(_WHERE.sub(' ', _ASIDE.sub(' ', last))).lower()} " if named else ""


_AMONG = re.compile(r"\btrong (?:đó|số (?:này|đó))\b")


def _part_of_share(all_of: Sequence[Reading], at: int) -> str:
    """Return what «tỷ lệ lao động qua đào tạo đạt 63%, trong đó có chứng chỉ 27%» says of the second share, whole."""
    reading, whole = all_of[at], all_of[at - 1]
    if not at or whole.sentence != reading.sentence or whole.number.kind != "percent":
        return ""
    between = whole.after[: len(whole.after) - len(reading.after) - len(reading.number.exact)]
    named, part = _named_last(whole.lead), _AMONG.split(between)
    return f"{_REACHES.sub(' ', named)} {part[1]}" if named and len(part) > 1 else ""


def _by_whole_name(indicators: Indicators, all_of: Sequence[Reading], at: int, words: Around) -> Meaning | None:
    """Return the indicator that the words before or behind are the very name of, unknown words and all."""
    reading = all_of[at]
    last = _named_last(reading.clause)
    last = _named_last(reading.lead) if re.search(r"\d", last) else last
    part = _part_of_share(all_of, at)
    for text, some in ((part, words.lead), (reading.tail, words.tail), (reading.lead, words.lead), (last, words.lead)):
        name = indicators.concepts(text) | {"rate"}
        is_named = bool(text.strip()) and text in (part, last)  # as what «tỷ lệ» is of
        found = one(indicators, set(name)) if len(name) > 2 or is_named else NO_MEANING
        if found[0] is not None and (not found[0].indicator_id.startswith("staff-") or some & {"staff", "teacher"}):
            return found
    return None


def _literacy(indicators: Indicators, reading: Reading, words: Around) -> Meaning:
    near = words.lead | words.tail
    if "literate" not in near | known(indicators.concepts(reading.sentence)):
        return NO_MEANING
    some = {"rate", "literate"}
    if "level-2" in near:
        return one(indicators, some | {"level-2", "age-15-60"})
    age = near & {"age-15-35", "age-15-60"}
    return one(indicators, some | age) if len(age) == 1 else NO_MEANING


def _of_before(indicators: Indicators, before: Concepts) -> Meaning:
    titles = before & TITLES
    if before >= {"staff"} and "rate" not in before and len(before) > 1:
        return one(indicators, {"rate", *before})  # «63 viên chức là người dân tộc thiểu số, chiếm 64,3%»
    if len(titles) != 1 or "rate" in before:
        return NO_MEANING
    return one(indicators, {"rate", *titles, *(before & (LEVELS | {"registered"}))})
