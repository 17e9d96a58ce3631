"""Who gives at the event of an article, where its lead names a body that is no association as the one who does."""

import re
from collections.abc import Sequence

from hoctap.contribute.articles.place_names import DOES, UPPER
from hoctap.contribute.naming.unit_names import parse_place

# «Ban Thường vụ Hội trao …», «Đoàn công tác của hội tặng …»: of the association itself.
_ITS_OWN = rf"(?:Ban|Đoàn|Phòng)\b[^,;.\d]{{0,24}}?\b[Hh]ội {DOES}"
# «Hội còn tặng …», «Quỹ dành …»: of whom the article is about.
_NO_NAME = rf"(?! (?:{DOES}|(?:còn|dành|cấp|chi)\b))"
# Bodies of which each has a name of its own, not that of a place alone.
WITH_OWN_NAME = (
    r"(?:Ngân hàng|(?:Tổng )?[Cc]ông ty|Tập đoàn|Đồn|Đội|Nhóm|Hiệp hội|Báo(?! cáo)|Câu lạc bộ|CLB|Chùa|Nhà máy|"
    r"Bệnh viện|Giáo xứ|Tổ chức(?= [A-Z]))"
)
_BODY = (
    rf"(?!{_ITS_OWN})(?:{WITH_OWN_NAME}|"
    r"(?:Ủy|Uỷ) ban|UBND|UB ?MTTQ|MTTQ|Mặt trận|Ban (?!Khuyến|[Tt]ổ chức)|Sở|Phòng|Bộ|"
    r"(?:Huyện|Tỉnh|Thành|Quận) [Đđ]oàn|Đoàn|Liên đoàn|LĐLĐ|Công đoàn|Doanh nghiệp|"
    rf"Quỹ(?! [Kk]huyến học){_NO_NAME}|Hội [Đđ]ồng hương|Công an|Bộ đội|"
    r"Hội (?i:chữ thập đỏ|cựu|liên hiệp|lhpn|phụ nữ|nông dân|bảo trợ|doanh nhân|phật giáo|tương tế))\b"
)
_IN_SENTENCE = r"(?:[^.]|(?<=TP)\.|(?<=TX)\.|(?<=\d)\.(?=\d))"
# «(TUAG)- Sáng 18/12, tại xã A, …»
_OPENING = (
    r"\W*(?:[\w& ]{2,12}\W+)?"
    r"(?:(?:Sáng|Chiều|Tối|Ngày|Mới đây|Vừa qua|Nhân)\b(?:[^.]|(?<=\d)\.(?=\d)){0,40}?, )?"
    rf"(?:tại (?:(?![;:]){_IN_SENTENCE}){{3,90}}?, )?"
)
NAMES_ASSOCIATION = re.compile(r"[Hh]ội [Kk]huyến học|\bHKH\b|\bHội KH\b")
_GIVES = re.compile(
    rf"{_OPENING}{_BODY}(?:(?!\bđược\b){_IN_SENTENCE})*?\b(?:trao|tặng|hỗ trợ|tuyên dương|tiếp sức)\b[^.]*?"
    r"\b(?i:học bổng|quà|học sinh|sinh viên|xe đạp|quỹ)\b"
)


# «…; Hội Phật giáo tỉnh cấp 50 suất học bổng; Sở Điện lực tặng …»
_ACTS = re.compile(
    rf"\W*(?:{_BODY}|Hội{_NO_NAME} (?![Kk]huyến|viên|nghị)[^,;\d]{{2,30}}?)[^;\d]*?"
    r"\b(?:cấp(?! hội)|trao|tặng|hỗ trợ|tài trợ|dành)\b"
)


# Who an article is about, as it goes on to call them, and what else a clause may begin with that gives nothing.
_NOBODY = (
    r"(?:Hội|HKH|(?:Tỉnh|Huyện|Thành|Trung ương|TW) [Hh]ội|Chi hội|Ban|BTC|BCH|Quỹ|Chương trình|Buổi|Lễ|Hội nghị|"
    r"Đại hội|Trường|Nhà trường|Trung tâm|Đơn vị|Địa phương|Dòng họ|Họ|Tộc|Đồng chí|Đ/c|Ông|Bà|Anh|Chị|Em|Cháu|"
    r"Thầy|Cô|Chủ tịch|Phó|Lãnh đạo|Đại diện|Thường trực|Hội viên|Xã|Phường|Huyện|Quận|Thị|Thành phố|TP|TX|Tỉnh|"
    r"Ảnh|Học bổng|Giải thưởng|Suất|Phần|Số|Tổng|Đợt|Kết quả|(?i:các|những|nhiều|một|mỗi|toàn|cả|trong|từ|tại|ở|"
    r"đến|năm|tháng|ngày|sáng|chiều|tối|theo|nhân|dịp|qua|sau|trước|với|bằng|để|nhằm|nhờ|ngoài|bên|cùng|hằng|hàng|"
    r"hiện|riêng|đặc|đồng thời|trên|cụ thể|đã|được|trao|tặng|vận động|về|khi|vừa|mới|tiếp|lần|điển|tiêu|nổi|quý|"
    r"giai|nhiệm|tính|thông|có|đây|do|vì|còn|thực|phát|căn|thời|đầu|cuối|như))\b"
)
# «Viettel sẽ tiếp tục trao tặng 20.000 suất», «Đội Sinh viên tình nguyện SV07 đã trao tặng 30 xe đạp»
_PROPER_ACTS = re.compile(
    rf"(?:^|[,;:.]\s)\W*(?!{_NOBODY})(?P<who>(?:{UPPER}[^,;:.\d]*?\s)?{UPPER}[\w&-]*)\s+"
    r"(?:(?:đã|cũng|còn|vừa|sẽ|đang|tiếp tục|thường xuyên|phối hợp) )*(?:trao|tặng|hỗ trợ|tài trợ|ủng hộ|dành)\b[^;]*$"
)


def acts_in_clause(clause: str, own: str) -> bool:
    """Return whether a clause begins with a body that gives and is no association, and names none.

    `own` is the bare name of the place that the article is about: what a place gives, its association does.
    """
    if NAMES_ASSOCIATION.search(clause) is not None:
        return False
    proper = _PROPER_ACTS.search(clause)
    return _ACTS.match(clause) is not None or (proper is not None and parse_place(proper["who"]).core != own)


def given_by_another(lead: Sequence[str]) -> bool:
    """Return whether the first lines say that a body gives, and do not name an association that does so with it."""
    gives = next((hit for line in lead if (hit := _GIVES.match(line))), None)
    return gives is not None and NAMES_ASSOCIATION.search(gives[0]) is None
