"""What a page that may run macros can say in Jinja: `{{ name("words", option="words") }}` and nothing else.

No expression, no block, no filter: such a page cannot join strings into a tag or reach behind a macro.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import islice
from pathlib import Path
from typing import Any

from hoctap.check.rules.code_rows import prose_rows

# The macros that pages may call; `render.fragments` makes them, and a test holds the two together.
NAMES = (
    "age_of_provinces", "area_list", "area_map", "assessment_list", "campaign_list", "campaigns_now", "checksum_list",
    "count", "data_counts", "data_counts_en", "dictionary", "dictionary_en", "dictionary_index", "document_list",
    "download_buttons", "download_list", "due_next", "due_soon", "explorer_list", "figure", "files_en",
    "former_area_list", "gap_count", "gap_list", "headline_figures", "headline_figures_en", "indicator_list",
    "labels_en", "link", "list_en", "map_today", "missing_criteria", "newest_rows", "news", "older_source_list",
    "older_unit_list", "opening_chart", "opening_figure", "packed_database", "packed_tables_en", "places_en", "quality",
    "report_form", "rule_list", "source_list", "statement_counts", "term", "term_list", "terms_en", "title_list",
    "unit_list", "version_list", "whats_new", "who_does_what",
)  # fmt: skip
# What is given to those that ask for something, in its order; of a figure the period may be left out.
GIVEN = {
    "figure": ("unit_id", "indicator_id", "period"), "link": ("folder", "key"), "term": ("term_id",),
    "count": ("table",), "list_en": ("folder",),
}  # fmt: skip
MAY_BE_LEFT_OUT = ("period",)
_LISTED = re.compile(r"^( +)force_render_paths: \|\n((?:\1 +\S.*\n)+)", re.MULTILINE)
# Some 400 calls; a page of ours has nine. Beyond it the parser and the macros would be busy for as long as one likes.
_MOST_TOKENS = 5_000
_CALL = re.compile(r"\{\{.*?\}\}", re.DOTALL)
# Where what a macro makes is no HTML between words: a call, here NUL, inside something else of its line.
_MISPLACED = re.compile(
    r"^ {0,3}#{1,6}[ \t].*\0|^\s*(?:!!!|\?\?\?|===|\[[^\]]*\]:|\*\[|```|~~~).*\0"
    r"|`[^`]*\0|<[^>]*\0|\[[^\]]*\0|\]\([^)]*\0|\{[^}]*\0|[\\&]\0"
)
_CODE_SPAN = re.compile(r"(`+)(?!`)[^\0]*?(?<!`)\1(?!`)")
_LONGEST_LINE = 5_000  # longer ones are refused by themselves
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


_WRITTEN = 'macro phải viết như {{ count("units") }}: hai dấu ngoặc nhọn mỗi bên, chữ trong dấu nháy thẳng "…"'
# A call as nearly all are written. A text whose braces are all of these needs no parser, and `jinja2` is slow to load.
_PLAIN_CALL = re.compile(r'(?<!\{)\{\{ ([a-z_]+)\(((?:"[^"\\{}%#\n]*"(?:, "[^"\\{}%#\n]*")*)?)\) \}\}')
_MOST_PLAIN = 200
_BRACES = re.compile(r"\{[{%#]")


def _plain_calls(text: str) -> tuple["Call", ...] | None:
    """Return the calls of a text that has nothing of Jinja but plain ones; None if a parser must tell."""
    found = list(islice(_PLAIN_CALL.finditer(text), _MOST_PLAIN + 1))
    if len(found) != len(_BRACES.findall(text)) or len(found) > _MOST_PLAIN:
        return None
    return tuple(
        Call(text.count("\n", 0, call.start()) + 1, call[1], tuple(re.findall(r'"([^"]*)"', call[2]))) for call in found
    )


@dataclass(frozen=True, slots=True)
class Odd:
    """Something else than a call of a macro, and its line."""

    line: int
    message: str


# A call with one brace at either side, which a reader would see as it is.
_ONE_BRACE = re.compile(rf"(?<!\{{)\{{\s*(?:{'|'.join(NAMES)})\([^)\n]*\)")
_ANY_BRACES = re.compile(r"\{\{|\{%")


def lost_calls(text: str, *, runs: bool) -> Iterator[Odd]:
    """Yield what looks like a call outside code and no program sees: on a page that `runs` none, or with one brace."""
    for line, row in prose_rows(text) if "{" in text else ():
        if not runs and _ANY_BRACES.search(row):
            yield Odd(line, "trang này không chạy macro, người đọc sẽ thấy nguyên chữ trong ngoặc")
        elif runs and _ONE_BRACE.search(row):
            yield Odd(line, _WRITTEN)


def first_odd(text: str) -> Odd | None:
    """Return the first thing in the text that is not a plain call; None if there is none."""
    if _plain_calls(text) is not None:
        return _misplaced(text)
    from jinja2 import Environment, TemplateSyntaxError, nodes  # noqa: PLC0415 - the page's Python loads it late
    from jinja2.lexer import TOKEN_BLOCK_BEGIN, TOKEN_COMMENT_BEGIN, TOKEN_RAW_BEGIN  # noqa: PLC0415 - the same

    env = Environment(autoescape=True)
    try:
        for at, (line, token, _) in enumerate(env.lex(text)):
            if at == _MOST_TOKENS:
                return Odd(line, "gọi quá nhiều macro, hoặc quá nhiều chữ trong ngoặc; hãy chia ra nhiều trang")
            if token in (TOKEN_BLOCK_BEGIN, TOKEN_COMMENT_BEGIN, TOKEN_RAW_BEGIN):
                return Odd(line, "chỉ được gọi macro, không được dùng {% … %} hay {# … #}")
        for node in env.parse(text).body:
            for part in node.iter_child_nodes() if isinstance(node, nodes.Output) else [node]:
                if not (isinstance(part, nodes.TemplateData) or _is_plain_call(part, nodes)):
                    return Odd(part.lineno, 'chỉ được gọi macro với chữ trong dấu nháy, như {{ figure("…", "…") }}')
    except TemplateSyntaxError as error:
        return Odd(error.lineno, _WRITTEN)
    except (RecursionError, MemoryError, ValueError, OverflowError):
        return Odd(1, _WRITTEN)
    return _misplaced(text)


def _misplaced(text: str) -> Odd | None:
    """Return the first call inside code, a tag, a link, a heading: its HTML would be shown as text, or break them."""
    placed = _CALL.sub(lambda found: "\n" * found[0].count("\n") + "\0", text)
    fence = ""
    for line, row in enumerate(placed.split("\n"), 1):
        start = row.lstrip()[:3]
        if start in ("```", "~~~") and start == (fence or start):
            fence = "" if fence else start
        if "\0" in row and (fence or (len(row) <= _LONGEST_LINE and _MISPLACED.search(_CODE_SPAN.sub("", row)))):
            return Odd(line, "macro phải đứng giữa chữ thường, không đứng trong mã, thẻ, liên kết, tiêu đề")
    return None


@dataclass(frozen=True, slots=True)
class Call:
    """A macro that is called: its line, its name and the words given to it, in their order or by name."""

    line: int
    name: str
    words: tuple[str, ...]
    named: tuple[tuple[str, str], ...] = ()

    def given(self) -> dict[str, str] | None:
        """Return what is given to the macro under the names of GIVEN; None if it takes no such words."""
        names = GIVEN.get(self.name, ())
        given = dict(zip(names, self.words, strict=False)) | dict(self.named)
        is_whole = all(name in given or name in MAY_BE_LEFT_OUT for name in names)
        fits = len(self.words) + len(self.named) == len(given) and set(given) <= set(names)
        return given if is_whole and fits else None


def calls_in(text: str) -> tuple[Call, ...]:
    """Return the macros that a page calls; none where something is odd, which `first_odd` tells."""
    if first_odd(text):
        return ()
    if (calls := _plain_calls(text)) is not None:
        return calls
    from jinja2 import Environment, nodes  # noqa: PLC0415 - the page's Python loads it late

    return tuple(
        Call(
            call.lineno,
            call.node.name,
            tuple(str(each.as_const()) for each in call.args),
            tuple((each.key, str(each.value.as_const())) for each in call.kwargs),
        )
        for call in Environment(autoescape=True).parse(text).find_all(nodes.Call)
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
