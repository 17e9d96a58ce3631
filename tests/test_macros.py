"""Macros, without a whole build: only plain calls of our names, near names told, and a preview that does the same."""

from collections.abc import Callable
from functools import partial
from pathlib import Path
from types import SimpleNamespace
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from hoctap.check.gate import Checked
from hoctap.check.rules import macro_calls
from hoctap.check.rules.macro_calls import calls_in, first_odd, macro_pages
from hoctap.model.catalog import Catalog
from hoctap.render.environment import ROOT, Setting, document_form, document_offer, environment, report_link, web
from hoctap.render.fragments import MACROS, Fragments
from hoctap.site.macros import Call, MacroError, define_env, on_post_build, on_pre_page_macros, renderer
from hoctap.site.slot import from_slots
from hoctap.views.figure import figure_of
from rendering import DAY

Render = Callable[[str], str]


class _Plugin:
    """What hoctap.site.macros touches of the plugin mkdocs-macros: its documented attributes only."""

    def __init__(self, root: Path, markdown: str, *, forced: bool, title: str = "Thử", **meta: Any) -> None:
        self.conf: dict[str, Any] = {"config_file_path": str(root / "mkdocs.yml"), "extra": {}}
        self.macros: dict[str, Any] = {}
        self.variables = {"page": SimpleNamespace(file=SimpleNamespace(src_path="thu.md"), meta=meta, title=title)}
        self.markdown, self._forced = markdown, forced

    def macro(self, function: Any, name: str) -> None:
        self.macros[name] = function

    def force_page_rendering(self, _path: str) -> bool:
        return self._forced


@pytest.fixture
def slotted(checked: Checked) -> Render:
    """Render a page's text as the build does, its slots closed."""
    fragments = Fragments(checked.catalog, environment(checked.catalog.root), DAY)
    return renderer(partial(Call.html, fragments=fragments))


@pytest.fixture
def render(slotted: Render) -> Render:
    return lambda markdown: from_slots(slotted(markdown))


def test_a_macro_becomes_its_fragment(render: Render) -> None:
    assert 'href="hoctap-root:/van-ban/qd-777-2021/"' in render('xem {{ link("van-ban", "qd-777-2021") }}')
    assert "1.875,5" in render('{{ figure("hoi-khuyen-hoc-tinh-dong-lau", "fund-raised-vnd", "2024") }}')


def test_a_macro_stands_as_a_slot_that_markdown_cannot_touch(slotted: Render) -> None:
    for name in ("unit_list", "data_counts"):
        text = slotted(f"a\n\n{{{{ {name}() }}}}\n\nb\n")
        assert text.startswith("a\n\n<!--hoctap:")
        assert text.endswith("-->\n\nb\n")


@pytest.mark.parametrize(
    "around", ["| {} |", "**{}**", "Từ\n:   {}", "- {}", "> {}", "<b>{}</b>", "{}{}", "[a](b) {}", "`a` {}", "a {}; b"]
)
def test_a_call_stands_between_words(render: Render, around: str) -> None:
    call = '{{ count("units") }}'
    assert "{{" not in render(around.replace("{}", call))


def test_the_rest_of_a_page_stays_as_it_is(render: Render) -> None:
    text = "# A & B < C\n\n<b>x</b> 'y' \"z\" }} %} #}\n\n\n"
    assert render(text) == text


