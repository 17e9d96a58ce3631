"""Schools, colleges and academies as articles name them: in full, by their kind for short, later as «nhà trường»."""

import re

from hoctap.contribute.articles.place_names import DOES, UPPER

# «Trường THCS số 2 Tân Lập», «Trường Phổ thông dân tộc bán trú Tiểu học và Trung học cơ sở Mường Cang»
_SCHOOL = (
    r"Trường\s+(?:(?:(?:và|[-–])\s+)?(?:Tiểu học|Mầm non|Trung học (?:cơ sở|phổ thông)|Cao đẳng|Đại học|Phổ thông|"
    r"[Dd]ân tộc (?:nội|bán) trú|MN|TH|THCS|THPT|PTCS|PTDT[BN]T)\s+)*"
    rf"(?:{UPPER}\w*|số|\d+)(?:\s+(?:{UPPER}\w*|số|\d+|chuyên|nội trú|bán trú))*\s+(?:{UPPER}\w*|\d+)"
)
# «Trường Đại học Kiến trúc Hà Nội», «Học viện Cán bộ quản lý xây dựng và đô thị»: up to what it does, is or has.
_COLLEGE = (
    r"(?:Trường (?:Đại học|Cao đẳng|Trung cấp)|Học viện) "
    rf"(?={UPPER})(?:(?! và (?:Trường|Học viện)\b)[^,;.:()\d]){{1,50}}?"
    rf"(?=\s*(?:[,;.:()\d]|$)|\s(?!quản lý){DOES}| và (?:Trường|Học viện)\b)"
)
# «Trung tâm GDNN-GDTX huyện Ba Tri»
_CENTRE = (
    r"Trung tâm (?:Giáo dục (?:thường xuyên|nghề nghiệp)|GDTX|GDNN)"
    r"(?:(?:\s?[-–]\s?|,? và |, )(?:[Gg]iáo dục thường xuyên|GDTX))?"
    rf"(?: (?:huyện|quận|thị xã|thành phố|tỉnh))? {UPPER}\w*(?: {UPPER}\w*)*"
)
SCHOOL = re.compile(f"{_COLLEGE}|{_SCHOOL}|{_CENTRE}")
_AND_ANOTHER = re.compile(r"\s*(?:,|và) (?=Trường|Học viện|Trung tâm)")
_SCHOOLS = {"THCS": "Trung học cơ sở", "THPT": "Trung học phổ thông", "TH": "Tiểu học", "MN": "Mầm non"}
# «Trường A trao 30 suất, Trường B trao 20 suất, còn Hội Khuyến học …»: behind a number the next acts.
_NEXT = re.compile(rf"(?<=\d)[^;\d]*(?:,|\bvà)\s+(?:còn )?(?=(?:{SCHOOL.pattern})\s*(?:{DOES}|$)|Hội [Kk]huyến học\b)")
# What may stand before the school that a clause is about.
_AT = re.compile(
    r"[\s,;]*(?:(?:[Tt]ương tự|[Tt]rong đó|[Nn]goài ra|[Đđ]iển hình)[\s,]+)?"
    r"(?:(?:[Tt]ại|[Ởở]|[Vv]ới|[Rr]iêng|[Cc]òn|[Dd]ịp này)[\s,]+)?"
)
_GOES_ON = re.compile(
    rf"(?<!với )(?<!cùng )\b(?:(?:[Nn]hà |(?:(?<=[,;.] )|(?<=^)))[Tt]rường|(?P<academy>Học viện))(?= cùng\b| {DOES})"
)


def school_name(name: str) -> str:
    """Return the name of a school as the register writes it: «Trường THCS Tân Lập» in full."""
    return re.sub(r"(?<=Trường )(THCS|THPT|TH|MN)(?= )", lambda found: _SCHOOLS[found[1]], name)


def is_school(own: str) -> bool:
    """Return whether a name, in small letters, is that of a school."""
    return own.startswith(("trường", "học viện", "trung tâm giáo dục", "trung tâm gd"))


def school_named(words: str, own: str) -> str:
    """Return the school, or those, that a clause begins with; nothing where that is `own`, whom the article is about.

    Where another acts behind a number of the clause, it is that one, or nothing if that is an association.
    """
    words = words[max((hit.end() for hit in _NEXT.finditer(words)), default=0) :]
    at = _AT.match(words)
    start = end = at.end() if at else 0
    while hit := SCHOOL.match(words, end):
        more = _AND_ANOTHER.match(words, end := hit.end())
        if more is None or SCHOOL.match(words, more.end()) is None:
            break
        end = more.end()
    name = words[start:end].strip()
    return "" if name.lower() in own else name


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
