"""Which indicator a number of a sentence is about; nothing where the words do not say it."""

import re
from collections.abc import Sequence

from hoctap.contribute.articles.completed import completed
from hoctap.contribute.articles.continued import continued
from hoctap.contribute.articles.counts import count
from hoctap.contribute.articles.learners import of_learning, pupils_of_clan
from hoctap.contribute.articles.money import money
from hoctap.contribute.articles.shares import share
from hoctap.contribute.articles.titles import recognised_next
from hoctap.contribute.articles.topics import titled
from hoctap.contribute.articles.words import (
    GROWN_FROM,
    NO_MEANING,
    PRAISE,
    RANGE,
    Around,
    Concepts,
    Meaning,
    Reading,
    around,
    one,
)
from hoctap.contribute.naming.indicators import Indicators

# Before what a number is compared with, or an average.
_NOT_A_LEVEL = re.compile(
    r"(?:tăng|giảm|vượt|gấp|thiếu|(?<!vận động )(?<!huy động )thêm|cao hơn|thấp hơn|hơn)\s*"
    r"(?:thêm\s*|khoảng\s*|gần\s*)?$|vượt (?:kế hoạch|chỉ tiêu)(?: năm| được| giao| đề ra| đặt ra)*\s*$|"
    r"(?:cao|thấp|nhiều|ít|tăng|giảm)(?: hơn)?(?: so với)? (?:năm|kỳ|nhiệm kỳ|cùng kỳ)[^,;.\d]*$|"
    r"(?:sáp nhập|hợp nhất)\s*(?:của\s*|từ\s*)?$|bình quân mỗi (?:năm|lớp|tháng|chuyên đề)|trung bình|"
    r"(?:con|chú) (?:heo|lợn)\b[^,;.]*nhất|mỗi (?:năm|tháng|ngày|lớp|cá nhân|công chức|người|gia đình|khóa|em|hộ|cháu)"
)
_OF_ONE_PERSON = r"(?<!\w)(?:gia đình|ông|bà|anh|chị|em|cô|chú|thầy)\s+(?:\w+\s+){0,3}(?:nuôi|có|góp|dành|tiết kiệm)"
_ONE_GIVES = re.compile(
    r"(?:^|[,;.:]\s|\b(?:do|có|như|của|là|một) )\W*(?:gia đình|vợ chồng|ông|bà|anh|chị|bác|cô|chú|thầy) "
    r"(?:\w+ ){1,12}?(?:ủng hộ|tặng|tài trợ|đóng góp|góp)(?: quỹ| cho quỹ)?\s*$"
)
_RULE = re.compile(
    r"(?:tiêu chí|tiêu chuẩn|quy định|điều kiện)[^;.]*?(?:yêu cầu|phải|từ|đạt)[^;.]*$|\byêu cầu\b[^;.,]*$"
)
# «theo phương thức 1+1 (một gia đình đỡ đầu cho 1 em)»
_ONE_FOR_ONE = re.compile(r"\b(?:một|1) [^\W\d]+(?: [^\W\d]+){0,8}\s*$")
_FOR_EACH = re.compile(r"(?<!\w)mỗi\s+(?!suất)\w+(?:\s+\w+){0,5}\s*$", re.IGNORECASE)
# «24 hộ được đề nghị», «5 sinh viên đầu tiên»; turns of families and clans, of which each counts once for every year
# of a term; two things that are counted together: «29 tập thể và cá nhân».
_NOT_COUNTED = re.compile(
    r"[^,;.()\d]{0,40}?\b(?:chưa|được đề nghị|đầu tiên)\b|\s*lượt (?:hộ|gia đình|dòng họ|tộc họ)\b|"
    r"\s*(?:lượt )?(?:tập thể,? (?:và )?cá nhân|cá nhân,? (?:và )?tập thể)\b"
)
# «20 suất quà cho 20 em»: who got what was counted just before.
_WHO_GOT = re.compile(r"\s*(?:em|cháu|bạn|nữ|trẻ|học sinh|sinh viên|người|hộ|gia đình)\b")
# Not «theo đề nghị của hội, tỉnh đã khen thưởng 9 tập thể».
_ASKED_FOR = re.compile(
    r"(?<!theo )(?<!xét )\bđề nghị (?!của\b)(?:(?!\bđã\b)[^,;:]){0,60}"
    rf"\b(?:khen|tặng|{PRAISE}|công nhận)\b(?:(?!\bđã\b)[^;:])*$"
)
_ITS_VALUE = re.compile(
    r"\W*(?:với |có )?(?:tổng )?(?:số tiền|trị giá|giá trị|kinh phí|cộng lại|tổng cộng)(?: là| hơn| trên)?\s*"
)
# Of a place that nobody names: «nơi cao nhất đạt 78,2%», «có huyện chỉ đạt 40%», «một số xã đạt trên 90%».
_UNNAMED = re.compile(
    r"(?:^|[,;:(]|\bgiữa|\bnhưng|\bsong)\s*(?:(?:vẫn |còn )?có |cá biệt |ở |tại )?(?:(?:vài |một số |nhiều |không ít )"
    r"(?:nơi|xã|huyện|thôn|đơn vị|địa phương|phường)|nơi|(?<=có )(?:xã|huyện|thôn|đơn vị|địa phương|phường)) "
    r"(?:cao nhất |thấp nhất |vẫn |mới |chỉ |đã |còn |đạt |có |dưới |trên |được |là )*$"
)
_EVERY_YEAR = re.compile(r"(?:^|[.,;:]\s*)\W*(?:hằng|hàng|mỗi) năm\b(?:[^;.]|(?<=\d)\.(?=\d))*$")
# A floor or a ceiling that several places share: «Các huyện A, B, C có tỷ lệ … trên 85%».
_OF_SEVERAL = re.compile(
    r"(?:^|[.:]\s)\W*(?:Các|Những|Nhiều|Một số) (?:huyện|xã|phường|tỉnh|thành phố|địa phương|đơn vị|trường)\b[^;.\d]*"
    r"\b(?:trên|hơn|từ|dưới|gần|khoảng)\s*$|"
    r"(?<!năm \d{3})\d (?:xã|huyện|thôn|xóm|bản|ấp|phường|đơn vị|trường|địa phương|tỉnh)[^,;.\d]{0,30} (?:đạt|có)"
    r"(?: tỷ lệ[^,;.\d]{0,30}?)?(?: trên| hơn| từ| dưới)?\s*$"
)
# «cứ mười hộ đăng ký thì hơn chín hộ đạt», «7 em được chọn từ 120 em»: a way of speaking; those chosen among.
_PROPORTION = re.compile(r"\bcứ\b[^;.]*$|\bchọn (?:ra )?(?:từ|trong(?: số)?)(?: hơn| gần| trên)?\s*$")
_AGE_OR_LEVEL = re.compile(r"mức độ \d|(?:độ )?tuổi (?:từ )?\d+ ?(?:[-–]|đến) ?\d+")
_OF_EACH_AWARD = re.compile(r"\W*(?:(?:mỗi suất|trị giá|mức)\s+)*(?:từ\s*)?")
_EXTREME = re.compile(r"\W*(?:(?:suất|mức) )?(?:cao|thấp|lớn|nhỏ|nhiều|ít) nhất(?: là| đạt| trị giá| được)?\s*")


