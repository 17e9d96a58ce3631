"""The office or other body that a headline is about and that the register lacks."""

import re

from hoctap.contribute.articles.place_names import NAME, UPPER
from hoctap.contribute.articles.schools import SCHOOL

# Unions beside the association: «các cấp hội người cao tuổi đã vận động …».
UNIONS = r"(?:cựu chiến binh|(?:liên hiệp )?phụ nữ|lhpn|nông dân|người cao tuổi|cựu học sinh|cựu giáo chức|chữ thập đỏ)"
# An office that the register does not have, with its place: «Công an tỉnh Hà Giang», «Sở Y tế tỉnh Hà Giang».
_OFFICE = re.compile(
    r"\W*((?:Công an|Sở|Cục|Chi cục|Kho bạc|Bệnh viện|Bộ (?:Chỉ huy|Tư lệnh)|Liên đoàn Lao động|LĐLĐ|Đảng ủy|Phòng)\b"
    rf"(?:\s+[\w-]+){{0,6}}?\s+(?:tỉnh|huyện|thành phố|quận|thị xã)\s+{NAME})"
)
# A body that no place is named after: «Bộ Công Thương: …», «Đồn Biên phòng Sen Bụt giúp …».
_MINISTRY = (
    r"Bộ (?!Chỉ huy|Tư lệnh|đội)[^;.:()\d]{2,60}?(?=\s*[:(]|\s+(?:tổ chức|tổng kết|sơ kết|phát động|trao|có|đạt)\b)"
)
_FUND = r"Quỹ (?:[Kk]huyến học(?:,? khuyến tài)?|[Hh]ọc bổng)"
_BODY = re.compile(
    rf"\W*({_MINISTRY}|(?:{_FUND}(?=\s+{UPPER})|(?:Đồn Biên phòng|Trung đoàn|Lữ đoàn|Công ty|Tập đoàn|Tổng công ty|"
    rf"Ngân hàng|Hội (?i:{UNIONS}))(?:\s+[\w&-]+){{0,5}}?)\s+(?:{UPPER}[\w&]*|\d+)(?:(?: +|-| - ){UPPER}[\w&]*)*)"
)


def office_named(headline: str, *, known: bool) -> str:
    """Return the school that a headline names, or the office that it begins with if it names none that is known."""
    if school := SCHOOL.search(headline):
        return school[0].strip()
    office = None if known else _OFFICE.match(headline) or _BODY.match(headline)
    return office[1].strip() if office else ""
