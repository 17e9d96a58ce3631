"""Every hostile input of hostile.py is refused where it comes in; those that get past it run nothing."""

import copy
import time
from collections.abc import Iterable
from datetime import date, timedelta
from pathlib import Path
from types import SimpleNamespace
from typing import Any

import markdown
import nh3
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

import corpus
import hostile
from hoctap.check.allowed_html import EVERYWHERE, PAGE, PROSE
from hoctap.check.html_tags import tag_fault
from hoctap.check.perhaps_personal import perhaps_personal
from hoctap.check.personal import personal_in
from hoctap.check.rules import OF_PAGES, page_files, page_form, page_links, pages
from hoctap.check.rules.page_lines import faults_of_lines
from hoctap.check.rules.parts import _parts_beyond
from hoctap.check.secret import secret_in
from hoctap.load.descriptor_format import faults
from hoctap.load.descriptors import read_packages
from hoctap.load.safe_pattern import UnsafePatternError, refuse_unsafe
from hoctap.load.web_address import why_not_public
from hoctap.model.finding import Problem
from hoctap.model.page_folders import FOLDERS
from hoctap.site.judge import prose_faults
from miniature import REAL, assembled, descriptors

HEAD = "---\ntitle: Thử\ndescription: Một trang thử.\n---\n\n# Thử\n\n"
# The checks of what a page says; how it is written is checked beside.
OF_TEXT = (*pages.CHECKS, page_links.page_links_lead_somewhere)
MACROS = "plugins:\n  - macros:\n      force_render_paths: |\n        /index.md\n"


def _problems(root: Path, checks: Iterable[Any]) -> list[Problem]:
    """Return what checks of pages find under `root`, beside data without any row."""
    known = (*FOLDERS, "terms", "tables")
    catalog: Any = SimpleNamespace(root=root, **{table: {} for table in known})
    return [problem for check in checks for problem in check.find(catalog)]


def _laid(root: Path, path: str, data: bytes) -> Path:
    (root / path).parent.mkdir(parents=True, exist_ok=True)
    (root / path).write_bytes(data)
    return root


@pytest.mark.parametrize("name", hostile.PAGES)
def test_a_hostile_page_is_refused_at_its_line(tmp_path: Path, name: str) -> None:
    text = (HEAD + hostile.PAGES[name]).encode()
    found = _problems(_laid(tmp_path, "docs/index.md", text), OF_TEXT)
    assert found
    assert all(problem.place.path == "docs/index.md" and problem.place.line >= 8 for problem in found)
    assert all(problem.value.isprintable() for problem in found)


@pytest.mark.parametrize("name", hostile.MACRO_PAGES)
def test_a_hostile_page_of_macros_is_refused(tmp_path: Path, name: str) -> None:
    _laid(tmp_path, "mkdocs.yml", MACROS.encode())
    found = _problems(_laid(tmp_path, "docs/index.md", (HEAD + hostile.MACRO_PAGES[name]).encode()), pages.CHECKS)
    assert [problem for problem in found if problem.place.line == 8]


@pytest.mark.parametrize("name", hostile.FRONT_MATTER)
def test_hostile_front_matter_is_refused(tmp_path: Path, name: str) -> None:
    text = f"---\n{hostile.FRONT_MATTER[name]}\n---\n\n# Thử\n"
    assert _problems(_laid(tmp_path, "docs/index.md", text.encode()), [*page_form.CHECKS, *pages.CHECKS])


@pytest.mark.parametrize("name", hostile.FILES)
def test_a_hostile_file_is_refused(tmp_path: Path, name: str) -> None:
    path, data = hostile.FILES[name]
    assert _problems(_laid(tmp_path, path, data), page_files.CHECKS)


def test_the_pages_and_files_of_the_site_itself_are_right() -> None:
    assert _problems(REAL, [*page_form.CHECKS, *pages.CHECKS, *page_files.CHECKS]) == []


