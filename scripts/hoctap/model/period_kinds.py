"""The kinds of a period: their codes, which of them a written period can be, which it is, how many months it lasts."""

from datetime import date

from hoctap.model.period import Period, parse_period

MOMENT, YEAR, HALF, QUARTER, MONTHS = "moment", "calendar-year", "half-year", "quarter", "months"
SCHOOL_YEAR, TERM, CUMULATIVE = "school-year", "term", "cumulative"
# A moment and a cumulative figure can be written in any way.
_ANY = frozenset({MOMENT, CUMULATIVE})
# Terms are of five years; one may begin early or be prolonged, and ten years are two.
_LONGEST_TERM = 7


def kinds_of(period: Period) -> frozenset[str]:
    """Return the kinds that a period so written can be."""
    first, slash, last = period.text.partition("/")
    widths = {len(first), len(last)}
    if not slash:
        return _ANY | {{4: YEAR, 7: MONTHS}.get(len(first), MOMENT)}
    if widths == {4}:
        years = period.end.year - period.start.year
        return _ANY | ({TERM} if years <= _LONGEST_TERM else set()) | ({SCHOOL_YEAR} if years == 1 else set())
    months = _calendar_months(period)
    kinds = _ANY | {MONTHS}
    if period.start.day == 1 and widths == {7}:
        begins = period.start.month
        kinds |= {HALF} if months == 6 and begins in (1, 7) else set()
        kinds |= {QUARTER} if months == 3 and begins % 3 == 1 else set()
        kinds |= {SCHOOL_YEAR} if 8 <= months <= 12 and begins in (8, 9) else set()
    return kinds


def kind_of(period: str, stock_flow: str) -> str:
    """Return the kind of a period of a figure of this `stock_flow`; empty where only the source can say."""
    is_stock = stock_flow in ("stock", "ratio-of-stock")
    if "/" in period:
        return kind_of_span(period)
    width = period.count("-")
    if width == 2 or is_stock:
        return MOMENT if is_stock or not stock_flow else ""
    return (YEAR, MONTHS)[width]


def kind_of_span(period: str) -> str:
    """Return the kind of a period written `A/B`; empty for a school year, a term or years added up."""
    if period.count("-") == 0:
        return ""
    span = parse_period(period)
    months = _calendar_months(span)
    if months == 6 and span.start.month in (1, 7):
        return HALF
    return QUARTER if months == 3 and span.start.month % 3 == 1 else (MONTHS if months < 12 else "")


def months_of(period: Period, kind: str) -> int | None:
    """Return the length of a period in months, 0 for a moment; a school year and a term run from start to start.

    None where the beginning is not known.
    """
    if kind == CUMULATIVE:
        return None
    if kind == MOMENT:
        return 0
    years = period.end.year - period.start.year
    return years * 12 if kind in (SCHOOL_YEAR, TERM) and years else _calendar_months(period)


def may_be_over_from(period: Period, kind: str) -> date:
    """Return from which day a period may be over: a school year from the end of May, a term from its last year on.

    A source that is little older still counts as one of the end (`figure_row`).
    """
    named_in_years = len(period.text.rpartition("/")[2]) == 4
    if kind == SCHOOL_YEAR and named_in_years:
        return date(period.end.year, 5, 31)
    return date(period.end.year, 1, 1) if kind == TERM and named_in_years else period.end


def _calendar_months(period: Period) -> int:
    return (period.end.year - period.start.year) * 12 + period.end.month - period.start.month + 1
