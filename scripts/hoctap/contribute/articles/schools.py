"""Schools, colleges and academies as articles name them: in full, by their kind for short, later as «nhà trường»."""

import re

from hoctap.contribute.articles.place_names import DOES, UPPER

# «Trường THCS số 2 Tân Lập», «Trường Phổ thông dân tộc bán trú Tiểu học và Trung học cơ sở Mường Cang»
_SCHOOL = (
    r"Trường\s+(?:(?:và\s+)?(?:Tiểu học|Mầm non|Trung học (?:cơ sở|phổ thông)|Cao đẳng|Đại học|Phổ thông|"
    r"[Dd]ân tộc (?:nội|bán) trú|MN|TH|THCS|THPT|PTCS|PTDT[BN]T)\s+)*"
    rf"(?:{UPPER}\w*|số|\d+)(?:\s+(?:{UPPER}\w*|số|\d+|chuyên|nội trú|bán trú))*\s+(?:{UPPER}\w*|\d+)"
)
# «Trường Đại học Kiến trúc Hà Nội», «Học viện Cán bộ quản lý xây dựng và đô thị»: up to what it does, is or has.
_COLLEGE = (
    r"(?:Trường (?:Đại học|Cao đẳng|Trung cấp)|Học viện) "
    rf"(?={UPPER})(?:(?! và (?:Trường|Học viện)\b)[^,;.:()\d]){{1,50}}?"
    rf"(?=\s*(?:[,;.:()\d]|$)|\s(?!quản lý){DOES}| và (?:Trường|Học viện)\b)"
)
SCHOOL = re.compile(f"{_COLLEGE}|{_SCHOOL}")
_SCHOOLS = {"THCS": "Trung học cơ sở", "THPT": "Trung học phổ thông", "TH": "Tiểu học", "MN": "Mầm non"}
# What may stand before the school that a clause is about.
_AT = re.compile(r"[\s,;]*(?:(?:[Tt]ại|[Ởở]|[Rr]iêng|[Cc]òn|[Dd]ịp này)[\s,]+)?")
_GOES_ON = re.compile(
    rf"(?<!với )(?<!cùng )\b(?:(?:[Nn]hà |(?:(?<=[,;.] )|(?<=^)))[Tt]rường|(?P<academy>Học viện))(?= cùng\b| {DOES})"
)


def school_name(name: str) -> str:
    """Return the name of a school as the register writes it: «Trường THCS Tân Lập» in full."""
    return re.sub(r"(?<=Trường )(THCS|THPT|TH|MN)(?= )", lambda found: _SCHOOLS[found[1]], name)


def is_school(own: str) -> bool:
    """Return whether a name, in small letters, is that of a school."""
    return own.startswith(("trường", "học viện"))


def school_named(words: str, own: str) -> str:
    """Return the school that a clause begins with; nothing where that is `own`, whom the article is about."""
    at = _AT.match(words)
    hit = SCHOOL.match(words, at.end() if at else 0)
    return hit[0].strip() if hit and hit[0].strip().lower() not in own else ""


def school_spoken_of(before: str, paragraph: str, own: str) -> str:
    """Return the one school that a paragraph has named, where a sentence goes on with it: «nhà trường có 38 giáo viên».

    Nothing in an article about a school, which «nhà trường» then is.
    """
    goes_on = _GOES_ON.search(before)
    if is_school(own) or goes_on is None:
        return ""
    kind = "Học viện" if goes_on["academy"] else "Trường"
    named = {name for hit in SCHOOL.finditer(paragraph) if (name := hit[0].strip()).startswith(kind)}
    return named.pop() if len(named) == 1 else ""
