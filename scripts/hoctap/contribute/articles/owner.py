"""Whose a figure of an article is: the association, the place, an office, another one that its words name."""

import re

from hoctap.contribute.articles.place_names import KINDS, NAME, UPPER, places_named
from hoctap.contribute.articles.subject import SCHOOL, Subject, school_name
from hoctap.contribute.articles.whole_names import COMMUNES, unit_at, within, written
from hoctap.contribute.naming.indicators import belongs_to_association
from hoctap.contribute.naming.units import PlaceName, Units, plain
from hoctap.model.catalog import Catalog
from hoctap.model.record import Indicator
from hoctap.vietnamese.writing import lower_first

# What may stand before the place that a clause is about.
_OPENS = re.compile(
    r"\W*(?:(?:[Nn]hân dịp này|[Dd]ịp này|[Tt]ại|[Ởở]|[Rr]iêng|[Tt]rong đó|[Đđ]iển hình|[Tt]iêu biểu|[Nn]ổi bật|"
    r"[Cc]ụ thể|[Nn]hư|[Cc]òn|[Đđ]áng chú ý|là|có|[Đđ]ịa bàn|[Tt]rung ương|[Tt]rong khi đó|[Tt]oàn|[Cc]ả)[\s,:]+){0,4}"
)
# A place right before a figure: «…, phường Khương Đình 1,55 tỷ đồng».
_NEXT_TO = re.compile(
    rf"^(?:(?:Hội Khuyến học|Hội khuyến học|HKH|Hội KH)\s+)?(?:(?:{KINDS})\s+)?{NAME}"
    r"(?:\s+(?:là|có|đạt|với|được|vận động|huy động|trao|chi))*\W*(?:hơn|trên|gần|khoảng)?\s*$"
)
# Words by which a sentence leaves the place that its paragraph opened with.
_TURNS = re.compile(
    r"toàn (?:tỉnh|thành phố|ngành)|(?:trong|cả) tỉnh|[Tt]ỉnh (?:hội|đã|có|phấn đấu)|Hội Khuyến học|HKH|các địa phương|"
    r"cấp hội|(?:nhiều|các) (?:huyện|xã|phường|địa phương)"
)
_OTHER_BODY = re.compile(
    r"\W*(?:(?:Cùng với đó|Bên cạnh đó|Ngoài ra|Dịp này|Nhân dịp này)\W+)?"
    r"(Chi hội [Kk]huyến học|Công đoàn|Đoàn Thanh niên|Đoàn trường|Chi đoàn|Liên đội|Hội Cha mẹ|Ban đại diện cha mẹ|"
    r"Hội (?:Cựu chiến binh|Phụ nữ|Nông dân|Cựu học sinh|Chữ thập đỏ))\b"
)
_WHOLE = re.compile(r"toàn (?:tỉnh|huyện|thành phố|quận|thị xã|xã|phường)")


def unit_for(
    catalog: Catalog,
    units: Units,
    subject: Subject,
    indicator: Indicator,
    when: str,
    before: str,
    after: str,
    paragraph: str,
) -> str:
    """Return the unit a figure belongs to: its identifier, a name with spaces if the register lacks it, or nothing.

    `before` and `after` are its sentence on both sides of it.
    """
    words = before.rpartition(";")[2]
    own = _local(catalog, units, subject, indicator, when, words, after)
    own = own or _centre(catalog, units, subject, indicator, before)
    if own:
        return own
    if (turn := _in_turn(before)) is not None:
        return unit_at(catalog, units, subject, turn, indicator, when) if turn.core else ""
    name = _elsewhere(catalog, subject, words) or _elsewhere(catalog, subject, before)
    name = name or _of_paragraph(subject, before, paragraph) or _opened(catalog, subject, before + after, paragraph)
    if name is not None:
        return unit_at(catalog, units, subject, name, indicator, when)
    body = _OTHER_BODY.match(before) or (
        (first := _OTHER_BODY.match(paragraph)) and first[1].split()[0].lower() in before.lower() and first
    )
    if body and body[1].lower() not in _own_name(subject):
        return _body_of(subject, body[1], (body.string[body.end() :]).lstrip())
    if subject.office is not None:
        return subject.office.unit_id
    for sentence in reversed(re.split(r"(?<=[^A-Z])\.\s", paragraph)):
        if len(offices := units.named_in(sentence)) == 1:
            return offices[0].unit_id
    if subject.place is None:
        return subject.words
    return unit_at(catalog, units, subject, subject.place, indicator, when)


