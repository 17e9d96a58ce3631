"""frictionless and we agree on what is wrong with cells and files; where we differ, the reason stands here."""

import shutil
from pathlib import Path

import pytest

from corpus import BAD, GOOD, Input
from hoctap.load.second_opinion import frictionless_faults

# Rules about what a Table Schema cannot say, and why frictionless calls their bad inputs valid.
BEYOND_A_SCHEMA = {
    "cell-stands-on-one-line": "a CSV may hold line breaks inside quotes",
    "characters-are-visible": "a string may hold any character",
    "count-is-whole": "the type of a value depends on the measure of its indicator, which is another table",
    "file-is-canonical": "order, quotes and ends of lines are no part of a schema",
    "letters-are-vietnamese": "a string may hold any letter",
    "every-data-file-is-listed": "a file that no descriptor names is not read",
    "line-is-short-enough": "a schema sets no limit to a line",
    "spaces-are-single-and-ordinary": "a string may hold any spaces",
    "table-has-rows": "a table without rows is a table",
    "text-is-composed": "a string may hold either form of Unicode",
    "text-is-not-garbled": "wrongly decoded text is text",
    "text-is-not-markup": "markup is text",
}
# Inputs that frictionless takes although it has a rule of their kind.
TAKEN_BY_FRICTIONLESS = {
    "numbers and dates: month 13": "a period is a string with a pattern, and 13 are two digits",
    "numbers and dates: month without its zero": "its dates are read by strptime, which needs no zero",
    "numbers and dates: period that ends before it starts": "a period is a string with a pattern",
    "structure: blank first line": "it skips blank lines before the header",
    "structure: semicolons": "it guesses the separator",
    "structure: tabs": "it guesses the separator",
    "structure: text after a closing quote": "Python's csv reads on",
    "text: BOM": "it takes the mark off",
}


# What breaks rules across rows, tables and pages, no schema can say; of the rest one input is left out:
# frictionless takes minutes over 100,000 columns, which we refuse at once.
KINDS = ("numbers and dates", "text", "structure")
COMPARED = [case for case in BAD if case.kind in KINDS and case.name != "100,000 columns"]


@pytest.fixture(scope="session")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return tmp_path_factory.mktemp("second-opinion")


def _verdict(pattern: Path, folder: Path, case: Input) -> bool:
    root = folder / "root"
    shutil.rmtree(root, ignore_errors=True)
    shutil.copytree(pattern / "datapackages", root / "datapackages")
    case.lay_on(root)
    return not frictionless_faults(root / "/".join([*Path(case.file).parts[:2], "datapackage.json"]))


@pytest.mark.parametrize("case", [pytest.param(case, id=f"{case.kind}: {case.name}") for case in COMPARED])
def test_what_we_refuse_frictionless_refuses_or_there_is_a_reason(_pattern: Path, folder: Path, case: Input) -> None:
    valid = _verdict(_pattern, folder, case)
    listed = case.rule in BEYOND_A_SCHEMA or f"{case.kind}: {case.name}" in TAKEN_BY_FRICTIONLESS
    assert valid <= listed, "frictionless takes it: say why in one of the two tables"


@pytest.mark.parametrize("case", [pytest.param(case, id=f"{case.kind}: {case.name}") for case in GOOD])
def test_what_we_take_frictionless_takes(_pattern: Path, folder: Path, case: Input) -> None:
    assert _verdict(_pattern, folder, case)


def test_every_reason_is_still_needed() -> None:
    assert set(BEYOND_A_SCHEMA) <= {case.rule for case in BAD}
    assert set(TAKEN_BY_FRICTIONLESS) <= {f"{case.kind}: {case.name}" for case in BAD}
