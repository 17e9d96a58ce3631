"""Each data page as Markdown: its own words, all its hedges and doubts, nothing that is only to be pressed."""

import html
import re
from pathlib import Path

import pytest

from hoctap.render.markdown import markdown
from hoctap.views.page_kinds import KINDS

_LINK = re.compile(r'<link rel="alternate" type="text/markdown" href="(?P<path>[^"]+)">')
_WORDS = re.compile(r"\w+")
_HEDGES = re.compile(r'<span class="sht-(?:hedge|doubt)">([^<]*)</span>')

_TABLE = """<table><caption>Bảng</caption><thead><tr><th>A</th><th>B</th></tr></thead><tbody>
<tr><th colspan="2">Nhóm</th></tr><tr><th>a|b <span class="sht-note">chú</span></th><td>1</td></tr></tbody></table>"""


@pytest.mark.parametrize(
    ("page", "text"),
    [
        ("<h1>Tên</h1><p>Một  câu\n dài.</p>", "# Tên\n\nMột câu dài.\n"),
        ("<h2 id='a'><strong>Nhóm</strong></h2>", "## Nhóm\n"),
        ('<p><a href="../x/">Trang</a>, <a href="#y">ở đây</a></p>', "[Trang](../x/), ở đây\n"),
        ('<p><a href="https://a.vn/b">https://a.vn/b</a></p>', "<https://a.vn/b>\n"),
        ('<p><a href="https://a.vn/b (1)">một bài</a></p>', "[một bài](https://a.vn/b%20%281%29)\n"),
        ("<p>1. Không phải <em>mục</em></p>", "1\\. Không phải *mục*\n"),
        ("<p>- cũng không</p>", "\\- cũng không\n"),
        ("<ul><li>Một<ul><li>trong</li></ul></li><li><p>Hai</p><p>ba</p></li></ul>", "- Một\n  - trong\n- Hai · ba\n"),
        ("<dl><div><dt>Loại</dt><dd>Luật</dd></div><div><dt>Số</dt><dd>1</dd></div></dl>", "- Loại: Luật\n- Số: 1\n"),
        (_TABLE, "Bảng\n\n| A | B |\n| --- | --- |\n| Nhóm |  |\n| a\\|b · chú | 1 |\n"),
        ("<details><summary>Thêm</summary><p>Câu.</p></details>", "**Thêm**\n\nCâu.\n"),
        ("<p>Thấy</p><nav>đi</nav><svg><text>vẽ</text></svg><button>bấm</button><label>ô <input></label>", "Thấy\n"),
        ('<p>Giá trị <span class="visually-hidden">ẩn</span>5</p>', "Giá trị 5\n"),
        ("<p>&lt;script&gt; *x* [y](z) #</p>", "\\<script\\> \\*x\\* \\[y\\](z) \\#\n"),
        ('<div class="sht-assess__row"><p>Một</p><div><label>Đạt</label></div></div>', "- Một\n"),
    ],
)
def test_a_page_is_read_as_markdown(page: str, text: str) -> None:
    assert markdown(page) == text


def _pages(site: Path) -> list[Path]:
    folders = [*(kind.folder for kind in KINDS), *(f"en/{kind.folder}" for kind in KINDS if kind.english)]
    found = (path for folder in folders for path in sorted((site / folder).glob("*/index.html")))
    # Neither lists of what is older nor what leads from an old address to another page.
    return [path for path in found if not path.parent.name.startswith("den-") and not _leads_on(path)]


def _leads_on(page: Path) -> bool:
    return 'http-equiv="refresh"' in page.read_text(encoding="utf-8")


def _named(page: Path) -> Path:
    """Return the Markdown that a page names."""
    (found,) = _LINK.finditer(page.read_text(encoding="utf-8"))
    return (page.parent / found["path"]).resolve()


@pytest.mark.build
def test_every_data_page_and_the_glossary_name_their_markdown(site: Path) -> None:
    pages = [*_pages(site), site / "thuat-ngu" / "index.html"]
    assert len(pages) > 40
    for page in pages:
        path = _named(page)
        address = page.parent.relative_to(site).as_posix().removeprefix("en/")
        assert path.read_text(encoding="utf-8").startswith("# ")
        assert f"Trang: {address}/\n" in path.read_text(encoding="utf-8") or f"/{address}/\n" in path.read_text("utf-8")


@pytest.mark.build
def test_markdown_beside_a_page_has_its_words_alone_and_every_hedge_and_doubt(site: Path) -> None:
    pages = sorted(site.rglob("index.html.md"))
    assert {path.relative_to(site).parts[0] for path in pages} >= {"van-ban", "nguon", "danh-hieu", "phong-trao"}
    for path in pages:
        page = html.unescape((path.parent / "index.html").read_text(encoding="utf-8"))
        title, _, text = path.read_text(encoding="utf-8").partition("\n")
        words = set(_WORDS.findall(f"{title} {text.partition('Trang: ')[2]}")) - {"http", "https"}
        assert words - set(_WORDS.findall(page)) == set(), path
        hedges = [words for words in _HEDGES.findall(page) if words.strip()]
        plain = text.replace("\\", "")
        assert [words for words in hedges if words not in plain] == [], path
