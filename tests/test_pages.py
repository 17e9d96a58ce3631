"""Pages as people write them: each slip is told once, at its line, with what to write; `fix` mends what it can."""

import inspect
import re
import unicodedata
from pathlib import Path

import pytest

from hoctap.check.gate import check
from hoctap.check.rules.macro_calls import GIVEN, MAY_BE_LEFT_OUT, NAMES
from hoctap.cli import main
from hoctap.model.canonical_page import canonical_page
from hoctap.render.fragments import Fragments

PAGE, FACTS = "docs/huong-dan/doc-gia.md", "docs/huong-dan/phuong-phap.md"
HEAD = "---\ntitle: Thử\ndescription: Trang thử.\n---\n\n# Thử\n"


@pytest.fixture
def repository(repository: Path) -> Path:
    """A miniature repository whose pages have no calls but those that a test writes."""
    for path in (repository / "docs").rglob("*.md"):
        text = path.read_text(encoding="utf-8")
        path.write_text(re.sub(r"\{\{.*?\}\}", "3", text), encoding="utf-8")
    return repository


def problems_of(root: Path, page: str = PAGE) -> list[tuple[int, str, str]]:
    """Return the line, the words and the cure of all that is wrong with a page."""
    return [(each.line, each.message, each.hint) for each in check(root).findings if each.path == page]


# What stands at the head of a page, and the right form that `fix` writes.
MENDED = {
    "a colon": ("title: Thử", "title: Hỏi: đáp", 'title: "Hỏi: đáp"'),
    "words in quotes and more": ("title: Thử", 'title: "Học" suốt đời', 'title: "\\"Học\\" suốt đời"'),
    "a quote that is not closed": ("title: Thử", "title: 'Học", "title: Học"),
    "a year": ("title: Thử", "title: 2024", 'title: "2024"'),
    "a day": ("title: Thử", "title: 2024-05-01", 'title: "2024-05-01"'),
    "yes": ("title: Thử", "title: Yes", 'title: "Yes"'),
    "a quote that is not closed before a colon": ("title: Thử", "title: 'Thử: hai", 'title: "Thử: hai"'),
    "no blank": ("title: Thử", "title:Thử", "title: Thử"),
    "a tab": ("title: Thử", "title:\tThử", "title: Thử"),
    "a capital": ("title: Thử", "Title: Thử", "title: Thử"),
    "a tab before it": ("description:", "\tdescription:", "description:"),
    "a list of words": ("description:", "keywords: [học, đọc ]\ndescription:", "keywords: học, đọc\ndescription:"),
    "a tab in a list": ("---\n\n", "hide:\n\t- toc\n---\n\n", "hide:\n  - toc\n---\n\n"),
    "blanks behind the dashes": ("\n---\n", "\n---  \n", "\n---\n"),
    "dots for dashes": ("\n---\n", "\n...\n", "\n---\n"),
    "a blank line above": ("---\ntitle", "\n---\ntitle", "---\ntitle"),
    "two marks of order": ("---\ntitle", "\ufeff\ufeff---\ntitle", "---\ntitle"),
    "old line ends": ("\n", "\r", "\n"),
    "letters taken apart": ("Thử", unicodedata.normalize("NFD", "Thử"), "Thử"),
}


@pytest.mark.parametrize("name", MENDED)
def test_fix_mends_the_head_of_a_page_as_the_check_tells(repository: Path, name: str) -> None:
    old, typed, right = MENDED[name]
    (repository / PAGE).write_bytes(HEAD.replace(old, typed, -1 if typed == "\r" else 1).encode())
    assert {each.rule for each in check(repository).findings if each.path == PAGE} == {"page-is-written-plainly"}
    assert main(["fix", "--root", str(repository)]) == 0
    assert (repository / PAGE).read_text(encoding="utf-8") == HEAD.replace(old, right, 1)
    assert problems_of(repository) == []


@pytest.mark.parametrize(
    "text",
    [
        HEAD,
        HEAD.replace("title: Thử", 'title: "Hỏi: đáp"'),
        HEAD.replace("title: Thử", "title: 'Hỏi: đáp'"),
        HEAD.replace("title: Thử", "title: Năm 2024"),
        HEAD.replace("description: Trang thử.", "description: >-\n  Trang\n  thử."),
        HEAD.replace("Thử\n", "Thử\nhide:\n  - toc\n"),
        "# Không có đầu trang\n\n---\n",
        "\n\nchữ\n\n---\n",
        "",
    ],
)
def test_a_page_that_is_written_rightly_or_has_no_head_stays(text: str) -> None:
    assert canonical_page(text) == text


