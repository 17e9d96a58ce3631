"""The page of a title: to whom, under which document, for how long, by which criteria, held by whom."""

from collections.abc import Sequence
from dataclasses import dataclass

from hoctap.model.catalog import Catalog
from hoctap.model.record import Criterion, CriterionSet, Recognition, Title
from hoctap.views.document import unchecked
from hoctap.views.link import Link, document_link, unit_link


@dataclass(frozen=True, slots=True)
class Criteria:
    """One set of criteria: never mixed with the set of another document, tier or level."""

    record: CriterionSet
    document: Link
    name: str
    scoring: str
    completeness: str
    unchecked: str
    rows: Sequence[Criterion]


@dataclass(frozen=True, slots=True)
class TitlePage:
    """Everything the page of a title shows."""

    title_record: Title
    title: str
    summary: str
    document: Link | None
    criteria: Sequence[Criteria]
    holders: Sequence[tuple[Link, str, Recognition]]
    words: Sequence[str]


def title_page(catalog: Catalog, title_id: str) -> TitlePage:
    """Return the page of a title; KeyError if there is none."""
    title = catalog.titles[title_id]
    rows = catalog.grouped("recognitions", "title_id").get(title_id, ())
    holders = [
        (unit_link(catalog, row.unit_id), catalog.code_title("recognition_level", row.level) if row.level else "", row)
        for row in sorted(rows, key=lambda row: (-row.year, row.unit_id))
    ]
    return TitlePage(
        title_record=title,
        title=title.name_vi,
        summary=f"Danh hiệu trao cho {title.granted_to}.",
        document=document_link(catalog, title.document_id) if title.document_id else None,
        criteria=criteria_of(catalog, title_id),
        holders=holders,
        words=[title.name_vi, title.name_en, title.granted_to, title.note],
    )


def criteria_of(catalog: Catalog, title_id: str) -> list[Criteria]:
    """Return the sets of criteria of a title, newest document first; one of unknown date comes last."""
    rows = catalog.grouped("criteria", "title_id").get(title_id, ())
    sets = catalog.grouped("criterion_sets", "title_id").get(title_id, ())

    def newest(held: CriterionSet) -> tuple[int, str, str]:
        document = catalog.documents.get(held.document_id)
        issued = document.issued_on if document else None
        return -issued.start.toordinal() if issued else 0, held.tier, held.level

    return [
        Criteria(
            record=held,
            document=document_link(catalog, held.document_id),
            name=", ".join(_named(catalog, held)),
            scoring=catalog.code_title("criteria_scoring", held.scoring),
            completeness=catalog.code_title("criteria_completeness", held.completeness),
            unchecked=unchecked(held.confidence),
            rows=sorted((row for row in rows if _belongs(row, held)), key=lambda row: row.order),
        )
        for held in sorted(sets, key=newest)
    ]


def _named(catalog: Catalog, held: CriterionSet) -> list[str]:
    tier = catalog.code_title("title_tier", held.tier)
    return [tier, catalog.code_title("recognition_level", held.level)] if held.level else [tier]


def _belongs(row: Criterion, held: CriterionSet) -> bool:
    return (row.document_id, row.tier, row.level) == (held.document_id, held.tier, held.level)
