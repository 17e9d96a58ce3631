"""Of which period a figure of a table is, or the question that a person has to answer."""

import re
from collections.abc import Sequence

from hoctap.contribute.naming.indicators import is_flow
from hoctap.contribute.naming.periods import NamedPeriod, dates_in, two_years
from hoctap.contribute.naming.times_together import within
from hoctap.contribute.naming.words import spelled
from hoctap.contribute.tables.context import day_of_each_year
from hoctap.contribute.tables.labels import label
from hoctap.contribute.tables.meaning import Meaning
from hoctap.contribute.tables.roles import Roles, day_in
from hoctap.contribute.tables.rows import PERIOD
from hoctap.contribute.tables.setting import Setting
from hoctap.contribute.tables.times_over import since_start, so_far
from hoctap.model.period import parse_period
from hoctap.model.period_kinds import CUMULATIVE, MOMENT, MONTHS, SCHOOL_YEAR, TERM, YEAR
from hoctap.model.record import Indicator

_END = re.compile(r"\b(?:đầu|giữa|cuối) nhiệm kỳ\b")
_BY_END = re.compile(r"(?:tính )?đến cuối năm")  # of a balance, «Tồn quỹ đến cuối năm»; so many members is of the day
_PART = re.compile(r"\btrong (?:tháng|quý|đợt|học kỳ)\b")
_OFTEN = 4  # of as many rows one has no time of its own where that of the row above is meant


def period_of(
    setting: Setting, indicator: Indicator, meaning: Meaning, periods: Sequence[NamedPeriod]
) -> tuple[str, str, str]:
    """Return period, its kind and a question; `periods` are those of the headers, else the lines above speak."""
    given = setting.answers
    if given and (answer := given.get((PERIOD, meaning.words), "") or given.get((PERIOD, ""), "")):
        return answer, "", ""
    periods = _fitting(indicator, periods)
    if len({each.period for each in periods}) > 1:
        return "", "", "tiêu đề ghi nhiều thời kỳ"
    if not periods:
        return _of_part(meaning, setting.context.period_for(indicator))
    only = periods[0]
    title = setting.span
    is_balance = indicator.unit_measure == "dong" and _BY_END.match(only.words) is not None
    if (only.is_end_of_year or is_balance) and title and (title.kind, title.period) == (YEAR, only.period[:4]):
        return setting.context.period_for(indicator)  # «Tồn quỹ cuối năm» in «SỔ QUỸ NĂM 2022»
    is_day = only.kind == MOMENT and (len(only.period) > len("2024-06") or "đến" in only.words)  # «Tháng 6» is a span
    if is_day or (only.kind == YEAR and (setting.context.each_year or day_of_each_year([meaning.words]))):
        return _since_when(setting, indicator, setting.context.period_for(indicator, periods, meaning.words))
    part = re.search(r"tháng|quý|học kỳ|(?<!đầu )năm học(?! mới)", spelled(meaning.words))
    if only.kind == YEAR and part and not re.search(r"tháng|quý", only.words):
        return only.period, only.kind, f"thời kỳ nào trong năm {only.period}?"
    if only.kind == YEAR and (less := _less_than_year(setting, only)):
        return only.period, only.kind, f"số của cả năm {only.period} hay chỉ «{less}»?"
    if only.kind in (YEAR, SCHOOL_YEAR) and setting.context.part:
        return only.period, only.kind, setting.context.or_part(only)
    if only.kind == MOMENT and is_flow(indicator):  # «Tháng 6»
        return only.period, MONTHS, ""
    return only.period, only.kind, _of_years(indicator, only, meaning)


def _of_years(indicator: Indicator, years: NamedPeriod, meaning: Meaning) -> str:
    """Return the question about a figure of several years: of all of them, or when there were so many."""
    kind = years.kind
    if kind == CUMULATIVE:
        return "" if is_flow(indicator) and so_far(years.words) else "số của cả giai đoạn hay của một năm?"
    is_when = "nhiệm kỳ" not in indicator.definition_vi and not is_flow(indicator)  # a committee is that of its term
    return "số vào lúc nào của nhiệm kỳ?" if kind == TERM and (is_when or _END.search(spelled(meaning.words))) else ""


