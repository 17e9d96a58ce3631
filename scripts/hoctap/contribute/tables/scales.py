"""What a measure above a whole table gives the figures below: «Đơn vị tính: triệu đồng, nghìn người»."""

import re

from hoctap.contribute.tables.labels import scale_of

_PEOPLE = r"người|hội viên|\bhv\b|học sinh|\bhs\b|\bem\b|cháu|học viên|cán bộ|giáo viên"
# What a counting measure of the register is called; a measure in none of these words is of money.
_COUNTED = {
    "nguoi": re.compile(_PEOPLE),
    "luot": re.compile(rf"lượt|{_PEOPLE}"),
    "suat": re.compile(r"suất|quà"),
    "gia-dinh": re.compile(r"\bhộ\b|gia đình"),
}
_BARE = re.compile(r"chục|trăm|nghìn|ngàn|vạn")


def scale_above(measure: str, unit_measure: str) -> int | None:
    """Return the power of ten that the measure of a table says of a unit; None for nothing."""
    counted = _COUNTED.get(unit_measure)
    for part in _parts(measure):
        if counted.search(part) if counted else unit_measure == "dong" and not _counts(part):
            return scale_of(part)
    return None


def bare_scale(measure: str) -> str:
    """Return «nghìn» where a table says no more than that, so that a person has to say whether of counts too."""
    return next((part for part in _parts(measure) if _BARE.fullmatch(part)), "")


def _parts(measure: str) -> list[str]:
    return [part for part in re.split(r"\s*[,;]\s*|\s+và\s+", measure) if part]


def _counts(part: str) -> bool:
    return any(words.search(part) for words in _COUNTED.values())
