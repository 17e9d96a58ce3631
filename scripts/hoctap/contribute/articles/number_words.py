"""Numbers that an article tells in words, where what is counted stands right behind them: «mở hai lớp xóa mù chữ»."""

import re
from collections.abc import Iterator
from decimal import Decimal

from hoctap.vietnamese.numerals import NUMERAL, SCALE, value_of

_COUNTED = (
    r"(?:lớp|chuyên đề|em|cháu|học sinh|học viên|sinh viên|suất|phần quà|chi hội|ban khuyến học|hội viên|tập thể|"
    r"cá nhân|(?:chiếc )?xe đạp|bộ máy tính|gia đình|hộ|dòng họ|lượt|trẻ|tổ khuyến học)(?!\w)"
)
_MONEY = r"đồng(?! (?:chí|bào|thời|hành))"
# What is a number of years or of days, an order, or an article («một lớp», «năm học»), is told nothing by.
_IN_WORDS = re.compile(
    rf"(?<![\w.,/])(?<!thứ )(?<!lần )(?<!lớp )(?<!mỗi )(?<!từng )(?!(?:một|năm) (?!mươi|trăm|{SCALE}))"
    rf"(?P<n>{NUMERAL})(?:(?P<unit> {_MONEY})|(?= {_COUNTED})|(?= người(?!\w)))"
)


def in_words(low: str) -> Iterator[tuple[re.Match[str], Decimal, str]]:
    """Yield each number of a text in small letters that is told in words: where, its value, `count` or `money`."""
    for hit in _IN_WORDS.finditer(low):
        is_compound = " " in hit["n"]
        if hit["unit"] and not re.search(SCALE, hit["n"]):
            continue
        if is_compound or not low[hit.end() :].startswith(" người"):
            yield hit, value_of(hit["n"]), "money" if hit["unit"] else "count"
