"""Verdicts kept from the last time say what all checks of all rows say, whatever changed since."""

import os
import shutil
import sys
from collections.abc import Callable, Iterator
from dataclasses import replace
from datetime import date
from pathlib import Path
from random import Random

import pytest

from change import lay_over
from edits import USUAL, edited
from hoctap.check import verdicts
from hoctap.check.definition import Check
from hoctap.check.gate import Checked, check
from hoctap.check.rules import CHECKS, found_by
from hoctap.check.verdicts import Verdicts
from hoctap.load import columns
from hoctap.load.descriptors import described
from hoctap.model.catalog import Catalog
from hoctap.model.finding import Finding, Place, Problem
from hoctap.site.inputs import inputs_of
from miniature import PAGES, TODAY
from test_examples import INVALID

Keep = Callable[[Path], Checked]
EVERY = "EVERY" in os.environ  # `make test-slow` tries every bad example and more edits
# Files opened by rules; what listens cannot be taken away again, only told to write nothing down.
_opened: list[set[str]] = []


def _hear(event: str, args: tuple[object, ...]) -> None:
    if event == "open" and _opened and isinstance(args[0], str):
        _opened[-1].add(os.path.realpath(args[0]))


sys.addaudithook(_hear)


@pytest.fixture(autouse=True)
def _rules_open_no_table(monkeypatch: pytest.MonkeyPatch) -> None:
    """Refuse a rule that opens a table by itself: no record would tell when the table changed."""

    def watched(rule: Check, catalog: Catalog) -> list[Finding]:
        _opened.append(set())
        try:
            found = found_by(rule, catalog)
        finally:
            files = _opened.pop()
        # Most open none, and where tables really lie takes long to ask.
        tables = {os.path.realpath(catalog.root / file.path) for file in catalog.files} if files else set()
        assert not files & tables, rule.rule.id
        return found

    monkeypatch.setattr(verdicts, "found_by", watched)


@pytest.fixture
def keep(tmp_path: Path) -> Keep:
    return lambda root: check(root, find=Verdicts(tmp_path / "note", "ways", _but_tables(root)).findings_of)


