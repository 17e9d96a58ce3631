"""Every way in which the number of an account or a card is written, and what makes sure that it is one."""

import re

from hoctap.check.personal_form import NO_MORE, Form

ACCOUNT = "số tài khoản, số thẻ"
_BANK = (
    r"(?:bidv|vietcombank|vcb|agribank|vietinbank|techcombank|mb|mbbank|acb|vib|vpbank|tpbank|hdbank|sacombank|lpbank)"
)
_NO_MONEY = r"(?!\d)(?![.,]\d)(?! ?(?:đ|đồng|triệu|tỷ|vnd)\b)"


def _adds_up(found: re.Match[str]) -> bool:
    """Return whether the digits of a card pass the test that all cards pass (Luhn)."""
    digits = [int(char) for char in found[0] if char.isdecimal()]
    doubled = [digit * 2 - 9 * (digit > 4) for digit in digits[-2::-2]]
    return (sum(digits[-1::-2]) + sum(doubled)) % 10 == 0


def _is_an_iban(found: re.Match[str]) -> bool:
    """Return whether an account number of another country passes the test of its two check digits (ISO 13616)."""
    number = found[0].replace(" ", "")
    return 15 <= len(number) <= 34 and int("".join(str(int(c, 36)) for c in number[4:] + number[:4])) % 97 == 1


ACCOUNTS = (
    # Banks have unions and associations of their own, so after their names only a long number by itself counts.
    Form(
        ACCOUNT,
        re.compile(
            rf"\b(?:{_BANK}|tk)\b(?: số)?[ :.\-–]{{1,4}}\d(?: ?\d){{8,18}}{_NO_MONEY}"
            rf"|\b\d(?<![\d.,]\d)\d{{8,15}} ?[\-(,] ?(?:tại )?(?:ngân hàng )?{_BANK}\b",
            re.IGNORECASE,
        ),
        ("bidv", "vcb", "bank", "tk", "mb ", "mb:", " mb", "acb", "vib"),
    ),
    Form(
        ACCOUNT,
        re.compile(
            r"(?:\bstk|chủ (?:tk|tài khoản)\b|thẻ (?:atm|tín dụng|ngân hàng|ghi nợ)\b|số t\.?k\b|\btk số"
            r"|số tài khoản|tài khoản số"
            r"|tài khoản(?: ngân hàng)?:|tài khoản (?:ngân hàng|vcb|bidv|agribank|vietinbank|mb)"
            r"|\ba/c\b|account (?:no|number)|số thẻ)"
            rf"[^\d\n]{{0,30}}\d(?:[ .\-]?\d){{7,18}}{_NO_MONEY}",
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
)
