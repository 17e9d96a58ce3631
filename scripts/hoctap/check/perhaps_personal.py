"""Text that may identify a private person, or only a public body: the program cannot know which, so it asks."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from hoctap.check.personal_forms import BORN, CAPITAL, NAME

_BIRTH, _AGE, _HOME, _HANDLE = "năm sinh của một người", "tuổi của một người", "địa chỉ nhà riêng", "tài khoản riêng"
_HALF = "số điện thoại che một phần"
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
_YEAR_ALONE = rf"{BORN}\b(?! ?[\-–/.]|\d)"
_WORD = rf"{CAPITAL}[a-zà-ỹđ]+"
_STREET = (
    r"(?:Hàng|Lý|Tô|Tôn|Cao|Hùng|Trưng|Quang|Điện|Bà|Hai|Nguyễn|Trần|Lê|Phạm|Phan|Huỳnh|Hoàng|Võ|Vũ|Đặng|Bùi|Đỗ|Ngô|Đinh)"
    rf"(?: {CAPITAL}[a-zà-ỹ]+){{1,3}}"
)
_AT = r"(?:^|[:,;(] ?|\b(?:ở|tại|số|nhà|địa chỉ):? )"


@dataclass(frozen=True, slots=True)
class Perhaps:
    """What may be a person's, and where it surely is not: right after the name of a body, or beside an office.

    Without one of `needs`, in small letters, or a part of the pattern that is quicker to find, it is not looked for.
    """

    what: str
    needs: tuple[str, ...] | re.Pattern[str]
    pattern: re.Pattern[str]
    after: re.Pattern[str] | None = None
    unless: re.Pattern[str] | None = None

    def is_in(self, text: str, lowered: str) -> bool:
        """Return whether the text holds it."""
        needs = self.needs
        if not (any(map(lowered.__contains__, needs)) if isinstance(needs, tuple) else needs.search(text)):
            return False
        found = self.pattern.finditer(text)
        if self.after:
            return any(not self.after.search(text[: each.start()]) for each in found)
        return next(found, None) is not None and not (self.unless and self.unless.search(text))


_KINDS = (
    # A year alone after a name; one of two, as in (1890-1969), is of history.
    Perhaps(
        _BIRTH,
        re.compile(_YEAR_ALONE),
        re.compile(rf"{NAME} ?[,(;:\-–]? ?\(?{_YEAR_ALONE}"),
        after=_CALLED_AFTER,
    ),
    Perhaps(_BIRTH, ("sinh năm một",), re.compile(r"\bsinh năm một (?:nghìn |ngàn )?chín\b")),
    Perhaps(
        _AGE,
        (" tuổi",),
        re.compile(
            rf"{NAME} ?[,(]? ?(?:nay )?\d{{1,2}} tuổi"
            rf"|\b(?:[Cc]háu|[Ee]m|[Bb]é|[Cc]hị|[Aa]nh|[Cc]ô|[Bb]à|[Ôô]ng)(?: {CAPITAL}[a-zà-ỹđ]*\.?){{1,4}},? ?\(?"
            r"(?:nay )?\d{1,2} tuổi"
        ),
        after=_CALLED_AFTER,
    ),
    Perhaps(
        _HOME,
        re.compile(rf"\d[A-Za-z]? {CAPITAL}"),
        re.compile(
            rf"{_AT}\d{{1,4}}[A-Za-z]?(?:/\d{{1,4}})* {_STREET}\b|{_AT}\d{{1,4}}(?:/\d{{1,4}}){{2,}} {_WORD}"
            rf"|{_AT}\d{{1,4}}[A-Za-z]? {_WORD}(?: {_WORD}){{1,2}}, (?:P\.|Q\.|phường |quận )? ?{_WORD}"
        ),
        unless=_OFFICE,
    ),
    Perhaps(
        _HOME,
        ("phòng ", "căn ", "lô ", "thửa "),
        re.compile(
            r"\b(?:phòng|căn) \d{3,4},? (?:tòa|toà) |\b[Ll]ô(?: số)? \d{1,3},? (?:khu dân cư|kdc|khu đô thị|KDC)\b"
            r"|\bthửa(?: đất)?(?: số)? \d"
        ),
        unless=_OFFICE,
    ),
    Perhaps(
        _HOME,
        ("nhà", "gps", "định vị"),
        re.compile(r"\b(?:nhà|GPS|gps|định vị)[^\d\n]{0,20}\d{1,2}\.\d{4,}[, ]+1\d\d\.\d{4,}"),
    ),
    # Ten signs of which some are no digits, or three points for those in the middle or at the end.
    Perhaps(
        _HALF,
        ("03", "05", "07", "08", "09", "0*", "0•", "+84"),
        re.compile(
            r"(?<![\w.])(?:0|\+84[ .\-]?)(?:[35789*•](?=[\d .\-]{0,9}[xX*•#])(?:[ .\-]?[\dxX*•#]){8}(?![\w*])"
            r"|[35789]\d\d[ .\-]?(?:\d{3}[ .\-]?)?(?:\.\.\.|…))"
        ),
    ),
    Perhaps(
        _HANDLE,
        ("facebook", "fb", "zalo", "tiktok"),
        re.compile(rf"\b(?:[Ff]acebook|FB|fb|[Zz]alo|[Tt]ik[Tt]ok)(?: của)? (?:{NAME}|(?:{_WORD} ){{1,3}}\d\d\b)"),
    ),
    Perhaps(_HANDLE, ("@",), re.compile(r"(?<![\w.@/])@[A-Za-z][\w.]{3,}")),
)
PATTERNS = tuple(kind.pattern for kind in _KINDS)
# Codes, in which there is no name, no handle and no telephone: no capital, no blank, no «@», no word as 09….
CODES = "(?:[a-z1-9]|0[0-246])[a-z0-9]*(?:[./-]+(?:[a-z1-9]|0[0-246])[a-z0-9]*)*"
# Most texts have none of these.
_WORTH = re.compile(r"[\d@]|[Ff]acebook|FB|fb|[Zz]alo|[Tt]ik[Tt]ok|sinh năm một")


def perhaps_personal(text: str) -> Iterator[str]:
    """Yield each kind of thing in the text that may be a private person's, once."""
    if _WORTH.search(text):
        lowered = text.lower()
        yield from dict.fromkeys(kind.what for kind in _KINDS if kind.is_in(text, lowered))
