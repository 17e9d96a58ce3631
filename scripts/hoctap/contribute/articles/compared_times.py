"""The time of a figure that another one is compared with: «trong khi năm trước đó là …», «Cùng kỳ năm 2023, …»."""

import re

from hoctap.contribute.articles.article_times import When
from hoctap.contribute.naming.periods import NamedPeriod, periods_in
from hoctap.contribute.naming.times_of_title import with_span
from hoctap.model.period_kinds import HALF, MONTHS, QUARTER, YEAR

# «gia đình học tập năm 2024 là 289.640, trong khi năm trước đó là 281.033»
_YEAR_BEFORE = re.compile(r"(?<!với )\bnăm trước đó,? (?:(?:chỉ|mới|đã) )*(?:là|đạt|có)\b")


def year_before(before: str) -> When | None:
    """Return the year before the one that a sentence names, where it goes on with «năm trước đó là»; else None."""
    hit = next(reversed(list(_YEAR_BEFORE.finditer(before.lower()))), None)
    if hit is None or any(each.kind == YEAR for each in periods_in(before[hit.end() :])):
        return None
    years = [each.period for each in periods_in(before[: hit.start()]) if each.kind == YEAR]
    return When(str(int(years[-1]) - 1), YEAR, "stated") if years else None


# «10 tháng năm 2024, … 118 lớp. Cùng kỳ năm 2023, … 102 lớp»
_SAME_EARLIER = re.compile(r"(?:^|[.;,]\s)\W*(cùng kỳ(?: năm (?:trước|ngoái|(?:19|20)\d\d))?)\b[^;]*$")


def of_same_part(before: str, earlier: str) -> When | None:
    """Return the part of a year before that «cùng kỳ năm 2023» means: the one named last before it; None of others."""
    hit = _SAME_EARLIER.search(before.lower())
    named = periods_in(f"{earlier} {before[: hit.start()]}") if hit else ()
    parts = [each for each in named if each.kind in (HALF, QUARTER, MONTHS)]
    spans = periods_in(with_span(hit[1], parts[-1])) if hit and parts else ()
    return When(spans[0].period, spans[0].kind, "stated") if spans else None


# «so với 20,1 tỷ đồng của cùng kỳ»
_OF_SAME_EARLIER = re.compile(r"[^,;.\d()]{0,24}\b(cùng kỳ(?: năm (?:trước|ngoái|(?:19|20)\d\d))?)\b")


def of_same_behind(before: str, after: str, found: When) -> When:
    """Return the time of a figure that «so với» and «của cùng kỳ» stand around, `found` that of what is compared.

    Of any other figure that is `found`; of a time that is no part of a year there is no earlier one that all know.
    """
    hit = _OF_SAME_EARLIER.match(after.lower()) if before.lower().endswith("so với ") else None
    if hit is None:
        return found
    is_part = found.kind in (YEAR, HALF, QUARTER, MONTHS)
    spans = periods_in(with_span(hit[1], NamedPeriod(found.period, found.kind, ""))) if is_part else ()
    return When(spans[0].period, spans[0].kind, found.status) if spans else When("", "", "")