def _is_who_got(all_of: Sequence[Reading], at: int) -> bool:
    """Return whether a number is of those who got what the number before it counts, one each."""
    reading, last = all_of[at], all_of[at - 1] if at else None
    is_same = last is not None and last.number.value == reading.number.value and last.sentence == reading.sentence
    return is_same and reading.ends("cho") and _WHO_GOT.match(reading.tail) is not None


def meaning_of(
    indicators: Indicators, all_of: Sequence[Reading], at: int, before: Concepts, title: Concepts
) -> Meaning:
    """Return the indicator of one number and the concepts that named it.

    `before` are the concepts of the number before, `title` those of the last number of a title in the sentence.
    """
    reading = all_of[at]
    if reading.number.kind != "percent" and _EVERY_YEAR.search(reading.before.lower()):
        return NO_MEANING
    if _UNNAMED.search(reading.lead.lower()) or _OF_SEVERAL.search(
        _AGE_OR_LEVEL.sub("", reading.before.rpartition(";")[2])
    ):
        return NO_MEANING
    if _PROPORTION.search(reading.clause.lower()):
        return NO_MEANING
    if _NOT_COUNTED.match(reading.tail) or _ASKED_FOR.search(reading.clause.lower()):
        return NO_MEANING  # «24 hộ được đề nghị công nhận», «đề nghị tỉnh khen thưởng 9 tập thể»
    if _is_who_got(all_of, at) or (reading.number.value == 1 and _ONE_FOR_ONE.search(reading.lead.lower())):
        return NO_MEANING
    words = around(indicators, reading)
    if recognised_next(indicators, all_of, at, words.noun):
        return NO_MEANING
    found = _by_own_words(indicators, all_of, at, words, before)
    if _begins_range(all_of, at) and "one-award" not in found[1]:
        return NO_MEANING  # «số dư quỹ từ 1 đến 6 tỷ đồng»: of each of several, no sum of one
    is_bare = found[0] is None or found[0].indicator_id in ("households-total", "clans-total")
    if not is_bare or _compares(reading) or _RULE.search(reading.clause.lower()[-60:]):
        return found
    more = titled(indicators, reading, words, title)
    if more is None and reading.number.kind == "count":
        more = completed(indicators, all_of, at, words) or of_learning(indicators, reading, before)
    return found if more is None else more


