"""Every way in which something personal is written, as a table of patterns with the words that must stand near."""

import re

from hoctap.check.personal_form import Form

_GAP = r"[ .\-\u00a0\u2011]"
# Not inside a longer number, nor after the first part of a date or of a number written in groups.
_ALONE = r"(?<![\w])(?<!\d[.,\-/ ])"
NO_MORE = r"(?![\w])(?![.,\-/ ]\d)"
_DAY = r"(?:0?[1-9]|[12]\d|3[01])[ ]?[/.\-][ ]?(?:0?[1-9]|1[0-2])[ ]?[/.\-][ ]?(?:19[3-9]\d|200\d|201[0-5])"
# Capitals of Vietnamese by name: in Unicode they stand among small letters.
_CAPITAL = "[A-ZÀÁẢÃẠĂẰẮẲẴẶÂẦẤẨẪẬÈÉẺẼẸÊỀẾỂỄỆÌÍỈĨỊÒÓỎÕỌÔỒỐỔỖỘƠỜỚỞỠỢÙÚỦŨỤƯỪỨỬỮỰỲÝỶỸỴĐ]"
_SURNAME = "(?:Nguyễn|Trần|Lê|Phạm|Huỳnh|Hoàng|Phan|Vũ|Võ|Đặng|Bùi|Đỗ|Ngô|Dương|Đinh|Trịnh|Đoàn|Lương|Mai|Tạ|Chu|Hồ(?! Chí Minh))"
# Those of peoples whose surnames are few letters or names of places are known by the word in the middle.
_NAME = (
    rf"(?:{_SURNAME}(?: {_CAPITAL}[a-zà-ỹđ]*){{1,4}}|{_CAPITAL}[a-zà-ỹđ]+ (?:Thị|Văn)(?: {_CAPITAL}[a-zà-ỹđ]+){{1,2}})"
)
_BORN = r"(?:19[3-9]\d|200\d|201[0-5])"
# What people put between the groups of a number besides spaces, dots and hyphens.
_SIGN = r"(?:[\])}] ?| ?[,:;*/|\u00b7\-] ?)"
_DIGIT_WORD = (
    r"(?:không|một|mốt|hai|ba|bốn|tư|năm|lăm|sáu|bảy|bẩy|tám|chín|zero|one|two|three|four|five|six|seven|eight|nine)"
)
_BANK = (
    r"(?:bidv|vietcombank|vcb|agribank|vietinbank|techcombank|mb|mbbank|acb|vib|vpbank|tpbank|hdbank|sacombank|lpbank)"
)


def _is_no_date(found: re.Match[str]) -> bool:
    return not re.match(r"\d{1,2}[ .\-]\d{1,2}[ .\-](?:19|20)\d\d", found[0])


_TAX_WORDS = re.compile(r"(?:mã số thuế|\bmst|mã số doanh nghiệp|mã số đơn vị|đkkd)[^\d\n]{0,20}$", re.IGNORECASE)
_TAX_WEIGHTS = (31, 29, 23, 19, 17, 13, 7, 5, 3)


def _is_a_tax_code(found: re.Match[str]) -> bool:
    """Return whether a number is called a tax code and its last digit is what the others make it.

    Those of Hồ Chí Minh City begin 03, as mobile telephones do. The word alone would hide any telephone.
    """
    digits = [int(char) for char in found[0] if char.isdigit()]
    if len(digits) != len(_TAX_WEIGHTS) + 1 or not _TAX_WORDS.search(found.string[: found.start()][-50:]):
        return False
    total = sum(weight * digit for weight, digit in zip(_TAX_WEIGHTS, digits[:-1], strict=True))
    return total % 11 == 10 - digits[-1]


def _is_a_telephone(found: re.Match[str]) -> bool:
    return _is_no_date(found) and not _is_a_tax_code(found)


def _is_a_province_code(found: re.Match[str]) -> bool:
    # The first three digits of an identity number are the province, 001 to 096; the fourth tells century and sex.
    digits = re.sub(r"\D", "", found[0])
    return 1 <= int(digits[:3]) <= 96


def _adds_up(found: re.Match[str]) -> bool:
    """Return whether the digits of a card pass the test that all cards pass (Luhn)."""
    digits = [int(char) for char in found[0] if char.isdecimal()]
    doubled = [digit * 2 - 9 * (digit > 4) for digit in digits[-2::-2]]
    return (sum(digits[-1::-2]) + sum(doubled)) % 10 == 0


