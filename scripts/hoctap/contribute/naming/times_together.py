"""Several times beside or over each other: the nearest one, what they make together, which lies in which."""

from collections.abc import Sequence

from hoctap.contribute.naming.periods import NamedPeriod
from hoctap.model.period import parse_period
from hoctap.model.period_kinds import YEAR, kind_of_span


def nearest(times: Sequence[Sequence[NamedPeriod]]) -> tuple[NamedPeriod, ...]:
    """Return the times that texts over each other name, from the top: the last one alone where all others hold it."""
    named = [each for each in times if each]
    last = named[-1] if named else ()
    if len(last) == 1 and all(within(last[0], other) for each in named for other in each):
        return tuple(last)
    return tuple(each for some in named for each in some)


def following(times: Sequence[NamedPeriod]) -> NamedPeriod | None:
    """Return the time of less than a year, or the year, that several times make, each right after another.

    Times within others count once: «Quý I», «Quý II» beside «6 tháng». None where there is a gap, or more than a year.
    """
    spans = sorted((parse_period(each.period) for each in times), key=lambda each: (each.start, -each.end.toordinal()))
    first, end = spans[0].start, spans[0].end
    for span in spans[1:]:
        if (span.start - end).days > 1:
            return None
        end = max(end, span.end)
    year = f"{first:%Y}"
    if (f"{first:%m-%d}", f"{end:%Y-%m-%d}") == ("01-01", f"{year}-12-31"):
        return NamedPeriod(year, YEAR, year)
    whole = f"{first:%Y-%m}/{end:%Y-%m}"
    kind = kind_of_span(whole)
    return NamedPeriod(whole, kind, whole) if kind else None


def within(part: NamedPeriod, whole: NamedPeriod) -> bool:
    """Return whether a time lies in another: «Quý I/2024» and «đến 31/12/2024» in «năm 2024»."""
    own, over = parse_period(part.period), parse_period(whole.period)
    return over.start <= own.start and own.end <= over.end


def overlap(one: NamedPeriod, other: NamedPeriod) -> bool:
    """Return whether two times have a day in common."""
    first, second = parse_period(one.period), parse_period(other.period)
    return first.start <= second.end and second.start <= first.end
