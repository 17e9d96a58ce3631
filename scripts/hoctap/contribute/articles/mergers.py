"""The day before places became one, of what there was until then."""

import re
from collections.abc import Sequence
from datetime import date, timedelta

from hoctap.contribute.articles.article_times import When
from hoctap.contribute.articles.yearless import the_last
from hoctap.model.period_kinds import MOMENT

_MERGED = r"(?:hợp nhất|sáp nhập|sắp xếp|chia tách)"
_BEFORE_MERGER = re.compile(
    rf"(?:^|[.;:,]\s)\W*trước (?:(?:(?:khi|ngày|thời điểm) )?{_MERGED}\b|(?P<then>(?:khi|thời điểm|ngày) (?:đó|ấy)\b))"
    r"(?!.*(?:\bnay\b|\bhiện\b|\bsau\b|(?:19|20)\d\d))"
)
_DAY = r"(\d{1,2})[/-](\d{1,2})(?:[/-]((?:19|20)\d\d))?(?!\d)"
_MERGED_ON = (
    re.compile(rf"\b{_MERGED}\b[^.;\d]{{0,60}}\bngày {_DAY}"),
    re.compile(rf"\b(?:từ|ngày|kể từ)(?: ngày)? {_DAY}[^.;\d]{{0,80}}\b{_MERGED}\b"),
)


def before_merger(before: str, earlier: str, lines: Sequence[str], day: str) -> When | None:
    """Return the day before places became one, of what there was until then; nothing if nobody names it.

    None of any other time; «trước thời điểm đó» is such a one where `earlier`, its paragraph before it, tells of it.
    """
    spoken = _BEFORE_MERGER.search(before)
    if spoken is None or (spoken["then"] and not re.search(rf"\b{_MERGED}\b", earlier)):
        return None
    hit = next((hit for line in lines for form in _MERGED_ON if (hit := form.search(line.lower()))), None)
    merged = the_last(hit[2], hit[1], hit[3] or day) if hit and (hit[3] or day) else ""
    if not merged:
        return When("", "", "")
    return When((date.fromisoformat(merged) - timedelta(days=1)).isoformat(), MOMENT, "inferred")