def _has_many_digits(found: re.Match[str]) -> bool:
    return 9 <= sum(char.isdecimal() for char in found[0]) <= 15


def _is_in_groups(found: re.Match[str]) -> bool:
    """Return whether ten digits stand in groups between which there is always the same sign."""
    signs = [each.strip() for each in re.split(r"\d+", found[0])[1:-1]]
    return sum(char.isdecimal() for char in found[0]) == 10 and (len(set(signs)) == 1 or signs[0] in "])}")


def _has_letters_for_digits(found: re.Match[str]) -> bool:
    letters, digits = sum(char in "lIO" for char in found[0]), sum(char.isdecimal() for char in found[0])
    return letters + digits == 10 and letters <= 3


def _is_no_day_of_a_year(found: re.Match[str]) -> bool:
    """Return whether two numbers with a stroke between are no day and month: that of a house in an alley."""
    first, second = (int(number) for number in re.findall(r"\d+", found[0])[:2])
    return first > 31 or second > 12


PHONE, IDENTITY, PASSPORT = "số điện thoại", "số căn cước công dân", "số hộ chiếu"
ACCOUNT, EMAIL, PLATE = "số tài khoản, số thẻ", "địa chỉ thư điện tử", "biển số xe"
BIRTH, HOME, PROFILE = "ngày sinh của một người", "địa chỉ nhà riêng", "trang cá nhân"
FORMS = (
    Form(
        IDENTITY,
        re.compile(
            rf"{_ALONE}0(?:\d{{11}}|\d\d(?:{_GAP}\d{{3}}){{3}}|\d{{3}}(?:{_GAP}\d{{4}}){{2}}|(?: \d){{11}}){NO_MORE}"
        ),
        is_sure=_is_a_province_code,
    ),
    Form(
        IDENTITY,
        re.compile(
            r"(?:c[. ]?c[. ]?c[. ]?d|c[. ]?m[. ]?n[. ]?d|cmtnd|cmt|căn cước|chứng minh(?: nhân dân| thư)?|định danh cá nhân"
            r"|\bid card)(?: (?:9|12) số)?[^\d\n]{0,25}\d(?:[ .\-]?\d){8,11}(?!\d)",
            re.IGNORECASE,
        ),
        ("cccd", "c.c", "c c", "cmnd", "c.m", "c m", "cmt", "căn cước", "chứng minh", "định danh", "id card"),
    ),
    Form(
        PHONE,
        re.compile(rf"0(?<![\w.,]0)(?<!\d[.,\-/ ]0)[35789](?:[ .\-()_\u00a0\u2011]{{0,2}}\d){{8}}{NO_MORE}"),
        is_sure=_is_a_telephone,
    ),
    Form(
        PHONE,
        re.compile(rf"\((?:0|\+?84)[ ]?\d{{0,3}}\)[ .\-]?(?:\d{_GAP}?){{6,9}}(?!\d)"),
        is_sure=lambda m: _is_mobile(m[0]),
    ),
    Form(PHONE, re.compile(rf"0(?<![\w.,]0)(?<!\d[.,\-/ ]0)(?:[ .\-][35789])(?:[ .\-]\d){{8}}{NO_MORE}")),
    Form(
        PHONE,
        re.compile(rf"0(?<![\w.,/]0)[35789]\d{{1,2}}{_SIGN}\d{{3,4}}(?:{_SIGN}| )?\d{{3,4}}{NO_MORE}"),
        is_sure=_is_in_groups,
        has_digits=False,
    ),
    Form(
        PHONE,
        re.compile(
            rf"0(?<!\w0)[35789](?:\d?[lIO]\d?{_GAP}[\dlIO]{{3,4}}|\d{{1,2}}{_GAP}\d{{0,3}}[lIO]\d{{0,3}}){_GAP}?[\dlIO]{{3}}{NO_MORE}"
            rf"|0(?<!\w0)[35789]\d{{1,2}}{_GAP}\d{{3,4}}{_GAP}?\d{{0,2}}[lIO]\d{{0,2}}{NO_MORE}"
        ),
        is_sure=_has_letters_for_digits,
    ),
    Form(
        PHONE,
        re.compile(
            rf"[oOqQ](?<!\w.)[35789](?:{_GAP}?\d){{8}}{NO_MORE}|0(?<!\w0)[35789](?:\d*[lIO]\d*){{1,3}}(?<=[\dlIO]{{10}}){NO_MORE}"
        ),
    ),
    Form(
        PHONE,
        re.compile(r"\+(?<![\w)]\+)\(?\d{1,3}\)?(?:[ .\-()\u00a0]{0,2}\d){7,12}(?![\d])"),
        is_sure=lambda found: _has_many_digits(found) and not re.match(r"\+84\D{0,2}(?:\(0\))?\D{0,2}2", found[0]),
    ),
    Form(
        PHONE,
        re.compile(
            rf"{_ALONE}(?:00)?84(?:[35789]\d{{8}}|{_GAP}[35789](?:\d{{8}}|\d{{1,2}}(?:{_GAP}\d{{3,4}}){{2}})){NO_MORE}"
        ),
    ),
    Form(
        PHONE,
        re.compile(r"00(?<![\w.,]00)(?:1|44|33|49|61|65|66|81|82|86|7|855|856)(?:[ .\-]?\d){8,11}(?!\d)"),
        is_sure=_has_many_digits,
    ),
    Form(
        PHONE,
        re.compile(
            r"(?:điện thoại|đ[t]\b|sđt|số máy|di động|hotline|zalo|viber|whatsapp|liên hệ|gọi|mobile|phone|tel)"
            r"[^\d\n]{0,15}0\W{0,2}[35789](?:\W{0,3}\d){8}(?!\d)",
            re.IGNORECASE,
        ),
        (
            "điện thoại",
            "đt",
            "sđt",
            "số máy",
            "di động",
            "hotline",
            "zalo",
            "viber",
            "whatsapp",
            "liên hệ",
            "gọi",
            "mobile",
            "phone",
            "tel",
        ),
        _is_no_date,
    ),
    Form(
        PHONE,
        re.compile(rf"\b(?:không|ko|zero)(?:[ ,.\-]{{1,3}}(?:{_DIGIT_WORD}|[0-9]+)){{4,9}}\b", re.IGNORECASE),
        ("không", "ko", "zero"),
        lambda found: len(re.findall(rf"{_DIGIT_WORD}\b|\bko\b|\d", found[0], re.IGNORECASE)) == 10,
        has_digits=False,
    ),
    Form(
        EMAIL,
        re.compile(r"@(?<=[\w.+@-]@)(?:[\w-]+ ?\.[\w.-]+|(?:gmail|yahoo|hotmail|outlook|icloud)\b)"),
        ("@",),
        has_digits=False,
    ),
    Form(
        EMAIL,
        re.compile(r"[\w.+-]%40[\w-]+\.[a-z]{2,}|[\w.]{3,}[ #]gmail[ .]com\b"),
        ("%40", "gmail"),
        has_digits=False,
    ),
    Form(
        EMAIL,
        re.compile(
            r"[\w.+-]+ ?(?:[\[({<] ?(?:at|a còng|a móc|@) ?[\])}>]|＠| @ ?|@ | a còng | at ) ?[\w-]+"
            r" ?(?:\.|[\[({] ?(?:dot|chấm|\.) ?[\])}]| chấm | dot ) ?(?:com|vn|net|org|edu|gov|info|me|io)\b",
            re.IGNORECASE,
        ),
        ("at]", "at )", "at)", "at}", "at ]", "còng", "móc", "＠", " @", "@ ", "[@", "(@", " at "),
        has_digits=False,
    ),
    Form(
        PASSPORT,
        re.compile(r"(?:hộ chiếu|passport)[^\d\n]{0,20}?[A-Z]{1,2}[ ]?\d{6,8}(?!\d)", re.IGNORECASE),
        ("hộ chiếu", "passport"),
    ),
    Form(PASSPORT, re.compile(rf"[BCEPN](?<![\w\-.].)\d{{7}}{NO_MORE}")),
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
        re.compile(rf"(?<![\w.,])(?:4\d{{3}}|5[1-5]\d\d|9704)(?:[ \-]?\d{{4}}){{3}}{NO_MORE}"),
        is_sure=_adds_up,
    ),
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
            rf"[\s:.\-(]{{0,4}}(?:{_DAY}|(?:19[3-9]\d|200\d|201[0-5])-\d\d-\d\d|\d{{1,2}} tháng \d{{1,2}}(?: năm|,)? (?:19[3-9]\d|20[01]\d))",
            re.IGNORECASE,
        ),
        ("sinh", "dob", "birth", "born", "sn", "s/n", "ns:"),
    ),
    Form(
        BIRTH,
        re.compile(
            rf"{_NAME} ?[,(;:\-–] ?(?:sinh năm|sinh|SN:?|sn:?|s\.n\.?|năm sinh:?) ?{_BORN}\b"
            rf"|{_CAPITAL}[^\s\d]* ?[,(;] ?(?:sinh năm|SN:?) ?{_BORN}\b|{_CAPITAL}[^\s\d]* sinh {_DAY}(?!\d)"
            rf"|năm sinh:? ?{_BORN}[,;:\-–( ]{{1,3}}{_NAME}"
        ),
        ("sinh", "sn", "s.n"),
    ),
    Form(BIRTH, re.compile(rf"{_NAME} ?[,(;:\-–] ?\(?{_DAY}(?!\d)")),
    Form(
        HOME,
        re.compile(
            r"(?:số nhà|nhà số|nhà riêng(?: ở| tại)?(?: số)?|thường trú(?: tại)?(?: số)?:?|tạm trú(?: tại)?(?: số)?:?|trú tại(?: số)?|ngụ tại(?: số)?|(?:đang )?ở tại(?: số)?|căn hộ(?: số)?"
            r"|chỗ ở(?: hiện nay| hiện tại)?:?(?: số)?|nơi ở:?(?: số)?|địa chỉ nhà:?(?: số)?|hộ khẩu(?: thường trú)?:?(?: số)?)[ :]{0,3}\d{1,4}[a-z]?\b(?![.,]\d)(?! (?:người|hộ|%|học|trường|lớp|thôn|xã|tỉnh|huyện|nơi|điểm|cơ sở|đơn vị|tầng|m))"
            r"|\bsn:? ?\d{1,4},? (?:tổ|ngõ|ngách|hẻm|đường|phố|ấp|thôn|khu)\b|\bcăn(?: hộ)? \d{2,4},? (?:tòa|chung cư|nhà|block)\b",
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
        ),
        has_digits=False,
    ),
    Form(
        HOME,
        re.compile(
            rf"(?:\bsố )?\d{{1,4}}[A-Za-z]?(?:/\d{{1,4}}[A-Za-z]?)* ?,? ?(?:ngõ|ngách|hẻm|kiệt) \d{{1,4}}|(?:ngõ|ngách|hẻm|kiệt) \d{{1,4}}(?:(?:/\d{{1,4}})+| {_CAPITAL})"
        ),
        ("ngõ ", "ngách ", "hẻm ", "kiệt "),
        has_digits=False,
    ),
    Form(HOME, re.compile(rf"/\d{{1,3}} (?:đường|phố) {_CAPITAL}|\bK\d{{1,4}}/\d{{1,4}} {_CAPITAL}"), has_digits=False),
    Form(
        HOME,
        re.compile(
            rf"\b\d{{1,4}}(?:/\d{{1,3}}){{1,3}} (?:Nguyễn|Trần|Lê|Lý|Phạm|Phan|Huỳnh|Võ|Vũ|Đặng|Bùi|Đỗ|Ngô|Đinh) {_CAPITAL}"
        ),
        is_sure=_is_no_day_of_a_year,
        has_digits=False,
    ),
    Form(
        PROFILE,
        re.compile(
            r"(?:facebook|fb)\.(?:com|me)/(?:profile\.php|people/|[\w.]{5,})|zalo\.me/(?:\+?\d|g/)|linkedin\.com/(?:in|pub)/|t\.me/\w"
            r"|instagram\.com/\w|(?:tiktok|youtube)\.com/@|youtube\.com/(?:channel|c|user)/|youtu\.be/@|v[tm]\.tiktok\.com/\w|threads\.net/@|(?:twitter|\bx)\.com/\w|messenger\.com/t/|m\.me/\w"
            r"|(?:facebook|fb|zalo|tiktok|instagram|telegram|skype|viber|wechat)(?: (?:id|nick)\b:?| ?:| (?=@)) ?@?(?!nhóm|hội|trang|kênh|oa\b|của|các|fanpage)[\w.]{3,}",
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
        ),
        has_digits=False,
    ),
)


def _is_mobile(text: str) -> bool:
    digits = re.sub(r"^(?:84|0)", "", re.sub(r"\D", "", text))
    return len(digits) == 9 and digits[0] in "35789"
