"""Templates run with less ceremony: what comes of them is what plain Jinja makes, its refusals too."""

import jinja2
import pytest
from jinja2 import DictLoader, Environment, StrictUndefined
from jinja2.runtime import Context
from markupsafe import Markup

from hoctap.render.compiled import FastCode, FastContext, FastTemplate

PARTS = """{% macro named(text, of='') %}<b>{{ text }}{{ of }}</b>{% endmacro %}
{%- macro around() %}<i>{{ caller() }}</i>{% endmacro %}"""
TEMPLATES = {
    "a value that looks like markup": "{{ text }}",
    "markup as it is": "{{ markup }}",
    "a number and nothing": "{{ number }} {{ none }}",
    "a macro with all it takes": "{{ parts.named(text, markup) }}",
    "a macro with less than it takes": "{{ parts.named(text) }}",
    "a macro with names": "{{ parts.named(of=text, text=number) }}",
    "a macro around others": "{% call parts.around() %}{{ text }}{% endcall %}",
    "a function": "{{ join(text, number) }}",
    "a function in a loop": "{% for one in [text, markup] %}{% set own = one %}{{ join(own, loop.index) }}{% endfor %}",
    "a function of the context": "{% for one in [text, markup] %}{% set own = one %}{{ own_of() }}{% endfor %}",
    "a macro asked for as text": "{% set own = parts.named(text, number) %}{{ own|upper }}{{ own ~ text }}",
    "a macro in a loop": "{% for one in [text, number] %}{{ parts.named(one, loop.index) }}{% endfor %}",
    "not escaped": "{% autoescape false %}{{ text }}{{ parts.named(text, number) }}{% endautoescape %}",
    "a missing name": "{{ missing }}",
    "an attribute": "{{ number.real }}",
    "an attribute of a value worked out": "{{ (number + 1).real }}{{ text.upper() }}",
    "an attribute that Python keeps for itself": "{{ keyed.class }}",
    "an attribute of a missing name": "{{ missing.real }}",
    "a macro with more than it takes": "{{ parts.named(text, number, markup) }}",
    "a macro without what it needs": "{{ parts.named() }}",
}
VALUES: dict[str, object] = {
    "keyed": {"class": "c"},
    "text": "<a href=\"x\">'&'</a>",
    "markup": Markup("<br>&amp;"),
    "number": 64,
    "none": None,
}


@jinja2.pass_context
def own_of(context: Context) -> str:
    return str(context.get("own"))


def _outcome(source: str, *, fast: bool) -> str:
    env = Environment(
        loader=DictLoader({"parts.html": PARTS, "page.html": '{% import "parts.html" as parts %}' + source}),
        autoescape=True,
        undefined=StrictUndefined,
    )
    env.globals["join"] = lambda *parts: "+".join(map(str, parts))
    env.globals["own_of"] = own_of
    if fast:
        env.context_class, env.template_class, env.code_generator_class = FastContext, FastTemplate, FastCode
    try:
        return env.get_template("page.html").render(VALUES)
    except (jinja2.UndefinedError, TypeError) as error:
        return f"{type(error).__name__}: {error}"


@pytest.mark.parametrize("source", TEMPLATES.values(), ids=TEMPLATES)
def test_a_template_comes_to_what_jinja_makes_of_it(source: str) -> None:
    assert _outcome(source, fast=True) == _outcome(source, fast=False)


@pytest.mark.parametrize("source", ["{{ number.missing }}", "{{ keyed.key }}"])
def test_what_an_object_has_not_is_refused(source: str) -> None:
    with pytest.raises(AttributeError):
        _outcome(source, fast=True)
