"""What a row of indicators is below another: by its mark, as a part, as whom its group did something to."""

import re
from dataclasses import replace

from hoctap.contribute.naming.indicators import belongs_to_association
from hoctap.contribute.naming.relations import SCOPES
from hoctap.contribute.naming.words import TITLED
from hoctap.contribute.tables.meaning import Meaning, of_text
from hoctap.contribute.tables.setting import Setting

OWN_MARK = re.compile(r"[-–+•]|\d{1,2}[.)]\s")
UNDER = ("letter", "dash", "code")
CODE = re.compile(r"((?:[a-zđ]{0,3}\d{1,2}|[ivx]+)(?:\.\d{1,2})*)\.(?:\d{1,2}|[a-hđ])")  # «1.2», «B02.1», «II.3»
# What rows name of whom the row or group above them counts.
QUALIFIED = frozenset({"phd", "master", "bachelor", "college", "vocational", "postgraduate", "political", "elementary"})
_DASH = re.compile(r"[-–+•]")
DEGREES = QUALIFIED - {"political"} | {"certified", "graduated", "other"}
_LEARNERS = frozenset({"pupil", "student", "teacher"})
_DONE_TO = {
    **dict.fromkeys(("sent", "trained", "study-further"), QUALIFIED),
    **dict.fromkeys(("supported", "reward", "scholarship", "gift"), _LEARNERS),
    "registered": frozenset(TITLED.values()),
}
_NO_DEED = frozenset({"staff", "rate"})


def mark_of(number: str) -> str:
    """Return what kind of mark a running number, or the first word of a name, is."""
    bare = number.strip(" .)")
    if not bare:
        return ""
    return "dash" if _DASH.match(bare) else "letter" if re.fullmatch(r"[a-zđ]", bare) else "number"


def is_degree(setting: Setting, words: str) -> bool:
    """Return whether words name degrees and nobody who has them."""
    named = setting.indicators.concepts(words) - {"total", "person"}
    return bool(named) and named <= DEGREES


def is_level(setting: Setting, own: Meaning, whole: Meaning) -> bool:
    """Return whether a row only names a degree below what counts no staff: of pupils it is their level."""
    is_of_staff = whole.indicator is None or whole.indicator.indicator_id.startswith("staff-")
    return is_degree(setting, own.words) and not is_of_staff


def kind_of(setting: Setting, own: Meaning, whole: Meaning) -> Meaning | None:
    """Return a row that only names a kind of what a row above counts, «Tiểu học» of schools; None for others."""
    kinds = setting.indicators.concepts(own.words)
    known = SCOPES.get(whole.indicator.indicator_id, set()) if whole.indicator and not own.label.total else set()
    is_kind = bool(kinds) and kinds <= known
    is_kind = is_kind or ("school-level" in known and is_level(setting, own, whole))  # «Đại học» of pupils
    part = "; ".join(filter(None, (whole.breakdown, own.label.text)))  # «Tiểu học» of «Học sinh được khen thưởng»
    return replace(own, indicators=whole.indicators, breakdown=part) if is_kind else None


def own_indicator(setting: Setting, part: Meaning, whole: Meaning, measure: str) -> Meaning | None:
    """Return a part of a total as the indicator that it has of its own; None where it has none."""
    joined = of_text(setting, part.label.text, measure=measure, before=whole.words)
    parent = joined.indicator.parent_indicator_id if joined.indicator else ""
    is_of_it = whole.indicator is not None and parent == whole.indicator.indicator_id
    return replace(joined, breakdown="", label=replace(joined.label, breakdown="")) if is_of_it else None


def part_of(setting: Setting, own: Meaning, whole: Meaning, text: str, measure: str) -> Meaning:
    """Return «trong đó: …»: an indicator of its own if it is a part of the one above, else a breakdown of it."""
    if own.indicators and own.indicators[0].parent_indicator_id == whole.indicators[0].indicator_id:
        return own
    if own.breakdown and own.indicators == whole.indicators:  # «Trong đó: hội viên nữ»
        return own
    joined = of_text(setting, text, measure=measure, before=whole.words)
    if joined.indicator and joined.indicators != whole.indicators:
        return joined
    # «Trong đó có chứng chỉ (%)» below a share: of all, or of those who are so? «Tỷ lệ nữ» is no number of people.
    is_share = whole.indicators[0].value_type == "share" or "rate" in setting.indicators.concepts(own.words)
    is_open = (own.indicators and not _are_among_members(own, whole)) or is_share
    return replace(own, indicators=() if is_open else whole.indicators, breakdown=own.label.text)


def done_to(group: frozenset[str], own: frozenset[str]) -> set[str]:
    """Return the deeds that a group names, all concepts, and that its row says to whom; none of a group of a staff."""
    deeds = {deed for deed in group & _DONE_TO.keys() if _names_whom(deed, own)}
    return deeds if not group & _NO_DEED or "study-further" in deeds else set()


def _names_whom(deed: str, own: frozenset[str]) -> bool:
    """Return whether a row names what a deed is done to; «Số quà tặng học sinh» names a deed itself."""
    found = own & _DONE_TO[deed]
    return bool(found) and (not found & _LEARNERS or own <= _LEARNERS | {"person", "total", "good", "school-level"})


def _are_among_members(part: Meaning, whole: Meaning) -> bool:
    """Return whether people of a place are named as some of those of an association: «Tr.đó: đảng viên»."""
    one, other = part.indicator, whole.indicator
    if one is None or other is None or (one.unit_measure, other.unit_measure) != ("nguoi", "nguoi"):
        return False
    return belongs_to_association(other) and not belongs_to_association(one)