EXTENSIONS = ["admonition", "attr_list", "def_list", "footnotes", "md_in_html", "tables", "toc", "fenced_code"]


def _article(text: str) -> str:
    html = markdown.markdown(text, extensions=EXTENSIONS)
    return f'<article class="md-content__inner md-typeset">{html}</article>'


@pytest.mark.parametrize("name", hostile.PAGES)
def test_what_gets_past_the_first_gate_runs_nothing_past_the_second(name: str) -> None:
    html = _article(hostile.PAGES[name])
    if not list(prose_faults(html)):
        lowered = html.lower()
        assert not any(
            word in lowered for word in ("<script", "javascript:", " on", "<iframe", "<meta", "<style", "<svg")
        )


TEXT = st.text(st.sampled_from("<>/\"'=& \n\t\x00\x02abonerscipt:;{}!-[]()`#*"), max_size=60)


@settings(max_examples=150, deadline=None)
@given(TEXT)
def test_no_text_makes_an_element_that_we_do_not_know(text: str) -> None:
    html = _article(text)
    if not list(prose_faults(html)):
        from building import Page

        for tag, values in Page(html).tags[1:]:
            assert tag in PROSE, html
            assert not [name for name in values if name.startswith("on") or name in ("srcdoc", "formaction")], html
            assert not values.get("href", "").strip().lower().startswith(("javascript:", "data:", "vbscript:")), html


@pytest.mark.parametrize(
    "tag",
    [
        "<script>", '<script src="https://x.example/a.js">', '<script src="//x.example/a.js">', "<object>", "<base>",
        '<script src="assets/js/../../evil.js" onload="x">', '<meta http-equiv="refresh" content="0">', "<a href=x>",
        '<a href="javascript:1">', '<a href="&#106;avascript:1">', '<a href=" javascript:1">', '<a href="//x.example">',
        '<a href="\\x.example">', '<a onclick="1">', "<iframe>", '<div style="position:fixed">', "<style>", "<p",
        '<img src="https://x.example/a.png">', '<form action="https://x.example">', '<input type="password">',
        '<link rel="stylesheet" href="https://x.example/a.css">', '<link rel="import" href="a">', "</p class>",
        "<!--a-->",
        '<meta http-equiv="refresh" content="0; url=../../dia-phuong/../x/">',
        '<meta http-equiv="refresh" content="0; url=//x/">',
        '<a href="a" HREF="b">', "<svg:script>", '<use href="https://x.example/a.svg#b">',
    ],
)  # fmt: skip
def test_a_tag_that_we_never_make_is_refused_in_finished_pages(tag: str) -> None:
    assert tag_fault(tag, PAGE)


@pytest.mark.parametrize("text", hostile.PERSONAL)
def test_what_tells_a_private_person_is_known(text: str) -> None:
    assert hostile.PERSONAL[text] in set(personal_in(text))
    assert hostile.PERSONAL[text] in set(personal_in(f"Theo báo cáo, {text}, xem trang 5"))


@pytest.mark.parametrize("text", hostile.NOT_PERSONAL)
def test_what_tells_nobody_is_let_through(text: str) -> None:
    assert list(personal_in(text)) == []


@pytest.mark.parametrize("text", hostile.PERHAPS_PERSONAL)
def test_what_only_a_person_can_judge_is_asked(text: str) -> None:
    assert list(perhaps_personal(text)) == [hostile.PERHAPS_PERSONAL[text]]
    assert hostile.PERHAPS_PERSONAL[text] in set(perhaps_personal(f"{text}; xem trang 5"))


@pytest.mark.parametrize("text", hostile.PERHAPS_NOBODY)
def test_of_bodies_and_history_nothing_is_asked(text: str) -> None:
    assert list(perhaps_personal(text)) == []


@pytest.mark.parametrize("text", hostile.SECRETS)
def test_what_opens_a_door_is_known(text: str) -> None:
    assert secret_in(text)
    assert secret_in(f"Theo báo cáo, {text}, xem trang 5")