def _body_of(subject: Subject, body: str, after: str) -> str:
    """Return the name of another body of the same house; nothing where the words do not say which house."""
    own = subject.office.name_vi if subject.office else subject.words
    school = SCHOOL.match(after)
    house = (
        school[0].strip()
        if school
        else own
        if re.match(r"(?:của )?(?:[Nn]hà t|[Tt])rường\b|(?:của )?Sở\b", after)
        else ""
    )
    return f"{body[:1]}{body[1:].replace('Khuyến', 'khuyến')} {house}" if house else ""


def _in_turn(before: str) -> PlaceName | None:
    """Return whose a figure of «A và B … lần lượt 15,2 tỷ đồng và 12,8 tỷ đồng» is; no name where they do not pair."""
    head, pairs, tail = before.partition("lần lượt")
    named = [name for _, name in places_named(head)]
    if not pairs or len(named) < 2:
        return None
    at = len(re.findall(r"\d[\d.,]*", tail))
    return named[at] if at < len(named) else PlaceName(False, "", "", "")


def _own_name(subject: Subject) -> str:
    return (subject.office.name_vi if subject.office else subject.words).lower()


def _opened(catalog: Catalog, subject: Subject, sentence: str, paragraph: str) -> PlaceName | None:
    """Return the other place that a paragraph opens with and goes on about, unless its sentence turns elsewhere."""
    first = re.split(r"(?<=[^A-Z])[.!?]\s", paragraph)[0]
    name = _elsewhere(catalog, subject, first)
    if name is None or first == paragraph or _TURNS.search(sentence) or places_named(sentence):
        return None
    return name


def _centre(catalog: Catalog, units: Units, subject: Subject, indicator: Indicator, before: str) -> str:
    """Return the learning centre that does what is counted: «Trung tâm học tập cộng đồng xã A mở 23 lớp»."""
    if not indicator.indicator_id.startswith(("clc-", "literacy-")) or indicator.value_type != "count":
        return ""
    hit = re.search(r"[Tt]rung tâm(?: học tập cộng đồng| HTCĐ)?", before)
    if hit is None or re.search(r"\d\s*$", before[: hit.start()]):
        return ""
    named = [name for at, name in places_named(before) if at > hit.start() and name.kind in COMMUNES]
    name = named[0] if named else subject.place if subject.place and subject.place.kind in COMMUNES else None
    if name is None:
        return ""
    known = units.place(name, association=False, provinces=subject.provinces)
    if len(known) == 1:
        place = lower_first(known[0].name_vi)
    else:
        place = ", ".join([written(name), *within(catalog, subject, name, "")])
    return f"Trung tâm học tập cộng đồng {place}"


