"""Words before or behind a number that say how near it is: «hơn», «gần», «trở lên», with the code of each."""

import re

from hoctap.vietnamese.writing import fold

HEDGES = {
    "hơn": "over", "trên": "over", "quá": "over", "vượt": "over", ">": "over", "nhiều hơn": "over", "lớn hơn": "over",
    "gần": "nearly", "ngót": "nearly", "ngót nghét": "nearly", "suýt soát": "nearly",
    "dưới": "under", "chưa đến": "under", "chưa tới": "under", "chưa đầy": "under", "ít hơn": "under",
    "nhỏ hơn": "under", "vào khoảng": "about",
    "<": "under", "khoảng": "about", "chừng": "about", "xấp xỉ": "about", "ước": "about", "ước tính": "about",
    "ước đạt": "about", "ước khoảng": "about", "độ": "about", "tầm": "about", "cỡ": "about", "ước chừng": "about",
    "khoảng chừng": "about", "áng chừng": "about", "ít ra": "at_least", "không kém": "at_least",
    "trên dưới": "about", "~": "about",
    "≈": "about", "±": "about", "ít nhất": "at_least", "tối thiểu": "at_least", "không dưới": "at_least",
    "không ít hơn": "at_least", "từ": "at_least", "≥": "at_least", ">=": "at_least", "đúng": "exact", "=": "exact",
}  # fmt: skip
_AT_MOST = ("không quá", "tối đa", "nhiều nhất", "≤", "<=", "từ dưới")
_TRAILING = {"trở lên": "at_least", "có lẻ": "over", "trở xuống": "", "+": "", "~": "about", "≈": "about"}
_WORDS_FIRST = sorted(HEDGES, key=len, reverse=True)
_HEDGED = re.compile(rf"({'|'.join(map(re.escape, _WORDS_FIRST))})(?:\s+|(?<=[~≈±<>≥=])\s*)(?=\S)(.+)", re.IGNORECASE)
# The words of hedges typed without tone marks.
_HEDGES_TYPED = {fold(word): word for word in HEDGES if word[0].isalpha()}
TWO_HEDGES = "two hedges"


def hedge_and_rest(text: str) -> tuple[str, str | None]:
    """Return the qualifier that the words around a number say, and the rest; None where they say none that can be kept.

    That is «không quá», which has no code, and «gần hơn», which is two of them.
    """
    folded = text.lower()
    for word in _AT_MOST:
        if folded.startswith(word):
            return word, None
    hedge = ""
    while found := _HEDGED.fullmatch(text):
        code = HEDGES[" ".join(found[1].lower().split())]
        if hedge not in ("", code):
            return TWO_HEDGES, None
        hedge, text = code, found[2].strip()
    for word, code in _TRAILING.items():
        if text.lower().endswith(word):
            if not code:
                return word, None
            return code, text[: -len(word)].strip()
    return ("", None) if hedge == "at_least" and folded.startswith("từ ") else (hedge, text)


def hedge_typed(text: str) -> str:
    """Return the word of a hedge that a text is, its marks right or all left out; «đô» is no «độ»; empty if none."""
    word = " ".join(text.lower().split())
    return word if word in HEDGES and word[0].isalpha() else _HEDGES_TYPED.get(word, "")
