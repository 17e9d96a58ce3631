"""Macros in their sandbox, without a whole build: only our names, nothing behind them, near names told."""

from collections.abc import Callable
from pathlib import Path
from types import SimpleNamespace
from typing import Any

import pytest
from jinja2 import TemplateError

from hoctap.check.gate import Checked
from hoctap.render.fragments import MACROS
from hoctap.site.macros import define_env, on_pre_page_macros
from hoctap.site.slot import from_slots
from rendering import DAY

Render = Callable[[str], str]


class _Plugin:
    """What hoctap.site.macros touches of the plugin mkdocs-macros."""

    def __init__(self, checked: Checked, markdown: str, *, forced: bool, **meta: Any) -> None:
        extra = {"hoctap": {"catalog": checked.catalog, "today": DAY}}
        self.conf = {"config_file_path": str(checked.catalog.root / "mkdocs.yml"), "extra": extra}
        self.macros: dict[str, Any] = {}
        self.variables: dict[str, Any] = {
            "page": SimpleNamespace(file=SimpleNamespace(src_path="thu.md"), meta=meta),
            "config": self.conf,
            "environment": {"secret": 1},
        }
        self.markdown, self._forced, self._env = markdown, forced, None

    @property
    def env(self) -> Any:
        return self._env

    def macro(self, function: Any, name: str) -> None:
        self.macros[name] = function

    def force_page_rendering(self, _path: str) -> bool:
        return self._forced


@pytest.fixture
def render(checked: Checked) -> Render:
    """Render a page's text as the build does."""

    def rendered(markdown: str) -> str:
        plugin = _Plugin(checked, markdown, forced=True)
        define_env(plugin)
        on_pre_page_macros(plugin)
        return from_slots(plugin.env.from_string(markdown).render(**plugin.variables))

    return rendered


def test_a_macro_becomes_its_fragment(render: Render) -> None:
    assert 'href="hoctap-root:/van-ban/qd-777-2021/"' in render('xem {{ link("van-ban", "qd-777-2021") }}')
    assert "1,9" in render('{{ figure("hoi-khuyen-hoc-tinh-dong-lau", "fund-raised-vnd", "2024") }}')


def test_a_macro_stands_as_a_slot_that_markdown_cannot_touch(checked: Checked) -> None:
    plugin = _Plugin(checked, "", forced=True)
    define_env(plugin)
    assert set(plugin.macros) == set(MACROS)
    for name in ("unit_list", "data_counts"):
        assert plugin.macros[name]().startswith("<!--hoctap:")


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
        "{{ [].append(1) }}",
        "{{ '{0.__class__}'.format(1) }}",
    ],
)
def test_nothing_leaves_the_sandbox(render: Render, attack: str) -> None:
    with pytest.raises((TemplateError, LookupError, TypeError)):
        render(attack)


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
    with pytest.raises(LookupError, match=near):
        render(call)


def test_a_figure_that_is_not_there_is_told(render: Render) -> None:
    with pytest.raises(LookupError, match="không có số liệu"):
        render('{{ figure("tinh-dong-lau", "staff-total") }}')


def test_a_page_off_the_list_that_opts_in_is_refused(checked: Checked) -> None:
    plugin = _Plugin(checked, "{{ 7 * 7 }}", forced=False, render_macros=True)
    define_env(plugin)
    with pytest.raises(PermissionError, match=r"mkdocs\.yml"):
        on_pre_page_macros(plugin)


def test_other_pages_are_left_alone(checked: Checked) -> None:
    plugin = _Plugin(checked, "{{ bất kỳ }}", forced=False)
    define_env(plugin)
    on_pre_page_macros(plugin)
    assert list(plugin.variables) == ["page"]


def test_without_a_build_the_macros_read_the_data_beside_the_configuration(site_repository: Path) -> None:
    plugin = _Plugin.__new__(_Plugin)
    plugin.conf = {"config_file_path": str(site_repository / "mkdocs.yml"), "extra": {}}
    plugin.macros = {}
    define_env(plugin)
    assert "Hồ Sen" in from_slots(plugin.macros["unit_list"]())
