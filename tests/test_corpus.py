"""What people really send: bad inputs get the right rule, file, line and cure; odd but right ones get nothing."""

import shutil
from pathlib import Path

import pytest

from corpus import BAD, GOOD, Input
from hoctap.check.fix import fix
from hoctap.check.gate import check
from hoctap.model.finding import Finding

Outcome = tuple[int, tuple[Finding, ...]]
SEEN: dict[str, Outcome] = {}


@pytest.fixture
def outcome_of(_pattern: Path, tmp_path: Path) -> "Ask":
    return Ask(_pattern, tmp_path)


class Ask:
    """Checks an input once for all tests of this file."""

    def __init__(self, pattern: Path, folder: Path) -> None:
        self._pattern, self._folder = pattern, folder

    def __call__(self, case: Input) -> Outcome:
        key = f"{case.kind} {case.name}"
        if key not in SEEN:
            root = self._folder / str(len(SEEN))
            shutil.copytree(self._pattern / "datapackages", root / "datapackages")
            line = case.lay_on(root)
            SEEN[key] = (line, check(root).findings)
            shutil.rmtree(root)
        return SEEN[key]


def _named(cases: tuple[Input, ...]) -> list[object]:
    return [pytest.param(case, id=f"{case.kind}: {case.name}") for case in cases]


@pytest.mark.parametrize("case", _named(BAD))
def test_a_bad_input_gets_its_rule_file_line_and_cure(outcome_of: Ask, no_sockets: list[str], case: Input) -> None:
    line, findings = outcome_of(case)
    own = [each for each in findings if each.rule == case.rule and each.path == case.file and each.line == line]
    assert own, findings
    assert any(case.cure in each.hint and each.hint for each in own), own
    assert no_sockets == []


@pytest.mark.parametrize("case", _named(GOOD))
def test_an_odd_but_right_input_gets_nothing(outcome_of: Ask, case: Input) -> None:
    _, findings = outcome_of(case)
    assert findings == ()


def test_the_corpus_is_large_and_names_are_single() -> None:
    assert len(BAD) >= 120
    assert len(GOOD) >= 40
    assert len({case.kind for case in BAD}) >= 9
    names = [(case.kind, case.name) for case in (*BAD, *GOOD)]
    assert len(set(names)) == len(names)


# A second rule always sees the fault of these: rewriting the file would mend it, or a file is not listed.
NEVER_ALONE = {
    "text-is-composed",
    "spaces-are-single-and-ordinary",
    "row-is-not-blank",
    "table-has-rows",
    "file-exists",
    "path-stays-inside-the-package",
}


@pytest.mark.parametrize("rule", sorted({case.rule for case in BAD} - NEVER_ALONE))
def test_with_a_rule_switched_off_a_bad_input_passes(outcome_of: Ask, rule: str) -> None:
    cases = [case for case in BAD if case.rule == rule]
    left = [[each.rule for each in outcome_of(case)[1] if each.rule != rule] for case in cases]
    assert [] in left, left


@pytest.mark.parametrize("case", _named(BAD))
def test_fix_is_done_after_one_run(_pattern: Path, tmp_path: Path, case: Input) -> None:
    if case.name in ("a line without end", "100,000 columns"):
        return
    shutil.copytree(_pattern / "datapackages", tmp_path / "datapackages")
    case.lay_on(tmp_path)
    fix(tmp_path)
    assert fix(tmp_path) == []
