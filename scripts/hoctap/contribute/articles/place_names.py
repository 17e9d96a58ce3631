"""Places and associations as articles name them: «huyện Vân Canh», «HKH TP. Mỹ Tho», «phường 7»."""

import re

from hoctap.check.personal_forms import NAME as PERSON
from hoctap.contribute.articles.words import Reading
from hoctap.contribute.naming.former_districts import kind_of
from hoctap.contribute.naming.unit_names import PlaceName, parse_place, plain

COMMUNES = ("xã", "phường", "thị trấn")
KINDS = r"huyện|quận|thị xã|thành phố|tỉnh|xã|phường|thị trấn|TP\.?|TX\.?|T\.P\.?|T\.X\.?"
UPPER = "[A-ZĐÀÁÂÃÈÉÊÌÍÒÓÔÕÙÚĂĨŨƠƯẠẢẤẦẨẪẬẮẰẲẴẶẸẺẼẾỀỂỄỆỈỊỌỎỐỒỔỖỘỚỜỞỠỢỤỦỨỪỬỮỰỲỴỶỸÝ]"
# Behind a dash the day may stand: «Cổng thông tin điện tử huyện A - Thứ Sáu, 12/07/2024».
_DAY_OF_WEEK = r"(?:Thứ (?:Hai|Ba|Tư|Năm|Sáu|Bảy)|Chủ [Nn]hật|Ngày|Báo|Tin|Bài|Đăng|Cập)\b"
# Deeds with which a new sentence, or the rest of a headline in capitals, goes on: «huyện Kim Động Tổng kết …».
_DEED = (
    r"(?:Tổng kết|Sơ kết|Tổ chức|Đại hội|Phát động|Triển khai|Thực hiện|Trao|Tặng|Gặp mặt|Kỷ niệm|Ra mắt|Biểu dương|"
    r"Tuyên dương|Vinh danh|Khen thưởng|Hội nghị|Nhân dịp|Nhằm|Theo)\b"
)
NAME = rf"{UPPER}\w*(?:(?: +|-| - (?!{_DAY_OF_WEEK}))(?!{_DEED}){UPPER}\w*){{0,4}}"
# What follows a name: what somebody does, is or has.
DOES = (
    r"(?:đã|đang|hiện|đều|vừa|cùng|cũng|có|là|được|quản lý|trao|tặng|khen|vận động|ủng hộ|hỗ trợ|giúp|nhận|mở|"
    r"chi(?! nhánh)|kết nạp|tổ chức|tham gia|phát động|phối hợp|năm|đặt|phấn đấu|đề ra|đón|cử|công nhận|huy động|"
    r"quyên góp|cho biết|luôn|sẽ|tiếp tục|ra mắt|khai giảng|bế giảng|tổng kết|sơ kết|đăng ký|duy trì|triển khai)\b"
)
# «Hội Khuyến học TP đã …», «Hội Khuyến học Thành phố đã …», «Tỉnh Đoàn», «Tỉnh Hội»
_KIND_ALONE = rf"(?:(?:TP|TX|Thành phố|Thị xã|Thị trấn|Tỉnh|Huyện|Quận|Xã|Phường)\b|(?:Đoàn|Hội)\b(?! {UPPER}))"
_NUMBERED = r"(?<=[Pp]hường )\d{1,2}(?=[\s,])|(?<=[Qq]uận )\d{1,2}(?=[\s,])"
_SHORT_KIND = rf"(?<![\w.])[HQ]\.(?={UPPER}\w)"
# Papers write «TP.Hội An», «H.Long Thành» without a space.
_GAP = r"(?:\s+|(?<=\.))"
# «Huyện Hội Trà Cú» is its association; «TP. Hội An» is a place.
_WITH_HOI = r"(?i:huyện|tỉnh|quận)"
PLACE = re.compile(
    rf"(?!{_WITH_HOI}\s+Hội\s)"
    rf"(?P<kind>{KINDS}|Huyện|Quận|Thị xã|Thành phố|Tỉnh|Xã|Phường|Thị trấn|{_SHORT_KIND}){_GAP}"
    rf"(?P<name>(?!{_KIND_ALONE}){NAME}|{_NUMBERED})"
)
# One that two have become: «Hội Khuyến học - Cựu giáo chức huyện A».
JOINED = rf"Hội [Kk]huyến học\s+(?:[-–]|và)\s+(?!Hội\b){UPPER}\w*(?: \w+){{1,3}}?"
ASSOCIATION = re.compile(
    rf"(?:(?:{JOINED}(?=\s+(?:{KINDS})\s+{UPPER})|Hội Khuyến học|Hội khuyến học|HKH|Hội KH)\s+"
    rf"(?:Việt Nam\s+(?=(?:{KINDS})\s+{UPPER}))?"
    rf"(?:(?P<kind>(?i:{KINDS})|{_SHORT_KIND}){_GAP})?|(?P<its>{_WITH_HOI})\s+[Hh]ội\s+)"
    rf"(?P<name>Việt Nam\b|(?!{_KIND_ALONE}){NAME})"
)


