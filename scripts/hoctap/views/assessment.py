"""The form by which anyone assesses themselves against one set of criteria. Computing happens in the browser."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from hoctap.model.catalog import Catalog
from hoctap.model.record import CriterionRank, CriterionSet
from hoctap.views.basis import REPLACES, Changed, changes_of_basis
from hoctap.views.criteria import Criteria, criteria_in, set_key
from hoctap.views.kinds_of_body import KINDS_OF_BODY
from hoctap.views.link import Link, title_link
from hoctap.views.title import Rule, rules_of


@dataclass(frozen=True, slots=True)
class Rank:
    """A rank with the points it takes, from `low` up to but not including `high`."""

    name: str
    low: Decimal
    high: Decimal | None


@dataclass(frozen=True, slots=True)
class AssessmentPage:
    """A form; `by_points` tells points from pass and fail; `rule` is who recognises, where that was read."""

    key: str
    title: str
    summary: str
    of_title: Link
    criteria: Criteria
    by_points: bool
    ranks: Sequence[Rank]
    rule: Rule | None
    basis: Sequence[Changed]
    kinds: Sequence[tuple[str, str]]
    gaps: int
    words: Sequence[str]


def assessment_keys(catalog: Catalog) -> list[str]:
    """Return the identifiers of the sets that can be assessed: at least one criterion was read."""
    return [set_key(form) for form in _sets(catalog) if criteria_in(catalog, form).assessment]


def assessment_page(catalog: Catalog, key: str, today: date) -> AssessmentPage:
    """Return the form of a set as of `today`; KeyError if there is none."""
    form = {set_key(one): one for one in _sets(catalog)}[key]
    criteria = criteria_in(catalog, form)
    title = title_link(catalog, form.title_id)
    name = f"{title.text}: {criteria.name}"
    rules = [rule for rule in rules_of(catalog, form.title_id, today) if _same(rule, form)]
    return AssessmentPage(
        key=key,
        title=f"Tự đánh giá {name}",
        summary=f"Phiếu theo {criteria.document.text}: tính ngay trên máy của bạn, in được, không gửi đi đâu.",
        of_title=title,
        criteria=criteria,
        by_points=form.scoring == "points",
        ranks=_ranks(catalog, form),
        rule=rules[0] if rules else None,
        basis=changes_of_basis(catalog, form.document_id),
        kinds=_kinds(criteria),
        gaps=sum(line.is_gap for line in criteria.lines),
        words=[name, "phiếu chấm điểm", *(line.record.text_vi for line in criteria.lines)],
    )


@dataclass(frozen=True, slots=True)
class Sheet:
    """A form in the list: `standing` says whether its rule is in force, `past` that it surely is not."""

    title: Link
    criteria: Criteria
    standing: str
    past: bool


def assessments(catalog: Catalog, today: date) -> list[Sheet]:
    """Return every form with its set: those in force first, then by title, the newest document first."""
    sets = sorted(
        _sets(catalog),
        key=lambda form: (
            form.title_id,
            _issued(catalog, form),
            form.tier,
            form.level,
        ),
    )
    sets_with_criteria = [(form, criteria_in(catalog, form)) for form in sets]
    sheets = [_sheet(catalog, form, criteria, today) for form, criteria in sets_with_criteria if criteria.assessment]
    return sorted(sheets, key=lambda sheet: sheet.past)


def _sheet(catalog: Catalog, form: CriterionSet, criteria: Criteria, today: date) -> Sheet:
    replaced = [one for one in changes_of_basis(catalog, form.document_id) if one.kind == REPLACES]
    rules = [rule for rule in rules_of(catalog, form.title_id, today) if _same(rule, form)]
    past = bool(rules) and rules[0].past
    words = f"đã thôi áp dụng; trước đó áp dụng {rules[0].times}" if past else "chưa thấy văn bản nào thay thế"
    if replaced:
        words = f"{replaced[0].words} {replaced[0].by.text}"
    return Sheet(title_link(catalog, form.title_id), criteria, words, past or bool(replaced))


def missing_count(catalog: Catalog) -> int:
    """Return how many places of criteria were never read: each an invitation to whoever holds the document."""
    sets = [criteria_in(catalog, form) for form in _sets(catalog)]
    return sum(max(sum(line.is_gap for line in one.lines), bool(one.record.missing_vi)) for one in sets)


def _kinds(criteria: Criteria) -> list[tuple[str, str]]:
    """Return the kinds of body to ask for; none where every criterion binds everyone."""
    bound = any(line.bound for line in criteria.lines)
    return [(key, name) for key, name, _ in KINDS_OF_BODY] if bound else []


def _issued(catalog: Catalog, form: CriterionSet) -> int:
    document = catalog.documents.get(form.document_id)
    return -document.issued_on.start.toordinal() if document and document.issued_on else 0


def _sets(catalog: Catalog) -> Sequence[CriterionSet]:
    return catalog.all_of(CriterionSet)


def _same(rule: Rule, form: CriterionSet) -> bool:
    return (rule.record.document_id, rule.record.tier) == (form.document_id, form.tier)


def _ranks(catalog: Catalog, form: CriterionSet) -> list[Rank]:
    rows: Sequence[CriterionRank] = catalog.grouped(CriterionRank, "title_id").get(form.title_id, ())
    mine = [row for row in rows if (row.document_id, row.tier) == (form.document_id, form.tier)]
    return [
        Rank(catalog.code_title("recognition_level", row.rank), row.from_points, row.below_points)
        for row in sorted(mine, key=lambda row: row.from_points)
    ]
