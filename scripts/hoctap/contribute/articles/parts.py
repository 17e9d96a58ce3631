"""What the words behind a number say of it: «… trở lên», «là nữ», the places that branches stand in."""

import re

from hoctap.contribute.articles.words import Reading

_LEVELS = re.compile(r"trình độ|đại học|cao đẳng|trung cấp|chuyên viên|tuổi|khá|mức|loại")
_OF_ANOTHER = re.compile(r"\d|\btừ\b")  # «231.455 người đạt từ 80 điểm trở lên»
OF_BRANCHES = re.compile(
    r"\s*(?:chi hội|ban)(?: khuyến học)?\s+(?:ở |tại |trong |thuộc )?(?:các )?"
    r"((?:thôn|bản|ấp|khu|khóm|xóm|buôn|tổ dân phố|khối|dòng họ|trường|cơ quan|doanh nghiệp|cơ sở)\b[\w ,]*?)"
    r"(?=\s+và\s+(?:\w+ )?\d|\s*[;.():–]|,?\s*(?:\d|trong đó|tăng|với|chiếm|thu hút|hoạt động|gồm|tổng)|$)"
)
_PARTS = (
    ("nữ", re.compile(r"(?:là|có)\s+nữ\b|\bnữ\b")),
    ("người dân tộc thiểu số", re.compile(r"là (?:đồng bào|người) dân tộc thiểu số")),
)
# «Ước tính năm 2024, số người học đạt 31.000 lượt»
_ESTIMATED = re.compile(r"\W*(?:Ước tính|Ước thực hiện|Dự ước|Ước)\b")


def qualifier_of(reading: Reading) -> str:
    """Return the qualifier of a number; «… trở lên» behind it is a least, unless of a level of schooling or age."""
    qualifier = reading.number.qualifier
    if qualifier == "exact" and _ESTIMATED.match(reading.sentence):
        return "about"
    up = re.match(r"((?:\s*[\w,]+){0,6}?)\s*trở lên", reading.tail) if qualifier == "exact" else None
    return "at_least" if up and not _LEVELS.search(up[1]) and not _OF_ANOTHER.search(up[1]) else qualifier


def breakdown_of(reading: Reading, after: str) -> str:
    """Return the part that a figure is of: women, or the kind of place its branches stand in."""
    if of := OF_BRANCHES.match(after):
        return of[1].strip()
    return next((name for name, form in _PARTS if form.search(reading.tail.lower()[:30])), "")
