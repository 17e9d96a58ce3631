"""What may tell a private person, or a body everybody may know: only who knows the people can say, so it is asked."""

import re
from collections.abc import Iterator

from hoctap.check.personal_forms import BORN, CAPITAL, NAME

_BIRTH, _AGE, _HOME, _HANDLE = "năm sinh của một người", "tuổi của một người", "địa chỉ nhà riêng", "tài khoản riêng"
# Schools, streets, funds and prizes are called after people, and founded in years.
_CALLED_AFTER = re.compile(
    r"\b(?:trường|thpt|thcs|tiểu học|mầm non|mẫu giáo|đường|phố|quỹ|giải|giải thưởng|học bổng|thư viện|trung tâm"
    r"|bệnh viện|công ty|xã|phường|thị trấn|huyện|quận|dòng họ|họ|chi hội|hội|câu lạc bộ|cung|nhà văn hóa"
    r"|nhà xuất bản|công viên|quảng trường)(?: số \d+)?\s*$",
    re.IGNORECASE,
)
_OFFICE = re.compile(
    r"trụ sở|văn phòng|cơ quan|trường|trung tâm|thư viện|ủy ban|ubnd|hội|công ty|sở |phòng |bảo tàng|nhà xuất bản",
    re.IGNORECASE,
)
# A year alone after a name; one of two, as in (1890-1969), is of history.
_BORN_IN = re.compile(rf"{NAME} ?[,(;:\-–]? ?\(?{BORN}\b(?! ?[\-–/.]|\d)")
_AGED = re.compile(rf"{NAME} ?[,(]? ?(?:nay )?\d{{1,2}} tuổi")
_STREET = (
    r"(?:Hàng|Lý|Tô|Tôn|Cao|Hùng|Trưng|Quang|Điện|Bà|Hai|Nguyễn|Trần|Lê|Phạm|Phan|Huỳnh|Hoàng|Võ|Vũ|Đặng|Bùi|Đỗ|Ngô|Đinh)"
    rf"(?: {CAPITAL}[a-zà-ỹ]+){{1,3}}"
)
_AT_HOME = re.compile(rf"(?:^|[:,;(] ?|\b(?:ở|tại|số|nhà|địa chỉ):? )\d{{1,4}}[A-Za-z]?(?:/\d{{1,4}})* {_STREET}\b")
_CALLED = re.compile(r"(?<![\w.@/])@[A-Za-z][\w.]{3,}")


def perhaps_personal(text: str) -> Iterator[str]:
    """Yield each kind of thing in the text that may be a private person's."""
    if "@" in text and _CALLED.search(text):
        yield _HANDLE
    if not any(map(str.isdecimal, text)):
        return
    for what, pattern in ((_BIRTH, _BORN_IN), (_AGE, _AGED)):
        if any(not _CALLED_AFTER.search(text[: found.start()]) for found in pattern.finditer(text)):
            yield what
    if _AT_HOME.search(text) and not _OFFICE.search(text):
        yield _HOME
