"""Counts whose meaning the form of the words gives at once: recipients, the praised, the whole of a share."""

import re

from hoctap.contribute.articles.money import OF_HOUSEHOLDS, OF_TWO
from hoctap.contribute.articles.titles import HEADS, TITLES
from hoctap.contribute.articles.words import NO_MEANING, PRAISE, TRAINING, Around, Meaning, Reading, called, known, one
from hoctap.contribute.naming.indicators import Indicators
from hoctap.contribute.naming.words import TITLED

# A thing that does something, or is of a grade, or is only being made one, is not what a title was given to.
_DOES = re.compile(
    r"[^,;.()]{0,50}?\bcó (?:hoạt động|quỹ|ban|chi hội|tủ sách|phong trào)|[^,;.()]{0,50}?\bloại (?:tốt|khá|xuất sắc)|"
    r"(?:(?!đăng k|đạt|công nhận)[^;.()]){0,60}?xây dựng (?:mô hình |danh hiệu )?[^\W\d]+ [^\W\d]+ học tập"
)
# «15 xóm đã có chi hội khuyến học», «61/64 dòng họ có ban khuyến học», «72/72 trường và 44 cơ quan, đơn vị có chi hội»
_PLACE_OR_BODY = (
    r"(?:xóm|thôn|ấp|bản|khóm|buôn|làng|khu (?:phố|dân cư)|tổ dân phố|dòng họ|trường(?: học)?|cơ quan|đơn vị)"
)
_HAS_BODY = re.compile(
    rf"\s*{_PLACE_OR_BODY}(?:, (?:{_PLACE_OR_BODY}|doanh nghiệp))*"
    rf"(?: và [\d./]+ {_PLACE_OR_BODY}(?:, (?:{_PLACE_OR_BODY}|doanh nghiệp))*)?"
    r" (?:đã |đều )*(?:có|thành lập|lập)(?: được)? (chi hội|ban)(?: khuyến học)?\s*(?:[,;.(]|$)"
)
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
# «150 gia đình, dòng họ, cộng đồng», «30 gia đình hiếu học - dòng họ học tập»: one number for several kinds.
_TOGETHER = re.compile(
    r"\s*(?P<one>(?:hộ )?gia đình|dòng họ|cộng đồng|tập thể|cá nhân)(?: (?:học tập|hiếu học|khuyến học|tiêu biểu))*"
    r"(?:,| và|, và| [-–]|/)\s*(?!(?P=one))(?P<two>gia đình|dòng họ|tộc họ|cộng đồng|đơn vị|cá nhân|tập thể)\b"
)
_NO_MODELS = {"tập thể", "cá nhân"}
_PRAISED_TOGETHER = re.compile(rf"[^;.()\d]*?\bđược (?:[^\W\d]+ ){{0,3}}?{PRAISE}")
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
_OF_REGISTERED = re.compile(r"\s*[^\W\d]+(?: [^\W\d]+){0,2} (?:đã )?đăng k[ýí]\b")
_AMONG = re.compile(r"\d[^.;]*\btrong (?:đó|số (?:này|đó))\b")
_REWARDED = rf"(?:khen thưởng|tặng (?:giấy|bằng) khen|{PRAISE})(?: cho)?\s+(?:\d[^;:]*(?:,|và)\s*)?$"
_ANY_BODY = re.compile(r"\s*(?:đơn vị|cơ quan|địa phương)\s*(?:[,;.(]|và \d|$)")
_OF_A_KIND = {
    "family": {"family", "household", "learning-family", "studious-family"},
    "clan": {"clan", "learning-clan", "studious-clan"},
}
# «61.311 suất học bổng, quà và phần thưởng»: more than one thing in one number.
_MIXED = re.compile(r"\s*(?:suất )?(?:học bổng|quà)(?:,| và)\s+(?:\w+\s+)?(?:quà|phần thưởng|học bổng|xe đạp)\b")
_TWO_BODIES = re.compile(r"\s*chi hội(?:,| và) ban (?:khuyến học|KH)\b(?!,? \d)", re.IGNORECASE)
_ALL_COMMUNES = re.compile(r"toàn (?:tỉnh|huyện|thành phố|quận|thị xã)[^;.,]{0,20}\bcó\s*$")
_ENDS = re.compile(r"\s*(?:xã|phường|thị trấn|đặc khu)(?:(?:,| và|, và) (?:xã|phường|thị trấn|đặc khu))*\s*(?:[.;(]|$)")
HAS_ASSOCIATION = re.compile(
    r"[^;.]{0,60}?\b(?:đều )?(?:đã )?(?:có|(?:thành )?lập|kiện toàn)(?: xong| được)?(?: tổ chức)? hội"
    r"(?: khuyến học| kh)?(?: cấp (?:huyện|xã))?(?=\s*[,;.(]|\s*$)",
    re.IGNORECASE,
)
# «9 lớp bồi dưỡng ngắn hạn», «164 lớp hướng dẫn sử dụng điện thoại thông minh»: of what they are is not said by a name.
_TRAINING = re.compile(
    rf"\s*(?:lớp|khóa|khoá)(?:,? (?:học|chuyên đề))? (?:{TRAINING}|hướng dẫn (?:sử dụng|kỹ năng))\b"
    r"(?![^,;.]*(?:chính trị|hồ chí minh|xóa mù|xoá mù))",
    re.IGNORECASE,
)


