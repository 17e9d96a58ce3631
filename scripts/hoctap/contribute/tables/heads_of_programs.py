"""Heads of programs and online forms, turned into those of an office: «Sum of Hội viên», «… là bao nhiêu?»."""

import re

# Of a pivot table, as Excel and LibreOffice call what they add up.
_ADDED_UP = re.compile(r"^\s*(?:sum|total) ?(?:of|-|–)\s+(?=\S)", re.IGNORECASE)
# «Đơn vị đã trao bao nhiêu suất học bổng trong năm 2023?»: who, what was done, how much of what.
_HOW_MANY = re.compile(
    r"^\W*(?:câu )?\d{0,2}[.):]?\s*"
    r"(?:(?:quý )?(?:đơn vị|hội|cơ quan|nhà trường|trường|địa phương|dòng họ)\s+)?"
    r"(?P<deed>(?:(?:hiện|hiện nay|đã|có|đang|được|trao|tặng|mở|kết nạp|thành lập|vận động|chi|công nhận)\s+)*)"
    r"(?:bao nhiêu|mấy)\s+(?P<what>[^?]+)\?\s*$",
    re.IGNORECASE,
)
_IS_HOW_MUCH = re.compile(
    r"\s*,?\s*(?:(?:hiện|là|có|được|đạt|khoảng)\s+)*(?:bao nhiêu|mấy)\b\s*([^?()]*?)\s*\?\s*$", re.IGNORECASE
)
_ASKED = re.compile(r"\s*\?(?=\s*(?:\([^()]*\))?\s*$)")
_QUESTION = re.compile(r"^\s*câu(?: hỏi)? \d{1,2}\s*[.:)]\s*", re.IGNORECASE)


def as_written(text: str) -> str:
    """Return a head without what a program or a form puts around it; any other as it is."""
    text = _ADDED_UP.sub("", text)
    if "?" not in text:
        return text
    text = _QUESTION.sub("", text)
    if asked := _HOW_MANY.match(text):
        deed = " ".join(word for word in asked["deed"].split() if word.lower() not in ("có", "hiện", "nay", "đang"))
        return f"Số {asked['what'].strip()} {deed}".strip()
    if hit := _IS_HOW_MUCH.search(text):
        return f"{text[: hit.start()]} ({hit[1]})" if hit[1] else text[: hit.start()]
    return _ASKED.sub("", text)