@pytest.fixture(scope="module")
def good(_pattern: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return the note of verdicts on the miniature repository, in which nothing is wrong."""
    note = tmp_path_factory.mktemp("verdicts") / "note"
    assert check(_pattern, find=Verdicts(note, "ways", _but_tables(_pattern)).findings_of).findings == ()
    return note


@pytest.mark.parametrize("case", INVALID if EVERY else INVALID[::5])
def test_a_fault_made_after_a_good_verdict_is_found(
    repository: Path, tmp_path: Path, keep: Keep, good: Path, case: Path
) -> None:
    shutil.copyfile(good, tmp_path / "note")
    lay_over(repository, case)
    assert keep(repository).all_findings == check(repository).all_findings


def test_a_fault_that_was_mended_is_found_no_more(repository: Path, keep: Keep) -> None:
    path = repository / "datapackages/reference/data/terms.csv"
    text = path.read_text(encoding="utf-8")
    for now in (text, text.replace("Khuyến tài", "Khuyến  tài 0912 345 678"), text):
        path.write_text(now, encoding="utf-8")
        assert bool(keep(repository).findings) == (now != text)


@pytest.mark.parametrize("seed", range(4 if EVERY else 1))
@pytest.mark.parametrize("form", ["in rows", "in columns"])
def test_after_any_edits_the_findings_are_those_of_all_checks(
    repository: Path, keep: Keep, monkeypatch: pytest.MonkeyPatch, seed: int, form: str
) -> None:
    if form == "in columns":
        monkeypatch.setattr(columns, "FEWEST_BYTES", 0)
    random = Random(seed)
    for _ in range(4):
        edited(repository, random, USUAL)
        assert keep(repository).all_findings == check(repository).all_findings


@pytest.fixture
def asked(monkeypatch: pytest.MonkeyPatch) -> Iterator[list[tuple[str, int]]]:
    found: list[tuple[str, int]] = []

    def noted(rule: Check, catalog: Catalog) -> object:
        found.append((rule.rule.id, len(catalog.files) if rule.file_by_file else 0))
        return found_by(rule, catalog)

    monkeypatch.setattr(verdicts, "found_by", noted)
    return found


def test_a_rule_that_opens_a_table_by_itself_is_seen(
    repository: Path, keep: Keep, monkeypatch: pytest.MonkeyPatch
) -> None:
    def find(catalog: Catalog) -> Iterator[Problem]:
        text = (catalog.root / catalog.files[0].path).read_text(encoding="utf-8")
        yield from () if text else (Problem(Place(catalog.files[0].path), "", ""),)

    wrong = replace(next(each for each in CHECKS if not each.file_by_file), find=find)
    monkeypatch.setattr(verdicts, "CHECKS", (wrong,))
    with pytest.raises(AssertionError, match=wrong.rule.id):
        keep(repository)


def test_only_those_rules_are_asked_whose_data_changed(
    repository: Path, keep: Keep, asked: list[tuple[str, int]]
) -> None:
    files = len(check(repository).catalog.files)
    keep(repository)
    whole = {name for name, _ in asked}
    assert {name for name, read in asked if read == files} == {each.rule.id for each in CHECKS if each.file_by_file}
    asked.clear()
    edited(repository, Random(1), [_another_name])
    keep(repository)
    again = {name for name, _ in asked}
    assert {"page-links-lead-somewhere", "figure-stands-once"} & again == set()
    assert {read for name, read in asked if read} == {1}
    assert len(again) < len(whole) // 2


def _another_name(root: Path, _random: Random) -> str:
    path = root / "datapackages/reference/data/terms.csv"
    path.write_text(path.read_text(encoding="utf-8").replace("trong xã", "trong phường"), encoding="utf-8")
    return path.name


def test_another_program_or_day_knows_nothing(repository: Path, tmp_path: Path, asked: list[tuple[str, int]]) -> None:
    others = _but_tables(repository)
    for ways in ("one day", "another"):
        asked.clear()
        check(repository, find=Verdicts(tmp_path / "note", ways, others).findings_of)
        assert len(asked) == len(CHECKS)
    asked.clear()
    check(repository, find=Verdicts(tmp_path / "note", "another", others).findings_of)
    assert {name for name, _ in asked} == {each.rule.id for each in CHECKS if each.file_by_file}


@pytest.mark.parametrize("name", ["a folder", "a link", "a page"])
def test_what_lies_beside_the_tables_counts(repository: Path, name: str) -> None:
    before, page = _but_tables(repository), repository / PAGES[0] / "index.md"
    if name == "a folder":
        (repository / PAGES[0] / "x.md").mkdir()
    elif name == "a link":
        page.rename(repository / "moved")
        other = _but_tables(repository)
        page.symlink_to(repository / "moved")
        assert _but_tables(repository) != other
    else:
        page.write_text("# A\n", encoding="utf-8")
    assert _but_tables(repository) != before


def _but_tables(root: Path) -> str:
    return inputs_of(root, date.fromisoformat(TODAY)).but_tables


def test_a_descriptor_is_read_and_judged_once(
    repository: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    seen = list[bytes]()
    monkeypatch.setattr(verdicts, "described", lambda data: seen.append(data) or described(data))

    def checked(ways: str) -> Checked:
        known = Verdicts(tmp_path / "note", ways, "")
        return check(repository, find=known.findings_of, describe=known.described)

    first = checked("ways")
    assert len(seen) == len(first.catalog.packages)
    seen.clear()
    assert checked("ways").catalog.packages == first.catalog.packages
    assert seen == []
    path = repository / first.catalog.packages[0].path
    path.write_bytes(path.read_bytes().replace(b'"title"', b'"titel"', 1))
    assert checked("ways").findings == check(repository).findings != ()
    assert seen == [path.read_bytes()]
    assert checked("others").findings == check(repository).findings