# «Trung tâm học tập cộng đồng xã hoạt động tốt, đã mở 35 lớp học, tập huấn»
_CENTRE_OPENS = re.compile(
    r"(?:^|[.;] )\W*(?:Các )?(?:Trung tâm học tập cộng đồng|Trung tâm HTCĐ|TTHTCĐ)\b(?:[^.;]|(?<=\d)\.(?=\d))*"
    r"\b(?:mở|tổ chức)(?: được)?\s+(?:hơn |trên |gần |khoảng )?$"
)


def by_form(indicators: Indicators, reading: Reading, words: Around) -> Meaning | None:
    """Return the meaning that the form of the words gives at once; None if they have no such form."""
    if (found := _by_sentence(indicators, reading, words)) is not None:
        return found
    if _MIXED.match(reading.tail) or (words.noun & (HEADS | TITLES | {"commune"}) and _DOES.match(reading.tail)):
        return NO_MEANING
    if (found := _of_communes(indicators, reading, words)) is not None:
        return found
    if reading.ends(r"(?:trong|trên)\s+(?:tổng\s+)?số") and _OF_REGISTERED.match(reading.tail):
        title = {TITLED[head] for head in words.noun & HEADS}
        spoken = title <= known(indicators.concepts(reading.after))
        return one(indicators, {*title, "registered"}) if len(title) == 1 and spoken else NO_MEANING
    if reading.ends(r"(?:trong|trên)\s+(?:tổng\s+)?số"):  # what a share is taken of
        of_households = words.noun and words.noun <= {"household", "family"}
        return one(indicators, {"household", "total"}) if of_households else NO_MEANING
    if re.match(r"\s*con(?:\s*[,;.(]|\s*$|\s+heo)", reading.tail) and "piggy-bank" in indicators.concepts(
        reading.context
    ):
        return one(indicators, {"piggy-bank"})
    if _TRAINING.match(reading.tail) and not (words.noun | words.clause) & {"clc", "literacy", "political"}:
        return one(indicators, {"trained", "course"})
    of_units = "learning-unit" in words.noun | words.tail or (known(indicators.concepts(reading.before)) & TITLES)
    if words.noun & {"learning-unit", "agency"} and of_units and re.search(r"do (?:cấp )?xã quản lý", reading.tail):
        return one(indicators, {"learning-unit", "commune", "managed"})
    if "bicycle" in words.lead and words.noun <= {"person", "pupil", "student", "needy"} and reading.ends("xe đạp cho"):
        is_one_of_things = re.search(r"(?:,|\bvà) xe đạp cho(?: [^\W\d]+)?\s*$", reading.clause.lower())
        return one(indicators, {"person", "supported"} if is_one_of_things else {"bicycle", "given"})
    return _of_recipients(indicators, reading, words)


