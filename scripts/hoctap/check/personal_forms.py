"""Every way in which something personal is written, as a table of patterns with the words that must stand near."""

import re

from hoctap.check.accounts import ACCOUNTS
from hoctap.check.personal_form import ALONE, GAP, NO_MORE, Form
from hoctap.check.profiles import PROFILES
from hoctap.check.telephones import TELEPHONES

_DAY = r"(?:0?[1-9]|[12]\d|3[01])[ ]?[/.\-][ ]?(?:0?[1-9]|1[0-2])[ ]?[/.\-][ ]?(?:19[3-9]\d|200\d|201[0-5])"
# Capitals of Vietnamese by name: in Unicode they stand among small letters.
CAPITAL = "[A-ZÀÁẢÃẠĂẰẮẲẴẶÂẦẤẨẪẬÈÉẺẼẸÊỀẾỂỄỆÌÍỈĨỊÒÓỎÕỌÔỒỐỔỖỘƠỜỚỞỠỢÙÚỦŨỤƯỪỨỬỮỰỲÝỶỸỴĐ]"
_SURNAME = "(?:Nguyễn|Trần|Lê|Phạm|Huỳnh|Hoàng|Phan|Vũ|Võ|Đặng|Bùi|Đỗ|Ngô|Dương|Đinh|Trịnh|Đoàn|Lương|Mai|Tạ|Chu|Hồ(?! Chí Minh))"
# Those of peoples whose surnames are few letters or names of places are known by the word in the middle.
NAME = rf"(?:{_SURNAME}(?: {CAPITAL}[a-zà-ỹđ]*){{1,4}}|{CAPITAL}[a-zà-ỹđ]+ (?:Thị|Văn)(?: {CAPITAL}[a-zà-ỹđ]+){{1,2}})"
BORN = r"(?:19[3-9]\d|200\d|201[0-5])"


def _is_a_province_code(found: re.Match[str]) -> bool:
    # The first three digits of an identity number are the province, 001 to 096; the fourth tells century and sex.
    digits = re.sub(r"\D", "", found[0])
    return 1 <= int(digits[:3]) <= 96


def _is_no_day_of_a_year(found: re.Match[str]) -> bool:
    """Return whether two numbers with a stroke between are no day and month: that of a house in an alley."""
    first, second = (int(number) for number in re.findall(r"\d+", found[0])[:2])
    return first > 31 or second > 12


