"""What guards the merge: which jobs must succeed, and that a change of rules and data together is seen."""

import json
import re
import shutil
import subprocess
from pathlib import Path
from typing import Any

import pytest
import yaml

from miniature import REAL

MUST_SUCCEED = ("data", "judge", "code", "site")
CSV = "datapackages/unit-statistics/data/observations/a.csv"


@pytest.fixture(scope="module")
def jobs() -> dict[str, Any]:
    text = (REAL / ".github" / "workflows" / "ci.yml").read_text(encoding="utf-8")
    found: dict[str, Any] = yaml.safe_load(text)["jobs"]
    return found


def test_every_job_is_summed_up_and_none_that_must_succeed_can_be_left_out(jobs: dict[str, Any]) -> None:
    assert set(jobs["summary"]["needs"]) == set(jobs) - {"summary"} == {*MUST_SUCCEED, "deploy"}
    assert jobs["summary"]["if"] == "${{ always() }}"
    for name in MUST_SUCCEED:
        assert not {"if", "continue-on-error", "needs"} & set(jobs[name]), name
        assert not any("continue-on-error" in step for step in jobs[name]["steps"]), name
    assert set(MUST_SUCCEED) <= set(jobs["deploy"]["needs"])


@pytest.mark.skipif(not shutil.which("jq"), reason="needs jq, as the machines of the workflow have")
@pytest.mark.parametrize("result", ["success", "failure", "cancelled", "skipped"])
@pytest.mark.parametrize("job", [*MUST_SUCCEED, "deploy"])
def test_only_success_counts_and_skipped_only_for_deploy(
    job: str, result: str, jobs: dict[str, Any], tmp_path: Path
) -> None:
    results = {name: {"result": "success"} for name in jobs["summary"]["needs"]} | {job: {"result": result}}
    (script,) = [step["run"] for step in jobs["summary"]["steps"] if "run" in step]
    env = {"PATH": "/usr/bin:/bin", "RESULTS": json.dumps(results), "GITHUB_STEP_SUMMARY": str(tmp_path / "summary")}
    done = subprocess.run(["bash", "-e", "-c", script], env=env, capture_output=True, check=False)
    assert (done.returncode == 0) == (result == "success" or (job, result) == ("deploy", "skipped"))


def test_the_mark_is_made_by_the_program_of_main(jobs: dict[str, Any]) -> None:
    scripts = [step.get("run", "") for step in jobs["judge"]["steps"]]
    assert any('../main/.ci/mixed "$BASE"' in script for script in scripts)
    assert any("hoctap check --root ../change" in script for script in scripts)


def test_the_slow_tests_are_run_by_a_workflow() -> None:
    assert re.search(
        r"run: make test-slow$", (REAL / ".github/workflows/slow.yml").read_text(encoding="utf-8"), re.MULTILINE
    )


@pytest.fixture
def clone(tmp_path: Path) -> Path:
    _git(tmp_path, "init", "--quiet")
    _write(tmp_path, "scripts/old.py", "old\n" * 20)
    _write(tmp_path, "README.md", "x")
    return tmp_path


@pytest.mark.parametrize(
    "rule",
    [
        "scripts/hoctap/check/gate.py",
        "scripts/tệp mới.py",
        "tests/test_x.py",
        "overrides/main.html",
        "docs/assets/js/x.js",
        ".github/workflows/ci.yml",
        ".ci/mixed",
        "mkdocs.yml",
        "package-lock.json",
        ".gitattributes",
        "datapackages/unit-statistics/datapackage.json",
        "datapackages/reference/data/exceptions.csv",
    ],
)
def test_rules_and_data_together_are_marked_and_each_alone_is_not(rule: str, clone: Path) -> None:
    assert _mixed(clone, rule) == ""
    assert _mixed(clone, CSV) == ""
    assert _mixed(clone, CSV, "docs/huong-dan/index.md") == ""
    assert _mixed(clone, CSV, "CHANGELOG.md") == ""
    assert _mixed(clone, rule, CSV) != ""
    assert _mixed(clone, rule, "datapackages/unit-statistics/data/mới.csv") != ""


def test_a_rule_that_is_moved_away_is_marked(clone: Path) -> None:
    (clone / "docs").mkdir()
    _git(clone, "add", "--all")
    _git(clone, *WHO, "commit", "--quiet", "--message", "base")
    _git(clone, "mv", "scripts/old.py", "docs/old.md")
    _write(clone, CSV, "a\n")
    _git(clone, "add", "--all")
    _git(clone, *WHO, "commit", "--quiet", "--message", "change")
    assert _marked(clone, "HEAD~1") == "scripts/old.py\n"


WHO = ("-c", "user.name=a", "-c", "user.email=a@example.org", "-c", "commit.gpgsign=false")


def _mixed(clone: Path, *paths: str) -> str:
    _git(clone, "add", "--all")
    _git(clone, *WHO, "commit", "--quiet", "--allow-empty", "--message", "base")
    for path in paths:
        old = (clone / path).read_text(encoding="utf-8") if (clone / path).exists() else ""
        _write(clone, path, old + "a\n")
    _git(clone, "add", "--all")
    _git(clone, *WHO, "commit", "--quiet", "--message", "change")
    return _marked(clone, "HEAD~1")


def _marked(clone: Path, base: str) -> str:
    words = [str(REAL / ".ci" / "mixed"), base]
    return subprocess.run(words, cwd=clone, capture_output=True, encoding="utf-8", check=True).stdout


def _write(clone: Path, path: str, text: str) -> None:
    (clone / path).parent.mkdir(parents=True, exist_ok=True)
    (clone / path).write_text(text, encoding="utf-8")


def _git(clone: Path, *words: str) -> None:
    subprocess.run(["git", *words], cwd=clone, check=True, capture_output=True)
