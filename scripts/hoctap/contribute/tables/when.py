"""Of which period a figure of a table is, or the question that a person has to answer."""

import re
from collections.abc import Sequence

from hoctap.contribute.naming.periods import NamedPeriod
from hoctap.contribute.naming.words import spelled
from hoctap.contribute.tables.context import day_of_each_year
from hoctap.contribute.tables.meaning import Meaning
from hoctap.contribute.tables.rows import PERIOD
from hoctap.contribute.tables.setting import Setting
from hoctap.model.period_kinds import CUMULATIVE, MOMENT, YEAR
from hoctap.model.record import Indicator


def period_of(
    setting: Setting, indicator: Indicator, meaning: Meaning, periods: Sequence[NamedPeriod]
) -> tuple[str, str, str]:
    """Return period, its kind and a question; `periods` are those of the headers, else the lines above speak."""
    given = setting.answers
    if given and (answer := given.get((PERIOD, meaning.words), "") or given.get((PERIOD, ""), "")):
        return answer, "", ""
    if len({each.period for each in periods}) > 1:
        return "", "", "tiêu đề ghi nhiều thời kỳ"
    if not periods:
        return setting.context.period_for(indicator)
    only = periods[0]
    title = setting.span
    if only.is_end_of_year and title and (title.kind, title.period) == (YEAR, only.period[:4]):
        return setting.context.period_for(indicator)  # «Tồn quỹ cuối năm» in «SỔ QUỸ NĂM 2022»
    is_day = only.kind == MOMENT and (len(only.period) > len("2024-06") or "đến" in only.words)  # «Tháng 6» is a span
    if is_day or (only.kind == YEAR and (setting.context.each_year or day_of_each_year([meaning.words]))):
        return setting.context.period_for(indicator, periods, meaning.words)
    part = re.search(r"tháng|quý|học kỳ|năm học", spelled(meaning.words))
    if only.kind == YEAR and part and not re.search(r"tháng|quý", only.words):
        return only.period, only.kind, f"thời kỳ nào trong năm {only.period}?"
    whole = "số của cả giai đoạn hay của một năm?" if only.kind == CUMULATIVE else ""
    return only.period, only.kind, whole