IDENTITY, PASSPORT = "số căn cước công dân", "số hộ chiếu"
PAPERS = "số giấy tờ của một người"
EMAIL, PLATE = "địa chỉ thư điện tử", "biển số xe"
BIRTH, HOME = "ngày sinh của một người", "địa chỉ nhà riêng"
FORMS: tuple[Form, ...] = (
    Form(
        IDENTITY,
        re.compile(
            rf"{ALONE}0(?:\d{{11}}|\d\d(?:{GAP}\d{{3}}){{3}}|\d{{3}}(?:{GAP}\d{{4}}){{2}}|(?: \d){{11}}){NO_MORE}"
        ),
        is_sure=_is_a_province_code,
    ),
    Form(
        IDENTITY,
        re.compile(
            r"(?:c[. ]?c[. ]?c[. ]?d|c[. ]?m[. ]?n[. ]?d|cmtnd|cmt|căn cước|chứng minh(?: nhân dân| thư)?|định danh cá nhân"
            r"|\bid card|\bcm nhân dân)(?: (?:9|12) số)?[^\d\n]{0,25}\d(?:[ .\-]?\d){8,11}(?!\d)",
            re.IGNORECASE,
        ),
        (
            "cccd",
            "c.c",
            "c c",
            "cmnd",
            "c.m",
            "c m",
            "cmt",
            "căn cước",
            "chứng minh",
            "định danh",
            "id card",
            "cm nhân",
        ),
    ),
    # Social insurance, driving licences, tax codes of persons: the word, since as many digits are money.
    Form(
        PAPERS,
        re.compile(
            r"(?:bhxh|bảo hiểm xã hội|\bgplx|giấy phép lái xe|bằng lái(?: xe)?|(?:mã số thuế|\bmst) (?:của )?cá nhân|\bmstcn|\bbhyt|bảo hiểm y tế)"
            # Years one after the other are none.
            r"[^\d\n]{0,20}(?!(?:19|20)\d\d (?:19|20)\d\d )\d(?: ?\d){9,11}(?!\d)(?![.,]\d)(?! ?(?:đ|đồng|triệu|tỷ|vnd|người|lượt)\b)"
            r"|\b(?-i:[A-Z]{2})[1-5] ?\d\d ?(?: ?\d){10}\b",
            re.IGNORECASE,
        ),
        (
            "bhxh",
            "bảo hiểm",
            "gplx",
            "lái xe",
            "bằng lái",
            "thuế cá nhân",
            "mst cá nhân",
            "mst của cá nhân",
            "thuế của cá nhân",
            "mstcn",
            "bhyt",
        ),
    ),
    *TELEPHONES,
    Form(
        EMAIL,
        re.compile(r"@(?<=[\w.+@-]@)(?:[\w-]+ ?\.[\w.-]+|(?:gmail|yahoo|hotmail|outlook|icloud)\b)"),
        ("@",),
        has_digits=False,
    ),
    Form(
        EMAIL,
        re.compile(
            r"[\w.+-]%40[\w-]+\.[a-z]{2,}|[\w.]{3,}[ #]gmail[ .]com\b|\be?-?mail:? [\w.]{3,},? ?(?:gmail|yahoo)\b"
        ),
        ("%40", "gmail", "yahoo"),
        has_digits=False,
    ),
    Form(
        EMAIL,
        re.compile(
            r"[\w.+-]+ ?(?:[\[({<] ?(?:at|a|a còng|a móc|@) ?[\])}>]|＠| @ ?|@ | a còng | at |-at-) ?[\w-]+?"
            r" ?(?:\.|[\[({] ?(?:dot|chấm|\.) ?[\])}]| chấm | dot |-dot-) ?(?:com|vn|net|org|edu|gov|info|me|io)\b",
            re.IGNORECASE,
        ),
        ("at]", "at )", "at)", "at}", "at ]", "còng", "móc", "＠", " @", "@ ", "[@", "(@", " at ", "(a)", "-at-"),
        has_digits=False,
    ),
    Form(
        PASSPORT,
        re.compile(r"(?:hộ chiếu|passport)[^\d\n]{0,20}?[A-Z]{1,2}[ ]?\d{6,8}(?!\d)", re.IGNORECASE),
        ("hộ chiếu", "passport"),
    ),
    Form(PASSPORT, re.compile(rf"[BCEPN](?<![\w\-.].)\d{{7}}{NO_MORE}(?!\.[a-z])")),
    *ACCOUNTS,
    Form(
        PLATE,
        re.compile(
            r"[1-9](?<![\w.\-/].)\d ?-? ?(?:[A-Z]{1,2}\d? ?[- .]? ?\d{3}\.|(?:NG|NN|QT)-?\d{3}-?)\d{2}(?![\w])(?![.,]\d)"
        ),
    ),
    Form(PLATE, re.compile(r"[1-9](?<![\w.\-/].)\d-?[A-Z]\d?[ \-]?\d{5}(?![\w])(?![.,\-/]\d)")),
    Form(
        PLATE,
        re.compile(
            r"(?:biển số|biển kiểm soát|\bbks)[^\d\n]{0,20}\d\d ?-? ?[A-Z]{1,2}\d? ?[- .]? ?\d{3}\.?\d{1,2}",
            re.IGNORECASE,
        ),
        ("biển", "bks"),
    ),
    Form(
        BIRTH,
        re.compile(
            rf"(?:(?<!học )(?<!thí )(?<!giáng )(?<!hy )(?<!khai )(?<!tuyển )sinh(?: ngày|:)|ngày sinh|ngày,? tháng,? năm sinh|\bNS:|\bdob\b|date of birth|\bborn(?: on)?|\bs/?n\b)"
            rf"[\s:.\-(]{{0,4}}(?:{_DAY}|(?:19[3-9]\d|200\d|201[0-5])-\d\d-\d\d|(?:mùng |mồng )?\d{{1,2}} tháng \d{{1,2}}(?: năm|,)? (?:19[3-9]\d|20[01]\d)|\d{{1,2}} [a-z]{{3,9}},? (?:19[3-9]\d|200\d|201[0-5]))",
            re.IGNORECASE,
        ),
        ("sinh", "dob", "birth", "born", "sn", "s/n", "ns:"),
    ),
    Form(
        BIRTH,
        re.compile(
            rf"{NAME} ?[,(;:\-–] ?(?:sinh năm|sinh|SN:?|sn:?|s\.n\.?|năm sinh:?) ?(?:{BORN}\b|{_DAY}(?!\d))"
            rf"|\b(?:[Aa]nh|[Cc]hị|[Ôô]ng|[Bb]à|[Cc]ô|[Cc]hú|[Bb]ác|[Ee]m|[Cc]háu|[Tt]hầy)(?: {CAPITAL}[a-zà-ỹđ]*){{1,4}},? sinh năm {BORN}\b"
            rf"|{CAPITAL}[^\s\d]* ?[,(;] ?(?:sinh năm|SN:?) ?{BORN}\b|{CAPITAL}[^\s\d]* sinh {_DAY}(?!\d)"
            rf"|năm sinh:? ?{BORN}[,;:\-–( ]{{1,3}}{NAME}"
        ),
        ("sinh", "sn", "s.n"),
    ),
    Form(BIRTH, re.compile(rf"{NAME} ?[,(;:\-–] ?\(?{_DAY}(?!\d)")),
    Form(
        HOME,
        re.compile(
            r"(?:số nhà|nhà số|nhà riêng(?: ở| tại)?(?: số)?|thường trú(?: tại)?(?: số)?:?|tạm trú(?: tại)?(?: số)?:?|trú tại(?: số)?|ngụ tại(?: số)?|(?:đang )?ở tại(?: số)?|căn hộ(?: số)?"
            r"|chỗ ở(?: hiện nay| hiện tại)?:?(?: số)?|nơi ở:?(?: số)?|địa chỉ nhà:?(?: số)?|hộ khẩu(?: thường trú)?:?(?: số)?)[ :]{0,3}\d{1,4}[a-z]?\b(?![.,]\d)(?! (?:người|hộ|%|học|trường|lớp|thôn|xã|tỉnh|huyện|nơi|điểm|cơ sở|đơn vị|tầng|m))"
            r"|\bsn:? ?\d{1,4},? (?:tổ|ngõ|ngách|hẻm|đường|phố|ấp|thôn|khu)\b|\bcăn(?: hộ)? \d{2,4},? (?:tòa|toà|chung cư|nhà|block)\b|(?:\bp\.? ?|phòng )\d{2,4},? chung cư\b",
            re.IGNORECASE,
        ),
        (
            "số nhà",
            "nhà số",
            "nhà riêng",
            "trú",
            "ngụ tại",
            "chỗ ở",
            "nơi ở",
            "địa chỉ nhà",
            "hộ khẩu",
            "ở tại",
            "căn ",
            "sn ",
            "sn:",
            "chung cư",
        ),
        has_digits=False,
    ),
    Form(
        HOME,
        re.compile(
            rf"(?:\bsố )?\d{{1,4}}[A-Za-z]?(?:/\d{{1,4}}[A-Za-z]?)* ?,? ?(?:ngõ|ngách|hẻm|kiệt) \d{{1,4}}|(?:ngõ|ngách|hẻm|kiệt) \d{{1,4}}(?:(?:/\d{{1,4}})+| {CAPITAL})"
        ),
        ("ngõ ", "ngách ", "hẻm ", "kiệt "),
        has_digits=False,
    ),
    Form(HOME, re.compile(rf"/\d{{1,3}} (?:đường|phố) {CAPITAL}|\bK\d{{1,4}}/\d{{1,4}} {CAPITAL}"), has_digits=False),
    Form(
        HOME,
        re.compile(
            rf"\b\d{{1,4}}(?:/\d{{1,3}}){{1,3}} (?:Nguyễn|Trần|Lê|Lý|Phạm|Phan|Huỳnh|Võ|Vũ|Đặng|Bùi|Đỗ|Ngô|Đinh) {CAPITAL}"
        ),
        is_sure=_is_no_day_of_a_year,
        has_digits=False,
    ),
    *PROFILES,
)
