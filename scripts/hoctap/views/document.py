"""The page of a document: what it is, what it implements and replaces, what is held from it."""

from collections.abc import Sequence
from dataclasses import dataclass

from hoctap.model.catalog import Catalog
from hoctap.model.record import Campaign, Document, DocumentRelation, Target, Term, Title
from hoctap.vietnamese.writing import moment
from hoctap.views.basis import unchecked
from hoctap.views.campaign import Aim, aim_of
from hoctap.views.link import Link, campaign_link, document_link, source_link, title_link
from hoctap.views.statements.words import small


@dataclass(frozen=True, slots=True)
class DocumentPage:
    """Everything the page of a document shows."""

    document: Document
    title: str
    summary: str
    kind: str
    issued: str
    status: str
    unchecked: str
    leads_to: Sequence[tuple[str, Link]]
    led_to_by: Sequence[tuple[str, Link]]
    campaigns: Sequence[Link]
    titles: Sequence[Link]
    aims: Sequence[Aim]
    terms: Sequence[str]
    source: Link | None
    words: Sequence[str]


def document_page(catalog: Catalog, document_id: str) -> DocumentPage:
    """Return the page of a document; KeyError if there is none."""
    document = catalog.documents[document_id]
    kind = catalog.code_title("doc_kind", document.doc_kind)
    after = catalog.grouped(DocumentRelation, "from_document_id").get(document_id, ())
    before = catalog.grouped(DocumentRelation, "to_document_id").get(document_id, ())
    targets = catalog.grouped(Target, "document_id").get(document_id, ())
    campaigns = catalog.grouped(Campaign, "document_id").get(document_id, ())
    titles = catalog.grouped(Title, "document_id").get(document_id, ())
    relation = {row: catalog.code_title("relation_kind", row.kind) for row in (*after, *before)}
    return DocumentPage(
        document=document,
        title=document_title(catalog, document),
        summary=document.title_vi,
        kind=kind,
        issued=moment(document.issued_on) if document.issued_on else "",
        status=catalog.code_title("document_status", document.status),
        unchecked=unchecked(document.confidence),
        leads_to=[(relation[row], document_link(catalog, row.to_document_id)) for row in after],
        led_to_by=[(relation[row], document_link(catalog, row.from_document_id)) for row in before],
        campaigns=[campaign_link(catalog, row.campaign_id) for row in campaigns],
        titles=[title_link(catalog, row.title_id) for row in titles],
        aims=[aim_of(catalog, target) for target in targets],
        terms=[row.term for row in catalog.grouped(Term, "document_id").get(document_id, ())],
        source=source_link(catalog, document.source_id) if document.source_id else None,
        words=[
            kind,
            document.number,
            document.title_vi,
            document.summary_vi,
            document.issuer,
            document.title_en,
            document.note,
        ],
    )


def document_title(catalog: Catalog, document: Document) -> str:
    """Return kind and number; kind and subject where no number is known."""
    kind = catalog.code_title("doc_kind", document.doc_kind)
    if document.number:
        return f"{kind} {document.number}"
    title = document.title_vi
    if title.lower().startswith(kind.lower()):
        return title
    return f"{kind} {small(title)}" if title.startswith("Về ") else f"{kind}: {title}"
