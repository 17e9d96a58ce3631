"""Checks of what a source says with less than certainty: the note of a figure and its qualifier."""

import re
from collections.abc import Iterator

from hoctap.check.definition import check
from hoctap.load.amounts import SCALES
from hoctap.load.measures import ANY
from hoctap.load.values import plain, read_value
from hoctap.model.catalog import Catalog
from hoctap.model.finding import Problem
from hoctap.model.record import Observation

_WORDS = (
    "hơn|trên dưới|trên|vượt|gần|ngót nghét|ngót|suýt soát|dưới|chưa đến|chưa tới|khoảng|chừng|xấp xỉ|ước tính|ước"
    "|ít nhất|tối thiểu|không dưới"
)
_SCALE = "|".join(sorted(SCALES, key=len, reverse=True))
# «Lớn hơn 570» and «12 trên 570» compare with the figure; they do not hedge it.
_HEDGED = re.compile(
    r"(?<!lớn )(?<!nhiều )(?<!cao )(?<!thấp )(?<!nhỏ )(?<!ít )(?<!\d )"
    rf"(?P<hedge>\b(?:{_WORDS})\s+(?:là\s+)?|[~≈±≥]\s*)"
    rf"(?P<figure>\d[\d.,]*(?:\s(?:{_SCALE})\b)?)",
    re.IGNORECASE,
)
_SOURCE_HEDGES = re.compile(
    r"(?:nguồn|bài|báo)(?:\s+(?:chỉ\s+)?(?:ghi|viết|nói|nêu|in)\s+(?:là\s+)?|\s*:\s*)"
    rf"[«“\"]?(?P<hedge>{_WORDS})[»”\"]?\s*(?:[;,.)]|$)",
    re.IGNORECASE,
)
# A note, or a part of it, that is nothing else.
_ALONE = re.compile(rf"(?:^|;)\s*[«“\"]?(?P<hedge>{_WORDS})[»”\"]?\s*(?=;|$)", re.IGNORECASE)
_FIELDS = {"note": "ghi chú", "locator": "vị trí trong nguồn", "breakdown": "phạm vi"}


@check(
    must="Ghi chú, vị trí, phạm vi nói «hơn», «gần», «khoảng» chính con số ấy thì cột mức chắc không ghi là đúng",
    cause="Chép con số mà bỏ chữ «hơn», «gần» đứng trước.",
    cure="ghi ở cột qualifier: over (hơn), nearly (gần), under (dưới), about (khoảng), at_least (ít nhất)",
    bad="value: 400, qualifier: exact, note: nguồn ghi hơn 400",
    good="value: 400, qualifier: over, note: nguồn ghi hơn 400",
)
def hedge_of_the_note_is_kept(catalog: Catalog) -> Iterator[Problem]:
    """Ensure no figure called exact has a note, a scope or a place in its source that hedges this very figure."""
    if (table := catalog.tables.get("observations")) is None:
        return
    for field, name in _FIELDS.items():
        hedged = {text for text in table.distinct(field) if is_hedging(text)}
        for row in catalog.observations if hedged else ():
            text = getattr(row, field)
            if text in hedged and row.qualifier == "exact" and (hedge := _hedge_of(row, text)):
                yield Problem(row.place, "qualifier", f"phải hợp với {name} «{hedge}»", row.qualifier)


def is_hedging(text: str) -> bool:
    """Return whether a text hedges some figure."""
    return bool(text and (_HEDGED.search(text) or _SOURCE_HEDGES.search(text) or _ALONE.search(text)))


def _hedge_of(row: Observation, text: str) -> str:
    """Return the words of a text that hedge the figure itself; empty if they speak of another one."""
    alone = _SOURCE_HEDGES.search(text) or _ALONE.search(text)
    same = (found[0] for found in _HEDGED.finditer(text) if _is_of(row, found["figure"].rstrip(".,")))
    return next(same, alone["hedge"] if alone else "")


def _is_of(row: Observation, figure: str) -> bool:
    reading = read_value(figure, ANY)
    return row.value is not None and plain(row.value) in (reading.value, *reading.readings)


CHECKS = (hedge_of_the_note_is_kept,)
