"""Terms are marked where prose first uses them, and nowhere else."""

from types import SimpleNamespace
from typing import Any

import pytest

from hoctap.site.glossary import glossary_of, marked


def _term(term_id: str, term: str, abbreviation: str = "") -> Any:
    return SimpleNamespace(
        term_id=term_id, term=term, abbreviation=abbreviation, definition_vi=f"nghĩa «{term}» & <hơn>"
    )


GLOSSARY = glossary_of(
    [
        _term("khuyen-hoc", "khuyến học", "KH"),
        _term("hoi-khuyen-hoc", "hội khuyến học", "HKH"),
        _term("so-ket", "sơ kết"),
    ]
)


def _marks(body: str) -> list[str]:
    page = f"<html><head><title>khuyến học</title></head><body><nav>sơ kết</nav><article>{body}</article></body></html>"
    return [
        part.partition("</a>")[0].rpartition(">")[2] for part in marked(page, GLOSSARY, "../").split("sht-term")[1:]
    ]


def test_first_use_is_marked_and_later_ones_are_not() -> None:
    assert _marks("<p>Khuyến học, khuyến học.</p><p>khuyến học</p>") == ["Khuyến học"]


def test_longest_term_comes_first() -> None:
    assert _marks("<p>Hội Khuyến học lo việc khuyến học.</p>") == ["Hội Khuyến học", "khuyến học"]


def test_abbreviation_is_marked_beside_its_term_and_only_as_written() -> None:
    assert _marks("<p>khuyến học (KH), kh</p>") == ["khuyến học", "KH"]


@pytest.mark.parametrize(
    "body",
    [
        "<h2>sơ kết</h2>",
        '<p><a href="x">sơ kết</a></p>',
        "<pre><code>sơ kết</code></pre>",
        "<p><button>sơ kết</button></p>",
        '<table class="wide sht-table"><tr><td>sơ kết</td></tr></table>',
        "<p>sơ kếtx, KH-CN, x-KH, sơ  kết</p>",
        "<!-- sơ kết -->",
    ],
)
def test_names_controls_figures_and_parts_of_words_are_left_alone(body: str) -> None:
    assert _marks(body) == []


def test_everything_else_stays_byte_for_byte() -> None:
    page = (
        '<!doctype html>\n<ARTICLE class=a><P>a &amp; b<br/>\n<img src="x"> sơ kết &lt;\r\n</p></ARTICLE >\n<!-- x -->'
    )
    text = marked(page, GLOSSARY, "../../")
    link = '<a class="sht-term" href="../../thuat-ngu/#so-ket" title="nghĩa «sơ kết» &amp; &lt;hơn&gt;">sơ kết</a>'
    assert text == page.replace("sơ kết", link)


def test_page_without_terms_and_glossary_without_terms_change_nothing() -> None:
    page = "<article><p>sơ kết</p></article>"
    assert marked(page, glossary_of([]), "") == page
    assert marked("<p>sơ kết</p>", GLOSSARY, "") == "<p>sơ kết</p>"
