"""Who donated a sum, as the words before it name them."""

import re

from hoctap.contribute.articles.place_names import UPPER
from hoctap.contribute.articles.subject import Subject

_OCCASION = re.compile(r"^\W*(?:(?:Nhân )?[Dd]ịp này|Tại (?:buổi )?lễ|Trong đó|Riêng|Trước đó|Đặc biệt)\W*")
# Before what came to a fund, which is the fund's own figure.
RECEIVED = re.compile(r"(?:tiếp nhận|nhận được)\W*(?:\w+\W+)?$")
_DONATES = re.compile(rf"({UPPER}\w*(?:\s+\w+){{0,12}}?)\s+(?:đã\s+)?(?:ủng hộ|tài trợ)")


def donor(subject: Subject, words: str) -> str:
    """Return who donated a sum, as the words before it name them; who is not named is still somebody else."""
    last = re.split(r",|\bvà\b", words)[-1]
    named = _DONATES.search(_OCCASION.sub("", last))
    if named is None and subject.office is not None and subject.office.short_name in words:
        return subject.office.unit_id
    return named[1] if named else "nhà tài trợ chưa rõ"