@pytest.mark.parametrize("text", hostile.NO_SECRETS)
def test_what_opens_no_door_is_let_through(text: str) -> None:
    assert secret_in(text) == ""


@pytest.mark.parametrize("pattern", hostile.PATTERNS)
def test_a_pattern_that_may_not_end_in_linear_time_is_refused(pattern: str) -> None:
    with pytest.raises(UnsafePatternError):
        refuse_unsafe(pattern)


@pytest.mark.parametrize("name", hostile.STRINGS)
def test_a_hostile_string_of_a_descriptor_is_refused_wherever_it_stands(name: str) -> None:
    package = descriptors()[0]
    assert list(faults(package)) == []
    for place in (("title",), ("keywords", 0), ("resources", 0, "description"), ("licenses", 0, "title")):
        spoilt = copy.deepcopy(package)
        inner: Any = spoilt
        for part in place[:-1]:
            inner = inner[part]
        inner[place[-1]] = hostile.STRINGS[name]
        found = list(faults(spoilt))
        assert len(found) == 1, found
        assert found[0][0] == place


@pytest.mark.parametrize(
    ("limit", "is_right"),
    [("2020-01-01", True), ("20200101", False), ("2020-W01-1", False), ("2020-02-30", False), (2020010100, False)],
)
def test_a_limit_of_days_is_a_day_written_as_the_table_writes_it(limit: object, is_right: bool) -> None:
    package = copy.deepcopy(descriptors()[0])
    field = package["resources"][0]["schema"]["fields"][0]
    field |= {"type": "date", "constraints": {"minimum": limit}}
    assert (not list(faults(package))) is is_right


@pytest.mark.parametrize("name", hostile.ENTRIES)
def test_a_hostile_entry_of_a_descriptor_is_refused_where_it_stands(name: str) -> None:
    place, value = hostile.ENTRIES[name]
    package = copy.deepcopy(descriptors()[0])
    inner: Any = package
    for part in place[:-1]:
        inner = inner[part]
    inner[place[-1]] = value
    found = list(faults(package))
    assert found
    assert all(spot[: len(place)] == place for spot, _ in found), found


@pytest.mark.parametrize("address", hostile.LOCAL_ADDRESSES)
def test_an_address_that_not_everybody_can_open_is_refused(address: str) -> None:
    assert why_not_public(address)
    package = copy.deepcopy(descriptors()[0])
    package["licenses"][0]["path"] = address
    assert list(faults(package))


@pytest.mark.parametrize("address", hostile.PUBLIC_ADDRESSES)
def test_a_public_address_is_let_through(address: str) -> None:
    assert why_not_public(address) == ""


_NH3 = {"tags": set(PROSE), "attributes": {"*": set(EVERYWHERE), **{name: set(PROSE[name]) for name in PROSE}}}


@settings(max_examples=150, deadline=None)
@given(TEXT)
def test_a_sanitiser_takes_no_element_away_from_what_our_judge_lets_through(text: str) -> None:
    _agree(text)


@pytest.mark.parametrize("name", hostile.PAGES)
def test_a_sanitiser_agrees_about_hostile_pages_that_our_judge_lets_through(name: str) -> None:
    _agree(hostile.PAGES[name])


def _agree(text: str) -> None:
    from building import Page

    html = _article(text)
    if not list(prose_faults(html)):
        inside = html.partition(">")[2].removesuffix("</article>")
        clean = nh3.clean(inside, link_rel=None, strip_comments=True, **_NH3)
        assert [tag for tag, _ in Page(clean).tags] == [tag for tag, _ in Page(inside).tags]


def test_hostile_texts_are_judged_in_no_time() -> None:
    started = time.monotonic()
    for text in ("0912 " * 20_000, "9" * 100_000, "a@" * 50_000, "sinh ngày " * 10_000, "84 " * 50_000, "(" * 100_000):
        list(personal_in(text))
    secret_in("pass-" * 20_000)
    assert time.monotonic() - started < 15