def _by_own_words(
    indicators: Indicators, all_of: Sequence[Reading], at: int, words: Around, before: Concepts
) -> Meaning:
    reading = all_of[at]
    if _RULE.search(reading.clause.lower()[-60:]) or reading.ends(_OF_ONE_PERSON) or _is_gift_of_one(reading):
        return NO_MEANING
    if reading.number.kind == "percent":
        return share(indicators, all_of, at, words, before)
    if reading.number.kind == "count":
        found = pupils_of_clan(indicators, reading) or continued(indicators, all_of, at, before)
        if found is not None:
            return found
    if _FOR_EACH.search(reading.lead) or _compares(reading) or reading.ends("hay|hoặc"):
        return NO_MEANING
    if reading.number.kind == "money":
        return _sum(indicators, all_of, at, words, before)
    return NO_MEANING if reading.number.value.is_zero() else count(indicators, all_of, at, words)


def _sum(indicators: Indicators, all_of: Sequence[Reading], at: int, words: Around, before: Concepts) -> Meaning:
    """Return the indicator of a sum: of each of the awards before it, of all of them, else by its own words."""
    reading = all_of[at]
    of_each = _is_of_each_with_next(all_of, at) and "scholarship" in words.lead | words.clause
    is_extreme = _EXTREME.fullmatch(reading.lead.lower()) or _is_range(all_of, at)
    if of_each or ("scholarship" in before | words.clause and is_extreme):
        return one(indicators, {"scholarship", "one-award", "money"})  # «2.415 suất, từ 500 ngàn đến 3 triệu»
    if is_extreme:
        return NO_MEANING
    if {"scholarship"} <= before and _ITS_VALUE.fullmatch(reading.lead.lower()):
        return one(indicators, {"scholarship", "money"})  # «251 suất, trị giá 689,5 triệu đồng»
    if "piggy-bank" in before and reading.ends(r"\bthu(?: được| về)?"):
        return one(indicators, {"piggy-bank", "money"})  # «16.480 con, thu 1,92 tỷ đồng»
    return money(indicators, reading, words)


def _is_gift_of_one(reading: Reading) -> bool:
    """Return whether a private person or a family gave a sum."""
    return reading.number.kind == "money" and _ONE_GIVES.search(reading.before.lower()) is not None


def _is_of_each_with_next(all_of: Sequence[Reading], at: int) -> bool:
    """Return whether a sum is what each got, with the next: «85 suất trị giá 600.000 đồng và 1.000.000 đồng/suất»."""
    later = all_of[at + 1] if at + 1 < len(all_of) else None
    if later is None or later.number.kind != "money" or not re.match(r"\s*/\s*suất\b", later.tail):
        return False
    between = all_of[at].after[: len(all_of[at].after) - len(later.after)].rpartition(later.number.exact)[0]
    return re.fullmatch(r"\s*(?:,|và|hoặc)\s*", between) is not None


def _is_range(all_of: Sequence[Reading], at: int) -> bool:
    """Return whether a sum is the lower end of «…, từ 500 ngàn đến 3 triệu đồng», with no other word: no total."""
    return _begins_range(all_of, at) and _OF_EACH_AWARD.fullmatch(all_of[at].lead.lower()) is not None


def _begins_range(all_of: Sequence[Reading], at: int) -> bool:
    """Return whether a number is the lower end of a range, not what something grew from."""
    later = all_of[at + 1] if at + 1 < len(all_of) else None
    if later is None or later.number.kind != all_of[at].number.kind or all_of[at].ends(GROWN_FROM):
        return False
    between = all_of[at].after[: len(all_of[at].after) - len(later.after)]
    return RANGE.fullmatch(between.rpartition(later.number.exact)[0]) is not None


def _compares(reading: Reading) -> bool:
    if reading.number.qualifier == "over" and re.match(r"\s*(?:so với|kế hoạch|chỉ tiêu)", reading.tail):
        return True  # «vượt 18,5 tỷ đồng so với kế hoạch»
    grows = reading.number.kind == "count" and reading.ends("tăng|thêm")  # that growth is an indicator of its own
    return _NOT_A_LEVEL.search(reading.lead.lower()) is not None and not grows
