"""What is given at an event, or on a day that its own sentence names: «Ngày 04/9 vừa qua, tại lễ phát thưởng, …»."""

import re
from collections.abc import Sequence

from hoctap.contribute.articles.named_times import EVENTS, Spoken, in_own_words
from hoctap.contribute.articles.spans import relative
from hoctap.contribute.articles.words import PRAISE
from hoctap.contribute.articles.yearless import the_last
from hoctap.contribute.naming.periods import periods_in
from hoctap.model.record import Indicator

_GIVEN_THERE = re.compile(rf"tại {EVENTS}(?: tổng kết| sơ kết| trao tặng| phát động)?\W*$")
_AT_EVENT = re.compile(
    r"^\W*(?:sáng|chiều|tối|hôm) nay\b|"
    rf"nhân dịp này|dịp này|\bnhân {EVENTS}|\btrong (?:buổi )?lễ\b|(?<!báo cáo )(?<!nêu )(?<!bố )tại {EVENTS}|"
    r"(?:^|[.;,] )\W*(?:cũng )?trong chương trình(?: này)?,|"
    r"ngay (?:trong|tại) (?:buổi|sáng|chiều|tối|lễ|ngày hội)|tại buổi (?:gặp mặt|họp|sơ kết|tổng kết|phát động)|"
    rf"^(?:đại hội|hội nghị|buổi lễ|chương trình) (?:đã )?(?:{PRAISE}|trao|tặng|khen)"
)
# What a picture shows was done when it was taken.
_CAPTION = re.compile(r"\W*ảnh(?: \d+)?\s*:")
# Who is looked after is so on the day that it is told.
_GOES_ON = re.compile(
    r"\b(?:hiện|đang)\s(?:[^\W\d]+\s){0,4}?(?:đang\s|vẫn\s|nhận\s)*(?:đỡ đầu|nuôi(?! heo| lợn)|giúp đỡ|chăm sóc)\b"
    r"(?:[^.;]|(?<=\d)\.(?=\d))*$"
)
_AWARDED = re.compile(r"(?:tặng|trao)\s+(?:\w+\s+){0,3}(?:bằng khen|giấy khen|kỷ niệm chương)")
# When that was achieved for which something is given now: «93 cháu có thành tích trong năm 2023»; not what the article
# reviews, «kết quả công tác năm 2023», «kết quả bình xét danh hiệu … năm 2023».
ACHIEVED = re.compile(
    r"\b(?:thành tích|kết quả (?:học|rèn luyện|thi|cao|tốt|xuất sắc)|giải(?! (?:pháp|quyết))|"
    r"(?<!xét )(?<!công nhận )danh hiệu)\b[^,.;:()\d]{0,60}?"
    r"(?:trong |của )?(?:năm học (?:19|20)\d\d ?[-–] ?|năm )(?:19|20)\d\d\b|"
    r"\b(?:khai giảng|chào mừng|bước vào) năm học (?:19|20)\d\d ?[-–] ?(?:19|20)\d\d\b"
)
# What is handed over on one day.
_HANDED_OVER = re.compile(
    r"scholarship|gifts-|bicycles-|computer-|reward-|piggy-|fund-donated|commemorative-|"
    r"(?:people|collectives)-(?:rewarded|supported)|(?:clans|families)-commended"
)
_DATE = r"(?:ngày )?(\d{1,2})\s?[/.-]\s?(\d{1,2})(?:\s?[/.-]\s?((?:19|20)\d\d))?(?! ?[-–]|\d| (?:của|về)\b)"
# What is told on a day is of a time before it.
_REVIEWS = re.compile(rf"tổng kết|sơ kết|giao ban|báo cáo|theo |đến nay|{EVENTS}")
_ON_A_DAY = re.compile(
    r"\W*(?:[^\W\d]+(?: [^\W\d]+){0,3}: )?"
    rf"(?:(?:trước|sau|tiếp) đ(?:ó|ấy)[\s,]+(?:vào )?)?(?=sáng|chiều|tối|ngày)(?:(?:sáng|chiều|tối) )?{_DATE}"
)
_EVENT_OF_A_DAY = re.compile(
    rf"\b(?<!nêu )(?<!bố )(?:tại|trong|ở) {EVENTS}\b[^.;,()\d]{{0,40}} (?=ngày|sáng|chiều|tối)"
    rf"(?:(?:sáng|chiều|tối) )?{_DATE}"
)


