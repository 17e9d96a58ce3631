"""Heads of programs and online forms, turned into those of an office: «Sum of Hội viên», «… là bao nhiêu?»."""

import re

# Of a pivot table, as Excel and LibreOffice call what they add up. No sum is a share, and the mean, the largest or the
# smallest of several counts is nobody's count.
_ADDED_UP = re.compile(
    r"^\s*(?:(?:sum|total) ?(?:of|-|–)\s+(?!t[ỷỉ] lệ)|average ?(?:of|-|–)\s+(?=t[ỷỉ] lệ))(?=\S)", re.IGNORECASE
)
# «Đơn vị đã trao bao nhiêu suất học bổng trong năm 2023?»: who, what was done, how much of what.
_HOW_MANY = re.compile(
    r"^\W*(?:câu )?\d{0,2}[.):]?\s*"
    r"(?:(?:quý )?(?:đơn vị|hội|cơ quan|nhà trường|trường|địa phương|dòng họ)\s+)?"
    r"(?P<deed>(?:(?:hiện|hiện nay|đã|có|đang|được|trao|tặng|mở|kết nạp|thành lập|vận động|chi|công nhận)\s+)*)"
    r"(?:bao nhiêu|mấy)\s+(?P<what>[^?]+)\?\s*$",
    re.IGNORECASE,
)
_IS_HOW_MUCH = re.compile(
    r"\s*,?\s*(?:(?:hiện|là|có|được|đạt|khoảng)\s+)*(?:bao nhiêu|mấy)\b\s*"
    r"((?:(?:nghìn|ngàn|triệu|tỷ|tỉ)\s*)?(?:đồng)?|%|phần trăm)\s*\?\s*$",
    re.IGNORECASE,
)
# Any other question: «Năm 2024 đơn vị đã vận động được bao nhiêu tiền?» is «Năm 2024 đã vận động được tiền».
_HOW_MANY_OF = re.compile(
    r"\s*(?:\b(?:hiện nay |hiện )?(?:có |là |gồm ))?(?:tất cả |tổng cộng |cả thảy )?\b(?:bao nhiêu|mấy)\b",
    re.IGNORECASE,
)
# Who answers, as the question calls them.
_WHO = re.compile(
    r"\b(?:(?:của|tại|ở|trong)\s+)?(?:quý |các )?(?:(?:cấp )?(?:ban chấp hành )?hội(?: khuyến học)?(?: các cấp)?"
    r"(?! viên| khuyến| các)|cơ quan|đơn vị(?! học tập)|(?:nhà )?trường(?! học)|địa phương|thầy\W+cô|anh\W+chị|"
    r"đồng chí)(?: (?:mình|ta|bạn))?(?!\w)",
    re.IGNORECASE,
)
_ASKED = re.compile(r"\s*\?(?=\s*(?:\([^()]*\))?\s*$)")
_QUESTION = re.compile(r"^\s*câu(?: hỏi)? \d{1,2}\s*[.:)]\s*", re.IGNORECASE)


def as_written(text: str) -> str:
    """Return a head without what a program or a form puts around it; any other as it is."""
    text = _ADDED_UP.sub("", text)
    if "?" not in text:
        return _without_who_answers(text)
    text = _QUESTION.sub("", text)
    if asked := _HOW_MANY.match(text):
        deed = " ".join(word for word in asked["deed"].split() if word.lower() not in ("có", "hiện", "nay", "đang"))
        return f"Số {asked['what'].strip()} {deed}".strip()
    if hit := _IS_HOW_MUCH.search(text):
        return f"{text[: hit.start()]} ({hit[1]})" if hit[1] else text[: hit.start()]
    return _ASKED.sub("", _without_who_answers(text))


def _without_who_answers(text: str) -> str:
    """Return what «… bao nhiêu …» asks for, without those who are asked; any other text as it is."""
    asked = _HOW_MANY_OF.search(text)
    if asked is None:
        return text
    before = _WHO.sub(" ", text[: asked.start()])
    return " ".join(f"{before} {text[asked.end() :]}".replace("?", " ").split())
