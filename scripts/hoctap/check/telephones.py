"""Every way in which a telephone number is written, and what looks like one and is none: a day, a tax code."""

import re

from hoctap.check.personal_form import ALONE, GAP, NO_MORE, Form

PHONE = "số điện thoại"
# What people put between the groups of a number besides spaces, dots and hyphens.
_SIGN = r"(?:[\])}] ?| ?[,:;*/|\u00b7\-] ?)"
_DIGIT_WORD = (
    r"(?:không|một|mốt|hai|ba|bốn|tư|năm|lăm|sáu|bảy|bẩy|tám|chín|zero|one|two|three|four|five|six|seven|eight|nine)"
)

# «năm» after digits is a year more often than a five.
_DIGIT_WORD_BUT_YEAR = _DIGIT_WORD.replace("|năm|", "|")


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


def _has_many_digits(found: re.Match[str]) -> bool:
    return 9 <= sum(char.isdecimal() for char in found[0]) <= 15


def _is_in_groups(found: re.Match[str]) -> bool:
    """Return whether ten digits stand in groups between which there is always the same sign."""
    signs = [each.strip() for each in re.split(r"\d+", found[0])[1:-1]]
    return sum(char.isdecimal() for char in found[0]) == 10 and (len(set(signs)) == 1 or signs[0] in "])}")


def _has_letters_for_digits(found: re.Match[str]) -> bool:
    letters, digits = sum(char in "lIO" for char in found[0]), sum(char.isdecimal() for char in found[0])
    return letters + digits == 10 and letters <= 3


def _is_mobile(text: str) -> bool:
    digits = re.sub(r"^(?:84|0)", "", re.sub(r"\D", "", text))
    return len(digits) == 9 and digits[0] in "35789"


_DIGITS = {
    "zero": 0,
    "một": 1,
    "mốt": 1,
    "one": 1,
    "hai": 2,
    "two": 2,
    "ba": 3,
    "three": 3,
    "bốn": 4,
    "tư": 4,
    "four": 4,
}
_DIGITS |= {"năm": 5, "lăm": 5, "five": 5, "sáu": 6, "six": 6, "bảy": 7, "bẩy": 7, "seven": 7, "tám": 8, "eight": 8}
_DIGITS |= {"chín": 9, "nine": 9, "không": 0, "ko": 0}


def _is_partly_in_words(found: re.Match[str]) -> bool:
    """Return whether words and digits make the ten of a mobile; «năm» alone means a year, «không» not."""
    parts = re.findall(rf"{_DIGIT_WORD}\b|\bko\b|{_DIGIT_WORD}(?=\d)|\d+", found[0].lower())
    number = "".join(part if part.isdecimal() else str(_DIGITS[part]) for part in parts)
    words = [part for part in parts if not part.isdecimal()]
    telling = set(words) - {"năm", "không", "ko"} or (words and parts[0] in ("không", "ko"))
    return len(number) == 10 and number[0] == "0" and number[1] in "35789" and bool(telling)


TELEPHONES = (
    Form(
        PHONE,
        re.compile(rf"0(?<![\w.,]0)(?<!\d[.,\-/ ]0)[35789](?:(?:[ .\-()_\u00a0\u2011]{{0,2}}| \. )\d){{8}}{NO_MORE}"),
        is_sure=_is_a_telephone,
    ),
    Form(
        PHONE,
        re.compile(rf"\((?:0|\+?84)[ ]?\d{{0,3}}\)[ .\-]?(?:\d{GAP}?){{6,9}}(?!\d)"),
        is_sure=lambda m: _is_mobile(m[0]),
    ),
    Form(
        PHONE,
        # One digit at a time, or the first alone; and eleven digits, as before 2018.
        re.compile(
            rf"0(?<![\w.,]0)(?<!\d[.,\-/ ]0)(?:[ .\-][35789](?:[ .\-]\d){{8}}|[ \-][35789]\d\d(?:[ \-]\d{{3}}){{2}}"
            rf"|1(?:2\d|6[2-9]|8[68]|99)(?:[ .\-]?\d){{7}}|16[ .\-][2-9](?:[ .\-]?\d){{7}}){NO_MORE}"
        ),
    ),
    Form(
        PHONE,
        re.compile(rf"0(?<![\w.,/]0)[35789]\d{{1,2}}{_SIGN}\d{{3,4}}(?:{_SIGN}| )?\d{{3,4}}{NO_MORE}"),
        is_sure=_is_in_groups,
        has_digits=False,
    ),
    Form(
        PHONE,
        re.compile(
            rf"0(?<!\w0)[35789](?:\d?[lIO]\d?{GAP}[\dlIO]{{3,4}}|\d{{1,2}}{GAP}\d{{0,3}}[lIO]\d{{0,3}}){GAP}?[\dlIO]{{3}}{NO_MORE}"
            rf"|0(?<!\w0)[35789]\d{{1,2}}{GAP}\d{{3,4}}{GAP}?\d{{0,2}}[lIO]\d{{0,2}}{NO_MORE}"
        ),
        is_sure=_has_letters_for_digits,
    ),
    Form(
        PHONE,
        re.compile(
            rf"[oOqQ](?<!\w.)[35789](?:{GAP}?\d){{8}}{NO_MORE}|0(?<!\w0)[35789](?:\d*[lIO]\d*){{1,3}}(?<=[\dlIO]{{10}}){NO_MORE}"
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
            rf"{ALONE}(?:00)?84(?:[35789]\d{{8}}|{GAP}[35789](?:\d{{8}}|\d{{1,2}}(?:{GAP}\d{{3,4}}){{2}})){NO_MORE}"
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
        re.compile(rf"\b(?:không|ko|zero)(?:[ ,.\-]{{1,3}}(?:{_DIGIT_WORD}|\d+)){{2,9}}\b", re.IGNORECASE),
        ("không", "ko", "zero"),
        _is_partly_in_words,
        has_digits=False,
    ),
    Form(
        PHONE,
        re.compile(
            r"0(?<![\w]0)\d*(?:[ .\-]\d+){0,3}[ ,.\-]{0,3}"
            rf"(?:{_DIGIT_WORD_BUT_YEAR}|năm[ ,.\-]{{1,3}}{_DIGIT_WORD})"
            rf"(?:[ ,.\-]{{0,3}}(?:{_DIGIT_WORD}|\d+)){{1,8}}\b",
            re.IGNORECASE,
        ),
        ("một", "hai", "ba", "bốn", "tư", "sáu", "bảy", "bẩy", "tám", "chín"),
        _is_partly_in_words,
        has_digits=False,
    ),
    Form(
        PHONE,
        re.compile(
            rf"\b(?:ba|năm|bảy|bẩy|tám|chín)(?:[ ,.\-]{{1,3}}{_DIGIT_WORD}){{8}}\b(?![ ,.\-]{{1,3}}{_DIGIT_WORD})",
            re.IGNORECASE,
        ),
        ("ba", "năm", "bảy", "bẩy", "tám", "chín"),
        has_digits=False,
    ),
)
