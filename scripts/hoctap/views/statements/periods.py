"""How a period is said: in a sentence and, shorter, under a mark of a chart or in a cell."""

from collections.abc import Sequence
from functools import lru_cache

from hoctap.model.figure_row import FigureRow
from hoctap.model.period import Period, parse_period
from hoctap.model.period_kinds import CUMULATIVE, MOMENT, SCHOOL_YEAR, TERM
from hoctap.vietnamese.writing import day, moment, span

_QUARTERS = ("I", "II", "III", "IV")


def period_words(row: FigureRow) -> str:
    """Return the period as a sentence has it: `năm 2024`, `9 tháng đầu năm 2025`, `năm học 2020–2021`."""
    seen, kind = row.observation, row.period_kind
    is_accumulated = kind == CUMULATIVE and row.is_accumulated
    is_flow = kind == MOMENT and "flow" in row.stock_flow
    return _words(seen.period.text, kind, is_accumulated, is_flow, seen.period_status == "uncertain")


@lru_cache(maxsize=4096)  # a hundred thousand figures are of few periods
def _words(text: str, kind: str, is_accumulated: bool, is_flow: bool, is_uncertain: bool) -> str:
    period = parse_period(text)
    if kind == CUMULATIVE:
        return _through_years(period, "lũy kế" if is_accumulated else "giai đoạn")
    if kind == TERM:
        return f"nhiệm kỳ {years_of(period)}"
    if kind == SCHOOL_YEAR:
        return f"năm học {years_of(period)}"
    if kind == MOMENT:
        return _moment(period, is_flow=is_flow)
    if not period.is_interval:
        return moment(period)
    return _interval(period, uncertain=is_uncertain)


def widest_period(rows: Sequence[FigureRow]) -> str:
    """Return the period of rows that stand side by side: what is known for a year only makes it that year for all."""
    return period_words(min(rows, key=lambda row: row.observation.period.start))


def own_period(row: FigureRow, widest: str) -> str:
    """Return the period of one of them between commas, where it is told more closely than that of all; else empty."""
    words = period_words(row)
    return "" if words == widest else f", {words},"


def period_label(row: FigureRow) -> str:
    """Return the period as a cell or the foot of a chart has it: `2024`, `6/2024`, `9 tháng đầu năm 2025`."""
    words = period_words(row)
    short = words.removeprefix("năm ").removeprefix("tháng ").removeprefix("tính đến ngày ")
    if words.startswith("năm học") or words == short:
        return words
    return f"đến {short}" if words.startswith("tính đến ngày") else short


def _moment(period: Period, *, is_flow: bool) -> str:
    if period.is_interval:
        return _interval(period, uncertain=True)
    if len(period.text) == len("2024-01-01"):
        # What happened on a day is not what happened up to it.
        return f"ngày {day(period.start)}" if is_flow else f"tính đến ngày {day(period.start)}"
    return moment(period) if is_flow or len(period.text) == len("2024") else f"tính đến {moment(period)}"


def _through_years(period: Period, kind: str) -> str:
    if not period.is_interval:
        return f"{kind} đến {moment(period)}"
    first, _, last = period.text.partition("/")
    if len(first) == len(last) == len("2024"):
        return f"{kind} {span(period)}"
    return f"{kind} từ {moment(parse_period(first))} đến {moment(parse_period(last))}"


def years_of(period: Period) -> str:
    """Return the years of a period, the same in every language: `2024–2025`, `2025`."""
    return f"{period.start.year}–{period.end.year}" if period.start.year != period.end.year else str(period.end.year)


def _interval(period: Period, *, uncertain: bool) -> str:
    start, end = period.start, period.end
    if "-" not in period.text:
        return f"trong khoảng {span(period)}" if uncertain else f"giai đoạn {span(period)}"
    if start.year != end.year:
        return f"từ tháng {start.month}/{start.year} đến tháng {end.month}/{end.year}"
    length = end.month - start.month + 1
    if start.month == 1:
        return f"{length} tháng đầu năm {end.year}" if length < 12 else f"năm {end.year}"
    if length == 3 and end.month % 3 == 0:
        return f"quý {_QUARTERS[end.month // 3 - 1]}/{end.year}"
    if end.month == 12:
        return f"{length} tháng cuối năm {end.year}"
    return f"từ tháng {start.month} đến tháng {end.month}/{end.year}"
