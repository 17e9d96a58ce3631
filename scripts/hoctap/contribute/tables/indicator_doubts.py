"""What the table around a figure lets a person doubt of its indicator: staff or learners, a fund or an office."""

import re

from hoctap.contribute.naming.words import spelled, written_out
from hoctap.contribute.tables.below import DEGREES
from hoctap.contribute.tables.labels import label
from hoctap.contribute.tables.meaning import Meaning, of_text
from hoctap.contribute.tables.scales import is_money
from hoctap.contribute.tables.setting import Setting
from hoctap.contribute.tables.topics import lines_above
from hoctap.model.codes import PARTY
from hoctap.model.record import Indicator, Unit

# Who has a degree, and what speaks of degrees rather than of levels of schooling.
_TAUGHT = frozenset({"pupil", "student", "learner"})
_MEMBERS = frozenset({"party-member", "union-member", "member"})
_TEACHING = frozenset({"staff", "teacher"})
_QUALIFIED = re.compile(r"trình độ|chuyên môn|học vị|học hàm|bằng cấp|đội ngũ")
_SOME = re.compile(r"(?:số )?(?:nhân viên|công nhân viên|viên chức|công chức|người lao động|lao động hợp đồng)")
_OTHERS = re.compile(r"(?:số )?(?:giáo viên|giảng viên|cán bộ quản lý|ban giám hiệu)\b")
_SOME_MEMBERS = "đảng viên trong số hội viên, hay của cả địa bàn, cơ quan? Tiêu đề chỉ nói đến hội viên"
# What is counted in something else than money, wherever it is said.
_COUNTED = frozenset({"person", "turn", "rate", "course"})
_BUDGET = re.compile(r"(?:tổng |số |cộng |kinh phí |tiền |quỹ )*(?:thu|chi|dư|tồn|còn)\b")
_GIVEN = re.compile(r"vận động|tài trợ|ủng hộ|đóng góp|quyên góp")  # what an office has of its own is none of these
_FUND = re.compile(r"\bquỹ\b|khuyến học|khuyến tài|(?:heo|lợn) đất")
_NUMBER = re.compile(r"\b(?:số (?!tiền|dư|thu|chi|tồn|vận động|kinh phí|quỹ)|suất|lượt|phần)")
_OF_ALL_OF_IT = re.compile(r"\b(?:của|toàn) (?:toàn )?(?:bộ )?đảng bộ\b")


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


def _of_members(setting: Setting, indicator: Indicator, meaning: Meaning) -> str:
    """Return a question where «Đảng viên» stands in a table that is about members of an association alone."""
    if indicator.indicator_id != "party-members" or "hội viên" in meaning.breakdown:
        return ""
    title = setting.indicators.concepts(lines_above(setting))
    return _SOME_MEMBERS if "member" in title and "party-member" not in title else ""


def _of_some_staff(setting: Setting, indicator: Indicator, meaning: Meaning) -> str:
    """Return a question where «Nhân viên» stands beside teachers or managers: these are some of a staff, not all."""
    if indicator.indicator_id != "staff-total" or meaning.breakdown or not _SOME.fullmatch(spelled(meaning.label.text)):
        return ""
    has_teachers = any(_OTHERS.match(label(text).text) for text in _names(setting))
    return f"«{meaning.label.text}» là toàn bộ cán bộ, hay một phần bên cạnh giáo viên?" if has_teachers else ""


def _is_bare_degree(setting: Setting, words: str) -> bool:
    """Return whether words name a degree, or the share who have it or a higher one, and nobody who has it."""
    named = setting.indicators.concepts(words) - {"total", "person", "rate", "or-higher"}
    return bool(named) and named <= DEGREES


def _names(setting: Setting) -> list[str]:
    """Return the heads of a table and the names of its first rows."""
    heads = (" ".join(setting.block.header_path(column)) for column in setting.block.columns)
    return [*filter(None, heads), *setting.names_of_rows]


def of_party(setting: Setting, spot: tuple[int, int], indicator: Indicator, unit: Unit | None) -> str:
    """Return a question where a table of staff counts party members of a party body: of its office, or all it has."""
    if unit is None or (unit.unit_kind, indicator.indicator_id) != (PARTY, "party-members"):
        return ""
    (row, column), columns = spot, setting.block.columns
    own = (*setting.block.header_path(column), *(setting.text(row, each) for each in columns if each < column))
    if any(_OF_ALL_OF_IT.search(spelled(text)) for text in own):
        return ""
    titles = setting.indicators.concepts(" ".join(setting.block.titles))
    heads = (setting.indicators.concepts(" ".join(setting.block.header_path(at))) for at in setting.block.columns)
    # «Tỷ lệ CBCCVC là hội viên» beside members of the party makes it no table of staff.
    is_of_staff = "staff" in titles or any("staff" in each and "rate" not in each for each in heads)
    return f"đảng viên trong số cán bộ của cơ quan, hay của cả {unit.name_vi}?" if is_of_staff else ""


def of_budget(setting: Setting, indicator: Indicator, meaning: Meaning) -> str:
    """Return a question where «Tổng thu», «Số dư» of a table that speaks of no fund is taken for that of one."""
    words = meaning.label.text
    if indicator.topic != "quy-khuyen-hoc" or not _BUDGET.match(words) or _GIVEN.search(words):
        return ""
    texts = (*setting.context.lines, *setting.block.heads, *setting.names_of_rows)
    if any(_FUND.search(written_out(text)) for text in texts):
        return ""
    return f"«{words}» của quỹ khuyến học, hay của cả cơ quan? Bảng không nhắc đến quỹ"


def may_be_money(setting: Setting, meaning: Meaning) -> bool:
    """Return whether a count is of what the measure of the table makes a sum too: a bare «Trao học bổng»."""
    measure = setting.context.measure
    is_count = meaning.indicator is not None and meaning.indicator.value_type == "count"
    if not is_count or meaning.answered or meaning.label.measure or not is_money(measure):
        return False
    if _NUMBER.search(meaning.label.text) or setting.indicators.concepts(meaning.label.text) & _COUNTED:
        return False
    paid = of_text(setting, meaning.label.text, measure=measure).indicator
    return paid is not None and paid.value_type == "amount"
