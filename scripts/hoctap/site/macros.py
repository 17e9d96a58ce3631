"""What prose pages may call. Every macro is a fragment of the same name; mkdocs-macros loads this module to preview.

A page may only call macros with plain words, nothing else of Jinja, and only where mkdocs.yml lists the page by name
under force_render_paths. Pages are rendered here, in a sandbox that knows these names and nothing else, before any
generator sees them: `hoctap build` hands finished Markdown on, and a preview with `mkdocs serve` asks for the same.
"""

from collections.abc import Callable, Mapping
from dataclasses import replace
from difflib import get_close_matches
from functools import partial
from inspect import signature
from pathlib import Path
from typing import Any, NamedTuple

from jinja2 import StrictUndefined
from jinja2.sandbox import ImmutableSandboxedEnvironment
from markupsafe import Markup

from hoctap.check.rules.macro_calls import first_odd, names_called
from hoctap.load import load
from hoctap.render.environment import environment
from hoctap.render.fragment import UnknownNameError
from hoctap.render.fragments import MACROS, Fragments
from hoctap.site.slot import to_slot
from hoctap.site.stamp import open_slots, take_out_toggles
from hoctap.system.clock import today_of

Render = Callable[[str], str]


class Call(NamedTuple):
    """A call of a macro, as a page has it."""

    macro: str
    arguments: tuple[str, ...]
    options: Mapping[str, str]

    @property
    def name(self) -> str:
        """What the piece of work is called that the call comes to."""
        return f"macro {self.macro} {self.arguments} {self.options}"

    def html(self, fragments: Fragments) -> str:
        """Return what it comes to."""
        return str(getattr(fragments, self.macro)(*self.arguments, **self.options))


class MacroError(Exception):
    """A page calls what is not there, or does more than call macros; the text says what, in Vietnamese."""


def renderer(answer: Callable[[Call], str]) -> Render:
    """Return what renders the text of a page: macros become slots, everything else stays. It raises MacroError.

    `answer` says what stands in the slot of a call.
    """
    sandbox = ImmutableSandboxedEnvironment(undefined=StrictUndefined, autoescape=True, keep_trailing_newline=True)
    sandbox.globals = {name: _in_a_slot(name, answer) for name in MACROS}

    def rendered(text: str) -> str:
        odd = first_odd(text)
        if odd:
            raise MacroError(f"dòng {odd.line}: {odd.message}")
        for name in sorted(names_called(text) - set(MACROS)):
            near = get_close_matches(name, MACROS, n=1, cutoff=0.5)
            hint = f"; có phải là {near[0]!r}?" if near else f"; các macro có: {', '.join(MACROS)}"
            raise MacroError(f"không có macro {name!r}{hint}")
        try:
            return sandbox.from_string(text).render()
        except UnknownNameError as error:
            raise MacroError(str(error)) from error

    return rendered


def _in_a_slot(macro: str, answer: Callable[[Call], str]) -> Callable[..., Markup]:
    known = signature(getattr(Fragments, macro))

    def slot(*arguments: str, **options: str) -> Markup:
        try:
            known.bind(None, *arguments, **options)
        except TypeError as error:
            raise MacroError(f"macro {macro} không nhận những chữ này trong ngoặc: {error}") from error
        return Markup(to_slot(answer(Call(macro, arguments, options))))  # noqa: S704 - a slot is base64 in a comment

    return slot


def define_env(env: Any) -> None:
    """Let mkdocs-macros preview pages over the data beside mkdocs.yml; a build of hoctap does without the plugin."""
    root = Path(env.conf["config_file_path"]).parent
    today = today_of(root)
    catalog = replace(load(root, validate=False).catalog, today=today)
    fragments = Fragments(catalog, environment(root), today)
    answer = partial(Call.html, fragments=fragments)
    env.conf["extra"]["hoctap_render"] = renderer(answer)
    for name in MACROS:
        env.macro(_in_a_slot(name, answer), name)


def on_pre_page_macros(env: Any) -> None:
    """Render the page here, so that the plugin's own environment finds nothing left to do."""
    page = env.variables["page"]
    path = page.file.src_path
    if "{{" in str(page.title) or "{%" in str(page.title):
        raise PermissionError(f"{path}: a title holds no macros")
    if env.force_page_rendering(path):
        env.markdown = env.conf["extra"]["hoctap_render"](env.markdown)
    elif page.meta.get("render_macros"):
        raise PermissionError(f"{path}: pages that run macros are listed in mkdocs.yml only")


def on_post_build(env: Any) -> None:
    """Open the slots of a preview, whose pages then are those of a build."""
    take_out_toggles(Path(env.conf["site_dir"]))
    open_slots(Path(env.conf["site_dir"]))