def test_very_many_figures_of_one_unit_are_compared_in_no_time() -> None:
    days = [date(1950, 1, 1) + timedelta(at) for at in range(8_000)]
    rows: list[Any] = [
        SimpleNamespace(value=size, breakdown=scope, unit_id="u", period=SimpleNamespace(end=day))
        for day in days
        for scope, size in (("", 1), ("cấp xã", 50 if day == days[-1] else 49))
    ]
    started = time.process_time()
    found = [(part.period.end, whole.period.end) for part, whole in _parts_beyond(rows)]
    assert time.process_time() - started < 5
    assert found == [(days[-1], days[-1])]


@pytest.mark.parametrize("text", hostile.PERSONAL)
def test_what_tells_a_private_person_is_known_in_a_page_too(text: str) -> None:
    assert ["không được có" in each.message for each in faults_of_lines("docs/a.md", text)] == [True]


@pytest.mark.parametrize("row", ["an.nguyen (a) yahoo.com", "an.nguyen [at] yahoo.com", "email an.nguyen yahoo"])
def test_an_address_of_mail_without_its_sign_is_seen_in_a_page(row: str) -> None:
    assert ["địa chỉ thư điện tử" in each.message for each in faults_of_lines("docs/a.md", row)] == [True]


@pytest.mark.parametrize("lines", [1, 40], ids=["in one line", "in lines"])
@pytest.mark.parametrize("half", hostile.HALVES)
def test_a_page_of_halves_is_judged_in_no_time(tmp_path: Path, half: str, lines: int) -> None:
    text = HEAD + "[x](#khong-co)\n" + (half * (190_000 // len(half) // lines) + "\n") * lines
    _laid(tmp_path, "mkdocs.yml", MACROS.encode())
    _laid(tmp_path, "docs/index.md", text.encode())
    started = time.process_time()
    _problems(tmp_path, OF_PAGES)
    assert time.process_time() - started < 5


def test_the_corpus_has_more_than_three_hundred_named_inputs() -> None:
    kinds = (hostile.PAGES, hostile.MACRO_PAGES, hostile.FRONT_MATTER, hostile.FILES, hostile.STRINGS, hostile.PERSONAL)
    assert sum(map(len, kinds)) + len(hostile.PATTERNS) + len(corpus.BAD) >= 400


@pytest.mark.parametrize("kind", ["string", "integer", "number", "year", "date", "boolean"])
@pytest.mark.parametrize(
    ("limit", "value", "of"),
    [
        ("pattern", "x", ("string",)),
        ("enum", ["x"], ("string",)),
        ("minLength", 1, ("string",)),
        ("maxLength", 9, ("string",)),
        ("minimum", 1, ("integer", "number", "year")),
        ("maximum", "2026-11-26", ("date",)),
        ("maximum", 1.5, ("number",)),
    ],
)
def test_a_limit_stands_only_where_a_column_of_that_type_can_have_it(
    kind: str, limit: str, value: object, of: tuple[str, ...]
) -> None:
    package = copy.deepcopy(descriptors()[0])
    column = package["resources"][0]["schema"]["fields"][0]
    column["type"], column["constraints"] = kind, {limit: value}
    assert bool(list(faults(package))) == (kind not in of)


@pytest.mark.parametrize("package", ["khong-co", "../reference", "https://evil.example/datapackage.json"])
def test_a_key_leads_to_no_package_but_the_one_that_has_the_table(tmp_path: Path, package: str) -> None:
    root = assembled(tmp_path / "base")
    path = root / "datapackages/reference/datapackage.json"
    text = path.read_text(encoding="utf-8")
    at = text.index('"reference": {')
    path.write_text(f'{text[:at]}"reference": {{ "package": "{package}", {text[at + 14 :]}', encoding="utf-8")
    assert {finding.rule for finding in read_packages(root)[1]} == {"descriptor-is-readable"}
