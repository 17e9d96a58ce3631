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
# What lists nothing but kinds of one thing: under «Nội dung» each row may be a thing of its own.
_KINDS_ALONE = re.compile(
    r"(?:các |tên )?(?:loại|hình thức|đối tượng|chương trình|lĩnh vực|nhóm|chuyên đề|lớp|khóa)\b(?! đơn vị)"
)
_TOTAL_BELOW = re.compile(r"(?:tổng )?cộng\b|tổng\b")
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


def adding_up(setting: Setting, names: int, columns: Mapping[int, Meaning]) -> Mapping[str, str | None]:
    """Return the kinds of a thing that add up, in every column, to the «Tổng số …» over or below them.

    The total is no part: "". A row that only adds up those below it, «A. Học sinh», is None.
    """
    path, counted = setting.block.header_path(names), _counted_in(columns)
    if not path or not _KINDS_HEAD.match(spelled(path[-1])):
        return {}
    rows = [row for row in setting.block.body if setting.text(row, names) and setting.figures(row, counted)]
    for total in rows:
        text = setting.text(total, names)
        is_counted = any(each.indicators for each in columns.values()) or not of_text(setting, text).indicator
        if not (_TOTAL.match(spelled(text)) or label(text).total) or not is_counted:
            continue  # «Tổng số sinh viên» in a table of indicators
        at, summed = rows.index(total), setting.figures(total, counted)
        for some in (rows[:at], *(rows[at + 1 : end] for end in range(at + 3, len(rows) + 1))):
            if kinds := _kinds(setting, names, some, summed, values_of(setting, total, summed)):
                return {text: "", **kinds}
    return _above_their_total(setting, names, rows, counted)


def _above_their_total(setting: Setting, names: int, rows: Sequence[int], counted: Sequence[int]) -> Mapping[str, str]:
    """Return the total below kinds of classes, aid or people that add up to it: alone of no part, the kinds unknown."""
    *kinds, total = rows or (0,)
    text = setting.text(total, names) if total else ""
    is_of_kinds = _KINDS_ALONE.match(spelled(setting.block.header_path(names)[-1])) is not None
    if len(kinds) < len(("one", "other")) or not is_of_kinds or not _TOTAL_BELOW.match(spelled(text)):
        return {}
    return {text: ""} if _sums(setting, kinds, counted) == values_of(setting, total, counted) else {}


def _counted_in(columns: Mapping[int, Meaning]) -> list[int]:
    """Return the columns whose figures add up: of counts and amounts, or where nobody knows what they count."""
    return [
        at
        for at, each in columns.items()
        if not each.label.plan and (each.indicator is None or each.indicator.value_type in ("count", "amount"))
    ]


def _kinds(
    setting: Setting, names: int, rows: Sequence[int], columns: Sequence[int], wanted: Sequence[Decimal | None]
) -> Mapping[str, str | None]:
    """Return the names of rows that add up to a total, those that add up others below them as None; else nothing."""
    sums = {
        at: below for at, row in enumerate(rows) if (below := adding_up_next(setting, rows[at + 1 :], row, columns))
    }
    within = {row for below in sums.values() for row in below}
    texts = [setting.text(row, names) for row in rows]
    tops = [row for row in rows if row not in within]
    is_of_units = any(setting.names_a_unit(each) or is_proper(each) for each in texts) or len(set(texts)) < len(texts)
    if len(rows) < len(("one", "other")) or _sums(setting, tops, columns) != wanted or is_of_units:
        return {}
    return {text: None if at in sums else within_text(text) for at, text in enumerate(texts)}


def within_text(text: str) -> str:
    """Return a name as it stands within a text: «người có uy tín», but «THCS vùng biển»."""
    return text[:1].lower() + text[1:] if text[1:2].islower() else text


def adding_up_next(setting: Setting, below: Sequence[int], whole: int, columns: Sequence[int]) -> Sequence[int]:
    """Return the rows right below one, two or more, that add up to it in every column."""
    wanted = values_of(setting, whole, columns)
    ends = range(2, len(below) + 1) if any(wanted) else ()
    return next((below[:end] for end in ends if _sums(setting, below[:end], columns) == wanted), ())


def adding_up_below(setting: Setting, below: Sequence[int], whole: int, columns: Sequence[int]) -> Sequence[int]:
    """Return those of the rows below one, two or more side by side, that add up to it in every column."""
    wanted = values_of(setting, whole, columns)
    for start in range(len(below) - 1) if any(wanted) else ():
        for end in range(len(below), start + 1, -1):
            if _sums(setting, below[start:end], columns) == wanted:
                return below[start:end]
    return ()


def _sums(setting: Setting, rows: Sequence[int], columns: Sequence[int]) -> list[Decimal]:
    values = (values_of(setting, row, columns) for row in rows)
    return [sum((each or Decimal(0) for each in column), Decimal(0)) for column in zip(*values, strict=True)]


def _part(text: str) -> str:
    if grade := grade_of(text):
        return grade
    whole = written_out(text).strip(" .:-–")
    levels = (words for words in (whole, _LEAD.sub("", whole)) if concepts(words) == _CERTAIN)
    return next(levels, label(text).breakdown)
