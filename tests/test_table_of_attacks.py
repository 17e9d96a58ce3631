"""The table of what is tried, how often, and what comes of it: made of the inputs themselves, kept in attacks.md.

`make accept ARGS='tests/test_table_of_attacks.py'` writes it anew after an input was added.
"""

from collections import defaultdict
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import NamedTuple

import pytest

import hostile
from corpus import BAD, GOOD
from hoctap.check.definition import Check
from hoctap.check.rules import page_files, page_form, pages
from miniature import REAL
from test_bad_inputs import INPUTS
from test_contexts_properties import CONTEXTS
from test_hostile import HEAD, MACROS, OF_TEXT, _laid, _problems
from test_intake import DAMAGE, HOSTILE
from test_nothing_runs import ALLOWED_IN_CELLS

KEPT = REAL / "tests" / "attacks.md"
INTRODUCTION = """# What is tried, and what comes of it

Made of the inputs themselves by `test_table_of_attacks.py`, which fails while it is not up to date; do not edit.
A command that refuses ends with the exit code of the table and writes nothing; the old site stays whole.

| Class | Cases | Result | Exit | Tried in |
| --- | ---: | --- | :---: | --- |
"""


class Line(NamedTuple):
    """A line of the table."""

    name: str
    cases: int
    result: str
    exit: str
    test: str

    def __str__(self) -> str:
        return f"| {self.name} | {self.cases} | {self.result} | {self.exit} | `{self.test}` |\n"


def refused(rules: Iterable[str]) -> str:
    """Return how a result tells the rules that refuse."""
    return f"refused: {', '.join(f'`{rule}`' for rule in sorted(set(rules)))}"


def by_kind() -> Iterator[Line]:
    """Yield the lines of what stands in files with the rule that refuses it."""
    found: dict[tuple[str, str], list[str]] = defaultdict(list)
    for case in BAD:
        found["test_corpus.py", case.kind].append(case.rule)
    for kind, edits in INPUTS.items():
        found["test_bad_inputs.py", kind].extend(str(edit["rule"]) for edit in edits.values())
    for (test, kind), rules in sorted(found.items()):
        yield Line(f"data: {kind}", len(rules), refused(rules), "1", test)
    yield Line("data: odd but right", len(GOOD), "taken", "0", "test_corpus.py")


def rules_of(root: Path, path: str, data: bytes, checks: Iterable[Check]) -> set[str]:
    """Return the rules that refuse a file."""
    _laid(root, path, data)
    found = {check.rule.id for check in checks if _problems(root, [check])}
    (root / path).unlink()
    assert found, path
    return found


def of_pages(root: Path) -> Iterator[Line]:
    """Yield the lines of pages and files under docs/."""
    _laid(root, "mkdocs.yml", MACROS.encode())
    front = {name: f"---\n{text}\n---\n\n# Thử\n" for name, text in hostile.FRONT_MATTER.items()}
    texts = {
        "page: text": ({name: HEAD + text for name, text in hostile.PAGES.items()}, OF_TEXT),
        "page: macros": ({name: HEAD + text for name, text in hostile.MACRO_PAGES.items()}, pages.CHECKS),
        "page: front matter": (front, (*page_form.CHECKS, *pages.CHECKS)),
    }
    for name, (cases, checks) in texts.items():
        rules = [rules_of(root, "docs/index.md", text.encode(), checks) for text in cases.values()]
        yield Line(name, len(cases), refused(set().union(*rules)), "1", "test_hostile.py, test_nothing_runs.py")
    rules = [rules_of(root, *file, page_files.CHECKS) for file in hostile.FILES.values()]
    yield Line("file under docs/", len(rules), refused(set().union(*rules)), "1", "test_hostile.py")


def others() -> Iterator[Line]:
    """Yield the lines of what is judged by one rule, of forms, and of the browser."""
    descriptor, allowed = refused(["descriptor-is-readable"]), len(ALLOWED_IN_CELLS)
    yield Line("descriptor: string", len(hostile.STRINGS), descriptor, "1", "test_hostile.py")
    yield Line("descriptor: entry", len(hostile.ENTRIES), descriptor, "1", "test_hostile.py")
    yield Line("descriptor: pattern without end", len(hostile.PATTERNS), descriptor, "1", "test_hostile.py")
    yield Line("address that not everybody can open", len(hostile.LOCAL_ADDRESSES), descriptor, "1", "test_hostile.py")
    yield Line("address that everybody can open", len(hostile.PUBLIC_ADDRESSES), "taken", "0", "test_hostile.py")
    personal = f"{refused(['no-personal-data'])}, and again in finished files"
    yield Line("personal data", len(hostile.PERSONAL), personal, "1", "test_hostile.py")
    yield Line("no personal data", len(hostile.NOT_PERSONAL), "taken", "0", "test_hostile.py")
    perhaps, nobody = len(hostile.PERHAPS_PERSONAL), len(hostile.PERHAPS_NOBODY)
    yield Line("perhaps personal", perhaps, "asked: `nobody-private-is-meant`", "0", "test_hostile.py")
    yield Line("perhaps personal: bodies, history", nobody, "taken", "0", "test_hostile.py")
    yield Line("secret", len(hostile.SECRETS), refused(["no-secret"]), "1", "test_hostile.py")
    yield Line("no secret", len(hostile.NO_SECRETS), "taken", "0", "test_hostile.py")
    markup = len(hostile.RUNNING) - allowed
    yield Line("cell that would run unescaped: markup", markup, "refused; let in: escaped", "1", "test_nothing_runs.py")
    yield Line("cell that would run unescaped: words", allowed, "taken, shown escaped", "0", "test_nothing_runs.py")
    yield Line("form: wrong cell", len(DAMAGE), "cell marked in a copy", "1", "test_intake.py")
    yield Line("form: hostile file", len(HOSTILE), "refused", "1", "test_intake.py")
    drawn = "a verdict, printable lines, no traceback"
    yield Line("any text in a context", len(CONTEXTS), drawn, "0 or 1", "test_contexts_properties.py")


def table(root: Path) -> str:
    """Return the whole page."""
    lines = [*by_kind(), *of_pages(root), *others()]
    return f"{INTRODUCTION}{''.join(map(str, lines))}\n{sum(line.cases for line in lines)} cases in all.\n"


def test_the_table_is_up_to_date(tmp_path: Path, accept: bool) -> None:
    markdown = table(tmp_path)
    if accept:
        KEPT.write_text(markdown, encoding="utf-8")
    assert KEPT.read_text(encoding="utf-8") == markdown, "make accept ARGS='tests/test_table_of_attacks.py'"


@pytest.mark.parametrize("test", sorted({line.test for line in (*by_kind(), *others())}))
def test_the_tests_that_the_table_names_are_there(test: str) -> None:
    assert all((REAL / "tests" / name).is_file() for name in test.split(", "))