def is_handed_over(indicator: Indicator) -> bool:
    """Return whether what an indicator counts is handed over on one day."""
    return _HANDED_OVER.match(indicator.indicator_id) is not None


def is_at_event(around: Spoken, day: str) -> bool:
    """Return whether what was done was done at the event of the article, by its sentence or its paragraph."""
    before = ACHIEVED.sub(" ", around.before.lower())
    if _AT_EVENT.search(before):
        return not names_time_after(before, _AT_EVENT)
    if in_own_words(around.sentence, flow=True) or relative(around.before, day, ()):
        return False
    if _CAPTION.match(f"{around.paragraph}{around.before}".lower()) or _GOES_ON.search(around.before.lower()):
        return True
    if _AWARDED.search(around.before.lower()) and not periods_in(around.paragraph):
        return True
    if _GIVEN_THERE.search(around.sentence.lower()):
        return True
    return _AT_EVENT.search(around.paragraph.lower()) is not None and not names_time_after(around.paragraph, _AT_EVENT)


def names_time_after(before: str, now: re.Pattern[str]) -> bool:
    """Return whether a text names a period behind the last of its words for now, «hiện nay», «dịp này»."""
    low = before.lower()
    at = max((hit.start() for hit in now.finditer(low)), default=-1)
    return any(low.rfind(each.words) > at for each in periods_in(before))


# «Sáng 17-12, hội tổ chức lễ trao học bổng “A” năm 2019 …»: of that day, not of the year in its name.
_OF_GIVING = re.compile(
    r"\b(?:tổ chức|lễ|chương trình|buổi|vừa|đã)\b[^.;]{0,80}?\b(?:trao|tặng|phát|tuyên dương|biểu dương)\b[^.;]{0,60}?"
    r"\b(?:học bổng|quà|xe đạp|thưởng|máy tính|gia đình|dòng họ)\b"
)
_OF_REVIEW = re.compile(r"tổng kết|sơ kết|báo cáo|kết quả (?:công tác|hoạt động)|đại hội|trong năm|năm qua|từ đầu năm")


def tells_of_giving(lines: Sequence[str]) -> bool:
    """Return whether the lead tells of an event at which something was handed over, and reviews no time."""
    lead = " ".join(lines[:4]).lower()
    return _OF_GIVING.search(lead) is not None and _OF_REVIEW.search(lead) is None


def day_of_deed(indicator: Indicator, around: Spoken, day: str) -> str:
    """Return the day on which something was handed over, where its sentence opens with one or names an event of one.

    Nothing where the sentence says for which time it is: «Ngày 11/11, … trao 180 suất học bổng năm học 2023 - 2024».
    """
    low = around.before.lower()
    rest = around.sentence[len(around.before) :].lower().partition(";")[0]
    opens = _ON_A_DAY.match(low)
    hit = opens or _EVENT_OF_A_DAY.search(low) or _EVENT_OF_A_DAY.search(rest)
    if hit is None or in_own_words(around.sentence, flow=True):
        return ""
    found = the_last(hit[2], hit[1], hit[3] or day) if hit[3] or day else ""
    if not is_handed_over(indicator) and (not opens or found == day or _REVIEWS.search(low)):
        return ""  # «Sáng 12/1, hội tổng kết; vận động được 52 tỷ đồng» is no figure of that day
    return found if hit[3] or found[: len(day)] <= day else ""


def opens_with_day(before: str) -> bool:
    """Return whether words open with a day without its year, and tell a deed of it, not what was reviewed then."""
    hit = _ON_A_DAY.match(before.lower())
    return hit is not None and not hit[3] and not _REVIEWS.search(before.lower())