def _by_sentence(indicators: Indicators, reading: Reading, words: Around) -> Meaning | None:
    """Return what one number for several kinds, places with a branch, gifts to households, courses of a centre are."""
    if "gift" in words.noun and OF_HOUSEHOLDS.match(reading.after.lower()):
        return NO_MEANING
    if (several := _of_several_kinds(indicators, reading, words)) is not None:
        return several
    if (has := _HAS_BODY.match(reading.after)) and not reading.ends("thêm"):
        return one(indicators, {"branch" if has[1] == "chi hội" else "committee"})
    is_course = re.match(r"\s*lớp\b(?! x[óo][áa]? mù)", reading.tail)
    return one(indicators, {"clc", "course"}) if is_course and _CENTRE_OPENS.search(reading.before) else None


def _of_several_kinds(indicators: Indicators, reading: Reading, words: Around) -> Meaning | None:
    """Return what one number for several kinds is: families and clans praised are models; None of one kind."""
    if _TWO_BODIES.match(reading.tail):
        return NO_MEANING
    hit = _TOGETHER.match(reading.tail)
    if hit is None or {hit["one"], hit["two"]} <= _NO_MODELS:
        return None
    is_praised = not _NO_MODELS & {hit["one"], hit["two"]} and (
        _is_praise(reading, words) or _PRAISED_TOGETHER.match(reading.tail)
    )
    return called(indicators, "mô hình học tập được biểu dương") if is_praised else NO_MEANING


def _of_recipients(indicators: Indicators, reading: Reading, words: Around) -> Meaning | None:
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
    if _is_praise(reading, words):
        return _praised(indicators, words)
    if _is_given(reading, words):
        return one(indicators, {"medal"}) if "medal" in words.lead | words.clause else NO_MEANING
    return None


_AWARDS_COUNTED = re.compile(r"\d\S* (?:suất|phần)\b|\bmỗi (?:năm|tháng|huyện|xã|trường)\b|\b(?:trị giá|số tiền)\b")
# «21 sinh viên và 105 học sinh nghèo»: others beside those counted, none of them.
_OF_NEXT = re.compile(r"(?:học sinh|sinh viên) và (?:hơn |gần |trên )?[\d.]+ (?:học sinh|sinh viên|em)\b[^,;.()\d]*")
_NEEDY = re.compile(r"\b(?:nghèo|vượt khó|khó khăn|mồ côi|khuyết tật|bất hạnh|yếu thế)\b")


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


def _of_communes(indicators: Indicators, reading: Reading, words: Around) -> Meaning | None:
    """Return what «173/173 xã có trung tâm …», «… có hội khuyến học», «12 xã đạt …» counts."""
    if "district-level" in words.noun and reading.number.of is not None and HAS_ASSOCIATION.match(reading.tail):
        return called(indicators, "hội khuyến học cấp huyện")
    if "commune" not in words.noun:
        return None
    if reading.number.of is not None and re.search(r"có (?:\d+ )?trung tâm", reading.tail):
        of_a_centre = "clc" in words.tail | words.clause or "clc" in indicators.concepts(reading.context)
        return one(indicators, {"clc"}) if of_a_centre else NO_MEANING
    if reading.number.of is not None and HAS_ASSOCIATION.match(reading.tail):
        return called(indicators, "hội khuyến học cấp xã")
    is_given = re.match(r"[^.;]{0,30}(?:đạt|được (?:công nhận|xếp loại|đánh giá))\b", reading.tail) is not None
    recognised = is_given and "đăng k" not in reading.tail[:40]
    if "learning-community" in words.tail and recognised:
        return one(indicators, {"learning-community", "commune"})
    if reading.number.of is None and _ALL_COMMUNES.search(reading.clause.lower()) and _ENDS.match(reading.tail):
        return one(indicators, {"commune", "total"})
    return None


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


def _is_praise(reading: Reading, words: Around) -> bool:
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
