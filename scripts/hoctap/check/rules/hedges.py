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
    r"(?:nguồn|bài|báo)\s+(?:chỉ\s+)?(?:ghi|viết|nói|nêu)\s+(?:là\s+)?"
    rf"[«“\"]?(?P<hedge>{_WORDS})[»”\"]?\s*(?:[;,.)]|$)",
    re.IGNORECASE,
)


@check(
    must="Ghi chú nói «hơn», «gần», «khoảng» chính con số ấy thì cột mức chắc không ghi là đúng",
    cause="Chép con số mà bỏ chữ «hơn», «gần» đứng trước.",
    cure="ghi ở cột qualifier: over (hơn), nearly (gần), under (dưới), about (khoảng), at_least (ít nhất)",
    bad="value: 400, qualifier: exact, note: nguồn ghi hơn 400",
    good="value: 400, qualifier: over, note: nguồn ghi hơn 400",
)
def hedge_of_the_note_is_kept(catalog: Catalog) -> Iterator[Problem]:
    """Ensure no figure called exact has a note that hedges this very figure."""
    table = catalog.tables.get("observations")
    notes = table.distinct("note") if table else frozenset[str]()
    hedged = {note for note in notes if is_hedging(note)}
    for row in catalog.observations if hedged else ():
        if row.note in hedged and row.qualifier == "exact" and (hedge := _hedge_of(row)):
            yield Problem(row.place, "qualifier", f"phải hợp với ghi chú «{hedge}»", row.qualifier)


def is_hedging(note: str) -> bool:
    """Return whether a note hedges some figure."""
    return bool(note and (_HEDGED.search(note) or _SOURCE_HEDGES.search(note)))


def _hedge_of(row: Observation) -> str:
    """Return the words of the note that hedge the figure itself; empty if they speak of another one."""
    alone = _SOURCE_HEDGES.search(row.note)
    same = (found[0] for found in _HEDGED.finditer(row.note) if _is_of(row, found["figure"].rstrip(".,")))
    return next(same, alone["hedge"] if alone else "")


def _is_of(row: Observation, figure: str) -> bool:
    reading = read_value(figure, ANY)
    return row.value is not None and plain(row.value) in (reading.value, *reading.readings)


CHECKS = (hedge_of_the_note_is_kept,)
