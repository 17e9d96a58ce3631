"""Who donated a sum, as the words before it name them."""

import re

from hoctap.contribute.articles.place_names import UPPER
from hoctap.contribute.articles.subject import Subject
from hoctap.model.record import Unit

_OCCASION = re.compile(r"^\W*(?:(?:Nhân )?[Dd]ịp này|Tại (?:buổi )?lễ|Trong đó|Riêng|Trước đó|Đặc biệt)\W*")
# Before what came to a fund, which is the fund's own figure.
RECEIVED = re.compile(r"(?:tiếp nhận|nhận được)\W*(?:\w+\W+)?$")
_DONATES = re.compile(rf"({UPPER}\w*(?:\s+\w+){{0,12}}?)\s+(?:đã\s+)?(?:ủng hộ|tài trợ)")


def _is_called(office: Unit, words: str) -> bool:
    """Return whether words call an office by what it is: «công ty ủng hộ hội 200 triệu đồng»."""
    kind = re.match(r"(?:Tổng công ty|Công ty|Tập đoàn|Ngân hàng|Nhà máy|Bệnh viện|Trường|Sở|Quỹ)\b", office.name_vi)
    called = rf"(?:^|\bnhà )\W*{kind[0].lower()}(?: đã| cũng| còn)* (?:ủng hộ|tài trợ|tặng|trao)\b" if kind else ""
    return kind is not None and re.search(called, words.lower()) is not None


def donor(subject: Subject, words: str) -> str:
    """Return who donated a sum, as the words before it name them; who is not named is still somebody else."""
    last = re.split(r",|\bvà\b", words)[-1]
    named = _DONATES.search(_OCCASION.sub("", last))
    own = subject.office
    is_named = own is not None and named is None and (own.short_name in words or _is_called(own, words))
    if own is not None and (is_named or _is_called(own, last)):
        return own.unit_id
    return named[1] if named else "nhà tài trợ chưa rõ"
