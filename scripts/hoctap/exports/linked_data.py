"""schema.org for what is no data set: documents as Legislation, titles and terms as defined terms, sources as works."""

from collections.abc import Callable, Mapping
from typing import Any

from hoctap.exports.edition import Edition
from hoctap.model.catalog import Catalog
from hoctap.model.record import DocumentRelation
from hoctap.views.link import DOCUMENT, SOURCE, TITLE, Link, document_link, page_address

_CONTEXT = "https://schema.org/"
# Relations of documents that schema.org has a name for.
_RELATIONS = {
    "replaces": "legislationRepeals",
    "amends": "legislationChanges",
    "implements": "legislationApplies",
    "based-on": "isBasedOn",
    "cites": "citation",
}


def described(catalog: Catalog, edition: Edition, folder: str, key: str) -> dict[str, Any] | None:
    """Return the description of a page for search engines; None for kinds of pages that have none here."""
    make = _MAKERS.get(folder)
    return make(catalog, edition, key) if make else None


def term_set(catalog: Catalog, edition: Edition) -> dict[str, Any]:
    """Return the glossary as a set of defined terms."""
    address = f"{edition.base}thuat-ngu/"
    terms = [
        _without_gaps(
            {
                "@type": "DefinedTerm",
                "@id": f"{address}#{term.term_id}",
                "name": term.term,
                "alternateName": term.abbreviation,
                "description": term.definition_vi,
            }
        )
        for term in catalog.terms.values()
    ]
    return {
        "@context": _CONTEXT,
        "@type": "DefinedTermSet",
        "@id": address,
        "name": "Thuật ngữ về xã hội học tập",
        "inLanguage": "vi",
        "hasDefinedTerm": terms,
    }


def english_twin(edition: Edition, address: str, vietnamese: str, names: tuple[str, str]) -> dict[str, Any]:
    """Return an English page as a translation of the Vietnamese one; `names` are its title and its summary."""
    original = f"{edition.base}{vietnamese}"
    return {
        **_page(edition, address, names, "en"),
        "translationOfWork": {"@type": "WebPage", "@id": original, "url": original, "inLanguage": "vi"},
    }


def form(edition: Edition, address: str, names: tuple[str, str], title: Link) -> dict[str, Any]:
    """Return a form as the page that it is, on the title it is filled in for."""
    term = {"@type": "DefinedTerm", "@id": f"{edition.base}{title.href}", "name": title.text}
    return {**_page(edition, address, names, "vi"), "about": term}


def _page(edition: Edition, address: str, names: tuple[str, str], language: str) -> dict[str, Any]:
    url = f"{edition.base}{address}"
    return {
        "@context": _CONTEXT,
        "@type": "WebPage",
        "@id": url,
        "url": url,
        "name": names[0],
        "description": names[1],
        "inLanguage": language,
        "isPartOf": {"@type": "WebSite", "@id": edition.base, "name": "Sổ Học Tập"},
    }


def _legislation(catalog: Catalog, edition: Edition, key: str) -> dict[str, Any]:
    row = catalog.documents[key]
    terms = {
        **_head(edition, DOCUMENT, key, "Legislation", document_link(catalog, key).text),
        "legislationIdentifier": row.number,
        "legislationType": catalog.code_title("doc_kind", row.doc_kind),
        "abstract": row.title_vi,
        "legislationPassedBy": row.issuer and {"@type": "Organization", "name": row.issuer},
        "legislationDate": row.issued_on.text if row.issued_on else "",
        "legislationDateVersion": row.effective_on.isoformat() if row.effective_on else "",
        "legislationJurisdiction": "VN",
        "sameAs": row.url,
    }
    for relation in catalog.grouped(DocumentRelation, "from_document_id").get(key, ()):
        name = _RELATIONS.get(relation.kind)
        if name:
            address = f"{edition.base}{page_address(DOCUMENT, relation.to_document_id)}"
            terms.setdefault(name, []).append({"@type": "Legislation", "@id": address})
    return _without_gaps(terms)


def _title(catalog: Catalog, edition: Edition, key: str) -> dict[str, Any]:
    row = catalog.titles[key]
    basis = document_link(catalog, row.document_id) if row.document_id else None
    return _without_gaps(
        {
            **_head(edition, TITLE, key, "DefinedTerm", row.name_vi),
            "alternateName": row.name_en,
            "description": f"Danh hiệu trao cho {row.granted_to}" if row.granted_to else "",
            "subjectOf": basis and {"@type": "Legislation", "name": basis.text, "@id": f"{edition.base}{basis.href}"},
        }
    )


def _source(catalog: Catalog, edition: Edition, key: str) -> dict[str, Any]:
    row = catalog.sources[key]
    return _without_gaps(
        {
            **_head(edition, SOURCE, key, "CreativeWork", row.title),
            "publisher": row.publisher and {"@type": "Organization", "name": row.publisher},
            "author": row.author and {"@type": "Person", "name": row.author},
            "datePublished": row.published_on.text if row.published_on else "",
            "inLanguage": row.language,
            "sameAs": row.url,
        }
    )


def _head(edition: Edition, folder: str, key: str, kind: str, name: str) -> dict[str, Any]:
    address = f"{edition.base}{page_address(folder, key)}"
    return {"@context": _CONTEXT, "@type": kind, "@id": address, "url": address, "name": name, "inLanguage": "vi"}


def _without_gaps(node: Mapping[str, Any]) -> dict[str, Any]:
    """Return what is known: an empty value says nothing, and is not written."""
    return {name: value for name, value in node.items() if value}


_MAKERS: Mapping[str, Callable[[Catalog, Edition, str], dict[str, Any]]] = {
    DOCUMENT: _legislation,
    TITLE: _title,
    SOURCE: _source,
}
