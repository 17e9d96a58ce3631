"""frictionless and we agree on what is wrong with cells and files; where we differ, the reason stands here."""

import json
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
# Rules across rows, tables and days, or of meaning: a schema speaks of one cell, one row, one key of one table.
ACROSS = {
    "area-exists-in-the-period": "the area is another table",
    "cell-is-not-a-formula": "text that a spreadsheet would run is text",
    "chains-have-no-circle": "a chain is many rows",
    "code-is-in-its-list": "lists of codes are a table of ours",
    "count-not-negative": "the type of a value depends on the measure of its indicator, which is another table",
    "empty-value-has-a-note": "one column depends on another",
    "measure-fits-the-value-type": "one column depends on another",
    "no-personal-data": "a telephone number is text",
    "no-secret": "a token is text",
    "observation-stands-in-its-province-file": "which file a row belongs to depends on its unit",
    "parts-match-their-whole": "a sum is many rows",
    "period-not-after-its-source": "the source is another table",
    "phase-lies-within-its-campaign": "the campaign is another table",
    "phases-follow-one-another": "what follows is another row",
    "place-name-is-of-its-time": "the area is another table",
    "recognition-ends-as-its-title-rules": "the title is another table",
    "reference-exists": "keys into another package are named in our own words; frictionless reads one package",
    "share-lies-within-100": "whether a value is a share stands in another table",
    "source-address-is-unique": "an address is written in several ways",
    "target-has-an-owner": "one column depends on another",
    "target-is-due-within-its-campaign": "the campaign is another table",
    "value-not-a-thousandfold-slip": "other values are other rows",
}
# Inputs that frictionless takes although it has a rule of their kind.
ACCEPTED_BY_FRICTIONLESS = {
    "metadata: constraint": "a constraint that it does not know is ignored",
    "metadata: licences": "a property that it does not know is ignored",
    "metadata: titel": "a property that it does not know is ignored",
    "numbers and dates: 31 April": "a day is a string with a pattern, and 31 are two digits",
    "numbers and dates: nothing before the point": ".5 is a number of Table Schema",
    "numbers and dates: nothing below zero": "-0 is a number of Table Schema",
    "numbers and dates: nothing below zero, with a point": "-0.0 is a number of Table Schema",
    "numbers and dates: dust of a program": "a number may have any size",
    "numbers and dates: month 13": "a period is a string with a pattern, and 13 are two digits",
    "numbers and dates: month without its zero": "its dates are read by strptime, which needs no zero",
    "numbers and dates: period that ends before it starts": "a period is a string with a pattern",
    "spreadsheet: NaN": "NaN is a number of Table Schema",
    "spreadsheet: beyond floating point": "a number may have any size",
    "spreadsheet: exponent": "1e5 is a number of Table Schema",
    "spreadsheet: infinite": "INF is a number of Table Schema",
    "structure: blank first line": "it skips blank lines before the header",
    "structure: semicolons": "it guesses the separator",
    "structure: tabs": "it guesses the separator",
    "structure: text after a closing quote": "Python's csv reads on",
    "text: BOM": "it takes the mark off",
}


# Left out: one that frictionless takes minutes over and we refuse at once, and one that it would fetch from the web.
COMPARED = [case for case in BAD if case.name not in ("100,000 columns", "path on the web")]


@pytest.fixture(scope="session")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return tmp_path_factory.mktemp("second-opinion")


def _verdict(pattern: Path, folder: Path, case: Input) -> bool:
    root = folder / "root"
    shutil.rmtree(root, ignore_errors=True)
    package = "/".join(Path(case.file).parts[:2])
    shutil.copytree(pattern / package, root / package)
    case.lay_on(root)
    if case.file != f"{package}/datapackage.json":
        _leave_out_what_is_not_tied_to(case.file.removeprefix(f"{package}/"), root / package / "datapackage.json")
    return not frictionless_faults(root / package / "datapackage.json")


def _leave_out_what_is_not_tied_to(file: str, descriptor: Path) -> None:
    """Leave in the package the tables of `file` and those that a key ties to them.

    frictionless reads each table for itself, so the others, whose files are as they were, change no verdict.
    """
    package = json.loads(descriptor.read_bytes())
    tables = package["resources"]
    own = {each["name"] for each in tables if file == each["path"] or file in list(each["path"])}
    ties = [
        {each["name"], key["reference"]["resource"]} for each in tables for key in each["schema"].get("foreignKeys", ())
    ]
    kept = own.union(*(tie for tie in ties if tie & own))
    # A file that no descriptor names is tied to nothing: the package is judged whole.
    package["resources"] = [each for each in tables if each["name"] in kept or not own]
    descriptor.write_text(json.dumps(package), encoding="utf-8")


def test_a_package_in_which_nothing_is_wrong_is_valid_whole(_pattern: Path) -> None:
    for descriptor in (_pattern / "datapackages").glob("*/datapackage.json"):
        assert frictionless_faults(descriptor) == []


@pytest.mark.parametrize("case", [pytest.param(case, id=f"{case.kind}: {case.name}") for case in COMPARED])
def test_what_we_refuse_frictionless_refuses_or_there_is_a_reason(_pattern: Path, folder: Path, case: Input) -> None:
    valid = _verdict(_pattern, folder, case)
    beyond = case.rule in BEYOND_A_SCHEMA or case.rule in ACROSS
    listed = beyond or f"{case.kind}: {case.name}" in ACCEPTED_BY_FRICTIONLESS
    assert valid <= listed, "frictionless takes it: say why in one of the tables"


@pytest.mark.parametrize("case", [pytest.param(case, id=f"{case.kind}: {case.name}") for case in GOOD])
def test_what_we_take_frictionless_takes(_pattern: Path, folder: Path, case: Input) -> None:
    assert _verdict(_pattern, folder, case)


def test_every_reason_is_still_needed() -> None:
    assert set(BEYOND_A_SCHEMA) | set(ACROSS) <= {case.rule for case in BAD}
    assert set(ACCEPTED_BY_FRICTIONLESS) <= {f"{case.kind}: {case.name}" for case in BAD}


@pytest.mark.parametrize(
    "text",
    [
        "",
        "{",
        "[]",
        '{"resources": "x"}',
        '{"resources": [null]}',
        '{"resources": [{"name": "a", "path": "../a.csv"}]}',
    ],
)
def test_what_frictionless_raises_is_a_finding(tmp_path: Path, text: str) -> None:
    descriptor = tmp_path / "package" / "datapackage.json"
    descriptor.parent.mkdir()
    descriptor.write_text(text, encoding="utf-8")
    faults = frictionless_faults(descriptor)
    assert faults
    assert all(fault.startswith("package: ") for fault in faults)


def test_a_pattern_that_is_none_is_a_finding(tmp_path: Path) -> None:
    descriptor = tmp_path / "package" / "datapackage.json"
    descriptor.parent.mkdir()
    field = {"name": "a", "type": "string", "constraints": {"pattern": "("}}
    table = {"name": "a", "path": "a.csv", "schema": {"fields": [field]}}
    descriptor.write_text(json.dumps({"name": "p", "resources": [table]}), encoding="utf-8")
    (descriptor.parent / "a.csv").write_text("a\nb\n", encoding="utf-8")
    assert "pattern" in " ".join(frictionless_faults(descriptor))