# What stands at the head of a page, the line at which it is told, its words and its cure.
FOR_PEOPLE = {
    "no closing line": ("\n---\n\n", "\n\n", 5, "phần đầu trang phải đóng bằng một dòng ---", ""),
    "four dashes": ("\n---\n", "\n----\n", 4, "phần đầu trang phải đóng bằng một dòng ---", ""),
    "no opening line": ("---\ntitle", "title", 1, "trên title phải có dòng ---", ""),
    "a long dash": ("---\ntitle", "—\ntitle", 1, "dòng đầu phải là đúng ba dấu gạch ---", ""),
    "an entry twice": ("description", "title: Hai\ndescription", 3, "mục title ở đầu trang phải chỉ có một lần", ""),
    "nothing behind it": ("title: Thử", "title:", 2, "phải là một dòng chữ thường", "viết như title: Cho người đọc"),
    "a slip in its name": ("description", "descripton", 3, "không được có ở đầu trang", "có phải là description?"),
    "an unknown name": ("description", "tác giả: An\ndescription", 3, "không được có ở đầu trang", "xóa mục này"),
    "a word for a list": ("description", "hide: toc\ndescription", 3, "phải là danh sách", "viết như hide: [toc]"),
}


@pytest.mark.parametrize("name", FOR_PEOPLE)
def test_a_head_that_is_for_people_to_mend_is_found_once_at_its_line(repository: Path, name: str) -> None:
    old, typed, line, words, cure = FOR_PEOPLE[name]
    (repository / PAGE).write_text(HEAD.replace(old, typed, 1), encoding="utf-8")
    ((at, message, hint),) = problems_of(repository)
    assert (at, words in message, cure in hint) == (line, True, True)


# A line written into a page, and the cure; None for one that is right.
LINKS: dict[str, str | None] = {
    "[x](Phuong-Phap.md)": "có phải là phuong-phap.md?",
    "[x](../Don-vi/index.md)": "có phải là ../don-vi/index.md?",
    r"[x](..\don-vi\index.md)": "có phải là ../don-vi/index.md?",
    "[x](phuong-phap)": "có phải là phuong-phap.md?",
    "[x](phuong-phap.html)": "có phải là phuong-phap.md?",
    "[x](../phuong-phap/)": "có phải là phuong-phap.md?",
    "[x](/huong-dan/phuong-phap.md)": "có phải là phuong-phap.md?",
    "[x](../don-vi/tinh-dong-lau/)": 'viết {{ link("don-vi", "tinh-dong-lau") }}',
    "[x](www.bao.example/a)": "https://www.bao.example/a",
    "![x](../assets/img/dong-gop/MAU-EXCEL-DANH-DAU.WEBP)": "../assets/img/dong-gop/mau-excel-danh-dau.webp",
    '<img src="../assets/img/khong-co.png" alt="x">': "![tên hình]",
    "[x](phuong-phap.md": "đủ hai ngoặc",
    "[x] (phuong-phap.md)": "viết liền",
    "[x]()": "viết [chữ](đường dẫn)",
    "[x](< >)": "viết [chữ](đường dẫn)",
    '<a href="phuong-phap.md">x</a>': "viết [chữ](phuong-phap.md)",
    '<a href="../don-vi/index.md#b">x</a>': "viết [chữ](../don-vi/index.md#b)",
    '<a href="../phuong-phap/">x</a>, <a href="https://bao.example/a.md">y</a>': None,
    '`[x]()`, `<a href="a.md">` và hàm f[x]() có `ngoặc`': None,
    "Xem [cách tính][pp].": "[pp]: đường dẫn",
    "Xem [cách tính][pp].\n\n[PP]: phuong-phap.md": None,
    "Các số [1] (2024) và [2][^1].\n\n[^1]: Chú thích.": None,
    "`[x](phuong-phap.md` và `[a][b]`": None,
    "Hàm a[i][j] và [x] (năm 2024).": None,
}


@pytest.mark.parametrize("text", LINKS)
def test_a_link_that_leads_nowhere_is_found_with_what_to_write(repository: Path, text: str) -> None:
    cure = LINKS[text]
    page = repository / PAGE
    page.write_text(f"{page.read_text(encoding='utf-8')}\n{text}\n", encoding="utf-8")
    found = problems_of(repository)
    assert len(found) == (0 if cure is None else 1)
    assert all((cure or "") in hint for _, _, hint in found)


# A call in a page, and what is said of it and proposed; None for one that is right.
CALLS: dict[str, tuple[str, str] | None] = {
    '{{ figure("tinh-dong-lau", "adults-total") }}': None,
    '{{ figure("tinh-dong-lau", "adults-total", "2025") }}': None,
    '{{ figure(unit_id="tinh-dong-lau", indicator_id="adults-total") }}': None,
    '{{ figure("tinh-dong-lau", "adults-total", "1999") }}': ("phải có số liệu của kỳ này", "các kỳ có: 2025"),
    '{{ figure("tinh-dong-lau", "staff-total") }}': ("đơn vị phải có số liệu của chỉ tiêu này", "chọn chỉ tiêu"),
    '{{ figure("tinh-dong-lau") }}': ("phải có 2 mã", 'figure("unit_id", "indicator_id")'),
    '{{ figure(unit="tinh-dong-lau", indicator_id="adults-total") }}': ("phải có 2 mã", "unit_id"),
    '{{ count("units", "sources") }}': ("phải có 1 mã", 'count("table")'),
    '{{ count("units", table="units") }}': ("phải có 1 mã", 'count("table")'),
    '{{ gap_count("x") }}': ("phải có 0 mã", "gap_count()"),
    '{{ link("don-vi", "Hội Khuyến học Đông Lâu") }}': ("mã phải có", "có phải là hoi-khuyen-hoc-tinh-dong-lau?"),
    '{ count("units") }': ("macro phải viết như", ""),
    "{{ count(“units”) }}": ("macro phải viết như", ""),
    '{{ count("units") số': ("macro phải viết như", ""),
}


