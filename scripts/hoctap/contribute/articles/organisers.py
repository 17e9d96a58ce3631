"""Who gives at the event of an article, where its lead names a body that is no association as the one who does."""

import re
from collections.abc import Sequence

from hoctap.contribute.articles.place_names import DOES, NAME

# «Ban Thường vụ Hội trao …», «Đoàn công tác của hội tặng …»: of the association itself.
_ITS_OWN = rf"(?:Ban|Đoàn|Phòng)\b[^,;.\d]{{0,24}}?\b[Hh]ội {DOES}"
# «Hội còn tặng …», «Quỹ dành …»: of whom the article is about.
_NO_NAME = rf"(?! (?:{DOES}|(?:còn|dành|cấp|chi)\b))"
_BODY = (
    rf"(?!{_ITS_OWN})"
    r"(?:(?:Ủy|Uỷ) ban|UBND|UB ?MTTQ|MTTQ|Mặt trận|Ban (?!Khuyến)|Ngân hàng|(?:Tổng )?[Cc]ông ty|Tập đoàn|"
    r"Sở|Phòng|Bộ|(?:Huyện|Tỉnh|Thành|Quận) [Đđ]oàn|Đoàn|Đồn|Báo(?! cáo)|Câu lạc bộ|CLB|Chùa|"
    rf"Quỹ(?! [Kk]huyến học){_NO_NAME}|"
    r"Hội [Đđ]ồng hương|Giáo xứ|Bệnh viện|Công an|Bộ đội|"
    r"Hội (?:Chữ thập đỏ|Cựu|Liên hiệp|LHPN|Phụ nữ|Nông dân|Bảo trợ|Doanh nhân))\b"
)
# «(TUAG)- Sáng 18/12, tại xã A, …»
_OPENING = (
    r"\W*(?:[\w& ]{2,12}\W+)?"
    r"(?:(?:Sáng|Chiều|Tối|Ngày|Mới đây|Vừa qua|Nhân)\b(?:[^.]|(?<=\d)\.(?=\d)){0,40}?, )?"
    rf"(?:tại (?:\w+ ){{0,4}}{NAME}, )?"
)
NAMES_ASSOCIATION = re.compile(r"[Hh]ội [Kk]huyến học|\bHKH\b|\bHội KH\b")
_GIVES = re.compile(
    rf"{_OPENING}{_BODY}(?:(?!\bđược\b)[^.])*?\b(?:trao|tặng|hỗ trợ|tuyên dương|tiếp sức)\b[^.]*?"
    r"\b(?:học bổng|quà|học sinh|sinh viên|xe đạp|quỹ)\b"
)


# «…; Hội Phật giáo tỉnh cấp 50 suất học bổng; Sở Điện lực tặng …»
_ACTS = re.compile(
    rf"\W*(?:{_BODY}|Hội{_NO_NAME} (?![Kk]huyến|viên|nghị)[^,;\d]{{2,30}}?)[^;\d]*?"
    r"\b(?:cấp(?! hội)|trao|tặng|hỗ trợ|tài trợ|dành)\b"
)


def acts_in_clause(clause: str) -> bool:
    """Return whether a clause begins with a body that gives and is no association, and names none."""
    return _ACTS.match(clause) is not None and NAMES_ASSOCIATION.search(clause) is None


def given_by_another(lead: Sequence[str]) -> bool:
    """Return whether the first lines say that a body gives, and do not name an association that does so with it."""
    gives = next((hit for line in lead if (hit := _GIVES.match(line))), None)
    return gives is not None and NAMES_ASSOCIATION.search(gives[0]) is None
