"""What an author can mend is a line that says so; what this program does wrong stays a traceback, with its cause."""

import logging
from collections.abc import Callable
from functools import partial
from pathlib import Path
from typing import Any

import pytest
from jinja2 import Environment, FileSystemLoader, StrictUndefined
from mkdocs.exceptions import BuildError

from hoctap.check.gate import Checked
from hoctap.render.environment import environment
from hoctap.render.fragments import Fragments
from hoctap.site import generator
from hoctap.site.macros import Call, MacroError, renderer
from hoctap.site.prose_error import ProseError
from rendering import DAY


def _answered(checked: Checked) -> Callable[[Call], str]:
    return partial(Call.html, fragments=Fragments(checked.catalog, environment(checked.catalog.root), DAY))


def _raises(error: BaseException, text: str = "") -> Callable[..., None]:
    def run(*_: Any, **__: Any) -> None:
        if text:
            logging.getLogger("mkdocs.commands.build").error(text)
        raise error

    return run


@pytest.fixture
def generated(site_repository: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Callable[[Any], None]:
    """Let MkDocs do something else, and generate."""

    def generate(build: Any) -> None:
        monkeypatch.setattr(generator, "mkdocs_build", build)
        generator.generate(generator.configured(site_repository, tmp_path / "docs", tmp_path / "site"))

    return generate


READING = "Error reading page 'huong-dan/thu.md': maximum recursion depth exceeded"


@pytest.mark.parametrize(
    ("error", "text", "words"),
    [
        (RecursionError("maximum recursion depth exceeded"), READING, "huong-dan/thu.md"),
        (IndexError("list index out of range"), READING, "huong-dan/thu.md"),
        (BuildError("a page is missing"), "", "a page is missing"),
        (SystemExit(1), "Doc file 'a.md' contains a link 'b.md'", "contains a link"),
    ],
)
def test_what_an_author_can_mend_is_told(
    generated: Callable[[Any], None], error: BaseException, text: str, words: str
) -> None:
    with pytest.raises(ProseError, match=words):
        generated(_raises(error, text))


def test_a_template_is_told_with_its_line(generated: Callable[[Any], None], tmp_path: Path) -> None:
    (tmp_path / "main.html").write_text("a\nb\n{{ nothing.here }}", encoding="utf-8")
    templates = Environment(loader=FileSystemLoader(tmp_path), undefined=StrictUndefined, autoescape=True)
    with pytest.raises(ProseError, match=r"main\.html:3: 'nothing' is undefined"):
        generated(lambda _: templates.get_template("main.html").render())


@pytest.mark.parametrize("error", [KeyError("x"), AssertionError("x"), TypeError("x"), RecursionError("x")])
def test_a_bug_stays_a_traceback(generated: Callable[[Any], None], error: Exception) -> None:
    with pytest.raises(type(error)):
        generated(_raises(error))
    with pytest.raises(type(error)):
        generated(_raises(error, "Error building page 'index.md': x"))


def test_what_the_machine_refuses_is_no_fault_of_a_page(generated: Callable[[Any], None]) -> None:
    with pytest.raises(OSError, match="No space"):
        generated(_raises(OSError(28, "No space left on device"), READING))


@pytest.mark.parametrize("error", [KeyError("x"), TypeError("x"), ValueError("x"), IndexError("x")])
def test_a_macro_that_breaks_is_no_fault_of_the_page(
    checked: Checked, monkeypatch: pytest.MonkeyPatch, error: Exception
) -> None:
    monkeypatch.setattr(Fragments, "unit_list", _raises(error))
    with pytest.raises(type(error)):
        renderer(_answered(checked))("{{ unit_list() }}")


@pytest.mark.parametrize(
    "call",
    [
        "{{ count() }}",
        '{{ count("units", "units") }}',
        '{{ count(nothing="units") }}',
        '{{ count(table="units", table="units") }}',
        '{{ count("units", table="units") }}',
        '{{ count(class="units") }}',
        "{{ count(none) }}",
        "{{ count(true) }}",
        '{{ figure(1, "members") }}',
        '{{ unit_list("a") }}',
    ],
)
def test_a_call_that_no_macro_takes_is_told(checked: Checked, call: str) -> None:
    with pytest.raises(MacroError):
        renderer(_answered(checked))(call)
