"""What a document is called, on its own page and where others lead to it."""

import pytest

from hoctap.model.record import Document
from hoctap.views.document import document_page
from hoctap.views.link import document_link
from small_catalog import catalog_of, make


@pytest.mark.parametrize(
    ("kind", "number", "title", "page", "link"),
    [
        ("nghi-dinh", "253/2026/NĐ-CP", "Quy định X", "Nghị định 253/2026/NĐ-CP", "Nghị định 253/2026/NĐ-CP"),
        ("ke-hoach", "", "Kế hoạch đỡ đầu trường học", "Kế hoạch đỡ đầu trường học", "Kế hoạch đỡ đầu trường học"),
        ("ke-hoach", "", "KẾ HOẠCH năm 2026", "KẾ HOẠCH năm 2026", "KẾ HOẠCH năm 2026"),
        ("nghi-quyet", "", "Về cải cách hành chính", "Nghị quyết về cải cách hành chính", "Về cải cách hành chính"),
        ("de-an", "", "Đào tạo cán bộ", "Đề án: Đào tạo cán bộ", "Đào tạo cán bộ"),
        ("de-an", "", "Vềnh", "Đề án: Vềnh", "Vềnh"),
    ],
)
def test_a_document_is_called_as_it_is_cited(kind: str, number: str, title: str, page: str, link: str) -> None:
    catalog = catalog_of([], [make(Document, document_id="d", doc_kind=kind, number=number, title_vi=title)])
    assert (document_page(catalog, "d").title, document_link(catalog, "d").text) == (page, link)


def test_an_unknown_document_is_called_by_its_identifier() -> None:
    assert document_link(catalog_of([]), "la").text == "la"
