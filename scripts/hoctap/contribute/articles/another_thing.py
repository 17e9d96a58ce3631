"""What only looks like what an indicator counts: some of the bodies, other members, peoples for persons."""

import re

from hoctap.contribute.articles.parts import OF_BRANCHES
from hoctap.contribute.articles.titles import PEOPLE, TITLES
from hoctap.contribute.articles.words import Around, Reading, opening
from hoctap.contribute.naming.indicators import Indicators

# A thing that may carry a name of its own («suất học bổng Doãn Tới») and still be what it is.
_ROBUST = TITLES | {"scholarship", "award-unit", "medal", "bicycle", "turn"}
_PRAISED = re.compile(r"\btân(?= sinh viên)|\b(?:giỏi|xuất sắc|tiêu biểu|có thành tích)\b|\b(?:đạt|đoạt|giành) [^,;.]*")
BODIES = frozenset({"branch", "committee", "association", "grassroots", "clc", "trade-union", "group", "party-org"})
_IS_SOME = re.compile(
    r"(?: (?:trong|ở|tại|thuộc|trên) [^,;.()\d]{2,40}?)?\s*(?:đã |vừa )?"
    r"(?:có|đạt|được|hoàn thành|xây dựng|hoạt động|xếp loại|đăng k[ýí]|tổ chức|thực hiện|tham gia|trao|gửi)\s"
    r"(?!tổng|với|gồm|thành lập|củng cố|kiện toàn)"
)
_ARE_ACTIVE = re.compile(
    r"\b(?:sinh hoạt|hoạt động) (?:rất )?(?:đều|tốt|khá|mạnh|hiệu quả|thường xuyên|nền nếp|nề nếp|sôi nổi)"
)
_SOME_DID = re.compile(
    r"\s*hội viên\b[^,;.()]{0,16}\b(?:(?:được|có) (?:nhập|cập nhật|số hóa|tập huấn|bồi dưỡng|cấp|khám|thẻ|tài khoản)|"
    r"tham gia(?! sinh hoạt)|hưởng ứng|tự nguyện|đóng góp|đến dự|về dự|tham dự)\b"
)
# Peoples, not persons; tiers of office, not offices: «chính quyền 2 cấp, tổ chức hội …»; programmes, not who is taught.
_NO_BODY = re.compile(r"\s*(?:dân tộc|cấp(?! (?:tỉnh|huyện|xã))|chương trình)\b")
STUDIES = re.compile(r"\s*(?:\w+ ){1,2}?(?:(?:đang|đi|theo) ){0,2}học (?:thạc sĩ|tiến sĩ|cao cấp|trung cấp|cao học)\b")


def is_another_thing(indicators: Indicators, reading: Reading, words: Around) -> bool:
    """Return whether what is counted only looks like what an indicator counts."""
    noun = opening(reading.tail)
    if words.noun & BODIES and reading.ends(r"\b(?:vẫn )?còn") and not re.match(r"\s*chi hội\s*[,.;]", reading.tail):
        return True  # «còn 2 chi hội sinh hoạt không đều»
    if words.noun & BODIES and _ARE_ACTIVE.search(reading.tail):
        return True  # nor «41 ban khuyến học dòng họ hoạt động đều»
    if words.noun >= {"member"} and _SOME_DID.match(reading.tail):
        return True  # «391.600 hội viên đã được nhập dữ liệu»
    if _NO_BODY.match(reading.tail):
        return True
    if words.noun & BODIES and _IS_SOME.match(reading.tail[len(noun) - 1 :]):
        return True  # «42 công đoàn cơ sở có phòng đọc sách» are not all there are
    if "staff" in words.noun and not reading.before.strip(" –-•*+"):
        return True  # «6 cán bộ của đồn trực tiếp đứng lớp» do something
    if words.noun & {"district-level", "commune"} and "hội" not in noun.lower():
        return True  # «9/15 huyện» are no associations
    return _carries_a_name(indicators, reading, words)


def _carries_a_name(indicators: Indicators, reading: Reading, words: Around) -> bool:
    """Return whether the noun holds words that are not known: «hội viên Hội Nông dân» are other members."""
    if words.noun & _ROBUST or (words.noun & PEOPLE and "supported" in words.tail and "được" in reading.tail):
        return False
    if words.noun & {"branch", "committee"} and OF_BRANCHES.match(reading.tail):
        return False  # «647 ban khuyến học dòng họ, cơ quan và chùa»: words of where
    if re.search(r"\bcử\b", reading.clause) and STUDIES.match(reading.tail):
        return False
    if words.noun & {"pupil", "student"} and reading.ends(r"\b(?:giúp|hỗ trợ|đỡ đầu)(?: đỡ)?(?: cho)?"):
        return False  # «giúp 146 học sinh khuyết tật học hòa nhập»: words of whom, not of another thing
    is_given = (words.lead | words.clause | words.tail) & {"reward", "supported"}
    noun = _PRAISED.sub(" ", opening(reading.tail)) if is_given else opening(reading.tail)
    return any(each.startswith("?") for each in indicators.concepts(noun))
