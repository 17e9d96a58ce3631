"""Checks of documents: what replaced them, what they rest on, what their number says they are."""

import re
from collections.abc import Iterator

from hoctap.check.definition import check
from hoctap.model.catalog import Catalog
from hoctap.model.finding import Problem
from hoctap.model.record import Code, Document, DocumentRelation


@check(
    must="Văn bản ghi là đã được thay thế thì có văn bản thay nó; văn bản đã bị thay thì không ghi là còn hiệu lực",
    cause="Đổi hiệu lực mà quên ghi quan hệ, hoặc ghi quan hệ ngược chiều.",
    cure="thêm dòng replaces từ văn bản sau tới văn bản này",
    bad="status: replaced, không có văn bản thay",
    good="kind: replaces ở document_relations",
    counts_absence=True,
)
def replaced_document_has_a_successor(catalog: Catalog) -> Iterator[Problem]:
    """Ensure a document of status replaced is pointed at by a relation that replaces it, and none in force is."""
    for document in catalog.all_of(Document):
        related = catalog.grouped(DocumentRelation, "to_document_id").get(document.document_id, ())
        replacing = [row for row in related if row.kind == "replaces"]
        relation = next((row for row in replacing if _is_effective(catalog, row)), None)
        if document.status == "replaced" and not replacing:
            yield Problem(document.place, "status", "phải có văn bản thay thế ở bảng document_relations")
        elif document.status == "in_force" and relation:
            message = f"phải là replaced: {relation.from_document_id} thay nó (document_relations, dòng "
            cure = "sửa status; hoặc bỏ dòng quan hệ nếu chỉ thay một phần (amends)"
            yield Problem(document.place, "status", f"{message}{relation.place.line})", document.status, cure)


def _is_effective(catalog: Catalog, relation: DocumentRelation) -> bool:
    """Return whether what replaces a document has taken effect by today; of an older one another rule tells."""
    later, earlier = catalog.documents.get(relation.from_document_id), catalog.documents.get(relation.to_document_id)
    if later is None or earlier is None:
        return False
    is_older = later.issued_on and earlier.issued_on and later.issued_on.end < earlier.issued_on.start
    since = later.effective_on or (later.issued_on.end if later.issued_on else None)
    return not is_older and since is not None and since <= catalog.today


@check(
    must="Văn bản đứng sau không ban hành trước văn bản mà nó thực hiện, thay thế, sửa đổi hay dẫn tới",
    cause="Ghi quan hệ ngược chiều, hoặc gõ nhầm ngày ban hành.",
    cure="đổi chiều quan hệ, hoặc sửa ngày ban hành",
    bad="ban hành 2020, thực hiện văn bản 2022",
    good="ban hành 2022, thực hiện văn bản 2020",
)
def document_follows_what_it_rests_on(catalog: Catalog) -> Iterator[Problem]:
    """Ensure relations point back in time."""
    for row in catalog.all_of(DocumentRelation):
        later, earlier = catalog.documents.get(row.from_document_id), catalog.documents.get(row.to_document_id)
        if later is None or earlier is None or later.issued_on is None or earlier.issued_on is None:
            continue
        if later.issued_on.end < earlier.issued_on.start:
            message = f"phải ban hành trước {row.from_document_id} ({later.issued_on.text})"
            yield Problem(row.place, "to_document_id", message, earlier.issued_on.text)


# «25/2023/TT-BGDĐT», «1373/QĐ-TTg»: what stands before who issued it is what it is.
_KIND_IN_NUMBER = re.compile(r"\d/([A-ZĐ]{2,4})-")


@check(
    must="Loại văn bản là loại mà số hiệu của nó nói, nếu khác thì xem lại",
    cause="Chọn nhầm loại trong danh sách, hoặc chép nhầm số hiệu.",
    cure="sửa doc_kind, hoặc number; nếu văn bản in như vậy thì để nguyên",
    bad="number: 25/2023/TT-BGDĐT, doc_kind: quyet-dinh",
    good="number: 25/2023/TT-BGDĐT, doc_kind: thong-tu",
    asks=True,
)
def document_is_of_the_kind_of_its_number(catalog: Catalog) -> Iterator[Problem]:
    """Ask about documents whose number has the first letters of the words of other kinds than theirs."""
    kinds: dict[str, list[Code]] = {}
    for code in catalog.all_of(Code):
        if code.list == "doc_kind":
            kinds.setdefault("".join(word[0] for word in code.title_vi.split()).upper(), []).append(code)
    for document in catalog.all_of(Document):
        found = _KIND_IN_NUMBER.search(document.number)
        named = kinds.get(found[1], []) if found else []
        if named and document.doc_kind not in {code.code for code in named}:
            wanted = " hoặc ".join(f"{code.code} ({code.title_vi})" for code in named)
            yield Problem(document.place, "doc_kind", f"số hiệu {document.number} nói là {wanted}", document.doc_kind)


CHECKS = (
    replaced_document_has_a_successor,
    document_follows_what_it_rests_on,
    document_is_of_the_kind_of_its_number,
)
