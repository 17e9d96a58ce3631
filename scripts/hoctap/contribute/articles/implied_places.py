"""The place that the words around a figure mean and do not name: «toàn tỉnh», «trong xã», «cả huyện», «ở đó»."""

import re

from hoctap.contribute.articles.clans import CLAN
from hoctap.contribute.articles.elsewhere import is_own, known_place
from hoctap.contribute.articles.named_bodies import own_name
from hoctap.contribute.articles.place_names import COMMUNES, NAME, UPPER, places_named
from hoctap.contribute.articles.schools import is_school
from hoctap.contribute.articles.subject import Subject
from hoctap.contribute.articles.whole_names import unit_at
from hoctap.contribute.articles.words import PRAISE
from hoctap.contribute.naming.indicators import belongs_to_association
from hoctap.contribute.naming.unit_names import PlaceName, parse_place, plain
from hoctap.contribute.naming.units import Units
from hoctap.model.catalog import Catalog
from hoctap.model.codes import ASSOCIATION
from hoctap.model.record import Indicator

_BODIES_OF_PROVINCE = re.compile(
    rf"(?:Hội [Kk]huyến học|HKH|Hội KH) tỉnh(?!\s+{UPPER})|\b[Tt]ỉnh hội\b|các cấp hội|[Tt]oàn thành phố"
)
_OVER_PROVINCE = re.compile(rf"(?:[Tt]oàn|\bcủa|\btrong|\bcả) tỉnh(?!\s+{UPPER})|trên địa bàn(?! (?:huyện|xã|phường))")
# «là xã đầu tiên của toàn huyện đạt …»: of that commune.
_FIRST_OF_ALL = re.compile(r"\b(?:đầu tiên|(?<!thống )nhất|dẫn đầu|đứng đầu|đi đầu|một trong)\b[^,;.]*$")
# Behind the name of a clause: «Hội Khuyến học tỉnh tặng giấy khen cho …», in an article about a district.
_PROVINCE_ACTS = re.compile(
    r"(?:^|[,:]\s)\W*(?:[^,;:\d]{0,30} )?(?:(?:Hội [Kk]huyến học|HKH|Hội KH) tỉnh|[Tt]ỉnh hội)\s+(?:đã |cũng |vừa )?"
    rf"(?:tặng|trao|khen|vận động|huy động|hỗ trợ|{PRAISE}|hiện có|có)\b[^;]*$"
)


def of_province(
    catalog: Catalog, units: Units, subject: Subject, indicator: Indicator, when: str, words: str, near: str
) -> str:
    """Return the province that «toàn tỉnh», «Hội Khuyến học tỉnh» means in an article about somebody smaller."""
    names = {plain(catalog.areas[area].name_vi) for area in subject.provinces}
    if len(names) != 1 or (subject.place is not None and subject.place.kind in ("tỉnh", "")):
        return ""
    of_office = subject.office is not None and subject.office.unit_kind != ASSOCIATION
    of_place = (indicator.subject_rule == "area" and _OVER_PROVINCE.search(words + near)) or (
        indicator.indicator_id.startswith("train") and "toàn tỉnh" in words.lower()
    )
    of_association = belongs_to_association(indicator) and _PROVINCE_ACTS.search(words)
    first, whole, _ = near.partition("toàn tỉnh")
    of_all = whole and not _FIRST_OF_ALL.search(first)
    if of_all or of_association or (of_office and (_BODIES_OF_PROVINCE.search(words) or of_place)):
        return unit_at(catalog, units, subject, PlaceName(False, "", names.pop(), ""), indicator, when)
    return ""


# «Hội Khuyến học xã», «trong xã», «Năm 2023, xã có …»: the commune that an office lies in; not «cấp xã», «xã hội».
_OF_COMMUNE = re.compile(
    rf"(?:(?:Hội [Kk]huyến học|\b[Hh]ội|\b[Tt]oàn|\bcủa|\btrong|\btại|\bở|\bcả|\bđịa bàn)\s+|(?:^|[.,;:]\s+))"
    rf"(?:[Xx]ã|[Pp]hường|[Tt]hị trấn)(?!\s+(?:{UPPER}|hội\b|khác|này\b))"
)


def is_of_commune(subject: Subject, indicator: Indicator, before: str, after: str, paragraph: str) -> bool:
    """Return whether a figure is of the commune that the office of an article lies in, not of the office.

    Its sentence says so; of titles, shares of people and members, which an office has none of, its paragraph may.
    """
    if subject.commune is None or (subject.office and subject.office.unit_kind == ASSOCIATION):
        return False
    own = before + re.split(r"[,(;]", after)[0]
    is_of_places = indicator.subject_rule in ("area", "association")
    return any(_OF_COMMUNE.search(text) for text in ((own, paragraph) if is_of_places else (before,)))


