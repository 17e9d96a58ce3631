"""The office or other body that a headline is about and that the register lacks."""

import re
from collections.abc import Sequence

from hoctap.contribute.articles.place_names import DOES, NAME, UPPER
from hoctap.contribute.articles.schools import SCHOOL
from hoctap.contribute.naming.named_places import contradicts
from hoctap.contribute.naming.unit_names import plain
from hoctap.contribute.naming.units import Units
from hoctap.model.catalog import Catalog
from hoctap.model.codes import CENTRAL
from hoctap.model.record import Unit

# Unions beside the association: «các cấp hội người cao tuổi đã vận động …».
UNIONS = r"(?:cựu chiến binh|(?:liên hiệp )?phụ nữ|lhpn|nông dân|người cao tuổi|cựu học sinh|cựu giáo chức|chữ thập đỏ)"
# An office that the register does not have, with its place: «Công an tỉnh Hà Giang», «Sở Y tế tỉnh Hà Giang».
_OFFICE = re.compile(
    r"\W*((?:Công an|Sở|Cục|Chi cục|Kho bạc|Bệnh viện|Bộ (?:Chỉ huy|Tư lệnh)|Liên đoàn Lao động|LĐLĐ|Đảng ủy|Phòng|"
    r"Bộ đội)\b"
    rf"(?:\s+[\w-]+){{0,6}}?\s+(?:tỉnh|huyện|thành phố|quận|thị xã)\s+{NAME})"
)
# A body that no place is named after: «Bộ Công Thương: …», «Đồn Biên phòng Sen Bụt giúp …».
_MINISTRY = (
    r"Bộ (?!Chỉ huy|Tư lệnh|đội)[^;.:()\d]{2,60}?(?=\s*[:(]|\s+(?:tổ chức|tổng kết|sơ kết|phát động|trao|có|đạt)\b)"
)
_FUND = r"Quỹ (?:[Kk]huyến học(?:,? khuyến tài)?|[Hh]ọc bổng)"
_ENTERPRISE = r"(?:Công ty|Tổng công ty|Tập đoàn|Ngân hàng)"
_PROPER = rf"(?:{UPPER}[\w&]*|\d+)(?:(?: +|-| - ){UPPER}[\w&]*)*"
_OF_PLACE = rf"(?:\s+(?:tỉnh|huyện|thành phố|quận|thị xã|TP\.?)\s+{NAME})"
_NO_NAME = (
    rf"(?:{DOES}|(?:đồng hành|chung (?:tay|sức)|tiếp (?:sức|bước)|chắp cánh|thăm|góp|đóng góp|dành|học|em|người|"
    r"vì|với|cho|tại|về|đến|và (?:Báo|Hội|Công|Trường|Quỹ|Sở|Đoàn|Ngân|Tập|Ban|Phòng))\b)"
)
# What an enterprise is called by common words goes on in small letters, up to its own name or its place:
# «Ngân hàng Chính sách xã hội tỉnh Cà Mau», «Công ty Xổ số kiến thiết Sóc Trăng».
_IN_COMMON_WORDS = (
    rf"{_ENTERPRISE}(?:\s+(?:TNHH|MTV|CP))*\s+{UPPER}\w*(?=\s+(?!{_NO_NAME}|{UPPER})[^\W\d_])"
    rf"(?:\s+(?!{_NO_NAME})[\w&]+){{1,9}}?(?:{_OF_PLACE}|\s+{UPPER}\w*(?:\s+{UPPER}\w*)+|(?=\s+{_NO_NAME}|\s*[:(]))"
)
_BODY = re.compile(
    rf"\W*({_MINISTRY}|{_IN_COMMON_WORDS}|(?:{_FUND}(?=\s+{UPPER})|"
    rf"(?:Đồn Biên phòng|Trung đoàn|Lữ đoàn|{_ENTERPRISE}|Hội (?i:{UNIONS}))(?:\s+[\w&-]+){{0,5}}?)"
    rf"\s+{_PROPER}{_OF_PLACE}?)"
)


def office_named(headline: str, *, known: bool) -> str:
    """Return the school that a headline names, or the office that it begins with if it names none that is known."""
    if school := SCHOOL.search(headline):
        return school[0].strip()
    office = None if known else _OFFICE.match(headline) or _BODY.match(headline)
    return office[1].strip() if office else ""


# What every province or district has one of.
_OF_EACH_PLACE = re.compile(r"(?:Sở|Ban|Cục|Chi cục|Công an|Kho bạc|Bộ [Cc]hỉ huy|Phòng|Liên đoàn|Tỉnh đoàn)\b")


def offices_in(catalog: Catalog, units: Units, text: str, provinces: Sequence[str]) -> Sequence[Unit]:
    """Return the offices of the register that a text names; one of a province that nobody names is none.

    «Sở Y tế» needs its province where none is known; «Quỹ Tấm lòng vàng» of another than is known needs its own.
    """
    return [unit for unit in offices_named(units, text) if _is_placed(catalog, unit, text, provinces)]


def offices_named(units: Units, text: str) -> Sequence[Unit]:
    """Return the offices whose names a text has; that of a province, «Bộ đội Biên phòng tỉnh A», is not the whole.

    Nor is one written small, which is any of its kind: «bộ đội biên phòng sửa lớp học», nor one of another place.
    """
    return [
        unit
        for unit in units.named_in(text)
        if not (_of_province(unit, text) or contradicts(unit.name_vi, text))
        and (unit.name_vi.lower() not in text or unit.name_vi[0] in text)
    ]


def body_of_province(units: Units, text: str) -> str:
    """Return the body of a province that a text names, where the register has that of the country; else nothing."""
    hits = (_of_province(unit, text) for unit in units.named_in(text))
    return next((hit[0] for hit in hits if hit and (hit["province"] or hit["city"])), "")


def _of_province(unit: Unit, text: str) -> re.Match[str] | None:
    """Return the words that put the name of an office of the country before a province, if a text has them."""
    province, city = rf"(?i:tỉnh)\b(?: (?P<province>{NAME}))?", rf"(?i:thành phố|TP\.?) ?(?P<city>{NAME})"
    form = rf"(?i:{re.escape(unit.name_vi)}) (?:{province}|{city})"
    return re.search(form, text) if unit.level == CENTRAL else None


def _is_placed(catalog: Catalog, unit: Unit, text: str, provinces: Sequence[str]) -> bool:
    province = catalog.province_of(unit.area_id) if unit.area_id else ""
    if province in ("", "viet-nam", *provinces) or not (provinces or _OF_EACH_PLACE.match(unit.name_vi)):
        return True
    return f" {plain(catalog.areas[province].name_vi)} " in f" {plain(text)} "
