"""Slots and shells: data passes through finished pages untouched and leaves no marker."""

import base64
import re
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from hoctap.render.environment import ROOT
from hoctap.site import stamp
from hoctap.site.slot import from_slots, to_slot
from hoctap.site.stamp import Shell, open_slots, rooted, shell_of, squeezed

SHELL = (
    '<title>HOCTAP-TITLE – Sổ</title><meta content="HOCTAP-DESCRIPTION"><link href="https://so.example/_shell/unit/">'
    '<article><div data-hoctap-body=""><h1></h1></div></article>'
)
TEXTS = st.text(st.characters(exclude_categories=("Cs",)))


@given(TEXTS)
def test_a_slot_gives_back_what_it_holds(html: str) -> None:
    assert from_slots(to_slot(html)) == html


@given(TEXTS, TEXTS)
def test_a_slot_can_stand_anywhere(before: str, html: str) -> None:
    before = before.replace("<!--hoctap:", "")
    assert from_slots(f"{before}{to_slot(html)}") == f"{before}{html}"


@given(TEXTS)
def test_a_slot_shows_markdown_and_jinja_nothing(html: str) -> None:
    assert not set(to_slot(html)) & set("{}*_`#[]()|&'\"\n\\$~")


def test_a_squeezed_shell_says_the_same_in_lines_without_indents() -> None:
    html = "<title>HOCTAP-TITLE</title>\n\n    \n  <p\n   class='a'>một \n hai</p> <div data-hoctap-body></div>\n\n"
    shell = shell_of(html)
    given = {"title": "Tên", "description": "Lời", "body": "<pre>a\n\n  b</pre>", "address": "don-vi/a/"}
    small = shell.squeezed().filled(**given)
    assert small == "<title>Tên</title><p\nclass='a'>một\nhai</p> <pre>a\n\n  b</pre>\n"
    assert small.replace("><p", "> <p").split() == shell.filled(**given).split()


@pytest.mark.parametrize(
    ("html", "small"),
    [
        ("<div>\n  <p>\n một\n</p>\n</div>\n", "<div><p>một</p></div>"),
        ("<td>1</td>\n<td class='num'>\n2</td>", "<td>1</td><td class='num'>2</td>"),
        # Between words and what stands in a line with them a line's end is a space.
        ("<b>một</b>\n <i>hai</i>\nba", "<b>một</b>\n<i>hai</i>\nba"),
        ("<li>a</li>\n <li>b</li>", "<li>a</li>\n<li>b</li>"),
        ("<textarea>a\n\n  b</textarea>\n<p>c</p>", "<textarea>a\n\n  b</textarea>\n<p>c</p>"),
        # Not every element whose name begins so.
        ("<sub>a</sub>\n<path>\n<div>b</div>", "<sub>a</sub>\n<path><div>b</div>"),
    ],
)
def test_lines_end_without_a_space_only_beside_blocks(html: str, small: str) -> None:
    assert squeezed(html) == small


def test_a_squeezed_shell_has_nothing_for_scripts_that_are_not_loaded() -> None:
    html = (
        '<title>HOCTAP-TITLE</title><body data-md-color-scheme="default" data-md-color-primary="custom">'
        '<div data-md-component="skip">\n</div><main data-md-component="main"><div data-hoctap-body></div></main>'
        '<div class="md-dialog" data-md-component="dialog">\n<div class="md-dialog__inner"></div>\n</div></body>'
    )
    small = shell_of(html).squeezed().filled(title="a", description="b", body="c", address="d/")
    assert small == '<title>a</title><body data-md-color-scheme="default"><main>c</main></body>'


@given(TEXTS, TEXTS, TEXTS)
def test_a_filled_shell_has_no_marker_of_its_own(title: str, description: str, body: str) -> None:
    texts = shell_of(SHELL).texts
    page = shell_of(SHELL).filled(title=title, description=description, body=body, address="don-vi/a/")
    assert not any("HOCTAP-" in text or "_shell/" in text or "data-hoctap-body" in text for text in texts)
    assert "https://so.example/don-vi/a/" in page
    assert body in page


@pytest.mark.parametrize("html", ["", "<title>HOCTAP-TITLE</title>", "<div data-hoctap-body>x</div>", SHELL + SHELL])
def test_a_page_without_one_place_for_title_and_body_is_no_shell(html: str) -> None:
    with pytest.raises(ValueError, match="HOCTAP-TITLE"):
        shell_of(html)


@pytest.mark.parametrize(("address", "way"), [("", "./"), ("don-vi/", "../"), ("don-vi/a/", "../../")])
def test_links_to_the_root_become_relative(address: str, way: str) -> None:
    assert rooted(f'<a href="{ROOT}nguon/">', address) == f'<a href="{way}nguon/">'


def test_slots_of_every_page_are_opened_in_place(tmp_path: Path) -> None:
    page = tmp_path / "don-vi" / "index.html"
    page.parent.mkdir()
    page.write_text(f"<p>{to_slot(f'<a href={ROOT}nguon/>Nguồn</a>')}</p>", encoding="utf-8")
    open_slots(tmp_path)
    assert page.read_text(encoding="utf-8") == "<p><a href=../nguon/>Nguồn</a></p>"


def test_a_broken_slot_is_left_as_a_comment() -> None:
    assert from_slots("<!--hoctap:***-->") == "<!--hoctap:***-->"
    assert base64.b64decode(to_slot("x").split(":")[2].removesuffix("-->")) == b"x"
    forged = f"<!--hoctap:{base64.b64encode(b'<script>').decode()}-->"
    assert from_slots(forged) == forged


def test_icons_of_a_shell_stand_in_files_that_all_pages_share() -> None:
    moon, sun = ('<svg viewBox="0 0 24 24"><path d="M1"/></svg>', '<svg viewBox="0 0 24 24"><path d="M2"/></svg>')
    shell = Shell((f"<b>{moon}</b>{sun}", f"<i>{moon}</i>"), ("T",))
    apart = shell.with_icons_apart()
    named = re.findall(r'<img src="hoctap-root:/([^"]*)" alt="" width="24" height="24">', "".join(apart.texts))
    assert [shell.icons[name].decode().replace(stamp._WHITE, "") for name in named] == [moon, sun, moon]
    assert set(named) == set(shell.icons)
    assert all("fill:#fff" in icon.decode() for icon in shell.icons.values())
    assert apart.markers == shell.markers
    assert apart.icons == {}
    assert re.sub("<img[^>]*>", "", "".join(apart.texts)) == "<b></b><i></i>"
