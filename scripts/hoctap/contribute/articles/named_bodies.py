"""Bodies as words name them: the union or association of an office, all of a body."""

import re

from hoctap.contribute.articles.headline_offices import UNIONS
from hoctap.contribute.articles.place_names import DOES, NAME, UPPER
from hoctap.contribute.articles.subject import Subject
from hoctap.contribute.naming.bodies import WITH_ASSOCIATIONS
from hoctap.contribute.naming.units import Units

# «Hội Khuyến học Sở Y tế»
OF_OFFICE = re.compile(WITH_ASSOCIATIONS, re.IGNORECASE)

_OFFICE = rf"(?i:(?:bộ|tập đoàn|tổng công ty)\b|{WITH_ASSOCIATIONS})"
# «Công đoàn Bộ Tư pháp», «Hội Khuyến học Sở Y tế Đông Lâu», up to what it does.
BODY_OF_OFFICE = (
    rf"(?:Công đoàn|Đoàn Thanh niên|Chi đoàn|Hội (?:[Kk]huyến học|(?i:{UNIONS}))) "
    rf"(?={UPPER}){_OFFICE}(?!\s{DOES})[^,;.:()\d]{{1,60}}?(?=\s{DOES}|\s*[,;.:()]|\s*$)"
)
# Who acts after another body has: «Công đoàn Sở A trao 20 suất, Hội Khuyến học huyện trao …».
_ASSOCIATION = re.compile(r"\bHội [Kk]huyến học\b|\b(?:cấp|tỉnh|huyện|thành) hội\b")


def own_name(subject: Subject) -> str:
    """Return the name of the office that an article is about, in small letters; nothing where it is about none."""
    return subject.name.lower()


def body_of_office(units: Units, subject: Subject, words: str) -> str | None:
    """Return the union or association of an office that words name, known or not; None where they name none."""
    hits = list(re.finditer(rf"\b{BODY_OF_OFFICE}", words))
    if not hits or hits[-1][0].lower() in own_name(subject) or _ASSOCIATION.search(words, hits[-1].end()):
        return None
    known = units.office(hits[-1][0], subject.provinces)
    return known[0].unit_id if len(known) == 1 else hits[-1][0]


# «Bộ đội Biên phòng cả nước», «Toàn Tập đoàn Công nghiệp Than - Khoáng sản Việt Nam»: all of a body, not the country.
_IN_ALL_THE_COUNTRY = re.compile(
    r"((?:Bộ đội|Công an|Quân đội|Công đoàn|Đoàn Thanh niên|Hội (?![Kk]huyến))[^,;.:\d]{0,40}?) (?:cả nước|toàn quốc)\b"
)
_ALL_OF_IT = re.compile(
    rf"\W*(?:Toàn|Cả) ((?:Tập đoàn|Tổng công ty|Ngân hàng|Công ty|Học viện|Viện)(?:\s+(?:-\s+)?{UPPER}?\w+){{0,5}}?"
    rf"\s+{NAME})(?=\s+(?:hiện|có|đã|đang|vận động|trao|mở)\b)"
)


def whole_body(units: Units, subject: Subject, words: str) -> str:
    """Return the body of all of which words say that a figure is, known or not; nothing where they say so of none."""
    hit = _IN_ALL_THE_COUNTRY.search(words) or _ALL_OF_IT.match(words)
    if hit is None or hit[1].lower() in own_name(subject):
        return ""
    known = units.office(hit[1], ())
    return known[0].unit_id if len(known) == 1 else hit[1]
