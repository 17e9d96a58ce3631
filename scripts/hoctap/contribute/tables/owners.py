"""Whose a figure of a table is, or the question that a person has to answer."""

import re
from collections.abc import Sequence
from shlex import quote

from hoctap.contribute.naming.bodies import OFFICE, WITH_ASSOCIATIONS
from hoctap.contribute.naming.former_districts import provinces_with
from hoctap.contribute.naming.indicators import belongs_to_association
from hoctap.contribute.naming.unit_names import FOOTNOTE, NEW, OLD, PlaceName, is_of_place, parse_place, plain
from hoctap.contribute.tables.letterhead_owners import (
    OF_MEMBERS,
    Owner,
    area_of,
    not_its_own,
    of_area_or_association,
    of_letterhead,
)
from hoctap.contribute.tables.meaning import Meaning
from hoctap.contribute.tables.rows import UNIT
from hoctap.contribute.tables.setting import Setting
from hoctap.model.codes import ASSOCIATION, FUND
from hoctap.model.period import Period, parse_period
from hoctap.model.record import Indicator, Unit
from hoctap.vietnamese.writing import day

_OF_BODY = re.compile(rf"hội khuyến học {WITH_ASSOCIATIONS}")
_OF_ASSOCIATION = re.compile(
    r"\b(?:công tác|cán bộ|nghiệp vụ) hội\b(?! (?:phụ|nông|cựu|chữ))"
)  # «tập huấn công tác Hội»


def unit_of(setting: Setting, text: str, indicator: Indicator, period: str, level: str, meaning: Meaning) -> Owner:
    """Return the unit a name, or the title if there is none, means for an indicator; or the question about it."""
    association = belongs_to_association(indicator)
    is_plain = bool(text) and not setting.answers and not indicator.indicator_id.startswith("staff-")
    key = (text, association, period, level) if is_plain else (text, indicator.indicator_id, period, level, meaning)
    if key not in setting.owners:
        setting.owners[key] = _unit_of(setting, text, indicator, period, level, meaning)
    return setting.owners[key]


def _unit_of(setting: Setting, text: str, indicator: Indicator, period: str, level: str, meaning: Meaning) -> Owner:
    when, context = _parsed(period), setting.context
    if answer := unit_answer(setting, text, indicator):
        return setting.catalog.units.get(answer), "" if answer in setting.catalog.units else f"không có {answer}"
    if not text:
        return _of_title(setting, indicator, when, level, meaning)
    if office := _office(setting, text, indicator, when):
        return office
    name = parse_place(setting.units.with_place(text))
    if not name.association and belongs_to_association(indicator) and OF_MEMBERS.match(plain(setting.context.body)):
        return None, f"«{text}» là tổ chức nào? Tệp là của «{setting.context.body}»"
    if context.office and context.office.unit_kind == FUND and indicator.subject_rule == "any":
        return None, f"số của «{context.office.name_vi}» dành cho {text}, hay của chính {text}?"
    owner, question = _place(setting, name, indicator, when, level, meaning, text)
    if owner and setting.units.is_elsewhere(owner, name, setting.context.lines):
        return None, f"«{text}» của nơi mà tiêu đề ghi chưa có trong danh mục đơn vị (danh mục có {owner.name_vi})"
    return owner, question


def _of_title(setting: Setting, indicator: Indicator, when: Period | None, level: str, meaning: Meaning) -> Owner:
    """Return the unit of the lines above for a figure whose row and column name none."""
    office, place, unknown = setting.context.office, setting.context.place, setting.context.unknown
    if setting.context.tab:
        stated = setting.context.body or (place.spelling if place else "")
        return None, f"trang tính tên «{setting.context.tab}», dòng trên bảng ghi «{stated}»: số liệu của đơn vị nào?"
    if office and (area := area_of(setting, office, indicator, meaning.words, when)):
        return area, ""
    if office and (theirs := of_letterhead(setting, office, indicator, meaning.words)):
        return theirs
    if place is None or (unknown and belongs_to_association(indicator)):
        return None, f"số liệu của đơn vị nào?{_unknown(setting, unknown)}"
    if question := of_area_or_association(setting, indicator):
        return None, question
    is_theirs = indicator.subject_rule == "any" and _OF_ASSOCIATION.search(meaning.words) is not None
    return _place(setting, place, indicator, when, level, meaning, place.core, association=is_theirs)


