"""Whose a figure is that names nobody: of the office that wrote, or of the place for which it writes."""

import re

from hoctap.contribute.naming.indicators import belongs_to_association
from hoctap.contribute.naming.kinds_of_places import KINDS
from hoctap.contribute.naming.unit_names import parse_place, plain
from hoctap.contribute.naming.words import spelled
from hoctap.contribute.tables.context import CENTRE
from hoctap.contribute.tables.setting import Setting
from hoctap.model.codes import AREA_UNIT, ASSOCIATION
from hoctap.model.period import Period
from hoctap.model.record import Indicator, Unit

Owner = tuple[Unit | None, str]
# «Tỷ lệ lao động của tỉnh qua đào tạo nghề», told by an office of the province.
_OF_AREA = re.compile(rf"\b(?:của|toàn|trong|trên địa bàn) (?:toàn )?({KINDS})(?!\w)")
_OF_FAMILIES = re.compile(r"(?:dòng họ|tộc họ|chi họ|thôn|tổ dân phố|khu dân cư)\b")
OF_MEMBERS = re.compile(r"(?:hội (?!khuyến học)|liên đoàn|công đoàn|tỉnh đoàn|huyện đoàn|đoàn)\b")
# «Mở lớp xóa mù chữ», told by a union, a school, a border post: theirs; by an office of education, of all the place.
_TEACHES = re.compile(r"\b(?:mở|dạy|đứng lớp)\b")
_TEACHERS = re.compile(rf"{OF_MEMBERS.pattern}|(?:đồn|bộ đội|tiểu đoàn|trung đoàn|trường|học viện)\b")


def not_its_own(indicator: Indicator, office: Unit, words: str = "") -> str:
    """Return a question where the office of the letterhead is not what an indicator is about, but its place is."""
    whose = {"area": "địa bàn", "association": "hội khuyến học"}.get(indicator.subject_rule, "")
    if indicator.topic == "to-chuc-hoi" and OF_MEMBERS.match(plain(office.name_vi)):
        whose = "hội khuyến học"  # «Chi hội» of a women's union
    if indicator.indicator_id.startswith("staff-") and _OF_FAMILIES.match(plain(office.name_vi)):
        whose = "cơ quan, đơn vị"  # who has a degree in a clan is on no staff
    is_taught = _TEACHES.search(spelled(words)) and _TEACHERS.match(plain(office.name_vi))
    if indicator.indicator_id.startswith(("literacy-", "clc-")) and not is_taught:
        # Of learning centres the register has a name and no kind of its own.
        whose = "" if office.name_vi.lower().startswith(CENTRE) else f"địa bàn hoặc {CENTRE}"
    is_its_own = office.unit_kind == AREA_UNIT or (office.unit_kind == ASSOCIATION and whose == "hội khuyến học")
    if not whose or is_its_own:
        return ""
    return f"«{indicator.name_vi}» là của {whose}; tệp chỉ ghi «{office.name_vi}»: số liệu của đơn vị nào?"


def of_letterhead(setting: Setting, office: Unit, indicator: Indicator, words: str) -> Owner | None:
    """Return the office of the letterhead, with a question where there is one; None where the place of a title counts.

    Under «TRÊN ĐỊA BÀN TỈNH X» what any unit may have is of the place; a fund may be that of its association too, and
    a title further up that of another table: that is asked.
    """
    context = setting.context
    if question := not_its_own(indicator, office, words):
        return None if context.place else (office, question)
    if not context.over_area or indicator.subject_rule != "any":
        return office, ""
    if context.place and context.over_area in context.titles and not belongs_to_association(indicator):
        return None
    title = " ".join(context.over_area.split())
    return None, f"«{indicator.name_vi}» của cả địa bàn («{title}») hay của riêng «{office.name_vi}»?"


def of_area_or_association(setting: Setting, indicator: Indicator) -> str:
    """Return a question where a place itself writes, no association is named, and all this is «trên địa bàn»."""
    context = setting.context
    names = (parse_place(line) for line in context.lines)
    writes = any(each.kind and context.place and each.core == context.place.core for each in names)
    is_of_place = writes and not any("khuyến học" in plain(line) for line in context.lines)
    if not (context.over_area in context.titles and is_of_place) or indicator.subject_rule != "any":
        return ""
    title = " ".join(context.over_area.split())
    either = f"«{indicator.name_vi}» của cả địa bàn («{title}») hay của riêng hội khuyến học ở đó?"
    return either if belongs_to_association(indicator) else ""


def area_of(setting: Setting, office: Unit, indicator: Indicator, words: str, when: Period | None) -> Unit | None:
    """Return the place of an office where a label calls the figure that of the place: «của tỉnh»."""
    kind = _OF_AREA.search(words) if indicator.subject_rule == "area" else None
    name = parse_place(f"{kind[1]} {setting.units.name_of(office.area_id)}") if kind and office.area_id else None
    found = setting.units.place(name, association=False, provinces=()) if name else []
    here = [unit for unit in found if unit.area_id == office.area_id]
    return here[0] if len(here) == 1 and (when is None or setting.units.existed(here[0], when)) else None
