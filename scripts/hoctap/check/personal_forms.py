"""Every way in which something personal is written, as a table of patterns with the words that must stand near."""

import re

from hoctap.check.personal_form import ALONE, GAP, NO_MORE, Form
from hoctap.check.telephones import TELEPHONES

_DAY = r"(?:0?[1-9]|[12]\d|3[01])[ ]?[/.\-][ ]?(?:0?[1-9]|1[0-2])[ ]?[/.\-][ ]?(?:19[3-9]\d|200\d|201[0-5])"
# Capitals of Vietnamese by name: in Unicode they stand among small letters.
CAPITAL = "[A-ZÀÁẢÃẠĂẰẮẲẴẶÂẦẤẨẪẬÈÉẺẼẸÊỀẾỂỄỆÌÍỈĨỊÒÓỎÕỌÔỒỐỔỖỘƠỜỚỞỠỢÙÚỦŨỤƯỪỨỬỮỰỲÝỶỸỴĐ]"
_SURNAME = "(?:Nguyễn|Trần|Lê|Phạm|Huỳnh|Hoàng|Phan|Vũ|Võ|Đặng|Bùi|Đỗ|Ngô|Dương|Đinh|Trịnh|Đoàn|Lương|Mai|Tạ|Chu|Hồ(?! Chí Minh))"
# Those of peoples whose surnames are few letters or names of places are known by the word in the middle.
NAME = rf"(?:{_SURNAME}(?: {CAPITAL}[a-zà-ỹđ]*){{1,4}}|{CAPITAL}[a-zà-ỹđ]+ (?:Thị|Văn)(?: {CAPITAL}[a-zà-ỹđ]+){{1,2}})"
BORN = r"(?:19[3-9]\d|200\d|201[0-5])"
_NETWORK = r"(?:facebook|fb|zalo|tiktok|instagram|insta|telegram|skype|viber|wechat|threads|twitter|youtube)"
_BANK = (
    r"(?:bidv|vietcombank|vcb|agribank|vietinbank|techcombank|mb|mbbank|acb|vib|vpbank|tpbank|hdbank|sacombank|lpbank)"
)


def _is_a_province_code(found: re.Match[str]) -> bool:
    # The first three digits of an identity number are the province, 001 to 096; the fourth tells century and sex.
    digits = re.sub(r"\D", "", found[0])
    return 1 <= int(digits[:3]) <= 96


def _adds_up(found: re.Match[str]) -> bool:
    """Return whether the digits of a card pass the test that all cards pass (Luhn)."""
    digits = [int(char) for char in found[0] if char.isdecimal()]
    doubled = [digit * 2 - 9 * (digit > 4) for digit in digits[-2::-2]]
    return (sum(digits[-1::-2]) + sum(doubled)) % 10 == 0


def _is_an_iban(found: re.Match[str]) -> bool:
    """Return whether an account number of another country passes the test of its two check digits (ISO 13616)."""
    number = found[0].replace(" ", "")
    return 15 <= len(number) <= 34 and int("".join(str(int(c, 36)) for c in number[4:] + number[:4])) % 97 == 1


def _is_no_day_of_a_year(found: re.Match[str]) -> bool:
    """Return whether two numbers with a stroke between are no day and month: that of a house in an alley."""
    first, second = (int(number) for number in re.findall(r"\d+", found[0])[:2])
    return first > 31 or second > 12


