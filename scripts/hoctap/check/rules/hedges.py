"""Checks of what a source says with less than certainty: the note of a figure, its qualifier and its period."""

import re
from collections.abc import Iterator
from decimal import Decimal

from hoctap.check.definition import check
from hoctap.load.amounts import SCALES
from hoctap.load.hedge_words import HEDGES
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
_BEHIND = re.compile(" là$")
_FIELDS = {"note": "ghi chú", "locator": "vị trí trong nguồn", "breakdown": "phạm vi"}


@check(
    must="Ghi chú, vị trí, phạm vi nói «hơn», «gần», «khoảng» chính con số ấy thì cột mức chắc nói như vậy",
    cause="Chép con số mà bỏ chữ «hơn», «gần» đứng trước, hoặc chọn nhầm mức chắc.",
    cure="ghi ở cột qualifier: over (hơn), nearly (gần), under (dưới), about (khoảng), at_least (ít nhất)",
    bad="value: 400, qualifier: exact, note: nguồn ghi hơn 400",
    good="value: 400, qualifier: over, note: nguồn ghi hơn 400",
)
def hedge_of_the_note_is_kept(catalog: Catalog) -> Iterator[Problem]:
    """Ensure no note, scope or place in its source hedges this very figure otherwise than its qualifier."""
    if (table := catalog.tables.get("observations")) is None:
        return
    for field, name in _FIELDS.items():
        hedged = {text for text in table.distinct(field) if is_hedging(text)}
        for row in catalog.observations if hedged else ():
            text = getattr(row, field)
            if text in hedged and (hedge := _hedge_of(row, text)):
                yield Problem(row.place, "qualifier", f"phải hợp với {name} «{hedge}»", row.qualifier)


def is_hedging(text: str) -> bool:
    """Return whether a text hedges some figure."""
    return bool(text and (_HEDGED.search(text) or _SOURCE_HEDGES.search(text) or _ALONE.search(text)))


def _hedge_of(row: Observation, text: str) -> str:
    """Return the words of a text that hedge the figure itself otherwise than its qualifier; empty if none do."""
    alone = _SOURCE_HEDGES.search(text) or _ALONE.search(text)
    same = [found for found in _HEDGED.finditer(text) if may_say(found["figure"].rstrip(".,"), row.value)]
    hedges = {found["hedge"]: found[0] for found in same} or ({alone["hedge"]: alone["hedge"]} if alone else {})
    codes = {HEDGES.get(_BEHIND.sub("", " ".join(hedge.lower().split())), "") for hedge in hedges}
    return "" if row.qualifier in codes else next(iter(hedges.values()), "")


def may_say(figure: str, value: Decimal | None) -> bool:
    """Return whether a figure as it is written can be read as a value: «1.000» as 1000 and as 1."""
    reading = read_value(figure, ANY)
    return value is not None and plain(value) in (reading.value, *reading.readings)


def _noted(catalog: Catalog, words: re.Pattern[str]) -> Iterator[Observation]:
    """Yield the figures whose note has such words."""
    table = catalog.tables.get("observations")
    notes = {note for note in (table.distinct("note") if table else ()) if words.search(note)}
    return (row for row in catalog.observations if row.note in notes) if notes else iter(())


_INFERRED = re.compile(
    r"\b(?:năm|tháng|ngày|quý|thời kỳ|thời điểm|thời gian)(?: [\d/]+)? (?:này )?(?:được |là )?"
    r"(?:suy (?:ra|từ|theo)|phỏng đoán)\b",
    re.IGNORECASE,
)


@check(
    must="Ghi chú nói năm, thời điểm là suy ra thì độ rõ của thời kỳ không ghi là nguồn nêu rõ",
    cause="Ghi chú cách suy mà quên cột độ rõ của thời kỳ.",
    cure="ghi period_status là inferred (suy ra) hoặc uncertain (chưa chắc); nguồn nêu rõ thì sửa ghi chú",
    bad="period_status: stated, note: năm suy ra từ ngày đăng",
    good="period_status: inferred, note: năm suy ra từ ngày đăng",
    asks=True,
)
def doubt_of_the_period_is_kept(catalog: Catalog) -> Iterator[Problem]:
    """Ask about figures whose period is called stated while their note says how it was inferred."""
    for row in _noted(catalog, _INFERRED):
        if row.period_status == "stated":
            yield Problem(row.place, "period_status", f"ghi chú nói «{row.note}»", row.period_status)


_PLANNED = re.compile(
    r"\b(?:theo|số|mức|trong) kế hoạch(?: năm)?\b|\bphấn đấu (?:đạt|đến)\b|\bchỉ tiêu được giao\b", re.IGNORECASE
)


@check(
    must="Số liệu là điều đã có hay đã làm, không phải số của kế hoạch; ghi chú nói là kế hoạch thì xem lại",
    cause="Chép mức của kế hoạch như kết quả.",
    cure="mức của kế hoạch ghi ở bảng chỉ tiêu (local_targets); nếu là kết quả thì sửa ghi chú",
    bad="value: 5000, note: dự kiến theo kế hoạch năm 2026",
    good="bảng local_targets: value: 5000, due: 2026",
    asks=True,
)
def figure_is_no_plan(catalog: Catalog) -> Iterator[Problem]:
    """Ask about counts and amounts whose note says that they are planned; a share may be one of a plan."""
    for row in _noted(catalog, _PLANNED):
        indicator = catalog.indicators.get(row.indicator_id)
        if row.value is not None and indicator and indicator.value_type in ("count", "amount"):
            yield Problem(row.place, "note", "nói là số của kế hoạch", row.note)


CHECKS = (hedge_of_the_note_is_kept, doubt_of_the_period_is_kept, figure_is_no_plan)
