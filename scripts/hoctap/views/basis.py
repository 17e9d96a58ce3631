"""Whether the document behind something still holds: which one replaced or amended it, and how sure that is."""

from dataclasses import dataclass

from hoctap.model.catalog import Catalog
from hoctap.model.record import DocumentRelation
from hoctap.views.link import Link, document_link

REPLACES, AMENDS = "replaces", "amends"
UNCHECKED = "chưa đối chiếu bản gốc"
_WORDS = {REPLACES: "đã được thay bằng", AMENDS: "đã được sửa đổi, bổ sung bởi"}


@dataclass(frozen=True, slots=True)
class Changed:
    """One later document; `words` say what it does to the earlier one."""

    kind: str
    words: str
    by: Link
    unchecked: str
    note: str


def changes_of_basis(catalog: Catalog, document_id: str) -> list[Changed]:
    """Return the documents that replace or amend one, replacements first; none where nothing is known."""
    rows: list[DocumentRelation] = catalog.grouped(DocumentRelation, "to_document_id").get(document_id, [])
    found = [
        Changed(
            row.kind,
            _WORDS[row.kind],
            document_link(catalog, row.from_document_id),
            unchecked(row.confidence),
            row.note,
        )
        for row in rows
        if document_id and row.kind in _WORDS
    ]
    return sorted(found, key=lambda one: one.kind != REPLACES)


def unchecked(confidence: str) -> str:
    """Return the warning readers see for a reading of medium or low confidence; empty for high."""
    return "" if confidence == "high" else UNCHECKED
