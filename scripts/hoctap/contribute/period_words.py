"""A period of the data in the words of a form."""

from hoctap.load.periods import read_period
from hoctap.model.period_kinds import CUMULATIVE, HALF, MONTHS, QUARTER, SCHOOL_YEAR, TERM


def in_words(period: str, kind: str) -> str:
    """Return a period of the data as a form shows it: words that `read_period` reads back, else the period itself."""
    first, _, last = period.partition("/")
    words = ""
    if kind == SCHOOL_YEAR and len(period) == len("2022/2023"):
        words = f"Năm học {first}-{last}"
    elif kind == TERM and len(period) == len("2021/2026"):
        words = f"Nhiệm kỳ {first}-{last}"
    elif kind == CUMULATIVE and len(period) == len("2021/2025"):
        words = f"Giai đoạn {first}-{last}"
    elif kind == HALF and first[5:] in ("01", "07"):
        words = f"6 tháng {'đầu' if first[5:] == '01' else 'cuối'} năm {first[:4]}"
    elif kind == QUARTER and first[5:] in ("01", "04", "07", "10"):
        words = f"Quý {('I', 'II', 'III', 'IV')[int(first[5:]) // 3]}/{first[:4]}"
    elif kind == MONTHS and first[5:] == "01" and len(last) == len("2025-09"):
        words = f"{int(last[5:])} tháng đầu năm {first[:4]}"
    elif len(period) == len("2025-06-30"):
        year, month, day = period.split("-")
        words = f"{'lũy kế đến ' if kind == CUMULATIVE else ''}{int(day)}/{int(month)}/{year}"
    elif len(period) == len("2025-06") and period.isascii():
        words = f"Tháng {int(period[5:])}/{period[:4]}"
    return words if words and read_period(words).period == period else period