@pytest.mark.parametrize(
    "attack",
    [
        "{{ ''.__class__.__mro__ }}",
        "{{ ''['__cl' ~ 'ass__'] }}",
        "{{ ''|attr('__class__') }}",
        "{{ unit_list.__globals__ }}",
        "{{ unit_list.__wrapped__.__self__ }}",
        "{{ page.file.src_path.__class__ }}",
        "{{ config }}",
        "{{ environment }}",
        "{{ self.__init__.__globals__ }}",
        "{{ cycler.__init__.__globals__ }}",
        "{{ lipsum() }}",
        "{% include 'mkdocs.yml' %}",
        "{% import 'main.html' as m %}",
        "{% extends 'main.html' %}",
        "{% if %}",
        "{% if true %}x{% endif %}",
        "{% raw %}{{ x }}{% endraw %}",
        "{% set a = '<scr' %}",
        "{# a #}",
        "{{ '<scr' ~ 'ipt src=//x>' }}",
        "{{ '<script>' }}",
        "{{ ['<', 'script>'] | join }}",
        "{{ '<script>' | safe }}",
        "{{ 7 * 7 }}",
        "{{ unit_list() ~ '<script>' }}",
        "{{ unit_list() | replace('a', '<') }}",
        "{{ unit_list()[3:9] }}",
        "{{ count('un' ~ 'its') }}",
        "{{ count(**{'table': 'units'}) }}",
        "{{ count(*['units']) }}",
        "{{ (unit_list or 1)() }}",
        "{{ [].append(1) }}",
        "{{ '{0.__class__}'.format(1) }}",
        "{{",
        "{{ unit_list( }}",
        "{{ " + "(" * 3000 + " }}",
        "{{ count('units', 1, 2, 3) }}",
        "{{ count(" + "9" * 6000 + ") }}",
        "{{ globals() }}",
        "{{ super() }}",
        "{{ __import__('os') }}",
        "{{ __class__() }}",
        "{{ _listing('x') }}",
        "{{ Markup('<script>') }}",
        "{{ \uff43\uff4funt('units') }}",
        "{{ c\u043eunt('units') }}",
        "{{ \ufb01gure('a', 'b') }}",
        "{{ count('units', __class__='x') }}",
        "{{ count(self='units') }}",
        "{{ count('units', table='units') }}",
        "{{ count('\\ud800') }}",
        "{{ count('\\x00') }}",
        "{{ link('don-vi', '../../../etc/passwd') }}",
        "{{ term('<script>') }}",
        "[x](java{{ count('units') }}script:x)",
        "<scr{{ count('units') }}ipt>",
        "```\n{{ count('units') }}\n```",
        "{{ count('units') }}" * 2000,
    ],
)
def test_a_page_can_only_call_macros(render: Render, attack: str) -> None:
    with pytest.raises(MacroError) as raised:
        render(attack)
    assert "\n" not in str(raised.value)


@pytest.mark.parametrize(
    ("call", "near"),
    [
        ("{{ unit_lits() }}", "unit_list"),
        ("{{ headline_figure() }}", "headline_figures"),
        ('{{ link("don-vi", "tinh-dong-la") }}', "tinh-dong-lau"),
        ('{{ link("don_vi", "tinh-dong-lau") }}', "don-vi"),
        ('{{ figure("tinh-dong-lau", "adults-totl") }}', "adults-total"),
        ('{{ term("khuyen-ta") }}', "khuyen-tai"),
        ('{{ count("unitss") }}', "units"),
    ],
)
def test_a_name_that_is_not_there_is_told_with_the_nearest(render: Render, call: str, near: str) -> None:
    with pytest.raises(MacroError, match=near):
        render(call)


def test_a_name_that_is_like_no_other_is_told_without_one(render: Render) -> None:
    with pytest.raises(MacroError) as raised:
        render('{{ term("qqqqqqqq") }}')
    assert "không có" in str(raised.value)
    assert "có phải" not in str(raised.value)


def test_a_figure_that_is_not_there_is_told(render: Render) -> None:
    with pytest.raises(MacroError, match="không có số liệu"):
        render('{{ figure("tinh-dong-lau", "staff-total") }}')


def test_a_preview_renders_a_listed_page_and_leaves_nothing_to_the_plugin(site_repository: Path) -> None:
    plugin = _Plugin(site_repository, "{{ unit_list() }}", forced=True)
    define_env(plugin)
    assert set(plugin.macros) == set(MACROS)
    on_pre_page_macros(plugin)
    assert "{{" not in plugin.markdown
    assert "Hồ Sen" in from_slots(plugin.markdown)


