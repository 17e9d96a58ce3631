"""What words say of a term that the article names elsewhere: «cả nhiệm kỳ», «từ đầu nhiệm kỳ đến nay», «5 năm qua»."""

import re
from collections.abc import Iterator, Sequence

from hoctap.contribute.naming.periods import NamedPeriod, periods_in
from hoctap.model.period_kinds import CUMULATIVE, TERM, YEAR

_TERM_SO_FAR = re.compile(r"từ đầu nhiệm kỳ(?: \d{4}\s*[-–]\s*\d{4})?\s+(?:đến|tới) nay|(?:so với|kể từ) đầu nhiệm kỳ")
_END_OF_TERM = re.compile(r"(?:đến|tới) (?:hết|cuối) nhiệm kỳ")
_TERM_TO_COME = re.compile(r"nhiệm kỳ (?:tới|mới)")
_WHOLE_TERM = re.compile(r"(?:cả|toàn|trong|suốt) nhiệm kỳ")
_TERM_AGO = re.compile(
    r"nhiệm kỳ (?:qua|vừa qua)|(?:trong|qua) (?:5|năm) năm(?: qua)?|sau (?:5|năm) năm|(?:5|năm) năm qua"
)


def of_the_term(low: str, day: str, lines: Sequence[str], *, goal: bool) -> Iterator[tuple[int, NamedPeriod]]:
    """Yield what words say of the term that the lines name, where each stands; nothing where they name none."""
    terms = [each for line in lines for each in periods_in(line) if each.kind == TERM]
    if not terms:
        return
    first, last = terms[0].period.split("/")
    whole = terms[0].period if goal else term_at(terms[0].period, day[:4], congress=is_of_congress(lines))
    for hit in _TERM_SO_FAR.finditer(low):
        if day and first < day[:4] <= last:
            yield hit.start(), NamedPeriod(f"{first}/{day[:7]}", CUMULATIVE, hit[0])
    for hit in _END_OF_TERM.finditer(low):
        yield hit.start(), NamedPeriod(last, YEAR, hit[0])
    for hit in _TERM_TO_COME.finditer(low):
        yield hit.start(), NamedPeriod(terms[-1].period.split("/")[1], YEAR, hit[0])
    for hit in _WHOLE_TERM.finditer(low):
        yield hit.start(), NamedPeriod(whole, TERM, terms[0].words)
    for hit in _TERM_AGO.finditer(low):
        if not re.search(r"năm \d{4}", low[hit.end() :]):
            yield hit.start(), NamedPeriod(_past_term(terms[0].period, day[:4]), TERM, terms[0].words)


# No «một năm thực hiện nghị quyết đại hội …, nhiệm kỳ 2020-2025».
_CONGRESS = re.compile(r"(?<!nghị quyết )\bđại hội\b[^.]*\bnhiệm kỳ")


def is_of_congress(lines: Sequence[str]) -> bool:
    """Return whether lines tell of the congress with which a term begins, though it may be held a year later."""
    return any(_CONGRESS.search(line.lower()) for line in lines)


def term_at(period: str, year: str, *, congress: bool = False) -> str:
    """Return the term that an article of that year looks back on: the one named, or the one before it."""
    first, last = (int(each) for each in period.split("/"))
    return f"{first - (last - first)}/{first}" if year and first + congress >= int(year) else period


def _past_term(period: str, year: str) -> str:
    """Return the term that is over: the one named if it is, else the five years before it."""
    first, last = period.split("/")
    is_past = first[:4] < year if year else True
    return period if is_past and last <= (year or "9999") else f"{int(first) - 5}/{first}"
