"""What a measure above a whole table gives the figures below: «Đơn vị tính: triệu đồng, nghìn người»."""

import re

from hoctap.contribute.naming.words import spelled
from hoctap.contribute.tables.labels import COUNTED, is_measure, label, scale_of

_PEOPLE = rf"{COUNTED['nguoi']}|hv|hs"
# A measure in none of these words is of money.
_COUNTED = {
    code: re.compile(rf"\b(?:{words})\b")
    for code, words in {**COUNTED, "nguoi": _PEOPLE, "luot": f"{COUNTED['luot']}|{_PEOPLE}"}.items()
}
_BARE = re.compile(r"chục|trăm|nghìn|ngàn|vạn")
_OF_THING = re.compile(r"[^:]{2,30}:(?!\s*\d+$)\s*([^:]+)")


# «(riêng mức học bổng: đồng/suất)»: what counts in another measure than the table.
_EXCEPT = re.compile(r"\briêng\s+([^:();,=]{2,50}?)\s*(?::|=|\(|(?:tính )?(?:bằng|theo|là)\s)\s*([^();,:]+)\)?")
# «(Số liệu 9 tháng đầu năm 2023; tiền tính bằng nghìn đồng)»: one of several things that a line says.
_CLAUSE = re.compile(r"[;().]\s*|,\s+")
_BRACKETS = re.compile(r"\(([^()]*)\)")
_COUNTED_IN = re.compile(r"\btính (?:bằng|theo)\b|\b(?:đvt|đơn vị(?: tính)?)\s*:")


def other_measures_in(line: str) -> list[tuple[str, str]]:
    """Return what a line says to count in another measure than the table, with that: «riêng mức học bổng: đồng»."""
    found = [(hit[1].strip(), hit[2].strip(" .")) for hit in _EXCEPT.finditer(spelled(line))]
    return [(words, measure) for words, measure in found if scale_of(measure) is not None]


def measure_in(line: str) -> str:
    """Return the measure that a line above a table says: «ĐVT: triệu đồng», «Kinh phí: triệu đồng; hội viên: người»."""
    line = _EXCEPT.sub(" ", spelled(line)) if "iêng" in line else line
    several = [each for each in _BRACKETS.findall(line) if is_measure(each)]
    if len(several) > 1:  # «HỘI VIÊN (nghìn người) VÀ TIỀN VẬN ĐỘNG QUỸ (tỷ đồng)»
        return "; ".join(several)
    clauses = (label(f"({each})").measure for each in _CLAUSE.split(line) if _COUNTED_IN.search(each))
    if found := label(line).measure or next(filter(_is_scaled, clauses), ""):
        return found
    things = [_OF_THING.fullmatch(part) for part in _parts(spelled(line).strip(" ()."))]
    measures = [thing[1].strip() for thing in things if thing and is_measure(thing[1])]
    return "; ".join(measures) if len(measures) == len(things) and any(map(_is_scaled, measures)) else ""


def _is_scaled(measure: str) -> bool:
    return scale_of(measure) is not None


def scale_above(measure: str, unit_measure: str) -> int | None:
    """Return the power of ten that the measure of a table says of a unit; None for nothing."""
    counted = _COUNTED.get(unit_measure)
    for part in _parts(measure):
        if counted.search(part) if counted else unit_measure == "dong" and not _counts(part):
            return scale_of(part)
    return None


def is_money(measure: str) -> bool:
    """Return whether a measure is of money and of nothing else: «triệu đồng»."""
    return _is_scaled(measure) and not _counts(measure) and not _BARE.fullmatch(measure)


def bare_scale(measure: str) -> str:
    """Return «nghìn» where a table says no more than that, so that a person has to say whether of counts too."""
    return next((part for part in _parts(measure) if _BARE.fullmatch(part)), "")


def _parts(measure: str) -> list[str]:
    return [part for part in re.split(r"\s*[,;]\s*|\s+và\s+", measure) if part]


def _counts(part: str) -> bool:
    return any(words.search(part) for words in _COUNTED.values())
