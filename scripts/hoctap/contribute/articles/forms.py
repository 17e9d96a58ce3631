"""Counts whose meaning the form of the words gives at once: recipients, the praised, the whole of a share."""

import re

from hoctap.contribute.articles.money import OF_HOUSEHOLDS
from hoctap.contribute.articles.recipients import is_praise, of_recipients
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
# «150 gia đình, dòng họ, cộng đồng», «30 gia đình hiếu học - dòng họ học tập»: one number for several kinds.
_TOGETHER = re.compile(
    r"\s*(?P<one>(?:hộ )?gia đình|dòng họ|cộng đồng|tập thể|cá nhân)(?: (?:học tập|hiếu học|khuyến học|tiêu biểu))*"
    r"(?:,| và|, và| [-–]|/)\s*(?!(?P=one))(?P<two>gia đình|dòng họ|tộc họ|cộng đồng|đơn vị|cá nhân|tập thể)\b"
)
_NO_MODELS = {"tập thể", "cá nhân"}
_PRAISED_TOGETHER = re.compile(rf"[^;.()\d]*?\bđược (?:[^\W\d]+ ){{0,3}}?{PRAISE}")
_OF_REGISTERED = re.compile(r"\s*[^\W\d]+(?: [^\W\d]+){0,2} (?:đã )?đăng k[ýí]\b")
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
    return of_recipients(indicators, reading, words)


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
        is_praise(reading, words) or _PRAISED_TOGETHER.match(reading.tail)
    )
    return called(indicators, "mô hình học tập được biểu dương") if is_praised else NO_MEANING


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