def _office(setting: Setting, text: str, indicator: Indicator, when: Period | None) -> Owner | None:
    """Return the office, school or association of a body that a name means; None where it names none."""
    offices = setting.units.at(setting.offices(text), when)
    offices = [unit for unit in offices if not is_of_place(unit)]
    if len(offices) == 1 and offices[0].unit_kind == ASSOCIATION:
        return offices[0], not_its_own(indicator, offices[0])
    if offices and setting.rows_are.startswith("hội khuyến học") and belongs_to_association(indicator):
        own = setting.units.office(f"Hội Khuyến học {text}", setting.context.provinces)
        known = f"hội khuyến học của «{text}» chưa có trong danh mục đơn vị (danh mục có {offices[0].name_vi})"
        return (own[0], "") if len(own) == 1 else (None, known)
    is_of_office = indicator.indicator_id.startswith("staff-") or not belongs_to_association(indicator)
    if offices and not is_of_office and not _is_of_donors(setting):  # «Sở Y tế», which has one of its own
        offices += setting.units.office(f"Hội Khuyến học {text}", setting.context.provinces)
    if not offices:
        return None
    return (offices[0], "") if len(offices) == 1 else (None, _which(text, offices))


def _is_of_donors(setting: Setting) -> bool:
    """Return whether a table of donors calls associations of offices so: «HKH Sở Y tế» beside «Sở Công Thương»."""
    if "donated" not in setting.indicators.concepts(" ".join(setting.block.titles)):
        return False
    return any(_OF_BODY.match(plain(text)) for text in setting.names_of_rows)


def _unknown(setting: Setting, name: str) -> str:
    """Return what a question says of a name of the title that is not known: the units that come near it."""
    near = "; ".join(unit.name_vi for unit in setting.units.near(name)) if name else ""
    return f" «{name}» chưa có trong danh mục{f' (gần với: {near})' if near else ''}" if name else ""


def unit_key(setting: Setting, text: str, indicator: Indicator) -> str:
    """Return under which name a unit is asked for: the association of a place and the place itself are two."""
    name = (
        text
        or setting.context.tab
        or setting.context.unknown
        or (setting.context.place.core if setting.context.place else "")
    )
    if parse_place(name).association or OFFICE.match(plain(name)) or setting.offices(name):
        return name
    return f"{name} ({'hội khuyến học' if belongs_to_association(indicator) else 'địa bàn, cơ quan'})"


def unit_answer(setting: Setting, text: str, indicator: Indicator | None) -> str:
    """Return what a person said of a name: of the association of a place, of the place, or of both at once."""
    if not setting.answers:
        return ""
    whole = setting.answers.get((UNIT, text), "") if text else ""
    return (setting.answers.get((UNIT, unit_key(setting, text, indicator)), "") if indicator else "") or whole


def proposed(setting: Setting, text: str, indicator: Indicator) -> str:
    """Return how a unit that is not in the register would be added to it; empty where its name is not plain."""
    name = parse_place(text)
    if not text or not name.core or setting.offices(text):
        return ""
    association = belongs_to_association(indicator) and not OFFICE.match(plain(text))
    whole = FOOTNOTE.sub("", re.sub(r"^(?:HKH|Hội KH|Hội Khuyến học)\s+", "", text, flags=re.IGNORECASE)).strip()
    had = provinces_with(setting.units, name)
    within = setting.context.provinces or (had[0] if len(had) == 1 else ())
    place = [setting.units.name_of(area) for area in within[:1]]
    full = ", ".join((f"Hội Khuyến học {whole}" if association else whole, *([] if name.rest else place)))
    return f"chưa có thì thêm: hoctap new unit --set name_vi={quote(full)}"


