"""Every example under tests/examples: bad ones give exactly their lines, good ones give none."""

import shutil
from collections.abc import Callable
from functools import cache
from pathlib import Path

import pytest

from change import EXPECTED_LINES, edits_of, lay_over, make
from hoctap.check.accepted import NEEDED, without_excepted
from hoctap.check.fix import fix
from hoctap.check.gate import RULES, Checked, check
from hoctap.check.report import as_text
from hoctap.check.rules import CHECKS, findings_of
from miniature import EXAMPLES

RULE_IDS = [rule.id for rule in RULES]
# A second rule sees the same fault: rewriting the file would change it, or the row can be in one file only.
ALSO_CAUGHT_BY = {
    "text-is-composed": {"file-is-canonical"},
    "spaces-are-single-and-ordinary": {"file-is-canonical"},
    "key-is-unique-across-files": {"observation-stands-in-its-province-file"},
    "picture-has-words": {"page-links-lead-somewhere"},
}


@cache
def cases(kind: str) -> list[Path]:
    """Return the folders of examples: each rule's own folder, or the folders in it where it has several."""
    found = []
    for rule in sorted(path for path in (EXAMPLES / kind).iterdir() if path.is_dir()):
        parts = [part for part in sorted(rule.iterdir()) if part.is_dir() and not _belongs_to_a_repository(part)]
        found += [rule] if any(path not in parts for path in rule.iterdir()) else []
        found += parts
    return found


def _belongs_to_a_repository(folder: Path) -> bool:
    return folder.name in ("datapackages", "docs", "overrides")


def _rule(case: Path) -> str:
    return case.relative_to(EXAMPLES).parts[1]


def _named(kind: str) -> list[object]:
    return [pytest.param(case, id=case.relative_to(EXAMPLES / kind).as_posix()) for case in cases(kind)]


INVALID, VALID = _named("invalid"), _named("valid")
NEAR_MISSES = [case for case in cases("invalid") if edits_of(case, "near_miss")]


# What a bad example of data, or a near miss, leaves alone: its pages are those that are judged with every good example.
PAGES_ALONE = ("docs", "mkdocs.yml", "overrides")


def _is_of_pages(case: Path) -> bool:
    edited = {str(edit["file"]) for name in ("edit", "near_miss") for edit in edits_of(case, name)}
    return any(file.startswith(PAGES_ALONE) for file in edited) or any((case / part).exists() for part in PAGES_ALONE)


@pytest.fixture(scope="module")
def spoilt(_pattern: Path, tmp_path_factory: pytest.TempPathFactory) -> Callable[[Path], Checked]:
    """What check says of a bad example; each is made and checked once for all tests here."""

    @cache
    def checked(case: Path) -> Checked:
        root = tmp_path_factory.mktemp("bad") / "repository"
        parts = _pattern.iterdir() if _is_of_pages(case) else [_pattern / "datapackages"]
        for part in parts:
            shutil.copytree(part, root / part.name)
        lay_over(root, case)
        return check(root)

    return checked


Spoilt = Callable[[Path], Checked]


@pytest.mark.parametrize("case", INVALID)
def test_a_bad_example_gives_exactly_its_lines(spoilt: Spoilt, case: Path, accept: bool) -> None:
    findings = spoilt(case).all_findings
    lines = as_text(findings)
    assert _rule(case) in {finding.rule for finding in findings}, lines
    if accept:
        (case / EXPECTED_LINES).write_text(lines, encoding="utf-8")
    assert lines == (case / EXPECTED_LINES).read_text(encoding="utf-8")


@pytest.mark.parametrize("case", VALID)
def test_a_good_example_gives_no_finding_and_fix_leaves_it_alone(repository: Path, case: Path) -> None:
    lay_over(repository, case)
    _is_clean(repository)


@pytest.mark.parametrize("case", NEAR_MISSES, ids=_rule)
def test_a_near_miss_gives_no_finding_and_fix_leaves_it_alone(request: pytest.FixtureRequest, case: Path) -> None:
    root = request.getfixturevalue("repository" if _is_of_pages(case) else "packages")
    for edit in edits_of(case, "near_miss"):
        make(root, edit)
    _is_clean(root)


def _is_clean(repository: Path) -> None:
    assert as_text(check(repository).all_findings) == as_text([])
    assert fix(repository, write=False) == []


@pytest.mark.parametrize("rule", RULE_IDS)
def test_every_rule_has_a_bad_and_a_good_example(rule: str) -> None:
    assert rule in {_rule(case) for case in cases("invalid")}, f"make tests/examples/invalid/{rule}/"
    near = {_rule(case) for case in (*NEAR_MISSES, *cases("valid"))}
    assert rule in near, f"write [[near_miss]] into tests/examples/invalid/{rule}/change.toml"


def test_every_example_is_named_after_a_rule() -> None:
    assert {_rule(case) for kind in ("invalid", "valid") for case in cases(kind)} <= set(RULE_IDS)


@pytest.mark.parametrize("rule", [check.rule.id for check in CHECKS])
def test_without_its_check_a_bad_example_passes_wrongly(spoilt: Spoilt, rule: str) -> None:
    case = next(case for case in cases("invalid") if _rule(case) == rule)
    others = [check for check in CHECKS if check.rule.id != rule]
    catalog = spoilt(case).catalog
    left = {finding.rule for finding in without_excepted(catalog, findings_of(catalog, others))} - {NEEDED.id}
    assert left == ALSO_CAUGHT_BY.get(rule, set())


@pytest.mark.parametrize("case", ["bom-and-crlf", "colon", "nfd"])
def test_fix_mends_how_a_page_is_written(repository: Path, case: str) -> None:
    lay_over(repository, EXAMPLES / "invalid" / "page-is-written-plainly" / case)
    assert [file.path for file in fix(repository)] == ["docs/huong-dan/thu.md"]
    assert check(repository).all_findings == ()
