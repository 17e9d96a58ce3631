"""Named bad inputs: each is refused with the right rule on the right line, without a traceback or a socket."""

import tomllib

import pytest

from change import Edit, lay_over, make
from hoctap.check.gate import RULES, check
from miniature import EXAMPLES, REAL

FOLDERS = {
    "R": "datapackages/reference/data",
    "U": "datapackages/unit-statistics/data",
    "O": "datapackages/unit-statistics/data/observations",
    "C": "datapackages/campaign-guidelines/data",
    "X": "datapackages/them/datapackage.json",
}
INPUTS = tomllib.loads((REAL / "tests" / "bad_inputs.toml").read_text(encoding="utf-8"))
CASES = [
    pytest.param(kind, edit, id=f"{kind}: {name}") for kind, edits in INPUTS.items() for name, edit in edits.items()
]


def _path(short: str) -> str:
    first, slash, rest = short.partition("/")
    return FOLDERS.get(first, first) + slash + rest


@pytest.mark.parametrize(("kind", "edit"), CASES)
def test_a_bad_input_is_refused(request: pytest.FixtureRequest, no_sockets: list[str], kind: str, edit: Edit) -> None:
    root = request.getfixturevalue("packages" if _path(edit["file"]).startswith("datapackages/") else "repository")
    if kind == "descriptors":
        lay_over(root, EXAMPLES / "valid" / "descriptor-is-readable")
    line = make(root, {**edit, "file": _path(edit["file"])})
    findings = check(root).findings
    found = {(finding.path, finding.rule, finding.line) for finding in findings}
    assert (_path(edit.get("in", edit["file"])), edit["rule"], edit.get("line", line)) in found, findings
    assert no_sockets == []


def test_there_are_many_bad_inputs_of_many_kinds() -> None:
    assert len(CASES) >= 120
    assert len(INPUTS) >= 10


def test_bad_inputs_speak_of_known_rules() -> None:
    known = {rule.id for rule in RULES}
    assert {edit["rule"] for edits in INPUTS.values() for edit in edits.values()} <= known
