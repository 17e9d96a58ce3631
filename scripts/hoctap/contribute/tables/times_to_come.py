"""Titles of what was done and of what is to come: «SƠ KẾT 6 THÁNG ĐẦU NĂM, NHIỆM VỤ 6 THÁNG CUỐI NĂM 2024»."""

import re
from collections.abc import Sequence

from hoctap.contribute.naming.periods import NamedPeriod, periods_in
from hoctap.contribute.naming.times_of_title import TO_COME, with_year
from hoctap.contribute.naming.times_together import within
from hoctap.contribute.naming.words import spelled
from hoctap.model.period import parse_period

_COMING = (
    r"(?:(?:những|một số|các|triển khai|đề ra|xây dựng) )*"
    rf"(?:{TO_COME}|dự kiến|chương trình công tác)\b(?! số\b)"
)
_TO_COME = re.compile(rf"(?:[,;]|\s[-–]|\s(?=và\b))\s*(?:và )?{_COMING}")
# «Kết quả thực hiện các chỉ tiêu, nhiệm vụ năm 2024» is all of what was done.
_CARRIED_OUT = re.compile(
    r"thực hiện (?:[^\W\d]+ ){0,2}?(?:mục tiêu|chỉ tiêu|kế hoạch|chương trình)(?: [^\W\d]+){0,3}"
    r"(?:,| và) (?:[^\W\d]+ ){0,2}?(?:nhiệm vụ|mục tiêu|kế hoạch)\b"
)
_DONE = re.compile(r"\b(?:kết quả|sơ kết|tổng kết|báo cáo|tình hình|đánh giá)\b")
_GOES_ON = re.compile(rf"(?:và )?{_COMING}")


def with_coming(done: str, title: str) -> str:
    """Return a title of what is to come as the end of that of what was done before it; nothing for any other two."""
    return f"{done}, {title}" if _DONE.search(spelled(done)) and _GOES_ON.match(spelled(title)) else ""


def apart(title: str) -> tuple[str, str]:
    """Return a title, spelled, without what it says is to come, and that; a part without a year gets that of it.

    «Kết quả tháng 12, kế hoạch tháng 1 năm 2025» is of December 2024: what was done was before, or within the year.
    """
    hit = _TO_COME.search(title)
    if hit is None or _CARRIED_OUT.search(title):
        return title, ""
    done, coming = title[: hit.start()], title[hit.end() :]
    later = periods_in(coming)
    if periods_in(done) or not later:
        return done, coming
    year = int(later[-1].period[:4])
    ways = (with_year(done, str(each)) for each in (year, year - 1))
    return next((way for way in ways if _is_before(periods_in(way), later[-1])), done), coming


def _is_before(done: Sequence[NamedPeriod], coming: NamedPeriod) -> bool:
    start = parse_period(coming.period).start
    return bool(done) and all(within(each, coming) or parse_period(each.period).end < start for each in done)