@pytest.mark.parametrize("text", CALLS)
def test_a_call_that_would_end_a_build_or_be_shown_as_it_is_is_found(repository: Path, text: str) -> None:
    (repository / "mkdocs.yml").write_text(
        f"plugins:\n  - macros:\n      force_render_paths: |\n        /{FACTS[5:]}\n"
    )
    (repository / FACTS).write_text(f"{HEAD}\nCó {text} đó.\n", encoding="utf-8")
    wanted = CALLS[text]
    found = problems_of(repository, FACTS)
    assert len(found) == (0 if wanted is None else 1), found
    assert all(line == 8 and wanted and wanted[0] in must and wanted[1] in hint for line, must, hint in found)


@pytest.mark.parametrize(
    ("text", "is_found"),
    [
        ('{{ count("units") }}', True),
        ("{{ khong_co() }}", True),
        ("{{ khong_co }}", True),
        ("{% if x %}", True),
        ("{{ count( ", True),
        ('`{{ count("units") }}`', False),
        ("`{% if x %}`", False),
        ("{một} {hai}", False),
    ],
)
def test_a_call_on_a_page_that_runs_none_is_found(repository: Path, text: str, is_found: bool) -> None:
    (repository / "mkdocs.yml").write_text(
        f"plugins:\n  - macros:\n      force_render_paths: |\n        /{PAGE[5:]}\nnav:\n  - {PAGE[5:]}\n"
    )
    (repository / PAGE).write_text(HEAD, encoding="utf-8")
    (repository / FACTS).write_text(f"{HEAD}\nCó {text}.\n", encoding="utf-8")
    assert any("trang này không chạy macro" in must for _, must, _ in problems_of(repository, FACTS)) is is_found


# A line written into a page, what is said of it, and the cure, which is that of its own kind.
LINES: dict[str, tuple[str, str]] = {
    "hi\u200bển thị": ("không được có ký tự ẩn", "xóa ký tự ấy"),
    "\u202eđảo": ("không được có ký tự ẩn", "xóa ký tự ấy"),
    "Ðông Lâu": ("phải dùng chữ cái tiếng Việt", "gõ lại chữ được chỉ ra"),
    "gọi 0912 345 678": ("không được có số điện thoại", "xóa thông tin cá nhân khỏi trang"),
    "<blink>x</blink>": ("<blink>", "bỏ thẻ hay thuộc tính ấy"),
    "--8<-- khac.md": ("không được có mã", "xóa đi"),
    "!!! sht-nav\n    x": ("khung lưu ý không được có tên", "!!! note"),
    "!!! note\n    x": ("", ""),
}


@pytest.mark.parametrize("text", LINES)
def test_a_line_that_may_not_be_there_is_told_with_the_cure_of_its_kind(repository: Path, text: str) -> None:
    words, cure = LINES[text]
    (repository / PAGE).write_text(f"{HEAD}\n{text}\n", encoding="utf-8")
    found = problems_of(repository)
    assert bool(found) is bool(words)
    assert all(words in message and cure in hint for _, message, hint in found)


# The head of a second page, and whether it is asked about beside one that is called «Học tập suốt đời».
TITLES = {
    "title: HỌC TẬP, suốt đời": True,
    "title: Học tập suốt đơì": False,
    "title: Học tập suốt đời (2)": False,
    "title: Học tập suốt đời\nlang: en": False,
    "Title: Học tập suốt đời": True,  # as `fix` will write it
}


@pytest.mark.parametrize("head", TITLES)
def test_a_second_page_of_one_title_is_asked_about(repository: Path, head: str) -> None:
    for page, own in ((PAGE, "title: Học tập suốt đời"), (FACTS, head)):
        (repository / page).write_text(HEAD.replace("title: Thử", own), encoding="utf-8")
    asked = [each for each in check(repository).questions if each.rule == "page-title-is-single"]
    assert [(each.path, each.line) for each in asked] == ([(FACTS, 2)] if TITLES[head] else [])


def test_what_is_given_to_macros_is_what_they_take() -> None:
    for name in NAMES:
        parameters = [*inspect.signature(getattr(Fragments, name)).parameters.values()][1:]
        assert tuple(each.name for each in parameters) == GIVEN.get(name, ()), name
        assert {each.name for each in parameters if each.default is not each.empty} <= {*MAY_BE_LEFT_OUT}
