"""What the words around a figure are: a period, a measure, a breakdown, a total, a plan, or the name of something."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache

from hoctap.contribute.naming.brackets import says_again, spelled_by_measure, without_synonyms
from hoctap.contribute.naming.periods import EACH_YEAR, NamedPeriod, periods_in, without_periods
from hoctap.contribute.naming.unit_names import FOOTNOTE
from hoctap.contribute.naming.words import marked_again, spelled, written_out
from hoctap.contribute.tables.heads_of_programs import as_written
from hoctap.load.amounts import POWERS
from hoctap.model.period_kinds import MOMENT, YEAR

_MEASURE = re.compile(r"\(([^()]*)\)|(?:đvt|đơn vị tính)\s*:?\s*([^();]+)")
_PREFIX = re.compile(
    r"^(?:(?:đvt|đơn vị tính|đơn vị|(?:số )?tiền|giá trị|kinh phí|số liệu)"
    r"(?:\s*(?:tính )?(?:bằng|theo|là))?\s*[:=]?\s*)+(?=.)"
)
_POWER = rf"(?:{'|'.join(POWERS)})\b(?! lệ)"
_SCALE = re.compile(rf"(?<!phần )\b{_POWER}(?: {_POWER})?")  # «nghìn», «trăm triệu»
_THOUSANDS = r"(?:x ?)?1\.?000(?:\.?000)?"
_THOUSAND = r"ng(?:h|àn|hìn)?\.? ?đ(?:ồng)?"  # «ng.đ»
# What people count, by the measures of the register; what comes under none of them, and money.
COUNTED = {
    "nguoi": "người|em|cháu|hội viên|học sinh|học viên|giáo viên|cán bộ|đảng viên|cá nhân|đ/c|đồng chí|ủy viên",
    "luot": "lượt(?: người| học)?",
    "suat": "suất|phần quà|phần|quà",
    "gia-dinh": "hộ|gia đình",
}
_OTHERS = (
    "dòng họ|tổ chức|chi hội|tổ|ban|lớp|xã|thôn|bản|đơn vị|trung tâm|cái|chiếc|hội|cộng đồng|xe|bộ|con|trường|cụm|"
    "mô hình|bài|tin|tin bài|buổi|cuộc|khu phố|tdp|tổ dân phố|ấp|văn bản|căn|nhà|cuốn|quyển|máy|khóa|cơ quan|tập thể|"
    r"công trình|chuyên đề|lần(?:/ngày)?|ngày lương(?:/(?:người|hội viên|hv|năm))*"
)
_MONEY = r"đồng|đ|vnđ|vnd|(?:đ|đồng|vnđ)\s*/\s*(?:suất|người(?: dân)?|em|hội viên|hv)"
_COUNTED = "|".join((_MONEY, *COUNTED.values(), _OTHERS))
_MEASURE_WORDS = re.compile(
    rf"^(?:%|(?:{_SCALE.pattern}|{_THOUSANDS})(?: ?(?:{_COUNTED}))?|{_COUNTED}|tr\.? ?đ(?:ồng)?|tr|trđ|{_THOUSAND}|"
    r"tt|số lượng|sl|tl|t[ỷỉ] lệ(?: \(?%\)?)?)$"
)
# What is planned, in whatever words stand beside it: «giao», «chỉ tiêu» are so only in some of them.
PLANNED_IN_ENGLISH = r"\b(?:plan|planned|target|targets|estimate|estimated|forecast)\b"
PLANNED = (
    r"kế hoạch|\bkh\b|\bước\b(?! mơ| vọng| nguyện)|dự kiến|(?<!đăng ký )phấn đấu|mục tiêu|nhiệm vụ|"
    rf"{PLANNED_IN_ENGLISH}"
)
_PLAN = re.compile(
    rf"{PLANNED}|chỉ tiêu (?:giao|năm|đề ra|đại hội|nhiệm kỳ|nghị quyết|nq\b|đh\b)|"
    r"^(?:theo |chỉ tiêu )?(?:nghị quyết|nq)(?: (?:đại hội|đh|năm|nhiệm kỳ))?$|"
    r"được giao|so với|so sánh|so cùng|cùng kỳ|tăng \(|tăng/|giảm|chênh lệch|%\s*th\b|"
    r"% thực hiện|hoàn thành|xếp loại(?! (?:từ )?khá(?: trở lên|,? (?:và )?tốt))|xếp hạng|"
    r"(?<!thời )(?<!địa )điểm\b|thứ hạng|vị thứ|"
    r"xếp thứ|^chỉ tiêu$|th\s*/\s*kh|đạt/kh|% đạt kh|đánh giá mức"
)
_PLANNED_YEAR = re.compile(r"\bkh (?:năm )?(?:19|20)\d\d")
# «Số HV tăng so với năm trước», «Mức tăng quỹ so cùng kỳ»: what it grew from says no more than «tăng».
_GROWN = re.compile(
    r"(\btăng\b[^,;/%()±+-]*?)\s*\(?(?:so với|so)\s+"
    r"(?:cùng kỳ(?: năm trước)?|(?:năm|kỳ) trước|(?:cùng kỳ )?(?:năm )?(?:19|20)\d\d|đầu (?:năm|kỳ))\)?",
    re.IGNORECASE,
)
# «TH 2024», «Dự kiến 2025»: a year at the end of a header; «2024 (ước)»: or before what it says in brackets.
_BARE_YEAR = re.compile(
    r"(?<=[^\W\d_])(?<!năm)(?<!học)(?<!đến)(?<!số)(?<!từ) (?=(?:19|20)\d\d$)|^(?=(?:19|20)\d\d ?\([^()\d]+\)$)"
)
_IN_BRACKETS = re.compile(r"^\s*\(([^()]*)\)\s*$")  # all that is left of «2024 (TH)»
_YEAR_IN_BRACKETS = re.compile(r"\(\s*((?:19|20)\d\d)\s*\)")  # «Tổng số hộ (2023)»
_END_OF_SPAN = re.compile(r"(?:đầu|cuối|giữa|hết|thời điểm (?:đầu|cuối)) (?:nhiệm kỳ|giai đoạn|đề án)")
_WHOLE_SPAN = re.compile(
    r"(?:cả|toàn|trong|trọn)(?: (?:nhiệm kỳ|giai đoạn|kỳ|năm))?|"
    r"(?:năm|kỳ) (?:báo cáo|này|nay|trước|trước liền kề|liền kề trước|trước đó)"  # «Năm trước liền kề (2023)»
)
_DAY_OF_YEARS = re.compile(rf",?\s*(?:tính )?{EACH_YEAR.pattern}", re.IGNORECASE)
# «Lũy kế thu 2020-2022», «Học bổng lũy kế 3 năm 2021-2023»: all that was done in these years.
_ADDED_UP = re.compile(r"\b(?:lũy kế|luỹ kế|cộng dồn)\b", re.IGNORECASE)
_YEARS_ADDED = re.compile(
    r"(?:(?:trong )?\b\d{1,2} năm,? )?(?:\b(?:từ (?:năm )?|năm |giai đoạn ))?(?<!học )(?<!kỳ )(?<![\d/-])"
    r"((?:19|20)\d\d)\s*(?:[-–—]|đến)\s*(?:năm )?((?:19|20)\d\d)(?!\d)",
    re.IGNORECASE,
)
_EMPTY = re.compile(r"\(\W*\)")  # «Mạng lưới (đến 31/12/2022)» without its time
# «Trình độ chuyên môn (toàn trường)»: of all that the table is about, whose last word begins no «trường đại học».
_OF_ALL_OF_IT = re.compile(
    r"\s*\((?:gồm |tính |bao gồm )?cả (?:các )?cấp [^()]*\)|"
    r"\s*\((?:của |trong )?toàn (?:trường|cơ quan|đơn vị|công ty|sở|ngành|bộ|viện|bệnh viện|hội|họ|đảng bộ)\)",
    re.IGNORECASE,
)
# How to fill it in, in a question of a form: «(chỉ ghi số, %)», «(ghi đầy đủ)».
_TO_FILL_IN = re.compile(r"\s*\((?:(?:chỉ|xin|vui lòng|đề nghị) )*(?:ghi|nhập|điền|viết)\b[^()]*\)", re.IGNORECASE)
_COUNTED_OFF = re.compile(
    r"^\s*(?:(?:[Cc]âu (?:hỏi )?)?\d{1,2}|[IVX]{1,4}|[A-E])[.):]\s+(?=[^\W\d])"
)  # «1. Hội viên», «II. Thu»
_FORMULA = re.compile(r"\s*\(\s*(?:\(?\w{1,4}\)?\s*)?=[^()]*(?:\(\w{1,4}\)[^()]*)*\)")  # «(D = A + B - C)», «(6=5/4)»
_UP_OR_DOWN = re.compile(r"\+\s*\)?\s*[/,;]?\s*\(?\s*[-–−]|±")
_TOTAL = re.compile(
    r"(?:tổng )?cộng(?: chung)?|tổng(?: số| cộng)?|(?:(?:tổng )?cộng |tổng (?:số )?)?toàn (?:tỉnh|huyện|thành phố|xã|"
    r"ngành|quốc|cụm|quận|thị xã|trường|đơn vị|cơ quan|công ty|sở|trung tâm|dòng họ|học viện|phường|"
    r"bệnh viện|viện|tập đoàn|ngân hàng|chi nhánh|đảng bộ)|"
    r"grand total|total(?: result)?|cả (?:tỉnh|nước|huyện|trường)|bình quân(?: chung)?|trung bình|chung|"
    r"cộng [iv]+(?:\s*\+\s*[iv]+)*|(?:tổng cộng[ :]|cộng ?:).{0,30}"
)
_PART = re.compile(r"^(?:-\s*)?(?:trong đó|chia ra|tr\.đó|trđ|gồm)\s*[:,]?\s*(?:số\s+)?")
BREAKDOWNS = {
    **dict.fromkeys(("nữ", "số nữ", "phụ nữ", "là nữ", "nữ giới"), "nữ"),
    **{f"{lead}dân tộc thiểu số": "dân tộc thiểu số" for lead in ("", "là ", "người ", "là người ")},
    "dân tộc": "dân tộc thiểu số",
    "nam": "nam",
}
NOTES = re.compile(
    r"^(?:ghi chú|chú thích|ký hiệu|ý nghĩa|nguồn|diễn giải|trạng thái|"
    r"tình trạng (?:phê duyệt|duyệt|xử lý|báo cáo))\b"
)
# Who filled in a line and how to reach them, which goes into no data; «Người nhập học», «ĐT, BD» count something.
CONTACTS = re.compile(
    r"^(?:(?:(?:số )?(?:điện thoại|sđt|di động|zalo)|e-?mail|thư điện tử|liên hệ|họ(?: và|,)? tên|chức vụ|địa chỉ|"
    r"người (?:liên hệ|phụ trách|trả lời|cung cấp))\b|"
    r"(?:(?:số )?đt|người (?:báo cáo|điền|khai|lập|nhập)(?: (?:biểu|phiếu|bảng|báo cáo|số liệu|thông tin))?)\W*$)"
)
INDICATORS_HEADER = re.compile(r"chỉ tiêu|nội dung|tiêu chí|chỉ số|danh mục|hạng mục|tên chỉ tiêu")
UNITS_HEADER = re.compile(
    r"^(?:tên )?(?:đơn vị|huyện|thành phố|xã|phường|địa phương|hội|địa bàn|tỉnh|sở|trường|"
    r"quận|cơ quan|tên đơn vị|tên hội|hội khuyến học|các đơn vị)"
)


@dataclass(frozen=True, slots=True)
class Label:
    """A label without its period and measure: `text` is what is left, spelled."""

    text: str
    periods: tuple[NamedPeriod, ...] = ()
    measure: str = ""
    breakdown: str = ""
    part: bool = False
    plan: bool = False
    total: bool = False


@lru_cache(maxsize=8192)
def label(text: str) -> Label:
    """Return what a header or the first cell of a row says."""
    text = as_written(text)
    text = marked_again(_COUNTED_OFF.sub("", _OF_ALL_OF_IT.sub("", _FORMULA.sub("", text)) or text))
    measure, left = _without_measure(_GROWN.sub(r"\1", FOOTNOTE.sub("", text) or text))
    if not measure and spelled(left).strip(" ().") in ("%", "đồng", "tr.đồng", "trđ"):
        measure, left = spelled(left).strip(" ()."), ""
    left = without_synonyms(_TO_FILL_IN.sub("", spelled_by_measure(measure, left)) or left)
    left = _BARE_YEAR.sub(" năm ", written_out(_YEAR_IN_BRACKETS.sub(r" năm \1 ", left)))
    left = _DAY_OF_YEARS.sub(" ", left)
    if _ADDED_UP.search(left) and _YEARS_ADDED.search(left):
        left = _YEARS_ADDED.sub(r" lũy kế giai đoạn \1-\2 ", _ADDED_UP.sub(" ", left))
    periods = tuple(periods_in(left))
    left = _IN_BRACKETS.sub(r"\1", _EMPTY.sub(" ", without_periods(left))) if periods else left
    words = _without_span(spelled(left).strip(" :;.-–+"), periods)
    part = _PART.match(words)
    bare = words[part.end() :] if part else words
    # «KH» is both kế hoạch and khuyến học: before a year, or where no phrase makes it the latter, it is a plan.
    planned = _PLAN.search(words) or _PLANNED_YEAR.search(spelled(text)) or _UP_OR_DOWN.search(text)
    is_plan = planned is not None and not _in_ratio(written_out(text))
    total = bool(_TOTAL.fullmatch(bare.strip()))
    return Label(bare.strip(" :;.-–"), periods, measure, BREAKDOWNS.get(bare.strip(), ""), bool(part), is_plan, total)


def _without_span(words: str, periods: Sequence[NamedPeriod]) -> str:
    """Return nothing for words that only place the times beside them: «Đầu nhiệm kỳ (31/12/2020)», «Cả nhiệm kỳ»."""
    bare = " ".join(re.sub(r"[()]", " ", words).split())
    kinds = {each.kind for each in periods}
    is_end = kinds <= {MOMENT, YEAR} and _END_OF_SPAN.fullmatch(bare)
    return "" if periods and (is_end or _WHOLE_SPAN.fullmatch(bare)) else words


@lru_cache(maxsize=8192)
def is_measure(text: str) -> bool:
    """Return whether a text is a measure and nothing else: «triệu đồng», «%», «số lượng»."""
    words = spelled(text).strip(" ().")
    return _MEASURE_WORDS.match(words) is not None or all(map(_MEASURE_WORDS.match, re.split(r"\s*[,/]\s*", words)))


def bare_name(text: str) -> str:
    """Return a name without the words that call it a part: «Trong đó: Đắk Mil»."""
    return re.sub(r"^\s*[-–]?\s*(?:trong đó|chia ra|gồm)\b\s*[:,]?\s*(?=\S)", "", text, flags=re.IGNORECASE)


def is_proper(text: str) -> bool:
    """Return whether a row is a proper name, of a place or body that nobody knows: «An Bình», not «Chính quy»."""
    words = text.split()
    return len(words) > 1 and all(word[0].isupper() or word[0].isdigit() for word in words) and text != text.upper()


def _in_ratio(text: str) -> bool:
    """Return whether «so với» joins the two sides of a rate («so với dân số», «so với đăng ký»), not two periods."""
    sides = "dân|đăng ký|tổng|hộ|đơn vị|thôn|xã|gia đình|dòng họ|công dân|người|cán bộ|học sinh"
    return re.search(rf"so với (?:tổng )?(?:số )?(?:{sides})\b", text) is not None


def _without_measure(text: str) -> tuple[str, str]:
    found = ""
    left = text
    for hit in _MEASURE.finditer(text):
        words = spelled(hit[1] or hit[2] or "")
        words = _PREFIX.sub("", words).strip(" .")
        *others, last = re.split(r"\s*,\s*", words)
        if _MEASURE_WORDS.match(words) or says_again(hit[1] or "", text.replace(hit[0], " ")):
            found, left = words if _MEASURE_WORDS.match(words) else found, left.replace(hit[0], " ")
        elif others and not any(map(_MEASURE_WORDS.match, others)) and _MEASURE_WORDS.match(last):
            found, left = last, left.replace(hit[0], f"({', '.join(others)})")  # «Sử dụng quỹ (đã chi, trđ)»
    lowered = spelled(text)
    if not found and (sign := re.search(r"(?:đvt|đơn vị tính|đơn vị)(?: (?:số )?tiền)?\s*:\s*([^();]+)", lowered)):
        found = sign[1].strip(" .")
    return found, left


@lru_cache(maxsize=1024)
def scale_of(measure: str) -> int | None:
    """Return the power of ten of a measure; None if it says nothing of money or scale."""
    words = spelled(measure)
    if found := _SCALE.search(words):
        return sum(POWERS[word] for word in found[0].split())
    if re.match(r"tr(?:\.|đ|\b)", words):
        return 6
    if re.match(rf"{_THOUSAND}(?!\w)", words):
        return 3
    if found := re.match(_THOUSANDS, words):
        return found[0].count("000") * 3
    return 0 if re.match(r"(?:đ|vnđ|vnd)(?:\s*/|$)|đồng", words) else None
