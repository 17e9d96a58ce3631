"""What prose pages may call. The only module MkDocs loads; every macro is a fragment of the same name.

Pages render macros in a sandbox that knows these names and nothing else, and only where mkdocs.yml lists the
page under force_render_paths. mkdocs-macros itself would hand any page the whole configuration.
"""

from collections.abc import Callable
from difflib import get_close_matches
from functools import wraps
from pathlib import Path
from typing import Any

from jinja2 import StrictUndefined, meta
from jinja2.sandbox import ImmutableSandboxedEnvironment
from markupsafe import Markup

from hoctap.load import load
from hoctap.render.environment import environment
from hoctap.render.fragments import MACROS, Fragments
from hoctap.site.slot import to_slot
from hoctap.system.clock import today_of


def define_env(env: Any) -> None:
    """Register the macros with mkdocs-macros, over the catalog that the build hands down or that lies here."""
    root = Path(env.conf["config_file_path"]).parent
    given = env.conf["extra"].get("hoctap") or {}
    catalog = given.get("catalog") or load(root, validate=False).catalog
    fragments = Fragments(catalog, environment(root), given.get("today") or today_of(root), given.get("edition"))
    for name in MACROS:
        env.macro(_in_a_slot(getattr(fragments, name)), name)


def _in_a_slot(make: Callable[..., Markup]) -> Callable[..., str]:
    @wraps(make)
    def slot(*arguments: str, **options: str) -> str:
        return to_slot(make(*arguments, **options))

    return slot


def on_pre_page_macros(env: Any) -> None:
    """Put the sandbox in place of the environment that mkdocs-macros made, and refuse unknown names."""
    if not isinstance(env.env, ImmutableSandboxedEnvironment):
        sandbox = ImmutableSandboxedEnvironment(undefined=StrictUndefined)
        sandbox.globals = {name: env.macros[name] for name in MACROS}
        env._env = sandbox  # noqa: SLF001 - mkdocs-macros offers no other way to choose the environment
    page = env.variables["page"]
    for name in tuple(env.variables):
        if name != "page":
            del env.variables[name]
    if env.force_page_rendering(page.file.src_path):
        _refuse_unknown(env.env, env.markdown)
    elif page.meta.get("render_macros"):
        raise PermissionError(f"{page.file.src_path}: pages that run macros are listed in mkdocs.yml only")


def _refuse_unknown(sandbox: ImmutableSandboxedEnvironment, markdown: str) -> None:
    for name in sorted(meta.find_undeclared_variables(sandbox.parse(markdown)) - set(MACROS)):
        near = get_close_matches(name, MACROS, n=1, cutoff=0.5)
        meant = f"; có phải là {near[0]!r}?" if near else f"; các macro có: {', '.join(MACROS)}"
        raise LookupError(f"không có macro {name!r}{meant}")