_UNNAMED_COMMUNE = PlaceName(False, COMMUNES[0], "", "")
# «Hội Khuyến học xã có …», «quỹ của xã còn …» in an article about a district; not «các hội khuyến học xã, phường».
_ONE_COMMUNE = re.compile(
    r"(?:^|[.;:,]\s|\b(?:quỹ|Quỹ)\b[^,;.\d]{0,20} của )\W*(?:Hội [Kk]huyến học |hội khuyến học )?"
    rf"(?:(?<=học )|(?<=của ))(?:xã|phường|thị trấn)(?!\s+(?:{UPPER}|hội\b|và\b)|[,/])\b"
)


def commune_spoken_of(units: Units, subject: Subject, before: str, paragraph: str) -> PlaceName | None:
    """Return the commune that «Hội Khuyến học xã» means in an article about a larger place: that named last before it.

    One without a name where nobody names it; None where the words are of no single commune.
    """
    if subject.place is None or subject.place.kind in COMMUNES or _ONE_COMMUNE.search(before) is None:
        return None
    text = f"{paragraph} {before}"
    named = [name for _, name in places_named(text) if name.kind in COMMUNES]
    bare = (known_place(units, subject, plain(hit[1])) for hit in _BARE.finditer(text)) if not named else ()
    return next(reversed([*named, *(each for each in bare if each and each.kind in COMMUNES)]), _UNNAMED_COMMUNE)


# «Liền kề là Thanh Giang.»
_BARE = re.compile(rf"\b(?:là|đến|ở|tại) ({NAME})(?=[.,;])")


_OF_A_WHOLE = re.compile(
    rf"(?:\b[Tt]oàn|(?:^|\W)[Cc]ả|\bcủa)\s+(huyện|quận|thị xã|xã|phường|thị trấn)\b(?!\s+{UPPER}|\s+hội\b|\s+và\b)"
)


def whole_of_paragraph(subject: Subject, indicator: Indicator, before: str, paragraph: str) -> PlaceName | None:
    """Return the place that «toàn huyện» means in a paragraph about another one than the article, or in an office's."""
    whole = _OF_A_WHOLE.search(before)
    if whole is None or (subject.place is not None and subject.place.kind == whole[1]):
        return None
    if subject.office is not None and indicator.subject_rule == "area":
        paragraph = subject.office.name_vi
    names = [name for _, name in places_named(paragraph) if name.kind == whole[1]]
    return names[-1] if names and len({name.core for name in names}) == 1 else None


# «Toàn tỉnh hiện có …», «quỹ toàn huyện đạt …»: a whole that has or does something, not one to compare with.
_WHOLE_THAT_HAS = re.compile(
    r"(?:\b(?:[Tt]oàn|[Cc]ả|[Kk]hắp|[Tt]rong|[Tt]rên địa bàn|"
    r"(?<!với )(?<!cùng )(?<!được )(?:Hội [Kk]huyến học|HKH))\s+"
    rf"(tỉnh|thành phố|huyện|quận|thị xã|xã|phường|thị trấn)\s+(?:cũng |đều |mới )?"
    r"(?:hiện|đã|có|còn|đạt|được|vận động|huy động|trao|tặng|khen|thành lập|kết nạp|xây dựng|duy trì|công nhận|"
    r"phấn đấu|đặt mục tiêu)|"
    r"(?:^|[.;:,]\s)\W*([Tt]ỉnh|[Hh]uyện|[Qq]uận|[Tt]hị xã|[Tt]hành phố)\s+(?:hiện |đã |cũng )*"
    r"(?:có|còn|đạt|phấn đấu|đặt mục tiêu)|"
    rf"(?:^|[.;:]\s)\W*[Tt]oàn (tỉnh|huyện) {NAME} (?:cùng (?:năm|kỳ) )?(?:có|đạt))\b"
)
# «Huyện có 95% gia đình, xã đạt 97%»
_BACK_TO_PART = re.compile(
    r"\b(?:[Rr]iêng|[Tt]rong đó)\b|[,;]\s(?:còn |thì )?"
    r"(?:xã|phường|thị trấn|huyện|quận|thị xã|hội|(?:nhà )?trường|dòng họ)\s"
    r"(?:đã |hiện |cũng )*(?:có|đạt|còn|trao|tặng|vận động|huy động)\b"
)


