"""Who gives at the event of an article, where its lead names a body that is no association as the one who does."""

import re
from collections.abc import Sequence

from hoctap.contribute.articles.place_names import DOES, NAME, UPPER
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


# «Đồn Biên phòng Hướng Lập nhận đỡ đầu 19 em», «Sáng 12/1, Công an huyện A (tỉnh B) tổ chức lễ trao 50 suất học bổng»
_WITH_NAME = (
    rf"(?:{WITH_OWN_NAME}|{UPPER}\w+(?= [Cc]hi nhánh )|Công an|LĐLĐ|Liên đoàn Lao động|Phòng|"
    r"(?:Ban|Bộ) [Cc]hỉ huy|(?:Ủy|Uỷ) ban(?= MT)|UB ?MTTQ|(?:Huyện|Tỉnh|Thành|Quận|Thị|Xã) [Đđ]oàn|"
    r"Đoàn (?:Thanh niên|TNCS|[Kk]hối)|"
    r"Hội (?i:chữ thập đỏ|cựu|liên hiệp|lhpn|phụ nữ|nông dân|bảo trợ|doanh nhân|đồng hương|phật giáo))"
)
_GIVER = (
    rf"({_WITH_NAME}(?:\s+(?!(?:phối hợp|cùng|tổ chức|trao|tặng|và|đã|được)\b)[\w&.-]+){{0,9}}?\s+{NAME})"
    r"(?:\s*\([^()]*\))?(?:, [^,;.\d]{4,80},)?(?: (?:tại|ở) (?:[^,;.\d]|(?<=TP)\.){2,40}?)?\s+"
    r"(?:đã |cũng |đang |còn |vừa |sẽ |tiếp tục )*"
    r"(?:nhận|trao|tặng|hỗ trợ|giúp|đỡ đầu|mở|góp|khen thưởng|tuyên dương|dành|phối hợp|tổ chức)\b"
)
_GIVES_FIRST = re.compile(
    rf"{_OPENING}(?:(?:[Rr]iêng|[Cc]òn|Năm \d{{4}}|Hiện nay|Hiện)\W+|[^\W\d][^,.;:\d]{{2,40}}, )?{_GIVER}"
)
_GIVES_NEXT = re.compile(rf"(?:[,;]\s|\b(?:và|còn)\s){_GIVER}")  # behind what another one gave


def giver_in(words: str) -> str:
    """Return the body of a name of its own that gives in a sentence; nothing where the association does so too."""
    hit = next(reversed(list(_GIVES_NEXT.finditer(words))), None) or _GIVES_FIRST.match(words)
    return hit[1] if hit and not NAMES_ASSOCIATION.search(words, hit.end(1)) else ""


# «Dịp này, ngân hàng còn tặng 20 xe đạp»: the one that the lines have named.
_GIVES_AGAIN = re.compile(
    r"(?:^|[.,;:] )\W*(?:ngân hàng|công ty|tập đoàn|doanh nghiệp|đồn|câu lạc bộ|nhóm|nhà chùa|báo|công đoàn)"
    r"(?: (?:này|đã|cũng|còn|vừa|sẽ|đang|tiếp tục))* (?:trao|tặng|hỗ trợ|giúp|đỡ đầu|nhận|dành)\b[^;]*$"
)


def gives_again(words: str) -> bool:
    """Return whether a body that is spoken of by its kind alone gives in a sentence."""
    return _GIVES_AGAIN.search(words[:1].lower() + words[1:]) is not None


def only_giver(lines: Sequence[str]) -> str:
    """Return the one body that gives by the first words of lines; nothing where none does, or several do."""
    named = {hit[1] for line in lines if (hit := _GIVES_FIRST.match(line))}
    return named.pop() if len(named) == 1 else ""


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
