"""How Vietnamese is written, folded and sorted: numbers, money, dates, periods, text.

Owns every rule of Vietnamese form. Pages, files and messages ask here; data files never hold this form.
"""

import re
import unicodedata
from datetime import date
from decimal import Decimal
from functools import lru_cache

from hoctap.model.period import Period, parse_period

MILLION, BILLION = Decimal(10**6), Decimal(10**9)
_WORDS = re.compile(r"[a-z]+|0(?![0-9])|[1-9][0-9]*")
_IN_NUMBERS = re.compile(r"(?<=[0-9])[.,](?=[0-9])")
_ALPHABET = {letter: rank for rank, letter in enumerate("aăâbcdđeêfghijklmnoôơpqrstuưvwxyz")}
# Dictionary order of tones: none, huyền, hỏi, ngã, sắc, nặng.
_TONES = {"\u0300": 1, "\u0309": 2, "\u0303": 3, "\u0301": 4, "\u0323": 5}


class _Bare(dict[int, str | None]):
    """What `translate` leaves of a character: nothing of a mark; looked up once for each there is."""

    def __missing__(self, code: int) -> str | None:
        self[code] = None if unicodedata.category(chr(code)).startswith("M") else chr(code)
        return self[code]


# Letters people type for đ, the Icelandic and the African one.
_BARE = _Bare(dict.fromkeys(map(ord, "đðɖ"), "d"))

_SIGNS = str.maketrans(",.-", ".,\u2212")


def number(value: Decimal | int, decimals: int | None = None) -> str:
    """Return `value` as Vietnamese write it: `2.763`, `32,83`; every digit kept unless `decimals` is given."""
    amount = Decimal(value)
    if decimals is not None:
        amount = round(amount, decimals)
    text = f"{amount:,f}"
    if "." in text and decimals is None:
        text = text.rstrip("0").rstrip(".")
    return text.translate(_SIGNS)


def money(dong: Decimal) -> str:
    """Return an amount in đồng the way it is said: `12 triệu đồng`, `71,5 triệu đồng`, `2 tỷ đồng`."""
    for scale, word in ((BILLION, "tỷ đồng"), (MILLION, "triệu đồng")):
        scaled = dong / scale
        if abs(dong) >= scale and scaled == round(scaled, 3):
            return f"{number(scaled)} {word}"
    return f"{number(dong)} đồng"


def byte_count(size: int) -> str:
    """Return the size of a file as people say it: `812 byte`, `12,4 kB`, `3,1 MB`."""
    if size < 1000:
        return f"{size} byte"
    scale, word = (Decimal(1000), "kB") if size < MILLION else (MILLION, "MB")
    return f"{number(round(size / scale, 1))} {word}"


def day(value: date) -> str:
    """Return a date as offices write it, days below 10 and the months 1 and 2 with a zero: `01/7/2025`, `21/02/2025`.

    `dayOf` of docs/assets/js/text.js does the same.
    """
    # Written some ten thousand times in a build; `strftime` takes eight times as long.
    return f"{value.day:02}/{value.month:0{1 + (value.month < 3)}}/{value.year}"


def moment(period: Period) -> str:
    """Return a point in time as it is said: `năm 2024`, `tháng 6/2024`, `ngày 21/02/2025`; spans as `span`."""
    return _moment(period.text)


@lru_cache(maxsize=4096)  # sources were published on a few thousand days, figures are of fewer periods
def _moment(text: str) -> str:
    period = parse_period(text)
    if period.is_interval:
        return span(period)
    width = text.count("-")
    if width == 0:
        return f"năm {text}"
    return f"tháng {period.start.month}/{period.start.year}" if width == 1 else f"ngày {day(period.start)}"


def span(period: Period) -> str:
    """Return the period of a figure: `2024`, `6/2024`, `đến 21/02/2025`, `2007–2009`, `1/2025–6/2025`."""
    if not period.is_interval:
        width = period.text.count("-")
        if width == 2:
            return f"đến {day(period.start)}"
        return period.text if width == 0 else f"{period.start.month}/{period.start.year}"
    first, _, last = period.text.partition("/")
    return f"{_short(period.start, first)}–{_short(period.end, last)}"


def _short(value: date, written: str) -> str:
    return (f"{value.year}", f"{value.month}/{value.year}", day(value))[written.count("-")]


@lru_cache(maxsize=65536)
def fold(text: str) -> str:
    """Return `text` in lower case without tone and vowel marks, `đ` as `d`: what people type on a phone.

    `fold` of docs/assets/js/text.js does the same, letter by letter; a test holds both equal.
    """
    return unicodedata.normalize("NFD", unicodedata.normalize("NFC", text).lower()).translate(_BARE)


def letters_and_digits(text: str) -> str:
    """Return the folded words of a text without any sign between them, as headers of tables are compared."""
    return " ".join("".join(char if char.isalnum() else " " for char in fold(text)).split())


def words_of(text: str) -> list[str]:
    """Return the folded words and numbers of a text, as search reads it: `TT05, 2.763` gives `tt`, `5`, `2763`."""
    return _WORDS.findall(_IN_NUMBERS.sub("", fold(text)))


def capitalize_first(text: str) -> str:
    """Return `text` with its first letter in upper case and the rest as it is."""
    return text[:1].upper() + text[1:]


def lower_first(text: str) -> str:
    """Return `text` with its first letter in lower case and the rest as it is."""
    return text[:1].lower() + text[1:]


def slug(text: str) -> str:
    """Return the identifier made from a Vietnamese name: `Lộc Bình` gives `loc-binh`."""
    return re.sub(r"[^a-z0-9]+", "-", fold(text)).strip("-")


@lru_cache(maxsize=65536)
def sort_key(text: str) -> tuple[tuple[tuple[int, int], ...], tuple[int, ...], str]:
    """Return the key that sorts Vietnamese text in dictionary order: letters first, then tones; digits by value."""
    parts = [_key_of(part) for part in re.findall(r"\d{1,18}|\D", unicodedata.normalize("NFC", text.lower()))]
    return tuple([letter for letter, _ in parts]), tuple([tone for _, tone in parts]), text


@lru_cache(maxsize=4096)
def _key_of(part: str) -> tuple[tuple[int, int], int]:
    """Return the place of a number or a letter among them, and of its tone among tones."""
    letter, tone = (part, 0) if part.isdecimal() else _letter_and_tone(part)
    return ((0, int(letter)) if letter.isdecimal() else (1, _rank(letter))), tone


def _letter_and_tone(char: str) -> tuple[str, int]:
    marks = unicodedata.normalize("NFD", char)
    tone = next((_TONES[mark] for mark in marks if mark in _TONES), 0)
    bare = "".join(mark for mark in marks if mark not in _TONES)
    return unicodedata.normalize("NFC", bare), tone


def _rank(letter: str) -> int:
    # Spaces and punctuation sort before letters, unknown letters after them.
    return _ALPHABET.get(letter, -1 if not letter.isalnum() else 1000 + ord(letter[0]))
