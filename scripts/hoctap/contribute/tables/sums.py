"""Columns and rows that are the sum of others: «Cộng» after «Tháng 1», «Tháng 2», … is of all these months."""

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from decimal import Decimal

from hoctap.contribute.naming.figures import is_nothing, plain_number
from hoctap.contribute.naming.periods import NamedPeriod
from hoctap.contribute.naming.times_together import following, within
from hoctap.contribute.naming.words import spelled
from hoctap.contribute.tables.labels import label
from hoctap.contribute.tables.meaning import Meaning, of_text
from hoctap.contribute.tables.setting import Setting
from hoctap.model.period_kinds import CUMULATIVE, MOMENT

NO_SUM = "dòng tổng «{}» không bằng các dòng cộng lại: có phải là số của cả đơn vị không?"
_UNKNOWN = re.compile(r"x|…+|\.{2,}|\?|chưa (?:có|báo cáo|gửi)(?: số liệu)?")
# From a beginning that nobody states: of the year, or since there is an association.
_SINCE = re.compile(r"(?:số )?(?:lũy|luỹ) kế(?: (?:từ )?(?:đầu năm|đến nay))?")


def over_times(setting: Setting, columns: Mapping[int, Meaning]) -> dict[int, Meaning]:
    """Give «Cộng» beside columns of several times, under the same heading, what these make together as its time.

    «Lũy kế» beside one of them is of a longer time, nobody knows which.
    """
    meanings = dict(columns)
    paths = setting.block.header_paths(columns)
    for column, meaning in columns.items():
        if not paths[column] or meaning.answered or meaning.label.periods:
            continue
        others = [at for at in columns if at != column and paths[at][:-1] == paths[column][:-1]]
        timed = {at: columns[at].label.periods[0] for at in others if _is_of_one_span(columns[at])}
        if timed and _SINCE.fullmatch(label(paths[column][-1]).text):
            since = tuple(replace(each, kind=CUMULATIVE) for each in timed.values())
            meanings[column] = replace(meaning, label=replace(meaning.label, periods=since[-1:]))
        elif meaning.label.total and len({each.period for each in timed.values()}) > 1:
            whole = following(tuple(timed.values()))
            parsed = replace(meaning.label, periods=(whole,) if whole else tuple(timed.values()))
            meanings[column] = replace(meaning, label=parsed, sums=tuple(_not_within_others(timed)))
    return meanings


def _not_within_others(timed: Mapping[int, NamedPeriod]) -> Iterator[int]:
    """Yield the columns whose time lies in that of no other: «6 tháng đầu năm», not «Quý I», «Quý II» beside it."""
    for column, own in timed.items():
        if not any(own.period != each.period and within(own, each) for each in timed.values()):
            yield column


def _is_of_one_span(meaning: Meaning) -> bool:
    """Return whether a column is of one time that is no day: of «Tháng 6» as of «Quý II»."""
    times = meaning.label.periods
    is_day = any(each.kind == MOMENT and len(each.period) > len("2024-06") for each in times)
    return len(times) == 1 and not is_day and not meaning.label.plan


def named_totals(setting: Setting, stub: int) -> Iterator[str]:
    """Yield the indicators that the rows called «Tổng số …» in a column of names count."""
    for row in setting.block.body if stub else ():
        text = setting.text(row, stub)
        if text and "total" in setting.indicators.concepts(label(text).text):
            total = of_text(setting, text)
            if total.indicator and not total.breakdown and not total.label.periods:
                yield total.indicator.indicator_id


def is_sum(setting: Setting, row: int, total: int, columns: Sequence[int]) -> bool:
    """Return whether the number of a row in one column is the sum of those in others."""
    whole, *parts = values_of(setting, row, (total, *columns))
    known = [each for each in parts if each is not None]
    return len(known) == len(parts) and whole == sum(known, Decimal(0))


def lacks_a_time(setting: Setting, row: int, column: int, columns: Mapping[int, Sequence[NamedPeriod]]) -> bool:
    """Return whether the figure of a year adds up its quarters beside it of which one is not known: «x», «…»."""
    parts = _parts_of(column, columns)
    unknown = [at for at in parts if _UNKNOWN.fullmatch(spelled(setting.text(row, at)))]
    return bool(unknown) and len(parts) > 1 and is_sum(setting, row, column, parts)


def adds_a_plan(setting: Setting, row: int, column: int, columns: Mapping[int, Sequence[NamedPeriod]]) -> bool:
    """Return whether a figure may add up times of which one is planned or guessed: «2021», «2022», «2023 (ước)».

    `columns` are the times of all columns. Of a time that has its result beside its plan the result is added.
    """
    parts = _parts_of(column, columns)
    is_planned = {at: setting.label(" ".join(setting.block.header_path(at))).plan for at in parts}
    done = {columns[at][0].period for at in parts if not is_planned[at]}
    results = [at for at in parts if not is_planned[at]]
    planned = [at for at in parts if is_planned[at] and columns[at][0].period not in done and setting.text(row, at)]
    return bool(planned and results) and not is_sum(setting, row, column, results)


def _parts_of(column: int, columns: Mapping[int, Sequence[NamedPeriod]]) -> list[int]:
    """Return the columns of one time each that is a part of the one time of a column."""
    own = columns.get(column, ())
    single = {at: times[0] for at, times in columns.items() if len(own) == len(times) == 1}
    return [at for at, time in single.items() if time.period != own[0].period and within(time, own[0])]


def values_of(setting: Setting, row: int, columns: Sequence[int]) -> list[Decimal | None]:
    """Return the numbers of a row, 0 for an empty cell, None for what can be read two ways."""
    cells = (setting.grid.cells.get((row, column)) for column in columns)
    return [
        Decimal(0)
        if cell is None or is_nothing(cell.text)
        else Decimal(cell.text)
        if cell.kind == "number"
        else plain_number(cell.text, share=False, small=True)
        for cell in cells
    ]