def _local(
    catalog: Catalog, units: Units, subject: Subject, indicator: Indicator, when: str, words: str, after: str
) -> str:
    """Return another unit that the words right before a figure name («riêng Hội Khuyến học TP. Mỹ Tho»)."""
    near = re.split(r",", words)[-1] + re.split(r"[,(]|so với|\w+ hơn|bình quân|trung bình", after)[0]
    if "cả nước" in near and "viet-nam" in catalog.units:
        whole = "hoi-khuyen-hoc-viet-nam" if belongs_to_association(indicator) else "viet-nam"
        return whole if whole in catalog.units else "viet-nam"
    is_province = subject.place is not None and subject.place.kind in ("tỉnh", "")
    if "toàn tỉnh" in near and not is_province and subject.provinces:
        names = {plain(catalog.areas[area].name_vi) for area in subject.provinces}
        if len(names) == 1:
            return unit_at(catalog, units, subject, PlaceName(False, "tỉnh", names.pop(), ""), indicator, when)
    if (found := _fund(units, subject, words)) is not None:
        return found
    if (school := SCHOOL.match(words.lstrip(" ,;"))) and school[0] not in _own_name(subject):
        known = units.office(school[0], subject.provinces)
        return known[0].unit_id if len(known) == 1 else school_name(school[0].strip())
    offices = units.named_in(_with_province(catalog, subject, words)) or units.named_in(words)
    if len(offices) == 1:
        return offices[0].unit_id
    if indicator.indicator_id == "fund-donated-vnd" and not re.search(r"(?:tiếp nhận|nhận được)\W*(?:\w+\W+)?$", words):
        last = re.split(r",|\bvà\b", words)[-1]
        giver = re.search(rf"({UPPER}\w*(?:\s+\w+){{0,6}}?)\s+(?:đã\s+)?(?:ủng hộ|tài trợ)", last)
        return giver[1] if giver else "nhà tài trợ chưa rõ"
    named = places_named(words)
    own = subject.place.core if subject.place else ""
    if named and named[-1][1].core != own and _NEXT_TO.search(words[named[-1][0] :]):
        return unit_at(catalog, units, subject, named[-1][1], indicator, when)
    associations = [name for _, name in named if name.association]
    if associations and associations[-1].core != own:
        return unit_at(catalog, units, subject, associations[-1], indicator, when)
    return ""


def _fund(units: Units, subject: Subject, words: str) -> str | None:
    """Return the fund of a name of its own that words speak of: its identifier, or its name if it is not known."""
    hit = re.search(rf"Quỹ\s+(?:[Kk]huyến học\s+|[Hh]ọc bổng\s+|[Kk]huyến học,? khuyến tài\s+)({NAME})", words)
    if hit is None or re.match(r"Việt Nam|Khuyến|Học", hit[1]):
        return None
    if re.search(r"(?:phối hợp(?: với)?|cùng|với|từ|của|cho)\s+$", words[: hit.start()]):
        return None
    found = units.office(hit[0], subject.provinces)
    return found[0].unit_id if len(found) == 1 else hit[0]


def _with_province(catalog: Catalog, subject: Subject, words: str) -> str:
    """Return the words with the province named where they say «… tỉnh» alone: «Bộ đội Biên phòng tỉnh»."""
    names = {catalog.areas[area].name_vi for area in subject.provinces}
    return re.sub(rf"(?<!toàn )tỉnh(?!\s+{UPPER})", f"tỉnh {names.pop()}", words) if len(names) == 1 else words


def _of_paragraph(subject: Subject, before: str, paragraph: str) -> PlaceName | None:
    """Return the place that «toàn huyện» means in a paragraph about another one than the article."""
    whole = re.match(r"\W*(?:[Tt]rong đó,?\s+)?(?:[Tt]oàn|[Cc]ả)\s+(huyện|quận|thị xã|xã|phường|thị trấn)\b", before)
    if whole is None or (subject.place is not None and subject.place.kind == whole[1]):
        return None
    names = [name for _, name in places_named(paragraph) if name.kind == whole[1]]
    return names[-1] if names and len({name.core for name in names}) == 1 else None


def _elsewhere(catalog: Catalog, subject: Subject, words: str) -> PlaceName | None:
    """Return the other place that a clause is about: it opens with it («Tại huyện Vân Canh, …», «xã A có …»)."""
    own = {subject.place.core} if subject.place else set()
    around = {plain(catalog.areas[area].name_vi) for area in subject.provinces}
    opening = _OPENS.match(words)
    for at, name in places_named(words):
        if (
            (name.core not in own | around or (name.association and name.core not in own))
            and opening
            and at == opening.end()
        ):
            return None if _WHOLE.search(words[at:]) else name
    return None