def _since_when(setting: Setting, indicator: Indicator, when: tuple[str, str, str]) -> tuple[str, str, str]:
    """Return the year of a column «31/12/2022» as open beside «30/6/2023»: both may count since a beginning."""
    period, kind, question = when
    if question or kind != YEAR or not is_flow(indicator):
        return when
    days = {each.period for text in setting.block.heads for each in setting.label(text).periods if each.is_day}
    is_open = len(days) > 1 and not all(day.endswith("-12-31") for day in days)
    return period, kind, f"số của năm {period}, hay từ đầu nhiệm kỳ đến ngày ghi ở cột?" if is_open else ""


def _less_than_year(setting: Setting, year: NamedPeriod) -> str:
    """Return what the lines above name of the year of a header, ended before it: «6 tháng đầu năm 2023» over «2023»."""
    whole = parse_period(year.period)
    named = (each for each in setting.context.periods if within(each, year))
    return next((each.words for each in named if parse_period(each.period).end < whole.end), "")


def _fitting(indicator: Indicator, periods: Sequence[NamedPeriod]) -> Sequence[NamedPeriod]:
    """Return the span of a row for what was done in it, the day on which it was closed for what there was then."""
    days = [each for each in periods if each.is_day]
    spans = [each for each in periods if each not in days]
    if len(days) != 1 or len(spans) != 1 or not within(days[0], spans[0]):
        return periods
    return spans if is_flow(indicator) else days


def _of_part(meaning: Meaning, when: tuple[str, str, str]) -> tuple[str, str, str]:
    """Return the time of the lines above for a header; «Thu trong tháng» under a year is of one month of it: asked."""
    period, kind, question = when
    is_open = kind in (YEAR, SCHOOL_YEAR) and not question and _PART.search(spelled(meaning.words))
    return (period, kind, f"thời kỳ nào trong năm {period}?") if is_open else when


def row_periods(setting: Setting, roles: Roles, row: int) -> tuple[NamedPeriod, ...] | None:
    """Return the periods that the columns of periods name in a row; None where they name one that is not known.

    «Tháng 10/2024» beside the day on which its books were closed are both: what was done is of the one, what was left
    of the other. Closed on a day of another month, nobody knows of which of the two.
    """
    found = _first_periods(setting, roles, row)
    if not found or len(found) > 1:
        return found
    days = (day for at in roles.periods if (day := day_in(setting.text(row, at))))
    return (*found, *(each for each in days if each.period != found[0].period))


def _first_periods(setting: Setting, roles: Roles, row: int) -> tuple[NamedPeriod, ...] | None:
    """Return the periods of the first column of periods that names one in a row; None where none of them does."""
    texts = [(column, text) for column in roles.periods if (text := _carried(setting, row, column))]
    years = {each.period[:4] for each in setting.context.periods}
    year = years.pop() if len(years) == 1 else ""
    for column, text in texts:
        if label(text).plan:  # «Tăng so với 2021» is no year
            return None
        if found := dates_in(text) or so_far(text):
            return found
        if two_years(text):  # «2021-2022» under «Năm» is not 2021
            return setting.label(text).periods or None
        head = " ".join(setting.block.header_path(column)[-1:])
        when = since_start(head, text) or _in_full(head, text)
        if found := setting.label(when).periods:  # «6 tháng đầu năm», «Cả năm» of the title
            return found
        # «I/2024» under «Quý»; «Quý I», «5» under «Tháng», of the year in the title
        ways = [when, f"{head} {when}", *([f"{head} {when}/{year}"] if year else ())]
        if found := next((found for way in ways if (found := label(way).periods)), ()):
            return found
    return None if texts else ()


def _in_full(head: str, text: str) -> str:
    """Return «T1» below «Tháng», «Q2» below «Quý» as their number; any other text as it is."""
    short = re.fullmatch(r"([tq])\.? ?(\d{1,2})", text.lower())
    return short[2] if short and head[:1].lower() == short[1] else text


def _carried(setting: Setting, row: int, column: int) -> str:
    """Return the time of a row: that of the row above where it has none, as «2021», «», «2022» do in a CSV.

    Nothing where few rows have none: somebody forgot to name it.
    """
    texts = [setting.text(each, column) for each in setting.block.body]
    if not setting.text(row, column) and texts.count("") * _OFTEN < len(texts):
        return ""
    above = (text for each in reversed(setting.block.body) if each <= row and (text := setting.text(each, column)))
    return next(above, "")
