"""Sets of criteria as they are shown: in groups, with what is borrowed from another set put in its place."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from hoctap.model.catalog import Catalog
from hoctap.model.record import Criterion, CriterionSet
from hoctap.views.basis import Changed, changes_of_basis, unchecked
from hoctap.views.kinds_of_body import bound_by
from hoctap.views.link import ASSESSMENT, Link, document_link, indicator_link, page_address, title_link

REUSE, GAP = "reuse", "gap"
_UNKNOWN = "unknown"
FEWEST_SHARED = 3


@dataclass(frozen=True, slots=True)
class Line:
    """One criterion; `borrowed` says from which set, `indicator` is what can show that it is met."""

    record: Criterion
    borrowed: str
    indicator: Link | None
    unchecked: str

    @property
    def bound(self) -> tuple[str, ...]:
        """Return the kinds of body it binds; empty for everyone."""
        return bound_by(self.record.applies_to)

    @property
    def is_gap(self) -> bool:
        """Return whether it stands for a criterion that nobody has read yet."""
        return self.record.kind == GAP

    @property
    def has_level(self) -> bool:
        """Return whether it says how much is asked, or that this was never read."""
        return self.is_gap or bool(self.record.threshold) or self.record.max_points is not None


@dataclass(frozen=True, slots=True)
class Group:
    """Criteria under one heading of the document; `number` is empty where it has none."""

    number: str
    name: str
    lines: Sequence[Line]


@dataclass(frozen=True, slots=True)
class Criteria:
    """One set of criteria: never mixed with the set of another document, tier or level."""

    record: CriterionSet
    key: str
    document: Link
    name: str
    scoring: str
    completeness: str
    unchecked: str
    groups: Sequence[Group]
    basis: Sequence[Changed]

    @property
    def lines(self) -> list[Line]:
        """Return every line of every group, in order."""
        return [line for group in self.groups for line in group.lines]

    @property
    def shared_remarks(self) -> list[str]:
        """Return what at least three criteria, and all there are, say of themselves in the same words."""
        notes = {line.record.note for line in self.lines}
        doubts = {line.unchecked for line in self.lines if not line.is_gap}
        if len(self.lines) < FEWEST_SHARED:
            return []
        return [words for remarks in (notes, doubts) if len(remarks) == 1 for words in remarks if words]

    @property
    def assessment(self) -> Link | None:
        """Return the form to assess oneself by this set; None where no criterion or no way of scoring was read."""
        if self.record.scoring == _UNKNOWN or all(line.is_gap for line in self.lines):
            return None
        return Link(page_address(ASSESSMENT, self.key), f"Tự đánh giá {self.name}")


def set_key(record: CriterionSet) -> str:
    """Return the identifier of a set, for addresses: title, document, tier and level."""
    return "-".join(filter(None, (record.title_id, record.document_id, record.tier, record.level)))


def criteria_of(catalog: Catalog, title_id: str) -> list[Criteria]:
    """Return the sets of criteria of a title, newest document first; one of unknown date comes last."""
    sets = catalog.grouped(CriterionSet, "title_id").get(title_id, ())

    def newest(record: CriterionSet) -> tuple[int, str, str]:
        document = catalog.documents.get(record.document_id)
        issued = document.issued_on if document else None
        return -issued.start.toordinal() if issued else 0, record.tier, record.level

    return [criteria_in(catalog, each) for each in sorted(sets, key=newest)]


def criteria_in(catalog: Catalog, record: CriterionSet) -> Criteria:
    """Return one set with its criteria."""
    return Criteria(
        record=record,
        key=set_key(record),
        document=document_link(catalog, record.document_id),
        name=set_name(catalog, record.tier, record.level),
        scoring=catalog.code_title("criteria_scoring", record.scoring),
        completeness=catalog.code_title("criteria_completeness", record.completeness),
        unchecked=unchecked(record.confidence),
        groups=_grouped(_lines(catalog, _rows(catalog, record, record.tier, record.level))),
        basis=changes_of_basis(catalog, record.document_id),
    )


def set_name(catalog: Catalog, tier: str, level: str) -> str:
    """Return tier and level in words: `cấp tỉnh, mức độ 1`."""
    names = [catalog.code_title("title_tier", tier)]
    return ", ".join([*names, catalog.code_title("recognition_level", level)] if level else names)


def _rows(catalog: Catalog, record: CriterionSet, tier: str, level: str) -> list[Criterion]:
    rows = catalog.grouped(Criterion, "title_id").get(record.title_id, ())
    wanted = (record.document_id, tier, level)
    mine = [row for row in rows if (row.document_id, row.tier, row.level) == wanted]
    return sorted(mine, key=lambda row: row.order)


def _lines(catalog: Catalog, rows: Sequence[Criterion]) -> Iterator[Line]:
    sets = {(row.document_id, row.title_id, row.tier, row.level): row for row in catalog.all_of(CriterionSet)}
    for row in rows:
        lender = sets.get((row.document_id, row.title_id, row.reuse_tier, row.reuse_level))
        if row.kind != REUSE or lender is None:
            yield _line(catalog, row, "")
            continue
        # The check `reused-criteria-exist` holds that a lender does not itself borrow this group.
        borrowed = set_name(catalog, lender.tier, lender.level)
        for lent in _rows(catalog, lender, lender.tier, lender.level):
            if lent.group_no == row.group_no and lent.kind != REUSE:
                yield _line(catalog, lent, borrowed)


def _line(catalog: Catalog, row: Criterion, borrowed: str) -> Line:
    indicator = indicator_link(catalog, row.indicator_id) if row.indicator_id else None
    return Line(row, borrowed, indicator, unchecked(row.confidence))


def _grouped(lines: Iterator[Line]) -> list[Group]:
    groups: dict[tuple[str, str], list[Line]] = {}
    for line in lines:
        number = "" if line.record.group_no is None else str(line.record.group_no)
        groups.setdefault((number, line.record.group), []).append(line)
    return [Group(number, name, lines) for (number, name), lines in groups.items()]


def evidenced_by(catalog: Catalog, indicator_id: str) -> list[tuple[Link, str, Criterion]]:
    """Return the criteria that an indicator can evidence, each with its title and the name of its set."""
    return [
        (title_link(catalog, row.title_id), set_name(catalog, row.tier, row.level), row)
        for row in catalog.grouped(Criterion, "indicator_id").get(indicator_id, ())
    ]
