"""What is due soon: dates that return every year, for whom they are, which papers they ask for, how sure we are.

A date is never made up: where this year's was not read, the entry says which date an older rule gave, or that none
was read.
"""

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from hoctap.model.catalog import Catalog
from hoctap.model.codes import COMMUNE, DISTRICT, DISTRICT_AND_PROVINCE, PROVINCE
from hoctap.model.record import Deadline, DocumentRelation, Procedure
from hoctap.vietnamese.writing import day
from hoctap.views.basis import unchecked
from hoctap.views.link import Link, document_link, title_link
from hoctap.views.milestones import Milestone, milestones
from hoctap.views.title import when

SOON = 60
BEFORE = "before"
_LETTER = "cong-van"


@dataclass(frozen=True, slots=True)
class Audience:
    """Whose work a date is: by its tier, or by the words for who is responsible."""

    key: str
    name: str
    tiers: tuple[str, ...]
    words: str

    def has(self, row: Deadline) -> bool:
        """Return whether a date concerns this audience."""
        return row.tier in self.tiers or bool(self.words and re.search(self.words, row.responsible))


AUDIENCES = (
    Audience("xa", "Xã, phường", (COMMUNE,), r"UBND cấp xã|UBND xã|hội cấp xã"),
    Audience("tinh", "Tỉnh, thành phố", (), r"(?<!cơ )\b[Ss]ở\b|UBND tỉnh"),
    Audience("truong-co-quan", "Trường, cơ quan, đơn vị", ("co-so",), r"\btrường\b|cơ quan|đơn vị|cơ sở giáo dục"),
    Audience("hoi", "Hội khuyến học", ("hoi",), r"\b[Hh]ội\b|hội khuyến học"),
    Audience("quy", "Quỹ khuyến học", ("quy",), ""),
    Audience("gia-dinh", "Gia đình, dòng họ, thôn", ("gia-dinh", "dong-ho", "thon"), r"gia đình|dòng họ|thôn"),
)
EVERYONE = Audience("moi-noi", "Mọi nơi", ("toan-quoc", "dia-phuong", ""), "")


@dataclass(frozen=True, slots=True)
class Occurrence:
    """One return of a yearly date: the first and the last day on which the work can be done."""

    start: date
    end: date


@dataclass(frozen=True, slots=True)
class Due:
    """One piece of work; `ahead` says when it is due as of today, `basis` how the date is known."""

    record: Deadline
    name: str
    occurrence: Occurrence | None
    audiences: Sequence[Audience]
    when: str
    ahead: str
    title: Link | None
    document: Link | None
    procedure: Procedure | None
    basis: str
    unchecked: str


@dataclass(frozen=True, slots=True)
class DueSoon:
    """What is due within `SOON` days, what only opens in them, days of campaigns and units, and dates never read."""

    today: date
    until: date
    due: Sequence[Due]
    opening: Sequence[Due]
    milestones: Sequence[Milestone]
    undated: Sequence[Due]
    later: Sequence[Due]


def due_soon(catalog: Catalog, today: date) -> DueSoon:
    """Return what is due from `today` on."""
    until = today + timedelta(SOON)
    rows = [_due(catalog, row, today) for row in catalog.all_of(Deadline)]
    dated = sorted((one for one in rows if one.occurrence), key=_by_end)
    near = [milestone for milestone in milestones(catalog) if today <= milestone.on <= until]
    return DueSoon(
        today=today,
        until=until,
        due=[one for one in dated if _end(one) <= until],
        opening=[one for one in dated if _end(one) > until and _start(one) <= until],
        milestones=near,
        undated=[one for one in rows if one.occurrence is None and not _has_ended(one.record, today)],
        later=[one for one in dated if _start(one) > until],
    )


def occurrence_of(row: Deadline, today: date) -> Occurrence | None:
    """Return the present or next return of a date; None if its days were not read or it returns no more."""
    if not row.to_month_day:
        return None
    for year in (today.year, today.year + 1):
        end = _day_in(year, row.to_month_day)
        if row.end_rule == BEFORE:  # «trước 15/01» is met on the 14th at the latest
            end -= timedelta(1)
        start = _day_in(end.year, row.from_month_day or f"{end:%m-%d}")
        start = start if start <= end else _day_in(end.year - 1, row.from_month_day)
        if end >= today:
            return Occurrence(start, end) if row.valid_until is None or end <= row.valid_until else None
    return None


