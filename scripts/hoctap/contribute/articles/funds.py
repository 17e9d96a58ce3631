"""Funds with a name of their own as articles name them: «Quỹ học bổng Vừ A Dính», «Quỹ “Thắp sáng ước mơ”»."""

import re
from collections.abc import Sequence

from hoctap.contribute.articles.place_names import DOES, UPPER

_KIND = r"Quỹ(?: [Hh]ọc bổng| [Kk]huyến học(?:,? (?:và )?khuyến tài)?| [Kk]huyến học,? [Kk]huyến tài)?"
_ENDS = (
    rf"(?=\s+(?:{DOES}|ra đời|thành lập|trao|tài trợ|với|và|cho|của|tại|từ|do|trong|ở|để|còn|đến|tới|nay)\b|"
    r"\s*(?:[,.;:()“”\"]|$))"
)
_FUND = re.compile(
    rf"(?P<kind>{_KIND}) (?:[“\"](?P<quoted>[^”\"]{{3,60}})[”\"](?! và\b)|"
    rf"(?<! Quỹ )(?P<name>(?!Việt Nam|Khuyến|Học){UPPER}\w*(?:[ -]\w+){{1,8}}?){_ENDS})"
)


def funds_named(text: str) -> list[tuple[int, str]]:
    """Return the funds that a text names, and where each stands; «Quỹ Bảo trợ trẻ em» is no fund for learning."""
    hits = (hit for hit in _FUND.finditer(text) if hit["quoted"] or hit["kind"] != "Quỹ")
    return [(hit.start(), f"{hit['kind']} {hit['quoted'] or hit['name']}") for hit in hits]


def only_fund(lines: Sequence[str]) -> str:
    """Return the one fund of its own name that lines name; nothing where they name none, or several."""
    named = {name for line in lines for _, name in funds_named(line)}
    return named.pop() if len(named) == 1 else ""
