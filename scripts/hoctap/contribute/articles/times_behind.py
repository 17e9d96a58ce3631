"""The year or month that stands right behind a figure: «264.902 người năm 2022», «175 dòng họ (tháng 9/2015)»."""

import re

from hoctap.contribute.articles.article_times import When
from hoctap.model.period_kinds import MOMENT, YEAR

YEAR_BEHIND = re.compile(
    r"(?!\s*(?:so với|của|từ|kế hoạch|chỉ tiêu))(?:\s*(?!so\b|của\b|từ\b|kế\b|với\b|đến\b)[^\W\d]++){0,3}\s+"
    r"(?:trong |vào )?năm ((?:19|20)\d\d)\b(?!\s*(?:\(|đạt|là|có))"
)
# «175 dòng họ (tháng 9/2015)»
_MONTH_IN_BRACKETS = re.compile(
    r"[\d.,/]+\s?%?(?:\s*[^\W\d]+){0,4}\s*\((?:vào |tính đến )?tháng (\d{1,2})\s?[/.-]\s?((?:19|20)\d\d)\)"
)
# «346.210 người (năm 2023)»
_YEAR_IN_BRACKETS = re.compile(r"[\d.,/]+\s?%?(?:\s*[^\W\d]+){0,4}\s*\((?:trong )?năm ((?:19|20)\d\d)\)")


def named_behind(after: str, rest: str) -> When | None:
    """Return the year or month right behind a figure, «264.902 người năm 2022»; `rest` begins with the figure."""
    if year := YEAR_BEHIND.match(after) or _YEAR_IN_BRACKETS.match(rest):
        return When(year[1], YEAR, "stated")
    month = _MONTH_IN_BRACKETS.match(rest)
    return When(f"{month[2]}-{int(month[1]):02d}", MOMENT, "stated") if month else None