def whole_around(
    catalog: Catalog, units: Units, subject: Subject, indicator: Indicator, when: str, before: str
) -> str | None:
    """Return the unit of the larger place around that of an article whose figure this is, nothing if it has no name.

    None where the sentence is of no larger place: a commune, a school in it, has not what «toàn tỉnh» has.
    """
    whole = next(reversed(list(_WHOLE_THAT_HAS.finditer(before))), None)
    place = _place_within(subject)
    if whole is None or place is None or _FIRST_OF_ALL.search(before[: whole.start()]):
        return None
    kind, behind = (whole[1] or whole[2] or whole[3]).lower(), before[whole.end() :]
    if not _is_around(kind, place) or _BACK_TO_PART.search(behind) or places_named(behind):
        return None
    areas = (catalog.areas[area] for area in subject.provinces)
    of_kind = {plain(area.name_vi) for area in areas if kind == "tỉnh" or area.kind != "tinh"}
    provinces = of_kind if kind in ("tỉnh", "thành phố") and len(of_kind) == 1 else set()
    named = [each for each in (parse_place(place.rest),) if each.kind == kind or (each.core and each.core in provinces)]
    around = {name.core: name for name in (*(PlaceName(False, "", core, "") for core in provinces), *named)}
    name = around.popitem()[1] if len(around) == 1 else None
    return unit_at(catalog, units, subject, name, indicator, when) if name else ""


def _place_within(subject: Subject) -> PlaceName | None:
    """Return the place of an article; of one about a school or a clan, the commune in which that is."""
    is_in_commune = is_school(own_name(subject)) or CLAN.match(subject.words)
    return (subject.commune or _UNNAMED_COMMUNE) if is_in_commune else subject.place


def _is_around(kind: str, place: PlaceName) -> bool:
    """Return whether a whole of a kind is larger than a place: a commune only than one that is not named."""
    if kind in COMMUNES:
        return place == _UNNAMED_COMMUNE
    return place.kind not in ("tỉnh", "", kind) and (kind in ("tỉnh", "thành phố") or place.kind in COMMUNES)


_VILLAGE = r"(?:làng|thôn|ấp|bản|xóm|khóm|buôn|khu phố|tổ dân phố)"
# «Ấp có 118 con heo đất», «chi hội tặng 12 suất quà»: of one that is not named.
_SMALLER = re.compile(
    r"(?:^|[.;:]\s|\bnay,? |\bnăm \d{4}, |\brồi )\W*(?:(?:riêng|hiện),? )?"
    rf"(?:cả )?(?:{_VILLAGE}|chi hội)(?: (?:này|ấy))? "
    r"(?:(?:hiện|đã|cũng|còn) )*"
    r"(?:có|nuôi|mổ|khui|vận động|trao|tặng|đạt|thu)\b[^.;]*$",
    re.IGNORECASE,
)
# «Tại làng Thanh Khê, xã A, … quỹ của chi hội làng … Cả làng có …»
_OF_VILLAGE = re.compile(rf"(?:\b(?:[Cc]ả|[Tt]oàn)|\bchi hội(?: [Kk]huyến học)?) {_VILLAGE}\b[^.;]*$")
_NAMES_VILLAGE = re.compile(rf"\b{_VILLAGE} {UPPER}")


def is_of_smaller(subject: Subject, indicator: Indicator, before: str, paragraph: str) -> bool:
    """Return whether a figure is of a village or a branch, in an article about a larger body."""
    if subject.branch or re.match(rf"(?:chi hội|{_VILLAGE})\b", subject.name.lower()):
        return False
    is_of_one = _OF_VILLAGE.search(before) is not None and _NAMES_VILLAGE.search(paragraph) is not None
    return is_of_one or (indicator.subject_rule != "area" and _SMALLER.search(before) is not None)


# «Ở đó, …», «Xã này …»: the place named last.
_THERE = re.compile(
    r"\W*(?:(?:Ở|Tại|Nơi) (?:đó|đây|này)|"
    r"(?:Huyện|Quận|Thị xã|Thành phố|Xã|Phường|Thị trấn|Địa phương|Đơn vị) (?:này|ấy))\b"
)


# «Theo Hội Khuyến học tỉnh A, … . Hội hiện có 215.000 hội viên.»
_THE_ASSOCIATION = re.compile(r"\W*(?:Hội|(?:Các cấp|Toàn) [Hh]ội) (?:hiện|đã|cũng|còn|có|này|vận động|trao|kết nạp)\b")


def named_before(subject: Subject, before: str, paragraph: str) -> PlaceName | None:
    """Return the other place that «Ở đó, …» means: the one that its paragraph named last, before the sentence.

    In an article about an office or a school, «Hội …» is the association that was named last.
    """
    named = [name for _, name in places_named(paragraph[: len(paragraph) - len(before)])]
    is_no_association = subject.words or (subject.office and subject.office.unit_kind != ASSOCIATION)
    if is_no_association and _THE_ASSOCIATION.match(before):
        named = [name for name in named if name.association]
    elif _THERE.match(before) is None:
        return None
    return named[-1] if named and not is_own(subject, named[-1]) else None