def audiences_of(row: Deadline) -> list[Audience]:
    """Return whom a date concerns; everyone where nobody is named."""
    found = [audience for audience in AUDIENCES if audience.has(row)]
    if row.tier == PROVINCE and not found:
        found = [AUDIENCES[2] if row.title_id == "don-vi-hoc-tap" else AUDIENCES[1]]
    if row.tier in (DISTRICT, DISTRICT_AND_PROVINCE) and not found:
        found = [AUDIENCES[2]]
    return found or [EVERYONE]


def _day_in(year: int, month_day: str) -> date:
    month, number = (int(part) for part in month_day.split("-"))
    # The end of February is the 29th in a leap year only.
    return date(year, month, min(number, 28) if month == 2 else number)


def _due(catalog: Catalog, row: Deadline, today: date) -> Due:
    occurrence = occurrence_of(row, today)
    return Due(
        record=row,
        name=row.name_vi,
        occurrence=occurrence,
        audiences=audiences_of(row),
        when=when(row),
        ahead=_ahead(row, occurrence, today) if occurrence else "",
        title=title_link(catalog, row.title_id) if row.title_id else None,
        document=document_link(catalog, row.document_id) if row.document_id else None,
        procedure=_procedure(catalog, row),
        basis=_basis(catalog, row, today, occurrence),
        unchecked=unchecked(row.confidence),
    )


def _ahead(row: Deadline, occurrence: Occurrence, today: date) -> str:
    """Return when the work is due, as the source bounds it: before a day, or on one at the latest."""
    last = (
        f"trước ngày {day(occurrence.end + timedelta(1))}"
        if row.end_rule == BEFORE
        else f"chậm nhất ngày {day(occurrence.end)}"
    )
    if occurrence.start > today:
        opens = (occurrence.start - today).days
        if occurrence.start == occurrence.end:
            return f"ngày {day(occurrence.end)}, còn {opens} ngày"
        return f"từ ngày {day(occurrence.start)} (còn {opens} ngày), {last}"
    left = (occurrence.end - today).days
    return f"{last}, còn {left} ngày" if left else f"{last}, hôm nay là ngày cuối"


def _procedure(catalog: Catalog, row: Deadline) -> Procedure | None:
    """Return the procedure a date belongs to: of one title, tier and document."""
    known: Iterable[Procedure] = catalog.grouped(Procedure, "title_id").get(row.title_id, ()) if row.title_id else ()
    return next((one for one in known if (one.tier, one.document_id) == (row.tier, row.document_id)), None)


def _basis(catalog: Catalog, row: Deadline, today: date, occurrence: Occurrence | None) -> str:
    """Return how far the date holds for the year in question; empty where a document fixes it for every year."""
    if not row.to_month_day:
        older = [
            f"{when(one)} (theo {document_link(catalog, one.document_id).text})" for one in _replaced(catalog, row)
        ]
        return f"quy định cũ: {'; '.join(older)}" if older else "ngày chưa đọc được; hỏi cơ quan nhận"
    year = occurrence.end.year if occurrence else today.year
    document = catalog.documents.get(row.document_id)
    if document is None:
        return "" if row.confidence != "low" else f"theo lệ các năm trước; ngày của năm {year} chưa thấy văn bản"
    issued = document.issued_on
    if document.doc_kind == _LETTER and issued and issued.end.year < year:
        return f"theo ngày của năm {issued.end.year}; công văn của năm {year} chưa thấy"
    return ""


def _replaced(catalog: Catalog, row: Deadline) -> Iterator[Deadline]:
    """Yield the dates of the documents that the one of `row` replaces, for the same title and tier."""
    relations: Sequence[DocumentRelation] = catalog.grouped(DocumentRelation, "from_document_id").get(
        row.document_id, ()
    )
    older = {one.to_document_id for one in relations if one.kind == "replaces"} if row.document_id else set()
    for one in catalog.all_of(Deadline):
        of_title = one.title_id == row.title_id and row.tier in (one.tier, *one.tier.split("-"))
        if one.document_id in older and one.to_month_day and of_title:
            yield one


def _has_ended(row: Deadline, today: date) -> bool:
    return bool(row.to_month_day) or (row.valid_until is not None and row.valid_until < today)


def _start(one: Due) -> date:
    return one.occurrence.start if one.occurrence else date.max


def _end(one: Due) -> date:
    return one.occurrence.end if one.occurrence else date.max


def _by_end(one: Due) -> tuple[date, str]:
    return _end(one), one.record.deadline_id