def _place(
    setting: Setting,
    name: PlaceName,
    indicator: Indicator,
    when: Period | None,
    level: str,
    meaning: Meaning,
    text: str,
    *,
    association: bool = False,
) -> Owner:
    association = association or belongs_to_association(indicator)
    within = setting.context.provinces
    found = setting.units.at(setting.units.place(name, association=association, provinces=within, level=level), when)
    is_staff = indicator.indicator_id.startswith("staff-")
    if (
        len(found) == 1
        and is_staff
        and not meaning.answered
        and "staff" not in setting.indicators.concepts(meaning.words)
    ):
        return None, f"«{meaning.words}» của {text}: có phải là «{indicator.name_vi}» không?"
    if len(found) == 1 and when is not None and not setting.units.existed(found[0], when):
        return None, f"«{text}» của thời kỳ {when.text} là đơn vị nào? {_life_of(setting, found[0])}"
    others = setting.units.place(name, association=not association, provinces=within, level=level)
    is_of_many = not within and not name.rest and len(provinces_with(setting.units, name)) > 1
    if len(found) == 1 and (is_of_many or (not within and setting.units.is_named_elsewhere(found[0], others))):
        return None, f"«{text}» của tỉnh nào? Danh mục có {'; '.join(each.name_vi for each in (found[0], *others))}"
    if len(found) == 1 and (side := _of_other_side(setting, found[0], text)):
        return (
            None,
            f"«{text}» của thời kỳ {when.text if when else '…'}: đơn vị {side} sáp nhập hay {found[0].name_vi}?",
        )
    if len(found) == 1:
        return found[0], ""
    if found:
        return None, _which(text, found[:5])
    whose = ("hội khuyến học của " if association else "địa bàn của ") if others or name.kind else ""
    known = f" (danh mục có {others[0].name_vi})" if others else ""
    return None, f"{whose}«{text}» chưa có trong danh mục đơn vị{known}"


def _life_of(setting: Setting, unit: Unit) -> str:
    """Return until or since when the area of a unit is there."""
    area = setting.catalog.areas[unit.area_id]
    if area.valid_until:
        return f"{unit.name_vi} chỉ có đến hết ngày {day(area.valid_until)}"
    return f"{unit.name_vi} với ranh giới này chỉ có từ ngày {day(area.valid_from)}" if area.valid_from else ""


def _of_other_side(setting: Setting, unit: Unit, text: str) -> str:
    """Return on which side of a merger a name says that it is, «(mới)», «(cũ)», where the unit is of the other one."""
    area = setting.catalog.areas.get(unit.area_id)
    if area is None or (NEW.search(text) is None) == (OLD.search(text) is None):
        return ""
    is_new, is_old = area.valid_from is not None, area.valid_until is not None
    return "sau" if NEW.search(text) and is_old else "trước" if OLD.search(text) and is_new and not is_old else ""


def _which(text: str, units: Sequence[Unit]) -> str:
    return f"«{text}» có thể là: {'; '.join(unit.name_vi for unit in units)}"


def clash(setting: Setting, indicator: Indicator, breakdown: str) -> str:
    """Return a question where the breakdown of an indicator is an indicator of its own."""
    wanted = plain(breakdown) if breakdown else ""
    for other in setting.catalog.indicators.values() if wanted else ():
        if other.parent_indicator_id == indicator.indicator_id and wanted in plain(other.name_vi):
            return f"ghi phạm vi «{breakdown}» hay dùng chỉ tiêu «{other.name_vi}»?"
    return ""


def _parsed(text: str) -> Period | None:
    try:
        return parse_period(text)
    except ValueError:
        return None
