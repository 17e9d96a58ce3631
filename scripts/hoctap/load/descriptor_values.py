"""What one value of a datapackage.json may be: each test says what must hold, or nothing where the value is right."""

import re
from collections.abc import Callable
from contextlib import suppress
from datetime import datetime
from typing import Any

from hoctap.load.safe_pattern import UnsafePatternError, refuse_unsafe
from hoctap.load.unsafe_text import MARKUP, is_formula, why_unseen
from hoctap.load.web_address import why_not_public

Test = Callable[[Any], str]
MOST_ITEMS = 1_000
_MOST = 1_000_000
_ADDRESS = re.compile(r"https?://[a-z0-9.-]+(?:/[^\s<>\"\\]*)?")


def text(value: Any) -> str:
    return "" if isinstance(value, str) and value.strip() else "phải là chữ, không để trống"


def address(value: Any) -> str:
    right = isinstance(value, str) and _ADDRESS.fullmatch(value) and not why_not_public(value)
    return "" if right else "phải là địa chỉ web đầy đủ, như https://creativecommons.org/licenses/by/4.0/"


def flag(value: Any) -> str:
    return "" if isinstance(value, bool) else "phải là true hoặc false"


def size(value: Any) -> str:
    return "" if is_whole(value) and 0 <= value <= _MOST else "phải là số nguyên từ 0 đến 1.000.000"


def is_whole(value: Any) -> bool:
    return isinstance(value, int) and not isinstance(value, bool)


def words(value: Any) -> str:
    right = isinstance(value, list) and 0 < len(value) <= MOST_ITEMS and not any(text(item) for item in value)
    return "" if right and len(set(value)) == len(value) else "phải là danh sách chữ, không trùng, không để trống"


def paths(value: Any) -> str:
    return "" if not text(value) or not words(value) else "phải là đường dẫn hoặc danh sách đường dẫn, không trùng"


def anything(_value: Any) -> str:
    return ""


def pattern(value: Any) -> str:
    if not isinstance(value, str):
        return "phải là chữ: một mẫu như [a-z0-9]+(-[a-z0-9]+)*"
    try:
        refuse_unsafe(value)
        re.compile(value)
        if is_formula(value.lstrip("-")) or why_unseen(value) or MARKUP.search(value):
            return "phải là mẫu đơn giản, không có mã"
    except UnsafePatternError as error:
        return f"phải là mẫu đơn giản, so một lượt là xong: {error}"
    except re.error:
        return "phải là biểu thức chính quy đúng cú pháp"
    return ""


def one_of(*known: str) -> Test:
    return lambda value: "" if isinstance(value, str) and value in known else f"phải là một trong: {', '.join(known)}"


def like(pattern: str, example: str) -> Test:
    return lambda value: "" if isinstance(value, str) and re.fullmatch(pattern, value) else f"phải như «{example}»"


def moment(value: Any) -> str:
    """Refuse what is written like a day or a moment and is none, such as the 45th of a month."""
    if not like(r"[0-9]{4}-[0-9]{2}-[0-9]{2}(?:T[0-9]{2}:[0-9]{2}:[0-9]{2}Z)?", "")(value):
        with suppress(ValueError):
            datetime.fromisoformat(value)
            return ""
    return "phải là ngày có thật, như «2026-11-26»"
