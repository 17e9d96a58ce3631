"""Which verb or thing before a sum of money says what was done with it: «trao học bổng», «vận động», «chi»."""

import re

# A house, not a school, a benefactor or the state.
_HOUSE = r"nhà(?! (?:trường|hảo tâm|tài trợ|giáo|nước|thầu|máy))"
_ANCHORS = (
    ("scholarship", r"học bổng"),
    ("reward", r"khen thưởng|tuyên dương|phần thưởng|thưởng"),
    ("raised", r"vận động|huy động|quyên góp|(?:thu|gây) quỹ|\b(?:gom|góp|quyên)(?: góp)? được"),
    ("spent", r"(?<!ủy nhiệm )\bchi\b(?! hội| bộ| nhánh| \d+ với)|\btrích\b"),
    ("supported", r"hỗ trợ|\bgiúp\b"),
    ("donated", r"ủng hộ|tài trợ"),
    ("received", r"tiếp nhận|nhận được"),
    ("brought", r"mang về|đem về|đem lại|mang lại"),
    ("gift", r"(?:phần |suất |món )quà"),
    (
        "thing",
        rf"(?<!phần )(?<!suất )(?<!món )quà|xe đạp|máy tính|sách|{_HOUSE}|cơ sở vật chất|thiết bị|mái ấm",
    ),
)


def nearest(*texts: str) -> str:
    """Return which verb or thing stands nearest before the number, in its own words first; empty if none does."""
    for text in texts:
        places = [(hit.start(), name) for name, form in _ANCHORS for hit in re.finditer(form, text.lower())]
        if places:
            return max(places)[1]
    return ""
