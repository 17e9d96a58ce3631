"""Bodies as words name them: the union or association of an office, all of a body."""

import re

from hoctap.contribute.articles.headline_offices import UNIONS
from hoctap.contribute.articles.place_names import DOES, UPPER
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
