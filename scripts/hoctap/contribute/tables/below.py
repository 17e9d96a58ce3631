"""What a row of indicators is below another: by its mark, as a part that adds up to it, as a level of who learns."""

import re
from dataclasses import replace

from hoctap.contribute.naming.relations import SCOPES
from hoctap.contribute.naming.words import spelled
from hoctap.contribute.tables.labels import label
from hoctap.contribute.tables.meaning import Meaning, of_text
from hoctap.contribute.tables.setting import Setting
from hoctap.contribute.tables.topics import lines_above
from hoctap.model.record import Indicator

OWN_MARK = re.compile(r"[-–+•]|\d{1,2}[.)]\s")
UNDER = ("letter", "dash", "code")
CODE = re.compile(r"((?:[a-zđ]{0,3}\d{1,2}|[ivx]+)(?:\.\d{1,2})*)\.(?:\d{1,2}|[a-hđ])")  # «1.2», «B02.1», «II.3»
# What rows name of whom the row or group above them counts.
QUALIFIED = frozenset({"phd", "master", "bachelor", "college", "vocational", "postgraduate", "political", "elementary"})
_DASH = re.compile(r"[-–+•]")
_DEGREES = QUALIFIED - {"political"} | {"certified", "graduated", "other"}
# Who has a degree, and what speaks of degrees rather than of levels of schooling.
_TAUGHT = frozenset({"pupil", "student", "learner"})
_MEMBERS = frozenset({"party-member", "union-member", "member"})
_TEACHING = frozenset({"staff", "teacher"})
_QUALIFIED = re.compile(r"trình độ|chuyên môn|học vị|học hàm|bằng cấp|đội ngũ")
_SOME = re.compile(r"(?:số )?(?:nhân viên|công nhân viên|viên chức|công chức|người lao động|lao động hợp đồng)")
_OTHERS = re.compile(r"(?:số )?(?:giáo viên|giảng viên|cán bộ quản lý|ban giám hiệu)\b")
_SOME_MEMBERS = "đảng viên trong số hội viên, hay của cả địa bàn, cơ quan? Tiêu đề chỉ nói đến hội viên"


def mark_of(number: str) -> str:
    """Return what kind of mark a running number, or the first word of a name, is."""
    bare = number.strip(" .)")
    if not bare:
        return ""
    return "dash" if _DASH.match(bare) else "letter" if re.fullmatch(r"[a-zđ]", bare) else "number"


def is_degree(setting: Setting, words: str) -> bool:
    """Return whether words name degrees and nobody who has them."""
    named = setting.indicators.concepts(words) - {"total", "person"}
    return bool(named) and named <= _DEGREES


def _is_bare_degree(setting: Setting, words: str) -> bool:
    """Return whether words name a degree, or the share who have it or a higher one, and nobody who has it."""
    named = setting.indicators.concepts(words) - {"total", "person", "rate", "or-higher"}
    return bool(named) and named <= _DEGREES


def is_level(setting: Setting, own: Meaning, whole: Meaning) -> bool:
    """Return whether a row only names a degree below what counts no staff: of pupils it is their level."""
    is_of_staff = whole.indicator is None or whole.indicator.indicator_id.startswith("staff-")
    return is_degree(setting, own.words) and not is_of_staff


def _names(setting: Setting) -> list[str]:
    """Return the heads of a table and the names of its first rows."""
    heads = (" ".join(setting.block.header_path(column)) for column in setting.block.columns)
    return [*filter(None, heads), *setting.names_of_rows]


def _of_some_staff(setting: Setting, indicator: Indicator, meaning: Meaning) -> str:
    """Return a question where «Nhân viên» stands beside teachers or managers: these are some of a staff, not all."""
    if indicator.indicator_id != "staff-total" or meaning.breakdown or not _SOME.fullmatch(spelled(meaning.label.text)):
        return ""
    has_teachers = any(_OTHERS.match(label(text).text) for text in _names(setting))
    return f"«{meaning.label.text}» là toàn bộ cán bộ, hay một phần bên cạnh giáo viên?" if has_teachers else ""


def _of_members(setting: Setting, indicator: Indicator, meaning: Meaning) -> str:
    """Return a question where «Đảng viên» stands in a table that is about members of an association alone."""
    if indicator.indicator_id != "party-members" or "hội viên" in meaning.breakdown:
        return ""
    title = setting.indicators.concepts(lines_above(setting))
    return _SOME_MEMBERS if "member" in title and "party-member" not in title else ""


def of_learners(setting: Setting, indicator: Indicator, meaning: Meaning) -> str:
    """Return a question where a bare degree is taken for that of a staff in a table that speaks of learners alone."""
    if of_members := _of_members(setting, indicator, meaning):
        return of_members
    if not indicator.indicator_id.startswith("staff-") or not _is_bare_degree(setting, meaning.words):
        return _of_some_staff(setting, indicator, meaning)
    block, concepts = setting.block, setting.indicators.concepts
    names = _names(setting)
    of_title, of_rows = concepts(" ".join(block.titles)), [concepts(text) for text in names]
    if any(each & _TEACHING for each in (of_title, *of_rows)):
        return ""
    if of_title & _MEMBERS:
        return f"«{indicator.name_vi}» hay đảng viên, hội viên, đoàn viên? Tiêu đề chỉ nói đến những người này"
    speaks_of_degrees = any(map(_QUALIFIED.search, map(spelled, names)))
    is_of_learners = of_title & _TAUGHT or (not speaks_of_degrees and any(each & _TAUGHT for each in of_rows))
    return f"«{indicator.name_vi}» hay người học? Bảng chỉ nói đến học sinh, sinh viên" if is_of_learners else ""


def kind_of(setting: Setting, own: Meaning, whole: Meaning) -> Meaning | None:
    """Return a row that only names a kind of what a row above counts, «Tiểu học» of schools; None for others."""
    kinds = setting.indicators.concepts(own.words)
    known = SCOPES.get(whole.indicator.indicator_id, set()) if whole.indicator and not own.label.total else set()
    is_kind = bool(kinds) and kinds <= known
    is_kind = is_kind or ("school-level" in known and is_level(setting, own, whole))  # «Đại học» of pupils
    return replace(own, indicators=whole.indicators, breakdown=own.label.text) if is_kind else None


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
    is_open = own.indicators or is_share
    return replace(own, indicators=() if is_open else whole.indicators, breakdown=own.label.text)
