"""What a page that may run macros can say in Jinja: `{{ name("words", option="words") }}` and nothing else.

No expression, no block, no filter: such a page cannot join strings into a tag or reach behind a macro.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

# The macros that pages may call; `render.fragments` makes them, and a test holds the two together.
NAMES = (
    "age_of_provinces", "area_list", "area_map", "assessment_list", "campaign_list", "campaigns_now", "checksum_list",
    "count", "data_counts", "data_counts_en", "dictionary", "dictionary_en", "dictionary_index", "document_list",
    "download_buttons", "download_list", "due_next", "due_soon", "explorer_list", "figure", "files_en",
    "former_area_list", "gap_count", "gap_list", "headline_figures", "headline_figures_en", "indicator_list",
    "labels_en", "link", "list_en", "map_today", "missing_criteria", "newest_rows", "news", "older_source_list",
    "older_unit_list", "opening_chart", "opening_figure", "places_en", "quality", "report_form", "rule_list",
    "source_list", "statement_counts", "term", "term_list", "terms_en", "title_list", "unit_list", "version_list",
    "whats_new", "who_does_what",
)  # fmt: skip
_LISTED = re.compile(r"^( +)force_render_paths: \|\n((?:\1 +\S.*\n)+)", re.MULTILINE)
_BY_NAME = re.compile(r"/[a-z0-9_-]+(?:/[a-z0-9_-]+)*\.md")


def macro_pages(root: Path) -> tuple[str, ...]:
    """Return the pages that `root`/mkdocs.yml lets run macros, as paths under docs/; none without such a list.

    ValueError for an entry that is no plain name of a page: a pattern would let a stranger's page in.
    """
    path = root / "mkdocs.yml"
    # That the file cannot be read is told by the rule of the menu.
    found = _LISTED.search(path.read_text(encoding="utf-8", errors="replace")) if path.is_file() else None
    names = [line.strip() for line in found[2].splitlines() if not line.strip().startswith("#")] if found else []
    for name in names:
        if not _BY_NAME.fullmatch(name):
            raise ValueError(f"trang được dùng macro phải kể bằng tên, không bằng mẫu: {name}")
    return tuple(name[1:] for name in names)


@dataclass(frozen=True, slots=True)
class Odd:
    """Something else than a call of a macro, and its line."""

    line: int
    message: str


def first_odd(text: str) -> Odd | None:
    """Return the first thing in the text that is not a plain call; None if there is none."""
    from jinja2 import Environment, TemplateSyntaxError, nodes  # noqa: PLC0415 - the page's Python loads it late
    from jinja2.lexer import TOKEN_BLOCK_BEGIN, TOKEN_COMMENT_BEGIN, TOKEN_RAW_BEGIN  # noqa: PLC0415 - the same

    env = Environment(autoescape=True)
    try:
        for line, token, _ in env.lex(text):
            if token in (TOKEN_BLOCK_BEGIN, TOKEN_COMMENT_BEGIN, TOKEN_RAW_BEGIN):
                return Odd(line, "chỉ được gọi macro, không được dùng {% … %} hay {# … #}")
        for node in env.parse(text).body:
            for part in node.iter_child_nodes() if isinstance(node, nodes.Output) else [node]:
                if not (isinstance(part, nodes.TemplateData) or _is_plain_call(part, nodes)):
                    return Odd(part.lineno, 'chỉ được gọi macro với chữ trong dấu nháy, như {{ figure("…", "…") }}')
    except TemplateSyntaxError as error:
        return Odd(error.lineno, f"macro phải đúng cú pháp ({error.message})")
    except (RecursionError, MemoryError, ValueError, OverflowError):
        return Odd(1, "macro phải đúng cú pháp")
    return None


@dataclass(frozen=True, slots=True)
class Call:
    """A macro that is called: its line, its name and the words given to it in their order."""

    line: int
    name: str
    words: tuple[str, ...]


def calls_in(text: str) -> tuple[Call, ...]:
    """Return the macros that a page calls; none if it cannot be parsed, which `first_odd` tells."""
    from jinja2 import Environment, TemplateSyntaxError, nodes  # noqa: PLC0415 - the page's Python loads it late

    try:
        tree = Environment(autoescape=True).parse(text)
    except (TemplateSyntaxError, RecursionError, MemoryError, ValueError, OverflowError):
        return ()
    return tuple(
        Call(call.lineno, call.node.name, tuple(str(each.as_const()) for each in call.args))
        for call in tree.find_all(nodes.Call)
        if isinstance(call.node, nodes.Name) and all(isinstance(each, nodes.Const) for each in call.args)
    )


def names_called(text: str) -> set[str]:
    """Return the names of the macros that a text without odd parts calls."""
    from jinja2 import Environment, meta  # noqa: PLC0415 - the page's Python loads it late

    env = Environment(autoescape=True)
    env.globals.clear()  # else `lipsum` and `namespace` would pass as known
    return set(meta.find_undeclared_variables(env.parse(text)))


def _is_plain_call(node: Any, nodes: Any) -> bool:
    return (
        isinstance(node, nodes.Call)
        and isinstance(node.node, nodes.Name)
        and node.dyn_args is None
        and node.dyn_kwargs is None
        and all(isinstance(value, nodes.Const) and isinstance(value.value, str) for value in _values(node))
        and len({option.key for option in node.kwargs}) == len(node.kwargs)  # Python refuses a name given twice
    )


def _values(node: Any) -> Iterator[Any]:
    yield from node.args
    yield from (option.value for option in node.kwargs)
