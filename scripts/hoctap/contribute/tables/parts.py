"""Names that are no units but parts of what one unit counts: levels of schooling, grades, women."""

import re
from collections.abc import Iterable, Mapping, Sequence
from decimal import Decimal

from hoctap.contribute.naming.relations import SCOPES
from hoctap.contribute.naming.words import concepts, spelled, written_out
from hoctap.contribute.tables.labels import is_proper, label
from hoctap.contribute.tables.meaning import Meaning, of_text
from hoctap.contribute.tables.setting import Setting
from hoctap.contribute.tables.sums import values_of

_LEAD = re.compile(r"^(?:giáo dục|cấp học|bậc học|ngành học|hệ|cấp|bậc|khối)\s+(?=\D)")
_GRADE = re.compile(r"(?:khối lớp|khối|lớp) (?:[1-9]|1[0-2])")
# Letters that stand for a level of schooling only beside the names of others.
_SHORT = {"mn": "mầm non", "th": "tiểu học", "mg": "mẫu giáo", "nt": "nhà trẻ", "cđ": "cao đẳng", "đh": "đại học"}
_KINDS_HEAD = re.compile(
    r"(?:các |tên )?(?:loại|hình thức|nội dung|đối tượng|chương trình|lĩnh vực|nguồn|nhóm|cấp học|bậc học|ngành học|"
    r"trình độ|độ tuổi|khối|tuyến|chuyên đề|lớp|khóa|giới tính|dân tộc|thành phần)\b(?! đơn vị)"
)
_TOTAL = re.compile(r"tổng (?:số|cộng)\b")
_CERTAIN = frozenset({"school-level"})


def grade_of(text: str) -> str:
    """Return the grade that a text names, «khối 10»; empty for any other and for one class, «10A1»."""
    words = spelled(text)
    return words if _GRADE.fullmatch(words) else ""


def parts_of(texts: Iterable[str]) -> Mapping[str, str]:
    """Return the parts that the names of a column or of a row of headers are; nothing where most are no parts."""
    names = dict.fromkeys(text for text in texts if text and not label(text).total)
    found = {text: part for text in names if (part := _part(text))}
    if any(concepts(part) <= _CERTAIN for part in found.values()):
        found |= {text: _SHORT[short] for text in names if (short := spelled(text).strip(" .:-–")) in _SHORT}
    return found if len(found) > max(1, len(names) // 2) else {}


def scopes_of(setting: Setting, texts: Iterable[str], columns: Mapping[int, Meaning]) -> Mapping[str, str]:
    """Return the names of a column as kinds of what all columns count: «Sinh viên» beside «Số suất học bổng»."""
    names = [text for text in dict.fromkeys(texts) if text and not label(text).total]
    counted = [SCOPES.get(each.indicator.indicator_id) if each.indicator else None for each in columns.values()]
    if len(names) < 2 or not counted or not all(counted):
        return {}
    found = [setting.indicators.concepts(text) for text in names]
    is_kind = all(each and each <= kinds for each in found for kinds in counted if kinds)
    return {text: label(text).text for text in names} if is_kind else {}


def adding_up(setting: Setting, names: int, columns: Mapping[int, Meaning]) -> Mapping[str, str]:
    """Return the kinds of a thing that add up, in every column, to the «Tổng số …» over or below them, which is ""."""
    path, counted = setting.block.header_path(names), _counted_in(columns)
    if not path or not _KINDS_HEAD.match(spelled(path[-1])):
        return {}
    rows = [row for row in setting.block.body if setting.text(row, names) and setting.figures(row, counted)]
    for at, total in enumerate(rows):
        text = setting.text(total, names)
        is_counted = any(each.indicators for each in columns.values()) or not of_text(setting, text).indicator
        if not (_TOTAL.match(spelled(text)) or label(text).total) or not is_counted:
            continue  # «Tổng số sinh viên» in a table of indicators
        if kinds := _kinds(setting, names, rows, at, setting.figures(total, counted)):
            return {text: "", **kinds}
    return {}


def _counted_in(columns: Mapping[int, Meaning]) -> list[int]:
    """Return the columns whose figures add up: of counts and amounts, or where nobody knows what they count."""
    return [
        at
        for at, each in columns.items()
        if not each.label.plan and (each.indicator is None or each.indicator.value_type in ("count", "amount"))
    ]


def _kinds(setting: Setting, names: int, rows: Sequence[int], total: int, columns: Sequence[int]) -> Mapping[str, str]:
    """Return the names of all rows before a total, or of the first behind it, that add up to it; else nothing."""
    numbers = [[each or Decimal(0) for each in values_of(setting, row, columns)] for row in rows]
    wanted = values_of(setting, rows[total], columns)
    for some in (range(total), *(range(total + 1, end) for end in range(total + 3, len(rows) + 1))):
        sums = [sum(column, Decimal(0)) for column in zip(*(numbers[at] for at in some), strict=True)]
        texts = [setting.text(rows[at], names) for at in some] if len(some) > 1 and sums == wanted else []
        if texts and not _are_units(setting, texts):
            return {text: within_text(text) for text in texts}
    return {}


def _are_units(setting: Setting, texts: Sequence[str]) -> bool:
    """Return whether names are those of units, of which many may be called the same, rather than kinds of a thing."""
    is_named = any(setting.names_a_unit(each) or is_proper(each) for each in texts)
    return is_named or len(set(texts)) < len(texts)


def within_text(text: str) -> str:
    """Return a name as it stands within a text: «người có uy tín», but «THCS vùng biển»."""
    return text[:1].lower() + text[1:] if text[1:2].islower() else text


def _part(text: str) -> str:
    if grade := grade_of(text):
        return grade
    whole = written_out(text).strip(" .:-–")
    levels = (words for words in (whole, _LEAD.sub("", whole)) if concepts(words) == _CERTAIN)
    return next(levels, label(text).breakdown)