def places_named(line: str) -> list[tuple[int, PlaceName]]:
    """Return the places and associations that a line names, with where each stands; not what a commune lies in."""
    found = [(hit, form is ASSOCIATION) for form in (PLACE, ASSOCIATION) for hit in form.finditer(line)]
    around = {district.start("kind") for hit, _ in found if (district := _district(hit))}
    hits = {hit.start(): _name(hit, association=association) for hit, association in found if not _is_person(hit)}
    return sorted((at, name) for at, name in hits.items() if at not in around)


# The district that stands beside a commune: «xã Phú Hữu (huyện Nhơn Trạch)», «phường A, TP. Thủ Đức», in brackets also
# bare: «xã Hiến Sơn (Đô Lương)».
_DISTRICT = re.compile(rf"\s*[,(]\s*(?P<kind>(?:huyện|quận|thị xã|TX\.?|thành phố|TP\.?)\s+|(?<=\())(?P<name>{NAME})")


# The province behind a district: «huyện A (Quảng Nam)», «huyện A, tỉnh Quảng Nam», «(huyện A, Quảng Nam)».
_PROVINCE = re.compile(rf"\s*(?:\(\s*(?:tỉnh\s+|TP\.?\s*|thành phố\s+)?|,?\s*tỉnh\s+(?=\w))({NAME})|,\s*({NAME})(?=\))")


def _district(hit: re.Match[str]) -> re.Match[str] | None:
    """Return the district that stands right behind a commune."""
    found = _DISTRICT.match(hit.string, hit.end()) if plain(hit["kind"] or "").strip() in COMMUNES else None
    return found if found and (found["kind"] or kind_of(plain(found["name"]))) else None


_SHORT_KINDS = {"h": "huyện", "q": "quận", "t p": "thành phố", "t x": "thị xã"}


def _name(hit: re.Match[str], *, association: bool) -> PlaceName:
    its = hit["its"] if association else None
    kind, district = plain(its or hit["kind"] or "").strip(), _district(hit)
    around = district or (hit if kind in ("huyện", "quận", "thị xã", "thành phố") else None)
    province = _PROVINCE.match(hit.string, around.end()) if around else None
    parts = [f"{plain(district['kind']) or kind_of(plain(district['name']))} {district['name']}"] if district else []
    parts += [f"tỉnh {province[1] or province[2]}"] if province else []
    within = "".join(f", {each}" for each in parts)
    name = _without_person(hit["name"], hit.string[: hit.start()])
    kind, name = _SHORT_KINDS.get(kind, kind), "Hồ Chí Minh" if name == "HCM" else name
    return parse_place(f"{'hội khuyến học ' if association else ''}{kind} {name}{within}")


_PERSON = re.compile(PERSON)
# Who leads a place or a body of it, right before its name.
_POST = re.compile(r"(?:\b[Cc]hủ tịch|\b[Bb]í thư|\b[Gg]iám đốc|\b[Tt]rưởng|\b[Tt]hư ký|\b[Pp]hó)\b[^,;.()\d]{0,60}$")


def _is_person(hit: re.Match[str]) -> bool:
    """Return whether a kind of place has no name but that of who leads it: «Chủ tịch Hội Khuyến học tỉnh Lê Văn A»."""
    is_of_many = plain(hit["kind"] or "").strip() not in COMMUNES  # wards are named after people
    is_led = is_of_many and _POST.search(hit.string[: hit.start()])
    return bool(is_led and len(hit["name"].split()) > 2 and _PERSON.fullmatch(hit["name"]))


def _without_person(name: str, before: str) -> str:
    """Return the name of a place without that of who leads it: «Chủ tịch Hội Khuyến học tỉnh Hải Dương Lê Văn A»."""
    words = name.split()
    if _POST.search(before) is None:
        return name
    of_person = (at for at in range(2, len(words)) if _PERSON.fullmatch(" ".join(words[at:])))
    return " ".join(words[: next(of_person, None)])


# What joins a place to its figure in a list of places.
RANKED = (
    r"còn|là|có|đạt|với|được|(?:dẫn|đứng) đầu|(?:cao|nhiều|lớn|thấp|ít) nhất|(?:kế|tiếp) (?:đến|theo|đó)|sau đó|"
    r"(?:xếp|đứng) (?:thứ )?\w+|"
    r"(?:đơn vị|địa phương|tỉnh|huyện|xã|nơi|lá cờ) (?:dẫn|đứng|đi) đầu|toàn (?:huyện|tỉnh|thành phố|thị xã|quận)"
)


def is_listed(reading: Reading) -> bool:
    """Return whether a number has nothing beside it but a place, so that it counts what the number before counts."""
    place = ASSOCIATION.search(reading.lead) or PLACE.search(reading.lead)
    if place is None or not re.match(r"\s*(?:người|đồng|hộ|em|trở lên)?\s*(?:[,;.)]|$|và\s)", reading.tail + ";"):
        return False
    rest = reading.lead[: place.start()] + reading.lead[place.end() :]
    return re.fullmatch(rf"[\W_]*(?:(?:{RANKED}|và|từ|riêng|trong đó|như)[\W_]*)*", rest.lower()) is not None
