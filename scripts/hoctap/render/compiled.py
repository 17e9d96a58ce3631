"""What compiled templates do many thousand times in a build, done faster than Jinja's own code does it.

The outcome is the same: what Jinja has to ask each time (is it asynchronous, does the callee want the context, does a
template bring names of its own) is known here once. What is not the usual case goes Jinja's way.
"""

from collections.abc import Mapping, Sequence
from keyword import iskeyword
from types import FunctionType
from typing import Any

from jinja2 import Template
from jinja2.compiler import CodeGenerator, Frame
from jinja2.environment import TemplateModule
from jinja2.nodes import Getattr
from jinja2.runtime import Context, Macro
from jinja2.utils import missing
from markupsafe import Markup, _escape_inner, escape  # type: ignore[attr-defined]  # the part of `escape` in C


def output(value: object) -> str:
    """Return a value as `escape` does, for a template that only joins it to others: as a plain text where it can be."""
    if type(value) is str:
        return _escape_inner(value)
    return value if type(value) is Markup else escape(value)


class FastContext(Context):
    """Calls plain functions and whole macros straight away."""

    def call(self, obj: Any, /, *args: Any, **kwargs: Any) -> Any:
        """Return what a call in a template comes to."""
        in_block, in_loop = kwargs.pop("_block_vars", None), kwargs.pop("_loop_vars", None)
        kind = type(obj)
        if kind is Macro and self.eval_ctx.autoescape and (given := _arguments(obj, args, kwargs)) is not None:
            return Markup(obj._func(*given))  # noqa: S704, SLF001 - template of escaped values, as in Macro
        if kind is FunctionType and not hasattr(obj, "jinja_pass_arg"):
            return obj(*args, **kwargs)
        return super().call(obj, *args, _block_vars=in_block, _loop_vars=in_loop, **kwargs)


def _arguments(macro: Macro, args: Sequence[Any], named: Mapping[str, Any]) -> Sequence[Any] | None:
    """Return what a macro's code is called with; None if the call is not one of the usual kind, or is a mistake."""
    if macro.catch_kwargs or macro.catch_varargs or macro.caller or len(args) > len(macro.arguments):
        return None
    wanting = macro.arguments[len(args) :]
    if named and not all(name in wanting for name in named):
        return None
    return [*args, *(named.get(name, missing) for name in wanting)] if wanting else args


class FastCode(CodeGenerator):
    """Reads attributes as Python does: what an object has not is refused by Python, and is no key of a dictionary."""

    def visit_Getattr(self, node: Getattr, frame: Frame) -> None:  # noqa: N802 - named by Jinja
        """Write what reads an attribute."""
        if iskeyword(node.attr):
            super().visit_Getattr(node, frame)
            return
        self.write("(")
        self.visit(node.node, frame)
        self.write(f").{node.attr}")


class FastTemplate(Template):
    """Compiled with `output` in place of Jinja's `escape`; all templates know the same names."""

    @classmethod
    def from_code(cls, *args: Any, **kwargs: Any) -> Template:
        """Return a template of its code."""
        template = super().from_code(*args, **kwargs)
        template.root_render_func.__globals__["escape"] = output
        return template

    def _get_default_module(self, ctx: Context | None = None) -> TemplateModule:  # noqa: ARG002 - named by Jinja
        return super()._get_default_module(None)
