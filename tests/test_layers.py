"""Imports obey the layers that scripts/README.md explains. This table is the one place that holds them."""

import ast
import re
from collections.abc import Iterator
from pathlib import Path

import pytest

from miniature import REAL

SCRIPTS = REAL / "scripts"
# A module imports only from modules of a lower layer, and from its own package.
LAYERS = {
    "model": 0,
    "canonical": 1,
    "vietnamese": 1,
    "slot": 1,
    "clock": 1,
    "diff": 1,
    "history": 1,
    "legacy_text": 1,
    "processes": 1,
    "rule_examples": 1,
    "sarif": 1,
    "verify": 1,
    "load": 2,
    "checks": 3,
    "views": 3,
    "exceptions": 3,
    "fix": 3,
    "leaks": 4,
    "rules": 4,
    "gate": 5,
    "report": 5,
    "exports": 6,
    "release": 7,
    "contribute": 7,
    "render": 7,
    "macros": 8,
    "site": 9,
    "prompts": 10,
    "serve": 10,
    "progress": 10,
    "cli": 11,
    "__main__": 12,
}
# Who alone may import a foreign package, or print.
ONLY = {
    "frictionless": {"hoctap.load.schema"},
    "mkdocs": {"hoctap.site.prose"},
    "rich": {"hoctap.progress", "hoctap.prompts"},
    "argparse": {"hoctap.cli"},
    "subprocess": {
        "hoctap.clock",
        "hoctap.site.search",
        "hoctap.contribute.revisions",  # git, to read an older state
        "hoctap.contribute.sandbox",  # a file from a stranger, opened apart
    },
    "socket": set[str](),
    "urllib.request": {"hoctap.verify"},
    "requests": set[str](),
}
FILES = sorted(SCRIPTS.rglob("*.py"))


def _module(path: Path) -> str:
    parts = path.relative_to(SCRIPTS).with_suffix("").parts
    return ".".join(part for part in parts if part != "__init__")


def _part(module: str) -> str:
    return module.split(".")[1] if "." in module else ""


def _imports(path: Path) -> Iterator[str]:
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Import):
            yield from (alias.name for alias in node.names)
        elif isinstance(node, ast.ImportFrom) and node.module:
            names = [f"{node.module}.{alias.name}" for alias in node.names]
            yield from names if node.module == "hoctap" else [node.module]


def _named(path: Path) -> str:
    return path.relative_to(SCRIPTS).as_posix()


@pytest.mark.parametrize("path", FILES, ids=_named)
def test_a_module_imports_only_from_lower_layers(path: Path) -> None:
    own = _part(_module(path))
    for name in _imports(path):
        other = _part(name) if name.startswith("hoctap") else own
        if other not in ("", own):
            assert LAYERS[other] < LAYERS[own], f"{_module(path)} imports {name}"


@pytest.mark.parametrize("path", FILES, ids=_named)
def test_a_foreign_package_is_imported_in_its_one_place(path: Path) -> None:
    for name in _imports(path):
        for package, allowed in ONLY.items():
            if name == package or name.startswith(f"{package}."):
                assert _module(path) in allowed, f"{_module(path)} imports {name}"


@pytest.mark.parametrize("path", FILES, ids=_named)
def test_only_the_command_line_prints(path: Path) -> None:
    if _module(path) not in ("hoctap.cli", "hoctap.progress"):
        names = {
            node.id for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))) if isinstance(node, ast.Name)
        }
        assert names.isdisjoint({"print", "input"})


@pytest.mark.parametrize("path", FILES, ids=_named)
def test_a_module_says_what_it_owns(path: Path) -> None:
    assert ast.get_docstring(ast.parse(path.read_text(encoding="utf-8")))


@pytest.mark.parametrize("path", FILES, ids=_named)
def test_only_the_clock_reads_the_clock(path: Path) -> None:
    text = path.read_text(encoding="utf-8")
    if _module(path) != "hoctap.clock":
        assert not re.search(r"\b(date\.today|datetime\.now|time\.time|os\.environ|getenv)\b", text)


def test_every_part_of_the_program_has_a_layer_and_a_line_in_the_map() -> None:
    parts = {_part(_module(path)) for path in FILES} - {""}
    text = (SCRIPTS / "README.md").read_text(encoding="utf-8")
    assert parts <= set(LAYERS)
    assert [part for part in sorted(parts - {"__main__"}) if f"`{part}`" not in text] == []
