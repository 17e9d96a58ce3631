"""The time of a campaign whose days an article names: «Tháng Khuyến học từ ngày 02/9 đến ngày 02/10/2024»."""

import re
from collections.abc import Sequence

from hoctap.contribute.articles.article_times import When
from hoctap.contribute.articles.named_times import Spoken, in_own_words
from hoctap.contribute.articles.spans import relative
from hoctap.contribute.naming.forms_of_periods import is_period
from hoctap.model.period_kinds import MONTHS, kind_of_span

_NAME = r"(?:tháng (?:khuyến học|cao điểm|hành động|phát động)|tuần lễ|(?:đợt|chiến dịch) [^\W\d]+)"
_CAMPAIGN = re.compile(rf"{_NAME}(?:[^.;\d]{{0,40}}năm (?P<y>(?:19|20)\d\d)\b)?")
_SHORT = 24  # letters: «TIN VẮN» over a headline is none
_YEAR = r"(?:\s?[/.-]\s?((?:19|20)\d\d))?"
_DAYS = re.compile(
    rf"\btừ (?:ngày )?\d{{1,2}}\s?[/.-]\s?(\d{{1,2}}){_YEAR},? (?:đến|tới) (?:hết )?(?:ngày )?"
    rf"\d{{1,2}}\s?[/.-]\s?(\d{{1,2}}){_YEAR}"
)
# What else says that something was done in it.
_IN_IT = re.compile(r"\b(?:trong )?(?:dịp|đợt|thời gian) (?:này|trên)\b|\btrong tháng\b(?! \d)")


def of_campaign(around: Spoken, lines: Sequence[str], day: str) -> When | None:
    """Return the months of a campaign, for what was or is to be done in it; None of what is of another time."""
    days = _days(lines)
    if days is None:
        return None
    low = around.before.lower()
    named = next(reversed(list(_CAMPAIGN.finditer(low))), None)
    if named and not in_own_words(around.before[named.end() :], flow=True):
        return _months(days, named["y"] or day[:4])
    if in_own_words(around.before, flow=True) or relative(around.before, day, ()):
        return None
    headline = next((line for line in lines if len(line) > _SHORT), "")
    is_in_it = _IN_IT.search(low) or _CAMPAIGN.search(headline.lower())
    return _months(days, day[:4]) if is_in_it else None


def _days(lines: Sequence[str]) -> tuple[int, int] | None:
    """Return the first and the last month of the campaign that the first lines give the days of."""
    for line in lines[:5]:
        low = line.lower()
        if (hit := _DAYS.search(low)) and _CAMPAIGN.search(low):
            return int(hit[1]), int(hit[3])
    return None


def _months(days: tuple[int, int], year: str) -> When | None:
    first, last = days
    span = f"{year}-{first:02d}" if first == last else f"{year}-{first:02d}/{year}-{last:02d}"
    if not year or not is_period(span):
        return None
    return When(span, kind_of_span(span) or MONTHS if "/" in span else MONTHS, "stated")
