"""The page of a title: who recognises it and how, dates of the year, criteria of each set, traces, holders."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from hoctap.model.catalog import Catalog
from hoctap.model.record import Deadline, Recognition, Title, TitleRule
from hoctap.vietnamese.writing import day
from hoctap.views.basis import REPLACES, Changed, changes_of_basis, unchecked
from hoctap.views.criteria import Criteria, Line, criteria_of
from hoctap.views.link import Link, document_link, unit_link
from hoctap.views.title_results import Results, results_of
from hoctap.views.unit import validity_of


@dataclass(frozen=True, slots=True)
class Rule:
    """How the title is recognised at one tier; `times` says since when and until when.

    `past` says that it has ended, or that its document was replaced; `standing` says which, in words.
    """

    record: TitleRule
    tier: str
    document: Link
    times: str
    past: bool
    standing: str
    unchecked: str


@dataclass(frozen=True, slots=True)
class DateOfYear:
    """A date that returns every year, in words."""

    record: Deadline
    tier: str
    when: str
    past: bool
    unchecked: str


@dataclass(frozen=True, slots=True)
class Trace:
    """An indicator and the criteria it can evidence."""

    indicator: Link
    criteria: Sequence[tuple[Criteria, Line]]


@dataclass(frozen=True, slots=True)
class Holder:
    """A unit that was recognised: at which level (may be empty), in which year, and whether that still holds."""

    unit: Link
    level: str
    year: int
    until: date | None
    validity: str


@dataclass(frozen=True, slots=True)
class TitlePage:
    """Everything the page of a title shows on one day.

    `former` are the sets of criteria no longer in force, `uncovered` are criteria that no indicator evidences.
    """

    title_record: Title
    title: str
    summary: str
    document: Link | None
    results: Results
    basis: Sequence[Changed]
    incomplete: Sequence[Criteria]
    rules: Sequence[Rule]
    dates: Sequence[DateOfYear]
    criteria: Sequence[Criteria]
    former: Sequence[Criteria]
    traces: Sequence[Trace]
    uncovered: int
    holders: Sequence[Holder]
    words: Sequence[str]


def title_page(catalog: Catalog, title_id: str, today: date) -> TitlePage:
    """Return the page of a title as of `today`; KeyError if there is none."""
    title = catalog.titles[title_id]
    criteria, rules = criteria_of(catalog, title_id), rules_of(catalog, title_id, today)
    former = [form for form in criteria if _is_former(form, rules)]
    return TitlePage(
        title_record=title,
        title=title.name_vi,
        summary=f"Trao cho {title.granted_to}.",
        document=document_link(catalog, title.document_id) if title.document_id else None,
        results=results_of(catalog, title_id, today),
        basis=changes_of_basis(catalog, title.document_id),
        incomplete=[form for form in criteria if form.record.missing_vi],
        rules=rules,
        dates=dates_of(catalog, title_id, today),
        criteria=[form for form in criteria if form not in former],
        former=former,
        traces=_traces(criteria),
        uncovered=sum(not line.indicator for form in criteria for line in form.lines if not line.is_gap),
        holders=_holders(catalog, title_id, today),
        words=_words(title, criteria),
    )


def _is_former(form: Criteria, rules: Sequence[Rule]) -> bool:
    """Return whether a set is of a document that was replaced, or of a rule that has ended."""
    record = form.record
    replaced = any(one.kind == REPLACES for one in form.basis)
    mine = [rule for rule in rules if (rule.record.document_id, rule.record.tier) == (record.document_id, record.tier)]
    return replaced or (bool(mine) and all(rule.past for rule in mine))


def rules_of(catalog: Catalog, title_id: str, today: date) -> list[Rule]:
    """Return the rules of recognition, those in force first."""
    rows: Sequence[TitleRule] = catalog.grouped(TitleRule, "title_id").get(title_id, ())
    rules = [_rule(catalog, row, today) for row in rows]
    return sorted(rules, key=lambda rule: (rule.past, rule.record.tier))


def _rule(catalog: Catalog, row: TitleRule, today: date) -> Rule:
    has_ended = _past(row.valid_until, today)
    replaced = [one for one in changes_of_basis(catalog, row.document_id) if one.kind == REPLACES]
    standing = "đã thôi áp dụng" if has_ended else "chưa thấy văn bản nào thay thế"
    if replaced and not has_ended:
        standing = f"{replaced[0].words} {replaced[0].by.text}"
    return Rule(
        row,
        catalog.code_title("title_tier", row.tier),
        document_link(catalog, row.document_id),
        _times(row.valid_from, row.valid_until),
        has_ended or bool(replaced),
        standing,
        unchecked(row.confidence),
    )


def dates_of(catalog: Catalog, title_id: str, today: date) -> list[DateOfYear]:
    """Return the dates of the year that belong to a title, those still in force first."""
    rows: Sequence[Deadline] = catalog.grouped(Deadline, "title_id").get(title_id, ())
    dates = [
        DateOfYear(
            row,
            catalog.code_title("title_tier", row.tier),
            when(row),
            _past(row.valid_until, today),
            unchecked(row.confidence),
        )
        for row in rows
    ]
    return sorted(dates, key=lambda one: (one.past, one.record.tier, one.record.to_month_day or "99"))


def when(row: Deadline) -> str:
    """Return a date of the year in words: `từ 01/01 đến hết 31/3`, `trước 15/01`; `chưa đọc được` if not known."""
    if not row.to_month_day:
        return "chưa đọc được"
    last = _day_of_year(row.to_month_day)
    end = f"trước {last}" if row.end_rule == "before" else f"đến hết {last}"
    if row.from_month_day == row.to_month_day and row.end_rule != "before":
        return f"ngày {last}"
    if row.from_month_day in ("", row.to_month_day):
        return end
    return f"từ {_day_of_year(row.from_month_day)}, {end}"


def _day_of_year(month_day: str) -> str:
    return "/".join(reversed(month_day.split("-")))


def _times(start: date | None, end: date | None) -> str:
    parts = [f"từ {day(start)}"] if start else []
    parts += [f"đến hết {day(end)}"] if end else []
    return " ".join(parts)


def _past(until: date | None, today: date) -> bool:
    return until is not None and until < today


def _traces(criteria: Sequence[Criteria]) -> list[Trace]:
    found: dict[Link, list[tuple[Criteria, Line]]] = {}
    for form in criteria:
        for line in form.lines:
            if line.indicator:
                found.setdefault(line.indicator, []).append((form, line))
    return [Trace(indicator, lines) for indicator, lines in found.items()]


def _holders(catalog: Catalog, title_id: str, today: date) -> list[Holder]:
    rows = catalog.grouped(Recognition, "title_id").get(title_id, ())
    return [
        Holder(
            unit_link(catalog, row.unit_id),
            catalog.code_title("recognition_level", row.level) if row.level else "",
            row.year,
            row.valid_until,
            validity_of(row.valid_until, today),
        )
        for row in sorted(rows, key=lambda row: (-row.year, row.unit_id))
    ]


def _words(title: Title, criteria: Sequence[Criteria]) -> list[str]:
    texts = [line.record.text_vi for form in criteria for line in form.lines]
    return [title.name_vi, title.name_en, title.granted_to, title.note, *dict.fromkeys(texts)]
