"""What a title says that columns count which name no more than years, or no more than «Số lượng»."""

import re
from collections.abc import Mapping, Sequence
from dataclasses import replace
from itertools import pairwise

from hoctap.contribute.naming.bodies import OFFICE, OTHERS
from hoctap.contribute.naming.kinds_of_places import KINDS
from hoctap.contribute.naming.unit_names import plain
from hoctap.contribute.tables.labels import is_measure, label
from hoctap.contribute.tables.meaning import GENERAL, Meaning
from hoctap.contribute.tables.named import scoped
from hoctap.contribute.tables.parts import parts_of
from hoctap.contribute.tables.setting import Setting
from hoctap.contribute.tables.topics import says_what, titles_of
from hoctap.model.record import Indicator

_TITLE_WORDS = re.compile(
    r"bảng|biểu|phụ|lục|thống|kê|tổng|hợp|liệu|theo|dõi|tình|hình|kết|quả|qua|năm|giai|đoạn|toàn|tỉnh|đến"
)
# «… CÁC TỈNH TÂY NGUYÊN»: whose the figures are, not what they count.
_OF_PLACES = re.compile(rf"\b(?:của )?các (?:{KINDS})\b(?:, (?:{KINDS})\b)*(?: (?!qua\b|năm\b|giai\b|theo\b)\w+)*")
_JOINED = re.compile(r"\s*[,;&+]\s*|\s+và\s+")
_LEVELS = frozenset({"commune", "district-level", "province-level"})
# «… THEO NĂM, CẤP QUẢN LÝ VÀ LOẠI HÌNH»: how the figures are parted, not what they count.
_PARTED_BY = re.compile(r"\b(?:chia |phân )?theo (?:năm|cấp|loại|từng|nhóm|đơn vị)\b.*$")


def of_title(setting: Setting, columns: Mapping[int, Meaning]) -> Mapping[int, Meaning]:
    """Give columns that name only years what the title counts: «SỐ HỘI VIÊN CÁC HUYỆN QUA CÁC NĂM».

    So is the one column that says no more than «Số lượng», «Tỷ lệ (%)»; so are «Tiểu học», «THCS», «Tổng số».
    """
    paths = setting.block.header_paths(columns)
    parts = parts_of(path[-1] for path in paths.values() if path)
    named_parts = {at: parts[path[-1]] for at, path in paths.items() if path and parts.get(path[-1])}
    bare = [at for at, each in columns.items() if not (each.label.plan or each.label.breakdown or at in named_parts)]
    is_open = any(columns[at].indicators or columns[at].answered or _says_more(columns[at]) for at in bare)
    is_of_parts = len(named_parts) > 1 and len(bare) < len(("total", "other"))
    if is_open or not (is_of_parts or len(bare) == 1 or all(columns[at].label.periods for at in bare)):
        return columns
    if (named := indicator_of_title(setting)) is None:
        return columns
    fitting = [at for at in (*bare, *(named_parts if is_of_parts else ())) if _fits(columns[at], named)]
    titled = {at: replace(columns[at], indicators=(named,), breakdown=named_parts.get(at, "")) for at in fitting}
    return {**columns, **titled}


def _says_more(meaning: Meaning) -> bool:
    text = meaning.label.text
    return bool(text) and not (GENERAL.fullmatch(text) or meaning.label.total or is_measure(text))


def _fits(meaning: Meaning, indicator: Indicator) -> bool:
    """Return whether a column that names a measure, if it does, counts in that of the indicator."""
    text, measure = meaning.label.text, meaning.label.measure
    is_share = measure == "%" or text.startswith("tỷ lệ")
    return is_share == (indicator.value_type == "share") or not (text or measure)


def over_levels(setting: Setting, texts: Sequence[str]) -> str:
    """Return what a title counts of which each level named in rows has an indicator of its own: «Cấp xã», «Cấp huyện».

    Empty for any other title or rows.
    """
    names = [text for text in dict.fromkeys(texts) if not label(text).total]
    if len(names) < len(("one", "other")) or not all(_is_level(setting, name) for name in names):
        return ""
    for line in reversed(titles_of(setting)):
        words = _PARTED_BY.sub("", label(line).text).strip()
        ways = [setting.indicators.named_by(setting.indicators.concepts(f"{words} {name}")) for name in names]
        if all(len(way) == 1 for way in ways) and len({way[0].indicator_id for way in ways}) == len(names):
            return words
    return ""


def _is_level(setting: Setting, text: str) -> bool:
    named = setting.indicators.concepts(text)
    return bool(named) and named <= _LEVELS


def indicator_of_title(setting: Setting) -> Indicator | None:
    """Return the one indicator that a line above the table names; None where it says more, or of some, or none.

    The nearest line that says what is counted decides; a letterhead, «HỘI KHUYẾN HỌC TỈNH …», counts no associations.
    """
    names = [plain(setting.catalog.areas[area].name_vi) for area in setting.context.provinces]
    names += [plain(setting.context.place.core)] if setting.context.place else []
    places = rf"(?:\b(?:của|ở|tại) )?(?:\b(?:{KINDS}) )?\b(?:{'|'.join(map(re.escape, names))})\b" if names else "^$"
    for line in reversed(titles_of(setting)):
        if OFFICE.match(plain(line)) or OTHERS.match(plain(line)) or not says_what(setting, line):
            continue
        words = re.sub(places, " ", _OF_PLACES.sub(" ", plain(label(line).text)))  # «Đồng Nai» is no money
        found = setting.indicators.concepts(words, setting.context.measure)
        strange = [each for each in found if each[0] == "?" and not _TITLE_WORDS.fullmatch(each[1:])]
        named, scope = scoped(setting, words, frozenset(each for each in found - _LEVELS if each[0] != "?"))
        is_one = len(named) == 1 and not (scope or strange)  # «HỘI VIÊN TRONG TRƯỜNG HỌC» are some of them
        return named[0] if is_one and not _names_several(setting, words) else None
    return None


def _names_several(setting: Setting, words: str) -> bool:
    """Return whether a title joins things of which neither is the other: «TRƯỜNG HỌC VÀ HỌC SINH»."""
    parts = (setting.indicators.concepts(part) for part in _JOINED.split(words))
    named = [known for each in parts if (known := {one for one in each if one[0] != "?"} - {"total", "rate"})]
    return any(not (one <= other or other <= one) for one, other in pairwise(named))
