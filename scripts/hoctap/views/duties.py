"""Who prepares, receives and decides each recognition, by tier, with the clause and how sure it is."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from hoctap.model.catalog import Catalog
from hoctap.model.record import Procedure
from hoctap.vietnamese.writing import day
from hoctap.views.basis import unchecked
from hoctap.views.link import Link, document_link, title_link


@dataclass(frozen=True, slots=True)
class Duty:
    """One procedure; `past` is when it ended, empty while it holds."""

    record: Procedure
    title: Link
    tier: str
    document: Link | None
    past: str
    unchecked: str


def duties(catalog: Catalog, today: date) -> Sequence[Duty]:
    """Return every procedure, those in force first, then by title and tier."""
    found = [
        Duty(
            record=row,
            title=title_link(catalog, row.title_id),
            tier=catalog.code_title("title_tier", row.tier),
            document=document_link(catalog, row.document_id) if row.document_id else None,
            past=f"đến hết {day(row.valid_until)}" if row.valid_until and row.valid_until < today else "",
            unchecked=unchecked(row.confidence),
        )
        for row in catalog.all_of(Procedure)
    ]
    return sorted(found, key=lambda one: (bool(one.past), one.title.text, one.tier))