IDENTITY, PASSPORT = "số căn cước công dân", "số hộ chiếu"
PAPERS = "số giấy tờ của một người"
ACCOUNT, EMAIL, PLATE = "số tài khoản, số thẻ", "địa chỉ thư điện tử", "biển số xe"
BIRTH, HOME, PROFILE = "ngày sinh của một người", "địa chỉ nhà riêng", "trang cá nhân"
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
    # Banks have unions and associations of their own, so after their names only a long number by itself counts.
    Form(
        ACCOUNT,
        re.compile(
            rf"\b(?:{_BANK}|tk)\b(?: số)?[ :.\-–]{{1,4}}\d(?: ?\d){{8,18}}(?!\d)(?![.,]\d)(?! ?(?:đ|đồng|triệu|tỷ|vnd)\b)"
            rf"|\b\d(?<![\d.,]\d)\d{{8,15}} ?[\-(,] ?(?:tại )?(?:ngân hàng )?{_BANK}\b",
            re.IGNORECASE,
        ),
        ("bidv", "vcb", "bank", "tk", "mb ", "mb:", " mb", "acb", "vib"),
    ),
    Form(
        ACCOUNT,
        re.compile(
            r"(?:\bstk|chủ (?:tk|tài khoản)\b|thẻ (?:atm|tín dụng|ngân hàng|ghi nợ)\b|số t\.?k\b|\btk số|số tài khoản|tài khoản số|tài khoản(?: ngân hàng)?:|tài khoản (?:ngân hàng|vcb|bidv|agribank|vietinbank|mb)"
            r"|\ba/c\b|account (?:no|number)|số thẻ)"
            r"[^\d\n]{0,30}\d(?:[ .\-]?\d){7,18}(?!\d)(?![.,]\d)(?! ?(?:đ|đồng|triệu|tỷ|vnd)\b)",
            re.IGNORECASE,
        ),
        ("stk", "tk", "t.k", "tài khoản", "a/c", "account", "thẻ ", "bidv", "bank"),
    ),
    Form(
        ACCOUNT,
        re.compile(r"\b[A-Z]{2}\d\d(?:(?: [A-Z0-9]{4}){2,7}(?: [A-Z0-9]{1,3})?|[A-Z0-9]{11,30})\b"),
        is_sure=_is_an_iban,
    ),
    Form(ACCOUNT, re.compile(r"\biban\b[^\d\n]{0,6}\d\d(?: ?[A-Z0-9]){10,30}", re.IGNORECASE), ("iban",)),
    Form(
        ACCOUNT,
        re.compile(rf"(?<![\w.,])(?:4\d{{3}}|5[1-5]\d\d|9704)(?:[ \-]?\d{{4}}){{3}}{NO_MORE}"),
        is_sure=_adds_up,
    ),
    # Cards of Vietnamese banks, and accounts as codes for paying name them: the bank, then the number.
    Form(ACCOUNT, re.compile(rf"(?<![\w.,])9704(?:\d{{15}}|\d\d[ \-]\d{{6,15}}){NO_MORE}")),
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
    Form(
        PROFILE,
        re.compile(
            rf"(?<![\w.@/])@[A-Za-z][\w.]{{3,}} ?(?:\(|trên |ở |qua |- )?{_NETWORK}\b|\b(?:{_NETWORK}|ig|x)\b ?[:\-]? ?@[A-Za-z][\w.]{{3,}}",
            re.IGNORECASE,
        ),
        ("@",),
        has_digits=False,
    ),
    Form(
        PROFILE,
        re.compile(
            r"(?:facebook|fb)\.(?:com|me)/(?:profile\.php|people/|[\w.]{5,})|zalo\.me/(?:\+?\d|g/)|linkedin\.com/(?:in|pub)/|t\.me/\w"
            r"|instagram\.com/\w|(?:tiktok|youtube)\.com/@|youtube\.com/(?:channel|c|user)/|youtu\.be/@|v[tm]\.tiktok\.com/\w|threads\.net/@|(?:twitter|\bx)\.com/\w|messenger\.com/t/|m\.me/\w"
            r"|(?:facebook|fb|zalo|tiktok|instagram|telegram|skype|viber|wechat)(?: (?:id|nick)\b:?| ?:| (?=@)) ?@?(?!nhóm|hội|trang|kênh|oa\b|của|các|fanpage)[\w.]{3,}"
            # A word with a number in it is a name somebody chose.
            r"|\b(?:facebook|fb|zalo|tiktok|instagram|insta|ig|telegram|tele|skype|viber|wechat|discord|line id|snapchat)\b(?: id)?[ :]{1,3}@?[a-z][a-z._:#]*\d[\w.#]*",
            re.IGNORECASE,
        ),
        (
            "facebook",
            "fb.",
            "fb:",
            "fb :",
            "zalo.me",
            "zalo:",
            "zalo :",
            "linkedin",
            "t.me/",
            "instagram",
            "tiktok",
            "youtube.com/",
            "youtu.be/@",
            "telegram",
            "skype",
            "viber",
            "wechat",
            "zalo ",
            "threads.net",
            "/x.com",
            " x.com",
            "twitter",
            "messenger",
            "m.me/",
            "facebook ",
            "fb ",
            "insta ",
            "insta:",
            " ig ",
            "ig:",
            "tele ",
            "tele:",
            "discord",
            "line id",
            "snapchat",
        ),
        has_digits=False,
    ),
)
