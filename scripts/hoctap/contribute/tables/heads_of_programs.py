"""Heads of programs and online forms, turned into those of an office: «Sum of Hội viên», «… là bao nhiêu?»."""

import re

# Of a pivot table, as Excel and LibreOffice call what they add up. No sum is a share, and the mean, the largest or the
# smallest of several counts is nobody's count.
_ADDED_UP = re.compile(
    r"^\s*(?:(?:sum|total) ?(?:of|-|–)\s+(?!t[ỷỉ] lệ)|average ?(?:of|-|–)\s+(?=t[ỷỉ] lệ))(?=\S)", re.IGNORECASE
)
# A question how many: «Năm 2024 đơn vị đã vận động được bao nhiêu tiền?» is «Năm 2024 đã vận động được tiền».
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
    return _ASKED.sub("", _without_who_answers(text))


def _without_who_answers(text: str) -> str:
    """Return what «… bao nhiêu …» asks for, without those who are asked; any other text as it is."""
    asked = _HOW_MANY_OF.search(text)
    if asked is None:
        return text
    before = _WHO.sub(" ", text[: asked.start()])
    return " ".join(f"{before} {text[asked.end() :]}".replace("?", " ").split())
