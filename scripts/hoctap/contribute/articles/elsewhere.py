"""The other place that a clause or a line is about: it opens with its name, with or without its kind."""

import re
from dataclasses import replace

from hoctap.contribute.articles.named_bodies import OF_OFFICE
from hoctap.contribute.articles.place_names import NAME, RANKED, UPPER, places_named
from hoctap.contribute.articles.subject import Subject
from hoctap.contribute.naming.former_districts import kind_in
from hoctap.contribute.naming.kinds_of_places import COMMUNES, DISTRICTS
from hoctap.contribute.naming.unit_names import PlaceName, parse_place, plain
from hoctap.contribute.naming.units import Units
from hoctap.model.catalog import Catalog
from hoctap.model.codes import PROVINCE

# What may stand before the place that a clause is about.
_OPENS = re.compile(
    rf"\W*(?:[^\W\d]+(?: (?!{UPPER})[^\W\d]+){{0,5}}, )?"
    r"(?:(?:[Nn]hân dịp này|[Dd]ịp này|[Tt]ại|[Ởở]|(?:[Cc]hỉ )?[Rr]iêng|[Tt]rong đó|[Đđ]iển hình|"
    r"[Tt]iêu biểu|[Nn]ổi bật|[Cc]ụ thể|[Tt]rên (?:địa bàn|phạm vi)|[Nn]hư|[Cc]òn|[Đđ]áng chú ý|là|có|[Đđ]ịa bàn|"
    r"[Tt]rung ương|[Tt]rong khi đó|[Cc]ùng (?:năm|kỳ|thời (?:điểm|gian|kỳ))|[Đđ]ến nay|[Hh]iện nay|"
    r"[Nn]ăm (?:19|20)\d\d|[Tt]oàn|[Cc]ả|[Cc]ũng (?:trong )?(?:năm|dịp|thời gian) (?:ấy|đó|này)|"
    r"[Tt]rong (?:số )?\d+ (?:huyện|quận|xã|phường|đơn vị|địa phương)(?:, (?:thị xã|thành phố|phường|"
    r"thị trấn))*)[\s,:]+){0,4}"
)
_WHOLE = re.compile(r"toàn (?:tỉnh|huyện|thành phố|quận|thị xã|xã|phường)")
# What a line of a list begins with: «* XUÂN LỘC - Ngày 22/5, …», «- Chợ Mới: 7.866 gia đình …».
_LABEL = re.compile(rf"[\W\d_]*({UPPER}\w*(?:[ ]+{UPPER}\w*){{1,4}})\s*(?:[-–—]\s|:)")


def labelled(units: Units, subject: Subject, line: str) -> PlaceName | None:
    """Return the place that all of a line is about, where it is named as a label before it."""
    hit = _LABEL.match(line)
    if hit is None:
        return None
    core = plain(hit[1])
    named = next((name for _, name in places_named(line[hit.end() :]) if name.core == core), None)
    return replace(named, association=False) if named else known_place(units, subject, core)


def elsewhere(catalog: Catalog, units: Units, subject: Subject, words: str) -> PlaceName | None:
    """Return the other place that a clause is about: it opens with it («Tại huyện Vân Canh, …», «xã A có …»)."""
    own = {subject.place.core} if subject.place else set()
    around = {plain(catalog.areas[area].name_vi) for area in subject.provinces}
    opening = _OPENS.match(words)
    if opening is None:
        return None
    bare = re.compile(NAME).match(words, opening.end())
    if bare and (core := _province_named(catalog, bare[0])) and core not in own | around:
        return PlaceName(False, "", core, "")
    if bare and plain(bare[0]) not in own | around and (name := known_place(units, subject, plain(bare[0]))):
        return name
    at, name = next(((at, each) for at, each in places_named(words) if at == opening.end()), (0, None))
    if name is None or is_own(subject, name, around) or (name.association and OF_OFFICE.match(name.core)):
        return None
    return None if _WHOLE.search(words[at:]) else name


_LAST_WORDS = re.compile(r",|;|:|\bvà\b")
_JOINS_FIGURE = re.compile(rf"(?:\s+(?:{RANKED}|hơn|trên|gần|khoảng|dưới|tuy|cũng|thì|chỉ|mới|đã))+\s*$")
_JOINS_LIST = re.compile(rf"^\W*(?:(?:{RANKED}|và|riêng)\s+)+")


def place_alone(words: str) -> str:
    """Return the name that stands alone right before a figure of a list: «tiếp đến là Thanh Hóa 101,5 tỷ đồng»."""
    return plain(_JOINS_FIGURE.sub("", _JOINS_LIST.sub("", _LAST_WORDS.split(words)[-1]))).strip()


def place_in_list(catalog: Catalog, units: Units, subject: Subject, words: str) -> PlaceName | None:
    """Return the other place whose bare name stands alone before a figure of a list."""
    core = place_alone(words)
    if not core or (subject.place and core == subject.place.core):
        return None
    if _province_named(catalog, core) == core:
        return PlaceName(False, "", core, "")
    return known_place(units, subject, core) or _alike_before(words, core)


_NO_PLACE = ("hội", "quỹ", "năm", "ban", "đến", "dịp", "tổng", "riêng", "ngày", "tháng", "quý", "công", "đoàn")


def _alike_before(words: str, core: str) -> PlaceName | None:
    """Return the place of a bare name in a list that a place with its kind begins: «xã A 215 triệu, B 180 triệu»."""
    last = _LAST_WORDS.split(words)[-1]
    bare = re.fullmatch(rf"({NAME})", _JOINS_FIGURE.sub("", _JOINS_LIST.sub("", last)).strip())
    named = places_named(words[: len(words) - len(last)])
    if bare is None or not named or " " not in core or core.startswith(_NO_PLACE) or not re.search(r"\d", words):
        return None
    return replace(named[-1][1], core=core, spelling=plain(bare[1]))


def is_own(subject: Subject, name: PlaceName, around: set[str] | frozenset[str] = frozenset()) -> bool:
    """Return whether a name is that of whom the article is about; the town of a province's name is another place."""
    is_province = subject.place is not None and subject.place.kind in ("tỉnh", "") and subject.called == "tỉnh"
    if is_province and name.kind in ("thành phố", "thị xã", "huyện"):
        return False
    if subject.place is not None and subject.place.kind in DISTRICTS and name.kind in COMMUNES:
        return False  # «thị trấn Thanh Miện» of the district of that name
    return name.core == subject.core or (name.core in around and not name.association)


def known_place(units: Units, subject: Subject, core: str) -> PlaceName | None:
    """Return the place of a bare name in the provinces of the article, if one alone is called so."""
    if not subject.provinces:
        return None
    name = PlaceName(False, "", core, "")
    known = [
        unit for each in (False, True) for unit in units.place(name, association=each, provinces=subject.provinces)
    ]
    kinds = {parse_place(unit.name_vi).kind for unit in known if unit.level != PROVINCE}
    kind = kinds.pop() if len(kinds) == 1 else "" if kinds else kind_in(units, core, subject.provinces)
    return replace(name, kind=kind) if kind else None


def _province_named(catalog: Catalog, text: str) -> str:
    """Return the province that a text begins with: «Nghệ An vận động 118 tỷ đồng; Thanh Hóa 131 tỷ đồng»."""
    names = {plain(area.name_vi) for area in catalog.areas.values() if area.level == PROVINCE}
    words = plain(text).split()
    return next((name for size in range(len(words), 0, -1) if (name := " ".join(words[:size])) in names), "")