def test_a_preview_refuses_a_page_off_the_list_that_opts_in(site_repository: Path) -> None:
    for page in (
        _Plugin(site_repository, "{{ 7 * 7 }}", forced=False, render_macros=True),
        _Plugin(site_repository, "", forced=False, title="{{ 7 * 7 }}"),
    ):
        define_env(page)
        with pytest.raises(PermissionError):
            on_pre_page_macros(page)


def test_a_preview_leaves_other_pages_alone_and_opens_slots_in_the_end(site_repository: Path, tmp_path: Path) -> None:
    plugin = _Plugin(site_repository, "{{ bất kỳ }}", forced=False)
    define_env(plugin)
    on_pre_page_macros(plugin)
    assert plugin.markdown == "{{ bất kỳ }}"
    (tmp_path / "index.html").write_text(str(plugin.macros["unit_list"]()))
    plugin.conf["site_dir"] = str(tmp_path)
    on_post_build(plugin)
    assert "Hồ Sen" in (tmp_path / "index.html").read_text()


@pytest.mark.parametrize("entry", ["/*/index.md", "/**", "index.md", "/a?.md", "/a/[b].md", "!/a.md", "/../a.md", "/a"])
def test_pages_with_macros_are_listed_by_name_only(tmp_path: Path, entry: str) -> None:
    (tmp_path / "mkdocs.yml").write_text(f"plugins:\n  - macros:\n      force_render_paths: |\n        {entry}\n")
    with pytest.raises(ValueError, match="kể bằng tên"):
        macro_pages(tmp_path)


def test_the_list_of_pages_is_read(site_repository: Path) -> None:
    listed = macro_pages(site_repository)
    assert {"index.md", "don-vi/index.md", "huong-dan/quy-tac.md"} <= set(listed)
    assert all((site_repository / "docs" / name).is_file() for name in listed)


def test_without_a_repository_what_is_wrong_goes_to_the_letter_box(catalog: Catalog) -> None:
    figure = figure_of(catalog, catalog.observations[0])
    home, given = Setting(), Setting("https://so.example/", "https://kho.example/so")
    assert report_link(home, figure) == f"{ROOT}gui-so-lieu/?don-vi={figure.observation.unit_id}#hop-thu"
    assert document_offer(home, "Thông tư 1") == f"{ROOT}gui-so-lieu/#hop-thu"
    assert document_form(home, "danh-hieu/a/", "Thông tư 1", "khoản 2") == f"{ROOT}gui-so-lieu/#hop-thu"
    assert "template=so-lieu-sai.yml&page=https%3A%2F%2Fso.example%2Fdon-vi" in report_link(given, figure)
    assert document_offer(given, "Thông tư 1").endswith(
        "title=T%C3%B4i+c%C3%B3+v%C4%83n+b%E1%BA%A3n%3A+Th%C3%B4ng+t%C6%B0+1"
    )
    assert document_form(given, "a/", "b", "c").endswith("template=toi-co-van-ban.yml&page=a%2F&document=b&clause=c")


_PIECES = st.sampled_from(
    [*"{}xa", '{{ a("b") }}', '{{ a("b", "c") }}', '{{ a("b" }}', "{{ ", " }}", "{{", "}}", 'a("b")', "\n", "{%", "%}",
     "{#", "#}", '"', "{{ a() }}", "{% raw %}", '{{ a("\\\\") }}', '{{ a("b", x="c") }}', "{{-", "-}}", '{{ a("%}") }}']
)  # fmt: skip


@given(st.lists(_PIECES, max_size=8).map("".join))
@settings(max_examples=600, deadline=None)
def test_calls_read_without_a_parser_are_those_that_the_parser_finds(text: str) -> None:
    calls, odd = calls_in(text), first_odd(text)
    with pytest.MonkeyPatch.context() as patched:
        patched.setattr(macro_calls, "_plain_calls", lambda _text: None)
        assert (calls_in(text), first_odd(text)) == (calls, odd)


@pytest.mark.parametrize("address", ["http://so.example/", "https://so.example/"])
def test_a_link_leads_to_the_web_or_nowhere(address: str) -> None:
    assert web(address) == address
    assert web(f"java{address}") == web("") == ""
