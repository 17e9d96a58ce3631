"""Addresses with Vietnamese letters, other hosts and spaces get the form that machines write; others get none."""

import pytest

from hoctap.load.web_address import likely_address, why_not_public, written_address

WRITTEN = {
    "https://vi.wikipedia.org/wiki/Lộc_Bình": "https://vi.wikipedia.org/wiki/L%E1%BB%99c_B%C3%ACnh",
    "https://báo.vn/bài 1": "https://xn--bo-mia.vn/b%C3%A0i%201",
    "HTTPS://bao.vn/a%20b?q=học&x=1#đoạn-2": "https://bao.vn/a%20b?q=h%E1%BB%8Dc&x=1#%C4%91o%E1%BA%A1n-2",
    "http://hội.khuyếnhọc.vn": "http://xn--hi-79s.xn--khuynhc-7t4cye.vn",
    "https://bao.vn?bài=1": "https://bao.vn/?b%C3%A0i=1",
    "https://bao.vn/ba\u0300i": "https://bao.vn/b%C3%A0i",
    "https://ba\u0301o.vn/": "https://xn--bo-mia.vn/",
}
NONE = [
    "bao.vn/bài",
    "C:\\bài.docx",
    "file:///á",
    "javascript:alert('á')",
    "https://",
    "https://a",
    "https://x@báo.vn/",
    "https://bao.vn/bai\t1",
    "https://bao.vn/bai\n1",
    "https://bao.vn/%zz",
    "https://bao.vn/bài-%E1%BA%B",
    "",
]


@pytest.mark.parametrize("typed", WRITTEN)
def test_an_address_is_written_as_machines_do(typed: str) -> None:
    found = written_address(typed)
    assert found.startswith(("https://", "http://"))
    assert why_not_public(found) == ""
    assert found == WRITTEN[typed]


@pytest.mark.parametrize("typed", ["https://bao.example/a?b=c&d=%20e#f", *WRITTEN.values()])
def test_a_written_address_stays_as_it_is(typed: str) -> None:
    assert written_address(typed) == typed


@pytest.mark.parametrize("typed", NONE)
def test_what_is_no_address_stays_none(typed: str) -> None:
    assert written_address(typed) == ""


@pytest.mark.parametrize(
    "typed", ["https://bao.vn/bai\t1", "https://bao.vn/bai\r\n1", "https://bao.vn/%zz", "bao.vn/100%"]
)
def test_an_address_that_is_broken_is_not_proposed_cut(typed: str) -> None:
    assert likely_address(typed) == ""


def test_a_sign_of_encoding_that_encodes_nothing_is_told() -> None:
    assert "hai chữ số" in why_not_public("https://bao.vn/%zz")
