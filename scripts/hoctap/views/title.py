"""The page of a title: to whom, under which document, for how long, by which criteria, held by whom."""

from collections.abc import Sequence
from dataclasses import dataclass

from hoctap.model.catalog import Catalog
from hoctap.model.record import Criterion, Recognition, Title
from hoctap.views.link import Link, document_link, unit_link


@dataclass(frozen=True, slots=True)
class TitlePage:
    """Everything the page of a title shows."""

    title_record: Title
    title: str
    summary: str
    document: Link | None
    criteria: Sequence[Criterion]
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
        criteria=catalog.grouped("criteria", "title_id").get(title_id, ()),
        holders=holders,
        words=[title.name_vi, title.name_en, title.granted_to, title.note],
    )
