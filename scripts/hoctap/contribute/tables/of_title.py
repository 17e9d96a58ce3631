"""What a title says that columns count which name no more than years, or no more than «Số lượng»."""

import re
from collections.abc import Mapping
from dataclasses import replace

from hoctap.contribute.naming.kinds_of_places import KINDS
from hoctap.contribute.naming.unit_names import plain
from hoctap.contribute.tables.labels import is_measure, label
from hoctap.contribute.tables.meaning import GENERAL, Meaning
from hoctap.contribute.tables.setting import Setting
from hoctap.contribute.tables.topics import titles_of
from hoctap.model.record import Indicator

_TITLE_WORDS = re.compile(
    r"bảng|biểu|phụ|lục|thống|kê|tổng|hợp|liệu|theo|dõi|tình|hình|kết|quả|qua|năm|giai|đoạn|toàn|tỉnh|đến"
)
# «… CÁC TỈNH TÂY NGUYÊN»: whose the figures are, not what they count.
_OF_PLACES = re.compile(rf"\b(?:của )?các (?:{KINDS})\b(?:, (?:{KINDS})\b)*(?: (?!qua\b|năm\b|giai\b|theo\b)\w+)*")
_LEVELS = frozenset({"commune", "district-level", "province-level"})


def of_title(setting: Setting, columns: Mapping[int, Meaning]) -> Mapping[int, Meaning]:
    """Give columns that name only years what the title counts: «SỐ HỘI VIÊN CÁC HUYỆN QUA CÁC NĂM».

    So is the one column that says no more than «Số lượng», «Tỷ lệ (%)».
    """
    bare = [column for column, each in columns.items() if not (each.label.plan or each.label.breakdown)]
    is_open = any(columns[at].indicators or columns[at].answered or _says_more(columns[at]) for at in bare)
    if is_open or not (len(bare) == 1 or all(columns[at].label.periods for at in bare)):
        return columns
    named = indicator_of_title(setting)
    fitting = [at for at in bare if named and _is_in_its_measure(columns[at], named)]
    return {**columns, **{at: replace(columns[at], indicators=(named,)) for at in fitting if named}}


def _says_more(meaning: Meaning) -> bool:
    text = meaning.label.text
    return bool(text) and not GENERAL.fullmatch(text) and not is_measure(text)


def _is_in_its_measure(meaning: Meaning, indicator: Indicator) -> bool:
    """Return whether a column that names a measure, if it does, counts in that of the indicator."""
    text, measure = meaning.label.text, meaning.label.measure
    is_share = measure == "%" or text.startswith("tỷ lệ")
    return is_share == (indicator.value_type == "share") or not (text or measure)


def indicator_of_title(setting: Setting) -> Indicator | None:
    """Return the one indicator that a line above the table names, the nearest; None where it says more, or none."""
    names = [plain(setting.catalog.areas[area].name_vi) for area in setting.context.provinces]
    names += [plain(setting.context.place.core)] if setting.context.place else []
    places = rf"(?:\b(?:của|ở|tại) )?(?:\b(?:{KINDS}) )?\b(?:{'|'.join(map(re.escape, names))})\b" if names else "^$"
    for line in reversed(titles_of(setting)):
        words = re.sub(places, " ", _OF_PLACES.sub(" ", plain(label(line).text)))  # «Đồng Nai» is no money
        found = setting.indicators.concepts(words, setting.context.measure)
        strange = [each for each in found if each[0] == "?" and not _TITLE_WORDS.fullmatch(each[1:])]
        named = setting.indicators.named_by(frozenset(each for each in found - _LEVELS if each[0] != "?"))
        if len(named) == 1 and not strange:
            return named[0]
    return None
